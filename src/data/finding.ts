import type { CivilDate, Value } from './cell';
import type { DatasetName } from './fields';
import { rangesOf } from './range';

/** What the data check can find. */
export type FindingCode =
  | 'date_as_text'
  | 'date_as_number'
  | 'date_order_unclear'
  | 'unreadable_date'
  | 'swapped_date'
  | 'date_in_future'
  | 'number_as_text'
  | 'number_unclear'
  | 'unreadable_number'
  | 'placeholder'
  | 'mixed_currencies'
  | 'stray_spaces'
  | 'look_alike_letters'
  | 'label_variants'
  | 'similar_labels'
  | 'unknown_stage'
  | 'unknown_status'
  | 'assumed_stage'
  | 'assumed_status'
  | 'error_cell'
  | 'missing_date'
  | 'missing_stage'
  | 'closed_before_created'
  | 'won_without_amount'
  | 'won_without_close_date'
  | 'lost_without_close_date'
  | 'duplicate_id'
  | 'duplicate_row'
  | 'near_duplicate_row'
  | 'possible_duplicate_row'
  | 'repeated_header_row'
  | 'total_row'
  | 'channel_only_in_spend';

/** What can be done: a safe fix needs no question, one that asks needs an answer among the options, the rest is done by hand. */
export type Fix =
  | { readonly kind: 'safe' }
  | { readonly kind: 'ask'; readonly question: { readonly options: readonly string[]; readonly suggested?: string } }
  | { readonly kind: 'manual' };

/** What the sentence about a finding needs beside its count. */
export interface Effect {
  /** Records of the dataset, for "14 of 230". */
  readonly records: number;
  /** Sum of the numbers that the cells hold or, where they hold none, of the amounts in their rows. */
  readonly sum?: number;
  /** How many of the cells are formulas, which no fix touches. */
  readonly formulas?: number;
  /** Currencies with their counts ("PLN 50, EUR 3"), for `mixed_currencies`. */
  readonly currencies?: string;
}

/** Something in the data that makes a figure wrong or incomplete: what, where, how many, and what can be done. */
export interface Finding {
  readonly code: FindingCode;
  readonly dataset: DatasetName;
  /** Absent where the finding is about whole rows. */
  readonly field?: string;
  readonly tab: string;
  /** Cells, or rows where there is no field. */
  readonly count: number;
  /** The first cell in A1, "F14". */
  readonly first: string;
  /** A1 ranges from top to bottom, neighbours merged; at most 100. */
  readonly ranges: readonly string[];
  /** Ranges beyond those. */
  readonly moreRanges: number;
  readonly effect: Effect;
  /** Up to five different contents, as they stand in the cells. */
  readonly samples: readonly string[];
  readonly fix: Fix;
}

/** A mapped column; `values` are the cells below the header row, `column` counts from 1. */
export interface CheckColumn {
  readonly column: number;
  readonly header: string;
  readonly values: readonly Value[];
  /** Which of the cells are formulas; absent: none. */
  readonly formulas?: readonly boolean[] | undefined;
  /** The number formats of the cells, of which amounts may have their currency; absent: nothing is known of them. */
  readonly formats?: readonly string[] | undefined;
}

/** A mapped tab; rows count from 1. Fields outside the vocabulary are dates on which a stage was reached. */
export interface CheckTable {
  readonly dataset: DatasetName;
  readonly tab: string;
  readonly headerRow: number;
  readonly columns: Readonly<Record<string, CheckColumn>>;
  /** Rows of the tab that are totals of others. */
  readonly totalRows?: readonly number[] | undefined;
}

/** What a fix would write into a cell; the format is for a cell whose own does not show such a value, others keep theirs. */
export interface Replacement {
  readonly value: number | string | CivilDate | null;
  readonly numberFormat?: string;
}

/** A finding as the check sees it: indices into the column's values, ascending, and what a fix would write. */
export interface Detail {
  readonly code: FindingCode;
  readonly table: CheckTable;
  readonly field?: string;
  readonly rows: readonly number[];
  readonly effect: Effect;
  readonly samples: readonly string[];
  readonly fix: Fix;
  /** The finding of the same column that can only be mended together with this one. */
  readonly together?: FindingCode;
  /** What to write into the cell of a row (all mapped cells where there is no field), given the answer to the question; undefined leaves it as it is. */
  readonly replace?: (row: number, answer: string | undefined) => Replacement | undefined;
}

const MOST_RANGES = 100;

/** The row of the tab, from 1, of an index into a column's values. */
export function sheetRow(table: CheckTable, index: number): number {
  return table.headerRow + 1 + index;
}

/** The finding in words of the sheet: A1 ranges and counts. */
export function toFinding({ code, table, field, rows, effect, samples, fix }: Detail): Finding {
  const numbers = Object.values(table.columns).map(({ column }) => column);
  const own = field === undefined ? undefined : table.columns[field]?.column;
  const ranges = rangesOf(
    rows.map((row) => sheetRow(table, row)),
    own ?? Math.min(...numbers),
    own ?? Math.max(...numbers),
  );
  return {
    code,
    dataset: table.dataset,
    ...(field !== undefined && { field }),
    tab: table.tab,
    count: rows.length,
    first: ranges[0]?.split(':')[0] ?? '',
    ranges: ranges.slice(0, MOST_RANGES),
    moreRanges: Math.max(0, ranges.length - MOST_RANGES),
    effect,
    samples,
    fix,
  };
}
