import { type CheckInput, type Finding, type FindingCode, inspectData } from './check';
import type { DatasetName } from './fields';
import { type Detail, type Replacement, sheetRow } from './finding';

/** A finding that is to be mended, with the answer to its question if it asks one. */
export interface Choice {
  readonly code: FindingCode;
  readonly dataset: DatasetName;
  readonly field?: string | undefined;
  readonly answer?: string | undefined;
}

/** One cell to write; row and column count from 1. The format is for a cell whose own does not show such a value. */
export interface CellEdit extends Replacement {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
}

/** The choices of all fixes that need no question. */
export function safeChoices(findings: readonly Finding[]): Choice[] {
  return findings
    .filter(({ fix }) => fix.kind === 'safe')
    .map(({ code, dataset, field }) => ({ code, dataset, field }));
}

/** Of several fixes for one cell the later one holds: it writes what the earlier ones would have led to. */
const LATER: readonly FindingCode[] = [
  'swapped_date',
  'look_alike_letters',
  'label_variants',
  'similar_labels',
  'duplicate_row',
  'near_duplicate_row',
];

/**
 * The cells to write for the chosen fixes: only cells that `checkData` finds in this input, never formulas, one edit a cell.
 * Once they are written, the same choices plan nothing more. An answer that is missing or unknown leaves its cells as they are.
 */
export function planFixes(input: CheckInput, chosen: readonly Choice[]): CellEdit[] {
  const details = inspectData(input).filter(({ fix }) => fix.kind !== 'manual');
  const edits = new Map<string, CellEdit>();
  const wanted = details
    .map((detail) => ({ detail, choice: choiceFor(detail, chosen) }))
    .filter(({ choice }) => choice !== undefined)
    .sort((one, other) => LATER.indexOf(one.detail.code) - LATER.indexOf(other.detail.code));
  for (const { detail, choice } of wanted) {
    for (const edit of editsOf(detail, choice?.answer)) edits.set(`${edit.tab}!${edit.row},${edit.column}`, edit);
  }
  return [...edits.values()];
}

function choiceFor({ code, together, table, field }: Detail, chosen: readonly Choice[]): Choice | undefined {
  return chosen.find((choice) => {
    return (
      choice.dataset === table.dataset && choice.field === field && (choice.code === code || choice.code === together)
    );
  });
}

function editsOf({ table, field, rows, replace }: Detail, answer: string | undefined): CellEdit[] {
  const own = field === undefined ? undefined : table.columns[field];
  return (own ? [own] : Object.values(table.columns)).flatMap(({ column, values, formulas }) =>
    rows.flatMap((row) => {
      const replacement = formulas?.[row] ? undefined : replace?.(row, answer);
      const isSame = replacement?.value === null && (values[row] ?? null) === null;
      return replacement && !isSame ? [{ tab: table.tab, row: sheetRow(table, row), column, ...replacement }] : [];
    }),
  );
}
