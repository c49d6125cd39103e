import type { Value } from '../../src/data/cell';
import type { Cell, Report } from '../../src/report/model';
import { movesOf, typedIn } from '../../src/report/typed';

/** A tab as Google gives it: a text that starts with "=" is a formula, whose value is not looked at. */
function tab(rows: readonly (readonly Value[])[]): [Value[][], string[][]] {
  const isFormula = (value: Value) => typeof value === 'string' && value.startsWith('=');
  return [
    rows.map((row) => row.map((value) => (isFormula(value) ? 1 : value))),
    rows.map((row) => row.map((value) => (isFormula(value) ? String(value) : ''))),
  ];
}

const list: readonly (readonly Value[])[] = [
  ['kept:target:CAC', '=ROW(B2)', null],
  ['kept:start:', '=ROW($B$3)', null],
  ['kept:edge', '=ROW(B1)', null],
];

describe('what a person typed in a report', () => {
  test('is found by the list at its end, days as numbers and blank cells as ""', () => {
    const typed = typedIn(
      ...tab([['Report', null, null], ['CAC', 900, null], ['Period', { date: '2025-07-01', time: 0 }, null], ...list]),
    );
    expect(typed).toMatchObject({ kept: { 'target:CAC': 900, 'start:': 45_839 }, width: 2, columns: 3 });
    expect(typedIn(...tab([['Report'], ['CAC', null], [null], ...list])).kept).toMatchObject({ 'target:CAC': '' });
  });

  test('is left alone where its row was deleted', () => {
    expect(typedIn(...tab([['kept:target:CAC', '=ROW(#REF!)']])).kept).toEqual({});
  });

  test('is not taken from what only looks like the list', () => {
    expect(
      typedIn(
        ...tab([
          ['kept:a', '=SUM(B1)'],
          ['kept:b', 2],
          ['my kept:c', '=ROW(B1)'],
        ]),
      ).kept,
    ).toEqual({});
  });
});

const labelled = (...labels: readonly (string | null)[]): Report =>
  ({ rows: labels.map((value): Cell[] => [{ value, format: 'text', style: 'label' }]) }) as unknown as Report;

const noted = (...rows: readonly (readonly [string | null, string?])[]) =>
  typedIn(...tab([...rows.map(([label, note]) => [label, null, note ?? null]), ['kept:edge', '=ROW(B1)', null]]));

describe('what stands beside a report', () => {
  test.each([
    ['stays where nothing moves', [['a'], ['b', 'note'], ['c']], ['a', 'b', 'c'], [{ from: 1, to: 1, count: 1 }]],
    [
      'goes with its row, together with its neighbours',
      [['a'], ['b', 'one'], ['c', 'two'], ['d']],
      ['x', 'a', 'y', 'b', 'c', 'd'],
      [{ from: 1, to: 3, count: 2 }],
    ],
    [
      'goes with the right one of rows that are called the same',
      [['Leads'], ['a'], [null], ['Reps'], ['a', 'note']],
      ['Leads', 'b', 'a', null, 'Reps', 'b', 'a'],
      [{ from: 4, to: 6, count: 1 }],
    ],
    [
      'of a row that is no more stays below the one above, and covers no other',
      [['a'], ['gone', 'one'], ['b', 'two']],
      ['a', 'b'],
      [{ from: 1, to: 1, count: 2 }],
    ],
  ] as const)('%s', (_, before, after, moves) => {
    expect(movesOf(noted(...(before as unknown as readonly [string | null, string?][])), labelled(...after))).toEqual(
      moves,
    );
  });
});
