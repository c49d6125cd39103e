import type { LocaleRules } from './locale';
import { dateSerial } from './serial';

/** A date, date-time or time as typed: a serial, with a number format that shows it as it was typed. */
export interface TypedDate {
  readonly value: number;
  readonly numberFormat: string;
}

/** Reads a date, a time or both as the locale writes them; `year` completes dates without one; undefined where it is none. */
export function readDate(text: string, rules: LocaleRules, year: number): TypedDate | undefined {
  const time = readTime(text, true);
  if (time) return time;
  const split = /^(\S.*?) +(\d{1,2}:\S.*)$/.exec(text);
  if (!split) return readDay(text, rules, year);
  const day = readDay(split[1] ?? '', rules, year);
  const hours = readTime(split[2] ?? '', false);
  if (!day || !hours) return undefined;
  return { value: day.value + hours.value, numberFormat: `${day.numberFormat} ${hours.numberFormat}` };
}

const TIME = /^(\d{1,3}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?( ?[AaPp][Mm])?$/;

function readTime(text: string, mayBeDuration: boolean): TypedDate | undefined {
  const found = TIME.exec(text);
  if (!found) return undefined;
  const [, hour = '', minute = '', second, fraction, half] = found;
  const hours = half ? clockHours(Number(hour), /p/i.test(half)) : Number(hour);
  if (hours === undefined || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  if (hours > 23 && !mayBeDuration) return undefined;
  const seconds = hours * 3600 + Number(minute) * 60 + Number(second ?? 0) + Number(fraction ?? 0);
  const shownHour = hours > 23 ? '[h]' : hour.startsWith('0') && hour.length === 2 ? 'hh' : 'h';
  const shownRest = `:mm${second ? ':ss' : ''}${fraction ? '.000' : ''}${half ? ' AM/PM' : ''}`;
  return { value: seconds / 86_400, numberFormat: shownHour + shownRest };
}

function clockHours(hour: number, afternoon: boolean): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (afternoon ? 12 : 0);
}

function readDay(text: string, rules: LocaleRules, year: number): TypedDate | undefined {
  return /\p{L}/u.test(text) ? readNamed(text, rules, year) : readNumeric(text, rules, year);
}

/** The digits of day, month and year as typed; the year may be missing, and so may the day. */
interface Parts {
  readonly day?: string | undefined;
  readonly month: string;
  readonly year?: string | undefined;
}

const NUMERIC = /^(\d{1,4})([-/]|\. ?)(\d{1,2})(?:\2(\d{4}|\d{2}))?$/;
const MONTH_AND_YEAR = /^(\d{1,2})([-/])(\d{4})$/;

function readNumeric(text: string, rules: LocaleRules, year: number): TypedDate | undefined {
  const month = MONTH_AND_YEAR.exec(text);
  const found = month ?? NUMERIC.exec(text);
  const separator = found?.[2];
  if (!found || !separator) return undefined;
  const parts = month ? { month: month[1] ?? '', year: month[3] } : orderParts(found, rules);
  if (!parts || !separates(separator, parts, rules)) return undefined;
  const value = serialOf({ ...parts, month: Number(parts.month) }, year);
  if (value === undefined) return undefined;
  const yearFirst = found[1]?.length === 4;
  const shown = {
    d: parts.day && (padded(parts.day, yearFirst || rules.padsDay) ? 'dd' : 'd'),
    m: padded(parts.month, yearFirst || rules.padsMonth) ? 'mm' : 'm',
    y: parts.year && (parts.year.length === 4 ? 'yyyy' : 'yy'),
  };
  const order = yearFirst ? 'ymd' : month ? 'my' : rules.order;
  const fields = [...order].map((field) => shown[field as 'd' | 'm' | 'y']).filter((field) => field);
  return { value, numberFormat: fields.join(separator) };
}

function orderParts([, first = '', , second = '', third]: RegExpExecArray, { order }: LocaleRules): Parts | undefined {
  if (first.length > 2) {
    if (first.length !== 4 || third?.length === 4) return undefined;
    return { year: first, month: second, day: third };
  }
  // Where the year comes first, nobody can tell what 31/12/2025 or 25/12/31 is taken for.
  if (order === 'ymd') return third ? undefined : { month: first, day: second };
  return order === 'mdy' ? { month: first, day: second, year: third } : { day: first, month: second, year: third };
}

/** Dashes and slashes separate dates everywhere; dots only where they cannot be taken for a decimal mark. */
function separates(separator: string, { day, year }: Parts, rules: LocaleRules): boolean {
  if (!separator.startsWith('.')) return true;
  if (day !== undefined && year !== undefined) return rules.dateSeparator === '.' || rules.decimal !== '.';
  return separator === '.' && day !== undefined && rules.dateSeparator === '.' && rules.decimal !== '.';
}

function padded(digits: string, byDefault: boolean): boolean {
  return digits.startsWith('0') || (digits.length === 2 && byDefault);
}

function serialOf(parts: { day?: string | undefined; month: number; year?: string | undefined }, thisYear: number) {
  return dateSerial(fullYear(parts.year, thisYear), parts.month, Number(parts.day ?? 1));
}

function fullYear(year: string | undefined, thisYear: number): number {
  if (year === undefined) return thisYear;
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 30 ? 2000 : 1900);
}

const TOKENS = /\d+|\p{L}+(?:\.(?!\d))?|[^\d\p{L}]+/gu;
const PUNCTUATION = /^(?: |, ?|-|\/|\. ?|\.)$/;

/** Dates with the name of a month: "31 December 2025", "Dec 31, 2025", "31. Dezember", "31 de diciembre de 2025", "Dec 2025". */
function readNamed(text: string, rules: LocaleRules, thisYear: number): TypedDate | undefined {
  const tokens = text.match(TOKENS) ?? [];
  const numbers: string[] = [];
  const format: string[] = [];
  let shape = '';
  let month = 0;
  for (const token of tokens) {
    const name = rules.months.get(token.toLowerCase().replace(/\.$/, ''));
    if (/^\d/.test(token)) {
      shape += 'n';
      format.push(`<${numbers.push(token) - 1}>`);
    } else if (name && !month) {
      shape += 'M';
      month = name.month;
      format.push(name.format);
    } else if (rules.fillers.has(token.toLowerCase().replace(/\.$/, ''))) {
      format.push(`"${token}"`);
    } else if (PUNCTUATION.test(token)) {
      format.push(token);
    } else return undefined;
  }
  const parts = namedParts(shape, numbers, text);
  if (!parts) return undefined;
  const value = serialOf({ ...parts, month }, thisYear);
  if (value === undefined) return undefined;
  const shown = numbers.map((digits, index) => {
    if (parts.day !== undefined && index === 0) return digits.startsWith('0') ? 'dd' : 'd';
    return digits.length === 4 ? 'yyyy' : 'yy';
  });
  return { value, numberFormat: format.join('').replace(/<(\d)>/g, (_, index) => shown[Number(index)] ?? '') };
}

function namedParts(shape: string, [first = '', second]: string[], text: string): Omit<Parts, 'month'> | undefined {
  const isYear = (digits: string) => digits.length === 4;
  const isDay = (digits: string) => digits.length <= 2;
  if (shape === 'Mn' && isYear(first)) return { year: first };
  // "Dec-25" may be a day or a year.
  if (shape === 'Mn' && isDay(first)) return text.includes('-') ? undefined : { day: first };
  if (shape === 'nM' && isDay(first)) return { day: first };
  if (shape !== 'nMn' && shape !== 'Mnn') return undefined;
  if (!isDay(first) || second === undefined || !(isYear(second) || second.length === 2)) return undefined;
  return { day: first, year: second };
}
