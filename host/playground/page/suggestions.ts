import type { FunctionHelp } from '../protocol';
import { completions, signature } from './completion';
import { callAt, replaced, wordAt } from './formula-text';
import type { Words } from './text-en';

/** What help on functions needs to know. */
export interface Dictionary {
  readonly functions: readonly FunctionHelp[];
  readonly words: Words;
  /** What stands between arguments in this spreadsheet. */
  readonly separator: ',' | ';';
}

/** Functions that complete what is being typed, or help on the call around the caret, in a card under the field. */
export class Suggestions {
  readonly element = document.createElement('div');
  #list: readonly FunctionHelp[] = [];
  #chosen = 0;
  #dismissed = '';

  constructor(
    private readonly dictionary: () => Dictionary,
    private readonly accept: (text: string, caret: number) => void,
  ) {
    this.element.className = 'suggestions';
    this.element.id = 'suggestions';
    this.element.hidden = true;
    // The field keeps the keyboard.
    this.element.addEventListener('pointerdown', (event) => event.preventDefault());
  }

  /** True if there is a list to choose from. */
  get choosing(): boolean {
    return !this.element.hidden && this.#list.length > 0;
  }

  /** Offers what fits to the caret's place in a text, under a field. */
  offer(area: HTMLTextAreaElement, text: string, caret: number): void {
    const word = wordAt(text, caret);
    const { functions } = this.dictionary();
    this.#list = word && `${word.start}` !== this.#dismissed ? completions(functions, word.text) : [];
    if (!word) this.#dismissed = '';
    this.#chosen = 0;
    const call = this.#list.length > 0 ? undefined : callAt(text, caret);
    const called = functions.find(({ name }) => name === call?.name.toUpperCase());
    if (this.#list.length > 0) this.#drawList(area, text, caret);
    else if (called && call) this.#drawCall(called, call.argument);
    else {
      this.hide(area);
      return;
    }
    this.element.hidden = false;
    this.#place(area);
  }

  /** Takes the card away. */
  hide(area: HTMLTextAreaElement): void {
    this.#list = [];
    this.element.hidden = true;
    area.removeAttribute('aria-activedescendant');
  }

  /** Deals with a key; false if the field has to. */
  key(event: KeyboardEvent, area: HTMLTextAreaElement, text: string, caret: number): boolean {
    if (!this.choosing || event.ctrlKey || event.metaKey || event.altKey) return false;
    const { length } = this.#list;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.#chosen = (this.#chosen + (event.key === 'ArrowDown' ? 1 : length - 1)) % length;
      this.#drawList(area, text, caret);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) this.#take(text, caret);
    else if (event.key === 'Escape') {
      this.#dismissed = `${wordAt(text, caret)?.start}`;
      this.hide(area);
    } else return false;
    return true;
  }

  #take(text: string, caret: number, chosen = this.#list[this.#chosen]): void {
    const word = wordAt(text, caret);
    if (!word || !chosen) return;
    const bracket = text[caret] === '(' ? '' : '(';
    const { text: changed, caret: after } = replaced(text, { start: word.start, end: caret }, chosen.name + bracket);
    this.accept(changed, bracket ? after : after + 1);
  }

  #drawList(area: HTMLTextAreaElement, text: string, caret: number): void {
    const list = document.createElement('ul');
    list.setAttribute('role', 'listbox');
    list.id = 'suggested';
    list.ariaLabel = this.dictionary().words.functions;
    area.setAttribute('aria-controls', list.id);
    for (const [index, help] of this.#list.entries()) {
      const item = document.createElement('li');
      item.setAttribute('role', 'option');
      item.id = `suggested-${index}`;
      item.ariaSelected = String(index === this.#chosen);
      item.append(line('b', help.name));
      if (index === this.#chosen) item.append(line('small', help.summary));
      item.onclick = () => this.#take(text, caret, help);
      list.append(item);
    }
    this.element.replaceChildren(list);
    area.setAttribute('aria-activedescendant', `suggested-${this.#chosen}`);
    list.children[this.#chosen]?.scrollIntoView({ block: 'nearest' });
  }

  #drawCall(help: FunctionHelp, argument: number): void {
    const { words, separator } = this.dictionary();
    const head = document.createElement('p');
    head.className = 'call';
    for (const { text, parameter } of signature(help, separator)) {
      head.append(line(parameter === argument ? 'b' : 'span', text));
    }
    const parts: HTMLElement[] = [head];
    const parameter = help.parameters[argument];
    if (parameter) parts.push(line('p', `${parameter.name}: ${parameter.text}`));
    parts.push(line('p', help.summary, 'quiet'));
    if (help.examples[0]) parts.push(line('p', `${words.example}: ${help.examples[0]}`, 'quiet'));
    this.element.replaceChildren(...parts);
  }

  #place(area: HTMLTextAreaElement): void {
    const { left, bottom, top } = (area.parentElement ?? area).getBoundingClientRect();
    const { width, height } = this.element.getBoundingClientRect();
    const under = bottom + 4 + height <= innerHeight;
    this.element.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    this.element.style.top = `${under ? bottom + 4 : Math.max(8, top - height - 4)}px`;
  }
}

function line(tag: string, text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = className;
  return element;
}
