import { columnLetters, quoteSheet } from '../../workbook/address';
import type { Area, Scalar } from '../../workbook/types';
import { compare, fold, toText } from '../coerce';
import { type Column, rowsWith } from '../column';
import type { Context } from '../context';
import { wildcardExpression } from '../criteria';
import { toMatrix } from '../dereference';
import { extentOf, parseReference } from '../references';
import { columnOf, failure, isError, isReference, type Matrix, matrixOf, type Value } from '../values';
import { type Call, type Definition, define, repeat } from './define';

/** Cells in one line that are looked through; `from` is the place of the first of them in their column. */
interface Line {
  readonly column: Column;
  readonly from: number;
  readonly length: number;
}

/** One row or column as a line. Reading a column of a sheet keeps its index for the next look. */
function lineOf(value: Value, { context, name }: Call): Line {
  if (isError(value)) throw value;
  if (isReference(value)) {
    const slices = context.columns(value.area);
    const [slice] = slices;
    if (slice && slices.length === 1) return { column: slice.column, from: slice.top, length: slice.count };
  }
  const { rows, columns, data } = toMatrix(value, context);
  if (rows > 1 && columns > 1) throw failure('#N/A', `${name} range must be a single row or a single column.`);
  return { column: { values: data }, from: 0, length: data.length };
}

const at = ({ column, from }: Line, index: number): Scalar => column.values[from + index] ?? null;

/** Place of the first (or last) value that equals the key, texts whatever their case and with wildcards; -1 for none. */
function findEqual(key: Scalar, line: Line, wildcards: boolean, backwards = false): number {
  if (key === null) return -1;
  if (wildcards && typeof key === 'string' && /[*?~]/.test(key)) return findPattern(key, line, backwards);
  const rows = rowsWith(line.column, key);
  const inside = (row: number) => row >= line.from && row < line.from + line.length;
  const row = backwards ? rows.findLast(inside) : rows.find(inside);
  return row === undefined ? -1 : row - line.from;
}

function findPattern(key: string, line: Line, backwards: boolean): number {
  const expression = wildcardExpression(fold(key));
  const { column, from, length } = line;
  const matches = (value: Scalar) => typeof value === 'string' && expression.test(fold(value));
  const values = column.values.slice(from, from + length);
  return backwards ? values.findLastIndex(matches) : values.findIndex(matches);
}

/** Place of the last value, of the key's kind, that is still on the right side of the key in a sorted line; -1 for none. */
function findSorted(key: Scalar, line: Line, locale: string, descending: boolean): number {
  let found = -1;
  const end = Math.min(line.length, line.column.values.length - line.from);
  for (let index = 0; index < end; index++) {
    const value = at(line, index);
    if (typeof value !== typeof key || isError(value) || value === null) continue;
    const order = compare(value, key, locale);
    if (descending ? order >= 0 : order <= 0) found = index;
  }
  return found;
}

function missing(key: Scalar, { name, context }: Call) {
  return failure(
    '#N/A',
    `Did not find value '${isError(key) ? key.error : toText(key, context.locale)}' in ${name} evaluation.`,
  );
}

function match(key: Scalar, range: Value, type: number, call: Call): Scalar {
  const line = lineOf(range, call);
  const index = type === 0 ? findEqual(key, line, true) : findSorted(key, line, call.context.locale, type < 0);
  return index < 0 ? missing(key, call) : index + 1;
}

/** A table that is looked up by its first column. */
interface Table {
  readonly keys: Value;
  readonly columns: number;
  cell(row: number, column: number): Scalar;
}

function tableOf(value: Value, { context }: Call): Table {
  if (isError(value)) throw value;
  if (isReference(value)) {
    const { sheet, top, left, bottom, right } = context.close(value.area);
    return {
      keys: { area: { sheet, top, left, bottom, right: left } },
      columns: right - left + 1,
      cell: (row, column) => context.value(sheet, top + row, left + column),
    };
  }
  const { rows, columns, data } = toMatrix(value, context);
  return {
    keys: columnOf(Array.from({ length: rows }, (_, row) => data[row * columns] ?? null)),
    columns,
    cell: (row, column) => data[row * columns + column] ?? null,
  };
}

function lookUp(key: Scalar, table: Table, index: number, sorted: boolean, call: Call): Scalar {
  const column = Math.trunc(index);
  if (column < 1)
    throw failure('#VALUE!', `Function ${call.name} parameter 3 value is ${column}. It should be at least 1.`);
  if (column > table.columns) throw failure('#REF!', `${call.name} evaluates to an out of bounds range.`);
  const line = lineOf(table.keys, call);
  const row = sorted ? findSorted(key, line, call.context.locale, false) : findEqual(key, line, true);
  return row < 0 ? missing(key, call) : table.cell(row, column - 1);
}

function turned(value: Value, call: Call): Table {
  if (isError(value)) throw value;
  const { rows, columns, data } = toMatrix(value, call.context);
  return {
    keys: matrixOf([data.slice(0, columns)]),
    columns: rows,
    cell: (row, column) => data[column * columns + row] ?? null,
  };
}

/** One row of a block that is as high as the line it was found in, or one column of a block as wide. */
function lineAt(value: Value, index: number, height: number, { context, name }: Call): Value {
  const bad = () => failure('#VALUE!', `Arguments to ${name} are of different size.`);
  if (isReference(value)) {
    const { sheet, top, left, bottom, right } = context.close(value.area);
    if (bottom - top + 1 === height) return { area: { sheet, top: top + index, left, bottom: top + index, right } };
    if (right - left + 1 === height) return { area: { sheet, top, left: left + index, bottom, right: left + index } };
    throw bad();
  }
  const { rows, columns, data } = toMatrix(value, context);
  if (rows === height) return matrixOf([data.slice(index * columns, (index + 1) * columns)]);
  if (columns === height)
    return columnOf(Array.from({ length: rows }, (_, row) => data[row * columns + index] ?? null));
  throw bad();
}

function nearest(key: Scalar, line: Line, mode: number, backwards: boolean, locale: string): number {
  const exact = findEqual(key, line, mode === 2, backwards);
  if (exact >= 0 || mode === 0 || mode === 2 || key === null) return exact;
  let best = -1;
  for (let index = 0; index < Math.min(line.length, line.column.values.length - line.from); index++) {
    const value = at(line, index);
    if (typeof value !== typeof key || isError(value)) continue;
    const order = compare(value, key, locale);
    if (mode < 0 ? order > 0 : order < 0) continue;
    const gain = best < 0 ? 1 : compare(value, at(line, best), locale) * (mode < 0 ? 1 : -1);
    if (gain > 0 || (gain === 0 && backwards)) best = index;
  }
  return best;
}

function lookUpAnywhere(
  [key, keys, results, fallback, mode = 0, search = 1]: readonly [
    Scalar,
    Value,
    Value,
    Value | undefined,
    number | undefined,
    number | undefined,
  ],
  call: Call,
): Value {
  const line = lineOf(keys, call);
  const index = nearest(key, line, Math.trunc(mode), search < 0, call.context.locale);
  if (index < 0) return fallback ?? missing(key, call);
  const found = lineAt(results, index, line.length, call);
  return isReference(found) ? toMatrix(found, call.context) : found;
}

/** LOOKUP goes by a sorted first row or column, and answers from the last one. */
function lookUpSorted(key: Scalar, keys: Value, results: Value | undefined, call: Call): Value {
  const { rows, columns, data } = toMatrix(keys, call.context);
  const wide = columns > rows;
  const first = wide ? data.slice(0, columns) : Array.from({ length: rows }, (_, row) => data[row * columns] ?? null);
  const index = findSorted(key, lineOf(columnOf(first), call), call.context.locale, false);
  if (index < 0) return missing(key, call);
  if (results === undefined) return data[wide ? (rows - 1) * columns + index : index * columns + columns - 1] ?? null;
  return toMatrix(results, call.context).data[index] ?? null;
}

function requireIndex(index: number, most: number, place: number, { name }: Call): number {
  const whole = Math.trunc(index);
  if (whole >= 0 && whole <= most) return whole;
  throw failure(
    '#NUM!',
    `Function ${name} parameter ${place} value is ${whole}. Valid values are between 0 and ${most} inclusive.`,
  );
}

function pickIndex(value: Value, first: number, second: number | undefined, call: Call): Value {
  if (isError(value)) throw value;
  const { context } = call;
  const block: Area = isReference(value) ? context.close(value.area) : shapeOf(toMatrix(value, context));
  const [height, width] = [block.bottom - block.top + 1, block.right - block.left + 1];
  // With one number, a single row is gone through from left to right.
  const along = second === undefined && height === 1 && width > 1;
  const row = along ? 1 : requireIndex(first, height, 2, call);
  const column = along ? requireIndex(first, width, 2, call) : requireIndex(second ?? 0, width, 3, call);
  const only = second === undefined && !along && width === 1 ? 1 : column;
  const area: Area = {
    sheet: block.sheet,
    top: row ? block.top + row - 1 : block.top,
    bottom: row ? block.top + row - 1 : block.bottom,
    left: only ? block.left + only - 1 : block.left,
    right: only ? block.left + only - 1 : block.right,
  };
  return isReference(value) ? { area } : cut(toMatrix(value, context), area);
}

const shapeOf = ({ rows, columns }: Matrix): Area => ({
  sheet: 0,
  top: 0,
  left: 0,
  bottom: rows - 1,
  right: columns - 1,
});

function cut({ columns, data }: Matrix, { top, left, bottom, right }: Area): Value {
  const rows: Scalar[][] = [];
  for (let row = top; row <= bottom; row++) rows.push(data.slice(row * columns + left, row * columns + right + 1));
  return matrixOf(rows);
}

function offset(
  { area }: { area: Area },
  [down, across, height, width]: [number, number, number | undefined, number | undefined],
  { context }: Call,
): Value {
  const { sheet, top, left, bottom, right } = context.close(area);
  const [rows, columns] = [Math.trunc(height ?? bottom - top + 1), Math.trunc(width ?? right - left + 1)];
  const [row, column] = [top + Math.trunc(down), left + Math.trunc(across)];
  if (row < 0 || column < 0 || rows < 1 || columns < 1)
    throw failure('#REF!', 'Function OFFSET evaluates to an out of bounds range.');
  return { area: { sheet, top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 } };
}

function indirect(text: string, { context }: Call): Value {
  const reference = parseReference(text.trim());
  const sheet = reference && (reference.sheet === undefined ? context.cell.sheet : context.sheetId(reference.sheet));
  if (!reference || sheet === undefined) {
    throw failure('#REF!', `Function INDIRECT parameter 1 value is '${text}'. It is not a valid cell/range reference.`);
  }
  return { area: { sheet, ...extentOf(reference) } };
}

/** Numbers of the rows or columns of a reference: all of them where arrays are computed, else the first. */
function positions(value: Value | undefined, axis: 'rows' | 'columns', { context, array, name }: Call): Value {
  if (value === undefined) return (axis === 'rows' ? context.cell.row : context.cell.column) + 1;
  if (isError(value)) throw value;
  if (!isReference(value)) throw failure('#N/A', `Argument to ${name} must be a range.`);
  const { top, left, bottom, right } = context.close(value.area);
  const [first, last] = axis === 'rows' ? [top, bottom] : [left, right];
  if (!array || first === last) return first + 1;
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index + 1);
  return axis === 'rows' ? columnOf(numbers) : matrixOf([numbers]);
}

function sizeOf(value: Value, axis: 'rows' | 'columns', context: Context): number {
  if (isError(value)) throw value;
  if (!isReference(value)) return toMatrix(value, context)[axis];
  const { top, left, bottom, right } = context.close(value.area);
  return axis === 'rows' ? bottom - top + 1 : right - left + 1;
}

function address(row: number, column: number, mode: number, sheet: string | undefined): string {
  const prefix = sheet === undefined ? '' : `${quoteSheet(sheet)}!`;
  const letters = (mode === 1 || mode === 3 ? '$' : '') + columnLetters(Math.trunc(column) - 1);
  return `${prefix}${letters}${mode === 1 || mode === 2 ? '$' : ''}${Math.trunc(row)}`;
}

const SPILLS = { spills: 'always' } as const;

/** Finding values, and references to places. */
export const LOOKUP: Readonly<Record<string, Definition>> = {
  MATCH: define(['cell', 'value', 'number?'], ([key, range, type = 1], call) => match(key, range, type, call)),
  VLOOKUP: define(['scalar', 'value', 'number', 'boolean?'], ([key, range, index, sorted = true], call) =>
    lookUp(key, tableOf(range, call), index, sorted, call),
  ),
  HLOOKUP: define(['scalar', 'value', 'number', 'boolean?'], ([key, range, index, sorted = true], call) =>
    lookUp(key, turned(range, call), index, sorted, call),
  ),
  XLOOKUP: define(
    ['scalar', 'value', 'value', 'value?', 'number?', 'number?'],
    (args, call) => lookUpAnywhere(args, call),
    SPILLS,
  ),
  LOOKUP: define(
    ['scalar', 'value', 'value?'],
    ([key, keys, results], call) => lookUpSorted(key, keys, results, call),
    {
      array: true,
    },
  ),
  INDEX: define(
    ['value', 'number?', 'number?'],
    ([value, row = 0, column], call) => pickIndex(value, row, column, call),
    {
      array: true,
      spills: 'always',
    },
  ),
  OFFSET: define(
    ['reference', 'number', 'number', 'number?', 'number?'],
    ([from, ...size], call) => offset(from, size, call),
    SPILLS,
  ),
  INDIRECT: define(['text', 'boolean?'], ([text], call) => indirect(text, call), SPILLS),
  ROW: define(['value?'], ([value], call) => positions(value, 'rows', call)),
  COLUMN: define(['value?'], ([value], call) => positions(value, 'columns', call)),
  ROWS: define(['value'], ([value], { context }) => sizeOf(value, 'rows', context)),
  COLUMNS: define(['value'], ([value], { context }) => sizeOf(value, 'columns', context)),
  ADDRESS: define(['number', 'number', 'number?', 'boolean?', 'text?'], ([row, column, mode = 1, , sheet]) =>
    address(row, column, mode, sheet),
  ),
  /** A drawing in a cell: accepted, and blank as a value. */
  SPARKLINE: repeat([], ['value'], () => null),
};
