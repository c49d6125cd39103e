import { type Cell, toValue, type Value, type Zone } from '../data/cell';
import { markOf } from './marks';
import { zoneOf } from './zone';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab as the pure code sees it: rows of values from A1. */
export interface TabValues {
  readonly name: string;
  readonly rows: Value[][];
}

/** The spreadsheet that the add-on runs in. */
export function activeSpreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  return SpreadsheetApp.getActiveSpreadsheet();
}

/** The zone in which the dates of a spreadsheet are meant; asked for only when there is a date. */
export function zoneOfSpreadsheet(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Zone {
  let zone: Zone | undefined;
  return (utc) => {
    zone ??= zoneOf(spreadsheet.getSpreadsheetTimeZone());
    return zone(utc);
  };
}

/** All tabs of the team's own that are not hidden. */
export function readTabs(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): TabValues[] {
  const zone = zoneOfSpreadsheet(spreadsheet);
  return spreadsheet
    .getSheets()
    .filter((sheet) => !sheet.isSheetHidden() && !markOf(sheet))
    .map((sheet) => ({ name: sheet.getName(), rows: valuesOf(sheet.getDataRange(), zone) }));
}

/** Columns by name; `column` counts from 1. */
type Places = Readonly<Record<string, { readonly column: number }>>;

/** What stands in some columns, by their names: the cell of the header row, and the cells below it. */
export interface NamedColumns {
  readonly headers: Readonly<Record<string, Value>>;
  readonly values: Readonly<Record<string, Value[]>>;
}

/** The cells of some columns below a header row, by name. Only these columns are read. */
export const readColumns = (sheet: Sheet, headerRow: number, columns: Places, zone: Zone): NamedColumns['values'] =>
  readNamed(sheet, headerRow, columns, zone).values;

/** The same with the headers. Columns beside each other are read together; those outside of the tab are left out. */
export function readNamed(sheet: Sheet, headerRow: number, columns: Places, zone: Zone): NamedColumns {
  const headers: Record<string, Value> = {};
  const values: Record<string, Value[]> = {};
  const height = sheet.getLastRow() - headerRow + 1;
  if (height < 1) return { headers, values };
  const rangeOf = ({ first, names }: Run) => sheet.getRange(headerRow, first, height, names.length);
  for (const { run, range } of rangesOf(sheet, Object.entries(columns), rangeOf)) {
    const rows = valuesOf(range, zone);
    run.names.forEach((name, at) => {
      const [header = null, ...below] = rows.map((row) => row[at] ?? null);
      headers[name] = header;
      values[name] = below;
    });
  }
  return { headers, values };
}

interface Run {
  readonly first: number;
  readonly names: readonly string[];
}

type Place = readonly [name: string, place: { readonly column: number }];

/** The ranges of some columns. How wide the tab is, is asked only where one is refused: that is one call less for every tab. */
function rangesOf<T>(sheet: Sheet, places: readonly Place[], rangeOf: (run: Run) => T): { run: Run; range: T }[] {
  const ranges = (within: readonly Place[]) => runsOf(within).map((run) => ({ run, range: rangeOf(run) }));
  try {
    return ranges(places);
  } catch {
    const width = sheet.getLastColumn();
    return ranges(places.filter(([, { column }]) => column <= width));
  }
}

/** Columns beside each other: the first one, and the names from left to right. */
function runsOf(places: readonly Place[]): Run[] {
  const sorted = [...places].sort(([, one], [, other]) => one.column - other.column);
  const runs: { readonly first: number; readonly names: string[] }[] = [];
  for (const [name, { column }] of sorted) {
    const run = runs[runs.length - 1];
    if (run && run.first + run.names.length === column) run.names.push(name);
    else runs.push({ first: column, names: [name] });
  }
  return runs;
}

/** Which cells of a column below a header row are formulas. */
export const readFormulas = (sheet: Sheet, headerRow: number, column: number): boolean[] =>
  below(sheet, headerRow, column, (range) => range.getFormulas()).map((formula) => formula !== '');

/** The number formats of the cells of a column below a header row. */
export const readFormats = (sheet: Sheet, headerRow: number, column: number): string[] =>
  below(sheet, headerRow, column, (range) => range.getNumberFormats());

function below(
  sheet: Sheet,
  headerRow: number,
  column: number,
  read: (range: GoogleAppsScript.Spreadsheet.Range) => string[][],
): string[] {
  const height = sheet.getLastRow() - headerRow;
  return height < 1 ? [] : read(sheet.getRange(headerRow + 1, column, height, 1)).map(([cell = '']) => cell);
}

const valuesOf = (range: GoogleAppsScript.Spreadsheet.Range, zone: Zone): Value[][] =>
  (range.getValues() as Cell[][]).map((row) => row.map((cell) => toValue(cell, zone)));
