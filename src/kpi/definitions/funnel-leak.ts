import { documented } from '../documentation';
import { kpi } from '../kpi';
import { dropOff, type FunnelSteps, reachedBefore, stepsOfCounts, stepsOfRecords } from './funnel-steps';
import { currentStages, leakBy, stageOrder, stepCounts, stepLabels } from './parameters';

/** The step that loses most, the first of several; undefined where none loses anything. */
function leak({ labels, reached }: FunnelSteps, by: string | undefined): string | undefined {
  const losses = by === 'count' ? lost(reached) : dropOff(reached);
  let worst: number | undefined;
  losses.forEach((loss, step) => {
    if (loss !== undefined && loss > (worst === undefined ? 0 : (losses[worst] ?? 0))) worst = step;
  });
  return worst === undefined ? undefined : labels[worst];
}

/** How many fewer reached each step than the step before. */
function lost(reached: FunnelSteps['reached']): (number | undefined)[] {
  const before = reachedBefore(reached);
  return reached.map((count, step) =>
    count === undefined || before[step] === undefined ? undefined : (before[step] as number) - count,
  );
}

export const funnelLeak = kpi({
  name: 'FUNNEL_LEAK',
  label: { en: 'Leakiest step', pl: 'Najbardziej dziurawy krok', ru: 'Самый слабый шаг' },
  summary: documented({
    en: 'The step of a funnel that loses most.',
    pl: 'Krok lejka, który traci najwięcej.',
    ru: 'Шаг воронки, который теряет больше всего.',
  }),
  unit: 'text',
  group: 'sales',
  better: 'neither',
  forms: [
    {
      parameters: [stepLabels, stepCounts, leakBy],
      evaluate: (given) => leak(stepsOfCounts(given, given.shown('labels')), given.choice('by')),
    },
    {
      parameters: [currentStages, stageOrder, leakBy],
      evaluate: (given) => leak(stepsOfRecords(given), given.choice('by')),
    },
  ],
  reference: documented({
    definition: [
      'the step with the largest drop-off; with "count", the one that loses the largest number',
      'the same, where reached is the number of records at that stage or a later one',
    ],
    counts:
      'Steps in order, or every record at its current stage. Of equal steps the first is named: the step that was not reached.',
    blank: 'A funnel in which no step loses anything gives an empty cell.',
    isNot: ['The step that it pays most to improve: see *What if* in the report.'],
  }),
  usage: documented(['=FUNNEL_LEAK(A2:A6; B2:B6)', '=FUNNEL_LEAK(Leads!D2:D; A2:A6; "count")']),
  examples: documented([
    {
      arguments: [
        ['Leads', 'Demos', 'Wins'],
        [1000, 400, 100],
      ],
      result: 'Wins',
    },
    {
      arguments: [['Leads', 'Demos', 'Wins'], [1000, 400, 100], 'count'],
      result: 'Demos',
    },
    {
      arguments: [
        ['a', 'b'],
        [1, 2],
      ],
      result: undefined,
    },
  ]),
});
