import type { FieldName } from '../../src/data/fields';
import type { Settings } from '../../src/data/settings';
import { choices } from '../../src/report/lines';
import type { Kept, Report } from '../../src/report/model';
import { words } from '../../src/text/words';
import { keptCell, liveCells, reportOn, workbookWith } from '../support/built-report';
import { differences } from '../support/reported';
import { mappingsOf, type SmallTab, smallCompany, smallSettings } from '../support/small-company';

type Asked = Partial<Settings['report']>;

const settingsWith = (asked: Asked = {}): Settings => {
  const settings = smallSettings(asked.language ?? 'en');
  return { ...settings, report: { ...settings.report, ...asked } };
};

const everyKpi = choices().map(({ name }) => name);

type Tabs = Readonly<Record<string, SmallTab>>;

const reportWith = (asked: Asked = {}, kept?: Kept, tabs: Tabs = smallCompany) =>
  reportOn(tabs, { ...settingsWith(asked), datasets: mappingsOf(tabs) }, kept);

/** The small company with deals that do not say when they were closed. */
const undated: Tabs = {
  ...smallCompany,
  deals: {
    tab: 'Deals 2025',
    fields: ['stage', 'amount'],
    headers: ['Stage', 'Amount'],
    rows: smallCompany.deals.rows.map(([, stage = null, amount = null]) => [stage, amount]),
  },
};

/** The small company with every field that a KPI of a report needs. */
const whole: Tabs = {
  ...smallCompany,
  spend: {
    tab: 'Spend',
    fields: ['date', 'amount', 'clicks', 'impressions'],
    headers: ['Date', 'Cost', 'Clicks', 'Impressions'],
    rows: [['2025-06-01', 250, 120, 9000]],
  },
  traffic: {
    tab: 'Traffic',
    fields: 'date visitors sessions pageviews bounces seconds form_views form_submissions'.split(' ') as FieldName[],
    headers: 'Date Visitors Sessions Views Bounces Seconds Shown Sent'.split(' '),
    rows: [['2025-06-01', 300, 400, 900, 100, 5000, 60, 20]],
  },
};

const namesIn = (figures: readonly { readonly name: string }[]) =>
  figures
    .map(({ name }) => name)
    .sort()
    .join(' ');

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
    ['Spend', 'target:SPEND', '1200', '✓ on target'],
    ['Spend', 'target:SPEND', '1199', '✗ missed'],
  ])('of %s that is typed in (%s: %s) says at once: %s', (title, cell, typed, said) => {
    const { report } = reportWith();
    expect(rowOf(report, title)[status]?.value).toBe('');
    expect(shownAfter(report, { [cell]: typed }, title)[status]).toBe(said);
  });

  test('comes from the settings', () => {
    const { report } = reportWith({ targets: { WIN_RATE: 0.6 } });
    expect(rowOf(report, 'Win rate').map(({ value }) => value)).toEqual(expect.arrayContaining([0.6, '✓ on target']));
  });

  test('of open deals is reached with as many', () => {
    const open = (target: number) =>
      rowOf(reportWith({ kpis: ['OPEN'], targets: { OPEN: target } }).report, 'Open deals (now)');
    expect(open(3)[status]?.value).toBe('✓ on target');
    expect(open(4)[status]?.value).toBe('✗ missed');
  });

  test.each(everyKpi)('can be set for %s', (name) => {
    const { report } = reportWith({ kpis: [name], targets: { [name]: 7 } }, undefined, whole);
    const row = report.rows.find((cells) => cells.some(({ kept }) => kept === `target:${name}:7`));
    expect(row?.map(({ value }) => value)).toEqual(expect.arrayContaining([7]));
    expect(row?.[status]?.mark).toBe('status');
  });

  test('of a KPI that is none of the usual ones makes it show all the same', () => {
    const { report } = reportWith({ targets: { LOST: 1 } });
    expect(rowOf(report, 'Lost deals').map(({ value }) => value)).toEqual(expect.arrayContaining([1, '✗ missed']));
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
  expect(rowOf(reportWith({ kpis: everyKpi }).report, title)[verdict]?.value).toBe(said);
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
    expect(rowOf(reportWith({ language, kpis: everyKpi }).report, title)[how]?.value).toBe(phrase);
  });

  test('gives the figure when it is worked out: amounts have their decimals', () => {
    const rows = smallCompany.spend.rows.map((row) => row.map((value) => (value === 200 ? 200.25 : value)));
    const spent = { ...smallCompany, spend: { ...smallCompany.spend, rows } };
    const said = rowOf(reportOn(spent, settingsWith()).report, 'Cost per lead')[how]?.value;
    expect(said).toMatch(/^1,200\.25 \(spend\) ÷ 9 \(leads\)/);
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

describe('a value that no formula can give', () => {
  const refresh = 'Refresh to compute this period';
  const otherPeriod = { start: '2025-05-01', end: '2025-05-31' };
  const asked = { kpis: ['NEW_CUSTOMERS', 'CAC', 'RETENTION_RATE', 'WIN_RATE', 'SPEND'] };

  test.each(['New customers', 'Customer acquisition cost', 'Retention rate'])(
    'says at once that it needs a refresh when the period is another one: %s',
    (title) => {
      const { report } = reportWith(asked);
      expect(rowOf(report, title)[how]?.value).not.toBe(refresh);
      const shown = shownAfter(report, otherPeriod, title);
      expect([shown[1], shown[how]]).toEqual(['', refresh]);
    },
  );

  test('is said in the language of the report', () => {
    const shown = shownAfter(reportWith({ ...asked, language: 'pl' }).report, otherPeriod, 'Nowi klienci');
    expect(shown[how]).toBe('Odśwież, aby policzyć ten okres');
  });

  test('asks for no refresh that would not bring it either: no spend is known of one rep', () => {
    const { report } = reportWith(asked);
    const chosen = { 'filter:rep': 'Ann' };
    expect(shownAfter(report, chosen, 'New customers')[how]).toBe(refresh);
    expect(shownAfter(report, chosen, 'Customer acquisition cost')[how]).toBe('');
  });

  const hintOf = ({ rows }: Report) =>
    rows.flat().find(({ value }) => String(value).startsWith(words.en.report.hint))?.value;

  test('is named in the head, and what follows is not', () => {
    expect(hintOf(reportWith().report)).toBe(
      'Change the dates (both days included; both empty: all time) or a list beside them: every figure follows; ' +
        'these need a refresh: New customers, Customer acquisition cost, After the sale, Cohorts.',
    );
  });

  test('leaves the head on one line, however many there are', () => {
    const kpis = choices().map(({ name }) => name);
    expect(String(hintOf(reportWith({ kpis }).report))).toMatch(/^.{199}…$/);
  });

  test('where everything follows the head says just that', () => {
    const { customer: _, ...columns } = smallSettings('en').datasets.deals?.columns ?? {};
    expect(Object.keys(columns)).not.toContain('customer');
    const { deals } = smallCompany;
    const fields = deals.fields.map((field) => (field === 'customer' ? 'name' : field));
    const settings = smallSettings('en');
    const mapped = { ...(settings.datasets.deals as NonNullable<typeof settings.datasets.deals>), columns };
    const { report } = reportOn(
      { ...smallCompany, deals: { ...deals, fields } },
      { ...settings, datasets: { ...settings.datasets, deals: mapped } },
    );
    expect(hintOf(report)).toMatch(/: every figure follows\.$/);
  });
});

describe('the KPIs that a report is asked for', () => {
  const asked = { kpis: everyKpi, targets: { REVENUE: 5000 } };
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

  test.each(['SALES_CYCLE', 'SALES_CYCLE_MEDIAN'])('can be mean or median of the sales cycle: %s', (name) => {
    expect(reportWith({ kpis: [name] }).figures.kpis.map((kpi) => kpi.name)).toEqual([name]);
  });

  test('are a dozen where nobody asked', () => {
    expect(namesIn(reportWith().figures.kpis)).toBe(
      'AVERAGE_DEAL CAC CLV CPL LEADS LEAD_TO_CUSTOMER_RATE NEW_CUSTOMERS REVENUE SALES_CYCLE SPEND WIN_RATE WON',
    );
  });

  test.each([
    [
      ['deals'],
      'AVERAGE_DEAL CLV DEALS LOST NEW_CUSTOMERS OPEN REPEAT_PURCHASE_RATE REVENUE SALES_CYCLE SALES_VELOCITY WIN_RATE WON',
    ],
    [['leads'], 'LEADS LEAD_TO_CUSTOMER_RATE LEAD_TO_MQL_RATE MQL_TO_SQL_RATE'],
    [['spend'], 'CPC SPEND'],
  ] as const)('give way to the next best where the data is only %j: %s', (datasets, names) => {
    const only = Object.fromEntries(datasets.map((name) => [name, smallCompany[name]]));
    expect(namesIn(reportWith({}, undefined, only).figures.kpis)).toBe(names);
  });

  test('are the usual ones where what was asked for is no more', () => {
    expect(reportWith({ kpis: ['GONE'] }).figures.kpis).toEqual(reportWith().figures.kpis);
  });

  test('stand among the figures with all others that the data carries, each once', () => {
    const { kpis, others } = reportWith().figures;
    const all = namesIn(reportWith({ kpis: everyKpi }).figures.kpis);
    expect(namesIn([...kpis, ...others])).toBe(all);
  });

  test('are there without a period to compare with, and empty', () => {
    const { report, figures } = reportWith({ kpis: ['SALES_GROWTH'], compare: 'none' });
    expect(figures.kpis).toEqual([expect.objectContaining({ name: 'SALES_GROWTH', value: null })]);
    const workbook = workbookWith(smallCompany, report);
    expect(differences(liveCells(report), (cell) => workbook.value(report.tab, cell))).toEqual([]);
  });

  test('are told with what they lack where the data cannot carry them', () => {
    const { report, figures } = reportWith({ kpis: ['PIPELINE_COVERAGE', 'OPEN'] }, undefined, undated);
    expect(namesIn(figures.kpis)).toBe('OPEN');
    const notes = report.rows.map(([first]) => String(first?.value));
    expect(notes.find((note) => note.includes('Pipeline coverage'))).toContain('deals › closed on');
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

describe('the funnel of deals', () => {
  const noteBelow = ({ rows }: Report, title: string) =>
    rows[rows.findIndex(([first]) => first?.value === title) + 1]?.[0]?.value;

  test('says that it counts by another day than the scorecard', () => {
    expect(noteBelow(reportWith().report, 'Deal funnel')).toBe(words.en.report.byCreated);
    expect(noteBelow(reportWith().report, 'Lead funnel')).toMatch(/^Most is lost/);
  });

  test('says nothing of days where none are known', () => {
    const { deals } = smallCompany;
    const settings = smallSettings('en');
    const { created: _, ...columns } = settings.datasets.deals?.columns ?? {};
    const mapped = { ...(settings.datasets.deals as NonNullable<typeof settings.datasets.deals>), columns };
    const { report } = reportOn(
      { ...smallCompany, deals: { ...deals, fields: deals.fields.map((one) => (one === 'created' ? 'name' : one)) } },
      { ...settings, datasets: { ...settings.datasets, deals: mapped }, report: { ...settings.report, period: {} } },
    );
    expect(noteBelow(report, 'Deal funnel')).toMatch(/^Most is lost/);
  });
});

test('channels convert leads as the scorecard does: what they convert adds up to its lead-to-customer rate', () => {
  const { figures } = reportWith();
  const rate = figures.kpis.find(({ name }) => name === 'LEAD_TO_CUSTOMER_RATE');
  const converted = figures.channels.map(({ leads, conversion }) => Number(leads ?? 0) * Number(conversion ?? 0));
  expect(converted.reduce((sum, one) => sum + one, 0)).toBeCloseTo(rate?.numerator ?? Number.NaN, 9);
});
