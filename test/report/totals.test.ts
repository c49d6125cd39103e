import type { Settings } from '../../src/data/settings';
import { findTotals } from '../../src/data/totals';
import { liveCells, reportOn, workbookWith } from '../support/built-report';
import { describeWithLibreOffice, recalculateWorkbook } from '../support/libreoffice';
import { differences } from '../support/reported';
import { mappingsOf, type SmallTab, smallSettings } from '../support/small-company';

const fields = ['date', 'channel', 'campaign', 'amount', 'clicks'];
type Row = SmallTab['rows'][number];

const records: readonly Row[] = [
  ['2025-06-01', 'Google Ads', 'Brand', 100, 10],
  ['2025-06-01', 'Facebook', 'Spring', 50, 20],
  ['2025-07-01', 'Google Ads', 'Brand', 200, 30],
  ['2025-07-01', 'Facebook', 'Spring', 80, 5],
];
const [june, july] = [records.slice(0, 2), records.slice(2)];

function reportWith(rows: readonly Row[], period: Settings['report']['period'] = {}, leads: readonly Row[] = []) {
  const told = ['created', 'source', 'status'];
  const spend = { tab: 'Spend', fields, headers: fields, rows } as SmallTab;
  const tabs = {
    spend,
    ...(leads.length > 0 && { leads: { tab: 'Leads', fields: told, headers: told, rows: leads } as SmallTab }),
  };
  const settings = smallSettings('en');
  const report = { ...settings.report, period };
  return { tabs, ...reportOn(tabs, { ...settings, channels: [], datasets: mappingsOf(tabs), report }) };
}

const totalsOf = (word: string): Row[] => [
  ...june,
  ['2025-06-01', word, null, 150, 30],
  ...july,
  ['2025-07-01', word, null, 280, 35],
];

const without: readonly [string, readonly Row[]][] = [
  ['called “Total”, month by month', totalsOf('Total')],
  ['called “Razem”', totalsOf('Razem')],
  ['called by a word in quotes and wildcards', totalsOf('Total: "all" *?~')],
  ['of a campaign', [...records, ['2025-07-01', 'Facebook', 'Subtotal', 280, 35]]],
  ['without a campaign, first', [['2025-06-01', null, null, 430, 65], ...records]],
  ['without a campaign, last', [...records, ['2025-06-01', null, null, 430.01, 65]]],
];

describe.each(without)('a dated row of totals %s', (_, rows) => {
  test('counts in no figure, whatever the period', () => {
    expect(reportWith(rows).figures).toEqual(reportWith(records).figures);
    const { tabs, report } = reportWith(rows);
    const workbook = workbookWith(tabs, report);
    expect(differences(liveCells(report), (cell) => workbook.value(report.tab, cell))).toEqual([]);
    workbook.type(report.tab, report.period.start, '2025-07-01');
    workbook.type(report.tab, report.period.end, '2025-07-31');
    const at = report.rows.findIndex(([title]) => /^Spend(,|$)/.test(String(title?.value)));
    expect(workbook.value(report.tab, `B${at + 1}`)).toBe(280);
  });
});

test('rows called so by the hundred thousand are no totals of each other', () => {
  const channel = Array.from({ length: 200_000 }, (_, row) => (row % 2 ? 'Razem' : 'Ads'));
  const date = channel.map((_, row) => ({ date: `2025-01-${10 + (Math.floor(row / 2) % 20)}`, time: 0 }));
  const columns = { date, channel, amount: channel.map(() => 5) };
  expect(findTotals('spend', columns).rows).toEqual([]);
});

test('a lead from a source called like a total brings none of it back', () => {
  const made = reportWith(totalsOf('Total'), {}, [['2025-06-02', 'Total', 'Lead']]);
  const workbook = workbookWith(made.tabs, made.report);
  expect(differences(liveCells(made.report), (cell) => workbook.value(made.report.tab, cell))).toEqual([]);
});

test('the report begins and ends with records, not with a total', () => {
  const rows: Row[] = [...records.slice(1), ['2026-03-31', null, null, 330, 55]];
  const { tabs, report, figures } = reportWith(rows);
  expect(figures.months.map(({ month }) => month)).toEqual(['2025-06', '2025-07']);
  const workbook = workbookWith(tabs, report);
  expect(differences(liveCells(report), (cell) => workbook.value(report.tab, cell))).toEqual([]);
});

describeWithLibreOffice('the exported file, recalculated by LibreOffice,', () => {
  test.each(without.slice(2))(
    'leaves out a dated row of totals %s',
    async (_, rows) => {
      const { tabs, report } = reportWith(rows);
      const cells = (await recalculateWorkbook(workbookWith(tabs, report))).get(report.tab);
      expect(differences(liveCells(report), (cell) => cells?.get(cell))).toEqual([]);
    },
    180_000,
  );
});

test.each<[string, readonly Row[], number]>([
  [
    'a row without a campaign that is by chance the sum of two others',
    [
      ['2025-06-01', null, null, 10, null],
      ['2025-06-02', 'Ads', 'x', 5, null],
      ['2025-06-03', 'Ads', 'y', 5, null],
    ],
    20,
  ],
  ['a row without a campaign whose numbers are no sums', [['2025-06-01', null, null, 430, 64], ...records], 860],
  ['a row without a campaign among the others', [...june, ['2025-06-01', null, null, 430, 65], ...july], 860],
  [
    'two rows without a campaign',
    [...records, ['2025-06-01', null, null, 430, 65], ['2025-06-01', null, null, 1, 1]],
    861,
  ],
  ['a channel that is always called so', records.map((row): Row => [row[0] ?? null, 'Razem', ...row.slice(2)]), 430],
  [
    'a campaign called so, of a channel that has no others',
    [...records, ['2025-07-01', 'TikTok', 'Total', 70, 7]],
    500,
  ],
  ['a channel whose name begins with the word', [...records, ['2025-06-01', 'Total Media', 'x', 5, 1]], 435],
])('%s counts', (_, rows, spend) => {
  expect(reportWith(rows).figures.kpis.find(({ name }) => name === 'SPEND')?.value).toBe(spend);
});
