import type { Area, CellError, Scalar } from '../workbook/types';

/** Computed cells, row by row; `data` has rows × columns entries. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: readonly Scalar[];
}

/** Cells of a sheet that a formula points to, not read yet. */
export interface Reference {
  readonly area: Area;
}

/** What an expression may give. */
export type Value = Scalar | Matrix | Reference;

/** Narrows a value to an error. */
export function isError(value: unknown): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value;
}

/** Narrows a value to computed cells. */
export function isMatrix(value: Value): value is Matrix {
  return typeof value === 'object' && value !== null && 'data' in value;
}

/** Narrows a value to a reference. */
export function isReference(value: Value): value is Reference {
  return typeof value === 'object' && value !== null && 'area' in value;
}

/** An error with the message that Google shows on hover. */
export function failure(error: CellError['error'], message?: string): CellError {
  return message === undefined ? { error } : { error, message };
}

/** True if an area is one cell. */
export function isCell({ top, left, bottom, right }: Area): boolean {
  return top === bottom && left === right;
}

/** Computed cells from a list that is laid down as one column. */
export function columnOf(data: readonly Scalar[]): Matrix {
  return { rows: data.length, columns: 1, data };
}

/** Computed cells from rows of the same length. */
export function matrixOf(rows: readonly (readonly Scalar[])[]): Matrix {
  return { rows: rows.length, columns: rows[0]?.length ?? 0, data: rows.flat() };
}

/** The rows of computed cells. */
export function rowsOf({ rows, columns, data }: Matrix): Scalar[][] {
  return Array.from({ length: rows }, (_, row) => data.slice(row * columns, (row + 1) * columns));
}

/** Rows become columns. */
export function transpose({ rows, columns, data }: Matrix): Matrix {
  const turned: Scalar[] = [];
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) turned.push(data[row * columns + column] ?? null);
  }
  return { rows: columns, columns: rows, data: turned };
}

const OUTSIDE = failure('#N/A', 'Argument array is too small.');

/**
 * The cell that stands opposite row and column of a larger array: one row or one column repeats itself, beyond the end of
 * anything else is #N/A.
 */
function pick({ rows, columns, data }: Matrix, row: number, column: number): Scalar {
  const down = rows === 1 ? 0 : row;
  const across = columns === 1 ? 0 : column;
  return down < rows && across < columns ? (data[down * columns + across] ?? null) : OUTSIDE;
}

/**
 * Applies a function to the values that stand in the same place of arrays, which repeat themselves up to the largest of them.
 * Thrown errors become cells. The list of values is the same one every time: the function must not keep it.
 */
export function combine(arrays: readonly Matrix[], apply: (values: readonly Scalar[]) => Scalar): Matrix {
  const rows = Math.max(...arrays.map((array) => array.rows));
  const columns = Math.max(...arrays.map((array) => array.columns));
  const isWhole = arrays.map((array) => array.rows === rows && array.columns === columns);
  const values: Scalar[] = new Array(arrays.length).fill(null);
  const compute = () => apply(values);
  const data: Scalar[] = new Array(rows * columns);
  for (let row = 0, index = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, index++) {
      for (let place = 0; place < arrays.length; place++) {
        const array = arrays[place] as Matrix;
        values[place] = isWhole[place] ? (array.data[index] ?? null) : pick(array, row, column);
      }
      data[index] = attempt(compute);
    }
  }
  return { rows, columns, data };
}

/** The outcome of a function; an error that it throws is its outcome, too. */
export function attempt<T>(compute: () => T): T | CellError {
  try {
    return compute();
  } catch (thrown) {
    if (isError(thrown)) return thrown;
    throw thrown;
  }
}
