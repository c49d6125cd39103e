/** A sign of money and where a locale puts it. */
export interface CurrencySign {
  readonly sign: string;
  /** The sign as it stands in a number format: the locale's own in quotes, foreign ones in brackets. */
  readonly format: string;
}

/** What a spreadsheet's locale decides about text that somebody types: numbers, money, dates, names of months. */
export interface LocaleRules {
  readonly decimal: string;
  /** Every character that may separate groups of digits. */
  readonly groups: readonly string[];
  /** Whether groups above the thousands have two digits (1,23,45,678). */
  readonly indianGroups: boolean;
  readonly currencies: readonly CurrencySign[];
  /** Where the locale writes the sign of its currency, and whether a space stands between. */
  readonly currencyPlace: 'before' | 'after';
  readonly currencySpace: boolean;
  /** Order of day, month and year in a numeric date. */
  readonly order: 'dmy' | 'mdy' | 'ymd';
  readonly dateSeparator: string;
  /** Whether the locale's own numeric date writes day and month with two digits. */
  readonly padsDay: boolean;
  readonly padsMonth: boolean;
  /** Lower-case names of months without a final dot, long (mmmm) and short (mmm). */
  readonly months: ReadonlyMap<string, { month: number; format: 'mmm' | 'mmmm' }>;
  /** Lower-case words that stand in a long date without meaning, such as "de" in Spanish. */
  readonly fillers: ReadonlySet<string>;
}

const SPACES = [' ', '\u00a0', '\u202f'];
const APOSTROPHES = ["'", '\u2019'];
const MAJOR_SIGNS = ['$', '€', '£', '¥'];

const CURRENCY_OF_COUNTRY = new Map(
  Object.entries({
    AED: 'AE',
    ARS: 'AR',
    AUD: 'AU',
    BGN: 'BG',
    BRL: 'BR',
    CAD: 'CA',
    CHF: 'CH LI',
    CLP: 'CL',
    CNY: 'CN',
    COP: 'CO',
    CZK: 'CZ',
    DKK: 'DK',
    EGP: 'EG',
    EUR: 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM XK',
    GBP: 'GB',
    GEL: 'GE',
    HKD: 'HK',
    HUF: 'HU',
    IDR: 'ID',
    ILS: 'IL',
    INR: 'IN',
    ISK: 'IS',
    JPY: 'JP',
    KRW: 'KR',
    KZT: 'KZ',
    MAD: 'MA',
    MXN: 'MX',
    MYR: 'MY',
    NOK: 'NO',
    NZD: 'NZ',
    PEN: 'PE',
    PHP: 'PH',
    PLN: 'PL',
    RON: 'RO',
    RSD: 'RS',
    RUB: 'RU',
    SAR: 'SA',
    SEK: 'SE',
    SGD: 'SG',
    THB: 'TH',
    TRY: 'TR',
    TWD: 'TW',
    UAH: 'UA',
    USD: 'US',
    VND: 'VN',
    ZAR: 'ZA',
  }).flatMap(([currency, countries]) => countries.split(' ').map((country) => [country, currency] as const)),
);

const known = new Map<string, LocaleRules>();

/** The rules of a locale such as "pl_PL"; throws RangeError where the text is no locale at all. */
export function localeRules(locale: string): LocaleRules {
  let rules = known.get(locale);
  if (!rules) {
    rules = deriveRules(new Intl.Locale(locale.replace(/_/g, '-')));
    known.set(locale, rules);
  }
  return rules;
}

function deriveRules(locale: Intl.Locale): LocaleRules {
  const tag = `${locale.baseName}-u-ca-gregory-nu-latn`;
  return { ...numberRules(tag, locale), ...moneyRules(tag, locale), ...dateRules(tag), ...nameRules(tag, locale) };
}

/** The country of a locale; of a bare language the most likely one. */
function regionOf(locale: Intl.Locale): string {
  return locale.region ?? locale.maximize().region ?? '';
}

function numberRules(tag: string, locale: Intl.Locale): Pick<LocaleRules, 'decimal' | 'groups' | 'indianGroups'> {
  const parts = new Intl.NumberFormat(tag, { minimumFractionDigits: 1 }).formatToParts(12345678.5);
  const group = parts.find((part) => part.type === 'group')?.value ?? '';
  return {
    decimal: parts.find((part) => part.type === 'decimal')?.value ?? '.',
    groups: [SPACES, APOSTROPHES].find((alike) => alike.includes(group)) ?? (group ? [group] : []),
    indianGroups: regionOf(locale) === 'IN',
  };
}

function moneyRules(
  tag: string,
  locale: Intl.Locale,
): Pick<LocaleRules, 'currencies' | 'currencyPlace' | 'currencySpace'> {
  const currency = CURRENCY_OF_COUNTRY.get(regionOf(locale)) ?? 'USD';
  const parts = new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(1)
    .filter((part) => part.value.trim() !== '' || SPACES.includes(part.value));
  const own = parts.find((part) => part.type === 'currency')?.value ?? '$';
  return {
    currencies: [
      { sign: own, format: `"${own}"` },
      ...MAJOR_SIGNS.filter((sign) => sign !== own).map((sign) => ({ sign, format: `[$${sign}]` })),
    ],
    currencyPlace: parts[0]?.type === 'currency' ? 'before' : 'after',
    currencySpace: parts.some((part) => part.type === 'literal'),
  };
}

function dateRules(tag: string): Pick<LocaleRules, 'order' | 'dateSeparator' | 'padsDay' | 'padsMonth'> {
  const parts = numericDate(tag);
  const initials = parts.filter((part) => part.type !== 'literal').map((part) => part.type[0]);
  const width = (type: string) => parts.find((part) => part.type === type)?.value.length;
  const order = initials.join('');
  return {
    order: order === 'mdy' || order === 'ymd' ? order : 'dmy',
    dateSeparator: parts.find((part) => part.type === 'literal')?.value.trim() || '/',
    padsDay: width('day') === 2,
    padsMonth: width('month') === 2,
  };
}

function numericDate(tag: string): Intl.DateTimeFormatPart[] {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeZone: 'UTC' });
  return format.formatToParts(Date.UTC(2025, 2, 4));
}

function nameRules(tag: string, locale: Intl.Locale): Pick<LocaleRules, 'months' | 'fillers'> {
  const months = new Map<string, { month: number; format: 'mmm' | 'mmmm' }>();
  const fillers = new Set<string>();
  // The language's own names as well: en-GB has "Sept", and everybody there also types "Sep".
  for (const language of [tag, `${locale.language}-u-ca-gregory-nu-latn`]) {
    for (const style of ['long', 'short'] as const) {
      collectMonths(language, style, months);
      collectFillers(language, style, fillers);
    }
  }
  return { months, fillers };
}

function collectMonths(
  tag: string,
  style: 'long' | 'short',
  months: Map<string, { month: number; format: 'mmm' | 'mmmm' }>,
): void {
  const alone = new Intl.DateTimeFormat(tag, { month: style, timeZone: 'UTC' });
  const inDate = new Intl.DateTimeFormat(tag, { day: 'numeric', month: style, timeZone: 'UTC' });
  for (let month = 1; month <= 12; month++) {
    for (const format of [alone, inDate]) {
      const part = format.formatToParts(Date.UTC(2025, month - 1, 1)).find(({ type }) => type === 'month');
      const name = (part?.value ?? '').toLowerCase().replace(/\.$/, '');
      if (/^\p{L}+$/u.test(name) && !months.has(name)) {
        months.set(name, { month, format: style === 'long' ? 'mmmm' : 'mmm' });
      }
    }
  }
}

function collectFillers(tag: string, style: 'long' | 'short', fillers: Set<string>): void {
  const format = new Intl.DateTimeFormat(tag, { day: 'numeric', month: style, year: 'numeric', timeZone: 'UTC' });
  for (const { type, value } of format.formatToParts(Date.UTC(2025, 0, 1))) {
    if (type === 'literal') for (const word of value.match(/\p{L}+/gu) ?? []) fillers.add(word.toLowerCase());
  }
}
