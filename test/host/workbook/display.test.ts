import { displayText, isDate } from '../../../host/workbook/display';

const NBSP = '\u00a0';

test.each([
  [1 / 3, 'General', 'en_US', '0.3333333333'],
  [200 / 3, 'General', 'en_US', '66.66666667'],
  [0.05, 'General', 'pl_PL', '0,05'],
  [1234567890123, 'General', 'en_US', '1234567890123'],
  [1e20, 'General', 'en_US', '1E+20'],
  [0.1 + 0.2, 'General', 'en_US', '0.3'],
  [2.0000000000001, 'General', 'en_US', '2'],
  [0, 'General', 'en_US', '0'],
  [1234567.891, '#,##0.00', 'en_US', '1,234,567.89'],
  [1234567.891, '#,##0.00', 'pl_PL', `1${NBSP}234${NBSP}567,89`],
  [-0.125, '0.0%', 'ru_RU', '-12,5%'],
  [45_658, 'yyyy-mm-dd', 'pl_PL', '2025-01-01'],
  [45_658, 'd mmmm yyyy', 'ru_RU', '1 января 2025'],
  [1234.5, '#,##0.00 "zł"', 'pl_PL', `1${NBSP}234,50 zł`],
  [45_658.5, 'yyyy-mm-dd hh:mm', 'en_US', '2025-01-01 12:00'],
  [60, 'yyyy-mm-dd', 'en_US', '1900-02-28'],
  [1.5, '[h]:mm', 'en_US', '36:00'],
  [true, 'General', 'en_US', 'TRUE'],
  [true, 'General', 'pl_PL', 'PRAWDA'],
  ['007', '@', 'en_US', '007'],
  ['text', '0.00', 'en_US', 'text'],
  [null, '0.00', 'en_US', ''],
  [{ error: '#N/A' } as const, '0.00', 'en_US', '#N/A'],
])('%j in the format %s shows as such in %s', (value, format, locale, text) => {
  expect(displayText(value, format, locale)).toBe(text);
});

test('formats of dates, times and durations are dates', () => {
  expect(['yyyy-mm-dd', 'hh:mm', '[h]:mm', '0.00', '@', 'General', '0 "days"'].map(isDate)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
