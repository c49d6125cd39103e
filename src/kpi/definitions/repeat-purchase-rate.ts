import { documented } from '../documentation';
import { kpi } from '../kpi';
import { name, ratio } from '../measure';
import { counted, customers } from './parameters';

export const repeatPurchaseRate = kpi({
  name: 'REPEAT_PURCHASE_RATE',
  label: { en: 'Repeat purchase rate', pl: 'Wskaźnik powtórnych zakupów', ru: 'Доля повторных покупателей' },
  summary: documented({
    en: 'Share of customers with two or more purchases.',
    pl: 'Udział klientów z co najmniej dwoma zakupami.',
    ru: 'Доля клиентов с двумя и более покупками.',
  }),
  unit: 'share',
  group: 'customers',
  better: 'up',
  forms: [
    {
      parameters: [customers],
      evaluate: (given) => {
        const purchases = new Map<string, number>();
        for (const customer of given.labels('customers')) {
          if (customer) purchases.set(customer, (purchases.get(customer) ?? 0) + 1);
        }
        const returning = [...purchases.values()].filter((count) => count > 1).length;
        return purchases.size === 0 ? undefined : returning / purchases.size;
      },
    },
    {
      parameters: [
        counted('returning', documented(['Customers who came back', 'Klienci, którzy wrócili', 'Вернувшиеся клиенты'])),
        counted('customers', documented(['All customers', 'Wszyscy klienci', 'Все клиенты'])),
      ],
      figure: ratio('returning', 'customers'),
    },
  ],
  report: name('repeat_purchase_rate'),
  how: {
    en: 'customers with two purchases or more',
    pl: 'klienci z co najmniej dwoma zakupami',
    ru: 'клиенты с двумя покупками и более',
  },
  reference: documented({
    definition: ['customers with two or more purchases ÷ customers', 'returning customers ÷ customers'],
    counts: 'Every row with a customer is a purchase, also the second one on the same day.',
    blank: 'Rows without a customer are left out. No customers give an empty cell.',
    isNot: [
      '`RETENTION_RATE`, which asks who bought again in one period after another.',
      'A share of orders: it counts customers.',
    ],
  }),
  usage: documented(['=REPEAT_PURCHASE_RATE(A2:A)', '=REPEAT_PURCHASE_RATE(40; 100)']),
  examples: documented([
    { arguments: [['Ann', 'Bob', 'ann', 'Cy', '']], result: 1 / 3 },
    { arguments: [40, 100], result: 0.4 },
    { arguments: [1, 0], result: undefined },
  ]),
});
