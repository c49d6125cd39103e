import { documented } from '../documentation';
import { kpi } from '../kpi';
import { product, ratio } from '../measure';
import { customers, margin, purchaseAmounts, single } from './parameters';

const historic = ratio(product('revenue', 'margin'), 'customers');

export const clv = kpi({
  name: 'CLV',
  label: {
    en: 'Customer lifetime value',
    pl: 'Wartość klienta w czasie (CLV)',
    ru: 'Пожизненная ценность клиента (CLV)',
  },
  summary: documented({
    en: 'What a customer has brought so far, or is expected to bring: revenue per customer times margin.',
    pl: 'Ile klient przyniósł dotąd lub przyniesie: przychód na klienta razy marża.',
    ru: 'Сколько клиент принёс или принесёт: выручка на клиента, умноженная на маржу.',
  }),
  unit: 'money',
  group: 'economics',
  better: 'up',
  forms: [
    { parameters: [customers, purchaseAmounts, margin], figure: historic },
    {
      parameters: [
        single('average_order', documented(['The average order', 'Średnie zamówienie', 'Средний заказ'])),
        single(
          'orders_a_year',
          documented(['Orders of a customer in a year', 'Zamówienia klienta w roku', 'Заказы клиента за год']),
        ),
        single(
          'years',
          documented(['Years that a customer stays', 'Lata współpracy z klientem', 'Сколько лет клиент остаётся']),
        ),
        margin,
      ],
      figure: product('average_order', 'orders_a_year', 'years', 'margin'),
    },
  ],
  report: historic,
  reference: documented({
    definition: ['revenue ÷ customers × margin', 'average order × orders a year × years × margin'],
    counts:
      'All purchases in the columns; customers are counted once each, whether ids are text or numbers. Purchases without a customer count as revenue.',
    blank: 'No customers give an empty cell. Without a margin it is revenue CLV.',
    isNot: [
      'Margin CLV, unless you give a margin: revenue CLV says what a customer pays, margin CLV what stays.',
      'A forecast in its first form: it is what customers have brought so far.',
      '`CLV_FROM_CHURN`, which goes by how fast customers leave.',
    ],
  }),
  usage: documented(['=CLV(A2:A; B2:B)', '=CLV(80; 4; 3; 60%)']),
  examples: documented([
    {
      arguments: [
        ['Ann', 'Bob', 'ann'],
        [10, 20, 30],
      ],
      result: 30,
    },
    { arguments: [[101, 102, 101], [10, 20, 30], 0.5], result: 15 },
    { arguments: [80, 4, 3], result: 960 },
    { arguments: [80, 4, 3, 0.5], result: 480 },
    { arguments: [[''], ['']], result: undefined },
  ]),
});
