import { copyFormula, qualifyFormula } from '../formula/references';
import { type Block, contains, intersects } from './address';
import type { Sheet } from './sheet';
import type { Area, CellStyle, ConditionalRule, Content, Scalar, Validation } from './types';
import type { Workbook } from './workbook';

/** Everything that stands in one cell. */
interface Kept {
  readonly content: Content | undefined;
  readonly format: string | undefined;
  readonly style: CellStyle | undefined;
  readonly note: string | undefined;
  readonly validation: Validation | undefined;
}

/**
 * Copies a block with everything in its cells onto a target: as often as it fits where the target is a multiple of its size,
 * else once at the target's upper left corner. Relative references go along; the sheet grows where it is too small. Answers
 * the block that was written.
 */
export function copyBlock(workbook: Workbook, from: Area, to: Area): Block {
  const target = targetOf(from, to);
  const [source, sheet] = [workbook.sheet(from.sheet), workbook.sheet(to.sheet)];
  const cells = readCells(workbook, from);
  const merges = source.merges.filter((merge) => contains(from, merge));
  makeRoom(workbook, sheet, target);
  copyRules(source, sheet, from, target);
  writeCells(workbook, sheet, target, (row, column) => {
    const [down, across] = [(row - target.top) % heightOf(from), (column - target.left) % widthOf(from)];
    const cell = cells[down]?.[across] as Kept;
    const moved = { rows: row - from.top - down, columns: column - from.left - across };
    return { ...cell, content: copyContent(cell.content, moved) };
  });
  const corners = tiles(from, target);
  addMerges(
    sheet,
    corners.flatMap(({ top, left }) => merges.map((merge) => shiftBlock(merge, top - from.top, left - from.left))),
  );
  return target;
}

/** Copies what the cells of a block show onto a target: no formulas, no looks, but number formats where the target has none. */
export function copyValues(workbook: Workbook, from: Area, to: Area): Block {
  const target = targetOf(from, to);
  const [source, sheet] = [workbook.sheet(from.sheet), workbook.sheet(to.sheet)];
  const rows = readGrid(from, (row, column) => ({
    value: workbook.valueAt(source, row, column),
    format: source.formats.get(row, column),
  }));
  const at = (row: number, column: number) =>
    rows[(row - target.top) % heightOf(from)]?.[(column - target.left) % widthOf(from)];
  makeRoom(workbook, sheet, target);
  workbook.write(
    sheet,
    target.top,
    target.left,
    readGrid(target, (row, column) => ({ value: (at(row, column)?.value ?? null) as Scalar })),
  );
  workbook.setNumberFormats(sheet, target, (row, column) => sheet.formats.get(row, column) ?? at(row, column)?.format);
  return target;
}

/**
 * Moves a block so that its upper left corner comes to stand on that of a target, as cutting and pasting does: the formulas
 * in it still read what they read, and those that read it read it where it stands now. Answers the block that was written.
 */
export function moveBlock(workbook: Workbook, from: Area, to: Area): Block {
  const [source, sheet] = [workbook.sheet(from.sheet), workbook.sheet(to.sheet)];
  const [rows, columns] = [to.top - from.top, to.left - from.left];
  const target = shiftBlock(from, rows, columns);
  if (source === sheet && rows === 0 && columns === 0) return target;
  makeRoom(workbook, sheet, target);
  const merges = source.merges.filter((merge) => contains(from, merge));
  source.merges = source.merges.filter((merge) => !merges.includes(merge));
  workbook.moveReferences(from, sheet, rows, columns);
  const cells = readCells(workbook, from);
  const blank: Kept = {
    content: undefined,
    format: undefined,
    style: undefined,
    note: undefined,
    validation: undefined,
  };
  writeCells(workbook, source, from, () => blank);
  writeCells(workbook, sheet, target, (row, column) => {
    const cell = cells[row - target.top]?.[column - target.left] as Kept;
    const { content } = cell;
    if (source === sheet || !content || !('formula' in content)) return cell;
    return { ...cell, content: { formula: qualifyFormula(content.formula, source.name) } };
  });
  addMerges(
    sheet,
    merges.map((merge) => shiftBlock(merge, rows, columns)),
  );
  return target;
}

/** Adds rows and columns at the end of a sheet until it holds a block. */
export function makeRoom(workbook: Workbook, sheet: Sheet, { bottom, right }: Block): void {
  const missing = { rows: bottom + 1 - sheet.size.rows, columns: right + 1 - sheet.size.columns };
  for (const axis of ['rows', 'columns'] as const) {
    if (missing[axis] <= 0) continue;
    workbook.restructure(sheet, { kind: 'insert', axis, at: sheet.size[axis], count: missing[axis] });
  }
}

const heightOf = ({ top, bottom }: Block) => bottom - top + 1;
const widthOf = ({ left, right }: Block) => right - left + 1;

function shiftBlock({ top, left, bottom, right }: Block, rows: number, columns: number): Block {
  return { top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns };
}

function targetOf(from: Block, to: Block): Block {
  const isMultiple = heightOf(to) % heightOf(from) === 0 && widthOf(to) % widthOf(from) === 0;
  const { top, left, bottom, right } = isMultiple ? to : shiftBlock(from, to.top - from.top, to.left - from.left);
  return { top, left, bottom, right };
}

function tiles(from: Block, target: Block): { top: number; left: number }[] {
  const corners: { top: number; left: number }[] = [];
  for (let { top } = target; top <= target.bottom; top += heightOf(from)) {
    for (let { left } = target; left <= target.right; left += widthOf(from)) corners.push({ top, left });
  }
  return corners;
}

function readGrid<T>({ top, left, bottom, right }: Block, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: bottom - top + 1 }, (_row, down) =>
    Array.from({ length: right - left + 1 }, (_cell, across) => read(top + down, left + across)),
  );
}

function readCells(workbook: Workbook, from: Area): Kept[][] {
  const sheet = workbook.sheet(from.sheet);
  return readGrid(from, (row, column) => ({
    content: workbook.content(sheet.id, row, column),
    format: sheet.formats.get(row, column),
    style: sheet.styles.get(row, column),
    note: sheet.notes.get(row, column),
    validation: sheet.validations.get(row, column),
  }));
}

function writeCells(
  workbook: Workbook,
  sheet: Sheet,
  target: Block,
  cellAt: (row: number, column: number) => Kept,
): void {
  const cells = readGrid(target, cellAt);
  for (const [down, row] of cells.entries()) {
    for (const [across, { style, note, validation }] of row.entries()) {
      sheet.styles.set(target.top + down, target.left + across, style);
      sheet.notes.set(target.top + down, target.left + across, note);
      sheet.validations.set(target.top + down, target.left + across, validation);
    }
  }
  sheet.merges = sheet.merges.filter((merge) => !intersects(merge, target));
  workbook.write(
    sheet,
    target.top,
    target.left,
    cells.map((row) => row.map(({ content }) => content)),
  );
  workbook.setNumberFormats(sheet, target, (row, column) => cells[row - target.top]?.[column - target.left]?.format);
}

function copyContent(content: Content | undefined, moved: { rows: number; columns: number }): Content | undefined {
  if (!content || !('formula' in content)) return content;
  return { formula: copyFormula(content.formula, moved.rows, moved.columns) };
}

function addMerges(sheet: Sheet, merges: readonly Block[]): void {
  sheet.merges = [...sheet.merges.filter((merge) => !merges.some((other) => intersects(merge, other))), ...merges];
}

/** Conditional formats of the source hold for the copy, too: in the same rule, or on another sheet in one of its own. */
function copyRules(source: Sheet, sheet: Sheet, from: Block, target: Block): void {
  const corners = tiles(from, target);
  const copiesOf = (ranges: readonly Area[]): Area[] =>
    ranges.flatMap((range) => {
      if (!intersects(range, from)) return [];
      const part = {
        top: Math.max(range.top, from.top),
        left: Math.max(range.left, from.left),
        bottom: Math.min(range.bottom, from.bottom),
        right: Math.min(range.right, from.right),
      };
      return corners.map(({ top, left }) => ({
        sheet: sheet.id,
        ...shiftBlock(part, top - from.top, left - from.left),
      }));
    });
  const copies = source.conditionalRules.map((rule) => ({ rule, ranges: copiesOf(rule.ranges) }));
  if (source === sheet) {
    sheet.conditionalRules = copies.map(({ rule, ranges }) => {
      const isNew = (area: Area) => !rule.ranges.some((range) => contains(range, area));
      return { ...rule, ranges: [...rule.ranges, ...ranges.filter(isNew)] };
    });
    return;
  }
  const added = copies.flatMap(({ rule, ranges }) => (ranges[0] ? anchorRule(rule, ranges) : []));
  sheet.conditionalRules = [...sheet.conditionalRules, ...added];
}

/** A rule on other ranges; its formula is relative to the first cell of the first one. */
function anchorRule(rule: ConditionalRule, ranges: readonly Area[]): ConditionalRule {
  const [old, anchor] = [rule.ranges[0], ranges[0]];
  if (!rule.condition || !old || !anchor) return { ...rule, ranges };
  const values = rule.condition.values.map((value) =>
    typeof value === 'string' && value.startsWith('=')
      ? copyFormula(value, anchor.top - old.top, anchor.left - old.left)
      : value,
  );
  return { ...rule, ranges, condition: { ...rule.condition, values } };
}
