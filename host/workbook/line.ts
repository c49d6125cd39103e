/** A copy of a line with `count` new things before `at`; what lies past the line's end is left out. */
export function inserted<T>(line: readonly T[], at: number, count: number, blank: () => T): T[] {
  if (at >= line.length) return line.slice();
  return [...line.slice(0, at), ...Array.from({ length: count }, blank), ...line.slice(at)];
}

/** A copy of a line without the `count` things from `at` on. */
export function removed<T>(line: readonly T[], at: number, count: number): T[] {
  return [...line.slice(0, at), ...line.slice(at + count)];
}

/** A copy of a line, filled up where it is too short, whose `count` things from `at` on stand before the one now at `to`. */
export function moved<T>(line: readonly T[], at: number, count: number, to: number, blank: () => T): T[] {
  const full = line.slice();
  while (full.length < Math.max(at + count, to)) full.push(blank());
  const taken = full.slice(at, at + count);
  const rest = removed(full, at, count);
  const place = to > at ? to - count : to;
  return [...rest.slice(0, place), ...taken, ...rest.slice(place)];
}

/** Where the thing at `index` stands after such a move. */
export function movedIndex(index: number, at: number, count: number, to: number): number {
  const place = to > at ? to - count : to;
  if (index >= at && index < at + count) return place + index - at;
  const left = index >= at + count ? index - count : index;
  return left >= place ? left + count : left;
}
