import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio, sum } from '../measure';
import { lostLabels, outcomes, total, wonLabels } from './parameters';

const figure = ratio('won', sum('won', 'lost'));

export const winRate = kpi({
  name: 'WIN_RATE',
  label: { en: 'Win rate', pl: 'Wskaźnik wygranych', ru: 'Доля побед' },
  summary: documented({
    en: 'Share of closed deals that were won; open deals do not count.',
    pl: 'Udział wygranych wśród zamkniętych szans; otwarte się nie liczą.',
    ru: 'Доля выигранных среди закрытых сделок; открытые не учитываются.',
  }),
  unit: 'share',
  group: 'sales',
  better: 'up',
  forms: [
    { parameters: [outcomes, wonLabels, lostLabels], figure, key: 'deals.stage' },
    {
      parameters: [
        total('won', documented(['The number of won deals', 'Liczba wygranych', 'Число выигранных сделок'])),
        total('lost', documented(['The number of lost deals', 'Liczba przegranych', 'Число проигранных сделок'])),
      ],
      figure,
    },
  ],
  report: figure,
  how: {
    en: '{a} won of {b} closed',
    pl: 'wygrane: {a}, zamknięte: {b}',
    ru: 'выиграно: {a}, всего закрыто: {b}',
  },
  reference: documented({
    definition: ['won deals ÷ (won deals + lost deals)', 'won ÷ (won + lost)'],
    counts: 'Deals whose stage means won or lost. Open deals and labels that mean neither are left out.',
    blank:
      'A blank stage is no deal. Nothing won or lost gives an empty cell; nothing won, but something lost, gives 0%.',
    isNot: [
      '`OPPORTUNITY_TO_WIN_RATE`, which divides by all opportunities, open ones included.',
      '`CLOSE_RATE`, which divides contracts by offers.',
      '`WIN_RATE_BY_VALUE`, in which a large deal weighs more than a small one.',
    ],
  }),
  usage: documented(['=WIN_RATE(Deals!E2:E)', '=WIN_RATE(42; 25)']),
  examples: documented([
    { arguments: [['Won', 'Lost', 'Open', 'won ', '']], result: 2 / 3 },
    { arguments: [['Signed', 'Dead', 'Signed', 'Talking'], 'Signed', 'Dead'], result: 2 / 3 },
    { arguments: [42, 25], result: 42 / 67 },
    { arguments: [0, 0], result: undefined },
  ]),
});
