import type { Result } from '../cells';
import { documented } from '../documentation';
import { kpi } from '../kpi';
import { dropOff, type FunnelSteps, stepsOfCounts, stepsOfRecords } from './funnel-steps';
import { currentStages, stageOrder, stepCounts } from './parameters';

function list({ reached, isRow }: FunnelSteps): Result {
  if (reached.length === 0) return undefined;
  const drops = dropOff(reached);
  return isRow ? [drops] : drops.map((drop) => [drop]);
}

export const funnelDropoff = kpi({
  name: 'FUNNEL_DROPOFF',
  label: { en: 'Funnel drop-off', pl: 'Odpływ w lejku', ru: 'Отсев в воронке' },
  summary: documented({
    en: 'Share of people lost at each step of a funnel.',
    pl: 'Udział osób traconych na każdym kroku lejka.',
    ru: 'Доля людей, потерянных на каждом шаге воронки.',
  }),
  unit: 'share',
  group: 'sales',
  better: 'down',
  forms: [
    { parameters: [stepCounts], evaluate: (given) => list(stepsOfCounts(given)) },
    { parameters: [currentStages, stageOrder], evaluate: (given) => list(stepsOfRecords(given)) },
  ],
  reference: documented({
    definition: [
      'per step: 1 − reached ÷ reached before',
      'the same, where reached is the number of records at that stage or a later one',
    ],
    counts: 'Steps in order, or every record at its current stage. Labels that are not in the order are left out.',
    blank:
      'The first step is empty, and so is one after a step that nobody reached. A blank step is skipped: the next one is compared with the last that has a number.',
    isNot: [
      'Always a loss: where a step is larger than the one before (people skip steps), the drop-off is negative.',
      'Lost for good with `(stages; order)`: records that stand at a step may still go on.',
    ],
  }),
  usage: documented(['=FUNNEL_DROPOFF(B2:B6)', '=FUNNEL_DROPOFF(Leads!D2:D; A2:A6)']),
  examples: documented([
    { arguments: [[1000, 400, 100]], result: [[undefined], [0.6], [0.75]] },
    { arguments: [[100, 120, 0, 5]], result: [[undefined], [1 - 1.2], [1], [undefined]] },
    {
      arguments: [
        ['New', 'Demo', 'Won', 'Demo', ''],
        ['New', 'Demo', 'Won'],
      ],
      result: [[undefined], [0.25], [1 - 1 / 3]],
    },
  ]),
});
