import {
  type Candidate,
  candidatesOf,
  detectAmong,
  type FieldSuggestion,
  hasOutcomes,
  knownShare,
} from './detect-fields';
import { DATASET_NAMES, type DatasetName, type FieldName, fieldNames, fieldOf } from './fields';
import { recogniseStage, recogniseStatus } from './labels';
import { findHeaderRow, findTotalRows, type Rows } from './layout';
import type { Profile } from './profile';
import { readHeader } from './vocabulary-headers';

/** A tab as it stands. */
export interface Tab {
  readonly name: string;
  readonly rows: Rows;
}

/** A tab as a dataset: how much speaks for it (0 to 1), where the headers and totals stand (rows from 1), which column is what. */
export interface DatasetSuggestion {
  readonly confidence: number;
  readonly headerRow: number;
  readonly totalRows: readonly number[];
  readonly fields: readonly FieldSuggestion[];
}

/** Fields that a dataset hardly shares with others. */
const TELLING: { readonly [Dataset in DatasetName]: readonly string[] } = {
  leads: ['status', 'campaign', 'converted', 'source'],
  deals: ['stage', 'amount', 'closed', 'name', 'currency', 'customer'],
  spend: ['channel', 'impressions', 'clicks', 'campaign', 'leads', 'orders'],
  traffic: ['sessions', 'visitors', 'pageviews', 'bounces', 'seconds', 'form_views', 'form_submissions'],
};

/** Words in the name of a tab that say what it holds, by the meanings of headers. */
const TAB_MEANINGS: { readonly [Dataset in DatasetName]: readonly string[] } = {
  leads: ['lead', 'potential', 'form'],
  deals: ['deal', 'sale', 'order', 'pipeline'],
  spend: ['cost', 'ad', 'advert', 'budget'],
  traffic: ['session', 'visitor', 'site', 'view'],
};

/** The tab as each dataset; none where no header row is found. */
export function detectDatasets(tab: Tab): Readonly<Record<DatasetName, DatasetSuggestion>> | undefined {
  const headerRow = findHeaderRow(tab.rows);
  if (headerRow === undefined) return undefined;
  const totalRows = findTotalRows(tab.rows, headerRow);
  const totals = new Set(totalRows);
  const data = tab.rows.filter((_, index) => index >= headerRow && !totals.has(index + 1));
  const candidates = candidatesOf(tab.rows[headerRow - 1] ?? [], data);
  const nameMeanings = [tab.name, ...titlesAbove(tab.rows, headerRow)].flatMap((text) => readHeader(text).meanings);
  const found = byDataset((dataset) => detectAmong(dataset, candidates, data));
  const evidence = evidenceIn(cluesIn(candidates, found));
  const suggest = (dataset: DatasetName): DatasetSuggestion => {
    const fields = found[dataset];
    const named = TAB_MEANINGS[dataset].some((meaning) => nameMeanings.includes(meaning)) ? 0.25 : 0;
    const sum = Math.min(1, completeness(dataset, fields) + named + evidence[dataset]);
    const confidence = Math.max(0, hasSubstance(dataset, fields, evidence[dataset]) ? sum : sum / 2);
    return { confidence, headerRow, totalRows, fields };
  };
  return byDataset(suggest);
}

/** The lines above the headers, which say what the table is as the name of the tab does: "Leads 2025, sales department". */
const titlesAbove = (rows: Rows, headerRow: number): string[] =>
  rows.slice(0, headerRow - 1).map((row) => row.filter((cell) => typeof cell === 'string').join(' '));

const byDataset = <Result>(make: (dataset: DatasetName) => Result): Record<DatasetName, Result> =>
  Object.fromEntries(DATASET_NAMES.map((name) => [name, make(name)])) as Record<DatasetName, Result>;

type FoundFields = Readonly<Record<DatasetName, readonly FieldSuggestion[]>>;

/** What the columns of a tab say beside the fields that it would have. */
interface Clues {
  /** Does a header have all these meanings? */
  readonly says: (...meanings: string[]) => boolean;
  /** How certain it is that the tab has this field, 0 to 1. */
  readonly certainty: (dataset: DatasetName, field: FieldName) => number;
  /** What stands in the column of a field; undefined where the tab has none, or nothing stands there. */
  readonly profileOf: (dataset: DatasetName, field: FieldName) => Profile | undefined;
}

function cluesIn(candidates: readonly Candidate[], found: FoundFields): Clues {
  const suggestion = (dataset: DatasetName, field: FieldName) => found[dataset].find((one) => one.field === field);
  return {
    says: (...needed) => candidates.some(({ meaning }) => needed.every((one) => meaning.meanings.includes(one))),
    certainty: (dataset, field) => suggestion(dataset, field)?.confidence ?? 0,
    profileOf: (dataset, field) => {
      const column = suggestion(dataset, field)?.column;
      const profile = candidates.find((one) => one.column === column)?.profile;
      return profile && profile.filled > 0 ? profile : undefined;
    },
  };
}

/** What speaks for each dataset, and against it. */
function evidenceIn(clues: Clues): Record<DatasetName, number> {
  // What was shown and clicked are advertisements, whatever account they belong to.
  if (clues.says('impression') && clues.says('click')) return { leads: -0.3, deals: -0.3, spend: 0, traffic: 0 };
  // Spend and traffic are counted by day and campaign; nobody is called, and nobody answers for them.
  const byDay = ['customer', 'phone', 'owner'].some((meaning) => clues.says(meaning)) ? -0.15 : 0;
  return { leads: evidenceOfLeads(clues), deals: evidenceOfDeals(clues), spend: byDay, traffic: byDay };
}

/**
 * Leads are people that can be called, or sent a form or called for so many minutes, and are said to be leads; what has an
 * amount beside its stage is none.
 */
function evidenceOfLeads({ says, certainty, profileOf }: Clues): number {
  const statuses = profileOf('leads', 'status');
  const closing = Math.max(certainty('deals', 'stage'), certainty('deals', 'closed'));
  return (
    (says('person') ? 0.1 : 0) +
    (says('phone') ? (says('submit') || says('duration') ? 0.25 : 0.1) : 0) +
    (says('lead', 'status') || says('lead', 'owner') ? 0.1 : 0) +
    ((says('lead', 'id') && !says('deal', 'id')) || (says('lead', 'name') && !says('deal')) ? 0.2 : 0) +
    (statuses && areOfLeads(statuses) ? 0.15 : 0) +
    (certainty('leads', 'converted') > 0 ? 0.15 : 0) -
    (statuses && knownShare(statuses, recogniseStatus) < 0.6 ? 0.15 : 0) -
    0.25 * Math.min(certainty('deals', 'amount'), closing)
  );
}

/** Are the labels known as those of leads, some by what no stage of a deal is called ("Qualified lead", "Customer")? */
const areOfLeads = (profile: Profile): boolean =>
  !(hasOutcomes(profile) && !saysCustomer(profile)) &&
  knownShare(profile, recogniseStatus) >= 0.6 &&
  profile.labels.some((label) => readHeader(label).meanings.some((meaning) => ['lead', 'customer'].includes(meaning)));

/** Deals have a chance, an expected close, and are won or lost in the end. */
function evidenceOfDeals({ says, profileOf }: Clues): number {
  const stages = profileOf('deals', 'stage');
  const forecast = says('chance') || ['close', 'end', 'revenue'].some((meaning) => says('expect', meaning));
  const outcomes = stages && (hasOutcomes(stages) && !saysCustomer(stages) ? 0.15 : -0.15);
  return (forecast ? 0.15 : 0) + (outcomes ?? 0);
}

/** Is what would be a won deal called a customer? So people call leads, not deals. */
const saysCustomer = ({ labels }: Profile): boolean =>
  labels
    .filter((label) => recogniseStage(label)?.meaning === 'won')
    .every((label) => readHeader(label).meanings.includes('customer'));

/** Any of these fields makes a dataset of what would else be a list of campaigns, posts, appointments or stages. */
const SUBSTANCE: { readonly [Dataset in DatasetName]: readonly string[] } = {
  leads: ['source', 'customer', 'converted'],
  deals: ['amount', 'closed'],
  spend: ['amount'],
  traffic: ['sessions', 'visitors', 'pageviews', 'form_views', 'form_submissions'],
};

/** Without such a field, dated records may still be people to call, or have been won and lost. */
function hasSubstance(dataset: DatasetName, fields: readonly FieldSuggestion[], evidence: number): boolean {
  if (fields.some(({ field }) => SUBSTANCE[dataset].includes(field))) return true;
  const isDated = fields.some(({ field }) => field === 'created');
  return evidence > 0.1 && (dataset === 'leads' || (dataset === 'deals' && isDated));
}

/** How much of what makes a dataset was found, 0 to 0.75. */
function completeness(dataset: DatasetName, fields: readonly FieldSuggestion[]): number {
  const of = (names: readonly string[]): number =>
    fields.filter(({ field }) => names.includes(field)).reduce((sum, { confidence }) => sum + confidence ** 1.5, 0);
  const needed = fieldNames(dataset).filter((field) => fieldOf(dataset, field)?.needed);
  return (
    (dataset === 'leads' ? 0.3 : 0.4) * (of(needed) / needed.length) + 0.35 * Math.min(1, of(TELLING[dataset]) / 3)
  );
}
