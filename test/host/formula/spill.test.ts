import type { Scalar } from '../../../host/workbook/types';
import { testBook } from './workbook';

const blocked = (cell: string) => ({
  error: '#REF!',
  message: `Array result was not expanded because it would overwrite data in ${cell}.`,
});

describe('a formula fills the cells that its result needs', () => {
  test.each<[string, Scalar[][]]>([
    [
      '=SEQUENCE(2;2)',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      '={1,2;3,4}',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      '=ARRAYFORMULA(D1:D2*10)',
      [
        [10, null],
        [20, null],
      ],
    ],
    [
      '=ARRAYFORMULA(D1:D2)',
      [
        [1, null],
        [2, null],
      ],
    ],
    [
      '=ARRAYFORMULA(D1:D2+{1,2})',
      [
        [2, 3],
        [3, 4],
      ],
    ],
    [
      '=ARRAYFORMULA(IF(D1:D2>1;"big";"small"))',
      [
        ['small', null],
        ['big', null],
      ],
    ],
    [
      '=ARRAYFORMULA(IFERROR(1/(D1:D2-1);0))',
      [
        [0, null],
        [1, null],
      ],
    ],
    [
      '=ARRAYFORMULA(ROUND(D1:D2/3;1))',
      [
        [0.3, null],
        [0.7, null],
      ],
    ],
    [
      '=ARRAYFORMULA(COUNTIF(D1:D2;D1:D2))',
      [
        [1, null],
        [1, null],
      ],
    ],
    [
      '=ARRAYFORMULA(VLOOKUP(D1:D2;D1:E2;2;FALSE))',
      [
        ['x', null],
        ['y', null],
      ],
    ],
    [
      '=ARRAYFORMULA(ROW(A5:A6))',
      [
        [5, null],
        [6, null],
      ],
    ],
    [
      '=TRANSPOSE(D1:D2)',
      [
        [1, 2],
        [null, null],
      ],
    ],
    [
      '=UNIQUE(E1:E3)',
      [
        ['x', null],
        ['y', null],
      ],
    ],
    [
      '=UNIQUE(D1:E2)',
      [
        [1, 'x'],
        [2, 'y'],
      ],
    ],
    [
      '=SORT(D1:D2;1;FALSE)',
      [
        [2, null],
        [1, null],
      ],
    ],
    [
      '=FILTER(D1:E3;E1:E3="y")',
      [
        [2, 'y'],
        [null, 'y'],
      ],
    ],
    [
      '=IFERROR(FILTER(D1:D3;E1:E3="q");"none")',
      [
        ['none', null],
        [null, null],
      ],
    ],
    [
      '=IFERROR({1;#N/A};0)',
      [
        [1, null],
        [0, null],
      ],
    ],
    [
      '=IF(TRUE;D1:D2)',
      [
        [1, null],
        [2, null],
      ],
    ],
    [
      '=INDEX(D1:E2;0;2)',
      [
        ['x', null],
        ['y', null],
      ],
    ],
    [
      '=OFFSET(D1;0;0;1;2)',
      [
        [1, 'x'],
        [null, null],
      ],
    ],
    [
      '=INDIRECT("D1:D2")',
      [
        [1, null],
        [2, null],
      ],
    ],
    [
      '=XLOOKUP(2;D1:D2;D1:E2)',
      [
        [2, 'y'],
        [null, null],
      ],
    ],
    [
      '=SPLIT("1;b";";")',
      [
        [1, 'b'],
        [null, null],
      ],
    ],
    [
      '=REGEXEXTRACT("a1";"(.)(.)")',
      [
        ['a', '1'],
        [null, null],
      ],
    ],
    [
      '=FREQUENCY(D1:D2;1)',
      [
        [1, null],
        [1, null],
      ],
    ],
    [
      '=FLATTEN({1,2})',
      [
        [1, null],
        [2, null],
      ],
    ],
    [
      '=LET(x;D1:D2;x)',
      [
        [1, null],
        [2, null],
      ],
    ],
    [
      '=D1:INDEX(D1:D3;2)',
      [
        [1, null],
        [2, null],
      ],
    ],
    [
      '={1,2}*2',
      [
        [2, null],
        [null, null],
      ],
    ],
  ])('%s', (formula, expected) => {
    const book = testBook({ D1: 1, E1: 'x', D2: 2, E2: 'y', E3: 'y', A1: formula });
    expect(book.values('A1:B2')).toEqual(expected);
  });

  test('and other formulas see them', () => {
    const book = testBook({ A1: '=SEQUENCE(3)', C1: '=SUM(A1:A)', C2: '=A3*10', C3: '=COUNTIF(A:A;">1")' });
    expect(book.values('C1:C3')).toEqual([[6], [30], [2]]);
  });

  test('and each of them knows where it spills from', () => {
    const { calculation } = testBook({ B2: '=SEQUENCE(2;2)' });
    expect(calculation.spillAnchor(0, 2, 2)).toEqual({ row: 1, column: 1 });
    expect(calculation.spillAnchor(0, 1, 1)).toBeUndefined();
    expect(calculation.shown(0)).toEqual({ rows: 3, columns: 3 });
  });

  test('to the last row of the sheet where a reference is open', () => {
    const book = testBook({ A1: 1, B1: '=ARRAYFORMULA(A1:A+1)' }, { size: { rows: 5, columns: 3 } });
    expect(book.values('B1:B6')).toEqual([[2], [1], [1], [1], [1], [null]]);
  });
});

describe('a result that has no room', () => {
  test('is an error that names the first cell in the way', () => {
    const book = testBook({ A1: '=SEQUENCE(3;2)', B2: 'here' });
    expect(book.value('A1')).toEqual(blocked('B2'));
    expect(book.values('A2:B3')).toEqual([
      [null, 'here'],
      [null, null],
    ]);
  });

  test('is laid out as soon as the obstacle goes, and withdrawn as soon as one comes', () => {
    const book = testBook({ A1: '=SEQUENCE(3)', C1: '=SUM(A1:A3)' });
    expect(book.value('C1')).toBe(6);
    book.set('A3', 'x');
    expect(book.value('A1')).toEqual(blocked('A3'));
    expect(book.value('C1')).toMatchObject({ error: '#REF!' });
    expect(book.value('A2')).toBeNull();
    book.set('A3', undefined);
    expect(book.value('C1')).toBe(6);
  });

  test('is blocked by a cell with an empty text', () => {
    expect(testBook({ A1: '=SEQUENCE(2)', A2: '' }).value('A1')).toEqual(blocked('A2'));
  });

  test('gives way to the array of an upper cell, and gets its place when that shrinks', () => {
    const book = testBook({ B1: '=SEQUENCE(E1)', A2: '=SEQUENCE(1;3)', E1: 3 });
    expect(book.value('B2')).toBe(2);
    expect(book.value('A2')).toEqual(blocked('B2'));
    book.set('E1', 1);
    expect(book.values('A2:C2')).toEqual([[1, 2, 3]]);
    book.set('E1', 2);
    expect(book.value('A2')).toEqual(blocked('B2'));
    book.set('B1', undefined);
    expect(book.values('A2:C2')).toEqual([[1, 2, 3]]);
  });
});

describe('arrays that grow and shrink', () => {
  test('leave no cell behind', () => {
    const book = testBook({ A1: '=FILTER(E1:E4;E1:E4>0)', C1: '=COUNT(A1:A9)', E1: 1, E2: 2, E3: 3, E4: 4 });
    expect(book.value('C1')).toBe(4);
    book.fill('E2', [[0], [0]]);
    expect(book.values('A1:A4')).toEqual([[1], [4], [null], [null]]);
    expect(book.value('C1')).toBe(2);
    book.set('A1', 'plain');
    expect(book.values('A1:A4')).toEqual([['plain'], [null], [null], [null]]);
    expect(book.value('C1')).toBe(0);
  });

  test('feed each other whatever the order they stand in', () => {
    const book = testBook({ A1: '=ARRAYFORMULA(B1:B3+1)', B1: '=ARRAYFORMULA(C1:C3+1)', C1: '=SEQUENCE(3)' });
    expect(book.values('A1:A3')).toEqual([[3], [4], [5]]);
    book.set('C1', '=SEQUENCE(3;1;10)');
    expect(book.values('A1:A3')).toEqual([[12], [13], [14]]);
  });

  test('across sheets, even on one that nobody has looked at yet', () => {
    const book = testBook({ A1: '=SUM(INDIRECT("Data!A1:A3"))', 'Data!A1': '=SEQUENCE(3)' });
    expect(book.value('A1')).toBe(6);
  });

  test('are circular where they read cells that they would fill', () => {
    const circular = { error: '#REF!', message: expect.stringContaining('Circular') };
    expect(testBook({ A1: '=SEQUENCE(COUNTA(A2:A)+2)' }).value('A1')).toEqual(circular);
    const wavering = testBook({ A1: '=SEQUENCE(IF(ISNUMBER(B3);2;3))', B1: '=ARRAYFORMULA(A1:A3)' });
    expect(wavering.value('A1')).toEqual(circular);
    wavering.set('B1', undefined);
    expect(wavering.values('A1:A3')).toEqual([[1], [2], [3]]);
  });
});
