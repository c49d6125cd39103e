import { DEFAULT_HEIGHT, DEFAULT_WIDTH, type Sheet } from '../workbook/sheet';
import type { Axis } from '../workbook/types';
import type { Workbook } from '../workbook/workbook';
import type { LineRun, LinesAsk } from './protocol';
import { Refusal } from './refusal';

/** Pixels that a column or a row may have. */
const SIZES = { least: 2, most: 2000 };

/** Does something with rows or columns of a sheet. */
export function changeLines(workbook: Workbook, ask: LinesAsk): void {
  const { axis, kind } = ask;
  const sheet = workbook.sheet(ask.sheet);
  const track = sheet.tracks[axis];
  switch (kind) {
    case 'insert':
    case 'delete':
      workbook.restructure(sheet, { kind, axis, at: ask.at, count: ask.count });
      break;
    case 'move':
      workbook.restructure(sheet, { kind, axis, at: ask.at, count: ask.count, to: ask.to });
      break;
    case 'hide':
    case 'show':
      requireInside(sheet, axis, ask.at, ask.count);
      for (let index = ask.at; index < ask.at + ask.count; index++) track.hide(index, kind === 'hide');
      break;
    case 'resize':
      requireInside(sheet, axis, ask.at, ask.count);
      resize(workbook, sheet, ask);
      break;
    case 'freeze':
      if (ask.count > 0) requireInside(sheet, axis, 0, ask.count);
      if (ask.count >= sheet.size[axis]) throw new Refusal(400, `All ${axis} of a sheet cannot be frozen.`);
      sheet.frozen = { ...sheet.frozen, [axis]: ask.count };
      break;
    default: {
      const group = track.groups().find(({ first, depth }) => first === ask.first && depth === ask.depth);
      if (!group) throw new Refusal(404, `There is no such group of ${axis} any more.`);
      track.collapse(group, kind === 'collapse');
    }
  }
}

function resize(workbook: Workbook, sheet: Sheet, ask: LinesAsk & { readonly kind: 'resize' }): void {
  const { axis, at, count, pixels } = ask;
  if (pixels === null && axis === 'columns') {
    fitColumns(workbook, sheet, at, count);
    return;
  }
  const size = Math.round(pixels ?? DEFAULT_HEIGHT);
  if (size < SIZES.least || size > SIZES.most) {
    throw new Refusal(400, `A size is from ${SIZES.least} to ${SIZES.most} pixels.`);
  }
  for (let index = at; index < at + count; index++) sheet.tracks[axis].resize(index, size);
}

function requireInside(sheet: Sheet, axis: Axis, at: number, count: number): void {
  if (at + count > sheet.size[axis]) throw new Refusal(400, `The sheet does not have that many ${axis}.`);
}

const LETTER = 7;
const PADDING = 12;
/** Rows that are looked at to fit a column: enough to be right, few enough to be quick. */
const FITTED_ROWS = 500;

/** Fits columns to what they show, by an average width of letters. */
export function fitColumns(workbook: Workbook, sheet: Sheet, first: number, count: number): void {
  const rows = Math.min(FITTED_ROWS, workbook.shown(sheet).rows);
  for (let column = first; column < first + count; column++) {
    let longest = 0;
    for (let row = 0; row < rows; row++) {
      longest = Math.max(longest, workbook.displayAt(sheet, row, column).length);
    }
    if (longest === 0) continue;
    sheet.tracks.columns.resize(column, Math.min(400, Math.max(40, longest * LETTER + PADDING)));
  }
}

/** Neighbouring rows or columns of a sheet that are alike, where they differ from the default. */
export function lineRuns(sheet: Sheet, axis: Axis): LineRun[] {
  const track = sheet.tracks[axis];
  const size = defaultSize(axis);
  const collapsed = track.groups().filter((group) => group.collapsed);
  const runs: LineRun[] = [];
  for (const line of track.entries()) {
    const hidden = line.hidden || collapsed.some(({ first, last }) => first <= line.index && line.index <= last);
    if ((!hidden && line.size === size) || line.index >= sheet.size[axis]) continue;
    const last = runs.at(-1);
    const follows = last && last.first + last.count === line.index && last.size === line.size && last.hidden === hidden;
    if (follows) runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ first: line.index, count: 1, size: line.size, hidden });
  }
  return runs;
}

/** Pixels of a line that nobody sized. */
export function defaultSize(axis: Axis): number {
  return axis === 'rows' ? DEFAULT_HEIGHT : DEFAULT_WIDTH;
}
