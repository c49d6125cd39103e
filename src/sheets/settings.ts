import { type Cell, type CivilDate, labelOf, normaliseLabel, toValue, type Zone } from '../data/cell';
import { DATASET_NAMES, type DatasetName } from '../data/fields';
import { findTotalRows } from '../data/layout';
import { HEADER_ROWS, type Reconciled, reconcile } from '../data/reconcile';
import type { DatasetMapping, Problem, SavedSettings, Settings } from '../data/settings';
import { settingsFromRows, settingsToRows } from '../data/settings-rows';
import { spreadsheetLanguage } from './locale';
import { markedSheets, markSheet, readTags } from './marks';
import { type NamedColumns, readNamed, zoneOfSpreadsheet } from './read';
import { type Content, literal } from './text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const name = 'Leakproof settings';

/** What the settings tab of a file holds (nothing where there is none), and how to save others in it. */
export interface Store {
  readonly sheet?: Sheet;
  readonly saved?: SavedSettings | undefined;
  readonly problem?: Problem | undefined;
  /**
   * Saves settings in the hidden tab that a person can read, in place of those before. One write does it, so that no half is left.
   * Returns what puts the former ones back.
   */
  readonly save: (saved: SavedSettings) => () => void;
}

/** The settings of this file, or what is wrong with them. */
export const openStore = (spreadsheet: Spreadsheet, zone = zoneOfSpreadsheet(spreadsheet)): Store =>
  storeIn(spreadsheet, settingsSheet(spreadsheet), zone);

/** The settings as they are by now: somebody may have saved others since. */
export const openAgain = (spreadsheet: Spreadsheet, { sheet }: Store, zone: Zone): Store =>
  storeIn(spreadsheet, sheet ?? spreadsheet.getSheetByName(name) ?? undefined, zone);

function storeIn(spreadsheet: Spreadsheet, sheet: Sheet | undefined, zone: Zone): Store {
  if (!sheet) {
    return {
      save: (saved) => {
        const made = makeSheet(spreadsheet, rowsOf(saved));
        return () => spreadsheet.deleteSheet(made);
      },
    };
  }
  const cells: Cell[][] = sheet.getDataRange().getValues();
  const stored = settingsFromRows(cells.map((row) => row.map((cell) => toValue(cell, zone))));
  return {
    sheet,
    ...stored,
    ...(stored.saved?.reports.length === 0 && { saved: withNewReport(spreadsheet, stored.saved) }),
    save: (saved) => {
      const rows = rowsOf(saved);
      replaceRows(sheet, rows, cells);
      return () =>
        replaceRows(
          sheet,
          cells.map((row) => row.map(contentOf)),
          rows,
        );
    },
  };
}

/** Where the last report was deleted, the next one speaks the language of the spreadsheet. */
const withNewReport = (spreadsheet: Spreadsheet, saved: SavedSettings): SavedSettings => ({
  ...saved,
  settings: { ...saved.settings, report: { ...saved.settings.report, language: spreadsheetLanguage(spreadsheet) } },
});

const rowsOf = (saved: SavedSettings) => settingsToRows(saved).map((row) => row.map(contentOf));

/** Writes rows over others, at least as far as those went. */
function replaceRows(
  sheet: Sheet,
  rows: readonly (readonly unknown[])[],
  before: readonly (readonly unknown[])[],
): void {
  const height = Math.max(rows.length, before.length);
  const width = Math.max(...[...rows, ...before].map(({ length }) => length));
  if (height > before.length && sheet.getMaxRows() < height)
    sheet.insertRowsAfter(sheet.getMaxRows(), height - sheet.getMaxRows());
  const cells = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => rows[row]?.[column] ?? ''),
  );
  sheet.getRange(1, 1, height, width).setValues(cells);
}

/** Every text stands as a formula that gives it: Google would read a number, a date or worse into some. */
function contentOf(value: Cell | CivilDate): Content | Date {
  if (typeof value === 'string') return value === '' ? '' : literal(value);
  if (value === null || value === undefined) return '';
  return typeof value === 'object' && 'date' in value ? literal(value.date) : value;
}

/** The settings as they hold now that people have worked in the file; the saved ones say what the tags were written for. */
export function settle(spreadsheet: Spreadsheet, settings: Settings, saved: SavedSettings | undefined): Reconciled {
  const isTagged = saved?.isTagged === true;
  const tabs = readTags(spreadsheet);
  return reconcile(settings, {
    tabs: isTagged ? tabs : tabs.map((tab) => ({ ...tab, tags: [] })),
    tagged: isTagged ? saved.settings.datasets : {},
    rowsOf: ({ name: tab }, isWhole) => {
      const range = spreadsheet.getSheetByName(tab)?.getDataRange();
      if (!range) return [];
      const height = range.getNumRows();
      const read = isWhole || height <= HEADER_ROWS ? range : range.offset(0, 0, HEADER_ROWS, range.getNumColumns());
      return valuesOf(spreadsheet, read);
    },
  });
}

/** The cells of the mapped columns by dataset. */
export type MappedCells = Readonly<Partial<Record<DatasetName, NamedColumns['values']>>>;

/**
 * The mapped columns, and the settings with the ids of their tabs, where every tab and every header stands in its place; undefined
 * where `settle` has to look for one. Tags are not asked for: that takes half a dozen calls a column.
 */
export function readInPlace(
  spreadsheet: Spreadsheet,
  settings: Settings,
  saved: SavedSettings | undefined,
  zone: Zone,
): { settings: Settings; cells: MappedCells } | undefined {
  const datasets: Partial<Record<DatasetName, DatasetMapping>> = {};
  const cells: Partial<Record<DatasetName, NamedColumns['values']>> = {};
  for (const name of DATASET_NAMES) {
    const mapping = settings.datasets[name];
    if (!mapping) continue;
    const sheet = spreadsheet.getSheetByName(mapping.tab);
    const id = sheet?.getSheetId();
    const before = saved?.settings.datasets[name];
    const known = mapping.sheet ?? (before?.tab === mapping.tab ? before.sheet : undefined);
    if (!sheet || id === undefined || (known !== undefined && known !== id)) return undefined;
    const { headers, values } = readNamed(sheet, mapping.headerRow, mapping.columns, zone);
    const columns = Object.entries(mapping.columns).map(([field, { column, header }]) => {
      const now = labelOf(headers[field] ?? null);
      return { field, column, header: now, isSame: now !== '' && normaliseLabel(now) === normaliseLabel(header) };
    });
    if (!columns.every(({ isSame }) => isSame)) return undefined;
    datasets[name] = {
      ...mapping,
      sheet: id,
      columns: Object.fromEntries(columns.map(({ field, column, header }) => [field, { column, header }])),
      // Rows that came or went have moved the totals.
      totalRows:
        mapping.totalRows.length === 0
          ? []
          : findTotalRows(valuesOf(spreadsheet, sheet.getDataRange()), mapping.headerRow),
    };
    cells[name] = values;
  }
  return { settings: { ...settings, datasets }, cells };
}

function valuesOf(spreadsheet: Spreadsheet, range: GoogleAppsScript.Spreadsheet.Range) {
  const zone = zoneOfSpreadsheet(spreadsheet);
  return (range.getValues() as Cell[][]).map((row) => row.map((cell) => toValue(cell, zone)));
}

/** Somebody may have duplicated the tab: the one with our name counts. */
function settingsSheet(spreadsheet: Spreadsheet): Sheet | undefined {
  return spreadsheet.getSheetByName(name) ?? markedSheets(spreadsheet, 'settings')[0];
}

function makeSheet(spreadsheet: Spreadsheet, rows: readonly (readonly unknown[])[]): Sheet {
  const sheet = spreadsheet.insertSheet(name, spreadsheet.getSheets().length);
  try {
    replaceRows(sheet, rows, []);
    markSheet(sheet, 'settings');
    return sheet.hideSheet();
  } catch (error) {
    spreadsheet.deleteSheet(sheet);
    throw error;
  }
}
