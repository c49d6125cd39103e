import type { Block } from '../../workbook/address';

/** Cells are asked for in blocks of this size, so that what was seen once need not be asked again. */
const ROWS = 64;
const COLUMNS = 32;

/** One of the blocks that a sheet is cut into; `key` tells it from the others of all sheets. */
export interface Chunk extends Block {
  readonly sheet: number;
  readonly key: string;
}

/** The chunk that holds a cell. */
export function chunkAt(sheet: number, row: number, column: number): string {
  return `${sheet}:${Math.floor(row / ROWS)}:${Math.floor(column / COLUMNS)}`;
}

/** The chunks that share cells with a block, row by row. */
export function chunksOf(sheet: number, block: Block): Chunk[] {
  const chunks: Chunk[] = [];
  for (let top = block.top - (block.top % ROWS); top <= block.bottom; top += ROWS) {
    for (let left = block.left - (block.left % COLUMNS); left <= block.right; left += COLUMNS) {
      const [bottom, right] = [top + ROWS - 1, left + COLUMNS - 1];
      chunks.push({ sheet, key: chunkAt(sheet, top, left), top, left, bottom, right });
    }
  }
  return chunks;
}
