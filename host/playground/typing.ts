import { parseTyped } from '../files/typed-value';
import { requireValid } from '../google/validity';
import type { Block } from '../workbook/address';
import { makeRoom } from '../workbook/block';
import type { Sheet } from '../workbook/sheet';
import type { Workbook } from '../workbook/workbook';
import { LIMITS, requireFewCells } from './limits';
import type { Look } from './protocol';

/** Types rows of texts into cells from one on: the sheet grows if need be, and rules that refuse other values are kept. */
export function typeRows(
  workbook: Workbook,
  sheet: Sheet,
  { row, column }: { readonly row: number; readonly column: number },
  rows: readonly (readonly string[])[],
): void {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 1);
  const block = { top: row, left: column, bottom: row + rows.length - 1, right: column + width - 1 };
  requireFewCells(block, LIMITS.block, 'typed');
  makeRoom(workbook, sheet, block);
  requireValid(
    workbook,
    sheet,
    block,
    rows.map((texts) => texts.map((text) => parseTyped(text, workbook.locale))),
  );
  workbook.enter(sheet, row, column, rows);
}

/** Changes looks and number formats of blocks, as far as they lie on the sheet. */
export function changeLooks(workbook: Workbook, sheet: Sheet, blocks: readonly Block[], change: Look): void {
  const { numberFormat } = change;
  for (const given of blocks) {
    const bottom = Math.min(given.bottom, sheet.size.rows - 1);
    const block = { ...given, bottom, right: Math.min(given.right, sheet.size.columns - 1) };
    requireFewCells(block, LIMITS.block, 'formatted');
    for (let { top: row } = block; row <= block.bottom; row++) {
      for (let { left: column } = block; column <= block.right; column++) restyle(sheet, row, column, change);
    }
    if (numberFormat !== undefined) workbook.setNumberFormats(sheet, block, () => numberFormat ?? undefined);
  }
}

function restyle(sheet: Sheet, row: number, column: number, change: Look): void {
  const { bold, italic, underline, strikethrough, color, background, horizontal, wrap } = change;
  const line = underline ? 'underline' : strikethrough ? 'line-through' : undefined;
  sheet.restyle(row, column, {
    ...(bold !== undefined && { bold: bold || undefined }),
    ...(italic !== undefined && { italic: italic || undefined }),
    ...((underline ?? strikethrough) !== undefined && { line }),
    ...(color !== undefined && { color: color ?? undefined }),
    ...(background !== undefined && { background: background ?? undefined }),
    ...(horizontal !== undefined && { horizontal: horizontal ?? undefined }),
    ...(wrap !== undefined && { wrap: wrap ?? undefined }),
  });
}
