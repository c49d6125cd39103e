const DAY = 86_400_000;
/** Serial 0, 30 December 1899, as UTC milliseconds. */
const EPOCH = Date.UTC(1899, 11, 30);

const clocks = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

function clock(timeZone: string): Intl.DateTimeFormat {
  let format = clocks.get(timeZone);
  if (!format) {
    const numeric = 'numeric';
    const fields = {
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone, era: 'short', hourCycle: 'h23', ...fields });
    clocks.set(timeZone, format);
  }
  return format;
}

/** Milliseconds by which the zone's clocks are ahead of UTC at an instant. Zones change on whole quarters of an hour. */
function offsetAt(instant: number, timeZone: string): number {
  const quarter = Math.floor(instant / 900_000);
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, known);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = readClock(quarter * 900_000, timeZone) - quarter * 900_000;
    known.set(quarter, offset);
  }
  return offset;
}

function readClock(instant: number, timeZone: string): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of clock(timeZone).formatToParts(instant)) parts[type] = value;
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
  const date = new Date(0);
  date.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  return date.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
}

/** The instant (milliseconds since 1970) at which clocks of a time zone show a serial; whole milliseconds. */
export function serialToInstant(serial: number, timeZone: string): number {
  const wall = EPOCH + Math.round(serial * DAY);
  const first = wall - offsetAt(wall, timeZone);
  return wall - offsetAt(first, timeZone);
}

/** The serial that clocks of a time zone show at an instant (milliseconds since 1970). */
export function instantToSerial(instant: number, timeZone: string): number {
  return (instant + offsetAt(instant, timeZone) - EPOCH) / DAY;
}

/** True if the time zone is known ("Europe/Warsaw"). */
export function isTimeZone(timeZone: string): boolean {
  try {
    clock(timeZone);
    return true;
  } catch {
    return false;
  }
}
