import { documented } from '../documentation';
import { kpi } from '../kpi';
import { difference, name, ratio, sum } from '../measure';
import { customers, endDay, purchaseDates, startDay } from './parameters';
import { customersAtStartAndEnd, retention } from './retention-rate';

export const churnRate = kpi({
  name: 'CHURN_RATE',
  label: { en: 'Churn rate', pl: 'Wskaźnik odejść klientów', ru: 'Отток клиентов' },
  summary: documented({
    en: 'Share of the customers of the period before who did not buy again in this one.',
    pl: 'Udział klientów z poprzedniego okresu, którzy nie kupili ponownie w tym.',
    ru: 'Доля клиентов прошлого периода, которые не купили снова в этом.',
  }),
  unit: 'share',
  group: 'customers',
  better: 'down',
  forms: [
    {
      parameters: [customers, purchaseDates, startDay, endDay],
      evaluate: (given) => {
        const retained = retention(given, 'CHURN_RATE');
        return retained === undefined ? undefined : 1 - retained;
      },
    },
    { parameters: customersAtStartAndEnd, figure: ratio(difference(sum('at_start', 'new'), 'at_end'), 'at_start') },
  ],
  report: name('churn_rate'),
  how: {
    en: 'customers of the period before who did not',
    pl: 'klienci poprzedniego okresu, którzy nie kupili',
    ru: 'клиенты прошлого периода, не купившие',
  },
  reference: documented({
    definition: [
      '1 − retention: customers of the period before who did not buy from start to end ÷ customers of the period before',
      '1 − (customers at the end − new ones) ÷ customers at the start',
    ],
    counts: 'The same customers as in `RETENTION_RATE`.',
    dates: 'The date of the purchase. The first and the last day count.',
    blank: 'Rows without customer or date are left out. Nobody in the period before gives an empty cell.',
    isNot: [
      'A count of cancellations: where customers just stop buying, nobody cancels.',
      'Lost revenue: a small customer counts as much as a large one.',
    ],
  }),
  usage: documented(['=CHURN_RATE(A2:A; C2:C; DATE(2025;2;1); DATE(2025;2;28))', '=CHURN_RATE(200; 230; 50)']),
  examples: documented([
    {
      arguments: [
        ['Ann', 'Bob', 'Ann', 'Cy', 'Dee', 'Eve'],
        [
          { date: '2025-01-31' },
          { date: '2025-01-01' },
          { date: '2025-02-28' },
          { date: '2025-02-03' },
          { date: '2025-01-09' },
          { date: '2025-01-09' },
        ],
        { date: '2025-02-01' },
        { date: '2025-02-28' },
      ],
      result: 0.75,
    },
    { arguments: [200, 230, 50], result: 0.1 },
    { arguments: [0, 10, 10], result: undefined },
  ]),
});
