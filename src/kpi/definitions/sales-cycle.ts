import { documented } from '../documentation';
import { kpi } from '../kpi';
import { name, ratio } from '../measure';
import { closed, started } from './parameters';

export const salesCycle = kpi({
  name: 'SALES_CYCLE',
  label: { en: 'Sales cycle', pl: 'Cykl sprzedaży', ru: 'Цикл сделки' },
  summary: documented({
    en: 'Days from first contact to close; deals without both dates are left out.',
    pl: 'Dni od pierwszego kontaktu do zamknięcia; szanse bez obu dat są pomijane.',
    ru: 'Дни от первого контакта до закрытия; сделки без обеих дат не учитываются.',
  }),
  unit: 'days',
  group: 'sales',
  better: 'down',
  forms: [
    {
      parameters: [
        started,
        closed,
        {
          kind: 'choice',
          name: 'statistic',
          among: ['mean', 'median'],
          optional: true,
          help: documented({
            en: '"mean" (usual) or "median".',
            pl: '"mean" (średnia, domyślnie) albo "median" (mediana).',
            ru: '"mean" (среднее, по умолчанию) или "median" (медиана).',
          }),
        },
      ],
      figures: { mean: name('cycle_mean'), median: name('cycle_median') },
      choice: 'statistic',
    },
  ],
  report: ratio('cycle_days', 'cycle_deals'),
  how: {
    en: '{a} days over {b} won',
    pl: 'dni: {a}, wygrane: {b}',
    ru: 'дней: {a}, выиграно: {b}',
  },
  reference: documented({
    definition: ['sum of days from first contact to close ÷ number of deals, or the middle one'],
    counts: 'Rows with both dates, whatever became of the deal: select the won ones, or use a column of won deals.',
    dates: 'Both columns are dates of one deal; hours are ignored.',
    blank:
      'A row without both dates is left out. No rows with both give an empty cell. A deal closed on the day of first contact took 0 days.',
    isNot: [
      'The age of open deals.',
      'The time since the deal was created, unless you select that column: the cycle starts at first contact.',
    ],
  }),
  usage: documented(['=SALES_CYCLE(Deals!G2:G; Deals!H2:H)', '=SALES_CYCLE(Deals!G2:G; Deals!H2:H; "median")']),
  examples: documented([
    {
      arguments: [
        [{ date: '2025-01-01' }, { date: '2025-01-31' }, ''],
        [{ date: '2025-01-11' }, { date: '2025-03-02' }, { date: '2025-03-02' }],
      ],
      result: 20,
    },
    { arguments: [[{ date: '2025-01-01' }], [{ date: '2025-01-11' }], 'median'], result: 10 },
    { arguments: [[''], ['']], result: undefined },
  ]),
});
