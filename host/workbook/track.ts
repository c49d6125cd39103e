import { inserted, moved, removed } from './line';
import type { Group } from './types';

interface Line {
  size?: number;
  hidden?: true;
  depth?: number;
}

/** What a sheet knows of its rows, or of its columns: sizes in pixels, which are hidden, groups. */
export class Track {
  readonly #defaultSize: number;
  #lines: (Line | undefined)[] = [];
  #collapsed = new Set<string>();

  constructor(defaultSize: number) {
    this.#defaultSize = defaultSize;
  }

  /** Width or height in pixels. */
  size(index: number): number {
    return this.#lines[index]?.size ?? this.#defaultSize;
  }

  /** Sets a width or height in pixels. */
  resize(index: number, size: number): void {
    this.#line(index).size = size;
  }

  /** True if the user or a script hid the line itself; a collapsed group does not count. */
  hidden(index: number): boolean {
    return this.#lines[index]?.hidden === true;
  }

  /** Hides or shows a line. */
  hide(index: number, hidden: boolean): void {
    if (hidden) this.#line(index).hidden = true;
    else delete this.#line(index).hidden;
  }

  /** True if the line is seen: neither hidden nor in a collapsed group. */
  visible(index: number): boolean {
    return !this.hidden(index) && !this.groups().some((g) => g.collapsed && g.first <= index && index <= g.last);
  }

  /** How many groups hold the line, 0 to 8. */
  depth(index: number): number {
    return this.#lines[index]?.depth ?? 0;
  }

  /** Moves a line into a group (+1) or out of one (−1). */
  shiftDepth(index: number, by: number): void {
    this.#line(index).depth = Math.min(8, Math.max(0, this.depth(index) + by));
  }

  /** All groups, outer ones before the ones inside. */
  groups(): Group[] {
    const found: Group[] = [];
    const deepest = this.#lines.reduce((most, line) => Math.max(most, line?.depth ?? 0), 0);
    for (let depth = 1; depth <= deepest; depth++) {
      for (let first = 0; first < this.#lines.length; first++) {
        if (this.depth(first) < depth) continue;
        let last = first;
        while (this.depth(last + 1) >= depth) last++;
        found.push({ first, last, depth, collapsed: this.#collapsed.has(`${depth}:${first}`) });
        first = last;
      }
    }
    return found;
  }

  /** Collapses or opens a group. */
  collapse(group: Group, collapsed: boolean): void {
    const key = `${group.depth}:${group.first}`;
    if (collapsed) this.#collapsed.add(key);
    else this.#collapsed.delete(key);
  }

  /** Lines that differ from the default: index, size, hidden, depth. */
  *entries(): Generator<{ index: number; size: number; hidden: boolean; depth: number }> {
    for (let index = 0; index < this.#lines.length; index++) {
      if (this.#lines[index] === undefined) continue;
      yield { index, size: this.size(index), hidden: this.hidden(index), depth: this.depth(index) };
    }
  }

  /** Opens lines before `at`: they join a group only if it stands on both sides. */
  insert(at: number, count: number): void {
    const depth = at > 0 ? Math.min(this.depth(at - 1), this.depth(at)) : 0;
    this.#edit((lines) => inserted(lines, at, count, () => (depth ? { depth } : undefined)));
  }

  /** Takes lines out. */
  remove(at: number, count: number): void {
    this.#edit((lines) => removed(lines, at, count));
  }

  /** Moves lines so that they stand before the one that is at `to` now. */
  move(at: number, count: number, to: number): void {
    this.#edit((lines) => moved(lines, at, count, to, () => undefined));
  }

  /** An independent copy. */
  clone(): Track {
    const copy = new Track(this.#defaultSize);
    copy.#lines = this.#lines.map((line) => line && { ...line });
    copy.#collapsed = new Set(this.#collapsed);
    return copy;
  }

  #line(index: number): Line {
    while (this.#lines.length < index) this.#lines.push(undefined);
    const line = this.#lines[index] ?? {};
    this.#lines[index] = line;
    return line;
  }

  /** A group is known by its first line: after a change the collapsed ones are looked up by a line that they still hold. */
  #edit(change: (lines: (Line | undefined)[]) => (Line | undefined)[]): void {
    const members = this.groups()
      .filter((group) => group.collapsed)
      .map(({ first, last, depth }) => ({ depth, lines: this.#lines.slice(first, last + 1) }));
    this.#lines = change(this.#lines);
    this.#collapsed.clear();
    const groups = this.groups();
    for (const { depth, lines } of members) {
      const index = this.#lines.findIndex((line) => line !== undefined && lines.includes(line));
      const group = groups.find((g) => g.depth === depth && g.first <= index && index <= g.last);
      if (group) this.collapse(group, true);
    }
  }
}
