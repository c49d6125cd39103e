import fc from 'fast-check';
import type { Scalar } from '../../../src/kpi/bind';
import {
  customerName,
  divided,
  folded,
  isFilled,
  type List,
  mostly,
  type Oracle,
  type Oracles,
  quarter,
  records,
  sumOf,
  totals,
  withOption,
} from './oracle';
import { day } from './sales';

const customerNumber: fc.Arbitrary<Scalar> = fc.integer({ min: 100, max: 105 });
/** A column of names or one of numbers, beside other columns. */
const withCustomers = (...others: readonly fc.Arbitrary<Scalar>[]): fc.Arbitrary<List[]> =>
  fc.oneof(records(mostly(customerName), ...others), records(mostly(customerNumber), ...others));
const share = fc.constantFrom<Scalar>(0, 0.5, 1, -1, '');

/** The customers that are there, each once. */
function different(customers: List): string[] {
  const seen: string[] = [];
  for (const cell of customers) if (isFilled(cell) && !seen.includes(folded(cell))) seen.push(folded(cell));
  return seen;
}

/** The days on which a customer bought. */
function daysOf(customer: string, customers: List, dates: List): string[] {
  const days: string[] = [];
  customers.forEach((cell, row) => {
    const date = dates[row];
    if (folded(cell) === customer && typeof date === 'object' && date !== null) days.push(date.date);
  });
  return days.sort();
}

const clv: readonly Oracle[] = [
  {
    form: 'customers; amounts; [margin]',
    kinds: ['record', 'record', 'one'],
    // One number with a margin would be an average order.
    given: fc.oneof(withCustomers(mostly(quarter)), withOption(records(mostly(customerName), mostly(quarter)), share)),
    expected: (customers = [], amounts = [], [margin] = []) => {
      const revenue = (sumOf(amounts) ?? 0) * (typeof margin === 'number' ? margin : 1);
      return divided(different(customers).length, revenue);
    },
  },
  totals(
    'average_order; orders_a_year; years; [margin]',
    ['single', 'sum', 'sum', 'margin'],
    (order, orders, years, margin) => order * orders * years * margin,
  ),
];

const days = (date: string): number => Date.parse(date) / 86_400_000;
const dateOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const monthName = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** A date, or its serial number as a formula computes it. */
const dayOf = (cell: Scalar): string =>
  typeof cell === 'number' ? dateOf(Math.floor(cell) - 25_569) : (cell as { readonly date: string }).date;

/** The share of the customers of the equally long time before who bought again. */
function retained(customers: List, dates: List, from: Scalar, to: Scalar): number | undefined {
  const [start, end] = [dayOf(from), dayOf(to)];
  const isWholeMonths = start.slice(8) === '01' && dateOf(days(end) + 1).slice(8) === '01';
  const length = monthOf(end) - monthOf(start) + 1;
  const first = isWholeMonths
    ? `${monthName(monthOf(start) - length)}-01`
    : dateOf(days(start) - (days(end) - days(start) + 1));
  let base = 0;
  let again = 0;
  for (const customer of different(customers)) {
    const bought = daysOf(customer, customers, dates);
    if (!bought.some((date) => date >= first && date < start)) continue;
    base++;
    if (bought.some((date) => date >= start && date <= end)) again++;
  }
  return divided(base, again);
}

const period: fc.Arbitrary<readonly [Scalar, Scalar]> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 3 }))
    .map(([month, more]): [Scalar, Scalar] => [
      { date: `${monthName(2023 * 12 + 10 + month)}-01` },
      { date: dateOf(days(`${monthName(2023 * 12 + 11 + month + more)}-01`) - 1) },
    ]),
  fc
    .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 90 }))
    .map(([from, length]): [Scalar, Scalar] => [
      { date: dateOf(days('2023-11-01') + from) },
      { date: dateOf(days('2023-11-01') + from + length) },
    ]),
);

const asSerial = (cell: Scalar): Scalar => days(dayOf(cell)) + 25_569.5;
/** Purchases at any time, many of them at the edges of the period. */
const purchasesInPeriod = period.chain(([start, end]) => {
  const [first, last] = [days(dayOf(start)), days(dayOf(end))];
  const edges = [first - 1, first, last, last + 1, first - (last - first + 1), first - (last - first + 2)];
  const edge = fc.constantFrom(...edges).map((number): Scalar => ({ date: dateOf(number) }));
  return fc
    .tuple(withCustomers(mostly(fc.oneof(day, edge))), fc.boolean())
    .map(([lists, isComputed]) => [...lists, [start], [isComputed ? asSerial(end) : end]]);
});

const retention = (finish: (share: number) => number): Oracle => ({
  form: 'customers; dates; start; end',
  kinds: ['record', 'record', 'one', 'one'],
  given: purchasesInPeriod,
  expected: (customers = [], dates = [], [start] = [], [end] = []) => {
    const kept = retained(customers, dates, start, end);
    return kept === undefined ? undefined : finish(kept);
  },
});

const lifespan: Oracle = {
  form: 'customers; dates',
  kinds: ['record', 'record'],
  given: withCustomers(mostly(day)),
  expected: (customers = [], dates = []) => {
    const spans: number[] = [];
    let once = 0;
    for (const customer of different(customers)) {
      const bought = daysOf(customer, customers, dates);
      if (bought.length === 1) once++;
      if (bought.length > 1) spans.push(days(String(bought[bought.length - 1])) - days(String(bought[0])));
    }
    if (spans.length + once === 0) return undefined;
    const whole = spans.reduce((one, other) => one + other, 0);
    return [[spans.length === 0 ? undefined : whole / spans.length / (365.25 / 12), once]];
  },
};

const repeatPurchase: Oracle = {
  form: 'customers',
  kinds: ['record'],
  given: withCustomers(),
  expected: (customers = []) => {
    const all = different(customers);
    const returning = all.filter((customer) => customers.filter((cell) => folded(cell) === customer).length >= 2);
    return divided(all.length, returning.length);
  },
};

const cohorts: Oracle = {
  form: 'customers; dates; [months]',
  kinds: ['record', 'record', 'one'],
  given: withOption(withCustomers(mostly(day)), fc.constantFrom<Scalar>(0, 1, 3, 2.5, 40, '')),
  expected: (customers = [], dates = [], [most] = []) => {
    const bought = different(customers)
      .map((customer) => daysOf(customer, customers, dates).map(monthOf))
      .filter((months) => months.length > 0);
    if (bought.length === 0) return undefined;
    const last = Math.max(...bought.flat());
    const firsts = [...new Set(bought.map(([first]) => Number(first)))].sort((one, other) => one - other);
    const width = Math.min(last - Number(firsts[0]), typeof most === 'number' ? Math.floor(most) : 1e9);
    const steps = Array.from({ length: width + 1 }, (_, step) => step);
    const lines = firsts.map((first) => {
      const cohort = bought.filter((months) => months[0] === first);
      const active = (step: number) => cohort.filter((months) => months.includes(first + step)).length;
      return [
        monthName(first),
        ...steps.map((step) => (first + step > last ? undefined : active(step) / cohort.length)),
      ];
    });
    return [['', ...steps], ...lines];
  },
};

const survey = (scale: readonly number[], finish: (scores: readonly number[]) => number): Oracle => ({
  form: 'scores',
  kinds: ['record'],
  given: records(mostly(fc.constantFrom(...scale))),
  expected: (scores = []) => {
    const filled = scores.filter((score): score is number => typeof score === 'number');
    return filled.length === 0 ? undefined : finish(filled);
  },
});

const half = (lowest: number, highest: number): number[] =>
  Array.from({ length: (highest - lowest) * 2 + 1 }, (_, at) => lowest + at / 2);

export const customers: Oracles = {
  CLV: clv,
  CLV_FROM_CHURN: [
    totals('revenue; churn; [margin]', ['sum', 'sum', 'margin'], (revenue, churn, margin) =>
      divided(churn, revenue * margin),
    ),
  ],
  CAC_PAYBACK: [
    totals('cac; revenue; [margin]', ['sum', 'sum', 'margin'], (cac, revenue, margin) =>
      margin <= 0 ? undefined : divided(revenue * margin, cac),
    ),
  ],
  RETENTION_RATE: [
    retention((kept) => kept),
    totals('at_start; at_end; new', ['count', 'count', 'count'], (start, end, fresh) => divided(start, end - fresh)),
  ],
  CHURN_RATE: [
    retention((kept) => 1 - kept),
    totals('at_start; at_end; new', ['count', 'count', 'count'], (start, end, fresh) =>
      start === 0 ? undefined : 1 - (end - fresh) / start,
    ),
  ],
  CUSTOMER_LIFESPAN: [lifespan],
  REPEAT_PURCHASE_RATE: [
    repeatPurchase,
    totals('returning; customers', ['count', 'count'], (returning, all) => divided(all, returning)),
  ],
  COHORT_RETENTION: [cohorts],
  NPS: [
    survey(half(0, 10), (scores) => {
      let points = 0;
      for (const score of scores) points += score >= 9 ? 1 : score <= 6 ? -1 : 0;
      return (100 * points) / scores.length;
    }),
  ],
  CSAT: [survey(half(1, 5), (scores) => scores.filter((score) => score >= 4).length / scores.length)],
};
