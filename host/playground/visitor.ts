import { randomBytes } from 'node:crypto';
import { createHost, type Host, type HostOptions } from '../host';
import { createPainter, type Painter } from '../workbook/conditional';
import { createHistory, type History } from '../workbook/history';
import type { Sheet } from '../workbook/sheet';
import type { Workbook } from '../workbook/workbook';
import { bookOf, menusOf } from './book';
import { functionHelp } from './functions';
import { LIMITS } from './limits';
import type { Book, Change, FunctionHelp, Language, Outcome, ScriptCall, Verb } from './protocol';
import { Refusal } from './refusal';

/** A name that nobody guesses. */
export const secret = (): string => randomBytes(24).toString('base64url');

/** Where the built add-on is, and the clock that it reads. */
export type AddOn = Pick<HostOptions, 'dist' | 'now'>;

/** A workbook that is open, with the add-on in it and what was done to it. */
interface Opened {
  readonly workbook: Workbook;
  readonly host: Host;
  readonly history: History<Verb>;
}

/** One visitor: the workbook, the add-on at work on it, and the page's view of both. */
export class Visitor {
  readonly token = secret();
  /** Questions that wait for their answer. */
  open = 0;
  #language: Language;
  #opened: Opened;
  /** Revisions of the workbooks that were open before. */
  #past = 0;
  #frame: { readonly page: object; readonly key: string } | undefined;
  #painters = { revision: 0, bySheet: new Map<number, Painter>() };
  #said = { toasts: 0, alerts: 0, log: 0 };

  constructor(
    private readonly addOn: AddOn,
    workbook: Workbook,
    language: Language,
  ) {
    this.#language = language;
    this.#opened = this.#load(workbook);
  }

  get workbook(): Workbook {
    return this.#opened.workbook;
  }

  get host(): Host {
    return this.#opened.host;
  }

  get history(): History<Verb> {
    return this.#opened.history;
  }

  get revision(): number {
    return this.#past + this.history.revision;
  }

  get language(): Language {
    return this.#language;
  }

  /** Functions that can be typed into cells. */
  get functions(): FunctionHelp[] {
    return this.host.customFunctions.map(functionHelp);
  }

  /** Does something that can be taken back by "undo". */
  change(verb: Verb, action: () => void): void {
    this.history.attempt(verb, action);
  }

  /** Puts another workbook in the place of the one that is open; nothing of that one is kept. */
  replace(workbook: Workbook): void {
    this.#past = this.revision;
    this.#said = { toasts: 0, alerts: 0, log: 0 };
    this.#opened = this.#load(workbook);
  }

  /** Speaks to the user in another language from now on: menus are made anew, and so is the sidebar, if it is open. */
  speak(language: Language): void {
    this.#language = language;
    const { platform } = this.host;
    platform.userLocale = language;
    this.host.open();
    if (platform.sidebar) platform.sidebar = { ...platform.sidebar };
  }

  /** Calls a function of the script as its sidebar does; what it changed before it failed stays changed. */
  run({ name, parameters }: ScriptCall): Outcome {
    try {
      return { value: this.history.attempt('run', () => this.host.run(name, ...parameters), true) };
    } catch (fault) {
      return { failure: messageOf(fault) };
    }
  }

  /** Chooses an item of a menu; throws Refusal with the script's message. */
  choose(label: string): void {
    try {
      this.history.attempt('menu', () => this.host.menu.choose(label), true);
    } catch (fault) {
      throw new Refusal(422, messageOf(fault));
    }
  }

  close(): void {
    this.host.platform.sidebar = undefined;
  }

  /** The name under which the sidebar's page is fetched; another one whenever the script shows it. */
  get frameKey(): string | undefined {
    const { sidebar } = this.host;
    if (!sidebar) this.#frame = undefined;
    else if (this.#frame?.page !== sidebar) this.#frame = { page: sidebar, key: secret() };
    return this.#frame?.key;
  }

  /** Conditional formats of a sheet, worked out once for every state of the workbook. */
  painter(sheet: Sheet): Painter {
    if (this.#painters.revision !== this.revision) this.#painters = { revision: this.revision, bySheet: new Map() };
    const { bySheet } = this.#painters;
    const painter = bySheet.get(sheet.id) ?? createPainter(this.workbook, sheet);
    bySheet.set(sheet.id, painter);
    return painter;
  }

  /** The book as it stands, and what was said since this was asked last. */
  report(): Change {
    const { toasts, alerts, log } = this.host.platform;
    const before = this.#said;
    this.#said = { toasts: toasts.length, alerts: alerts.length, log: log.length };
    return {
      book: this.#book(),
      toasts: toasts.slice(before.toasts),
      alerts: alerts.slice(before.alerts),
      log: log.slice(before.log),
    };
  }

  #book(): Book {
    const { host, history } = this;
    const key = this.frameKey;
    return {
      ...bookOf(this.workbook),
      revision: this.revision,
      language: this.#language,
      menus: menusOf(host.menu.entries, 'Leakproof'),
      sidebar: host.sidebar && key !== undefined ? { title: host.sidebar.title, address: `/sidebar/${key}` } : null,
      undo: history.undoable ?? null,
      redo: history.redoable ?? null,
    };
  }

  #load(workbook: Workbook): Opened {
    const host = createHost({ ...this.addOn, workbook, userLocale: this.#language });
    host.open();
    openSidebar(host);
    return { workbook, host, history: createHistory<Verb>(workbook, LIMITS.steps) };
  }
}

/** Trying the sidebar is what people come for: it is open from the start, by the first item of the add-on's menu. */
function openSidebar({ menu }: Host): void {
  const first = menu.entries.flatMap(({ items }) => items).find((item) => 'functionName' in item);
  if (first && 'label' in first) menu.choose(first.label);
}

/** What Google's failure handler gets of an error: its message, without its name. */
function messageOf(fault: unknown): string {
  return String((fault as Error | null)?.message ?? fault);
}
