import { quoted } from '../kpi/formula';
import { ratio, sum } from '../kpi/measure';
import type { MeasureName } from '../kpi/measures';
import { monthEnd } from '../kpi/period';
import { words as allWords } from '../text/words';
import {
  type Column,
  isAdditive,
  type Line,
  lineOf,
  type Measured,
  measured,
  remainder,
  samplesOf,
  smallCell,
  smallSample,
} from './column';
import { type Figure, measureFigure, reference, type Span } from './figure';
import { monthStarts } from './head';
import type { Figures } from './model';
import { type Draft, number, type Row, words } from './page';
import { fixed } from './purchases';
import { isAsked, type Request, serialOf } from './request';
import { type BaseFigures, baseId, baseMeasures } from './scorecard';

function columnsOf(request: Request): Column[] {
  const { columns } = allWords[request.language];
  return [
    measured(request, 'leads', 'leads'),
    measured(request, 'won', 'won'),
    measured(request, 'lost', 'lost'),
    { key: 'win_rate', title: columns.win_rate, format: 'share', of: ratio('won', sum('won', 'lost')) },
    measured(request, 'revenue', 'revenue'),
    measured(request, 'spend', 'spend'),
    measured(request, 'new_customers', 'new_customers'),
    { key: 'cac', title: 'CAC', format: 'cents', of: ratio('spend', 'new_customers'), unless: 'spend' },
  ];
}

/** Month by month within the period: the months follow the period cells, and what they leave out stands below them. */
export function months(request: Request, base: BaseFigures): { rows: Row[]; json: Figures['months'] } {
  const { report } = allWords[request.language];
  const { starts, rows: count } = monthStarts(request);
  if (!isAsked('month', request) || starts.length === 0) return { rows: [], json: [] };
  // A month needs dates that all time does without.
  const possible = monthLine(0, starts[0], columnsOf(request), request);
  const columns = columnsOf(request).filter(
    (column) => possible[column.key] && ('of' in column || base.current[measureOf(column)]),
  );
  if (!columns.some(isAdditive)) return { rows: [], json: [] };
  const lines = Array.from({ length: count }, (_, at) => monthLine(at, starts[at], columns, request));
  const json = starts.map((start, at) => ({
    month: start.slice(0, 7),
    ...Object.fromEntries(columns.map(({ key }) => [key, (lines[at] as Line)[key]?.value ?? null])),
  }));
  const samples = samplesOf(columns);
  const rows: Row[] = [
    [words(report.months, 'section')],
    [words(report.month, 'heading'), ...columns.map(({ title }) => words(title, 'heading'))],
    ...lines.map((line, at): Row => {
      const small = smallSample(samples, line, cellOf(at));
      return [
        monthCell(at, count, starts[at]),
        ...columns.map(({ key, format }) => number(line[key], format, cellId(at, key))),
        ...Array.from({ length: 8 - columns.length }, () => undefined),
        small && smallCell(small),
      ];
    }),
    restRow(columns, lines, request, base, count),
    [],
  ];
  return { rows, json };
}

const measureOf = (column: Measured): MeasureName =>
  ('measures' in column ? column.measures[0] : undefined) as MeasureName;

const monthId = (at: number): string => `month:${at}`;
const cellId = (at: number | 'other', key: string): string => `month:${at}:${key}`;
const cellOf = (at: number) => (key: string) => reference(cellId(at, key));

/** The first of the months, which are the last ones of the period where it has more than there are rows. */
function monthCell(at: number, count: number, start: string | undefined): Draft {
  const before = reference(monthId(at - 1));
  const next = `EDATE(${before};1)`;
  const last = reference('last_day');
  const formula =
    at === 0
      ? `=MAX(EOMONTH(${reference('first_day')};-1);EOMONTH(${last};-${count}))+1`
      : `=IF(${before}="";"";IF(${next}>${last};"";${next}))`;
  return {
    value: start ? serialOf(start) : null,
    formula,
    format: 'month',
    style: 'label',
    align: 'left',
    id: monthId(at),
  };
}

function monthLine(at: number, start: string | undefined, columns: readonly Column[], request: Request): Line {
  const month = reference(monthId(at));
  const guarded = (figure: Figure | undefined): Figure | undefined => {
    if (!figure) return undefined;
    const value = start ? figure.value : undefined;
    return figure.formula === undefined
      ? { ...figure, value }
      : { value, formula: `IF(${month}="";"";${figure.formula})` };
  };
  const figureOf = (column: Measured) =>
    guarded(measureFigure(baseMeasures[measureOf(column)], request.source, spanOf(start, month, request)));
  return lineOf(columns, request, { figureOf, cellOf: cellOf(at) });
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

/** What the months do not show: records without a date in all time, and months for which there is no row. */
function restRow(
  columns: readonly Column[],
  lines: readonly Line[],
  request: Request,
  base: BaseFigures,
  count: number,
): Row {
  const title = allWords[request.language].report.otherDates;
  const cells = columns.map((column): Draft | undefined => {
    if ('of' in column || !isAdditive(column)) return undefined;
    const { key, format } = column;
    const name = measureOf(column);
    const run = `${reference(cellId(0, key))}:${reference(cellId(count - 1, key))}`;
    const shown = lines.map((line) => line[key]);
    const rest = remainder(base.current[name], reference(baseId(name, 'current')), shown, run);
    // In another period the months that blank themselves would be missing there.
    const isFixed = shown.some((figure) => figure?.computed) && !base.current[name]?.computed;
    return number(isFixed ? { ...rest, formula: fixed(rest.formula) } : rest, format, cellId('other', key), 'muted');
  });
  const filled = cells.flatMap((cell) => (cell?.id ? [`N(${reference(cell.id)})<>0`] : []));
  const isShown = cells.some((cell) => cell && cell.value !== null);
  const label: Draft = {
    ...words(isShown ? title : '', 'muted'),
    formula: `=IF(OR(${filled.join(';')});${quoted(title)};"")`,
  };
  return [label, ...cells];
}
