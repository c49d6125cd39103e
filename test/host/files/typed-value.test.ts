import fc from 'fast-check';
import { parseTyped } from '../../../host/files/typed-value';

const typed = (text: string, locale = 'en_US') => parseTyped(text, locale, { year: 2025 });

const LOCALES = [
  'en_US',
  'en_GB',
  'pl_PL',
  'ru_RU',
  'uk_UA',
  'de_DE',
  'de_CH',
  'fr_FR',
  'es_ES',
  'it_IT',
  'pt_BR',
  'cs_CZ',
  'nl_NL',
  'tr_TR',
];

describe('a number is read as the locale writes it', () => {
  test.each([
    ['en_US', '42', 42, undefined],
    ['en_US', '-42', -42, undefined],
    ['en_US', '+5', 5, undefined],
    ['en_US', '-0', 0, undefined],
    ['en_US', '00001', 1, undefined],
    ['en_US', ' 42 ', 42, undefined],
    ['en_US', '3.14', 3.14, undefined],
    ['en_US', '.5', 0.5, undefined],
    ['en_US', '1,234', 1234, '#,##0'],
    ['en_US', '1,234,567.8', 1234567.8, '#,##0.00'],
    ['en_US', '1.5e-3', 0.0015, '0.00E+00'],
    ['en_US', '12E5', 1200000, '0.00E+00'],
    ['en_US', '31%', 0.31, '0%'],
    ['en_US', '31.5%', 0.315, '0.00%'],
    ['en_US', '$5', 5, '"$"#,##0'],
    ['en_US', '-$1,234.50', -1234.5, '"$"#,##0.00'],
    ['en_US', '$-5', -5, '"$"#,##0'],
    ['en_US', '€5.20', 5.2, '[$€]#,##0.00'],
    ['en_GB', '£1,234.50', 1234.5, '"£"#,##0.00'],
    ['en_IN', '1,23,456', 123456, '#,##0'],
    ['pl_PL', '12,5', 12.5, undefined],
    ['pl_PL', '1 234,50', 1234.5, '#,##0.00'],
    ['pl_PL', '1\u00a0234,50 zł', 1234.5, '#,##0.00\\ "zł"'],
    ['pl_PL', '100 €', 100, '#,##0\\ [$€]'],
    ['pl_PL', '31,5 %', 0.315, '0.00%'],
    ['ru_RU', '1 000 ₽', 1000, '#,##0\\ "₽"'],
    ['uk_UA', '1\u00a0000,5', 1000.5, '#,##0.00'],
    ['de_DE', '1.234', 1234, '#,##0'],
    ['de_DE', '1.234,50 €', 1234.5, '#,##0.00\\ "€"'],
    ['de_CH', "1'234.50", 1234.5, '#,##0.00'],
    ['fr_FR', '1\u202f234,50', 1234.5, '#,##0.00'],
    ['es_ES', '0,07 %', 0.0007, '0.00%'],
    ['pt_BR', 'R$ 1.234,50', 1234.5, '"R$"#,##0.00'],
  ])('%s: %s is %d', (locale, text, value, numberFormat) => {
    expect(typed(text, locale)).toEqual(numberFormat === undefined ? { value } : { value, numberFormat });
  });

  test.each(LOCALES)('%s: every amount that the locale itself writes comes back', (locale) => {
    const amount = fc.integer({ min: -1e11, max: 1e11 }).map((cents) => cents / 100);
    const format = new Intl.NumberFormat(locale.replace('_', '-'), { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(amount, (value) => expect(typed(format.format(value), locale)).toMatchObject({ value: value + 0 })),
    );
  });

  test('any number that JavaScript writes without a power comes back where the decimal mark is a point', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
    fc.assert(
      fc.property(number, (value) => {
        fc.pre(!String(value).includes('e'));
        expect(typed(String(value))).toEqual({ value: value + 0 });
      }),
    );
  });
});

describe('a date is read as the locale writes it', () => {
  const newYearsEve = 46022;
  test.each([
    ['en_US', '2025-12-31', newYearsEve, 'yyyy-mm-dd'],
    ['pl_PL', '2025-12-31', newYearsEve, 'yyyy-mm-dd'],
    ['de_DE', '2025/12/31', newYearsEve, 'yyyy/mm/dd'],
    ['en_US', '1899-12-30', 0, 'yyyy-mm-dd'],
    ['en_US', '12/31/2025', newYearsEve, 'm/d/yyyy'],
    ['en_US', '1/5/2025', 45662, 'm/d/yyyy'],
    ['en_US', '01/05/2025', 45662, 'mm/dd/yyyy'],
    ['en_US', '12/31/25', newYearsEve, 'm/d/yy'],
    ['en_US', '12/31/99', 36525, 'm/d/yy'],
    ['en_US', '12-31-2025', newYearsEve, 'm-d-yyyy'],
    ['en_US', '12/31', newYearsEve, 'm/d'],
    ['en_US', '1-10', 45667, 'm-d'],
    ['en_US', '12/2025', 45992, 'm/yyyy'],
    ['en_US', '2025-12', 45992, 'yyyy-mm'],
    ['en_GB', '31/12/2025', newYearsEve, 'dd/mm/yyyy'],
    ['pl_PL', '31.12.2025', newYearsEve, 'd.mm.yyyy'],
    ['pl_PL', '31-12-2025', newYearsEve, 'd-mm-yyyy'],
    ['pl_PL', '31/12/2025', newYearsEve, 'd/mm/yyyy'],
    ['pl_PL', '1.5', 45778, 'd.m'],
    ['ru_RU', '31.12.2025', newYearsEve, 'dd.mm.yyyy'],
    ['de_DE', '31.12.25', newYearsEve, 'dd.mm.yy'],
    ['cs_CZ', '31. 12. 2025', newYearsEve, 'dd. mm. yyyy'],
    ['de_CH', '31.12.2025', newYearsEve, 'dd.mm.yyyy'],
    ['fr_FR', '31/12/2025', newYearsEve, 'dd/mm/yyyy'],
    ['en_US', 'Dec 31, 2025', newYearsEve, 'mmm d, yyyy'],
    ['en_US', 'December 31, 2025', newYearsEve, 'mmmm d, yyyy'],
    ['en_US', '31-Dec-25', newYearsEve, 'd-mmm-yy'],
    ['en_US', 'december 2025', 45992, 'mmmm yyyy'],
    ['en_US', 'Dec 31', newYearsEve, 'mmm d'],
    ['en_GB', '3 Sep 2025', 45903, 'd mmm yyyy'],
    ['pl_PL', '31 grudnia 2025', newYearsEve, 'd mmmm yyyy'],
    ['pl_PL', 'grudzień 2025', 45992, 'mmmm yyyy'],
    ['ru_RU', '31 декабря 2025 г.', newYearsEve, 'd mmmm yyyy "г."'],
    ['de_DE', '31. Dezember 2025', newYearsEve, 'd. mmmm yyyy'],
    ['es_ES', '31 de diciembre de 2025', newYearsEve, 'd "de" mmmm "de" yyyy'],
    ['en_US', '2025-12-31 23:30', newYearsEve + 23.5 / 24, 'yyyy-mm-dd h:mm'],
    ['en_US', '2025-12-31 23:30:00', newYearsEve + 23.5 / 24, 'yyyy-mm-dd h:mm:ss'],
    ['en_US', '12/31/2025 11:30 PM', newYearsEve + 23.5 / 24, 'm/d/yyyy h:mm AM/PM'],
    ['ru_RU', '31.12.2025 06:00', newYearsEve + 0.25, 'dd.mm.yyyy hh:mm'],
    ['en_US', '12:00', 0.5, 'h:mm'],
    ['en_US', '6:00:00 PM', 0.75, 'h:mm:ss AM/PM'],
    ['en_US', '12:00 am', 0, 'h:mm AM/PM'],
    ['en_US', '36:00', 1.5, '[h]:mm'],
  ])('%s: %s is %d', (locale, text, value, numberFormat) => {
    expect(typed(text, locale)).toEqual({ value, numberFormat });
  });

  const day = fc.integer({ min: 1, max: 73000 });
  const instant = (serial: number) => Date.UTC(1899, 11, 30 + serial);

  test.each(LOCALES)('%s: every long date that the locale itself writes comes back', (locale) => {
    const format = new Intl.DateTimeFormat(locale.replace('_', '-'), {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    fc.assert(
      fc.property(day, (value) => expect(typed(format.format(instant(value)), locale)).toMatchObject({ value })),
    );
  });

  test.each(LOCALES)('%s: every numeric date that the locale itself writes comes back', (locale) => {
    const format = new Intl.DateTimeFormat(locale.replace('_', '-'), {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      timeZone: 'UTC',
    });
    fc.assert(
      fc.property(day, (value) => expect(typed(format.format(instant(value)), locale)).toMatchObject({ value })),
    );
  });

  test.each(LOCALES)('%s: every ISO date is that day', (locale) => {
    fc.assert(
      fc.property(day, (value) => {
        const text = new Date(instant(value)).toISOString().slice(0, 10);
        expect(typed(text, locale)).toEqual({ value, numberFormat: 'yyyy-mm-dd' });
      }),
    );
  });
});

describe('booleans, blanks and formulas', () => {
  test.each([
    ['TRUE', { value: true }],
    ['false', { value: false }],
    ['', { value: null }],
    ["'00123", { value: '00123' }],
    ["'=1+1", { value: '=1+1' }],
    ['=SUM(A1:A3)', { formula: '=SUM(A1:A3)' }],
    ['=1+', { formula: '=1+' }],
    ['=', { value: '=' }],
  ])('%j gives %j', (text, expected) => {
    expect(typed(text)).toEqual(expected);
  });

  test.each(['=SUM(A1:A3)', '=cmd', "'00123", '='])('%s stays text when it is imported from a file', (text) => {
    expect(parseTyped(text, 'en_US', { imported: true })).toEqual({ value: text });
  });
});

describe('what is not surely a value stays text, exactly as it was', () => {
  test.each([
    ['pl_PL', '31.02.2025'],
    ['en_US', '13/31/2025'],
    ['en_US', '2025-02-29'],
    ['en_US', '31.12.2025'],
    ['en_US', '2025-12-31T23:30'],
    ['en_US', '2025-12-31 23:30Z'],
    ['en_US', '2025-12-31 24:30'],
    ['en_US', '12:60'],
    ['en_US', '13:00 PM'],
    ['en_US', 'Dec-25'],
    ['en_US', 'Dec'],
    ['en_US', '31 grudnia 2025'],
    ['sv_SE', '31/12/2025'],
    ['en_US', '1,23'],
    ['en_US', '1,2345'],
    ['en_US', '1 234'],
    ['pl_PL', '1234.50'],
    ['pl_PL', '1,234,567'],
    ['de_DE', '1.2345'],
    ['en_US', '1 234,56 zł'],
    ['en_US', '(5)'],
    ['en_US', '5-'],
    ['en_US', '--5'],
    ['en_US', '$5%'],
    ['en_US', '1e400'],
    ['en_US', '+48 601 234 567'],
    ['en_US', '1C1I7A6R'],
    ['en_US', '12 apples'],
    ['en_US', '$'],
    ['en_US', '%'],
    ['en_US', '-'],
    ['en_US', ' '],
    ['en_US', ' Won '],
    ['en_US', '#N/A'],
    ['en_US', 'Mój 1 maja 2025'],
  ])('%s: %j', (locale, text) => {
    expect(typed(text, locale)).toEqual({ value: text });
  });

  test('any text is a value of another type or comes back unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...LOCALES), (text, locale) => {
        const result = parseTyped(text, locale, { imported: true });
        if ('value' in result && typeof result.value === 'string') expect(result.value).toBe(text);
      }),
    );
  });

  test('a text without a digit is never a number', () => {
    const words = fc.stringMatching(/^[^\d]+$/);
    fc.assert(
      fc.property(words, fc.constantFrom(...LOCALES), (text, locale) => {
        fc.pre(!/^(true|false)$/i.test(text));
        expect(parseTyped(text, locale, { imported: true })).toEqual({ value: text });
      }),
    );
  });
});
