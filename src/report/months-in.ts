import type { Period } from '../kpi/evaluate';
import type { Field } from '../kpi/measure';
import { dayNumber } from '../kpi/period';
import type { Request } from './request';

/** The fields that say on which days anything happened. */
export const decisive: readonly Field[] = ['leads.created', 'deals.closed', 'spend.date', 'traffic.date'];

/** The first and last day on which anything that a report counts by day happened. */
export function dataSpan({ source }: Request): [string | undefined, string | undefined] {
  let first: string | undefined;
  let last: string | undefined;
  for (const field of decisive) {
    const dates = source.data[field.split('.')[0] as 'leads']?.columns[field] ?? [];
    for (const date of dates as readonly (string | undefined)[]) {
      if (date && (!first || date < first)) first = date;
      if (date && (!last || date > last)) last = date;
    }
  }
  return [first, last];
}

/** How many months (of 30.4 days) a period is long; where it is open, to the first or last day with data. */
export function monthsIn({ start, end }: Period, request: Request): number | undefined {
  const [first, last] = dataSpan(request);
  const [from, to] = [start ?? first, end ?? last];
  return from && to ? ((dayNumber(to) - dayNumber(from) + 1) * 48) / 1461 : undefined;
}
