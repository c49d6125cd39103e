import { type Block, columnLetters } from '../../workbook/address';
import type { Lines as SheetLines } from '../protocol';
import { sizeOf } from './axis';
import { placeOf, type Span, seenLines } from './layout';
import { place } from './pane';
import { fill } from './text';
import type { Words } from './text-en';

/** Pixels that one level of groups takes beside the headers. */
export const GUTTER = 18;

/** A block that is selected, and whether it takes whole rows or columns. */
export interface Selected {
  readonly block: Block;
  readonly whole: { readonly rows: boolean; readonly columns: boolean };
}

/** Letters above or numbers beside the cells, and the buttons of groups. */
export class Headers {
  readonly element = document.createElement('div');
  readonly #fixed = document.createElement('div');
  readonly #moving = document.createElement('div');
  readonly #groups = document.createElement('div');

  constructor(
    private readonly way: 'rows' | 'columns',
    private readonly toggle: (way: 'rows' | 'columns', first: number, depth: number, open: boolean) => void,
  ) {
    this.element.className = `headers ${way}`;
    for (const part of [this.#moving, this.#fixed, this.#groups]) {
      part.className = 'strip';
      this.element.append(part);
    }
    // Row numbers are known to assistive technology by aria-rowindex.
    if (way === 'rows') this.element.setAttribute('aria-hidden', 'true');
    else this.element.setAttribute('role', 'rowgroup');
    this.#groups.className = 'strip groups';
    // The menu of the cells expands and collapses as well.
    this.#groups.setAttribute('aria-hidden', 'true');
  }

  /** Draws the headers of the lines that are seen. `thick` is the size of the headers across, without the groups. */
  draw(span: Span, lines: SheetLines, selected: readonly Selected[], thick: number, words: Words): void {
    const { first, last } = seenLines(span, 1);
    const frozen = Array.from({ length: span.frozen }, (_, index) => index);
    const seen = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const draw = (line: number) => this.#header(span, line, selected, thick);
    redraw(this.#fixed, frozen.flatMap(draw));
    redraw(this.#moving, seen.flatMap(draw));
    for (const strip of [this.#fixed, this.#moving]) {
      if (this.way === 'columns' && strip.childElementCount > 0) strip.setAttribute('role', 'row');
      else strip.removeAttribute('role');
    }
    const edge = span.head + span.frozenSize;
    this.#moving.style.clipPath = this.way === 'rows' ? `inset(${edge}px 0 0 0)` : `inset(0 0 0 ${edge}px)`;
    redraw(
      this.#groups,
      lines.groups.flatMap((group) => this.#group(span, lines, group, words)),
    );
  }

  #header(span: Span, line: number, selected: readonly Selected[], thick: number): HTMLElement[] {
    const size = sizeOf(span.axis, line);
    if (size === 0) return [];
    const rows = this.way === 'rows';
    const element = document.createElement('div');
    element.className = 'header';
    element.textContent = rows ? String(line + 1) : columnLetters(line);
    if (!rows) {
      element.setAttribute('role', 'columnheader');
      element.ariaColIndex = String(line + 1);
    }
    const touched = selected.filter(({ block }) =>
      rows ? block.top <= line && line <= block.bottom : block.left <= line && line <= block.right,
    );
    if (touched.length > 0) element.classList.add('touched');
    if (touched.some(({ whole }) => whole[this.way])) element.classList.add('whole');
    if (line + 1 < span.axis.count && sizeOf(span.axis, line + 1) === 0) element.classList.add('hiding');
    const before = placeOf(span, line);
    if (rows) place(element, 0, before, thick, size);
    else place(element, before, 0, size, thick);
    return [element];
  }

  #group(span: Span, lines: SheetLines, group: SheetLines['groups'][number], words: Words): HTMLElement[] {
    const { first, last, depth, collapsed } = group;
    const at = lines.buttonBefore ? first - 1 : last + 1;
    const across = (depth - 1) * GUTTER;
    const elements: HTMLElement[] = [];
    const rows = this.way === 'rows';
    const [start, end] = [placeOf(span, first), placeOf(span, last + 1)];
    const edge = span.head + (first < span.frozen ? 0 : span.frozenSize);
    if (!collapsed && end > edge) {
      const line = document.createElement('div');
      line.className = 'bracket';
      const from = Math.max(edge, start);
      if (rows) place(line, across + GUTTER / 2, from, 1, end - from);
      else place(line, from, across + GUTTER / 2, end - from, 1);
      elements.push(line);
    }
    const line = Math.max(0, Math.min(span.axis.count - 1, at));
    const middle = placeOf(span, line) + sizeOf(span.axis, line) / 2;
    if (line >= span.frozen && middle < span.head + span.frozenSize) return elements;
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    button.textContent = collapsed ? '+' : '−';
    const names = rows
      ? { open: words.expandRows, shut: words.collapseRows, range: `${first + 1}–${last + 1}` }
      : {
          open: words.expandColumns,
          shut: words.collapseColumns,
          range: `${columnLetters(first)}–${columnLetters(last)}`,
        };
    button.ariaLabel = fill(collapsed ? names.open : names.shut, names);
    button.onclick = () => this.toggle(this.way, first, depth, collapsed);
    if (rows) place(button, across + 2, middle - 7, 14, 14);
    else place(button, middle - 7, across + 2, 14, 14);
    return [...elements, button];
  }
}

/** Shows elements; one that would look the same stays, so that a press on it is not lost when the sheet is drawn again. */
function redraw(parent: HTMLElement, elements: readonly HTMLElement[]): void {
  for (const [index, element] of elements.entries()) {
    const before = parent.children[index];
    if (!before) parent.append(element);
    else if (!before.isEqualNode(element)) before.replaceWith(element);
  }
  while (parent.childElementCount > elements.length) parent.lastElementChild?.remove();
}
