import type { Period, Records } from '../kpi/evaluate';
import type { DatasetName, Field, Meaning } from '../kpi/measure';
import { type Days, dateOfDay, dayNumber, periodBefore, yearBefore } from '../kpi/period';
import type { Language } from '../text/words';
import { reference, type Source, type Span } from './figure';
import type { Group } from './filter';
import type { Kept } from './model';

/**
 * A label of a stage or status column: normalised, as people write it, its place in the funnel, what it means, and whether it
 * says what follows a sale.
 */
export interface Step {
  readonly label: string;
  readonly shown: string;
  readonly order: number;
  readonly meaning: Meaning;
  readonly isAfterSale?: boolean;
}

export type { Group } from './filter';

/** Everything that a report is made from. */
export interface Request {
  readonly tab: string;
  /** The day on which it is made, as it is shown. */
  readonly created: string;
  readonly language: Language;
  readonly source: Source;
  readonly datasets: readonly { readonly dataset: DatasetName; readonly tab: string; readonly rows: number }[];
  /** The header of each mapped column. */
  readonly headers: Readonly<Partial<Record<Field, string>>>;
  readonly stages: readonly Step[];
  readonly statuses: readonly Step[];
  readonly channels: readonly Group[];
  readonly period: Period;
  /** What the settings say, where a reader has typed something else in the report. */
  readonly planned: { readonly period: Period; readonly margin: number };
  readonly compare: 'previous' | 'year' | 'none';
  /** Gross margin as a share of revenue. */
  readonly margin: number;
  /** Targets by the names of KPIs. */
  readonly targets: Readonly<Record<string, number>>;
  /** The names of the KPIs to show; none: the usual ones. */
  readonly kpis: readonly string[];
  /** What amounts are in, such as "PLN"; empty where nobody said. */
  readonly currency: string;
  /** What people typed in the report before this one (filters, targets, …): a cell that is kept starts with it. */
  readonly kept?: Kept;
  /** The breakdowns that are asked for: channel, campaign, rep, segment, month, cohort; none: all that the data carries. */
  readonly breakdowns: readonly string[];
}

/** Whether a breakdown is to be shown. */
export const isAsked = (breakdown: string, { breakdowns }: Request): boolean =>
  breakdowns.length === 0 || breakdowns.includes(breakdown);

/** The labels that stand in a column, each once; a row without the field that makes it a record says nothing. */
export function labelsOf({ columns, key }: Records, field: Field): string[] {
  const keys = key && columns[key];
  const labels = (columns[field] ?? []) as readonly string[];
  return [...new Set(keys ? labels.filter((_, row) => keys[row] !== undefined && keys[row] !== '') : labels)];
}

/** The serial number that Sheets gives to a civil date. */
export const serialOf = (date: string): number => dayNumber(date) + 25_569;

/** The civil date of a serial number. */
export const dayOfSerial = (serial: number): string => dateOfDay(Math.floor(serial) - 25_569);

/** The period of the report, live. */
export const currentSpan = (request: Request): Span => ({
  period: request.period,
  from: reference('from'),
  before: reference('before'),
  allTime: reference('all_time'),
  since: reference('since'),
  until: reference('until'),
});

/** The period compared with, live; a period that cannot be when there is none. */
export const previousSpan = (request: Request): Span => ({
  period: comparedPeriod(request) ?? { start: '9999-12-31', end: '0001-01-01' },
  from: reference('from:previous'),
  before: reference('before:previous'),
});

/** The period that a report is compared with: the same length just before, or a year earlier. */
export function comparedPeriod({ period, compare }: Pick<Request, 'period' | 'compare'>): Days | undefined {
  const { start, end } = period;
  if (!start || !end || compare === 'none') return undefined;
  return compare === 'year' ? yearBefore({ start, end }) : periodBefore({ start, end });
}
