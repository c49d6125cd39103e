import type { Block } from '../../workbook/address';
import { sizeOf } from './axis';
import { contextMenu } from './context-menu';
import type { Desk } from './desk';
import { lineAtPlace, placeOf } from './layout';
import { addBlock, type Cell, extendTo, selectBlock, selectCell } from './selection';

/** How near to the border between two headers the mouse takes hold of it, in pixels. */
const NEAR = 4;
const SMALLEST = 8;

type Way = 'rows' | 'columns';

/** Where the mouse is: over cells, over headers, or over the border behind a line by which it is made larger. */
type Zone =
  | { readonly kind: 'cells' }
  | { readonly kind: 'headers' | 'border'; readonly way: Way; readonly line: number };

/** What the mouse does in the grid. */
export class GridMouse {
  readonly #guide = document.createElement('div');
  #last: PointerEvent | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly choose: () => boolean,
  ) {
    const { stage } = desk.grid;
    this.#guide.className = 'guide';
    this.#guide.hidden = true;
    stage.append(this.#guide);
    stage.addEventListener('pointerdown', (event) => this.#down(event));
    stage.addEventListener('pointermove', (event) => this.#hover(event));
    stage.addEventListener('dblclick', (event) => this.#double(event));
    stage.addEventListener('contextmenu', (event) => this.#context(event));
  }

  #ours(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('button, .corner') === null;
  }

  #zone(event: MouseEvent): Zone {
    const { grid } = this.desk;
    const { left, top } = grid.stage.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    const { rows, columns } = grid.layout;
    if (y < rows.head) return this.#header('columns', x);
    if (x < columns.head) return this.#header('rows', y);
    return { kind: 'cells' };
  }

  #header(way: Way, at: number): Zone {
    const span = this.desk.grid.layout[way];
    const line = lineAtPlace(span, at);
    const [start, end] = [placeOf(span, line), placeOf(span, line) + sizeOf(span.axis, line)];
    if (Math.abs(end - at) <= NEAR) return { kind: 'border', way, line };
    if (line > 0 && at - start <= NEAR) return { kind: 'border', way, line: line - 1 };
    return { kind: 'headers', way, line };
  }

  #hover(event: PointerEvent): void {
    if (event.buttons !== 0) return;
    const zone = this.#zone(event);
    const cursor = zone.kind === 'border' ? (zone.way === 'rows' ? 'row-resize' : 'col-resize') : '';
    this.desk.grid.stage.style.cursor = cursor;
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0 || !this.#ours(event)) return;
    event.preventDefault();
    const { desk } = this;
    const zone = this.#zone(event);
    if (zone.kind === 'border') this.#resize(event, zone.way, zone.line);
    else if (desk.editor.pointing) this.#point(event, zone);
    else {
      desk.editor.commit();
      desk.grid.focus();
      if (zone.kind === 'headers') this.#selectLines(event, zone.way, zone.line);
      else this.#selectCells(event);
    }
  }

  #selectCells(event: PointerEvent): void {
    const { session, grid } = this.desk;
    const { lines, selection } = session;
    const cell = grid.cellAt(event);
    if (event.shiftKey) session.select(extendTo(lines, selection, cell));
    else if (event.ctrlKey || event.metaKey) {
      session.select(
        addBlock(lines, selection, { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column }),
      );
    } else session.select(selectCell(lines, cell));
    if (this.#button(event, cell)) return;
    this.#drag(event, (moved) => {
      session.select(extendTo(lines, session.selection, moved));
      grid.reveal(moved);
    });
  }

  /** The arrow of a drop-down list, and check boxes. */
  #button(event: PointerEvent, cell: Cell): boolean {
    const { session } = this.desk;
    const target = event.target as Element;
    const shown = session.cells.get(session.sheet.id, cell.row, cell.column);
    if (target.classList.contains('choose')) return this.choose();
    if (shown?.input !== 'checkbox' || !(target instanceof HTMLSpanElement)) return false;
    const rows = [[shown.text === 'TRUE' ? 'FALSE' : 'TRUE']];
    void session.change('enter', { sheet: session.sheet.id, ...cell, rows });
    return true;
  }

  #selectLines(event: PointerEvent, way: Way, line: number): void {
    const { session, grid } = this.desk;
    const { lines, selection } = session;
    const from = event.shiftKey ? (way === 'rows' ? selection.active.row : selection.active.column) : line;
    const block = (to: number) => linesBlock(this.desk, way, from, to);
    const select = (to: number) => {
      const active = {
        row: way === 'rows' ? from : grid.cellAt(corner(grid)).row,
        column: way === 'rows' ? grid.cellAt(corner(grid)).column : from,
      };
      if (event.ctrlKey || event.metaKey) session.select(addBlock(lines, selection, block(to)));
      else session.select({ ...selectBlock(lines, block(to)), active: selectCell(lines, active).active });
    };
    select(line);
    this.#drag(event, (cell) => select(way === 'rows' ? cell.row : cell.column));
  }

  #point(event: PointerEvent, zone: Zone): void {
    const { editor, grid } = this.desk;
    if (zone.kind === 'cells') {
      const start = grid.cellAt(event);
      const anchor = event.shiftKey ? (editor.anchor ?? start) : start;
      editor.point(anchor, start);
      this.#drag(event, (cell) => {
        editor.point(anchor, cell);
        grid.reveal(cell);
      });
      return;
    }
    const from = zone.line;
    const point = (to: number) => {
      const block = linesBlock(this.desk, zone.way, from, to);
      const open = Number.POSITIVE_INFINITY;
      const whole = zone.way === 'rows' ? { ...block, right: open } : { ...block, bottom: open };
      editor.point({ row: block.top, column: block.left }, { row: block.top, column: block.left }, whole);
    };
    point(from);
    this.#drag(event, (cell) => point(zone.way === 'rows' ? cell.row : cell.column));
  }

  #resize(event: PointerEvent, way: Way, line: number): void {
    const { session, grid } = this.desk;
    const rows = way === 'rows';
    const at = (moved: PointerEvent) => (rows ? moved.clientY : moved.clientX);
    const before = sizeOf(session.lines[way], line);
    const edge = placeOf(grid.layout[way], line);
    let size = before;
    this.#guide.hidden = false;
    const show = () => {
      this.#guide.className = `guide ${way}`;
      this.#guide.style.transform = rows ? `translateY(${edge + size}px)` : `translateX(${edge + size}px)`;
    };
    show();
    this.#follow(
      event,
      (moved) => {
        size = Math.max(SMALLEST, Math.round(before + at(moved) - at(event)));
        show();
      },
      () => {
        this.#guide.hidden = true;
        if (size !== before) this.#setSize(way, line, size);
      },
    );
  }

  /** A line that is selected as a whole brings the others with it. */
  #setSize(way: Way, line: number, pixels: number | null): void {
    const { session } = this.desk;
    const { selection, lines, sheet } = session;
    const whole = selection.blocks.find((block) =>
      way === 'rows'
        ? block.left === 0 && block.right === lines.columns.count - 1 && block.top <= line && line <= block.bottom
        : block.top === 0 && block.bottom === lines.rows.count - 1 && block.left <= line && line <= block.right,
    );
    const [first, last] = whole
      ? way === 'rows'
        ? [whole.top, whole.bottom]
        : [whole.left, whole.right]
      : [line, line];
    const ask = { kind: 'resize' as const, at: first, count: last - first + 1, pixels };
    void session.change('lines', { sheet: sheet.id, axis: way, ...ask });
  }

  #double(event: MouseEvent): void {
    if (!this.#ours(event)) return;
    const zone = this.#zone(event);
    if (zone.kind === 'border') this.#setSize(zone.way, zone.line, null);
    else if (zone.kind === 'cells' && !this.desk.editor.editing) this.desk.editor.edit();
  }

  #context(event: MouseEvent): void {
    if (!this.#ours(event)) return;
    event.preventDefault();
    const { desk } = this;
    const { session, grid } = desk;
    desk.editor.commit();
    const zone = this.#zone(event);
    const cell = zone.kind === 'cells' ? grid.cellAt(event) : undefined;
    const block = zone.kind === 'cells' ? undefined : linesBlock(desk, zone.way, zone.line, zone.line);
    const inside = session.selection.blocks.some(
      ({ top, left, bottom, right }) =>
        top <= (block?.top ?? cell?.row ?? 0) &&
        left <= (block?.left ?? cell?.column ?? 0) &&
        bottom >= (block?.bottom ?? cell?.row ?? 0) &&
        right >= (block?.right ?? cell?.column ?? 0),
    );
    if (!inside && block) session.select(selectBlock(session.lines, block));
    else if (!inside && cell) session.select(selectCell(session.lines, cell));
    desk.openMenu(contextMenu(desk), { x: event.clientX, y: event.clientY }, session.words.edit);
  }

  /** Follows the mouse from cell to cell until the button is released; outside the grid it goes on. */
  #drag(event: PointerEvent, move: (cell: Cell) => void): void {
    const { grid } = this.desk;
    let before = grid.cellAt(event);
    const go = (moved: PointerEvent) => {
      const cell = grid.cellAt(moved);
      if (cell.row === before.row && cell.column === before.column) return;
      before = cell;
      move(cell);
    };
    const again = setInterval(() => this.#last && go(this.#last), 60);
    this.#follow(event, go, () => clearInterval(again));
  }

  #follow(event: PointerEvent, move: (event: PointerEvent) => void, end: () => void): void {
    const { stage } = this.desk.grid;
    this.#last = undefined;
    stage.setPointerCapture(event.pointerId);
    const moved = (next: PointerEvent) => {
      this.#last = next;
      move(next);
    };
    const stop = () => {
      stage.removeEventListener('pointermove', moved);
      stage.removeEventListener('pointerup', stop);
      stage.removeEventListener('pointercancel', stop);
      end();
    };
    stage.addEventListener('pointermove', moved);
    stage.addEventListener('pointerup', stop);
    stage.addEventListener('pointercancel', stop);
  }
}

/** Whole rows, or columns, from one to another. */
function linesBlock({ session }: Desk, way: Way, from: number, to: number): Block {
  const { rows, columns } = session.lines;
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  return way === 'rows'
    ? { top: first, bottom: last, left: 0, right: columns.count - 1 }
    : { top: 0, bottom: rows.count - 1, left: first, right: last };
}

/** The first cell that is seen: typing goes there when whole lines are selected. */
function corner({ stage, layout }: Desk['grid']): { clientX: number; clientY: number } {
  const { left, top } = stage.getBoundingClientRect();
  return { clientX: left + layout.columns.head + 1, clientY: top + layout.rows.head + 1 };
}
