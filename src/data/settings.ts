import * as z from 'zod/mini';
import { normaliseLabel } from './cell';
import { DATASET_NAMES, type DatasetName, type FieldName, fieldNames, fieldOf } from './fields';
import { day, filled, firstVersion, position, textLike, whole } from './shapes';

/** What a person can put right: a code and the facts of the case; its sentence stands in `src/text`. */
export interface Problem {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

const outcomeSchema = z.enum(['open', 'won', 'lost', 'ignore']);
const statusSchema = z.enum(['lead', 'mql', 'sql', 'customer', 'disqualified', 'ignore']);

const columnSchema = z.strictObject({ column: position, header: z.string() });

const mappingSchema = z.strictObject({
  tab: filled,
  sheet: z.exactOptional(whole),
  headerRow: position,
  headers: z.exactOptional(whole),
  columns: z.record(z.string(), columnSchema),
  totalRows: z.array(position),
});

const stageSchema = z.strictObject({ label: z.string(), order: z.number(), outcome: outcomeSchema });
const leadStatusSchema = z.strictObject({ label: z.string(), order: z.number(), meaning: statusSchema });
const channelSchema = z.strictObject({ channel: filled, labels: z.array(z.string()) });

const reportSchema = z.strictObject({
  // The name of its tab, too: Sheets takes a hundred characters, and a number may have to be added.
  name: textLike(/^[\s\S]{0,90}$/),
  period: z.strictObject({ start: z.exactOptional(day), end: z.exactOptional(day) }),
  compare: z.enum(['previous', 'year', 'none']),
  language: z.enum(['en', 'pl', 'ru']),
  currency: z.string(),
  margin: z.number(),
  targets: z.record(z.string(), z.number()),
  breakdowns: z.array(z.string()),
  kpis: z.array(z.string()),
});

const settingsSchema = z.strictObject({
  version: firstVersion,
  revision: z.exactOptional(whole),
  datasets: z.strictObject({
    leads: z.exactOptional(mappingSchema),
    deals: z.exactOptional(mappingSchema),
    spend: z.exactOptional(mappingSchema),
    traffic: z.exactOptional(mappingSchema),
  }),
  stages: z.array(stageSchema),
  statuses: z.array(leadStatusSchema),
  channels: z.array(channelSchema),
  report: reportSchema,
});

/**
 * Where a dataset stands: its tab by name and (once it was looked up) by id, header row and how many headers it has, mapped
 * columns and the rows that are totals; rows and columns count from 1.
 */
export type DatasetMapping = Readonly<z.infer<typeof mappingSchema>>;
/** A label of `deals.stage`, its place in the funnel and what it says of the deal; "" where the field is not mapped. */
export type StageSetting = Readonly<z.infer<typeof stageSchema>>;
/** A label of `leads.status`, its place in the funnel and what it says of the lead; "" where the field is not mapped. */
export type StatusSetting = Readonly<z.infer<typeof leadStatusSchema>>;
/** Labels of sources and spend that are one channel. */
export type ChannelSetting = Readonly<z.infer<typeof channelSchema>>;
/**
 * What a report shows; a period without `start` and `end` is all time, `margin` is a share. `targets` by the names of KPIs; of no
 * `kpis` the usual ones are shown.
 */
export type ReportSettings = Readonly<z.infer<typeof reportSchema>>;
/** A language of the product. */
export type Language = ReportSettings['language'];

/** Everything that is saved in a file: which columns mean what, what the labels mean, and the report. */
export interface Settings {
  readonly version: 1;
  /** How often settings had been saved in the file when these were loaded; absent where none were. */
  readonly revision?: number;
  readonly datasets: Readonly<Partial<Record<DatasetName, DatasetMapping>>>;
  readonly stages: readonly StageSetting[];
  readonly statuses: readonly StatusSetting[];
  readonly channels: readonly ChannelSetting[];
  readonly report: ReportSettings;
}

/** Stages where no column holds them: every deal is a closed sale. */
export const STAGES_WITHOUT_COLUMN: readonly StageSetting[] = [{ label: '', order: 0, outcome: 'won' }];
/** Statuses where no column holds them: every lead is just a lead. */
export const STATUSES_WITHOUT_COLUMN: readonly StatusSetting[] = [{ label: '', order: 0, meaning: 'lead' }];

/** A report as it is saved: what it shows, and its tab by name and id. */
export interface SavedReport {
  readonly report: ReportSettings;
  readonly tab: string;
  readonly sheet: number;
}

/** What the settings tab of a file holds. */
export interface SavedSettings {
  /** With the report that was made last. */
  readonly settings: Settings;
  /** All reports by their names, the one made last first. */
  readonly reports: readonly SavedReport[];
  /** Do the mapped columns carry tags? Where metadata cannot be written, headers have to do. */
  readonly isTagged: boolean;
}

/** A report of which nothing is known. */
export const NEW_REPORT: ReportSettings = {
  name: '',
  period: {},
  compare: 'previous',
  language: 'en',
  currency: '',
  margin: 1,
  targets: {},
  breakdowns: [],
  kpis: [],
};

/** Settings in which nothing is mapped yet. */
export const NEW_SETTINGS: Settings = {
  version: 1,
  datasets: {},
  stages: STAGES_WITHOUT_COLUMN,
  statuses: STATUSES_WITHOUT_COLUMN,
  channels: [],
  report: NEW_REPORT,
};

type Path = readonly PropertyKey[];

/** Where well-formed settings contradict themselves or name a field that is none: two meanings of one label or column. */
function contradictionIn({ datasets, stages, statuses, channels }: Settings): Path | undefined {
  for (const name of DATASET_NAMES) {
    const columns = Object.entries(datasets[name]?.columns ?? {});
    const taken = repeated(columns.map(([, { column }]) => String(column)));
    const wrong = columns.find(([field], index) => !fieldOf(name, field) || index === taken);
    if (wrong) return ['datasets', name, 'columns', wrong[0]];
  }
  for (const [name, list] of Object.entries({ stages, statuses })) {
    const twice = repeated(list.map(({ label }) => normaliseLabel(label)));
    if (twice >= 0) return [name, twice, 'label'];
  }
  const places = channels.flatMap(({ labels }, channel) =>
    labels.map((_, label) => ['channels', channel, 'labels', label]),
  );
  return places[repeated(channels.flatMap(({ labels }) => labels.map(normaliseLabel)))];
}

/** The index of the first text that stood before, or -1. */
const repeated = (texts: readonly string[]): number => texts.findIndex((text, index) => texts.indexOf(text) !== index);

/** Settings that came from outside, or the place of the first entry that is wrong or contradicts another. */
export function readSettings(json: unknown): { readonly settings: Settings } | { readonly wrong: Path } {
  const parsed = settingsSchema.safeParse(json);
  const wrong = parsed.success ? contradictionIn(parsed.data) : (parsed.error.issues[0]?.path ?? []);
  return parsed.success && !wrong ? { settings: parsed.data } : { wrong: wrong ?? [] };
}

/** Settings that came from outside, or what is wrong with them. */
export function parseSettings(json: unknown): { settings: Settings } | { problem: Problem } {
  const read = readSettings(json);
  return 'settings' in read ? read : { problem: invalidSettings(read.wrong) };
}

/** The problem with an entry of settings. */
export const invalidSettings = (path: Path): Problem => ({
  code: 'settings_invalid',
  params: { entry: path.map(String).join('.') },
});

/** The parts of a suggestion that a person decides: headers of fields (null: not mapped), and what labels mean. */
export interface Overrides {
  readonly datasets: Readonly<Partial<Record<DatasetName, Readonly<Partial<Record<FieldName, string | null>>>>>>;
  readonly stages: Readonly<Record<string, StageSetting['outcome']>>;
  readonly statuses: Readonly<Record<string, StatusSetting['meaning']>>;
  /** The channel of a label. */
  readonly channels: Readonly<Record<string, string>>;
}

const headersSchema = z.record(z.string(), z.nullable(z.string()));
const overridesSchema = z.strictObject({
  leads: z.exactOptional(headersSchema),
  deals: z.exactOptional(headersSchema),
  spend: z.exactOptional(headersSchema),
  traffic: z.exactOptional(headersSchema),
  stages: z.exactOptional(z.record(z.string(), outcomeSchema)),
  statuses: z.exactOptional(z.record(z.string(), statusSchema)),
  channels: z.exactOptional(z.record(z.string(), filled)),
});

/**
 * The contents of a mapping file, such as `{"deals": {"stage": "deal_stage"}, "stages": {"Won": "won"}}`. The problem names the
 * key that is wrong: `mapping_not_an_object`, `mapping_unknown_key`, or `mapping_wrong_value` with what is allowed.
 */
export function parseOverrides(json: unknown): { overrides: Overrides } | { problem: Problem } {
  const parsed = overridesSchema.safeParse(json);
  if (!parsed.success) return { problem: problemOf(parsed.error) };
  const { leads, deals, spend, traffic, stages = {}, statuses = {}, channels = {} } = parsed.data;
  const datasets = Object.entries({ leads, deals, spend, traffic }).filter(([, fields]) => fields !== undefined);
  for (const [name, fields] of datasets) {
    const unknown = Object.keys(fields ?? {}).find((field) => !fieldOf(name as DatasetName, field));
    if (unknown !== undefined) {
      const allowed = fieldNames(name as DatasetName).join(', ');
      return { problem: { code: 'mapping_unknown_key', params: { key: `${name}.${unknown}`, allowed } } };
    }
  }
  return { overrides: { datasets: Object.fromEntries(datasets), stages, statuses, channels } };
}

function problemOf(error: z.core.$ZodError): Problem {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map(String);
  if (issue?.code === 'unrecognized_keys') {
    const allowed = Object.keys(overridesSchema.shape).join(', ');
    return { code: 'mapping_unknown_key', params: { key: [...path, issue.keys[0]].join('.'), allowed } };
  }
  if (path.length === 0) return { code: 'mapping_not_an_object', params: {} };
  const allowed = issue?.code === 'invalid_value' ? issue.values.map(String).join(', ') : '';
  return { code: 'mapping_wrong_value', params: { key: path.join('.'), allowed } };
}
