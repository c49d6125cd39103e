import fc from 'fast-check';
import type { Scalar } from '../../../src/kpi/bind';
import { isRefusal, knownOutcome, outcomesOf, ownLost, ownOutcome, ownWon } from './labels';
import {
  divided,
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

type Outcomes = ReturnType<typeof outcomesOf>;

/** Days of two years as cells. */
export const day = fc
  .integer({ min: 0, max: 400 })
  .map((number): Scalar => ({ date: new Date(Date.UTC(2023, 10, 1 + number)).toISOString().slice(0, 10) }));

const withLabels = (known: fc.Arbitrary<List[]>, own: fc.Arbitrary<List[]>, ...options: fc.Arbitrary<Scalar>[]) =>
  fc.oneof(
    known,
    ...options.map((_, at) =>
      fc
        .tuple(own, fc.tuple(...options.slice(0, at + 1)))
        .map(([lists, labels]) => [...lists, ...labels.map((label): List => [label])]),
    ),
  );

/** How many records, or which amounts, have an outcome. */
function figure(outcomes: Exclude<Outcomes, { mistake: string }>, wanted: string, amounts?: List): number {
  let total = 0;
  outcomes.forEach((outcome, row) => {
    if (outcome === wanted) total += amounts ? Number(amounts[row] ?? 0) : 1;
  });
  return total;
}

const winRate: Oracle = {
  form: 'outcomes; [won]; [lost]',
  kinds: ['record', 'one', 'one'],
  given: withLabels(records(knownOutcome), records(ownOutcome), ownWon, ownLost),
  expected: (outcomes = [], won, lost) => {
    const all = outcomesOf(outcomes, ['won', 'lost'], [won, lost]);
    if (isRefusal(all)) return all;
    return divided(figure(all, 'won') + figure(all, 'lost'), figure(all, 'won'));
  },
};

const winRateByValue: Oracle = {
  form: 'outcomes; amounts; [won]; [lost]',
  kinds: ['record', 'record', 'one', 'one'],
  given: withLabels(records(knownOutcome, mostly(quarter)), records(ownOutcome, mostly(quarter)), ownWon, ownLost),
  expected: (outcomes = [], amounts = [], won, lost) => {
    const all = outcomesOf(outcomes, ['won', 'lost'], [won, lost]);
    if (isRefusal(all)) return all;
    const revenue = figure(all, 'won', amounts);
    return divided(revenue + figure(all, 'lost', amounts), revenue);
  },
};

const opportunityToWin: Oracle = {
  form: 'outcomes; [won]',
  kinds: ['record', 'one'],
  given: withLabels(records(knownOutcome), records(ownOutcome), ownWon),
  expected: (outcomes = [], won) => {
    const all = outcomesOf(outcomes, ['won'], [won]);
    if (isRefusal(all)) return all;
    return divided(all.filter((outcome) => outcome !== undefined).length, figure(all, 'won'));
  },
};

const averageDeal: readonly Oracle[] = [
  {
    form: 'amounts; outcomes; [won]',
    kinds: ['record', 'record', 'one'],
    given: withLabels(records(mostly(quarter), knownOutcome), records(mostly(quarter), ownOutcome), ownWon),
    expected: (amounts = [], outcomes = [], won) => {
      const all = outcomesOf(outcomes, ['won'], [won]);
      if (isRefusal(all)) return all;
      return divided(figure(all, 'won'), figure(all, 'won', amounts));
    },
  },
  {
    form: 'amounts',
    kinds: ['record'],
    given: records(mostly(quarter)),
    expected: (amounts = []) =>
      divided(amounts.filter((amount) => typeof amount === 'number').length, sumOf(amounts) ?? 0),
  },
  totals('revenue; deals', ['sum', 'sum'], (revenue, deals) => divided(deals, revenue)),
];

const salesCycle: Oracle = {
  form: 'started; closed; [statistic]',
  kinds: ['record', 'record', 'one'],
  given: withOption(records(mostly(day), mostly(day)), fc.constantFrom<Scalar>('mean', 'median', ' Median ', '')),
  expected: (started = [], closed = [], [statistic] = []) => {
    const days: number[] = [];
    started.forEach((from, row) => {
      const to = closed[row];
      if (typeof from !== 'object' || !from || typeof to !== 'object' || !to) return;
      days.push((Date.parse(to.date) - Date.parse(from.date)) / 86_400_000);
    });
    days.sort((one, other) => one - other);
    if (days.length === 0) return undefined;
    const half = Math.floor(days.length / 2);
    if (String(statistic).trim().toLowerCase() !== 'median')
      return days.reduce((one, other) => one + other) / days.length;
    return days.length % 2 === 1 ? days[half] : (Number(days[half - 1]) + Number(days[half])) / 2;
  },
};

export const sales: Oracles = {
  WIN_RATE: [winRate, totals('won; lost', ['sum', 'sum'], (won, lost) => divided(won + lost, won))],
  WIN_RATE_BY_VALUE: [
    winRateByValue,
    totals('won_amount; lost_amount', ['sum', 'sum'], (won, lost) => divided(won + lost, won)),
  ],
  OPPORTUNITY_TO_WIN_RATE: [
    opportunityToWin,
    totals('won; opportunities', ['sum', 'count'], (won, all) => divided(all, won)),
  ],
  CLOSE_RATE: [totals('contracts; offers', ['count', 'count'], (contracts, offers) => divided(offers, contracts))],
  AVERAGE_DEAL: averageDeal,
  SALES_CYCLE: [salesCycle],
  SALES_VELOCITY: [
    totals(
      'opportunities; average_deal; win_rate; cycle',
      ['count', 'sum', 'sum', 'sum'],
      (opportunities, deal, rate, days) => divided(days, opportunities * deal * rate),
    ),
  ],
  PIPELINE_COVERAGE: [totals('pipeline; target', ['sum', 'sum'], (pipeline, target) => divided(target, pipeline))],
  SALES_GROWTH: [
    totals('current; previous', ['sum', 'sum'], (current, previous) => divided(Math.abs(previous), current - previous)),
  ],
};
