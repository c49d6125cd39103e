import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { counted, outcomes, wonLabels } from './parameters';

export const opportunityToWinRate = kpi({
  name: 'OPPORTUNITY_TO_WIN_RATE',
  label: { en: 'Opportunity-to-win rate', pl: 'Konwersja szansy w wygraną', ru: 'Конверсия возможности в победу' },
  summary: documented({
    en: 'Share of all opportunities, open ones included, that were won.',
    pl: 'Udział wygranych we wszystkich szansach, także otwartych.',
    ru: 'Доля выигранных среди всех возможностей, включая открытые.',
  }),
  unit: 'share',
  group: 'sales',
  better: 'up',
  forms: [
    { parameters: [outcomes, wonLabels], figure: ratio('won', 'deals'), key: 'deals.stage' },
    {
      parameters: [
        counted('won', documented(['The number of won deals', 'Liczba wygranych', 'Число выигранных сделок'])),
        counted(
          'opportunities',
          documented(['The number of opportunities', 'Liczba szans sprzedaży', 'Число возможностей']),
        ),
      ],
      figure: ratio('won', 'opportunities'),
    },
  ],
  reference: documented({
    definition: ['won deals ÷ all deals', 'won ÷ opportunities'],
    counts: 'Every deal with a stage, open and lost ones included.',
    blank: 'A blank stage is no deal. No deals give an empty cell.',
    isNot: [
      '`WIN_RATE`, which leaves out open deals: the two agree only when nothing is open.',
      '`CLOSE_RATE`, which starts at the offer, not at the opportunity.',
    ],
  }),
  usage: documented(['=OPPORTUNITY_TO_WIN_RATE(Deals!E2:E)', '=OPPORTUNITY_TO_WIN_RATE(42; 120)']),
  examples: documented([
    { arguments: [['Won', 'Lost', 'Open', 'Talking', '']], result: 0.25 },
    { arguments: [42, 120], result: 0.35 },
    { arguments: [1, 0], result: undefined },
  ]),
});
