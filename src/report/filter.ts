import { type Choices, isPlainLabel, type References, spellingsOf } from '../kpi/formula';
import type { DatasetName, Field, GroupCondition } from '../kpi/measure';
import { reference } from './reference';

/** Labels (normalised) that are one thing under one name. */
export interface Group {
  readonly shown: string;
  readonly labels: readonly string[];
}

/** What a reader can narrow the report to. */
export type FilterName = 'channel' | 'rep' | 'segment';

/** What a reader may narrow a report to, by a drop-down: all, or one of the choices. */
export interface Filter {
  readonly name: FilterName;
  /** The mapped fields that tell, at most one a dataset. */
  readonly fields: readonly Field[];
  readonly choices: readonly Group[];
  /** How many groups cannot be chosen, by the reason. */
  readonly left: Readonly<Record<'misread' | 'ownWords' | 'tooMany', number>>;
  /** Left out: all. */
  readonly chosen?: Group;
}

/** The fields that tell, by filter. */
export const filterFields: Readonly<Record<FilterName, readonly Field[]>> = {
  channel: ['leads.source', 'deals.source', 'spend.channel', 'traffic.channel'],
  rep: ['leads.owner', 'deals.owner'],
  segment: ['leads.segment', 'deals.segment'],
};

/** Longer lists are no drop-down in Sheets. */
export const mostChoices = 499;

/**
 * The filter over some groups; `said` are its words for everything and for blank cells. Only what a criterion can say without doubt can be chosen; without two such groups there is
 * nothing to choose.
 */
export function filterOver(
  name: FilterName,
  groups: readonly Group[],
  said: { readonly all: string; readonly none: string },
  { columns, spellings }: Pick<References, 'columns' | 'spellings'>,
): Filter | undefined {
  const fields = filterFields[name].filter((field) => columns[field]);
  const isSayable = (group: Group) =>
    fields.every((field) => spellingsIn(group, field, spellings).every((label) => label === '' || isPlainLabel(label)));
  const isTaken = ({ shown, labels }: Group) =>
    is(shown, said.all) || (is(shown, said.none) && labels.some((label) => label !== ''));
  const free = united(groups.filter((group) => !isTaken(group)));
  const sayable = free.filter(isSayable);
  const choices = sayable.slice(0, mostChoices);
  if (choices.length < 2) return undefined;
  const left = {
    misread: free.length - sayable.length,
    ownWords: united(groups.filter(isTaken)).length,
    tooMany: sayable.length - choices.length,
  };
  return { name, fields, choices, left };
}

const is = (name: string, other: string): boolean => name.toLowerCase() === other.toLowerCase();

/** Groups of one name as one: nobody could choose between them. */
function united(groups: readonly Group[]): Group[] {
  const found = new Map<string, Group>();
  for (const group of groups) {
    const key = group.shown.toLowerCase();
    const known = found.get(key);
    found.set(key, known ? { ...known, labels: [...known.labels, ...group.labels] } : group);
  }
  return [...found.values()];
}

/** How a choice is spelt in a field: what stands in the column or, where nothing does, what may come. */
export function spellingsIn({ labels }: Group, field: Field, spellings: References['spellings']): string[] {
  const known = spellings[field];
  const standing = labels.filter((label) => label === '' || known?.has(label));
  return (standing.length > 0 ? standing : labels).flatMap((label) => spellingsOf(label, known));
}

/** The most spellings that a choice has in a field. */
export const mostSpellings = ({ choices }: Filter, field: Field, spellings: References['spellings']): number =>
  Math.max(...choices.map((choice) => spellingsIn(choice, field, spellings).length));

/** The field that tells in a dataset. */
export const fieldIn = ({ fields }: Filter, dataset: DatasetName): Field | undefined =>
  fields.find((field) => field.startsWith(`${dataset}.`));

/** What is chosen as conditions on a dataset; undefined where it cannot tell. */
export function chosenIn(filters: readonly Filter[], dataset: DatasetName): GroupCondition[] | undefined {
  const conditions: GroupCondition[] = [];
  for (const filter of filters) {
    if (!filter.chosen) continue;
    const field = fieldIn(filter, dataset);
    if (!field) return undefined;
    conditions.push({ field, oneOf: filter.chosen.labels });
  }
  return conditions;
}

/** The ids of the cells behind a filter. */
export const filterId = {
  choice: (name: FilterName) => `filter:${name}`,
  all: (name: FilterName) => `all:${name}`,
  criterion: (field: Field) => `criterion:${field}`,
  label: (field: Field, at: number) => `label:${field}:${at}`,
  count: (field: Field) => `labels:${field}`,
  single: (dataset: DatasetName) => `single:${dataset}`,
  known: (dataset: DatasetName) => `known:${dataset}`,
};

/** The cells that a formula over a dataset takes the choices from; undefined where nothing can be chosen. */
export function choicesIn(
  filters: readonly Filter[],
  dataset: DatasetName,
  spellings: References['spellings'],
): Choices | undefined {
  if (filters.length === 0) return undefined;
  const of = filters.flatMap((filter) => {
    const field = fieldIn(filter, dataset);
    if (!field) return [];
    const labels = Array.from({ length: mostSpellings(filter, field, spellings) }, (_, at) =>
      reference(filterId.label(field, at)),
    );
    return [
      { field, all: reference(filterId.all(filter.name)), criterion: reference(filterId.criterion(field)), labels },
    ];
  });
  return {
    of,
    ...(of.some(({ labels }) => labels.length > 1) ? { isSingle: reference(filterId.single(dataset)) } : {}),
    ...(of.length < filters.length ? { isKnown: reference(filterId.known(dataset)) } : {}),
  };
}
