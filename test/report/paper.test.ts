import { displayText } from '../../host/workbook/display';
import type { Report } from '../../src/report/model';
import { numberFormat } from '../../src/sheets/style';
import { reportOn, workbookWith } from '../support/built-report';
import { type SmallTab, smallCompany, smallSettings } from '../support/small-company';

const settings = smallSettings('en');
type Tabs = Readonly<Record<keyof typeof smallCompany, SmallTab>>;

/** The small company with other values in a column of a tab. */
function withColumn(tab: keyof Tabs, field: string, pick: (row: number) => string | number): Tabs {
  const { fields, rows } = smallCompany[tab];
  const at = (fields as readonly string[]).indexOf(field);
  const changed = rows.map((row, y) => row.map((value, x) => (x === at ? pick(y) : value)));
  return { ...smallCompany, [tab]: { ...smallCompany[tab], rows: changed } };
}

test('large sums have no cents, for which a column has no room', () => {
  const format = numberFormat('cents', undefined, '');
  const shown = [111_111_110.8, 999_999.9, 0, -1234.5].map((value) => displayText(value, format, 'en_US'));
  expect(shown).toEqual(['111,111,111', '999,999.90', '0.00', '-1,234.50']);
});

test('columns are wide enough for billions', () => {
  const width = (amount: number) =>
    reportOn(
      withColumn('deals', 'amount', () => amount),
      settings,
    ).report.widths[1] ?? 0;
  expect(width(1000)).toBe(95);
  expect(width(90_000_000_000)).toBeGreaterThan(100);
});

describe('the chart of what a customer costs by channel', () => {
  const titles = ({ charts }: Report) => charts.map(({ title }) => title);
  const title = 'Customer acquisition cost by channel';
  const cells = (report: Report, tabs: Tabs) => {
    const workbook = workbookWith(tabs, report);
    const chart = report.charts.find((one) => one.title === title);
    return [chart?.categories, ...(chart?.series ?? []).map((one) => one.cells)].map((run) =>
      workbook.values(report.tab, run?.join(':') ?? '').flat(),
    );
  };

  test('draws the channels that have a figure, wherever they stand in the table', () => {
    const campaigns = Array.from({ length: 18 }, (_, at): SmallTab['rows'][number][] => [
      ['2025-06-02', `Source x${at}`, 'Lead', null],
      ['2025-06-02', `Source x${at}`, 'Lead', null],
    ]).flat();
    const tabs = { ...smallCompany, leads: { ...smallCompany.leads, rows: campaigns } };
    const { report } = reportOn(tabs, settings);
    expect(cells(report, tabs)).toEqual([['Paid search *'], [600]]);
  });

  test('is left out where no channel has any', () => {
    const tabs = withColumn('deals', 'source', () => 'Elsewhere');
    expect(titles(reportOn(smallCompany, settings).report)).toContain(title);
    expect(titles(reportOn(tabs, settings).report)).not.toContain(title);
  });
});
