import type { Problem, State, Step } from './state';

/** A way on from a problem: to ask again, to choose by hand, to open the sidebar anew, or to go to a step. */
export type Way = 'again' | 'byHand' | 'restart' | Step;

/** The ways on, the best first, where asking again is not the only one. */
const WAYS: Readonly<Record<string, readonly Way[]>> = {
  tab_missing: ['tabs'],
  tab_unclear: ['tabs'],
  tab_empty: ['tabs', 'again'],
  no_header: ['tabs', 'again'],
  column_missing: ['columns'],
  column_unclear: ['columns'],
  nothing_mapped: ['byHand', 'tabs', 'again'],
  too_many_labels: ['columns'],
  period_reversed: ['report'],
  time_limit: ['again', 'report'],
  time: ['again', 'report'],
  settings_invalid: ['columns', 'restart'],
  settings_newer: ['restart'],
  request_invalid: ['restart'],
  report_gone: ['restart'],
  crash: ['again', 'restart'],
  // What a press of another button puts right has no way of its own.
  nothingChosen: [],
  unanswered: [],
  nameTaken: [],
};

/** The ways on from a problem in this state of the sidebar. */
export function waysOn(problem: Problem, { wizard }: Pick<State, 'wizard'>): Way[] {
  const { code, call } = problem;
  // The report or the finding that somebody wanted to see is no longer there.
  if (isStale(problem) && call?.name === 'selectCells') return ['restart'];
  return (WAYS[code] ?? ['again']).filter((way) => {
    if (way === 'again') return call !== undefined;
    if (way === 'byHand') return call?.name === 'suggestSettings';
    return way === 'restart' || (wizard !== undefined && (wizard.page !== way || isStale(problem)));
  });
}

/** Does a problem say that the file is no longer as the sidebar knows it? */
export const isStale = (problem: Problem | undefined): boolean =>
  /^(tab|column)_(missing|unclear)$/.test(problem?.code ?? '');
