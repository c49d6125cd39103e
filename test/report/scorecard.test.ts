import type { Settings } from '../../src/data/settings';
import { catalog } from '../../src/kpi/catalog';
import type { Kept, Report } from '../../src/report/model';
import { keptCell, liveCells, reportOn, workbookWith } from '../support/built-report';
import { differences } from '../support/reported';
import { smallCompany, smallSettings } from '../support/small-company';

type Asked = Partial<Settings['report']>;

const settingsWith = (asked: Asked = {}): Settings => {
  const settings = smallSettings(asked.language ?? 'en');
  return { ...settings, report: { ...settings.report, ...asked } };
};

const reportWith = (asked: Asked = {}, kept?: Kept) => reportOn(smallCompany, settingsWith(asked), kept);

/** The cells of the row that is called so, in the scorecard. */
function rowOf({ rows }: Report, title: string) {
  const row = rows.find(([first]) => first?.value === title);
  if (!row) throw new Error(`no row is called ${title}`);
  return row;
}

const [verdict, status, how] = [4, 6, 7];

/** What the row of a KPI shows after somebody typed into a cell that is kept. */
function shownAfter(report: Report, typed: Readonly<Record<string, string>>, title: string) {
  const workbook = workbookWith(smallCompany, report);
  for (const [name, text] of Object.entries(typed)) workbook.type(report.tab, keptCell(report, name), text);
  const row = report.rows.indexOf(rowOf(report, title)) + 1;
  return workbook.values(report.tab, `A${row}:J${row}`)[0] ?? [];
}

describe('a target', () => {
  test.each([
    ['Win rate', 'target:WIN_RATE', '60%', '✓ on target'],
    ['Win rate', 'target:WIN_RATE', '70%', '✗ missed'],
    ['Customer acquisition cost', 'target:CAC', '500', '✓ on target'],
    ['Customer acquisition cost', 'target:CAC', '399', '✗ missed'],
    ['Customer acquisition cost', 'target:CAC', '400', '✓ on target'],
  ])('of %s that is typed in (%s: %s) says at once: %s', (title, cell, typed, said) => {
    const { report } = reportWith();
    expect(rowOf(report, title)[status]?.value).toBe('');
    expect(shownAfter(report, { [cell]: typed }, title)[status]).toBe(said);
  });

  test('comes from the settings', () => {
    const { report } = reportWith({ targets: { WIN_RATE: 0.6 } });
    expect(rowOf(report, 'Win rate').map(({ value }) => value)).toEqual(expect.arrayContaining([0.6, '✓ on target']));
  });

  test('that was typed in outlives a refresh, until the settings say another one', () => {
    const typed = { 'target:WIN_RATE:0.6': 0.9 };
    const cell = (asked: Asked) => rowOf(reportWith(asked, typed).report, 'Win rate')[5]?.value;
    expect(cell({ targets: { WIN_RATE: 0.6 } })).toBe(0.9);
    expect(cell({ targets: { WIN_RATE: 0.7 } })).toBe(0.7);
  });

  test('that was emptied stays empty', () => {
    const { report } = reportWith({ targets: { WIN_RATE: 0.6 } }, { 'target:WIN_RATE:0.6': '' });
    expect(rowOf(report, 'Win rate')[5]?.value).toBeNull();
  });
});

test.each([
  ['Leads', 'better'],
  ['Lost deals', ''],
  ['Win rate', 'worse'],
  ['Sales cycle', 'better'],
  ['Lead-to-MQL rate', 'same'],
  ['Cost per lead', 'same'],
])('the change of %s is called "%s", by the direction that is good', (title, said) => {
  expect(rowOf(reportWith().report, title)[verdict]?.value).toBe(said);
});

describe('how a KPI is made', () => {
  test.each([
    ['en', 'Win rate', '4 won of 6 closed *'],
    ['pl', 'Wskaźnik wygranych', 'wygrane: 4, zamknięte: 6 *'],
    ['ru', 'Доля побед', 'выиграно: 4, всего закрыто: 6 *'],
    ['en', 'Average deal', '7,000 (revenue) ÷ 4 (won deals) *'],
    ['pl', 'Średnia wartość wygranej', '7\u00a0000 (przychód) ÷ 4 (wygrane) *'],
    ['en', 'Return on marketing investment', '2,300 gross profit less spend ÷ 1,200 spend'],
  ] as const)('is a phrase in %s: %s, %s', (language, title, phrase) => {
    expect(rowOf(reportWith({ language }).report, title)[how]?.value).toBe(phrase);
  });

  test('is live, and a rate of enough cases has no star', () => {
    const { report } = reportWith();
    const workbook = workbookWith(smallCompany, report);
    const stages = Array.from({ length: 1200 }, (_, row) => [
      { value: row < 1000 ? 'Won' : 'Lost' },
      { value: 10 },
      { value: 45810 },
      { value: 45820 },
    ]);
    const deals = workbook.sheet('Deals 2025');
    workbook.restructure(deals, { kind: 'insert', axis: 'rows', at: 2, count: 1200 });
    workbook.write(deals, 2, 1, stages);
    const row = report.rows.indexOf(rowOf(report, 'Win rate')) + 1;
    expect(workbook.value(report.tab, `H${row}`)).toBe('1,004 won of 1,206 closed');
  });
});

describe('the KPIs that a report is asked for', () => {
  const names = catalog.flatMap(({ name, report }) => (report ? [name] : []));
  const asked = { kpis: names, targets: { REVENUE: 5000 } };
  const values = Object.fromEntries(reportWith(asked).figures.kpis.map(({ name, value }) => [name, value]));

  test.each([
    ['WIN_RATE', 4 / 6],
    ['SALES_VELOCITY', (3 * 1750 * (4 / 6)) / 8.5],
    ['PIPELINE_COVERAGE', 1700 / 5000],
    ['SALES_GROWTH', 6],
    ['CPC', 1200 / 460],
    ['CLV_TO_CAC', 875 / 400],
    ['CAC_PAYBACK', 400 / ((7000 / 4 / (30 / (365.25 / 12))) * 0.5)],
    ['CLV_FROM_CHURN', null],
    ['RETENTION_RATE', 1],
    ['CHURN_RATE', 0],
    ['REPEAT_PURCHASE_RATE', 0],
    ['CUSTOMER_LIFESPAN', 19 / (365.25 / 12)],
  ])('%s is %p', (name, value) => {
    if (value === null) expect(values[name]).toBeNull();
    else expect(values[name]).toBeCloseTo(value, 9);
  });

  test.each([0, -0.1])('have no payback with a margin of %p, since the cost never comes back', (margin) => {
    const { report, figures } = reportWith({ ...asked, margin });
    const workbook = workbookWith(smallCompany, report);
    expect(figures.kpis.find(({ name }) => name === 'CAC_PAYBACK')?.value).toBeNull();
    expect(differences(liveCells(report), (cell) => workbook.value(report.tab, cell))).toEqual([]);
  });

  test('show in every cell what evaluate gives', () => {
    const { report } = reportWith(asked);
    const workbook = workbookWith(smallCompany, report);
    expect(differences(liveCells(report), (cell) => workbook.value(report.tab, cell))).toEqual([]);
  });

  test('are those and no others, with revenue where its target is needed', () => {
    const { figures } = reportWith({ kpis: ['WIN_RATE', 'PIPELINE_COVERAGE'] });
    expect(figures.kpis.map(({ name }) => name)).toEqual(['REVENUE', 'WIN_RATE', 'PIPELINE_COVERAGE']);
  });

  test('are the usual ones where nobody asked', () => {
    const shown = reportWith().figures.kpis.map(({ name }) => name);
    expect(shown).toEqual(expect.arrayContaining(['LEADS', 'SPEND', 'WON', 'WIN_RATE', 'CAC', 'SALES_CYCLE_MEDIAN']));
    expect(shown).not.toContain('SALES_VELOCITY');
  });
});

test('amounts say what they are in', () => {
  const titles = reportWith({ currency: 'PLN' }).report.rows.map(([first]) => first?.value);
  expect(titles).toEqual(expect.arrayContaining(['Spend, PLN', 'Average deal, PLN', 'Win rate', 'Leads']));
});

describe('what if', () => {
  const { report } = reportWith();
  const cells = (typed: Readonly<Record<string, string>>) => {
    const workbook = workbookWith(smallCompany, report);
    for (const [name, text] of Object.entries(typed)) workbook.type(report.tab, keptCell(report, name), text);
    const first = report.rows.findIndex(([cell]) => cell?.value === 'What if: deal funnel') + 1;
    return workbook.values(report.tab, `E${first + 3}:I${first + 5}`).map(([title, , ...rest]) => [title, ...rest]);
  };

  test('nothing is tried, nothing changes', () => {
    expect(cells({})).toEqual([
      ['Customers', 3, 3, 0],
      ['Revenue', 7000, 7000, 0],
      ['CAC', 400, 400, 0],
    ]);
  });

  test('a step passed twice as often makes twice the customers, at half the cost', () => {
    // Offer → Won: 3 of 5 deals.
    expect(cells({ 'what_if:deals:won': '120%' })).toEqual([
      ['Customers', 3, 6, 3],
      ['Revenue', 7000, 14000, 7000],
      ['CAC', 400, 200, -200],
    ]);
  });

  test('steps multiply', () => {
    const [customers] = cells({ 'what_if:deals:won': '90%', 'what_if:deals:offer': '100%' });
    expect(customers?.[2]).toBeCloseTo(3 * 1.5 * (7 / 5), 9);
  });

  test('what was tried outlives a refresh', () => {
    const again = reportWith({}, { 'what_if:deals:won': 0.9 }).report;
    const workbook = workbookWith(smallCompany, again);
    expect(workbook.value(again.tab, keptCell(again, 'what_if:deals:won'))).toBe(0.9);
    expect(differences(liveCells(again), (cell) => workbook.value(again.tab, cell))).toEqual([]);
  });
});

describe('what a person typed into the head outlives a refresh:', () => {
  const planned = '2025-06-01..2025-06-30';

  test('the period, until the settings say another one', () => {
    const typed = { [`start:${planned}`]: 45778, [`end:${planned}`]: 45808 };
    expect(reportWith({}, typed).figures.kpis.find(({ name }) => name === 'WON')?.value).toBe(1);
    const other = { start: '2025-06-01', end: '2025-06-15' };
    expect(reportWith({ period: other }, typed).figures.kpis.find(({ name }) => name === 'WON')?.value).toBe(2);
  });

  test('an emptied period is all time', () => {
    const typed = { [`start:${planned}`]: '', [`end:${planned}`]: '' };
    expect(reportWith({}, typed).figures.kpis.find(({ name }) => name === 'WON')?.value).toBe(5);
  });

  test('a period that ends before it begins is refused with a sentence', () => {
    const typed = { [`start:${planned}`]: 45808, [`end:${planned}`]: 45778 };
    expect(() => reportWith({}, typed)).toThrow(expect.objectContaining({ code: 'period_reversed' }));
  });

  test('the margin', () => {
    expect(reportWith({}, { 'margin:0.5': 0.25 }).figures.kpis.find(({ name }) => name === 'CLV')?.value).toBe(437.5);
  });

  test('a choice that is no more is none', () => {
    const { report } = reportWith({}, { 'filter:rep': 'Zoë' });
    expect(report.rows.flat().find(({ kept }) => kept === 'filter:rep')?.value).toBe('All');
  });
});
