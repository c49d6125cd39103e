import type { Draft } from '../src/data/draft';
import type { Language, Settings } from '../src/data/settings';
import { received, withMappings } from './answers';
import { draftAt, type View } from './draft';
import { type Labelled, moved, renamedChannel, withChange, withChannel } from './label-lists';
import { unmapped, withColumn, withTab } from './mapping';
import { periodName, periodOf } from './period';
import type { Call } from './server';
import { type Action, ask, type Event, put, STEPS, type State, type Step, shownSettings, type Wizard } from './state';
import { isStale } from './ways';

/** The sidebar as it starts: asking the server what the file holds. */
export const start = (language: Language, first: State['first'] = 'home'): State => ({
  language,
  wizard: undefined,
  pending: { name: 'openWizard', args: [false] },
  problem: undefined,
  done: undefined,
  first,
});

/** The state after an event. */
export function transition(state: State, event: Event): State {
  if (event.type === 'language') return inLanguage({ ...state, language: event.language });
  if (event.type === 'answered' || event.type === 'failed') {
    // Only what was asked last counts.
    if (event.to !== state.pending) return state;
    const quiet = { ...state, pending: undefined };
    if (event.type === 'failed') return { ...quiet, problem: { ...event.fault, call: event.to } };
    return onTheWay(received(quiet, event.answer));
  }
  // A new object, so that an input that was touched in the meantime is set back to what counts.
  if (state.pending) return { ...state };
  // Another object, so that a late answer to the first try is none to this one.
  if (event.type === 'again') return { ...state, problem: undefined, pending: copied(state.problem?.call) };
  const quiet: State = { ...state, problem: undefined, done: undefined };
  if (event.type === 'restart') return ask(quiet, 'openWizard', false);
  if (!state.wizard || event.type === 'close') return quiet;
  const still = state.wizard.goal === undefined ? state.wizard : { ...state.wizard, goal: undefined };
  const after = act({ ...quiet, wizard: still }, still, event, state.problem);
  return touched(after, still, event);
}

const copied = (call: Call | undefined): Call | undefined => call && ({ ...call } as Call);

/** Notes that something was changed; choosing another report and going on change nothing by themselves. */
function touched(state: State, before: Wizard, { type }: Action): State {
  const { wizard } = state;
  const isSame = wizard?.settings === before.settings && wizard?.chosen === before.chosen;
  if (!wizard || wizard.isTouched || isSame || type === 'select' || type === 'next') return state;
  return put(state, wizard, { isTouched: true });
}

/** One step on for as long as the wizard is on its way to a step. */
function onTheWay(state: State): State {
  const { wizard, pending, problem } = state;
  if (!wizard?.goal || pending || problem) return state;
  return wizard.page === wizard.goal ? put(state, wizard, { goal: undefined }) : onTheWay(next(state, wizard));
}

type Deed = Exclude<Action, { type: 'language' | 'again' | 'close' | 'restart' }>;

function act(state: State, wizard: Wizard, action: Deed, problem: State['problem']): State {
  const { settings, page } = wizard;
  const set = (change: Partial<Settings>): State => put(state, wizard, { settings: { ...settings, ...change } });
  const report = (change: Partial<Settings['report']>) => set({ report: { ...settings.report, ...change } });
  switch (action.type) {
    case 'next':
      return next(state, wizard);
    case 'back':
      return put(state, wizard, { page: pageBefore(wizard) });
    case 'go':
      return goTo(state, wizard, action.step, isStale(problem));
    case 'edit':
      return goTo(state, wizard, 'tabs', false);
    case 'byHand':
      return withMappings(state, wizard, {});
    case 'discard':
      return ask(state, 'openWizard', false, null, null);
    case 'select':
      return selected(state, wizard, action.report);
    case 'new': {
      const made = { ...settings, report: { ...settings.report, name: action.report } };
      return reopened(state, { ...wizard, settings: made, isNew: true }, 'report');
    }
    case 'freeze':
      return ask(state, 'freezeReport', settings.report.name);
    case 'delete':
      return ask(state, 'deleteReport', settings.report.name);
    case 'check':
      return checking(put(state, wizard, { page: page === 'home' ? 'data' : page, findings: [], fixed: undefined }));
    case 'fix':
      return ask(state, 'fixData', settings, action.choices);
    case 'show':
      return ask(state, 'selectCells', action.tab, action.ranges);
    case 'tab':
      return withChosenTab(state, wizard, action);
    case 'column': {
      const { dataset, field } = action;
      const questions = wizard.questions.filter((one) => one.dataset !== dataset || one.field !== field);
      const datasets = withColumn(settings.datasets, wizard.opening.tabs, action);
      return put(state, wizard, { questions, settings: { ...settings, datasets } });
    }
    case 'stage':
      return set({ stages: withChange(settings.stages, action.label, { outcome: action.outcome }) });
    case 'status':
      return set({ statuses: withChange(settings.statuses, action.label, { meaning: action.meaning }) });
    case 'move':
      return set({ [action.list]: moved<Labelled>(settings[action.list], action) });
    case 'channel':
      return set({ channels: withChannel(settings.channels, action) });
    case 'rename':
      return set({ channels: renamedChannel(settings.channels, action) });
    case 'period': {
      const period = periodOf(action.name, wizard.opening.today, settings.report.period);
      return put(state, wizard, {
        period: action.name,
        settings: { ...settings, report: { ...settings.report, period } },
      });
    }
    case 'report':
      return report(action.change);
  }
}

/** Another of the saved reports in hand. */
function selected(state: State, wizard: Wizard, name: string): State {
  const { opening, settings } = wizard;
  const found = opening.reports.find((one) => one.name === name);
  if (!found) return state;
  return put(state, wizard, {
    settings: { ...settings, report: found.report },
    period: periodName(found.report.period, opening.today),
    opening: { ...opening, reportTab: found.tab },
    created: undefined,
    isNew: false,
  });
}

/**
 * Another tab for a dataset, or none. Where that answers a question, the server looks for the columns in it as they were mapped in
 * the tab before.
 */
function withChosenTab(state: State, wizard: Wizard, { dataset, tab }: Extract<Action, { type: 'tab' }>): State {
  const { settings, chosen, page } = wizard;
  const asked = wizard.questions.find((one) => one.dataset === dataset && one.mapping);
  const questions = wizard.questions.filter((one) => one.dataset !== dataset);
  const answered = { ...wizard, questions, chosen: withTab(chosen, dataset, tab) };
  const { [dataset]: _, ...others } = settings.datasets;
  if (asked?.mapping && tab !== undefined) {
    const { sheet: _, ...mapping } = asked.mapping;
    const datasets = { ...others, [dataset]: { ...mapping, tab } };
    return reopened(state, { ...answered, settings: { ...settings, datasets } }, page === 'data' ? 'home' : page);
  }
  return put(state, answered, asked ? { settings: { ...settings, datasets: others } } : {});
}

/** A step that was there before, as it was or, where the tabs are not known (any more), as the server now finds it. */
const goTo = (state: State, wizard: Wizard, step: Step, isStale: boolean): State =>
  wizard.opening.tabs.length === 0 || isStale ? reopened(state, wizard, step) : put(state, wizard, { page: step });

/** Lets the server look at the file again for the settings in hand, those that lack a dataset in question with its mapping. */
function reopened(state: State, wizard: Wizard, page: View['page']): State {
  const { questions, settings } = wizard;
  const asked = questions.flatMap(({ dataset, mapping }) => (mapping ? [[dataset, mapping] as const] : []));
  const datasets = { ...Object.fromEntries(asked), ...settings.datasets };
  const draft: Draft = draftAt({ ...wizard, settings: { ...settings, datasets } }, state.language, page);
  return ask(put(state, wizard, {}), 'openWizard', true, null, draft);
}

const pageBefore = ({ page, opening }: Wizard): Wizard['page'] => {
  if (page === 'home' || page === 'data') return 'home';
  return STEPS[STEPS.indexOf(page) - 1] ?? (opening.reports.length > 0 ? 'home' : page);
};

const own = (state: State, code: string): State => ({ ...state, problem: { code } });

/** One step on; a step that needs the server asks one question, and its answer turns the page. */
function next(state: State, wizard: Wizard): State {
  const { page, settings, chosen, decided, questions, opening, isNew } = wizard;
  const isAsked = questions.some(({ field }) => page === 'home' || (field === undefined) === (page === 'tabs'));
  switch (page) {
    case 'tabs': {
      if (isAsked) return own(state, 'unanswered');
      if (Object.keys(chosen).length === 0) return own(state, 'nothingChosen');
      const tabs = unmapped(chosen, [settings.datasets, ...decided.mappings]);
      return Object.keys(tabs).length === 0 ? withMappings(state, wizard, {}) : ask(state, 'suggestSettings', { tabs });
    }
    case 'columns':
      return isAsked ? own(state, 'unanswered') : ask(state, 'readLabels', settings);
    case 'stages':
      return checking(put(state, wizard, { fixed: undefined }));
    case 'check':
      return put(state, wizard, { page: 'report' });
    case 'report': {
      const name = settings.report.name.toLowerCase();
      const isTaken = isNew && opening.reports.some((one) => one.name.toLowerCase() === name);
      return isTaken ? own(state, 'nameTaken') : ask(state, 'createReport', settings);
    }
    case 'home':
      return isAsked ? own(state, 'unanswered') : ask(state, 'createReport', settings);
    case 'data':
      return put(state, wizard, { page: 'home' });
  }
}

const checking = (state: State): State =>
  state.wizard ? ask(state, 'checkData', shownSettings(state, state.wizard.settings)) : state;

/** Findings are sentences of the server: in another language they have to be asked for again. */
function inLanguage(state: State): State {
  const { wizard, pending } = state;
  return pending || (wizard?.page !== 'check' && wizard?.page !== 'data') ? state : checking(state);
}
