import type { Block } from '../../workbook/address';
import type {
  Book,
  CellDetails,
  Change,
  FunctionHelp,
  Language,
  Outcome,
  ScriptCall,
  SheetSummary,
  Verb,
  Verbs,
} from '../protocol';
import { type Axis, makeAxis } from './axis';
import { CellStore } from './cell-store';
import { Charts } from './charts';
import { Notices } from './notices';
import { type Lines, type Selection, sameBlock, selectBlocks } from './selection';
import { Refused, Server } from './server';
import { wordsOf } from './text';

/** Verbs that answer with the book as it stands afterwards. */
type Changing = {
  [Name in Verb]: Verbs[Name]['answer'] extends Change ? Name : never;
}[Exclude<Verb, 'hello' | 'upload' | 'download'>];

interface SheetState {
  readonly summary: SheetSummary;
  readonly lines: Lines;
  selection: Selection;
}

/** What the page knows of the visitor's workbook, and the only way to change it. Views redraw when it says so. */
export class Session {
  readonly server = new Server((waiting) => this.#busy(waiting));
  readonly cells = new CellStore(
    (block) => this.server.ask('cells', block),
    () => this.emit(),
    (error) => this.fail(error),
  );
  readonly charts = new Charts(this);
  readonly notices = new Notices(() => this.emit());
  book!: Book;
  functions: readonly FunctionHelp[] = [];
  /** True while something takes longer than a person should wait without a sign. */
  slow = false;
  /** The cell whose content the formula bar shows, as far as it has come. */
  details: (CellDetails & { readonly sheet: number; readonly row: number; readonly column: number }) | undefined;
  #sheets = new Map<number, SheetState>();
  #shown = 0;
  #listeners = new Set<() => void>();
  #turn: Promise<unknown> = Promise.resolve();
  #changing = 0;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #tellTimer: ReturnType<typeof setTimeout> | undefined;
  #scheduled = false;
  #detailsStale = false;
  #readingDetails = false;

  /** Opens the visitor's workbook. */
  async open(language?: Language): Promise<void> {
    const hello = await this.server.hello(language);
    this.functions = hello.functions;
    this.#take(hello, true);
  }

  /** Calls back whenever something that is shown may have changed, at most once a frame. */
  listen(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Has the views draw anew. */
  emit(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      for (const listener of this.#listeners) listener();
    });
  }

  get words() {
    return wordsOf(this.book?.language);
  }

  /** The sheet that is shown. */
  get sheet(): SheetSummary {
    return this.#state(this.#shown).summary;
  }

  /** Rows, columns and merged blocks of the sheet that is shown. */
  get lines(): Lines {
    return this.#state(this.#shown).lines;
  }

  get selection(): Selection {
    return this.#state(this.#shown).selection;
  }

  /** Selects cells of the sheet that is shown. */
  select(selection: Selection): void {
    this.#state(this.#shown).selection = selection;
    this.#tellSelection();
    void this.#showDetails();
    this.emit();
  }

  /** Shows another sheet. */
  show(sheet: number): void {
    if (!this.#sheets.has(sheet)) return;
    this.#shown = sheet;
    this.#tellSelection();
    void this.#showDetails();
    this.emit();
  }

  /** Asks for a change and shows what came of it; failures are told, and answered with undefined. Changes wait for each other. */
  async change<Name extends Changing>(verb: Name, ask: Verbs[Name]['ask']): Promise<Verbs[Name]['answer'] | undefined> {
    this.#changing++;
    const changed = await this.#inTurn(async () => {
      const answer = (await this.server.ask(verb, ask)) as Verbs[Name]['answer'] & Change;
      this.#take(answer, verb === 'reset');
      return answer;
    });
    this.#changing--;
    return changed;
  }

  /** Sends a file and shows what is in it. */
  async upload(file: File, how: 'replace' | 'add'): Promise<boolean> {
    const answer = await this.#inTurn(async () => {
      const uploaded = await this.server.upload(file, how);
      this.#take(uploaded, how === 'replace');
      return uploaded;
    });
    for (const note of answer?.notes ?? []) this.notices.tell('toast', note);
    return answer !== undefined;
  }

  /** Calls a function of the script for the sidebar; what goes wrong on the way is an outcome, too. */
  async run(call: ScriptCall): Promise<Outcome> {
    let outcome: Outcome = { failure: this.words.crash };
    await this.#inTurn(
      async () => {
        const answer = await this.server.ask('run', call);
        this.#take(answer, false);
        outcome = answer.outcome;
      },
      (error) => {
        outcome = { failure: this.sentence(error) };
      },
    );
    return outcome;
  }

  /** Tells of a failure, with what can be done about it. Anything but a refusal is our fault, and crashes loudly as well. */
  fail(error: unknown): void {
    const lost = error instanceof Refused && error.kind !== 'refused';
    const again = { label: this.words.tryAgain, run: () => location.reload() };
    this.notices.tell('failure', this.sentence(error), lost ? again : undefined);
    if (!(error instanceof Refused)) reportError(error);
  }

  /** What a failure is told as. */
  sentence(error: unknown): string {
    if (!(error instanceof Refused)) return this.words.crash;
    return error.kind === 'offline' ? this.words.offline : error.message;
  }

  /** Waits until everything asked so far has been answered. */
  async settle(): Promise<void> {
    await this.#turn;
  }

  #inTurn<T>(work: () => Promise<T>, failed = (error: unknown) => this.fail(error)): Promise<T | undefined> {
    const turn = this.#turn.then(work).catch((error) => {
      this.cells.forget();
      failed(error);
      return undefined;
    });
    this.#turn = turn;
    return turn;
  }

  #take(change: Change, anew: boolean): void {
    const before = this.#sheets;
    const followed = this.book && !anew ? this.book : undefined;
    this.book = change.book;
    this.cells.revise(change.book.revision, anew);
    this.#sheets = new Map(change.book.sheets.map((summary) => [summary.id, stateOf(summary, before.get(summary.id))]));
    const { activeSheet } = change.book;
    // The script, or an undo, may have gone to another sheet; where it did not, the page stays where it is.
    const moved = followed?.activeSheet !== activeSheet;
    const shown = this.#sheets.get(this.#shown)?.summary;
    if (moved || !shown || shown.hidden) this.#shown = activeSheet;
    for (const text of change.toasts) this.notices.tell('toast', text);
    for (const text of change.alerts) this.notices.tell('alert', text);
    void this.#showDetails();
    this.emit();
  }

  #state(sheet: number): SheetState {
    const state = this.#sheets.get(sheet);
    if (!state) throw new Error(`There is no sheet ${sheet}.`);
    return state;
  }

  /** The script sees what is selected, but need not follow every step of the mouse. */
  #tellSelection(): void {
    clearTimeout(this.#tellTimer);
    this.#tellTimer = setTimeout(() => void this.tellSelection(), 150);
  }

  /** Says at once what is selected, so that a script run next sees it. */
  async tellSelection(): Promise<void> {
    clearTimeout(this.#tellTimer);
    const [sheet, { blocks }] = [this.#shown, this.selection];
    await this.#inTurn(async () => {
      if (!this.#sheets.has(sheet)) return;
      await this.server.ask('select', { sheet, blocks });
      this.book = { ...this.book, activeSheet: sheet };
      const state = this.#sheets.get(sheet);
      if (state) this.#sheets.set(sheet, { ...state, summary: { ...state.summary, selection: blocks } });
    });
  }

  /** What the active cell holds, if that is known for certain. */
  get content(): string | undefined {
    const { details, sheet, selection, book } = this;
    if (!details || this.#changing > 0 || details.revision !== book.revision) return undefined;
    const { row, column } = selection.active;
    return details.sheet === sheet.id && details.row === row && details.column === column ? details.edit : undefined;
  }

  /** What the formula bar shows of the active cell, once it is known; undefined if it cannot be read. */
  async readDetails(): Promise<Session['details']> {
    const [sheet, { row, column }] = [this.#shown, this.selection.active];
    await this.#turn;
    try {
      const answer = await this.server.ask('cell', { sheet, row, column });
      return { ...answer, sheet, row, column };
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  /** One question at a time: while the selection runs, only where it stops is of interest. */
  async #showDetails(): Promise<void> {
    this.#detailsStale = true;
    if (this.#readingDetails) return;
    this.#readingDetails = true;
    while (this.#detailsStale) {
      this.#detailsStale = false;
      this.details = await this.readDetails();
      this.emit();
    }
    this.#readingDetails = false;
  }

  #busy(waiting: number): void {
    if (waiting > 0) {
      this.#slowTimer ??= setTimeout(() => {
        this.slow = true;
        this.emit();
      }, 400);
      return;
    }
    clearTimeout(this.#slowTimer);
    this.#slowTimer = undefined;
    if (this.slow) this.emit();
    this.slow = false;
  }
}

function stateOf(summary: SheetSummary, before: SheetState | undefined): SheetState {
  const lines = { rows: axisOf(summary.rows), columns: axisOf(summary.columns), merges: summary.merges };
  const known = before?.summary.selection;
  const same =
    known?.length === summary.selection.length &&
    known.every((block, index) => sameBlock(block, summary.selection[index] as Block));
  // The page's own selection is ahead of the server's unless the script has changed the latter.
  const selection = before && same ? before.selection : selectBlocks(lines, summary.selection);
  const fits = selection.active.row < lines.rows.count && selection.active.column < lines.columns.count;
  return { summary, lines, selection: fits ? selection : selectBlocks(lines, summary.selection) };
}

function axisOf({ count, size, runs }: SheetSummary['rows']): Axis {
  return makeAxis(
    count,
    size,
    runs.map((run) => ({ first: run.first, count: run.count, size: run.hidden ? 0 : run.size })),
  );
}
