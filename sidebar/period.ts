import type { ReportSettings } from '../src/data/settings';

/** The periods to choose from. */
export const PERIODS = [
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
  'last-12-months',
  'all',
  'custom',
] as const;

/** A period by its name. */
export type PeriodName = (typeof PERIODS)[number];

/** Whole months, `from` (before or after this one) up to but not including `to`, of which month 0 is the one of `today`. */
function months(today: string, from: number, to: number): ReportSettings['period'] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const day = (offset: number, date: number): string =>
    new Date(Date.UTC(year, month - 1 + offset, date)).toISOString().slice(0, 10);
  return { start: day(from, 1), end: day(to, 0) };
}

/** First and last day (yyyy-MM-dd) of a named period as seen on the day `today`; all time has neither, and custom is as it was. */
export function periodOf(name: PeriodName, today: string, before: ReportSettings['period']): ReportSettings['period'] {
  const month = Number(today.slice(5, 7)) - 1;
  const quarter = -(month % 3);
  switch (name) {
    case 'this-month':
      return months(today, 0, 1);
    case 'last-month':
      return months(today, -1, 0);
    case 'this-quarter':
      return months(today, quarter, quarter + 3);
    case 'last-quarter':
      return months(today, quarter - 3, quarter);
    case 'this-year':
      return months(today, -month, 12 - month);
    case 'last-year':
      return months(today, -month - 12, -month);
    case 'last-12-months':
      return months(today, -12, 0);
    case 'all':
      return {};
    case 'custom':
      return before;
  }
}

/** The name of a period as seen on the day `today`. */
export function periodName(period: ReportSettings['period'], today: string): PeriodName {
  const same = (name: PeriodName): boolean => {
    const { start, end } = periodOf(name, today, {});
    return start === period.start && end === period.end;
  };
  return PERIODS.find((name) => name !== 'custom' && same(name)) ?? 'custom';
}
