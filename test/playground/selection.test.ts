import { makeAxis } from '../../host/playground/page/axis';
import {
  addBlock,
  cellBeside,
  cycle,
  type Direction,
  extendTo,
  focusBeside,
  type Lines,
  selectBlock,
  selectBlocks,
  selectCell,
  takesWhole,
} from '../../host/playground/page/selection';
import { type Block, formatBlock, parseBlock } from '../../host/workbook/address';

const block = (text: string): Block => parseBlock(text) as Block;
const cell = (text: string) => ({ row: block(text).top, column: block(text).left });
const nameOf = ({ row, column }: { row: number; column: number }) =>
  formatBlock({ top: row, left: column, bottom: row, right: column });

/** 20 rows and 10 columns; row 5 and column D are hidden; B2:C3 and F8:F10 are merged. */
const lines: Lines = {
  rows: makeAxis(20, 21, [{ first: 4, count: 1, size: 0 }]),
  columns: makeAxis(10, 100, [{ first: 3, count: 1, size: 0 }]),
  merges: [block('B2:C3'), block('F8:F10')],
};
const up: Direction = { rows: -1, columns: 0 };
const down: Direction = { rows: 1, columns: 0 };
const left: Direction = { rows: 0, columns: -1 };
const right: Direction = { rows: 0, columns: 1 };

describe('selecting', () => {
  test('a cell inside a merged block takes the whole block', () => {
    const { active, blocks } = selectCell(lines, cell('C3'));
    expect([nameOf(active), blocks.map(formatBlock)]).toEqual(['B2', ['B2:C3']]);
  });

  test('a cell outside the sheet takes the nearest one', () => {
    expect(nameOf(selectCell(lines, { row: 99, column: -1 }).active)).toBe('A20');
  });

  test('a block grows until it cuts through no merged block, again and again', () => {
    const chained: Lines = { ...lines, merges: [block('B2:C3'), block('C4:D6'), block('A6:A7')] };
    expect(selectBlock(chained, block('B3:C4')).blocks.map(formatBlock)).toEqual(['B2:D6']);
    expect(selectBlock(chained, block('A3:C4')).blocks.map(formatBlock)).toEqual(['A2:D7']);
  });

  test('an open block ends where the sheet ends', () => {
    expect(selectBlock(lines, block('B:B')).blocks.map(formatBlock)).toEqual(['B1:C20']);
    expect(selectBlock(lines, block('E4:E')).blocks.map(formatBlock)).toEqual(['E4:E20']);
  });

  test('several blocks makes the first cell of the last one active', () => {
    const { active, blocks } = selectBlocks(lines, [block('A1'), block('H4:I5')]);
    expect([nameOf(active), blocks.map(formatBlock)]).toEqual(['H4', ['A1', 'H4:I5']]);
  });

  test('another block with Ctrl keeps those before', () => {
    const both = addBlock(lines, selectCell(lines, cell('A1')), block('H5'));
    expect(both.blocks.map(formatBlock)).toEqual(['A1', 'H5']);
    expect(extendTo(lines, both, cell('I6')).blocks.map(formatBlock)).toEqual(['A1', 'H5:I6']);
  });

  test.each([
    ['A1:J1', { rows: true, columns: false }],
    ['A1:A20', { rows: false, columns: true }],
    ['A1:J20', { rows: true, columns: true }],
    ['A1:I20', { rows: false, columns: true }],
  ])('%s is known to take whole lines or not', (text, whole) => {
    expect(takesWhole(lines, block(text))).toEqual(whole);
  });
});

describe('moving', () => {
  test.each([
    ['A1', down, 1, 'A2'],
    ['A4', down, 1, 'A6'],
    ['A6', up, 1, 'A4'],
    ['C5', right, 1, 'E5'],
    ['A1', up, 1, 'A1'],
    ['A20', down, 1, 'A20'],
    ['A1', down, 30, 'A20'],
    ['B2', down, 1, 'B4'],
    ['B2', right, 1, 'E2'],
    ['A2', right, 1, 'B2'],
  ])('from %s by %o × %i leads to %s', (from, way, by, to) => {
    expect(nameOf(cellBeside(lines, selectCell(lines, cell(from)), way, by))).toBe(to);
  });

  test('extending passes a merged block as a whole', () => {
    let selection = selectCell(lines, cell('F7'));
    const seen = [down, down, up, up].map((way) => {
      selection = extendTo(lines, selection, focusBeside(lines, selection, way));
      return selection.blocks.map(formatBlock).join();
    });
    expect(seen).toEqual(['F7:F10', 'F7:F11', 'F7:F10', 'F7']);
  });

  test('extending stops at the end of the sheet', () => {
    const selection = selectCell(lines, cell('A20'));
    expect(nameOf(focusBeside(lines, selection, down))).toBe('A20');
  });
});

describe('Enter and Tab', () => {
  test('move on from a single cell', () => {
    expect(nameOf(cycle(lines, selectCell(lines, cell('A4')), down).active)).toBe('A6');
    expect(nameOf(cycle(lines, selectCell(lines, cell('A4')), up).active)).toBe('A3');
    expect(nameOf(cycle(lines, selectCell(lines, cell('B2')), right).active)).toBe('E2');
  });

  test.each([
    ['down', down, ['G1', 'G2', 'H1', 'H2', 'G1']],
    ['right', right, ['G1', 'H1', 'G2', 'H2', 'G1']],
    ['up', up, ['G1', 'H2', 'H1', 'G2', 'G1']],
    ['left', left, ['G1', 'H2', 'G2', 'H1', 'G1']],
  ])('go round inside a block, %s', (_, way, cells) => {
    let selection = selectBlock(lines, block('G1:H2'));
    const seen = cells.map(() => {
      const name = nameOf(selection.active);
      selection = cycle(lines, selection, way);
      return name;
    });
    expect(seen).toEqual(cells);
    expect(selection.blocks.map(formatBlock)).toEqual(['G1:H2']);
  });

  test('pass over hidden lines and the inner cells of merged blocks', () => {
    let selection = selectBlock(lines, block('A1:D3'));
    const seen = Array.from({ length: 5 }, () => {
      selection = cycle(lines, selection, right);
      return nameOf(selection.active);
    });
    expect(seen).toEqual(['B1', 'C1', 'A2', 'B2', 'A3']);
  });
});
