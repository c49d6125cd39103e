import type { BoundArguments } from '../kpi';
import { UserError } from '../user-error';

/**
 * The steps of a funnel: names and how many reached each, undefined where the cell is blank. Blank steps at the end are
 * left out, those between keep their place. `isRow` says which way the caller's list runs.
 */
export interface FunnelSteps {
  readonly labels: readonly string[];
  readonly reached: readonly (number | undefined)[];
  readonly isRow: boolean;
}

/** The steps of `(labels, counts)`, or of `(counts)` alone. */
export function stepsOfCounts(given: BoundArguments, labels: readonly string[] = []): FunnelSteps {
  const counts = given.numbers('counts');
  const length = counts.reduce<number>((end, count, at) => (count !== undefined || labels[at] ? at + 1 : end), 0);
  return { labels: labels.slice(0, length), reached: counts.slice(0, length), isRow: given.isRow('counts') };
}

/** The steps of `(stages, order)`: how many records stand at each stage or a later one. */
export function stepsOfRecords(given: BoundArguments): FunnelSteps {
  const order = given.labels('order');
  const length = order.reduce((end, stage, at) => (stage ? at + 1 : end), 0);
  return {
    labels: given
      .shown('order')
      .slice(0, length)
      .map((label) => label.trim()),
    reached: reachedByStage(given.labels('stages'), order.slice(0, length)),
    isRow: given.isRow('order'),
  };
}

/** How many records stand at each stage or a later one, given every record's current stage and the stages in order. */
function reachedByStage(current: readonly string[], order: readonly string[]): (number | undefined)[] {
  const standing = new Map<string, number>();
  for (const stage of order) {
    if (stage && standing.has(stage)) throw new UserError('stage_twice', { stage });
    if (stage) standing.set(stage, 0);
  }
  for (const stage of current) {
    const count = standing.get(stage);
    if (count !== undefined) standing.set(stage, count + 1);
  }
  let later = 0;
  const reached = [...order].reverse().map((stage) => {
    later += standing.get(stage) ?? 0;
    return stage ? later : undefined;
  });
  return reached.reverse();
}

/** How many reached the step before each step that has a number; the first of these has none before it. */
export function reachedBefore(reached: FunnelSteps['reached']): (number | undefined)[] {
  let last: number | undefined;
  return reached.map((count) => {
    const before = count === undefined ? undefined : last;
    last = count ?? last;
    return before;
  });
}

/** Per step 1 − reached ÷ reached before; the first step, and one after a step that nobody reached, has none. */
export function dropOff(reached: FunnelSteps['reached']): (number | undefined)[] {
  const before = reachedBefore(reached);
  return reached.map((count, step) =>
    count === undefined || !before[step] ? undefined : 1 - count / (before[step] as number),
  );
}
