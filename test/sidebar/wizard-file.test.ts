import { start, transition } from '../../sidebar/wizard';
import {
  after,
  answered,
  answerTo,
  draftIn,
  failed,
  next,
  opened,
  opening,
  saved,
  settings,
  wizardOf,
} from './fixture';

const busy = { code: 'busy', sentence: 'Somebody else is saving.' };
/** On the step Columns. */
const columns = () => after(opened(), next);

describe('what has to be decided', () => {
  const mapping = settings.datasets.deals;
  const about = { params: {}, sentence: 'Which one?', dataset: 'deals' } as const;
  const tab = { ...about, code: 'tab_missing', candidates: ['Old deals'], ...(mapping && { mapping }) };
  const column = { ...about, code: 'column_missing', field: 'stage', candidates: [2] };
  const without = { ...settings, datasets: {} };

  test('keeps the report from being made anew until it is decided, with what is chosen', () => {
    const home = opened({ ...saved, isSaved: false, tabs: opening.tabs, questions: [column] });
    expect(wizardOf(home).page).toBe('home');
    expect(transition(home, next).problem).toEqual({ code: 'unanswered' });
    const decided = after(home, { type: 'column', dataset: 'deals', field: 'stage', column: 5 });
    expect(wizardOf(decided).questions).toEqual([]);
    const { pending } = transition(decided, next);
    expect(pending).toMatchObject({
      name: 'createReport',
      args: [{ datasets: { deals: { columns: { stage: { column: 5 } } } } }],
    });
  });

  test('may be another tab: the server looks in it for the columns as they were mapped', () => {
    const home = opened({ ...saved, isSaved: false, tabs: opening.tabs, settings: without, questions: [tab] });
    const asking = transition(home, { type: 'tab', dataset: 'deals', tab: 'Old deals' });
    expect(asking.pending).toMatchObject({
      name: 'openWizard',
      args: [true, null, { settings: { datasets: { deals: { tab: 'Old deals', columns: mapping?.columns } } } }],
    });
    expect(wizardOf(answered(asking))).toMatchObject({ page: 'home', questions: [], isTouched: true });
  });

  test('may be that it is left out', () => {
    const home = opened({ ...saved, isSaved: false, tabs: opening.tabs, settings: without, questions: [tab, column] });
    const left = after(home, { type: 'tab', dataset: 'deals', tab: undefined });
    expect(wizardOf(left)).toMatchObject({ questions: [], chosen: {} });
  });

  test('keeps its place on the way to a step: of a tab on the first, of a column on the second', () => {
    for (const [question, page] of [
      [tab, 'tabs'],
      [column, 'columns'],
    ] as const) {
      const started = transition(after(opened(saved)), { type: 'new', report: 'Board' });
      const { view } = draftIn(started);
      const state = answered(started, {
        openWizard: { ...opening, ...saved, tabs: opening.tabs, draft: view, questions: [question] },
      });
      expect(wizardOf(state).page).toBe(page);
      expect(transition(state, next).problem).toEqual({ code: 'unanswered' });
    }
  });
});

describe('several reports', () => {
  const board = { name: 'Board', tab: 'Board', report: { ...settings.report, name: 'Board', margin: 0.3 } };
  const home = () => opened({ ...saved, reports: [...(saved.reports ?? []), board] });

  test('are chosen between without asking the server', () => {
    const chosen = transition(home(), { type: 'select', report: 'Board' });
    expect(chosen.pending).toBeUndefined();
    expect(wizardOf(chosen)).toMatchObject({ settings: { report: board.report }, opening: { reportTab: 'Board' } });
    expect(wizardOf(chosen).isTouched).toBe(false);
  });

  test('are joined by a new one, which goes straight to the last step and takes no name that is taken', () => {
    const walked = after(home(), { type: 'new', report: 'Second' });
    expect(wizardOf(walked)).toMatchObject({ page: 'report', isNew: true, settings: { report: { name: 'Second' } } });
    const same = after(walked, { type: 'report', change: { name: 'board' } });
    const withReports = { ...same, wizard: { ...wizardOf(same), opening: { ...opening, reports: [board] } } };
    expect(transition(withReports, next).problem).toEqual({ code: 'nameTaken' });
  });

  test.each([
    ['freeze', 'freezeReport', 'frozen'],
    ['delete', 'deleteReport', 'deleted'],
  ] as const)('%s: the server does it, and then tells what reports there are', (type, name, done) => {
    const asking = transition(transition(home(), { type: 'select', report: 'Board' }), { type });
    expect(asking.pending).toEqual({ name, args: ['Board'] });
    const told = transition(asking, answerTo(asking.pending as never));
    expect(told).toMatchObject({ done, pending: { name: 'openWizard', args: [false] } });
    expect(after(answered(told, { openWizard: { ...opening, ...saved } }), next).done).toBeUndefined();
  });
});

test('an answer to an earlier question never takes the place of a later state', () => {
  const first = transition(columns(), next);
  const late = answerTo(first.pending as never);
  const again = transition(failed(first, busy), { type: 'again' });
  const done = transition(after(again), { type: 'stage', label: 'New', outcome: 'lost' });
  expect(transition(done, late)).toBe(done);
  expect(transition(done, { type: 'failed', to: late.to, fault: busy })).toBe(done);
});

test('a problem on the way to a step stops there, and trying again goes on to it', () => {
  const walking = transition(opened(saved), { type: 'new', report: 'Second' });
  const opening = transition(walking, answerTo(walking.pending as never));
  expect(opening.pending?.name).toBe('readLabels');
  const stopped = failed(opening, busy);
  expect(wizardOf(stopped).page).toBe('columns');
  expect(wizardOf(after(stopped, { type: 'again' })).page).toBe('report');
  const back = transition(stopped, { type: 'close' });
  expect(wizardOf(after(back, { type: 'back' })).goal).toBeUndefined();
});

test('a file that is no longer as the sidebar knows it is looked at again, with everything that was chosen', () => {
  const stale = failed(transition(columns(), next), { code: 'column_missing', sentence: 'No column.' });
  const asking = transition(stale, { type: 'go', step: 'columns' });
  expect(asking.pending).toMatchObject({
    name: 'openWizard',
    args: [true, null, { settings: wizardOf(stale).settings }],
  });
  expect(wizardOf(answered(asking)).page).toBe('columns');
});

test('the data check opens by itself only where saved settings hold', () => {
  const open = (given: Partial<typeof opening>) => {
    const first = start('en', 'data');
    return transition(first, answerTo(first.pending as never, { openWizard: { ...opening, ...given } }));
  };
  expect(open(saved)).toMatchObject({ wizard: { page: 'data' }, pending: { name: 'checkData' } });
  expect(open({})).toMatchObject({ wizard: { page: 'tabs' }, pending: undefined });
});
