import type { Value } from '../../src/data/cell';
import { findHeaderRow, findTotalRows } from '../../src/data/layout';

const day = (date: string): Value => ({ date, time: 0 });
const campaigns = [
  ['Enabled', 'Brand', day('2025-10-01'), 12.5, 100],
  ['Enabled', 'Generic', day('2025-10-02'), 1.5, 10],
];

describe('the header row', () => {
  test.each<[string, Value[][], number | undefined]>([
    [
      'stands on top',
      [
        ['Stage', 'Amount'],
        ['Won', 1],
      ],
      1,
    ],
    [
      'stands below title lines',
      [
        ['Campaign report'],
        ['1 October 2025 - 31 October 2025'],
        ['Status', 'Campaign', 'Day', 'Cost', 'Impr.'],
        ...campaigns,
      ],
      3,
    ],
    ['stands below blank rows', [[null], [], [null, 'Этап', 'Сумма'], [null, 'Новая', 5]], 3],
    [
      'stands over text only',
      [
        ['Name', 'Stage', 'Owner'],
        ['Deal A', 'Won', 'Ann'],
        ['Deal B', 'Lost', 'Bob'],
      ],
      1,
    ],
    [
      'is told from data by what stands below, even if no word is known',
      [
        ['Kol1', 'Kol2'],
        ['a', 1],
        ['b', 2],
      ],
      1,
    ],
    [
      'is no row of data',
      [
        ['1C1I7A6R', 'Moses', 'Won', day('2016-10-20'), 1054],
        ['Z063', 'Ann', 'Lost', day('2016-10-21'), 2],
      ],
      undefined,
    ],
    ['is missing in an empty tab', [], undefined],
    ['is missing in a blank tab', [[null, ''], [' ']], undefined],
    [
      'is missing where there are only numbers',
      [
        [1, 2],
        [3, 4],
      ],
      undefined,
    ],
  ])('%s', (_, rows, expected) => {
    expect(findHeaderRow(rows)).toBe(expected);
  });
});

describe('total rows', () => {
  const header = ['Month', 'Channel', 'Cost'];

  test.each([
    'Total',
    'TOTAL',
    'Grand total',
    'Subtotal',
    'Total: Account',
    'Total: Filtered campaigns',
    'Total - 12 campaigns',
    'Razem',
    'Razem: konto',
    'Suma',
    'Suma końcowa',
    'Łącznie',
    'Итого',
    'Итого: аккаунт',
    'Всего',
    'Gesamt',
    'Gesamt: Konto',
    'Gesamt: Kampagnen',
    'Gesamtsumme',
    'Summe',
    'Total general',
    'Итого и средние',
    'Suma total',
    'Suma styczeń',
    'Total March 2025',
    'Итого за март',
    'Summe Q1',
    'Σ KW 10',
    'Total won',
    '∑',
    'Suma: wyszukiwarka',
  ])('"%s" is one', (label) => {
    expect(findTotalRows([header, ['2025-01', 'Google', 5], [label, null, 5]], 1)).toEqual([3]);
  });

  test.each<[string, Value[]]>([
    ['a customer called Total', ['Total SA', 'Google', 5]],
    ['a customer whose name begins so', ['TotalEnergies', null, 5]],
    ['a record of a customer called Total', ['Total', 'Won', 'Ann', 5]],
    ['a dated record', ['Total', day('2025-01-01'), 5]],
    ['a customer whose name begins with a total', ['Suma Solar', null, 5]],
    ['a label that only holds the word', ['Sum insured', null, 5]],
    ['a number', [5, null, 5]],
  ])('%s is none', (_, row) => {
    expect(findTotalRows([header, row, ['2025-01', 'Google', 5]], 1)).toEqual([]);
  });

  test('are found wherever they stand, with dashes for nothing in between', () => {
    const rows: Value[][] = [
      header,
      ['Total', ' --', 9],
      ['2025-01', 'Google', 5],
      ['Subtotal', ' --', 5],
      ['2025-02', 'FB', 4],
    ];
    expect(findTotalRows(rows, 1)).toEqual([2, 4]);
  });

  test('are found with durations in them, which are times without a day', () => {
    const total: Value[] = ['Итого', 9156, { date: '1899-12-30', time: 0.0015 }];
    expect(findTotalRows([['Дата', 'Визиты', 'Время на сайте'], total, [day('2025-05-12'), 5, 6]], 1)).toEqual([2]);
  });

  test('and the notes that an export puts below its data are no records', () => {
    const rows = [
      header,
      ['2025-01', 'Google', 5],
      [null],
      ['Grand totals (1 records)'],
      ['Confidential - do not distribute'],
    ];
    expect(findTotalRows(rows, 1)).toEqual([4, 5]);
  });

  test('and neither is what stands right below the total', () => {
    const rows = [header, ['2025-01', 'Google', 5], ['Gesamt', null, 5], ['©2025 Example Corporation']];
    expect(findTotalRows(rows, 1)).toEqual([3, 4]);
  });

  test('a last record with one cell, right below the others, is no note', () => {
    expect(findTotalRows([header, ['2025-01', 'Google', 5], ['2025-02x']], 1)).toEqual([]);
  });
});
