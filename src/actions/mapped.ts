import type { Zone } from '../data/cell';
import { readDataset } from '../data/dataset';
import { DATASET_NAMES, type DatasetName } from '../data/fields';
import type { Reconciled } from '../data/reconcile';
import { type DatasetMapping, parseSettings, type SavedSettings, type Settings } from '../data/settings';
import { UserError } from '../kpi/user-error';
import type { Datasets } from '../report/from-settings';
import { activeSpreadsheet, readColumns, zoneOfSpreadsheet } from '../sheets/read';
import { type MappedCells, openStore, readInPlace, settle } from '../sheets/settings';
import { problemError } from './explain';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The datasets that are mapped, in the order in which they are shown. */
export function mappedTabs({ datasets }: Settings): [DatasetName, DatasetMapping][] {
  return DATASET_NAMES.flatMap((name) => {
    const mapping = datasets[name];
    return mapping ? [[name, mapping] as [DatasetName, DatasetMapping]] : [];
  });
}

/** The tab of a name; throws UserError `tab_missing` where there is none. */
export function sheetOf(tab: string): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = activeSpreadsheet().getSheetByName(tab);
  if (!sheet) throw new UserError('tab_missing', { tab });
  return sheet;
}

/** Reads the mapped columns; throws UserError `tab_missing`, or `nothing_mapped` where no dataset is. */
export function readDatasets(settings: Settings): Datasets {
  const zone = zoneOfSpreadsheet(activeSpreadsheet());
  const read = mappedTabs(settings).map(([name, { tab, headerRow, columns }]) => [
    name,
    readColumns(sheetOf(tab), headerRow, columns, zone),
  ]);
  return datasetsOf(settings, Object.fromEntries(read));
}

function datasetsOf(settings: Settings, cells: MappedCells): Datasets {
  const typed = mappedTabs(settings).map(([name, mapping]) => [name, readDataset(name, mapping, cells[name] ?? {})]);
  if (typed.length === 0) throw new UserError('nothing_mapped', {});
  return Object.fromEntries(typed);
}

/** Settings that came from outside; throws UserError where they are not valid. */
export function validSettings(json: unknown): Settings {
  const parsed = parseSettings(json);
  if ('problem' in parsed) throw problemError(parsed.problem);
  return parsed.settings;
}

/** Settings from the sidebar as they hold now; what only a person can tell is said, and nothing done. */
export function currentSettings(json: unknown): Reconciled {
  const spreadsheet = activeSpreadsheet();
  return answered(settle(spreadsheet, validSettings(json), openStore(spreadsheet).saved));
}

function answered(current: Reconciled): Reconciled {
  const [question] = current.questions;
  if (question) throw problemError(question);
  return current;
}

/** Settings as they hold now, what has changed, and the data; looks for what has moved only where something has. */
export function readCurrent(
  spreadsheet: Spreadsheet,
  given: Settings,
  saved: SavedSettings | undefined,
  zone: Zone,
): Omit<Reconciled, 'questions'> & { datasets: Datasets } {
  const found = readInPlace(spreadsheet, given, saved, zone);
  if (found) return { settings: found.settings, changes: [], datasets: datasetsOf(found.settings, found.cells) };
  const { settings, changes } = answered(settle(spreadsheet, given, saved));
  return { settings, changes, datasets: readDatasets(settings) };
}
