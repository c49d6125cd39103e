import { type Block, formatBlock } from '../../workbook/address';
import { EditFields } from './edit-fields';
import type { FormulaField } from './formula-field';
import { pointedPlace, refixed, replaced } from './formula-text';
import type { Grid } from './grid';
import { referenceShapes, referenceTo } from './pointing';
import { goToRegion, regionStep } from './regions';
import { ARROWS, blockBetween, type Cell, cellBeside, cycle, type Direction, mergeAt, selectCell } from './selection';
import type { Session } from './session';
import type { Shape } from './shapes';
import { Suggestions } from './suggestions';
import { fill } from './text';
import { typedKey } from './typed-key';

interface Edit {
  readonly sheet: number;
  readonly cell: Cell;
  /** What the cell held; undefined while that is not known yet. */
  original: string | undefined;
  /** While a content is entered anew, arrows leave the cell; while it is edited, they move the caret. */
  entering: boolean;
  field: FormulaField;
  /** Keys pressed before the content has come: they are for what will stand there. */
  early?: KeyboardEvent[];
  /** The reference that is being pointed at in the grid. */
  pointed?: { readonly start: number; readonly end: number; readonly anchor: Cell; readonly focus: Cell };
}

/** Typing into a cell, in the cell itself or in the formula bar; both show the same text. */
export class Editor {
  readonly #fields = new EditFields();
  readonly suggestions: Suggestions;
  #edit: Edit | undefined;
  grid!: Grid;

  constructor(private readonly session: Session) {
    this.suggestions = new Suggestions(
      () => ({
        functions: session.functions,
        words: session.words,
        separator: session.book.decimalComma ? ';' : ',',
      }),
      (text, caret) => this.#write(text, caret),
    );
    for (const field of this.#fields.both) {
      field.area.addEventListener('keydown', (event) => this.#key(event));
      field.area.addEventListener('input', () => this.#typed(field));
      field.area.addEventListener('click', () => this.#offer());
    }
    this.bar.area.addEventListener('focus', () => this.#enterBar());
  }

  /** The field of the formula bar. */
  get bar(): FormulaField {
    return this.#fields.bar;
  }

  get #cell(): FormulaField {
    return this.#fields.cell;
  }

  /** Puts the field for typing in a cell into the grid. */
  join(grid: Grid): void {
    this.grid = grid;
    grid.frame.append(this.#cell.element);
  }

  get editing(): boolean {
    return this.#edit !== undefined;
  }

  /** True if a click into the grid puts a reference into the formula. */
  get pointing(): boolean {
    const edit = this.#edit;
    return edit !== undefined && (edit.pointed ?? pointedPlace(edit.field.text, edit.field.caret)) !== undefined;
  }

  /** The cell where pointing has started. */
  get anchor(): Cell | undefined {
    return this.#edit?.pointed?.anchor;
  }

  /** Begins with an empty cell, into which the key that is being pressed goes. */
  enter(): void {
    const known = this.session.content;
    this.#begin(this.#cell, true).original = known;
    this.#show('', 0);
  }

  /** Begins with what the cell holds. */
  edit(): void {
    this.#begin(this.#cell, false);
    void this.#load();
  }

  /** Ends; the text stays in the cell. The selection moves on, if a way is given. */
  commit(way?: Direction): void {
    const edit = this.#edit;
    if (!edit) return;
    const { text } = edit.field;
    this.#end();
    // Nothing was changed yet.
    if (edit.early) return;
    const { sheet, cell } = edit;
    if (way && this.session.sheet.id === sheet) {
      this.session.select(cycle(this.session.lines, this.session.selection, way));
      this.grid.reveal(this.session.selection.active);
    }
    if (text !== edit.original) void this.#send(sheet, cell, text);
  }

  /** Takes the keyboard back, if a cell is being edited. */
  focus(): void {
    this.#edit?.field.area.focus({ preventScroll: true });
  }

  /** Ends; the cell stays as it was. */
  cancel(): void {
    this.#end();
  }

  /** Puts a reference to cells into the formula, instead of the one pointed at before. */
  point(anchor: Cell, focus: Cell, whole?: Block): void {
    const edit = this.#edit;
    if (!edit) return;
    const at = edit.pointed ?? pointedPlace(edit.field.text, edit.field.caret);
    if (!at) return;
    const reference = referenceTo(this.session, edit.sheet, anchor, focus, whole);
    const { text, caret } = replaced(edit.field.text, at, reference);
    this.#show(text, caret);
    edit.pointed = { start: at.start, end: caret, anchor, focus };
    this.suggestions.hide(edit.field.area);
    edit.field.area.focus({ preventScroll: true });
    this.session.emit();
  }

  /** Frames over the cells that the formula refers to. */
  shapes(): Shape[] {
    return this.#edit ? referenceShapes(this.session, this.#edit.sheet, this.#edit.field.text) : [];
  }

  /** Shows what there is to show: the content of the active cell in the bar, the field over the cell while typing. */
  draw(): void {
    const { details, selection, sheet, words } = this.session;
    this.bar.area.ariaLabel = words.formulaBar;
    const edit = this.#edit;
    if (!edit) {
      const { row, column } = selection.active;
      const current = details?.sheet === sheet.id && details.row === row && details.column === column;
      this.bar.show(current ? details.edit : '');
      const from = current ? details.spilledFrom : null;
      this.bar.area.placeholder = from ? fill(words.spilled, { cell: formatBlock(blockBetween(from, from)) }) : '';
      return;
    }
    this.#cell.area.ariaLabel = fill(words.cell, { cell: formatBlock(blockBetween(edit.cell, edit.cell)) });
    const away = sheet.id !== edit.sheet;
    // A field that is not seen would lose the keyboard.
    this.#cell.element.classList.toggle('away', away);
    if (away) return;
    this.#fields.place(this.grid.place(mergeAt(this.session.lines, edit.cell)), this.grid.stage);
  }

  #begin(field: FormulaField, entering: boolean): Edit {
    const { sheet, selection } = this.session;
    const shown = selection.active;
    const edit: Edit = { sheet: sheet.id, cell: shown, original: undefined, entering, field };
    this.#edit = edit;
    this.#cell.element.hidden = false;
    this.grid.reveal(shown);
    this.draw();
    field.area.focus({ preventScroll: true });
    this.session.emit();
    return edit;
  }

  /** Shows what the cell holds; where that has to be asked for, keys wait for it. */
  async #load(caret = Number.POSITIVE_INFINITY): Promise<void> {
    const edit = this.#edit;
    if (!edit) return;
    const known = this.session.content;
    if (known === undefined) {
      edit.early = [];
      this.#show('', 0);
    }
    const original = known ?? (await this.session.readDetails())?.edit ?? '';
    if (this.#edit !== edit) return;
    edit.original = original;
    this.#show(original, Math.min(caret, original.length));
    this.#offer();
    const { early = [] } = edit;
    delete edit.early;
    for (const event of early) this.#replay(event);
  }

  /** Does what a key would have done if it had been pressed now. */
  #replay(event: KeyboardEvent): void {
    const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event;
    const again = { key, code, shiftKey, ctrlKey, metaKey, altKey, bubbles: true, cancelable: true };
    const written = ctrlKey || metaKey || altKey ? '' : key;
    if (!this.#edit) this.grid.element.dispatchEvent(new KeyboardEvent('keydown', again));
    else if (this.#handle(event, this.#edit)) return;
    const { field } = this.#edit ?? {};
    const typed = field && typedKey(field.text, field.caret, written);
    if (typed) this.#write(typed.text, typed.caret);
  }

  #enterBar(): void {
    if (this.#edit) {
      this.#edit.field = this.bar;
      this.#edit.entering = false;
      return;
    }
    const { caret } = this.bar;
    this.#begin(this.bar, false);
    void this.#load(caret);
  }

  #end(): void {
    const edit = this.#edit;
    if (!edit) return;
    this.#edit = undefined;
    this.#cell.element.hidden = true;
    this.suggestions.hide(edit.field.area);
    if (this.session.sheet.id !== edit.sheet) this.session.show(edit.sheet);
    this.grid.focus();
    this.session.emit();
  }

  async #send(sheet: number, { row, column }: Cell, text: string): Promise<void> {
    const { session } = this;
    session.cells.assume(sheet, row, column, text.startsWith('=') ? session.words.loading : text);
    const answer = await session.change('enter', { sheet, row, column, rows: [[text]] });
    // What was refused is not lost: it can be mended where it was typed.
    if (answer || this.#edit || session.sheet.id !== sheet) return;
    session.select(selectCell(session.lines, { row, column }));
    this.#begin(this.#cell, false);
    this.#show(text, text.length);
  }

  #typed(field: FormulaField): void {
    const edit = this.#edit;
    if (!edit) return;
    edit.field = field;
    delete edit.pointed;
    this.#show(field.text);
    this.#offer();
    this.session.emit();
  }

  #write(text: string, caret: number): void {
    if (!this.#edit) return;
    delete this.#edit.pointed;
    this.#show(text, caret);
    this.#offer();
    this.session.emit();
  }

  #show(text: string, caret?: number): void {
    if (this.#edit) this.#fields.show(this.#edit.field, text, caret);
  }

  #offer(): void {
    const edit = this.#edit;
    if (edit) this.suggestions.offer(edit.field.area, edit.field.text, edit.field.caret);
  }

  #key(event: KeyboardEvent): void {
    const edit = this.#edit;
    if (!edit || event.isComposing) return;
    if (edit.early) edit.early.push(event);
    if (edit.early || this.#handle(event, edit)) event.preventDefault();
    // The grid has keys of its own for all this.
    event.stopPropagation();
  }

  #handle(event: KeyboardEvent, edit: Edit): boolean {
    const { area, text, caret } = edit.field;
    return this.suggestions.key(event, area, text, caret) || this.#command(event, edit);
  }

  #command(event: KeyboardEvent, edit: Edit): boolean {
    const { key, shiftKey } = event;
    const control = event.ctrlKey || event.metaKey;
    if (key === 'Enter' && (control || event.altKey)) return this.#insert('\n');
    if (key === 'Enter') return this.#leave({ rows: shiftKey ? -1 : 1, columns: 0 });
    if (key === 'Tab') return this.#leave({ rows: 0, columns: shiftKey ? -1 : 1 });
    const step = regionStep(event);
    if (step) goToRegion(this, step, edit.field.area);
    else if (key === 'Escape') this.cancel();
    else if (key === 'F2') edit.entering = !edit.entering;
    else if (key === 'F4') this.#refix(edit);
    else {
      const way = ARROWS[key];
      if (!way || !edit.entering || control || event.altKey) return false;
      if (this.pointing) this.#pointOn(edit, way, shiftKey);
      else if (shiftKey) return false;
      else this.commit(way);
    }
    return true;
  }

  #leave(way: Direction): true {
    this.commit(way);
    return true;
  }

  #insert(text: string): true {
    const edit = this.#edit;
    if (!edit) return true;
    const { selectionStart, selectionEnd } = edit.field.area;
    const changed = replaced(edit.field.text, { start: selectionStart, end: selectionEnd }, text);
    this.#write(changed.text, changed.caret);
    return true;
  }

  #refix({ field }: Edit): void {
    const changed = refixed(field.text, field.caret);
    if (changed) this.#write(changed.text, changed.caret);
  }

  /** Arrows move the reference that is pointed at, with Shift its corner. */
  #pointOn(edit: Edit, way: Direction, extend: boolean): void {
    const { lines } = this.session;
    const from = edit.pointed?.focus ?? edit.cell;
    const to = cellBeside(lines, selectCell(lines, from), way);
    this.point(extend ? (edit.pointed?.anchor ?? from) : to, to);
    this.grid.reveal(to);
  }
}
