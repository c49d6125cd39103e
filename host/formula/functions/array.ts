import type { Scalar } from '../../workbook/types';
import { compare } from '../coerce';
import { isWide, toMatrix, toSingle } from '../dereference';
import { STACK_COLUMNS, STACK_ROWS } from '../parse';
import {
  columnOf,
  failure,
  isError,
  isMatrix,
  isReference,
  type Matrix,
  matrixOf,
  rowsOf,
  transpose,
  type Value,
} from '../values';
import { type Call, type Definition, define, repeat } from './define';

/** What tells values apart: Google takes texts that differ in case, and 1 and "1", for different. */
function identity(row: readonly Scalar[]): string {
  return JSON.stringify(row.map((value) => (isError(value) ? [value.error] : value)));
}

function unique(range: Matrix, byColumn: boolean, onlyOnce: boolean): Value {
  const rows = rowsOf(byColumn ? transpose(range) : range);
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(identity(row), (counts.get(identity(row)) ?? 0) + 1);
  const seen = new Set<string>();
  const kept = rows.filter((row) => {
    const key = identity(row);
    if (seen.has(key)) return false;
    seen.add(key);
    return !onlyOnce || counts.get(key) === 1;
  });
  if (kept.length === 0) throw failure('#N/A', 'UNIQUE has no result.');
  return byColumn ? transpose(matrixOf(kept)) : matrixOf(kept);
}

function filter(range: Matrix, conditions: readonly Matrix[]): Value {
  const length = (condition: Matrix) => condition.rows * condition.columns;
  const [first] = conditions;
  const byRow = first !== undefined && first.columns === 1 && length(first) === range.rows;
  const expected = byRow ? range.rows : range.columns;
  if (conditions.some((condition) => length(condition) !== expected)) {
    throw failure('#N/A', `FILTER has mismatched range sizes. Expected row count: ${range.rows}. column count: 1.`);
  }
  const holds = (index: number) => conditions.every(({ data }) => isTrue(data[index] ?? null));
  const kept = rowsOf(byRow ? range : transpose(range)).filter((_, index) => holds(index));
  if (kept.length === 0) throw failure('#N/A', 'No matches are found in FILTER evaluation.');
  return byRow ? matrixOf(kept) : transpose(matrixOf(kept));
}

function isTrue(value: Scalar): boolean {
  if (isError(value)) throw value;
  return typeof value === 'string' ? false : Boolean(value);
}

interface SortKey {
  readonly values: readonly Scalar[];
  readonly ascending: boolean;
}

function sort(range: Matrix, orders: readonly (readonly [Value, boolean])[], call: Call): Value {
  const rows = rowsOf(range);
  const by: readonly (readonly [Value, boolean])[] = orders.length ? orders : [[1, true]];
  const keys = by.map(([column, ascending]): SortKey => ({ values: keyOf(column, range, call), ascending }));
  const order = rows.map((_, index) => index);
  order.sort((one, other) => {
    for (const { values, ascending } of keys) {
      const difference = compareKeys(values[one] ?? null, values[other] ?? null, ascending, call.context.locale);
      if (difference !== 0) return difference;
    }
    return one - other;
  });
  return matrixOf(order.map((index) => rows[index] as Scalar[]));
}

function keyOf(column: Value, range: Matrix, { context, name }: Call): readonly Scalar[] {
  if (isWide(column)) {
    const { data } = toMatrix(column, context);
    if (data.length === range.rows) return data;
    throw failure('#VALUE!', `${name} has mismatched range sizes.`);
  }
  const index = toSingle(column, context);
  if (typeof index === 'number' && index >= 1 && index <= range.columns) {
    return Array.from(
      { length: range.rows },
      (_, row) => range.data[row * range.columns + Math.trunc(index) - 1] ?? null,
    );
  }
  throw failure('#VALUE!', `${name} column is out of bounds.`);
}

/** Blanks come last, errors before them, whichever way the rest goes. */
function compareKeys(one: Scalar, other: Scalar, ascending: boolean, locale: string): number {
  const rest = (value: Scalar) => (value === null ? 2 : isError(value) ? 1 : 0);
  if (rest(one) || rest(other)) return rest(one) - rest(other);
  return compare(one, other, locale) * (ascending ? 1 : -1);
}

function sumProduct(arrays: readonly Matrix[]): number {
  const [first] = arrays;
  if (!first || arrays.some(({ rows, columns }) => rows !== first.rows || columns !== first.columns)) {
    throw failure('#VALUE!', 'Array arguments to SUMPRODUCT are of different size.');
  }
  let sum = 0;
  for (let index = 0; index < first.data.length; index++) {
    let product = 1;
    for (const { data } of arrays) {
      const value = data[index] ?? null;
      if (isError(value)) throw value;
      product *= typeof value === 'number' ? value : 0;
    }
    sum += product;
  }
  return sum;
}

function multiply(one: Matrix, other: Matrix): Value {
  if (one.columns !== other.rows)
    throw failure('#VALUE!', 'MMULT needs as many columns in the first matrix as rows in the second.');
  const cell = ({ data, columns }: Matrix, row: number, column: number): number => {
    const value = data[row * columns + column] ?? null;
    if (isError(value)) throw value;
    if (typeof value !== 'number') throw failure('#VALUE!', 'Function MMULT expects number values.');
    return value;
  };
  const data: number[] = [];
  for (let row = 0; row < one.rows; row++) {
    for (let column = 0; column < other.columns; column++) {
      let sum = 0;
      for (let index = 0; index < one.columns; index++) sum += cell(one, row, index) * cell(other, index, column);
      data.push(sum);
    }
  }
  return { rows: one.rows, columns: other.columns, data };
}

/** Arrays side by side; a single value in braces is an array, too. */
function sideBySide(arrays: readonly Matrix[]): Value {
  const [first] = arrays;
  if (!first || arrays.some(({ rows }) => rows !== first.rows)) {
    throw failure('#VALUE!', 'Function ARRAY_ROW parameters have mismatched row sizes.');
  }
  const lines = arrays.map(rowsOf);
  return matrixOf(Array.from({ length: first.rows }, (_, row) => lines.flatMap((rows) => rows[row] ?? [])));
}

function stacked(arrays: readonly Matrix[]): Value {
  const [first] = arrays;
  if (!first || arrays.some(({ columns }) => columns !== first.columns)) {
    throw failure('#VALUE!', 'In ARRAY_LITERAL, an array literal was missing values for one or more rows.');
  }
  return {
    rows: arrays.reduce((rows, array) => rows + array.rows, 0),
    columns: first.columns,
    data: arrays.flatMap(({ data }) => data),
  };
}

function sequence(rows: number, columns: number, start: number, step: number): Value {
  const [height, width] = [Math.trunc(rows), Math.trunc(columns)];
  if (height < 1 || width < 1) throw failure('#NUM!', 'SEQUENCE needs at least one row and one column.');
  return {
    rows: height,
    columns: width,
    data: Array.from({ length: height * width }, (_, index) => start + index * step),
  };
}

const SPILLS = { spills: 'always' } as const;
const OVER_ARRAYS = { array: true, spills: 'always' } as const;

/** An error that is an operand of braces stays an element. */
function elements(values: readonly Value[], { context }: Call): Matrix[] {
  return values.map((value) => (isReference(value) || isMatrix(value) ? toMatrix(value, context) : columnOf([value])));
}

/** Functions that take and give arrays. */
export const ARRAY: Readonly<Record<string, Definition>> = {
  [STACK_ROWS]: repeat([], ['value'], (_, groups, call) => stacked(elements(groups.flat(), call)), SPILLS),
  [STACK_COLUMNS]: repeat([], ['value'], (_, groups, call) => sideBySide(elements(groups.flat(), call)), SPILLS),
  TRANSPOSE: define(['matrix'], ([matrix]) => transpose(matrix), OVER_ARRAYS),
  FLATTEN: repeat([], ['matrix'], (_, groups) => columnOf(groups.flatMap(([{ data }]) => data)), OVER_ARRAYS),
  UNIQUE: define(
    ['matrix', 'boolean?', 'boolean?'],
    ([range, byColumn = false, onlyOnce = false]) => unique(range, byColumn, onlyOnce),
    OVER_ARRAYS,
  ),
  FILTER: repeat(['matrix'], ['matrix'], ([range], conditions) => filter(range, conditions.flat()), OVER_ARRAYS),
  SORT: define(
    ['matrix', 'value?', 'boolean?', 'value?', 'boolean?', 'value?', 'boolean?'],
    ([range, ...orders], call) => sort(range, pairsOf(orders), call),
    OVER_ARRAYS,
  ),
  SUMPRODUCT: repeat([], ['matrix'], (_, groups) => sumProduct(groups.flat()), { array: true }),
  MMULT: define(['matrix', 'matrix'], ([one, other]) => multiply(one, other), OVER_ARRAYS),
  SEQUENCE: define(
    ['number', 'number?', 'number?', 'number?'],
    ([rows, columns = 1, start = 1, step = 1]) => sequence(rows, columns, start, step),
    SPILLS,
  ),
};

function pairsOf(given: readonly (Value | undefined)[]): (readonly [Value, boolean])[] {
  const pairs: (readonly [Value, boolean])[] = [];
  for (let index = 0; index < given.length; index += 2) {
    const column = given[index];
    const ascending = given[index + 1];
    if (column !== undefined) pairs.push([column, ascending !== false]);
  }
  return pairs;
}
