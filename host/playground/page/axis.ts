/** Neighbouring lines of one size in pixels; hidden ones have the size 0. */
export interface Run {
  readonly first: number;
  readonly count: number;
  readonly size: number;
}

/** Where the rows, or the columns, of a sheet stand: all are equally large but for the lines of the runs. */
export interface Axis {
  readonly count: number;
  readonly size: number;
  /** In order, without overlap. */
  readonly runs: readonly Run[];
  /** How many pixels the runs before each run have added, compared with equal sizes. */
  readonly added: readonly number[];
}

/** The axis of so many lines of one size but for those of the runs, which stand in order. */
export function makeAxis(count: number, size: number, runs: readonly Run[]): Axis {
  let sum = 0;
  const added = runs.map((run) => {
    const before = sum;
    sum += run.count * (run.size - size);
    return before;
  });
  return { count, size, runs, added };
}

/** Size of a line in pixels. */
export function sizeOf(axis: Axis, index: number): number {
  const run = axis.runs[runAt(axis, index)];
  return run && index < run.first + run.count ? run.size : axis.size;
}

/** Pixels before a line; for the line after the last, the length of all. */
export function startOf(axis: Axis, index: number): number {
  const at = runAt(axis, index);
  const run = axis.runs[at];
  const own = run ? Math.min(index - run.first, run.count) * (run.size - axis.size) : 0;
  return index * axis.size + (axis.added[at] ?? 0) + own;
}

/** Pixels that all lines take. */
export function lengthOf(axis: Axis): number {
  return startOf(axis, axis.count);
}

/** The visible line that covers a pixel, the first or the last where it is outside. */
export function lineAt(axis: Axis, pixel: number): number {
  let low = 0;
  let high = axis.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(axis, middle) <= pixel) low = middle;
    else high = middle - 1;
  }
  return visibleFrom(axis, low, -1) ?? visibleFrom(axis, low, 1) ?? low;
}

/** The nearest line that is not hidden, from this one on in a direction; undefined if there is none. */
export function visibleFrom(axis: Axis, index: number, direction: 1 | -1): number | undefined {
  let line = index;
  while (line >= 0 && line < axis.count) {
    const run = axis.runs[runAt(axis, line)];
    if (!run || run.size > 0 || line >= run.first + run.count) return line;
    line = direction > 0 ? run.first + run.count : run.first - 1;
  }
  return undefined;
}

/** The line so many visible lines away, or the last visible one on the way. */
export function step(axis: Axis, index: number, by: number): number {
  const direction = by < 0 ? -1 : 1;
  let line = index;
  for (let left = Math.abs(by); left > 0; left--) {
    const next = visibleFrom(axis, line + direction, direction);
    if (next === undefined) break;
    line = next;
  }
  return line;
}

/** Position of the last run that starts at a line or before it; -1 if there is none. */
function runAt({ runs }: Axis, index: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).first <= index) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
