import type { Zone } from '../data/cell';

const day = 86_400_000;

/** Offset of a time zone from UTC. Google is asked twice for each UTC day, and only on days of change more often. */
export function zoneOf(timeZone: string): Zone {
  const known = new Map<number, number>();
  const offsetAt = (utc: number): number => {
    let offset = known.get(utc);
    if (offset === undefined) {
      offset = minutes(Utilities.formatDate(new Date(utc), timeZone, 'Z'));
      known.set(utc, offset);
    }
    return offset;
  };
  return (utc) => {
    const start = Math.floor(utc / day) * day;
    const before = offsetAt(start);
    // Clocks change on a quarter of an hour.
    return before === offsetAt(start + day) ? before : offsetAt(Math.floor(utc / 900_000) * 900_000);
  };
}

/** "+0530" in minutes. */
const minutes = (offset: string): number =>
  (offset.startsWith('-') ? -1 : 1) * (+offset.slice(-4, -2) * 60 + +offset.slice(-2));
