import { type CivilDate, labelOf, normaliseLabel } from './cell';
import { hasUnsettledOutcomes, isSwappedImport } from './check-columns';
import {
  asking,
  type CheckInput,
  dateFields,
  dayAt,
  detailOf,
  isFilled,
  type OpenTable,
  outcomeAt,
  readAt,
  valueAt,
} from './check-table';
import { dateReplacement, swapDay } from './check-values';
import type { DatasetName } from './fields';
import type { Detail, FindingCode } from './finding';
import type { Outcome } from './labels';

/** What is wrong with rows, or with cells in the light of others in their row; `copies` do not say how labels are written. */
export function checkRows(open: OpenTable, { today }: CheckInput, copies: ReadonlySet<number>): Detail[] {
  return [
    ...checkKey(open),
    ...checkOrder(open),
    ...checkFuture(open, today),
    ...checkSwapped(open, today, copies),
    ...checkClosed(open),
  ];
}

/** Rows of the tab that are no records. */
export function checkExtraRows(open: OpenTable): Detail[] {
  return [...detailOf(open, 'repeated_header_row', open.headerRows), ...detailOf(open, 'total_row', open.totalRows)];
}

/** The field without which a record is in no figure at all. */
const KEYS = { leads: 'created', deals: 'stage', spend: 'date', traffic: 'date' } as const;

function checkKey(open: OpenTable): Detail[] {
  const field = KEYS[open.table.dataset];
  if (!open.table.columns[field]) return [];
  return detailOf(
    open,
    field === 'stage' ? 'missing_stage' : 'missing_date',
    open.rows.filter((row) => !isFilled(open, field, row)),
    { field },
  );
}

/** The date field that ends a record, and those that begin it. */
const ENDS: Readonly<Record<DatasetName, string | undefined>> = {
  leads: 'converted',
  deals: 'closed',
  spend: undefined,
  traffic: undefined,
};
const BEGINNINGS = ['created', 'first_contact'];

/** The days of a row by field; `change` gives what one of them would be instead. */
type Days = (field: string) => string;

const daysOf =
  (open: OpenTable, row: number): Days =>
  (field) =>
    dayAt(open, field, row) ?? '';

function endsTooEarly({ table }: OpenTable, days: Days): boolean {
  const end = days(ENDS[table.dataset] ?? '');
  return end !== '' && BEGINNINGS.some((field) => days(field) > end);
}

function checkOrder(open: OpenTable): Detail[] {
  const field = ENDS[open.table.dataset];
  if (field === undefined) return [];
  const found = open.rows.filter((row) => endsTooEarly(open, daysOf(open, row)));
  return detailOf(open, 'closed_before_created', found, { field });
}

/** Is a day later than today? Only the close date of an open deal may be so: it is a hope. */
function isInFuture(open: OpenTable, field: string, row: number, day: string, today: string): boolean {
  return day > today && (field !== 'closed' || !open.outcomes || ['won', 'lost'].includes(outcomeAt(open, row) ?? ''));
}

function checkFuture(open: OpenTable, today: string): Detail[] {
  return dateFields(open).flatMap((field) => {
    const found = open.rows.filter((row) => isInFuture(open, field, row, daysOf(open, row)(field), today));
    return detailOf(open, 'date_in_future', found, { field });
  });
}

/** Dates in rows that no history can have, and that could be one if this date's day and month were exchanged. */
function checkSwapped(open: OpenTable, today: string, copies: ReadonlySet<number>): Detail[] {
  const fields = dateFields(open);
  // What is still to be answered, or mended throughout, comes first.
  const unsettled = fields.some((field) => isSwappedImport(open, field) || hasUnclear(open, field));
  if (unsettled || hasUnsettledOutcomes(open, copies)) return [];
  const end = ENDS[open.table.dataset];
  const candidates = [...fields.filter((field) => field === end), ...fields.filter((field) => field !== end)];
  const plausible = (row: number, days: Days): boolean =>
    !endsTooEarly(open, days) && !fields.some((field) => isInFuture(open, field, row, days(field), today));

  const swappedField = (row: number): string | undefined => {
    const days = daysOf(open, row);
    if (plausible(row, days)) return undefined;
    return candidates.find((candidate) => {
      const other = swapAt(open, candidate, row)?.date;
      return other !== undefined && plausible(row, (field) => (field === candidate ? other : days(field)));
    });
  };
  const found = new Map(open.rows.map((row) => [row, swappedField(row)] as const));
  return fields.flatMap((field) =>
    detailOf(
      open,
      'swapped_date',
      open.rows.filter((row) => found.get(row) === field),
      {
        field,
        fix: asking(['swap', 'keep']),
        replace: (row, answer) => (answer === 'swap' ? dateReplacement(swapAt(open, field, row)) : undefined),
      },
    ),
  );
}

const hasUnclear = (open: OpenTable, field: string): boolean =>
  open.rows.some((row) => readAt(open, field, row).code === 'date_order_unclear');

function swapAt(open: OpenTable, field: string, row: number): CivilDate | undefined {
  const { date } = readAt(open, field, row);
  return date && !open.table.columns[field]?.formulas?.[row] ? swapDay(date) : undefined;
}

/** Won and lost deals that a sum or a month misses. */
function checkClosed(open: OpenTable): Detail[] {
  const { columns, dataset } = open.table;
  if (dataset !== 'deals' || !open.outcomes) return [];
  const without = (code: FindingCode, outcome: Outcome, field: string): Detail[] => {
    if (!columns[field]) return [];
    const found = open.rows.filter((row) => outcomeAt(open, row) === outcome && !isFilled(open, field, row));
    return detailOf(open, code, found, { field });
  };
  return [
    ...without('won_without_amount', 'won', 'amount'),
    ...without('won_without_close_date', 'won', 'closed'),
    ...without('lost_without_close_date', 'lost', 'closed'),
  ];
}

/** Spend on channels from which, going by the labels, no lead and no deal ever came. */
export function checkChannels(opens: readonly OpenTable[], { channels = [] }: CheckInput): Detail[] {
  const channelOf = new Map(
    channels.flatMap(({ channel, labels }) => labels.map((label) => [normaliseLabel(label), channel])),
  );
  const channelAt = (open: OpenTable, field: string, row: number): string => {
    const label = normaliseLabel(labelOf(valueAt(open.table, field, row)));
    return normaliseLabel(channelOf.get(label) ?? label);
  };
  const sources = opens.filter(({ table }) => table.columns.source);
  if (sources.length === 0) return [];
  const known = new Set(sources.flatMap((open) => open.rows.map((row) => channelAt(open, 'source', row))));
  return opens.flatMap((open) => {
    if (open.table.dataset !== 'spend' || !open.table.columns.channel) return [];
    const found = open.rows.filter(
      (row) => isFilled(open, 'channel', row) && !known.has(channelAt(open, 'channel', row)),
    );
    return detailOf(open, 'channel_only_in_spend', found, { field: 'channel' });
  });
}
