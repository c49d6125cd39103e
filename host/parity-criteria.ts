import { type Assumption, calculate, fill, onSheet, same } from './parity-assumption';

/** What the conditions of COUNTIFS, SUMIFS and COUNTUNIQUEIFS pick. */
export const CRITERIA: readonly Assumption[] = [
  {
    id: 'countifs-folds-case',
    behaviour: 'COUNTIFS folds case, in Polish and Russian too, and does not trim.',
    source: 'public thread',
    check: onSheet((sheet) => {
      fill(sheet, [['Won'], ['WON'], ['Won '], ['Łódź'], ['ŁÓDŹ'], ['сделка'], ['Сделка']]);
      const formulas = ['=COUNTIFS(A1:A;"won")', '=COUNTIFS(A1:A;"=łódź")', '=COUNTIFS(A1:A;"=СДЕЛКА")'];
      return same(calculate(sheet, formulas), [2, 2, 2]);
    }),
  },
  {
    id: 'countifs-wildcards',
    behaviour: 'In criteria * and ? are wildcards, and ~ takes their meaning away.',
    source: 'documented',
    check: onSheet((sheet) => {
      fill(sheet, [['a*'], ['a?'], ['a~'], ['ab'], ['b']]);
      const criteria = ['a*', 'a?', 'a~*', 'a~?', 'a~~'];
      const formulas = criteria.map((criterion) => `=COUNTIFS(A1:A5;"=${criterion}")`);
      return same(calculate(sheet, formulas), [4, 4, 1, 1, 1]);
    }),
  },
  {
    id: 'criterion-is-a-label',
    behaviour: 'After "=" a criterion is a label, whatever operators, quotes, signs and separators stand in it.',
    source: 'believed',
    check: onSheet((sheet) => {
      const labels = ['say "hi"', 'a=b', 'a<>b; c, d', '+ partner', '- none', '@home', "it's"];
      fill(
        sheet,
        labels.map((label) => [`'${label}`]),
      );
      const formulas = labels.map((label) => `=COUNTIFS(A1:A;"=${label.replace(/"/g, '""')}")`);
      return same(
        calculate(sheet, formulas),
        labels.map(() => 1),
      );
    }),
  },
  {
    id: 'criterion-of-blanks',
    behaviour: 'The criterion "" picks blank cells and empty texts, and "<>" leaves out at least the blank ones.',
    source: 'believed',
    check: onSheet((sheet) => {
      fill(sheet, [
        ['', 1],
        ['=""', 1],
        ['x', 1],
        ['', ''],
      ]);
      const formulas = ['=COUNTIFS(A1:A4;"";B1:B4;">=0")', '=COUNTIFS(A1:A4;"<>";B1:B4;"")', '=COUNTIFS(B1:B4;"<>")'];
      return same(calculate(sheet, formulas), [2, 0, 3]);
    }),
  },
  {
    id: 'criterion-of-numbers',
    behaviour: 'A criterion such as ">=0" picks numbers and dates, and no blank cells, texts or booleans.',
    source: 'believed',
    check: onSheet((sheet) => {
      fill(sheet, [[0], [45658], [''], ['x'], ["'5"], ["'2025-01-31"], [true], ['=""']]);
      sheet.getRange('A2').setNumberFormat('yyyy-mm-dd');
      return same(calculate(sheet, ['=COUNTIFS(A1:A;">=0")']), [2]);
    }),
  },
  {
    id: 'criterion-from-cell',
    behaviour: 'A criterion joined from an operator and a cell compares with the number or date in that cell.',
    source: 'public thread',
    check: onSheet((sheet) => {
      fill(sheet, [
        [45657, 45658],
        [45658, ''],
        [45658.75, ''],
        [45659, ''],
      ]);
      sheet.getRange('A1:B4').setNumberFormat('yyyy-mm-dd');
      return same(calculate(sheet, ['=COUNTIFS(A1:A4;">="&B1;A1:A4;"<"&B1+1)']), [2]);
    }),
  },
  {
    id: 'sumifs-adds-numbers',
    behaviour: 'SUMIFS adds up the numbers in the rows that it picks and passes over texts, booleans and blanks.',
    source: 'believed',
    check: onSheet((sheet) => {
      fill(sheet, [
        [1, 'won'],
        ["'10", 'won'],
        [true, 'won'],
        ['', 'won'],
        [100, 'lost'],
        [1000, 'Won'],
      ]);
      return same(calculate(sheet, ['=SUMIFS(A1:A;B1:B;"=won")', '=SUMIFS(A1:A;B1:B;"=none")']), [1001, 0]);
    }),
  },
  {
    id: 'countuniqueifs',
    behaviour: 'COUNTUNIQUEIFS counts the different values in the rows that it picks, without blanks and empty texts.',
    source: 'believed',
    check: onSheet((sheet) => {
      fill(sheet, [
        ['Ann', 'won'],
        ['Ann', 'Won'],
        ['', 'won'],
        ['=""', 'won'],
        ['Bob', 'lost'],
        ['Cy', 'won'],
      ]);
      const formulas = ['won', 'none'].map((stage) => `=COUNTUNIQUEIFS(A1:A;A1:A;"<>";B1:B;"=${stage}")`);
      return same(calculate(sheet, formulas), [2, 0]);
    }),
  },
  {
    id: 'countunique-of-if',
    behaviour:
      'COUNTUNIQUE of an IF whose second branch is left empty counts the different values of the first, and no blank.',
    source: 'believed',
    check: onSheet((sheet) => {
      fill(sheet, [
        ['Ann', 1],
        ['Ann', 1],
        ['Bob', 0],
        ['Cy', 1],
      ]);
      const formulas = [1, 2].map((wanted) => `=ARRAYFORMULA(COUNTUNIQUE(IF((B1:B=${wanted})*(A1:A<>"");A1:A;)))`);
      return same(calculate(sheet, formulas), [2, 0]);
    }),
  },
];
