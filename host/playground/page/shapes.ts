import type { Block } from '../../workbook/address';
import { startOf } from './axis';
import { type Pane, type PaneView, place } from './pane';

/** A frame over some cells: what is selected, what was copied, what a formula refers to. */
export interface Shape {
  readonly block: Block;
  readonly kind: 'active' | 'selected' | 'copied' | 'reference' | 'filled';
  /** Which of the colours of references. */
  readonly color?: number;
}

/** Elements may not be millions of pixels long: frames end a little outside what is seen. */
const OUTSIDE = 300;

/** The elements of frames in a pane. */
export function drawShapes(pane: Pane, view: PaneView, shapes: readonly Shape[]): HTMLElement[] {
  return shapes.flatMap((shape) => {
    const { block } = shape;
    const { columns, rows } = view.lines;
    const [left, right] = cut(
      startOf(columns, block.left),
      startOf(columns, block.right + 1),
      view.from.x,
      view.place.width,
    );
    const [top, bottom] = cut(
      startOf(rows, block.top),
      startOf(rows, block.bottom + 1),
      view.from.y,
      view.place.height,
    );
    if (right <= left || bottom <= top) return [];
    const element = document.createElement('div');
    element.className = `shape ${shape.kind}`;
    if (shape.color !== undefined) element.style.setProperty('--color', `var(--reference-${shape.color % 6})`);
    const { x, y } = pane.inside(left, top);
    place(element, x - 1, y - 1, right - left + 1, bottom - top + 1);
    return [element];
  });
}

function cut(start: number, end: number, from: number, size: number): [number, number] {
  // The frame itself is a little larger than the cells.
  if (end < from - 2 || start > from + size + 2) return [0, 0];
  return [Math.max(start, from - OUTSIDE), Math.min(end, from + size + OUTSIDE)];
}
