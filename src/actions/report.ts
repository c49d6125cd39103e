import { DATASET_NAMES } from '../data/fields';
import { parseCheck } from '../data/request';
import type { SavedSettings, Settings } from '../data/settings';
import { UserError } from '../kpi/user-error';
import { buildReport } from '../report/build';
import { requestFrom } from '../report/from-settings';
import type { Figures } from '../report/model';
import { todayIn } from '../sheets/locale';
import { areTagged, findReport, markSheet, writeTags } from '../sheets/marks';
import { activeSpreadsheet } from '../sheets/read';
import { openStore, type Store } from '../sheets/settings';
import { writeReport } from '../sheets/write';
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
 * Makes the tab of the report that the settings name, or makes it anew, and saves the settings with which it was made. Who saves
 * after somebody else did is told.
 */
export const createReport = (given: unknown, options?: unknown): Created =>
  explained(
    () => {
      const spreadsheet = activeSpreadsheet();
      const { settings, changes, datasets } = readCurrent(spreadsheet, validSettings(given));
      const { start, end } = settings.report.period;
      if (start && end && start > end) throw new UserError('period_reversed', { start, end });
      const today = valid(parseCheck(options)).today ?? todayIn(spreadsheet);
      const { report, figures } = buildReport(requestFrom(settings, datasets, today));
      return locked(() => {
        const { saved, problem, save } = openStore(spreadsheet);
        if (problem?.code === 'settings_newer') throw problemError(problem);
        const before = saved?.settings.revision;
        const next = { ...settings, revision: (before ?? 0) + 1 };
        const { tab, isTagged } = replaceReport(spreadsheet, report, next, saved, save);
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

/** Puts a report in the place of the one of its name, and saves its settings beside those of the other reports. */
function replaceReport(
  spreadsheet: Spreadsheet,
  page: ReturnType<typeof buildReport>['report'],
  settings: Settings,
  saved: SavedSettings | undefined,
  save: Store['save'],
): { tab: string; isTagged: boolean } {
  const { report } = settings;
  const isSame = (other: string) => other.toLowerCase() === report.name.toLowerCase();
  const others = (saved?.reports ?? []).filter((one) => !isSame(one.report.name));
  const own = saved?.reports.find((one) => isSame(one.report.name));
  let isTagged = saved?.isTagged === true && areTagged(spreadsheet, settings.datasets, saved.settings.datasets);
  const tab = writeReport(
    spreadsheet,
    page,
    findReport(spreadsheet, report.name, own),
    (sheet, name) => {
      isTagged = markSheet(sheet, 'report', report.name) && isTagged;
      const reports = [{ report, tab: name, sheet: sheet.getSheetId() }, ...others];
      return save({ settings, reports, isTagged });
    },
    (left) => new UserError('tab_left_over', { tab: left }),
  );
  return { tab, isTagged };
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
