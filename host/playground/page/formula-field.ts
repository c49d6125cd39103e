import { referencesOf } from './formula-text';

/** Texts longer than this are neither coloured nor made room for: laying them out twice would make typing slow. */
export const LONG = 4000;

/** A text area that colours the references of a formula: the text that is seen stands in an element behind it. */
export class FormulaField {
  readonly element = document.createElement('div');
  readonly area = document.createElement('textarea');
  readonly #mirror = document.createElement('div');
  #coloured: string | undefined;

  constructor(className: string) {
    this.element.className = `field ${className}`;
    this.#mirror.className = 'mirror';
    this.#mirror.setAttribute('aria-hidden', 'true');
    this.area.rows = 1;
    this.area.spellcheck = false;
    this.area.autocomplete = 'off';
    this.area.setAttribute('autocapitalize', 'off');
    this.element.append(this.#mirror, this.area);
  }

  get text(): string {
    return this.area.value;
  }

  get caret(): number {
    return this.area.selectionStart;
  }

  /** Shows a text, and puts the caret there if a place is given. */
  show(text: string, caret?: number): void {
    if (this.area.value !== text) this.area.value = text;
    if (caret !== undefined) this.area.setSelectionRange(caret, caret);
    this.colour();
  }

  /** Colours what stands in the area now. */
  colour(): void {
    const { value } = this.area;
    if (value === this.#coloured) return;
    this.#coloured = value;
    const long = value.length > LONG;
    this.element.classList.toggle('long', long);
    if (long) {
      this.#mirror.replaceChildren();
      return;
    }
    const parts: Node[] = [];
    let at = 0;
    for (const { start, end, color } of referencesOf(value)) {
      const span = document.createElement('span');
      span.style.color = `var(--reference-${color % 6})`;
      span.textContent = value.slice(start, end);
      parts.push(document.createTextNode(value.slice(at, start)), span);
      at = end;
    }
    // A last empty line has no height of its own.
    this.#mirror.replaceChildren(...parts, document.createTextNode(`${value.slice(at)}\u200b`));
  }
}
