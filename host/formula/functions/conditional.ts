import type { Scalar } from '../../workbook/types';
import { type ColumnSlice, maskOf } from '../column';
import { type Criterion, criterionOf } from '../criteria';
import { toMatrix } from '../dereference';
import { failure, isError, isReference, type Value } from '../values';
import { extreme, total } from './aggregate';
import { type Call, type Definition, define, repeat } from './define';
import { countDifferent } from './statistics';

type Conditions = readonly (readonly [Value, Scalar])[];

/** Cells as columns of the same height. */
function slicesOf(value: Value, { context }: Call): ColumnSlice[] {
  if (isError(value)) throw value;
  if (isReference(value)) return context.columns(value.area);
  const { rows, columns, data } = toMatrix(value, context);
  return Array.from({ length: columns }, (_, column) => ({
    column: { values: Array.from({ length: rows }, (_row, row) => data[row * columns + column] ?? null) },
    top: 0,
    count: rows,
  }));
}

/** The rows of one column that meet all conditions: 1 or 0 up to the last row with content, and how many blank ones follow. */
interface Selection {
  readonly rows: Uint8Array;
  readonly blanks: number;
}

const filled = ({ column, top, count }: ColumnSlice): number =>
  Math.max(0, Math.min(count, column.values.length - top));

/** Finds the rows that meet all conditions, column by column; the longest of all slices tells how far there is content. */
function select(conditions: Conditions, also: readonly ColumnSlice[], call: Call): Selection[] {
  const tests = conditions.map(([range, given]) => ({
    slices: slicesOf(range, call),
    criterion: criterionOf(given, call.context.locale),
  }));
  const [first] = tests;
  const width = first?.slices.length ?? 0;
  const height = first?.slices[0]?.count ?? 0;
  const shapes = [...tests.map(({ slices }) => slices), ...(also.length ? [also] : [])];
  if (shapes.some((slices) => slices.length !== width || slices.some(({ count }) => count !== height))) {
    throw failure('#VALUE!', `Array arguments to ${call.name} are of different size.`);
  }
  return Array.from({ length: width }, (_, column) => {
    const slices = tests.map(({ slices, criterion }) => ({ slice: slices[column] as ColumnSlice, criterion }));
    const extra = also[column];
    const length = Math.max(...slices.map(({ slice }) => filled(slice)), extra ? filled(extra) : 0);
    const rows = new Uint8Array(length).fill(1);
    for (const { slice, criterion } of slices) narrow(rows, slice, criterion);
    const blanks = tests.every(({ criterion }) => criterion.matches(null)) ? height - length : 0;
    return { rows, blanks };
  });
}

function narrow(rows: Uint8Array, { column, top }: ColumnSlice, criterion: Criterion): void {
  const mask = maskOf(column, criterion);
  const known = Math.max(0, Math.min(rows.length, mask.length - top));
  for (let row = 0; row < known; row++) rows[row] = (rows[row] as number) & (mask[top + row] as number);
  if (!criterion.matches(null)) rows.fill(0, known);
}

function count(conditions: Conditions, call: Call): number {
  let sum = 0;
  for (const { rows, blanks } of select(conditions, [], call)) {
    sum += blanks;
    for (let row = 0; row < rows.length; row++) sum += rows[row] as number;
  }
  return sum;
}

/** The values in the rows that meet all conditions. */
function valuesWhere(values: Value, conditions: Conditions, call: Call): Scalar[] {
  const slices = slicesOf(values, call);
  return select(conditions, slices, call).flatMap(({ rows }, column) => {
    const { column: cells, top } = slices[column] as ColumnSlice;
    const found: Scalar[] = [];
    for (let row = 0; row < rows.length; row++) if (rows[row]) found.push(cells.values[top + row] ?? null);
    return found;
  });
}

function numbersWhere(values: Value, conditions: Conditions, call: Call): number[] {
  const numbers: number[] = [];
  for (const value of valuesWhere(values, conditions, call)) {
    if (isError(value)) throw value;
    if (typeof value === 'number') numbers.push(value);
  }
  return numbers;
}

function average(numbers: readonly number[], { name }: Call): number {
  if (numbers.length > 0) return total(numbers) / numbers.length;
  throw failure('#DIV/0!', `Evaluation of function ${name} caused a divide by zero error.`);
}

/** The cells to add up for SUMIF: as large as the range, from the first cell of the last argument on. */
function resize(values: Value | undefined, range: Value, { context }: Call): Value {
  if (values === undefined) return range;
  if (!isReference(values) || !isReference(range)) return values;
  const { top, left, bottom, right } = context.close(range.area);
  const from = values.area;
  return { area: { ...from, bottom: from.top + bottom - top, right: from.left + right - left } };
}

const single = (compute: (numbers: number[], call: Call) => number): Definition =>
  define(['value', 'cell', 'value?'], ([range, given, values], call) =>
    compute(numbersWhere(resize(values, range, call), [[range, given]], call), call),
  );

const several = (compute: (numbers: number[], call: Call) => number): Definition =>
  repeat(['value'], ['value', 'cell'], ([values], conditions, call) =>
    compute(numbersWhere(values, conditions, call), call),
  );

/** Counts and sums under conditions; the ranges of one call must be equally large. */
export const CONDITIONAL: Readonly<Record<string, Definition>> = {
  COUNTIF: define(['value', 'cell'], ([range, given], call) => count([[range, given]], call)),
  COUNTIFS: repeat([], ['value', 'cell'], (_, conditions, call) => count(conditions, call)),
  SUMIF: single(total),
  SUMIFS: several(total),
  AVERAGEIF: single(average),
  AVERAGEIFS: several(average),
  MINIFS: several((numbers) => extreme(numbers, 'least') ?? 0),
  MAXIFS: several((numbers) => extreme(numbers, 'most') ?? 0),
  COUNTUNIQUEIFS: repeat(['value'], ['value', 'cell'], ([values], conditions, call) =>
    countDifferent(valuesWhere(values, conditions, call)),
  ),
};
