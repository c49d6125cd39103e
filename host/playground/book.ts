import { localeRules } from '../files/locale';
import type { MenuBarEntry, MenuItem } from '../google/platform';
import type { Sheet } from '../workbook/sheet';
import type { Axis } from '../workbook/types';
import type { Workbook } from '../workbook/workbook';
import { defaultSize, lineRuns } from './lines';
import type { Book, Lines, MenuEntry, MenuSummary, SheetSummary } from './protocol';

/** What the book says of a workbook itself. */
export function bookOf(
  workbook: Workbook,
): Pick<Book, 'name' | 'locale' | 'timeZone' | 'decimalComma' | 'sheets' | 'activeSheet'> {
  const { name, locale, timeZone, sheets, activeSheet } = workbook;
  return {
    name,
    locale,
    timeZone,
    decimalComma: localeRules(locale).decimal === ',',
    sheets: sheets.map((sheet) => summaryOf(workbook, sheet)),
    activeSheet: activeSheet.id,
  };
}

function summaryOf(workbook: Workbook, sheet: Sheet): SheetSummary {
  const { id, name, hidden, tabColor = null, gridLines, selection, merges, charts } = sheet;
  return {
    id,
    name,
    hidden,
    tabColor,
    gridLines,
    selection,
    rows: linesOf(sheet, 'rows'),
    columns: linesOf(sheet, 'columns'),
    shown: workbook.shown(sheet),
    merges,
    charts: charts.length,
  };
}

function linesOf(sheet: Sheet, axis: Axis): Lines {
  return {
    count: sheet.size[axis],
    frozen: sheet.frozen[axis],
    size: defaultSize(axis),
    runs: lineRuns(sheet, axis),
    groups: sheet.tracks[axis].groups(),
    buttonBefore: sheet.groupButtonBefore[axis],
  };
}

/** Menus as the page shows them; the add-on's own one has no label in the script. */
export function menusOf(entries: readonly MenuBarEntry[], addOn: string): MenuSummary[] {
  return entries.map(({ label = addOn, items }) => ({ label, items: items.map(entryOf) }));
}

function entryOf(item: MenuItem): MenuEntry {
  if ('separator' in item) return item;
  return 'items' in item ? { label: item.label, items: item.items.map(entryOf) } : { label: item.label };
}
