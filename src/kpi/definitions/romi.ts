import { documented } from '../documentation';
import { kpi } from '../kpi';
import { difference, product, ratio } from '../measure';
import { margin, total } from './parameters';

const figure = ratio(difference(product('revenue', 'margin'), 'spend'), 'spend');

export const romi = kpi({
  name: 'ROMI',
  label: {
    en: 'Return on marketing investment',
    pl: 'Zwrot z inwestycji w marketing (ROMI)',
    ru: 'Окупаемость маркетинга (ROMI)',
  },
  summary: documented({
    en: 'Gross profit from marketing, less its cost, as a share of that cost.',
    pl: 'Zysk brutto z marketingu pomniejszony o jego koszt, jako część tego kosztu.',
    ru: 'Валовая прибыль от маркетинга за вычетом его стоимости, как доля этой стоимости.',
  }),
  unit: 'share',
  group: 'economics',
  better: 'up',
  forms: [
    {
      parameters: [
        total('revenue', documented(['The revenue', 'Przychód', 'Выручка'])),
        total('spend', documented(['The spend', 'Wydatki', 'Расходы'])),
        margin,
      ],
      figure,
    },
  ],
  report: figure,
  how: {
    en: '{a} gross profit less spend ÷ {b} spend',
    pl: '{a} (zysk brutto po wydatkach) ÷ {b} (wydatki)',
    ru: '{a} (прибыль за вычетом расходов) ÷ {b} (расходы)',
  },
  reference: documented({
    definition: ['(revenue × margin − spend) ÷ spend'],
    counts: 'Revenue that the marketing brought, and what it cost.',
    blank: 'No spend gives an empty cell. Without a margin all revenue counts as profit.',
    isNot: ['`ROAS`, which divides revenue by spend: a ROAS of 1 without margin is a ROMI of 0%.'],
  }),
  usage: documented(['=ROMI(50000; 20000)', '=ROMI(F2:F13; C2:C13; 60%)']),
  examples: documented([
    { arguments: [50000, 20000], result: 1.5 },
    { arguments: [50000, 20000, 0.5], result: 0.25 },
    { arguments: [100, 0], result: undefined },
  ]),
});
