import { assign } from './assign';
import { isBlank, labelOf, type Value } from './cell';
import { recogniseChannel } from './channels';
import { type DatasetName, type FieldName, type FieldType, fieldNames, fieldOf } from './fields';
import { headerCertainty } from './header-rules';
import { recogniseStage, recogniseStatus } from './labels';
import type { Rows } from './layout';
import { type Profile, profileColumn } from './profile';
import { isCurrency } from './text-value';
import { type HeaderMeaning, readHeader } from './vocabulary-headers';

/** A column that seems to hold a field. */
export interface FieldSuggestion {
  readonly field: FieldName;
  /** From 1. */
  readonly column: number;
  /** The header as it stands. */
  readonly header: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** What speaks for it: what the header says, what the cells hold, or both. */
  readonly reason: 'header' | 'values' | 'both';
}

/** Below this a field stays open: a wrong guess costs more than none. Measured in docs/decisions/confidence.md. */
export const LEAST_CONFIDENCE = 0.5;

/** Fields that are decided already: their column (from 1), or null where they have none. */
export type FixedColumns = Readonly<Partial<Record<FieldName, number | null>>>;

/** A column that may hold a field: its header, what that says, and what stands below it. */
export interface Candidate {
  readonly column: number;
  readonly header: string;
  readonly meaning: HeaderMeaning;
  readonly profile: Profile;
}

interface Score {
  readonly confidence: number;
  readonly reason: FieldSuggestion['reason'];
}

/** Headers of these meanings ("Type", "Name") leave it to the cells to say what they are. */
const VAGUE = new Set(['type', 'name', 'title', 'label', 'group']);
/** Numbers that are not whole are rates or averages, not these. */
const COUNTS = new Set<FieldName>([
  'impressions',
  'clicks',
  'visitors',
  'sessions',
  'pageviews',
  'bounces',
  'form_views',
  'form_submissions',
]);

const NONE: Score = { confidence: 0, reason: 'header' };

/**
 * Which column holds which field of a dataset, judged by headers and by the cells below them (`rows`, none: by headers alone).
 * A column serves one field; the suggestions are those that are best together, in the order of the fields. Fields that are
 * `fixed`, and their columns, are left out; so is what is less certain than `least`.
 */
export function detectFields(
  dataset: DatasetName,
  headers: readonly Value[],
  rows: Rows,
  fixed: FixedColumns = {},
  least = LEAST_CONFIDENCE,
): FieldSuggestion[] {
  return detectAmong(dataset, candidatesOf(headers, rows), rows, fixed, least);
}

/** The columns of a table that have a header or cells. */
export function candidatesOf(headers: readonly Value[], rows: Rows): Candidate[] {
  return headers.flatMap((cell, index) => {
    const header = labelOf(cell);
    const profile = profileColumn((row) => rows[row]?.[index] ?? null, rows.length);
    if (header.trim() === '' && profile.filled === 0) return [];
    return [{ column: index + 1, header, meaning: readHeader(header), profile }];
  });
}

/** The fields of a dataset among these columns; see `detectFields`. */
export function detectAmong(
  dataset: DatasetName,
  all: readonly Candidate[],
  rows: Rows,
  fixed: FixedColumns = {},
  least = LEAST_CONFIDENCE,
): FieldSuggestion[] {
  const fields = fieldNames(dataset).filter((field) => fixed[field] === undefined);
  const taken = Object.values(fixed);
  const candidates = all.filter(({ column }) => !taken.includes(column));
  const scores = fields.map((field) => candidates.map((candidate) => scoreOf(dataset, field, candidate, candidates)));
  // Cubed, so that two makeshift columns never outweigh a good one; the left one of equals.
  const worths = scores.map((row) =>
    row.map(({ confidence }, index) =>
      confidence < least ? 0 : confidence ** 3 * (1 - 1e-6 * (candidates[index]?.column ?? 0)),
    ),
  );
  const found = assign(worths).flatMap((index, row): FieldSuggestion[] => {
    const field = fields[row];
    const candidate = index === undefined ? undefined : candidates[index];
    const score = index === undefined ? undefined : scores[row]?.[index];
    if (!field || !candidate || !score) return [];
    return [{ field, column: candidate.column, header: candidate.header, ...score }];
  });
  return dataset === 'deals' ? withDates(found, candidates, rows, fixed) : found;
}

/** The fields of deals, with a column that is called just "Date" where it is clear which date it is, and the day of orders. */
function withDates(
  found: readonly FieldSuggestion[],
  candidates: readonly Candidate[],
  rows: Rows,
  fixed: FixedColumns,
): FieldSuggestion[] {
  const isFree = ({ column }: Candidate) => found.every((one) => one.column !== column);
  const isOpen = (field: FieldName) => fixed[field] === undefined && found.every((one) => one.field !== field);
  const areOrders = isListOfOrders(candidates);
  const dates = candidates.filter((candidate) => isFree(candidate) && isBareDate(candidate));
  const decided = dates.flatMap((date): FieldSuggestion[] => {
    const meaning = meaningOfBareDate(date, found, isOpen, rows, areOrders);
    return meaning ? [{ ...meaning, column: date.column, header: date.header, confidence: 0.6 }] : [];
  });
  const clear = decided.filter(({ field }) => decided.filter((other) => other.field === field).length === 1);
  const order = fieldNames('deals');
  const all = [...found, ...clear];
  const isClosedOpen = fixed.closed === undefined && all.every(({ field }) => field !== 'closed');
  return all
    .map((one) => (one.field === 'created' && isClosedOpen && areOrders ? { ...one, field: 'closed' as const } : one))
    .sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

/** Words of a pipeline. */
const PIPELINE = ['stage', 'pipeline', 'deal', 'lead', 'chance', 'expect', 'quotation'];

/** Does it speak of orders, and not of a pipeline? An order is sold on the day on which it was made. */
function isListOfOrders(candidates: readonly Candidate[]): boolean {
  const meanings = candidates.flatMap(({ meaning }) => meaning.meanings);
  return meanings.includes('order') && !meanings.some((one) => PIPELINE.includes(one));
}

/** Is it called just "Date" or "End", or something that is not known over nothing but dates ("Done")? */
const isBareDate = ({ meaning: { meanings, unknown }, profile }: Candidate): boolean =>
  meanings.length === 0
    ? isDates(profile)
    : unknown === 0 &&
      (meanings.includes('date') || meanings.includes('end')) &&
      meanings.every((meaning) => ['date', 'time', 'deal', 'sale', 'end'].includes(meaning));

/**
 * What "Date" is among deals: beside a close date the day of creation; where every deal is a closed sale the day of the sale;
 * otherwise what the open deals show, which have been created but not closed. Undefined where that is not clear.
 */
function meaningOfBareDate(
  date: Candidate,
  found: readonly FieldSuggestion[],
  isOpen: (field: FieldName) => boolean,
  rows: Rows,
  areOrders: boolean,
): Pick<FieldSuggestion, 'field' | 'reason'> | undefined {
  const reason = date.profile.filled > 0 ? 'both' : 'header';
  if (date.profile.filled > 0 && date.profile.dates <= 0.5) return undefined;
  const created = isOpen('created') ? ({ field: 'created', reason } as const) : undefined;
  if (!isOpen('closed') || areOrders) return created;
  const stage = found.find(({ field }) => field === 'stage')?.column;
  if (stage === undefined) return created && isOpen('stage') ? { field: 'closed', reason } : undefined;
  const filled = shareFilled(rows, stage, date.column, ['open']);
  if (filled === undefined) return undefined;
  if (filled > 0.8) return created;
  const closed = shareFilled(rows, stage, date.column, ['won', 'lost']) ?? 0;
  return filled < 0.2 && closed > 0.8 ? { field: 'closed', reason } : undefined;
}

/** In how many of the deals with these outcomes the column is filled, 0 to 1; undefined where there are none. */
function shareFilled(rows: Rows, stage: number, column: number, outcomes: readonly string[]): number | undefined {
  const of = rows.slice(0, 1000).filter((row) => {
    const meaning = recogniseStage(labelOf(row[stage - 1] ?? null))?.meaning;
    return meaning !== undefined && outcomes.includes(meaning);
  });
  return of.length === 0 ? undefined : of.filter((row) => !isBlank(row[column - 1] ?? null)).length / of.length;
}

function scoreOf(dataset: DatasetName, field: FieldName, candidate: Candidate, among: readonly Candidate[]): Score {
  const type = fieldOf(dataset, field)?.type ?? 'text';
  const { meaning, profile } = candidate;
  const saidBy = (said: HeaderMeaning): number => headerCertainty(said, dataset, field);
  // Dates need not be called so: "Contract", "1st call".
  const byHeader = Math.max(saidBy(meaning), type === 'date' && isDates(profile) ? saidBy(withDate(meaning)) : 0);
  const seen = valueEvidence(dataset, field, candidate, among);
  // What the header says otherwise counts for more than what the values may be.
  const saysNothing = meaning.meanings.every((one) => VAGUE.has(one));
  if (byHeader > 0) {
    const isShare = COUNTS.has(field) && profile.fractions > 0.2;
    const fit = isShare ? 0.2 : fitOf(type, profile, field === 'date');
    const confidence = Math.min(1, byHeader * fit + (1 - byHeader) * seen * 0.8);
    const isCustomers = field === 'name' && saysNothing && isRepeated(profile);
    const isNoKey = field === 'id' && profile.filled >= 10 && profile.distinct < 0.5;
    const weakened = field === 'stage' ? stageFit(profile, among) : isNoKey ? 0.4 : isCustomers ? 0.7 : 1;
    return { confidence: confidence * weakened, reason: profile.filled > 0 && fit >= 1 ? 'both' : 'header' };
  }
  return saysNothing && seen > 0 ? { confidence: seen, reason: 'values' } : NONE;
}

const withDate = (meaning: HeaderMeaning): HeaderMeaning => ({ ...meaning, meanings: [...meaning.meanings, 'date'] });

/**
 * How well the cells suit a field's type: 1 (they do, or there are none) down to nearly 0; more where hardly anything else
 * looks so.
 */
function fitOf(
  type: FieldType,
  { filled, dates, months, numbers, flags, emails }: Profile,
  mayBeMonths: boolean,
): number {
  if (filled === 0) return 1;
  if (type === 'date') return dates + (mayBeMonths ? months : 0) > 0.5 ? 1 : 0.2 + dates;
  if (type === 'number') return numbers > 0.5 ? 1 : 0.2 + numbers;
  // Yes and no below "Customer?" say that it is a flag, and nobody's name.
  if (type === 'flagOrDate') return dates > 0.5 || flags > 0.5 ? 1.2 : 0.3;
  if ((dates > 0.5 && numbers < 0.5) || flags > 0.9) return 0.2;
  if (type === 'label' && numbers > 0.9) return 0.6;
  return type === 'label' && emails > 0.5 ? 0.8 : 1;
}

/** A column of stages without won and lost is none where another one has them: Pipedrive has the outcome in "Status". */
function stageFit(profile: Profile, among: readonly Candidate[]): number {
  if (profile.filled === 0 || hasOutcomes(profile)) return 1;
  return among.some((other) => other.profile !== profile && hasOutcomes(other.profile)) ? 0.6 : 1;
}

const outcomesSeen = new WeakMap<Profile, boolean>();

/** Do the labels of a column hold won and lost, and are most of them stages? */
export function hasOutcomes(profile: Profile): boolean {
  const before = outcomesSeen.get(profile);
  if (before !== undefined) return before;
  const outcomes = profile.labels.length <= 40 ? profile.labels.map((label) => recogniseStage(label)?.meaning) : [];
  const known = outcomes.filter((outcome) => outcome !== undefined).length;
  const seen = outcomes.includes('won') && outcomes.includes('lost') && known * 2 >= outcomes.length;
  outcomesSeen.set(profile, seen);
  return seen;
}

/** How much the cells alone speak for a field, 0 to 1. */
function valueEvidence(
  dataset: DatasetName,
  field: FieldName,
  { profile }: Candidate,
  among: readonly Candidate[],
): number {
  if (profile.filled < 2) return 0;
  if (field === 'stage') return hasOutcomes(profile) ? 0.8 : 0;
  if (field === 'status') return knownShare(profile, recogniseStatus) >= 0.8 && profile.labels.length >= 3 ? 0.6 : 0;
  if (field === 'source' || field === 'channel') {
    return knownShare(profile, recogniseChannel) >= 0.6 && profile.labels.length >= 2 ? 0.65 : 0;
  }
  // A number without more is an id where it does not just count the rows.
  if (field === 'id') return profile.distinct === 1 && profile.running < 0.5 ? 0.3 : 0;
  // Whole numbers, where a share would be expected as well.
  if (field === 'bounces' || field === 'pageviews') return profile.numbers > 0.8 && profile.fractions === 0 ? 0.3 : 0;
  // Deals are called differently, customers come again.
  if (field === 'customer') return dataset === 'deals' && isRepeated(profile) ? 0.45 : 0;
  if (field === 'currency') return profile.labels.length > 0 && profile.labels.every(isCurrency) ? 0.8 : 0;
  // The only column of dates, or of amounts, needs no name.
  if (field === 'date') return isOnly(profile, among, isDatesOrMonths) ? 0.6 : 0;
  if (dataset === 'leads' && field === 'created') return isOnly(profile, among, isDates) ? 0.6 : 0;
  if (field === 'amount') return isOnly(profile, among, isAmounts) ? 0.55 : 0;
  return 0;
}

const isRepeated = ({ filled, distinct }: Profile): boolean => filled >= 10 && distinct < 0.8;
const isDates = ({ dates }: Profile): boolean => dates > 0.8;
const isDatesOrMonths = ({ dates, months }: Profile): boolean => dates + months > 0.8;
const isAmounts = ({ numbers, fractions }: Profile): boolean => numbers > 0.8 && fractions > 0.2;

function isOnly(profile: Profile, among: readonly Candidate[], is: (profile: Profile) => boolean): boolean {
  return is(profile) && among.filter((other) => is(other.profile)).length === 1;
}

/** How many of a column's labels are recognised, 0 to 1; none where there are too many. */
export function knownShare({ labels }: Profile, recognise: (label: string) => unknown): number {
  if (labels.length === 0 || labels.length > 60) return 0;
  return labels.filter((label) => recognise(label) !== undefined).length / labels.length;
}
