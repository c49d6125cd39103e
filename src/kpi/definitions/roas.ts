import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { total } from './parameters';

const figure = ratio('revenue', 'spend');

export const roas = kpi({
  name: 'ROAS',
  label: { en: 'Return on ad spend', pl: 'Zwrot z wydatków na reklamę (ROAS)', ru: 'Окупаемость рекламы (ROAS)' },
  summary: documented({
    en: 'Revenue as a multiple of spend.',
    pl: 'Przychód jako wielokrotność wydatków.',
    ru: 'Во сколько раз выручка больше расходов.',
  }),
  unit: 'times',
  group: 'economics',
  better: 'up',
  forms: [
    {
      parameters: [
        total('revenue', documented(['The revenue', 'Przychód', 'Выручка'])),
        total('spend', documented(['The spend', 'Wydatki', 'Расходы'])),
      ],
      figure,
    },
  ],
  report: figure,
  reference: documented({
    definition: ['revenue ÷ spend'],
    counts: 'Revenue that the advertising brought, and what it cost.',
    blank: 'No spend gives an empty cell.',
    isNot: ['`ROMI`, which takes the margin and the cost off first: revenue is no profit.'],
  }),
  usage: documented(['=ROAS(50000; 20000)']),
  examples: documented([
    { arguments: [50000, 20000], result: 2.5 },
    { arguments: [1, 0], result: undefined },
  ]),
});
