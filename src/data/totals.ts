import { isBlank, labelOf, type Value } from './cell';
import type { DatasetName, FieldKey } from './fields';
import { isTotalLabel } from './layout';

type Columns = Readonly<Record<string, readonly Value[] | undefined>>;

/**
 * Rows that are totals of others although they have a day, as those of "Total" month by month, or the row of sums without a
 * campaign that advertising tools put above or below their rows.
 */
export interface Totals {
  /** What such rows have in a column that the records do not: spellings as they stand, "" for nothing. */
  readonly labels: Readonly<Partial<Record<FieldKey, readonly string[]>>>;
  /** Indices into the columns. */
  readonly rows: readonly number[];
}

const LABELS = ['channel', 'campaign'];
const NUMBERS = ['amount', 'impressions', 'clicks', 'leads', 'orders', 'revenue', 'visitors', 'sessions', 'pageviews'];

/**
 * The totals among dated records of spend and traffic. A label makes a row a total where every row with it holds the sums of
 * others: of its day, or of the rows before or after it up to the next total. One row without a label does, if it holds the
 * sums of all others.
 */
export function findTotals(dataset: DatasetName, columns: Columns): Totals {
  const labels: Partial<Record<FieldKey, string[]>> = {};
  const rows = new Set<number>();
  if (dataset !== 'spend' && dataset !== 'traffic') return { labels, rows: [] };
  const dates = columns.date ?? [];
  const dated = dates.flatMap((date, row) =>
    isEmpty(date) || (typeof date === 'string' && isTotalLabel(date)) ? [] : row,
  );
  for (const field of LABELS) {
    const cells = columns[field];
    if (!cells) continue;
    const found = totalsBy(cells, dated, columns);
    for (const row of found) rows.add(row);
    if (found.length > 0)
      labels[`${dataset}.${field}` as FieldKey] = [...new Set(found.map((row) => textOf(cells[row])))];
  }
  return { labels, rows: [...rows] };
}

/** The rows that are totals by what they have in a column of labels. */
function totalsBy(cells: readonly Value[], dated: readonly number[], columns: Columns): number[] {
  const blank = dated.filter((row) => isEmpty(cells[row]));
  const isAlone = blank.length === 1 && (blank[0] === dated[0] || blank[0] === dated[dated.length - 1]);
  const [alone = 0] = blank;
  // Without a label to say so, a single number could be the sum of two others by chance.
  const isCertain = dated.length > 3 || numbersIn(alone, columns).length > 1;
  if (isAlone && isCertain && isSumOf(alone, dated, columns)) return blank;
  const byLabel = new Map<string, number[]>();
  for (const row of dated) {
    const cell = cells[row];
    if (typeof cell !== 'string' || !isTotalLabel(cell)) continue;
    const alike = byLabel.get(cell);
    if (alike) alike.push(row);
    else byLabel.set(cell, [row]);
  }
  const groupsOf = groupsAround(dated, new Set([...byLabel.values()].flat()), columns);
  return [...byLabel.values()]
    .filter((all) => all.every((row) => groupsOf(row, all.length).some((group) => isSumOf(row, group, columns))))
    .flat();
}

/** A grand total stands once, or once above and once below. */
const MOST_GRAND = 2;

/** What a row may be the total of: the records of its day, those above it or below it up to the next total, or all. */
function groupsAround(
  dated: readonly number[],
  called: ReadonlySet<number>,
  { date }: Columns,
): (row: number, alike: number) => (readonly number[])[] {
  const dayOf = (row: number): string => labelOf(date?.[row] ?? null);
  const records = dated.filter((row) => !called.has(row));
  const byDay = new Map<string, number[]>();
  for (const row of records) {
    const day = byDay.get(dayOf(row));
    if (day) day.push(row);
    else byDay.set(dayOf(row), [row]);
  }
  const above = new Map<number, number[]>();
  const below = new Map<number, number[]>();
  let run: number[] = [];
  for (const row of dated) {
    if (!called.has(row)) run.push(row);
    else {
      above.set(row, run);
      run = [];
      below.set(row, run);
    }
  }
  return (row, alike) => {
    const near = [byDay.get(dayOf(row)), above.get(row), below.get(row)].flatMap((group) => (group ? [group] : []));
    return alike <= MOST_GRAND ? [...near, records] : near;
  };
}

/** Does a row hold the sums of other rows, at least two, in all of its numbers? */
function isSumOf(row: number, group: readonly number[], columns: Columns): boolean {
  const others = group.filter((one) => one !== row);
  const fields = numbersIn(row, columns);
  const isSum = (field: string): boolean => {
    const total = numberIn(columns[field]?.[row]);
    const sum = others.reduce((all, at) => all + numberIn(columns[field]?.[at]), 0);
    return Math.abs(sum - total) <= 0.005 * others.length + 1e-9 * Math.abs(total);
  };
  return others.length >= 2 && fields.length > 0 && fields.every(isSum);
}

/** The fields in which a row holds a number that is not zero. */
const numbersIn = (row: number, columns: Columns): string[] =>
  NUMBERS.filter((field) => numberIn(columns[field]?.[row]) !== 0);

const textOf = (value: Value | undefined): string => (isEmpty(value) ? '' : String(value));

const isEmpty = (value: Value | undefined): boolean => value === undefined || isBlank(value);

const numberIn = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);
