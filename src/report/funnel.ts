import { normaliseLabel } from '../data/cell';
import type { Field, GroupCondition, Measure } from '../kpi/measure';
import { words as allWords, fill } from '../text/words';
import { type Figure, measureFigure, reference, type Source } from './figure';
import { currentSpan, type Request, type Step } from './request';

/** A step of a funnel: the labels of those who stand at it, and what it is called. */
interface FunnelStep extends Pick<Step, 'shown' | 'meaning'> {
  readonly labels: readonly string[];
}

/** A funnel over the labels of a column: its steps in order, and those who left on the way. */
export interface Funnel {
  readonly of: 'leads' | 'deals';
  readonly title: string;
  readonly field: Field;
  /** The field that decides whether a record belongs to the period. */
  readonly date: Field;
  readonly steps: readonly FunnelStep[];
  /** Labels of those who left, which do not say at which step. */
  readonly left: readonly string[];
  /** The step up to which those who left are counted where no column says it. */
  readonly leftAt: number;
  /** The columns that say when a step was reached, by the step's label. */
  readonly dates: ReadonlyMap<string, Field>;
  /** What is assumed of those who left; empty where nothing needs to be. */
  readonly assumption: string;
}

/** The funnel that the statuses of leads make. */
export function leadFunnel({ statuses, language, source }: Request): Funnel | undefined {
  if (!source.columns['leads.status']) return undefined;
  const { report } = allWords[language];
  const steps = stepsOf(statuses.filter(({ meaning }) => meaning !== 'disqualified' && meaning !== 'ignore'));
  const dates = stageDates(source, 'leads', steps);
  const first = { stage: steps[0]?.shown ?? '' };
  return {
    of: 'leads',
    title: report.funnelLeads,
    field: 'leads.status',
    date: 'leads.created',
    // Without a status a lead has come as far as any.
    steps: steps.map((step, at) => (at === 0 ? { ...step, labels: [...step.labels, ''] } : step)),
    left: statuses.filter(({ meaning }) => meaning === 'disqualified').map(({ label }) => label),
    leftAt: 0,
    dates,
    assumption: fill(dates.size > 0 ? report.knownDisqualified : report.assumedDisqualified, first),
  };
}

/** The funnel that the stages of deals make; without an open stage it begins with all deals. */
export function dealFunnel({ stages, language, source }: Request): Funnel | undefined {
  if (!source.columns['deals.stage']) return undefined;
  const { report } = allWords[language];
  const open = stepsOf(stages.filter(({ meaning }) => meaning === 'open'));
  const everybody: FunnelStep = { labels: [], shown: report.allDeals, meaning: 'open' };
  const before = open.length > 0 ? open : [everybody];
  const steps = [...before, ...stepsOf(stages.filter(({ meaning }) => meaning === 'won'))];
  const dates = stageDates(source, 'deals', steps);
  const [first, last] = [before[0], before[before.length - 1]] as [FunnelStep, FunnelStep];
  return {
    of: 'deals',
    title: report.funnelDeals,
    field: 'deals.stage',
    date: 'deals.created',
    steps,
    left: stages.filter(({ meaning }) => meaning === 'lost').map(({ label }) => label),
    leftAt: before.length - 1,
    dates,
    assumption:
      dates.size > 0
        ? fill(report.knownLost, { stage: first.shown })
        : open.length > 0
          ? fill(report.assumedLost, { stage: last.shown })
          : '',
  };
}

/** The labels in their order, each a step; those that say "sold" in other words are one. */
function stepsOf(labels: readonly Step[]): FunnelStep[] {
  const steps: FunnelStep[] = [];
  const inOrder = [...labels].sort((a, b) => a.order - b.order);
  const isSale = ({ meaning, isAfterSale }: Step) => ['won', 'customer'].includes(meaning) && !isAfterSale;
  const sold = inOrder.filter(isSale);
  for (const one of inOrder) {
    const same = isSale(one) ? sold : [one];
    if (one !== same[0]) continue;
    const names = same.map(({ shown }) => shown);
    steps.push({
      labels: same.map(({ label }) => label),
      shown: names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', '),
      meaning: one.meaning,
    });
  }
  return steps;
}

/** The mapped columns that say when steps were reached, by label. */
function stageDates({ columns }: Source, of: Funnel['of'], steps: readonly FunnelStep[]): Map<string, Field> {
  const start = `${of}.reached:`;
  const fields = (Object.keys(columns) as Field[]).filter((field) => field.startsWith(start));
  const byLabel = new Map(fields.map((field) => [normaliseLabel(field.slice(start.length)), field]));
  return new Map([...byLabel].filter(([label]) => steps.some(({ labels }) => labels.includes(label))));
}

/** The records of a funnel at some labels. */
function count(
  { of, field, date }: Funnel,
  labels: readonly string[],
  request: Request,
  where: readonly GroupCondition[],
): Figure | undefined {
  if (labels.length === 0) return { value: 0, formula: '0' };
  const measure: Measure = { aggregate: 'count', of, where: [], date };
  return measureFigure(measure, request.source, currentSpan(request), [{ field, oneOf: labels }, ...where]);
}

/** No column says that the step or a later one was reached. */
const undated = ({ steps, dates }: Funnel, at: number): GroupCondition[] =>
  labelsOf(steps.slice(at)).flatMap((label) => {
    const field = dates.get(label);
    return field ? [{ field, oneOf: [''] }] : [];
  });

const labelsOf = (steps: readonly FunnelStep[]): string[] => steps.flatMap(({ labels }) => labels);

/**
 * How many records of a group reached each step: those that stand at it or at a later one, and those who left as far as is
 * known. `idOf` names the cells of the figures, since they are made of each other.
 */
export function reachedFigures(
  funnel: Funnel,
  request: Request,
  where: readonly GroupCondition[],
  idOf: (at: number) => string,
): Figure[] | undefined {
  return funnel.dates.size > 0
    ? reachedByDate(funnel, request, where, idOf)
    : reachedByStage(funnel, request, where, idOf);
}

/** From the last step back: who stands here, and who went further. */
function reachedByStage(
  funnel: Funnel,
  request: Request,
  where: readonly GroupCondition[],
  idOf: (at: number) => string,
): Figure[] | undefined {
  const figures: Figure[] = [];
  for (let at = funnel.steps.length - 1; at >= 0; at--) {
    const left = at === funnel.leftAt ? funnel.left : [];
    const here = count(funnel, [...(funnel.steps[at] as FunnelStep).labels, ...left], request, where);
    if (!here) return undefined;
    figures.unshift(added(here, figures[0], idOf(at + 1)));
  }
  return figures;
}

function added(here: Figure, further: Figure | undefined, cell: string): Figure {
  if (!further) return here;
  const value = here.value === undefined || further.value === undefined ? undefined : here.value + further.value;
  if (here.formula === undefined || further.formula === undefined) return { value, computed: true };
  return { value, formula: here.formula === '0' ? reference(cell) : emptyOr(`${here.formula}+${reference(cell)}`) };
}

/** A part that cannot tell what a reader has chosen is empty, and so is the whole. */
const emptyOr = (formula: string): string => `IFERROR(${formula};"")`;

/** All records, less those that stand before the step or left, and have no date of it or of a later one. */
function reachedByDate(
  funnel: Funnel,
  request: Request,
  where: readonly GroupCondition[],
  idOf: (at: number) => string,
): Figure[] | undefined {
  const { steps, left } = funnel;
  const all = count(funnel, [...labelsOf(steps), ...left], request, where);
  const figures = steps.map((_, at) => {
    if (at === 0) return all;
    const labels = [...labelsOf(steps.slice(0, at)), ...left];
    const missing = count(funnel, labels, request, [...undated(funnel, at), ...where]);
    return all && missing && less({ ...all, ...(all.formula && { formula: reference(idOf(0)) }) }, missing);
  });
  return figures.every((figure) => figure !== undefined) ? (figures as Figure[]) : undefined;
}

function less(one: Figure, other: Figure): Figure {
  const value = one.value === undefined || other.value === undefined ? undefined : one.value - other.value;
  if (one.formula === undefined || other.formula === undefined) return { value, computed: true };
  return { value, formula: other.formula === '0' ? one.formula : emptyOr(`${one.formula}-(${other.formula})`) };
}

/** How many left at a step, as far as is known; those of whom nothing is known at the step that is assumed. */
export function lostFigure(funnel: Funnel, at: number, request: Request): Figure | undefined {
  const { left, leftAt, dates } = funnel;
  if (dates.size === 0) return count(funnel, at === leftAt ? left : [], request, []);
  const [further, here] = [undated(funnel, at + 1), undated(funnel, at)];
  // A step without a column of its own is never the last one that is known, but for the first.
  if (at > 0 && further.length === here.length) return { value: 0, formula: '0' };
  const before = count(funnel, at === 0 ? [] : left, request, here);
  const until = count(funnel, left, request, further);
  return before && until && less(until, before);
}

/** How many are still open and stand at a step now. */
export function openFigure(funnel: Funnel, at: number, request: Request): Figure | undefined {
  const { labels, meaning } = funnel.steps[at] as FunnelStep;
  return count(funnel, meaning === 'won' || meaning === 'customer' ? [] : labels, request, []);
}
