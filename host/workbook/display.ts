import { format, isDateFormat } from './numfmt';
import type { Scalar } from './types';

const dateFormats = new Map<string, boolean>();

/** True if numbers in this format are shown as dates or times. */
export function isDate(numberFormat: string): boolean {
  let answer = dateFormats.get(numberFormat);
  if (answer === undefined) {
    answer = isDateFormat(numberFormat);
    dateFormats.set(numberFormat, answer);
  }
  return answer;
}

/** What a cell shows: its value in a number format and a locale such as "pl_PL". */
export function displayText(value: Scalar, numberFormat: string, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  const options = { locale: locale.replace('_', '-'), throws: false, leap1900: false, nbsp: true };
  if (typeof value === 'boolean') return format('General', value, options);
  if (typeof value === 'string') return numberFormat.includes('@') ? format(numberFormat, value, options) : value;
  const pattern = numberFormat === 'General' || numberFormat === '@' ? automatic(value) : numberFormat;
  // Only between groups of digits does a space not break.
  return format(pattern, value, options).replace(/(?<!\d)\u00a0|\u00a0(?!\d{3})/g, ' ');
}

/** Sheets shows ten significant digits of a fraction and up to fifteen digits of a whole number, then powers of ten. */
function automatic(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-6)) {
    return value.toExponential(5).includes('.00000') ? '0E+00' : '0.#####E+00';
  }
  if (Number.isInteger(value)) return '0';
  const decimals = Math.max(0, 9 - Math.floor(Math.log10(size)));
  return Number.isInteger(Number(value.toFixed(decimals))) ? '0' : `0.${'#'.repeat(decimals)}`;
}
