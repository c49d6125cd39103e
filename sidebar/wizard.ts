import type { DatasetName } from '../src/data/fields';
import type { Choice } from '../src/data/fix';
import type { Language, ReportSettings, Settings } from '../src/data/settings';
import type { Created, FindingView, LabelsView, LabelView, Opening } from '../src/main';
import { completed, type Labelled, moved, union, withChange, withChannel, withNewLabels } from './label-lists';
import { type ChosenTabs, mapTabs, tabsOf, unmapped, withColumn, withTab } from './mapping';
import { type PeriodName, periodName, periodOf } from './period';
import type { Answer, Call } from './server';

/** The steps of the wizard, in order. */
export const STEPS = ['tabs', 'columns', 'stages', 'check', 'report'] as const;

/** A step of the wizard. */
export type Step = (typeof STEPS)[number];

/** What the wizard knows once the server has opened it. */
export interface Wizard {
  readonly page: Step | 'home';
  readonly opening: Opening;
  readonly settings: Settings;
  /** The tabs as they are chosen; they become settings on the way to the columns. */
  readonly chosen: ChosenTabs;
  readonly period: PeriodName;
  /** What the label columns hold, by field. */
  readonly labels: LabelsView['labels'];
  /** All that was decided on, the latest first, so that choosing another tab or column and this one again loses nothing. */
  readonly decided: Pick<Settings, 'stages' | 'statuses'> & { readonly mappings: readonly Settings['datasets'][] };
  readonly findings: readonly FindingView[];
  /** How many cells the last fix changed. */
  readonly fixed: number | undefined;
  readonly created: Created | undefined;
  /** What the server has to tell of the saved settings: what has changed since, and what has to be decided anew. */
  readonly notices: readonly string[];
}

/** What went wrong: the server's sentence with the question to ask again, or that no tab was chosen. */
export type Problem = { readonly sentence: string; readonly call: Call } | 'nothingChosen';

/** Everything that the sidebar shows; while a question is under way, nothing but its answer changes the wizard. */
export interface State {
  readonly language: Language;
  readonly wizard: Wizard | undefined;
  readonly pending: Call | undefined;
  readonly problem: Problem | undefined;
}

/** What people do. */
export type Action =
  | { readonly type: 'next' | 'back' | 'edit' | 'check' | 'byHand' }
  | { readonly type: 'again' }
  | { readonly type: 'close' }
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'tab'; readonly dataset: DatasetName; readonly tab: string | undefined }
  | {
      readonly type: 'column';
      readonly dataset: DatasetName;
      readonly field: string;
      readonly column: number | undefined;
    }
  | { readonly type: 'stage'; readonly label: string; readonly outcome: Settings['stages'][number]['outcome'] }
  | { readonly type: 'status'; readonly label: string; readonly meaning: Settings['statuses'][number]['meaning'] }
  | { readonly type: 'move'; readonly list: LabelList; readonly label: string; readonly by: -1 | 1 }
  | { readonly type: 'channel'; readonly label: string; readonly channel: string }
  | { readonly type: 'fix'; readonly choices: readonly Choice[] | null }
  | { readonly type: 'show'; readonly tab: string; readonly ranges: readonly string[] }
  | { readonly type: 'period'; readonly name: PeriodName }
  | { readonly type: 'report'; readonly change: Partial<ReportSettings> };

/** What happens: an action, or the server's answer to the question that is under way. */
export type Event =
  | Action
  | { readonly type: 'answered'; readonly answer: Answer }
  | { readonly type: 'failed'; readonly sentence: string };

/** A list of labels that have an order. */
export type LabelList = 'stages' | 'statuses';

/** The sidebar as it starts: asking the server what the file holds. */
export const start = (language: Language): State => ({
  language,
  wizard: undefined,
  pending: { name: 'openWizard', args: [false] },
  problem: undefined,
});

/** The state after an event. */
export function transition(state: State, event: Event): State {
  if (event.type === 'language') return inLanguage({ ...state, language: event.language });
  if (event.type === 'answered') return received({ ...state, pending: undefined }, event.answer);
  if (event.type === 'failed') {
    const { pending } = state;
    return { ...state, pending: undefined, problem: pending && { sentence: event.sentence, call: pending } };
  }
  // A new object, so that an input that was touched in the meantime is set back to what counts.
  if (state.pending) return { ...state };
  if (event.type === 'again') {
    const call = state.problem && state.problem !== 'nothingChosen' ? state.problem.call : undefined;
    return { ...state, problem: undefined, pending: call };
  }
  const quiet: State = { ...state, problem: undefined };
  return state.wizard && event.type !== 'close' ? act(quiet, state.wizard, event) : quiet;
}

const ask = (state: State, ...[name, ...args]: CallOf<Call>): State => ({
  ...state,
  pending: { name, args } as unknown as Call,
});
type CallOf<One> = One extends Call ? [One['name'], ...One['args']] : never;

const put = (state: State, wizard: Wizard, change: Partial<Wizard>): State => ({
  ...state,
  wizard: { ...wizard, ...change },
});

function act(state: State, wizard: Wizard, action: Exclude<Action, { type: 'language' | 'again' | 'close' }>): State {
  const { settings } = wizard;
  const set = (change: Partial<Settings>): State => put(state, wizard, { settings: { ...settings, ...change } });
  switch (action.type) {
    case 'next':
      return next(state, wizard);
    case 'back':
      return put(state, wizard, { page: pageBefore(wizard) });
    case 'edit':
      return wizard.opening.tabs.length > 0 ? put(state, wizard, { page: 'tabs' }) : ask(state, 'openWizard', true);
    case 'byHand':
      return withMappings(state, wizard, {});
    case 'check':
      return ask(put(state, wizard, { fixed: undefined }), 'checkData', shownSettings(state, settings));
    case 'fix':
      return ask(state, 'fixData', settings, action.choices);
    case 'show':
      return ask(state, 'selectCells', action.tab, action.ranges);
    case 'tab':
      return put(state, wizard, { chosen: withTab(wizard.chosen, action.dataset, action.tab) });
    case 'column':
      return set({ datasets: withColumn(settings.datasets, wizard.opening.tabs, action) });
    case 'stage':
      return set({ stages: withChange(settings.stages, action.label, { outcome: action.outcome }) });
    case 'status':
      return set({ statuses: withChange(settings.statuses, action.label, { meaning: action.meaning }) });
    case 'move':
      return set({ [action.list]: moved<Labelled>(settings[action.list], action) });
    case 'channel':
      return set({ channels: withChannel(settings.channels, action) });
    case 'period': {
      const period = periodOf(action.name, wizard.opening.today, settings.report.period);
      return put(state, wizard, {
        period: action.name,
        settings: { ...settings, report: { ...settings.report, period } },
      });
    }
    case 'report':
      return set({ report: { ...settings.report, ...action.change } });
  }
}

const pageBefore = ({ page, opening }: Wizard): Wizard['page'] => {
  if (page === 'home') return page;
  return STEPS[STEPS.indexOf(page) - 1] ?? (opening.isSaved ? 'home' : page);
};

/** One step on; a step that needs the server asks one question, and its answer turns the page. */
function next(state: State, wizard: Wizard): State {
  const { page, settings, chosen, decided } = wizard;
  switch (page) {
    case 'tabs': {
      if (Object.keys(chosen).length === 0) return { ...state, problem: 'nothingChosen' };
      const tabs = unmapped(chosen, [settings.datasets, ...decided.mappings]);
      return Object.keys(tabs).length === 0 ? withMappings(state, wizard, {}) : ask(state, 'suggestSettings', { tabs });
    }
    case 'columns':
      return ask(state, 'readLabels', settings);
    case 'stages':
      return ask(put(state, wizard, { fixed: undefined }), 'checkData', shownSettings(state, settings));
    case 'check':
      return put(state, wizard, { page: 'report' });
    case 'report':
    case 'home':
      return ask(state, 'createReport', settings);
  }
}

/** The settings with which sentences come in the language of the sidebar. */
const shownSettings = ({ language }: State, settings: Settings): Settings => ({
  ...settings,
  report: { ...settings.report, language },
});

/** Findings are sentences of the server: in another language they have to be asked for again. */
function inLanguage(state: State): State {
  const { wizard, pending } = state;
  if (pending || wizard?.page !== 'check') return state;
  return ask(state, 'checkData', shownSettings(state, wizard.settings));
}

function received(state: State, { name, value }: Answer): State {
  const { wizard } = state;
  if (!wizard) return name === 'openWizard' ? opened(state, value) : state;
  switch (name) {
    case 'openWizard':
      return put(state, wizard, { page: 'tabs', opening: { ...wizard.opening, tabs: value.tabs } });
    case 'suggestSettings': {
      const isFirst = Object.keys(wizard.settings.datasets).length === 0;
      const report = isFirst ? value.report : wizard.settings.report;
      return withMappings(state, { ...wizard, settings: { ...wizard.settings, report } }, value.datasets);
    }
    case 'readLabels':
      return put(state, wizard, { page: 'stages', labels: value.labels, ...withLabels(wizard, value) });
    case 'checkData':
      return put(state, wizard, { page: 'check', findings: value });
    case 'fixData':
      return ask(put(state, wizard, { fixed: value.changed }), 'checkData', shownSettings(state, wizard.settings));
    case 'createReport': {
      const home = put(state, wizard, {
        page: 'home',
        created: value,
        settings: value.settings,
        notices: sentencesOf(value.notices),
        opening: { ...wizard.opening, isSaved: true, reportTab: value.tab },
      });
      return value.isTagged ? home : ask(home, 'tagColumns');
    }
    case 'tagColumns':
      return put(state, wizard, { notices: [...wizard.notices, ...sentencesOf(value.notices)] });
    case 'selectCells':
      return state;
  }
}

const sentencesOf = (notices: Opening['notices']): string[] => notices.map(({ sentence }) => sentence);

function opened(state: State, opening: Opening): State {
  const { settings, isSaved, language, today, notices, questions } = opening;
  return {
    ...state,
    language,
    wizard: {
      page: isSaved ? 'home' : 'tabs',
      opening,
      settings,
      chosen: tabsOf(settings.datasets),
      period: periodName(settings.report.period, today),
      labels: {},
      decided: { stages: [], statuses: [], mappings: [] },
      findings: [],
      fixed: undefined,
      created: undefined,
      notices: sentencesOf([...notices, ...questions]),
    },
  };
}

/** To the columns: the chosen tabs with the mapping they have or had, the suggested one, or none. */
function withMappings(state: State, wizard: Wizard, suggested: Settings['datasets']): State {
  const { settings, chosen, decided, opening } = wizard;
  const mappings = [settings.datasets, ...decided.mappings];
  const datasets = mapTabs(chosen, [...mappings, suggested], opening.tabs);
  return put(state, wizard, {
    page: 'columns',
    settings: { ...settings, datasets },
    decided: { ...decided, mappings },
  });
}

/** Gives every label that was read a place and a meaning: what was decided on, or what the vocabulary says. */
function withLabels({ settings, decided }: Wizard, read: LabelsView): Pick<Wizard, 'settings' | 'decided'> {
  const stages = read.labels['deals.stage'];
  const statuses = read.labels['leads.status'];
  return {
    settings: {
      ...settings,
      // Without a column of stages every deal is a sale, and without one of statuses every lead is just a lead.
      stages: stages
        ? completed(stages, settings.stages, decided.stages, newStage)
        : [{ label: '', order: 0, outcome: 'won' }],
      statuses: statuses
        ? completed(statuses, settings.statuses, decided.statuses, newStatus)
        : [{ label: '', order: 0, meaning: 'lead' }],
      channels: withNewLabels(settings.channels, read.channels),
    },
    decided: {
      ...decided,
      stages: union(settings.stages, decided.stages),
      statuses: union(settings.statuses, decided.statuses),
    },
  };
}

const newStage = ({ label, meaning }: LabelView): Settings['stages'][number] => ({
  label,
  order: 0,
  outcome: (meaning ?? 'open') as Settings['stages'][number]['outcome'],
});

const newStatus = ({ label, meaning }: LabelView): Settings['statuses'][number] => ({
  label,
  order: 0,
  meaning: (meaning ?? 'lead') as Settings['statuses'][number]['meaning'],
});
