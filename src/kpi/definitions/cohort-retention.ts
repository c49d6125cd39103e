import { documented } from '../documentation';
import { kpi } from '../kpi';
import { monthsBetween } from '../period';
import { customers, purchaseDates } from './parameters';
import { daysByCustomer } from './purchases';

/** Customers of one month of first purchase: how many, and how many of them bought so many months later. */
interface Cohort {
  size: number;
  readonly active: number[];
}

export const cohortRetention = kpi({
  name: 'COHORT_RETENTION',
  label: { en: 'Cohort retention', pl: 'Utrzymanie w kohortach', ru: 'Удержание по когортам' },
  summary: documented({
    en: 'For each month of first purchase, the share of its customers who bought so many months later.',
    pl: 'Dla każdego miesiąca pierwszego zakupu: udział klientów, którzy kupili po tylu miesiącach.',
    ru: 'Для каждого месяца первой покупки: доля клиентов, купивших через столько месяцев.',
  }),
  unit: 'table',
  group: 'customers',
  better: 'up',
  forms: [
    {
      parameters: [
        customers,
        purchaseDates,
        {
          kind: 'number',
          name: 'months',
          optional: true,
          help: documented({
            en: 'How many months after the first to show; all if left out.',
            pl: 'Ile miesięcy po pierwszym pokazać; domyślnie wszystkie.',
            ru: 'Сколько месяцев после первого показать; по умолчанию все.',
          }),
        },
      ],
      evaluate: (given) =>
        table(daysByCustomer(given.labels('customers'), given.dates('dates')), given.number('months')),
    },
  ],
  reference: documented({
    definition: ['per month of first purchase: customers who bought so many months later ÷ customers of that month'],
    counts:
      'Customers belong to the month of their first purchase in the columns. Month 0 is 100%. Customers may skip a month and come back.',
    dates: 'The date of the purchase; calendar months.',
    blank:
      'Rows without customer or date are left out. Nobody in a month gives 0%; months after the last purchase of all stay empty. No purchases give an empty cell.',
    isNot: [
      '`RETENTION_RATE`, which compares one period with the one before, old and new customers alike.',
      'A survival curve: a later month may be higher than an earlier one.',
    ],
  }),
  usage: documented(['=COHORT_RETENTION(A2:A; C2:C)', '=COHORT_RETENTION(A2:A; C2:C; 6)']),
  examples: documented([
    {
      arguments: [
        ['Ann', 'Bob', 'Ann', 'Cy'],
        [{ date: '2025-01-31' }, { date: '2025-01-02' }, { date: '2025-03-01' }, { date: '2025-02-10' }],
      ],
      result: [
        ['', 0, 1, 2],
        ['2025-01', 1, 0, 0.5],
        ['2025-02', 1, 0, undefined],
      ],
    },
    { arguments: [[''], ['']], result: undefined },
  ]),
});

function table(customersDays: ReadonlyMap<string, readonly string[]>, most: number | undefined) {
  let last = '';
  const cohorts = new Map<string, Cohort>();
  for (const days of customersDays.values()) {
    const first = days[0] as string;
    const cohort = cohorts.get(first.slice(0, 7)) ?? { size: 0, active: [] };
    cohorts.set(first.slice(0, 7), cohort);
    cohort.size++;
    for (const later of new Set(days.map((day) => monthsBetween(first, day)))) {
      cohort.active[later] = (cohort.active[later] ?? 0) + 1;
    }
    const latest = days[days.length - 1] as string;
    if (latest > last) last = latest;
  }
  const months = [...cohorts.keys()].sort();
  if (months.length === 0) return undefined;
  const longest = monthsBetween(months[0] as string, last);
  const width = Math.min(longest, most === undefined ? longest : Math.max(0, Math.floor(most)));
  const steps = Array.from({ length: width + 1 }, (_, step) => step);
  const lines = months.map((month) => {
    const { size, active } = cohorts.get(month) as Cohort;
    const known = monthsBetween(month, last);
    return [month, ...steps.map((step) => (step > known ? undefined : (active[step] ?? 0) / size))];
  });
  return [['', ...steps], ...lines];
}
