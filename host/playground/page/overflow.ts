/** How far a text that is wider than its cell is seen: first and last column that it covers. */
export interface Covered {
  readonly first: number;
  readonly last: number;
}

/**
 * The columns that a text covers, its own cell included: it runs on over empty neighbours, to the right, to the left, or to
 * both sides, as it is aligned. `missing` is how many pixels of it do not fit into its own cell.
 */
export function covered(
  own: Covered,
  missing: number,
  align: 'left' | 'center' | 'right',
  free: (column: number) => number | undefined,
): Covered {
  const right = align === 'left' ? missing : align === 'center' ? missing / 2 : 0;
  const left = align === 'right' ? missing : align === 'center' ? missing / 2 : 0;
  return { first: reach(own.first, left, -1, free), last: reach(own.last, right, 1, free) };
}

/** `free` is the width of a column whose cell is empty, undefined for any other. */
function reach(from: number, pixels: number, by: 1 | -1, free: (column: number) => number | undefined): number {
  let [column, left] = [from, pixels];
  while (left > 0) {
    const width = free(column + by);
    if (width === undefined) return column;
    column += by;
    left -= width;
  }
  return column;
}
