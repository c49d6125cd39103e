import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { call } from '../../src/kpi/call';
import { UserError } from '../../src/kpi/user-error';
import { sentence } from '../../src/text/problems';
import { answer, kpiNamed, vocabulary } from '../support/call';

const day = (date: string) => ({ date });
const block = [
  ['Won', 'x'],
  ['Lost', 'y'],
];

/** A call that raises each mistake, and what its author reads. */
const mistakes: readonly [code: string, work: () => unknown, english: string][] = [
  [
    'wrong_arguments',
    () => answer('CPL', 1, 2, 3),
    'CPL: the number of arguments fits none of its forms: CPL(spend; leads).',
  ],
  [
    'unclear_call',
    () => answer('WIN_RATE', [1, 2]),
    'WIN_RATE: the arguments fit none of its forms: WIN_RATE(outcomes; [won]; [lost]) · WIN_RATE(won; lost).',
  ],
  [
    'not_one_column',
    () => call(kpiNamed('WIN_RATE'), [block], vocabulary),
    'WIN_RATE: outcomes must be one column or one row.',
  ],
  [
    'unequal_columns',
    () => answer('FUNNEL', ['Leads', 'Wins'], [100, 20, 5]),
    'FUNNEL: counts and labels must be equally long, but have 3 and 2 cells.',
  ],
  [
    'unequal_columns',
    () => answer('AVERAGE_DEAL', [100, 200, 300], ['Won', 'Lost']),
    'AVERAGE_DEAL: outcomes and amounts must be equally long, but have 2 and 3 cells.',
  ],
  [
    'unequal_columns',
    () => answer('KPI_BY', ['Ann', 'Bob'], 'WIN_RATE', ['Won', 'Lost', 'Won']),
    'KPI_BY: outcomes and groups must be equally long, but have 3 and 2 cells.',
  ],
  ['not_one_cell', () => answer('ROMI', 500, 100, [0.5, 0.6]), 'ROMI: margin must be one value or cell.'],
  ['error_cell', () => answer('CPL', [1, '#DIV/0!'], 2), 'CPL: spend, row 2: #DIV/0! is an error. Correct that cell.'],
  [
    'error_cell',
    () => answer('KPI_BY', ['Ann', '#N/A'], 'COUNT', [1, 2]),
    'KPI_BY: groups, row 2: #N/A is an error. Correct that cell.',
  ],
  [
    'text_not_number',
    () => answer('CAC', [100, '1 234,56 zł'], 3),
    'CAC: spend, row 2: "1 234,56 zł" is text, not a number. Leakproof > Check data can convert it.',
  ],
  [
    'not_a_number',
    () => answer('CONVERSION_RATE', [true, false, true], 10),
    'CONVERSION_RATE: conversions, row 1: TRUE is not a number. Select the right column.',
  ],
  [
    'text_not_date',
    () => answer('RETENTION_RATE', ['Ann'], [day('2025-01-01')], '2025-02-01', day('2025-02-28')),
    'RETENTION_RATE: start, row 1: "2025-02-01" is text, not a date. Leakproof > Check data can convert it.',
  ],
  [
    'not_a_date',
    () => answer('SALES_CYCLE', [45000], [day('2025-02-01')]),
    'SALES_CYCLE: started, row 1: 45000 is not a date. Select another column, or format this one as dates.',
  ],
  [
    'unknown_option',
    () => answer('FUNNEL_LEAK', ['Leads', 'Wins'], [100, 20], 'cuont'),
    'FUNNEL_LEAK: by cannot be "cuont". Did you mean "count"? Choose from: rate, count.',
  ],
  [
    'unknown_option',
    () => answer('FUNNEL_LEAK', ['Leads', 'Wins'], [100, 20], 'biggest'),
    'FUNNEL_LEAK: by cannot be "biggest". Choose from: rate, count.',
  ],
  [
    'unrecognised_labels',
    () => answer('WIN_RATE', ['Won', 'Blue ', 'Green']),
    'WIN_RATE: none of the labels is known to mean "lost": Won, Blue, Green. Name it: =WIN_RATE(outcomes; "…"; "…"), with "" for none.',
  ],
  [
    'stage_twice',
    () => answer('FUNNEL_DROPOFF', ['a'], ['a', 'A ']),
    'The order has the stage "a" twice. Name it once.',
  ],
  [
    'score_off_scale',
    () => answer('NPS', [10, '', 11]),
    'NPS: scores, row 3: 11 is not a score from 0 to 10. Correct that cell.',
  ],
  [
    'unknown_kpi',
    () => answer('KPI_BY', ['Ann'], 'win rate', ['Won']),
    'KPI_BY: there is no KPI "WIN RATE". Did you mean "WIN_RATE"? Write the name of a function of Leakproof, SUM or COUNT.',
  ],
  [
    'table_by_group',
    () => answer('KPI_BY', ['Ann'], 'CUSTOMER_LIFESPAN', ['Acme'], [day('2025-01-01')]),
    'KPI_BY: CUSTOMER_LIFESPAN gives a table, not one value a group. Name another KPI.',
  ],
  [
    'period_reversed',
    () => answer('CHURN_RATE', ['Ann'], [day('2025-01-01')], day('2025-02-28'), day('2025-02-01')),
    'CHURN_RATE: The period ends (2025-02-01) before it starts (2025-02-28). Exchange the dates.',
  ],
  [
    'too_large',
    () => answer('CAC', [1e308, 1e308], 2),
    'CAC: the numbers in spend are too large to calculate with. Correct them.',
  ],
  [
    'too_large',
    () => answer('SALES_VELOCITY', 1e200, 1e200, 0.5, 30),
    'SALES_VELOCITY: the numbers are too large to calculate with. Correct them.',
  ],
  [
    'too_large',
    () => answer('WIN_RATE_BY_VALUE', ['Won', 'Lost', 'Lost'], [1, 1e308, 1e308]),
    'WIN_RATE_BY_VALUE: the numbers are too large to calculate with. Correct them.',
  ],
];

function raised(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('no mistake was found');
}

describe('a mistake', () => {
  test.each(mistakes)('of the code %s says what to do: %#', (code, work, english) => {
    const error = raised(work);
    expect(error.code).toBe(code);
    expect(sentence('en', error.code, error.params)).toBe(english);
    for (const language of ['pl', 'ru'] as const) {
      const said = sentence(language, error.code, error.params);
      expect(said).toMatch(/^\S.*\.$/);
      expect(said).not.toMatch(/[{}]|undefined/);
      expect(said).not.toBe(english);
    }
  });
});

test('every code that a KPI can raise is tried', () => {
  const folder = resolve(__dirname, '../../src/kpi');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const codes = new Set<string>();
  for (const file of files) {
    // The code is the first argument, sometimes one of two.
    for (const [, first = ''] of readFileSync(join(folder, file), 'utf8').matchAll(
      /(?:UserError|problem)\(([^,]*),/g,
    )) {
      for (const [, code = ''] of first.matchAll(/'([a-z]+(?:_[a-z]+)+)'/g)) codes.add(code);
    }
  }
  expect([...codes].sort()).toEqual([...new Set(mistakes.map(([code]) => code))].sort());
});
