import fc from 'fast-check';
import { evaluate, type Period } from '../../src/kpi/evaluate';
import { type MeasureName, measures } from '../../src/kpi/measures';
import { awkwardStages, type Deal, periods, randomAwkwardDeals, sourceOf, stages } from '../support/random-deals';

/*
 * A second answer, written from the words of the definitions and not from the code: plain loops over the deals.
 * A deal is a row with a stage. Won and lost deals, revenue and cycle belong to the day of closing, new deals to the day of
 * creation. A period includes its first and last day; all time includes deals without a date.
 */
const meaningOf = new Map([...stages, ...awkwardStages].map(([label, meaning]) => [label.toLowerCase(), meaning]));

const within = (date: string | null, { start, end }: Period) => {
  if (start === undefined && end === undefined) return true;
  if (date === null) return false;
  if (start !== undefined && date < start) return false;
  return !(end !== undefined && date > end);
};

const is = (deal: Deal, ...meanings: string[]) =>
  deal.stage !== null && meanings.includes(meaningOf.get(deal.stage.toLowerCase()) ?? '');

function naive(name: MeasureName, deals: readonly Deal[], period: Period): number | undefined {
  const won = deals.filter((deal) => is(deal, 'won') && within(deal.closed, period));
  const days: number[] = [];
  for (const { created, closed } of won) {
    if (created !== null && closed !== null) days.push((Date.parse(closed) - Date.parse(created)) / 86400000);
  }
  days.sort((a, b) => a - b);
  let total = 0;
  switch (name) {
    case 'won':
      return won.length;
    case 'lost':
      return deals.filter((deal) => is(deal, 'lost') && within(deal.closed, period)).length;
    case 'open':
      return deals.filter((deal) => is(deal, 'open')).length;
    case 'deals':
      return deals.filter((deal) => is(deal, 'open', 'won', 'lost') && within(deal.created, period)).length;
    case 'revenue':
      for (const { amount } of won) total += amount ?? 0;
      return total;
    case 'customers':
      return new Set(won.filter(({ customer }) => customer !== null).map(({ customer }) => customer)).size;
    case 'new_customers': {
      const firsts: Record<string, string> = {};
      for (const deal of deals) {
        if (!is(deal, 'won') || deal.customer === null || deal.closed === null) continue;
        const known = firsts[deal.customer];
        if (known === undefined || deal.closed < known) firsts[deal.customer] = deal.closed;
      }
      return Object.values(firsts).filter((date) => within(date, period)).length;
    }
    case 'cycle_deals':
      return days.length;
    case 'cycle_days':
      for (const length of days) total += length;
      return total;
    case 'cycle_mean':
      for (const length of days) total += length / days.length;
      return days.length === 0 ? undefined : total;
    case 'cycle_median': {
      const half = Math.floor(days.length / 2);
      if (days.length === 0) return undefined;
      return days.length % 2 === 1 ? days[half] : ((days[half - 1] as number) + (days[half] as number)) / 2;
    }
    default:
      throw new Error(`no second answer for ${name}`);
  }
}

const names: readonly MeasureName[] = [
  'won',
  'lost',
  'open',
  'deals',
  'revenue',
  'customers',
  'new_customers',
  'cycle_deals',
  'cycle_days',
  'cycle_mean',
  'cycle_median',
];

describe('evaluate gives what the words of the definition say', () => {
  test.each(names)('for %s, on any deals and in any period', (name) => {
    fc.assert(
      fc.property(randomAwkwardDeals, fc.constantFrom(...periods), (deals, period) => {
        const { data, meanings } = sourceOf(deals);
        const value = evaluate(measures[name], data, { period, meanings });
        const expected = naive(name, deals, period);
        if (expected === undefined) expect(value).toBeUndefined();
        else expect(value).toBeCloseTo(expected, 6);
      }),
      { numRuns: 300 },
    );
  });

  test('in whatever order the rows stand', () => {
    fc.assert(
      fc.property(randomAwkwardDeals, fc.constantFrom(...names), fc.constantFrom(...periods), (deals, name, period) => {
        const scope = (rows: readonly Deal[]) => {
          const { data, meanings } = sourceOf(rows);
          return evaluate(measures[name], data, { period, meanings });
        };
        const [one, other] = [scope(deals), scope([...deals].reverse())];
        if (one === undefined) expect(other).toBeUndefined();
        else expect(other).toBeCloseTo(one, 6);
      }),
    );
  });
});
