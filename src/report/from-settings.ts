import { normaliseLabel, tidyText } from '../data/cell';
import type { Dataset } from '../data/dataset';
import { DATASET_NAMES, type DatasetName } from '../data/fields';
import { recogniseStage, recogniseStatus } from '../data/labels';
import { SALE } from '../data/places';
import { saysYes } from '../data/profile';
import type { DatasetMapping, Settings } from '../data/settings';
import type { Records } from '../kpi/evaluate';
import type { Field, Meaning } from '../kpi/measure';
import { words as allWords, channelName } from '../text/words';
import { letter } from './areas';
import { type Filter, type FilterName, filterFields, filterOver, type Group } from './filter';
import { labelsOf, type Request, type Step } from './request';

/** The datasets that are mapped, as they were read. */
export type Datasets = Readonly<Partial<Record<DatasetName, Dataset>>>;

/** What a report is made from: the settings, bound to the data that was read by them. */
export function requestFrom(settings: Settings, datasets: Datasets, created: string): Request {
  const { report } = settings;
  const stages = settings.stages.map((stage) => stepOf(stage.label, stage.order, stage.outcome, recogniseStage));
  const statuses = settings.statuses.map((status) =>
    stepOf(status.label, status.order, status.meaning, recogniseStatus),
  );
  const data = Object.fromEntries(mapped(datasets).map((dataset) => [dataset.name, recordsOf(dataset)]));
  const channels = channelGroups(settings, datasets);
  const places = {
    columns: addressesOf(settings, datasets),
    spellings: Object.assign({}, ...mapped(datasets).map(({ spellings }) => spellings)),
    totals: Object.assign({}, ...mapped(datasets).map(({ totals }) => totals)),
  };
  return {
    tab: report.name || allWords[report.language].report.tab,
    created,
    language: report.language,
    source: {
      data,
      meanings: {
        'deals.stage': meaningsOf(stages),
        // A lead is one without a status, too.
        'leads.status': new Map([['', 'lead'], ...meaningsOf(statuses)]),
        'leads.converted': conversionsIn(datasets.leads),
      },
      ...places,
      filters: filtersOf(report.language, channels, datasets, places),
    },
    datasets: mapped(datasets).map((dataset) => ({
      dataset: dataset.name,
      tab: settings.datasets[dataset.name]?.tab ?? '',
      rows: recordCount(recordsOf(dataset)),
    })),
    headers: headersOf(settings),
    stages,
    statuses,
    channels,
    period: report.period,
    planned: { period: report.period, margin: report.margin },
    compare: report.compare,
    margin: report.margin,
    targets: report.targets,
    kpis: report.kpis,
    currency: report.currency,
    breakdowns: report.breakdowns,
  };
}

const mapped = (datasets: Datasets): Dataset[] => DATASET_NAMES.flatMap((name) => datasets[name] ?? []);

const stepOf = (
  label: string,
  order: number,
  meaning: Meaning,
  recognise: (label: string) => { readonly order: number } | undefined,
): Step => ({
  label: normaliseLabel(label),
  shown: tidyText(label),
  order,
  meaning,
  isAfterSale: (recognise(label)?.order ?? 0) > SALE,
});

const meaningsOf = (steps: readonly Step[]): ReadonlyMap<string, Meaning> =>
  new Map(steps.map(({ label, meaning }) => [label, meaning]));

/** Every date or flag that says of a lead that it became a customer. */
function conversionsIn(leads: Dataset | undefined): ReadonlyMap<string, Meaning> {
  const labels = (leads?.columns['leads.converted'] ?? []) as readonly string[];
  return new Map(labels.filter(saysYes).map((label) => [label, 'customer']));
}

/** The fields of which the first mapped one makes a row a record. */
const keys: Readonly<Record<DatasetName, readonly Field[]>> = {
  leads: ['leads.created', 'leads.status'],
  deals: ['deals.stage', 'deals.closed', 'deals.amount'],
  spend: ['spend.date'],
  traffic: ['traffic.date'],
};

function recordsOf({ name, count, columns }: Dataset): Records {
  const key = keys[name].find((field) => columns[field] !== undefined);
  return { count, columns, ...(key ? { key } : {}) };
}

function recordCount({ count, columns, key }: Records): number {
  const filled = key && columns[key];
  return filled ? filled.filter((value) => value !== undefined && value !== '').length : count;
}

/** A name of a tab as a formula writes it: bare where it can be nothing else (R and C are cells in some programs). */
export const quotedTab = (tab: string): string =>
  /^[A-Za-z_]{3,}$/.test(tab) && !/^(true|false)$/i.test(tab) ? tab : `'${tab.replace(/'/g, "''")}'`;

/** Columns from their header down: a row put in right below the header then still belongs to them, and no figure takes a header. */
function addressesOf(settings: Settings, datasets: Datasets): Partial<Record<Field, string>> {
  const addresses: Partial<Record<Field, string>> = {};
  for (const { name, columns } of mapped(datasets)) {
    const { tab, headerRow, columns: places } = settings.datasets[name] as DatasetMapping;
    for (const field of Object.keys(columns) as Field[]) {
      const place = places[field.slice(name.length + 1)];
      if (!place) continue;
      const column = letter(place.column - 1);
      addresses[field] = `${quotedTab(tab)}!$${column}$${headerRow}:$${column}`;
    }
  }
  return addresses;
}

function headersOf({ datasets }: Settings): Partial<Record<Field, string>> {
  const headers: Partial<Record<Field, string>> = {};
  for (const name of DATASET_NAMES) {
    for (const [field, { header }] of Object.entries(datasets[name]?.columns ?? {}))
      headers[`${name}.${field}` as Field] = header;
  }
  return headers;
}

/** The saved channels, and every label that is in none of them on its own; blank cells are "(none)". */
function channelGroups({ channels, report }: Settings, datasets: Datasets): Group[] {
  const groups: Group[] = channels.map(({ channel, labels }) => ({
    shown: channelName(report.language, channel),
    labels: [...new Set(labels.map(normaliseLabel))],
  }));
  const known = new Set(groups.flatMap(({ labels }) => labels));
  for (const field of ['leads.source', 'deals.source', 'spend.channel'] as const) {
    const dataset = datasets[field.split('.')[0] as DatasetName];
    for (const label of dataset ? labelsOf(recordsOf(dataset), field) : []) {
      if (known.has(label)) continue;
      known.add(label);
      const shown = dataset?.spellings[field]?.get(label)?.[0] ?? label;
      groups.push({ shown: label === '' ? allWords[report.language].report.none : shown, labels: [label] });
    }
  }
  return groups;
}

/** The drop-downs: channels as they are grouped, reps and segments in the order of the alphabet, blank cells last. */
function filtersOf(
  language: Settings['report']['language'],
  channels: readonly Group[],
  datasets: Datasets,
  places: Parameters<typeof filterOver>[3],
): Filter[] {
  const { report } = allWords[language];
  const labelled = (name: FilterName) => groupsIn(filterFields[name], report.none, datasets);
  return [
    filterOver('channel', channels, report, places) ?? [],
    filterOver('rep', labelled('rep'), { ...report, all: report.allReps }, places) ?? [],
    filterOver('segment', labelled('segment'), report, places) ?? [],
  ].flat();
}

/** Every label of some columns on its own. */
function groupsIn(fields: readonly Field[], none: string, datasets: Datasets): Group[] {
  const shown = new Map<string, string>();
  for (const field of fields) {
    const dataset = datasets[field.split('.')[0] as DatasetName];
    for (const label of dataset ? labelsOf(recordsOf(dataset), field) : []) {
      if (!shown.has(label)) shown.set(label, dataset?.spellings[field]?.get(label)?.[0]?.trim() ?? label);
    }
  }
  const isBlank = shown.delete('');
  const groups = [...shown].map(([label, name]) => ({ shown: name, labels: [label] }));
  groups.sort((a, b) => (a.shown.toLowerCase() < b.shown.toLowerCase() ? -1 : 1));
  return isBlank ? [...groups, { shown: none, labels: [''] }] : groups;
}
