import { assign } from './assign';
import { labelOf, normaliseLabel, type Value } from './cell';
import { type Channel, suggestChannels } from './channels';
import { readDataset } from './dataset';
import { type DatasetSuggestion, detectDatasets, type Tab } from './detect-datasets';
import { detectFields, type FieldSuggestion, type FixedColumns } from './detect-fields';
import {
  DATASET_NAMES,
  type DatasetName,
  type FieldKey,
  type FieldName,
  fieldNames,
  fieldOf,
  isStageDate,
} from './fields';
import { type RecognisedLabel, recogniseStage, recogniseStatus } from './labels';
import { UNKNOWN } from './places';
import {
  type DatasetMapping,
  type Language,
  type Overrides,
  type Problem,
  type ReportSettings,
  type Settings,
  STAGES_WITHOUT_COLUMN,
  STATUSES_WITHOUT_COLUMN,
} from './settings';
import { findStageDates } from './stage-dates';
import { currencyIn, currencyOf, isCurrency } from './text-value';
import { once } from './vocabulary';

export { type DatasetSuggestion, detectDatasets, type Tab } from './detect-datasets';
export { detectFields, type FieldSuggestion } from './detect-fields';

/** What is known before the tabs are looked at. */
export interface SuggestionOptions {
  /** The spreadsheet's, such as `pl_PL`. */
  readonly locale: string;
  readonly language: Language;
  /** Which tab holds which dataset; left out: every tab is judged, and each dataset gets the one that suits it best. */
  readonly tabs?: Readonly<Partial<Record<DatasetName, string>>>;
  readonly overrides?: Overrides;
}

/** The best guess at the settings of a file. */
export interface Suggestion {
  readonly settings: Settings;
  /** How each mapped field was found; those that the overrides name have confidence 1. */
  readonly fields: Readonly<Partial<Record<DatasetName, readonly FieldSuggestion[]>>>;
  /** Labels whose meaning is not known: they are taken for open deals and plain leads. */
  readonly unrecognised: { readonly stages: readonly string[]; readonly statuses: readonly string[] };
  /** What did not stand in the way of a suggestion: `mapping_unknown_label`, `too_many_labels`. */
  readonly notes: readonly Problem[];
}

/** A tab is taken for a dataset from this confidence on: all needed fields, or most of them and fields that no other has. */
const LEAST_DATASET_CONFIDENCE = 0.45;
/** A column with more labels than this holds no stages. */
const MOST_LABELS = 200;

/** Whether a tab has a field without which its dataset says nothing, or one that a person named. */
const saysSomething = ({ dataset, fields }: Mapped): boolean =>
  fields.some(({ field, confidence }) => confidence === 1 || fieldOf(dataset, field)?.needed);

/**
 * The best guess at what the tabs of a file hold. The problem is one sentence's worth: `tab_missing`, `tab_empty`,
 * `no_header`, `mapping_unknown_header` (with the headers there are), `nothing_mapped`.
 */
export function suggestSettings(
  tabs: readonly Tab[],
  options: SuggestionOptions,
): Suggestion | { readonly problem: Problem } {
  const chosen = options.tabs ? givenTabs(tabs, options.tabs) : likelyTabs(tabs);
  if ('problem' in chosen) return chosen;
  const mapped: Mapped[] = [];
  for (const { dataset, tab, suggestion } of chosen.found) {
    const result = mapTab(dataset, tab, suggestion, options.overrides);
    if ('problem' in result) return result;
    mapped.push(result);
  }
  if (!mapped.some(saysSomething)) {
    const seen = tabs.map(({ name }) => name).join(', ');
    return { problem: { code: 'nothing_mapped', params: seen === '' ? {} : { tabs: seen } } };
  }
  return suggestionOf(mapped, options);
}

interface Found {
  readonly dataset: DatasetName;
  readonly tab: Tab;
  readonly suggestion: DatasetSuggestion;
}

function givenTabs(
  tabs: readonly Tab[],
  given: NonNullable<SuggestionOptions['tabs']>,
): { found: Found[] } | { problem: Problem } {
  const found: Found[] = [];
  for (const dataset of DATASET_NAMES) {
    const name = given[dataset];
    if (name === undefined) continue;
    const tab = tabs.find((one) => one.name === name);
    if (!tab) return { problem: { code: 'tab_missing', params: { tab: name } } };
    if (tab.rows.every((row) => row.every((cell) => labelOf(cell).trim() === ''))) {
      return { problem: { code: 'tab_empty', params: { tab: name } } };
    }
    const suggestion = detectDatasets(tab)?.[dataset];
    if (!suggestion) return { problem: { code: 'no_header', params: { tab: name } } };
    found.push({ dataset, tab, suggestion });
  }
  return { found };
}

function likelyTabs(tabs: readonly Tab[]): { found: Found[] } {
  const judged = tabs.map(detectDatasets);
  const confidence = (dataset: DatasetName, index: number): number => {
    const certain = judged[index]?.[dataset].confidence ?? 0;
    return certain < LEAST_DATASET_CONFIDENCE ? 0 : certain ** 3;
  };
  const places = assign(DATASET_NAMES.map((dataset) => tabs.map((_, index) => confidence(dataset, index))));
  const found = DATASET_NAMES.flatMap((dataset, row) => {
    const index = places[row];
    const tab = index === undefined ? undefined : tabs[index];
    const suggestion = index === undefined ? undefined : judged[index]?.[dataset];
    return tab && suggestion ? [{ dataset, tab, suggestion }] : [];
  });
  return { found };
}

const listOf = (headers: readonly Value[]): string =>
  headers
    .map(labelOf)
    .filter((header) => header.trim() !== '')
    .slice(0, 20)
    .join(', ');

/** A dataset with its columns decided, and the cells of those with labels. */
interface Mapped {
  readonly dataset: DatasetName;
  readonly mapping: DatasetMapping;
  readonly fields: readonly FieldSuggestion[];
  readonly labels: (field: FieldName) => string[];
  /** The amounts that are text. */
  readonly amounts: readonly string[];
}

function mapTab(
  dataset: DatasetName,
  tab: Tab,
  { headerRow, totalRows, fields: guessed }: DatasetSuggestion,
  overrides: Overrides | undefined,
): Mapped | { problem: Problem } {
  const headers = tab.rows[headerRow - 1] ?? [];
  const wanted = Object.entries(overrides?.datasets[dataset] ?? {}) as [FieldName, string | null][];
  const fixed: Partial<Record<FieldName, number | null>> = {};
  for (const [field, header] of wanted) {
    const index = header === null ? null : headers.findIndex((cell) => isSame(labelOf(cell), header));
    if (index === -1) {
      const params = { dataset, field, header: header ?? '', headers: listOf(headers) };
      return { problem: { code: 'mapping_unknown_header', params } };
    }
    fixed[field] = index === null ? null : index + 1;
  }
  const fields = wanted.length === 0 ? guessed : withFixed(dataset, tab, headerRow, totalRows, fixed);
  const columns = fields.map(({ field, column, header }) => [field, { column, header }]);
  const mapping: DatasetMapping = {
    tab: tab.name,
    headerRow,
    columns: Object.fromEntries(columns),
    totalRows: [...totalRows],
  };
  const labels = labelsIn(dataset, tab, mapping);
  const amount = mapping.columns.amount?.column ?? 0;
  const amounts = tab.rows.slice(headerRow).flatMap((row) => {
    const value = row[amount - 1];
    return typeof value === 'string' ? [value] : [];
  });
  return { dataset, mapping: withStageDates(dataset, tab, mapping, labels, fixed), fields, labels, amounts };
}

/** The mapping with the columns that say when each stage was reached; `fixed` are those that are decided already. */
function withStageDates(
  dataset: DatasetName,
  { rows }: Tab,
  mapping: DatasetMapping,
  labels: Mapped['labels'],
  fixed: FixedColumns,
): DatasetMapping {
  const headers = rows[mapping.headerRow - 1] ?? [];
  const decided = Object.entries(fixed).filter(([field]) => isStageDate(dataset, field));
  const given = decided.flatMap(([field, column]) =>
    column === null ? [] : [[field, { column, header: labelOf(headers[column - 1] ?? null) }] as const],
  );
  const known = new Set(decided.map(([field]) => normaliseLabel(field)));
  const isAhead = (label: string) =>
    !known.has(normaliseLabel(`reached:${label}`)) &&
    !['lost', 'disqualified', 'ignore'].includes(
      (dataset === 'deals' ? recogniseStage(label) : recogniseStatus(label))?.meaning ?? '',
    );
  const step = dataset === 'deals' ? 'stage' : dataset === 'leads' ? 'status' : undefined;
  const taken = [...Object.values(mapping.columns), ...given.map(([, place]) => place)].map(({ column }) => column);
  const found = step ? findStageDates(labels(step).filter(isAhead), headers, rows.slice(mapping.headerRow), taken) : {};
  return { ...mapping, columns: { ...mapping.columns, ...found, ...Object.fromEntries(given) } };
}

const isSame = (one: string, other: string): boolean => normaliseLabel(one) === normaliseLabel(other);

function withFixed(
  dataset: DatasetName,
  { rows }: Tab,
  headerRow: number,
  totalRows: readonly number[],
  fixed: FixedColumns,
): FieldSuggestion[] {
  const headers = rows[headerRow - 1] ?? [];
  const data = rows.filter((_, index) => index >= headerRow && !totalRows.includes(index + 1));
  const guessed = detectFields(dataset, headers, data, fixed);
  return fieldNames(dataset).flatMap((field): FieldSuggestion[] => {
    const column = fixed[field];
    if (column === undefined) return guessed.filter((suggestion) => suggestion.field === field);
    if (column === null) return [];
    return [{ field, column, header: labelOf(headers[column - 1] ?? null), confidence: 1, reason: 'header' }];
  });
}

/** The labels of a field's column, each in the spelling to show, in the order in which they first stand there. */
function labelsIn(dataset: DatasetName, tab: Tab, mapping: DatasetMapping): (field: FieldName) => string[] {
  const rows = tab.rows.slice(mapping.headerRow);
  const cells = Object.entries(mapping.columns).map(([field, { column }]) => {
    return [field, rows.map((row) => row[column - 1] ?? null)] as const;
  });
  const read = once(() => readDataset(dataset, mapping, Object.fromEntries(cells)));
  return (field) => {
    const spellings = read().spellings[`${dataset}.${field}` as FieldKey];
    return [...(spellings?.values() ?? [])].map((list) => list[0] ?? '');
  };
}

function suggestionOf(mapped: readonly Mapped[], options: SuggestionOptions): Suggestion {
  const { overrides } = options;
  const of = (dataset: DatasetName) => mapped.find((one) => one.dataset === dataset);
  const labels = (dataset: DatasetName, field: FieldName): string[] => of(dataset)?.labels(field) ?? [];
  const isMapped = (dataset: DatasetName, field: FieldName) => of(dataset)?.mapping.columns[field] !== undefined;

  const stages = meaningsOf(labels('deals', 'stage'), recogniseStage, {
    fallback: 'open',
    place: UNKNOWN['deals.stage'],
    overrides: overrides?.stages,
  });
  const statuses = meaningsOf(labels('leads', 'status'), recogniseStatus, {
    fallback: 'lead',
    place: UNKNOWN['leads.status'],
    overrides: overrides?.statuses,
  });
  const channels = suggestChannels(
    [...labels('leads', 'source'), ...labels('deals', 'source'), ...labels('traffic', 'channel')],
    labels('spend', 'channel'),
  );
  const notes = [
    ...tooMany('deals.stage', labels('deals', 'stage')),
    ...tooMany('leads.status', labels('leads', 'status')),
    ...unusedLabels('stages', overrides?.stages, isMapped('deals', 'stage') ? labels('deals', 'stage') : ['']),
    ...unusedLabels('statuses', overrides?.statuses, isMapped('leads', 'status') ? labels('leads', 'status') : ['']),
  ];
  return {
    settings: {
      version: 1,
      datasets: Object.fromEntries(mapped.map(({ dataset, mapping }) => [dataset, mapping])),
      stages: isMapped('deals', 'stage')
        ? stages.map(({ label, order, meaning }) => ({ label, order, outcome: meaning }))
        : STAGES_WITHOUT_COLUMN.map((stage) => ({ ...stage, outcome: overrides?.stages[''] ?? stage.outcome })),
      statuses: isMapped('leads', 'status')
        ? statuses.map(({ label, order, meaning }) => ({ label, order, meaning }))
        : STATUSES_WITHOUT_COLUMN.map((status) => ({ ...status, meaning: overrides?.statuses[''] ?? status.meaning })),
      channels: movedChannels(channels, overrides?.channels ?? {}),
      report: reportOf(mapped, options),
    },
    fields: Object.fromEntries(mapped.map(({ dataset, fields }) => [dataset, fields])),
    unrecognised: {
      stages: stages.filter(({ recognised }) => !recognised).map(({ label }) => label),
      statuses: statuses.filter(({ recognised }) => !recognised).map(({ label }) => label),
    },
    notes,
  };
}

interface LabelMeaning<Meaning> {
  readonly label: string;
  readonly order: number;
  readonly meaning: Meaning;
  readonly recognised: boolean;
}

function meaningsOf<Meaning extends string>(
  labels: readonly string[],
  recognise: (label: string) => RecognisedLabel<Meaning> | undefined,
  {
    fallback,
    place,
    overrides = {},
  }: { fallback: Meaning; place: number; overrides: Readonly<Record<string, Meaning>> | undefined },
): LabelMeaning<Meaning>[] {
  const decided = new Map(Object.entries(overrides).map(([label, meaning]) => [normaliseLabel(label), meaning]));
  return labels
    .slice(0, MOST_LABELS)
    .map((label, index) => {
      const known = recognise(label);
      const given = decided.get(normaliseLabel(label));
      const recognised = given !== undefined || known !== undefined;
      const meaning = given ?? known?.meaning ?? fallback;
      return { label, meaning, recognised, index, order: known?.order ?? place };
    })
    .sort((one, other) => one.order - other.order || one.index - other.index)
    .map(({ label, meaning, recognised }, position) => ({ label, meaning, recognised, order: position + 1 }));
}

function tooMany(field: string, labels: readonly string[]): Problem[] {
  if (labels.length <= MOST_LABELS) return [];
  return [{ code: 'too_many_labels', params: { field, count: labels.length, most: MOST_LABELS } }];
}

function unusedLabels(
  key: string,
  given: Readonly<Record<string, string>> | undefined,
  labels: readonly string[],
): Problem[] {
  const known = new Set(labels.map(normaliseLabel));
  return Object.keys(given ?? {})
    .filter((label) => !known.has(normaliseLabel(label)))
    .map((label) => ({ code: 'mapping_unknown_label', params: { key, label } }));
}

function movedChannels(channels: readonly Channel[], given: Readonly<Record<string, string>>) {
  const moved = new Map(Object.entries(given).map(([label, channel]) => [normaliseLabel(label), channel]));
  const groups = new Map<string, string[]>();
  for (const { channel, labels } of channels) {
    for (const label of labels) {
      const name = moved.get(normaliseLabel(label)) ?? channel;
      groups.set(name, [...(groups.get(name) ?? []), label]);
    }
  }
  return [...groups].map(([channel, labels]) => ({ channel, labels }));
}

function reportOf(mapped: readonly Mapped[], { locale, language }: SuggestionOptions): ReportSettings {
  const has = (field: FieldName) => mapped.some(({ mapping }) => mapping.columns[field] !== undefined);
  const breakdowns = [
    ...(has('source') || has('channel') ? ['channel'] : []),
    ...(has('campaign') ? ['campaign'] : []),
    ...(has('owner') ? ['rep'] : []),
    ...(has('segment') ? ['segment'] : []),
    'month',
    ...(has('customer') ? ['cohort'] : []),
  ];
  return {
    name: '',
    period: {},
    compare: 'previous',
    language,
    currency: currencyNamed(mapped) ?? homeCurrency(locale),
    margin: 1,
    targets: {},
    breakdowns,
    kpis: [],
  };
}

/** The currency of a spreadsheet's locale such as `pl_PL`; "" where it is not known. */
export const homeCurrency = (locale: string): string => CURRENCY_OF_REGION[locale.slice(-2).toUpperCase()] ?? '';

const CURRENCY_OF_REGION: Readonly<Record<string, string>> = {
  PL: 'PLN',
  RU: 'RUB',
  DE: 'EUR',
  AT: 'EUR',
  ES: 'EUR',
  FR: 'EUR',
  IT: 'EUR',
  NL: 'EUR',
  IE: 'EUR',
  US: 'USD',
  GB: 'GBP',
  UA: 'UAH',
  CH: 'CHF',
  CZ: 'CZK',
  MX: 'MXN',
  KZ: 'KZT',
  BY: 'BYN',
};

/** The value that all have that have one; undefined where they differ. */
function onlyOne(values: readonly (string | undefined)[]): string | undefined {
  const different = new Set(values.filter((value) => value !== undefined));
  return different.size === 1 ? [...different][0] : undefined;
}

/** The currency that the data names: the only one in its column, in the header of the amounts ("Koszt (PLN)"), or beside them. */
function currencyNamed(mapped: readonly Mapped[]): string | undefined {
  const deals = mapped.find(({ dataset }) => dataset === 'deals');
  const named = deals?.labels('currency') ?? [];
  if (named.length === 1 && named[0]) return currencyOf(named[0]);
  for (const { mapping, amounts } of mapped) {
    const words = mapping.columns.amount?.header.split(/[\s,()[\]]+/) ?? [];
    // Two letters in a header mostly shorten another word ("br." is brutto), and "kr" is money of three countries.
    const named = words.filter((word) => isCurrency(word) && !/^[a-z]{1,2}\.?$/i.test(word)).map(currencyOf);
    const code = named.find((word) => /^[A-Z]{3}$/.test(word)) ?? onlyOne(amounts.map(currencyIn));
    if (code) return code;
  }
  return undefined;
}
