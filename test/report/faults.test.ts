import { createHost, type Host } from '../../host/host';
import { listChanges, type Snapshot, takeSnapshot } from '../../host/workbook/snapshot';
import { type Workbook, WorkbookError } from '../../host/workbook/workbook';
import type { Settings } from '../../src/data/settings';
import type { Created } from '../../src/main';
import { problems } from '../../src/text/problems';
import { words } from '../../src/text/words';
import { builtAddOn, companyHost, differences, makeReportOf, resized, suggested } from '../support/reported';

const small = resized(8);
const settingsTab = 'Leakproof settings';

const namesOf = (workbook: Workbook): string[] => workbook.sheets.map(({ name }) => name);

const openIn = (workbook: Workbook): Host =>
  createHost({ dist: builtAddOn(), workbook, now: () => new Date('2026-01-15T12:00:00Z') });

const untouched = companyHost({}, small);
const suggestion = withFew(suggested(untouched));

/** Settings with so few columns that a report is small, and still has funnels, breakdowns, months and charts. */
function withFew(settings: Settings): Settings {
  const few = { leads: ['created', 'source', 'status'], deals: ['stage', 'amount', 'created', 'closed', 'source'] };
  const datasets = Object.entries(few).map(([name, fields]) => {
    const mapping = settings.datasets[name as keyof typeof few] as NonNullable<Settings['datasets']['leads']>;
    const columns = Object.entries(mapping.columns).filter(([field]) => fields.includes(field));
    return [name, { ...mapping, columns: Object.fromEntries(columns) }];
  });
  return { ...settings, datasets: Object.fromEntries(datasets) };
}

/** A file without a report. */
const bare = (): { host: Host; settings: Settings } => ({
  host: openIn(untouched.workbook.copy({ metadata: 'kept' })),
  settings: suggestion,
});

const board = bare();
makeReportOf(board.host, suggestion);
board.host.run('tagColumns');
board.host.workbook.moveSheet(board.host.workbook.sheet('Leakproof report'), 1);
board.host.workbook.renameSheet(board.host.workbook.sheet('Leakproof report'), 'Board');
const leads = board.host.workbook.values('Board', 'A1:A200').findIndex(([label]) => label === 'Leads') + 1;
board.host.workbook.type('Board', `M${leads - 1}`, 'Ask Ann about May');
board.host.workbook.type('Board', `M${leads}`, `=B${leads}*2`);
board.host.workbook.type('Board', keptCell(board.host.workbook, 'target:WIN_RATE'), '1234');
const { settings: saved } = board.host.run('openWizard') as unknown as { settings: Settings };

/** The cell of a report that is kept under a name that begins so. */
function keptCell(workbook: Workbook, name: string): string {
  const list = workbook.values('Board', 'A1:A900').map(([text]) => text);
  const at = list.findIndex((text) => typeof text === 'string' && text.startsWith(`kept:${name}`));
  return /\((.*)\)/.exec(workbook.formula('Board', `B${at + 1}`) ?? '')?.[1] ?? '';
}

/** A file with a report in the middle of its tabs, under a name that somebody gave it, with notes beside it. */
const reported = (): { host: Host; settings: Settings } => ({
  host: openIn(board.host.workbook.copy({ metadata: 'kept' })),
  settings: { ...saved, report: { ...saved.report, margin: 0.4 } },
});

/** What the run says, and what it changed. */
function attempt(host: Host, settings: Settings, call: number): { said: string | undefined; created?: Created } {
  host.failAt(call);
  try {
    return { said: undefined, created: makeReportOf(host, settings) };
  } catch (thrown) {
    return { said: (thrown as Error).message };
  } finally {
    host.failAt(undefined);
  }
}

/** The changes outside of the tabs that Leakproof made. */
const changesToData = (before: Snapshot, workbook: Workbook): string[] =>
  listChanges(before, takeSnapshot(workbook)).filter(
    (change) => !/^(order of sheets|metadata|Board|Leakproof)\b/.test(change),
  );

function expectComplete(workbook: Workbook, { cells }: Created, tab: string): void {
  expect(differences(cells, (cell) => workbook.value(tab, cell))).toEqual([]);
}

const { report_failed: sentence } = problems.en.errors;

describe('when one call of a service fails while the first report is made', () => {
  const counted = bare();
  counted.host.calls.reset();
  makeReportOf(counted.host, counted.settings);
  const calls = Array.from({ length: counted.host.calls.total }, (_, at) => at + 1);

  test.each(calls)('(call %i) the file is as it was and the user is told so, or the report is there', (call) => {
    const { host, settings } = bare();
    const { workbook } = host;
    const before = takeSnapshot(workbook);
    const { said, created } = attempt(host, settings, call);
    if (created) {
      expect(namesOf(workbook)).toEqual(['Leads', 'Deals', 'Spend', 'Traffic', 'Leakproof report', settingsTab]);
      expectComplete(workbook, created, 'Leakproof report');
      expect(changesToData(before, workbook)).toEqual([]);
    } else {
      expect(said).toBe(sentence);
      expect(listChanges(before, takeSnapshot(workbook))).toEqual([]);
    }
    expect(makeReportOf(host, settings).tab).toBe('Leakproof report');
  });
});

describe('when one call of a service fails while a report is made anew', () => {
  const counted = reported();
  counted.host.calls.reset();
  makeReportOf(counted.host, counted.settings);
  const calls = Array.from({ length: counted.host.calls.total }, (_, at) => at + 1);

  test.each(calls)(
    '(call %i) the report before stands as it was and the user is told so, or the new one is there',
    (call) => {
      const { host, settings } = reported();
      const { workbook } = host;
      const before = takeSnapshot(workbook);
      const tabs = namesOf(workbook);
      const { said, created } = attempt(host, settings, call);
      expect(namesOf(workbook)).toEqual(tabs);
      expect(changesToData(before, workbook)).toEqual([]);
      if (created) {
        expectComplete(workbook, created, 'Board');
        expect(workbook.values('Board', `M${leads - 1}:M${leads}`)).toEqual([
          ['Ask Ann about May'],
          [(created.cells.find(({ cell }) => cell === `B${leads}`)?.value as number) * 2],
        ]);
        expect(workbook.value('Board', keptCell(workbook, 'target:WIN_RATE'))).toBe(1234);
      } else {
        expect(said).toBe(sentence);
        expect(listChanges(before, takeSnapshot(workbook))).toEqual([]);
      }
      expect(host.run('openWizard')).toMatchObject({ isSaved: true, questions: [] });
    },
  );
});

/** The number of calls that a run takes. */
function callsOf(run: (host: Host) => unknown): number[] {
  const { host } = reported();
  host.calls.reset();
  run(host);
  return Array.from({ length: host.calls.total }, (_, at) => at + 1);
}

/** What the run of an entry point says when one call of a service fails; undefined where it got over that. */
function failing(host: Host, call: number, entry: 'freezeReport' | 'deleteReport'): string | undefined {
  host.failAt(call);
  try {
    host.run(entry, '');
    return undefined;
  } catch (thrown) {
    return (thrown as Error).message;
  } finally {
    host.failAt(undefined);
  }
}

const { nothing_changed: nothingChanged } = problems.en.errors;

describe('when one call of a service fails while a report is frozen', () => {
  test.each(callsOf((host) => host.run('freezeReport', '')))(
    '(call %i) it stays alive and the user is told so, or it is frozen, and the next one has a tab of its own',
    (call) => {
      const { host, settings } = reported();
      const { workbook } = host;
      const before = takeSnapshot(workbook);
      const shown = workbook.values('Board', 'A1:P200');
      const said = failing(host, call, 'freezeReport');
      expect(changesToData(before, workbook)).toEqual([]);
      if (said === undefined) {
        expect([...workbook.formulas(workbook.sheet('Board').id)]).toEqual([]);
        expect(changed(shown, workbook.values('Board', 'A1:P200'))).toEqual([hintOf(shown)]);
        expect(makeReportOf(host, settings).tab).toBe('Leakproof report');
      } else {
        expect(said).toBe(nothingChanged);
        expect(listChanges(before, takeSnapshot(workbook))).toEqual([]);
      }
    },
  );
});

/** The cells that show something else; a cell that shows "" is as blank as one that holds nothing. */
const changed = (before: readonly unknown[][], after: readonly unknown[][]): unknown[] =>
  before.flatMap((row, y) => row.filter((value, x) => (value ?? '') !== (after[y]?.[x] ?? '')));

const hintOf = (cells: readonly unknown[][]): unknown =>
  cells.flat().find((value) => typeof value === 'string' && value.startsWith(words.en.report.hint));

describe('when one call of a service fails while a report is deleted', () => {
  test.each(callsOf((host) => host.run('deleteReport', '')))(
    '(call %i) it stands as it was and the user is told so, or it is gone and nothing else',
    (call) => {
      const { host } = reported();
      const { workbook } = host;
      const before = takeSnapshot(workbook);
      const said = failing(host, call, 'deleteReport');
      expect(changesToData(before, workbook)).toEqual([]);
      if (said === undefined) {
        expect(namesOf(workbook)).toEqual(['Leads', 'Deals', 'Spend', 'Traffic', settingsTab]);
        expect(host.run('openWizard')).toMatchObject({ isSaved: true, reports: [] });
      } else {
        expect(said).toBe(nothingChanged);
        expect(listChanges(before, takeSnapshot(workbook))).toEqual([]);
      }
    },
  );
});

test.each(['freezeReport', 'deleteReport'] as const)('a report that nobody made is named (%s)', (entry) => {
  const { host } = reported();
  expect(() => host.run(entry, 'Other')).toThrow(problems.en.errors.report_gone.replace('{report}', 'Other'));
});

test.each(['en', 'pl', 'ru'] as const)(
  'a failure is told in the language of the person at the screen (%s)',
  (userLocale) => {
    const host = companyHost({ userLocale }, small);
    const { said } = attempt(host, suggested(host), 30);
    expect(said).toBe(problems[userLocale].errors.report_failed);
  },
);

test('the technical message goes to the log, not to the user', () => {
  const { host, settings } = bare();
  expect(attempt(host, settings, 40).said).toBe(sentence);
  expect(host.platform.log.join('\n')).toMatch(/a server error occurred/);
});

test('a tab of somebody’s own whose name differs only in case is left alone', () => {
  const { host, settings } = bare();
  host.workbook.addSheet('LEAKPROOF report');
  const before = takeSnapshot(host.workbook);
  expect(makeReportOf(host, settings).tab).toBe('Leakproof report (2)');
  expect(changesToData(before, host.workbook)).toEqual([]);
});

test('where Google does not even let the new tab go, the user is told which one to delete', () => {
  const { host, settings } = bare();
  jest.spyOn(host.workbook, 'deleteSheet').mockImplementation(() => {
    throw new WorkbookError('Service Spreadsheets failed.');
  });
  const { said } = attempt(host, settings, 50);
  expect(said).toBe(problems.en.errors.tab_left_over.replace('{tab}', 'Leakproof report'));
});
