import { inserted, moved, removed } from './line';
import type { Axis } from './types';

/** Where a cell stands and what a layer holds for it. */
export interface Entry<T> {
  readonly row: number;
  readonly column: number;
  readonly value: T;
}

/**
 * One kind of thing per cell, in one array a column: quick to scan down, and structure edits are splices. A copy shares its
 * columns with the original until one of the two changes them, so that keeping the state of a long sheet costs next to nothing.
 */
export class Layer<T> {
  #columns: (T | undefined)[][] = [];
  /** Columns that no copy shares. */
  #own = new Set<(T | undefined)[]>();
  #extent: { rows: number; columns: number } | undefined;

  /** What a cell holds; undefined for nothing. */
  get(row: number, column: number): T | undefined {
    return this.#columns[column]?.[row];
  }

  /** Puts something into a cell, or empties it with undefined. */
  set(row: number, column: number, value: T | undefined): void {
    if (this.get(row, column) === value) return;
    this.#extent = undefined;
    while (this.#columns.length <= column) this.#columns.push([]);
    const cells = this.#ownColumn(column);
    if (value === undefined) {
      cells[row] = undefined;
      trim(cells);
      return;
    }
    // Holes would turn a long column into a hash table.
    while (cells.length < row) cells.push(undefined);
    cells[row] = value;
  }

  /** Number of rows and columns up to the last cell that holds something. */
  extent(): { rows: number; columns: number } {
    this.#extent ??= {
      rows: this.#columns.reduce((most, cells) => Math.max(most, cells.length), 0),
      columns: this.#columns.findLastIndex((cells) => cells.length > 0) + 1,
    };
    return this.#extent;
  }

  /** Every cell that holds something, column by column. */
  *entries(): Generator<Entry<T>> {
    for (const [column, cells] of this.#columns.entries()) {
      for (let row = 0; row < cells.length; row++) {
        const value = cells[row];
        if (value !== undefined) yield { row, column, value };
      }
    }
  }

  /** Opens empty rows or columns before `at`. */
  insert(axis: Axis, at: number, count: number): void {
    this.#edit(axis, (line, blank) => inserted(line, at, count, blank));
  }

  /** Takes rows or columns out. */
  remove(axis: Axis, at: number, count: number): void {
    this.#edit(axis, (line) => removed(line, at, count));
  }

  /** Moves rows or columns so that they stand before the one that is at `to` now. */
  move(axis: Axis, at: number, count: number, to: number): void {
    this.#edit(axis, (line, blank) => moved(line, at, count, to, blank));
  }

  /** A copy: what is done to one of the two leaves the other as it is. */
  clone(): Layer<T> {
    const copy = new Layer<T>();
    copy.#columns = [...this.#columns];
    copy.#extent = this.#extent;
    this.#own.clear();
    return copy;
  }

  /** Columns that may differ from those of a copy: the ones that one of the two changed since they parted. */
  *changedSince(copy: Layer<T>): Generator<number> {
    const length = Math.max(this.#columns.length, copy.#columns.length);
    for (let column = 0; column < length; column++) {
      if (this.#columns[column] !== copy.#columns[column]) yield column;
    }
  }

  #ownColumn(column: number): (T | undefined)[] {
    let cells = this.#columns[column] as (T | undefined)[];
    if (!this.#own.has(cells)) {
      cells = cells.slice();
      this.#columns[column] = cells;
      this.#own.add(cells);
    }
    return cells;
  }

  #edit(axis: Axis, change: <U>(line: readonly U[], blank: () => U) => U[]): void {
    this.#extent = undefined;
    if (axis === 'columns') {
      this.#columns = change(this.#columns, () => []);
      return;
    }
    this.#columns = this.#columns.map((cells) => change(cells, () => undefined));
    this.#columns.forEach(trim);
    this.#own = new Set(this.#columns);
  }
}

function trim(cells: unknown[]): void {
  while (cells.length > 0 && cells[cells.length - 1] === undefined) cells.pop();
}
