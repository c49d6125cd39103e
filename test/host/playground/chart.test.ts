import { drawChart, drawCharts } from '../../../host/playground/chart';
import type { Area, Chart } from '../../../host/workbook/types';
import { createWorkbook } from '../../../host/workbook/workbook';

/** Months with leads, wins and revenue in A1:D4. */
function months() {
  const workbook = createWorkbook({ name: 'Test', locale: 'en_US', timeZone: 'Etc/UTC', sheets: ['Data'] });
  const rows = [
    ['Month', 'Leads', 'Won', 'Revenue'],
    ['Jan', 40, 10, 5000],
    ['Feb', 30, null, 7000],
    ['Mar', 20, 12, 9000],
  ];
  const sheet = workbook.sheet('Data');
  workbook.write(
    sheet,
    0,
    0,
    rows.map((row) => row.map((value) => ({ value }))),
  );
  workbook.setNumberFormats(sheet, { top: 1, left: 3, bottom: 3, right: 3 }, () => '$#,##0');
  return { workbook, sheet };
}

const area = (top: number, left: number, bottom: number, right: number): Area => ({
  sheet: 0,
  top,
  left,
  bottom,
  right,
});

function chart(type: string, ranges: Area[], options: Chart['options'] = {}, more: Partial<Chart> = {}): Chart {
  const usual = { headers: 1, transposed: false, mergeStrategy: 'MERGE_COLUMNS', hiddenStrategy: 'IGNORE_BOTH' };
  return { id: 1, type, ranges, options, anchor: { row: 4, column: 1, x: 2, y: 3 }, ...usual, ...more };
}

const count = (svg: string, pattern: RegExp) => svg.match(pattern)?.length ?? 0;
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const filled = (svg: string, color: string) => count(svg, new RegExp(`fill="${color}"`, 'g'));

test.each([
  ['COLUMN', 2, 5],
  ['BAR', 2, 5],
  ['SCATTER', 2, 2],
])('a %s chart has a mark for every number, in the colours of its series', (type, series, marks) => {
  const { workbook } = months();
  const options = { colors: ['#112233', '#445566'], 'legend.position': 'none' };
  const svg = drawChart(workbook, chart(type, [area(0, type === 'SCATTER' ? 1 : 0, 3, 2)], options));
  expect(filled(svg, '#112233') + filled(svg, '#445566')).toBe(marks);
  expect(series).toBe(2);
});

test.each(['LINE', 'AREA', 'STEPPED_AREA', 'TIMELINE'])('a %s chart draws a line for every series', (type) => {
  const { workbook } = months();
  const svg = drawChart(workbook, chart(type, [area(0, 0, 3, 2)], { colors: ['#112233', '#445566'] }));
  expect(svg).toMatch(/stroke="#112233"/);
  expect(svg).toMatch(/stroke="#445566"/);
});

test('a COMBO chart has bars first and then lines, each on the axis that it asks for', () => {
  const { workbook } = months();
  const options = { colors: ['#112233', '#445566'], 'series.1.targetAxisIndex': 1, 'legend.position': 'none' };
  const svg = drawChart(workbook, chart('COMBO', [area(0, 0, 3, 1), area(0, 3, 3, 3)], options));
  expect(filled(svg, '#112233')).toBe(3);
  expect(svg).toMatch(/fill="none"[^>]*stroke="#445566"/);
  expect(texts(svg)).toEqual(expect.arrayContaining(['$10,000', '40']));
});

test('a PIE chart has a slice and a name for every category, and shares', () => {
  const { workbook } = months();
  const options = { colors: ['#112233', '#445566', '#778899'], pieHole: 0.5 };
  const svg = drawChart(workbook, chart('PIE', [area(0, 0, 3, 1)], options));
  expect(texts(svg)).toEqual(expect.arrayContaining(['Jan', 'Feb', 'Mar', '44.4%', '33.3%', '22.2%']));
});

test('a HISTOGRAM counts values in classes', () => {
  const { workbook } = months();
  const options = { 'histogram.bucketSize': 10, 'legend.position': 'none' };
  const svg = drawChart(workbook, chart('HISTOGRAM', [area(0, 1, 3, 1)], options));
  expect(texts(svg)).toEqual(expect.arrayContaining(['20–30', '30–40', '40–50']));
});

test('a funnel stands on bars that are not seen, in no legend either', () => {
  const { workbook, sheet } = months();
  workbook.write(sheet, 0, 5, [[{ value: 'Stage' }, { value: 'Spacer' }, { value: 'Reached' }]]);
  workbook.write(sheet, 1, 5, [
    [{ value: 'New' }, { value: 0 }, { value: 10 }],
    [{ value: 'Won' }, { value: 4 }, { value: 2 }],
  ]);
  const options = { isStacked: true, colors: ['transparent', '#4aa39b'], 'series.1.dataLabel': 'value' };
  const svg = drawChart(workbook, chart('BAR', [area(0, 5, 2, 7)], options));
  expect(texts(svg)).toEqual(expect.arrayContaining(['Reached', 'New', 'Won', '10', '2']));
  expect(texts(svg)).not.toContain('Spacer');
  const bars = [...svg.matchAll(/<path d="M([\d.]+) ([\d.]+)[^"]*" fill="#4aa39b"/g)].map(([, x]) => Number(x));
  expect(bars[1]).toBeGreaterThan(bars[0] as number);
});

test('bars are listed from the top down', () => {
  const { workbook } = months();
  const svg = drawChart(workbook, chart('BAR', [area(0, 0, 3, 1)]));
  const heights = ['Jan', 'Feb', 'Mar'].map((name) =>
    Number(new RegExp(`translate\\([\\d.]+ ([\\d.]+)\\)"[^>]*>${name}<`).exec(svg)?.[1]),
  );
  expect(heights).toEqual([...heights].sort((one, other) => one - other));
});

test('shares of a whole add up to 100 %', () => {
  const { workbook } = months();
  const svg = drawChart(workbook, chart('COLUMN', [area(0, 0, 3, 2)], { isStacked: 'percent' }));
  expect(texts(svg)).toEqual(expect.arrayContaining(['0%', '100%']));
});

test('titles of chart and axes are written, and numbers in the format of their cells', () => {
  const { workbook } = months();
  const options = { title: 'Revenue by month', 'hAxis.title': 'Month', 'vAxis.title': 'Amount' };
  const svg = drawChart(workbook, chart('COLUMN', [area(0, 0, 3, 0), area(0, 3, 3, 3)], options));
  expect(texts(svg)).toEqual(expect.arrayContaining(['Revenue by month', 'Month', 'Amount', 'Jan', '$10,000']));
});

test('hidden rows are left out unless the chart shows them', () => {
  const { workbook, sheet } = months();
  sheet.tracks.rows.hide(2, true);
  expect(texts(drawChart(workbook, chart('COLUMN', [area(0, 0, 3, 1)])))).not.toContain('Feb');
  const shown = chart('COLUMN', [area(0, 0, 3, 1)], {}, { hiddenStrategy: 'SHOW_BOTH' });
  expect(texts(drawChart(workbook, shown))).toContain('Feb');
});

test('rows can be series', () => {
  const { workbook } = months();
  const svg = drawChart(workbook, chart('COLUMN', [area(0, 0, 2, 2)], {}, { transposed: true }));
  expect(texts(svg)).toEqual(expect.arrayContaining(['Jan', 'Feb', 'Leads', 'Won']));
});

test('a chart follows the cells', () => {
  const { workbook } = months();
  const drawn = chart('COLUMN', [area(0, 0, 3, 1)]);
  const before = drawChart(workbook, drawn);
  workbook.type('Data', 'A2', 'January');
  expect(texts(before)).toContain('Jan');
  expect(texts(drawChart(workbook, drawn))).toContain('January');
});

test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&amp;</text>', '<style>*{}</style>', ']]>'])(
  'text from cells is text in the picture: %s',
  (text) => {
    const { workbook, sheet } = months();
    workbook.write(sheet, 0, 0, [[{ value: text }, { value: text }]]);
    workbook.write(sheet, 1, 0, [[{ value: text }]]);
    const svg = drawChart(workbook, chart('COLUMN', [area(0, 0, 3, 2)], { title: text, 'hAxis.title': text }));
    const escaped = text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;');
    expect(texts(svg)).toContain(escaped);
    const tags = svg.match(/<[^>]*>/g)?.join('');
    expect(tags).not.toMatch(/<(script|img|style|foreignObject|a|image)\b|\son\w+=|href=/);
  },
);

test.each([
  ['a type that is not drawn', chart('GAUGE', [area(0, 0, 3, 1)]), 'Charts of the type GAUGE are not drawn here.'],
  ['no numbers', chart('COLUMN', [area(10, 0, 20, 1)]), 'No data'],
  ['one text', chart('PIE', [area(0, 0, 0, 0)]), 'No data'],
])('%s gives a sentence in its place', (_, drawn, sentence) => {
  expect(texts(drawChart(months().workbook, drawn))).toContain(sentence);
});

test('a picture knows where it lies and how large it is, within reason', () => {
  const { workbook, sheet } = months();
  sheet.charts = [
    chart('COLUMN', [area(0, 0, 3, 1)], { title: 'One', width: 300, height: 200 }),
    chart('COLUMN', [area(0, 0, 3, 1)], { width: 1e9, height: 'tall' }),
  ];
  const [one, two] = drawCharts(workbook, sheet);
  expect(one).toMatchObject({ row: 4, column: 1, x: 2, y: 3, width: 300, height: 200, title: 'One' });
  expect(two).toMatchObject({ width: 4000, height: 371, title: '' });
  expect(one?.svg).toMatch(/^<svg width="300" height="200"/);
});
