import type { DatasetName, Expression, Field, GroupCondition, Meaning, Measure, Quantity } from './measure';
import { dayNumber } from './period';

/** One value of a record: a number, a label or id (normalised; "" is blank), a civil date (yyyy-MM-dd), or nothing. */
export type Value = number | string | undefined;

/** The records of one dataset, column by column; all columns have `count` values. Fields that are not mapped are absent. */
export interface Records {
  readonly count: number;
  readonly columns: Readonly<Partial<Record<Field, readonly Value[]>>>;
  /** The field that makes a row a record where it is filled; without it every row is one. */
  readonly key?: Field | undefined;
}

/** First and last day, both included. Neither: all time, when records without a date count, too. */
export interface Period {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** What labels mean, by field; "" stands for all records where the field is not mapped. */
export type Meanings = Readonly<Partial<Record<Field, ReadonlyMap<string, Meaning>>>>;

export interface Scope {
  readonly period: Period;
  readonly meanings: Meanings;
  readonly where?: readonly GroupCondition[];
}

/** The datasets that are there. */
export type Data = Readonly<Partial<Record<DatasetName, Records>>>;

/** Whether the period is all time. */
export const isAllTime = (period: Period): boolean => !period.start && !period.end;

/** The fields that a measure lacks in this data; none: it can be computed. A period needs the date, all time does not. */
export function missingFields(measure: Measure, data: Data, scope: Scope): Field[] {
  const has = (field: Field) => data[measure.of]?.columns[field] !== undefined;
  const needed: Field[] = [];
  for (const { field, means } of measure.where) {
    const meaning = scope.meanings[field]?.get('');
    if (!has(field) && !(meaning && means.includes(meaning))) needed.push(field);
  }
  for (const { field } of scope.where ?? []) needed.push(field);
  if (measure.label) needed.push(measure.label);
  needed.push(...quantityFields(measure.quantity, has));
  if (measure.date && (!isAllTime(scope.period) || measure.aggregate === 'newcomers')) needed.push(measure.date);
  return [...new Set(needed)].filter((field) => !has(field));
}

function quantityFields(quantity: Quantity | undefined, has: (field: Field) => boolean): Field[] {
  if (!quantity) return [];
  if ('field' in quantity) return [quantity.field];
  return [startField(quantity.from, has), quantity.to];
}

/** The first mapped field of several that can say when something started; the first one where none is. */
export function startField(from: readonly Field[], has: (field: Field) => boolean): Field {
  return from.find(has) ?? (from[0] as Field);
}

/** The value of a measure over the records in scope; undefined where a field is missing or there is nothing to take a middle of. */
export function evaluate(measure: Measure, data: Data, scope: Scope): number | undefined {
  const records = data[measure.of];
  if (!records || missingFields(measure, data, scope).length > 0) return undefined;
  if (measure.aggregate === 'newcomers') return newcomers(measure, records, scope);
  const belongs = membership(measure, records, scope);
  if (measure.aggregate === 'distinct')
    return distinct(records.columns[measure.label as Field] ?? [], records.count, belongs);
  return aggregate(measure, records, belongs);
}

/** A count or sum for each label of a field, in one pass; nothing where a field is missing or another aggregate is asked for. */
export function tally(measure: Measure, data: Data, scope: Scope, field: Field): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const records = data[measure.of];
  const isTotal = measure.aggregate === 'count' || measure.aggregate === 'sum';
  if (!records || !isTotal || missingFields(measure, data, scope).length > 0) return sums;
  const belongs = membership(measure, records, scope);
  const quantity = measure.quantity && reader(measure.quantity, records);
  const labels = records.columns[field] ?? [];
  for (let row = 0; row < records.count; row++) {
    if (!belongs(row)) continue;
    const amount = quantity ? (quantity(row) ?? 0) : 1;
    const label = (labels[row] ?? '') as string;
    sums.set(label, (sums.get(label) ?? 0) + amount);
  }
  return sums;
}

function aggregate(measure: Measure, records: Records, belongs: (row: number) => boolean): number | undefined {
  const quantity = measure.quantity && reader(measure.quantity, records);
  const keep: number[] | undefined = measure.aggregate === 'median' ? [] : undefined;
  let count = 0;
  let total = 0;
  for (let row = 0; row < records.count; row++) {
    if (!belongs(row)) continue;
    const amount = quantity ? quantity(row) : 1;
    if (amount === undefined) continue;
    count++;
    total += amount;
    keep?.push(amount);
  }
  if (keep) return median(keep);
  if (measure.aggregate === 'average') return count === 0 ? undefined : total / count;
  return measure.aggregate === 'count' ? count : total;
}

function reader(quantity: Quantity, records: Records): (row: number) => number | undefined {
  if ('field' in quantity) {
    const values = records.columns[quantity.field] ?? [];
    return (row) => values[row] as number | undefined;
  }
  const has = (field: Field) => records.columns[field] !== undefined;
  const from = records.columns[startField(quantity.from, has)] ?? [];
  const to = records.columns[quantity.to] ?? [];
  return (row) => daysBetween(from[row] as string | undefined, to[row] as string | undefined);
}

/** Whole days from one civil date to another; undefined where one is missing or no date. */
export function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  const days = from && to ? dayNumber(to) - dayNumber(from) : Number.NaN;
  return Number.isNaN(days) ? undefined : days;
}

/** The middle of the values, or the mean of the two in the middle; no values give undefined. */
export function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

function distinct(labels: readonly Value[], count: number, belongs: (row: number) => boolean): number {
  const seen = new Set<Value>();
  for (let row = 0; row < count; row++) if (labels[row] && belongs(row)) seen.add(labels[row]);
  return seen.size;
}

/** Labels whose first dated record of all lies in the period. */
function newcomers(measure: Measure, records: Records, scope: Scope): number {
  const dates = records.columns[measure.date as Field] ?? [];
  const labels = records.columns[measure.label as Field] ?? [];
  const belongs = membership(measure, records, { ...scope, period: {}, where: [] });
  const firstRow = new Map<Value, number>();
  for (let row = 0; row < records.count; row++) {
    if (!labels[row] || !dates[row] || !belongs(row)) continue;
    const known = firstRow.get(labels[row]);
    if (known === undefined || (dates[row] as string) < (dates[known] as string)) firstRow.set(labels[row], row);
  }
  const inGroup = grouped(records, scope.where ?? []);
  return [...firstRow.values()].filter((row) => inPeriod(dates[row], scope.period) && inGroup(row)).length;
}

/** Whether a date lies in a period; without a date only in all time. */
export function inPeriod(date: Value, period: Period): boolean {
  if (isAllTime(period)) return true;
  return typeof date === 'string' && !(period.start && date < period.start) && !(period.end && date > period.end);
}

type Test = (row: number) => boolean;

function membership(measure: Measure, records: Records, scope: Scope): Test {
  const tests: Test[] = [];
  for (const { field, means } of measure.where) {
    const labels = records.columns[field];
    if (!labels) continue;
    const accepted = acceptedLabels(labels, scope.meanings[field] ?? new Map(), means);
    if (field === records.key) accepted.delete('');
    tests.push(isAmong(labels, accepted));
  }
  const key = records.key && records.columns[records.key];
  if (key && !measure.where.some(({ field }) => field === records.key)) {
    tests.push((row) => key[row] !== undefined && key[row] !== '');
  }
  if (scope.where?.length) tests.push(grouped(records, scope.where));
  const dates = measure.date && records.columns[measure.date];
  if (dates && !isAllTime(scope.period)) tests.push((row) => inPeriod(dates[row], scope.period));
  return all(tests);
}

/** The labels that mean one of these; one that has no meaning has that of a blank cell. */
function acceptedLabels(
  labels: readonly Value[],
  meanings: ReadonlyMap<string, string>,
  means: readonly string[],
): Set<Value> {
  const accepted = new Set<Value>();
  for (const [label, meaning] of meanings) if (means.includes(meaning)) accepted.add(label);
  if (accepted.has('')) for (const label of labels) if (!meanings.has(String(label ?? ''))) accepted.add(label);
  return accepted;
}

/** Whether a row has one of these labels. */
function isAmong(labels: readonly Value[], accepted: ReadonlySet<Value>): Test {
  const [only] = accepted;
  return accepted.size === 1 ? (row) => labels[row] === only : (row) => accepted.has(labels[row]);
}

/** One test in place of several; nested, since this runs for every row. */
const all = (tests: readonly Test[]): Test =>
  tests.length === 0 ? () => true : tests.reduce((one, other) => (row) => one(row) && other(row));

function grouped(records: Records, where: readonly GroupCondition[]): Test {
  const tests = where.map(({ field, oneOf }): Test => {
    const labels = records.columns[field] ?? [];
    const accepted = new Set<Value>(oneOf);
    return (row) => accepted.has(labels[row] ?? '');
  });
  return all(tests);
}

/**
 * The value of a figure, given the value of each name in it; undefined where one is missing or a denominator is zero, and
 * not finite where a number on the way is too large.
 */
export function calculate(expression: Expression, lookUp: (name: string) => number | undefined): number | undefined {
  if ('name' in expression) return lookUp(expression.name);
  if ('first' in expression) {
    for (const choice of expression.first) {
      const value = calculate(choice, lookUp);
      if (value !== undefined) return value;
    }
    return undefined;
  }
  if ('magnitude' in expression) {
    const value = calculate(expression.magnitude, lookUp);
    return value === undefined ? undefined : Math.abs(value);
  }
  const [operation, operands] = Object.entries(expression)[0] as [string, Expression[]];
  const values = operands.map((operand) => calculate(operand, lookUp));
  if (values.some((value) => value === undefined)) return undefined;
  return arithmetic(operation, values as number[]);
}

function arithmetic(operation: string, values: number[]): number | undefined {
  const [first = 0, second = 0] = values;
  // What has grown beyond numbers must not vanish in a denominator.
  if (!values.every(Number.isFinite)) return Number.NaN;
  if (operation === 'ratio') return second === 0 ? undefined : first / second;
  if (operation === 'difference') return first - second;
  if (operation === 'product') return values.reduce((whole, value) => whole * value, 1);
  return values.reduce((whole, value) => whole + value, 0);
}
