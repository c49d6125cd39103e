import { call } from '../../src/kpi/call';
import { answer, column, kpiNamed, mistake, row, vocabulary } from '../support/call';

const stages = ['Won', 'Lost', 'Open', 'Won'];
const forms = 'WIN_RATE(outcomes; [won]; [lost]) · WIN_RATE(won; lost)';

describe('a value that cannot be read', () => {
  test.each([
    [
      'text among amounts',
      () => answer('CLV', ['a', 'b'], [10, '1 234,56 zł']),
      { code: 'text_not_number', function: 'CLV', argument: 'amounts', row: 2, value: '1 234,56 zł' },
    ],
    [
      'text where a total is wanted',
      () => answer('CAC', [100, 'x'], 3),
      { code: 'text_not_number', function: 'CAC', argument: 'spend', row: 2, value: 'x' },
    ],
    [
      'only text where amounts are wanted',
      () => answer('AVERAGE_DEAL', ['10 zł', '20 zł', '', ''], stages),
      { code: 'text_not_number', function: 'AVERAGE_DEAL', argument: 'amounts', row: 1, value: '10 zł' },
    ],
    [
      'an error cell among labels',
      () => answer('WIN_RATE', ['Won', '#N/A', 'Lost']),
      { code: 'error_cell', function: 'WIN_RATE', argument: 'outcomes', row: 2, value: '#N/A' },
    ],
    [
      'an error cell among numbers',
      () => answer('CPL', [1, '#DIV/0!'], 2),
      { code: 'error_cell', function: 'CPL', argument: 'spend', row: 2, value: '#DIV/0!' },
    ],
    [
      'text among dates',
      () => answer('SALES_CYCLE', [{ date: '2025-01-01' }], ['2025-02-01']),
      { code: 'text_not_date', function: 'SALES_CYCLE', argument: 'closed', row: 1, value: '2025-02-01' },
    ],
    [
      'a number among dates',
      () => answer('SALES_CYCLE', [45000], [{ date: '2025-02-01' }]),
      { code: 'not_a_date', function: 'SALES_CYCLE', argument: 'started', row: 1, value: '45000' },
    ],
    [
      'a checkbox among numbers',
      () => answer('CPL', [true], 2),
      { code: 'not_a_number', function: 'CPL', argument: 'spend', row: 1, value: 'TRUE' },
    ],
  ])('%s is named with function, argument and row', (_, work, expected) => {
    expect(mistake(work)).toEqual(expected);
  });
});

describe('a call that cannot be meant', () => {
  test.each([
    [
      'numbers without a second argument',
      () => answer('WIN_RATE', [1, 2]),
      { code: 'unclear_call', function: 'WIN_RATE', forms },
    ],
    ['no argument', () => answer('WIN_RATE'), { code: 'wrong_arguments', function: 'WIN_RATE', forms }],
    [
      'too many arguments',
      () => answer('CPL', 1, 2, 3),
      { code: 'wrong_arguments', function: 'CPL', forms: 'CPL(spend; leads)' },
    ],
    [
      'columns of different lengths',
      () => answer('CLV', ['a', 'b'], [1, 2, 3]),
      { code: 'unequal_columns', function: 'CLV', argument: 'amounts', length: 3, other: 'customers', otherLength: 2 },
    ],
    [
      'a block where a column is wanted',
      () =>
        call(
          kpiNamed('WIN_RATE'),
          [
            [
              ['Won', 'x'],
              ['Lost', 'y'],
            ],
          ],
          vocabulary,
        ),
      { code: 'not_one_column', function: 'WIN_RATE', argument: 'outcomes' },
    ],
    [
      'an option that does not exist',
      () => answer('SALES_CYCLE', [''], [''], 'medien'),
      {
        code: 'unknown_option',
        function: 'SALES_CYCLE',
        argument: 'statistic',
        value: 'medien',
        options: 'mean, median',
        nearest: 'median',
      },
    ],
  ])('%s is an error that says so', (_, work, expected) => {
    expect(mistake(work)).toEqual(expected);
  });
});

describe('labels', () => {
  test('that nobody knows are listed, never guessed', () => {
    expect(mistake(() => answer('WIN_RATE', ['Won', 'Blue ', 'Green']))).toEqual({
      code: 'unrecognised_labels',
      function: 'WIN_RATE',
      argument: 'lost',
      labels: 'Won, Blue, Green',
      call: '=WIN_RATE(outcomes; "…"; "…")',
    });
  });

  test.each([
    ['given', ['Won', 'Dead', 'Talking'], ['Won', 'Dead'], 0.5],
    ['given with another case and stray spaces', ['won ', 'DEAD', 'WON'], ['Won', 'dead'], 2 / 3],
    ['given as "none"', ['Won', 'Talking'], ['Won', ''], 1],
  ])('%s decide', (_, outcomes, labels, rate) => {
    expect(answer('WIN_RATE', outcomes, ...labels)).toBeCloseTo(rate, 12);
  });

  test('may be a range of several', () => {
    expect(call(kpiNamed('WIN_RATE'), [column(['A', 'B', 'C', 'D']), column(['A', 'B']), 'C'], vocabulary)).toBeCloseTo(
      2 / 3,
      12,
    );
  });

  test('left out before others that are given are left to the vocabulary', () => {
    expect(answer('WIN_RATE', ['Won', 'Dead', 'Won'], '', 'Dead')).toBeCloseTo(2 / 3, 12);
  });
});

describe('blanks', () => {
  test.each(['', null, undefined])('such as %p count as nothing', (blank) => {
    expect(answer('WIN_RATE', ['Won', blank, 'Lost', blank, blank])).toBe(0.5);
  });

  test('alone give an empty cell', () => {
    expect(answer('WIN_RATE', ['', '', ''])).toBeUndefined();
    expect(answer('CAC', ['', ''], ['', ''])).toBeUndefined();
  });

  test('at the end of a column change nothing', () => {
    const tail = Array.from({ length: 1000 }, () => '');
    expect(answer('WIN_RATE', [...stages, ...tail])).toBe(answer('WIN_RATE', stages));
  });
});

describe('a row of cells', () => {
  test('is as good as a column', () => {
    expect(call(kpiNamed('WIN_RATE'), [row(stages)], vocabulary)).toBe(answer('WIN_RATE', stages));
  });

  test('answers with a row where a list is the answer', () => {
    expect(call(kpiNamed('FUNNEL_DROPOFF'), [row([10, 5, 4])], vocabulary)).toEqual([
      [undefined, 0.5, expect.closeTo(0.2, 12)],
    ]);
  });
});

test('a stage that stands twice in the order of a funnel is an error', () => {
  expect(mistake(() => answer('FUNNEL_DROPOFF', ['a', 'b'], ['a', 'A ']))).toEqual({ code: 'stage_twice', stage: 'a' });
});
