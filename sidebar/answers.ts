import { DATASET_NAMES } from '../src/data/fields';
import type { Settings } from '../src/data/settings';
import type { CarriedView, LabelsView, LabelView, Opening } from '../src/main';
import { readView, type View } from './draft';
import { completed, union, withNewLabels } from './label-lists';
import { type ChosenTabs, mapTabs, tabsOf, withTab } from './mapping';
import { periodName } from './period';
import type { Answer } from './server';
import { ask, put, STEPS, type State, type Step, shownSettings, type Wizard } from './state';

/** The state after an answer to what was asked. */
export function received(state: State, { name, value }: Answer): State {
  const { wizard } = state;
  if (name === 'openWizard') return opened(state, value);
  if (!wizard) return state;
  switch (name) {
    case 'suggestSettings': {
      const isFirst = Object.keys(wizard.settings.datasets).length === 0;
      const report = isFirst ? value.report : wizard.settings.report;
      return withMappings(state, { ...wizard, settings: { ...wizard.settings, report } }, value.datasets);
    }
    case 'readLabels':
      return put(state, wizard, {
        page: 'stages',
        labels: value.labels,
        kpis: value.kpis,
        ...withLabels(wizard, value),
      });
    case 'checkData':
      return put(state, wizard, { page: wizard.page === 'data' ? 'data' : 'check', findings: value });
    case 'fixData':
      return ask(put(state, wizard, { fixed: value.changed }), 'checkData', shownSettings(state, wizard.settings));
    case 'createReport': {
      const { settings, tab } = value;
      const { name: own } = settings.report;
      const others = wizard.opening.reports.filter((one) => one.name.toLowerCase() !== own.toLowerCase());
      const reports = [{ name: own, tab, report: settings.report }, ...others];
      const home = put(state, wizard, {
        page: 'home',
        created: value,
        settings,
        notices: sentencesOf(value.notices),
        opening: { ...wizard.opening, isSaved: true, reportTab: tab, reports },
        isNew: false,
        isTouched: false,
        isResumed: false,
      });
      return value.isTagged ? home : ask(home, 'tagColumns');
    }
    case 'tagColumns':
      return put(state, wizard, { notices: [...wizard.notices, ...sentencesOf(value.notices)] });
    case 'selectCells':
      return state;
    case 'freezeReport':
    case 'deleteReport':
      return ask({ ...state, done: name === 'freezeReport' ? 'frozen' : 'deleted' }, 'openWizard', false);
  }
}

/** Before the server has said what the mapped columns carry. */
const unread: CarriedView = { lacking: {}, usual: [] };

const sentencesOf = (notices: Opening['notices']): string[] => notices.map(({ sentence }) => sentence);

function opened(state: State, opening: Opening): State {
  const { settings, isSaved, today, notices, questions, reports } = opening;
  const { wizard: before } = state;
  const view = readView(opening.draft);
  const isHome = view ? view.page === 'home' : reports.length > 0 && (isSaved || questions.length > 0);
  const wizard: Wizard = {
    page: isHome ? 'home' : 'tabs',
    opening,
    settings,
    chosen: view ? chosenOf(view, opening) : tabsOf(settings.datasets),
    period: view?.period ?? periodName(settings.report.period, today),
    labels: {},
    kpis: { allTime: unread, inPeriod: unread },
    decided: view?.decided ?? { stages: [], statuses: [], mappings: [] },
    findings: [],
    fixed: undefined,
    created: undefined,
    notices: sentencesOf(notices),
    questions,
    isNew: view?.isNew ?? reports.length === 0,
    isTouched: view !== undefined && (before?.isTouched ?? true),
    isResumed: view !== undefined && (before ? before.isResumed : !isHome),
    goal: isHome ? undefined : goalOf(view, questions),
  };
  const language = before ? state.language : (view?.language ?? opening.language);
  const shown: State = { ...state, language, wizard, first: 'home' };
  if (state.first !== 'data' || !isHome || questions.length > 0) return shown;
  return ask(put(shown, wizard, { page: 'data' }), 'checkData', shownSettings(shown, settings));
}

/** The step that somebody had reached, or the one before it on which something has to be decided. */
function goalOf(view: View | undefined, questions: Opening['questions']): Step | undefined {
  const asked: Step[] = questions.map(({ field }) => (field === undefined ? 'tabs' : 'columns'));
  return STEPS.find((step) => step === view?.page || asked.includes(step));
}

/** The tabs as somebody had chosen them; where those had been mapped, as they are called now. */
function chosenOf({ chosen }: View, { settings, tabs, questions }: Opening): ChosenTabs {
  return DATASET_NAMES.reduce<ChosenTabs>((all, name) => {
    const mapped = settings.datasets[name]?.tab;
    const isThere = tabs.some((tab) => tab.name === chosen[name]);
    const isAsked = questions.some(({ dataset, field }) => dataset === name && field === undefined);
    const tab = isThere || chosen[name] === undefined ? chosen[name] : mapped;
    return withTab(all, name, isAsked ? undefined : tab);
  }, {});
}

/** How many earlier mappings are remembered. */
const MOST_MAPPINGS = 6;

/** To the columns: the chosen tabs with the mapping they have or had, the suggested one, or none. */
export function withMappings(state: State, wizard: Wizard, suggested: Settings['datasets']): State {
  const { settings, chosen, decided, opening } = wizard;
  const before = JSON.stringify(settings.datasets);
  const earlier = decided.mappings.filter((one) => JSON.stringify(one) !== before);
  const mappings = [settings.datasets, ...earlier].slice(0, MOST_MAPPINGS);
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
