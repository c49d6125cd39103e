import type { Value } from '../../src/data/cell';
import { type SuggestionOptions, suggestSettings, type Tab } from '../../src/data/detect';
import { type Overrides, parseOverrides } from '../../src/data/settings';

const day = (date: string): Value => ({ date, time: 0 });
const options: SuggestionOptions = { locale: 'pl_PL', language: 'en' };
const overridden = (given: Partial<Overrides>): Overrides => ({
  datasets: {},
  stages: {},
  statuses: {},
  channels: {},
  ...given,
});

const deals: Tab = {
  name: 'Sales 2025',
  rows: [
    ['Deal ID', 'Company', 'Stage', 'Amount', 'Created', 'Close date', 'Source', 'Owner'],
    ['D1', 'Acme', 'Won ', 100, day('2025-01-01'), day('2025-02-01'), 'FB', 'Ann'],
    ['D2', 'Bolt', 'Prospecting', 50, day('2025-01-02'), null, 'google / cpc', 'Bob'],
    ['D3', 'Cord', 'Lost', 70, day('2025-01-03'), day('2025-03-01'), 'Polecenie', 'Ann'],
    ['D4', 'Dune', 'Przymiarka', 20, day('2025-01-04'), null, 'Polecenie', 'Bob'],
    ['D5', 'Echo', 'WON', 10, day('2025-01-05'), day('2025-03-02'), 'FB', 'Bob'],
  ],
};
const leads: Tab = {
  name: 'Leady',
  rows: [
    ['Data zgłoszenia', 'Imię i nazwisko', 'E-mail', 'Firma', 'Źródło', 'Status'],
    [day('2025-01-01'), 'Ann A', 'a@example.com', 'Acme', 'Polecenie', 'Nowy'],
    [day('2025-01-02'), 'Bob B', 'b@example.com', 'Bolt', 'FB', 'Klient'],
  ],
};
const spend: Tab = {
  name: 'Ads',
  rows: [
    ['Campaign report'],
    ['January 2025'],
    ['Day', 'Channel', 'Campaign', 'Cost (EUR)', 'Impr.', 'Clicks'],
    [day('2025-01-01'), 'Google Ads', 'Brand', 12.5, 100, 5],
    [day('2025-01-02'), 'Facebook', 'Brand', 10, 80, 4],
    ['Total', null, null, 22.5, 180, 9],
  ],
};
const traffic: Tab = {
  name: 'GA4',
  rows: [
    ['Date', 'Session default channel group', 'Total users', 'Sessions', 'Bounce rate'],
    [day('2025-01-01'), 'Organic Search', 10, 12, 0.4],
  ],
};
const notes: Tab = { name: 'Notes', rows: [['To do'], ['Call Ann back'], ['Send the offer']] };

function suggest(tabs: readonly Tab[], more: Partial<SuggestionOptions> = {}) {
  const result = suggestSettings(tabs, { ...options, ...more });
  if ('problem' in result) throw new Error(result.problem.code);
  return result;
}

const problem = (tabs: readonly Tab[], more: Partial<SuggestionOptions> = {}) => {
  const result = suggestSettings(tabs, { ...options, ...more });
  return 'problem' in result ? result.problem : undefined;
};

describe('tabs', () => {
  test('each dataset gets the tab that suits it, wherever it stands', () => {
    const { datasets } = suggest([notes, traffic, spend, deals, leads]).settings;
    expect(Object.entries(datasets).map(([dataset, { tab }]) => [dataset, tab])).toEqual([
      ['leads', 'Leady'],
      ['deals', 'Sales 2025'],
      ['spend', 'Ads'],
      ['traffic', 'GA4'],
    ]);
  });

  test('only those that are given are looked at, if any are', () => {
    const { datasets } = suggest([deals, leads, spend], { tabs: { spend: 'Ads' } }).settings;
    expect(datasets).toEqual({
      spend: {
        tab: 'Ads',
        headerRow: 3,
        totalRows: [6],
        columns: {
          date: { column: 1, header: 'Day' },
          channel: { column: 2, header: 'Channel' },
          campaign: { column: 3, header: 'Campaign' },
          amount: { column: 4, header: 'Cost (EUR)' },
          impressions: { column: 5, header: 'Impr.' },
          clicks: { column: 6, header: 'Clicks' },
        },
      },
    });
  });

  test.each<[string, Tab[], Partial<SuggestionOptions>, object]>([
    ['no tabs', [], {}, { code: 'nothing_mapped', params: {} }],
    ['none that holds data', [notes], {}, { code: 'nothing_mapped', params: { tabs: 'Notes' } }],
    [
      'a given tab that says nothing',
      [
        {
          name: 'A',
          rows: [
            ['x', 'y'],
            ['a', 1],
          ],
        },
      ],
      { tabs: { deals: 'A' } },
      { code: 'nothing_mapped' },
    ],
    ['a given tab with lines of text', [notes], { tabs: { deals: 'Notes' } }, { code: 'no_header' }],
    [
      'a tab that is not there',
      [deals],
      { tabs: { deals: 'Deals' } },
      { code: 'tab_missing', params: { tab: 'Deals' } },
    ],
    [
      'an empty tab',
      [{ name: 'A', rows: [['', null]] }],
      { tabs: { deals: 'A' } },
      { code: 'tab_empty', params: { tab: 'A' } },
    ],
    [
      'a tab without headers',
      [{ name: 'A', rows: deals.rows.slice(1) }],
      { tabs: { deals: 'A' } },
      { code: 'no_header', params: { tab: 'A' } },
    ],
  ])('%s is a problem', (_, tabs, more, expected) => {
    expect(problem(tabs, more)).toMatchObject(expected);
  });
});

describe('stages and statuses', () => {
  test('stand in the usual order with their meaning; what is not known is open and said so', () => {
    const { settings, unrecognised } = suggest([deals]);
    expect(settings.stages).toEqual([
      { label: 'Prospecting', order: 1, outcome: 'open' },
      { label: 'Przymiarka', order: 2, outcome: 'open' },
      { label: 'WON', order: 3, outcome: 'won' },
      { label: 'Lost', order: 4, outcome: 'lost' },
    ]);
    expect(unrecognised).toEqual({ stages: ['Przymiarka'], statuses: [] });
  });

  test('without a column, every deal is a closed sale and every lead is a lead', () => {
    const { stages, statuses } = suggest([spend]).settings;
    expect(stages).toEqual([{ label: '', order: 0, outcome: 'won' }]);
    expect(statuses).toEqual([{ label: '', order: 0, meaning: 'lead' }]);
  });

  test('a header row that was pasted into the data is no stage', () => {
    const rows = [...deals.rows, ...deals.rows.slice(0, 2)];
    const { stages } = suggest([{ ...deals, rows }]).settings;
    expect(stages).toEqual(suggest([deals]).settings.stages);
  });

  test('a column with hundreds of labels gives a note, and no endless settings', () => {
    const rows = Array.from({ length: 300 }, (_, index) => [`Step ${index}`, index]);
    const { settings, notes: said } = suggest([{ name: 'A', rows: [['Stage', 'Amount'], ...rows] }], {
      tabs: { deals: 'A' },
    });
    expect(settings.stages).toHaveLength(200);
    expect(said).toContainEqual({ code: 'too_many_labels', params: { field: 'deals.stage', count: 300, most: 200 } });
  });
});

test('channels are made of the labels of leads, deals and spend together', () => {
  expect(suggest([deals, leads, spend]).settings.channels).toEqual([
    { channel: 'paid-search', labels: ['Google Ads', 'google / cpc'] },
    { channel: 'paid-social', labels: ['Facebook', 'FB'] },
    { channel: 'referral', labels: ['Polecenie'] },
  ]);
});

describe('the report', () => {
  test('covers all time, with the breakdowns that the columns can carry', () => {
    expect(suggest([deals, leads]).settings.report).toEqual({
      name: '',
      period: {},
      compare: 'previous',
      language: 'en',
      currency: 'PLN',
      margin: 1,
      targets: {},
      breakdowns: ['channel', 'rep', 'month', 'cohort'],
      kpis: [],
    });
  });

  test('is in the currency that the data name, before that of the locale', () => {
    expect(suggest([spend]).settings.report.currency).toBe('EUR');
    expect(suggest([deals], { locale: 'en_GB' }).settings.report.currency).toBe('GBP');
    expect(suggest([deals], { locale: 'xx' }).settings.report.currency).toBe('');
  });

  test.each([
    ['Wartość (PLN)', 'PLN'],
    ['Сумма сделки, р.', 'RUB'],
    ['Amount, €', 'EUR'],
    ['Wartość br.', ''],
    ['Amount kr', ''],
  ])('is in the currency that the header of the amounts names: %s', (header, currency) => {
    const rows = [
      ['Etap', header, 'Data zamknięcia'],
      ['Wygrana', 5, '2025-01-31'],
      ['Przegrana', 7.5, '2025-01-30'],
    ];
    expect(suggest([{ name: 'Deals', rows }], { locale: 'xx' }).settings.report.currency).toBe(currency);
  });
});

test('a status that is not known stands among plain leads, before those that are qualified', () => {
  const rows = ['New', 'Oddly', 'MQL', 'SQL', 'Customer'].map((status, at) => [
    `L${at}`,
    '2025-01-31',
    'google',
    status,
  ]);
  const { settings } = suggest([{ name: 'Leads', rows: [['Lead ID', 'Created', 'Source', 'Status'], ...rows] }]);
  expect(settings.statuses.map(({ label, meaning }) => [label, meaning])).toEqual([
    ['New', 'lead'],
    ['Oddly', 'lead'],
    ['MQL', 'mql'],
    ['SQL', 'sql'],
    ['Customer', 'customer'],
  ]);
});

test('a report is in the currency that stands beside the amounts, where all are in one', () => {
  const withAmounts = (...amounts: string[]) => ({
    name: 'Deals',
    rows: [['Stage', 'Amount', 'Close date'], ...amounts.map((amount) => ['Won', amount, '2025-01-31'])],
  });
  const currency = (...amounts: string[]) =>
    suggest([withAmounts(...amounts)], { locale: 'en_US' }).settings.report.currency;
  expect(currency('1 234,56 zł', '2 000')).toBe('PLN');
  expect(currency('1 234,56 zł', '2 000 €')).toBe('USD');
});

describe('a mapping file', () => {
  test('overrides a field, and its column serves no other', () => {
    const overrides = overridden({ datasets: { deals: { customer: 'owner', closed: 'CREATED' } } });
    const { settings, fields } = suggest([deals], { tabs: { deals: deals.name }, overrides });
    expect(settings.datasets.deals?.columns).toMatchObject({
      customer: { column: 8, header: 'Owner' },
      closed: { column: 5, header: 'Created' },
      stage: { column: 3, header: 'Stage' },
    });
    expect(settings.datasets.deals?.columns).not.toHaveProperty('owner');
    expect(fields.deals).toContainEqual({
      field: 'customer',
      column: 8,
      header: 'Owner',
      confidence: 1,
      reason: 'header',
    });
  });

  test('leaves a field out with null', () => {
    const { settings } = suggest([deals], { overrides: overridden({ datasets: { deals: { stage: null } } }) });
    expect(settings.datasets.deals?.columns).not.toHaveProperty('stage');
    expect(settings.stages).toEqual([{ label: '', order: 0, outcome: 'won' }]);
  });

  test('that names no header of the tab is a problem which lists those there are', () => {
    expect(problem([deals], { overrides: overridden({ datasets: { deals: { stage: 'Phase' } } }) })).toEqual({
      code: 'mapping_unknown_header',
      params: {
        dataset: 'deals',
        field: 'stage',
        header: 'Phase',
        headers: 'Deal ID, Company, Stage, Amount, Created, Close date, Source, Owner',
      },
    });
  });

  test('says what labels mean, in any spelling, and which channel they are', () => {
    const overrides = overridden({
      stages: { przymiarka: 'lost', Nieznana: 'won' },
      channels: { fb: 'Facebook', polecenie: 'Facebook' },
    });
    const { settings, unrecognised, notes: said } = suggest([deals], { overrides });
    expect(settings.stages).toContainEqual({ label: 'Przymiarka', order: 2, outcome: 'lost' });
    expect(unrecognised.stages).toEqual([]);
    expect(settings.channels).toEqual([
      { channel: 'Facebook', labels: ['FB', 'Polecenie'] },
      { channel: 'paid-search', labels: ['google / cpc'] },
    ]);
    expect(said).toEqual([{ code: 'mapping_unknown_label', params: { key: 'stages', label: 'Nieznana' } }]);
  });
});

test('a tab with 300 columns and one with 20,000 rows are read as any other', () => {
  const wide: Tab = {
    name: 'Wide',
    rows: [
      [...Array.from({ length: 299 }, (_, index) => `Custom amount ${index}`), 'Stage'],
      Array.from({ length: 300 }, () => 1),
    ],
  };
  const long: Tab = {
    name: 'Long',
    rows: [deals.rows[0] ?? [], ...Array.from({ length: 20_000 }, (_, index) => deals.rows[1 + (index % 5)] ?? [])],
  };
  const { settings } = suggest([wide, long], { tabs: { leads: 'Wide', deals: 'Long' } });
  expect(Object.keys(settings.datasets.deals?.columns ?? {})).toEqual(expect.arrayContaining(['stage', 'amount']));
});

test('a mapping file may say what rows without a stage column are', () => {
  const rows = [
    ['Customer', 'Close date', 'Amount'],
    ...Array.from({ length: 5 }, (_, at) => [`C${at}`, { date: `2025-01-0${at + 1}`, time: 0 }, 10]),
  ];
  const parsed = parseOverrides({ stages: { '': 'open' } });
  if ('problem' in parsed) throw new Error(parsed.problem.code);
  const found = suggestSettings([{ name: 'Orders', rows }], {
    locale: 'en_US',
    language: 'en',
    tabs: { deals: 'Orders' },
    overrides: parsed.overrides,
  });
  expect(found).toMatchObject({ settings: { stages: [{ label: '', order: 0, outcome: 'open' }] }, notes: [] });
});
