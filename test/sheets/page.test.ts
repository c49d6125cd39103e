import { parseBlock } from '../../host/workbook/address';
import type { Chart, Scalar } from '../../host/workbook/types';
import type { Workbook } from '../../host/workbook/workbook';
import { dayText } from '../../src/sheets/style';
import { words } from '../../src/text/words';
import { makeReport } from '../support/reported';
import { openIn, opening, reportedFile, settingsTab, untouched } from './file';

const tab = untouched.tab;
const workbook = reportedFile();
const page = workbook.sheet(tab);

const option = ({ options }: Chart, name: string) => options[name];
const titles = (charts: readonly Chart[]) => charts.map((chart) => option(chart, 'title'));
const find = (text: string, from = 0) =>
  workbook.values(tab, 'A1:A900').findIndex(([value], row) => value === text && row >= from) + 1;

describe('a report on its tab', () => {
  test('is a page: without grid lines, its title on every page, as wide as landscape paper, the numbers behind it folded', () => {
    expect([page.gridLines, page.frozen]).toEqual([false, { rows: 1, columns: 0 }]);
    const { columns } = workbook.shown(page);
    const width = Array.from({ length: columns }, (_, at) => page.tracks.columns.size(at)).reduce((a, b) => a + b);
    expect(width).toBeLessThanOrEqual(1200);
    const [group, ...others] = page.tracks.rows.groups();
    expect(others).toEqual([]);
    expect(group).toMatchObject({ first: find(words.en.report.behind), collapsed: true });
  });

  test('says better and worse by sign and colour alike', () => {
    const rules = page.conditionalRules.map(({ condition, style }) => [condition?.criteria, style?.color]);
    expect(rules).toEqual([
      ['NUMBER_GREATER_THAN', '#0b6e6e'],
      ['NUMBER_LESS_THAN', '#b3261e'],
      ['NUMBER_GREATER_THAN', '#b3261e'],
      ['NUMBER_LESS_THAN', '#0b6e6e'],
      ['TEXT_STARTS_WITH', '#0b6e6e'],
      ['TEXT_STARTS_WITH', '#8a5a00'],
      ['TEXT_STARTS_WITH', '#b3261e'],
    ]);
    const { host, created } = makeReport({
      period: { start: '2025-07-01', end: '2025-12-31' },
      compare: 'previous',
      kpis: ['LEADS', 'LEAD_TO_CUSTOMER_RATE', 'LOST', 'SALES_CYCLE'],
    });
    const report = host.workbook.sheet(created.tab);
    const labels = host.workbook.values(created.tab, 'A1:A60').map(([label]) => label);
    const changeOf = (label: string) => host.workbook.displayAt(report, labels.indexOf(label), 3);
    expect(['Leads', 'Lead-to-customer rate', 'Lost deals', 'Sales cycle'].map(changeOf)).toEqual([
      '▲ +8.8%',
      '▽ -1.0 pp',
      '△ +63.6%',
      '▼ -3.5%',
    ]);
  });

  test.each([
    ['en_US', '1/5/2026'],
    ['en_GB', '05/01/2026'],
    ['pl_PL', '05.01.2026'],
    ['ru_RU', '05.01.2026'],
    ['xx', '2026-01-05'],
  ])('says on which day it was made as the locale %s writes days', (locale, expected) => {
    expect(dayText('2026-01-05', locale)).toBe(expected);
  });

  test('lets a reader choose from lists, and from nothing else', () => {
    const lists = [...page.validations.entries()].map(({ value }) => value);
    expect(lists.map(({ criteria, allowInvalid, values }) => [criteria, allowInvalid, values[0]])).toEqual([
      ['VALUE_IN_LIST', false, words.en.report.all],
      ['VALUE_IN_LIST', false, words.en.report.allReps],
      ['VALUE_IN_LIST', false, words.en.report.all],
    ]);
  });
});

describe('the charts of a report', () => {
  test.each(['en', 'pl', 'ru'] as const)('speak its language (%s)', (language) => {
    const { host, created } = makeReport({ period: { start: '2025-07-01', end: '2025-12-31' }, language });
    const { report } = words[language];
    expect(titles(host.workbook.sheet(created.tab).charts)).toEqual([
      report.chartLeads,
      report.chartDeals,
      report.chartCac,
      report.chartWins,
      report.chartMoney,
    ]);
  });

  test('cover no cell that shows anything, and do not overlap', () => {
    const covered = new Map<string, unknown>();
    for (const chart of page.charts)
      for (const cell of cellsBelow(workbook, chart)) {
        expect([cell, covered.get(cell)]).toEqual([cell, undefined]);
        covered.set(cell, option(chart, 'title'));
        const [row, column] = cell.split(',').map(Number) as [number, number];
        expect([cell, workbook.valueAt(page, row, column)]).toEqual([cell, null]);
      }
  });

  test('have a heading above every run of cells, and runs of one length', () => {
    for (const { ranges, headers } of page.charts) {
      expect(headers).toBe(1);
      expect(new Set(ranges.map(({ top, bottom }) => `${top} ${bottom}`)).size).toBe(1);
      for (const { top, left } of ranges) expect(typeof workbook.valueAt(page, top, left)).toBe('string');
    }
  });

  test('draw a funnel in the middle: what a bar lacks of the widest one is half before it', () => {
    const [funnel] = page.charts;
    const columns = (funnel as Chart).ranges.map((range) => columnOf(workbook, range));
    const [, spaces, reached] = columns as [Scalar[], number[], number[]];
    const widest = Math.max(...reached);
    expect(spaces).toEqual(reached.map((count) => (widest - count) / 2));
    expect((funnel as Chart).options).toMatchObject({ isStacked: true, colors: ['#ffffff', '#4aa39b'] });
  });
});

/** The cells that a chart lies over, as "row,column". */
function* cellsBelow({ sheets }: Workbook, { anchor, options }: Chart): Generator<string> {
  const sheet = sheets.find(({ charts }) => charts.some((one) => one.anchor === anchor)) as typeof page;
  const reach = (first: number, pixels: number, size: (at: number) => number) => {
    let last = first;
    for (let left = pixels - size(first); left > 0; left -= size(last)) last++;
    return last;
  };
  const bottom = reach(anchor.row, Number(options.height) + anchor.y, (row) => sheet.tracks.rows.size(row));
  const right = reach(anchor.column, Number(options.width) + anchor.x, (column) => sheet.tracks.columns.size(column));
  for (let row = anchor.row; row <= bottom; row++)
    for (let column = anchor.column; column <= right; column++) yield `${row},${column}`;
}

function columnOf(file: Workbook, { top, bottom, left }: Chart['ranges'][number]): Scalar[] {
  return Array.from({ length: bottom - top }, (_, at) => file.valueAt(page, top + 1 + at, left));
}

describe('what a person typed in a report', () => {
  const kept = (file: Workbook, name: string): string => {
    const row = file
      .values(tab, 'A1:B900')
      .findIndex(([text]) => typeof text === 'string' && text.startsWith(`kept:${name}`));
    return /\((.*)\)/.exec(file.formula(tab, `B${row + 1}`) ?? '')?.[1] ?? '';
  };

  test('is there again after a refresh, wherever rows and columns came in, and figures follow it', () => {
    const file = reportedFile();
    file.type(tab, kept(file, 'target:WIN_RATE'), '90%');
    file.type(tab, kept(file, 'start:'), '2025-10-01');
    file.type(tab, kept(file, 'filter:channel'), 'Paid search');
    file.type(tab, 'P20', 'Ask Ann');
    const sheet = file.sheet(tab);
    file.restructure(sheet, { kind: 'insert', axis: 'rows', at: 3, count: 2 });
    file.restructure(sheet, { kind: 'insert', axis: 'columns', at: 2, count: 1 });
    const label = file.value(tab, 'A22');
    const host = openIn(file);
    const { settings } = opening(host);
    const created = host.run('createReport', settings as never) as unknown as typeof untouched;
    const value = (name: string) => file.value(tab, kept(file, name));
    expect([value('target:WIN_RATE'), value('start:'), value('filter:channel')]).toEqual([0.9, 45_931, 'Paid search']);
    expect(created.cells.filter(({ cell, value: wanted }) => !isAlike(file.value(tab, cell), wanted))).toEqual([]);
    const notes = file.values(tab, 'L1:Z900').flatMap((row, at) => (row.includes('Ask Ann') ? [at + 1] : []));
    expect(notes.map((row) => file.value(tab, `A${row}`))).toEqual([label]);
    expect(parseBlock(kept(file, 'target:WIN_RATE'))?.left).toBe(5);
  });

  test('gives way to what the settings say anew', () => {
    const file = reportedFile();
    file.type(tab, kept(file, 'margin'), '30%');
    const host = openIn(file);
    const { settings } = opening(host);
    host.run('createReport', { ...settings, report: { ...settings.report, margin: 0.5 } } as never);
    expect(file.value(tab, kept(file, 'margin'))).toBe(0.5);
  });
});

const isAlike = (found: unknown, wanted: unknown): boolean =>
  typeof found === 'number' && typeof wanted === 'number'
    ? Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))
    : (found ?? '') === (wanted ?? '') || Number(found) === Number(wanted);

describe('a frozen report', () => {
  const file = reportedFile();
  const host = openIn(file);
  const shown = file.values(tab, 'A1:K400');
  host.run('freezeReport', '');

  test('shows the same figures and charts without a formula or a list, and says that it is frozen', () => {
    const sheet = file.sheet(tab);
    expect([...file.formulas(sheet.id)]).toEqual([]);
    expect([...sheet.validations.entries()]).toEqual([]);
    expect(sheet.charts).toHaveLength(5);
    const now = file.values(tab, 'A1:K400');
    const changed = now.flatMap((row, y) => row.filter((value, x) => (value ?? '') !== (shown[y]?.[x] ?? '')));
    expect(changed).toEqual([words.en.report.frozen.replace('{date}', '2026-01-15')]);
  });

  test('stays as it is while the next one is made on a tab of its own', () => {
    const before = file.values(tab, 'A1:K400');
    const { settings, reports } = opening(host);
    expect(reports).toMatchObject([{ name: '', tab: null }]);
    const created = host.run('createReport', settings as never) as unknown as typeof untouched;
    expect(created.tab).toBe(`${tab} (2)`);
    expect(file.values(tab, 'A1:K400')).toEqual(before);
  });

  test('is not taken for data', () => {
    const { tabs } = host.run('openWizard', true) as unknown as { tabs: { name: string }[] };
    expect(tabs.map(({ name }) => name)).toEqual(['Leads', 'Deals', 'Spend', 'Traffic']);
  });
});

test('a deleted report takes its tab along and leaves the settings', () => {
  const file = reportedFile();
  const host = openIn(file);
  expect(host.run('deleteReport', '')).toEqual({ tab });
  expect(file.sheets.map(({ name }) => name)).toEqual(['Leads', 'Deals', 'Spend', 'Traffic', settingsTab(file).name]);
  expect(opening(host)).toMatchObject({ isSaved: true, reports: [] });
});
