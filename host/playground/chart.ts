import { type EChartsOption, init } from 'echarts';
import { option } from '../files/xlsx-chart';
import { displayText } from '../workbook/display';
import type { Sheet } from '../workbook/sheet';
import type { Chart } from '../workbook/types';
import type { Workbook } from '../workbook/workbook';
import { categoryAxis, valueAxis } from './chart-axes';
import { type ChartData, chartData, isInvisible, type Series } from './chart-data';
import { FONT, frameOf, gridOf, INK, legendPlace, sizeOf } from './chart-frame';
import type { DrawnChart } from './protocol';

/** All charts of a sheet as SVG pictures. */
export function drawCharts(workbook: Workbook, sheet: Sheet): DrawnChart[] {
  return sheet.charts.map((chart) => {
    const { row, column, x, y } = chart.anchor;
    const { width, height } = sizeOf(chart);
    const title = String(option(chart, 'title') ?? '');
    return { id: chart.id, row, column, x, y, width, height, title, svg: drawChart(workbook, chart) };
  });
}

/** A chart as SVG, drawn from the cells as they are now. */
export function drawChart(workbook: Workbook, chart: Chart): string {
  const picture = init(null, null, { renderer: 'svg', ssr: true, ...sizeOf(chart) });
  try {
    const data = chartData(workbook, chart);
    const plot = plotOf(chart, data, workbook.locale);
    picture.setOption({ ...frameOf(chart, plot.series ? namesOf(chart, data) : []), ...plot });
    return plain(picture.renderToSVGString());
  } finally {
    picture.dispose();
  }
}

/** What the legend lists: the slices of a pie, else the series. */
function namesOf({ type }: Chart, { categories, series }: ChartData): readonly string[] {
  return type === 'PIE' ? categories : series.filter(({ inLegend }) => inLegend).map(({ name }) => name);
}

/** The picture without what only a live page would use: styles under the pointer, and marks for scripts. */
function plain(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .trim();
}

/** How series of each type of chart are drawn; types that are missing are not drawn at all. */
const KINDS: Readonly<Record<string, 'bars' | 'line' | 'area' | 'pie' | 'points' | 'histogram'>> = {
  AREA: 'area',
  STEPPED_AREA: 'area',
  BAR: 'bars',
  COLUMN: 'bars',
  COMBO: 'bars',
  HISTOGRAM: 'histogram',
  LINE: 'line',
  PIE: 'pie',
  SCATTER: 'points',
  SPARKLINE: 'line',
  TIMELINE: 'line',
};

function plotOf(chart: Chart, data: ChartData, locale: string): EChartsOption {
  const kind = KINDS[chart.type];
  const drawn = data.series.some(({ values }) => values.some((value) => value !== null));
  if (!kind) return sentence(`Charts of the type ${chart.type} are not drawn here.`);
  if (!drawn) return sentence('No data');
  if (kind === 'pie') return pieOf(chart, data, locale);
  if (kind === 'histogram') return plotOf({ ...chart, type: 'COLUMN' }, histogramOf(chart, data), locale);
  return kind === 'points' ? pointsOf(chart, data, locale) : axesOf(chart, data, locale);
}

function sentence(text: string): EChartsOption {
  const style = { text, fill: INK, font: `13px ${FONT}` };
  return { graphic: { type: 'text', left: 'center', top: 'middle', style } };
}

function pieOf(chart: Chart, { categories, series }: ChartData, locale: string): EChartsOption {
  const { values = [], numberFormat = 'General' } = series[0] ?? {};
  const hole = Math.min(0.9, Math.max(0, Number(option(chart, 'pieHole') ?? 0) || 0));
  const colors = option(chart, 'colors');
  const isValue = option(chart, 'pieSliceText') === 'value';
  const total = values.reduce<number>((sum, value) => sum + Math.max(0, value ?? 0), 0);
  const data = values.map((value, index) => ({
    name: categories[index] ?? '',
    value: Math.max(0, value ?? 0),
    ...(Array.isArray(colors) && typeof colors[index] === 'string' && { itemStyle: { color: colors[index] } }),
  }));
  return {
    series: [
      {
        type: 'pie',
        radius: [`${hole * 68}%`, '68%'],
        center: legendPlace(chart) === 'right' ? ['40%', '55%'] : ['50%', '55%'],
        data,
        itemStyle: { borderColor: '#ffffff', borderWidth: 1 },
        label: {
          position: 'inside',
          color: '#ffffff',
          formatter: ({ value }) => {
            const share = total === 0 ? 0 : Number(value) / total;
            if (isValue) return displayText(Number(value), numberFormat, locale);
            return share < 0.04 ? '' : displayText(share, '0.0%', locale);
          },
        },
      },
    ],
  };
}

/** Counts of values in equally wide classes, as many as Sturges' rule says unless the chart says how wide they are. */
function histogramOf(chart: Chart, { series }: ChartData): ChartData {
  const values = series.flatMap((one) => one.values).filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const classes = Math.max(1, Math.ceil(Math.log2(values.length)) + 1);
  const asked = Number(option(chart, 'histogram.bucketSize'));
  const width = asked > 0 ? asked : (high - low) / classes || 1;
  const first = asked > 0 ? Math.floor(low / width) * width : low;
  const count = Math.min(200, Math.floor((high - first) / width) + (asked > 0 || high === low ? 1 : 0));
  const counts = Array.from({ length: count }, () => 0);
  for (const value of values) {
    const place = Math.min(count - 1, Math.floor((value - first) / width));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const name = (index: number) => String(Number((first + index * width).toPrecision(6)));
  return {
    categories: counts.map((_, index) => `${name(index)}–${name(index + 1)}`),
    positions: counts.map((_, index) => first + index * width),
    series: [{ ...(series[0] as Series), values: counts, numberFormat: '0', isSecond: false, kind: undefined }],
  };
}

function pointsOf(chart: Chart, { positions, series }: ChartData, locale: string): EChartsOption {
  const size = Number(option(chart, 'pointSize') ?? 7);
  return {
    grid: gridOf(chart),
    xAxis: valueAxis(chart, 'hAxis', undefined, locale),
    yAxis: valueAxis(chart, 'vAxis', series[0], locale),
    series: series.map(({ name, values, color }) => ({
      type: 'scatter',
      name,
      symbolSize: size,
      ...(color && { itemStyle: { color: shown(color) } }),
      data: values.flatMap((value, index) => {
        const position = positions[index];
        return value === null || position === null || position === undefined ? [] : [[position, value]];
      }),
    })),
  };
}

const shown = (color: string): string => (isInvisible(color) ? 'transparent' : color);

function axesOf(chart: Chart, data: ChartData, locale: string): EChartsOption {
  const isLying = chart.type === 'BAR';
  const stacked = option(chart, 'isStacked');
  const isShare = stacked === 'percent' || stacked === 'relative';
  const stack = stacked && stacked !== 'false' ? 'all' : undefined;
  const series = isShare ? shares(data.series) : data.series;
  const [across, up] = isLying ? ['vAxis', 'hAxis'] : ['hAxis', 'vAxis'];
  const categories = categoryAxis(chart, across, data.categories);
  const format = isShare ? { numberFormat: '0%', values: [0.5] } : series.find(({ isSecond }) => !isSecond);
  const values = [valueAxis(chart, up, format, locale)];
  const second = series.find(({ isSecond }) => isSecond);
  if (second) values.push({ ...valueAxis(chart, 'vAxes.1', second, locale), splitLine: { show: false } });
  return {
    grid: gridOf(chart),
    ...(isLying ? { xAxis: values, yAxis: categories } : { xAxis: categories, yAxis: values }),
    series: series.map((one, index) => seriesOf(chart, one, { index, stack, isLying, locale })),
  } as EChartsOption;
}

/** Every value as its share of all series at its category. */
function shares(series: readonly Series[]): Series[] {
  const totals = (series[0]?.values ?? []).map((_, at) =>
    series.reduce((sum, { values }) => sum + Math.abs(values[at] ?? 0), 0),
  );
  return series.map((one) => ({
    ...one,
    numberFormat: '0%',
    values: one.values.map((value, at) => (value === null || !totals[at] ? null : value / totals[at])),
  }));
}

interface Drawing {
  readonly index: number;
  readonly stack: string | undefined;
  readonly isLying: boolean;
  readonly locale: string;
}

/** In a combo chart the first series is made of bars and the others of lines, unless they say otherwise. */
function kindOf(chart: Chart, { kind }: Series, index: number): string {
  if (chart.type !== 'COMBO') return KINDS[chart.type] ?? 'bars';
  const usual = option(chart, 'seriesType') ?? (index === 0 ? 'bars' : 'line');
  return kind ?? String(usual);
}

function seriesOf(chart: Chart, series: Series, { index, stack, isLying, locale }: Drawing): object {
  const { name, values, color, isLabelled, numberFormat, isSecond } = series;
  const kind = kindOf(chart, series, index);
  const isBar = kind === 'bars' || kind === 'columns';
  const pointSize = Number(option(chart, `series.${index}.pointSize`) ?? option(chart, 'pointSize') ?? 0);
  const width = Number(option(chart, `series.${index}.lineWidth`) ?? option(chart, 'lineWidth') ?? 2);
  const place = isBar && stack ? 'inside' : isLying ? 'right' : 'top';
  return {
    type: isBar ? 'bar' : 'line',
    name,
    data: values.map((value) => value ?? '-'),
    ...(isSecond && { yAxisIndex: 1 }),
    ...(stack && kind !== 'line' && { stack }),
    ...(color && { itemStyle: { color: shown(color) }, lineStyle: { color: shown(color), width } }),
    ...(isBar && { barCategoryGap: isLying ? '25%' : '35%', barGap: '0%', barMaxWidth: 80 }),
    ...(!isBar && {
      symbol: pointSize > 0 ? 'circle' : 'none',
      symbolSize: pointSize,
      smooth: option(chart, 'curveType') === 'function',
      smoothMonotone: 'x',
      step: chart.type === 'STEPPED_AREA' ? 'middle' : false,
      connectNulls: option(chart, 'interpolateNulls') === true,
    }),
    ...(kind === 'area' && { areaStyle: { opacity: 0.3, ...(color && { color: shown(color) }) } }),
    ...(isLabelled && {
      label: {
        show: true,
        position: place,
        ...(place !== 'inside' && { color: INK }),
        formatter: ({ value }: { value: unknown }) =>
          typeof value === 'number' ? displayText(value, numberFormat, locale) : '',
      },
    }),
  };
}
