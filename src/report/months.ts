import { quoted } from '../kpi/formula';
import { type Expression, ratio, sum } from '../kpi/measure';
import type { MeasureName } from '../kpi/measures';
import { monthEnd } from '../kpi/period';
import { words as allWords } from '../text/words';
import { expressionFigure, type Figure, measureFigure, reference, type Span } from './figure';
import { monthStarts } from './head';
import type { Figures, Format } from './model';
import { type Draft, number, type Row, words } from './page';
import { type Request, serialOf } from './request';
import { type BaseFigures, baseId, baseMeasures, formatOf } from './scorecard';

type Column = { readonly key: string; readonly title: string; readonly format: Format } & (
  | { readonly measure: MeasureName }
  | { readonly of: Expression }
);

type Line = Readonly<Record<string, Figure | undefined>>;

function columnsOf(request: Request): Column[] {
  const { columns } = allWords[request.language];
  const measured = (measure: MeasureName & keyof typeof columns): Column => ({
    key: measure,
    measure,
    title: columns[measure],
    format: formatOf(baseMeasures[measure].unit),
  });
  return [
    measured('leads'),
    measured('won'),
    measured('lost'),
    { key: 'win_rate', title: columns.win_rate, format: 'share', of: ratio('won', sum('won', 'lost')) },
    measured('revenue'),
    measured('spend'),
    measured('new_customers'),
    { key: 'cac', title: 'CAC', format: 'cents', of: ratio('spend', 'new_customers') },
  ];
}

/** Month by month within the period: the months follow the period cells, and what they leave out stands below them. */
export function months(request: Request, base: BaseFigures): { rows: Row[]; json: Figures['months'] } {
  const { report } = allWords[request.language];
  const { starts, rows: count } = monthStarts(request);
  // A month needs dates that all time does without.
  const possible = lineOf(0, starts[0], columnsOf(request), request);
  const columns = columnsOf(request).filter((column) => possible[column.key] && isThere(column, base));
  if (starts.length === 0 || !columns.some((column) => 'measure' in column)) return { rows: [], json: [] };
  const lines = Array.from({ length: count }, (_, at) => lineOf(at, starts[at], columns, request));
  const json = starts.map((start, at) => ({
    month: start.slice(0, 7),
    ...Object.fromEntries(columns.map(({ key }) => [key, (lines[at] as Line)[key]?.value ?? null])),
  }));
  const rows: Row[] = [
    [words(report.months, 'section')],
    [words(report.month, 'heading'), ...columns.map(({ title }) => words(title, 'heading'))],
    ...lines.map(
      (line, at): Row => [
        monthCell(at, starts[at]),
        ...columns.map(({ key, format }) => number(line[key], format, cellId(at, key))),
      ],
    ),
    restRow(columns, lines, request, base, count),
    [],
  ];
  return { rows, json };
}

function isThere(column: Column, base: BaseFigures): boolean {
  if ('measure' in column) return base.current[column.measure] !== undefined;
  return expressionFigure(column.of, base.current, (name) => name) !== undefined;
}

const monthId = (at: number): string => `month:${at}`;
const cellId = (at: number, key: string): string => `month:${at}:${key}`;

function monthCell(at: number, start: string | undefined): Draft {
  const before = reference(monthId(at - 1));
  const next = `EDATE(${before};1)`;
  const formula =
    at === 0
      ? `=EOMONTH(${reference('first_day')};-1)+1`
      : `=IF(${before}="";"";IF(${next}>${reference('last_day')};"";${next}))`;
  return { value: start ? serialOf(start) : null, formula, format: 'month', style: 'label', id: monthId(at) };
}

function lineOf(at: number, start: string | undefined, columns: readonly Column[], request: Request): Line {
  const month = reference(monthId(at));
  const line: Record<string, Figure | undefined> = {};
  for (const column of columns) {
    const figure =
      'measure' in column
        ? measureFigure(baseMeasures[column.measure], request.source, spanOf(start, month, request))
        : expressionFigure(column.of, line, (name) => cellId(at, name));
    if (!figure) continue;
    const value = start ? figure.value : undefined;
    line[column.key] =
      figure.formula === undefined ? { ...figure, value } : { value, formula: `IF(${month}="";"";${figure.formula})` };
  }
  return line;
}

/** The part of a month that lies in the period. */
function spanOf(start: string | undefined, month: string, { period }: Request): Span {
  const first = start ?? '9999-12-01';
  const last = monthEnd(first);
  return {
    period: {
      start: period.start && period.start > first ? period.start : first,
      end: period.end && period.end < last ? period.end : last,
    },
    from: `MAX(${month};${reference('from')})`,
    before: `MIN(EDATE(${month};1);${reference('before')})`,
  };
}

/** What the months do not show: records without a date in all time, and months beyond the last row. */
function restRow(
  columns: readonly Column[],
  lines: readonly Line[],
  request: Request,
  base: BaseFigures,
  count: number,
): Row {
  const { report } = allWords[request.language];
  const rest = (column: Column): Draft | undefined => {
    if (!('measure' in column)) return undefined;
    const total = base.current[column.measure]?.value ?? 0;
    const shown = lines.reduce((whole, line) => whole + (line[column.key]?.value ?? 0), 0);
    const left = Math.round((total - shown) * 100) / 100;
    const listed = `SUM(${reference(cellId(0, column.key))}:${reference(cellId(count - 1, column.key))})`;
    const formula = `ROUND(N(${reference(baseId(column.measure, 'current'))})-${listed};2)`;
    return number(
      { value: left === 0 ? undefined : left, formula: `IF(${formula}=0;"";${formula})` },
      column.format,
      cellId(count, column.key),
      'muted',
    );
  };
  const cells = columns.map(rest);
  const title = report.otherDates;
  const ids = columns.flatMap(({ key }, at) => (cells[at] ? [cellId(count, key)] : []));
  const filled = ids.map((id) => `N(${reference(id)})<>0`).join(';');
  const isShown = cells.some((cell) => cell && cell.value !== null);
  const label: Draft = {
    ...words(isShown ? title : '', 'muted'),
    formula: `=IF(OR(${filled});${quoted(title)};"")`,
  };
  return [label, ...cells];
}
