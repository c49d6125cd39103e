const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** The serial of a civil date (days since 1899-12-30), or undefined where the calendar has no such day. */
export function dateSerial(year: number, month: number, day: number): number | undefined {
  const instant = new Date(Date.UTC(year, month - 1, day));
  const exists =
    instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
  return exists ? (instant.getTime() - EPOCH) / DAY : undefined;
}
