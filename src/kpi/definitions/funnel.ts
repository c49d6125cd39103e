import type { Result } from '../cells';
import { documented } from '../documentation';
import { kpi } from '../kpi';
import { dropOff, type FunnelSteps, reachedBefore, stepsOfCounts, stepsOfRecords } from './funnel-steps';
import { currentStages, stageOrder, stepCounts, stepLabels } from './parameters';

function table({ labels, reached, isRow }: FunnelSteps): Result {
  if (labels.length === 0) return undefined;
  const before = reachedBefore(reached);
  const drops = dropOff(reached);
  const first = reached.find((count) => count !== undefined);
  const lines = labels.map((label, step) => {
    const count = reached[step];
    return [label, count, share(count, before[step]), drops[step], share(count, first)];
  });
  return isRow ? [0, 1, 2, 3, 4].map((at) => lines.map((line) => line[at])) : lines;
}

const share = (count: number | undefined, of: number | undefined): number | undefined =>
  count === undefined || !of ? undefined : count / of;

export const funnel = kpi({
  name: 'FUNNEL',
  label: { en: 'Funnel', pl: 'Lejek', ru: 'Воронка' },
  summary: documented({
    en: 'A funnel as a table: stage, reached, share of the step before, drop-off, share of the first step.',
    pl: 'Lejek jako tabela: etap, ilu dotarło, udział z poprzedniego kroku, odpływ, udział z pierwszego.',
    ru: 'Воронка как таблица: этап, сколько дошло, доля от предыдущего шага, отсев, доля от первого.',
  }),
  unit: 'table',
  group: 'sales',
  better: 'neither',
  forms: [
    { parameters: [stepLabels, stepCounts], evaluate: (given) => table(stepsOfCounts(given, given.shown('labels'))) },
    { parameters: [currentStages, stageOrder], evaluate: (given) => table(stepsOfRecords(given)) },
  ],
  reference: documented({
    definition: [
      'per step: reached, ÷ reached before, 1 − that, ÷ reached at the first step',
      'the same, where reached is the number of records at that stage or a later one',
    ],
    counts: 'Steps in order, or every record at its current stage. Labels that are not in the order are left out.',
    blank:
      'The first step has no step before, and a step after one that nobody reached has no share. Blank steps at the end are left out, those between keep their row.',
    isNot: ['A cohort: records of all ages are in it. Young ones had no time to go far.'],
  }),
  usage: documented(['=FUNNEL(A2:A6; B2:B6)', '=FUNNEL(Leads!D2:D; A2:A6)']),
  examples: documented([
    {
      arguments: [
        ['Leads', 'Demos', 'Wins'],
        [1000, 400, 100],
      ],
      result: [
        ['Leads', 1000, undefined, undefined, 1],
        ['Demos', 400, 0.4, 0.6, 0.4],
        ['Wins', 100, 0.25, 0.75, 0.1],
      ],
    },
    {
      arguments: [
        ['New', 'Won', 'New', ''],
        ['New', 'Won'],
      ],
      result: [
        ['New', 3, undefined, undefined, 1],
        ['Won', 1, 1 / 3, 1 - 1 / 3, 1 / 3],
      ],
    },
  ]),
});
