import fc from 'fast-check';
import { createCalculation } from '../../../host/formula/calculation';
import type { Scalar } from '../../../host/workbook/types';
import { type TestBook, testBook } from './workbook';

const ROWS = 7;
const COLUMNS = 5;

const cell = fc
  .tuple(fc.constantFrom('', '', '', 'Data!'), fc.nat(COLUMNS - 1), fc.nat(ROWS - 1))
  .map(([sheet, column, row]) => `${sheet}${'ABCDE'[column]}${row + 1}`);
const range = fc
  .tuple(fc.constantFrom('', '', 'Data!'), fc.nat(COLUMNS - 1), fc.nat(ROWS - 1), fc.nat(2), fc.option(fc.nat(3)))
  .map(([sheet, left, top, width, height]) => {
    const last = 'ABCDE'[Math.min(COLUMNS - 1, left + width)];
    return `${sheet}${'ABCDE'[left]}${top + 1}:${last}${height === null ? '' : Math.min(ROWS, top + height + 1)}`;
  });
const constant: fc.Arbitrary<Scalar> = fc.constantFrom<Scalar>(
  0,
  1,
  2,
  3,
  -1,
  0.5,
  'a',
  'A',
  'b',
  '',
  '2',
  true,
  false,
);

/** Formulas that give one value. */
const single = fc.oneof(
  fc
    .tuple(cell, fc.constantFrom('+', '-', '*', '/', '&', '=', '<'), cell)
    .map(([a, operator, b]) => `=${a}${operator}${b}`),
  fc
    .tuple(fc.constantFrom('SUM', 'COUNT', 'COUNTA', 'MAX', 'COUNTUNIQUE'), range)
    .map(([name, of]) => `=${name}(${of})`),
  fc.tuple(range, fc.constantFrom('1', '"a"', '"<>"', '">=1"', '""', '"="')).map(([of, is]) => `=COUNTIF(${of};${is})`),
  fc.tuple(cell, cell, cell).map(([test, yes, no]) => `=IF(${test}=1;${yes};${no})`),
  fc.tuple(cell, cell).map(([value, other]) => `=IFERROR(${value};${other})`),
  fc.tuple(cell, range).map(([key, of]) => `=IFERROR(VLOOKUP(${key};${of};1;FALSE);"none")`),
  fc.tuple(fc.nat(ROWS - 1), cell).map(([row, other]) => `=INDIRECT("B"&${row + 1})&${other}`),
  fc.tuple(range, cell).map(([of, at]) => `=IFERROR(SUM(OFFSET(${of};N(${at});0));-1)`),
);

/** Formulas that spill; they look only at the sheet Data, where nothing looks back. */
const spilling = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
    .map(([rows, columns]) => `=SEQUENCE(${rows};${columns})`),
  fc
    .tuple(fc.nat(COLUMNS - 1), fc.nat(3))
    .map(([column, row]) => `=UNIQUE(Data!${'ABCDE'[column]}${row + 1}:${'ABCDE'[column]}${ROWS})`),
  fc.nat(COLUMNS - 1).map((column) => `=FILTER(Data!A1:B${ROWS};Data!${'ABCDE'[column]}1:${'ABCDE'[column]}${ROWS}=1)`),
  fc.constant(`=ARRAYFORMULA(Data!A1:A3*2)`),
  fc.constant(`=SEQUENCE(MAX(1;MIN(4;N(Data!A1)));2)`),
);

/** Formulas that look at so few cells, and forgive so many errors, that circles come about in every way. */
const knot = fc
  .tuple(
    fc.constantFrom('IFERROR(X;Y)', 'IF(ISERROR(X);Y;Z)', 'IF(X=1;Y;Z)', 'IFERROR(X+1;1)', 'SUM(X:Y)', '1', 'X'),
    fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([pattern, [x, y, z]]) => `=${pattern.replace('X', `A${x}`).replace('Y', `A${y}`).replace('Z', `A${z}`)}`);

interface Edit {
  readonly sheet: '' | 'Data!';
  readonly at: string;
  readonly entry: Scalar | undefined;
}

const at = fc.tuple(fc.nat(COLUMNS - 1), fc.nat(ROWS - 1)).map(([column, row]) => `${'ABCDE'[column]}${row + 1}`);
const onFirst = fc.oneof(
  { weight: 4, arbitrary: single },
  { weight: 2, arbitrary: spilling },
  { weight: 3, arbitrary: constant },
  { weight: 2, arbitrary: fc.constant(undefined) },
);
const onData = fc.oneof({ weight: 4, arbitrary: constant }, { weight: 1, arbitrary: fc.constant(undefined) });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ sheet: fc.constant('' as const), at, entry: onFirst }),
  fc.record({ sheet: fc.constant('Data!' as const), at, entry: onData }),
);

function shown(book: TestBook, calculation = book.calculation): Scalar[][] {
  return [0, 1].flatMap((sheet) =>
    Array.from({ length: ROWS + 4 }, (_, row) =>
      Array.from({ length: COLUMNS + 3 }, (_cell, column) => calculation.value(sheet, row, column)),
    ),
  );
}

describe('a sheet that is edited', () => {
  test('always shows what the same sheet shows when it is calculated from nothing', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 25 }),
        fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
        (start, steps) => {
          const book = testBook({}, { size: { rows: ROWS + 4, columns: COLUMNS + 3 } });
          for (const { sheet, at, entry } of start) book.set(sheet + at, entry);
          for (const step of steps) {
            for (const { sheet, at, entry } of step) book.set(sheet + at, entry);
            expect(shown(book)).toEqual(
              shown(
                book,
                createCalculation(book.source, () => undefined),
              ),
            );
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('shows the same whichever cell is looked at first, circles included', () => {
    fc.assert(
      fc.property(
        fc.array(knot, { minLength: 6, maxLength: 6 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5]),
        (formulas, sequence) => {
          const book = testBook(Object.fromEntries(formulas.map((formula, row) => [`A${row + 1}`, formula])));
          const straight = formulas.map((_, row) => book.calculation.value(0, row, 0));
          const other = createCalculation(book.source, () => undefined);
          for (const row of sequence) other.value(0, row, 0);
          expect(formulas.map((_, row) => other.value(0, row, 0))).toEqual(straight);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test.each([10, 300])('a block of %d rows that is written at once is taken over as a whole', (rows) => {
  const width = 40;
  const block = (entry: (row: number, column: number) => Scalar | undefined) =>
    Array.from({ length: rows }, (_, row) => Array.from({ length: width }, (_cell, column) => entry(row, column)));
  const book = testBook(
    { 'Data!A1': '=SUM(Sheet1!A1:AN)', 'Data!A2': '=COUNTIF(Sheet1!AN:AN;">=1")' },
    { size: { rows, columns: width } },
  );
  const results = () => [book.value('Data!A1'), book.value('Data!A2')];
  expect(results()).toEqual([0, 0]);
  book.fill(
    'A1',
    block(() => 1),
  );
  expect(results()).toEqual([rows * width, rows]);
  book.fill(
    'A1',
    block((row, column) => (column === 0 ? 2 : `=A${row + 1}+1`)),
  );
  expect(results()).toEqual([rows * (3 * width - 1), rows]);
  book.set('A1', 3);
  expect(results()).toEqual([rows * (3 * width - 1) + width, rows]);
  book.fill(
    'A1',
    block((_, column) => (column < 2 ? 1 : undefined)),
  );
  expect(results()).toEqual([rows * 2, 0]);
});
