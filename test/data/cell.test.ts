import vm from 'node:vm';
import fc from 'fast-check';
import {
  civilOfSerial,
  isBlank,
  isErrorText,
  labelOf,
  normaliseLabel,
  serialOf,
  tidyText,
  toValue,
  type Zone,
} from '../../src/data/cell';

const UTC: Zone = () => 0;

/** Offset of an IANA zone, as the runtime's own calendar knows it. */
function zoneOf(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: name,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  return (utc) => {
    const part = Object.fromEntries(format.formatToParts(utc).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
    return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - utc) / 60_000);
  };
}

describe('a cell becomes a value', () => {
  test.each([[''], [null], [undefined]])('%p is blank', (cell) => {
    expect(toValue(cell, UTC)).toBeNull();
  });

  test.each([[0], [-1.5], ['Won '], [' '], [true], [false], ['#N/A']])('%p stays as it is', (cell) => {
    expect(toValue(cell, UTC)).toBe(cell);
  });

  test.each([
    ['2025-12-31T23:00:00Z', 'Europe/Warsaw', '2026-01-01'],
    ['2025-12-31T05:00:00Z', 'America/New_York', '2025-12-31'],
    ['2025-12-30T14:00:00Z', 'Asia/Vladivostok', '2025-12-31'],
    ['2025-07-31T22:00:00Z', 'Europe/Warsaw', '2025-08-01'],
  ])('the instant %s is midnight in %s, on %s', (instant, zone, date) => {
    expect(toValue(new Date(instant), zoneOf(zone))).toEqual({ date, time: 0 });
  });

  test('the time of day is kept as a fraction of the day', () => {
    expect(toValue(new Date('2025-12-31T18:00:00Z'), UTC)).toEqual({ date: '2025-12-31', time: 0.75 });
  });

  test('a Date of another context is a date, too', () => {
    const foreign = vm.runInNewContext('new Date(Date.UTC(2025, 11, 31))');
    expect(toValue(foreign, UTC)).toEqual({ date: '2025-12-31', time: 0 });
  });

  test('a Date that is none reads as an error', () => {
    expect(isErrorText(toValue(new Date(Number.NaN), UTC))).toBe(true);
  });
});

test.each([[null], [''], [' '], ['\u00A0'], ['\u200B \t']])('%j is blank', (value) => {
  expect(isBlank(value)).toBe(true);
});

test.each([[0], [false], ['0'], ['-'], [{ date: '2025-01-01', time: 0 }]])('%j is not blank', (value) => {
  expect(isBlank(value)).toBe(false);
});

test.each(['#N/A', '#DIV/0!', '#REF!', '#NAME?', '#VALUE!', '#NUM!', '#NULL!', '#ERROR!', '#ДЕЛ/0!', '#ARG!', '#NV'])(
  '%s is an error',
  (text) => {
    expect(isErrorText(text)).toBe(true);
  },
);

test.each([['#sale!'], ['#1'], ['N/A'], ['#N/A today'], [0], [null]])('%j is no error', (value) => {
  expect(isErrorText(value)).toBe(false);
});

describe('labels', () => {
  test.each([
    ['Won', 'won'],
    ['  Closed\u00A0 -\u2009Won ', 'closed - won'],
    ['Выиграна\u200B', 'выиграна'],
    ['ＷＯＮ', 'won'],
    ['Cafe\u0301', 'café'],
    ['Łódź', 'łódź'],
    ['new\nlead', 'new lead'],
    ['\uFEFFid', 'id'],
    ['зво\u00ADнок', 'звонок'],
  ])('%j is the same label as %j', (text, label) => {
    expect(normaliseLabel(text)).toBe(label);
  });

  test('normalising twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseLabel(text);
        expect(normaliseLabel(once)).toBe(once);
        expect(normaliseLabel(tidyText(text))).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('tidying keeps letters, case and joined emoji', () => {
    expect(tidyText(' Ｗon²\u00A0 👩\u200D💻 ')).toBe('Ｗon² 👩\u200D💻');
  });

  test.each([
    [null, ''],
    ['Won ', 'Won '],
    [12.5, '12.5'],
    [true, 'TRUE'],
    [false, 'FALSE'],
    [{ date: '2025-12-31', time: 0 }, '2025-12-31'],
    [{ date: '2025-12-31', time: 86_399.999 / 86_400 }, '2025-12-31 23:59:59'],
  ])('%j has the label %j', (value, label) => {
    expect(labelOf(value)).toBe(label);
  });
});

describe('serial numbers', () => {
  test.each([
    ['1899-12-30', 0],
    ['1900-03-01', 61],
    ['1970-01-01', 25_569],
    ['2024-02-29', 45_351],
    ['2025-12-31', 46_022],
  ])('%s is day %i', (date, serial) => {
    expect(serialOf({ date, time: 0 })).toBe(serial);
    expect(civilOfSerial(serial)).toEqual({ date, time: 0 });
  });

  test('every millisecond of a civil date survives the way there and back', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (instant) => {
        const civil = toValue(instant, UTC);
        expect(civil).toEqual(civilOfSerial(serialOf(civil as { date: string; time: number })));
      }),
    );
  });
});
