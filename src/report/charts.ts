import { words as allWords, fill } from '../text/words';
import { reference } from './figure';
import type { Chart, Run } from './model';
import { type Draft, number, type Row, rowHeight, widthsOf, words } from './page';
import type { Request } from './request';

/** Colours that a colour-blind reader tells apart, by hue and by lightness. */
const colors = { first: '#0b6e6e', second: '#e69f00', labelled: '#4aa39b' };

/** A chart before it has a place on the page, and the row below which it goes. */
interface Sketch extends Omit<Chart, 'place'> {
  readonly below: number;
  readonly height: number;
  /** Rows of numbers that only the chart needs. */
  readonly behind?: readonly Row[];
}

/** Rows with room for the charts over them, the charts, and the numbers that only they need. */
export function withCharts(
  rows: readonly Row[],
  request: Request,
): { rows: Row[]; behind: Row[]; charts: readonly Chart[] } {
  const page = labelled(rows);
  const sketches = [
    funnelChart('leads', page, request),
    funnelChart('deals', page, request),
    channelChart(page, request),
    ...monthCharts(page, request),
  ].flatMap((sketch) => sketch ?? []);
  const charts: Chart[] = [];
  const set = page.flatMap((row, at) => {
    const here = sketches.filter(({ below }) => below === at);
    if (here.length === 0) return [row];
    const room = roomFor(here, widthsOf(rows), charts.length);
    charts.push(...room.charts);
    return [row, ...room.rows];
  });
  return { rows: set, behind: sketches.flatMap(({ behind = [] }) => behind), charts };
}

/** The rows with an id on every label, so that a chart can name its categories. */
const labelled = (rows: readonly Row[]): Row[] =>
  rows.map((row, at) => {
    const [first, ...others] = row;
    return first && !first.id ? [{ ...first, id: `label:${at}` }, ...others] : row;
  });

/** Room for some charts beside each other, as far as the page is wide. */
function roomFor(
  sketches: readonly Sketch[],
  widths: readonly number[],
  from: number,
): { rows: Row[]; charts: Chart[] } {
  const page = widths.reduce((whole, width) => whole + width, 0);
  const top: (Draft | undefined)[] = [];
  const charts = sketches.map(({ below: _, behind: __, height, ...chart }, at) => {
    const column = columnAt((page * at) / sketches.length, widths);
    const next = columnAt((page * (at + 1)) / sketches.length, widths);
    const cell = `chart:${from + at}`;
    top[column] = { value: null, format: 'text', style: 'chart', id: cell };
    const width = widths.slice(column, next).reduce((whole, one) => whole + one, 0);
    return { ...chart, place: { cell, width: width - gap, height } };
  });
  const rows = Math.ceil(Math.max(...sketches.map(({ height }) => height + 2 * gap)) / rowHeight);
  const blank: Row = [{ value: null, format: 'text', style: 'chart' }];
  return { rows: [Array.from(top), ...Array<Row>(rows - 1).fill(blank)], charts };
}

/** Pixels between charts, and above and below them. */
const gap = 12;

/** The column that begins nearest to so many pixels from the left. */
function columnAt(pixels: number, widths: readonly number[]): number {
  let column = 0;
  for (let left = 0; column < widths.length && left + (widths[column] as number) / 2 < pixels; column++)
    left += widths[column] as number;
  return column;
}

/** Where the rows of a table stand: ids from 0 on, as `idOf` makes them. */
function tableAt(rows: readonly Row[], idOf: (at: number) => string): { first: number; count: number } | undefined {
  const rowOf = (at: number) => rows.findIndex((row) => row.some((draft) => draft?.id === idOf(at)));
  const first = rowOf(0);
  let count = first < 0 ? 0 : 1;
  while (count > 0 && rows[first + count]?.some((draft) => draft?.id === idOf(count))) count++;
  return count < 2 ? undefined : { first, count };
}

/** The last row of the block that a row stands in. */
function endOf(rows: readonly Row[], at: number): number {
  let end = at;
  while ((rows[end + 1] ?? []).some(Boolean)) end++;
  return end;
}

/** The labels of a table's rows. */
const labelsOf = (rows: readonly Row[], first: number, count: number): Run => [
  rows[first]?.[0]?.id as string,
  rows[first + count - 1]?.[0]?.id as string,
];

/** A funnel: bars in the middle of the page, each upon an invisible one that is half of what is missing. */
function funnelChart(of: 'leads' | 'deals', rows: readonly Row[], { language }: Request): Sketch | undefined {
  const { report } = allWords[language];
  const idOf = (at: number, column = 'reached') => `funnel:${of}:${at}:${column}`;
  const table = tableAt(rows, idOf);
  if (!table) return undefined;
  const { first, count } = table;
  const title = of === 'leads' ? report.chartLeads : report.chartDeals;
  const reached = Array.from({ length: count }, (_, at) => {
    const value = rows[first + at]?.find((draft) => draft?.id === idOf(at))?.value;
    return typeof value === 'number' ? value : 0;
  });
  const most = Math.max(...reached);
  const id = (column: string, at: number) => `chart:${of}:${column}:${at}`;
  const widest = `MAX(${reference(idOf(0))}:${reference(idOf(count - 1))})`;
  const behind = reached.map(
    (value, at): Row => [
      { ...words(String(rows[first + at]?.[0]?.value ?? ''), 'muted'), id: id('stage', at) },
      {
        value: (most - value) / 2,
        formula: `=(${widest}-N(${reference(idOf(at))}))/2`,
        format: 'days',
        style: 'muted',
        id: id('spacer', at),
      },
      { value, formula: `=N(${reference(idOf(at))})`, format: 'count', style: 'muted', id: id('reached', at) },
    ],
  );
  const run = (column: string): Run => [id(column, 0), id(column, count - 1)];
  return {
    kind: 'bar',
    isStacked: true,
    title,
    axes: { categories: report.stage },
    categories: run('stage'),
    series: [
      { cells: run('spacer'), color: '#ffffff', isHidden: true },
      { cells: run('reached'), color: colors.labelled },
    ],
    below: endOf(rows, first + count - 1),
    height: 50 + 28 * count,
    behind: [[words(title, 'heading'), words(report.spacer, 'heading'), words(report.reached, 'heading')], ...behind],
  };
}

/** Charts have room for so many bars. */
const mostBars = 15;

/** What a customer costs, by channel: those of which that is known. */
function channelChart(rows: readonly Row[], { language }: Request): Sketch | undefined {
  const { report } = allWords[language];
  const idOf = (at: number) => `channel:${at}:cac`;
  const table = tableAt(rows, idOf);
  if (!table) return undefined;
  const { first, count } = table;
  const known = rows.slice(first, first + count).flatMap(([label, ...cells], at) => {
    const value = cells.find((draft) => draft?.id === idOf(at))?.value;
    return label && typeof value === 'number' ? [{ label, cost: { value, formula: reference(idOf(at)) } }] : [];
  });
  if (known.length === 0) return undefined;
  const shown = known.slice(0, mostBars);
  const id = (column: string, at: number) => `chart:cac:${column}:${at}`;
  const run = (column: string): Run => [id(column, 0), id(column, shown.length - 1)];
  return {
    kind: 'bar',
    title: report.chartCac,
    axes: { categories: report.channel, values: 'CAC' },
    categories: run('channel'),
    series: [{ cells: run('cost'), color: colors.labelled }],
    below: endOf(rows, first + count - 1),
    height: 90 + 24 * shown.length,
    behind: [
      [words(report.chartCac, 'heading'), words('CAC', 'heading')],
      ...shown.map(
        ({ label, cost }, at): Row => [
          {
            ...words(String(label.value), 'muted'),
            id: id('channel', at),
            ...(label.formula && { formula: `=${reference(label.id as string)}` }),
          },
          number(cost, 'cents', id('cost', at), 'muted'),
        ],
      ),
    ],
  };
}

/** Leads and wins, and what they brought and cost, month by month. */
function monthCharts(rows: readonly Row[], { language }: Request): Sketch[] {
  const { report, columns } = allWords[language];
  const table = tableAt(rows, (at) => `month:${at}`);
  if (!table) return [];
  const { first, count } = table;
  const sketch = (title: string, values: string, ...keys: readonly (keyof typeof columns)[]): Sketch[] => {
    const [key, ...others] = keys.filter((one) => rows[first]?.some((draft) => draft?.id === `month:0:${one}`));
    if (key === undefined) return [];
    return [
      {
        kind: 'column',
        title: others.length > 0 ? title : fill(report.chartMonths, { what: columns[key] }),
        axes: { categories: report.month, values },
        categories: labelsOf(rows, first, count),
        series: [key, ...others].map((one, at) => ({
          cells: [`month:0:${one}`, `month:${count - 1}:${one}`],
          color: at === 0 ? colors.first : colors.second,
        })),
        // Above the table, which ends in rows that may be blank.
        below: first - 2,
        height: 276,
      },
    ];
  };
  return [
    ...sketch(report.chartWins, report.number, 'leads', 'won'),
    ...sketch(report.chartMoney, report.amount, 'revenue', 'spend'),
  ];
}
