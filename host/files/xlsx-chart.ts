import type { ChartSeries, SheetChart } from 'hucre';
import type { Block } from '../workbook/address';
import type { Area, Chart } from '../workbook/types';
import { DEFAULT_FONT } from './xlsx-style';

/** What a chart needs to know of the workbook that it stands in. */
export interface ChartSurroundings {
  /** An absolute reference with its sheet. */
  reference(area: Area): string;
  /** The part of a block that lies on its sheet. */
  clip(area: Area): Block;
  /** What a cell shows. */
  text(sheet: number, row: number, column: number): string;
  /** Width of a column and height of a row of the chart's sheet, in pixels. */
  width(column: number): number;
  height(row: number): number;
}

const KINDS: Record<string, SheetChart['type']> = {
  AREA: 'area',
  STEPPED_AREA: 'area',
  BAR: 'bar',
  COLUMN: 'column',
  COMBO: 'column',
  HISTOGRAM: 'column',
  LINE: 'line',
  PIE: 'pie',
  SCATTER: 'scatter',
};

/** A chart in the terms of an .xlsx file; undefined for the kinds that it does not know (tables, gauges, maps). */
export function xlsxChart(chart: Chart, around: ChartSurroundings): SheetChart | undefined {
  const kind = KINDS[chart.type];
  const series = chartSeries(chart, around);
  if (!kind || series.length === 0) return undefined;
  const hole = Number(option(chart, 'pieHole') ?? 0);
  const title = text(chart, 'title');
  return {
    type: kind === 'pie' && hole > 0 ? 'doughnut' : kind,
    ...(kind === 'pie' && hole > 0 && { holeSize: Math.round(hole * 100) }),
    series,
    anchor: chartAnchor(chart, around),
    ...(title && { title, altText: title, ...titleStyle(chart) }),
    legend: legendPlace(chart),
    legendFontSize: TEXT_SIZE,
    legendFontFamily: DEFAULT_FONT.name,
    ...grouping(chart, kind),
    ...((kind === 'bar' || kind === 'column') && { gapWidth: 45 }),
    plotVisOnly: chart.hiddenStrategy !== 'SHOW_BOTH',
    chartSpaceBorderColor: INVISIBLE,
    axes: axes(chart, kind),
  };
}

const TEXT_SIZE = 9;

/** The title as it was styled; sizes are pixels in Google's charts and points in a file. */
function titleStyle(chart: Chart): Partial<SheetChart> {
  const style = option(chart, 'titleTextStyle') as { color?: string; fontSize?: number; bold?: boolean } | undefined;
  return {
    titleFontSize: Math.round((style?.fontSize ?? 16) * 0.85),
    titleBold: style?.bold ?? false,
    titleFontFamily: DEFAULT_FONT.name,
    ...(style?.color && { titleColor: hexOf(style.color) }),
  };
}

const hexOf = (color: string): string => color.replace('#', '').toUpperCase();

/** An option by its dotted name, whether it was set flat ("legend.position") or nested. */
export function option({ options }: Pick<Chart, 'options'>, name: string): unknown {
  if (name in options) return options[name];
  let value: unknown = options;
  for (const key of name.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function text(chart: Chart, name: string): string | undefined {
  const value = option(chart, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** One column of a chart's data, or one row if it is transposed: the header cells and the cells below. */
export interface ChartLine {
  readonly name: string;
  readonly values: Area;
}

/** The data of a chart in order: what its ranges hold, cut into columns or rows. */
export function chartLines(chart: Chart, around: Pick<ChartSurroundings, 'clip' | 'text'>): ChartLine[] {
  return chart.ranges.flatMap((range) => {
    const block = around.clip(range);
    const sheet = range.sheet;
    const lines: ChartLine[] = [];
    const [first, last] = chart.transposed ? [block.top, block.bottom] : [block.left, block.right];
    for (let index = first; index <= last; index++) {
      const name: string[] = [];
      for (let header = 0; header < chart.headers; header++) {
        const [row, column] = chart.transposed ? [index, block.left + header] : [block.top + header, index];
        name.push(around.text(sheet, row, column));
      }
      const values = chart.transposed
        ? { ...block, sheet, top: index, bottom: index, left: block.left + chart.headers }
        : { ...block, sheet, left: index, right: index, top: block.top + chart.headers };
      lines.push({ name: name.join(' ').trim(), values });
    }
    return lines;
  });
}

function chartSeries(chart: Chart, around: ChartSurroundings): ChartSeries[] {
  const lines = chartLines(chart, around);
  const [domain, ...rest] = lines;
  const data = rest.length > 0 ? rest : lines;
  return data.map(({ name, values }, index) => {
    const color = seriesColor(chart, index);
    return {
      ...(name && { name }),
      values: around.reference(values),
      ...(domain && rest.length > 0 && { categories: around.reference(domain.values) }),
      ...(color && { color }),
      ...(option(chart, `series.${index}.dataLabel`) === 'value' && {
        dataLabels: { showValue: true, fontSize: TEXT_SIZE, fontFamily: DEFAULT_FONT.name },
      }),
    };
  });
}

/** An invisible series (the spacer of a funnel) is drawn in white: charts stand on white. */
const INVISIBLE = 'FFFFFF';

function seriesColor(chart: Chart, index: number): string | undefined {
  const colors = option(chart, 'colors');
  const own = text(chart, `series.${index}.color`) ?? (Array.isArray(colors) ? (colors[index] as unknown) : undefined);
  if (typeof own !== 'string') return undefined;
  return /^#[0-9a-f]{6}$/i.test(own) ? own.slice(1).toUpperCase() : INVISIBLE;
}

function grouping(chart: Chart, kind: SheetChart['type']): Partial<SheetChart> {
  const stacked = option(chart, 'isStacked');
  const style = stacked === 'percent' || stacked === 'relative' ? 'percentStacked' : 'stacked';
  if (!stacked || stacked === 'false') return {};
  if (kind === 'bar' || kind === 'column') return { barGrouping: style, overlap: 100 };
  if (kind === 'area') return { areaGrouping: style };
  return {};
}

function legendPlace(chart: Chart): NonNullable<SheetChart['legend']> {
  const place = (text(chart, 'legend.position') ?? text(chart, 'legend') ?? 'right').toLowerCase();
  if (place === 'none') return false;
  return place === 'top' || place === 'bottom' || place === 'left' ? place : 'right';
}

function axes(chart: Chart, kind: SheetChart['type']): NonNullable<SheetChart['axes']> {
  // Google calls the axis at the side vertical, also where bars lie; a file speaks of categories and values.
  const [categories, values] = kind === 'bar' ? ['vAxis', 'hAxis'] : ['hAxis', 'vAxis'];
  const x = text(chart, `${categories}.title`);
  const y = text(chart, `${values}.title`);
  const format = text(chart, `${values}.format`);
  const ticks = {
    majorTickMark: 'none',
    minorTickMark: 'none',
    labelFontSize: TEXT_SIZE,
    labelFontFamily: DEFAULT_FONT.name,
    axisTitleFontSize: TEXT_SIZE,
    axisTitleBold: false,
    axisTitleFontFamily: DEFAULT_FONT.name,
  } as const;
  const isBare = text(chart, `${values}.textPosition`) === 'none';
  return {
    // Bars are drawn from the bottom up in a file, and from the top down in Google Sheets.
    x: { ...ticks, ...(x && { title: x }), ...(kind === 'bar' && { reverse: true }) },
    y: {
      ...ticks,
      ...(y && { title: y }),
      ...(kind === 'bar' && { crosses: 'max' }),
      ...(isBare && { tickLblPos: 'none' }),
      // A file has them in black, which shouts down the data.
      gridlines: { major: false },
      ...(format && { numberFormat: { formatCode: format === 'percent' ? '0%' : format } }),
    },
  };
}

const DEFAULT_SIZE = { width: 600, height: 371 };

function chartAnchor(chart: Chart, around: ChartSurroundings): SheetChart['anchor'] {
  const { row, column, x, y } = chart.anchor;
  const width = Number(option(chart, 'width') ?? DEFAULT_SIZE.width);
  const height = Number(option(chart, 'height') ?? DEFAULT_SIZE.height);
  return {
    from: { row, col: column },
    to: { row: lineAfter(row, y + height, around.height), col: lineAfter(column, x + width, around.width) },
  };
}

function lineAfter(first: number, pixels: number, size: (index: number) => number): number {
  let index = first;
  for (let rest = pixels; rest > 0 && index < first + 1000; index++) rest -= size(index);
  return index;
}
