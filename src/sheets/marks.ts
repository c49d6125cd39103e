import { columnLetters } from '../data/range';
import type { FoundTab, Tag } from '../data/reconcile';
import type { SavedReport, Settings } from '../data/settings';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Tabs that Leakproof made carry a mark in their developer metadata, so that it never touches another. */
const markKey = 'leakproof';
/** Mapped tabs and columns carry tags: "deals" on the tab, "deals.amount" on the column. */
const tagKey = 'leakproof.field';

/** What a tab is that Leakproof made. */
export type Mark = 'report' | 'settings' | 'frozen';

/** The tabs with this mark; of reports all, or those of one name. */
export function markedSheets(spreadsheet: Spreadsheet, mark: Mark, name?: string): Sheet[] {
  const wanted = name === undefined ? undefined : textOf(mark, name);
  return spreadsheet
    .createDeveloperMetadataFinder()
    .withKey(markKey)
    .find()
    .flatMap((metadata) => {
      const text = metadata.getValue() ?? '';
      if (wanted === undefined ? text.split(' ')[0] !== mark : text !== wanted) return [];
      return metadata.getLocation().getSheet() ?? [];
    });
}

const textOf = (mark: Mark, name: string): string => (name === '' ? mark : `${mark} ${name.toLowerCase()}`);

/** Marks a tab as made by Leakproof, a report under its name. False where the file takes no metadata, as some copies do. */
export const markSheet = (sheet: Sheet, mark: Mark, name = ''): boolean =>
  isDone(() => sheet.addDeveloperMetadata(markKey, textOf(mark, name), visible()));

/** Gives a tab another mark than it has; returns what takes that back. */
export function remark(sheet: Sheet, before: Mark, mark: Mark, name: string): () => void {
  const found = sheet.getDeveloperMetadata().find((metadata) => metadata.getKey() === markKey);
  if (!found) {
    markSheet(sheet, mark, name);
    return () => undefined;
  }
  found.setValue(textOf(mark, name));
  return () => found.setValue(textOf(before, name));
}

/** The mark of a tab that Leakproof made; undefined for a tab of the team's own. */
export function markOf(sheet: Sheet): string | undefined {
  const found = sheet.getDeveloperMetadata().find((metadata) => metadata.getKey() === markKey);
  return found?.getValue() ?? undefined;
}

/**
 * The tab of a report: the saved one by name and id, or by its mark and id; otherwise the only one that is marked for it, unless
 * somebody seems to keep it under another name.
 */
export function findReport(spreadsheet: Spreadsheet, name: string, saved: SavedReport | undefined): Sheet | undefined {
  const isSaved = (sheet: Sheet) => sheet.getSheetId() === saved?.sheet;
  const named = saved && spreadsheet.getSheetByName(saved.tab);
  if (named && isSaved(named)) return named;
  const marked = markedSheets(spreadsheet, 'report', name);
  const known = marked.find(isSaved);
  if (known) return known;
  const [only, ...others] = marked;
  return others.length === 0 && (!saved || only?.getName() === saved.tab) ? only : undefined;
}

/** All tabs with the tags that are on them and on their columns. */
export function readTags(spreadsheet: Spreadsheet): FoundTab[] {
  const tags = findTags(spreadsheet);
  return spreadsheet.getSheets().map((sheet) => {
    const id = sheet.getSheetId();
    return { id, name: sheet.getName(), tags: tags.filter((tag) => tag.sheet === id) };
  });
}

/** Tags the mapped tabs and columns and no others. False where the file takes no metadata. */
export const writeTags = (spreadsheet: Spreadsheet, datasets: Settings['datasets']): boolean =>
  isDone(() => {
    const missing = new Map(wantedTags(datasets).map((tag) => [keyOf(tag), tag]));
    for (const tag of findTags(spreadsheet)) {
      // Written again though it is right: some copies show tags that cannot be changed any more.
      if (missing.delete(keyOf(tag))) tag.metadata.setValue(tag.name);
      else tag.metadata.remove();
    }
    const sheets = new Map(spreadsheet.getSheets().map((sheet) => [sheet.getSheetId(), sheet]));
    for (const { sheet: id, name, column } of missing.values()) {
      const letters = columnLetters(column ?? 0);
      const sheet = sheets.get(id);
      const place = column === undefined ? sheet : sheet?.getRange(`${letters}:${letters}`);
      place?.addDeveloperMetadata(tagKey, name, visible());
    }
  });

interface PlacedTag extends Tag {
  readonly sheet: number;
}

/**
 * Are the tags of a mapping still those of another? They are counted, too, for a copy may have lost them; where each of them
 * stands is not asked, which would take half a dozen calls a column.
 */
export function areTagged(spreadsheet: Spreadsheet, now: Settings['datasets'], before: Settings['datasets']): boolean {
  const [keys, others] = [now, before].map((datasets) => wantedTags(datasets).map(keyOf).sort());
  if (!keys || JSON.stringify(keys) !== JSON.stringify(others)) return false;
  return spreadsheet.createDeveloperMetadataFinder().withKey(tagKey).find().length >= keys.length;
}

const keyOf = ({ sheet, name, column }: PlacedTag): string => [sheet, name, column].join(' ');

function wantedTags(datasets: Settings['datasets']): PlacedTag[] {
  return Object.entries(datasets).flatMap(([name, { sheet = -1, columns }]) => [
    { sheet, name },
    ...Object.entries(columns).map(([field, { column }]) => ({ sheet, name: `${name}.${field}`, column })),
  ]);
}

function findTags(spreadsheet: Spreadsheet) {
  const found = spreadsheet.createDeveloperMetadataFinder().withKey(tagKey).find();
  return found.map((metadata) => {
    const location = metadata.getLocation();
    const range = location.getColumn();
    const sheet = (range ? range.getSheet() : location.getSheet())?.getSheetId() ?? -1;
    return { metadata, sheet, name: metadata.getValue() ?? '', ...(range && { column: range.getColumn() }) };
  });
}

/** Everybody's copy of the add-on has to see the metadata. */
const visible = () => SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT;

function isDone(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
