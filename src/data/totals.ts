import { isBlank, type Value } from './cell';
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

/** The totals among records that are told by their labels: those of spend and traffic, where no customer is called "Total". */
export function findTotals(dataset: DatasetName, columns: Columns): Totals {
  const labels: Partial<Record<FieldKey, string[]>> = {};
  const rows = new Set<number>();
  if (dataset !== 'spend' && dataset !== 'traffic') return { labels, rows: [] };
  for (const field of LABELS) {
    const cells = columns[field] ?? [];
    const summary = summaryRow(columns, cells);
    const found = new Set<string>(summary === undefined ? [] : ['']);
    if (summary !== undefined) rows.add(summary);
    cells.forEach((cell, row) => {
      if (typeof cell !== 'string' || !isTotalLabel(cell)) return;
      found.add(cell);
      rows.add(row);
    });
    if (found.size > 0) labels[`${dataset}.${field}` as FieldKey] = [...found];
  }
  return { labels, rows: [...rows] };
}

/** The only row without a label, if it stands first or last and at least two of its numbers are the sums of all others. */
function summaryRow(columns: Columns, labels: readonly Value[]): number | undefined {
  const filled = labels.flatMap((_, row) =>
    Object.values(columns).every((cells) => isEmpty(cells?.[row])) ? [] : row,
  );
  const [row, ...others] = filled.filter((at) => isEmpty(labels[at]));
  if (row === undefined || others.length > 0 || filled.length < 3) return undefined;
  if (row !== filled[0] && row !== filled[filled.length - 1]) return undefined;
  const sums = NUMBERS.flatMap((field) => {
    const cells = columns[field];
    const total = cells?.[row];
    return typeof total === 'number' && total !== 0 ? [{ cells, total }] : [];
  });
  const isSum = ({ cells, total }: (typeof sums)[number]): boolean => {
    const sum = filled.reduce((all, at) => all + (at === row ? 0 : numberIn(cells?.[at])), 0);
    return Math.abs(sum - total) <= 0.005 * filled.length + 1e-9 * Math.abs(total);
  };
  return sums.length >= 2 && sums.every(isSum) ? row : undefined;
}

const isEmpty = (value: Value | undefined): boolean => value === undefined || isBlank(value);

const numberIn = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);
