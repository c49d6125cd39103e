import { documented } from '../documentation';
import { kpi } from '../kpi';
import { name } from '../measure';
import { dayNumber } from '../period';
import { customers, purchaseDates } from './parameters';
import { daysByCustomer } from './purchases';

/** Days in a month, on average over four years. */
const month = 365.25 / 12;

export const customerLifespan = kpi({
  name: 'CUSTOMER_LIFESPAN',
  label: { en: 'Customer lifespan', pl: 'Czas życia klienta', ru: 'Срок жизни клиента' },
  summary: documented({
    en: 'Months from first to last purchase of customers who came back; beside it, how many bought only once.',
    pl: 'Miesiące od pierwszego do ostatniego zakupu klientów, którzy wrócili; obok liczba tych, którzy kupili raz.',
    ru: 'Месяцы от первой до последней покупки вернувшихся клиентов; рядом число купивших один раз.',
  }),
  unit: 'months',
  group: 'customers',
  better: 'up',
  forms: [
    {
      parameters: [customers, purchaseDates],
      evaluate: (given) => {
        let days = 0;
        let returned = 0;
        let once = 0;
        for (const dates of daysByCustomer(given.labels('customers'), given.dates('dates')).values()) {
          if (dates.length === 1) {
            once++;
            continue;
          }
          returned++;
          days += dayNumber(dates[dates.length - 1] as string) - dayNumber(dates[0] as string);
        }
        return returned + once === 0 ? undefined : [[returned === 0 ? undefined : days / returned / month, once]];
      },
    },
  ],
  report: name('customer_lifespan'),
  how: {
    en: 'months from first to last purchase',
    pl: 'miesiące od pierwszego do ostatniego zakupu',
    ru: 'месяцы от первой до последней покупки',
  },
  reference: documented({
    definition: [
      'mean time from first to last purchase of customers with two or more purchases, in months of 30.4 days',
    ],
    counts: 'Customers with two or more purchases; how many bought once stands in the cell to the right.',
    dates: 'The date of the purchase.',
    blank:
      'Rows without customer or date are left out. Nobody with two purchases leaves the first cell empty; no purchases give an empty cell.',
    isNot: [
      'The years of `CLV`: customers who are still buying have not finished theirs, so it is too short rather than too long.',
    ],
  }),
  usage: documented(['=CUSTOMER_LIFESPAN(A2:A; C2:C)']),
  examples: documented([
    {
      arguments: [
        ['Ann', 'Bob', 'Ann'],
        [{ date: '2024-01-01' }, { date: '2024-05-01' }, { date: '2024-12-31' }],
      ],
      result: [[365 / (365.25 / 12), 1]],
    },
    { arguments: [['Bob'], [{ date: '2024-05-01' }]], result: [[undefined, 1]] },
    { arguments: [[''], ['']], result: undefined },
  ]),
});
