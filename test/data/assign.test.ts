import fc from 'fast-check';
import { assign } from '../../src/data/assign';

/** The greatest sum, found by trying everything. */
function greatest(worths: readonly (readonly number[])[], taken: readonly number[] = []): number {
  const [first, ...rest] = worths;
  if (!first) return 0;
  const choices = first.map((worth, column) =>
    taken.includes(column) ? 0 : worth + greatest(rest, [...taken, column]),
  );
  return Math.max(greatest(rest, taken), ...choices);
}

test('an assignment is the best there is, not the first that offers itself', () => {
  expect(
    assign([
      [3, 2],
      [3, 0],
    ]),
  ).toEqual([1, 0]);
});

test('what is worth nothing stays unassigned', () => {
  expect(
    assign([
      [0, 0],
      [0, 1],
    ]),
  ).toEqual([undefined, 1]);
});

test('there may be more rows than columns, and no columns at all', () => {
  expect(assign([[1], [2]])).toEqual([undefined, 0]);
  expect(assign([[], []])).toEqual([undefined, undefined]);
  expect(assign([])).toEqual([]);
});

test('no column is used twice and the sum is the greatest', () => {
  const matrix = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
  fc.assert(
    fc.property(matrix, (worths) => {
      const columns = assign(worths);
      const used = columns.filter((column) => column !== undefined);
      expect(new Set(used).size).toBe(used.length);
      const sum = columns.reduce<number>((total, column, row) => total + (worths[row]?.[column ?? -1] ?? 0), 0);
      expect(sum).toBe(greatest(worths));
    }),
  );
});
