/** A cell as Google hands it over; `""`, null and undefined are all blank. */
export type Cell = number | string | boolean | Date | null | undefined;

/** A day without a time zone: `date` is `yyyy-MM-dd`, `time` the fraction of the day that has passed (0 ≤ time < 1). */
export interface CivilDate {
  readonly date: string;
  readonly time: number;
}

/** A cell as the pure code sees it; blank is null, an error is its text (`#N/A`). */
export type Value = number | string | boolean | CivilDate | null;

/** Offset of the spreadsheet's time zone from UTC, in minutes (east is positive), at an instant in UTC milliseconds. */
export type Zone = (utcMilliseconds: number) => number;

const DAY = 86_400_000;
/** Days from Sheets' day 0, 1899-12-30, to 1970-01-01. */
const SERIAL_OF_1970 = 25_569;

const ERRORS = new Set(
  (
    '#N/A #DIV/0! #REF! #NAME? #VALUE! #NUM! #NULL! #ERROR! #SPILL! #CALC! ' +
    // Files that Excel wrote in Polish, Russian, German or Spanish.
    '#N/D! #N/D #DZIEL/0! #ADR! #NAZWA? #ARG! #LICZBA! #ZERO! ' +
    '#Н/Д #ДЕЛ/0! #ССЫЛКА! #ИМЯ? #ЗНАЧ! #ЧИСЛО! #ПУСТО! ' +
    '#NV #BEZUG! #WERT! #ZAHL! ' +
    '#¡DIV/0! #¡REF! #¿NOMBRE? #¡VALOR! #¡NUM! #¡NULO!'
  ).split(' '),
);

/** Characters that nobody sees: zero-width space, soft hyphen, direction marks, byte order mark. (Joiners shape emoji.) */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const JOINER = /\u200C|\u200D/g;
/** Text that normalising cannot change but for its case. */
const PLAIN = /^[!-~]+( [!-~]+)*$/;

const isDateObject = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/** The cell as number, text, boolean, civil date (of the spreadsheet's zone) or null; an invalid Date is the text `#VALUE!`. */
export function toValue(cell: Cell, zone: Zone): Value {
  if (cell === '' || cell === null || cell === undefined) return null;
  if (typeof cell !== 'object') return cell;
  // An image in a cell, for one, is an object, too; its name is all there is to read.
  if (!isDateObject(cell)) return String(cell);
  const utc = cell.getTime();
  return Number.isNaN(utc) ? '#VALUE!' : civilAt(utc, zone);
}

/** The civil date and time that clocks of the zone show at an instant in UTC milliseconds. */
export function civilAt(utcMilliseconds: number, zone: Zone): CivilDate {
  return civilOfUtc(utcMilliseconds + zone(utcMilliseconds) * 60_000);
}

function civilOfUtc(milliseconds: number): CivilDate {
  const iso = new Date(milliseconds).toISOString();
  return {
    date: iso.slice(0, iso.indexOf('T')),
    time: (milliseconds - Math.floor(milliseconds / DAY) * DAY) / DAY,
  };
}

/** Is there nothing in the cell: null, no text, or text of nothing but space? */
export function isBlank(value: Value): boolean {
  return value === null || (typeof value === 'string' && tidyText(value) === '');
}

/** Is the value a civil date? */
export function isCivil(value: Value): value is CivilDate {
  return typeof value === 'object' && value !== null;
}

/** Is the value the text of a spreadsheet error, such as `#N/A` or `#DIV/0!`? */
export function isErrorText(value: Value): boolean {
  return typeof value === 'string' && value.charCodeAt(0) === 35 && ERRORS.has(value);
}

/** Text with every space plain, none at its ends, single ones inside, and nothing invisible; letters and case are kept. */
export function tidyText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** The form in which two labels are the same label: tidied, Unicode NFKC, lower case. */
export function normaliseLabel(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  // Lower-casing can take a character apart, and composing can make a space: hence both sides of it.
  return tidyText(tidyText(text).replace(JOINER, '').normalize('NFKC').toLowerCase().normalize('NFKC'));
}

/** The value as a label: text as it stands, numbers and TRUE/FALSE as Sheets shows them, dates `yyyy-MM-dd[ HH:mm:ss]`, blank "". */
export function labelOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'object') return String(value);
  if (value.time === 0) return value.date;
  return `${value.date} ${new Date(Math.round(value.time * DAY)).toISOString().slice(11, 19)}`;
}

/** The serial number of Sheets for a civil date: days since 1899-12-30, the time of day as fraction. */
export function serialOf(civil: CivilDate): number {
  return Date.parse(civil.date) / DAY + SERIAL_OF_1970 + civil.time;
}

/** The civil date of a serial number of Sheets, to the millisecond. */
export function civilOfSerial(serial: number): CivilDate {
  return civilOfUtc(Math.round((serial - SERIAL_OF_1970) * DAY));
}
