import fc from 'fast-check';
import { adjustFormula, copyFormula, type StructureChange } from '../../../host/formula/references';

const rows = (kind: 'insert' | 'delete', at: number, count: number, sheet = 'Data'): StructureChange => ({
  kind,
  axis: 'rows',
  sheet,
  at,
  count,
});
const columns = (kind: 'insert' | 'delete', at: number, count: number, sheet = 'Data'): StructureChange => ({
  kind,
  axis: 'columns',
  sheet,
  at,
  count,
});
const moveColumns = (at: number, count: number, to: number): StructureChange => ({
  kind: 'move',
  axis: 'columns',
  sheet: 'Data',
  at,
  count,
  to,
});
const moveRows = (at: number, count: number, to: number): StructureChange => ({
  kind: 'move',
  axis: 'rows',
  sheet: 'Data',
  at,
  count,
  to,
});

describe('a formula on the sheet Data follows a change of structure', () => {
  test.each<[string, StructureChange, string]>([
    // insertions
    ['=A5', rows('insert', 4, 2), '=A7'],
    ['=A5', rows('insert', 5, 2), '=A5'],
    ['=$A$5', rows('insert', 0, 1), '=$A$6'],
    ['=SUM(A2:A10)', rows('insert', 5, 3), '=SUM(A2:A13)'],
    ['=SUM(A2:A10)', rows('insert', 10, 3), '=SUM(A2:A10)'],
    ['=SUM(A2:A10)', rows('insert', 1, 1), '=SUM(A3:A11)'],
    ['=SUM(A2:A)', rows('insert', 0, 1), '=SUM(A3:A)'],
    ['=SUM(A2:A)', rows('insert', 5, 1), '=SUM(A2:A)'],
    ['=SUM(A:A)', rows('insert', 0, 1), '=SUM(A:A)'],
    ['=SUM(2:3)', rows('insert', 2, 1), '=SUM(2:4)'],
    ['=SUM($2:$3)', rows('insert', 0, 1), '=SUM($3:$4)'],
    ['=B1+$C$2', columns('insert', 1, 1), '=C1+$D$2'],
    ['=SUM(A2:C)', columns('insert', 1, 2), '=SUM(A2:E)'],
    ['=SUM(A:C)', columns('insert', 0, 1), '=SUM(B:D)'],
    ['=SUM(C5:A1)', rows('insert', 2, 1), '=SUM(C6:A1)'],
    // deletions
    ['=A5', rows('delete', 4, 1), '=#REF!'],
    ['=A5', rows('delete', 0, 2), '=A3'],
    ['=SUM(A2:A10)', rows('delete', 4, 3), '=SUM(A2:A7)'],
    ['=SUM(A2:A10)', rows('delete', 0, 4), '=SUM(A1:A6)'],
    ['=SUM(A2:A10)', rows('delete', 8, 5), '=SUM(A2:A8)'],
    ['=SUM(A2:A10)', rows('delete', 1, 9), '=SUM(#REF!)'],
    ['=SUM(A2:A)', rows('delete', 0, 5), '=SUM(A1:A)'],
    ['=SUM(A2:A)', rows('delete', 1, 1), '=SUM(A2:A)'],
    ['=B1&C1', columns('delete', 1, 1), '=#REF!&B1'],
    ['=SUM(A2:C)', columns('delete', 2, 1), '=SUM(A2:B)'],
    ['=SUM(B:B)', columns('delete', 1, 1), '=SUM(#REF!)'],
    // moves
    ['=B1', moveColumns(1, 1, 5), '=E1'],
    ['=B1+C1+E1+F1', moveColumns(1, 1, 5), '=E1+B1+D1+F1'],
    ['=B1', moveColumns(3, 1, 0), '=C1'],
    ['=SUM(B2:B)', moveColumns(1, 2, 5), '=SUM(D2:D)'],
    ['=SUM(A2:D9)', moveColumns(1, 1, 4), '=SUM(A2:C9)'],
    ['=SUM(A2:A9)', moveRows(0, 1, 20), '=SUM(A1:A8)'],
    ['=A1', moveRows(0, 1, 3), '=A3'],
    // sheets
    [
      "=Data!A1+'data'!A2+A3+Other!A4",
      { kind: 'rename', sheet: 'Data', to: "Bob's deals" },
      "='Bob''s deals'!A1+'Bob''s deals'!A2+A3+Other!A4",
    ],
    ["=SUM('Data'!A2:A)", { kind: 'rename', sheet: 'data', to: 'Plain' }, '=SUM(Plain!A2:A)'],
    ['=Data!A1+Other!A1', { kind: 'deleteSheet', sheet: 'Other' }, '=Data!A1+#REF!'],
    ["=SUM('My [old] sheet: 1'!A1:B)", rows('insert', 0, 1, 'My [old] sheet: 1'), "=SUM('My [old] sheet: 1'!A2:B)"],
    ['=SUM(Сделки!A2:A)', rows('insert', 0, 1, 'Сделки'), '=SUM(Сделки!A3:A)'],
  ])('%s', (formula, change, expected) => {
    expect(adjustFormula(formula, 'Data', change)).toBe(expected);
  });

  test.each([
    '="A5"&A1 & \'Other\'!A5',
    '= SUM( A1 ;\n  Other!A9 )',
    '={1,2\\3;4}',
    '=SUM(0,5;1,5)',
    '=A5B(1)',
    '=not a formula (',
    '="open A5',
    '=LOG10(1)+Other!C:C',
  ])('and what it does not concern stays as it was typed: %s', (formula) => {
    expect(adjustFormula(formula, 'Data', rows('insert', 4, 1))).toBe(formula);
  });

  test('but a reference without a sheet on another sheet does not', () => {
    expect(adjustFormula('=A5+Data!A5', 'Other', rows('insert', 0, 1))).toBe('=A5+Data!A6');
  });

  test('an insertion and the deletion of what was inserted leave it as it was', () => {
    const index = fc.nat(12);
    const reference = fc
      .tuple(index, index, index, index, fc.boolean(), fc.boolean())
      .map(([a, b, c, d, open, fixed]) => {
        const letter = (column: number) => String.fromCharCode(65 + column);
        const mark = fixed ? '$' : '';
        return `${letter(a)}${mark}${b + 1}:${mark}${letter(c)}${open ? '' : d + 1}`;
      });
    fc.assert(
      fc.property(
        reference,
        index,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('rows' as const, 'columns' as const),
        (text, at, count, axis) => {
          const formula = `=SUM(${text})`;
          const inserted = adjustFormula(formula, 'Data', { kind: 'insert', axis, sheet: 'Data', at, count });
          expect(adjustFormula(inserted, 'Data', { kind: 'delete', axis, sheet: 'Data', at, count })).toBe(formula);
        },
      ),
    );
  });
});

describe('a formula that is copied', () => {
  test.each<[string, number, number, string]>([
    ['=A1+$A1+A$1+$A$1', 2, 3, '=D3+$A3+D$1+$A$1'],
    ['=SUM(A2:A)', 1, 1, '=SUM(B3:B)'],
    ['=SUM($A$2:A)', 1, 1, '=SUM($A$2:B)'],
    ['=SUM(A:B;2:3)', 1, 1, '=SUM(B:C;3:4)'],
    ['=\'My sheet\'!B2&"B2"', -1, -1, '=\'My sheet\'!A1&"B2"'],
    ['=B2', -2, 0, '=#REF!'],
    ['=SUM(A1:B2)', 0, -1, '=SUM(#REF!)'],
  ])('%s by %d rows and %d columns is %s', (formula, down, across, expected) => {
    expect(copyFormula(formula, down, across)).toBe(expected);
  });
});
