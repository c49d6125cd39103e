import { FormulaField, LONG } from './formula-field';
import type { Rectangle } from './layout';

/** Least width that is left for typing near the right edge of the grid, in pixels. */
const LEAST = 240;

/** The two places where a cell is edited, its own and the formula bar; they show the same text. */
export class EditFields {
  readonly bar = new FormulaField('bar-field');
  readonly cell = new FormulaField('cell-field');
  readonly both = [this.bar, this.cell] as const;

  constructor() {
    this.cell.element.hidden = true;
    for (const { area } of this.both) {
      area.setAttribute('aria-haspopup', 'listbox');
      area.setAttribute('aria-autocomplete', 'list');
    }
  }

  /** Shows a text in the field that has the keyboard, and in the other one as long as that is no burden. */
  show(field: FormulaField, text: string, caret?: number): void {
    field.show(text, caret);
    const other = field === this.bar ? this.cell : this.bar;
    if (text.length <= LONG) other.show(text);
  }

  /** Lays the field over its cell on a stage of this size; it grows with its text. */
  place({ left, top, width, height }: Rectangle, stage: { clientWidth: number; clientHeight: number }): void {
    const { element } = this.cell;
    const { style } = element;
    const room = Math.max(width, LEAST, stage.clientWidth - left - 8);
    style.minWidth = `${width + 1}px`;
    style.minHeight = `${height + 1}px`;
    style.maxWidth = `${room}px`;
    style.maxHeight = `${Math.max(height, stage.clientHeight - top - 8)}px`;
    const wide = Math.max(width + 1, element.offsetWidth);
    style.left = `${Math.min(left - 1, Math.max(0, stage.clientWidth - wide))}px`;
    style.top = `${top - 1}px`;
  }
}
