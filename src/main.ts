import {
  type Cell,
  isBlank,
  isCivil,
  labelOf,
  normaliseLabel,
  tidyText,
  toValue,
  type Value,
  type Zone,
} from './data/cell';
import { suggestChannels } from './data/channels';
import { type CheckInput, checkData as findProblems } from './data/check';
import { readDataset } from './data/dataset';
import { detectDatasets, type FieldSuggestion, type Suggestion, suggestSettings as suggest } from './data/detect';
import { DATASET_NAMES, type DatasetName, type FieldName } from './data/fields';
import type { CheckTable, Finding } from './data/finding';
import { planFixes, safeChoices } from './data/fix';
import { recogniseStage, recogniseStatus } from './data/labels';
import { completeSettings, type Question, type Reconciled } from './data/reconcile';
import {
  type CheckRequest,
  type Parsed,
  parseCells,
  parseCheck,
  parseChoices,
  parseSuggestion,
  type SuggestionRequest,
} from './data/request';
import {
  type DatasetMapping,
  NEW_REPORT,
  NEW_SETTINGS,
  type Problem,
  parseOverrides,
  parseSettings,
  type SavedSettings,
  type Settings,
} from './data/settings';
import type { Result, Scalar, Vocabulary } from './kpi/bind';
import { call } from './kpi/call';
import { catalog } from './kpi/catalog';
import type { Meaning } from './kpi/measure';
import { UserError } from './kpi/user-error';
import { buildReport } from './report/build';
import { type Datasets, requestFrom } from './report/from-settings';
import type { Figures } from './report/model';
import { applyEdits } from './sheets/edit';
import { spreadsheetLanguage, todayIn, userLanguage } from './sheets/locale';
import { whileLocked } from './sheets/lock';
import { areTagged, findReport, markSheet, writeTags } from './sheets/marks';
import {
  activeSpreadsheet,
  readColumns,
  readFormulas,
  readTabs,
  type TabValues,
  zoneOfSpreadsheet,
} from './sheets/read';
import { type MappedCells, openStore, readInPlace, type Store, settle } from './sheets/settings';
import { openSidebar, setMenu } from './sheets/sidebar';
import { writeReport } from './sheets/write';
import { type ErrorCode, findingSentence, sentence } from './text/problems';
import { type Language, words } from './text/words';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What Google calls when a file with the add-on is opened. */
export const onOpen = (event?: Parameters<typeof setMenu>[0]): void => setMenu(event);

/** What Google calls when the add-on was installed while the file is open. */
export const onInstall = (event?: Parameters<typeof setMenu>[0]): void => setMenu(event);

/** The menu item: opens the sidebar. */
export const showSidebar = (): void => openSidebar();

/** What a cell function answers; nothing is an empty cell. A user's mistake is a sentence in the spreadsheet's language. */
export function callFunction(name: string, given: ArrayLike<unknown>): Exclude<Result, undefined> {
  const kpi = catalog.find((one) => one.name === name);
  if (!kpi) throw new Error(`no KPI is called ${name}`);
  return explained(
    () => {
      const result = call(kpi, argumentsOf(given), vocabulary);
      return Array.isArray(result)
        ? result.map((row) => row.map(filled))
        : filled(result as number | string | undefined);
    },
    { language: () => spreadsheetLanguage(activeSpreadsheet()) },
  );
}

const filled = (value: number | string | undefined): number | string => value ?? '';

const vocabulary: Vocabulary = {
  normalise: normaliseLabel,
  meaningOf: (field, label): Meaning | undefined =>
    (field === 'leads.status' ? recogniseStatus(label) : recogniseStage(label))?.meaning,
};

/** The arguments as plain values; the spreadsheet is asked for its time zone only when there is a date among them. */
function argumentsOf(given: ArrayLike<unknown>) {
  let zone: Zone | undefined;
  const lazily: Zone = (utc) => {
    zone ??= zoneOfSpreadsheet(activeSpreadsheet());
    return zone(utc);
  };
  const scalar = (cell: unknown): Scalar => {
    if (cell === undefined) return undefined;
    const value = toValue(cell as Cell, lazily);
    return isCivil(value) ? { date: value.date } : value;
  };
  return Array.from(given, (argument) =>
    Array.isArray(argument)
      ? argument.map((row) => (Array.isArray(row) ? row.map(scalar) : [scalar(row)]))
      : scalar(argument),
  );
}

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

/** What the sidebar opens with: the settings of this file, or the best guess, and what it needs to show them. */
export interface Opening {
  readonly settings: Settings;
  /** Do saved settings hold as they are? Otherwise somebody has to go through them. */
  readonly isSaved: boolean;
  /** What has changed since they were saved, and what is wrong with them. */
  readonly notices: readonly Notice[];
  /** What has to be asked; the settings lack it. */
  readonly questions: readonly (Question & Notice)[];
  /** The saved reports, the last one first; the tab is null where somebody deleted it. */
  readonly reports: readonly { readonly name: string; readonly tab: string | null }[];
  readonly language: Language;
  /** The day it is where the spreadsheet is at home, yyyy-MM-dd. */
  readonly today: string;
  /** Empty where saved settings hold and the tabs were not asked for. */
  readonly tabs: readonly TabView[];
  /** The tab of the report that the settings are for; null where there is none. */
  readonly reportTab: string | null;
  /** The names of the channels that are known. */
  readonly channelNames: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** Something that a person is told. */
export interface Notice extends Problem {
  readonly sentence: string;
}

const noticeOf = <T extends Problem>(problem: T): T & Notice => ({
  ...problem,
  sentence: sentence(userLanguage(), problem.code, problem.params),
});

/**
 * Opens the sidebar with the report of this name, or the one made last. `whole` (true) reads the tabs even where the saved
 * settings hold. A settings tab that somebody has damaged is completed by a guess; one of a newer version is left alone.
 */
export const openWizard = (whole?: unknown, report?: unknown): Opening =>
  explained((): Opening => {
    const spreadsheet = activeSpreadsheet();
    const { saved, problem } = openStore(spreadsheet);
    if (problem?.code === 'settings_newer') throw problemError(problem);
    const reports = (saved?.reports ?? []).map((one) => {
      const { name } = one.report;
      return { name, tab: findReport(spreadsheet, name, one)?.getName() ?? null, report: one.report };
    });
    const inHand = reports.find(({ name }) => name === report) ?? reports[0];
    const held = saved && settle(spreadsheet, { ...saved.settings, ...(inHand && { report: inHand.report }) }, saved);
    const isSaved = held !== undefined && !problem && held.questions.length === 0;
    // A copy may have lost the marks by which reports are left out.
    const isOwn = ({ name }: TabValues) => reports.some(({ tab }) => tab === name);
    const tabs = isSaved && whole !== true ? [] : readTabs(spreadsheet).filter((tab) => !isOwn(tab));
    const views = tabs.map(viewTab);
    const settings =
      held && !problem ? held.settings : completed(held?.settings, firstGuess(tabs, views), inHand?.report);
    const told = [
      ...(problem ? [problem] : []),
      ...(held?.changes ?? []),
      ...(saved?.isTagged === false ? [untagged] : []),
    ];
    return {
      settings,
      isSaved,
      notices: told.map(noticeOf),
      questions: (held?.questions ?? []).map(noticeOf),
      reports: reports.map(({ name, tab }) => ({ name, tab })),
      language: userLanguage(),
      today: todayIn(spreadsheet),
      tabs: views,
      reportTab: inHand?.tab ?? null,
      channelNames: { en: words.en.channels, pl: words.pl.channels, ru: words.ru.channels },
    };
  });

const untagged: Problem = { code: 'tags_unwritable', params: {} };

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
  return { ...NEW_SETTINGS, report: { ...NEW_REPORT, language: spreadsheetLanguage(activeSpreadsheet()) } };
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

/** The best guess at what the tabs of this file hold, with what the caller knows better. */
export const suggestSettings = (request: unknown): Settings =>
  explained(() => suggestFor(valid(parseSuggestion(request))));

/** The same with what is doubtful about it: sentences, and labels whose meaning is only assumed. */
export const suggestWithNotes = (
  request: unknown,
): { settings: Settings; notes: string[]; assumed: Suggestion['unrecognised'] } =>
  explained(() => {
    const { settings, notes, unrecognised } = suggestionFor(valid(parseSuggestion(request)));
    const { language } = settings.report;
    return {
      settings,
      notes: notes.map(({ code, params }) => sentence(language, code, params)),
      assumed: unrecognised,
    };
  });

const suggestFor = (request: SuggestionRequest, read?: readonly TabValues[]): Settings =>
  suggestionFor(request, read).settings;

function suggestionFor(
  { tabs, overrides, options = {} }: SuggestionRequest,
  read: readonly TabValues[] = readTabs(activeSpreadsheet()),
): Suggestion {
  const spreadsheet = activeSpreadsheet();
  const parsed = overrides === undefined || overrides === null ? undefined : parseOverrides(overrides);
  if (parsed && 'problem' in parsed) throw problemError(parsed.problem);
  const suggestion = suggest(read, {
    locale: spreadsheet.getSpreadsheetLocale(),
    language: options.language ?? spreadsheetLanguage(spreadsheet),
    ...(tabs ? { tabs } : {}),
    ...(parsed ? { overrides: parsed.overrides } : {}),
  });
  if ('problem' in suggestion) throw problemError(suggestion.problem);
  const { settings } = suggestion;
  return { ...suggestion, settings: { ...settings, report: { ...settings.report, ...options } } };
}

/** A label as it stands most often, how many records have it, and what the vocabulary says of it: meaning and usual place. */
export interface LabelView {
  readonly label: string;
  readonly count: number;
  readonly meaning?: string;
  readonly order?: number;
}

const labelFields = [
  'deals.stage',
  'leads.status',
  'leads.source',
  'deals.source',
  'traffic.channel',
  'spend.channel',
] as const;

/** A field whose labels are given a meaning or a channel. */
export type LabelField = (typeof labelFields)[number];

/** The labels that stand in the mapped columns, the most frequent first, and the channels that they suggest. */
export interface LabelsView {
  /** Fields that are not mapped are absent. */
  readonly labels: Readonly<Partial<Record<LabelField, readonly LabelView[]>>>;
  readonly channels: Settings['channels'];
}

/** A column with more labels than these is none of stages or channels; the most frequent ones are shown. */
const mostLabels = 200;

/** Reads the labels that are given a meaning or a channel, and nothing else. */
export const readLabels = (given: unknown): LabelsView =>
  explained(() => {
    const { settings } = currentSettings(given);
    const labelled = mappedTabs(settings).map(([name, mapping]) => {
      const columns = labelFields.flatMap((field): [string, DatasetMapping['columns'][string]][] => {
        const [dataset, own = ''] = field.split('.');
        const column = dataset === name ? mapping.columns[own] : undefined;
        return column ? [[own, column]] : [];
      });
      return [name, { ...mapping, columns: Object.fromEntries(columns) }];
    });
    const datasets = readDatasets({ ...settings, datasets: Object.fromEntries(labelled) });
    const labels: LabelsView['labels'] = Object.fromEntries(
      labelFields.flatMap((field) => {
        const views = viewLabels(field, datasets);
        return views ? [[field, views]] : [];
      }),
    );
    const names = (field: LabelField) => (labels[field] ?? []).map(({ label }) => label);
    const sources = (['leads.source', 'deals.source', 'traffic.channel'] as const).flatMap(names);
    const channels = suggestChannels(sources, names('spend.channel'));
    return { labels, channels: channels.map((channel) => ({ ...channel, labels: [...channel.labels] })) };
  });

function viewLabels(field: LabelField, datasets: Datasets): LabelView[] | undefined {
  const { columns, spellings } = datasets[field.split('.')[0] as DatasetName] ?? {};
  const column = columns?.[field] as readonly string[] | undefined;
  if (!column) return undefined;
  const counts = new Map<string, number>();
  for (const label of column) if (label !== '') counts.set(label, (counts.get(label) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one).slice(0, mostLabels);
  const recognise = { 'deals.stage': recogniseStage, 'leads.status': recogniseStatus }[field as string];
  return sorted.map(([key, count]) => {
    const label = spellings?.[field]?.get(key)?.[0] ?? key;
    return { label, count, ...recognise?.(label) };
  });
}

/** A finding of the data check with its sentence. */
export interface FindingView extends Finding {
  readonly sentence: string;
}

/** The data check over the mapped columns. */
export const checkData = (settings: unknown, options?: unknown): FindingView[] =>
  explained(() => {
    const known = currentSettings(settings).settings;
    const input = checkInput(known, valid(parseCheck(options)));
    const { language } = known.report;
    return findProblems(input).map((finding) => ({ ...finding, sentence: findingSentence(language, finding) }));
  });

/** Mends the cells of the chosen findings (null: of all that need no question) and no others. */
export const fixData = (settings: unknown, chosen: unknown): { changed: number } =>
  explained(() => {
    const input = checkInput(currentSettings(settings).settings, {});
    const choices = valid(parseChoices(chosen)) ?? safeChoices(findProblems(input));
    return locked(() => ({ changed: applyEdits(activeSpreadsheet(), planFixes(input, choices)) }));
  });

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

/** Selects cells that a finding names. */
export const selectCells = (tab: unknown, ranges: unknown): void =>
  explained(() => {
    const cells = valid(parseCells({ tab, ranges }));
    const sheet = sheetOf(cells.tab);
    sheet.activate();
    if (cells.ranges.length > 0) sheet.getRangeList(cells.ranges).activate();
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

function mappedTabs({ datasets }: Settings): [DatasetName, DatasetMapping][] {
  return DATASET_NAMES.flatMap((name) => {
    const mapping = datasets[name];
    return mapping ? [[name, mapping] as [DatasetName, DatasetMapping]] : [];
  });
}

function sheetOf(tab: string): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = activeSpreadsheet().getSheetByName(tab);
  if (!sheet) throw new UserError('tab_missing', { tab });
  return sheet;
}

function readDatasets(settings: Settings): Datasets {
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

/** Settings as they hold now, what has changed, and the data; looks for what has moved only where something has. */
function readCurrent(
  spreadsheet: Spreadsheet,
  given: Settings,
): Omit<Reconciled, 'questions'> & { datasets: Datasets } {
  const { saved } = openStore(spreadsheet);
  const found = readInPlace(spreadsheet, given, saved, zoneOfSpreadsheet(spreadsheet));
  if (found) return { settings: found.settings, changes: [], datasets: datasetsOf(found.settings, found.cells) };
  const { settings, changes } = answered(settle(spreadsheet, given, saved));
  return { settings, changes, datasets: readDatasets(settings) };
}

function checkInput(settings: Settings, { today, assumed }: CheckRequest): CheckInput {
  const spreadsheet = activeSpreadsheet();
  const zone = zoneOfSpreadsheet(spreadsheet);
  const { stages, statuses, channels } = settings;
  return {
    tables: mappedTabs(settings).map((mapped) => checkTable(mapped, zone)),
    stages,
    statuses,
    channels,
    assumed,
    today: today ?? todayIn(spreadsheet),
  };
}

function checkTable(
  [dataset, { tab, headerRow, columns, totalRows }]: [DatasetName, DatasetMapping],
  zone: Zone,
): CheckTable {
  const sheet = sheetOf(tab);
  const values = readColumns(sheet, headerRow, columns, zone);
  const checked = Object.entries(columns).map(([field, { column, header }]) => [
    field,
    { column, header, values: values[field] ?? [], formulas: readFormulas(sheet, headerRow, column) },
  ]);
  return { dataset, tab, headerRow, totalRows, columns: Object.fromEntries(checked) };
}

const locked = <T>(work: () => T): T => whileLocked(work, () => new UserError('busy', {}));

function valid<T>(parsed: Parsed<T>): T {
  if ('problem' in parsed) throw problemError(parsed.problem);
  return parsed.value;
}

function validSettings(json: unknown): Settings {
  const parsed = parseSettings(json);
  if ('problem' in parsed) throw problemError(parsed.problem);
  return parsed.settings;
}

/** Settings from the sidebar as they hold now; what only a person can tell is said, and nothing done. */
function currentSettings(json: unknown): Reconciled {
  const spreadsheet = activeSpreadsheet();
  return answered(settle(spreadsheet, validSettings(json), openStore(spreadsheet).saved));
}

function answered(current: Reconciled): Reconciled {
  const [question] = current.questions;
  if (question) throw problemError(question);
  return current;
}

const problemError = ({ code, params }: Problem): UserError => new UserError(code, params);

/**
 * Does this; a user's mistake, or a failure of Google's services, becomes an error with its sentence, in the language of the person
 * at the screen. `failure` says what it means that a service failed.
 */
function explained<T>(
  work: () => T,
  { language = userLanguage, failure = 'service_failed' }: { language?: () => Language; failure?: ErrorCode } = {},
): T {
  try {
    return work();
  } catch (error) {
    const known = error instanceof UserError ? error : failureError(error, failure);
    if (!known) throw error;
    throw Object.assign(new Error(sentence(languageOr(language), known.code, known.params)), { name: 'UserError' });
  }
}

/** English where even the language cannot be had. */
function languageOr(language: () => Language): Language {
  try {
    return language();
  } catch {
    return 'en';
  }
}

/** What Google says of its own refusals, and what it means to a person. */
const refusals: readonly (readonly [ErrorCode, RegExp])[] = [
  ['several_accounts', /PERMISSION_DENIED/i],
  ['no_permission', /authori[sz]ation is required|do(es)? not have permission|not have access|protected/i],
];

/** A failure of a service as something that a person can be told; undefined for a fault of our own. */
function failureError(error: unknown, failure: ErrorCode): UserError | undefined {
  const { name, message } = error as Partial<Error>;
  if (name !== 'Exception') return undefined;
  console.error(error);
  return new UserError(refusals.find(([, pattern]) => pattern.test(String(message)))?.[0] ?? failure);
}
