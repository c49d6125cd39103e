import { type Block, contains, intersects } from '../../workbook/address';
import { type Axis, lineAt, step, visibleFrom } from './axis';

/** One cell by row and column, counted from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** What is selected on a sheet: the cell that typing goes to, and blocks, the last of which follows Shift and the mouse. */
export interface Selection {
  readonly active: Cell;
  readonly blocks: readonly Block[];
  /** The corner of the last block that moves when it is extended. */
  readonly focus: Cell;
}

/** What moving over a sheet needs to know of it. */
export interface Lines {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly merges: readonly Block[];
}

/** Along which way the selection moves. */
export interface Direction {
  readonly rows: -1 | 0 | 1;
  readonly columns: -1 | 0 | 1;
}

/** The ways that arrow keys lead. */
export const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

/** The block of one cell. */
export function blockOf({ row, column }: Cell): Block {
  return { top: row, left: column, bottom: row, right: column };
}

/** The smallest block with both cells. */
export function blockBetween(one: Cell, other: Cell): Block {
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

/** The block that is merged at a cell, or the cell alone. */
export function mergeAt(lines: Pick<Lines, 'merges'>, cell: Cell): Block {
  const own = blockOf(cell);
  return lines.merges.find((merge) => contains(merge, own)) ?? own;
}

/** Selects one cell, or the merged block that holds it. */
export function selectCell(lines: Lines, cell: Cell): Selection {
  const block = mergeAt(lines, clamp(lines, cell));
  const active = { row: block.top, column: block.left };
  return { active, blocks: [block], focus: active };
}

/** Selects a block, cut off where the sheet ends; typing goes to its first cell. */
export function selectBlock(lines: Lines, block: Block): Selection {
  const first = clamp(lines, { row: block.top, column: block.left });
  const focus = clamp(lines, { row: block.bottom, column: block.right });
  return { active: first, blocks: [whole(lines, blockBetween(first, focus))], focus };
}

/** Selects several blocks; typing goes to the first cell of the last one. */
export function selectBlocks(lines: Lines, blocks: readonly Block[]): Selection {
  const selections = blocks.map((block) => selectBlock(lines, block));
  const last = selections.at(-1) ?? selectCell(lines, { row: 0, column: 0 });
  return { ...last, blocks: selections.length > 0 ? selections.flatMap((one) => one.blocks) : last.blocks };
}

/** Adds a block to those selected, as Ctrl and the mouse do. */
export function addBlock(lines: Lines, selection: Selection, block: Block): Selection {
  const added = selectBlock(lines, block);
  return { ...added, blocks: [...selection.blocks, ...added.blocks] };
}

/** Makes the last block reach from the active cell to this one. */
export function extendTo(lines: Lines, { active, blocks }: Selection, cell: Cell): Selection {
  const focus = clamp(lines, cell);
  return { active, blocks: [...blocks.slice(0, -1), whole(lines, blockBetween(active, focus))], focus };
}

/** The cell so many visible lines away from the active one, merged blocks counted as one. */
export function cellBeside(lines: Lines, { active }: Selection, { rows, columns }: Direction, by = 1): Cell {
  const merge = mergeAt(lines, active);
  const from = {
    row: rows > 0 ? merge.bottom : active.row,
    column: columns > 0 ? merge.right : active.column,
  };
  return away(lines, from, { rows, columns }, by);
}

/** The corner that extending by so many visible lines moves to. */
export function focusBeside(lines: Lines, { focus, active, blocks }: Selection, way: Direction, by = 1): Cell {
  const before = blocks.at(-1) as Block;
  // A merged block is passed as a whole: go on until the selection changes.
  for (let steps = by; ; steps++) {
    const next = away(lines, focus, way, steps);
    const block = whole(lines, blockBetween(active, next));
    const further = away(lines, next, way, 1);
    if (!sameBlock(block, before) || (further.row === next.row && further.column === next.column)) return next;
  }
}

/** The next cell for Enter and Tab: inside the selected block if there is more than one cell in it, line by line. */
export function cycle(lines: Lines, selection: Selection, way: Direction): Selection {
  const block = selection.blocks.at(-1) as Block;
  const single = sameBlock(block, mergeAt(lines, selection.active));
  if (single) return selectCell(lines, cellBeside(lines, selection, way));
  const active = nextInside(lines, block, selection.active, way);
  return { ...selection, active };
}

function nextInside(lines: Lines, block: Block, from: Cell, way: Direction): Cell {
  const forward = way.rows + way.columns > 0;
  const downwards = way.rows !== 0;
  let cell = from;
  // Hidden lines and the inner cells of merged blocks are passed over; the block is finite, so this ends.
  const cells = (block.bottom - block.top + 1) * (block.right - block.left + 1);
  for (let left = cells; left > 0; left--) {
    cell = wrap(block, cell, downwards, forward ? 1 : -1);
    const merge = mergeAt(lines, cell);
    const seen =
      visibleFrom(lines.rows, cell.row, 1) === cell.row && visibleFrom(lines.columns, cell.column, 1) === cell.column;
    if (seen && merge.top === cell.row && merge.left === cell.column) return cell;
  }
  return from;
}

function wrap({ top, left, bottom, right }: Block, { row, column }: Cell, downwards: boolean, by: 1 | -1): Cell {
  const [height, width] = [bottom - top + 1, right - left + 1];
  const size = height * width;
  const at = downwards ? (column - left) * height + row - top : (row - top) * width + column - left;
  const next = (at + by + size) % size;
  return downwards
    ? { row: top + (next % height), column: left + Math.floor(next / height) }
    : { row: top + Math.floor(next / width), column: left + (next % width) };
}

/** The block made larger until it cuts through no merged block. */
function whole(lines: Lines, block: Block): Block {
  const cut = lines.merges.find((merge) => intersects(merge, block) && !contains(block, merge));
  if (!cut) return block;
  return whole(lines, {
    top: Math.min(block.top, cut.top),
    left: Math.min(block.left, cut.left),
    bottom: Math.max(block.bottom, cut.bottom),
    right: Math.max(block.right, cut.right),
  });
}

function away({ rows, columns }: Lines, from: Cell, way: Direction, by: number): Cell {
  return { row: step(rows, from.row, way.rows * by), column: step(columns, from.column, way.columns * by) };
}

function clamp({ rows, columns }: Lines, { row, column }: Cell): Cell {
  const within = (axis: Axis, index: number) => Math.max(0, Math.min(axis.count - 1, index));
  return { row: within(rows, row), column: within(columns, column) };
}

/** True if two blocks are the same cells. */
export function sameBlock(one: Block, other: Block): boolean {
  return contains(one, other) && contains(other, one);
}

/** True if the block takes whole rows, whole columns, or all of the sheet. */
export function takesWhole({ rows, columns }: Lines, block: Block): { rows: boolean; columns: boolean } {
  return {
    rows: block.left === 0 && block.right === columns.count - 1,
    columns: block.top === 0 && block.bottom === rows.count - 1,
  };
}

/** The cell under a point of the sheet, in pixels from its upper left corner. */
export function cellAt({ rows, columns }: Lines, x: number, y: number): Cell {
  return { row: lineAt(rows, y), column: lineAt(columns, x) };
}
