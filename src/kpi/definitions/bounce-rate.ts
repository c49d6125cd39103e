import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { total } from './parameters';

const figure = ratio('bounces', 'sessions');

export const bounceRate = kpi({
  name: 'BOUNCE_RATE',
  label: { en: 'Bounce rate', pl: 'Współczynnik odrzuceń', ru: 'Показатель отказов' },
  summary: documented({
    en: 'Share of sessions that ended on the first page.',
    pl: 'Udział sesji zakończonych na pierwszej stronie.',
    ru: 'Доля сеансов, которые закончились на первой странице.',
  }),
  unit: 'share',
  group: 'marketing',
  better: 'down',
  forms: [
    {
      parameters: [
        total('bounces', documented(['The number of bounces', 'Liczba odrzuceń', 'Число отказов'])),
        total('sessions', documented(['The number of sessions', 'Liczba sesji', 'Число сеансов'])),
      ],
      figure,
    },
  ],
  report: figure,
  reference: documented({
    definition: ['bounces ÷ sessions'],
    counts: 'Sessions that ended on their first page, and all sessions.',
    blank: 'No sessions give an empty cell.',
    isNot: ['An exit rate, which looks at the last page of any session.'],
  }),
  usage: documented(['=BOUNCE_RATE(450; 1000)']),
  examples: documented([
    { arguments: [450, 1000], result: 0.45 },
    { arguments: [1, 0], result: undefined },
  ]),
});
