import { argumentsOf, type BoundCall, bind, dataOf, formsOf, isPerRow, onRows, unequal, type Vocabulary } from './bind';
import { catalog } from './catalog';
import { type Argument, type Cells, cellAt, cellsOf, isBlank, labelText, type Result } from './cells';
import { aggregates } from './definitions/kpi-by';
import { calculate, evaluate } from './evaluate';
import type { BoundArguments, Callable, Kpi } from './kpi';
import type { Expression, Measure } from './measure';
import { measures } from './measures';
import { nearest } from './nearest';
import { type ReadArgument, readLabels } from './read';
import { UserError } from './user-error';

/** What a cell function answers to these arguments; undefined is an empty cell. Throws a UserError for a user's mistake. */
export function call(kpi: Kpi, given: readonly Argument[], vocabulary: Vocabulary): Result {
  if (kpi.forms.some((form) => 'byGroup' in form)) return callByGroup(kpi, given, vocabulary);
  return answer(bind(kpi, given, vocabulary));
}

function answer(bound: BoundCall): Result {
  const result = resultOf(bound);
  const values = Array.isArray(result) ? result.flat() : [result];
  if (values.every((value) => typeof value !== 'number' || Number.isFinite(value))) return result;
  throw new UserError('too_large', { function: bound.kpi.name });
}

function resultOf(bound: BoundCall): Result {
  const { form, meanings } = bound;
  const given = argumentsOf(bound);
  if ('evaluate' in form) return form.evaluate(given);
  const data = dataOf(bound);
  return calculate(figureOf(bound, given), (name) => {
    const parameter = form.parameters.find((one) => one.name === name);
    if (parameter?.kind === 'total') return given.total(name);
    if (parameter?.kind === 'number') return given.number(name);
    const measure = (measures as Record<string, Measure>)[name];
    return measure && evaluate(measure, data, { period: {}, meanings });
  });
}

function figureOf({ form }: BoundCall, given: BoundArguments): Expression {
  if ('figure' in form) return form.figure;
  if (!('figures' in form)) throw new Error('this form has no figure');
  const [usual] = Object.keys(form.figures);
  return form.figures[given.choice(form.choice) ?? (usual as string)] as Expression;
}

type Line = readonly [group: string, value: number | string | undefined, records: number];

/** A KPI for each group: group, value, records; the largest value first, groups without one last. */
function callByGroup(kpi: Kpi, given: readonly Argument[], vocabulary: Vocabulary): Result {
  const [first, second, ...rest] = given;
  if (rest.length === 0) throw new UserError('wrong_arguments', { function: kpi.name, forms: formsOf(kpi) });
  const groups = cellsOf(first);
  if (groups.isBlock) throw new UserError('not_one_column', { function: kpi.name, argument: 'groups' });
  const inner = kpiCalled(kpi, cellsOf(second));
  // The whole is bound once: an error then names the row of the column, and labels mean the same in every group.
  const whole = bind(inner, rest, vocabulary);
  const columns = columnsByGroup(kpi, whole, groups);
  const { values: labels } = readLabels(kpi.name, 'groups', groups, vocabulary.normalise);
  const lines = rowsByGroup(labels, columns).map((rows): Line => {
    const value = answer(onRows(whole, columns, rows));
    if (Array.isArray(value)) throw new UserError('table_by_group', { function: kpi.name, kpi: inner.name });
    return [labelText(cellAt(groups, rows[0] as number)).trim(), value as Line[1], rows.length];
  });
  if (lines.length === 0) return undefined;
  lines.sort(([, one], [, other]) => rank(other) - rank(one));
  return groups.isRow ? [0, 1, 2].map((at) => lines.map((line) => line[at])) : lines;
}

/** No value comes after every number. */
const rank = (value: number | string | undefined): number => (typeof value === 'number' ? value : -Number.MAX_VALUE);

function kpiCalled(kpi: Kpi, cells: Cells): Callable {
  const wanted = labelText(cellAt(cells, 0)).trim().toUpperCase();
  const possible: Callable[] = [
    ...catalog.filter(({ forms }) => !forms.some((form) => 'byGroup' in form)),
    ...aggregates,
  ];
  const found = possible.find(({ name }) => name === wanted);
  if (found) return found;
  const names = possible.map(({ name }) => name);
  throw new UserError('unknown_kpi', { function: kpi.name, value: wanted, nearest: nearest(wanted, names) ?? '' });
}

/** The arguments that are taken apart by group; a total that is one number holds for every group. */
function columnsByGroup(kpi: Kpi, { read }: BoundCall, groups: Cells): ReadArgument[] {
  const { length } = groups.rows;
  return read.filter(({ parameter, cells }) => {
    if (!cells || !isPerRow(parameter)) return false;
    if (cells.rows.length === length) return true;
    if (parameter.kind === 'total' && cells.isSingle) return false;
    throw unequal(kpi, { name: parameter.name, length: cells.rows.length }, { name: 'groups', length });
  });
}

/** The rows of each group, groups in order of appearance; a row without anything in the columns is no record. */
function rowsByGroup(labels: readonly string[], columns: readonly ReadArgument[]): number[][] {
  const found = new Map<string, number[]>();
  labels.forEach((label, row) => {
    if (!isRecord(columns, row)) return;
    const rows = found.get(label);
    if (rows) rows.push(row);
    else found.set(label, [row]);
  });
  return [...found.values()];
}

function isRecord(columns: readonly ReadArgument[], row: number): boolean {
  for (const { cells } of columns) if (!isBlank(cells?.rows[row]?.[0])) return true;
  return false;
}
