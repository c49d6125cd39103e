import {
  type DataValidation,
  EncryptedFileError,
  type Cell as FileCell,
  type ConditionalRule as FileRule,
  type Sheet as FileSheet,
  type Workbook as FileWorkbook,
  readXlsx as readFile,
} from 'hucre';
import { copyFormula } from '../formula/references';
import { type Block, parseBlock } from '../workbook/address';
import type { CellError, CellStyle, Content, Scalar } from '../workbook/types';
import { refuseTooLarge } from './limits';
import { FileProblem } from './problem';
import { openColor, openStyle, type Theme } from './xlsx-read-style';
import { refuseZipBomb } from './zip-size';

/** A cell as it stands in a file: a value or a formula (in the file's words: ",", "."), with its number format if it has one. */
export type OpenedCell = Content & { readonly numberFormat?: string };

/** What a formula showed when the file was saved, and the block that it fills if it is an array formula. */
export interface SavedFormula {
  readonly shown: Scalar;
  readonly array: Block | undefined;
}

/** A row or column of a file that is not as all others are: pixels, hidden, depth of groups. */
export interface OpenedLine {
  readonly size?: number;
  readonly hidden: boolean;
  readonly depth: number;
  readonly collapsed: boolean;
}

/** A sheet of an opened .xlsx file; rows are padded to the same length, blank cells have the value null. Keys are "row,column". */
export interface OpenedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: OpenedCell[][];
  readonly saved: ReadonlyMap<string, SavedFormula>;
  readonly styles: ReadonlyMap<string, CellStyle>;
  /** Number formats of blank cells beyond the rows. */
  readonly formats: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, string>;
  readonly merges: readonly Block[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly gridLines: boolean;
  readonly tabColor: string | undefined;
  readonly lines: { readonly rows: ReadonlyMap<number, OpenedLine>; readonly columns: ReadonlyMap<number, OpenedLine> };
  readonly groupButtonBefore: { readonly rows: boolean; readonly columns: boolean };
  /** Rules as they stand in the file. */
  readonly validations: readonly DataValidation[];
  readonly rules: readonly FileRule[];
  /** What of it cannot be taken over, in words such as "charts". */
  readonly lost: readonly string[];
}

/** An opened .xlsx file. */
export interface OpenedFile {
  /** As it stands in sentences. */
  readonly name: string;
  readonly sheets: OpenedSheet[];
  /** Position of the sheet that was in front. */
  readonly active: number;
  readonly theme: Theme;
}

/** Opens an .xlsx file: dates become serials, shared formulas their own; throws FileProblem for what is none or too large. */
export async function parseXlsx(bytes: Uint8Array, name = 'The file'): Promise<OpenedFile> {
  refuseZipBomb(bytes, name);
  const file = await readFile(bytes, { readStyles: true }).catch((fault: unknown) => {
    throw new FileProblem(
      fault instanceof EncryptedFileError
        ? `${name} is protected by a password: save it without one and open it again.`
        : `${name} is damaged or not an Excel workbook (.xlsx): save it as .xlsx in a spreadsheet program and open it again.`,
    );
  });
  if (file.sheets.length === 0) throw new FileProblem(`${name} has no sheets with cells.`);
  const sheets = file.sheets.map((sheet) => openSheet(sheet, file, name));
  return { name, sheets, active: file.activeSheet ?? 0, theme: file.themeColors ?? [] };
}

function openSheet(sheet: FileSheet, file: FileWorkbook, name: string): OpenedSheet {
  const theme: Theme = file.themeColors ?? [];
  const size = filledSize(sheet);
  refuseTooLarge(`${name}, sheet ${sheet.name},`, size);
  const shared = sharedFormulas(sheet);
  const saved = new Map<string, SavedFormula>();
  const rows = Array.from({ length: size.rows }, (_, row) =>
    Array.from({ length: size.columns }, (_, column): OpenedCell => {
      const key = `${row},${column}`;
      const details = sheet.cells?.get(key);
      const value = openValue(sheet.rows[row]?.[column], details, file.dateSystem === '1904');
      const formula = formulaOf(details, row, column, shared);
      if (formula === COMPUTED) return { value: null, ...formatOf(details) };
      if (formula === undefined) return { value, ...formatOf(details) };
      const array = details?.formulaType === 'array' ? parseBlock(details.formulaRef ?? '') : undefined;
      saved.set(key, { shown: value, array });
      return { formula, ...formatOf(details) };
    }),
  );
  const { tabColor } = sheet.view ?? {};
  return {
    name: sheet.name,
    hidden: Boolean(sheet.hidden || sheet.veryHidden),
    rows,
    saved,
    ...openLooks(sheet, file, size),
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
    frozen: { rows: sheet.freezePane?.rows ?? 0, columns: sheet.freezePane?.columns ?? 0 },
    gridLines: sheet.view?.showGridLines !== false,
    tabColor: tabColor && openColor(tabColor, theme),
    lines: openLines(sheet),
    groupButtonBefore: {
      rows: sheet.outlineProperties?.summaryBelow === false,
      columns: sheet.outlineProperties?.summaryRight === false,
    },
    validations: sheet.dataValidations ?? [],
    rules: [...(sheet.conditionalRules ?? [])].sort((one, other) => one.priority - other.priority),
    lost: lostParts(sheet),
  };
}

/** The size up to the last value or formula; styled blank cells do not count. */
function filledSize(sheet: FileSheet): { rows: number; columns: number } {
  const size = { rows: 0, columns: 0 };
  for (const [row, values] of sheet.rows.entries()) {
    for (let column = 0; column < values.length; column++) {
      const value = values[column];
      const isBlank = value === undefined || value === null || value === '';
      if (isBlank && sheet.cells?.get(`${row},${column}`)?.formula === undefined) continue;
      size.rows = row + 1;
      size.columns = Math.max(size.columns, column + 1);
    }
  }
  return size;
}

interface Shared {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/** The formulas that others repeat: they stand in the file once, under a number. */
function sharedFormulas(sheet: FileSheet): Map<number, Shared> {
  const shared = new Map<number, Shared>();
  for (const [key, { formula, formulaSharedIndex }] of sheet.cells ?? []) {
    if (!formula || formulaSharedIndex === undefined) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    shared.set(formulaSharedIndex, { formula, row, column });
  }
  return shared;
}

function formulaOf(
  details: FileCell | undefined,
  row: number,
  column: number,
  shared: ReadonlyMap<number, Shared>,
): string | undefined {
  if (details?.formula === undefined) return undefined;
  const clean = (text: string) => ownFormula(`=${text.replace(/_xlfn\.(?:_xlws\.)?|_xlpm\./g, '')}`);
  if (details.formula !== '') return clean(details.formula);
  const first = shared.get(details.formulaSharedIndex ?? -1);
  return first && copyFormula(clean(first.formula), row - first.row, column - first.column);
}

/** What Google Sheets writes into cells that an array spills to. */
const COMPUTED = '="COMPUTED_VALUE"';

/** Google Sheets wraps what other programs do not know, with what it showed, in a call that fails everywhere else. */
function ownFormula(formula: string): string {
  const wrapped = /^=\s*IFERROR\(__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\)/i.exec(formula)?.[1];
  return wrapped === undefined ? formula : `=${wrapped.replaceAll('""', '"')}`;
}

function formatOf(details: FileCell | undefined): { numberFormat?: string } {
  const format = details?.style?.numFmt;
  return format && format !== 'General' ? { numberFormat: format } : {};
}

const KNOWN_ERRORS: readonly string[] = ['#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!'];
const DAY = 86_400_000;

function openValue(
  value: FileSheet['rows'][number][number] | undefined,
  details: FileCell | undefined,
  is1904: boolean,
): Scalar {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'object') return serialOf(value.getTime(), is1904);
  if (details?.type === 'error') {
    return { error: (KNOWN_ERRORS.includes(String(value)) ? value : '#ERROR!') as CellError['error'] };
  }
  return value;
}

/** Days since 1899-12-30; files have no time zone, so the library's dates are in UTC. Times and durations stay what they are. */
function serialOf(instant: number, is1904: boolean): number {
  const days = (instant - (is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 31))) / DAY;
  if (days < (is1904 ? 1 : 60)) return days;
  return instant / DAY + 25_569;
}

function openLooks(sheet: FileSheet, file: FileWorkbook, size: { rows: number; columns: number }) {
  const styles = new Map<string, CellStyle>();
  const formats = new Map<string, string>();
  const notes = new Map<string, string>();
  for (const [key, cell] of sheet.cells ?? []) {
    const style = openStyle(cell.style, file.themeColors ?? [], file.defaultFont);
    if (style) styles.set(key, style);
    if (cell.comment) notes.set(key, cell.comment.text);
    const [row = 0, column = 0] = key.split(',').map(Number);
    const { numberFormat } = formatOf(cell);
    if (numberFormat !== undefined && (row >= size.rows || column >= size.columns)) formats.set(key, numberFormat);
  }
  return { styles, formats, notes };
}

function openLines(sheet: FileSheet): OpenedSheet['lines'] {
  const rows = new Map<number, OpenedLine>();
  const columns = new Map<number, OpenedLine>();
  const rest = ({
    hidden,
    outlineLevel,
    collapsed,
  }: {
    hidden?: boolean;
    outlineLevel?: number;
    collapsed?: boolean;
  }) => ({
    hidden: hidden === true,
    depth: outlineLevel ?? 0,
    collapsed: collapsed === true,
  });
  for (const [index, row] of sheet.rowDefs ?? []) {
    rows.set(index, { ...(row.height && { size: Math.round(row.height / 0.75) }), ...rest(row) });
  }
  for (const [index, column] of (sheet.columns ?? []).entries()) {
    // A column's width is measured in digits of seven pixels between five pixels of padding.
    columns.set(index, { ...(column.width && { size: Math.round(column.width * 7 + 5) }), ...rest(column) });
  }
  return { rows, columns };
}

function lostParts(sheet: FileSheet): string[] {
  const parts: Record<string, readonly unknown[] | undefined> = {
    charts: sheet.charts,
    pictures: sheet.images,
    'pivot tables': sheet.pivotTables,
  };
  return Object.entries(parts).flatMap(([name, found]) => (found && found.length > 0 ? [name] : []));
}
