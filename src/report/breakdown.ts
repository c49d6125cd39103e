import { type Data, tally } from '../kpi/evaluate';
import { quoted } from '../kpi/formula';
import type { DatasetName, Field, GroupCondition } from '../kpi/measure';
import type { MeasureName } from '../kpi/measures';
import { words as allWords, fill } from '../text/words';
import {
  type Column,
  isAdditive,
  type Line,
  lineOf,
  type Measured,
  markedTitle,
  remainder,
  samplesOf,
  smallSample,
} from './column';
import { type Figure, measureFigure, reference } from './figure';
import { type Funnel, reachedFigures } from './funnel';
import { groupData } from './group-data';
import { type Draft, number, type Row, words } from './page';
import { currentSpan, type Group, type Request } from './request';
import { type BaseFigures, baseId, baseMeasures } from './scorecard';

/** The field that makes the groups, in each dataset that has one. */
export type Fields = Readonly<Partial<Record<DatasetName, Field>>>;

/** A table of groups: what they are, where they come from, its columns, and the funnel whose steps some of these are. */
export interface Breakdown {
  /** What its cells are called by. */
  readonly key: string;
  readonly by: 'channel' | 'campaign' | 'rep' | 'segment';
  readonly title: string;
  readonly heading: string;
  readonly fields: Fields;
  readonly groups: Ranked;
  readonly columns: readonly Column[];
  readonly funnel?: Funnel | undefined;
}

/** The groups that a table shows, largest first, and how many more there are. */
export interface Ranked {
  readonly shown: readonly Group[];
  readonly others: number;
}

/** The rows of a table, the numbers behind them, and the same without layout. */
export interface Table {
  readonly rows: Row[];
  readonly behind: Row[];
  readonly json: Record<string, string | number | null>[];
}

/** A table that is not there. */
export const noTable: Table = { rows: [], behind: [], json: [] };

/** So many columns of figures fit on the page; others stand behind the report. */
const widest = 9;

/** The largest groups by the first measure that the data can carry, then by the next; blank cells are always shown, last. */
export function rankGroups(
  groups: readonly Group[],
  fields: Fields,
  columns: readonly Column[],
  most: number,
  request: Request,
): Ranked {
  const tallies = columns.flatMap((column) => {
    const [name] = 'measures' in column ? column.measures : [];
    const field = name && fields[baseMeasures[name].of];
    const { source, period } = request;
    return name && field ? [tally(baseMeasures[name], source.data, { period, meanings: source.meanings }, field)] : [];
  });
  const sized = groups.map((group) => ({
    group,
    sizes: tallies.map((sizes) => group.labels.reduce((sum, label) => sum + (sizes.get(label) ?? 0), 0)),
  }));
  const ranked = sized.sort((a, b) => compare(b.sizes, a.sizes)).map(({ group }) => group);
  const named = ranked.filter(({ labels }) => !labels.includes(''));
  const shown = named.length <= most ? named : named.slice(0, most - 1);
  return {
    shown: [...shown, ...ranked.filter(({ labels }) => labels.includes(''))],
    others: named.length - shown.length,
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

/** The table with a line for all that its groups leave out, now or later, so that it adds up to its total. */
export function breakdown(table: Breakdown, request: Request, base: BaseFigures): Table {
  const columns = table.columns.flatMap((column) => choose(column, table, request));
  if (table.groups.shown.length === 0 || !columns.some(isAdditive)) return noTable;
  const own = groupData(table.groups.shown, table.fields, request.source);
  const lines = table.groups.shown.map((group, at) =>
    groupLine(group, at, columns, table, request, { ...request, source: { ...request.source, data: own[at] as Data } }),
  );
  const visible = columns.filter(({ key }) => lines.some((line) => line[key]));
  const total = totalLine(visible, table, request, base);
  const rest = restLine(visible, lines, total, table, request, base);
  return layOut(table, visible, lines, rest, total, request);
}

function choose(column: Column, table: Breakdown, request: Request): Column[] {
  if (!('measures' in column)) return [column];
  const measures = column.measures.filter((name) => measuredIn(name, [''], table, request)).slice(0, 1);
  return measures.length === 0 ? [] : [{ ...column, measures }];
}

function measuredIn(
  name: MeasureName,
  oneOf: readonly string[],
  { fields }: Breakdown,
  request: Request,
): Figure | undefined {
  const measure = baseMeasures[name];
  const field = fields[measure.of];
  if (!field || !request.source.columns[field]) return undefined;
  return measureFigure(measure, request.source, currentSpan(request), [{ field, oneOf }]);
}

type Place = number | 'other' | 'total';

const cellId = ({ key }: Breakdown, at: Place, column: string): string => `${key}:${at}:${column}`;

const cellOf = (table: Breakdown, at: Place) => (column: string) =>
  reference(column === 'margin' ? column : cellId(table, at, column));

/** The figures of a group, from its `own` data; whether a customer is new, all records say. */
function groupLine(
  group: Group,
  at: number,
  columns: readonly Column[],
  table: Breakdown,
  request: Request,
  own: Request,
): Line {
  const steps = stepsOf(group, at, columns, table, own);
  const figureOf = (column: Measured) => {
    if ('step' in column) return steps?.[column.step];
    const name = column.measures[0] as MeasureName;
    return measuredIn(name, group.labels, table, baseMeasures[name].aggregate === 'newcomers' ? request : own);
  };
  return lineOf(columns, request, { figureOf, cellOf: cellOf(table, at) });
}

/** How many of a group reached each step of the table's funnel. */
function stepsOf(
  { labels }: Group,
  at: number,
  columns: readonly Column[],
  table: Breakdown,
  request: Request,
): Figure[] | undefined {
  const field = table.funnel && table.fields[table.funnel.of];
  if (!table.funnel || !field) return undefined;
  const where: GroupCondition[] = [{ field, oneOf: labels }];
  const keyOf = (step: number) => columns.find((column) => 'step' in column && column.step === step)?.key ?? '';
  return reachedFigures(table.funnel, request, where, (step) => cellId(table, at, keyOf(step)));
}

function totalLine(columns: readonly Column[], table: Breakdown, request: Request, base: BaseFigures): Line {
  const funnel = table.funnel;
  const steps = funnel && reachedFigures(funnel, request, [], String);
  const figureOf = (column: Measured): Figure | undefined => {
    if (!('step' in column)) {
      const name = column.measures[0] as string;
      return base.current[name] && { value: base.current[name].value, formula: reference(baseId(name, 'current')) };
    }
    const value = steps?.[column.step]?.value;
    return funnel && { value, formula: reference(`funnel:${funnel.of}:${column.step}:reached`) };
  };
  return lineOf(columns, request, { figureOf, cellOf: cellOf(table, 'total') });
}

/** What the total has beyond the groups: those that are not shown, and labels that came since. */
function restLine(
  columns: readonly Column[],
  lines: readonly Line[],
  total: Line,
  table: Breakdown,
  request: Request,
  base: BaseFigures,
): Line {
  const run = (key: string) => `${reference(cellId(table, 0, key))}:${reference(cellId(table, lines.length - 1, key))}`;
  const figureOf = (column: Column) =>
    isAdditive(column)
      ? remainder(
          total[column.key],
          reference(cellId(table, 'total', column.key)),
          lines.map((line) => line[column.key]),
          run(column.key),
        )
      : undefined;
  const isFixed = (key: string) => {
    const column = columns.find((one) => one.key === key);
    const name = column && 'measures' in column ? column.measures[0] : undefined;
    return lines.some((line) => line[key]?.computed) && !(name && base.current[name]?.computed);
  };
  const whole = { line: total, cellOf: cellOf(table, 'total'), isFixed };
  return lineOf(columns, request, { figureOf, cellOf: cellOf(table, 'other'), whole });
}

type PlacedLine = readonly [at: Place, title: string, line: Line];

function layOut(
  table: Breakdown,
  columns: readonly Column[],
  lines: readonly Line[],
  rest: Line,
  total: Line,
  request: Request,
): Table {
  const { report } = allWords[request.language];
  const { shown, others } = table.groups;
  const other = others > 0 ? fill(report.other, { count: others }) : report.others;
  const placed: PlacedLine[] = [
    ...shown.map((group, at): PlacedLine => [at, group.shown, lines[at] as Line]),
    ['other', other, rest],
    ['total', report.total, total],
  ];
  const [before, behind] = [false, true].map((isBehind) =>
    inWidth(columns.filter((column) => (column.isBehind === true) === isBehind)),
  ) as [Column[][], Column[][]];
  const headed = (title: string, style: 'section' | 'heading', of: readonly Column[]): Row => [
    words(title, style),
    ...of.map((column) => words(column.title, 'heading')),
  ];
  const isFilled = columns.some(({ key }) => rest[key]?.value);
  const listed = [...placed.slice(0, -2), ...(isFilled ? placed.slice(-2, -1) : [])];
  return {
    rows: [
      [words(table.title, 'section')],
      ...before.flatMap((of) => [
        headed(table.heading, 'heading', of),
        ...placed.map((line) => [titleCell(line, columns, table, isFilled), ...figureCells(line, of, table)]),
        [],
      ]),
    ],
    behind: (behind.length > 0 ? behind : [[]]).flatMap((of, block) => [
      headed(table.title, 'heading', of),
      ...placed.map((line) => [
        { ...words(line[1], 'muted'), ...(block === 0 && { id: cellId(table, line[0], 'title') }) },
        ...figureCells(line, of, table, 'muted'),
      ]),
    ]),
    json: listed.map(([, title, line]) => ({ [table.by]: title, ...valuesOf(columns, line) })),
  };
}

/** Columns in blocks that fit on the page. */
const inWidth = (columns: readonly Column[]): Column[][] =>
  columns.flatMap((_, at) => (at % widest === 0 ? [columns.slice(at, at + widest)] : []));

const figureCells = ([at, , line]: PlacedLine, columns: readonly Column[], table: Breakdown, style?: 'muted'): Row =>
  columns.map(({ key, format }) =>
    number(line[key], format, cellId(table, at, key), style ?? (at === 'total' ? 'total' : 'body')),
  );

/** The title of a row, marked where few cases stand behind a rate; that of the rest is empty while it has nothing. */
function titleCell(
  [at, title, line]: PlacedLine,
  columns: readonly Column[],
  table: Breakdown,
  isFilled: boolean,
): Draft {
  const style = at === 'total' ? 'total' : 'label';
  const small = smallSample(samplesOf(columns), line, cellOf(table, at));
  const cell =
    small && isPlain(title)
      ? markedTitle(title, reference(cellId(table, at, 'title')), style, small)
      : words(title, style);
  if (at !== 'other') return cell;
  const filled = columns.filter(isAdditive).map(({ key }) => `N(${cellOf(table, 'other')(key)})<>0`);
  const formula = `=IF(OR(${filled.join(';')});${cell.formula?.slice(1) ?? quoted(title)};"")`;
  return { ...cell, value: isFilled ? cell.value : '', formula };
}

/** Whether a text is the same in every file: control characters are not, where a formula gives them. */
const isPlain = (text: string): boolean => !/[^ -\uFFFF]/.test(text);

const valuesOf = (columns: readonly Column[], line: Line) =>
  Object.fromEntries(columns.flatMap(({ key }) => (line[key] ? [[key, line[key]?.value ?? null]] : [])));
