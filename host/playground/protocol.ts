import type { Block } from '../workbook/address';
import type { Axis, Border, CellStyle, Group } from '../workbook/types';

/*
 * What page and server of the playground say to each other. Types and names only: the browser's bundle takes them as well.
 * Every request is `POST /api/<verb>` with JSON (upload: the bytes of the file; what is asked stands in the query string as
 * `?ask=<JSON>`) and the visitor's token in a header; `hello` without one makes a new visitor. The answer is JSON:
 * the verb's answer with status 200, or a Refusal with another status. `download` answers with the bytes of a file.
 * Rows, columns and positions count from 0; sheets are known by an id that outlives their name.
 */

/** The header that carries a visitor's token. */
export const TOKEN_HEADER = 'x-leakproof-visitor';

/** What is answered instead: a sentence for the visitor. Status 410: the visitor's workbook was dropped, say hello anew. */
export interface Refusal {
  readonly error: string;
}

/** The languages of the playground's user. */
export type Language = 'en' | 'pl' | 'ru';

/** What may be asked, and what is answered. */
export interface Verbs {
  /** The first question of a page; with a token, the workbook as it was left. */
  hello: { ask: { readonly language?: Language }; answer: Hello };
  /** The book as it stands, without changing it. */
  book: { ask: Record<string, never>; answer: Change };
  /** What a part of a sheet shows; what lies outside the sheet is left out. At most 10,000 cells a question. */
  cells: { ask: Block & { readonly sheet: number }; answer: Cells };
  /** What the formula bar shows of a cell. */
  cell: { ask: CellPlace; answer: CellDetails };
  /** All charts of a sheet, drawn. */
  charts: { ask: { readonly sheet: number }; answer: { readonly charts: readonly DrawnChart[] } };
  /** Puts rows of texts into cells from one on, as a user of the spreadsheet's locale would type them; the sheet grows if need be. */
  enter: { ask: CellPlace & { readonly rows: readonly (readonly string[])[] }; answer: Change };
  /** Empties the contents of blocks. */
  clear: { ask: { readonly sheet: number; readonly blocks: readonly Block[] }; answer: Change };
  /**
   * Copies or moves a block. What is copied fills a target that is a multiple of its size, and is put whole at the upper
   * left corner of any other; relative references go along. `values` copies what the cells show, without formulas and looks.
   */
  paste: {
    ask: {
      readonly from: Block & { readonly sheet: number };
      readonly to: Block & { readonly sheet: number };
      readonly how: 'copy' | 'cut' | 'values';
    };
    answer: Change;
  };
  /** Changes looks of blocks: what is left out stays, null sets back to the default. */
  format: { ask: { readonly sheet: number; readonly blocks: readonly Block[]; readonly change: Look }; answer: Change };
  /** Something with rows or columns. */
  lines: { ask: LinesAsk; answer: Change };
  /** Something with whole sheets. */
  tab: { ask: TabAsk; answer: Change };
  /** Says what the user has selected: the last block is the script's active range. No step of undo. */
  select: { ask: { readonly sheet: number; readonly blocks: readonly Block[] }; answer: Record<string, never> };
  undo: { ask: Record<string, never>; answer: Change };
  redo: { ask: Record<string, never>; answer: Change };
  /** Chooses an item of the add-on's menu by its label. */
  menu: { ask: { readonly label: string }; answer: Change };
  /** google.script.run of the sidebar: calls a function of the script. */
  run: { ask: ScriptCall; answer: Change & { readonly outcome: Outcome } };
  /** Closes the sidebar. */
  close: { ask: Record<string, never>; answer: Change };
  /** Changes the user's language, or the locale ("pl_PL") and time zone ("Europe/Warsaw") of the spreadsheet. */
  settings: {
    ask: { readonly language?: Language; readonly locale?: string; readonly timeZone?: string };
    answer: Change;
  };
  /** Opens a .csv, .tsv, .txt or .xlsx file: instead of the workbook, or as tabs beside the others. */
  upload: {
    ask: { readonly name: string; readonly how: 'replace' | 'add' };
    /** Sentences on how the file was read and what of it could not be taken over. */
    answer: Change & { readonly notes: readonly string[] };
  };
  /** The workbook as .xlsx: bytes with a Content-Disposition, no JSON. */
  download: { ask: Record<string, never>; answer: never };
  /** The sample company again. */
  reset: { ask: Record<string, never>; answer: Change };
}

/** A question by its name. */
export type Verb = keyof Verbs;

/** What a page learns first. */
export interface Hello extends Change {
  readonly token: string;
  /** What can be typed into cells beside Google's own functions. */
  readonly functions: readonly FunctionHelp[];
}

/** The answer to whatever may have changed something: the whole book, and what the script said meanwhile. */
export interface Change {
  readonly book: Book;
  /** Toasts, alerts and lines of the log since the last answer. */
  readonly toasts: readonly string[];
  readonly alerts: readonly string[];
  readonly log: readonly string[];
}

/** Everything of a workbook but its cells. */
export interface Book {
  /** Grows whenever anything that cells or charts show may have changed. */
  readonly revision: number;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly language: Language;
  /** Whether arguments are separated by ";" alone because the decimal mark is a comma. */
  readonly decimalComma: boolean;
  readonly sheets: readonly SheetSummary[];
  readonly activeSheet: number;
  readonly menus: readonly MenuSummary[];
  /** The sidebar that is open: its address is a new one whenever the script shows it. */
  readonly sidebar: { readonly title: string; readonly address: string } | null;
  /** What undo would take back and redo would do again, as it was asked for; null where there is nothing. */
  readonly undo: Verb | null;
  readonly redo: Verb | null;
}

/** Everything of a sheet but its cells. */
export interface SheetSummary {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly tabColor: string | null;
  readonly gridLines: boolean;
  /** Blocks that are selected; the last one is the active range. */
  readonly selection: readonly Block[];
  readonly rows: Lines;
  readonly columns: Lines;
  /** Rows and columns up to the last cell that shows something. */
  readonly shown: { readonly rows: number; readonly columns: number };
  readonly merges: readonly Block[];
  /** How many charts lie on the sheet. */
  readonly charts: number;
}

/** The rows or the columns of a sheet. */
export interface Lines {
  readonly count: number;
  readonly frozen: number;
  /** Pixels of a line that is in no run. */
  readonly size: number;
  /** Lines that differ from that, in order and without overlap. */
  readonly runs: readonly LineRun[];
  /** Groups, outer ones before the ones inside. */
  readonly groups: readonly Group[];
  /** Whether the button of a group stands before its lines instead of after them. */
  readonly buttonBefore: boolean;
}

/** Neighbouring lines of one size; hidden by hand or by a collapsed group. */
export interface LineRun {
  readonly first: number;
  readonly count: number;
  readonly size: number;
  readonly hidden: boolean;
}

/** A menu in the menu bar; the add-on's own one has the add-on's name. */
export interface MenuSummary {
  readonly label: string;
  readonly items: readonly MenuEntry[];
}

/** An entry of a menu: an item, a line, or a menu inside. */
export type MenuEntry =
  | { readonly label: string }
  | { readonly separator: true }
  | { readonly label: string; readonly items: readonly MenuEntry[] };

/** One cell of one sheet. */
export interface CellPlace {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** What a part of a sheet shows. */
export interface Cells {
  readonly revision: number;
  /** Cells that show, or look like, something, row by row; all others are blank and plain. */
  readonly cells: readonly ShownCell[];
  /** Looks that cells refer to by position; conditional formats are worked in. */
  readonly styles: readonly ShownStyle[];
}

/** What kind of value a cell shows. */
export type Kind = 'number' | 'text' | 'boolean' | 'error';

/** One cell as it is seen. */
export interface ShownCell {
  readonly row: number;
  readonly column: number;
  /** As formatted; absent in a blank cell, as is the kind. */
  readonly text?: string;
  readonly kind?: Kind;
  /** Position in the list of styles; absent for a plain cell. */
  readonly style?: number;
  /** Present (true) if the cell itself holds a formula; a value that spills into it has none. */
  readonly formula?: true;
  /** Why there is an error. */
  readonly message?: string;
  readonly note?: string;
  /** Present if the cell has a validation rule: a drop-down list, a check box, or any other one. */
  readonly input?: 'list' | 'checkbox' | 'rule';
  /** Present (true) if the value breaks its validation rule. */
  readonly invalid?: true;
}

/** A look; what is left out is the default (Arial 10 black, bottom, text left, numbers right, booleans and errors centred). */
export interface ShownStyle extends Omit<CellStyle, 'line' | 'bold' | 'italic'> {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
}

/** A line along one side of a cell. */
export type { Border };

/** What the formula bar shows of a cell. */
export interface CellDetails {
  readonly revision: number;
  /** The text to edit: typed again, it gives the same content. */
  readonly edit: string;
  readonly formula: boolean;
  readonly text: string;
  readonly kind: Kind | null;
  readonly message: string | null;
  readonly note: string | null;
  readonly numberFormat: string;
  /** The cell with the formula whose result spills into this one. */
  readonly spilledFrom: { readonly row: number; readonly column: number } | null;
  /** What the drop-down list offers, as it would be typed; null where there is none. */
  readonly choices: readonly string[] | null;
  /** What is said of the validation rule, and whether it refuses everything else. */
  readonly rule: { readonly help: string | null; readonly strict: boolean } | null;
}

/** Looks to change: what is left out stays, null sets back to the default. */
export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly color?: string | null;
  readonly background?: string | null;
  readonly horizontal?: 'left' | 'center' | 'right' | null;
  readonly wrap?: 'WRAP' | 'OVERFLOW' | 'CLIP' | null;
  /** Such as "0.00%", "yyyy-mm-dd", "#,##0.00". */
  readonly numberFormat?: string | null;
}

/** Something with rows or columns: opened before `at`, taken out, moved before `to`, sized (null fits them to their content), … */
export type LinesAsk = { readonly sheet: number; readonly axis: Axis } & (
  | { readonly kind: 'insert' | 'delete' | 'hide' | 'show'; readonly at: number; readonly count: number }
  | { readonly kind: 'move'; readonly at: number; readonly count: number; readonly to: number }
  | { readonly kind: 'resize'; readonly at: number; readonly count: number; readonly pixels: number | null }
  | { readonly kind: 'freeze'; readonly count: number }
  | { readonly kind: 'collapse' | 'expand'; readonly first: number; readonly depth: number }
);

/** Something with whole sheets; a new one gets the next free name. */
export type TabAsk =
  | { readonly kind: 'add' }
  | { readonly kind: 'rename'; readonly sheet: number; readonly name: string }
  | { readonly kind: 'delete' | 'duplicate' | 'hide' | 'show'; readonly sheet: number }
  | { readonly kind: 'move'; readonly sheet: number; readonly to: number };

/** A chart as SVG, and where it lies: upper left corner from that of a cell, in pixels. */
export interface DrawnChart {
  readonly id: number;
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** A picture for `<img>`: texts are escaped, nothing in it runs or loads. */
  readonly svg: string;
}

/** Help on a function, from its JSDoc. */
export interface FunctionHelp {
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly string[];
  readonly parameters: readonly {
    readonly name: string;
    readonly type: string;
    readonly text: string;
    readonly optional: boolean;
  }[];
}

/** A call of a function of the script. */
export interface ScriptCall {
  readonly name: string;
  readonly parameters: readonly unknown[];
}

/** How a call of the script ended: with a value, or with the message that its failure handler gets. */
export type Outcome = { readonly value: unknown } | { readonly failure: string };

/** What the sidebar's frame posts to the page (`window.parent`). The page answers a call with a Reply of the same id. */
export type FrameMessage =
  | ({ readonly leakproof: 'run'; readonly id: number } & ScriptCall)
  /** google.script.host.close() and google.script.host.editor.focus(). */
  | { readonly leakproof: 'close' | 'focus' }
  /** F6 was pressed: the keyboard goes to the next part of the page, or back. */
  | { readonly leakproof: 'leave'; readonly back: boolean };

/** What the page posts back to the frame: the outcome of a call. */
export interface Reply {
  readonly leakproof: 'reply';
  readonly id: number;
  readonly outcome: Outcome;
}
