import { localeRules } from '../files/locale';
import { parseTyped } from '../files/typed-value';
import type { Scalar } from '../workbook/types';
import { failure, isError } from './values';

/** Who asks for a value, for the sentence that says what was wrong: the function and the place of the argument, from 1. */
export interface Asker {
  readonly name: string;
  readonly place: number;
}

/** True if the locale ("pl_PL") writes 0,5. */
export function hasDecimalComma(locale: string): boolean {
  return localeRules(locale).decimal === ',';
}

const readings = new Map<string, Map<string, number | boolean | undefined>>();

/** The number (dates as serials) or boolean that a text stands for in a locale; undefined if it is just text. */
export function readText(text: string, locale: string): number | boolean | undefined {
  let known = readings.get(locale);
  if (!known || known.size > 100_000) {
    known = new Map();
    readings.set(locale, known);
  }
  if (known.has(text)) return known.get(text);
  const typed = parseTyped(text, locale, { imported: true });
  const value = 'value' in typed && typeof typed.value !== 'string' ? (typed.value ?? undefined) : undefined;
  known.set(text, value);
  return value;
}

/** A value as a number: blank is 0, booleans 1 and 0, text as the locale reads it. Throws errors and #VALUE!. */
export function toNumber(value: Scalar, locale: string, asker: Asker): number {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') throw value;
  const read = readText(value, locale);
  if (typeof read === 'number') return read;
  throw refusal(asker, 'number', value, 'a number');
}

/** A value as TRUE or FALSE: numbers are TRUE unless 0, blank and "" are FALSE. Throws errors and #VALUE!. */
export function toBoolean(value: Scalar, locale: string, asker: Asker): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null || value === '') return false;
  if (typeof value !== 'string') throw value;
  const read = readText(value, locale);
  if (typeof read === 'boolean') return read;
  throw refusal(asker, 'boolean', value, 'a boolean');
}

/** A value as text, numbers with up to 15 digits and the locale's decimal mark; dates are serials. Throws errors. */
export function toText(value: Scalar, locale: string): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return numberText(value, locale);
  throw value;
}

function numberText(value: number, locale: string): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const text = String(Number(value.toPrecision(15))).replace(/e\+?(-?)(\d+)$/, (_, sign: string, power: string) => {
    return `E${sign || '+'}${power.padStart(2, '0')}`;
  });
  return hasDecimalComma(locale) ? text.replace('.', ',') : text;
}

function refusal({ name, place }: Asker, wanted: string, value: string, article: string) {
  return failure(
    '#VALUE!',
    `Function ${name} parameter ${place} expects ${wanted} values. But '${value}' is a text and cannot be coerced to ${article}.`,
  );
}

/** A text without its case: what COUNTIFS, MATCH and `=` compare. */
export function fold(text: string): string {
  return text.toLowerCase();
}

const collators = new Map<string, Intl.Collator>();

/** Order of two texts in a locale, whatever their case: negative, 0 or positive. */
export function compareTexts(one: string, other: string, locale: string): number {
  const [first, second] = [fold(one), fold(other)];
  if (first === second) return 0;
  let collator = collators.get(locale);
  if (!collator) {
    collator = new Intl.Collator(locale.replace(/_/g, '-'));
    collators.set(locale, collator);
  }
  return collator.compare(first, second) || (first < second ? -1 : 1);
}

/**
 * Order of two values as `<`, `=` and sorting see it: numbers, then texts, then booleans; a blank is like 0, "" or FALSE,
 * whatever stands opposite. Errors must have been dealt with.
 */
export function compare(one: Scalar, other: Scalar, locale: string): number {
  const [a, b] = [one ?? blankLike(other), other ?? blankLike(one)];
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b, locale);
  return Number(a) - Number(b);
}

/** Whether `compare` finds no order, without asking for one: no collation tells two texts apart that differ in case alone. */
export function equal(one: Scalar, other: Scalar): boolean {
  const [a, b] = [one ?? blankLike(other), other ?? blankLike(one)];
  return a === b || (typeof a === 'string' && typeof b === 'string' && fold(a) === fold(b));
}

function blankLike(opposite: Scalar): Scalar {
  if (typeof opposite === 'string') return '';
  return typeof opposite === 'boolean' ? false : 0;
}

function rank(value: Scalar): number {
  if (typeof value === 'number') return 0;
  return typeof value === 'string' ? 1 : 2;
}

/** A value that is no error; throws the error if it is one. */
export function sound(value: Scalar): Exclude<Scalar, { readonly error: string }> {
  if (isError(value)) throw value;
  return value;
}
