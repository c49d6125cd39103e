import type { NamedRange, WriteSheet } from 'hucre';
import { columnLetters, quoteSheet } from '../workbook/address';
import type { Sheet } from '../workbook/sheet';
import type { Chart } from '../workbook/types';
import type { Workbook } from '../workbook/workbook';
import { hiddenLines } from './xlsx-line';

/** Territories that print on Letter; all others print on A4. */
const LETTER = /_(US|CA|MX|PH|CL|CO|CR|PR|GT|VE)$/;

/** Margins in inches. */
const MARGINS = { top: 0.5, bottom: 0.6, left: 0.45, right: 0.45, header: 0.25, footer: 0.3 };

const PAPERS = { a4: { width: 11.69, height: 8.27 }, letter: { width: 11, height: 8.5 } };

type Page = Pick<WriteSheet, 'pageSetup' | 'headerFooter' | 'rowBreaks'>;

/** Rows and columns up to the last cell that shows something, be it a line or a ground. */
export function printedSize(workbook: Workbook, sheet: Sheet): { rows: number; columns: number } {
  const { rows, columns } = workbook.shown(sheet);
  let last = columns;
  for (const { column, value } of sheet.styles.entries())
    if (value.bottom || value.background) last = Math.max(last, column + 1);
  return { rows, columns: last };
}

/** How a sheet prints: as wide as a page, numbered, and no block of rows torn that fits on a page. */
export function xlsxPage(sheet: Sheet, locale: string, rows: number, columns: number): Page {
  const paper = LETTER.test(locale) ? 'letter' : 'a4';
  const breaks = rowBreaks(sheet, PAPERS[paper], rows, columns);
  return {
    pageSetup: {
      paperSize: paper,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
    },
    headerFooter: { oddFooter: '&C&8&P / &N' },
    // The library counts the rows that end a page.
    ...(breaks.length > 0 && { rowBreaks: breaks.map((row) => row - 1) }),
  };
}

/**
 * The names by which a file knows which rows are on every page (the frozen ones) and how far a page without grid lines goes: what
 * runs over its edge would make all of it smaller.
 */
export function xlsxPrintNames(workbook: Workbook, names: readonly string[]): NamedRange[] {
  return workbook.sheets.flatMap((sheet, index): NamedRange[] => {
    const scope = names[index] as string;
    const { rows, columns } = printedSize(workbook, sheet);
    const name = (what: string, cells: string) => ({
      name: `_xlnm.${what}`,
      range: `${quoteSheet(scope)}!${cells}`,
      scope,
    });
    return [
      ...(sheet.frozen.rows === 0 ? [] : [name('Print_Titles', `$1:$${sheet.frozen.rows}`)]),
      ...(sheet.gridLines || rows === 0 ? [] : [name('Print_Area', `$A$1:$${columnLetters(columns - 1)}$${rows}`)]),
    ];
  });
}

const DOTS_PER_INCH = 96;

/** The rows with which a new page begins. */
function rowBreaks(
  sheet: Sheet,
  paper: { readonly width: number; readonly height: number },
  rows: number,
  columns: number,
): number[] {
  const width = sum(0, columns, (column) => sheet.tracks.columns.size(column));
  const wide = (paper.width - MARGINS.left - MARGINS.right) * DOTS_PER_INCH;
  const scale = Math.min(1, wide / Math.max(1, width));
  const page = ((paper.height - MARGINS.top - MARGINS.bottom) * DOTS_PER_INCH) / scale;
  const hidden = hiddenLines(sheet, 'rows');
  const height = (row: number) => (hidden.has(row) ? 0 : sheet.tracks.rows.size(row));
  const repeated = sum(0, sheet.frozen.rows, height);
  const breaks: number[] = [];
  let top = 0;
  const used = (end: number) => (top === 0 ? 0 : repeated) + sum(top, end, height);
  for (const block of blocksOf(sheet, rows)) {
    // A chart stays with its table where one page has room for both.
    const isWhole = repeated + sum(block.start, block.end, height) <= page;
    const begins = isWhole ? block.parts : [...block.parts, ...block.charts].sort((a, b) => a - b);
    while (used(block.end) > page) {
      const parts = begins.filter((part) => part > top && used(part) <= page);
      const [part] = parts.slice(-1);
      // A page that is not half full would look torn itself.
      const next =
        part !== undefined && used(part) > page / 2 ? part : used(block.start) > page / 3 ? block.start : part;
      if (next === undefined || next <= top) {
        while (top < block.end && used(block.end) > page) {
          const full = fullPage(top, block.end, (end) => used(end) <= page);
          top = Math.max(top + 1, Math.min(full, block.end - fewest));
          if (top < full) breaks.push(top);
        }
        break;
      }
      breaks.push(next);
      top = next;
    }
  }
  return breaks;
}

/** A page neither begins nor ends with less than so many rows of a block that goes on. */
const fewest = 3;

/** The row with which the next page begins by itself. */
function fullPage(top: number, end: number, fits: (end: number) => boolean): number {
  let next = top + 1;
  while (next < end && fits(next + 1)) next++;
  return next;
}

/** Rows without a blank one between: the first one, the one after the last, and those with which a part of them or a chart begins. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly number[];
  readonly charts: readonly number[];
}

/** What a chart covers is not blank; a bold row with a line below it that is not the first such begins a part. */
function blocksOf(sheet: Sheet, rows: number): Block[] {
  const filled = new Set<number>();
  for (const { row } of sheet.contents.entries()) filled.add(row);
  for (const chart of sheet.charts) for (const row of coveredRows(sheet, chart)) filled.add(row);
  const isRuled = (row: number) => sheet.styles.get(row, 0)?.bottom !== undefined && sheet.styles.get(row, 0)?.bold;
  const charts = sheet.charts.map(({ anchor }) => anchor.row);
  const blocks: Block[] = [];
  for (let start = 0; start < rows; start++) {
    if (!filled.has(start)) continue;
    let end = start;
    while (filled.has(end)) end++;
    const ruled = Array.from({ length: end - start }, (_, at) => start + at).filter(isRuled);
    blocks.push({
      start,
      end,
      parts: ruled.slice(1).filter((row) => !isRuled(row - 1)),
      charts: charts.filter((row) => row >= start + fewest && row < end),
    });
    start = end;
  }
  return blocks;
}

function coveredRows(sheet: Sheet, { anchor, options }: Chart): number[] {
  const rows: number[] = [];
  let left = Number(options.height ?? 371) + anchor.y;
  for (let row = anchor.row; left > 0 && row < sheet.size.rows; row++) {
    rows.push(row);
    left -= sheet.tracks.rows.size(row);
  }
  return rows;
}

function sum(from: number, end: number, of: (at: number) => number): number {
  let whole = 0;
  for (let at = from; at < end; at++) whole += of(at);
  return whole;
}
