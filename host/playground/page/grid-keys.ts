import type { Block } from '../../workbook/address';
import { clear, redo, toggleFormat, undo } from './commands';
import { contextMenu } from './context-menu';
import type { Desk } from './desk';
import { jump } from './jump';
import {
  ARROWS,
  type Cell,
  cellBeside,
  cycle,
  type Direction,
  extendTo,
  focusBeside,
  mergeAt,
  type Selection,
  selectBlock,
  selectCell,
} from './selection';

/** What keys do while no cell is being edited. */
export class GridKeys {
  /** Jumps may have to read cells first; what is pressed meanwhile waits. */
  #jumping: Promise<void> | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly choose: () => boolean,
  ) {
    const { element } = desk.grid;
    element.addEventListener('keydown', (event) => {
      if (event.target === element && !event.isComposing && this.#key(event)) event.preventDefault();
    });
    element.addEventListener('compositionstart', () => desk.editor.enter());
  }

  #key(event: KeyboardEvent): boolean {
    const control = event.ctrlKey || event.metaKey;
    const way = ARROWS[event.key];
    if (way && event.altKey) return event.key === 'ArrowDown' && this.choose();
    if (way) return this.#afterJump(() => this.#arrow(way, control, event.shiftKey));
    if (control) return this.#withControl(event);
    if (event.altKey) return false;
    if (event.key.length === 1 && event.key !== ' ') return this.#type();
    return this.#plain(event);
  }

  /** The key that is being pressed goes into the field that opens. */
  #type(): false {
    this.desk.editor.enter();
    return false;
  }

  #plain({ key, shiftKey }: KeyboardEvent): boolean {
    const { desk } = this;
    const { session, grid, editor } = desk;
    const { selection, lines } = session;
    const page = (by: 1 | -1) =>
      this.#afterJump(() => this.#arrow({ rows: by, columns: 0 }, false, shiftKey, grid.page));
    if (key === 'Enter' && this.#single() && !shiftKey) editor.edit();
    else if (key === 'Enter') this.#go(cycle(lines, selection, { rows: shiftKey ? -1 : 1, columns: 0 }));
    else if (key === 'Tab') this.#go(cycle(lines, selection, { rows: 0, columns: shiftKey ? -1 : 1 }));
    else if (key === 'F2') editor.edit();
    else if (key === 'Delete' || key === 'Backspace') void clear(session);
    else if (key === 'Escape') desk.clipboard.clear();
    else if (key === 'Home') this.#goTo({ row: this.#end.row, column: 0 }, shiftKey);
    else if (key === 'End') this.#goTo({ row: this.#end.row, column: lines.columns.count - 1 }, shiftKey);
    else if (key === 'PageDown') return page(1);
    else if (key === 'PageUp') return page(-1);
    else if (key === ' ' && shiftKey) this.#wholeRows();
    else if (key === ' ') return this.#type();
    else if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) this.#menu();
    else return false;
    return true;
  }

  #withControl({ key, shiftKey, code }: KeyboardEvent): boolean {
    const { session } = this.desk;
    const { shown } = session.sheet;
    const letter = code.startsWith('Key') ? code.slice(3) : '';
    if (letter === 'A') this.desk.selectAll();
    else if (letter === 'Z') void (shiftKey ? redo(session) : undo(session));
    else if (letter === 'Y') void redo(session);
    else if (letter === 'B') void toggleFormat(this.desk, 'bold');
    else if (letter === 'I') void toggleFormat(this.desk, 'italic');
    else if (key === ' ') this.#wholeColumns();
    else if (key === 'Home') this.#goTo({ row: 0, column: 0 }, shiftKey);
    else if (key === 'End') {
      this.#goTo({ row: Math.max(0, shown.rows - 1), column: Math.max(0, shown.columns - 1) }, shiftKey);
    } else return false;
    return true;
  }

  #single(): boolean {
    const { selection, lines } = this.desk.session;
    const block = selection.blocks.at(-1) as Block;
    const merge = mergeAt(lines, selection.active);
    return selection.blocks.length === 1 && block.bottom <= merge.bottom && block.right <= merge.right;
  }

  /** The end of the selection that keys move. */
  get #end(): Cell {
    return this.desk.session.selection.focus;
  }

  #afterJump(act: () => void): true {
    if (this.#jumping) this.#jumping = this.#jumping.then(act);
    else act();
    return true;
  }

  #arrow(way: Direction, far: boolean, extend: boolean, by = 1): void {
    const { session } = this.desk;
    const { selection, lines } = session;
    if (far) {
      const jumping = jump(session, extend ? selection.focus : selection.active, way).then(
        (cell) => this.#goTo(cell, extend),
        (error) => session.fail(error),
      );
      this.#jumping = jumping.finally(() => {
        this.#jumping = undefined;
      });
    } else if (extend) this.#goTo(focusBeside(lines, selection, way, by), true);
    else this.#goTo(cellBeside(lines, selection, way, by), false);
  }

  #goTo(cell: Cell, extend: boolean): void {
    const { lines, selection } = this.desk.session;
    this.#go(extend ? extendTo(lines, selection, cell) : selectCell(lines, cell), extend);
  }

  #go(selection: Selection, extended = false): void {
    const { session, grid } = this.desk;
    const corner = (one: Selection) => (extended ? one.focus : one.active);
    const [from, to] = [corner(session.selection), corner(selection)];
    session.select(selection);
    grid.reveal(to, { rows: from.row !== to.row, columns: from.column !== to.column });
  }

  #wholeRows(): void {
    const { session } = this.desk;
    const { lines, selection } = session;
    const block = { ...(selection.blocks.at(-1) as Block), left: 0, right: lines.columns.count - 1 };
    session.select({ ...selectBlock(lines, block), active: selection.active });
  }

  #wholeColumns(): void {
    const { session } = this.desk;
    const { lines, selection } = session;
    const block = { ...(selection.blocks.at(-1) as Block), top: 0, bottom: lines.rows.count - 1 };
    session.select({ ...selectBlock(lines, block), active: selection.active });
  }

  #menu(): void {
    const { desk } = this;
    const { left, top, height } = desk.grid.place(mergeAt(desk.session.lines, desk.session.selection.active));
    const stage = desk.grid.stage.getBoundingClientRect();
    desk.openMenu(contextMenu(desk), { x: stage.left + left, y: stage.top + top + height }, desk.session.words.edit);
  }
}
