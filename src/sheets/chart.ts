import { above, columnOf } from '../report/areas';
import type { Chart, Run } from '../report/model';
import { accent, ink } from './style';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The cells of a chart with the headings above them, as areas: the categories, then its series. */
export const chartAreas = ({ categories, series }: Chart): string[] =>
  [categories, ...series.map(({ cells }) => cells)].map(([first, last]: Run) => `${above(first)}:${last}`);

/** Draws charts over cells; `find` gives the range of an area. */
export function insertCharts(sheet: Sheet, charts: readonly Chart[], find: (area: string) => Range): void {
  for (const chart of charts) {
    const made = sheet.newChart();
    const builder = chart.kind === 'bar' ? made.asBarChart() : made.asColumnChart();
    for (const area of chartAreas(chart)) builder.addRange(find(area));
    if (chart.isStacked) builder.setStacked();
    const [x, y] = axesOf(chart);
    if (x) builder.setXAxisTitle(x);
    if (y) builder.setYAxisTitle(y);
    builder.setTitle(chart.title);
    builder.setColors(chart.series.map(({ color }) => color));
    builder.setLegendPosition(Charts.Position[namedSeries(chart) > 1 ? 'TOP' : 'NONE']);
    builder.setNumHeaders(1);
    builder.setMergeStrategy(Charts.ChartMergeStrategy.MERGE_COLUMNS);
    // The numbers behind the report are in a group that is closed.
    builder.setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH);
    for (const [name, value] of Object.entries(optionsOf(chart))) builder.setOption(name, value);
    const { row, column } = placeOf(chart.place.cell);
    sheet.insertChart(builder.setPosition(row, column, 0, 10).build());
  }
}

const namedSeries = ({ series }: Chart): number => series.filter(({ isHidden }) => !isHidden).length;

/** The titles of the axes below and at the side: bars lie. */
const axesOf = ({ kind, axes: { categories, values } }: Chart) =>
  kind === 'bar' ? [values, categories] : [categories, values];

function optionsOf({ kind, series, place }: Chart): Record<string, unknown> {
  const values = kind === 'bar' ? 'hAxis' : 'vAxis';
  return {
    titleTextStyle: { color: accent, fontSize: 13, bold: true },
    width: place.width,
    height: place.height,
    // Months are names here, not points on a line of time.
    treatLabelsAsText: true,
    useFirstColumnAsDomain: true,
    [`${values}.minValue`]: 0,
    'hAxis.textStyle': { color: ink, fontSize: 11 },
    'vAxis.textStyle': { color: ink, fontSize: 11 },
    // Bars carry their numbers themselves; where they do not start at the axis, its own would mislead.
    ...(kind === 'bar' && { [`${values}.textPosition`]: 'none', [`${values}.gridlines.count`]: 0 }),
    ...(kind === 'bar' &&
      Object.fromEntries(series.flatMap((one, at) => (one.isHidden ? [] : [[`series.${at}.dataLabel`, 'value']])))),
  };
}

function placeOf(cell: string): { row: number; column: number } {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return { row: Number(row), column: columnOf(letters) + 1 };
}
