/** How a number in the report is written. The spreadsheet's own locale supplies the marks. */
export type Format =
  | 'text'
  | 'count'
  | 'plain'
  | 'share'
  | 'change'
  | 'money'
  | 'cents'
  | 'days'
  | 'date'
  | 'month'
  | 'points'
  | 'times';

/**
 * What a cell is on the page; `src/sheets/style.ts` says how that looks. The first cell of a row sets the lines across it: a "heading" and a "group" have a rule below, a "total" one above; rows of "chart" are room for one.
 */
export type Style =
  | 'title'
  | 'lead'
  | 'input'
  | 'section'
  | 'heading'
  | 'group'
  | 'label'
  | 'body'
  | 'strong'
  | 'total'
  | 'muted'
  | 'bar'
  | 'chart'
  | 'note';

/**
 * What a cell says by its colour and, never by colour alone, by its sign: a change that is good when it goes up or down, or a
 * status (a text that begins with ✓ for reached, ≈ for nearly, ✗ for missed).
 */
export type Mark = 'up_is_good' | 'down_is_good' | 'status';

/** A cell of the page: the value as computed and, where it is live, the formula (with "="). Dates are Sheets' serials. */
export interface Cell {
  readonly value: number | string | boolean | null;
  readonly formula?: string;
  readonly format: Format;
  readonly style: Style;
  /** The values that a person may choose here from a list. */
  readonly choices?: readonly string[];
  /** What a person types here outlives a refresh under this name, such as "target:CAC". */
  readonly kept?: string;
  readonly mark?: Mark;
  /** Numbers stand to the right and words to the left unless this says otherwise. */
  readonly align?: 'left' | 'center' | 'right';
}

/** What a person typed in a report, by the names of the cells that are kept. */
export type Kept = Readonly<Record<string, number | string | boolean>>;

/** Cells below each other, by the first and the last one: ids in a draft, addresses such as "B12" in a report. */
export type Run = readonly [first: string, last: string];

/** Values in a chart, named by the cell above them; hidden ones only move those stacked upon them. */
export interface Series {
  readonly cells: Run;
  readonly color: string;
  readonly isHidden?: true;
}

/** A chart over cells of the report. Its place: the id (in a report the address) of the cell at its top left corner. */
export interface Chart {
  readonly kind: 'bar' | 'column';
  readonly title: string;
  /** What the axes measure; left out where the title says it. */
  readonly axes: { readonly categories?: string; readonly values?: string };
  readonly categories: Run;
  readonly series: readonly Series[];
  readonly isStacked?: true;
  readonly place: { readonly cell: string; readonly width: number; readonly height: number };
}

/** A report as it stands on its tab: rows of equally many cells, from A1. */
export interface Report {
  readonly tab: string;
  /** What percentage points are called. */
  readonly points: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Widths in pixels, one a column. */
  readonly widths: readonly number[];
  /** Rows of the block of base numbers at the end: first and last, counted from 1. */
  readonly behind: readonly [number, number];
  /** The two cells that hold the period. */
  readonly period: { readonly start: string; readonly end: string };
  readonly charts: readonly Chart[];
}

/** The figure of a KPI. */
export interface KpiFigure {
  readonly name: string;
  readonly value: number | null;
  readonly previous: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The figures of a report without their layout, unrounded; what `--json` writes. */
export interface Figures {
  /** Those of the scorecard, line by line. */
  readonly kpis: readonly KpiFigure[];
  /** What the data carries beyond them. */
  readonly others: readonly KpiFigure[];
  readonly funnel: readonly {
    readonly stage: string;
    readonly reached: number;
    readonly lost: number;
    readonly open: number;
  }[];
  readonly channels: readonly Record<string, string | number | null>[];
  readonly reps: readonly Record<string, string | number | null>[];
  readonly segments: readonly Record<string, string | number | null>[];
  readonly months: readonly Record<string, string | number | null>[];
  readonly campaigns: readonly Record<string, string | number | null>[];
  readonly repSteps: readonly Record<string, string | number | null>[];
  readonly cohorts: readonly Record<string, string | number | null>[];
  /** Days between the moments of a funnel. */
  readonly stageTimes: readonly {
    readonly stage: string;
    readonly count: number;
    readonly mean: number | null;
    readonly median: number | null;
  }[];
}
