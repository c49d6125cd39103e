import type { Workbook } from '../../host/workbook/workbook';
import type { Settings } from '../../src/data/settings';
import {
  create,
  deleteColumn,
  figuresOf,
  insertColumns,
  openIn,
  opening,
  reportedFile,
  rowOf,
  settingsTab,
  untouched,
  wrongCells,
} from './file';

const sentences = ({ notices }: { notices: readonly { sentence: string }[] }): string[] =>
  notices.map(({ sentence }) => sentence);
const namesOf = (workbook: Workbook): string[] => workbook.sheets.map(({ name }) => name);
const UNTAGGED =
  'This file takes no tags, so columns are found by their headers alone. A header that is renamed has to be chosen again.';
const SAVED_BETWEEN =
  'Somebody else saved settings after you had opened yours, which stand now. File > Version history has the others.';

describe('a copy of the file', () => {
  test.each(['kept', 'lost', 'unwritable'] as const)(
    'with metadata %s gives the same report in its tab',
    (metadata) => {
      const workbook = reportedFile().copy({ metadata });
      const host = openIn(workbook);
      insertColumns(workbook, 'Deals', 10);
      const { settings, ...open } = opening(host);
      expect(sentences(open)).toEqual(['Segment moved from column K to L in the tab "Deals".']);
      expect(open).toMatchObject({ isSaved: true, questions: [], reportTab: 'Leakproof report' });
      const tabs = namesOf(workbook);
      const created = create(host, settings);
      expect(sentences(created)).toEqual(metadata === 'unwritable' ? [UNTAGGED] : []);
      expect(figuresOf(created)).toEqual(figuresOf(untouched));
      expect(wrongCells(workbook, created)).toEqual([]);
      expect(namesOf(workbook)).toEqual(tabs);
      // And once more, now that the copy has saved settings of its own.
      insertColumns(workbook, 'Leads', 8);
      const again = opening(host);
      expect(sentences(again)).toEqual([
        'Converted moved from column I to J in the tab "Leads".',
        ...(metadata === 'unwritable' ? [UNTAGGED] : []),
      ]);
      expect(figuresOf(create(host, again.settings))).toEqual(figuresOf(untouched));
      expect(namesOf(workbook)).toEqual(tabs);
    },
  );

  test('that lost its metadata is tagged again by its first report', () => {
    const workbook = reportedFile().copy({ metadata: 'lost' });
    const host = openIn(workbook);
    create(host, opening(host).settings);
    workbook.type('Deals', 'E1', 'Net value');
    const { isSaved, notices } = opening(host);
    expect({ isSaved, codes: notices.map(({ code }) => code) }).toEqual({ isSaved: true, codes: ['column_renamed'] });
  });

  test.each(['lost', 'unwritable'] as const)('with metadata %s asks for a header that is gone', (metadata) => {
    const workbook = reportedFile().copy({ metadata });
    const host = openIn(workbook);
    if (metadata === 'unwritable') create(host, opening(host).settings);
    workbook.type('Deals', 'E1', 'Net value');
    const { isSaved, questions } = opening(host);
    expect(isSaved).toBe(false);
    expect(questions).toMatchObject([{ code: 'column_missing', dataset: 'deals', field: 'amount', candidates: [5] }]);
  });

  test('without metadata asks which of two columns with one header is meant, once they have moved', () => {
    const workbook = reportedFile();
    workbook.restructure(workbook.sheet('Deals'), { kind: 'insert', axis: 'columns', at: 11, count: 1 });
    workbook.type('Deals', 'L1', 'Amount');
    create(openIn(workbook), opening(openIn(workbook)).settings);
    const copy = workbook.copy({ metadata: 'lost' });
    const host = openIn(copy);
    expect(opening(host)).toMatchObject({ isSaved: true, questions: [] });
    insertColumns(copy, 'Deals', 0);
    expect(opening(host).questions).toMatchObject([{ code: 'column_unclear', field: 'amount', candidates: [6, 13] }]);
  });

  test('without metadata does not offer the report as data, nor deletes what may not be its report', () => {
    const copy = reportedFile().copy({ metadata: 'lost' });
    const host = openIn(copy);
    const { tabs } = host.run('openWizard', true) as unknown as { tabs: { name: string }[] };
    expect(tabs.map(({ name }) => name)).toEqual(['Leads', 'Deals', 'Spend', 'Traffic']);
    copy.renameSheet(copy.sheet('Leakproof report'), 'Board March');
    create(host, opening(host).settings);
    expect(namesOf(copy)).toContain('Board March');
    expect(namesOf(copy)).toContain('Leakproof report');
  });
});

describe('two people in one file', () => {
  test('who saves last is told that somebody saved in between, and has the last word', () => {
    const workbook = reportedFile();
    const [ann, ben] = [openIn(workbook), openIn(workbook)];
    const [first, second] = [opening(ann).settings, opening(ben).settings];
    const saved = create(ann, { ...first, report: { ...first.report, margin: 0.5 } });
    expect(sentences(saved)).toEqual([]);
    expect(sentences(create(ben, { ...second, report: { ...second.report, margin: 0.25 } }))).toEqual([SAVED_BETWEEN]);
    expect(opening(ann).settings.report.margin).toBe(0.25);
    expect(sentences(create(ann, saved.settings))).toEqual([SAVED_BETWEEN]);
  });

  test('who goes on with the settings that a report gave back is told nothing', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    const { settings } = create(host, opening(host).settings);
    expect(sentences(create(host, settings))).toEqual([]);
  });

  test('who comes while somebody saves is asked to wait, and nothing is changed', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    const { settings } = opening(host);
    host.platform.foreignLocks.add('document');
    const before = [namesOf(workbook), workbook.metadata];
    expect(() => create(host, settings)).toThrow('Somebody else is saving at this moment. Try again in a few seconds.');
    expect([namesOf(workbook), workbook.metadata]).toEqual(before);
  });
});

describe('several reports', () => {
  const withReport = (settings: Settings, report: Partial<Settings['report']>): Settings => ({
    ...settings,
    report: { ...settings.report, ...report },
  });

  test('have a tab and settings each, and each is made anew in its own tab', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    const { settings } = opening(host);
    const board = withReport(settings, { name: 'Board', margin: 0.5, targets: { WIN_RATE: 0.3 } });
    expect(create(host, board).tab).toBe('Board');
    const { reports, settings: last, reportTab } = opening(host);
    expect(reports.map(({ name, tab }) => ({ name, tab }))).toEqual([
      { name: 'Board', tab: 'Board' },
      { name: '', tab: 'Leakproof report' },
    ]);
    expect(last.report).toEqual(board.report);
    expect(reportTab).toBe('Board');
    const unnamed = opening(host, '');
    expect(unnamed.settings.report).toEqual(settings.report);
    expect(unnamed.reportTab).toBe('Leakproof report');
    const tabs = namesOf(workbook);
    workbook.renameSheet(workbook.sheet('Board'), 'For the board');
    expect(create(host, opening(host, 'Board').settings).tab).toBe('For the board');
    expect(figuresOf(create(host, opening(host, '').settings))).toEqual(figuresOf(untouched));
    expect(namesOf(workbook).sort()).toEqual(tabs.map((name) => (name === 'Board' ? 'For the board' : name)).sort());
    expect(opening(host, 'Board').settings.report.targets).toEqual({ WIN_RATE: 0.3 });
  });

  test('share what they know of the data', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    const { settings } = opening(host);
    const stages = settings.stages.map((stage) => (stage.label === 'Demo' ? { ...stage, order: 2.5 } : stage));
    create(host, { ...withReport(settings, { name: 'Board' }), stages });
    expect(opening(host, '').settings.stages).toEqual(stages);
  });

  test('of which somebody deleted the tab are made again', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    workbook.deleteSheet(workbook.sheet('Leakproof report'));
    const { reports, settings, isSaved } = opening(host);
    expect({ reports, isSaved }).toEqual({
      reports: [{ name: '', tab: null, report: settings.report }],
      isSaved: true,
    });
    expect(create(host, settings).tab).toBe('Leakproof report');
  });

  test('of which somebody keeps a copy leave the copy alone', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    workbook.duplicateSheet(workbook.sheet('Leakproof report'), 'Report of March', 0);
    create(host, opening(host).settings);
    workbook.deleteSheet(workbook.sheet('Leakproof report'));
    create(host, opening(host).settings);
    expect(namesOf(workbook)).toEqual(expect.arrayContaining(['Report of March', 'Leakproof report']));
  });

  test('may be called whatever a tab may be called', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    const name = '=1+1 ’25';
    create(host, withReport(opening(host).settings, { name }));
    expect(opening(host, name).settings.report.name).toBe(name);
    expect(() => create(host, withReport(opening(host).settings, { name: 'x'.repeat(91) }))).toThrow('report.name');
  });
});

describe('a settings tab in which somebody worked', () => {
  const tab = 'Leakproof settings';
  /** Types into the value or the detail of a setting. */
  const retype =
    (setting: string, name: string, text: string, column = 'C') =>
    (workbook: Workbook) =>
      workbook.type(tab, `${column}${rowOf(workbook, setting, name)}`, text);
  const deleteRow = (setting: string, name: string) => (workbook: Workbook) => {
    const at = rowOf(workbook, setting, name) - 1;
    workbook.restructure(settingsTab(workbook), { kind: 'delete', axis: 'rows', at, count: 1 });
  };
  const put = (setting: string, name: string, value: number | string) => (workbook: Workbook) =>
    workbook.write(settingsTab(workbook), rowOf(workbook, setting, name) - 1, 2, [[{ value }]]);

  test.each<[string, (workbook: Workbook) => void, (settings: Settings) => unknown, unknown]>([
    ['a date', retype('report', 'start', '2025-02-01'), ({ report }) => report.period.start, '2025-02-01'],
    ['a date as text', put('report', 'start', '1 Feb 2025'), ({ report }) => report.period.start, '2025-02-01'],
    ['no date', retype('report', 'start', ''), ({ report }) => report.period, { end: '2025-12-31' }],
    ['a number as text', put('report', 'margin', '0,6'), ({ report }) => report.margin, 0.6],
    ['a percentage', retype('report', 'margin', '60%'), ({ report }) => report.margin, 0.6],
    ['a number as text', put('deals', 'header row', '1'), ({ datasets }) => datasets.deals?.headerRow, 1],
    ['another meaning', retype('stage', 'Demo', 'ignore'), ({ stages }) => stages[2]?.outcome, 'ignore'],
    ['a wrong column', put('deals', 'field amount', 40), ({ datasets }) => datasets.deals?.columns.amount?.column, 5],
  ])('is read where they typed %s', (_, change, part, expected) => {
    const workbook = reportedFile();
    change(workbook);
    const { settings, isSaved } = opening(openIn(workbook));
    expect(isSaved).toBe(true);
    expect(part(settings)).toEqual(expected);
  });

  test('is read where they typed a date in the way of their country', () => {
    const workbook = reportedFile();
    workbook.setRegion('pl_PL', 'Asia/Vladivostok');
    retype('report', 'start', '1.02.2025')(workbook);
    expect(opening(openIn(workbook)).settings.report.period).toEqual({ start: '2025-02-01', end: '2025-12-31' });
  });

  test('is read where they sorted it, inserted columns and wrote beside it', () => {
    const workbook = reportedFile();
    const before = opening(openIn(workbook)).settings;
    const sheet = settingsTab(workbook);
    const { rows } = workbook.extent(sheet.id);
    workbook.restructure(sheet, { kind: 'move', axis: 'rows', at: 10, count: 20, to: 1 });
    workbook.restructure(sheet, { kind: 'move', axis: 'rows', at: 0, count: 1, to: rows });
    workbook.restructure(sheet, { kind: 'insert', axis: 'columns', at: 0, count: 1 });
    workbook.restructure(sheet, { kind: 'insert', axis: 'columns', at: 3, count: 1 });
    workbook.write(sheet, 4, 8, [[{ value: 'checked by Ann' }]]);
    const { settings, isSaved } = opening(openIn(workbook));
    expect(isSaved).toBe(true);
    const sorted = ({ stages, channels, ...rest }: Settings) => ({
      ...rest,
      stages: [...stages].sort((one, other) => one.order - other.order),
      channels: [...channels].sort((one, other) => one.channel.localeCompare(other.channel)),
    });
    expect(sorted(settings)).toEqual(sorted(before));
    create(openIn(workbook), settings);
    expect(opening(openIn(workbook)).settings).toEqual({ ...settings, revision: 2 });
  });

  const damages: [string, (workbook: Workbook) => void, string][] = [
    ['deleted a row', deleteRow('deals', 'field amount'), 'lost or gained rows.'],
    ['deleted a tab’s row', deleteRow('spend', 'tab'), 'lost or gained rows.'],
    ['deleted a stage', deleteRow('stage', 'Won'), 'lost or gained rows.'],
    ['deleted a report’s language', deleteRow('report', 'language'), 'lost or gained rows.'],
    ['wrote into the first column', (workbook) => workbook.type(tab, 'A9', 'note to self'), 'cannot be read in row 9.'],
    ['typed a word for a column', put('deals', 'field amount', 'E'), 'see datasets.deals.columns.amount.column.'],
    ['gave two fields one column', put('deals', 'field amount', 4), 'see datasets.deals.columns.amount.'],
    ['typed a meaning that is none', put('stage', 'Won', 'win'), 'see stages.4.outcome.'],
    ['typed a date that is none', put('report', 'start', 'January'), 'see report.period.start.'],
    ['typed a margin that is none', put('report', 'margin', 'much'), 'see report.margin.'],
    [
      'left an error',
      (workbook) => workbook.type(tab, `C${rowOf(workbook, 'report', 'margin')}`, '=1/0'),
      'report.margin.',
    ],
    ['renamed a column', (workbook) => workbook.type(tab, 'B1', 'what'), 'cannot be read in row 1.'],
    [
      'emptied it',
      (workbook) => workbook.clear(settingsTab(workbook), { top: 0, left: 0, bottom: 999, right: 25 }),
      'is empty.',
    ],
  ];
  test.each(damages)('has a sentence and a way back where they %s', (_, change, sentence) => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    const before = opening(host).settings;
    change(workbook);
    const { settings, isSaved, notices, tabs } = opening(host);
    expect(isSaved).toBe(false);
    expect(notices[0]?.sentence).toContain(sentence);
    expect(tabs).toHaveLength(4);
    // What is still valid is kept and the rest is recognised again: here both give the mapping that was saved.
    const places = ({ datasets }: Settings) =>
      Object.values(datasets).map(({ tab: name, headerRow, columns }) => ({ name, headerRow, columns }));
    expect(places(settings)).toEqual(expect.arrayContaining(places(before)));
    expect([...settings.stages].sort((one, other) => one.order - other.order)).toEqual(before.stages);
    const created = create(host, settings);
    if (JSON.stringify(settings.report) === JSON.stringify(before.report))
      expect(figuresOf(created)).toEqual(figuresOf(untouched));
    expect(opening(host)).toMatchObject({ isSaved: true, notices: [], questions: [] });
  });

  test('keeps what was decided and is still valid', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    const { settings } = opening(host);
    const stages = settings.stages.map((stage) =>
      stage.label === 'Demo' ? { ...stage, outcome: 'ignore' as const } : stage,
    );
    const channels = [{ channel: 'Paid', labels: ['Paid search', 'Paid social'] }, ...settings.channels.slice(2)];
    const { source: _, ...columns } = settings.datasets.deals?.columns ?? {};
    const deals = { ...(settings.datasets.deals as NonNullable<Settings['datasets']['deals']>), columns };
    create(host, {
      ...settings,
      datasets: { ...settings.datasets, deals },
      stages,
      channels,
      report: { ...settings.report, name: 'Board', margin: 0.5 },
    });
    deleteRow('stage', 'Won')(workbook);
    deleteRow('channel', 'Referral')(workbook);
    const { settings: left, reports } = opening(host);
    expect(left.stages).toEqual(expect.arrayContaining([...stages]));
    expect(left.channels).toEqual(expect.arrayContaining([...channels]));
    expect(left.report).toMatchObject({ name: 'Board', margin: 0.5 });
    expect(reports.map(({ name }) => name)).toEqual(['Board', '']);
  });

  test('of a newer version is left alone', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    const { settings } = opening(host);
    put('leakproof', 'version', 2)(workbook);
    const sentence = 'The settings were saved by a newer Leakproof.';
    expect(() => opening(host)).toThrow(sentence);
    expect(() => create(host, settings)).toThrow(sentence);
    expect(workbook.value(tab, `C${rowOf(workbook, 'leakproof', 'version')}`)).toBe(2);
  });

  test('damaged, in a file that has changed, too, is asked about both', () => {
    const workbook = reportedFile();
    const host = openIn(workbook);
    deleteRow('report', 'margin')(workbook);
    deleteColumn(workbook, 'Deals', 4);
    const { notices, questions, settings } = opening(host);
    expect(notices.map(({ code }) => code)).toEqual(['settings_rows_missing', 'columns_moved']);
    expect(questions.map(({ code }) => code)).toEqual(['column_missing']);
    expect(settings.datasets.deals?.columns.amount).toBeUndefined();
  });
});

describe('a report that fails half way', () => {
  test('leaves the report before and settings that can be read', () => {
    const counted = openIn(reportedFile());
    const { settings } = opening(counted);
    counted.calls.reset();
    create(counted, settings);
    const calls = counted.calls.total;
    for (const fromEnd of [0, 1, 2, 3, 4, 6, 8, 20, 80]) {
      const point = calls - fromEnd;
      const workbook = reportedFile();
      const host = openIn(workbook);
      const tabs = namesOf(workbook);
      host.failAt(point);
      let isMade = true;
      try {
        create(host, settings);
      } catch {
        isMade = false;
      }
      host.failAt(undefined);
      const { isSaved, questions } = opening(host);
      expect({ point, isSaved, questions }).toEqual({ point, isSaved: true, questions: [] });
      if (!isMade)
        expect(
          wrongCells(workbook, { ...untouched, tab: namesOf(workbook).find((name) => /report/.test(name)) ?? '' }),
        ).toEqual([]);
      expect(namesOf(workbook)).toHaveLength(tabs.length);
    }
  });
});
