import type { CellValue, Cell as FileCell } from 'hucre';
import { type Block, formatBlock } from '../workbook/address';
import { Formula, type Sheet } from '../workbook/sheet';
import type { CellStyle, Scalar } from '../workbook/types';
import type { Workbook } from '../workbook/workbook';
import { xlsxStyle } from './xlsx-style';

/** A formula as an .xlsx file holds it, without "="; `array` if it has to be calculated as an array. */
export interface FileFormula {
  readonly formula: string;
  readonly array: boolean;
}

/** Cells of a sheet: values row by row, and by "row,column" what is more than a value. */
export interface FileCells {
  readonly rows: CellValue[][];
  readonly cells: Map<string, Partial<FileCell>>;
}

/** Most characters that a cell of an .xlsx file may have. */
const MAX_TEXT = 32_767;

/** A sheet's cells with values, formulas, looks and notes; a formula that `translate` does not know goes out as its value. */
export function xlsxCells(
  workbook: Workbook,
  sheet: Sheet,
  translate: (formula: string) => FileFormula | undefined,
): FileCells {
  const { rows, spills } = readValues(workbook, sheet);
  const cells = new Map<string, Partial<FileCell>>();
  const extend = (row: number, column: number, more: Partial<FileCell>) => {
    const key = `${row},${column}`;
    cells.set(key, { ...cells.get(key), ...more });
  };
  for (const { row, column, formula } of sheet.formulas()) {
    const translated = translate(formula);
    const spill = spills.get(`${row},${column}`);
    if (translated) extend(row, column, formulaCell(translated, rows[row]?.[column], spill ?? single(row, column)));
  }
  rows.forEach((values, row) => {
    values.forEach((value, column) => {
      // A text that looks like an error would be written as one; rich text is always text.
      if (typeof value === 'string' && isError(value) && !shownError(workbook, sheet, row, column)) {
        extend(row, column, { richText: [{ text: value }] });
      }
    });
  });
  addStyles(sheet, extend);
  for (const { row, column, value } of sheet.notes.entries()) extend(row, column, { comment: { text: value } });
  return { rows, cells };
}

function readValues(workbook: Workbook, sheet: Sheet): { rows: CellValue[][]; spills: Map<string, Block> } {
  const shown = workbook.shown(sheet);
  const rows: CellValue[][] = [];
  const spills = new Map<string, Block>();
  for (let row = 0; row < shown.rows; row++) {
    const values: CellValue[] = [];
    for (let column = 0; column < shown.columns; column++) {
      const value = workbook.valueAt(sheet, row, column);
      values.push(fileValue(value));
      if (value !== null && sheet.contents.get(row, column) === undefined) {
        const anchor = workbook.spillAnchor(sheet, row, column);
        if (anchor) stretch(spills, anchor, row, column);
      }
    }
    rows.push(values);
  }
  return { rows, spills };
}

function fileValue(value: Scalar): CellValue {
  // A text that reads like the file's own way to write odd characters is told apart by writing its first one that way.
  if (typeof value === 'string') return value.slice(0, MAX_TEXT).replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
  return typeof value === 'object' && value !== null ? value.error : value;
}

function stretch(
  spills: Map<string, Block>,
  anchor: { row: number; column: number },
  row: number,
  column: number,
): void {
  const key = `${anchor.row},${anchor.column}`;
  const block = spills.get(key) ?? single(anchor.row, anchor.column);
  spills.set(key, { ...block, bottom: Math.max(block.bottom, row), right: Math.max(block.right, column) });
}

function single(row: number, column: number): Block {
  return { top: row, left: column, bottom: row, right: column };
}

function formulaCell({ formula, array }: FileFormula, shown: CellValue | undefined, block: Block): Partial<FileCell> {
  const spills = block.bottom > block.top || block.right > block.left;
  // An error as the cached result would be shown as a text until the file is calculated anew.
  const cached = typeof shown === 'string' && isError(shown) ? null : (shown ?? null);
  return {
    formula,
    formulaResult: cached,
    ...((array || spills) && { formulaType: 'array', formulaRef: formatBlock(block) }),
  };
}

function isError(text: string): boolean {
  return /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|GETTING_DATA|SPILL!|CALC!)$/.test(text);
}

function shownError(workbook: Workbook, sheet: Sheet, row: number, column: number): boolean {
  return sheet.contents.get(row, column) instanceof Formula || typeof workbook.valueAt(sheet, row, column) === 'object';
}

function addStyles(sheet: Sheet, extend: (row: number, column: number, more: Partial<FileCell>) => void): void {
  const add = (row: number, column: number, look: CellStyle | undefined, format: string | undefined) => {
    const style = xlsxStyle(look, format);
    if (style) extend(row, column, { style });
  };
  for (const { row, column, value } of sheet.styles.entries()) add(row, column, value, sheet.formats.get(row, column));
  for (const { row, column, value } of sheet.formats.entries()) {
    if (sheet.styles.get(row, column) === undefined) add(row, column, undefined, value);
  }
}
