import { type Block, intersects } from '../../workbook/address';
import { type Axis, sizeOf, startOf } from './axis';
import type { SeenCell } from './cell-store';
import { alignOf, drawCell, textWidth } from './cell-view';
import { covered } from './overflow';
import { blockOf, type Lines } from './selection';

/** What a pane shows: which lines, from which pixel of the sheet on, and where on the screen. */
export interface PaneView {
  readonly lines: Lines;
  readonly block: Block;
  /** First and last column that belong to the pane. */
  readonly limits: { readonly first: number; readonly last: number };
  /** Pixels of the sheet that stand at the pane's upper left corner. */
  readonly from: { readonly x: number; readonly y: number };
  readonly place: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** Changes whenever cells have to be drawn anew. */
  readonly version: string;
  readonly cell: (row: number, column: number) => SeenCell | undefined;
}

/** Elements cannot stand millions of pixels away: they are placed from a base that moves along. */
const STRETCH = 1_000_000;

/** One of the four parts of the grid (frozen or scrolled, either way); draws only the cells that are seen. */
export class Pane {
  readonly element = document.createElement('div');
  readonly #cells = document.createElement('div');
  readonly #rules = document.createElement('div');
  /** Lies over the cells and moves with them: selection, references, charts. */
  readonly overlay = document.createElement('div');
  #rows = new Map<number, HTMLElement>();
  #drawn = '';
  #columns = { first: 0, last: -1 };
  #base = { x: 0, y: 0 };

  constructor() {
    this.element.className = 'pane';
    this.element.setAttribute('role', 'rowgroup');
    for (const layer of [this.#rules, this.#cells, this.overlay]) layer.className = 'layer';
    this.#rules.setAttribute('aria-hidden', 'true');
    this.overlay.setAttribute('aria-hidden', 'true');
    this.#cells.setAttribute('role', 'presentation');
    this.element.append(this.#rules, this.#cells, this.overlay);
  }

  /** Draws what has come into view, and all of it if something has changed. */
  draw(view: PaneView): void {
    const { left, top, width, height } = view.place;
    this.element.hidden = width <= 0 || height <= 0;
    if (this.element.hidden) return;
    place(this.element, left, top, width, height);
    const stale = this.#prepare(view);
    const { block } = view;
    const firstRow = topWithMerges(view);
    for (const [row, element] of this.#rows) {
      if (row >= firstRow && row <= block.bottom && sizeOf(view.lines.rows, row) > 0) continue;
      element.remove();
      this.#rows.delete(row);
    }
    for (let row = firstRow; row <= block.bottom; row++) {
      if (sizeOf(view.lines.rows, row) > 0 && (stale || !this.#rows.has(row))) this.#placeRow(view, row);
    }
    const [x, y] = [this.#base.x - view.from.x, this.#base.y - view.from.y];
    for (const layer of this.element.children) (layer as HTMLElement).style.transform = `translate(${x}px, ${y}px)`;
  }

  /** Where a pixel of the sheet stands in the layers. */
  inside(x: number, y: number): { x: number; y: number } {
    return { x: x - this.#base.x, y: y - this.#base.y };
  }

  /** The element of a cell, if it is drawn. */
  find(row: number, column: number): HTMLElement | null {
    return this.#cells.querySelector(`#${idOf(row, column)}`);
  }

  /** The element of a cell in a row that is drawn; made if the cell is blank. */
  ensure(row: number, column: number, { columns }: Lines): HTMLElement | undefined {
    const line = this.#rows.get(row);
    const found = this.find(row, column);
    const outside = column < this.#columns.first || column > this.#columns.last;
    if (found || !line || outside) return found ?? undefined;
    const element = drawCell({ row, column, style: undefined });
    name(element, row, column);
    element.style.left = `${startOf(columns, column) - this.#base.x}px`;
    element.style.width = `${sizeOf(columns, column)}px`;
    line.append(element);
    return element;
  }

  /** True if what is drawn may no longer be right. */
  #prepare({ version, block, from, lines, limits }: PaneView): boolean {
    const base = { x: from.x - (from.x % STRETCH), y: from.y - (from.y % STRETCH) };
    const inside = block.left >= this.#columns.first && block.right <= this.#columns.last;
    const state = `${version}:${base.x}:${base.y}`;
    if (state === this.#drawn && inside) return false;
    this.#drawn = state;
    this.#base = base;
    // A little more on both sides: scrolling sideways need not draw all rows at every column.
    this.#columns = {
      first: Math.max(limits.first, block.left - 4),
      last: Math.min(limits.last, block.right + 4),
    };
    this.#rules.replaceChildren(...this.#drawRules(lines.columns));
    return true;
  }

  /** A row that would look the same stays the element that it is. */
  #placeRow(view: PaneView, row: number): void {
    const before = this.#rows.get(row);
    const element = this.#drawRow(view, row);
    if (before?.isEqualNode(element)) return;
    if (before) before.replaceWith(element);
    else this.#cells.append(element);
    this.#rows.set(row, element);
  }

  #drawRules(columns: Axis): HTMLElement[] {
    const rules: HTMLElement[] = [];
    for (let column = this.#columns.first; column <= this.#columns.last; column++) {
      if (sizeOf(columns, column) === 0) continue;
      const rule = document.createElement('div');
      rule.className = 'rule';
      rule.style.left = `${startOf(columns, column + 1) - 1 - this.#base.x}px`;
      rules.push(rule);
    }
    return rules;
  }

  #drawRow(view: PaneView, row: number): HTMLElement {
    const { lines } = view;
    const element = document.createElement('div');
    element.className = 'row';
    element.setAttribute('role', 'row');
    element.ariaRowIndex = String(row + 1);
    element.style.top = `${startOf(lines.rows, row) - this.#base.y}px`;
    element.style.height = `${sizeOf(lines.rows, row)}px`;
    const { first, last } = this.#columns;
    const own = { top: row, bottom: row, left: first, right: last };
    const merges = lines.merges.filter((merge) => intersects(merge, own));
    for (const merge of merges) if (merge.top === row) element.append(this.#drawMerge(view, merge));
    for (let column = first; column <= last; column++) {
      const cell = view.cell(row, column);
      const merged = merges.some((merge) => column >= merge.left && column <= merge.right);
      if (cell && !merged && sizeOf(lines.columns, column) > 0) element.append(this.#drawCell(view, cell));
    }
    return element;
  }

  #drawCell(view: PaneView, cell: SeenCell): HTMLElement {
    const { columns } = view.lines;
    const { row, column } = cell;
    const width = sizeOf(columns, column);
    const { first, last } = this.#coveredBy(view, cell, width);
    const start = startOf(columns, first);
    const wide = first !== column || last !== column;
    const own = wide
      ? { left: startOf(columns, column) - start, width, plain: this.#plain(view, row, first, last) }
      : undefined;
    const element = drawCell(cell, own);
    if (cell.kind === 'number' && textWidth(cell) > width + 4 && !cell.style?.wrap) element.classList.add('narrow');
    name(element, row, column);
    element.style.left = `${start - this.#base.x}px`;
    element.style.width = `${startOf(columns, last + 1) - start}px`;
    return element;
  }

  /** A text runs on over blank neighbours; everything else stays in its cell. */
  #coveredBy(view: PaneView, cell: SeenCell, width: number): { first: number; last: number } {
    const own = { first: cell.column, last: cell.column };
    const { style, kind, text } = cell;
    const stays = style?.wrap === 'WRAP' || style?.wrap === 'CLIP' || style?.rotation || text?.includes('\n');
    if (kind !== 'text' || stays) return own;
    const missing = textWidth(cell) - width;
    if (missing <= 0) return own;
    const { columns, merges } = view.lines;
    return covered(own, missing, alignOf(cell), (column) => {
      if (column < 0 || column >= columns.count || view.cell(cell.row, column)?.text !== undefined) return undefined;
      const place = blockOf({ row: cell.row, column });
      return merges.some((merge) => intersects(merge, place)) ? undefined : sizeOf(columns, column);
    });
  }

  /** True if no cell there has a background that a text running over it would have to leave alone. */
  #plain(view: PaneView, row: number, first: number, last: number): boolean {
    for (let column = first; column <= last; column++) {
      if (view.cell(row, column)?.style?.background) return false;
    }
    return true;
  }

  #drawMerge(view: PaneView, merge: Block): HTMLElement {
    const { rows, columns } = view.lines;
    const cell = view.cell(merge.top, merge.left) ?? { row: merge.top, column: merge.left, style: undefined };
    const element = drawCell(cell);
    element.classList.add('merged');
    element.ariaColSpan = String(merge.right - merge.left + 1);
    element.ariaRowSpan = String(merge.bottom - merge.top + 1);
    name(element, merge.top, merge.left);
    element.style.left = `${startOf(columns, merge.left) - this.#base.x}px`;
    element.style.width = `${startOf(columns, merge.right + 1) - startOf(columns, merge.left)}px`;
    element.style.height = `${startOf(rows, merge.bottom + 1) - startOf(rows, merge.top)}px`;
    return element;
  }
}

/** A merged block hangs in its first row: rows above the visible ones are drawn if one reaches down from there. */
function topWithMerges({ block, lines }: PaneView): number {
  const reaching = lines.merges.filter((merge) => merge.top < block.top && intersects(merge, block));
  return Math.max(block.top - 1000, Math.min(block.top, ...reaching.map((merge) => merge.top)));
}

function name(element: HTMLElement, row: number, column: number): void {
  element.id = idOf(row, column);
  element.ariaColIndex = String(column + 1);
}

/** Id of the element of a cell. */
export function idOf(row: number, column: number): string {
  return `cell-${row}-${column}`;
}

/** Puts an element into a rectangle of its parent. */
export function place(element: HTMLElement, left: number, top: number, width: number, height: number): void {
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}
