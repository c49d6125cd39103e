import { isBlank, labelOf, type Value } from './cell';
import { type ReadColumn, type Reading, readDates, readNumbers } from './check-values';
import { repeatedHeaders } from './dataset';
import { type FieldType, fieldOf } from './fields';
import type { CheckTable, Detail, FindingCode, Fix } from './finding';
import type { Outcome } from './labels';
import { skeletonOf } from './look-alike';
import { findTotals } from './totals';

/** What the data check looks at. */
export interface CheckInput {
  readonly tables: readonly CheckTable[];
  /** The labels of `deals.stage` that have a meaning; absent: none was given yet, and nothing is said of stages. */
  readonly stages?: readonly { readonly label: string; readonly outcome: Outcome }[] | undefined;
  /** The labels of `leads.status` that have a meaning, likewise. */
  readonly statuses?: readonly { readonly label: string }[] | undefined;
  /** Labels among these whose meaning nobody gave or confirmed: they were taken for open deals and plain leads. */
  readonly assumed?: { readonly stages: readonly string[]; readonly statuses: readonly string[] } | undefined;
  /** Source and spend labels that make one channel. */
  readonly channels?: readonly { readonly channel: string; readonly labels: readonly string[] }[] | undefined;
  /** `yyyy-MM-dd`: later days are in the future. */
  readonly today: string;
}

/** A table opened for checking. Rows are indices into the columns' values. */
export interface OpenTable {
  readonly table: CheckTable;
  /** The records: rows that are neither blank nor total nor repeated header. */
  readonly rows: readonly number[];
  readonly totalRows: readonly number[];
  readonly headerRows: readonly number[];
  /** The date and number columns by field. */
  readonly read: ReadonlyMap<string, ReadColumn>;
  readonly outcomes: ReadonlyMap<string, Outcome> | undefined;
}

/** Opens a table: sorts its rows and decides how each column is read. */
export function openTable(table: CheckTable, { stages }: CheckInput): OpenTable {
  const columns = Object.values(table.columns);
  const height = columns.reduce((most, { values }) => Math.max(most, values.length), 0);
  const cells = Object.fromEntries(Object.entries(table.columns).map(([field, { values }]) => [field, values]));
  const totals = new Set([
    ...(table.totalRows ?? []).map((row) => row - table.headerRow - 1),
    ...findTotals(table.dataset, cells).rows,
  ]);
  const repeated = new Set(repeatedHeaders(columns));
  const rows: number[] = [];
  const totalRows: number[] = [];
  const headerRows: number[] = [];
  for (let row = 0; row < height; row++) {
    if (columns.every(({ values }) => isBlank(values[row] ?? null))) continue;
    if (totals.has(row)) totalRows.push(row);
    else if (repeated.has(row)) headerRows.push(row);
    else rows.push(row);
  }
  return {
    table,
    rows,
    totalRows,
    headerRows,
    read: readColumns(table, rows),
    outcomes: stages && new Map(stages.map(({ label, outcome }) => [skeletonOf(label), outcome])),
  };
}

function readColumns(table: CheckTable, rows: readonly number[]): Map<string, ReadColumn> {
  const read = new Map<string, ReadColumn>();
  for (const [field, column] of Object.entries(table.columns)) {
    const type = typeOf(table, field);
    if (type === 'number') read.set(field, readNumbers(column, rows));
    else if (type === 'date' || type === 'flagOrDate')
      read.set(field, readDates(column, rows, { flags: type === 'flagOrDate', months: field === 'date' }));
  }
  return read;
}

/** The type of a mapped field; those outside the vocabulary are dates on which a stage was reached. */
export function typeOf(table: CheckTable, field: string): FieldType {
  return fieldOf(table.dataset, field)?.type ?? 'date';
}

/** The cell of a field in a row; null where the field is not mapped. */
export function valueAt(table: CheckTable, field: string, row: number): Value {
  return table.columns[field]?.values[row] ?? null;
}

const NOTHING: Reading = {};

/** What a cell of a date or number field holds; nothing where the field is not mapped. */
export function readAt({ read }: OpenTable, field: string, row: number): Reading {
  return read.get(field)?.readings[row] ?? NOTHING;
}

/** The day, `yyyy-MM-dd`, of a date field in a row, texts included that have one meaning. */
export function dayAt(open: OpenTable, field: string, row: number): string | undefined {
  return readAt(open, field, row).date?.date;
}

/** Is there something in the cell, a placeholder such as "-" not counted? */
export const isFilled = (open: OpenTable, field: string, row: number): boolean =>
  !isBlank(valueAt(open.table, field, row)) && readAt(open, field, row).code !== 'placeholder';

/** The outcome of the deal in a row, look-alike letters in its stage read as what they look like; undefined where it has none. */
export function outcomeAt({ table, outcomes }: OpenTable, row: number): Outcome | undefined {
  return outcomes?.get(skeletonOf(labelOf(valueAt(table, 'stage', row))));
}

/** The fields of a table that hold dates. */
export const dateFields = ({ table, read }: OpenTable): string[] =>
  [...read.keys()].filter((field) => typeOf(table, field) !== 'number');

/** A fix that needs no question. */
export const SAFE: Fix = { kind: 'safe' };

/** A fix that needs one of these answers. */
export function asking(options: readonly string[], suggested?: string): Fix {
  return { kind: 'ask', question: { options, ...(suggested !== undefined && { suggested }) } };
}

const MANUAL: Fix = { kind: 'manual' };
const MOST_SAMPLES = 5;

interface Particulars extends Partial<Pick<Detail, 'field' | 'fix' | 'replace' | 'together'>> {
  readonly currencies?: string | undefined;
}

/** The finding of a code in these rows, with effect and samples, if there are any rows; where all its cells are formulas, nothing but a hand mends it. */
export function detailOf(
  open: OpenTable,
  code: FindingCode,
  rows: readonly number[],
  particulars: Particulars = {},
): Detail[] {
  if (rows.length === 0) return [];
  const { field, fix = MANUAL, replace, together, currencies } = particulars;
  const { table } = open;
  const column = field === undefined ? undefined : table.columns[field];
  const formulas = rows.filter((row) => column?.formulas?.[row]).length;
  const summed = field !== undefined && typeOf(table, field) === 'number' ? field : 'amount';
  const sum = rows.reduce((total, row) => total + (readAt(open, summed, row).number ?? 0), 0);
  return [
    {
      code,
      table,
      ...(field !== undefined && { field }),
      rows,
      effect: {
        records: open.rows.length,
        ...(sum !== 0 && { sum }),
        ...(formulas > 0 && { formulas }),
        ...(currencies !== undefined && { currencies }),
      },
      samples: column ? samplesOf(column.values, rows) : [],
      fix: formulas === rows.length ? MANUAL : fix,
      ...(replace && { replace }),
      ...(together && { together }),
    },
  ];
}

function samplesOf(values: readonly Value[], rows: readonly number[]): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const sample = labelOf(values[row] ?? null);
    if (sample !== '') samples.add(sample);
    if (samples.size === MOST_SAMPLES) break;
  }
  return [...samples];
}

/** Rows by the findings in them; the codes in the order in which they first come up. */
export function groupRows<Code extends FindingCode>(
  rows: readonly number[],
  codesOf: (row: number) => readonly Code[],
): Map<Code, number[]> {
  const groups = new Map<Code, number[]>();
  for (const row of rows) {
    for (const code of codesOf(row)) {
      const group = groups.get(code);
      if (group) group.push(row);
      else groups.set(code, [row]);
    }
  }
  return groups;
}
