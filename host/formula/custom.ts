import type { Area, Scalar } from '../workbook/types';
import { instantToSerial, serialToInstant } from '../workbook/zone';
import type { Context } from './context';
import { failure, isCell, isError, isMatrix, isReference, type Matrix, matrixOf, rowsOf, type Value } from './values';

/**
 * Calls a custom function as Google does. Assumed: a single cell arrives as its value, everything larger as rows of values;
 * blanks and omitted arguments as "", errors as their text, numbers in cells that show dates as Date, in the workbook's
 * time zone; an open range reaches to the sheet's last row. The function runs only if an argument is not what it was.
 */
export function callCustom(
  run: (...args: unknown[]) => unknown,
  given: readonly Value[],
  call: object,
  context: Context,
): Value {
  const args = given.map((value) => outgoing(value, context));
  const result = context.recall(call, args, () => {
    try {
      return incoming(run(...args), context.timeZone);
    } catch (thrown) {
      return failure('#ERROR!', sentence(thrown));
    }
  });
  return result as Value;
}

function outgoing(value: Value, context: Context): unknown {
  if (isMatrix(value)) return rowsOf(value).map((row) => row.map(plain));
  if (!isReference(value)) return plain(value);
  const area = context.close(value.area);
  if (isCell(area))
    return dated(context.value(area.sheet, area.top, area.left), area.sheet, area.top, area.left, context);
  return outgoingRows(area, context);
}

function outgoingRows(area: Area, context: Context): unknown[][] {
  const { rows, columns, data } = context.read(area);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      dated(data[row * columns + column] ?? null, area.sheet, area.top + row, area.left + column, context),
    ),
  );
}

function dated(value: Scalar, sheet: number, row: number, column: number, context: Context): unknown {
  if (typeof value !== 'number' || !context.isDate(sheet, row, column)) return plain(value);
  return new Date(serialToInstant(value, context.timeZone));
}

function plain(value: Scalar): unknown {
  return isError(value) ? value.error : (value ?? '');
}

/**
 * What a custom function gave, as cells. Assumed of Google: a list is laid down as a column, short rows are filled up with
 * blanks, null and undefined are blank, NaN and infinity #NUM!, a Date becomes its serial in the workbook's time zone.
 */
function incoming(result: unknown, timeZone: string): Scalar | Matrix {
  if (!Array.isArray(result)) return cellOf(result, timeZone);
  const rows = result.map((row: unknown) => (Array.isArray(row) ? row : [row]).map((cell) => cellOf(cell, timeZone)));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return null;
  return matrixOf(rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null)));
}

function cellOf(value: unknown, timeZone: string): Scalar {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : failure('#NUM!', 'Result was not a number.');
  }
  if (isDateObject(value)) return cellOf(serial(value.getTime(), timeZone), timeZone);
  return String(value);
}

function serial(instant: number, timeZone: string): number {
  return Number.isFinite(instant) ? instantToSerial(instant, timeZone) : Number.NaN;
}

function sentence(thrown: unknown): string {
  const isThrownError = typeof thrown === 'object' && thrown !== null && 'message' in thrown;
  return isThrownError ? String(thrown.message) : String(thrown).replace(/^Error: /, '');
}

/** True if two lists of arguments for custom functions hold the same values. */
export function sameArguments(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((part, index) => sameArguments(part, other[index]));
  }
  return isDateObject(one) && isDateObject(other) && one.getTime() === other.getTime();
}

/** The function may live in another realm, whose Date is not ours. */
function isDateObject(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
