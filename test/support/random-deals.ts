import fc from 'fast-check';
import { normaliseLabel, type Value } from '../../src/data/cell';
import { readDataset } from '../../src/data/dataset';
import type { Records } from '../../src/kpi/evaluate';
import type { Field, Meaning } from '../../src/kpi/measure';
import { letter } from '../../src/report/areas';

/** A deal as it stands in a sheet. Dates are yyyy-MM-dd with a fraction of a day; null is a blank cell. */
export interface Deal {
  readonly stage: string | null;
  readonly amount: number | null;
  readonly created: string | null;
  readonly closed: string | null;
  readonly time: number;
  readonly customer: string | null;
  readonly owner: string | null;
}

/** Stages with their meaning: plain, in other cases, with the signs that criteria give a meaning to, in two scripts. */
export const stages: readonly (readonly [string, Meaning])[] = [
  ['Won', 'won'],
  ['wON', 'won'],
  ['Won*', 'open'],
  ['W?n', 'open'],
  ['Lost', 'lost'],
  ['Lost~', 'lost'],
  ['Lost "twice"', 'lost'],
  ['Успешно', 'won'],
  ['УСПЕШНО', 'won'],
  ['Закрыто и не реализовано', 'lost'],
  ['a=b; c', 'open'],
  ['Do rozmowy: łąka', 'open'],
];

/** Stages that no criterion can be trusted with: the report computes them instead. */
export const awkwardStages: readonly (readonly [string, Meaning])[] = [
  ['=Won', 'won'],
  ['<>', 'lost'],
  ['>5', 'open'],
  ['2025', 'won'],
  ['TRUE', 'lost'],
  ['May 5', 'open'],
  ['1e5', 'won'],
];

const days = [
  '2025-01-31',
  '2025-02-01',
  '2025-02-02',
  '2025-02-14',
  '2025-02-27',
  '2025-02-28',
  '2025-03-01',
  '2024-02-29',
];
const owners = ['Ann', 'ann', 'Bob * Co', 'Zoë "Z"', 'Ирина', 'x?', '~'];
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 5 });

const dealWith = (labels: readonly (readonly [string, Meaning])[]): fc.Arbitrary<Deal> =>
  fc.record({
    stage: maybe(fc.constantFrom(...labels.map(([label]) => label))),
    amount: maybe(
      fc.oneof(
        fc.integer({ min: -50, max: 5000 }),
        fc.integer({ min: 0, max: 500000 }).map((cents) => cents / 100),
      ),
    ),
    created: maybe(fc.constantFrom(...days)),
    closed: maybe(fc.constantFrom(...days)),
    time: fc.constantFrom(0, 0, 0.25, 0.999),
    customer: maybe(fc.constantFrom('Acme', 'Bolt', 'Ёж', 'C-3')),
    owner: maybe(fc.constantFrom(...owners)),
  });

/** Random deals whose labels a formula can name. */
export const randomDeals = fc.array(dealWith(stages), { maxLength: 40 });

/** Random deals among whose labels are some that no formula can name. */
export const randomAwkwardDeals = fc.array(dealWith([...stages, ...awkwardStages]), { maxLength: 40 });

/** The periods to try: all time, a month, one day, open ends, a leap day. */
export const periods = [
  {},
  { start: '2025-02-01', end: '2025-02-28' },
  { start: '2025-02-28', end: '2025-02-28' },
  { start: '2025-02-02' },
  { end: '2025-02-01' },
  { start: '2024-02-29', end: '2024-02-29' },
  { start: '2030-01-01', end: '2030-12-31' },
] as const;

const order = ['stage', 'amount', 'created', 'closed', 'customer', 'owner'] as const;

const civil = (date: string | null, time: number): Value => (date === null ? null : { date, time });

/** The deals as columns of cells, in the order stage, amount, created, closed, customer, owner. */
export const columnsOf = (deals: readonly Deal[]): Record<(typeof order)[number], Value[]> => ({
  stage: deals.map(({ stage }) => stage),
  amount: deals.map(({ amount }) => amount),
  created: deals.map(({ created }) => civil(created, 0)),
  closed: deals.map(({ closed, time }) => civil(closed, time)),
  customer: deals.map(({ customer }) => customer),
  owner: deals.map(({ owner }) => owner),
});

/** What makes a row of deals a record, first the one that decides. */
const keys = ['stage', 'closed', 'amount'] as const;

/**
 * The deals as the report sees them, on a tab Deals with its header in row 1; `labels` are the stages that have a meaning, and
 * `unmapped` the columns that nobody mapped. Without stages every deal is a sale.
 */
export function sourceOf(
  deals: readonly Deal[],
  labels = [...stages, ...awkwardStages],
  unmapped: readonly (typeof order)[number][] = [],
) {
  const mapped = order.filter((field) => !unmapped.includes(field));
  const cells = Object.entries(columnsOf(deals)).filter(([field]) => mapped.some((one) => one === field));
  const dataset = readDataset('deals', { headerRow: 1, totalRows: [], columns: {} }, Object.fromEntries(cells));
  const key: Field = `deals.${keys.find((field) => mapped.includes(field)) ?? 'amount'}`;
  const records: Records = { count: dataset.count, columns: dataset.columns, key };
  const columns: Partial<Record<Field, string>> = {};
  for (const field of mapped) {
    const column = letter(order.indexOf(field));
    columns[`deals.${field}`] = `Deals!$${column}$1:$${column}`;
  }
  const stageMeanings: [string, Meaning][] = labels.map(([label, meaning]) => [normaliseLabel(label), meaning]);
  const meanings = new Map(mapped.includes('stage') ? stageMeanings : [['', 'won' as Meaning]]);
  return { data: { deals: records }, meanings: { 'deals.stage': meanings }, columns, spellings: dataset.spellings };
}
