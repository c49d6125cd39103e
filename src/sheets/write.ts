import type { Report } from '../report/model';
import { fillSheet } from './fill';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Notes the tab that holds a report, under the name that it is going to have, and returns what takes that back. */
type Save = (sheet: Sheet, name: string) => () => void;

/**
 * Writes a report on a new tab and lets it take the place of the one before. All or nothing: when anything fails, what was saved
 * is taken back, the new tab goes away again, and the report before stands as it was. Once that is deleted nothing can fail any
 * more. `leftOver` says what to throw where even the new tab cannot be deleted.
 */
export function writeReport(
  spreadsheet: Spreadsheet,
  report: Report,
  before: Sheet | undefined,
  save: Save,
  leftOver: (tab: string) => Error,
): string {
  const place = before ? before.getIndex() - 1 : spreadsheet.getSheets().length;
  const kept = before?.getName();
  const made = insertTab(spreadsheet, freeName(spreadsheet, report.tab, kept), place);
  const name = kept ?? made.name;
  let takeBack: () => void = () => undefined;
  try {
    makeRoom(made.sheet, report.rows.length, report.widths.length);
    fillSheet(made.sheet, report);
    if (before) copyNotes(before, made.sheet, report.widths.length);
    takeBack = save(made.sheet, name);
    // Google writes late: what it cannot write it has to say before the report before is gone.
    SpreadsheetApp.flush();
    if (before) deleteTab(spreadsheet, before, name);
  } catch (error) {
    isDone(takeBack);
    if (!isDone(() => deleteTab(spreadsheet, made.sheet, made.name))) throw leftOver(made.name);
    throw error;
  }
  return before ? rename(made.sheet, name) : name;
}

/** A new tab. Names that differ only in case are one to Sheets: where that is why it fails, the tab gets a number. */
function insertTab(spreadsheet: Spreadsheet, name: string, place: number): { sheet: Sheet; name: string } {
  try {
    return { sheet: spreadsheet.insertSheet(name, place), name };
  } catch (error) {
    const late = spreadsheet.getSheetByName(name);
    if (late) return { sheet: late, name };
    const names = new Set(spreadsheet.getSheets().map((sheet) => sheet.getName().toLowerCase()));
    if (!names.has(name.toLowerCase())) throw error;
    const free = numbered(name, (one) => !names.has(one.toLowerCase()));
    return { sheet: spreadsheet.insertSheet(free, place), name: free };
  }
}

/** What somebody wrote beside a report moves to the new one, to the same cells. */
function copyNotes(before: Sheet, sheet: Sheet, width: number): void {
  const columns = before.getLastColumn() - width;
  if (columns < 1) return;
  const height = before.getLastRow();
  makeRoom(sheet, height, width + columns);
  before.getRange(1, width + 1, height, columns).copyTo(sheet.getRange(1, width + 1, height, columns));
}

/** Deletes a tab; a failure that comes after the deed is none. */
function deleteTab(spreadsheet: Spreadsheet, sheet: Sheet, name: string): void {
  try {
    spreadsheet.deleteSheet(sheet);
  } catch (error) {
    if (spreadsheet.getSheetByName(name)) throw error;
  }
}

/** The name that the tab has in the end: a report under another name is better than none. */
function rename(sheet: Sheet, name: string): string {
  return isDone(() => sheet.setName(name)) ? name : sheet.getName();
}

/** Does this, and once more if it fails; false if it fails again. */
function isDone(work: () => unknown): boolean {
  for (let left = 2; left > 0; left--) {
    try {
      work();
      return true;
    } catch (error) {
      console.error(error);
    }
  }
  return false;
}

/** The name, or the name with a number, that no tab has yet; of one it is known. */
const freeName = (spreadsheet: Spreadsheet, wanted: string, taken: string | undefined): string =>
  numbered(wanted, (name) => name !== taken && !spreadsheet.getSheetByName(name));

function numbered(name: string, isFree: (name: string) => boolean): string {
  let free = name;
  for (let number = 2; !isFree(free); number++) free = `${name} (${number})`;
  return free;
}

/** New tabs have so many rows and columns. */
const usualSize = { rows: 1000, columns: 26 };

function makeRoom(sheet: Sheet, rows: number, columns: number): void {
  const missing = {
    rows: rows > usualSize.rows ? rows - sheet.getMaxRows() : 0,
    columns: columns > usualSize.columns ? columns - sheet.getMaxColumns() : 0,
  };
  if (missing.rows > 0) sheet.insertRowsAfter(rows - missing.rows, missing.rows);
  if (missing.columns > 0) sheet.insertColumnsAfter(columns - missing.columns, missing.columns);
}
