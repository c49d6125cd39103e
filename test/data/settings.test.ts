import fc from 'fast-check';
import type { Value } from '../../src/data/cell';
import { parseOverrides, parseSettings, type SavedSettings, type Settings } from '../../src/data/settings';
import { settingsFromRows, settingsToRows } from '../../src/data/settings-rows';

const settings: Settings = {
  version: 1,
  revision: 4,
  datasets: {
    deals: {
      tab: 'CRM export',
      sheet: 1234,
      headerRow: 3,
      headers: 12,
      columns: { stage: { column: 5, header: 'Deal Stage' }, amount: { column: 6, header: ' Amount (PLN) ' } },
      totalRows: [120, 240],
    },
    spend: { tab: '=Ads', headerRow: 1, columns: {}, totalRows: [] },
  },
  stages: [
    { label: 'Nowa', order: 1, outcome: 'open' },
    { label: 'Wygrana', order: 2, outcome: 'won' },
  ],
  statuses: [{ label: '', order: 0, meaning: 'lead' }],
  channels: [
    { channel: 'paid-search', labels: ['google / cpc', 'Google Ads'] },
    { channel: 'Allegro', labels: ['Allegro'] },
  ],
  report: {
    name: 'Board',
    period: { start: '2025-01-01', end: '2025-12-31' },
    compare: 'year',
    language: 'pl',
    currency: 'PLN',
    margin: 0.6,
    targets: { WIN_RATE: 0.3 },
    breakdowns: ['channel', 'month'],
    kpis: ['WIN_RATE', 'CAC'],
  },
};

const other = { ...settings.report, name: '', period: {}, targets: {}, breakdowns: ['rep'], kpis: [] };
const saved: SavedSettings = {
  settings,
  reports: [
    { report: settings.report, tab: 'For the board', sheet: 77 },
    { report: other, tab: 'Leakproof report', sheet: 78 },
  ],
  isTagged: true,
};

describe('the settings tab', () => {
  test('can be read by a person', () => {
    const rows = settingsToRows(saved);
    expect(rows[0]).toEqual(['setting', 'name', 'value', 'detail']);
    expect(rows).toContainEqual(['leakproof', 'revision', 4, '']);
    expect(rows).toContainEqual(['leakproof', 'tags', 'yes', '']);
    expect(rows).toContainEqual(['deals', 'tab', 'CRM export', 1234]);
    expect(rows).toContainEqual(['deals', 'header row', 3, 12]);
    expect(rows).toContainEqual(['deals', 'field stage', 5, 'Deal Stage']);
    expect(rows).toContainEqual(['deals', 'total row', 120, '']);
    expect(rows).toContainEqual(['stage', 'Wygrana', 'won', 2]);
    expect(rows).toContainEqual(['channel', 'google / cpc', 'paid-search', '']);
    expect(rows).toContainEqual(['report', 'tab', 'For the board', 'Board']);
    expect(rows).toContainEqual(['report', 'margin', 0.6, 'Board']);
    expect(rows).toContainEqual(['report', 'start', { date: '2025-01-01', time: 0 }, 'Board']);
    expect(rows).toContainEqual(['report', 'start', '', '']);
    expect(rows).toContainEqual(['breakdown', 'rep', '', '']);
    expect(rows.every((row) => row.length === 4)).toBe(true);
  });

  test('gives back what was saved', () => {
    expect(settingsFromRows(settingsToRows(saved))).toEqual({ saved });
    const untagged = { ...saved, isTagged: false };
    expect(settingsFromRows(settingsToRows(untagged))).toEqual({ saved: untagged });
  });

  test('may have blank rows and columns around, as a sheet has', () => {
    const rows = settingsToRows(saved).map((row): Value[] => [...row, null, '']);
    expect(settingsFromRows([...rows.slice(0, 4), [null, '', null], ...rows.slice(4), [], ['']])).toEqual({ saved });
  });

  test('may have its columns in another order, and others among them', () => {
    const rows = settingsToRows(saved).map(([one = '', two = '', three = '', four = '']): Value[] => [
      four,
      'note',
      two,
      one,
      null,
      three,
    ]);
    expect(settingsFromRows(rows)).toEqual({ saved });
  });

  test('may have its rows in any order', () => {
    const sorted = ({ saved: one }: ReturnType<typeof settingsFromRows>) => {
      const list = settingsToRows(one as SavedSettings).map((row) => JSON.stringify(row));
      return list.sort();
    };
    const rows = settingsToRows(saved);
    const orders = fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length });
    fc.assert(
      fc.property(orders, (shuffled) => {
        const read = settingsFromRows(shuffled);
        expect(read.problem).toBeUndefined();
        expect(sorted(read)).toEqual(sorted({ saved }));
      }),
    );
  });

  test.each<[string, string, Value, SavedSettings]>([
    ['a number as text', 'margin', '0,6', saved],
    ['a share in percent', 'margin', '60 %', saved],
    ['a day as text', 'start', '2025-01-01', saved],
    ['a day in words', 'start', '1 stycznia 2025', saved],
    ['a day with a time', 'start', { date: '2025-01-01', time: 0.25 }, saved],
    ['a row as text', 'header row', '3', saved],
  ])('may hold %s', (_, name, value, expected) => {
    const rows = settingsToRows(saved);
    const index = rows.findIndex((row) => row[1] === name);
    expect(
      settingsFromRows(rows.map((row, at) => (at === index ? [row[0], row[1], value, row[3]] : row) as Value[])),
    ).toEqual({
      saved: expected,
    });
  });

  test('may hold numbers where text was written: cells do that', () => {
    const labelled = {
      ...saved,
      settings: { ...settings, stages: [{ label: '1', order: 1, outcome: 'won' as const }] },
    };
    const rows = settingsToRows(labelled).map((row): Value[] => row.map((cell) => (cell === '1' ? 1 : cell)));
    expect(settingsFromRows(rows)).toEqual({ saved: labelled });
  });

  const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((label) => label.trim() !== '');
  test('whatever the labels, headers, tabs and reports are called', () => {
    fc.assert(
      fc.property(text, text, text, (tab, header, label) => {
        const report = { ...settings.report, name: tab };
        const named: Settings = {
          ...settings,
          datasets: { leads: { tab, headerRow: 1, columns: { id: { column: 1, header } }, totalRows: [] } },
          stages: [{ label, order: 1, outcome: 'open' }],
          channels: [{ channel: label, labels: [label] }],
          report,
        };
        const all = { settings: named, reports: [{ report, tab: label, sheet: 1 }], isTagged: true };
        expect(settingsFromRows(settingsToRows(all))).toEqual({ saved: all });
      }),
      { examples: [['\n!', '\n', 'two\nlines']] },
    );
  });
});

describe('a damaged settings tab is a problem, never a different mapping', () => {
  const rows: readonly (readonly Value[])[] = settingsToRows(saved);
  const rowOf = (name: string) => rows.findIndex((row) => row[1] === name);
  const changed = (name: string, column: number, value: Value) =>
    rows.map((row, index) => (index === rowOf(name) ? row.map((cell, at) => (at === column ? value : cell)) : row));
  const invalid = (entry: string) => ({ code: 'settings_invalid', params: { entry } });
  const damaged = (row: number) => ({ code: 'settings_damaged', params: { row } });

  test.each<[string, readonly (readonly Value[])[], object]>([
    ['nothing is left', [], { code: 'settings_missing' }],
    ['only blanks are left', [[null], ['', '']], { code: 'settings_missing' }],
    ['only the header is left', rows.slice(0, 1), { code: 'settings_missing' }],
    ['it was saved by a newer version', changed('version', 2, 2), { code: 'settings_newer' }],
    [
      'a row was deleted',
      rows.filter((_, index) => index !== rowOf('field amount')),
      { code: 'settings_rows_missing' },
    ],
    ['the end is missing', rows.slice(0, -3), { code: 'settings_rows_missing' }],
    ['a row was doubled', [...rows.slice(0, 5), ...rows.slice(4)], damaged(6)],
    ['a kind is unknown', changed('Nowa', 0, 'stgae'), damaged(rowOf('Nowa') + 1)],
    ['a name is unknown', changed('compare', 1, 'copmare'), damaged(rowOf('compare') + 1)],
    ['a column is text', changed('field stage', 2, 'E'), invalid('datasets.deals.columns.stage.column')],
    ['a column is zero', changed('field stage', 2, 0), invalid('datasets.deals.columns.stage.column')],
    ['a column stands twice', changed('field stage', 2, 6), invalid('datasets.deals.columns.amount')],
    ['a field is unknown', changed('field stage', 1, 'field stages'), invalid('datasets.deals.columns.stages')],
    ['an outcome is unknown', changed('Wygrana', 2, 'win'), invalid('stages.1.outcome')],
    ['a label stands twice', changed('Wygrana', 1, ' nowa'), invalid('stages.1.label')],
    ['a label is in two channels', changed('Allegro', 1, 'google ads'), invalid('channels.1.labels.0')],
    ['a date is none', changed('start', 2, 'January'), invalid('report.period.start')],
    ['a date can be read in two ways', changed('start', 2, '01/02/2025'), invalid('report.period.start')],
    ['a cell is an error', changed('margin', 2, '#REF!'), invalid('report.margin')],
    [
      'the reports are gone',
      rows.filter(([kind]) => !/report|target|breakdown|kpi/.test(String(kind))),
      { code: 'settings_rows_missing' },
    ],
  ])('%s', (_, found, problem) => {
    expect(settingsFromRows(found).problem).toMatchObject(problem);
  });

  test('everything else is kept', () => {
    const { saved: left } = settingsFromRows(changed('field stage', 2, 'E'));
    const { stage: _, ...columns } = settings.datasets.deals?.columns ?? {};
    expect(left).toEqual({
      ...saved,
      settings: { ...settings, datasets: { ...settings.datasets, deals: { ...settings.datasets.deals, columns } } },
    });
    expect(settingsFromRows(changed('margin', 2, 'much')).saved?.settings.report).toEqual({
      ...settings.report,
      margin: 1,
    });
    expect(settingsFromRows(changed('Wygrana', 2, 'win')).saved?.settings.stages).toEqual(settings.stages.slice(0, 1));
    const lost = settingsFromRows(rows.filter(([kind]) => !/report|target|breakdown|kpi/.test(String(kind))));
    expect(lost.saved).toMatchObject({ settings: { datasets: settings.datasets }, reports: [] });
  });

  test('any cells changed and rows deleted give a problem or settings that say so, never an exception', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant({ date: '2025-01-01', time: 0.5 }),
      fc.constantFrom(...rows.flat()),
    );
    const change = fc.tuple(fc.nat(rows.length - 1), fc.nat(3), cell);
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 6 }),
        fc.array(fc.nat(rows.length), { maxLength: 3 }),
        (changes, gone) => {
          const cells = rows.map((row) => [...row]);
          for (const [row, column, value] of changes) (cells[row] as Value[])[column] = value;
          const read = settingsFromRows(cells.filter((_, index) => !gone.includes(index)));
          if (read.saved) expect(parseSettings(read.saved.settings)).toEqual({ settings: read.saved.settings });
          else expect(read.problem.code).toMatch(/^settings_/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('settings from outside', () => {
  test('are taken when they are well-formed', () => {
    expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual({ settings });
  });

  test.each<[string, unknown, string]>([
    ['nothing', null, ''],
    ['a text', 'settings', ''],
    ['an unknown entry', { ...settings, colour: 'red' }, ''],
    ['another version', { ...settings, version: 3 }, 'version'],
    [
      'a row before the first',
      { ...settings, datasets: { deals: { ...settings.datasets.deals, headerRow: 0 } } },
      'datasets.deals.headerRow',
    ],
  ])('are refused when they are %s', (_, json, entry) => {
    expect(parseSettings(json)).toEqual({ problem: { code: 'settings_invalid', params: { entry } } });
  });
});

describe('a mapping file', () => {
  test('names headers of fields, and the meaning of labels', () => {
    const json = {
      deals: { stage: 'deal_stage', closed: null },
      stages: { Won: 'won' },
      statuses: { Nowy: 'lead' },
      channels: { 'google / cpc': 'Google' },
    };
    expect(parseOverrides(json)).toEqual({
      overrides: {
        datasets: { deals: { stage: 'deal_stage', closed: null } },
        stages: { Won: 'won' },
        statuses: { Nowy: 'lead' },
        channels: { 'google / cpc': 'Google' },
      },
    });
  });

  test('may be empty', () => {
    expect(parseOverrides({})).toEqual({ overrides: { datasets: {}, stages: {}, statuses: {}, channels: {} } });
  });

  test.each<[unknown, object]>([
    [null, { code: 'mapping_not_an_object' }],
    [[], { code: 'mapping_not_an_object' }],
    ['deals', { code: 'mapping_not_an_object' }],
    [
      { deal: {} },
      {
        code: 'mapping_unknown_key',
        params: { key: 'deal', allowed: 'leads, deals, spend, traffic, stages, statuses, channels' },
      },
    ],
    [{ deals: { phase: 'x' } }, { code: 'mapping_unknown_key', params: { key: 'deals.phase' } }],
    [{ deals: { constructor: 'x' } }, { code: 'mapping_unknown_key', params: { key: 'deals.constructor' } }],
    [{ deals: { stage: 5 } }, { code: 'mapping_wrong_value', params: { key: 'deals.stage' } }],
    [{ deals: 'Deals' }, { code: 'mapping_wrong_value', params: { key: 'deals' } }],
    [
      { stages: { Won: 'yes' } },
      { code: 'mapping_wrong_value', params: { key: 'stages.Won', allowed: 'open, won, lost, ignore' } },
    ],
    [{ channels: { FB: '' } }, { code: 'mapping_wrong_value', params: { key: 'channels.FB' } }],
  ])('%j is a problem that names the key', (json, problem) => {
    expect(parseOverrides(json)).toMatchObject({ problem });
  });
});
