import { createHost, type Host } from '../../host/host';
import { listChanges, type Snapshot, takeSnapshot } from '../../host/workbook/snapshot';
import { type Workbook, WorkbookError } from '../../host/workbook/workbook';
import type { Settings } from '../../src/data/settings';
import type { Created } from '../../src/main';
import { problems } from '../../src/text/problems';
import { builtAddOn, companyHost, differences, makeReportOf, resized, suggested } from '../support/reported';

const small = resized(8);
const settingsTab = 'Leakproof settings';

const namesOf = (workbook: Workbook): string[] => workbook.sheets.map(({ name }) => name);

const openIn = (workbook: Workbook): Host =>
  createHost({ dist: builtAddOn(), workbook, now: () => new Date('2026-01-15T12:00:00Z') });

const untouched = companyHost({}, small);
const suggestion = suggested(untouched);

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
board.host.workbook.type('Board', 'M12', 'Ask Ann about May');
board.host.workbook.type('Board', 'M13', '=B11*2');
board.host.workbook.type('Board', keptCell(board.host.workbook, 'margin'), '25%');
const { settings: saved } = board.host.run('openWizard') as unknown as { settings: Settings };

/** The cell of a report that is kept under a name that begins so. */
function keptCell(workbook: Workbook, name: string): string {
  const list = workbook.values('Board', 'A1:A900').map(([text]) => text);
  const row = list.findIndex((text) => typeof text === 'string' && text.startsWith(`kept:${name}`));
  return /\((.*)\)/.exec(workbook.formula('Board', `B${row + 1}`) ?? '')?.[1] ?? '';
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
        expect(workbook.values('Board', 'M12:M13')).toEqual([
          ['Ask Ann about May'],
          [(created.cells.find(({ cell }) => cell === 'B11')?.value as number) * 2],
        ]);
      } else {
        expect(said).toBe(sentence);
        expect(listChanges(before, takeSnapshot(workbook))).toEqual([]);
      }
      expect(host.run('openWizard')).toMatchObject({ isSaved: true, questions: [] });
    },
  );
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
