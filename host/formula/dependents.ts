import { intersects } from '../workbook/address';
import type { Area } from '../workbook/types';

/** Who depends on which cells. */
export interface Dependents<T> {
  add(area: Area, reader: T): void;
  remove(area: Area, reader: T): void;
  /** Everybody who depends on a cell of the area; some more than once. */
  find(area: Area): T[];
}

interface Span<T> {
  readonly area: Area;
  readonly readers: Set<T>;
}

/** Readers of one column: of single cells by row, of longer spans by first and last row. */
interface ColumnReaders<T> {
  readonly cells: Map<number, Set<T>>;
  readonly spans: Map<string, Span<T>>;
}

/** References that are wider than this are kept whole, not column by column. */
const WIDE = 64;

/** An empty index of dependencies. Equal ranges are kept once, however many formulas share them. */
export function createDependents<T>(): Dependents<T> {
  const columns = new Map<string, ColumnReaders<T>>();
  const wide = new Map<string, Span<T>>();

  function keep(spans: Map<string, Span<T>>, key: string, area: Area, reader: T): void {
    const span = spans.get(key);
    if (span) span.readers.add(reader);
    else spans.set(key, { area, readers: new Set([reader]) });
  }

  function drop(spans: Map<string, Span<T>>, key: string, reader: T): void {
    const span = spans.get(key);
    span?.readers.delete(reader);
    if (span?.readers.size === 0) spans.delete(key);
  }

  function readersOf(sheet: number, column: number): ColumnReaders<T> {
    const key = `${sheet},${column}`;
    let readers = columns.get(key);
    if (!readers) {
      readers = { cells: new Map(), spans: new Map() };
      columns.set(key, readers);
    }
    return readers;
  }

  function add(area: Area, reader: T): void {
    const { sheet, top, left, bottom, right } = area;
    if (right - left >= WIDE) keep(wide, keyOf(area), area, reader);
    else
      for (let column = left; column <= right; column++) {
        const { cells, spans } = readersOf(sheet, column);
        if (top !== bottom)
          keep(spans, `${top}:${bottom}`, { sheet, top, left: column, bottom, right: column }, reader);
        else cells.set(top, (cells.get(top) ?? new Set()).add(reader));
      }
  }

  function remove(area: Area, reader: T): void {
    const { sheet, top, left, bottom, right } = area;
    if (right - left >= WIDE) drop(wide, keyOf(area), reader);
    else
      for (let column = left; column <= right; column++) {
        const { cells, spans } = readersOf(sheet, column);
        if (top !== bottom) drop(spans, `${top}:${bottom}`, reader);
        else if (cells.get(top)?.delete(reader) && cells.get(top)?.size === 0) cells.delete(top);
      }
  }

  function find(area: Area): T[] {
    const found: T[] = [];
    const collect = (readers: Iterable<T>) => {
      for (const reader of readers) found.push(reader);
    };
    for (const span of wide.values()) {
      if (span.area.sheet === area.sheet && intersects(span.area, area)) collect(span.readers);
    }
    const inColumn = ({ cells, spans }: ColumnReaders<T>) => {
      for (const span of spans.values()) {
        if (span.area.top <= area.bottom && area.top <= span.area.bottom) collect(span.readers);
      }
      if (area.bottom - area.top > cells.size) {
        for (const [row, readers] of cells) if (row >= area.top && row <= area.bottom) collect(readers);
      } else for (let row = area.top; row <= area.bottom; row++) collect(cells.get(row) ?? []);
    };
    if (area.right - area.left > columns.size) {
      for (const [key, readers] of columns) {
        const [sheet, column] = key.split(',').map(Number) as [number, number];
        if (sheet === area.sheet && column >= area.left && column <= area.right) inColumn(readers);
      }
    } else {
      for (let column = area.left; column <= area.right; column++) {
        const readers = columns.get(`${area.sheet},${column}`);
        if (readers) inColumn(readers);
      }
    }
    return found;
  }

  return { add, remove, find };
}

/** A text that tells areas apart. */
export function keyOf({ sheet, top, left, bottom, right }: Area): string {
  return `${sheet},${top},${left},${bottom},${right}`;
}
