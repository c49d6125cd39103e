import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { total } from './parameters';

export const pipelineCoverage = kpi({
  name: 'PIPELINE_COVERAGE',
  label: { en: 'Pipeline coverage', pl: 'Pokrycie celu lejkiem', ru: 'Покрытие плана воронкой' },
  summary: documented({
    en: 'Open pipeline as a multiple of the target.',
    pl: 'Ile razy otwarte szanse pokrywają cel.',
    ru: 'Во сколько раз открытые сделки покрывают план.',
  }),
  unit: 'times',
  group: 'sales',
  better: 'up',
  forms: [
    {
      parameters: [
        total('pipeline', documented(['The amount of open deals', 'Wartość otwartych szans', 'Сумма открытых сделок'])),
        total('target', documented(['The target', 'Cel', 'Цель'])),
      ],
      figure: ratio('pipeline', 'target'),
    },
  ],
  report: ratio('open_amount', 'revenue_target'),
  reference: documented({
    definition: ['open pipeline ÷ target'],
    counts: 'Amounts of open deals, and the target of the time in which they should close.',
    blank: 'A target of 0 gives an empty cell.',
    isNot: ['A forecast: 3 means that a win rate of one third, by value, meets the target.'],
  }),
  usage: documented(['=PIPELINE_COVERAGE(300000; 100000)']),
  examples: documented([
    { arguments: [300000, 100000], result: 3 },
    { arguments: [1, 0], result: undefined },
  ]),
});
