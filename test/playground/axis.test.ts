import fc from 'fast-check';
import {
  lengthOf,
  lineAt,
  makeAxis,
  type Run,
  sizeOf,
  startOf,
  step,
  visibleFrom,
} from '../../host/playground/page/axis';
import { offsetOf, positionOf, scrollLength } from '../../host/playground/page/scroll-scale';

/** Ten lines of 20 pixels; line 2 has 50, lines 4 to 6 are hidden, the last one has 10. */
const axis = makeAxis(10, 20, [
  { first: 2, count: 1, size: 50 },
  { first: 4, count: 3, size: 0 },
  { first: 9, count: 1, size: 10 },
]);

/** Axes as sizes line by line, which is how a naive reader would write them. */
const sizes = fc.array(fc.constantFrom(20, 20, 20, 0, 35), { minLength: 1, maxLength: 40 });

function axisOf(all: readonly number[]) {
  const runs: Run[] = [];
  for (const [index, size] of all.entries()) if (size !== 20) runs.push({ first: index, count: 1, size });
  return makeAxis(all.length, 20, runs);
}

describe('an axis', () => {
  test.each([
    [0, 0],
    [2, 40],
    [3, 90],
    [4, 110],
    [7, 110],
    [8, 130],
    [9, 150],
    [10, 160],
  ])('starts line %i at %i pixels', (line, pixels) => {
    expect(startOf(axis, line)).toBe(pixels);
  });

  test('is as long as all its lines', () => {
    expect(lengthOf(axis)).toBe(160);
  });

  test.each([
    [-5, 0],
    [0, 0],
    [19, 0],
    [20, 1],
    [40, 2],
    [89, 2],
    [90, 3],
    [109, 3],
    [110, 7],
    [159, 9],
    [1e9, 9],
  ])('has at pixel %i line %i, never a hidden one', (pixel, line) => {
    expect(lineAt(axis, pixel)).toBe(line);
  });

  test.each([
    [3, 1, 7],
    [7, -1, 3],
    [0, 2, 2],
    [0, 100, 9],
    [9, -100, 0],
    [9, 1, 9],
  ])('leads from line %i by %i to line %i', (from, by, to) => {
    expect(step(axis, from, by)).toBe(to);
  });

  test('has no visible line where all are hidden', () => {
    expect(visibleFrom(makeAxis(3, 20, [{ first: 0, count: 3, size: 0 }]), 0, 1)).toBeUndefined();
  });

  test('adds up sizes like a loop, and finds every visible line by its first and last pixel', () => {
    fc.assert(
      fc.property(sizes, (all) => {
        const made = axisOf(all);
        let sum = 0;
        for (const [index, size] of all.entries()) {
          expect(startOf(made, index)).toBe(sum);
          expect(sizeOf(made, index)).toBe(size);
          if (size > 0) expect([lineAt(made, sum), lineAt(made, sum + size - 1)]).toEqual([index, index]);
          sum += size;
        }
        expect(lengthOf(made)).toBe(sum);
      }),
    );
  });

  test('takes a run of a million lines as one', () => {
    const long = makeAxis(2_000_000, 21, [{ first: 10, count: 1_000_000, size: 0 }]);
    expect([visibleFrom(long, 10, 1), lineAt(long, 211), lengthOf(long)]).toEqual([1_000_010, 1_000_010, 21_000_000]);
  });
});

describe('a scroll position', () => {
  test('is the offset itself as long as the browser can show so tall an element', () => {
    expect([scrollLength(2_100_000, 600), offsetOf(1234, 2_100_000, 600), positionOf(1234, 2_100_000, 600)]).toEqual([
      2_100_000, 1234, 1234,
    ]);
  });

  test.each([21_000_000, 210_000_000])('reaches the end of %i pixels in an element that is not as tall', (content) => {
    const tall = scrollLength(content, 600);
    expect(tall).toBeLessThan(16_000_000);
    expect(offsetOf(0, content, 600)).toBe(0);
    expect(offsetOf(tall - 600, content, 600)).toBe(content - 600);
    expect(offsetOf(positionOf(9_876_543, content, 600), content, 600)).toBe(9_876_543);
  });

  test('stays where it is if everything is seen', () => {
    expect([scrollLength(300, 600), offsetOf(0, 300, 600)]).toEqual([600, 0]);
  });
});
