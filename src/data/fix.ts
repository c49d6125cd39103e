import { type CheckInput, type Finding, type FindingCode, inspectData } from './check';
import type { DatasetName } from './fields';
import { type CheckColumn, type CheckTable, type Detail, type Replacement, sheetRow } from './finding';

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

/** Fixes lead to further ones at most so many times: a spelling, what it makes equal, and what that leaves. */
const MOST_ROUNDS = 5;

/**
 * The cells to write for the chosen fixes: only cells that `checkData` finds in this input, never formulas, one edit a cell.
 * Once they are written, the same choices plan nothing more: where one fix makes a found cell the object of another choice (a
 * copy in another spelling becomes an exact one), both are planned. An answer that is missing or unknown leaves its cells as they are.
 */
export function planFixes(input: CheckInput, chosen: readonly Choice[]): CellEdit[] {
  const edits = new Map<string, CellEdit>();
  let named: ReadonlySet<string> | undefined;
  let tables = input.tables;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const details = inspectData({ ...input, tables }).filter(({ fix }) => fix.kind !== 'manual');
    named ??= new Set(details.flatMap(cellsOf));
    const planned = planOnce(details, chosen).filter((edit) => named?.has(keyOf(edit)));
    if (planned.length === 0) break;
    for (const edit of planned) edits.set(keyOf(edit), edit);
    tables = tables.map((table) => withEdits(table, planned));
  }
  return [...edits.values()];
}

const keyOf = ({ tab, row, column }: Pick<CellEdit, 'tab' | 'row' | 'column'>): string => `${tab}!${row},${column}`;

/** The cells that a finding names, the whole rows where it has no field. */
function cellsOf({ table, field, rows }: Detail): string[] {
  return columnsOf(table, field).flatMap(({ column }) =>
    rows.map((row) => keyOf({ tab: table.tab, row: sheetRow(table, row), column })),
  );
}

function columnsOf(table: CheckTable, field: string | undefined): CheckColumn[] {
  const own = field === undefined ? undefined : table.columns[field];
  return own ? [own] : Object.values(table.columns);
}

/** The table after the edits were written. */
function withEdits(table: CheckTable, edits: readonly CellEdit[]): CheckTable {
  const columns = Object.entries(table.columns).map(([field, column]) => {
    const own = edits.filter((edit) => edit.tab === table.tab && edit.column === column.column);
    if (own.length === 0) return [field, column];
    const values = [...column.values];
    for (const { row, value } of own) values[row - table.headerRow - 1] = value;
    return [field, { ...column, values }];
  });
  return { ...table, columns: Object.fromEntries(columns) };
}

function planOnce(details: readonly Detail[], chosen: readonly Choice[]): CellEdit[] {
  const edits = new Map<string, CellEdit>();
  const wanted = details
    .map((detail) => ({ detail, choice: choiceFor(detail, chosen) }))
    .filter(({ choice }) => choice !== undefined)
    .sort((one, other) => LATER.indexOf(one.detail.code) - LATER.indexOf(other.detail.code));
  for (const { detail, choice } of wanted) {
    for (const edit of editsOf(detail, choice?.answer)) edits.set(keyOf(edit), edit);
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
  return columnsOf(table, field).flatMap(({ column, values, formulas }) =>
    rows.flatMap((row) => {
      const replacement = formulas?.[row] ? undefined : replace?.(row, answer);
      const isSame = replacement?.value === null && (values[row] ?? null) === null;
      return replacement && !isSame ? [{ tab: table.tab, row: sheetRow(table, row), column, ...replacement }] : [];
    }),
  );
}
