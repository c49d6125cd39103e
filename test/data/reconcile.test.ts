import fc from 'fast-check';
import type { Value } from '../../src/data/cell';
import { completeSettings, type FoundTab, type Reconciled, reconcile } from '../../src/data/reconcile';
import { type DatasetMapping, NEW_SETTINGS, type Settings } from '../../src/data/settings';

const HEADERS = ['Deal', 'Stage', 'Amount', 'Closed', 'Owner'];
const FIELDS = ['name', 'stage', 'amount', 'closed', 'owner'];

const deals: DatasetMapping = {
  tab: 'Deals',
  sheet: 7,
  headerRow: 1,
  headers: 5,
  columns: Object.fromEntries(FIELDS.map((field, at) => [field, { column: at + 1, header: HEADERS[at] ?? '' }])),
  totalRows: [],
};
const settings: Settings = { ...NEW_SETTINGS, datasets: { deals } };

const tagsAt = (columns: Readonly<Record<string, number>>) => [
  { name: 'deals' },
  ...Object.entries(columns).map(([field, column]) => ({ name: `deals.${field}`, column })),
];
const inOrder = Object.fromEntries(FIELDS.map((field, at) => [field, at + 1]));
const tab: FoundTab = { id: 7, name: 'Deals', tags: tagsAt(inOrder) };

interface Now {
  readonly tabs?: readonly FoundTab[];
  /** The first rows of every tab. */
  readonly rows?: readonly (readonly Value[])[];
  readonly tagged?: Settings['datasets'];
  readonly given?: Settings;
}

const reconciled = ({
  tabs = [tab],
  rows = [HEADERS],
  tagged = settings.datasets,
  given = settings,
}: Now): Reconciled => reconcile(given, { tabs, tagged, rowsOf: () => rows });
const columnsOf = ({ settings: { datasets } }: Reconciled) =>
  Object.fromEntries(Object.entries(datasets.deals?.columns ?? {}).map(([field, { column }]) => [field, column]));
const withColumn = (field: string, column: { column: number; header: string }): Settings => ({
  ...settings,
  datasets: { deals: { ...deals, columns: { ...deals.columns, [field]: column } } },
});

describe('a tab', () => {
  const other = (id: number, name: string, isTagged = false): FoundTab => ({
    id,
    name,
    tags: isTagged ? tab.tags : [],
  });

  test.each<[string, FoundTab[], string]>([
    ['by name and id, whoever carries its tag', [other(9, 'Copy of Deals', true), other(7, 'Deals')], 'Deals'],
    ['by its id under another name', [other(9, 'Leads'), other(7, 'Sales')], 'Sales'],
    ['by its id and tag, though a copy has the tag, too', [other(9, 'Copy', true), other(7, 'Sales', true)], 'Sales'],
    ['by its name, where it was made anew', [other(8, 'Deals')], 'Deals'],
    ['by its name and tag in a copy that gave new ids', [other(8, 'Deals', true), other(9, 'Copy', true)], 'Deals'],
  ])('is found %s', (_, tabs, name) => {
    const { settings: now, questions } = reconciled({ tabs });
    expect(questions).toEqual([]);
    expect(now.datasets.deals?.tab).toBe(name);
    expect(now.datasets.deals?.sheet).toBe(tabs.find((one) => one.name === name)?.id);
  });

  test.each<[string, FoundTab[], string, string[]]>([
    ['nothing is left of it', [other(9, 'Leads')], 'tab_missing', []],
    ['only a copy is left', [other(9, 'Copy', true)], 'tab_missing', ['Copy']],
    ['two copies are left', [other(8, 'One', true), other(9, 'Two', true)], 'tab_unclear', ['One', 'Two']],
    ['another has its name', [other(7, 'Old', true), other(9, 'Deals')], 'tab_unclear', ['Old', 'Deals']],
    ['a copy has its name', [other(7, 'Old', true), other(9, 'Deals', true)], 'tab_unclear', ['Old', 'Deals']],
    [
      'another has its name and there are no tags',
      [other(7, 'Old'), other(9, 'Deals')],
      'tab_unclear',
      ['Old', 'Deals'],
    ],
  ])('is asked where %s', (_, tabs, code, candidates) => {
    const { settings: now, questions } = reconciled({ tabs });
    expect(questions).toMatchObject([{ code, dataset: 'deals', candidates, params: { tab: 'Deals' } }]);
    expect(now.datasets).toEqual({});
  });

  test('that holds two datasets is told of once', () => {
    const leads: DatasetMapping = { ...deals, columns: { owner: { column: 5, header: 'Owner' } } };
    const both = { leads, deals };
    const { changes } = reconciled({ tabs: [other(7, 'CRM')], tagged: both, given: { ...settings, datasets: both } });
    expect(changes).toEqual([{ code: 'tab_renamed', params: { from: 'Deals', to: 'CRM' } }]);
  });
});

describe('the header row', () => {
  test.each<[string, Value[][], number]>([
    ['stays where it is', [HEADERS, ['Big deal', 'Won', 5]], 1],
    ['is found below lines of title', [['Report'], [null], HEADERS], 3],
    ['stays where it is though it is repeated in the data', [HEADERS, ['Big deal'], HEADERS], 1],
    ['is found with fewer headers than there were', [['Report'], ['Deal', 'Stage', 'Amount']], 2],
    ['stays where it is while hardly a header is left', [['Report'], ['Deal', 'x', 'y']], 1],
  ])('%s', (_, rows, headerRow) => {
    expect(reconciled({ rows }).settings.datasets.deals?.headerRow).toBe(headerRow);
  });

  test('takes the totals with it', () => {
    const given = { ...settings, datasets: { deals: { ...deals, totalRows: [3] } } };
    const rows = [['Report'], HEADERS, ['Big deal', 'Won', 5], ['Small deal', 'Lost', 4], ['Total', null, 9]];
    expect(reconciled({ rows, given }).settings.datasets.deals).toMatchObject({ headerRow: 2, totalRows: [5] });
  });
});

describe('a column with a tag', () => {
  const at = (amount: number | undefined): FoundTab => {
    const { amount: _, ...others } = inOrder;
    return { ...tab, tags: tagsAt(amount === undefined ? others : { ...others, amount }) };
  };

  test.each<[string, Value[], FoundTab, number, string[]]>([
    ['stays', HEADERS, tab, 3, []],
    ['stays under a header in other case and spacing', ['Deal', 'Stage', ' AMOUNT ', 'Closed', 'Owner'], tab, 3, []],
    ['is found under a new header', ['Deal', 'Stage', 'Value', 'Closed', 'Owner'], tab, 3, ['column_renamed']],
    ['is found in another place', ['Deal', 'Stage', 'x', 'Closed', 'Owner', 'Amount'], at(6), 6, ['column_moved']],
    [
      'is told from one of the same name',
      ['Deal', 'Stage', 'Amount', 'Closed', 'Owner', 'Amount'],
      at(6),
      6,
      ['column_moved'],
    ],
    [
      'is found in another place under a new header',
      ['Deal', 'Stage', 'x', 'Closed', 'Owner', 'Value'],
      at(6),
      6,
      ['column_renamed', 'column_moved'],
    ],
    [
      'gives way to its header where that was cut and pasted',
      ['Deal', 'Stage', null, 'Closed', 'Owner', 'Amount'],
      tab,
      6,
      ['column_moved'],
    ],
    [
      'gives way to its header where two have changed places',
      ['Deal', 'Stage', 'Closed', 'Amount', 'Owner'],
      tab,
      4,
      ['columns_moved'],
    ],
  ])('%s', (_, headers, now, column, codes) => {
    const result = reconciled({ rows: [headers], tabs: [now] });
    expect(result.questions).toEqual([]);
    expect(columnsOf(result).amount).toBe(column);
    expect(result.changes.map(({ code }) => code)).toEqual(codes);
  });

  test.each<[string, Value[], FoundTab, string, number[]]>([
    ['it was deleted', ['Deal', 'Stage', 'x', 'Closed', 'Owner'], at(undefined), 'column_missing', []],
    [
      'it was deleted and another has its name',
      [...HEADERS, 'Amount'].map((header, index) => (index === 2 ? 'x' : header)),
      at(undefined),
      'column_missing',
      [6],
    ],
    ['its header was erased', ['Deal', 'Stage', null, 'Closed', 'Owner'], tab, 'column_missing', [3]],
    [
      'it was renamed and another got its name',
      ['Deal', 'Stage', 'Value', 'Closed', 'Owner', 'Amount'],
      tab,
      'column_unclear',
      [3, 6],
    ],
    [
      'two carry its tag',
      [...HEADERS, 'Amount'],
      { ...tab, tags: [...tab.tags, { name: 'deals.amount', column: 6 }] },
      'column_unclear',
      [3, 6],
    ],
  ])('is asked where %s', (_, headers, now, code, candidates) => {
    const result = reconciled({ rows: [headers], tabs: [now] });
    expect(result.questions).toMatchObject([
      { code, field: 'amount', candidates, params: { tab: 'Deals', header: 'Amount' } },
    ]);
    expect(columnsOf(result)).not.toHaveProperty('amount');
    expect(Object.keys(columnsOf(result))).toHaveLength(4);
  });

  test('is asked where two fields claim it', () => {
    const given = withColumn('name', { column: 9, header: 'Value' });
    const { questions } = reconciled({ given, rows: [['Deal', 'Stage', 'Value', 'Closed', 'Owner']] });
    expect(questions.map(({ field, candidates }) => [field, candidates])).toEqual([
      ['name', [3]],
      ['amount', [3]],
    ]);
  });

  test('gives way to another choice of the person', () => {
    const given = withColumn('amount', { column: 6, header: 'Net' });
    expect(columnsOf(reconciled({ rows: [[...HEADERS, 'Net']], given })).amount).toBe(6);
    const twin = withColumn('amount', { column: 6, header: 'Amount' });
    const { headers: _, ...unread } = twin.datasets.deals as DatasetMapping;
    const chosen = { ...twin, datasets: { deals: unread } };
    expect(columnsOf(reconciled({ rows: [[...HEADERS, 'Amount']], given: chosen })).amount).toBe(6);
  });
});

describe('a column without a tag', () => {
  const untagged = { tabs: [{ ...tab, tags: [] }], tagged: {} };

  test.each<[string, Value[], number]>([
    ['stays', HEADERS, 3],
    ['is found by its header', ['New', ...HEADERS], 4],
  ])('%s', (_, headers, column) => {
    const result = reconciled({ ...untagged, rows: [headers] });
    expect(result.questions).toEqual([]);
    expect(columnsOf(result).amount).toBe(column);
  });

  test.each<[string, Value[], string, number[]]>([
    ['its header is gone', ['Deal', 'Stage', 'Value', 'Closed', 'Owner'], 'column_missing', [3]],
    ['it is gone', ['Deal', 'Stage', 'Closed', 'Owner'], 'column_missing', []],
    ['another has its name', ['Deal', 'Stage', 'Amount', 'Closed', 'Owner', 'Amount'], 'column_unclear', [3, 6]],
  ])('is asked where %s', (_, headers, code, candidates) => {
    expect(reconciled({ ...untagged, rows: [headers] }).questions).toMatchObject([
      { code, field: 'amount', candidates },
    ]);
  });

  test('stays beside one of the same name that was there before', () => {
    const given = { ...settings, datasets: { deals: { ...deals, headers: 6 } } };
    expect(reconciled({ ...untagged, given, rows: [[...HEADERS, 'Amount']] }).questions).toEqual([]);
  });

  test('and without a header stays while nothing else has moved', () => {
    const given = { ...withColumn('amount', { column: 6, header: '' }) };
    const stay = reconciled({ ...untagged, given, rows: [HEADERS] });
    expect(columnsOf(stay).amount).toBe(6);
    expect(reconciled({ ...untagged, given, rows: [['New', ...HEADERS]] }).questions).toMatchObject([
      { field: 'amount' },
    ]);
  });
});

describe('whatever people do to the columns', () => {
  interface Column {
    readonly header: string;
    readonly field?: string;
  }
  const start: Column[] = HEADERS.map((header, at) => ({ header, field: FIELDS[at] as string }));
  const place = fc.nat(20);
  const insert = fc.tuple(fc.constant('insert' as const), place, fc.constantFrom(...HEADERS, 'New', ''));
  const other = fc.tuple(fc.constantFrom('move' as const, 'delete' as const), place, place);
  const rename = fc.tuple(fc.constant('rename' as const), place, fc.constantFrom('One', 'Two', 'Three'));
  type Step = ['insert' | 'rename', number, string] | ['move' | 'delete', number, number];

  function changed(columns: readonly Column[], [kind, at, by]: Step): Column[] {
    const now = [...columns];
    const index = now.length === 0 ? 0 : at % now.length;
    if (kind === 'insert') now.splice(at % (now.length + 1), 0, { header: by as string });
    else if (kind === 'delete') now.splice(index, 1);
    else if (kind === 'rename' && now[index]) now[index] = { ...now[index], header: by as string };
    else if (kind === 'move') now.splice(Number(by) % now.length || 0, 0, ...now.splice(index, 1));
    return now;
  }

  function expectNoWrongColumn(columns: readonly Column[], isTagged: boolean): void {
    const tags = columns.flatMap(({ field }, at) => (field ? [{ name: `deals.${field}`, column: at + 1 }] : []));
    const result = reconciled({
      rows: [columns.map(({ header }) => header)],
      tabs: [{ ...tab, tags: isTagged ? [{ name: 'deals' }, ...tags] : [] }],
      tagged: isTagged ? settings.datasets : {},
    });
    for (const [field, column] of Object.entries(columnsOf(result))) expect(columns[column - 1]?.field).toBe(field);
    const asked = result.questions.map(({ field }) => field);
    expect([...asked, ...Object.keys(columnsOf(result))].sort()).toEqual([...FIELDS].sort());
  }

  test('with tags, no field is ever read from another column', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(insert, other, rename), { maxLength: 8 }), (steps) => {
        expectNoWrongColumn((steps as Step[]).reduce(changed, start), true);
      }),
      { numRuns: 2000 },
    );
  });

  test('without tags, no field is ever read from a column that was put in', () => {
    fc.assert(
      fc.property(fc.array(insert, { maxLength: 6 }), (steps) => {
        expectNoWrongColumn((steps as Step[]).reduce(changed, start), false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('settings that lost a part', () => {
  const guess: Settings = {
    ...NEW_SETTINGS,
    datasets: { deals: { ...deals, totalRows: [9] }, spend: { ...deals, tab: 'Spend', columns: {} } },
    stages: [
      { label: 'New', order: 1, outcome: 'open' },
      { label: 'Won', order: 2, outcome: 'won' },
    ],
    channels: [
      { channel: 'email', labels: ['E-mail', 'Newsletter'] },
      { channel: 'direct', labels: ['Direct'] },
    ],
  };

  test('keep what is left, and take from a guess only what it does not contradict', () => {
    const { amount: _, ...columns } = deals.columns;
    const kept: Settings = {
      ...settings,
      datasets: { deals: { ...deals, columns: { ...columns, closed: { column: 3, header: 'Amount' } } } },
      stages: [{ label: 'new', order: 5, outcome: 'ignore' }],
      channels: [{ channel: 'email', labels: ['newsletter'] }],
    };
    const { datasets, stages, channels } = completeSettings(kept, guess);
    expect(datasets.deals?.columns).toEqual(kept.datasets.deals?.columns);
    expect(datasets.deals?.totalRows).toEqual([9]);
    expect(datasets.spend).toEqual(guess.datasets.spend);
    expect(stages).toEqual([...kept.stages, guess.stages[1]]);
    expect(channels).toEqual([
      { channel: 'email', labels: ['newsletter', 'E-mail'] },
      { channel: 'direct', labels: ['Direct'] },
    ]);
  });

  test('do not keep the blank stage of a file without stages where stages are mapped', () => {
    expect(completeSettings(settings, guess).stages).toEqual(guess.stages);
    expect(completeSettings(NEW_SETTINGS, { ...guess, datasets: {} }).statuses).toEqual(NEW_SETTINGS.statuses);
  });
});
