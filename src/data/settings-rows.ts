import { type CivilDate, labelOf, type Value } from './cell';
import { DATASET_NAMES, type DatasetName } from './fields';
import {
  type DatasetMapping,
  invalidSettings,
  NEW_REPORT,
  NEW_SETTINGS,
  type Problem,
  readSettings,
  type SavedReport,
  type SavedSettings,
  type Settings,
} from './settings';
import { readDate, readNumber } from './text-value';

/** The first row of the settings tab. */
const HEADER = ['setting', 'name', 'value', 'detail'] as const;
const REPORT_ENTRIES = ['compare', 'language', 'currency', 'margin'] as const;

/** One row of the settings tab: setting, name, value, detail. */
export type SettingsRow = (string | number | CivilDate)[];

/** The settings as rows that a person can read; the detail of what belongs to a report is the report's name. */
export function settingsToRows({ settings, reports, isTagged }: SavedSettings): SettingsRow[] {
  const { version, revision = 0, datasets, stages, statuses, channels } = settings;
  const rows: SettingsRow[] = [
    ['leakproof', 'version', version, ''],
    ['leakproof', 'revision', revision, ''],
    ['leakproof', 'tags', isTagged ? 'yes' : 'no', ''],
    ...DATASET_NAMES.flatMap((name) => mappingRows(name, datasets[name])),
    ...stages.map(({ label, outcome, order }) => ['stage', label, outcome, order]),
    ...statuses.map(({ label, meaning, order }) => ['status', label, meaning, order]),
    ...channels.flatMap(({ channel, labels }) => labels.map((label) => ['channel', label, channel, ''])),
    ...reports.flatMap(reportRows),
  ];
  // A row that somebody deletes must not pass for a setting that was never made.
  return [[...HEADER], ...rows, ['leakproof', 'rows', rows.length, '']];
}

function mappingRows(name: DatasetName, mapping: DatasetMapping | undefined): SettingsRow[] {
  if (!mapping) return [];
  return [
    [name, 'tab', mapping.tab, mapping.sheet ?? ''],
    [name, 'header row', mapping.headerRow, mapping.headers ?? ''],
    ...Object.entries(mapping.columns).map(([field, { column, header }]) => [name, `field ${field}`, column, header]),
    ...mapping.totalRows.map((row) => [name, 'total row', row, '']),
  ];
}

function reportRows({ report, tab, sheet }: SavedReport): SettingsRow[] {
  const { name, period, targets, breakdowns, kpis } = report;
  const day = (date: string | undefined) => (date === undefined ? '' : { date, time: 0 });
  return [
    ['report', 'tab', tab, name],
    ['report', 'sheet', sheet, name],
    ...REPORT_ENTRIES.map((entry) => ['report', entry, report[entry], name]),
    ['report', 'start', day(period.start), name],
    ['report', 'end', day(period.end), name],
    ...Object.entries(targets).map(([kpi, target]) => ['target', kpi, target, name]),
    ...breakdowns.map((breakdown) => ['breakdown', breakdown, '', name]),
    ...kpis.map((kpi) => ['kpi', kpi, '', name]),
  ];
}

/** One row of the tab as text, and its value and detail as numbers where they can be read as such. */
interface Entry {
  readonly row: number;
  readonly setting: string;
  readonly name: string;
  readonly value: string;
  readonly detail: string;
  readonly number: number | string;
  readonly order: number | string;
}

/** What the rows add up to, as yet unchecked. */
interface Draft {
  readonly datasets: Record<
    string,
    { columns: Record<string, unknown>; totalRows: unknown[] } & Record<string, unknown>
  >;
  readonly stages: unknown[];
  readonly statuses: unknown[];
  readonly channels: { channel: string; labels: string[] }[];
  /** By the names of the reports. */
  readonly reports: Map<string, DraftReport>;
}

interface DraftReport {
  tab: string;
  sheet: number | string;
  readonly report: {
    period: Record<string, unknown>;
    targets: Record<string, unknown>;
    breakdowns: string[];
    kpis: string[];
  } & Record<string, unknown>;
}

/** What the settings tab holds; with a problem, what of it is still valid, for a person to complete. */
export type StoredSettings =
  | { readonly saved: SavedSettings; readonly problem?: Problem }
  | { readonly saved?: never; readonly problem: Problem };

/**
 * The settings in the rows of the settings tab, in whatever order and wherever its columns stand. Blank rows are skipped;
 * anything else that is missing, doubled or unreadable is a problem, never a guess: `settings_missing`, `settings_newer`,
 * `settings_damaged` with the row (from 1) that is to blame, `settings_rows_missing`, or `settings_invalid` with the entry.
 */
export function settingsFromRows(rows: readonly (readonly Value[])[]): StoredSettings {
  const entries = entriesOf(rows);
  if (entries.length === 0) return { problem: { code: 'settings_missing', params: {} } };
  const own = (name: string) => entries.find((entry) => entry.setting === 'leakproof' && entry.name === name);
  if (Number(own('version')?.number) > 1) return { problem: { code: 'settings_newer', params: {} } };
  const problems: Problem[] = [];
  const draft: Draft = { datasets: {}, stages: [], statuses: [], channels: [], reports: new Map() };
  const seen = new Set<string>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const isNew = !seen.has(key);
    seen.add(key);
    if (!isNew || !enter(draft, entry)) problems.push({ code: 'settings_damaged', params: { row: entry.row } });
  }
  if (own('rows')?.number !== entries.length - 1) problems.push({ code: 'settings_rows_missing', params: {} });
  const { reports, ...rest } = draft;
  const base = { ...NEW_SETTINGS, ...rest, version: own('version')?.number, revision: own('revision')?.number };
  const saved = savedFrom(base, [...reports.values()], problems);
  const [problem] = problems;
  return { saved: { ...saved, isTagged: own('tags')?.value === 'yes' }, ...(problem && { problem }) };
}

/** The valid part of what was drafted; what is not goes to the problems. */
function savedFrom(
  json: Record<string, unknown>,
  drafts: readonly DraftReport[],
  problems: Problem[],
): Omit<SavedSettings, 'isTagged'> {
  const reports: SavedReport[] = [];
  let settings: Settings | undefined;
  for (const { report, tab, sheet } of drafts) {
    const count = problems.length;
    const valid = validPart(Object.assign(json, { report }), problems);
    // Of the reports that lost rows only the one in hand is worth completing.
    if (problems.length > count && settings) continue;
    settings ??= valid;
    reports.push({ report: valid.report, tab, sheet: Number(sheet) });
  }
  return { settings: settings ?? validPart(Object.assign(json, { report: { ...NEW_REPORT } }), problems), reports };
}

/** Settings without the entries that are wrong, which go to the problems. */
function validPart(json: Record<string, unknown>, problems: Problem[]): Settings {
  for (;;) {
    const read = readSettings(json);
    if ('settings' in read) return read.settings;
    problems.push(invalidSettings(read.wrong));
    remove(json, read.wrong);
    json.version = 1;
    json.report = { ...NEW_REPORT, ...(json.report as object) };
  }
}

/** What can be spared within an entry; of all else the whole entry goes. */
const LISTS = ['columns', 'totalRows', 'labels', 'targets', 'period', 'breakdowns', 'kpis'];

function remove(json: Record<string, unknown>, wrong: readonly PropertyKey[]): void {
  const list = wrong.findIndex((key) => LISTS.includes(String(key)));
  const path = wrong.slice(0, list < 0 ? 2 : list + 2).map(String);
  const last = path.pop() ?? '';
  const holder = path.reduce<unknown>((one, key) => (one as Record<string, unknown>)[key], json);
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete (holder as Record<string, unknown>)[last];
}

function entriesOf(rows: readonly (readonly Value[])[]): Entry[] {
  const texts = rows.map((cells) => cells.map(labelOf));
  const isHeader = (cells: readonly string[]) => HEADER.every((title) => cells.includes(title));
  const header = texts.find(isHeader) ?? HEADER;
  const places = HEADER.map((title) => header.indexOf(title));
  return texts.flatMap((cells, index) => {
    const [setting = '', name = '', value = '', detail = ''] = places.map((place) => cells[place] ?? '');
    if (isHeader(cells) || `${setting}${name}${value}${detail}` === '') return [];
    return [
      {
        row: index + 1,
        setting: setting.trim(),
        name,
        value,
        detail,
        number: numberIn(value),
        order: numberIn(detail),
      },
    ];
  });
}

/** The number that a text says, or the text. */
function numberIn(text: string): number | string {
  const plain = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isNaN(plain)) return plain;
  const read = readNumber(text);
  return read && 'number' in read ? read.number : text;
}

/** The day that a text says, or the text. */
function dayIn(text: string): string {
  const read = readDate(text);
  return read && 'civil' in read ? read.civil.date : text;
}

/** What may stand in one row only. */
function keyOf({ setting, name, value, detail }: Entry): string {
  const isOfReport = ['report', 'target', 'breakdown', 'kpi'].includes(setting);
  return JSON.stringify([setting, name, name === 'total row' ? value : '', isOfReport ? detail : '']);
}

/** Puts an entry into its place; false where it has none. */
function enter(draft: Draft, entry: Entry): boolean {
  const { setting, name, value, order } = entry;
  if (DATASET_NAMES.includes(setting as DatasetName)) return enterMapping(draft, entry);
  if (setting === 'leakproof') return ['version', 'revision', 'tags', 'rows'].includes(name);
  if (setting === 'stage') draft.stages.push({ label: name, outcome: value, order });
  else if (setting === 'status') draft.statuses.push({ label: name, meaning: value, order });
  else if (setting === 'channel') enterChannel(draft, value, name);
  else return enterReport(draft, entry);
  return true;
}

function enterMapping({ datasets }: Draft, { setting, name, value, detail, number, order }: Entry): boolean {
  datasets[setting] ??= { columns: {}, totalRows: [] };
  const mapping = datasets[setting];
  const isCounted = typeof order === 'number';
  if (name === 'tab') Object.assign(mapping, { tab: value }, isCounted && { sheet: order });
  else if (name === 'header row') Object.assign(mapping, { headerRow: number }, isCounted && { headers: order });
  else if (name === 'total row') mapping.totalRows.push(number);
  else if (name.startsWith('field ')) mapping.columns[name.slice(6)] = { column: number, header: detail };
  else return false;
  return true;
}

function enterChannel({ channels }: Draft, channel: string, label: string): void {
  const found = channels.find((one) => one.channel === channel);
  if (found) found.labels.push(label);
  else channels.push({ channel, labels: [label] });
}

function enterReport({ reports }: Draft, { setting, name, value, detail, number }: Entry): boolean {
  const known = reports.get(detail);
  const draft = known ?? {
    tab: '',
    sheet: -1,
    report: { name: detail, period: {}, targets: {}, breakdowns: [], kpis: [] },
  };
  const { report } = draft;
  if (setting === 'target') report.targets[name] = number;
  else if (setting === 'breakdown') report.breakdowns.push(name);
  else if (setting === 'kpi') report.kpis.push(name);
  else if (setting !== 'report') return false;
  else if (name === 'tab') draft.tab = value;
  else if (name === 'sheet') draft.sheet = number;
  else if (name === 'margin') report.margin = number;
  else if (name === 'start' || name === 'end') {
    if (value !== '') report.period[name] = dayIn(value);
  } else if (REPORT_ENTRIES.some((entry) => entry === name)) report[name] = value;
  else return false;
  if (!known) reports.set(detail, draft);
  return true;
}
