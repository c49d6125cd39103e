import fc from 'fast-check';
import { type Action, STEPS } from '../../sidebar/state';
import { start, transition } from '../../sidebar/wizard';
import {
  after,
  answered,
  answerTo,
  back,
  created,
  draftIn,
  failed,
  finding,
  labels,
  next,
  opened,
  opening,
  saved,
  settings,
  wizardOf,
} from './fixture';

const times = (count: number, action: Action): Action[] => new Array(count).fill(action);
const busy = { code: 'busy', sentence: 'Somebody else is saving.' };
const at = (page: (typeof STEPS)[number]) => after(opened(), ...times(STEPS.indexOf(page), next));

describe('a tidy file', () => {
  test('needs nothing but the primary button five times, and then has its report', () => {
    const pages = [1, 2, 3, 4, 5].map((count) => wizardOf(after(opened(), ...times(count, next))).page);
    expect(pages).toEqual(['columns', 'stages', 'check', 'report', 'home']);
    const done = wizardOf(after(opened(), ...times(5, next)));
    expect(done.created).toEqual(created);
    expect(done.opening).toMatchObject({ isSaved: true, reportTab: 'Leakproof report' });
  });

  test.each([
    ['tabs', undefined],
    ['columns', 'readLabels'],
    ['stages', 'checkData'],
    ['check', undefined],
    ['report', 'createReport'],
  ] as const)('asks the server at most one question on the way on from %s: %s', (page, name) => {
    expect(transition(at(page), next).pending?.name).toBe(name);
  });

  test('opens in the language of its user, at the first step', () => {
    expect(start('pl').pending).toEqual({ name: 'openWizard', args: [false] });
    const state = opened({ language: 'ru' });
    expect(state.language).toBe('ru');
    expect(wizardOf(state).page).toBe('tabs');
  });
});

describe('a file with saved settings', () => {
  const home = () => opened(saved);

  test('opens on the home page, where the primary button makes the report anew', () => {
    expect(wizardOf(home()).page).toBe('home');
    expect(transition(home(), next).pending).toEqual({ name: 'createReport', args: [settings] });
  });

  test('reads the tabs when somebody edits, and only once', () => {
    const asking = transition(home(), { type: 'edit' });
    expect(asking.pending).toMatchObject({ name: 'openWizard', args: [true, null, { settings }] });
    const { view } = draftIn(asking);
    const value = { ...opening, ...saved, tabs: opening.tabs, draft: view };
    const editing = answered(asking, { openWizard: value });
    expect(wizardOf(editing)).toMatchObject({ page: 'tabs', settings, opening: { tabs: opening.tabs } });
    expect(wizardOf(editing)).toMatchObject({ isResumed: false, isTouched: false });
    expect(wizardOf(after(editing, back)).page).toBe('home');
    expect(transition(after(editing, back), { type: 'edit' }).pending).toBeUndefined();
  });
});

describe('what the server has to tell', () => {
  const moved = { code: 'column_moved', params: {}, sentence: '"Amount" has moved from E to F.' };
  const asked = {
    code: 'column_missing',
    params: {},
    sentence: 'The column "Stage" is gone.',
    dataset: 'deals',
    field: 'stage',
    candidates: [5],
  } as const;

  test('of the saved settings is what has changed, and what has to be decided', () => {
    const { notices, questions } = wizardOf(opened({ notices: [moved], questions: [asked] }));
    expect(notices).toEqual([moved.sentence]);
    expect(questions).toEqual([asked]);
  });

  test('of a new report takes the place of it, and the settings are used as they were saved', () => {
    const overwritten = { code: 'saved_in_between', params: {}, sentence: 'Somebody saved in between.' };
    const creating = transition(at('report'), next);
    const done = wizardOf(answered(creating, { createReport: { ...created, notices: [overwritten] } }));
    expect(done).toMatchObject({ notices: [overwritten.sentence], settings: created.settings });
  });

  test('of a new mapping come with the report, and then that its columns cannot be tagged', () => {
    const untagged = { code: 'tags_unwritable', params: {}, sentence: 'This file takes no tags.' };
    const asked = transition(at('report'), next);
    const value = { ...created, isTagged: false };
    const made = transition(asked, answerTo(asked.pending as never, { createReport: value }));
    expect(wizardOf(made).page).toBe('home');
    expect(made.pending).toEqual({ name: 'tagColumns', args: [] });
    expect(wizardOf(answered(made, { tagColumns: { notices: [untagged] } })).notices).toEqual([untagged.sentence]);
  });
});

describe('Back', () => {
  const changes: Action[] = [
    { type: 'column', dataset: 'deals', field: 'name', column: 1 },
    { type: 'stage', label: 'New', outcome: 'ignore' },
    { type: 'stage', label: 'Demo', outcome: 'won' },
    { type: 'move', list: 'stages', label: 'Won', by: -1 },
    { type: 'channel', label: 'google', channel: 'Search' },
    { type: 'period', name: 'last-year' },
    { type: 'report', change: { margin: 0.4, currency: 'PLN' } },
  ];

  test('loses nothing, whatever was changed and however often somebody goes to and fro', () => {
    const walk = fc.array(fc.constantFrom<Action>(next, back), { maxLength: 12 });
    fc.assert(
      fc.property(fc.subarray(changes), walk, (some, steps) => {
        const before = after(at('report'), ...some);
        // The last step on would create the report, which ends the wizard.
        const walked = steps.reduce(
          (state, step) => (step === next && wizardOf(state).page === 'report' ? state : after(state, step)),
          before,
        );
        expect(wizardOf(walked).settings).toEqual(wizardOf(before).settings);
        expect(wizardOf(walked).period).toBe(wizardOf(before).period);
      }),
    );
  });

  test('stays on the first step of a file without saved settings', () => {
    expect(wizardOf(after(opened(), back)).page).toBe('tabs');
  });

  test('and another tab: the columns of the first tab are there again when it is chosen again', () => {
    const chosen = (tab: string): Action => ({ type: 'tab', dataset: 'deals', tab });
    const before = after(at('columns'), { type: 'column', dataset: 'deals', field: 'name', column: 1 });
    const other = after(before, back, chosen('Old deals'), next);
    expect(wizardOf(other).settings.datasets.deals).toMatchObject({ tab: 'Old deals', headerRow: 3, totalRows: [9] });
    const again = transition(after(other, back, chosen('Deals')), next);
    expect(again.pending).toBeUndefined();
    expect(wizardOf(again).settings.datasets).toEqual(wizardOf(before).settings.datasets);
  });

  test('and another stage column: the meanings of the first column are there again when it is chosen again', () => {
    const column = (number: number): Action => ({ type: 'column', dataset: 'deals', field: 'stage', column: number });
    const before = after(
      at('stages'),
      { type: 'stage', label: 'Demo', outcome: 'lost' },
      { type: 'move', list: 'stages', label: 'Demo', by: -1 },
    );
    const asked = transition(after(before, back, column(5)), next);
    const other = answered(asked, {
      readLabels: { ...labels, labels: { 'deals.stage': [{ label: 'Phase 1', count: 9 }] } },
    });
    expect(wizardOf(other).settings.stages).toEqual([{ label: 'Phase 1', order: 1, outcome: 'open' }]);
    const again = after(other, back, column(2), next);
    expect(wizardOf(again).settings.stages).toEqual(wizardOf(before).settings.stages);
  });
});

describe('the step Tabs', () => {
  test('asks the server only about tabs that are new', () => {
    const state = after(opened(), { type: 'tab', dataset: 'leads', tab: 'Old deals' });
    expect(transition(state, next).pending).toEqual({
      name: 'suggestSettings',
      args: [{ tabs: { leads: 'Old deals' } }],
    });
  });

  test('says what to do when no tab is chosen, and goes on once there is one', () => {
    const empty = after(opened(), { type: 'tab', dataset: 'deals', tab: undefined }, next);
    expect(empty.problem).toEqual({ code: 'nothingChosen' });
    expect(wizardOf(empty).page).toBe('tabs');
    const chosen = after(empty, { type: 'tab', dataset: 'deals', tab: 'Deals' });
    expect(chosen.problem).toBeUndefined();
    expect(wizardOf(after(chosen, next)).page).toBe('columns');
  });

  test('drops the dataset of a tab that is no longer chosen', () => {
    const both = after(opened(), { type: 'tab', dataset: 'spend', tab: 'Old deals' }, next);
    const one = after(both, back, { type: 'tab', dataset: 'deals', tab: undefined }, next);
    expect(Object.keys(wizardOf(one).settings.datasets)).toEqual(['spend']);
  });

  test('leaves the columns to the person where the server recognises none', () => {
    const asking = transition(after(opened(), { type: 'tab', dataset: 'spend', tab: 'Old deals' }), next);
    const byHand = after(failed(asking, { code: 'nothing_mapped', sentence: 'No tab looks like spend.' }), {
      type: 'byHand',
    });
    expect(wizardOf(byHand).page).toBe('columns');
    expect(wizardOf(byHand).settings.datasets).toEqual({
      ...settings.datasets,
      spend: { tab: 'Old deals', headerRow: 3, columns: {}, totalRows: [] },
    });
  });
});

describe('the step Columns', () => {
  test('takes a column away from the field that had it', () => {
    const state = after(at('columns'), { type: 'column', dataset: 'deals', field: 'name', column: 2 });
    expect(wizardOf(state).settings.datasets.deals?.columns).toEqual({
      name: { column: 2, header: 'Stage' },
      amount: { column: 3, header: 'Amount' },
      closed: { column: 4, header: 'Closed' },
    });
  });

  test('leaves a field without a column', () => {
    const state = after(at('columns'), { type: 'column', dataset: 'deals', field: 'amount', column: undefined });
    expect(Object.keys(wizardOf(state).settings.datasets.deals?.columns ?? {})).toEqual(['stage', 'closed']);
  });
});

describe('the step Check', () => {
  test('asks for sentences in the language of the sidebar, and for others when that changes', () => {
    const state = transition(at('stages'), { type: 'language', language: 'pl' });
    const asked = transition(state, next).pending;
    expect(asked).toMatchObject({ name: 'checkData', args: [{ report: { language: 'pl' } }] });
    const switched = transition(at('check'), { type: 'language', language: 'ru' });
    expect(switched.pending).toMatchObject({ name: 'checkData', args: [{ report: { language: 'ru' } }] });
    expect(wizardOf(answered(switched)).settings.report.language).toBe('en');
  });

  test('after a fix says how many cells it changed, and looks again', () => {
    const choices = [{ code: finding.code, dataset: finding.dataset, field: 'amount' }];
    const fixing = transition(at('check'), { type: 'fix', choices });
    expect(fixing.pending).toEqual({ name: 'fixData', args: [settingsAt('check'), choices] });
    const fixed = wizardOf(answered(fixing, { checkData: [] }));
    expect(fixed).toMatchObject({ page: 'check', fixed: 2, findings: [] });
  });

  test('forgets the last fix when it looks again later', () => {
    const fixed = after(at('check'), { type: 'fix', choices: null });
    expect(wizardOf(after(fixed, { type: 'check' })).fixed).toBeUndefined();
  });

  const settingsAt = (page: (typeof STEPS)[number]) => wizardOf(at(page)).settings;
});

describe('the step Report', () => {
  test('turns a named period into its days, and keeps them as the beginning of a custom one', () => {
    const state = after(at('report'), { type: 'period', name: 'last-month' });
    const days = { start: '2026-04-01', end: '2026-04-30' };
    expect(wizardOf(state).settings.report.period).toEqual(days);
    const custom = wizardOf(after(state, { type: 'period', name: 'custom' }));
    expect(custom).toMatchObject({ period: 'custom', settings: { report: { period: days } } });
  });

  test('knows the name of a period that was saved', () => {
    const period = { start: '2025-01-01', end: '2025-12-31' };
    const state = opened({ settings: { ...settings, report: { ...settings.report, period } } });
    expect(wizardOf(state).period).toBe('last-year');
  });
});

describe('a question under way', () => {
  const asking = transition(at('columns'), next);

  test.each<Action>([
    next,
    back,
    { type: 'column', dataset: 'deals', field: 'name', column: 1 },
    { type: 'fix', choices: null },
  ])('is not disturbed by %j', (action) => {
    expect(transition(asking, action)).toEqual(asking);
  });

  test('lets the language be changed', () => {
    expect(transition(asking, { type: 'language', language: 'pl' })).toEqual({ ...asking, language: 'pl' });
  });
});

describe('an error', () => {
  const questions: [string, ReturnType<typeof start>][] = [
    ['opening', start('en')],
    ['reading labels', transition(at('columns'), next)],
    ['checking', transition(at('stages'), next)],
    ['fixing', transition(at('check'), { type: 'fix', choices: null })],
    ['showing cells', transition(at('check'), { type: 'show', tab: 'Deals', ranges: ['C4'] })],
    ['creating', transition(at('report'), next)],
  ];

  test.each(questions)(
    'while %s is shown as its sentence, changes nothing, and the question can be asked again',
    (_, asking) => {
      const state = failed(asking, busy);
      expect(state.problem).toEqual({ ...busy, call: asking.pending });
      expect(state.wizard).toEqual(asking.wizard);
      expect(transition(state, { type: 'again' })).toEqual({ ...asking, problem: undefined });
    },
  );

  test('goes away with the next thing that somebody does, or when it is closed', () => {
    const state = failed(transition(at('stages'), next), busy);
    expect(after(state, back)).toMatchObject({ problem: undefined, wizard: { page: 'columns' } });
    expect(after(state, { type: 'close' })).toMatchObject({ problem: undefined, wizard: { page: 'stages' } });
  });
});

test('a file in which nothing was recognised takes its report settings from the first tab that is', () => {
  const blank = { ...settings, datasets: {}, report: { ...settings.report, currency: '' } };
  const state = after(opened({ settings: blank }), { type: 'tab', dataset: 'deals', tab: 'Old deals' }, next);
  expect(wizardOf(state).settings.report.currency).toBe('USD');
  expect(wizardOf(after(state, next)).labels).toEqual(labels.labels);
});
