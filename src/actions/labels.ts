import { type Channel, suggestChannels } from '../data/channels';
import type { DatasetName } from '../data/fields';
import { recogniseStage, recogniseStatus } from '../data/labels';
import { UNKNOWN } from '../data/places';
import { type DatasetMapping, type Settings, STAGES_WITHOUT_COLUMN, STATUSES_WITHOUT_COLUMN } from '../data/settings';
import type { Meanings, Period } from '../kpi/evaluate';
import type { Datasets } from '../report/from-settings';
import { lacking } from '../report/lacking';
import { choices, usualOf } from '../report/lines';
import { explained } from './explain';
import { currentSettings, mappedTabs, readDatasets } from './mapped';

/**
 * A label as it stands most often, how many records have it, and what the vocabulary says of it: meaning (absent: it is not known)
 * and usual place.
 */
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
  readonly channels: readonly Channel[];
  /** What the mapped columns carry in a report on all time, and in one on a period, which takes dates. */
  readonly kpis: Readonly<Record<'allTime' | 'inPeriod', CarriedView>>;
}

/** The KPIs of a report on the mapped columns. */
export interface CarriedView {
  /** The fields or whole datasets that each of them lacks; none where the columns can give it. */
  readonly lacking: Readonly<Record<string, readonly string[]>>;
  /** Those that are shown where nobody chose. */
  readonly usual: readonly string[];
}

/** What labels mean where no column holds them. */
const meanings: Meanings = {
  'deals.stage': new Map(STAGES_WITHOUT_COLUMN.map(({ label, outcome }) => [label, outcome])),
  'leads.status': new Map(STATUSES_WITHOUT_COLUMN.map(({ label, meaning }) => [label, meaning])),
};

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
    return { labels, channels: suggestChannels(sources, names('spend.channel')), kpis: kpisOn(settings) };
  });

function kpisOn(settings: Settings): LabelsView['kpis'] {
  const mapped = Object.fromEntries(
    mappedTabs(settings).map(([name, { columns }]) => [
      name,
      { count: 0, columns: Object.fromEntries(Object.keys(columns).map((field) => [`${name}.${field}`, []])) },
    ]),
  );
  const carriedIn = (period: Period): CarriedView => {
    const all = choices().map(({ name, figure }) => [name, lacking(figure, mapped, { period, meanings })] as const);
    const possible = all.flatMap(([name, lacks]) => (lacks.length > 0 ? [] : name));
    return { lacking: Object.fromEntries(all), usual: usualOf(possible) };
  };
  return { allTime: carriedIn({}), inPeriod: carriedIn({ start: 'any' }) };
}

function viewLabels(field: LabelField, datasets: Datasets): LabelView[] | undefined {
  const { columns, spellings } = datasets[field.split('.')[0] as DatasetName] ?? {};
  const column = columns?.[field] as readonly string[] | undefined;
  if (!column) return undefined;
  const counts = new Map<string, number>();
  for (const label of column) if (label !== '') counts.set(label, (counts.get(label) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one).slice(0, mostLabels);
  const recognise = { 'deals.stage': recogniseStage, 'leads.status': recogniseStatus }[field as string];
  const place = (UNKNOWN as Readonly<Record<string, number>>)[field];
  return sorted.map(([key, count]) => {
    const label = spellings?.[field]?.get(key)?.[0] ?? key;
    return { label, count, ...(place && { order: place }), ...recognise?.(label) };
  });
}
