import type { DatasetName, Expression, Field } from '../kpi/measure';
import type { MeasureName } from '../kpi/measures';
import { words as allWords, fill } from '../text/words';
import { expressionFigure, type Figure, measureFigure, reference } from './figure';
import type { Format } from './model';
import { number, type Row, words } from './page';
import { currentSpan, type Group, type Request } from './request';
import { type BaseFigures, baseId, baseMeasures } from './scorecard';

/** A column of a breakdown: the first of some measures that the data can carry, or arithmetic on columns before it. */
export type Column = { readonly key: string; readonly title: string; readonly format: Format } & (
  | { readonly measures: readonly MeasureName[] }
  | { readonly of: Expression }
);

/** A table of groups: its name, the field that makes the groups in each dataset, its columns. */
export interface Breakdown {
  readonly key: string;
  readonly title: string;
  readonly heading: string;
  readonly fields: Readonly<Partial<Record<DatasetName, Field>>>;
  readonly groups: readonly Group[];
  readonly columns: readonly Column[];
}

type Line = Readonly<Record<string, Figure | undefined>>;

/** How many groups a table shows; the smallest beyond that are one line. */
const mostGroups = 40;

/** The rows of a breakdown, largest group first, with a total that they add up to; none where nothing is mapped. */
export function breakdown(
  table: Breakdown,
  request: Request,
  base: BaseFigures,
): { rows: Row[]; json: Record<string, string | number | null>[] } {
  const columns = table.columns.flatMap((column) => choose(column, table, request));
  const measured = columns.filter(
    (column): column is Column & { measures: readonly MeasureName[] } => 'measures' in column,
  );
  if (measured.length === 0 || table.groups.length === 0) return { rows: [], json: [] };
  const size = (group: Group) =>
    measured.map((column) => groupFigure(column.measures[0] as MeasureName, group, table, request)?.value ?? 0);
  const ranked = table.groups.map((group) => ({ group, size: size(group) })).sort((a, b) => compare(b.size, a.size));
  const groups = fold(
    ranked.map(({ group }) => group),
    request,
  );
  const lines = groups.map((group, at) => lineOf(group, at, columns, table, request));
  return {
    rows: layOut(table, columns, groups, lines, request, base),
    json: groups.map((group, at) => jsonOf(table, columns, group, lines[at] as Line)),
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

function fold(groups: readonly Group[], request: Request): Group[] {
  if (groups.length <= mostGroups) return [...groups];
  const rest = groups.slice(mostGroups - 1);
  const shown = fill(allWords[request.language].report.other, { count: rest.length });
  return [...groups.slice(0, mostGroups - 1), { shown, labels: rest.flatMap(({ labels }) => labels) }];
}

function choose(column: Column, table: Breakdown, request: Request): Column[] {
  if (!('measures' in column)) return [column];
  const possible = column.measures.filter((name) => groupFigure(name, { shown: '', labels: [''] }, table, request));
  return possible.length === 0 ? [] : [{ ...column, measures: possible.slice(0, 1) }];
}

function groupFigure(name: MeasureName, group: Group, table: Breakdown, request: Request): Figure | undefined {
  const measure = baseMeasures[name];
  const field = table.fields[measure.of];
  if (!field || !request.source.columns[field]) return undefined;
  return measureFigure(measure, request.source, currentSpan(request), [{ field, oneOf: group.labels }]);
}

const cellId = (table: Breakdown, at: number | 'total', key: string): string => `${table.key}:${at}:${key}`;

function lineOf(group: Group, at: number, columns: readonly Column[], table: Breakdown, request: Request): Line {
  const line: Record<string, Figure | undefined> = { margin: { value: request.margin } };
  for (const column of columns) {
    line[column.key] =
      'measures' in column
        ? groupFigure(column.measures[0] as MeasureName, group, table, request)
        : expressionFigure(column.of, line, (name) => (name === 'margin' ? name : cellId(table, at, name)));
  }
  return line;
}

function totalOf(columns: readonly Column[], table: Breakdown, request: Request, base: BaseFigures): Line {
  const line: Record<string, Figure | undefined> = { margin: { value: request.margin } };
  for (const column of columns) {
    if ('measures' in column) {
      const name = column.measures[0] as MeasureName;
      const figure = base.current[name];
      line[column.key] = figure && { value: figure.value, formula: reference(baseId(name, 'current')) };
    } else {
      line[column.key] = expressionFigure(column.of, line, (name) =>
        name === 'margin' ? name : cellId(table, 'total', name),
      );
    }
  }
  return line;
}

function layOut(
  table: Breakdown,
  columns: readonly Column[],
  groups: readonly Group[],
  lines: readonly Line[],
  request: Request,
  base: BaseFigures,
): Row[] {
  const { report } = allWords[request.language];
  const visible = columns.filter(({ key }) => lines.some((line) => line[key]));
  const row = (title: string, line: Line, at: number | 'total'): Row => [
    words(title, at === 'total' ? 'strong' : 'label'),
    ...visible.map(({ key, format }) =>
      number(line[key], format, cellId(table, at, key), at === 'total' ? 'strong' : 'body'),
    ),
  ];
  return [
    [words(table.title, 'section')],
    [words(table.heading, 'heading'), ...visible.map(({ title }) => words(title, 'heading'))],
    ...groups.map((group, at) => row(group.shown, lines[at] as Line, at)),
    row(report.total, totalOf(columns, table, request, base), 'total'),
    [],
  ];
}

function jsonOf(
  table: Breakdown,
  columns: readonly Column[],
  group: Group,
  line: Line,
): Record<string, string | number | null> {
  const entries = columns.flatMap(({ key }) => (line[key] ? [[key, line[key]?.value ?? null] as const] : []));
  return { [table.key]: group.shown, ...Object.fromEntries(entries) };
}
