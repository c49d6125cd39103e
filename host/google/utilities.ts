import { randomUUID } from 'node:crypto';
import { instantToSerial } from '../workbook/zone';
import type { Execution } from './execution';
import { defineInterface, GoogleError, notEmulated, Service } from './interface';

const UTILITIES = defineInterface<Utilities>(
  'Utilities',
  'Utilities',
  { formatDate: ['date,str,str'], getUuid: [''], sleep: ['int'] },
  { local: true },
);

/** Utilities: dates as text, unique ids, and a sleep that takes no time. */
export class Utilities extends Service {
  readonly face = UTILITIES;

  constructor(readonly execution: Execution) {
    super();
  }

  formatDate(date: Date, timeZone: string, pattern: string): string {
    if (Number.isNaN(date.getTime())) throw new GoogleError('Invalid argument: date');
    return formatDate(date.getTime(), timeZone, pattern);
  }

  getUuid(): string {
    return randomUUID();
  }

  sleep(): void {}
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const NAMES = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', weekday: 'long' });

/** An instant in the letters of Java's SimpleDateFormat, in English. */
function formatDate(instant: number, timeZone: string, pattern: string): string {
  const wall = new Date(EPOCH + Math.round(instantToSerial(instant, timeZone) * DAY));
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (run, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    return formatField(wall, Math.round((wall.getTime() - instant) / 60_000), run);
  });
}

function formatField(wall: Date, offset: number, run: string): string {
  const pad = (value: number) => String(value).padStart(run.length, '0');
  const name = (type: 'month' | 'weekday') => {
    const long = NAMES.formatToParts(wall).find((part) => part.type === type)?.value ?? '';
    return run.length > 3 ? long : long.slice(0, 3);
  };
  const hour = wall.getUTCHours();
  switch (run[0]) {
    case 'y':
      return run.length === 2 ? String(wall.getUTCFullYear() % 100).padStart(2, '0') : pad(wall.getUTCFullYear());
    case 'M':
      return run.length > 2 ? name('month') : pad(wall.getUTCMonth() + 1);
    case 'd':
      return pad(wall.getUTCDate());
    case 'E':
      return name('weekday');
    case 'H':
      return pad(hour);
    case 'h':
      return pad(hour % 12 || 12);
    case 'm':
      return pad(wall.getUTCMinutes());
    case 's':
      return pad(wall.getUTCSeconds());
    case 'S':
      return pad(wall.getUTCMilliseconds());
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'Z':
      return formatOffset(offset, '');
    case 'X':
      return offset === 0 ? 'Z' : formatOffset(offset, run.length === 3 ? ':' : '');
    default:
      throw notEmulated(`Utilities.formatDate with the letter ${run[0]}`);
  }
}

function formatOffset(minutes: number, separator: string): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}
