import type { ColumnDef, RowDef } from 'hucre';
import { DEFAULT_HEIGHT, type Sheet } from '../workbook/sheet';
import type { Axis } from '../workbook/types';

/** Widths, groups and hidden ones of all columns of a sheet. */
export function xlsxColumns(sheet: Sheet): ColumnDef[] {
  const hidden = hiddenLines(sheet, 'columns');
  const collapsed = collapsedLines(sheet, 'columns');
  const track = sheet.tracks.columns;
  return Array.from({ length: sheet.size.columns }, (_, index) => ({
    // A column's width is measured in digits of seven pixels between five pixels of padding.
    width: Math.max(0, (track.size(index) - 5) / 7),
    ...(hidden.has(index) && { hidden: true }),
    ...(track.depth(index) > 0 && { outlineLevel: track.depth(index) }),
    ...(collapsed.has(index) && { collapsed: true }),
  }));
}

/** Heights, groups and hidden ones of the rows that differ from the default. */
export function xlsxRows(sheet: Sheet): Map<number, RowDef> {
  const hidden = hiddenLines(sheet, 'rows');
  const rows = new Map<number, RowDef>();
  for (const { index, size, depth } of sheet.tracks.rows.entries()) {
    rows.set(index, {
      ...(size !== DEFAULT_HEIGHT && { height: size * 0.75 }),
      ...(hidden.has(index) && { hidden: true }),
      ...(depth > 0 && { outlineLevel: depth }),
    });
  }
  for (const index of collapsedLines(sheet, 'rows')) rows.set(index, { ...rows.get(index), collapsed: true });
  return rows;
}

/** Rows or columns that are not seen: hidden ones and those in collapsed groups. */
export function hiddenLines(sheet: Sheet, axis: Axis): Set<number> {
  const hidden = new Set<number>();
  const track = sheet.tracks[axis];
  for (const line of track.entries()) if (line.hidden) hidden.add(line.index);
  for (const { first, last, collapsed } of track.groups()) {
    if (collapsed) for (let index = first; index <= last; index++) hidden.add(index);
  }
  return hidden;
}

/** The lines beside collapsed groups that carry their buttons. */
function collapsedLines(sheet: Sheet, axis: Axis): Set<number> {
  const before = sheet.groupButtonBefore[axis];
  const groups = sheet.tracks[axis].groups().filter(({ collapsed }) => collapsed);
  return new Set(groups.map(({ first, last }) => (before ? Math.max(0, first - 1) : last + 1)));
}
