import type { Host } from '../../host/host';
import type { Settings } from '../../src/data/settings';
import type { Opening } from '../../src/main';
import { openIn, reportedFile } from './file';

const ask = (host: Host, name: string, ...args: unknown[]) =>
  host.run('answerSidebar', name, args) as { value?: unknown; problem?: { code: string; sentence: string } };
const open = (host: Host, ...args: unknown[]) => ask(host, 'openWizard', ...args).value as Opening;
const draftOf = (settings: Settings, view = '{}') => ({ settings: JSON.parse(JSON.stringify(settings)), view });

let host: Host;
let settings: Settings;
beforeEach(() => {
  host = openIn(reportedFile());
  settings = open(host, false).settings;
});

test('the sidebar opens with what was kept, in place of what is saved, and with the tabs to choose from', () => {
  const margin = 0.25;
  const draft = draftOf({ ...settings, report: { ...settings.report, margin } }, 'here');
  expect(ask(host, 'keepDraft', draft)).toEqual({ value: { isKept: true } });
  const opening = open(host, false);
  expect(opening).toMatchObject({ draft: 'here', settings: { report: { margin } } });
  expect(opening.tabs.length).toBeGreaterThan(0);
});

test('what is forgotten is gone, and so is all of a longer one behind a shorter', () => {
  ask(host, 'keepDraft', draftOf(settings, 'x'.repeat(20_000)));
  const long = host.properties.user.size;
  ask(host, 'keepDraft', draftOf(settings, 'short'));
  expect(host.properties.user.size).toBeLessThan(long);
  expect(open(host, false).draft).toBe('short');
  ask(host, 'keepDraft', null);
  expect(host.properties.user.size).toBe(0);
  ask(host, 'keepDraft', draftOf(settings));
  expect(open(host, false, null, null).draft).toBeNull();
  expect(host.properties.user.size).toBe(0);
});

test('what is too long to be kept is told, and leaves nothing of the one before', () => {
  ask(host, 'keepDraft', draftOf(settings));
  expect(ask(host, 'keepDraft', draftOf(settings, 'x'.repeat(200_000)))).toEqual({ value: { isKept: false } });
  expect(host.properties.user.size).toBe(0);
});

test('drafts of other files go where there is no more room', () => {
  for (let file = 0; file < 60; file++) host.properties.user.set(`draft other${file} 0`, 'x'.repeat(8500));
  host.properties.user.set('something else', 'stays');
  expect(ask(host, 'keepDraft', draftOf(settings, 'fits'))).toEqual({ value: { isKept: true } });
  expect(open(host, false).draft).toBe('fits');
  expect([...host.properties.user.keys()].some((key) => key.startsWith('draft other'))).toBe(false);
  expect(host.properties.user.get('something else')).toBe('stays');
});

test('a draft in pieces that do not fit together is none', () => {
  ask(host, 'keepDraft', draftOf(settings, 'x'.repeat(9000)));
  const [key = ''] = [...host.properties.user.keys()].filter((one) => one.endsWith(' 1'));
  host.properties.user.set(key, 'y'.repeat(2000));
  expect(open(host, false).draft).toBeNull();
});

test('while another sidebar of the same person keeps something, this one is told to wait', () => {
  host.platform.foreignLocks.add('user');
  expect(ask(host, 'keepDraft', draftOf(settings)).problem?.code).toBe('busy');
});

test('columns that moved since then are found again', () => {
  const stage = settings.datasets.deals?.columns.stage;
  ask(host, 'keepDraft', draftOf(settings));
  host.workbook.restructure(host.workbook.sheet('Deals'), { kind: 'insert', axis: 'columns', at: 0, count: 1 });
  const opening = open(host, false);
  expect(opening.settings.datasets.deals?.columns.stage?.column).toBe((stage?.column ?? 0) + 1);
  expect(opening.notices.map(({ code }) => code)).toContain('columns_moved');
});

test('a tab that is in question comes with its mapping as it was', () => {
  host.workbook.deleteSheet(host.workbook.sheet('Spend'));
  const { questions, isSaved } = open(host, false);
  expect(isSaved).toBe(false);
  expect(questions).toEqual([
    expect.objectContaining({
      code: 'tab_missing',
      dataset: 'spend',
      mapping: expect.objectContaining({ tab: 'Spend', columns: settings.datasets.spend?.columns }),
    }),
  ]);
});

describe('an answer to the sidebar', () => {
  test('brings the value, or null where there is none', () => {
    expect(ask(host, 'selectCells', 'Deals', ['A1'])).toEqual({ value: null });
  });

  test('brings what a person can put right with its code', () => {
    expect(ask(host, 'selectCells', 'Nowhere', [])).toEqual({
      problem: { code: 'tab_missing', sentence: expect.stringContaining('Nowhere') },
    });
  });

  test.each(['constructor', 'call', '', 'answerSidebar'])(
    'is given to nothing but what the sidebar may ask: %p',
    (name) => {
      expect(ask(host, name).problem?.code).toBe('request_invalid');
      expect((host.run('answerSidebar', 'openWizard', 'no list') as { problem?: { code: string } }).problem?.code).toBe(
        'request_invalid',
      );
    },
  );
});

test('every line that a report can show can be chosen, by a name in three languages', () => {
  const { kpis, groupNames } = open(host, false);
  expect(kpis.length).toBeGreaterThan(25);
  for (const { label, group } of kpis) {
    expect(new Set(Object.keys(label))).toEqual(new Set(['en', 'pl', 'ru']));
    expect(groupNames.pl[group]).toBeTruthy();
  }
});
