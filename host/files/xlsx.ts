import { type WriteSheet, writeXlsx as writeFile } from 'hucre';
import { adjustFormula } from '../formula/references';
import { toXlsxFormula } from '../formula/xlsx-formula';
import { type Block, columnLetters, quoteSheet } from '../workbook/address';
import type { Sheet } from '../workbook/sheet';
import type { Workbook } from '../workbook/workbook';
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
  const { rows, cells } = xlsxCells(workbook, sheet, translate);
  const rowDefs = xlsxRows(sheet);
  // The library writes no more rows than there are, however high or hidden they may be.
  const height = [...rowDefs.keys()].reduce((most, row) => Math.max(most, row + 1), 0);
  while (rows.length < height) rows.push([]);
  const printed = printedSize(workbook, sheet);
  return {
    name: names[workbook.sheets.indexOf(sheet)] ?? sheet.name,
    hidden: sheet.hidden,
    rows,
    cells,
    columns: xlsxColumns(sheet),
    rowDefs,
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
