import { documented } from '../documentation';
import { type Callable, kpi } from '../kpi';
import { name } from '../measure';
import { groups, kpiName, moreColumns, total } from './parameters';

export const kpiBy = kpi({
  name: 'KPI_BY',
  label: { en: 'KPI by group', pl: 'Wskaźnik w grupach', ru: 'Показатель по группам' },
  summary: documented({
    en: 'Any KPI, or SUM or COUNT, for each group: group, value and number of records, largest first.',
    pl: 'Dowolny wskaźnik, także SUM lub COUNT, dla każdej grupy: grupa, wartość i liczba rekordów, od największej.',
    ru: 'Любой показатель, а также SUM или COUNT, для каждой группы: группа, значение и число записей, начиная с наибольшего.',
  }),
  unit: 'table',
  group: 'sales',
  better: 'neither',
  forms: [{ parameters: [groups, kpiName, ...moreColumns], byGroup: true }],
  reference: documented({
    definition: ['for each group: group, KPI of its rows, number of its rows'],
    counts: 'Every row in which one of the columns is filled. Groups that differ only in case or stray spaces are one.',
    dates: 'That of the KPI.',
    blank:
      'Rows without a group make a group without a name. A group without a value comes last. No rows give an empty cell.',
    isNot: [
      'A pivot table: rates are computed from the rows of the group, never averaged.',
      'Sorted by name: the largest value comes first.',
    ],
  }),
  usage: documented([
    '=KPI_BY(Deals!I2:I; "WIN_RATE"; Deals!E2:E)',
    '=KPI_BY(Spend!B2:B; "CPC"; Spend!C2:C; Spend!D2:D)',
  ]),
  examples: documented([
    {
      arguments: [['Ann', 'Bob', 'ann', 'Bob', ''], 'WIN_RATE', ['Won', 'Won', 'Lost', 'Open', '']],
      result: [
        ['Bob', 1, 2],
        ['Ann', 0.5, 2],
      ],
    },
    {
      arguments: [['a', 'b', 'b'], 'SUM', [5, 1, 2]],
      result: [
        ['a', 5, 1],
        ['b', 3, 2],
      ],
    },
  ]),
});

const values = total('values', documented(['The values', 'Wartości', 'Значения']));

/** What KPI_BY knows besides the KPIs: the sum of numbers, and the number of filled cells. */
export const aggregates: readonly Callable[] = [
  { name: 'SUM', forms: [{ parameters: [values], figure: name('values') }] },
  {
    name: 'COUNT',
    forms: [
      {
        parameters: [{ ...values, kind: 'names' }],
        evaluate: (given) => given.shown('values').filter((value) => value !== '').length,
      },
    ],
  },
];
