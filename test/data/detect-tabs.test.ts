import type { Value } from '../../src/data/cell';
import { detectDatasets, detectFields, suggestSettings, type Tab } from '../../src/data/detect';
import { DATASET_NAMES, type DatasetName } from '../../src/data/fields';
import { filledTab } from '../support/filled-tabs';
import { HEADER_ROWS } from './header-rows';

const rows = HEADER_ROWS.map((row) => [`${row.tool} (${row.dataset}, ${row.language})`, row] as const);

/** The datasets that a file of these tabs is found to hold, with their tabs. */
function found(...tabs: Tab[]): Partial<Record<DatasetName, string>> {
  const suggestion = suggestSettings(tabs, { locale: 'en_US', language: 'en' });
  if ('problem' in suggestion) return {};
  return Object.fromEntries(
    DATASET_NAMES.flatMap((name) => {
      const tab = suggestion.settings.datasets[name]?.tab;
      return tab === undefined ? [] : [[name, tab]];
    }),
  );
}

describe('a tab of values, called nothing in particular', () => {
  // Without dates there is no spend and no traffic to be had by period.
  const undated = rows.filter(([, { headers }]) => headers.every(({ field }) => field !== 'date'));
  const dated = rows.filter(
    (row) => !undated.includes(row) || row[1].dataset === 'leads' || row[1].dataset === 'deals',
  );

  test.each(dated)('of %s is taken for what it holds', (_, row) => {
    const judged = detectDatasets(filledTab(row));
    const best = DATASET_NAMES.reduce((one, other) =>
      (judged?.[other].confidence ?? 0) > (judged?.[one].confidence ?? 0) ? other : one,
    );
    expect([best, (judged?.[best].confidence ?? 0) >= 0.45]).toEqual([row.dataset, true]);
  });

  test.each(rows)('of %s has the same fields as its headers alone', (_, row) => {
    const tab = filledTab(row);
    const fields = detectFields(row.dataset, tab.rows[0] ?? [], tab.rows.slice(1));
    const expected = row.headers.flatMap(({ header, field }) => (field ? [[field, header]] : []));
    expect(Object.fromEntries(fields.map(({ field, header }) => [field, header]))).toEqual(
      Object.fromEntries(expected),
    );
  });
});

const day = (month: number): Value => ({ date: `2025-0${month}-01`, time: 0 });
const nine = (rowOf: (index: number) => Value[]): Value[][] =>
  Array.from({ length: 9 }, (_, index) => rowOf(index + 1));

describe('a tab kept by hand, with headers that say little,', () => {
  const headers = ['Date', 'Name', 'Type', 'From', 'Status', 'By'];
  const rowsOf = (statuses: readonly string[]) =>
    nine((i) => [
      day(i),
      `N${i}`,
      'SMB',
      i % 2 ? 'Google Ads' : 'Referral',
      statuses[i % statuses.length] ?? null,
      'Ann',
    ]);

  test('holds leads where some of them are called customers in the end', () => {
    const table = [headers, ...rowsOf(['New', 'Contacted', 'Customer', 'Not a fit'])];
    expect(found({ name: 'Sheet1', rows: table })).toEqual({ leads: 'Sheet1' });
  });

  test('holds what the line above the headers says', () => {
    const table = [headers.slice(0, 4), ...rowsOf([]).map((row) => row.slice(0, 4))];
    expect(found({ name: 'Sheet1', rows: table })).toEqual({});
    expect(found({ name: 'Sheet1', rows: [['Leads 2025, sales team'], ...table] })).toEqual({ leads: 'Sheet1' });
    expect(found({ name: 'Form responses 1', rows: table })).toEqual({ leads: 'Form responses 1' });
  });

  test('holds leads where people called', () => {
    const table = [
      ['Tracking number', 'Source', 'Start time', 'Duration (seconds)', 'Phone number', 'Campaign'],
      ...nine((i) => [`404-${i}`, i % 2 ? 'Google Ads' : 'Bing Ads', day(i), 60 * i, `678-${i}`, 'Brand']),
    ];
    expect(found({ name: 'Sheet1', rows: table })).toEqual({ leads: 'Sheet1' });
  });

  test('holds leads where people sent a form', () => {
    const table = [
      ['Name', 'Email', 'Company', 'How did you find us', 'Message', 'Submitted', 'Submission ID'],
      ...nine((i) => [`N${i}`, 'a@b.example', `C${i}`, 'Google', 'Hello', day(i), `s${i}`]),
    ];
    expect(found({ name: 'Sheet1', rows: table })).toEqual({ leads: 'Sheet1' });
  });

  test('holds advertisements where something was shown and clicked, whatever stands above it', () => {
    const headers =
      'Gregorianisches Datum,Kontoname,Kontonummer,Kampagnenname,Kampagnen-ID,Netzwerk,Impressionen,Klicks,Ausgaben';
    const rows = nine((i) => [
      day(i),
      'Sonnenschutz GmbH',
      'F1197',
      `K${i}`,
      i,
      'Partner-Traffic',
      100 * i,
      i,
      9.5 * i,
    ]);
    const table = [['Potenziell unvollständige Daten: Nein'], headers.split(','), ...rows];
    expect(found({ name: 'Sheet1', rows: table })).toEqual({ spend: 'Sheet1' });
  });
});

describe('a tab that holds none of the four', () => {
  test.each<[string, Value[][]]>([
    [
      'products',
      [['SKU', 'Product name', 'Category', 'Price', 'Stock'], ...nine((i) => [`S${i}`, `P${i}`, 'A', 9.5, i])],
    ],
    ['produkty', [['Kod', 'Nazwa produktu', 'Kategoria', 'Cena netto'], ...nine((i) => [`S${i}`, `P${i}`, 'A', 9.5])]],
    [
      'accounts',
      [
        ['Account name', 'Industry', 'Annual revenue', 'Employees', 'Owner', 'Created'],
        ...nine((i) => [`C${i}`, 'Retail', 1000.5 * i, i, 'Ann', day(i)]),
      ],
    ],
    [
      'контакты',
      [['Имя', 'Фамилия', 'Телефон', 'Компания', 'Город'], ...nine((i) => ['Анна', `Ф${i}`, '123', `К${i}`, 'Тверь'])],
    ],
    ['targets', [['Rep', 'Month', 'Target', '% of target'], ...nine((i) => ['Ann', day(i), 1000, 0.9])]],
    ['plan sprzedaży', [['Handlowiec', 'Miesiąc', 'Plan', 'Wykonanie'], ...nine((i) => ['Ann', day(i), 1000, 900])]],
    [
      'a pivot table',
      [
        ['Owner', 'Lost', 'Won', 'Grand Total'],
        ['Ann', 10, 20, 30],
        ['Bob', 5, 5, 10],
        ['Grand Total', 15, 25, 40],
      ],
    ],
    ['a report', [['Month', 'Leads', 'Won', 'Revenue', 'CAC'], ...nine((i) => [`2025-${i}`, 100, 10, 5000.5, 100.25])]],
    [
      'lists for drop-downs',
      [
        ['Stages', 'Sources', 'Owners'],
        ['New', 'Google', 'Ann'],
        ['Won', 'Referral', 'Bob'],
        ['Lost', 'Facebook', null],
      ],
    ],
    [
      'activities',
      [
        ['Subject', 'Type', 'Due date', 'Done', 'Owner', 'Deal', 'Contact'],
        ...nine((i) => [`Call ${i}`, 'Call', day(i), true, 'Ann', `Deal ${i}`, 'Bob']),
      ],
    ],
    [
      'a team',
      [['Name', 'Email', 'Role', 'Start date', 'Quota'], ...nine((i) => [`N${i}`, 'a@b.c', 'AE', day(i), 10_000])],
    ],
    [
      'expenses',
      [
        ['Date', 'Category', 'Description', 'Amount', 'Paid by'],
        ...nine((i) => [day(i), 'Travel', 'Taxi', 12.5, 'Ann']),
      ],
    ],
    ['exchange rates', [['Date', 'Currency', 'Rate'], ...nine((i) => [day(i), 'EUR', 4.31])]],
    [
      'a calendar of posts',
      [
        ['Publish date', 'Channel', 'Topic', 'Status', 'Owner'],
        ...nine((i) => [day(i), 'Blog', 'News', 'Draft', 'Ann']),
      ],
    ],
    [
      'tickets',
      [
        ['Ticket ID', 'Subject', 'Status', 'Created at', 'Closed at', 'Assignee', 'Customer'],
        ...nine((i) => [i, 'Help', i % 2 ? 'Waiting for us' : 'Closed', day(i), day(i), 'Ann', `C${i}`]),
      ],
    ],
    ['notes', [['To do'], ['Call Ann back'], ['Send the offer']]],
  ])('is taken for none: %s', (name, table) => {
    expect(found({ name: 'Sheet1', rows: table })).toEqual({});
    // Nor does it take the place of the tab that does hold one.
    const real = HEADER_ROWS.filter(({ tool }) => ['Bitrix24', 'Google Ads', 'GA4'].includes(tool)).map((row) => ({
      ...filledTab(row),
      name: row.dataset,
    }));
    const tabs = DATASET_NAMES.flatMap((dataset) => real.filter((tab) => tab.name === dataset).slice(0, 1));
    expect(Object.values(found({ name, rows: table }, ...tabs))).not.toContain(name);
  });
});
