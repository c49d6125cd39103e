import type { Answer, Call, Fault } from '../../sidebar/server';
import type { Action, State, Wizard } from '../../sidebar/state';
import type { Text } from '../../sidebar/text';
import { en } from '../../sidebar/text-en';
import { pl } from '../../sidebar/text-pl';
import { ru } from '../../sidebar/text-ru';
import { start, transition } from '../../sidebar/wizard';
import type { Draft } from '../../src/data/draft';
import type { Settings } from '../../src/data/settings';
import type { Created, FindingView, LabelsView, Opening } from '../../src/main';

/** The words of the sidebar by language. */
export const texts: Readonly<Record<Settings['report']['language'], Text>> = { en, pl, ru };

const columns = (...headers: string[]) =>
  headers.map((header, index) => ({ column: index + 1, header, samples: [`${header} 1`] }));

export const settings: Settings = {
  version: 1,
  datasets: {
    deals: {
      tab: 'Deals',
      headerRow: 1,
      columns: {
        stage: { column: 2, header: 'Stage' },
        amount: { column: 3, header: 'Amount' },
        closed: { column: 4, header: 'Closed' },
      },
      totalRows: [40],
    },
  },
  stages: [
    { label: 'New', order: 1, outcome: 'open' },
    { label: 'Won', order: 2, outcome: 'won' },
  ],
  statuses: [{ label: '', order: 0, meaning: 'lead' }],
  channels: [{ channel: 'paid-search', labels: ['google'] }],
  report: {
    name: '',
    period: {},
    compare: 'previous',
    language: 'en',
    currency: 'USD',
    margin: 1,
    targets: {},
    breakdowns: [],
    kpis: [],
  },
};

export const opening: Opening = {
  settings,
  isSaved: false,
  language: 'en',
  today: '2026-05-20',
  tabs: [
    { name: 'Deals', headerRow: 1, columns: columns('Name', 'Stage', 'Amount', 'Closed', 'Phase'), guesses: {} },
    { name: 'Old deals', headerRow: 3, columns: columns('Deal', 'State'), guesses: {} },
  ],
  reportTab: null,
  reports: [],
  notices: [],
  questions: [],
  draft: null,
  channelNames: { en: {}, pl: {}, ru: {} },
  kpis: [],
  groupNames: {
    en: { marketing: '', sales: '', customers: '', economics: '' },
    pl: { marketing: '', sales: '', customers: '', economics: '' },
    ru: { marketing: '', sales: '', customers: '', economics: '' },
  },
};

/** A file with saved settings and one report. */
export const saved: Partial<Opening> = {
  isSaved: true,
  reportTab: 'Leakproof report',
  reports: [{ name: '', tab: 'Leakproof report', report: settings.report }],
  tabs: [],
};

/** The settings that the server suggests for the other tab. */
export const suggested: Settings = {
  ...settings,
  datasets: {
    deals: { tab: 'Old deals', headerRow: 3, columns: { stage: { column: 2, header: 'State' } }, totalRows: [9] },
  },
};

export const labels: LabelsView = {
  labels: {
    'deals.stage': [
      { label: 'New', count: 7, meaning: 'open', order: 10 },
      { label: 'Demo', count: 4, meaning: 'open', order: 40 },
      { label: 'Won', count: 3, meaning: 'won', order: 90 },
    ],
  },
  channels: [],
  kpis: { allTime: { lacking: {}, usual: [] }, inPeriod: { lacking: {}, usual: [] } },
};

export const finding: FindingView = {
  code: 'number_as_text',
  dataset: 'deals',
  field: 'amount',
  tab: 'Deals',
  count: 2,
  first: 'C4',
  ranges: ['C4:C5'],
  moreRanges: 0,
  effect: { records: 14 },
  samples: ['1 200,50'],
  fix: { kind: 'safe' },
  sentence: '2 of 14 rows in Deals …',
};

export const created: Created = {
  tab: 'Leakproof report',
  settings: { ...settings, revision: 1 },
  isTagged: true,
  notices: [],
  figures: {
    kpis: [],
    others: [],
    funnel: [],
    channels: [],
    reps: [],
    segments: [],
    months: [],
    campaigns: [],
    repSteps: [],
    cohorts: [],
    stageTimes: [],
    mapping: {},
  },
  cells: [],
};

/** What the server answers unless a test says otherwise. */
const answers: { readonly [Name in Call['name']]: Extract<Answer, { name: Name }>['value'] } = {
  openWizard: opening,
  suggestSettings: suggested,
  readLabels: labels,
  checkData: [finding],
  fixData: { changed: 2 },
  createReport: created,
  tagColumns: { notices: [] },
  selectCells: undefined,
  freezeReport: { tab: 'Leakproof report' },
  deleteReport: { tab: 'Leakproof report' },
};

type Answers = Partial<typeof answers>;

/** The state when the question under way, and those that follow from its answer, are answered. */
export function answered(state: State, given: Answers = {}): State {
  let now = state;
  while (now.pending) {
    now = transition(now, answerTo(now.pending, given));
  }
  return now;
}

/** The answer to a question. A question that brings a draft is answered with it, as the server does. */
export function answerTo(to: Call, given: Answers = {}) {
  const { name, args } = to;
  const value = { ...answers, ...given }[name];
  const draft = name === 'openWizard' && !given.openWizard ? (args[2] ?? undefined) : undefined;
  const drafted = draft && { ...opening, settings: draft.settings, draft: draft.view };
  return { type: 'answered', to, answer: { name, value: drafted ?? value } as Answer } as const;
}

/** The state when the question under way has failed. */
export function failed(state: State, fault: Fault): State {
  if (!state.pending) throw new Error('nothing was asked');
  return transition(state, { type: 'failed', to: state.pending, fault });
}

/** The state after what somebody did, every question answered at once. */
export const after = (state: State, ...actions: readonly Action[]): State =>
  actions.reduce((now, action) => answered(transition(now, action)), state);

/** The sidebar just opened. */
export const opened = (given: Partial<Opening> = {}): State =>
  answered(start('en'), { openWizard: { ...opening, ...given } });

/** The wizard of a state that has one. */
export function wizardOf({ wizard }: State): Wizard {
  if (!wizard) throw new Error('the wizard is not open yet');
  return wizard;
}

export const next: Action = { type: 'next' };
export const back: Action = { type: 'back' };

/** The draft that a question brings to the server. */
export function draftIn({ pending }: State): Draft {
  const draft = pending?.name === 'openWizard' ? pending.args[2] : undefined;
  if (!draft) throw new Error('the question brings no draft');
  return draft;
}
