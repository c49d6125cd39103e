import { type Block, columnLetters } from '../../workbook/address';
import { ChartLayer } from './charts';
import { GUTTER, Headers } from './headers';
import {
  cellAtPoint,
  type Layout,
  layOut,
  positionFor,
  type Rectangle,
  rectangleOf,
  type Span,
  scrolledFrom,
  seenLines,
} from './layout';
import { Pane, type PaneView, place } from './pane';
import { type Cell, mergeAt, sameBlock, takesWhole } from './selection';
import type { Session } from './session';
import { drawShapes, type Shape } from './shapes';
import { fill } from './text';

/** Height of the letters above the cells. */
const HEAD = 24;

interface Part {
  readonly pane: Pane;
  readonly shapes: HTMLElement;
  readonly charts: ChartLayer;
  readonly frozen: { readonly rows: boolean; readonly columns: boolean };
}

/** The cells of the sheet that is shown, with headers and scroll bars. Draws; what keys and mouse do is decided elsewhere. */
export class Grid {
  /** Holds the grid, and what is laid over its cells without being one of them. */
  readonly frame = document.createElement('div');
  readonly element = document.createElement('div');
  /** Does not scroll; what is seen is drawn in it. */
  readonly stage = document.createElement('div');
  layout!: Layout;
  readonly #sizer = document.createElement('div');
  readonly #corner = document.createElement('div');
  readonly #headers: { rows: Headers; columns: Headers };
  readonly #parts: readonly Part[];
  readonly #positions = new Map<number, { x: number; y: number }>();
  #sheet: number | undefined;

  /** `shapes` says which frames lie over the cells besides the selection. */
  constructor(
    private readonly session: Session,
    private readonly shapes: () => readonly Shape[],
    selectAll: () => void,
  ) {
    this.element.className = 'grid';
    this.element.setAttribute('role', 'grid');
    this.element.tabIndex = 0;
    this.element.ariaMultiSelectable = 'true';
    this.element.setAttribute('aria-describedby', 'region-keys');
    this.#sizer.className = 'sizer';
    this.stage.className = 'stage';
    for (const layer of [this.#sizer, this.stage]) layer.setAttribute('role', 'presentation');
    this.#parts = [false, true].flatMap((rows) => [false, true].map((columns) => partOf({ rows, columns }, session)));
    const toggle: ConstructorParameters<typeof Headers>[1] = (axis, first, depth, open) =>
      void session.change('lines', { sheet: session.sheet.id, axis, kind: open ? 'expand' : 'collapse', first, depth });
    this.#headers = { rows: new Headers('rows', toggle), columns: new Headers('columns', toggle) };
    this.#corner.className = 'corner';
    // The keyboard has Ctrl+A for it.
    this.#corner.setAttribute('aria-hidden', 'true');
    this.#corner.onclick = selectAll;
    this.stage.append(...this.#parts.map(({ pane }) => pane.element));
    this.stage.append(this.#headers.columns.element, this.#headers.rows.element, this.#corner);
    this.#sizer.append(this.stage);
    this.element.append(this.#sizer);
    this.frame.className = 'grid-frame';
    this.frame.append(this.element);
    this.element.addEventListener('scroll', () => session.emit());
    new ResizeObserver(() => session.emit()).observe(this.element);
  }

  /** Draws what is seen, and asks for the cells that are not known yet. */
  draw(): void {
    const { sheet, cells } = this.session;
    this.#turn();
    const views = this.#parts.map((part) => [part, this.#view(part)] as const);
    for (const [part, view] of views) {
      part.pane.draw(view);
      part.shapes.replaceChildren(...(part.pane.element.hidden ? [] : drawShapes(part.pane, view, this.#allShapes())));
      part.charts.draw(part.pane, part.frozen, sheet);
    }
    this.#drawHeaders();
    this.#announce();
    cells.want(
      sheet.id,
      views.filter(([{ pane }]) => !pane.element.hidden).map(([, view]) => view.block),
    );
  }

  /** The cell under the mouse, or the nearest one. */
  cellAt(event: { readonly clientX: number; readonly clientY: number }): Cell {
    const { left, top } = this.stage.getBoundingClientRect();
    return cellAtPoint(this.layout, event.clientX - left, event.clientY - top);
  }

  /** Where a block stands on the stage. */
  place(block: Block): Rectangle {
    return rectangleOf(this.layout, block);
  }

  /** Scrolls as little as needed to show a cell; all the way to the first rows or columns when it has moved to frozen ones. */
  reveal({ row, column }: Cell, moved = { rows: false, columns: false }): void {
    this.#turn();
    const { rows, columns } = this.layout;
    if (moved.rows && row < rows.frozen) this.element.scrollTop = 0;
    if (moved.columns && column < columns.frozen) this.element.scrollLeft = 0;
    this.element.scrollTop = positionFor(this.layout.rows, row, this.element.scrollTop);
    this.element.scrollLeft = positionFor(this.layout.columns, column, this.element.scrollLeft);
    this.session.emit();
  }

  /** How many rows are seen at once. */
  get page(): number {
    const { first, last } = seenLines(this.layout.rows, 0);
    return Math.max(1, last - first - 1);
  }

  /** Takes the keyboard back. */
  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  /** Every sheet is scrolled to where it was left. */
  #turn(): void {
    const { id } = this.session.sheet;
    const before = this.#sheet;
    if (before === id) {
      this.#lay();
      return;
    }
    if (before !== undefined) this.#positions.set(before, { x: this.element.scrollLeft, y: this.element.scrollTop });
    this.#sheet = id;
    this.#lay();
    const { x, y } = this.#positions.get(id) ?? { x: 0, y: 0 };
    this.element.scrollTo(x, y);
    this.#lay();
  }

  #lay(): void {
    const { sheet, lines } = this.session;
    const depth = (groups: typeof sheet.rows.groups) => Math.max(0, ...groups.map((group) => group.depth));
    const gutter = { rows: depth(sheet.rows.groups) * GUTTER, columns: depth(sheet.columns.groups) * GUTTER };
    const digits = String(sheet.rows.count).length;
    const head = { width: gutter.rows + Math.max(46, digits * 8 + 12), height: gutter.columns + HEAD };
    const size = { width: this.element.clientWidth, height: this.element.clientHeight };
    const position = { x: this.element.scrollLeft, y: this.element.scrollTop };
    this.layout = layOut(lines, { rows: sheet.rows.frozen, columns: sheet.columns.frozen }, head, size, position);
    this.#sizer.style.width = `${this.layout.columns.scrolled}px`;
    this.#sizer.style.height = `${this.layout.rows.scrolled}px`;
    place(this.stage, 0, 0, size.width, size.height);
  }

  #view({ frozen }: Part): PaneView {
    const { rows, columns } = this.layout;
    const [down, across] = [part(rows, frozen.rows), part(columns, frozen.columns)];
    const { session } = this;
    const { id, gridLines } = session.sheet;
    return {
      lines: session.lines,
      block: { top: down.first, bottom: down.last, left: across.first, right: across.last },
      limits: frozen.columns
        ? { first: 0, last: columns.frozen - 1 }
        : { first: columns.frozen, last: columns.axis.count - 1 },
      from: { x: across.from, y: down.from },
      place: { left: across.place, width: across.size, top: down.place, height: down.size },
      version: `${id}:${session.cells.version}:${gridLines}`,
      cell: (row, column) => session.cells.get(id, row, column),
    };
  }

  #allShapes(): Shape[] {
    const { selection, lines } = this.session;
    const active = mergeAt(lines, selection.active);
    const selected = selection.blocks.filter((block) => !sameBlock(block, active));
    return [
      ...selected.map((block) => ({ block, kind: 'selected' as const })),
      ...this.shapes(),
      { block: active, kind: 'active' },
    ];
  }

  #drawHeaders(): void {
    const { session, layout } = this;
    const { sheet, selection, lines, words } = session;
    const selected = selection.blocks.map((block) => ({ block, whole: takesWhole(lines, block) }));
    const depth = (groups: typeof sheet.rows.groups) => Math.max(0, ...groups.map((group) => group.depth)) * GUTTER;
    const [aside, above] = [depth(sheet.rows.groups), depth(sheet.columns.groups)];
    const [width, height] = [layout.columns.head, layout.rows.head];
    const [down, across] = [this.#headers.rows, this.#headers.columns];
    down.element.style.setProperty('--gutter', `${aside}px`);
    across.element.style.setProperty('--gutter', `${above}px`);
    place(down.element, 0, 0, width, this.element.clientHeight);
    place(across.element, 0, 0, this.element.clientWidth, height);
    down.draw(layout.rows, sheet.rows, selected, width - aside, words);
    across.draw(layout.columns, sheet.columns, selected, height - above, words);
    place(this.#corner, 0, 0, width, height);
    const { rows, columns } = layout;
    this.stage.style.setProperty('--frozen-y', `${rows.head + rows.frozenSize - 1}px`);
    this.stage.style.setProperty('--frozen-x', `${columns.head + columns.frozenSize - 1}px`);
    this.stage.classList.toggle('frozen-rows', rows.frozen > 0);
    this.stage.classList.toggle('frozen-columns', columns.frozen > 0);
    this.stage.classList.toggle('no-rules', !sheet.gridLines);
  }

  /** Tells assistive technology which cell is the active one. */
  #announce(): void {
    const { sheet, selection, lines, words } = this.session;
    this.element.ariaRowCount = String(sheet.rows.count);
    this.element.ariaColCount = String(sheet.columns.count);
    this.element.ariaLabel = fill(words.grid, { name: sheet.name });
    const { row, column } = selection.active;
    const found = this.#parts.map(({ pane }) => pane.ensure(row, column, lines)).find((element) => element);
    for (const old of this.stage.querySelectorAll('[aria-selected]')) old.removeAttribute('aria-selected');
    this.element.removeAttribute('aria-activedescendant');
    if (!found) return;
    found.ariaSelected = 'true';
    if (!found.textContent) found.ariaLabel = `${columnLetters(column)}${row + 1}`;
    this.element.setAttribute('aria-activedescendant', found.id);
  }
}

function partOf(frozen: Part['frozen'], session: Session): Part {
  const pane = new Pane();
  const shapes = document.createElement('div');
  const charts = new ChartLayer(session);
  pane.overlay.append(charts.element, shapes);
  return { pane, shapes, charts, frozen };
}

/** What one of the two parts of a direction shows, from which pixel of the sheet on, and where. */
function part(span: Span, frozen: boolean) {
  const { head, frozenSize, room } = span;
  if (frozen) return { first: 0, last: span.frozen - 1, from: 0, place: head, size: frozenSize };
  return { ...seenLines(span, 2), from: scrolledFrom(span), place: head + frozenSize, size: room };
}
