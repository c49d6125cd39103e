import fc from 'fast-check';
import { maskOf } from '../../../host/formula/column';
import { criterionOf } from '../../../host/formula/criteria';
import type { Scalar } from '../../../host/workbook/types';
import { testBook } from './workbook';

const CELLS: Scalar[] = [
  null,
  '',
  'abc',
  'ABC',
  'abc ',
  'abcd',
  'a*c',
  'a~c',
  '=x',
  '>5',
  5,
  '5',
  0,
  -1,
  true,
  'TRUE',
  false,
  45322,
  { error: '#N/A' },
  '2024-01-31',
  'straße',
  'Łódź',
];
const show = (value: Scalar) => (typeof value === 'object' && value !== null ? value.error : JSON.stringify(value));

describe('a criterion picks cells', () => {
  test.each<[Scalar, string[]]>([
    ['abc', ['"abc"', '"ABC"']],
    ['=abc', ['"abc"', '"ABC"']],
    ['=ABC ', ['"abc "']],
    ['a*', ['"abc"', '"ABC"', '"abc "', '"abcd"', '"a*c"', '"a~c"']],
    ['=a?c', ['"abc"', '"ABC"', '"a*c"', '"a~c"']],
    ['=a~*c', ['"a*c"']],
    ['=a~~c', ['"a~c"']],
    ['==x', ['"=x"']],
    ['=>5', ['">5"']],
    ['=5', ['5', '"5"']],
    [5, ['5', '"5"']],
    ['5', ['5', '"5"']],
    ['=5.0', ['5', '"5"']],
    ['=0', ['0']],
    ['>=5', ['5', '45322']],
    ['>4', ['5', '45322']],
    ['<0', ['-1']],
    ['<=0', ['0', '-1']],
    ['>=2024-01-31', ['45322']],
    ['=2024-01-31', ['45322', '"2024-01-31"']],
    ['>=abcd', ['"abcd"', '"TRUE"', '"straße"', '"Łódź"']],
    [true, ['true', '"TRUE"']],
    ['=TRUE', ['true', '"TRUE"']],
    ['=FALSE', ['false']],
    ['', ['null', '""']],
    ['=', ['null']],
    ['#N/A', ['#N/A']],
    [{ error: '#N/A' }, ['#N/A']],
    [null, ['0']],
    ['=STRASSE', []],
    ['=łódź', ['"Łódź"']],
    ['~', []],
  ])('%p: %p', (given, expected) => {
    const criterion = criterionOf(given, 'en_US');
    expect(
      CELLS.filter((value) => criterion.matches(value)).map((value) => (value === null ? 'null' : show(value))),
    ).toEqual(expected);
  });

  test.each<[string, string]>([
    ['<>abc', '=abc'],
    ['<>a*', '=a*'],
    ['<>5', '=5'],
    ['<>', '='],
    ['<>#N/A', '=#N/A'],
  ])('%p picks all cells that %p does not, blanks and errors included', (negative, positive) => {
    const [no, yes] = [criterionOf(negative, 'en_US'), criterionOf(positive, 'en_US')];
    for (const value of CELLS) expect(no.matches(value)).toBe(!yes.matches(value));
  });

  test('reads numbers and dates as the locale writes them', () => {
    expect(criterionOf('>=0,5', 'pl_PL').matches(0.5)).toBe(true);
    expect(criterionOf('=31.01.2024', 'pl_PL').matches(45322)).toBe(true);
    expect(criterionOf('=0.5', 'en_US').matches(0.5)).toBe(true);
  });
});

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.constantFrom(...CELLS),
  fc.integer({ min: -3, max: 6 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: fc.constantFrom('a', 'B', '*', '?', '~', '=', '<', '>', '1', '.'), maxLength: 4 }),
);

test('a column finds the same rows for a criterion as looking at every cell', () => {
  const given = fc.oneof(
    scalar,
    fc
      .tuple(
        fc.constantFrom('=', '<>', '<', '<=', '>', '>='),
        fc.oneof(fc.integer({ min: -3, max: 6 }), fc.string({ maxLength: 3 })),
      )
      .map(([operator, operand]) => operator + operand),
    fc
      .tuple(
        fc.constantFrom('<', '<=', '>', '>=', '='),
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
      )
      .map(([operator, operand]) => operator + operand),
  );
  fc.assert(
    fc.property(
      fc.array(scalar, { maxLength: 30 }),
      fc.array(given, { minLength: 1, maxLength: 4 }),
      (values, criteria) => {
        const column = { values };
        for (const one of criteria) {
          const criterion = criterionOf(one, 'en_US');
          expect([...maskOf(column, criterion)]).toEqual(values.map((value) => (criterion.matches(value) ? 1 : 0)));
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('a bound that stands in the column itself is in or out as the operator says', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom('<', '<=', '>', '>=', '=', '<>'),
      (bound, operator) => {
        const criterion = criterionOf(`${operator}${bound}`, 'en_US');
        const values = [bound, bound + 1, bound - 1, bound * (1 + Number.EPSILON), 0, -0];
        expect([...maskOf({ values }, criterion)]).toEqual(values.map((value) => (criterion.matches(value) ? 1 : 0)));
      },
    ),
  );
});

describe('counting and adding up under conditions', () => {
  const book = () =>
    testBook({
      A1: 'stage',
      B1: 'amount',
      C1: 'closed',
      D1: 'customer',
      A2: 'Won',
      B2: 100,
      C2: 45000,
      D2: 'Ann',
      A3: 'won',
      B3: 50,
      C3: 45010,
      D3: 'ann',
      A4: 'Lost',
      B4: 70,
      C4: 45020,
      D4: 'Bob',
      A5: 'WON',
      B5: 'n/a',
      C5: 45030,
      D5: 'Ann',
      B6: 10,
      C6: 45040,
      G1: 45000,
      G2: 45030,
    });
  test.each<[string, Scalar | string]>([
    ['=COUNTIF(A2:A;"won")', 3],
    ['=COUNTIF(A2:A6;"")', 1],
    ['=COUNTIF(A2:A;"")', 95],
    ['=COUNTIFS(A2:A;"";B2:B;">0")', 1],
    ['=COUNTIFS(A2:A;"<>won";C2:C;"<>")', 2],
    ['=COUNTIFS(A2:A;"=won";C2:C;">="&G1;C2:C;"<"&G2)', 2],
    ['=SUMIF(A2:A;"won";B2:B)', 150],
    ['=SUMIF(B2:B;">60")', 170],
    ['=SUMIF(A2:A6;"won";B2)', 150],
    ['=SUMIFS(B2:B;A2:A;"won";C2:C;">"&G1)', 50],
    ['=AVERAGEIF(A2:A;"won";B2:B)', 75],
    ['=AVERAGEIFS(B2:B;A2:A;"nobody")', '#DIV/0!'],
    ['=MINIFS(B2:B;A2:A;"won")', 50],
    ['=MAXIFS(B2:B;A2:A;"won")', 100],
    ['=MAXIFS(B2:B;A2:A;"nobody")', 0],
    ['=COUNTUNIQUEIFS(D2:D;A2:A;"won")', 2],
    ['=COUNTUNIQUEIFS(D2:D;A2:A;"<>";D2:D;"<>")', 3],
    ['=COUNTIFS(A2:A;"won";B3:B;">0")', '#VALUE!'],
    ['=COUNTIFS(A2:A)', '#N/A'],
    ['=COUNTIFS(A2:B3;"<>x";B2:C3;">60")', 3],
    ['=COUNTIF({1;2;3};">1")', 2],
    ['=ARRAYFORMULA(SUM(SUMIFS(B2:B;A2:A;{"won";"lost"})))', 220],
    ['=COUNTIF(Nowhere!A:A;1)', '#REF!'],
    ['=SUMIFS(B2:B;A2:A;1/0)', 0],
  ])('%s is %p', (formula, expected) => {
    const one = book();
    one.set('H30', formula);
    const value = one.value('H30');
    expect(typeof value === 'object' && value !== null ? value.error : value).toBe(expected);
  });

  test('an error among the numbers to add up is the result, elsewhere it does not matter', () => {
    const one = book();
    one.set('B3', { error: '#DIV/0!' });
    one.set('H30', '=SUMIFS(B2:B;A2:A;"lost")');
    one.set('H31', '=SUMIFS(B2:B;A2:A;"won")');
    expect(one.value('H30')).toBe(70);
    expect(one.value('H31')).toEqual({ error: '#DIV/0!' });
  });
});
