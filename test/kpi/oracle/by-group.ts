import fc from 'fast-check';
import type { Scalar } from '../../../src/kpi/bind';
import { customers } from './customers';
import { currentStage, leakOfStages, order } from './funnel';
import { isRefusal, knownOutcome, outcomesOf } from './labels';
import { marketing } from './marketing';
import {
  customerName,
  folded,
  isFilled,
  type List,
  mostly,
  type Oracle,
  type Oracles,
  quarter,
  records,
} from './oracle';
import { day, sales } from './sales';

/** A KPI of one group: from the group's part of each column and from what stands beside the columns. */
type Inner = (columns: readonly List[], beside: readonly List[]) => number | string | undefined;

const owner = fc.constantFrom<Scalar>('Ann', 'ann', ' ANN', 'Bob', 'Łucja', 'Ирина', 'ИРИНА', 7, '');

const like =
  (oracles: Oracles, name: string, form = 0): Inner =>
  (columns, beside) =>
    oracles[name]?.[form]?.expected(...columns, ...beside) as number | undefined;

/** Labels are known for the whole: a group without a won deal is no riddle. */
const winRateOfGroup: Inner = ([outcomes = []]) => {
  let [won, closed] = [0, 0];
  for (const outcome of outcomes) {
    const [meaning] = outcomesOf([outcome], [], []) as string[];
    if (meaning === 'won') won++;
    if (meaning === 'won' || meaning === 'lost') closed++;
  }
  return closed === 0 ? undefined : won / closed;
};

interface Case {
  readonly name: string;
  readonly columns: readonly fc.Arbitrary<Scalar>[];
  readonly beside?: fc.Arbitrary<List>;
  /** Stages in order, or a total that holds for every group; otherwise an option. */
  readonly besideIs?: 'order' | 'total';
  readonly inner: Inner;
}

const cases: readonly Case[] = [
  {
    name: 'SUM',
    columns: [mostly(quarter)],
    inner: ([values = []]) => values.reduce<number>((sum, value) => sum + Number(value ?? 0), 0),
  },
  { name: 'count', columns: [mostly(customerName)], inner: ([values = []]) => values.filter(isFilled).length },
  { name: 'WIN_RATE', columns: [knownOutcome], inner: winRateOfGroup },
  { name: 'CPL', columns: [mostly(quarter), mostly(quarter)], inner: like(marketing, 'CPL') },
  { name: 'CAC', columns: [mostly(quarter), mostly(customerName)], inner: like(marketing, 'CAC') },
  {
    name: ' romi',
    columns: [mostly(quarter), mostly(quarter)],
    beside: fc.constant([0.5]),
    inner: like(marketing, 'ROMI'),
  },
  {
    name: 'PIPELINE_COVERAGE',
    columns: [mostly(quarter)],
    beside: fc.constant([40]),
    besideIs: 'total',
    inner: like(sales, 'PIPELINE_COVERAGE'),
  },
  { name: 'CLV', columns: [mostly(customerName), mostly(quarter)], inner: like(customers, 'CLV') },
  { name: 'REPEAT_PURCHASE_RATE', columns: [mostly(customerName)], inner: like(customers, 'REPEAT_PURCHASE_RATE') },
  {
    name: 'SALES_CYCLE',
    columns: [mostly(day), mostly(day)],
    beside: fc.constant(['median']),
    inner: like(sales, 'SALES_CYCLE'),
  },
  { name: 'NPS', columns: [mostly(fc.integer({ min: 0, max: 10 }))], inner: like(customers, 'NPS') },
  {
    name: 'FUNNEL_LEAK',
    columns: [currentStage],
    beside: order,
    besideIs: 'order',
    inner: ([current = []], [inOrder = []]) => leakOfStages(current, inOrder, 'rate'),
  },
];

const byGroup = ({ name, columns, beside, besideIs, inner }: Case): Oracle => ({
  form: `groups; "${name}"; …`,
  kinds: [
    'record',
    'one',
    ...columns.map(() => 'record' as const),
    ...(beside ? [besideIs === 'order' ? besideIs : ('one' as const)] : []),
  ],
  given: fc
    .tuple(records(owner, ...columns), beside ?? fc.constant(undefined))
    .map(([[groups = [], ...lists], more]): List[] => [groups, [name], ...lists, ...(more ? [more] : [])]),
  expected: (groups = [], _, ...lists) => {
    const parts = lists.slice(0, columns.length);
    const more = lists.slice(columns.length);
    if (name === 'WIN_RATE') {
      const whole = outcomesOf(parts[0] ?? [], ['won', 'lost'], []);
      if (isRefusal(whole)) return whole;
    }
    // Beside a single group a number may as well be a column of one.
    const filledIn = groups.length === 1 && besideIs === 'total' ? [...parts, ...more] : parts;
    const rows = groups.map((_cell, row) => row).filter((row) => filledIn.some((list) => isFilled(list[row])));
    const labels = [...new Set(rows.map((row) => folded(groups[row])))];
    if (labels.length === 0) return undefined;
    const lines = labels.map((label): [string, number | string | undefined, number] => {
      const mine = rows.filter((row) => folded(groups[row]) === label);
      const shown = groups[Number(mine[0])];
      const value = inner(
        parts.map((list) => mine.map((row) => list[row])),
        more,
      );
      return [isFilled(shown) ? String(shown).trim() : '', value, mine.length];
    });
    const numbered = lines.filter(([, value]) => typeof value === 'number');
    const others = lines.filter(([, value]) => typeof value !== 'number');
    return [...numbered.sort(([, one], [, other]) => Number(other) - Number(one)), ...others];
  },
  turns: 0,
});

/** One oracle for each KPI that is tried, all of the one form. */
export const byGroupOracles: readonly Oracle[] = cases.map(byGroup);
