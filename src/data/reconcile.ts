import { labelOf, normaliseLabel } from './cell';
import { DATASET_NAMES, type DatasetName } from './fields';
import { findTotalRows, type Rows } from './layout';
import { columnLetters } from './range';
import type { DatasetMapping, Problem, Settings } from './settings';

/** A tag that was found: "deals" on a tab, "deals.amount" on a column (from 1). */
export interface Tag {
  readonly name: string;
  readonly column?: number;
}

/** A tab of the file as it is now. */
export interface FoundTab {
  readonly id: number;
  readonly name: string;
  readonly tags: readonly Tag[];
}

/** What is found in the file now. */
export interface Found {
  readonly tabs: readonly FoundTab[];
  /** The mapping at the time when the tags were written; none where tags cannot be relied on. */
  readonly tagged: Settings['datasets'];
  /** The first rows of a tab from A1, in which the headers stand, or all of its rows. */
  readonly rowsOf: (tab: FoundTab, isWhole: boolean) => Rows;
}

/** Something that only a person can tell: which tab or column is meant, and what comes into consideration. */
export interface Question extends Problem {
  readonly dataset: DatasetName;
  /** Absent where the whole tab is in question. */
  readonly field?: string;
  /** Names of tabs, or columns from 1. */
  readonly candidates: readonly (string | number)[];
}

/** The settings as they hold now, without what is in question; what has changed; what has to be asked. */
export interface Reconciled {
  readonly settings: Settings;
  /** `tab_renamed`, `header_row_moved`, `column_renamed`, `column_moved`, `columns_moved`. */
  readonly changes: readonly Problem[];
  /** `tab_missing`, `tab_unclear`, `column_missing`, `column_unclear`. */
  readonly questions: readonly Question[];
}

/**
 * Finds the mapped tabs and columns again after people have worked in the file. A tab is known by two of name, id and tag; a column
 * by the tag that follows it, or by its header where there are no tags. What can be meant in two ways is asked, never guessed.
 */
export function reconcile(settings: Settings, found: Found): Reconciled {
  const datasets: Partial<Record<DatasetName, DatasetMapping>> = {};
  const changes: Problem[] = [];
  const questions: Question[] = [];
  for (const dataset of DATASET_NAMES) {
    const mapping = settings.datasets[dataset];
    if (!mapping) continue;
    const tab = findTab(dataset, mapping, found);
    if ('code' in tab) questions.push(tab);
    else datasets[dataset] = findColumns({ dataset, mapping, tab, found, changes, questions });
  }
  return { settings: { ...settings, datasets }, changes: changes.filter(isFirst), questions };
}

/** Datasets on one tab would tell of its new name twice. */
const isFirst = (one: Problem, index: number, all: readonly Problem[]): boolean =>
  all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index;

/** The tab of a dataset. Only a tab with the saved name or id will do, and only if no other tab has a claim as good. */
function findTab(dataset: DatasetName, { tab: name, sheet }: DatasetMapping, found: Found): FoundTab | Question {
  const isTagged = found.tagged[dataset]?.tab === name;
  const scores = found.tabs.map((tab) => {
    const claims = [tab.name === name, tab.id === sheet, isTagged && tab.tags.some((tag) => tag.name === dataset)];
    return claims.filter(Boolean).length;
  });
  const best = Math.max(0, ...scores);
  const candidates = found.tabs.filter((_, index) => scores[index]);
  const winners = found.tabs.filter((_, index) => best > 0 && scores[index] === best);
  const [winner] = winners;
  const named = found.tabs.find((tab) => tab.name === name);
  if (winner && winners.length === 1 && (named ?? winner) === winner && (named || winner.id === sheet)) return winner;
  const names = candidates.map((tab) => tab.name);
  if (names.length < 2) return { code: 'tab_missing', params: { tab: name }, dataset, candidates: names };
  return { code: 'tab_unclear', params: { tab: name, candidates: names.join(', ') }, dataset, candidates: names };
}

/** A dataset whose tab is known, and where to put what is to be told and asked of it. */
interface Search {
  readonly dataset: DatasetName;
  readonly mapping: DatasetMapping;
  readonly tab: FoundTab;
  readonly found: Found;
  readonly changes: Problem[];
  readonly questions: Question[];
}

function findColumns({ dataset, mapping, tab, found, changes, questions }: Search): DatasetMapping {
  const rows = found.rowsOf(tab, mapping.totalRows.length > 0);
  const headerRow = findHeaders(rows, mapping);
  const texts = (rows[headerRow - 1] ?? []).map(labelOf);
  const columns: Record<string, DatasetMapping['columns'][string]> = {};
  const moved: Record<'header' | 'from' | 'to', string>[] = [];
  const about = { tab: tab.name };
  const headers = texts.map(normaliseLabel);
  for (const { field, column: from, header: before, place } of placesIn(headers, dataset, mapping, tab, found)) {
    const header = before.trim() === '' ? field : before;
    if (typeof place !== 'number') {
      questions.push({ ...questionOf({ ...about, header }, place), dataset, field, candidates: place });
      continue;
    }
    const now = texts[place - 1] ?? '';
    columns[field] = { column: place, header: now };
    if (place !== from) moved.push({ header, from: columnLetters(from), to: columnLetters(place) });
    if (normaliseLabel(now) !== normaliseLabel(before))
      changes.push({ code: 'column_renamed', params: { ...about, header, now, column: columnLetters(place) } });
  }
  const [first, ...others] = moved;
  const list = moved.map(({ header, from, to }) => `${header} ${from} → ${to}`).join(', ');
  if (others.length > 0) changes.push({ code: 'columns_moved', params: { ...about, list } });
  else if (first) changes.push({ code: 'column_moved', params: { ...about, ...first } });
  if (mapping.tab !== tab.name) changes.push({ code: 'tab_renamed', params: { from: mapping.tab, to: tab.name } });
  if (headerRow !== mapping.headerRow)
    changes.push({ code: 'header_row_moved', params: { ...about, from: mapping.headerRow, to: headerRow } });
  // Rows that came or went have moved the totals.
  const totalRows = mapping.totalRows.length > 0 ? findTotalRows(rows, headerRow) : [];
  return { tab: tab.name, sheet: tab.id, headerRow, headers: countOf(headers), columns, totalRows };
}

const countOf = (headers: readonly string[]): number => headers.filter((text) => text !== '').length;

/** What is to be asked of a column: which of several it is, or whether it is the only one that could be meant, if any. */
function questionOf(about: { tab: string; header: string }, columns: readonly number[]): Problem {
  if (columns.length < 2) return { code: 'column_missing', params: about };
  return {
    code: 'column_unclear',
    params: { ...about, candidates: columns.map((one) => columnLetters(one)).join(', ') },
  };
}

/** A mapped field, and where it stands now: its column, or the columns from which a person has to choose. */
interface Placed {
  readonly field: string;
  readonly column: number;
  readonly header: string;
  readonly place: number | readonly number[];
}

/** Where the mapped fields stand now; headers are normalised. A column that two fields claim is left to the person. */
function placesIn(
  headers: readonly string[],
  dataset: DatasetName,
  { tab: name, columns, headers: count }: DatasetMapping,
  tab: FoundTab,
  { tagged }: Found,
): Placed[] {
  const written = tagged[dataset];
  const sought = Object.entries(columns).map(([field, { column, header }]): Sought => {
    const key = normaliseLabel(header);
    const own = tab.tags.filter((tag) => tag.name === `${dataset}.${field}`);
    const saved = written?.tab === name ? written.columns[field] : undefined;
    return {
      field,
      column,
      header,
      key,
      same: key === '' ? [] : headers.flatMap((text, index) => (text === key ? [index + 1] : [])),
      tags: own.flatMap((tag) => tag.column ?? []),
      isTagged: saved?.column === column && saved.header === header,
    };
  });
  const at = (column: number): string => headers[column - 1] ?? '';
  const isKnown = (text: string): boolean => sought.some(({ key }) => key === text);
  const context: Context = {
    at,
    isKnown,
    isMoved:
      (count !== undefined && count !== countOf(headers)) ||
      sought.some(({ same, column }) => same.length === 1 && same[0] !== column),
    isPasted: sought.some(({ tags: [tag, ...more], same, key, isTagged }) => {
      const isBeside = isTagged && tag !== undefined && more.length === 0 && same.length === 1 && at(tag) !== key;
      return isBeside && (at(tag) === '' || isKnown(at(tag)));
    }),
  };
  // A tab without its tag was made anew, or copied without tags; in any other, columns without one were deleted.
  const hasTags = tab.tags.some((tag) => tag.name === dataset);
  const placed = sought.map((one) => {
    return { ...one, place: hasTags && one.isTagged ? placeByTag(one, context) : placeByHeader(one, context) };
  });
  const isTaken = (one: Placed) => placed.some(({ field, place }) => field !== one.field && place === one.place);
  return placed.map((one) => (typeof one.place === 'number' && isTaken(one) ? { ...one, place: [one.place] } : one));
}

/** A mapped field and what there is to find it by. */
interface Sought extends Omit<Placed, 'place'> {
  /** Its header, normalised. */
  readonly key: string;
  /** The columns that have this header now, and those with the tag of the field. */
  readonly same: readonly number[];
  readonly tags: readonly number[];
  /** Was the tag written for this very column? */
  readonly isTagged: boolean;
}

/** What the fields of a tab say together. */
interface Context {
  readonly at: (column: number) => string;
  /** Is the text a header that was mapped? */
  readonly isKnown: (text: string) => boolean;
  /** Are there more or fewer headers now, or does any stand in another column? */
  readonly isMoved: boolean;
  /** Do headers stand beside their tags, in each other's places, as they do when other data is pasted over a tab? */
  readonly isPasted: boolean;
}

function placeByTag({ key, same, tags }: Sought, { at, isPasted }: Context): Placed['place'] {
  const fitting = tags.filter((tag) => at(tag) === key);
  const [tag, ...more] = fitting.length === 1 ? fitting : tags;
  // The tag died with its column; another one with the same header need not be its like.
  if (tag === undefined) return same;
  if (more.length > 0) return tags;
  if (at(tag) === key) return tag;
  const [other, ...others] = same;
  if (other === undefined) return at(tag) === '' ? [tag] : tag;
  return others.length === 0 && isPasted ? other : [tag, ...same];
}

function placeByHeader({ key, same, tags, column }: Sought, { at, isKnown, isMoved }: Context): Placed['place'] {
  const [only, ...others] = same;
  if (only !== undefined && others.length === 0) return only;
  if (!isMoved && at(column) === key) return column;
  const tagged = same.filter((one) => tags.includes(one));
  if (tagged.length === 1) return tagged[0] as number;
  // A column that was renamed, perhaps.
  return only === undefined && at(column) !== '' && !isKnown(at(column)) ? [column] : same;
}

/** The row (from 1) of the headers: the saved one, unless another of the first rows holds more of them, and at least half. */
function findHeaders(rows: Rows, { headerRow, columns }: DatasetMapping): number {
  const wanted = new Set(Object.values(columns).map(({ header }) => normaliseLabel(header)));
  wanted.delete('');
  const held = (row: number): number =>
    new Set((rows[row - 1] ?? []).map((cell) => normaliseLabel(labelOf(cell))).filter((text) => wanted.has(text))).size;
  let best = headerRow;
  for (let row = 1; row <= Math.min(rows.length, HEADER_ROWS); row++) if (held(row) > held(best)) best = row;
  return held(best) * 2 >= wanted.size ? best : headerRow;
}

/** Headers are looked for in so many rows. */
export const HEADER_ROWS = 40;

/** Settings that lost a part, with a guess in its place; what was kept goes before what is guessed. */
export function completeSettings(kept: Settings, guess: Settings): Settings {
  const datasets = { ...guess.datasets, ...kept.datasets };
  for (const name of DATASET_NAMES) {
    const [one, other] = [kept.datasets[name], guess.datasets[name]];
    if (one && one.tab === other?.tab && one.headerRow === other.headerRow) {
      const taken = Object.values(one.columns).map(({ column }) => column);
      const more = Object.entries(other.columns).filter(([, { column }]) => !taken.includes(column));
      datasets[name] = { ...one, columns: { ...Object.fromEntries(more), ...one.columns }, totalRows: other.totalRows };
    }
  }
  const known = new Set(kept.channels.flatMap(({ labels }) => labels.map(normaliseLabel)));
  const channels = new Map(kept.channels.map(({ channel, labels }) => [channel, labels]));
  for (const { channel, labels } of guess.channels) {
    const more = labels.filter((label) => !known.has(normaliseLabel(label)));
    if (more.length > 0) channels.set(channel, [...(channels.get(channel) ?? []), ...more]);
  }
  return {
    ...kept,
    datasets,
    stages: datasets.deals?.columns.stage ? union(kept.stages, guess.stages) : guess.stages,
    statuses: datasets.leads?.columns.status ? union(kept.statuses, guess.statuses) : guess.statuses,
    channels: [...channels].map(([channel, labels]) => ({ channel, labels })),
  };
}

/** All labels of two lists; a blank one stands for a column that is not mapped, and is left out. */
function union<T extends { readonly label: string }>(kept: readonly T[], more: readonly T[]): T[] {
  const known = new Set(['', ...kept.map(({ label }) => normaliseLabel(label))]);
  return [
    ...kept.filter(({ label }) => label !== ''),
    ...more.filter(({ label }) => !known.has(normaliseLabel(label))),
  ];
}
