import { readText } from '../coerce';
import { failure, type Matrix } from '../values';
import { numbersIn } from './aggregate';
import { type Call, type Definition, define } from './define';

const DAY = 86_400_000;
/** Days from serial 0, 30 December 1899, to 1 January 1970. */
const EPOCH = 25_569;

/** The serial of a civil date; months and days beyond their ends run on into the next or previous ones. */
function serialOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY + EPOCH;
}

interface CivilDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** From 0, Sunday. */
  readonly weekday: number;
}

/** The civil date of a serial, whatever its time of day. */
function civilDate(serial: number): CivilDate {
  const date = new Date((Math.floor(serial) - EPOCH) * DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

function daysInMonth(year: number, month: number): number {
  return civilDate(serialOf(year, month + 1, 0)).day;
}

/** The same day some months on, or the last one of a month that is too short. */
function addMonths(serial: number, months: number): number {
  const { year, month, day } = civilDate(serial);
  const first = civilDate(serialOf(year, month + Math.trunc(months), 1));
  return serialOf(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month)));
}

function requireDate(serial: number, { name }: Call): number {
  if (Number.isFinite(serial) && serial >= 0) return serial;
  throw failure('#NUM!', `Function ${name} parameter 1 value is ${serial}. It should be greater than or equal to 0.`);
}

const partOf = (part: (date: CivilDate) => number): Definition =>
  define(['number'], ([serial], call) => part(civilDate(requireDate(serial, call))));

/** Seconds since midnight, rounded as a clock shows them. */
function clockSeconds(serial: number): number {
  return Math.round((serial - Math.floor(serial)) * 86_400) % 86_400;
}

const clockPart = (part: (seconds: number) => number): Definition =>
  define(['number'], ([serial], call) => part(clockSeconds(requireDate(serial, call))));

function date(year: number, month: number, day: number, call: Call): number {
  const full = Math.trunc(year) < 1900 ? Math.trunc(year) + 1900 : Math.trunc(year);
  return requireDate(serialOf(full, Math.trunc(month), Math.trunc(day)), call);
}

/** Whole months from one date to a later one. */
function monthsBetween(start: number, end: number): number {
  const [from, to] = [civilDate(start), civilDate(end)];
  return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
}

function difference(start: number, end: number, unit: string): number {
  const [first, last] = [Math.floor(start), Math.floor(end)];
  if (first > last) {
    throw failure('#NUM!', `Function DATEDIF parameter 1 (${first}) should be on or before parameter 2 (${last}).`);
  }
  const [from, to] = [civilDate(first), civilDate(last)];
  const months = monthsBetween(first, last);
  switch (unit.toUpperCase()) {
    case 'D':
      return last - first;
    case 'M':
      return months;
    case 'Y':
      return Math.floor(months / 12);
    case 'YM':
      return months % 12;
    case 'MD':
      return last - addMonths(first, months);
    case 'YD': {
      const birthday = serialOf(to.year, from.month, from.day);
      return last - (birthday > last ? serialOf(to.year - 1, from.month, from.day) : birthday);
    }
    default:
      throw failure('#NUM!', `Function DATEDIF parameter 3 value is ${unit}. Valid units are Y, M, D, MD, YM and YD.`);
  }
}

function weekday(serial: number, type: number, call: Call): number {
  const day = civilDate(requireDate(serial, call)).weekday;
  if (type === 1) return day + 1;
  if (type === 2) return ((day + 6) % 7) + 1;
  if (type === 3) return (day + 6) % 7;
  throw failure('#NUM!', `Function WEEKDAY parameter 2 value is ${type}. Valid values are between 1 and 3 inclusive.`);
}

/** First weekday (0 is Sunday) of a week by WEEKNUM's types; 21 is the ISO week. */
const WEEK_STARTS = new Map([
  [1, 0],
  [2, 1],
  [11, 1],
  [12, 2],
  [13, 3],
  [14, 4],
  [15, 5],
  [16, 6],
  [17, 0],
]);

function weekNumber(serial: number, type: number, call: Call): number {
  const { year, weekday: day } = civilDate(requireDate(serial, call));
  if (type === 21) {
    const thursday = Math.floor(serial) - ((day + 6) % 7) + 3;
    return Math.floor((thursday - serialOf(civilDate(thursday).year, 1, 1)) / 7) + 1;
  }
  const start = WEEK_STARTS.get(type);
  if (start === undefined) throw failure('#NUM!', `Function WEEKNUM parameter 2 value is ${type}.`);
  const newYear = serialOf(year, 1, 1);
  const offset = (civilDate(newYear).weekday - start + 7) % 7;
  return Math.floor((Math.floor(serial) - newYear + offset) / 7) + 1;
}

function workingDays(start: number, end: number, holidays: Matrix | undefined, call: Call): number {
  const free = new Set(holidays ? numbersIn([holidays], call).map(Math.floor) : []);
  const [first, last] = [Math.floor(Math.min(start, end)), Math.floor(Math.max(start, end))];
  let days = 0;
  for (let day = first; day <= last; day++) {
    const { weekday: name } = civilDate(day);
    if (name !== 0 && name !== 6 && !free.has(day)) days++;
  }
  return start <= end ? days : -days;
}

function readDate(text: string, { context }: Call): number {
  const serial = readText(text, context.locale);
  if (typeof serial === 'number') return Math.floor(serial);
  throw failure('#VALUE!', `DATEVALUE parameter '${text}' cannot be parsed to date/time.`);
}

/** Dates and times, all of them serials. */
export const DATE: Readonly<Record<string, Definition>> = {
  DATE: define(['number', 'number', 'number'], ([year, month, day], call) => date(year, month, day, call)),
  TIME: define(['number', 'number', 'number'], ([hours, minutes, seconds]) => {
    const part = (Math.trunc(hours) * 3600 + Math.trunc(minutes) * 60 + Math.trunc(seconds)) / 86_400;
    return part - Math.floor(part);
  }),
  TODAY: define([], (_, { context }) => Math.floor(context.now())),
  NOW: define([], (_, { context }) => context.now()),
  YEAR: partOf(({ year }) => year),
  MONTH: partOf(({ month }) => month),
  DAY: partOf(({ day }) => day),
  HOUR: clockPart((seconds) => Math.floor(seconds / 3600)),
  MINUTE: clockPart((seconds) => Math.floor(seconds / 60) % 60),
  SECOND: clockPart((seconds) => seconds % 60),
  EDATE: define(['number', 'number'], ([serial, months], call) => requireDate(addMonths(serial, months), call)),
  EOMONTH: define(['number', 'number'], ([serial, months], call) => {
    const { year, month } = civilDate(serial);
    return requireDate(serialOf(year, month + Math.trunc(months) + 1, 0), call);
  }),
  DAYS: define(['number', 'number'], ([end, start]) => Math.floor(end) - Math.floor(start)),
  DATEDIF: define(['number', 'number', 'text'], ([start, end, unit]) => difference(start, end, unit)),
  WEEKDAY: define(['number', 'number?'], ([serial, type = 1], call) => weekday(serial, Math.trunc(type), call)),
  WEEKNUM: define(['number', 'number?'], ([serial, type = 1], call) => weekNumber(serial, Math.trunc(type), call)),
  NETWORKDAYS: define(['number', 'number', 'filled?'], ([start, end, holidays], call) =>
    workingDays(start, end, holidays, call),
  ),
  DATEVALUE: define(['text'], ([text], call) => readDate(text, call)),
};
