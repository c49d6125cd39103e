import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio, sum } from '../measure';
import { amounts, lostLabels, outcomes, total, wonLabels } from './parameters';

const figure = ratio('revenue', sum('revenue', 'lost_amount'));

export const winRateByValue = kpi({
  name: 'WIN_RATE_BY_VALUE',
  label: { en: 'Win rate by value', pl: 'Wskaźnik wygranych wg wartości', ru: 'Доля побед по сумме' },
  summary: documented({
    en: 'Share of the amount of closed deals that was won; open deals do not count.',
    pl: 'Udział wygranej kwoty w kwocie zamkniętych szans; otwarte się nie liczą.',
    ru: 'Доля выигранной суммы в сумме закрытых сделок; открытые не учитываются.',
  }),
  unit: 'share',
  group: 'sales',
  better: 'up',
  forms: [
    { parameters: [outcomes, amounts, wonLabels, lostLabels], figure, key: 'deals.stage' },
    {
      parameters: [
        total('won_amount', documented(['The amount won', 'Wygrana kwota', 'Выигранная сумма'])),
        total('lost_amount', documented(['The amount lost', 'Przegrana kwota', 'Проигранная сумма'])),
      ],
      figure: ratio('won_amount', sum('won_amount', 'lost_amount')),
    },
  ],
  report: figure,
  reference: documented({
    definition: [
      'amount of won deals ÷ (amount of won deals + amount of lost deals)',
      'won amount ÷ (won amount + lost amount)',
    ],
    counts: 'Deals whose stage means won or lost, each with its amount. Open deals are left out.',
    blank: 'A deal without an amount adds nothing. No amount won or lost gives an empty cell.',
    isNot: ['`WIN_RATE`, in which every deal counts the same.', 'A forecast: amounts of open deals do not come in.'],
  }),
  usage: documented(['=WIN_RATE_BY_VALUE(Deals!E2:E; Deals!F2:F)', '=WIN_RATE_BY_VALUE(80000; 20000)']),
  examples: documented([
    {
      arguments: [
        ['Won', 'Lost', 'Open', 'Won'],
        [300, 200, 999, 500],
      ],
      result: 0.8,
    },
    { arguments: [80000, 20000], result: 0.8 },
    { arguments: [0, 0], result: undefined },
  ]),
});
