import type { Area, Scalar } from '../workbook/types';
import type { ColumnSlice } from './column';
import type { Matrix } from './values';

/** What formulas see of the workbook. Every read is noted as a dependency of the formula that is being computed. */
export interface Context {
  readonly locale: string;
  readonly timeZone: string;
  /** The cell whose formula is being computed. */
  readonly cell: { readonly sheet: number; readonly row: number; readonly column: number };
  /** Number of a sheet by its name in any case. */
  sheetId(name: string): number | undefined;
  /** The area with its open ends closed at the sheet's last row and column. */
  close(area: Area): Area;
  value(sheet: number, row: number, column: number): Scalar;
  /** All cells of an area, the blank tail of an open one included. */
  read(area: Area): Matrix;
  /** The cells of an area without rows and columns past the last one that shows something. */
  readFilled(area: Area): Matrix;
  /** The area as slices of columns. */
  columns(area: Area): ColumnSlice[];
  /** Date and time as a serial in the workbook's time zone; the formula is computed anew on every change. */
  now(): number;
  /** True if a cell's number format shows dates. */
  isDate(sheet: number, row: number, column: number): boolean;
  /** The custom function of this name. */
  custom(name: string): ((...args: unknown[]) => unknown) | undefined;
  /** What a call gave when it last had the same arguments, or what it gives now. */
  recall(call: object, args: readonly unknown[], compute: () => unknown): unknown;
  /** How deep expressions and cells are nested at the moment; kept by the evaluation. */
  depth: number;
}
