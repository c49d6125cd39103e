import type { Workbook } from '../../host/workbook/workbook';
import type { Report } from '../../src/report/model';
import { liveCells, reportOn, workbookWith } from '../support/built-report';
import { describeWithLibreOffice, recalculateWorkbook } from '../support/libreoffice';
import { differences } from '../support/reported';
import { smallCompany, smallSettings } from '../support/small-company';

const periods = [
  ['nothing: all time', '', ''],
  ['one day', '2025-06-05', '2025-06-05'],
  ['the future', '2031-01-01', '2031-12-31'],
  ['a leap day', '2024-02-29', '2024-02-29'],
  ['the turn of a year', '2024-12-15', '2025-01-15'],
  ['the end of a year', '2024-12-31', '2024-12-31'],
  ['an open beginning', '', '2025-06-10'],
  ['an open end', '2025-06-10', ''],
] as const;

const settings = smallSettings('en');

/** What was computed for the period of the report is blank in every other, and so is what is made of it. */
const computed =
  /^(After the sale|Cohorts)|^Channels: .*: (Customers|Conversion|CAC)$|^Channels: (Other|Total)|^Months: .*: (New customers|CAC)$/;

/** The tables below the scorecard: every number that is shown, by section, title of its row and heading of its column. */
function numbersOf(report: Report, workbook: Workbook, tab: string): Map<string, unknown> {
  const numbers = new Map<string, unknown>();
  const values = workbook.values(tab, `A1:J${report.behind[0]}`);
  let section = '';
  let headings: readonly unknown[] = [];
  report.rows.slice(0, report.behind[0] - 1).forEach((row, y) => {
    const style = row[0]?.style;
    if (style === 'section') section = String(row[0]?.value);
    if (style === 'heading') headings = values[y] ?? [];
    const [title, ...cells] = values[y] ?? [];
    if (style === 'heading' || style === 'section' || title === '' || title === null) return;
    cells.forEach((value, x) => {
      const isLive = row[x + 1]?.formula !== undefined && typeof value === 'number';
      const key = `${section}: ${String(title).replace(/ \*$/, '')}: ${headings[x + 1]}`;
      if (isLive && !/^(Scorecard|What if)/.test(section)) numbers.set(key, value);
    });
  });
  return numbers;
}

const tabOf = (name: string): string => `Report, ${name.replace(':', '')}`;

/** A workbook in which the same report stands on more tabs, each with another period typed into its cells. */
function workbookWithPeriods(report: Report, some: readonly (typeof periods)[number][]): Workbook {
  const workbook = workbookWith(smallCompany, report);
  for (const [name, start, end] of some) {
    const tab = tabOf(name);
    const sheet = workbook.addSheet(tab, { rows: report.rows.length, columns: report.widths.length });
    const cells = report.rows.map((row) =>
      row.map(({ value, formula }) => (formula === undefined ? { value } : { formula })),
    );
    workbook.write(sheet, 0, 0, cells);
    workbook.type(tab, report.period.start, start);
    workbook.type(tab, report.period.end, end);
  }
  return workbook;
}

describe('a report whose period is changed by hand', () => {
  const { report } = reportOn(smallCompany, settings);
  const workbook = workbookWithPeriods(report, periods);

  test.each(periods)('to %s shows in every table what a report made for it shows', (name, start, end) => {
    const period = { ...(start && { start }), ...(end && { end }) };
    const other = reportOn(smallCompany, { ...settings, report: { ...settings.report, period } }).report;
    const expected = numbersOf(other, workbookWith(smallCompany, other), other.tab);
    const shown = numbersOf(report, workbook, tabOf(name));
    const isKept = ([key, value]: [string, unknown]) => !computed.test(key) && value !== 0;
    expect([...shown].filter(isKept).sort()).toEqual([...expected].filter(isKept).sort());
  });

  test('has nothing left in it that was computed for the old one', () => {
    for (const [name] of periods) {
      const left = [...numbersOf(report, workbook, tabOf(name)).keys()];
      expect(left.filter((key) => /^Cohorts|^Months: .*New customers/.test(key))).toEqual([]);
    }
  });

  // Each program run takes a few periods at once: it starts slowly.
  const batches = [0, 2, 4, 6].map((at) => periods.slice(at, at + 2));

  describeWithLibreOffice('recalculated by LibreOffice', () => {
    test.each(batches.map((batch) => [batch.map(([name]) => name).join(', '), batch] as const))(
      'shows in every live cell the same, for %s',
      async (_, batch) => {
        const recalculated = await recalculateWorkbook(workbookWithPeriods(report, batch));
        for (const [name] of batch) {
          const expected = liveCells(report).map(({ cell }) => ({
            cell,
            value: workbook.value(tabOf(name), cell) as string,
          }));
          expect(differences(expected, (cell) => recalculated.get(tabOf(name))?.get(cell))).toEqual([]);
        }
      },
      300_000,
    );
  });
});
