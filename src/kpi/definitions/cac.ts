import { documented } from '../documentation';
import { kpi } from '../kpi';
import { first, ratio } from '../measure';
import { counted, total } from './parameters';

/** Measures that count those who became customers, the exact one first: a report takes the first that its columns can give. */
export const acquired = ['new_customers', 'won', 'converted_leads', 'lead_customers'] as const;

/** Marketing and sales cost ÷ new customers, in a report. */
export const costOfCustomer = ratio('spend', first(...acquired));

export const cac = kpi({
  name: 'CAC',
  label: {
    en: 'Customer acquisition cost',
    pl: 'Koszt pozyskania klienta (CAC)',
    ru: 'Стоимость привлечения клиента (CAC)',
  },
  summary: documented({
    en: 'All marketing and sales cost divided by the new customers that it won.',
    pl: 'Wszystkie koszty marketingu i sprzedaży podzielone przez nowych klientów.',
    ru: 'Все расходы на маркетинг и продажи, делённые на число новых клиентов.',
  }),
  unit: 'money',
  group: 'economics',
  better: 'down',
  forms: [
    {
      parameters: [
        total(
          'spend',
          documented([
            'All marketing and sales cost',
            'Wszystkie koszty marketingu i sprzedaży',
            'Все расходы на маркетинг и продажи',
          ]),
        ),
        counted(
          'customers',
          documented(['The number of new customers', 'Liczba nowych klientów', 'Число новых клиентов']),
        ),
      ],
      figure: ratio('spend', 'customers'),
    },
  ],
  report: costOfCustomer,
  reference: documented({
    definition: ['marketing and sales cost ÷ new customers'],
    counts:
      'All cost of marketing and sales, people included, and customers who bought for the first time. A column of names or ids is counted once each; a column of numbers is added up.',
    blank: 'No new customers give an empty cell.',
    isNot: [
      '`CPL`, which divides by leads.',
      'The cost of advertisements alone: what leaves out salaries and tools is cheaper than it is.',
      'Cost per order: customers who come back were acquired before.',
    ],
  }),
  usage: documented(['=CAC(C2:C13; D2:D13)', '=CAC(12000; 30)']),
  examples: documented([
    { arguments: [12000, 30], result: 400 },
    {
      arguments: [
        [500, 700],
        ['Acme', 'Bolt', 'ACME '],
      ],
      result: 600,
    },
    { arguments: [12000, 0], result: undefined },
  ]),
});
