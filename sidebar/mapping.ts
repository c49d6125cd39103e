import { DATASET_NAMES, type DatasetName } from '../src/data/fields';
import type { DatasetMapping, Settings } from '../src/data/settings';
import type { TabView } from '../src/main';

/** The tab that holds each dataset; those that no tab holds are absent. */
export type ChosenTabs = Readonly<Partial<Record<DatasetName, string>>>;

type Datasets = Settings['datasets'];

/** The tabs of mapped datasets. */
export const tabsOf = (datasets: Datasets): ChosenTabs =>
  DATASET_NAMES.reduce<ChosenTabs>((chosen, name) => withTab(chosen, name, datasets[name]?.tab), {});

/** The tabs with another one, or none, for a dataset. */
export function withTab(chosen: ChosenTabs, dataset: DatasetName, tab: string | undefined): ChosenTabs {
  const { [dataset]: _, ...others } = chosen;
  return tab === undefined ? others : { ...others, [dataset]: tab };
}

const mappingOf = (name: DatasetName, tab: string, known: readonly Datasets[]): DatasetMapping | undefined =>
  known.map((datasets) => datasets[name]).find((mapping) => mapping?.tab === tab);

/** The chosen tabs of which there is no mapping yet. */
export const unmapped = (chosen: ChosenTabs, known: readonly Datasets[]): ChosenTabs =>
  DATASET_NAMES.reduce<ChosenTabs>((rest, name) => {
    const tab = chosen[name];
    return tab !== undefined && mappingOf(name, tab, known) ? withTab(rest, name, undefined) : rest;
  }, chosen);

/** The chosen tabs with the first mapping of them that there is; without one, no column is mapped yet. */
export function mapTabs(chosen: ChosenTabs, known: readonly Datasets[], tabs: readonly TabView[]): Datasets {
  const mappings = DATASET_NAMES.flatMap((name) => {
    const tab = chosen[name];
    if (tab === undefined) return [];
    return [[name, mappingOf(name, tab, known) ?? emptyMapping(tab, tabs)] as const];
  });
  return Object.fromEntries(mappings);
}

const emptyMapping = (tab: string, tabs: readonly TabView[]): DatasetMapping => ({
  tab,
  headerRow: tabs.find(({ name }) => name === tab)?.headerRow ?? 1,
  columns: {},
  totalRows: [],
});

/** A field and the column (from 1) that is to hold it; none leaves the field unmapped. */
export interface ColumnChoice {
  readonly dataset: DatasetName;
  readonly field: string;
  readonly column: number | undefined;
}

/** The datasets with a column for a field. A column serves one field: whichever had it before is without. */
export function withColumn(
  datasets: Datasets,
  tabs: readonly TabView[],
  { dataset, field, column }: ColumnChoice,
): Datasets {
  const mapping = datasets[dataset];
  if (!mapping) return datasets;
  const view = tabs.find(({ name }) => name === mapping.tab)?.columns.find((one) => one.column === column);
  const others = Object.entries(mapping.columns).filter(([name, one]) => name !== field && one.column !== column);
  const own = view ? [[field, { column: view.column, header: view.header }] as const] : [];
  return { ...datasets, [dataset]: { ...mapping, columns: Object.fromEntries([...others, ...own]) } };
}
