import { type CivilDate, civilOfSerial, isBlank, isErrorText, normaliseLabel, type Value } from './cell';
import type { CheckColumn, FindingCode, Replacement } from './finding';
import { isPlaceholder } from './placeholder';
import {
  currencyIn,
  currencyOfFormat,
  type DateOrder,
  type Decimal,
  dateMarkOf,
  dateOrderOf,
  decimalOf,
  readDate,
  readMonth,
  readNumber,
} from './text-value';

/** What a cell of a date or number column holds: what is wrong with it, and what it means as far as that can be told. */
export interface Reading {
  readonly code?: FindingCode;
  readonly date?: CivilDate;
  /** Is the date the first day of a month that is meant as a whole? */
  readonly month?: boolean;
  readonly number?: number;
  readonly currency?: string;
  readonly percent?: true;
}

/** A date or number column that was read. */
export interface ReadColumn {
  /** What each cell holds. */
  readonly readings: readonly Reading[];
  /** The likely answer to the question about its unclear cells, where the column itself proves none. */
  readonly suggested?: string | undefined;
  /** Are the texts of a date column what an import with the wrong order leaves: figures of one order, all after the 12th? */
  readonly leftByImport?: boolean;
}

const NOTHING: Reading = {};
const ERROR: Reading = { code: 'error_cell' };
const SPACES: Reading = { code: 'stray_spaces' };
const PLACEHOLDER: Reading = { code: 'placeholder' };
const UNREADABLE_DATE: Reading = { code: 'unreadable_date' };
const UNREADABLE_NUMBER: Reading = { code: 'unreadable_number' };

/** Serials that can be days of a business: 1954 to 2119. */
const isDaySerial = (number: number): boolean => number >= 20_000 && number < 80_000;

/**
 * The different texts of these rows that prove how a column is written. Errors prove nothing; nor do formulas, which no fix
 * changes: once the others are mended, their texts alone would prove something else.
 */
function textsOf(column: CheckColumn, rows: readonly number[]): Set<string> {
  const texts = new Set<string>();
  for (const row of rows) {
    const value = column.values[row];
    if (typeof value === 'string' && !column.formulas?.[row] && !isErrorText(value)) texts.add(value);
  }
  return texts;
}

/** A reader that reads each different text once. */
function readerOf(
  readText: (text: string) => Reading,
  readOther: (value: Exclude<Value, string>) => Reading,
): (value: Value) => Reading {
  const known = new Map<string, Reading>();
  return (value) => {
    if (value === null) return NOTHING;
    if (typeof value !== 'string') return readOther(value);
    const before = known.get(value);
    if (before) return before;
    const reading = isErrorText(value) ? ERROR : isBlank(value) ? SPACES : readText(value);
    known.set(value, reading);
    return reading;
  };
}

/**
 * Reads a date column; text in figures by the order that the texts with the same mark prove. `flags`: words such as "yes" are right,
 * too; `months`: a month is its first day.
 */
export function readDates(
  column: CheckColumn,
  rows: readonly number[],
  { flags, months }: { flags: boolean; months: boolean },
): ReadColumn {
  const texts = textsOf(column, rows);
  const byMark = new Map<string, string[]>();
  for (const text of texts) {
    const mark = dateMarkOf(text);
    if (mark !== undefined) (byMark.get(mark) ?? byMark.set(mark, []).get(mark))?.push(text);
  }
  const orders = new Map([...byMark].map(([mark, texts]) => [mark, dateOrderOf(texts)] as const));
  const proven = new Set(
    [...orders.values()].filter((order): order is DateOrder => order === 'dmy' || order === 'mdy'),
  );

  const readText = (text: string): Reading => {
    const order = orders.get(dateMarkOf(text) ?? '');
    const read = readDate(text, { order: order === 'ask' ? undefined : order });
    const month = months && read === undefined ? readMonth(text) : undefined;
    if (month) return { code: 'date_as_text', date: month, month: true };
    if (read === undefined)
      return flags ? NOTHING : isPlaceholder(normaliseLabel(text)) ? PLACEHOLDER : UNREADABLE_DATE;
    if ('ambiguous' in read) return { code: 'date_order_unclear' };
    return { code: 'date_as_text', date: read.civil };
  };
  const readOther = (value: Exclude<Value, string>): Reading => {
    if (typeof value === 'object') return value === null ? NOTHING : { date: value };
    if (flags && (typeof value === 'boolean' || value < 2)) return NOTHING;
    const date = typeof value === 'number' ? dateOfNumber(value) : undefined;
    return date ? { code: 'date_as_number', date } : UNREADABLE_DATE;
  };
  const read = readerOf(readText, readOther);
  const [order] = proven;
  return {
    readings: column.values.map(read),
    // A dot between the figures is hardly ever written month first.
    suggested: proven.size === 1 ? order : orders.get('.') === 'ask' ? 'dmy' : undefined,
    leftByImport: byMark.size === 1 && proven.size === 1 && [...texts].every((text) => isLateDay(text, read(text))),
  };
}

/** Texts that are no dates say nothing here. */
function isLateDay(text: string, { code, date }: Reading): boolean {
  if (code !== 'date_as_text' && code !== 'date_order_unclear') return true;
  return dateMarkOf(text) !== undefined && date !== undefined && date.date.slice(8) > '12';
}

/** The date with day and month exchanged; undefined where that is the same, or no date. */
export function swapDay({ date, time }: CivilDate): CivilDate | undefined {
  const [year, month, day] = date.split('-');
  return month === day || Number(day) > 12 ? undefined : { date: `${year}-${day}-${month}`, time };
}

/** A day as its serial, or as analytics tools export it (20251231). */
function dateOfNumber(number: number): CivilDate | undefined {
  if (isDaySerial(number)) return civilOfSerial(number);
  const read = Number.isInteger(number) ? readDate(String(number)) : undefined;
  return read && 'civil' in read ? read.civil : undefined;
}

/**
 * Reads a number column; "1.234" by the decimal mark that the other texts prove. Where several currencies stand in it, a text with
 * a currency is no number to convert: without its sign it would be added up with the others.
 */
export function readNumbers(column: CheckColumn, rows: readonly number[]): ReadColumn {
  const texts = [...textsOf(column, rows)];
  const shown = column.values.map((value, row) =>
    typeof value === 'number' ? currencyOfFormat(column.formats?.[row] ?? '') : undefined,
  );
  const named = [...texts.map(currencyIn), ...rows.map((row) => shown[row])];
  const mixed = new Set(named.filter((currency) => currency !== undefined)).size > 1;
  const decimal = decimalOf(mixed ? texts.filter((text) => currencyIn(text) === undefined) : texts);
  const readText = (text: string): Reading => {
    const read = readNumber(text, { decimal });
    const currency = currencyIn(text);
    if (mixed && currency !== undefined) return { code: 'mixed_currencies', currency };
    if (read === undefined) return isPlaceholder(normaliseLabel(text)) ? PLACEHOLDER : UNREADABLE_NUMBER;
    return 'ambiguous' in read ? { code: 'number_unclear' } : { code: 'number_as_text', ...read };
  };
  const read = readerOf(readText, (value) => (typeof value === 'number' ? { number: value } : UNREADABLE_NUMBER));
  const readings = column.values.map((value, row): Reading => {
    const currency = mixed ? shown[row] : undefined;
    return currency === undefined ? read(value) : { ...read(value), code: 'mixed_currencies', currency };
  });
  return { readings };
}

/** What a fix writes into a date cell; a month keeps its name, in the spreadsheet's language. */
export function dateReplacement(date: CivilDate | undefined, month?: boolean): Replacement | undefined {
  const day = month ? 'mmmm yyyy' : 'yyyy-mm-dd';
  return date && { value: date, numberFormat: date.time === 0 ? day : `${day} hh:mm:ss` };
}

/** What a fix writes into a number cell. */
export function numberReplacement({ number, percent }: Reading): Replacement | undefined {
  return number === undefined ? undefined : { value: number, numberFormat: percent ? '0.00%' : 'General' };
}

/** What a fix writes for a text that can be read in two ways, once it was answered which. */
export function answeredReplacement(text: Value | undefined, answer: string | undefined): Replacement | undefined {
  if (typeof text !== 'string') return undefined;
  if (answer === 'dmy' || answer === 'mdy') return dateReplacement(civilIn(text, answer));
  if (answer !== ',' && answer !== '.') return undefined;
  return numberReplacement(numberIn(text, answer));
}

function civilIn(text: string, order: DateOrder): CivilDate | undefined {
  const read = readDate(text, { order });
  return read && 'civil' in read ? read.civil : undefined;
}

function numberIn(text: string, decimal: Decimal): Reading {
  const read = readNumber(text, { decimal });
  return read && 'number' in read ? read : NOTHING;
}
