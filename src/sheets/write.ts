import { type Cell, toValue, type Zone } from '../data/cell';
import { address } from '../report/areas';
import type { Report } from '../report/model';
import { type Move, movesOf, type Typed, typedIn } from '../report/typed';
import { fillSheet } from './fill';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Notes the tab that holds a report, under the name that it is going to have, and returns what takes that back. */
type Save = (sheet: Sheet, name: string) => () => void;

/** A report that is to be replaced: its tab, and what people left in it. */
export interface Replaced {
  readonly sheet: Sheet;
  readonly typed: Typed;
}

/** Reads what people left in a report. */
export function readTyped(sheet: Sheet, zone: Zone): Typed {
  const range = sheet.getDataRange();
  const cells: Cell[][] = range.getValues();
  return typedIn(
    cells.map((row) => row.map((cell) => toValue(cell, zone))),
    range.getFormulas(),
  );
}

/**
 * Writes a report on a new tab and lets it take the place of the one before. All or nothing: when anything fails, what was saved
 * is taken back, the new tab goes away again, and the report before stands as it was. Once that is deleted nothing can fail any
 * more. `leftOver` says what to throw where even the new tab cannot be deleted.
 */
export function writeReport(
  spreadsheet: Spreadsheet,
  report: Report,
  before: Replaced | undefined,
  save: Save,
  leftOver: (tab: string) => Error,
): string {
  const place = before ? before.sheet.getIndex() - 1 : spreadsheet.getSheets().length;
  const kept = before?.sheet.getName();
  const made = insertTab(spreadsheet, freeName(spreadsheet, report.tab, kept), place);
  const name = kept ?? made.name;
  let takeBack: () => void = () => undefined;
  try {
    makeRoom(made.sheet, report.rows.length, report.widths.length);
    fillSheet(made.sheet, report, spreadsheet.getSpreadsheetLocale());
    if (before) moveNotes(before, made.sheet, report);
    takeBack = save(made.sheet, name);
    // Google writes late: what it cannot write it has to say before the report before is gone.
    SpreadsheetApp.flush();
    if (before) deleteTab(spreadsheet, before.sheet, name);
  } catch (error) {
    isDone(takeBack);
    if (!isDone(() => deleteTab(spreadsheet, made.sheet, made.name))) throw leftOver(made.name);
    throw error;
  }
  return before ? rename(made.sheet, name) : name;
}

/** Deletes a report, once that is saved; when that fails, what was saved is taken back. */
export function deleteSaved(spreadsheet: Spreadsheet, sheet: Sheet | undefined, save: () => () => void): void {
  const takeBack = save();
  try {
    SpreadsheetApp.flush();
    if (sheet) deleteTab(spreadsheet, sheet, sheet.getName());
  } catch (error) {
    isDone(takeBack);
    throw error;
  }
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

/** What somebody wrote beside a report goes beside the new one, to the rows of the same labels. */
function moveNotes({ sheet: before, typed }: Replaced, sheet: Sheet, report: Report): void {
  const moves = movesOf(typed, report);
  const columns = typed.columns - typed.width;
  const width = report.widths.length;
  const last = moves[moves.length - 1];
  if (!last) return;
  makeRoom(sheet, last.to + last.count, width + columns);
  const areas = (left: number, row: (move: Move) => number) =>
    moves.map((move) => {
      const bottom = row(move) + move.count - 1;
      return `${address(row(move), left)}:${address(bottom, left + columns - 1)}`;
    });
  const sources = before.getRangeList(areas(typed.width, ({ from }) => from)).getRanges();
  const targets = sheet.getRangeList(areas(width, ({ to }) => to)).getRanges();
  sources.forEach((source, at) => {
    source.copyTo(targets[at] as GoogleAppsScript.Spreadsheet.Range);
  });
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
export function isDone(work: () => unknown): boolean {
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
