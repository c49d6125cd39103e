import { type Block, formatBlock, quoteSheet } from '../../workbook/address';
import { referencesOf } from './formula-text';
import { blockBetween, type Cell, mergeAt, sameBlock } from './selection';
import type { Session } from './session';
import type { Shape } from './shapes';

/** How a formula on the sheet `home` refers to the cells pointed at on the sheet that is shown; `whole` are whole rows or columns. */
export function referenceTo(session: Session, home: number, anchor: Cell, focus: Cell, whole?: Block): string {
  const { lines, sheet } = session;
  const between = blockBetween(anchor, focus);
  // A merged block is known by its first cell.
  const single = sameBlock(between, mergeAt(lines, anchor)) ? blockBetween(anchor, anchor) : between;
  return (sheet.id === home ? '' : `${quoteSheet(sheet.name)}!`) + formatBlock(whole ?? single);
}

/** Frames over the cells of the sheet that is shown to which a formula on the sheet `home` refers. */
export function referenceShapes({ sheet, lines, book }: Session, home: number, formula: string): Shape[] {
  const own = book.sheets.find(({ id }) => id === home)?.name;
  return referencesOf(formula).flatMap(({ sheet: name = own, block, color }) => {
    if (name?.toLowerCase() !== sheet.name.toLowerCase()) return [];
    const bottom = Math.min(block.bottom, lines.rows.count - 1);
    const right = Math.min(block.right, lines.columns.count - 1);
    return [{ block: { ...block, bottom, right }, kind: 'reference' as const, color }];
  });
}
