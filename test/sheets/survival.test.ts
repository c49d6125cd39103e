import type { Workbook } from '../../host/workbook/workbook';
import type { Settings } from '../../src/data/settings';
import {
  create,
  deleteColumn,
  figuresOf,
  insertColumns,
  moveColumn,
  openIn,
  opening,
  reportedFile,
  untouched,
  wrongCells,
} from './file';

type Change = (workbook: Workbook) => void;

/** Columns of the Deals tab, counted from 0. */
const [STAGE, AMOUNT, SEGMENT] = [3, 4, 10];

const copyTab =
  (name: string, to: string, at?: number): Change =>
  (workbook) =>
    void workbook.duplicateSheet(workbook.sheet(name), to, at);
const renameTab =
  (name: string, to: string): Change =>
  (workbook) =>
    workbook.renameSheet(workbook.sheet(name), to);
const deleteTab =
  (name: string): Change =>
  (workbook) =>
    workbook.deleteSheet(workbook.sheet(name));
const retype =
  (tab: string, cell: string, text: string): Change =>
  (workbook) =>
    workbook.type(tab, cell, text);
const all =
  (...changes: Change[]): Change =>
  (workbook) => {
    for (const change of changes) change(workbook);
  };

/** Pastes the data of a tab over it with one more column in front, as a new export would; the tags stay where they are. */
const pasteShifted: Change = (workbook) => {
  const sheet = workbook.sheet('Spend');
  const { rows, columns } = workbook.extent(sheet.id);
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => workbook.content(sheet.id, row, column)),
  );
  const formats = cells.map((row, down) => row.map((_, across) => workbook.numberFormat(sheet.id, down, across)));
  insertColumns(workbook, 'Spend', columns);
  const shifted = cells.map((row, down) => [{ value: down === 0 ? 'Account' : 'Main' }, ...row]);
  workbook.write(sheet, 0, 0, shifted);
  const block = { top: 0, left: 0, bottom: rows - 1, right: columns };
  workbook.setNumberFormats(sheet, block, (row, column) => formats[row]?.[column - 1]);
};

describe('the live report follows by itself, before anybody refreshes it', () => {
  test.each<[string, Change]>([
    ['columns are inserted before the data', (workbook) => insertColumns(workbook, 'Deals', 0, 2)],
    ['a column is inserted between', (workbook) => insertColumns(workbook, 'Leads', 2)],
    ['a column is moved', (workbook) => moveColumn(workbook, 'Deals', AMOUNT, 1)],
    ['a header is renamed', retype('Deals', 'E1', 'Net value')],
    ['a tab is renamed', renameTab('Deals', 'Sales ’25')],
  ])('when %s', (_, change) => {
    const workbook = reportedFile();
    openIn(workbook);
    change(workbook);
    expect(wrongCells(workbook, untouched)).toEqual([]);
  });
});

describe('the mapping is found again, what has changed is told, and the report gives the same figures', () => {
  test.each<[string, Change, string[]]>([
    ['nothing has changed', () => undefined, []],
    [
      'columns are inserted before',
      (workbook) => insertColumns(workbook, 'Traffic', 0, 2),
      [
        'Columns moved in the tab "Traffic": Date A → C, Channel B → D, Visitors C → E, Sessions D → F, Pageviews E → G, ' +
          'Bounces F → H, Seconds on site G → I, Form views H → J, Form submissions I → K.',
      ],
    ],
    [
      'a column is inserted between',
      (workbook) => insertColumns(workbook, 'Deals', SEGMENT),
      ['Segment moved from column K to L in the tab "Deals".'],
    ],
    ['a column is inserted after', (workbook) => insertColumns(workbook, 'Deals', SEGMENT + 1), []],
    [
      'a column is moved',
      (workbook) => moveColumn(workbook, 'Deals', STAGE, AMOUNT + 1),
      ['Columns moved in the tab "Deals": Stage D → E, Amount E → D.'],
    ],
    [
      'a column is renamed',
      retype('Deals', 'E1', 'Net value'),
      ['Column E of the tab "Deals" is called "Net value" now, not "Amount".'],
    ],
    ['a header is written in another case', retype('Deals', 'E1', ' AMOUNT'), []],
    [
      'a column is moved and renamed',
      all((workbook) => moveColumn(workbook, 'Deals', SEGMENT, SEGMENT + 1), retype('Deals', 'K1', 'Market')),
      ['Column K of the tab "Deals" is called "Market" now, not "Segment".'],
    ],
    [
      'another column of the same name comes before',
      all((workbook) => insertColumns(workbook, 'Deals', SEGMENT), retype('Deals', 'K1', 'Segment')),
      ['Segment moved from column K to L in the tab "Deals".'],
    ],
    [
      'lines are written above the headers',
      all(
        (workbook) => workbook.restructure(workbook.sheet('Spend'), { kind: 'insert', axis: 'rows', at: 0, count: 3 }),
        retype('Spend', 'A1', 'Campaign report'),
      ),
      ['The headers of the tab "Spend" moved from row 1 to 4.'],
    ],
    [
      'other data is pasted over a tab',
      pasteShifted,
      [
        'Columns moved in the tab "Spend": Date A → B, Channel B → C, Campaign C → D, Amount D → E, Impressions E → F, ' +
          'Clicks F → G, Leads G → H.',
      ],
    ],
    ['a tab is renamed', renameTab('Deals', 'Sales'), ['The tab "Deals" is called "Sales" now.']],
    ['a tab is duplicated', copyTab('Deals', 'Copy of Deals'), []],
    ['a tab is duplicated, and the copy stands before it', copyTab('Deals', 'Copy of Deals', 0), []],
    [
      'a tab is duplicated and then renamed',
      all(copyTab('Deals', 'Copy of Deals'), renameTab('Deals', 'Sales')),
      ['The tab "Deals" is called "Sales" now.'],
    ],
    ['the settings tab is renamed', renameTab('Leakproof settings', 'Do not touch'), []],
    ['the settings tab is duplicated', copyTab('Leakproof settings', 'Copy of settings', 0), []],
  ])('when %s', (_, change, told) => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    change(workbook);
    const { settings, isSaved, notices, questions } = opening(host);
    expect(notices.map(({ sentence }) => sentence)).toEqual(told);
    expect({ isSaved, questions }).toEqual({ isSaved: true, questions: [] });
    const tabs = workbook.sheets.length;
    const created = create(host, settings);
    expect(created.notices).toEqual([]);
    expect(figuresOf(created)).toEqual(figuresOf(untouched));
    expect(wrongCells(workbook, created)).toEqual([]);
    expect(workbook.sheets).toHaveLength(tabs);
    // The next opening has nothing left to tell.
    expect(opening(host)).toMatchObject({ isSaved: true, notices: [], questions: [] });
  });

  test('what changes while the sidebar is open is told by the report that is made', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    const { settings } = opening(host);
    insertColumns(workbook, 'Deals', SEGMENT);
    const created = create(host, settings);
    expect(created.notices.map(({ code }) => code)).toEqual(['column_moved']);
    expect(created.settings.datasets.deals?.columns.segment).toEqual({ column: SEGMENT + 2, header: 'Segment' });
    expect(figuresOf(created)).toEqual(figuresOf(untouched));
  });

  test('the data check and the lists of labels look at the columns where they stand now', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    const { settings } = opening(host);
    const before = [host.run('readLabels', settings as never), host.run('checkData', settings as never)];
    insertColumns(workbook, 'Deals', SEGMENT + 1);
    insertColumns(workbook, 'Leads', 9);
    moveColumn(workbook, 'Deals', STAGE, SEGMENT + 2);
    expect(host.run('readLabels', settings as never)).toEqual(before[0]);
    expect(host.run('checkData', settings as never)).toHaveLength((before[1] as unknown[]).length);
  });

  test('totals below the data are found where they stand now', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    const sheet = workbook.sheet('Spend');
    const { rows, columns } = workbook.extent(sheet.id);
    const grown = { kind: 'insert', axis: 'rows', at: rows, count: 3 } as const;
    workbook.restructure(sheet, grown);
    const total = [{ value: 'Total' }, ...Array.from({ length: columns - 2 }, () => undefined), { value: 1_000_000 }];
    workbook.write(sheet, rows, 0, [total]);
    const settings = host.run('suggestSettings', {}) as unknown as Settings;
    expect(settings.datasets.spend?.totalRows).toEqual([rows + 1]);
    create(host, settings);
    workbook.restructure(sheet, { kind: 'insert', axis: 'rows', at: 5, count: 1 });
    const created = create(host, opening(host).settings);
    expect(created.settings.datasets.spend?.totalRows).toEqual([rows + 2]);
  });
});

describe('what can be meant in two ways is asked, and nothing is done until it is answered', () => {
  test.each<[string, Change, string[]]>([
    [
      'a column was deleted',
      (workbook) => deleteColumn(workbook, 'Deals', AMOUNT),
      ['The tab "Deals" has no column "Amount" any more. Choose another in Leakproof.'],
    ],
    [
      'a column was deleted and another has its name',
      all(retype('Deals', 'L1', 'Amount'), (workbook) => deleteColumn(workbook, 'Deals', AMOUNT)),
      ['The tab "Deals" has no column "Amount" any more. Choose another in Leakproof.'],
    ],
    [
      'a column was renamed and another got its name',
      all(retype('Deals', 'E1', 'Net value'), retype('Deals', 'L1', 'Amount')),
      ['The column "Amount" of the tab "Deals" may be any of these: E, L. Choose one in Leakproof.'],
    ],
    [
      'a header was erased',
      retype('Deals', 'E1', ''),
      ['The tab "Deals" has no column "Amount" any more. Choose another in Leakproof.'],
    ],
    ['a tab was deleted', deleteTab('Deals'), ['There is no tab "Deals". Choose another in Leakproof.']],
    [
      'a tab was deleted and its copy is left',
      all(copyTab('Deals', 'Copy of Deals'), deleteTab('Deals')),
      ['There is no tab "Deals". Choose another in Leakproof.'],
    ],
    [
      'a tab was renamed and its copy got its name',
      all(copyTab('Deals', 'Copy'), renameTab('Deals', 'Deals 2024'), renameTab('Copy', 'Deals')),
      ['The tab "Deals" may be any of these: Deals 2024, Deals. Choose one in Leakproof.'],
    ],
    [
      'a tab was renamed and a new one has its name',
      all(renameTab('Deals', 'Deals 2024'), (workbook) => void workbook.addSheet('Deals')),
      ['The tab "Deals" may be any of these: Deals 2024, Deals. Choose one in Leakproof.'],
    ],
  ])('when %s', (_, change, asked) => {
    const workbook = reportedFile();
    workbook.restructure(workbook.sheet('Deals'), { kind: 'insert', axis: 'columns', at: SEGMENT + 1, count: 1 });
    const host = openIn(workbook);
    const before = opening(host).settings;
    change(workbook);
    const { isSaved, questions, settings, tabs } = opening(host);
    expect(questions.map(({ sentence }) => sentence)).toEqual(asked);
    expect(isSaved).toBe(false);
    expect(tabs.length).toBeGreaterThan(2);
    const [question] = questions;
    const left = settings.datasets.deals;
    expect(question?.field === undefined ? left : left?.columns[question.field]).toBeUndefined();
    const [rows, tabsNow] = [workbook.values('Leakproof settings', 'A1:D99'), workbook.sheets.map(({ name }) => name)];
    expect(() => create(host, before)).toThrow(asked[0]);
    expect(workbook.values('Leakproof settings', 'A1:D99')).toEqual(rows);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(tabsNow);
  });

  test('the answer is saved and not asked for again', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    deleteColumn(workbook, 'Deals', AMOUNT);
    insertColumns(workbook, 'Deals', AMOUNT);
    const { settings } = opening(host);
    const deals = settings.datasets.deals as NonNullable<Settings['datasets']['deals']>;
    workbook.type('Deals', 'E1', 'Contract');
    const columns = { ...deals.columns, amount: { column: AMOUNT + 1, header: 'Contract' } };
    create(host, { ...settings, datasets: { ...settings.datasets, deals: { ...deals, columns } } });
    expect(opening(host)).toMatchObject({ isSaved: true, notices: [], questions: [] });
    moveColumn(workbook, 'Deals', AMOUNT, SEGMENT + 1);
    expect(opening(host).settings.datasets.deals?.columns.amount).toEqual({ column: SEGMENT + 1, header: 'Contract' });
  });

  test('the choice of another column counts, wherever the tag of the one before stands', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    insertColumns(workbook, 'Deals', SEGMENT + 1);
    workbook.type('Deals', 'L1', 'Net value');
    const { settings } = opening(host);
    const deals = settings.datasets.deals as NonNullable<Settings['datasets']['deals']>;
    const columns = { ...deals.columns, amount: { column: SEGMENT + 2, header: 'Net value' } };
    create(host, { ...settings, datasets: { ...settings.datasets, deals: { ...deals, columns } } });
    expect(opening(host).settings.datasets.deals?.columns.amount).toEqual({ column: 12, header: 'Net value' });
  });
});
