import fc from 'fast-check';
import type { Result } from '../../src/kpi/bind';
import { call } from '../../src/kpi/call';
import { catalog } from '../../src/kpi/catalog';
import { UserError } from '../../src/kpi/user-error';
import { kpiNamed, vocabulary } from '../support/call';
import { byGroupOracles } from './oracle/by-group';
import { customers } from './oracle/customers';
import { funnel } from './oracle/funnel';
import { marketing } from './oracle/marketing';
import { laidOut, type Oracle, type Oracles, type Refusal, turned, ways } from './oracle/oracle';
import { sales } from './oracle/sales';

const oracles: Oracles = { ...sales, ...marketing, ...customers, ...funnel };

/** What a function answers, or the code of the mistake that it finds. */
function outcome(name: string, given: Parameters<typeof call>[1]): Result | Refusal {
  try {
    return call(kpiNamed(name), given, vocabulary);
  } catch (error) {
    if (error instanceof UserError) return { mistake: error.code };
    throw error;
  }
}

/** A result in which numbers need to agree to twelve digits only. */
function near(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(near);
  if (typeof result !== 'number') return result;
  return expect.closeTo(result, 12 - Math.ceil(Math.log10(Math.abs(result) + 1)));
}

const cases = [...Object.entries(oracles), ['KPI_BY', byGroupOracles] as const].flatMap(([name, all]) =>
  all.map((oracle): [string, string, Oracle] => [name, oracle.form, oracle]),
);

describe.each(cases)('%s(%s) gives what a second answer gives', (name, _, { kinds, given, expected, turns }) => {
  test.each(ways)('in $title', ({ change, layout }) => {
    fc.assert(
      fc.property(given, fc.nat(), (drawn, seed) => {
        const lists = change(drawn, kinds, seed);
        const answer = expected(...lists);
        const isTurned = turns !== undefined && layout === 'rows' && (lists[turns]?.length ?? 0) > 1;
        expect(outcome(name, laidOut(lists, kinds, layout))).toEqual(near(isTurned ? turned(answer) : answer));
      }),
      { numRuns: 100 },
    );
  });
});

test.each(catalog.map(({ name, forms }) => [name, forms.length] as const))(
  'every form of %s has a second answer',
  (name, forms) => {
    expect(name === 'KPI_BY' ? 1 : oracles[name]?.length).toBe(forms);
  },
);
