import type { SeenCell } from './cell-store';
import { textWidth } from './cell-view';
import type { Desk } from './desk';
import { mergeAt } from './selection';

/** How long the mouse rests on a cell before its card opens, in milliseconds. */
const REST = 250;

/** Says why there is an error, and what somebody noted, beside the cell under the mouse. */
export class HoverCard {
  readonly element = document.createElement('div');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cell = '';

  constructor(private readonly desk: Desk) {
    this.element.className = 'hover-card';
    // Assistive technology reads the same as the description of the cell.
    this.element.setAttribute('aria-hidden', 'true');
    this.element.hidden = true;
    const { stage } = desk.grid;
    desk.grid.frame.append(this.element);
    stage.addEventListener('pointermove', (event) => this.#move(event));
    stage.addEventListener('pointerleave', () => this.#hide());
    stage.addEventListener('pointerdown', () => this.#hide());
    stage.addEventListener('wheel', () => this.#hide(), { passive: true });
  }

  #move(event: PointerEvent): void {
    const { grid, session } = this.desk;
    const { left, top } = grid.stage.getBoundingClientRect();
    const { rows, columns } = grid.layout;
    if (event.buttons || event.clientX - left < columns.head || event.clientY - top < rows.head) {
      this.#hide();
      return;
    }
    const { row, column } = grid.cellAt(event);
    const merge = mergeAt(session.lines, { row, column });
    const key = `${session.sheet.id}:${merge.top}:${merge.left}`;
    if (key === this.#cell) return;
    this.#hide();
    this.#cell = key;
    const cell = session.cells.get(session.sheet.id, merge.top, merge.left);
    const width = grid.place(merge).width;
    if (cell) this.#timer = setTimeout(() => this.#show(cell, width, merge), REST);
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.#cell = '';
    this.element.hidden = true;
  }

  #show(cell: SeenCell, width: number, merge: ReturnType<typeof mergeAt>): void {
    const { words } = this.desk.session;
    const parts: (readonly [string, string])[] = [];
    if (cell.kind === 'error') parts.push([words.error, cell.message ?? cell.text ?? '']);
    if (cell.invalid) parts.push([words.error, words.invalid]);
    if (cell.note) parts.push([words.note, cell.note]);
    if (cell.kind === 'number' && textWidth(cell) > width + 4) parts.push(['', cell.text ?? '']);
    if (parts.length === 0) return;
    this.element.replaceChildren(
      ...parts.flatMap(([title, text]) => {
        const body = document.createElement('p');
        body.textContent = text.slice(0, 2000);
        if (!title) return [body];
        const head = document.createElement('strong');
        head.textContent = title;
        return [head, body];
      }),
    );
    this.element.classList.toggle('error', cell.kind === 'error' || cell.invalid === true);
    this.element.hidden = false;
    const { grid } = this.desk;
    const place = grid.place(merge);
    const { clientWidth, clientHeight } = grid.stage;
    const right = place.left + place.width + 4;
    const fits = right + this.element.offsetWidth <= clientWidth;
    this.element.style.left = `${fits ? right : Math.max(0, place.left - this.element.offsetWidth - 4)}px`;
    this.element.style.top = `${Math.max(0, Math.min(place.top, clientHeight - this.element.offsetHeight - 4))}px`;
  }
}
