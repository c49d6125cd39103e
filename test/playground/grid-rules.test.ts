import { chunkAt, chunksOf } from '../../host/playground/page/chunks';
import { findEdge } from '../../host/playground/page/edge';
import { choosable, type MenuItem, movedTo } from '../../host/playground/page/menu-item';
import { covered } from '../../host/playground/page/overflow';

describe('Ctrl and an arrow', () => {
  /** A line of cells: x is filled, . is blank; 0 is the first. */
  const jump = (line: string, from: number, by: 1 | -1) =>
    findEdge(from, by, by > 0 ? line.length - 1 : 0, async (index) => line[index] === 'x');

  test.each([
    ['xxx..x..', 0, 1, 2],
    ['xxx..x..', 1, 1, 2],
    ['xxx..x..', 2, 1, 5],
    ['xxx..x..', 3, 1, 5],
    ['xxx..x..', 5, 1, 7],
    ['xxx..x..', 7, 1, 7],
    ['xxx..xx', 5, 1, 6],
    ['xxx..x..', 7, -1, 5],
    ['xxx..x..', 5, -1, 2],
    ['xxx..x..', 2, -1, 0],
    ['..x', 1, -1, 0],
    ['..x', 0, -1, 0],
  ])('in %s from %i by %i leads to %i', async (line, from, by, to) => {
    expect(await jump(line, from, by as 1 | -1)).toBe(to);
  });
});

describe('a text that is wider than its cell', () => {
  /** Columns of 100 pixels; 5 is filled. */
  const free = (column: number) => (column < 0 || column === 5 ? undefined : 100);
  const own = { first: 3, last: 3 };

  test.each([
    ['left', 50, { first: 3, last: 4 }],
    ['left', 350, { first: 3, last: 4 }],
    ['right', 150, { first: 1, last: 3 }],
    ['right', 950, { first: 0, last: 3 }],
    ['center', 150, { first: 2, last: 4 }],
    ['left', -5, own],
  ] as const)('and stands %s runs on over blank neighbours for %i pixels', (align, missing, expected) => {
    expect(covered(own, missing, align, free)).toEqual(expected);
  });
});

describe('the chunks in which cells are asked for', () => {
  test('cover a block without overlap', () => {
    const chunks = chunksOf(7, { top: 60, left: 30, bottom: 70, right: 33 });
    expect(chunks.map(({ top, left, bottom, right }) => [top, left, bottom, right])).toEqual([
      [0, 0, 63, 31],
      [0, 32, 63, 63],
      [64, 0, 127, 31],
      [64, 32, 127, 63],
    ]);
  });

  test('are found again by a cell', () => {
    const [chunk] = chunksOf(7, { top: 99_999, left: 3, bottom: 99_999, right: 3 });
    expect(chunkAt(7, 99_999, 3)).toBe(chunk?.key);
    expect(chunkAt(8, 99_999, 3)).not.toBe(chunk?.key);
  });
});

describe('keys in a menu', () => {
  const run = () => undefined;
  const items: MenuItem[] = [
    { label: 'Open', run },
    { line: true },
    { label: 'Cut', run, disabled: true },
    { label: 'Copy', run },
    { label: 'More', items: [] },
  ];

  test.each([
    [0, 'ArrowDown', 3],
    [4, 'ArrowDown', 0],
    [0, 'ArrowUp', 4],
    [3, 'Home', 0],
    [0, 'End', 4],
    [0, 'c', 3],
    [0, 'm', 4],
    [0, 'o', 0],
    [0, 'z', undefined],
    [0, 'Shift', undefined],
  ])('from item %i, %s leads to %s', (from, key, to) => {
    expect(movedTo(items, from, key)).toBe(to);
  });

  test('lead nowhere where nothing can be chosen', () => {
    expect(choosable([{ line: true }])).toEqual([]);
    expect(movedTo([{ line: true }], 0, 'ArrowDown')).toBeUndefined();
  });
});
