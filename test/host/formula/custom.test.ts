import { runInNewContext } from 'node:vm';
import { type TestOptions, testBook } from './workbook';

/** A workbook with a custom function that keeps the arguments it was called with. */
function spied(cells: Parameters<typeof testBook>[0], options: TestOptions = {}, ...answers: unknown[]) {
  const calls: unknown[][] = [];
  const run = (...args: unknown[]) => {
    calls.push(args);
    return answers.length ? answers[0] : 'done';
  };
  return { calls, book: testBook(cells, { ...options, custom: { KPI: run } }) };
}

describe('a custom function is handed', () => {
  test.each<[string, unknown]>([
    ['A1', 1],
    ['A1:A1', 1],
    ['A9', ''],
    [
      'A1:B2',
      [
        [1, 'x'],
        [true, '#N/A'],
      ],
    ],
    ['A1:A', [[1], [true], [''], ['']]],
    ['A2', true],
    ['B2', '#N/A'],
    ['', ''],
    ['2+3', 5],
    ['1/0', '#DIV/0!'],
    ['{1,2}', [[1, 2]]],
    ['Nowhere!A1', '#REF!'],
  ])('%s as %p', (argument, expected) => {
    const { calls, book } = spied(
      { A1: 1, B1: 'x', A2: true, B2: { error: '#N/A' }, D1: `=KPI(${argument};0)` },
      { size: { rows: 4, columns: 5 } },
    );
    expect(book.value('D1')).toBe('done');
    expect(calls).toEqual([[expected, 0]]);
  });

  test.each([
    ['Europe/Warsaw', '2024-03-30T23:00:00.000Z', '2024-03-31T22:00:00.000Z'],
    ['America/New_York', '2024-03-31T04:00:00.000Z', '2024-04-01T04:00:00.000Z'],
    ['Etc/UTC', '2024-03-31T00:00:00.000Z', '2024-04-01T00:00:00.000Z'],
  ])('dates as midnight in %s, daylight saving time included', (timeZone, first, second) => {
    const { calls, book } = spied({ A1: 45382, A2: 45383, A3: 45382, D1: '=KPI(A1:A3;A2)' }, { timeZone });
    book.format('A1', 'yyyy-mm-dd');
    book.format('A2', 'dd.mm.yyyy');
    book.value('D1');
    expect(calls).toEqual([[[[new Date(first)], [new Date(second)], [45382]], new Date(second)]]);
  });
});

describe('what a custom function gives back', () => {
  test.each<[unknown, unknown]>([
    [5, 5],
    ['text', 'text'],
    [false, false],
    [null, null],
    [undefined, null],
    [Number.NaN, { error: '#NUM!', message: expect.any(String) }],
    [Number.POSITIVE_INFINITY, { error: '#NUM!', message: expect.any(String) }],
    [new Date('2024-03-31T00:00:00+01:00'), 45382],
    [runInNewContext('new Date(1711839600000)'), 45382],
    [[], null],
    [[[7]], 7],
    ['#N/A', '#N/A'],
  ])('%p shows %p', (answer, expected) => {
    expect(spied({ D1: '=KPI(1)' }, {}, answer).book.value('D1')).toEqual(expected);
  });

  test('rows spill, and short ones are filled up', () => {
    const { book } = spied({ D1: '=KPI(1)' }, {}, [[1, 2], [3], [null, undefined]]);
    expect(book.values('D1:E3')).toEqual([
      [1, 2],
      [3, null],
      [null, null],
    ]);
  });

  test('a plain list spills down', () => {
    const { book } = spied({ D1: '=KPI(1)' }, {}, runInNewContext('[1, 2, 3]'));
    expect(book.values('D1:E3')).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
  });

  test('goes on into the formula around it', () => {
    expect(spied({ D1: '=KPI(1)*100' }, {}, 0.25).book.value('D1')).toBe(25);
  });

  test.each([
    [new Error('CAC: spend, row 14: text'), 'CAC: spend, row 14: text'],
    ['Error: plain', 'plain'],
    [runInNewContext('new TypeError("far away")'), 'far away'],
  ])('a thrown %p is #ERROR! with its sentence', (thrown, message) => {
    const book = testBook(
      { D1: '=KPI(1)', D2: '=IFERROR(D1;"caught")' },
      {
        custom: {
          KPI: () => {
            throw thrown;
          },
        },
      },
    );
    expect(book.value('D1')).toEqual({ error: '#ERROR!', message });
    expect(book.value('D2')).toBe('caught');
  });
});

describe('a custom function runs', () => {
  test('only when an argument is not what it was', () => {
    const { calls, book } = spied({ A1: 1, A2: 2, B1: '=A1*0', D1: '=KPI(A1:A2;B1)' });
    book.value('D1');
    book.set('C1', 'elsewhere');
    book.value('D1');
    book.set('A1', 1);
    book.value('D1');
    expect(calls).toHaveLength(1);
    book.set('A1', 5);
    book.value('D1');
    expect(calls).toHaveLength(2);
  });

  test('under any spelling of its name, but never in the place of a native one', () => {
    const { calls, book } = spied({ D1: '=kpi(1)' });
    expect(book.value('D1')).toBe('done');
    expect(calls).toHaveLength(1);
    expect(testBook({ A1: '=SUM(1;2)' }, { custom: { SUM: () => 'mine' } }).value('A1')).toBe(3);
  });

  test('with the whole workbook in view', () => {
    const book = testBook({ A1: '=B1+1', B1: 2, D1: '=KPI()' }, { custom: { KPI: () => book.value('A1') } });
    expect(book.value('D1')).toBe(3);
  });
});
