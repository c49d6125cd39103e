import type { DatasetName } from '../src/data/fields';
import type { Choice } from '../src/data/fix';
import type { Language, ReportSettings, Settings } from '../src/data/settings';
import type { Created, FindingView, LabelsView, Opening } from '../src/main';
import type { ChosenTabs } from './mapping';
import type { PeriodName } from './period';
import type { Answer, Call, Fault } from './server';

/** The steps of the wizard, in order. */
export const STEPS = ['tabs', 'columns', 'stages', 'check', 'report'] as const;

/** A step of the wizard. */
export type Step = (typeof STEPS)[number];

/** What the wizard knows once the server has opened it. */
export interface Wizard {
  /** A step, the page of the reports that there are, or the data check as it is opened from there. */
  readonly page: Step | 'home' | 'data';
  readonly opening: Opening;
  readonly settings: Settings;
  /** The tabs as they are chosen; they become settings on the way to the columns. */
  readonly chosen: ChosenTabs;
  readonly period: PeriodName;
  /** What the label columns hold, by field. */
  readonly labels: LabelsView['labels'];
  /** The KPIs that the mapped columns carry. */
  readonly kpis: LabelsView['kpis'];
  /** All that was decided on, the latest first, so that choosing another tab or column and this one again loses nothing. */
  readonly decided: Pick<Settings, 'stages' | 'statuses'> & { readonly mappings: readonly Settings['datasets'][] };
  readonly findings: readonly FindingView[];
  /** How many cells the last fix changed. */
  readonly fixed: number | undefined;
  readonly created: Created | undefined;
  /** What the server has to tell of the saved settings: what has changed since, and what is wrong with them. */
  readonly notices: readonly string[];
  /** What still has to be decided. */
  readonly questions: Opening['questions'];
  /** Is the report in hand one that was never made? */
  readonly isNew: boolean;
  /** Has anything been changed of what the file holds? */
  readonly isTouched: boolean;
  /** Did the sidebar open with what somebody had left unfinished? */
  readonly isResumed: boolean;
  /** The step to which the wizard is on its way without anybody pressing a button. */
  readonly goal: Step | undefined;
}

/** What went wrong, and the question to ask again. Without a sentence of the server the words of the sidebar have one for the code. */
export type Problem = Fault & { readonly call?: Call };

/** Everything that the sidebar shows; while a question is under way, nothing but its answer changes the wizard. */
export interface State {
  readonly language: Language;
  readonly wizard: Wizard | undefined;
  readonly pending: Call | undefined;
  readonly problem: Problem | undefined;
  /** What was just done. */
  readonly done: 'frozen' | 'deleted' | undefined;
  /** The page to open with. */
  readonly first: 'home' | 'data';
}

/** What people do. */
export type Action =
  | { readonly type: 'next' | 'back' | 'edit' | 'check' | 'byHand' | 'discard' | 'freeze' | 'delete' }
  | { readonly type: 'again' }
  | { readonly type: 'close' }
  | { readonly type: 'restart' }
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'go'; readonly step: Step }
  | { readonly type: 'select'; readonly report: string }
  | { readonly type: 'new'; readonly report: string }
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
  | { readonly type: 'rename'; readonly channel: string; readonly to: string }
  | { readonly type: 'fix'; readonly choices: readonly Choice[] | null }
  | { readonly type: 'show'; readonly tab: string; readonly ranges: readonly string[] }
  | { readonly type: 'period'; readonly name: PeriodName }
  | { readonly type: 'report'; readonly change: Partial<ReportSettings> };

/** What happens: an action, or how the server answered a question. */
export type Event =
  | Action
  | { readonly type: 'answered'; readonly to: Call; readonly answer: Answer }
  | { readonly type: 'failed'; readonly to: Call; readonly fault: Fault };

/** A list of labels that have an order. */
export type LabelList = 'stages' | 'statuses';

/** The state with this question under way. */
export const ask = (state: State, ...[name, ...args]: CallOf<Call>): State => ({
  ...state,
  pending: { name, args } as unknown as Call,
});
type CallOf<One> = One extends Call ? [One['name'], ...One['args']] : never;

/** The state with changes to the wizard. */
export const put = (state: State, wizard: Wizard, change: Partial<Wizard>): State => ({
  ...state,
  wizard: { ...wizard, ...change },
});

/** The settings with which sentences come in the language of the sidebar. */
export const shownSettings = ({ language }: State, settings: Settings): Settings => ({
  ...settings,
  report: { ...settings.report, language },
});
