import { chartLines, option } from '../files/xlsx-chart';
import { hiddenLines } from '../files/xlsx-line';
import type { Area, Chart } from '../workbook/types';
import type { Workbook } from '../workbook/workbook';

/** One row of numbers that a chart draws, one for each of its categories; null where there is none. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Of the first cell with a number. */
  readonly numberFormat: string;
  /** Undefined where the chart leaves it open. */
  readonly color: string | undefined;
  /** Present where the numbers are written at their marks. */
  readonly isLabelled: boolean;
  /** Whether it is measured on the second axis. */
  readonly isSecond: boolean;
  readonly kind: string | undefined;
  readonly inLegend: boolean;
}

/** What a chart draws: categories as shown and, where they are numbers, as such; and series as long as they are. */
export interface ChartData {
  readonly categories: readonly string[];
  readonly positions: readonly (number | null)[];
  readonly series: readonly Series[];
}

/** Categories that a chart has at most; a column of 100,000 rows makes no picture. */
const MOST = 2000;

interface Cell {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** Reads what a chart draws from the cells as they are now; hidden rows or columns count as its options say. */
export function chartData(workbook: Workbook, chart: Chart): ChartData {
  const lines = chartLines(chart, {
    clip: (area) => {
      const { rows, columns } = workbook.shown(workbook.sheet(area.sheet));
      return {
        ...area,
        bottom: Math.min(area.bottom, Math.max(area.top, rows - 1)),
        right: Math.min(area.right, Math.max(area.left, columns - 1)),
      };
    },
    text: (id, row, column) => workbook.displayAt(workbook.sheet(id), row, column),
  });
  const domain = lines.length > 1 ? lines[0] : undefined;
  const rest = domain ? lines.slice(1) : lines;
  const places = (domain ?? rest[0])?.values;
  if (!places) return { categories: [], positions: [], series: [] };
  const seen = visible(workbook, chart, places);
  const cellsOf = (area: Area) => seen.map((offset) => cellAt(area, chart.transposed, offset));
  const domainCells = domain ? cellsOf(domain.values) : [];
  const show = ({ sheet, row, column }: Cell) => workbook.displayAt(workbook.sheet(sheet), row, column);
  const series = rest.map((line, index) => seriesOf(workbook, chart, line.name, cellsOf(line.values), index));
  const filled = seen.findLastIndex(
    (_, at) =>
      series.some(({ values }) => values[at] !== null) ||
      (domainCells[at] !== undefined && show(domainCells[at]) !== ''),
  );
  const upTo = <T>(items: readonly T[]) => items.slice(0, filled + 1);
  return {
    categories: domain ? upTo(domainCells).map(show) : upTo(seen).map((_, at) => String(at + 1)),
    positions: domain ? upTo(domainCells).map((cell) => numberAt(workbook, cell)) : upTo(seen).map((_, at) => at + 1),
    series: series.map((one) => ({ ...one, values: upTo(one.values) })),
  };
}

/** Steps along a line of data whose rows (or columns, if it is transposed) are seen. */
function visible(workbook: Workbook, { transposed, hiddenStrategy }: Chart, area: Area): number[] {
  const axis = transposed ? 'columns' : 'rows';
  const ignored = hiddenStrategy === 'IGNORE_BOTH' || hiddenStrategy === `IGNORE_${axis.toUpperCase()}`;
  const hidden = ignored ? hiddenLines(workbook.sheet(area.sheet), axis) : new Set<number>();
  const [first, last] = transposed ? [area.left, area.right] : [area.top, area.bottom];
  const steps = Array.from({ length: Math.min(MOST, last - first + 1) }, (_, step) => step);
  return steps.filter((step) => !hidden.has(first + step));
}

function cellAt({ sheet, top, left }: Area, transposed: boolean, step: number): Cell {
  return transposed ? { sheet, row: top, column: left + step } : { sheet, row: top + step, column: left };
}

function numberAt(workbook: Workbook, { sheet, row, column }: Cell): number | null {
  const value = workbook.valueAt(workbook.sheet(sheet), row, column);
  return typeof value === 'number' ? value : null;
}

function seriesOf(workbook: Workbook, chart: Chart, name: string, cells: readonly Cell[], index: number): Series {
  const own = (key: string) => option(chart, `series.${index}.${key}`);
  const values = cells.map((cell) => numberAt(workbook, cell));
  const first = cells[values.findIndex((value) => value !== null)];
  const colors = option(chart, 'colors');
  const color = own('color') ?? (Array.isArray(colors) ? colors[index] : undefined);
  const kind = own('type');
  return {
    name,
    values,
    numberFormat: first ? workbook.numberFormat(first.sheet, first.row, first.column) : 'General',
    color: typeof color === 'string' ? color : undefined,
    isLabelled: own('dataLabel') === 'value',
    isSecond: Number(own('targetAxisIndex') ?? 0) === 1,
    kind: typeof kind === 'string' ? kind : undefined,
    inLegend: own('visibleInLegend') !== false && name !== '' && !isInvisible(color),
  };
}

/** True for the colour of a series that is only there to hold others up. */
export function isInvisible(color: unknown): boolean {
  return typeof color === 'string' && (/^(none|transparent)$/i.test(color) || /^#[0-9a-f]{6}00$/i.test(color));
}
