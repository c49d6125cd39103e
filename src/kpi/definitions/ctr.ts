import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { total } from './parameters';

const figure = ratio('clicks', 'impressions');

export const ctr = kpi({
  name: 'CTR',
  label: { en: 'Click-through rate', pl: 'Współczynnik klikalności (CTR)', ru: 'Кликабельность (CTR)' },
  summary: documented({
    en: 'Share of impressions that were clicked.',
    pl: 'Udział wyświetleń, które kliknięto.',
    ru: 'Доля показов, по которым кликнули.',
  }),
  unit: 'share',
  group: 'marketing',
  better: 'up',
  forms: [
    {
      parameters: [
        total('clicks', documented(['The number of clicks', 'Liczba kliknięć', 'Число кликов'])),
        total('impressions', documented(['The number of impressions', 'Liczba wyświetleń', 'Число показов'])),
      ],
      figure,
    },
  ],
  report: figure,
  reference: documented({
    definition: ['clicks ÷ impressions'],
    counts: 'Clicks, and times that the advertisement was shown.',
    blank: 'No impressions give an empty cell.',
    isNot: ['`CONVERSION_RATE`: a click is no lead yet.'],
  }),
  usage: documented(['=CTR(D2:D13; E2:E13)']),
  examples: documented([
    { arguments: [50, 10000], result: 0.005 },
    { arguments: [1, 0], result: undefined },
  ]),
});
