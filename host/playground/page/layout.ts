import type { Block } from '../../workbook/address';
import { type Axis, lengthOf, lineAt, startOf } from './axis';
import { offsetOf, positionOf, scrollLength } from './scroll-scale';
import type { Cell, Lines } from './selection';

/** One direction of the grid: where headers, frozen lines and the scrolled rest stand on the screen, in pixels. */
export interface Span {
  readonly axis: Axis;
  /** Lines that do not scroll, and the pixels that they take. */
  readonly frozen: number;
  readonly frozenSize: number;
  /** Where the cells begin: behind gutter and headers. */
  readonly head: number;
  /** Pixels left for the scrolled lines. */
  readonly room: number;
  /** How far those are scrolled. */
  readonly offset: number;
  /** What the scrolled element has to measure so that all of this can be reached. */
  readonly scrolled: number;
}

/** Both directions. */
export interface Layout {
  readonly rows: Span;
  readonly columns: Span;
}

/** A rectangle on the screen. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Lays out one direction: `size` is what the grid takes on the screen, `position` where its scroll bar stands. */
export function spanOf(axis: Axis, frozenLines: number, head: number, size: number, position: number): Span {
  const frozen = Math.min(frozenLines, axis.count - 1);
  // However much is frozen, something must be left to scroll.
  const frozenSize = Math.min(startOf(axis, frozen), Math.max(0, size - head - 80));
  const room = Math.max(40, size - head - frozenSize);
  const content = lengthOf(axis) - startOf(axis, frozen) + SPARE;
  const scrolled = size + scrollLength(content, room) - room;
  return { axis, frozen, frozenSize, head, room, offset: offsetOf(position, content, room), scrolled };
}

/** Room behind the last line, so that its edge can be seen and dragged. */
const SPARE = 40;

/** First and last line of the scrolled part that are seen, with some more on either side. */
export function seenLines({ axis, frozen, offset, room }: Span, more: number): { first: number; last: number } {
  const before = startOf(axis, frozen) + offset;
  return {
    first: Math.max(frozen, lineAt(axis, before) - more),
    last: Math.min(axis.count - 1, lineAt(axis, before + room) + more),
  };
}

/** Pixels from the beginning of the sheet to what stands at the beginning of the scrolled part. */
export function scrolledFrom({ axis, frozen, offset }: Span): number {
  return startOf(axis, frozen) + offset;
}

/** Where a line begins on the screen; scrolled ones may be outside. */
export function placeOf(span: Span, line: number): number {
  const start = startOf(span.axis, line);
  if (line < span.frozen) return span.head + start;
  return span.head + span.frozenSize + start - scrolledFrom(span);
}

/** The rectangle of a block on the screen, as far as it is scrolled into it on neither side of frozen lines. */
export function rectangleOf(layout: Layout, block: Block): Rectangle {
  const [left, right] = ends(layout.columns, block.left, block.right);
  const [top, bottom] = ends(layout.rows, block.top, block.bottom);
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function ends(span: Span, first: number, last: number): [number, number] {
  const edge = span.head + span.frozenSize;
  const after = startOf(span.axis, last + 1);
  const end = last < span.frozen ? span.head + after : Math.max(edge, edge + after - scrolledFrom(span));
  const start = placeOf(span, first);
  return [first < span.frozen ? start : Math.max(start, edge), end];
}

/** The cell at a point of the grid, the nearest one where the point is outside the cells. */
export function cellAtPoint(layout: Layout, x: number, y: number): Cell {
  return { row: lineAtPlace(layout.rows, y), column: lineAtPlace(layout.columns, x) };
}

/** The line at a place on the screen. */
export function lineAtPlace(span: Span, place: number): number {
  const inside = place - span.head;
  if (inside < span.frozenSize && span.frozen > 0) return Math.min(span.frozen - 1, lineAt(span.axis, inside));
  return lineAt(span.axis, Math.max(0, inside - span.frozenSize) + scrolledFrom(span));
}

/** The scroll position at which a line is seen, the present one if it is seen already. */
export function positionFor(span: Span, line: number, position: number): number {
  if (line < span.frozen) return position;
  const { axis, frozen, offset, room } = span;
  const start = startOf(axis, line) - startOf(axis, frozen);
  const end = startOf(axis, line + 1) - startOf(axis, frozen);
  if (start >= offset && end <= offset + room) return position;
  const wanted = start < offset || end - start > room ? start : end - room;
  return Math.ceil(positionOf(wanted, lengthOf(axis) - startOf(axis, frozen) + SPARE, room));
}

/** Sheet, sizes and scroll positions to a layout. */
export function layOut(
  lines: Pick<Lines, 'rows' | 'columns'>,
  frozen: { rows: number; columns: number },
  head: { width: number; height: number },
  size: { width: number; height: number },
  position: { x: number; y: number },
): Layout {
  return {
    rows: spanOf(lines.rows, frozen.rows, head.height, size.height, position.y),
    columns: spanOf(lines.columns, frozen.columns, head.width, size.width, position.x),
  };
}
