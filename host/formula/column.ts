import type { Scalar } from '../workbook/types';
import { fold } from './coerce';
import type { Criterion } from './criteria';
import { isError } from './values';

/** The values of a sheet's column from its first row on, or of a computed array; beyond their end everything is blank. */
export interface Column {
  readonly values: readonly Scalar[];
  /** Made when first needed; whoever changes `values` drops it. */
  index?: ColumnIndex | undefined;
}

/** Some rows of a column: `count` rows from `top` on. */
export interface ColumnSlice {
  readonly column: Column;
  readonly top: number;
  readonly count: number;
}

/** A column sorted into numbers and a dictionary of everything else, so that a criterion looks at each text once. */
interface ColumnIndex {
  readonly numbers: Float64Array;
  /** Place of a row's value in the dictionary; -1 for a number. */
  readonly codes: Int32Array;
  readonly dictionary: readonly Scalar[];
  /** Per criterion, 1 for every row that meets it. */
  readonly masks: Map<string, Uint8Array>;
  /** Rows from the first on, by number, folded text or boolean. */
  rows?: Map<Scalar, number[]>;
}

/** Most masks that a column keeps; a report asks with a few dozen criteria. */
const KEPT_MASKS = 400;

function indexOf(column: Column): ColumnIndex {
  if (column.index) return column.index;
  const { values } = column;
  const numbers = new Float64Array(values.length);
  const codes = new Int32Array(values.length);
  const places = new Map<unknown, number>();
  const dictionary: Scalar[] = [];
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? null;
    if (typeof value === 'number') {
      numbers[row] = value;
      codes[row] = -1;
      continue;
    }
    const key = isError(value) ? `\0${value.error}` : value;
    let place = places.get(key);
    if (place === undefined) {
      place = dictionary.push(value) - 1;
      places.set(key, place);
    }
    codes[row] = place;
  }
  column.index = { numbers, codes, dictionary, masks: new Map() };
  return column.index;
}

/** 1 for every row of a column that meets a criterion, 0 for the others; as long as the column's values. */
export function maskOf(column: Column, criterion: Criterion): Uint8Array {
  const { numbers, codes, dictionary, masks } = indexOf(column);
  const known = masks.get(criterion.key);
  if (known) return known;
  const mask = new Uint8Array(codes.length);
  const meets = Uint8Array.from(dictionary, (value) => (criterion.matches(value) ? 1 : 0));
  const least = leastOf(criterion);
  const most = mostOf(criterion);
  const inside = criterion.order?.operator === '<>' ? 0 : 1;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    const number = numbers[row] as number;
    mask[row] = code >= 0 ? (meets[code] as number) : number >= least && number <= most ? inside : 1 - inside;
  }
  if (masks.size >= KEPT_MASKS) masks.clear();
  masks.set(criterion.key, mask);
  return mask;
}

/** The smallest and the largest number that a criterion means (or, with `<>`, does not mean): comparing with both is quick. */
function leastOf({ order, matches }: Criterion): number {
  if (!order) return matches(0) ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (order.operator.startsWith('<') && order.operator !== '<>') return Number.NEGATIVE_INFINITY;
  return order.operator === '>' ? neighbour(order.than, 1) : order.than;
}

function mostOf({ order }: Criterion): number {
  if (!order || (order.operator.startsWith('>') && order.operator !== '<>')) return Number.POSITIVE_INFINITY;
  return order.operator === '<' ? neighbour(order.than, -1) : order.than;
}

const bits = new DataView(new ArrayBuffer(8));

/** The next number that a double can hold, upwards or downwards. */
function neighbour(value: number, direction: 1 | -1): number {
  if (value === 0) return direction * Number.MIN_VALUE;
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + BigInt(value > 0 ? direction : -direction));
  return bits.getFloat64(0);
}

/** Rows of a column, ascending, that hold a value: numbers and booleans as they are, texts whatever their case. */
export function rowsWith(column: Column, value: Scalar): readonly number[] {
  const index = indexOf(column);
  index.rows ??= collectRows(column.values);
  return index.rows.get(typeof value === 'string' ? fold(value) : value) ?? [];
}

function collectRows(values: readonly Scalar[]): Map<Scalar, number[]> {
  const rows = new Map<Scalar, number[]>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? null;
    if (value === null || isError(value)) continue;
    const key = typeof value === 'string' ? fold(value) : value;
    const known = rows.get(key);
    if (known) known.push(row);
    else rows.set(key, [row]);
  }
  return rows;
}
