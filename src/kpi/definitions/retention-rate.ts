import { documented } from '../documentation';
import type { BoundArguments } from '../kpi';
import { kpi } from '../kpi';
import { difference, name, ratio } from '../measure';
import { periodBefore } from '../period';
import { UserError } from '../user-error';
import { counted, customers, endDay, purchaseDates, startDay } from './parameters';

/** The share of the customers of the period before who bought again; undefined where there were none. */
export function retention(given: BoundArguments, name: string): number | undefined {
  const start = given.day('start');
  const end = given.day('end');
  if (!start || !end) return undefined;
  if (start > end) throw new UserError('period_reversed', { function: name, start, end });
  const earlier = periodBefore({ start, end });
  const customers = given.labels('customers');
  const buyersBefore = new Set<string>();
  const buyersNow = new Set<string>();
  given.dates('dates').forEach((date, row) => {
    const customer = customers[row];
    if (!date || !customer) return;
    if (date >= earlier.start && date <= earlier.end) buyersBefore.add(customer);
    if (date >= start && date <= end) buyersNow.add(customer);
  });
  if (buyersBefore.size === 0) return undefined;
  return [...buyersBefore].filter((customer) => buyersNow.has(customer)).length / buyersBefore.size;
}

/** The customers at two moments, and the new ones between them. */
export const customersAtStartAndEnd = [
  counted('at_start', documented(['Customers at the start', 'Klienci na początku', 'Клиенты в начале'])),
  counted('at_end', documented(['Customers at the end', 'Klienci na końcu', 'Клиенты в конце'])),
  counted('new', documented(['New customers in between', 'Nowi klienci w tym czasie', 'Новые клиенты за это время'])),
];

export const retentionRate = kpi({
  name: 'RETENTION_RATE',
  label: { en: 'Retention rate', pl: 'Wskaźnik utrzymania klientów', ru: 'Удержание клиентов' },
  summary: documented({
    en: 'Share of the customers of the period before who bought again in this one.',
    pl: 'Udział klientów z poprzedniego okresu, którzy kupili ponownie w tym.',
    ru: 'Доля клиентов прошлого периода, которые снова купили в этом.',
  }),
  unit: 'share',
  group: 'customers',
  better: 'up',
  forms: [
    {
      parameters: [customers, purchaseDates, startDay, endDay],
      evaluate: (given) => retention(given, 'RETENTION_RATE'),
    },
    { parameters: customersAtStartAndEnd, figure: ratio(difference('at_end', 'new'), 'at_start') },
  ],
  report: name('retention_rate'),
  how: {
    en: 'customers of the period before who bought again',
    pl: 'klienci poprzedniego okresu, którzy kupili znów',
    ru: 'клиенты прошлого периода, купившие снова',
  },
  reference: documented({
    definition: [
      'customers of the period before who bought again from start to end ÷ customers of the period before',
      '(customers at the end − new ones) ÷ customers at the start',
    ],
    counts:
      'Customers with a purchase in the equally long period just before `start`. Whole calendar months are compared with as many months before them, other periods with as many days.',
    dates: 'The date of the purchase. The first and the last day count.',
    blank: 'Rows without customer or date are left out. Nobody in the period before gives an empty cell.',
    isNot: [
      '`REPEAT_PURCHASE_RATE`, which asks for a second purchase at any time.',
      '`COHORT_RETENTION`, which follows customers from their first purchase.',
      'The share of all customers ever: those who left earlier are no longer in the base.',
    ],
  }),
  usage: documented(['=RETENTION_RATE(A2:A; C2:C; DATE(2025;2;1); DATE(2025;2;28))', '=RETENTION_RATE(200; 230; 50)']),
  examples: documented([
    {
      arguments: [
        ['Ann', 'Bob', 'Ann', 'Cy'],
        [{ date: '2025-01-31' }, { date: '2025-01-01' }, { date: '2025-02-28' }, { date: '2025-02-03' }],
        { date: '2025-02-01' },
        { date: '2025-02-28' },
      ],
      result: 0.5,
    },
    { arguments: [200, 230, 50], result: 0.9 },
    { arguments: [0, 10, 10], result: undefined },
  ]),
});
