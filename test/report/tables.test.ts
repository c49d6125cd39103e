import fc from 'fast-check';
import { serialOf } from '../../src/data/cell';
import type { Settings } from '../../src/data/settings';
import { words } from '../../src/text/words';
import { liveCells, reportOn, workbookWith } from '../support/built-report';
import { additiveColumns, rowsOf, sumsOf } from '../support/report-tables';
import { differences } from '../support/reported';
import { mappingsOf, type SmallTab, smallCompany, smallSettings } from '../support/small-company';

type Tabs = Readonly<Record<string, SmallTab>>;

const owners = ['Ann', 'ann ', 'Bob', 'x?', '=1', '2025', 'Ирина', 'a*b', 'Zoë "Z"'];
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 6 });
const label = maybe(fc.constantFrom(...owners));
const date = maybe(fc.constantFrom('2024-02-29', '2025-05-31', '2025-06-01', '2025-06-15', '2025-06-30', '2025-07-01'));
const cents = maybe(fc.integer({ min: -5000, max: 90_000 }).map((amount) => amount / 100));

/** A tab with these fields, called as they are. */
const tabOf = (tab: string, fields: SmallTab['fields'], rows: SmallTab['rows']): SmallTab => ({
  tab,
  fields,
  headers: fields,
  rows,
});

const status = fc.constantFrom('Lead', 'MQL', 'SQL', 'Customer', 'Disqualified', 'Strange', null);
const stage = fc.constantFrom('New', 'Offer', 'Won', 'Lost', 'Strange', null);
const leadRow = fc.tuple(date, label, status, label, label);
const dealRow = fc.tuple(label, stage, cents, date, date, label, label, label);
const spendRow = fc.tuple(date, label, label, cents);

const randomTabs: fc.Arbitrary<Tabs> = fc.record({
  leads: fc
    .array(leadRow, { maxLength: 25 })
    .map((rows) => tabOf('Leads', ['created', 'source', 'status', 'campaign', 'segment'], rows)),
  deals: fc
    .array(dealRow, { maxLength: 25 })
    .map((rows) =>
      tabOf('Deals', ['customer', 'stage', 'amount', 'created', 'closed', 'owner', 'source', 'segment'], rows),
    ),
  spend: fc
    .array(spendRow, { maxLength: 15 })
    .map((rows) => tabOf('Spend', ['date', 'channel', 'campaign', 'amount'], rows)),
});

/** The settings of the small company for other tabs. */
function settingsFor(tabs: Tabs, report: Partial<Settings['report']>, language: 'en' | 'pl' | 'ru' = 'en'): Settings {
  const settings = smallSettings(language);
  return { ...settings, datasets: mappingsOf(tabs), report: { ...settings.report, ...report } };
}

const periods = fc.constantFrom({}, { start: '2025-06-01', end: '2025-06-30' }, { start: '2025-06-15' });

describe('every breakdown adds up to its total', () => {
  const rows = fc.tuple(leadRow, dealRow, spendRow);
  const others = fc.constantFrom(
    ['', ''],
    ['2024-02-29', '2024-02-29'],
    ['2025-06-30', '2026-01-01'],
    ['2031-01-01', '2031-12-31'],
  );

  test('on any data, for any period, and after both have changed', () => {
    fc.assert(
      fc.property(randomTabs, periods, rows, others, (tabs, period, [lead, deal, spend], [start, end]) => {
        const { report } = reportOn(tabs, settingsFor(tabs, { period }));
        const workbook = workbookWith(tabs, report);
        expect(sumsOf(report, (cell) => workbook.value(report.tab, cell))).toEqual([]);
        const added = { Leads: lead, Deals: deal, Spend: spend };
        for (const [tab, row] of Object.entries(added)) {
          const height = Object.values(tabs).find((one) => one.tab === tab)?.rows.length ?? 0;
          const cells = row.map((value) => ({
            value: typeof value === 'string' && /^\d{4}-/.test(value) ? serialOf({ date: value, time: 0 }) : value,
          }));
          // A label that nobody had before, in every column of labels.
          const fresh = cells.map((cell, at) => (owners.includes(String(row[at])) ? { value: 'Newcomer' } : cell));
          workbook.write(workbook.sheet(tab), height + 1, 0, [cells, fresh]);
        }
        expect(sumsOf(report, (cell) => workbook.value(report.tab, cell))).toEqual([]);
        workbook.type(report.tab, report.period.start, start);
        workbook.type(report.tab, report.period.end, end);
        expect(sumsOf(report, (cell) => workbook.value(report.tab, cell))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('and every table has something to add up', () => {
    const { report } = reportOn(smallCompany, smallSettings('en'));
    expect(additiveColumns(report)).toEqual({
      Channels: ['Leads', 'Customers', 'Spend', 'Revenue'],
      Reps: ['Created', 'Won', 'Lost', 'Open now', 'Revenue'],
      'How far deals get, by rep': ['New'],
      Segments: ['Created', 'Won', 'Lost', 'Open now', 'Revenue'],
      Months: ['Leads', 'Won', 'Lost', 'Revenue', 'Spend', 'New customers'],
    });
  });
});

test('every live cell on any data gives what evaluate gives', () => {
  fc.assert(
    fc.property(randomTabs, periods, (tabs, period) => {
      const { report } = reportOn(tabs, settingsFor(tabs, { period }));
      const workbook = workbookWith(tabs, report);
      expect(differences(liveCells(report), (cell) => workbook.value(report.tab, cell))).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

describe('a long tail', () => {
  const rows = Array.from({ length: 60 }, (_, at): SmallTab['rows'][number] => [
    '2025-06-10',
    'Lead',
    at < 30 ? `Campaign ${at % 22}` : at < 40 ? 'Spring sale' : null,
  ]);
  const tabs = { leads: tabOf('Leads', ['created', 'status', 'campaign'], rows) };
  const { report, figures } = reportOn(tabs, settingsFor(tabs, {}));
  const shown = rowsOf(report, 'Campaigns');

  test('is one line, which says how many it holds', () => {
    expect(shown).toHaveLength(22);
    expect(shown[0]?.slice(0, 2)).toEqual(['Spring sale *', 10]);
    expect(shown[20]?.slice(0, 2)).toEqual(['Other (4) *', 4]);
    expect(figures.campaigns[20]).toMatchObject({ campaign: 'Other (4)', leads: 4 });
  });

  test('does not swallow blank cells, which stand last', () => {
    expect(shown[19]?.slice(0, 2)).toEqual(['(none)', 20]);
  });

  test('adds up', () => {
    expect(shown[21]?.slice(0, 2)).toEqual(['Total', 60]);
  });
});

describe('a channel', () => {
  const { report } = reportOn(smallCompany, smallSettings('en'));
  const [headings = [], ...rows] = rowsOf(report, 'Channels', true);
  const cell = (channel: string, column: string) =>
    rows.find(([title]) => String(title).startsWith(channel))?.[headings.indexOf(column)];

  test('without spend has no cost per lead, and none per customer', () => {
    expect(cell('Referral', 'Spend')).toBe(0);
    expect(cell('Referral', 'CPL')).toBeNull();
    expect(cell('Referral', 'CAC')).toBeNull();
    expect(cell('Paid search', 'CPL')).toBe(150);
  });

  test('shows the share of its leads that qualified', () => {
    expect(cell('Paid search', 'Qualified')).toBe(0.5);
  });

  test('is marked where fewer than 20 cases stand behind a rate, and not where there is no rate', () => {
    expect(rows.map(([title]) => title)).toEqual([
      'Paid search *',
      'Referral *',
      'Paid social *',
      'Trade fair',
      '(none) *',
      '',
      'Total *',
    ]);
  });
});

test('the settings say which breakdowns are shown', () => {
  const sections = (breakdowns: string[]) => {
    const settings = smallSettings('en');
    const { report } = reportOn(smallCompany, { ...settings, report: { ...settings.report, breakdowns } });
    const titles = report.rows.flatMap(([first]) => (first?.style === 'section' ? [first.value] : []));
    return ['Channels', 'Reps', 'Segments', 'Months', 'Cohorts'].filter((title) => titles.includes(title));
  };
  expect(sections([])).toEqual(['Channels', 'Reps', 'Segments', 'Months', 'Cohorts']);
  expect(sections(['channel', 'month'])).toEqual(['Channels', 'Months']);
  expect(sections(['cohort', 'rep', 'segment'])).toEqual(['Reps', 'Segments', 'Cohorts']);
});

test('a rate of the rest is empty where a row that no formula can follow has gone into it', () => {
  const rows = [
    ['2025-05-01', '2025', 'Lead'],
    ['2025-05-02', 'Ads', 'MQL'],
    ['2025-06-01', '2025', 'MQL'],
    ['2025-06-02', '2025', 'SQL'],
    ['2025-06-03', 'Ads', 'Lead'],
  ];
  const tabs = { leads: tabOf('Leads', ['created', 'source', 'status'], rows) };
  const settings = settingsFor(tabs, { period: { start: '2025-05-01', end: '2025-05-31' } });
  const { report } = reportOn(tabs, { ...settings, channels: [] });
  const workbook = workbookWith(tabs, report);
  workbook.type(report.tab, report.period.start, '2025-06-01');
  workbook.type(report.tab, report.period.end, '2025-06-30');
  const at = report.rows.findIndex(([first]) => first?.value === 'Channels') + 2;
  expect(workbook.values(report.tab, `A${at}:C${at + 4}`)).toEqual([
    ['Channel', 'Leads', 'Qualified'],
    ['Ads *', 1, 0],
    ['2025', '', ''],
    ['Other *', 2, ''],
    ['Total *', 3, 2 / 3],
  ]);
});

describe('the months', () => {
  const spend = (dates: readonly string[]) => {
    const tabs = {
      spend: tabOf(
        'Spend',
        ['date', 'amount'],
        dates.map((day) => [day, 10]),
      ),
    };
    return { tabs, ...reportOn(tabs, settingsFor(tabs, { period: {} })) };
  };

  test('are the last sixty where there are more, and what is outside stands below them', () => {
    const { report, figures } = spend(['2019-01-31', '2020-07-15', '2025-06-30']);
    expect(figures.months).toHaveLength(60);
    expect(figures.months[0]).toEqual({ month: '2020-07', spend: 10 });
    expect(figures.months[59]).toEqual({ month: '2025-06', spend: 10 });
    const rows = rowsOf(report, 'Months');
    expect(rows).toHaveLength(61);
    expect(rows[60]?.slice(0, 2)).toEqual(['Without a date, or outside these months', 10]);
  });

  test('end with the last deal that was closed, and not where an open or ignored one is expected to be', () => {
    const rows = [
      ['Acme', 'Won', 1000, '2025-01-01', '2025-01-15'],
      ['Bolt', 'Lost', 700, '2025-01-01', '2025-03-31'],
      ['Core', 'Offer', 5000, '2025-01-01', '2030-12-31'],
      ['Dash', 'Test', 9, '2025-01-01', '2019-01-01'],
    ];
    const tabs = { deals: tabOf('Deals', ['customer', 'stage', 'amount', 'created', 'closed'], rows) };
    const settings = settingsFor(tabs, { period: {} });
    const stages = [...settings.stages, { label: 'Test', outcome: 'ignore' as const, order: 99 }];
    const { report, figures } = reportOn(tabs, { ...settings, stages });
    expect(figures.months.map(({ month }) => month)).toEqual(['2025-01', '2025-02', '2025-03']);
    const workbook = workbookWith(tabs, report);
    expect(differences(liveCells(report), (cell) => workbook.value(report.tab, cell))).toEqual([]);
  });

  test('follow the period, also to one that has more of them than there are rows', () => {
    const { tabs, report } = spend(['2025-05-31', '2025-06-30', '2023-01-01']);
    const workbook = workbookWith(tabs, report);
    const shown = () => {
      const at = report.rows.findIndex(([first]) => first?.value === 'Month') + 1;
      const cells = workbook.values(report.tab, `A${at + 1}:B${at + 31}`);
      return cells.filter(([month, amount]) => month !== '' && amount !== '' && amount !== 0);
    };
    workbook.type(report.tab, report.period.start, '2025-05-31');
    workbook.type(report.tab, report.period.end, '2025-06-15');
    expect(shown()).toEqual([[45_778, 10]]);
    workbook.type(report.tab, report.period.start, '2019-05-01');
    workbook.type(report.tab, report.period.end, '2025-06-30');
    expect(shown()).toEqual([
      [44_927, 10],
      [45_778, 10],
      [45_809, 10],
    ]);
  });
});

test.each([
  [
    'en',
    'Most is lost between “Lead” and “MQL”: 3 of 9, 33%. The largest share is lost between “SQL” and “Customer”: 2 of 4, 50%.',
  ],
  [
    'pl',
    'Najwięcej odpada między etapami „Lead” i „MQL”: 3 z 9, 33%. Największy odsetek odpada między etapami „SQL” i „Customer”: 2 z 4, 50%.',
  ],
  [
    'ru',
    'Больше всего теряется между этапами «Lead» и «MQL»: 3 из 9, 33 %. Самая большая доля теряется между этапами «SQL» и «Customer»: 2 из 4, 50 %.',
  ],
] as const)('the leak is named in live sentences above the funnel (%s)', (language, sentence) => {
  const { report } = reportOn(smallCompany, smallSettings(language));
  const title = words[language].report.funnelLeads;
  const at = report.rows.findIndex(([first]) => first?.value === title);
  const joined = (texts: readonly unknown[]) => texts.join(' ').trim();
  expect(joined([1, 2].map((below) => report.rows[at + below]?.[0]?.value))).toBe(sentence);
  const workbook = workbookWith(smallCompany, report);
  const shown = () => joined(workbook.values(report.tab, `A${at + 2}:A${at + 3}`).flat());
  expect(shown()).toBe(sentence);
  workbook.type(report.tab, report.period.start, '2031-01-01');
  workbook.type(report.tab, report.period.end, '2031-12-31');
  expect(shown()).toBe('');
});

describe('customers', () => {
  const rows: SmallTab['rows'] = [
    ['Ash', 'Won', 10, '2025-01-15', '2025-01-20'],
    ['Ash', 'Won', 10, '2025-02-15', '2025-02-20'],
    ['Ash', 'Won', 10, '2025-04-15', '2025-04-20'],
    ['Birch', 'Won', 10, '2025-01-15', '2025-01-31'],
    ['Birch', 'Won', 10, '2025-03-15', '2025-03-01'],
    ['Cedar', 'Won', 10, '2025-02-15', '2025-02-28'],
    ['Dogwood', 'Lost', 10, '2025-01-15', '2025-01-20'],
  ];
  const tabs = { deals: tabOf('Deals', ['customer', 'stage', 'amount', 'created', 'closed'], rows) };
  const made = (period: Settings['report']['period']) => reportOn(tabs, settingsFor(tabs, { period }));
  const afterSale = (period: Settings['report']['period']) =>
    made(period)
      .figures.funnel.slice(-3)
      .map(({ reached }) => reached);

  test('came back with a second won deal by the end of the period, and are regular with a third', () => {
    expect(afterSale({})).toEqual([3, 2, 1]);
    expect(afterSale({ start: '2025-01-01', end: '2025-03-31' })).toEqual([3, 2, 0]);
    expect(afterSale({ start: '2025-03-01', end: '2025-03-31' })).toEqual([1, 1, 0]);
    expect(afterSale({ start: '2025-01-01', end: '2025-01-31' })).toEqual([2, 0, 0]);
  });

  test('make cohorts by the month of their first won deal', () => {
    expect(made({}).figures.cohorts).toEqual([
      {
        cohort: '2025-01',
        customers: 2,
        '+1': 0.5,
        '+2': 0.5,
        '+3': 0.5,
        '+4': null,
        '+5': null,
        '+6': null,
        '+9': null,
        '+12': null,
      },
      {
        cohort: '2025-02',
        customers: 1,
        '+1': 0,
        '+2': 0,
        '+3': null,
        '+4': null,
        '+5': null,
        '+6': null,
        '+9': null,
        '+12': null,
      },
    ]);
  });

  test('are blank as soon as the period is another, and back when it is the same', () => {
    const { report } = made({ start: '2025-01-01', end: '2025-04-30' });
    const workbook = workbookWith(tabs, report);
    const at = report.rows.findIndex(([first]) => first?.value === 'Cohorts') + 3;
    const shown = () => workbook.values(report.tab, `A${at + 1}:D${at + 1}`)[0];
    expect(shown()).toEqual([45_658, 2, 0.5, 0.5]);
    workbook.type(report.tab, report.period.end, '2025-04-29');
    expect(shown()).toEqual(['', '', '', '']);
    workbook.type(report.tab, report.period.end, '2025-04-30');
    expect(shown()).toEqual([45_658, 2, 0.5, 0.5]);
  });
});
