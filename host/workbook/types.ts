/** The shapes that the parts of the host agree on. Rows and columns are counted from 0 in here; A1 and Google count from 1. */

/** An error as it stands in a cell. `message` is what Google shows on hover. */
export interface CellError {
  readonly error: '#N/A' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#NULL!' | '#ERROR!';
  readonly message?: string;
}

/** The value of one cell. Dates, times and percentages are numbers (Sheets' serials) with a number format; blank is null. */
export type Scalar = number | string | boolean | CellError | null;

/** What somebody put into a cell: a constant, or the text of a formula (starts with "=", English names, `;` or `,`). */
export type Content = { readonly value: Scalar } | { readonly formula: string };

/** A block of cells of one sheet; `bottom` and `right` are the last row and column that belong to it, Infinity when open (`A2:A`). */
export interface Area {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One cell of one sheet. */
export interface CellAddress {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** What the calculation needs to know of a workbook. Sheets are known by a numeric id that never changes. */
export interface CellSource {
  sheetId(name: string): number | undefined;
  sheetName(id: number): string | undefined;
  /** Content as entered; undefined for a cell that nobody filled (a spill may still cover it). */
  content(sheet: number, row: number, column: number): Content | undefined;
  /** Rows and columns up to the last cell that holds content. */
  extent(sheet: number): { rows: number; columns: number };
  /** Rows and columns that the sheet has. */
  size(sheet: number): { rows: number; columns: number };
  /** Every cell that holds a formula. */
  formulas(sheet: number): Iterable<{ row: number; column: number; formula: string }>;
  /** Number format of a cell, for TEXT-like coercion and for dates handed to custom functions. */
  numberFormat(sheet: number, row: number, column: number): string;
  readonly locale: string;
  readonly timeZone: string;
}

/**
 * Runs a custom function: arguments as Google hands them over (a cell its value, a range rows of values, blanks "", date
 * cells Date). Returns a scalar or rows of scalars; an exception becomes #ERROR! with its message. Undefined: no such function.
 */
export type CustomFunctions = (name: string) => ((...args: unknown[]) => unknown) | undefined;

/** The calculation over a workbook: lazy, memoised, told of every change. */
export interface Calculation {
  /** The computed value of a cell, spills included. */
  value(sheet: number, row: number, column: number): Scalar;
  /** Rows and columns up to the last cell that shows something, spills included. */
  shown(sheet: number): { rows: number; columns: number };
  /** Where the value of a cell spills from, if it does not stand there itself. */
  spillAnchor(sheet: number, row: number, column: number): { row: number; column: number } | undefined;
  /** What a formula would give in a cell, if it were copied there from so many rows above and columns to the left. */
  evaluate(formula: string, at: CellAddress, copied: { rows: number; columns: number }): Scalar;
  /** Cells in this block got new content (or new number formats). */
  changed(area: Area): void;
  /** Anything may have changed: sheets added, removed, renamed, rows or columns inserted. */
  restructured(): void;
}

/** Rows or columns. */
export type Axis = 'rows' | 'columns';

/** A line along one side of a cell; `style` is a name of SpreadsheetApp.BorderStyle, `color` is #rrggbb. */
export interface Border {
  readonly style: 'DOTTED' | 'DASHED' | 'SOLID' | 'SOLID_MEDIUM' | 'SOLID_THICK' | 'DOUBLE';
  readonly color: string;
}

/** How a cell looks; what is left out is the default (Arial 10, black on white, bottom, text left and numbers right). */
export interface CellStyle {
  readonly background?: string;
  readonly color?: string;
  readonly family?: string;
  /** In points. */
  readonly size?: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly line?: 'underline' | 'line-through';
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: 'WRAP' | 'OVERFLOW' | 'CLIP';
  /** Degrees, −90 to 90. */
  readonly rotation?: number;
  readonly top?: Border;
  readonly left?: Border;
  readonly bottom?: Border;
  readonly right?: Border;
}

/** An argument of a condition: a constant (dates are serials), a formula (a string that starts with "="), or a block of cells. */
export type ConditionValue = number | string | boolean | Area;

/** One end of a colour scale; `value` is a number or a formula as text, none for the lowest and the highest value. */
export interface GradientPoint {
  readonly color: string;
  readonly type: 'MIN' | 'MAX' | 'NUMBER' | 'PERCENT' | 'PERCENTILE';
  readonly value?: string;
}

/** What a conditional format changes in a cell that meets its condition. */
export interface ConditionalStyle {
  readonly background?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
}

/** A rule of conditional formatting; `criteria` is a name of SpreadsheetApp.BooleanCriteria. Formulas are relative to the first cell of the first range. */
export interface ConditionalRule {
  readonly ranges: readonly Area[];
  readonly condition?: { readonly criteria: string; readonly values: readonly ConditionValue[] };
  readonly style?: ConditionalStyle;
  readonly gradient?: { readonly min: GradientPoint; readonly mid?: GradientPoint; readonly max: GradientPoint };
}

/** What may be entered in a cell; `criteria` is a name of SpreadsheetApp.DataValidationCriteria. */
export interface Validation {
  readonly criteria: string;
  readonly values: readonly ConditionValue[];
  readonly dropdown: boolean;
  readonly allowInvalid: boolean;
  readonly help?: string;
}

/** A chart over the grid; `type` is a name of Charts.ChartType, `options` those of the chart builders (title, colors, isStacked, …). */
export interface Chart {
  readonly id: number;
  readonly type: string;
  readonly ranges: readonly Area[];
  /** Cell of the upper left corner and distance from it in pixels. */
  readonly anchor: { readonly row: number; readonly column: number; readonly x: number; readonly y: number };
  readonly headers: number;
  readonly transposed: boolean;
  readonly mergeStrategy: string;
  readonly hiddenStrategy: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Where developer metadata hangs. */
export type MetadataLocation =
  | { readonly kind: 'spreadsheet' }
  | { readonly kind: 'sheet'; readonly sheet: number }
  | { readonly kind: Axis; readonly sheet: number; readonly index: number };

/** A piece of developer metadata. */
export interface Metadata {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  readonly location: MetadataLocation;
}

/** A protected sheet or block of cells. */
export interface Protection {
  readonly id: number;
  /** The whole sheet when left out. */
  readonly area?: Area;
  readonly description: string;
  readonly warningOnly: boolean;
}

/** A group of rows or columns (first to last, depth 1 is the outermost). */
export interface Group {
  readonly first: number;
  readonly last: number;
  readonly depth: number;
  readonly collapsed: boolean;
}
