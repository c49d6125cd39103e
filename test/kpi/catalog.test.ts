import { catalog } from '../../src/kpi/catalog';
import { placesOf, stubs } from '../../src/kpi/document';
import type { Example, Kpi } from '../../src/kpi/kpi';
import { namesIn } from '../../src/kpi/measure';
import { measures } from '../../src/kpi/measures';
import { answer } from '../support/call';
import { sheetsFunctions } from '../support/sheets-functions';

const texts = (kpi: Kpi) => [
  kpi.label,
  kpi.summary,
  ...(kpi.how ? [kpi.how] : []),
  ...kpi.forms.flatMap(({ parameters }) => parameters.map(({ help }) => help)),
];

/** What a report knows besides measures. */
const others = [
  'margin',
  'months',
  'revenue_target',
  'previous_revenue',
  'retention_rate',
  'churn_rate',
  'repeat_purchase_rate',
  'customer_lifespan',
];

const examples = catalog.flatMap((kpi) =>
  kpi.examples.map((example): [string, string, Example] => [kpi.name, JSON.stringify(example.arguments), example]),
);

describe('every KPI', () => {
  test.each(examples)('%s%s gives what its definition says', (name, _, { arguments: given, result }) => {
    const value = answer(name, ...given);
    if (typeof result === 'number') expect(value).toBeCloseTo(result, 12);
    else expect(value).toEqual(result);
  });

  test.each(catalog.map((kpi) => [kpi.name, kpi] as const))('%s says all it says in three languages', (_, kpi) => {
    for (const text of texts(kpi)) {
      expect(text.en.trim()).not.toBe('');
      expect(text.pl).toMatch(/\S/);
      expect(text.ru).toMatch(/[а-яА-Я]|MQL|SQL|=/);
    }
  });

  test.each(catalog.map((kpi) => [kpi.name, kpi] as const))('%s has a summary of one sentence', (_, { summary }) => {
    for (const text of [summary.en, summary.pl, summary.ru]) expect(text).toMatch(/^[^.]+\.$/);
  });

  test.each(catalog.map(({ name }) => name))(
    '%s has a name that is no cell, no function of Sheets and legal',
    (name) => {
      expect(name).toMatch(/^[A-Z][A-Z_]*[A-Z]$/);
      expect(name).not.toMatch(/^[A-Z]{1,3}[0-9]+$|^R[0-9]*C[0-9]*$/);
      expect(sheetsFunctions).not.toContain(name);
    },
  );

  test('has a name of its own', () => {
    expect(new Set(catalog.map(({ name }) => name)).size).toBe(catalog.length);
  });

  test.each(catalog.flatMap((kpi) => (kpi.report ? [[kpi.name, kpi.report] as const] : [])))(
    '%s is reported as numerator and denominator of known figures, or is one',
    (_, report) => {
      expect(Object.keys(report).join()).toMatch(/^(ratio|name)$/);
      for (const name of namesIn(report)) expect([...Object.keys(measures), ...others]).toContain(name);
    },
  );
});

describe('the stub of a function', () => {
  const source = stubs(catalog, 'entry');

  test.each(catalog.map((kpi) => [kpi.name, kpi] as const))(
    'of %s names its parameters once each and passes them on',
    (name, kpi) => {
      const names = placesOf(kpi).map((place) => place.name);
      expect(new Set(names).size).toBe(names.length);
      expect(source).toContain(`\nfunction ${name}(${names.join(', ')}) {\n  return entry('${name}', arguments);\n}\n`);
    },
  );

  test('starts its help with the summary and ends it with the mark of a custom function', () => {
    expect(stubs(catalog.slice(0, 1), 'entry')).toMatchInlineSnapshot(`
"/**
 * Share of closed deals that were won; open deals do not count.
 * Example: =WIN_RATE(Deals!E2:E) or =WIN_RATE(42; 25)
 * @param {range} outcomes_or_won The column with each deal's stage. Or: The number of won deals: a number, or a column of numbers to add up.
 * @param {range} won_or_lost Optional. The label, or labels, that mean a won deal. Or: The number of lost deals: a number, or a column of numbers to add up.
 * @param {string} lost Optional. The label, or labels, that mean a lost deal; "" if there are none.
 * @return {number} Win rate.
 * @customfunction
 */
function WIN_RATE(outcomes_or_won, won_or_lost, lost) {
  return entry('WIN_RATE', arguments);
}
"
`);
  });
});
