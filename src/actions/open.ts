import { isBlank, labelOf, tidyText, type Value } from '../data/cell';
import { detectDatasets, type FieldSuggestion, homeCurrency } from '../data/detect';
import { type Draft, parseDraft } from '../data/draft';
import { DATASET_NAMES, type DatasetName, type FieldName } from '../data/fields';
import { completeSettings, type Question } from '../data/reconcile';
import {
  type DatasetMapping,
  NEW_REPORT,
  NEW_SETTINGS,
  type Problem,
  type ReportSettings,
  type Settings,
} from '../data/settings';
import type { Kpi } from '../kpi/kpi';
import { UserError } from '../kpi/user-error';
import { type Choice, choices } from '../report/lines';
import { keepDraft, readDraft } from '../sheets/drafts';
import { spreadsheetLanguage, todayIn, userLanguage } from '../sheets/locale';
import { findReport } from '../sheets/marks';
import { activeSpreadsheet, readTabs, type TabValues } from '../sheets/read';
import { openStore, settle } from '../sheets/settings';
import { type Language, words } from '../text/words';
import { explained, type Notice, noticeOf, problemError, valid } from './explain';
import { suggestFor } from './suggest';

/** A column as a person recognises it: its place from 1, its header as it stands, up to two different values. */
export interface ColumnView {
  readonly column: number;
  readonly header: string;
  readonly samples: readonly string[];
}

/** A tab as the wizard shows it; without a header row there are no columns to choose from. */
export interface TabView {
  readonly name: string;
  /** From 1. */
  readonly headerRow: number;
  readonly columns: readonly ColumnView[];
  /** The columns of the tab read as each dataset, and what speaks for each. */
  readonly guesses: Readonly<
    Partial<Record<DatasetName, Readonly<Partial<Record<FieldName, Pick<FieldSuggestion, 'column' | 'reason'>>>>>>
  >;
}

/** A KPI or a base measure as the pick list shows it. */
export type KpiView = Omit<Choice, 'figure' | 'how'>;

/** What the sidebar opens with: the settings of this file, or the best guess, and what it needs to show them. */
export interface Opening {
  readonly settings: Settings;
  /** Do saved settings hold as they are? Otherwise somebody has to go through them. */
  readonly isSaved: boolean;
  /** What has changed since they were saved, and what is wrong with them. */
  readonly notices: readonly Notice[];
  /** What has to be asked; the settings lack it. Where the tab is in question, the mapping is as it was saved. */
  readonly questions: readonly (Question & Notice & { readonly mapping?: DatasetMapping })[];
  /** The saved reports, the last one first; the tab is null where somebody deleted it. */
  readonly reports: readonly { readonly name: string; readonly tab: string | null; readonly report: ReportSettings }[];
  readonly language: Language;
  /** The day it is where the spreadsheet is at home, yyyy-MM-dd. */
  readonly today: string;
  /** Empty where saved settings hold and the tabs were not asked for. */
  readonly tabs: readonly TabView[];
  /** The tab of the report that the settings are for; null where there is none. */
  readonly reportTab: string | null;
  /** What somebody left unfinished, of which the settings are: the view that came with it. */
  readonly draft: string | null;
  /** The names of the channels that are known. */
  readonly channelNames: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** The KPIs that a report can show, in its order. */
  readonly kpis: readonly KpiView[];
  /** The names of their groups. */
  readonly groupNames: Readonly<Record<Language, Readonly<Record<Kpi['group'], string>>>>;
}

/**
 * Opens the sidebar with the report of this name, or the one made last. `whole` (true) reads the tabs even where the saved
 * settings hold. A settings tab that somebody has damaged is completed by a guess; one of a newer version is left alone.
 * What the person left unfinished goes before what is saved: the `draft` given, or the kept one; null forgets that.
 */
export const openWizard = (whole?: unknown, report?: unknown, given?: unknown): Opening =>
  explained((): Opening => {
    const spreadsheet = activeSpreadsheet();
    const { saved, problem } = openStore(spreadsheet);
    if (problem?.code === 'settings_newer') throw problemError(problem);
    const draft = draftInHand(spreadsheet, valid(parseDraft(given)));
    const reports = (saved?.reports ?? []).map((one) => {
      const { name } = one.report;
      return { name, tab: findReport(spreadsheet, name, one)?.getName() ?? null, report: one.report };
    });
    const wanted = draft?.settings.report.name ?? report;
    const inHand = reports.find(({ name }) => name === wanted) ?? (draft ? undefined : reports[0]);
    const before = draft?.settings ?? (saved && { ...saved.settings, ...(inHand && { report: inHand.report }) });
    const held = before && settle(spreadsheet, before, saved);
    const isWhole = !problem || draft !== undefined;
    const isSaved = saved !== undefined && isWhole && held?.questions.length === 0;
    // A copy may have lost the marks by which reports are left out.
    const isOwn = ({ name }: TabValues) => reports.some(({ tab }) => tab === name);
    const tabs = isSaved && !draft && whole !== true ? [] : readTabs(spreadsheet).filter((tab) => !isOwn(tab));
    const views = tabs.map(viewTab);
    const settings =
      held && isWhole ? held.settings : completed(held?.settings, firstGuess(tabs, views), inHand?.report);
    const told = [
      ...(problem ? [problem] : []),
      ...(held?.changes ?? []),
      ...(saved?.isTagged === false ? [untagged] : []),
    ];
    return {
      settings,
      isSaved,
      notices: told.map(noticeOf),
      questions: (held?.questions ?? []).map((question) => {
        const mapping = question.field === undefined ? before?.datasets[question.dataset] : undefined;
        return { ...noticeOf(question), ...(mapping && { mapping }) };
      }),
      reports,
      language: userLanguage(),
      today: todayIn(spreadsheet),
      tabs: views,
      reportTab: inHand?.tab ?? null,
      draft: draft?.view ?? null,
      channelNames: { en: words.en.channels, pl: words.pl.channels, ru: words.ru.channels },
      kpis: choices().map(({ figure: _, how: __, ...view }) => view),
      groupNames: { en: words.en.groups, pl: words.pl.groups, ru: words.ru.groups },
    };
  });

/** What somebody left unfinished: the draft given, or the kept one; null forgets that. */
function draftInHand(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, given: Draft | null | undefined) {
  if (given === null) keepDraft(spreadsheet.getId(), null);
  return given === undefined ? readDraft(spreadsheet.getId()) : (given ?? undefined);
}

/** The file takes no tags, as some copies do. */
export const untagged: Problem = { code: 'tags_unwritable', params: {} };

/** What is left of damaged settings with a guess in place of the rest. */
const completed = (kept: Settings | undefined, guess: Settings, report = guess.report): Settings =>
  kept ? { ...completeSettings(kept, guess), report } : guess;

/** The best guess; where nothing is recognised, but there are columns to choose from, everything is left to the person. */
function firstGuess(tabs: readonly TabValues[], views: readonly TabView[]): Settings {
  try {
    return suggestFor({}, tabs);
  } catch (error) {
    const isForeign = error instanceof UserError && error.code === 'nothing_mapped';
    if (!isForeign || views.every(({ columns }) => columns.length === 0)) throw error;
  }
  const spreadsheet = activeSpreadsheet();
  const report = {
    language: spreadsheetLanguage(spreadsheet),
    currency: homeCurrency(spreadsheet.getSpreadsheetLocale()),
  };
  return { ...NEW_SETTINGS, report: { ...NEW_REPORT, ...report } };
}

/** How far below the header row sample values are looked for, and how long they are shown. */
const rowsSampled = 50;

const longestSample = 60;

function viewTab({ name, rows }: TabValues): TabView {
  const datasets = detectDatasets({ name, rows });
  if (!datasets) return { name, headerRow: 1, columns: [], guesses: {} };
  const { headerRow } = datasets.deals;
  const below = rows.slice(headerRow, headerRow + rowsSampled);
  const columns = (rows[headerRow - 1] ?? []).map((cell, index) => {
    return { column: index + 1, header: labelOf(cell), samples: samplesOf(below.map((row) => row[index] ?? null)) };
  });
  const guesses = DATASET_NAMES.map((dataset) => {
    const found = datasets[dataset].fields.map(({ field, column, reason }) => [field, { column, reason }]);
    return [dataset, Object.fromEntries(found)];
  });
  return {
    name,
    headerRow,
    columns: columns.filter(({ header, samples }) => header.trim() !== '' || samples.length > 0),
    guesses: Object.fromEntries(guesses),
  };
}

function samplesOf(values: readonly Value[]): string[] {
  const texts = values.filter((value) => !isBlank(value)).map((value) => tidyText(labelOf(value)));
  return [...new Set(texts)].slice(0, 2).map((text) => text.slice(0, longestSample));
}
