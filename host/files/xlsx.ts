import {
  EncryptedFileError,
  type Cell as FileCell,
  type Sheet as FileSheet,
  readXlsx as readFile,
  type WriteSheet,
  writeXlsx as writeFile,
} from 'hucre';
import { adjustFormula } from '../formula/references';
import { toXlsxFormula } from '../formula/xlsx-formula';
import { type Block, columnLetters, quoteSheet } from '../workbook/address';
import type { Sheet } from '../workbook/sheet';
import type { CellError, Content, Scalar } from '../workbook/types';
import type { Workbook } from '../workbook/workbook';
import { refuseTooLarge } from './limits';
import { FileProblem } from './problem';
import { type FileFormula, xlsxCells } from './xlsx-cell';
import { xlsxChart } from './xlsx-chart';
import { hiddenLines, xlsxColumns, xlsxRows } from './xlsx-line';
import { xlsxSheetNames } from './xlsx-name';
import { printedSize, xlsxPage, xlsxPrintNames } from './xlsx-page';
import { type KeepList, type Wording, xlsxRules, xlsxValidations } from './xlsx-rule';
import { DEFAULT_FONT, xlsxColor } from './xlsx-style';

/**
 * The workbook as an .xlsx file: formulas stay live where spreadsheet programs know them, all others (custom functions
 * above all) go out as the values that they show.
 */
export async function writeXlsx(workbook: Workbook): Promise<Uint8Array> {
  const names = xlsxSheetNames([...workbook.sheets.map(({ name }) => name), 'Lists']);
  const listSheet = names.pop() as string;
  const lists: (readonly string[])[] = [];
  const keepList: KeepList = (values) => {
    const column = lists.push(values) - 1;
    return absoluteReference(listSheet, { top: 0, bottom: values.length - 1, left: column, right: column });
  };
  const sheets = workbook.sheets.map((sheet) => writeSheet(workbook, sheet, names, keepList));
  if (lists.length > 0) sheets.push({ name: listSheet, hidden: true, rows: transpose(lists) });
  return writeFile({
    sheets,
    defaultFont: DEFAULT_FONT,
    activeSheet: workbook.sheets.indexOf(workbook.activeSheet),
    properties: { title: workbook.name },
    namedRanges: xlsxPrintNames(workbook, names),
  });
}

function writeSheet(workbook: Workbook, sheet: Sheet, names: readonly string[], keepList: KeepList): WriteSheet {
  const translate = translator(workbook, sheet, names);
  const wording: Wording = {
    formula: (text) => translate(text)?.formula,
    reference: (area) => {
      const index = workbook.sheets.findIndex(({ id }) => id === area.sheet);
      return absoluteReference(names[index] ?? sheet.name, clip(area, workbook.size(area.sheet)));
    },
    clip: (block) => clip(block, sheet.size),
  };
  const printed = printedSize(workbook, sheet);
  return {
    name: names[workbook.sheets.indexOf(sheet)] ?? sheet.name,
    hidden: sheet.hidden,
    ...xlsxCells(workbook, sheet, translate),
    columns: xlsxColumns(sheet),
    rowDefs: xlsxRows(sheet),
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    ...(sheet.frozen.rows + sheet.frozen.columns > 0 && { freezePane: sheet.frozen }),
    view: { showGridLines: sheet.gridLines, ...(sheet.tabColor && { tabColor: xlsxColor(sheet.tabColor) }) },
    outlineProperties: {
      summaryBelow: !sheet.groupButtonBefore.rows,
      summaryRight: !sheet.groupButtonBefore.columns,
    },
    conditionalRules: xlsxRules(sheet.conditionalRules, wording),
    dataValidations: xlsxValidations(sheet.validations, wording, keepList),
    charts: writeCharts(workbook, sheet, wording),
    ...xlsxPage(sheet, workbook.locale, printed.rows, printed.columns),
  };
}

/** Words a sheet's formulas for the file, where sheets may have other names; undefined for what cannot go out. */
function translator(workbook: Workbook, sheet: Sheet, names: readonly string[]) {
  const renamed = workbook.sheets.flatMap(({ name }, index) => {
    const to = names[index] ?? name;
    return to === name ? [] : [{ kind: 'rename' as const, sheet: name, to }];
  });
  const sizes = new Map(workbook.sheets.map(({ size }, index) => [names[index]?.toLowerCase(), size]));
  const sizeOf = (name: string | undefined) => (name === undefined ? sheet.size : sizes.get(name.toLowerCase()));
  return (formula: string): FileFormula | undefined => {
    const reworded = renamed.reduce((text, change) => adjustFormula(text, sheet.name, change), formula);
    const translated = toXlsxFormula(reworded, { sizeOf, locale: workbook.locale });
    return translated && translated.formula.length <= MAX_FORMULA ? translated : undefined;
  };
}

/** Most characters that a formula of an .xlsx file may have. */
const MAX_FORMULA = 8_192;

function writeCharts(workbook: Workbook, sheet: Sheet, { reference }: Wording): NonNullable<WriteSheet['charts']> {
  const hidden = { rows: hiddenLines(sheet, 'rows'), columns: hiddenLines(sheet, 'columns') };
  return sheet.charts.flatMap(
    (chart) =>
      xlsxChart(chart, {
        reference,
        clip: (area) => clip(area, workbook.size(area.sheet)),
        text: (id, row, column) => workbook.displayAt(workbook.sheet(id), row, column),
        width: (column) => (hidden.columns.has(column) ? 0 : sheet.tracks.columns.size(column)),
        height: (row) => (hidden.rows.has(row) ? 0 : sheet.tracks.rows.size(row)),
      }) ?? [],
  );
}

function clip({ top, left, bottom, right }: Block, size: { rows: number; columns: number }): Block {
  return { top, left, bottom: Math.min(bottom, size.rows - 1), right: Math.min(right, size.columns - 1) };
}

function absoluteReference(sheet: string, { top, left, bottom, right }: Block): string {
  const corner = (row: number, column: number) => `$${columnLetters(column)}$${row + 1}`;
  const [start, end] = [corner(top, left), corner(bottom, right)];
  return `${quoteSheet(sheet)}!${start === end ? start : `${start}:${end}`}`;
}

function transpose(columns: readonly (readonly string[])[]): (string | null)[][] {
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) => columns.map((values) => values[row] ?? null));
}

/** A cell as it stands in a file: a value or a formula, with its number format if it has one. */
export type OpenedCell = Content & { readonly numberFormat?: string };

/** A sheet of an opened .xlsx file; rows are padded to the same length, blank cells have the value null. */
export interface OpenedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: OpenedCell[][];
}

/** Opens an .xlsx file: values (dates as serials), formulas and number formats; throws FileProblem for what is none. */
export async function readXlsx(bytes: Uint8Array, name = 'The file'): Promise<OpenedSheet[]> {
  const { sheets } = await readFile(bytes, { readStyles: true }).catch((fault: unknown) => {
    throw new FileProblem(
      fault instanceof EncryptedFileError
        ? `${name} is protected by a password: save it without one and open it again.`
        : `${name} is damaged or not an Excel workbook (.xlsx): save it as .xlsx in a spreadsheet program and open it again.`,
    );
  });
  return sheets.map((sheet) => openSheet(sheet, name));
}

function openSheet(sheet: FileSheet, file: string): OpenedSheet {
  const size = filledSize(sheet);
  refuseTooLarge(`${file}, sheet ${sheet.name},`, size);
  return {
    name: sheet.name,
    hidden: Boolean(sheet.hidden || sheet.veryHidden),
    rows: Array.from({ length: size.rows }, (_, row) =>
      Array.from({ length: size.columns }, (_, column) =>
        openCell(sheet.rows[row]?.[column], sheet.cells?.get(`${row},${column}`)),
      ),
    ),
  };
}

/** The size up to the last value or formula; styled blank cells do not count. */
function filledSize(sheet: FileSheet): { rows: number; columns: number } {
  const size = { rows: 0, columns: 0 };
  for (const [row, values] of sheet.rows.entries()) {
    for (let column = 0; column < values.length; column++) {
      if (openValue(values[column], undefined) === null && !sheet.cells?.get(`${row},${column}`)?.formula) continue;
      size.rows = row + 1;
      size.columns = Math.max(size.columns, column + 1);
    }
  }
  return size;
}

function openCell(value: FileSheet['rows'][number][number] | undefined, details: FileCell | undefined): OpenedCell {
  const format = details?.style?.numFmt;
  const numberFormat = format && format !== 'General' ? { numberFormat: format } : {};
  if (details?.formula)
    return { formula: `=${details.formula.replace(/_xlfn\.(?:_xlws\.)?|_xlpm\./g, '')}`, ...numberFormat };
  return { value: openValue(value, details), ...numberFormat };
}

const KNOWN_ERRORS: readonly string[] = ['#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!'];

function openValue(value: FileSheet['rows'][number][number] | undefined, details: FileCell | undefined): Scalar {
  if (value === undefined || value === null || value === '') return null;
  // Days since 1899-12-30; files have no time zone, so the library's dates are in UTC.
  if (typeof value === 'object') return value.getTime() / 86_400_000 + 25_569;
  if (details?.type === 'error') {
    return { error: (KNOWN_ERRORS.includes(String(value)) ? value : '#ERROR!') as CellError['error'] };
  }
  return value;
}
