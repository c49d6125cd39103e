import type { DatasetName } from '../data/fields';
import type { Period } from '../kpi/evaluate';
import { cellsWhere } from '../kpi/formula';
import type { Field, MeaningCondition } from '../kpi/measure';
import { dayNumber } from '../kpi/period';
import type { Source } from './figure';
import type { Request } from './request';

const isClosed: MeaningCondition = { field: 'deals.stage', means: ['won', 'lost'] };

/**
 * The days on which something happened, as cells; a deal that is open may say when its end is expected, and nothing has happened
 * then. Undefined where no formula can tell.
 */
export const cellsOfDays = (field: Field, source: Source): string | undefined =>
  cellsWhere(field, field === 'deals.closed' ? isClosed : undefined, source);

/** The fields that say on which days anything happened. */
export const decisive: readonly Field[] = ['leads.created', 'deals.closed', 'spend.date', 'traffic.date'];

/** The first and last day on which anything that a report counts by day happened. */
export function dataSpan({ source }: Request): [string | undefined, string | undefined] {
  const { data, meanings } = source;
  const isTold = cellsOfDays('deals.closed', source) !== undefined;
  let first: string | undefined;
  let last: string | undefined;
  for (const field of decisive) {
    const { columns } = data[field.split('.')[0] as DatasetName] ?? {};
    const stages = isTold && field === 'deals.closed' ? columns?.[isClosed.field] : undefined;
    const counts = (row: number): boolean => {
      const meaning = meanings[isClosed.field]?.get(String(stages?.[row]));
      return !stages || (meaning !== undefined && isClosed.means.includes(meaning));
    };
    ((columns?.[field] ?? []) as readonly (string | undefined)[]).forEach((date, row) => {
      if (!date || !counts(row)) return;
      if (!first || date < first) first = date;
      if (!last || date > last) last = date;
    });
  }
  return [first, last];
}

/** How many months (of 30.4 days) a period is long; where it is open, to the first or last day with data. */
export function monthsIn({ start, end }: Period, request: Request): number | undefined {
  const [first, last] = dataSpan(request);
  const [from, to] = [start ?? first, end ?? last];
  return from && to ? ((dayNumber(to) - dayNumber(from) + 1) * 48) / 1461 : undefined;
}
