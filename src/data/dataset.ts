import { isBlank, isCivil, isErrorText, labelOf, normaliseLabel, tidyText, type Value } from './cell';
import {
  type DatasetName,
  type FieldKey,
  type FieldName,
  fieldNames,
  fieldOf,
  isStageDate,
  type StageDate,
} from './fields';
import type { DatasetMapping } from './settings';
import { findTotals, type Totals } from './totals';

/** The cells of the mapped columns by field, data rows only (from the row below the header), all columns equally long. */
export type MappedColumns = Readonly<Partial<Record<FieldName | StageDate, readonly Value[]>>>;

/** A typed column: numbers, civil dates (`yyyy-MM-dd`), or labels and ids as normalised text ("" is blank). */
export type Column = readonly (number | string | undefined)[];

/** The records of one dataset, column by column; fields that are not mapped are absent. */
export interface Dataset {
  readonly name: DatasetName;
  /** How many records every column has. */
  readonly count: number;
  readonly columns: Readonly<Partial<Record<FieldKey, Column>>>;
  /** For fields with text: every normalised label and its spellings as they stand in cells, the one to show first. */
  readonly spellings: Readonly<Partial<Record<FieldKey, ReadonlyMap<string, readonly string[]>>>>;
  /** The labels that make a row a total of others, as they stand. */
  readonly totals: Totals['labels'];
}

/**
 * The records of the mapped columns. Numbers and dates are taken from cells that hold such values: text that only looks like
 * one is no value (the data check finds it). Totals and repeated header rows are no records: they stay in their place, but blank.
 */
export function readDataset(
  name: DatasetName,
  { headerRow, totalRows, columns: places }: Pick<DatasetMapping, 'headerRow' | 'totalRows' | 'columns'>,
  columns: MappedColumns,
): Dataset {
  const headed = Object.entries(columns).map(([field, values = []]) => ({
    header: places[field]?.header ?? '',
    values,
  }));
  const totals = findTotals(name, columns);
  const leftOut = new Set([...totalRows.map((row) => row - headerRow - 1), ...totals.rows, ...repeatedHeaders(headed)]);
  const typed: Partial<Record<FieldKey, Column>> = {};
  const spellings: Partial<Record<FieldKey, ReadonlyMap<string, readonly string[]>>> = {};
  let count = 0;
  const stageDates = Object.keys(columns).filter((field) => isStageDate(name, field));
  for (const field of [...fieldNames(name), ...stageDates]) {
    const cells = columns[field];
    const type = fieldOf(name, field)?.type;
    if (!cells || !type) continue;
    const key = `${name}.${field}` as FieldKey;
    count = Math.max(count, cells.length);
    const values = leftOut.size === 0 ? cells : cells.map((value, row) => (leftOut.has(row) ? null : value));
    if (isStageDate(name, field)) typed[key] = values.map(stageDay);
    else if (type === 'number') typed[key] = values.map((value) => (typeof value === 'number' ? value : undefined));
    else if (type === 'date') typed[key] = values.map((value) => (isCivil(value) ? value.date : undefined));
    else {
      const labels = readLabels(values);
      typed[key] = labels.column;
      spellings[key] = labels.spellings;
    }
  }
  return { name, count, columns: typed, spellings, totals: totals.labels };
}

/**
 * The indices of rows in which every cell that is filled, and more than one of several, repeats its header: such a row was
 * pasted together with data.
 */
export function repeatedHeaders(columns: readonly { header: string; values: readonly Value[] }[]): number[] {
  const headers = columns.map(({ header }) => normaliseLabel(header));
  const height = columns.reduce((most, { values }) => Math.max(most, values.length), 0);
  const found: number[] = [];
  for (let row = 0; row < height; row++) {
    let filled = 0;
    const repeats = columns.every(({ values }, index) => {
      const value = values[row] ?? null;
      if (isBlank(value)) return true;
      filled++;
      return typeof value === 'string' && normaliseLabel(value) === headers[index];
    });
    if (repeats && filled > 0 && filled >= Math.min(2, columns.length)) found.push(row);
  }
  return found;
}

/** What a record that reached a stage says without saying when: some content that is no date. */
export const WITHOUT_DAY = '?';

/** The day on which a stage was reached; a cell with anything else in it says that it was, as the formulas of a report have it. */
function stageDay(value: Value): string | undefined {
  if (value === null || value === '') return undefined;
  return isCivil(value) ? value.date : WITHOUT_DAY;
}

interface Labels {
  readonly column: string[];
  readonly spellings: Map<string, string[]>;
}

function readLabels(values: readonly Value[]): Labels {
  const labels = new Map<string, string>();
  const uses = new Map<string, number>();
  const column = values.map((value) => {
    const raw = rawLabel(value);
    const known = labels.get(raw);
    uses.set(raw, (uses.get(raw) ?? 0) + 1);
    if (known !== undefined) return known;
    const label = normaliseLabel(raw);
    labels.set(raw, label);
    return label;
  });
  const spellings = new Map<string, string[]>();
  for (const [raw, label] of labels) {
    if (label === '') continue;
    const list = spellings.get(label);
    if (list) list.push(raw);
    else spellings.set(label, [raw]);
  }
  for (const list of spellings.values()) if (list.length > 1) sortByUse(list, uses);
  return { column, spellings };
}

/** A date is a label by its day; an error is none. */
function rawLabel(value: Value): string {
  if (isCivil(value)) return value.date;
  return isErrorText(value) ? '' : labelOf(value);
}

/** Spellings without stray spaces first, then the most frequent one; otherwise as they came. */
function sortByUse(spellings: string[], uses: ReadonlyMap<string, number>): void {
  const stray = (text: string): number => (tidyText(text) === text ? 0 : 1);
  spellings.sort((one, other) => stray(one) - stray(other) || (uses.get(other) ?? 0) - (uses.get(one) ?? 0));
}
