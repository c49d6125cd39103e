import type { Answer, Call } from '../../sidebar/server';
import { type Action, type State, start, transition, type Wizard } from '../../sidebar/wizard';
import type { Settings } from '../../src/data/settings';
import type { Created, FindingView, LabelsView, Opening } from '../../src/main';

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
  channelNames: { en: {}, pl: {}, ru: {} },
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
};

type Answers = Partial<typeof answers>;

/** The state when the question under way, and those that follow from its answer, are answered. */
export function answered(state: State, given: Answers = {}): State {
  let now = state;
  while (now.pending) {
    const { name } = now.pending;
    now = transition(now, { type: 'answered', answer: { name, value: { ...answers, ...given }[name] } as Answer });
  }
  return now;
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
