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

/** What a cell is on the page; `src/sheets/style.ts` says how that looks. */
export type Style =
  | 'title'
  | 'lead'
  | 'input'
  | 'section'
  | 'heading'
  | 'label'
  | 'body'
  | 'strong'
  | 'muted'
  | 'bar'
  | 'note';

/** A cell of the page: the value as computed and, where it is live, the formula (with "="). Dates are Sheets' serials. */
export interface Cell {
  readonly value: number | string | boolean | null;
  readonly formula?: string;
  readonly format: Format;
  readonly style: Style;
}

/** A report as it stands on its tab: rows of equally many cells, from A1. */
export interface Report {
  readonly tab: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Widths in pixels, one a column. */
  readonly widths: readonly number[];
  /** Rows of the block of base numbers at the end: first and last, counted from 1. */
  readonly behind: readonly [number, number];
  /** The two cells that hold the period. */
  readonly period: { readonly start: string; readonly end: string };
}

/** The figures of a report without their layout, unrounded; what `--json` writes. */
export interface Figures {
  readonly kpis: readonly {
    readonly name: string;
    readonly value: number | null;
    readonly previous: number | null;
    readonly numerator: number | null;
    readonly denominator: number | null;
  }[];
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
