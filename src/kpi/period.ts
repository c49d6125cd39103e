/** The first and last day of a period, both included. */
export interface Days {
  readonly start: string;
  readonly end: string;
}

const day = 86_400_000;

/** Days since 1970-01-01 of a civil date (yyyy-MM-dd). */
export const dayNumber = (date: string): number =>
  Math.round(Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / day);

/** The civil date so many days after 1970-01-01. */
export const dateOfDay = (number: number): string => new Date(number * day).toISOString().slice(0, 10);

/** The date so many days later. */
export const addDays = (date: string, days: number): string => dateOfDay(dayNumber(date) + days);

/** The same day so many months later, or the last day of that month (as EDATE has it). */
export function addMonths(date: string, months: number): string {
  const first = new Date(Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1 + months, 1)).toISOString().slice(0, 8);
  const last = monthEnd(`${first}01`);
  const same = first + date.slice(8, 10);
  if (same > last) return last;
  return same;
}

/** The last day of the month of a date. */
export const monthEnd = (date: string): string =>
  new Date(Date.UTC(+date.slice(0, 4), +date.slice(5, 7), 0)).toISOString().slice(0, 10);

/** How many months lie between the months of two dates. */
export const monthsBetween = (from: string, to: string): number =>
  (+to.slice(0, 4) - +from.slice(0, 4)) * 12 + +to.slice(5, 7) - +from.slice(5, 7);

/** The equally long period just before: as many months where the period is whole calendar months, otherwise as many days. */
export function periodBefore({ start, end }: Days): Days {
  const dayBefore = addDays(start, -1);
  if (start.endsWith('-01') && end === monthEnd(end)) {
    return { start: addMonths(start, -monthsBetween(start, end) - 1), end: dayBefore };
  }
  return { start: addDays(start, dayNumber(start) - dayNumber(end) - 1), end: dayBefore };
}

/** The same period a year earlier; the end of a month stays the end of that month. */
export const yearBefore = ({ start, end }: Days): Days => ({
  start: addMonths(start, -12),
  end: end === monthEnd(end) ? monthEnd(addMonths(end, -12)) : addMonths(end, -12),
});
