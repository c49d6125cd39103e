import fc from 'fast-check';
import type { Zone } from '../../src/data/cell';
import { dateMarkOf, dateOrderOf, decimalOf, readDate, readMonth, readNumber } from '../../src/data/text-value';

const NBSP = '\u00A0';
const NARROW = '\u202F';
const THIN = '\u2009';
const MINUS = '\u2212';

const numberOf = (text: string, decimal?: ',' | '.') => {
  const read = readNumber(text, { decimal });
  return read && ('number' in read ? read.number : 'ambiguous');
};

const dateOf = (text: string, order?: 'dmy' | 'mdy') => {
  const read = readDate(text, { order });
  if (!read || 'ambiguous' in read) return read && 'ambiguous';
  const { date, time } = read.civil;
  return time === 0 ? date : `${date} ${new Date(Math.round(time * 86_400_000)).toISOString().slice(11, 19)}`;
};

describe('a number in a text', () => {
  test.each([
    ['0', 0],
    ['007', 7],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['0,125', 0.125],
    ['.5', 0.5],
    [',5', 0.5],
    ['1234,567', 1234.567],
    ['1 234,56', 1234.56],
    [`1${NBSP}234,56`, 1234.56],
    [`1${NARROW}234${NARROW}567.89`, 1_234_567.89],
    [`1${THIN}234`, 1234],
    [" 1'234'567.50 ", 1_234_567.5],
    ['1’234.50', 1234.5],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1,234,567.8', 1_234_567.8],
    ['12,34,567.00', 1_234_567],
    ['1 234,567', 1234.567],
  ])('%j is %d', (text, number) => {
    expect(numberOf(text)).toBe(number);
  });

  test.each([
    ['1 234,56 zł', 'PLN', 1234.56],
    ['1234,56zl', 'PLN', 1234.56],
    ['PLN 1 234', 'PLN', 1234],
    ['€12.50', 'EUR', 12.5],
    ['12,50 EUR', 'EUR', 12.5],
    ['$1,234.50', 'USD', 1234.5],
    ['US$ 10', 'USD', 10],
    ['$1,234.50 USD', 'USD', 1234.5],
    ['$5 CAD', 'CAD', 5],
    ['£5', 'GBP', 5],
    ['100 ₽', 'RUB', 100],
    ['1 000 руб.', 'RUB', 1000],
    ['1 000,5 р.', 'RUB', 1000.5],
    ['р.100', 'RUB', 100],
    ['500 грн', 'UAH', 500],
    ['500 UAH', 'UAH', 500],
    ["CHF 1'000.-", 'CHF', 1000],
    ['1 200 Kč', 'CZK', 1200],
    ['99 kr', 'kr', 99],
    ['Rs.500', 'INR', 500],
  ])('%j is money in %s', (text, currency, number) => {
    expect(readNumber(text)).toEqual({ number, currency });
  });

  test.each([
    ['12%', 0.12],
    ['12,5 %', 0.125],
    [`-0,7${NBSP}%`, -0.007],
    ['7%', 0.07],
  ])('%j is the share %d', (text, number) => {
    expect(readNumber(text)).toEqual({ number, percent: true });
  });

  test.each([
    ['-12,5', -12.5],
    [`${MINUS}12.5`, -12.5],
    ['–3', -3],
    ['12,5-', -12.5],
    ['(1 234,56)', -1234.56],
    ['($1,234.56)', -1234.56],
    ['$(5)', -5],
    ['-$5', -5],
    ['$ -5', -5],
    ['-5 zł', -5],
    ['+5', 5],
    ['-0', 0],
    ['1.200,-', 1200],
    ['1200,– zł', 1200],
  ])('%j is %d', (text, number) => {
    expect(numberOf(text, ',')).toBe(number);
  });

  test.each([['1.234'], ['1,234'], ['-12.345 zł'], ['$999,000']])('%j can be two numbers', (text) => {
    expect(numberOf(text)).toBe('ambiguous');
  });

  test.each([
    ['1.234', ',', 1234],
    ['1.234', '.', 1.234],
    ['1,234', '.', 1234],
    ['1,234', ',', 1.234],
    ['12.5', ',', 12.5],
  ] as const)('%j where the decimal mark is %j is %d', (text, decimal, number) => {
    expect(numberOf(text, decimal)).toBe(number);
  });

  test.each([
    [''],
    ['abc'],
    ['-'],
    ['zł'],
    ['12 34'],
    ['1 23,5'],
    ['1,23,4'],
    ['1.2.3'],
    ['1,234.567.8'],
    ['10 szt.'],
    ['10k'],
    ['2 mln'],
    ['5 5%%'],
    ['-(5)'],
    ['--5'],
    ['31.12.2025'],
    ['1:30'],
    ['5 % zł'],
    ['zł 5 pcs'],
    ['1e5'],
    ['#N/A'],
  ])('%j is no number', (text) => {
    expect(numberOf(text, '.')).toBeUndefined();
  });

  const printed = fc.record({
    cents: fc.integer({ min: -99_999_999_99, max: 99_999_999_99 }),
    group: fc.constantFrom('', ' ', NBSP, NARROW, THIN, "'", 'other'),
    decimal: fc.constantFrom(',' as const, '.' as const),
    front: fc.constantFrom('', '$', '€ ', 'PLN ', `zł${NBSP}`),
    back: fc.constantFrom('', ' zł', ' руб.', '₽', ' USD'),
    negative: fc.constantFrom('-', MINUS, '()', 'after'),
  });

  test('whatever way a number was printed, reading gives it back', () => {
    fc.assert(
      fc.property(printed, ({ cents, group, decimal, front, back, negative }) => {
        const [whole = '', fraction = ''] = (Math.abs(cents) / 100).toFixed(2).split('.');
        const separator = group === 'other' ? (decimal === ',' ? '.' : ',') : group;
        const size = `${whole.replace(/\B(?=(\d{3})+$)/g, separator)}${decimal}${fraction}`;
        const money = front === '' ? `${size}${back}` : `${front}${size}`;
        const signed = { '-': `-${money}`, [MINUS]: `${MINUS}${money}`, '()': `(${money})`, after: `${money}-` }[
          negative
        ];
        const text = cents < 0 ? signed : money;
        expect(numberOf(text ?? '')).toBe(cents === 0 ? 0 : cents / 100);
        expect(decimalOf([text ?? ''])).toBe(decimal);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the decimal mark of a column', () => {
  test.each([
    [['1.234', '12,5'], ','],
    [['1.234', '12.50'], '.'],
    [['1,234', '1,234,567'], '.'],
    [['1.234', '1.234.567 zł'], ','],
    [['1,234', '1,234.00'], '.'],
    [['1.234', '5.678'], undefined],
    [['12,5', '12.5', '1.234'], undefined],
    [['1 234', '5', 'n/a', '31.12.2025'], undefined],
    [[], undefined],
  ])('of %j is %j', (texts, decimal) => {
    expect(decimalOf(texts)).toBe(decimal);
  });
});

describe('a date in a text', () => {
  test.each([
    ['2025-12-31', '2025-12-31'],
    ['2025/12/31', '2025-12-31'],
    ['2025.12.31', '2025-12-31'],
    ['20251231', '2025-12-31'],
    ['31.12.2025', '2025-12-31'],
    ['31. 12. 2025', '2025-12-31'],
    ['31.12.2025 г.', '2025-12-31'],
    ['31.12.2025r.', '2025-12-31'],
    ['12/31/2025', '2025-12-31'],
    ['31/12/2025', '2025-12-31'],
    ['31-12-25', '2025-12-31'],
    ['3/3/25', '2025-03-03'],
    ['13.1.99', '1999-01-13'],
    ['1 gru 2025', '2025-12-01'],
    ['1 grudnia 2025 r.', '2025-12-01'],
    ['1 stycznia 2025', '2025-01-01'],
    ['5 paź 2025', '2025-10-05'],
    ['5 PAZ 2025', '2025-10-05'],
    ['1 XII 2025', '2025-12-01'],
    ['środa, 31 grudnia 2025', '2025-12-31'],
    ['1 января 2025 г.', '2025-01-01'],
    ['31 мая 2025', '2025-05-31'],
    ['Ср, 31 дек. 2025 г.', '2025-12-31'],
    ['15 Apr, 2021', '2021-04-15'],
    ['Dec 31, 2025', '2025-12-31'],
    ['Dec. 31st, 2025', '2025-12-31'],
    ['Wednesday, December 31, 2025', '2025-12-31'],
    ['Wed 31/12/2025', '2025-12-31'],
    ['31-Dec-25', '2025-12-31'],
    ['31Dec2025', '2025-12-31'],
    ['2025-Dec-31', '2025-12-31'],
    ['1. März 2025', '2025-03-01'],
    ['Mi., 31. Dezember 2025', '2025-12-31'],
    ['31 de diciembre de 2025', '2025-12-31'],
    ['mar 4 mar 2025', '2025-03-04'],
    ['mar 4, 2025', '2025-03-04'],
    [`1${NBSP}января${NBSP}2025`, '2025-01-01'],
    ['29.02.2024', '2024-02-29'],
  ])('%j is %s', (text, date) => {
    expect(dateOf(text)).toBe(date);
  });

  test.each([
    ['March 2026', '2026-03-01'],
    ['styczeń 2026 r.', '2026-01-01'],
    ['янв. 2026', '2026-01-01'],
    ['Okt-2026', '2026-10-01'],
    ['enero de 2026', '2026-01-01'],
    ['2026 Mar', '2026-03-01'],
    ['03.2026', '2026-03-01'],
    ['3/2026', '2026-03-01'],
    ['2026-03', '2026-03-01'],
  ])('%j is a month, which begins on %s', (text, date) => {
    expect([dateOf(text), readMonth(text)]).toEqual([undefined, { date, time: 0 }]);
  });

  test.each([
    'March',
    '2026',
    'Mar-26',
    '26 Mar',
    '13.2026',
    '2026-00',
    '3.1926',
    '202603',
    'spring 2026',
    'March 2026 b',
    'III 2026',
    'V2024',
    'mai2024',
  ])('%j is neither a day nor a month of a year', (text) => {
    expect([dateOf(text), readMonth(text)]).toEqual([undefined, undefined]);
  });

  test.each([
    ['15 Apr, 2021 00:03:00', '2021-04-15 00:03:00'],
    ['2025-12-31T23:30:00Z', '2025-12-31 23:30:00'],
    ['2025-12-31T23:30:00.123+01:00', '2025-12-31 23:30:00'],
    ['2025-12-31 23:30:00 UTC', '2025-12-31 23:30:00'],
    ['20251231T233000Z', '2025-12-31 23:30:00'],
    ['31.12.2025 23:30', '2025-12-31 23:30:00'],
    ['31.12.2025, 9:05', '2025-12-31 09:05:00'],
    ['12/31/2025 11:30 PM', '2025-12-31 23:30:00'],
    ['12/31/2025 12:05 a.m.', '2025-12-31 00:05:00'],
    ['Dec 31, 2025 at 11:30 pm', '2025-12-31 23:30:00'],
    ['31 декабря 2025 г. в 23:30', '2025-12-31 23:30:00'],
    ['31 grudnia 2025 godz. 23:30', '2025-12-31 23:30:00'],
    ['31.12.2025 um 23:30 Uhr', '2025-12-31 23:30:00'],
    ['Wed Dec 31 2025 23:30:00 GMT+0100 (Central European Standard Time)', '2025-12-31 23:30:00'],
  ])('%j is %s', (text, instant) => {
    expect(dateOf(text)).toBe(instant);
  });

  const east: Zone = () => 600;
  test.each([
    ['2025-12-31T23:30:00Z', '2026-01-01', 9.5 / 24],
    ['2025-12-31 23:30 +10:00', '2025-12-31', 23.5 / 24],
    ['2025-12-31T04:00:00-05:30', '2025-12-31', 19.5 / 24],
    ['2025-12-31 23:30', '2025-12-31', 23.5 / 24],
  ])('%j seen from ten hours east of UTC is %s', (text, date, time) => {
    expect(readDate(text, { zone: east })).toEqual({ civil: { date, time: expect.closeTo(time, 9) } });
  });

  test.each([['03/04/2025'], ['3.4.2025'], ['03-04-25'], ['Fri 03/04/2025 10:00']])('%j can be two dates', (text) => {
    expect(dateOf(text)).toBe('ambiguous');
  });

  test.each([
    ['03/04/2025', 'dmy', '2025-04-03'],
    ['03/04/2025', 'mdy', '2025-03-04'],
    ['12/31/2025', 'dmy', '2025-12-31'],
  ] as const)('%j read as %s is %s', (text, order, date) => {
    expect(dateOf(text, order)).toBe(date);
  });

  test.each([
    [''],
    ['soon'],
    ['2025'],
    ['12/2025'],
    ['Dec 2025'],
    ['2025-02-30'],
    ['29.02.2025'],
    ['31/11/2025'],
    ['32.12.2025'],
    ['13/13/2025'],
    ['0.1.2025'],
    ['2025-13-01'],
    ['20251331'],
    ['1 foo 2025'],
    ['Q1 1 gru 2025'],
    ['31.12/2025'],
    ['31.12.2025 25:00'],
    ['31.12.2025 10:60'],
    ['12/31/2025 13:30 PM'],
    ['31.12.0025'],
    ['31.12.202'],
    ['10:30'],
    ['1.5'],
    ['1,234.50'],
    ['#REF!'],
    ['1'.repeat(1000)],
  ])('%j is no date', (text) => {
    expect(dateOf(text, 'dmy')).toBeUndefined();
  });

  const MONTHS = {
    en: 'January February March April May June July August September October November December',
    enShort: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    pl: 'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień',
    plGenitive: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    plShort: 'sty lut mar kwi maj cze lip sie wrz paź lis gru',
    ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
    ruGenitive: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    ruShort: 'янв февр мар апр мая июн июл авг сент окт нояб дек',
    de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    deShort: 'Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez',
    es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    esShort: 'ene feb mar abr may jun jul ago sept oct nov dic',
  };
  const names = fc.constantFrom(...Object.values(MONTHS).map((line) => line.split(' ')));
  const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });

  test('whatever way a date was printed, reading gives it back', () => {
    fc.assert(
      fc.property(days, names, fc.nat(9), fc.boolean(), (instant, monthNames, form, clock) => {
        const iso = instant.toISOString();
        const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
        const name = monthNames[Number(month) - 1] ?? '';
        const [text = '', order] = (
          [
            [`${year}-${month}-${day}`],
            [`${day}.${month}.${year}`, 'dmy'],
            [`${month}/${day}/${year}`, 'mdy'],
            [`${Number(day)}/${Number(month)}/${year.slice(2)}`, 'dmy'],
            [`${Number(day)} ${name} ${year}`],
            [`${day}-${name}-${year.slice(2)}`],
            [`${name.toUpperCase()} ${Number(day)}, ${year}`],
            [`${Number(day)}. ${name}. ${year} г.`],
            [`${year} ${name} ${day}`],
            [`${Number(day)} de ${name} de ${year}`],
          ] as const
        )[form] ?? [''];
        const time = iso.slice(11, 19);
        const expected = clock && time !== '00:00:00' ? `${iso.slice(0, 10)} ${time}` : iso.slice(0, 10);
        expect(dateOf(clock ? `${text} ${time}` : text, order)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the order of day and month in a column', () => {
  test.each([
    [['03/04/2025', '31/12/2025'], 'dmy'],
    [['03/04/2025', '12/31/2025 10:00'], 'mdy'],
    [['Wed 31/12/2025'], 'dmy'],
    [['03/04/2025', '3/3/2025', 'soon', '2025-12-31'], 'ask'],
    [['03/04/2025', '31/12/2025', '12/31/2025'], 'ask'],
    [['31/12/2025', '12/31/2025'], undefined],
    [['2025-12-31', '1 gru 2025', 'soon', '31.13.2025'], undefined],
    [[], undefined],
  ])('of %j is %s', (texts, order) => {
    expect(dateOrderOf(texts)).toBe(order);
  });

  test.each([
    ['03/04/2025', '/'],
    ['31.12.2025 г.', '.'],
    ['śr., 31-12-25, 10:00', '-'],
    ['2025-12-31', undefined],
    ['1-gru-2025', undefined],
    ['12.50', undefined],
  ])('%j has the mark %j', (text, mark) => {
    expect(dateMarkOf(text)).toBe(mark);
  });
});

test('no text whatever makes the readers fail, and what they read is a number or a day of the calendar', () => {
  const piece = fc.constantFrom(
    ...'0123456789.,-/: \u00A0()%$zł',
    'gru',
    'Dec',
    'PM',
    'T',
    'Z',
    '+01:00',
    '1',
    '12',
    '2025',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((list) => list.join('')),
      ),
      (text) => {
        const number = readNumber(text, { decimal: ',' });
        if (number) expect(number).toEqual(expect.objectContaining({ number: expect.any(Number) }));
        if (number && 'number' in number) expect(Number.isNaN(number.number)).toBe(false);
        const date = readDate(text, { order: 'dmy' });
        if (date)
          expect(date).toEqual({
            civil: { date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), time: expect.any(Number) },
          });
      },
    ),
    { numRuns: 5000 },
  );
});
