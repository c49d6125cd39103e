import fc from 'fast-check';
import type { Result, Scalar } from '../../../src/kpi/bind';
import { folded, isFilled, type List, mostly, type Oracle, type Oracles, records, withOption } from './oracle';

const count: fc.Arbitrary<Scalar> = fc.constantFrom(0, 1, 7, 40, 100, 130, 1000, 2.5, -3);
const stepName: fc.Arbitrary<Scalar> = fc.constantFrom('Leads', 'Demos', 'Oferty', 'Победа', '2');
const stages = ['Lead', 'Demo', 'Oferta', 'Победа', 'Powracający'];
const currentStage: fc.Arbitrary<Scalar> = mostly(fc.constantFrom(...stages, 'lead ', 'ПОБЕДА', 'somewhere else'));
/** Some stages in some order, with blanks between and after. */
const order: fc.Arbitrary<List> = fc
  .shuffledSubarray(stages, { minLength: 1 })
  .chain((some) => fc.tuple(...some.map((stage) => fc.constantFrom<Scalar[]>([stage], [` ${stage} `], [stage, '']))))
  .map((cells) => cells.flat());

const countsAlone = fc.array(mostly(count), { minLength: 1, maxLength: 6 }).map((list): List[] => [list]);
const labelsAndCounts = records(mostly(stepName), mostly(count));
const stagesAndOrder = fc.tuple(records(currentStage), order).map(([[current = []], list]): List[] => [current, list]);

/** A step as a person sees it: its name, and how many reached it where that is known. */
interface Step {
  readonly name: string;
  readonly reached: number | undefined;
}

function stepsOf(names: List, counts: readonly (number | undefined)[]): Step[] {
  const steps = counts.map((reached, at) => ({ name: isFilled(names[at]) ? String(names[at]) : '', reached }));
  while (steps.length > 0 && steps[steps.length - 1]?.name === '' && steps[steps.length - 1]?.reached === undefined) {
    steps.pop();
  }
  return steps;
}

const fromCounts = (names: List, counts: List): Step[] =>
  stepsOf(
    names,
    counts.map((cell) => (typeof cell === 'number' ? cell : undefined)),
  );

/** reached(i): the records at stage i or later. */
function fromStages(current: List, inOrder: List): Step[] {
  const reached = inOrder.map((stage, at) => {
    if (!isFilled(stage)) return undefined;
    const later = inOrder.slice(at).filter(isFilled).map(folded);
    return current.filter((cell) => later.includes(folded(cell))).length;
  });
  return stepsOf(
    inOrder.map((stage) => (isFilled(stage) ? String(stage).trim() : '')),
    reached,
  );
}

/** The number at the nearest step before that has one. */
function before(steps: readonly Step[], at: number): number | undefined {
  for (let step = at - 1; step >= 0; step--) if (steps[step]?.reached !== undefined) return steps[step]?.reached;
  return undefined;
}

function dropOff(steps: readonly Step[], at: number): number | undefined {
  const [reached, earlier] = [steps[at]?.reached, before(steps, at)];
  return reached === undefined || !earlier ? undefined : 1 - reached / earlier;
}

const share = (part: number | undefined, whole: number | undefined) =>
  part === undefined || !whole ? undefined : part / whole;

const list = (steps: readonly Step[]): Result =>
  steps.length === 0 ? undefined : steps.map((_, at) => [dropOff(steps, at)]);

function table(steps: readonly Step[]): Result {
  if (steps.length === 0) return undefined;
  const first = steps.find(({ reached }) => reached !== undefined)?.reached;
  return steps.map(({ name, reached }, at) => [
    name,
    reached,
    share(reached, before(steps, at)),
    dropOff(steps, at),
    share(reached, first),
  ]);
}

export function leak(steps: readonly Step[], by: Scalar): string | undefined {
  let worst = 0;
  let name: string | undefined;
  steps.forEach((step, at) => {
    const earlier = before(steps, at);
    const lost = step.reached === undefined || earlier === undefined ? undefined : earlier - step.reached;
    const loss = folded(by) === 'count' ? lost : dropOff(steps, at);
    if (loss === undefined || loss <= worst) return;
    worst = loss;
    name = step.name;
  });
  return name;
}

/** The step of `(stages, order)` that loses most. */
export const leakOfStages = (current: List, inOrder: List, by: Scalar): string | undefined =>
  leak(fromStages(current, inOrder), by);

const by = fc.constantFrom<Scalar>('rate', 'count', 'COUNT', '');

const ofStages = (expected: Oracle['expected']): Oracle => ({
  form: 'stages; order',
  kinds: ['record', 'order'],
  given: stagesAndOrder,
  expected,
  turns: 1,
});

export const funnel: Oracles = {
  FUNNEL_DROPOFF: [
    {
      form: 'counts',
      kinds: ['order'],
      given: countsAlone,
      expected: (counts = []) => list(fromCounts([], counts)),
      turns: 0,
    },
    ofStages((current = [], inOrder = []) => list(fromStages(current, inOrder))),
  ],
  FUNNEL: [
    {
      form: 'labels; counts',
      kinds: ['order', 'order'],
      given: labelsAndCounts,
      expected: (names = [], counts = []) => table(fromCounts(names, counts)),
      turns: 1,
    },
    ofStages((current = [], inOrder = []) => table(fromStages(current, inOrder))),
  ],
  FUNNEL_LEAK: [
    {
      form: 'labels; counts; [by]',
      kinds: ['order', 'order', 'one'],
      given: withOption(labelsAndCounts, by),
      expected: (names = [], counts = [], [how] = []) => leak(fromCounts(names, counts), how),
    },
    {
      form: 'stages; order; [by]',
      kinds: ['record', 'order', 'one'],
      given: withOption(stagesAndOrder, by),
      expected: (current = [], inOrder = [], [how] = []) => leakOfStages(current, inOrder, how),
    },
  ],
};

export { currentStage, order };
