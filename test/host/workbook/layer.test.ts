import * as fc from 'fast-check';
import { Layer } from '../../../host/workbook/layer';
import { inserted, moved, movedIndex, removed } from '../../../host/workbook/line';

const blank = () => undefined;

test('a line without what was inserted is the line before', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.nat(12), fc.integer({ min: 1, max: 5 }), (line, at, count) => {
      expect(removed(inserted<number | undefined>(line, at, count, blank), at, count)).toEqual(line);
    }),
  );
});

test('a moved line holds the same things, each where movedIndex says', () => {
  const move = fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 4 }), fc.nat(10));
  fc.assert(
    fc.property(move, ([at, count, to]) => {
      fc.pre(to <= at || to >= at + count);
      const line = Array.from({ length: 10 }, (_, index) => index);
      const result = moved(line, at, count, to, () => -1);
      for (const index of line) expect(result[movedIndex(index, at, count, to)]).toBe(index);
    }),
  );
});

test('a layer reaches to its last filled cell, and shrinks when that is emptied', () => {
  const layer = new Layer<string>();
  layer.set(4, 2, 'x');
  layer.set(0, 0, 'y');
  expect(layer.extent()).toEqual({ rows: 5, columns: 3 });
  layer.set(4, 2, undefined);
  expect(layer.extent()).toEqual({ rows: 1, columns: 1 });
  layer.set(0, 0, undefined);
  expect(layer.extent()).toEqual({ rows: 0, columns: 0 });
});

test('a layer lists its cells column by column', () => {
  const layer = new Layer<number>();
  layer.set(1, 1, 4);
  layer.set(0, 1, 3);
  layer.set(5, 0, 2);
  expect([...layer.entries()]).toEqual([
    { row: 5, column: 0, value: 2 },
    { row: 0, column: 1, value: 3 },
    { row: 1, column: 1, value: 4 },
  ]);
});

test.each([
  ['inserted rows push what lies below', (layer: Layer<string>) => layer.insert('rows', 1, 2), 'A1 D4 B5'],
  ['inserted columns push what lies to the right', (layer: Layer<string>) => layer.insert('columns', 1, 1), 'A1 E2 C3'],
  ['deleted rows take their cells along', (layer: Layer<string>) => layer.remove('rows', 0, 2), 'B1'],
  ['deleted columns take their cells along', (layer: Layer<string>) => layer.remove('columns', 0, 1), 'A3 C2'],
  ['moved rows change places', (layer: Layer<string>) => layer.move('rows', 0, 1, 3), 'A3 B2 D1'],
  ['moved columns change places', (layer: Layer<string>) => layer.move('columns', 3, 1, 0), 'A2 B1 C3'],
])('%s', (_, change, cells) => {
  const layer = new Layer<string>();
  layer.set(0, 0, 'one');
  layer.set(2, 1, 'two');
  layer.set(1, 3, 'three');
  change(layer);
  const names = [...layer.entries()].map(({ row, column }) => `${'ABCDEFG'[column]}${row + 1}`);
  expect(names.sort()).toEqual(cells.split(' ').sort());
});

test('a copy of a layer does not change with it', () => {
  const layer = new Layer<string>();
  layer.set(0, 0, 'before');
  const copy = layer.clone();
  layer.set(0, 0, 'after');
  expect(copy.get(0, 0)).toBe('before');
});
