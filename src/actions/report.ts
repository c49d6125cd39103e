import type { Zone } from '../data/cell';
import { DATASET_NAMES } from '../data/fields';
import { parseCheck } from '../data/request';
import type { SavedReport, SavedSettings, Settings } from '../data/settings';
import { UserError } from '../kpi/user-error';
import { buildReport } from '../report/build';
import { requestFrom } from '../report/from-settings';
import type { Figures } from '../report/model';
import { freezeSheet } from '../sheets/freeze';
import { todayIn } from '../sheets/locale';
import { areTagged, findReport, markSheet, writeTags } from '../sheets/marks';
import { activeSpreadsheet, zoneOfSpreadsheet } from '../sheets/read';
import { openAgain, openStore, type Store } from '../sheets/settings';
import { dayText } from '../sheets/style';
import { deleteSaved, type Replaced, readTyped, writeReport } from '../sheets/write';
import { fill, words } from '../text/words';
import { explained, locked, type Notice, noticeOf, problemError, valid } from './explain';
import { readCurrent, validSettings } from './mapped';
import { untagged } from './open';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What creating a report gives back: its tab, its figures, and its live cells with the values that they should show. */
export interface Created {
  readonly tab: string;
  /** As they are saved now: to be used from now on. */
  readonly settings: Settings;
  /** Do the mapped columns carry their tags? Otherwise `tagColumns` is to be called. */
  readonly isTagged: boolean;
  /** What has changed since the settings were loaded. */
  readonly notices: readonly Notice[];
  readonly figures: Figures & { readonly mapping: Record<string, Record<string, string>> };
  readonly cells: readonly { readonly cell: string; readonly value: number | string | boolean | null }[];
}

/**
 * Makes the tab of the report that the settings name, or makes it anew with what people typed in it, and saves the settings with
 * which it was made. Who saves after somebody else did is told.
 */
export const createReport = (given: unknown, options?: unknown): Created =>
  explained(
    () => {
      const spreadsheet = activeSpreadsheet();
      const zone = zoneOfSpreadsheet(spreadsheet);
      const asked = validSettings(given);
      const store = openStore(spreadsheet, zone);
      const { settings, changes, datasets } = readCurrent(spreadsheet, asked, store.saved, zone);
      const { start, end } = settings.report.period;
      if (start && end && start > end) throw new UserError('period_reversed', { start, end });
      const today = valid(parseCheck(options)).today ?? todayIn(spreadsheet);
      const replaced = replacedBy(spreadsheet, settings.report.name, store.saved, zone);
      const request = requestFrom(settings, datasets, dayText(today, spreadsheet.getSpreadsheetLocale()));
      const { report, figures } = buildReport(replaced ? { ...request, kept: replaced.typed.kept } : request);
      return locked(() => {
        const { saved, problem, save } = openAgain(spreadsheet, store, zone);
        if (problem?.code === 'settings_newer') throw problemError(problem);
        const before = saved?.settings.revision;
        const isSame = store.saved?.settings.revision === before;
        const next = { ...settings, revision: (before ?? 0) + 1 };
        const { tab, isTagged } = replaceReport(
          spreadsheet,
          report,
          next,
          isSame ? replaced : replacedBy(spreadsheet, settings.report.name, saved, zone),
          saved,
          save,
        );
        const isOverwritten = !problem && before !== settings.revision;
        return {
          tab,
          settings: next,
          isTagged,
          notices: [...changes, ...(isOverwritten ? [{ code: 'saved_in_between', params: {} }] : [])].map(noticeOf),
          figures: { mapping: headersOf(settings), ...figures },
          cells: liveCells(report),
        };
      });
    },
    { failure: 'report_failed' },
  );

const isNamed = (name: string) => (one: SavedReport) => one.report.name.toLowerCase() === name.toLowerCase();

/** The report of a name as it stands, and what people typed in it. */
function replacedBy(
  spreadsheet: Spreadsheet,
  name: string,
  saved: SavedSettings | undefined,
  zone: Zone,
): Replaced | undefined {
  const sheet = findReport(spreadsheet, name, saved?.reports.find(isNamed(name)));
  return sheet && { sheet, typed: readTyped(sheet, zone) };
}

/** Puts a report in the place of the one of its name, and saves its settings beside those of the other reports. */
function replaceReport(
  spreadsheet: Spreadsheet,
  page: ReturnType<typeof buildReport>['report'],
  settings: Settings,
  replaced: Replaced | undefined,
  saved: SavedSettings | undefined,
  save: Store['save'],
): { tab: string; isTagged: boolean } {
  const { report } = settings;
  const others = (saved?.reports ?? []).filter((one) => !isNamed(report.name)(one));
  let isTagged = saved?.isTagged === true && areTagged(spreadsheet, settings.datasets, saved.settings.datasets);
  const tab = writeReport(
    spreadsheet,
    page,
    replaced,
    (sheet, name) => {
      isTagged = markSheet(sheet, 'report', report.name) && isTagged;
      const reports = [{ report, tab: name, sheet: sheet.getSheetId() }, ...others];
      return save({ settings, reports, isTagged });
    },
    (left) => new UserError('tab_left_over', { tab: left }),
  );
  return { tab, isTagged };
}

/** No tab has this id. */
const noSheet = -1;

/**
 * Turns a saved report into values that nothing changes any more; the next one of its name is made on a new tab. Returns the name of
 * the tab.
 */
export const freezeReport = (name: unknown): { tab: string } =>
  explained(
    () =>
      withSaved(name, (spreadsheet, saved, own, save) => {
        const sheet = findReport(spreadsheet, own.report.name, own);
        if (!sheet) throw new UserError('report_gone', { report: own.tab });
        const { report } = words[own.report.language];
        const tab = sheet.getName();
        freezeSheet(
          sheet,
          own.report.name,
          {
            isHint: (text) => text.startsWith(report.hint),
            told: fill(report.frozen, { date: todayIn(spreadsheet) }),
          },
          () =>
            save({ ...saved, reports: saved.reports.map((one) => (one === own ? { ...one, sheet: noSheet } : one)) }),
        );
        return { tab };
      }),
    { failure: 'nothing_changed' },
  );

/** Deletes a saved report and its tab, if that is still there; returns what the tab was called. */
export const deleteReport = (name: unknown): { tab: string } =>
  explained(
    () =>
      withSaved(name, (spreadsheet, saved, own, save) => {
        const sheet = findReport(spreadsheet, own.report.name, own);
        deleteSaved(spreadsheet, sheet, () => save({ ...saved, reports: saved.reports.filter((one) => one !== own) }));
        return { tab: own.tab };
      }),
    { failure: 'nothing_changed' },
  );

/** Does something with a saved report while nobody else saves. */
function withSaved<T>(
  name: unknown,
  work: (spreadsheet: Spreadsheet, saved: SavedSettings, own: SavedReport, save: Store['save']) => T,
): T {
  const spreadsheet = activeSpreadsheet();
  return locked(() => {
    const { saved, problem, save } = openStore(spreadsheet);
    if (problem) throw problemError(problem);
    const own = saved?.reports.find(isNamed(String(name)));
    if (!saved || !own) throw new UserError('report_gone', { report: String(name) });
    return work(spreadsheet, saved, own, save);
  });
}

/**
 * Tags the mapped columns, so that the mapping follows them when they move. A file that takes no tags, as some copies do, is told.
 */
export const tagColumns = (): { notices: readonly Notice[] } =>
  explained(() => {
    const spreadsheet = activeSpreadsheet();
    return locked(() => {
      const { saved, problem, save } = openStore(spreadsheet);
      if (!saved || problem || saved.isTagged) return { notices: [] };
      const isTagged = writeTags(spreadsheet, saved.settings.datasets);
      if (isTagged) save({ ...saved, isTagged });
      return { notices: isTagged ? [] : [noticeOf(untagged)] };
    });
  });

function liveCells({ rows }: ReturnType<typeof buildReport>['report']): Created['cells'] {
  return rows.flatMap((row, y) =>
    row.flatMap(({ formula, value }, x) =>
      formula === undefined ? [] : [{ cell: `${String.fromCharCode(65 + x)}${y + 1}`, value }],
    ),
  );
}

function headersOf({ datasets }: Settings): Record<string, Record<string, string>> {
  const entries = DATASET_NAMES.flatMap((name) => {
    const mapping = datasets[name];
    if (!mapping) return [];
    return [
      [
        name,
        Object.fromEntries(Object.entries(mapping.columns).map(([field, { header }]) => [field, header])),
      ] as const,
    ];
  });
  return Object.fromEntries(entries);
}
