import type { Block } from '../workbook/address';
import { isDate } from '../workbook/display';
import type { Sheet } from '../workbook/sheet';
import type { Area } from '../workbook/types';
import type { Workbook } from '../workbook/workbook';
import { serialToInstant } from '../workbook/zone';
import type { Execution } from './execution';
import { GoogleError, Service } from './interface';

/** A block of cells of a sheet that still exists, with the loops that every kind of access needs. */
export abstract class Cells extends Service {
  constructor(
    readonly execution: Execution,
    readonly target: Sheet,
    readonly block: Block,
  ) {
    super();
  }

  get workbook(): Workbook {
    return this.execution.workbook;
  }

  /** The block with the number of its sheet. */
  get area(): Area {
    return { sheet: this.target.id, ...this.block };
  }

  get height(): number {
    return this.block.bottom - this.block.top + 1;
  }

  get width(): number {
    return this.block.right - this.block.left + 1;
  }

  /** Something of the first cell. */
  protected first<T>(read: (row: number, column: number) => T): T {
    this.requireSheet();
    return read(this.block.top, this.block.left);
  }

  /** Something of every cell, row by row. */
  protected grid<T>(read: (row: number, column: number) => T): T[][] {
    this.requireSheet();
    return Array.from({ length: this.height }, (_row, down) =>
      Array.from({ length: this.width }, (_cell, across) => read(this.block.top + down, this.block.left + across)),
    );
  }

  /** Does something with every cell. */
  protected each(write: (row: number, column: number) => void): this {
    this.requireSheet();
    const { top, left, bottom, right } = this.block;
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) write(row, column);
    return this;
  }

  /** Gives every cell its own value of a table of the same shape. */
  protected eachOf<T>(values: readonly (readonly T[])[], write: (row: number, column: number, value: T) => void): this {
    this.requireShape(values);
    return this.each((row, column) =>
      write(row, column, values[row - this.block.top]?.[column - this.block.left] as T),
    );
  }

  /** Throws Google's sentence unless a table has as many rows and columns as the block. */
  protected requireShape(values: readonly (readonly unknown[])[]): void {
    requireEqual('rows', values.length, this.height);
    for (const row of values) requireEqual('columns', row.length, this.width);
  }

  /** Throws if the sheet has been deleted. */
  protected requireSheet(): void {
    if (this.workbook.find(this.target.id) !== this.target) throw new GoogleError(`Sheet ${this.target.id} not found`);
  }
}

function requireEqual(what: 'rows' | 'columns', data: number, range: number): void {
  if (data === range) return;
  throw new GoogleError(
    `The number of ${what} in the data does not match the number of ${what} in the range. ` +
      `The data has ${data} but the range has ${range}.`,
  );
}

/** The value of a cell as scripts read it: blank "", errors as text, dates as Date at the spreadsheet's clock. */
export function readCell(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
): string | number | boolean | Date {
  const value = workbook.valueAt(sheet, row, column);
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value !== 'number' || !isDate(workbook.numberFormat(sheet.id, row, column))) return value;
  return new Date(serialToInstant(value, workbook.timeZone));
}
