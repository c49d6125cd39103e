import * as fc from 'fast-check';
import { editText } from '../../../host/playground/edit-text';
import type { Content } from '../../../host/workbook/types';
import { createWorkbook } from '../../../host/workbook/workbook';

const LOCALES = ['en_US', 'en_GB', 'pl_PL', 'ru_RU', 'de_DE'];

test.each<[string, Content | undefined, string, string, string]>([
  ['a blank cell', undefined, 'General', 'en_US', ''],
  ['a formula', { formula: '=SUM(A1;2)' }, '0%', 'pl_PL', '=SUM(A1;2)'],
  ['a number', { value: 1234.5 }, '#,##0.00', 'en_US', '1234.5'],
  ['a number with a decimal comma', { value: 1234.5 }, '#,##0.00', 'pl_PL', '1234,5'],
  ['money', { value: 12 }, '"zł"#,##0', 'pl_PL', '12'],
  ['a share', { value: 0.125 }, '0%', 'ru_RU', '12,5%'],
  ['a share that is no round number', { value: 0.07 }, '0.0%', 'en_US', '7%'],
  ['an American date', { value: 46022 }, 'yyyy-mm-dd', 'en_US', '12/31/2025'],
  ['a Polish date', { value: 46022 }, 'd mmm yyyy', 'pl_PL', '31.12.2025'],
  ['TRUE', { value: true }, 'General', 'pl_PL', 'TRUE'],
  ['a text', { value: 'Won' }, 'General', 'en_US', 'Won'],
  ['a text that looks like a number', { value: '007' }, 'General', 'en_US', "'007"],
  ['a text that looks like a formula', { value: '=1+1' }, 'General', 'en_US', "'=1+1"],
  ['a text with an apostrophe', { value: "'tis" }, 'General', 'en_US', "''tis"],
  ['digits in a cell for text', { value: '007' }, '@', 'en_US', '007'],
  ['an error', { value: { error: '#N/A' } }, 'General', 'en_US', '#N/A'],
])('%s', (_, content, format, locale, text) => {
  expect(editText(content, format, locale)).toBe(text);
});

test('what is edited and entered without a change stays what it was', () => {
  const content: fc.Arbitrary<Content> = fc.oneof(
    fc.record({
      value: fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
    }),
    fc.record({
      value: fc.oneof(fc.boolean(), fc.string({ minLength: 1 }), fc.constantFrom('1/2', '1,5', '12%', 'TRUE', '$5')),
    }),
    fc.record({ value: fc.integer({ min: 1, max: 80_000 }).map((day) => day + 0.25) }),
  );
  const format = fc.constantFrom('General', '0.00%', 'yyyy-mm-dd', 'dd.mm.yyyy hh:mm', '#,##0.00', '@');
  fc.assert(
    fc.property(content, format, fc.constantFrom(...LOCALES), (given, numberFormat, locale) => {
      // A number in a cell for text is typed as text.
      fc.pre(!(numberFormat === '@' && 'value' in given && typeof given.value !== 'string'));
      const workbook = createWorkbook({ name: 'Test', locale, timeZone: 'Etc/UTC' });
      const sheet = workbook.sheet('Sheet1');
      sheet.formats.set(0, 0, numberFormat);
      workbook.enter(sheet, 0, 0, [[editText(given, numberFormat, locale)]]);
      const entered = workbook.value('Sheet1', 'A1');
      const { value } = given as { value: unknown };
      if (typeof value === 'number') expect(Math.abs(Number(entered) - value)).toBeLessThan(1e-9);
      else expect(entered).toBe(value);
    }),
    { numRuns: 500 },
  );
});
