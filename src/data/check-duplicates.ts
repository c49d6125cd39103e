import { isCivil, labelOf, tidyText, type Value } from './cell';
import {
  dateFields,
  dayAt,
  detailOf,
  groupRows,
  isFilled,
  type OpenTable,
  readAt,
  SAFE,
  typeOf,
  valueAt,
} from './check-table';
import type { DatasetName } from './fields';
import type { Detail } from './finding';
import { skeletonOf } from './look-alike';

/** Fields that say, beside the id, which record this is: without one of them two equal rows may well be two records. */
const IDENTITIES: Readonly<Record<DatasetName, readonly string[]>> = {
  leads: ['customer'],
  deals: ['name', 'customer'],
  spend: ['channel', 'campaign'],
  traffic: ['channel'],
};
const FEWEST_EQUAL = 3;

type EqualCode = 'duplicate_row' | 'near_duplicate_row' | 'possible_duplicate_row';

/** Rows equal to earlier ones by what they are found to be: copies, exact or in another spelling, or perhaps records. */
export type EqualRows = ReadonlyMap<EqualCode, readonly number[]>;

/** The rows that are copies: what stands in them is no evidence, since it stands elsewhere already. */
export const copiesAmong = (equal: EqualRows): ReadonlySet<number> =>
  new Set([...(equal.get('duplicate_row') ?? []), ...(equal.get('near_duplicate_row') ?? [])]);

/** Rows with the id of an earlier one, and rows that are equal to one. */
export function checkDuplicates(open: OpenTable, equal: EqualRows): Detail[] {
  const ids = new Set<string>();
  const repeated = open.rows.filter((row) => {
    const id = idAt(open, row);
    return id !== '' && isKnown(ids, id);
  });
  const details = [...equal].flatMap(([code, rows]) =>
    detailOf(
      open,
      code,
      rows,
      code === 'possible_duplicate_row' ? {} : { fix: SAFE, replace: () => ({ value: null }) },
    ),
  );
  return [...detailOf(open, 'duplicate_id', repeated, { field: 'id' }), ...details];
}

const idAt = (open: OpenTable, row: number): string => tidyText(labelOf(valueAt(open.table, 'id', row)));

/** Rows equal to an earlier one: copies with its id, of which nothing is lost when they are emptied, and others, which may be records. */
export function findEqualRows(open: OpenTable): EqualRows {
  const columns = Object.entries(open.table.columns);
  const fields = columns.map(([field]) => field).filter((field) => field !== 'id');
  const meanings = fields.map((field) => meaningsOf(open, field));
  const meaningOf = (row: number): string => meanings.map((meaningAt) => meaningAt(row)).join();
  const hasFormula = (row: number): boolean => columns.some(([, { formulas }]) => formulas?.[row]);
  const cellsOf = (row: number): string => columns.map(([, { values }]) => labelOf(values[row] ?? null)).join('|');
  const [records, exact, known] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const isKey = idsAreKeys(open, meaningOf);

  return groupRows(rowsWithEqualReadings(open), (row): EqualCode[] => {
    const id = idAt(open, row);
    const filled = fields.filter((field) => isFilled(open, field, row));
    if (filled.length + (id === '' ? 0 : 1) < FEWEST_EQUAL) return [];
    const named = IDENTITIES[open.table.dataset].some((field) => filled.includes(field));
    const telling = isDated(open, row) && named && isMeasured(open, row);
    const meaning = meaningOf(row);
    const isRepeated = isKnown(records, `${id}|${meaning}`);
    const isAlike = isKnown(known, meaning);
    const isCopy = isRepeated && id !== '';
    const cells = cellsOf(row);
    // Of the record that stays, not of a copy that goes as well.
    const isExact = exact.has(cells);
    if (!isCopy) exact.add(cells);
    if (isCopy && isKey && !hasFormula(row)) return [isExact ? 'duplicate_row' : 'near_duplicate_row'];
    return isCopy || (isAlike && telling) ? ['possible_duplicate_row'] : [];
  });
}

/** Does no id stand in two rows that differ? Otherwise it names something else, such as an order of several lines. */
function idsAreKeys(open: OpenTable, meaningOf: (row: number) => string): boolean {
  const firstRow = new Map<string, number>();
  return open.rows.every((row) => {
    const id = idAt(open, row);
    const first = firstRow.get(id);
    if (first === undefined) firstRow.set(id, row);
    return id === '' || first === undefined || meaningOf(first) === meaningOf(row);
  });
}

/** Rows whose days and numbers are those of another row: few, and found fast; only they can be duplicates. */
function rowsWithEqualReadings({ rows, read }: OpenTable): number[] {
  const columns = [...read.values()];
  const keyOf = (row: number): string => {
    let key = '';
    for (const { readings } of columns) key += `${readings[row]?.date?.date ?? readings[row]?.number}|`;
    return key;
  };
  const keys = rows.map(keyOf);
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return rows.filter((_, index) => (counts.get(keys[index] ?? '') ?? 0) > 1);
}

/** Rows without a day are equal by nature. */
const isDated = (open: OpenTable, row: number): boolean =>
  dateFields(open).some((field) => dayAt(open, field, row) !== undefined);

/** So are rows of zeros, where there are numbers at all. */
function isMeasured({ read, table }: OpenTable, row: number): boolean {
  const numbers = [...read].filter(([field]) => typeOf(table, field) === 'number');
  return numbers.length === 0 || numbers.some(([, { readings }]) => (readings[row]?.number ?? 0) !== 0);
}

/** Numbers that are the same for cells that mean the same, however it is written. */
function meaningsOf(open: OpenTable, field: string): (row: number) => number {
  const byContent = new Map<Value, number>();
  const byMeaning = new Map<string, number>();
  return (row) => {
    const value = valueAt(open.table, field, row);
    const content = isCivil(value) ? labelOf(value) : value;
    let number = byContent.get(content);
    if (number === undefined) {
      const { code, date, number: size } = readAt(open, field, row);
      const text = code === 'placeholder' ? '' : skeletonOf(labelOf(value));
      const meaning = date ? labelOf(date) : size === undefined ? text : String(size);
      number = byMeaning.get(meaning) ?? byMeaning.size;
      byMeaning.set(meaning, number);
      byContent.set(content, number);
    }
    return number;
  };
}

/** Is the key among those that came before? From now on it is. */
function isKnown(keys: Set<string>, key: string): boolean {
  const known = keys.has(key);
  keys.add(key);
  return known;
}
