import { type CivilDate, civilAt, tidyText, type Zone } from './cell';

/** The mark between whole units and fractions. */
export type Decimal = ',' | '.';

/** Does a date in figures begin with the day or with the month? */
export type DateOrder = 'dmy' | 'mdy';

/** A text that can be read in two ways. */
export interface Ambiguous {
  readonly ambiguous: true;
}

/** A number that was read from text: percent already divided by 100; the currency as ISO code, or as it stands where that is unclear (`kr`). */
export interface ReadNumber {
  readonly number: number;
  readonly currency?: string;
  readonly percent?: true;
}

const AMBIGUOUS: Ambiguous = { ambiguous: true };

const tableOf = (lines: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lines.flatMap((line, index) => line.split(' ').map((word) => [withoutMarks(word), index + 1] as const)));

/** Letters without accents, so that "paz", "paź" and "maj", "märz", "marz" are found alike. */
const withoutMarks = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/ł/g, 'l');

/** A currency's code, then how people write it; matched in lower case, without spaces and final dots. */
const CURRENCIES: ReadonlyMap<string, string> = new Map(
  [
    'PLN zł zl złotych',
    'EUR € euro euros',
    'USD $ us$',
    'GBP £',
    'RUB ₽ руб р рублей rur',
    'UAH ₴ грн',
    'BYN br',
    'KZT ₸ тг',
    'CHF fr sfr',
    'CZK kč kc',
    'SEK',
    'NOK',
    'DKK',
    'kr',
    'HUF ft',
    'RON lei',
    'BGN лв',
    'TRY ₺ tl',
    'ILS ₪',
    'JPY',
    'CNY',
    '¥',
    'INR ₹ rs',
    'KRW ₩',
    'AUD a$ au$',
    'CAD c$ ca$',
    'BRL r$',
    'MXN mx$',
    'ARS',
    'CLP',
    'COP',
    'AED',
    'SGD s$',
    'NZD nz$',
    'ZAR',
    'UZS',
  ].flatMap((line) => {
    const [code = '', ...forms] = line.split(' ');
    return [code.toLowerCase(), ...forms].map((form) => [form, code] as const);
  }),
);

const currencyName = (text: string): string => tidyText(text).toLowerCase().replace(/\.$/, '');

/** Is the text the sign, name or code of a currency that is known? */
export const isCurrency = (text: string): boolean => CURRENCIES.has(currencyName(text));

/** The ISO code of a currency's sign, name or code; the text in capitals where it is none that is known. */
export function currencyOf(text: string): string {
  const name = currencyName(text);
  return CURRENCIES.get(name) ?? name.toUpperCase();
}

/** The currency of a text that is a number in any way. */
export function currencyIn(text: string): string | undefined {
  const read = readNumber(text, { decimal: '.' });
  return read && 'number' in read ? read.currency : undefined;
}

/** The currency that a number format shows, such as `#,##0.00 [$zł]`; undefined where it shows none that is known. */
export function currencyOfFormat(format: string): string | undefined {
  const [, inBrackets, quoted, sign] = /\[\$([^\]-]+)|"([^"]+)"|([$€£¥₽₴])/.exec(format) ?? [];
  return CURRENCIES.get(currencyName(inBrackets ?? quoted ?? sign ?? ''));
}

const MINUS = /[-\u2010-\u2013\u2212]/;
/** The first digit (or a mark before it) to the last digit, and what stands before and after. */
const AROUND_DIGITS = /^([^\d]*?)([.,]?\d(?:[\d .,'’]*\d)?)([^\d]*)$/;
/** "1.200,-" is how German and Polish price lists write no cents. */
const NO_CENTS = /^\s*[.,]\s?[-\u2010-\u2015\u2212]+/;

/**
 * Reads a number as people and tools write it: decimal comma or point, groups, currency, percent, minus or parentheses.
 * "1.234" and "1,234" are ambiguous until `decimal` says what the column uses; undefined: not a number.
 */
export function readNumber(
  text: string,
  { decimal }: { decimal?: Decimal | undefined } = {},
): ReadNumber | Ambiguous | undefined {
  const around = aroundDigits(text);
  if (around === undefined) return undefined;
  const { before, digits, after } = around;
  const affixes = readAffixes(before, after.replace(NO_CENTS, ''));
  const size = affixes && readDigits(digits, decimal);
  // Beyond 15 digits a spreadsheet keeps zeros: such a text is a code, not a size.
  if (!affixes || size === undefined || /^\d{16}/.test(size)) return undefined;
  if (size === 'ambiguous') return AMBIGUOUS;
  const scaled = affixes.percent ? Number(`${size}e-2`) : Number(size);
  return {
    number: affixes.negative && scaled !== 0 ? -scaled : scaled,
    ...(affixes.currency && { currency: affixes.currency }),
    ...(affixes.percent && { percent: true }),
  };
}

function aroundDigits(text: string): { before: string; digits: string; after: string } | undefined {
  const [all, before = '', digits = '', after = ''] = AROUND_DIGITS.exec(tidyText(text)) ?? [];
  if (all === undefined) return undefined;
  // The point of "Rs.500" belongs to the word.
  const abbreviated = before !== '' && isLetter(before[before.length - 1] ?? '') && !/^\d/.test(digits);
  return { before, digits: abbreviated ? digits.slice(1) : digits, after };
}

const isLetter = (character: string): boolean => character.toLowerCase() !== character.toUpperCase();

interface Affixes {
  negative: boolean;
  percent: boolean;
  currency: string | undefined;
}

function readAffixes(before: string, after: string): Affixes | undefined {
  if (before === '' && after === '') return { negative: false, percent: false, currency: undefined };
  const parentheses = before.includes('(') && after.includes(')');
  const around = parentheses ? `${before.replace('(', '')}|${after.replace(')', '')}` : `${before}|${after}`;
  const unsigned = around.replace(MINUS, '');
  const minus = unsigned !== around;
  const bare = unsigned.replace('%', '');
  const percent = bare !== unsigned;
  const names = (minus ? bare : bare.replace(/^([^|]*)\+/, '$1'))
    .split('|')
    .map((name) => name.replace(/ /g, '').replace(/\.$/, '').toLowerCase())
    .filter((name) => name !== '');
  const known = names.every((name) => CURRENCIES.has(name));
  if (!known || (percent && names.length > 0) || (minus && parentheses)) return undefined;
  // Of "$1,000 CAD" the code behind the number says more.
  return { negative: minus || parentheses, percent, currency: CURRENCIES.get(names[names.length - 1] ?? '') };
}

const SPACED = /^\d{1,3}([ '’])\d{3}(\1\d{3})*$/;
const grouped: Record<Decimal, RegExp> = {
  ',': /^(\d{1,3}(,\d{3})+|\d{1,2}(,\d\d)+,\d{3})$/,
  '.': /^\d{1,3}(\.\d{3})+$/,
};

/** The digits as JavaScript writes them ("1234.5"), given the decimal mark to assume where the text alone does not tell. */
function readDigits(digits: string, assumed: Decimal | undefined): string | 'ambiguous' | undefined {
  if (/^\d+$/.test(digits)) return digits;
  const mark = decimalIn(digits);
  if (mark === 'ambiguous' && assumed === undefined) return 'ambiguous';
  const decimal = mark === 'ambiguous' ? assumed : mark;
  const at = decimal ? digits.lastIndexOf(decimal) : -1;
  const whole = at < 0 ? digits : digits.slice(0, at);
  const fraction = at < 0 ? '' : digits.slice(at + 1);
  const plain =
    /^\d*$/.test(whole) ||
    SPACED.test(whole) ||
    (['.', ','] as const).some((m) => m !== decimal && grouped[m].test(whole));
  return plain && /^\d*$/.test(fraction) ? `${whole.replace(/\D/g, '') || '0'}.${fraction || '0'}` : undefined;
}

/** Which mark is the decimal one in these digits: none of them, one, or one that may as well be a group mark ("1.234"). */
function decimalIn(digits: string): Decimal | 'ambiguous' | undefined {
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (point < 0 && comma < 0) return undefined;
  const last = point > comma ? '.' : ',';
  if (point >= 0 && comma >= 0) return last;
  if (digits.indexOf(last) !== Math.max(point, comma)) return undefined;
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? 'ambiguous' : last;
}

/** The decimal mark that the readable texts of a column show; undefined where none does, or they contradict each other. */
export function decimalOf(texts: Iterable<string>): Decimal | undefined {
  const seen = new Set<Decimal>();
  for (const text of texts) {
    const digits = aroundDigits(text)?.digits;
    if (digits === undefined || !/[.,]/.test(digits) || !readNumber(text, { decimal: '.' })) continue;
    const mark = decimalIn(digits);
    // Several equal marks are groups, so the other one is left for the decimals.
    if (mark === undefined) seen.add(digits.includes('.') ? ',' : '.');
    else if (mark !== 'ambiguous') seen.add(mark);
  }
  return seen.size === 1 ? [...seen][0] : undefined;
}

const MONTHS = tableOf([
  'jan january januar jänner styczeń stycznia sty stycz январь января янв enero ene i',
  'feb february februar luty lutego lut февраль февраля фев февр febrero ii',
  'mar march märz mrz maerz marzec marca март марта мар marzo iii',
  'apr april kwiecień kwietnia kwi kwie апрель апреля апр abril abr iv',
  'may mai maj maja май мая mayo v',
  'jun june juni czerwiec czerwca cze czerw июнь июня июн junio vi',
  'jul july juli lipiec lipca lip июль июля июл julio vii',
  'aug august sierpień sierpnia sie sierp август августа авг agosto ago viii',
  'sep sept september wrzesień września wrz wrzes сентябрь сентября сен сент septiembre setiembre ix',
  'oct october okt oktober październik października paź paźdz октябрь октября окт octubre x',
  'nov november listopad listopada lis list ноябрь ноября ноя нояб noviembre xi',
  'dec december dez dezember grudzień grudnia gru grudz декабрь декабря дек diciembre dic xii',
]);

/** Is it the name of a month, or short for one? */
export const isMonth = (word: string): boolean => MONTHS.has(withoutMarks(word.toLowerCase()));

const WEEKDAYS = tableOf([
  'monday mon poniedziałek pon pn понедельник пн montag mo lunes lun',
  'tuesday tue tues wtorek wt вторник вт dienstag di martes mar',
  'wednesday wed środa śr среда ср mittwoch mi miércoles mié mi',
  'thursday thu thur thurs czwartek czw cz четверг чт donnerstag do jueves jue',
  'friday fri piątek pt пятница пт freitag fr viernes vie',
  'saturday sat sobota sob суббота сб samstag sonnabend sa sábado sáb',
  'sunday sun niedziela niedz ndz nd nie воскресенье вс sonntag so domingo dom',
]);

/** Words between the parts of a date that say nothing. */
const FILLERS = new Set('г года год r roku rok de del of the st nd rd th'.split(' '));

const CLOCK_PATTERN = [
  /(?:^|[\st,])(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?/,
  /(?:\s?([ap])\.?\s?m\.?|\s?uhr)?/,
  /(?:\s?(z|utc|gmt))?(?:\s?([+-]\d\d):?(\d\d)?)?(?:\s(?:cet|cest|eet|eest|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|msk|мск))?/,
  /(?:\s\([^)]*\))?$/,
];
const CLOCK = new RegExp(CLOCK_PATTERN.map((part) => part.source).join(''));
/** Words that lead from the day to the clock. */
const BEFORE_CLOCK = /[\s,]+(?:at|в|о|um|a las?|godz\.?|[-–])?$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;
const FIGURES = /^(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{1,2})\.?$/;

const MONTH_IN_FIGURES = /^(?:(\d{1,2})([./-])(20\d\d)|(20\d\d)([./-])(\d{1,2}))$/;

/**
 * Reads a date in figures or with a month's name (English, Polish, Russian, German, Spanish), with or without weekday and
 * time. "03/04/2025" is ambiguous until `order` says what the column uses; undefined: not a date, or one that no calendar has.
 * A time with an offset from UTC ("…Z") keeps the date as written, or is converted to `zone`.
 */
export function readDate(
  text: string,
  { order, zone }: { order?: DateOrder | undefined; zone?: Zone | undefined } = {},
): { civil: CivilDate } | Ambiguous | undefined {
  const parts = splitClock(text);
  const date = parts && readDay(parts.day, order);
  if (!parts || date === undefined) return undefined;
  if (date === 'ambiguous') return AMBIGUOUS;
  const { time, offset } = parts;
  if (zone === undefined || offset === undefined) return { civil: { date, time } };
  return { civil: civilAt(Date.parse(date) + Math.round(time * 86_400_000) - offset * 60_000, zone) };
}

/** A text taken apart: what stands before the clock, the clock as fraction of a day, and its minutes east of UTC if it says so. */
function splitClock(text: string): { day: string; time: number; offset?: number } | undefined {
  if (text.length > 80) return undefined;
  const tidy = tidyText(text)
    .toLowerCase()
    .replace(/^(\d{8})t(\d\d)(\d\d)(\d\d)/, '$1t$2:$3:$4');
  if (!tidy.includes(':')) return { day: tidy, time: 0 };
  const clock = CLOCK.exec(tidy);
  if (clock === null) return undefined;
  const [, hour = '', minute = '', second = '0', half, utc, ahead, aheadMinutes = '0'] = clock;
  const hours = half ? (Number(hour) % 12) + (half === 'p' ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59 || (half && (hour === '0' || Number(hour) > 12)))
    return undefined;
  const parts = {
    day: tidy.slice(0, clock.index).replace(BEFORE_CLOCK, ''),
    time: (hours * 3600 + Number(minute) * 60 + Number(second)) / 86_400,
  };
  if (!utc && !ahead) return parts;
  const east = Number(ahead ?? 0);
  return { ...parts, offset: east * 60 + (ahead?.startsWith('-') ? -1 : 1) * Number(aheadMinutes) };
}

/** The first day of a month of a year: "March 2026", "mar-2026", "03.2026", "2026-03"; years of two figures may be days. */
export function readMonth(text: string): CivilDate | undefined {
  const date = monthIn(tidyDay(tidyText(text).toLowerCase()));
  return date === undefined ? undefined : { date, time: 0 };
}

const tidyDay = (text: string): string => text.replace(/(\d)\s?(?:года|год|г|roku|rok|r)\.?$/, '$1');

function readDay(text: string, order: DateOrder | undefined): string | 'ambiguous' | undefined {
  const day = tidyDay(text);
  return readFigures(day, order) ?? readNamed(day) ?? readAfterWeekday(day, order);
}

function monthIn(text: string): string | undefined {
  const [, month, , year, yearBefore, , monthAfter] = MONTH_IN_FIGURES.exec(text) ?? [];
  if (year || yearBefore) return dayOf(year ?? yearBefore, month ?? monthAfter, '1');
  const [first = '', second = '', third] = partsOfNamed(text);
  if (third !== undefined) return undefined;
  const [name, years] = /\d/.test(first) ? [second, first] : [first, second];
  // Roman figures number more than months.
  const isNamed = years.length === 4 && !/^[ivx]+$/.test(name) && /[\s./'’-]/.test(text);
  return isNamed ? dayOf(years, MONTHS.get(withoutMarks(name)), '1') : undefined;
}

function readAfterWeekday(text: string, order: DateOrder | undefined): string | 'ambiguous' | undefined {
  const [, first = '', rest = ''] = /^([^\d\s,.]+)[\s,.]+(.+)$/.exec(text) ?? [];
  return WEEKDAYS.has(withoutMarks(first)) ? (readFigures(rest, order) ?? readNamed(rest)) : undefined;
}

function readFigures(text: string, order: DateOrder | undefined): string | 'ambiguous' | undefined {
  const compact = COMPACT.exec(text);
  if (compact) return dayOf(compact[1], compact[2], compact[3]);
  const figures = FIGURES.exec(text);
  if (figures === null) return undefined;
  const [, first = '', , second, third = ''] = figures;
  if (first.length > 2) return first.length === 4 && third.length < 3 ? dayOf(first, second, third) : undefined;
  const dayFirst = dayOf(third, second, first);
  const monthFirst = dayOf(third, first, second);
  if (!dayFirst || !monthFirst || dayFirst === monthFirst) return dayFirst ?? monthFirst;
  if (order === undefined) return 'ambiguous';
  return order === 'dmy' ? dayFirst : monthFirst;
}

const partsOfNamed = (text: string): string[] =>
  (text.match(/\d+|[^\d\s,./'’-]+/g) ?? []).filter((word) => !FILLERS.has(word));

/** "1 gru 2025", "15-Apr-2021", "Dec 31st, 2025", "2025 Dec 31". */
function readNamed(text: string): string | undefined {
  const words = partsOfNamed(text);
  const [first = '', second = '', third = ''] = words;
  if (words.length !== 3) return undefined;
  if (!/\d/.test(first)) return dayOf(third, MONTHS.get(withoutMarks(first)), second);
  const month = MONTHS.get(withoutMarks(second));
  return first.length === 4 ? dayOf(first, month, third) : dayOf(third, month, first);
}

/** `yyyy-MM-dd` if the calendar has this day between 1900 and 2199; a year of two figures is one from 1970 to 2069. */
function dayOf(year = '', month: string | number = '', day = ''): string | undefined {
  if (!/^\d{4}$|^\d\d$/.test(year) || !/^\d{1,2}$/.test(day)) return undefined;
  const y = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);
  const m = Number(month);
  const d = Number(day);
  if (y < 1900 || y > 2199 || m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate())
    return undefined;
  return `${y}-${m < 10 ? '0' : ''}${m}-${d < 10 ? '0' : ''}${d}`;
}

/** The mark between the figures of a date whose order of day and month matters; undefined for every other text. */
export function dateMarkOf(text: string): string | undefined {
  const day = splitClock(text)?.day;
  const figures = day === undefined ? null : /^(?:\D+[\s,.])?\s?\d{1,2}\s?([./-])\s?\d{1,2}\s?\1/.exec(day);
  return figures?.[1];
}

/**
 * The order that the text dates of a column prove: one that only `dmy` or only `mdy` can read is the proof. `ask`: some can be
 * both and none is a proof, or the proofs contradict each other. Undefined: no date here depends on the order.
 */
export function dateOrderOf(texts: Iterable<string>): DateOrder | 'ask' | undefined {
  const proofs = new Set<DateOrder>();
  let unclear = false;
  for (const text of texts) {
    if (dateMarkOf(text) === undefined) continue;
    const read = readDate(text);
    if (read === undefined) continue;
    if ('ambiguous' in read) unclear = true;
    else {
      const [first, second] = (text.match(/\d+/g) ?? []).map(Number);
      if (first !== second) proofs.add(first === Number(read.civil.date.slice(8)) ? 'dmy' : 'mdy');
    }
  }
  const [order] = proofs;
  if (proofs.size === 1) return order;
  return unclear ? 'ask' : undefined;
}
