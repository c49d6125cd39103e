import { testBook } from './workbook';

const circular = { error: '#REF!', message: expect.stringContaining('Circular dependency detected.') };
const LENGTH = 10_000;
const column = (formula: (row: number) => string | number) =>
  Object.fromEntries(Array.from({ length: LENGTH }, (_, index) => [`A${index + 1}`, formula(index + 1)]));
const size = { size: { rows: LENGTH, columns: 5 } };

describe('cells that depend on each other in a circle', () => {
  test('show an error, and so does what depends on them', () => {
    const book = testBook({ A1: '=B1+1', B1: '=C1', C1: '=A1', D1: '=A1*2' });
    expect(book.values('A1:D1')).toEqual([[circular, circular, circular, circular]]);
  });

  test('are the circle even if one of them would forgive the error; what stands outside may', () => {
    const book = testBook({ A1: '=IFERROR(B1;5)', B1: '=A1+1', C1: '=IFERROR(A1;"outside")' });
    expect(book.values('A1:C1')).toEqual([[circular, circular, 'outside']]);
  });

  test('recover when the circle is broken', () => {
    const book = testBook({ A1: '=B1+1', B1: '=A1+1' });
    expect(book.value('A1')).toEqual(circular);
    book.set('B1', 1);
    expect(book.value('A1')).toBe(2);
  });

  test('are no circle where the branch that closes it is not taken', () => {
    const book = testBook({ A1: '=IF(D1;B1;1)', B1: '=A1+1', D1: false });
    expect(book.value('B1')).toBe(2);
    book.set('D1', true);
    expect(book.value('B1')).toEqual(circular);
  });

  test('may be a range that holds the formula itself', () => {
    expect(testBook({ A1: 1, A2: '=SUM(A:A)' }).value('A2')).toEqual(circular);
    expect(testBook({ A1: 1, A2: '=COUNTIF(A:A;1)' }).value('A2')).toEqual(circular);
  });

  test('may be ten thousand cells long', () => {
    const book = testBook(
      column((row) => `=A${row === LENGTH ? 1 : row + 1}`),
      size,
    );
    expect(book.value('A5000')).toEqual(circular);
  });
});

describe('a chain of ten thousand cells', () => {
  test.each<[string, (row: number) => string]>([
    ['references', (row) => `=A${row - 1}+1`],
    ['ranges', (row) => `=SUM(A${row - 1}:A${row - 1})+1`],
    ['references found while computing', (row) => `=IF(TRUE;INDIRECT("A${row - 1}")+1)`],
  ])('of %s is computed from its end, and anew when its beginning changes', (_, formula) => {
    const book = testBook(
      column((row) => (row === 1 ? 1 : formula(row))),
      size,
    );
    expect(book.value(`A${LENGTH}`)).toBe(LENGTH);
    book.set('A1', 2);
    expect(book.value(`A${LENGTH}`)).toBe(LENGTH + 1);
  });
});
