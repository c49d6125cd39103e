import type { Scalar } from '../workbook/types';
import type { Context } from './context';
import { failure, isCell, isMatrix, isReference, type Matrix, type Value } from './values';

/** True if a value is more than one cell. */
export function isWide(value: Value): boolean {
  return isReference(value) ? !isCell(value.area) : isMatrix(value);
}

/** One value in place of many: of a range the cell in the formula's own row or column, of an array the first. */
export function toSingle(value: Value, context: Context): Scalar {
  if (isMatrix(value)) return value.data[0] ?? null;
  if (!isReference(value)) return value;
  const { sheet, top, left, bottom, right } = value.area;
  const { row, column } = context.cell;
  if (isCell(value.area)) return context.value(sheet, top, left);
  if (left === right && row >= top && row <= bottom) return context.value(sheet, row, left);
  if (top === bottom && column >= left && column <= right) return context.value(sheet, top, column);
  return failure('#VALUE!', 'An array value could not be found.');
}

/** Any value as an array; references are read to the sheet's last row. */
export function toMatrix(value: Value, context: Context): Matrix {
  if (isMatrix(value)) return value;
  if (isReference(value)) return context.read(value.area);
  return { rows: 1, columns: 1, data: [value] };
}

/** Any value as an array, without the blank tail of a reference. */
export function toFilled(value: Value, context: Context): Matrix {
  return isReference(value) ? context.readFilled(value.area) : toMatrix(value, context);
}
