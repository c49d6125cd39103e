import type { Sheet } from '../workbook/sheet';
import type { Workbook } from '../workbook/workbook';
import type { ImportedCell } from './csv';

/** Adds a sheet with the cells of a file, rows equally long, and room for at least 1000 rows and 26 columns. */
export function addTable(workbook: Workbook, name: string, cells: readonly (readonly ImportedCell[])[]): Sheet {
  const [bottom, right] = [cells.length - 1, (cells[0]?.length ?? 1) - 1];
  const sheet = workbook.addSheet(name, { rows: Math.max(1000, bottom + 1), columns: Math.max(26, right + 1) });
  workbook.write(sheet, 0, 0, cells);
  const format = (row: number, column: number) => cells[row]?.[column]?.numberFormat;
  if (cells.length > 0) workbook.setNumberFormats(sheet, { top: 0, left: 0, bottom, right }, format);
  return sheet;
}
