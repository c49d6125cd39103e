import * as fc from 'fast-check';
import {
  columnIndex,
  columnLetters,
  contains,
  formatBlock,
  intersects,
  parseBlock,
  quoteSheet,
  splitSheet,
} from '../../../host/workbook/address';

const OPEN = Number.POSITIVE_INFINITY;

test.each([
  ['A1', { top: 0, left: 0, bottom: 0, right: 0 }],
  ['$B$2:c5', { top: 1, left: 1, bottom: 4, right: 2 }],
  ['C5:B2', { top: 1, left: 1, bottom: 4, right: 2 }],
  ['A2:A', { top: 1, left: 0, bottom: OPEN, right: 0 }],
  ['B:D', { top: 0, left: 1, bottom: OPEN, right: 3 }],
  ['2:4', { top: 1, left: 0, bottom: 3, right: OPEN }],
  ['B3:4', { top: 2, left: 1, bottom: 3, right: OPEN }],
  ['AA10', { top: 9, left: 26, bottom: 9, right: 26 }],
])('the text %s is read as a block', (text, block) => {
  expect(parseBlock(text)).toEqual(block);
});

test.each(['', 'A', '1', 'A0', 'Deals', 'A1:', ':', 'A1:B2:C3', 'A-1', 'A1 B2', 'ABCD1'])(
  'the text "%s" is no block',
  (text) => {
    expect(parseBlock(text)).toBeUndefined();
  },
);

test('a block is written as it is read', () => {
  const line = fc.tuple(fc.nat(999), fc.nat(999)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)]);
  fc.assert(
    fc.property(line, line, fc.constantFrom('closed', 'rows', 'columns'), ([top, bottom], [left, right], open) => {
      const block = {
        top: top as number,
        left: left as number,
        bottom: open === 'rows' ? OPEN : (bottom as number),
        right: open === 'columns' ? OPEN : (right as number),
      };
      expect(parseBlock(formatBlock(block))).toEqual(block);
    }),
  );
});

test('letters and positions of columns are inverse', () => {
  fc.assert(fc.property(fc.nat(18_277), (column) => columnIndex(columnLetters(column)) === column));
  expect(['A', 'Z', 'AA', 'ZZ', 'AAA'].map(columnIndex)).toEqual([0, 25, 26, 701, 702]);
});

test.each([
  ['Deals', 'Deals'],
  ['Сделки', 'Сделки'],
  ['My deals', "'My deals'"],
  ["It's", "'It''s'"],
  ['Q1', "'Q1'"],
  ['2025', "'2025'"],
  ['R1C1', "'R1C1'"],
])('the sheet %s is named %s in a formula, and read back', (name, quoted) => {
  expect(quoteSheet(name)).toBe(quoted);
  expect(splitSheet(`${quoted}!A1`)).toEqual({ sheet: name, rest: 'A1' });
});

test('blocks that share a cell intersect, and only whole ones are contained', () => {
  const [big, edge, far] = ['A1:C3', 'C3:D4', 'E1:E9'].map((text) => parseBlock(text)) as [never, never, never];
  expect([intersects(big, edge), intersects(big, far)]).toEqual([true, false]);
  expect([contains(big, edge), contains(big, big)]).toEqual([false, true]);
});
