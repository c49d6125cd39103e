/** One cell as a function gets it: dates as civil dates, blanks as "", null or undefined, errors as text such as "#N/A". */
export type Scalar = number | string | boolean | { readonly date: string } | null | undefined;

/** An argument: the value of a cell, or rows of values. */
export type Argument = Scalar | readonly (readonly Scalar[])[];

/** What a function answers: a value, nothing, or rows of values that spill. */
export type Result = number | string | undefined | readonly (readonly (number | string | undefined)[])[];

/** The cells of an argument, one a row, and their shape. */
export interface Cells {
  readonly rows: readonly (readonly Scalar[])[];

  readonly isRow: boolean;
  readonly isBlock: boolean;
  readonly isSingle: boolean;
  /** Nothing was given, not even a blank cell. */
  readonly isOmitted: boolean;
}

/** A cell as a label: whole, not shortened; a blank one is "". */
export function labelText(value: Scalar): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) return value.date;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value ?? '');
}

/** Whether a cell counts as empty. */
export const isBlank = (value: Scalar): boolean => value === '' || value === null || value === undefined;

export const isText = (value: Scalar): boolean => typeof value === 'string';

/** A cell by its row; undefined where it is blank. */
export function cellAt({ rows }: Cells, row: number): Scalar {
  const value = rows[row]?.[0];
  return isBlank(value) ? undefined : value;
}

/** Whether a cell that is filled passes the test; the first one that does ends the search. */
export function someCell({ rows }: Cells, test: (value: Scalar) => boolean): boolean {
  for (let row = 0; row < rows.length; row++) {
    const value = rows[row]?.[0];
    if (!isBlank(value) && test(value)) return true;
  }
  return false;
}

/** Whether every cell is blank. */
export const isEmpty = (cells: Cells): boolean => !someCell(cells, () => true);

/** An argument as a list of cells, and which way it runs. A column stays as it is: a copy of a long one takes its time. */
export function cellsOf(argument: Argument): Cells {
  const given = (Array.isArray(argument) ? argument : [[argument]]) as readonly (readonly Scalar[])[];
  let width = 0;
  for (const { length } of given) if (length > width) width = length;
  const rows = width === 1 ? given : given.flatMap((row) => Array.from({ length: width }, (_, at) => [row[at]]));
  return {
    rows,
    isRow: given.length === 1 && width > 1,
    isBlock: given.length > 1 && width > 1,
    isSingle: given.length <= 1 && width <= 1,
    isOmitted: argument === undefined,
  };
}

/** Some rows of an argument as an argument. */
export const cellsOfRows = (cells: Cells, rows: readonly number[]): Cells => ({
  ...cells,
  rows: rows.map((row) => cells.rows[row] ?? []),
});

/** Arguments without those at the end that were left out; a blank cell is an argument. */
export function withoutOmitted<T extends Pick<Cells, 'isOmitted'>>(
  cells: readonly (T | undefined)[],
): readonly (T | undefined)[] {
  const last = cells.reduce((end, one, at) => (!one || one.isOmitted ? end : at + 1), 0);
  return cells.slice(0, last);
}
