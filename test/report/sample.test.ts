import { toXlsxFormula } from '../../host/formula/xlsx-formula';
import { listChanges, takeSnapshot } from '../../host/workbook/snapshot';
import type { Workbook } from '../../host/workbook/workbook';
import { choices } from '../../src/report/lines';
import { describeWithLibreOffice, recalculateWorkbook } from '../support/libreoffice';
import { type Asked, companyHost, differences, makeReport, suggested } from '../support/reported';

const reports: readonly (readonly [string, Asked])[] = [
  ['all time, in English', {}],
  [
    'a quarter against the one before, in Polish, with every KPI',
    {
      locale: 'pl_PL',
      language: 'pl',
      kpis: choices().map(({ name }) => name),
      targets: { REVENUE: 500_000, SPEND: 20_000 },
      period: { start: '2025-04-01', end: '2025-06-30' },
      compare: 'previous',
    },
  ],
  [
    'a month against the year before, in Russian',
    { locale: 'ru_RU', language: 'ru', period: { start: '2025-11-01', end: '2025-11-30' }, compare: 'year' },
  ],
];

/** The scorecard as it stands on the tab: the figure and its comparison by title. */
function scorecardOf(workbook: Workbook, tab: string): Map<string, readonly unknown[]> {
  const all = workbook.values(tab, 'A1:C60');
  const rows = all.slice(
    0,
    all.findIndex(([title]) => title === 'Lead funnel'),
  );
  return new Map(
    rows.flatMap(([title, value, previous]) =>
      typeof title === 'string' && title ? [[title, [value, previous]] as const] : [],
    ),
  );
}

describe.each(reports)('a report over %s', (_, asked) => {
  const { host, created } = makeReport(asked);
  const { workbook } = host;

  test('shows in every live cell what evaluate gave', () => {
    expect(created.cells.length).toBeGreaterThan(300);
    expect(differences(created.cells, (cell) => workbook.value(created.tab, cell))).toEqual([]);
  });

  test('has no error in any cell', () => {
    const errors = workbook
      .values(created.tab, 'A1:J400')
      .flat()
      .filter((value) => typeof value === 'object' && value !== null);
    expect(errors).toEqual([]);
  });

  test('is made of formulas without custom functions, decimals, commas and array literals', () => {
    const formulas = created.cells.map(({ cell }) => workbook.formula(created.tab, cell) ?? '');
    for (const formula of formulas) {
      const code = formula.replace(/"(?:[^"]|"")*"/g, '""');
      expect(code).toMatch(/^=/);
      expect(code).not.toMatch(/[{},]|\d\.\d/);
    }
  });
});

test.each(reports)('every formula of a report over %s goes out into a file for Excel', (_, asked) => {
  const { host, created } = makeReport(asked);
  const { workbook } = host;
  const own = workbook.sheet(created.tab);
  const sizeOf = (name: string | undefined) => workbook.size((name === undefined ? own : workbook.sheet(name)).id);
  const formulas = own.formulas().map(({ formula }) => formula);
  // Excel takes at most 8,192 characters.
  const isLost = (formula: string) => {
    const out = toXlsxFormula(formula, { sizeOf, locale: workbook.locale });
    return out === undefined || out.formula.length > 8192;
  };
  expect(formulas.length).toBeGreaterThan(900);
  expect(formulas.filter(isLost)).toEqual([]);
});

describe('the breakdowns of a report', () => {
  const { created } = makeReport({});
  const { kpis, others } = created.figures;
  const total = (name: string) => [...kpis, ...others].find((kpi) => kpi.name === name)?.value ?? 0;
  const sum = (rows: readonly Record<string, unknown>[], key: string) =>
    rows.reduce((whole, row) => whole + Number(row[key] ?? 0), 0);

  test.each([
    ['channels', 'leads', 'LEADS'],
    ['channels', 'spend', 'SPEND'],
    ['channels', 'revenue', 'REVENUE'],
    ['channels', 'customers', 'NEW_CUSTOMERS'],
    ['reps', 'deals', 'DEALS'],
    ['reps', 'won', 'WON'],
    ['reps', 'revenue', 'REVENUE'],
    ['segments', 'lost', 'LOST'],
    ['months', 'leads', 'LEADS'],
    ['months', 'won', 'WON'],
    ['months', 'spend', 'SPEND'],
  ] as const)('%s add up in %s', (table, key, name) => {
    expect(sum(created.figures[table], key)).toBeCloseTo(total(name), 6);
  });
});

describe('the two period cells', () => {
  const periods = [
    ['a month', '2025-03-01', '2025-03-31'],
    ['one day', '2025-05-05', '2025-05-05'],
    ['the future', '2031-01-01', '2031-12-31'],
    ['a leap day', '2024-02-29', '2024-02-29'],
    ['the turn of a year', '2025-12-15', '2026-01-15'],
    ['all time', '', ''],
    ['an open beginning', '', '2025-06-30'],
    ['an open end', '2025-06-30', ''],
  ] as const;

  test.each(periods)('changed to %s change every figure, without any script', (_, start, end) => {
    const { host, created } = makeReport({ period: { start: '2025-07-01', end: '2025-09-30' }, compare: 'previous' });
    const calls = host.calls.total;
    host.workbook.type(created.tab, 'B4', start);
    host.workbook.type(created.tab, 'D4', end);
    const shown = scorecardOf(host.workbook, created.tab);
    const period = { ...(start ? { start } : {}), ...(end ? { end } : {}) };
    const other = makeReport({ period, compare: 'previous' });
    const expected = scorecardOf(other.host.workbook, other.created.tab);
    // New customers cannot be a formula: they empty themselves, and with them what is made of them.
    const computed = ['New customers', 'Customer acquisition cost, USD'];
    for (const [title, values] of expected) {
      if (['Period', 'Compared with'].includes(title)) continue;
      const [value, previous] = shown.get(title) ?? [];
      if (computed.includes(title)) expect([value, previous]).toEqual(['', '']);
      else expect([title, value ?? '', previous ?? '']).toEqual([title, ...values.map((one) => one ?? '')]);
    }
    expect(host.calls.total).toBe(calls);
  });
});

test('a row that is put in right below the header counts at once', () => {
  const { host, created } = makeReport({});
  const leads = () => scorecardOf(host.workbook, created.tab).get('Leads')?.[0] as number;
  const before = leads();
  const sheet = host.workbook.sheet('Leads');
  host.workbook.restructure(sheet, { kind: 'insert', axis: 'rows', at: 1, count: 1 });
  const [headers] = host.workbook.values('Leads', 'A1:I1');
  const texts = headers?.map((header) => ({ Created: '2025-05-05', Status: 'Lead' })[String(header)] ?? '');
  host.workbook.enter(sheet, 1, 0, [texts ?? []]);
  expect(leads()).toBe(before + 1);
});

test('making a report touches nothing but the tabs that Leakproof makes', () => {
  const host = companyHost();
  const before = takeSnapshot(host.workbook);
  const settings = JSON.parse(JSON.stringify(suggested(host)));
  expect(listChanges(before, takeSnapshot(host.workbook))).toEqual([]);
  host.run('createReport', settings);
  const own = /leakproof/i;
  expect(listChanges(before, takeSnapshot(host.workbook)).filter((change) => !own.test(change))).toEqual([]);
});

describeWithLibreOffice('the exported file, recalculated by LibreOffice,', () => {
  test.each(reports)(
    'shows in every live cell what evaluate gave, over %s',
    async (_, asked) => {
      const { host, created } = makeReport(asked);
      const cells = (await recalculateWorkbook(host.workbook)).get(created.tab);
      expect(cells?.size).toBeGreaterThan(300);
      expect(differences(created.cells, (cell) => cells?.get(cell))).toEqual([]);
    },
    180_000,
  );
});
