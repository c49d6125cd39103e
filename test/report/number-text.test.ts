import fc from 'fast-check';
import { createWorkbook } from '../../host/workbook/workbook';
import { numberFormula, numberSaid } from '../../src/report/number-text';

const languages = ['en', 'pl', 'ru'] as const;

test.each([
  ['en', 0, '0'],
  ['en', 0.45, '0.45'],
  ['en', 0.994, '0.99'],
  ['en', 999.995, '1,000'],
  ['en', 416.27 * 0.5 - 35.92, '172.22'],
  ['en', 350.5, '350.50'],
  ['en', 4060, '4,060'],
  ['en', -1234567.891, '−1,234,567.89'],
  ['en', -0.001, '0'],
  ['pl', 1234567890.05, '1234 567 890,05'],
  ['ru', 7800, '7 800'],
] as const)('a number stands in words as they are written in %s: %p', (language, value, said) => {
  expect(numberSaid(value, language)).toBe(said.replace(/ /g, '\u00a0'));
});

test('the formula says the same in a spreadsheet of any locale', () => {
  const numbers = fc.oneof(
    fc.integer(),
    fc.integer({ min: -1e11, max: 1e11 }).map((cents) => cents / 100),
  );
  fc.assert(
    fc.property(
      numbers,
      fc.constantFrom(...languages),
      fc.constantFrom('en_US', 'pl_PL'),
      (value, language, locale) => {
        const workbook = createWorkbook({ name: 'Test', locale, timeZone: 'Etc/UTC', sheets: ['A'] });
        const cells = [[{ value }, { formula: `=${numberFormula('A1', language)}` }]];
        workbook.write(workbook.sheet('A'), 0, 0, cells);
        expect(workbook.value('A', 'B1')).toBe(numberSaid(value, language));
      },
    ),
    { numRuns: 300 },
  );
});

test('the formula of a count, too', () => {
  const workbook = createWorkbook({ name: 'Test', locale: 'en_US', timeZone: 'Etc/UTC', sheets: ['A'] });
  for (const value of [0, 7, 999, 1000, 4060, 999_999, 1_000_000, 12_003_004]) {
    const cells = [[{ value }, { formula: `=${numberFormula('A1', 'en', 'count')}` }]];
    workbook.write(workbook.sheet('A'), 0, 0, cells);
    expect(workbook.value('A', 'B1')).toBe(numberSaid(value, 'en'));
  }
});
