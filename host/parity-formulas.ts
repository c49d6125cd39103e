import { type Assumption, calculate, fill, onSheet, same } from './parity-assumption';

/** How native formulas calculate. */
export const FORMULAS: readonly Assumption[] = [
  {
    id: 'semicolons-everywhere',
    behaviour: 'Formulas with semicolons between arguments are understood in every locale.',
    source: 'public thread',
    check: onSheet((sheet) => sheet.getRange('A1').setFormula('=IF(1=1;5;6)').getValue() === 5),
  },
  {
    id: 'minus-before-power',
    behaviour: 'Minus binds tighter than the power sign.',
    source: 'public thread',
    check: onSheet((sheet) => sheet.getRange('A1').setFormula('=-2^2').getValue() === 4),
  },
  {
    id: 'empty-branch-is-blank',
    behaviour: 'An empty branch of IF gives a cell that reads as empty text.',
    source: 'believed',
    check: onSheet((sheet) => sheet.getRange('A1').setFormula('=IF(0=0;;1)').getValue() === ''),
  },
  {
    id: 'blank-is-passed-on',
    behaviour: 'A formula that only passes on a blank cell reads as blank, and not as 0.',
    source: 'believed',
    check: onSheet((sheet) => same(calculate(sheet, ['=A1', '=IF(TRUE;A1;"")']), ['', ''])),
  },
  {
    id: 'empty-text-is-like-blank',
    behaviour: 'An empty text equals "" as a blank cell does, and N makes 0 of both.',
    source: 'believed',
    check: onSheet((sheet) => {
      fill(sheet, [['=""', '']]);
      return same(calculate(sheet, ['=AND(A1="";B1="")', '=N(A1)=0', '=N(B1)=0']), [true, true, true]);
    }),
  },
  {
    id: 'equals-folds-case',
    behaviour: 'Between texts "=" folds case, in Polish and Russian too, does not trim and knows no wildcards.',
    source: 'believed',
    check: onSheet((sheet) => {
      const formulas = ['="Won"="WON"', '="Łódź"="ŁÓDŹ"', '="Сделка"="СДЕЛКА"', '="Won "="Won"', '="Won"="W*"'];
      return same(calculate(sheet, formulas), [true, true, true, false, false]);
    }),
  },
  {
    id: 'date-is-serial',
    behaviour: 'In formulas a date is its serial number, counted from 1899-12-30, and joined with & it is written so.',
    source: 'public thread',
    check: onSheet((sheet) => {
      sheet.getRange('A1').setValue(45658).setNumberFormat('yyyy-mm-dd');
      return same(calculate(sheet, ['=A1=DATE(2025;1;1)', '=INT(A1+3/4)=A1', '="x"&A1']), [true, true, 'x45658']);
    }),
  },
  {
    id: 'months-of-dates',
    behaviour: 'EDATE stays within a shorter month, and EOMONTH gives the last day of a month.',
    source: 'documented',
    check: onSheet((sheet) => {
      const formulas = [
        '=EDATE(DATE(2025;1;31);1)=DATE(2025;2;28)',
        '=EDATE(DATE(2024;2;29);-12)=DATE(2023;2;28)',
        '=EOMONTH(DATE(2024;2;10);0)=DATE(2024;2;29)',
        '=EOMONTH(DATE(2025;1;31);-1)+1=DATE(2025;1;1)',
      ];
      return same(calculate(sheet, formulas), [true, true, true, true]);
    }),
  },
  {
    id: 'sums-pass-over-texts',
    behaviour: 'SUM, MIN, MAX, AVERAGE and MEDIAN pass over texts, booleans and blanks in cells.',
    source: 'believed',
    check: onSheet((sheet) => {
      fill(sheet, [[8], ['x'], [true], [''], ["'99"], ['=""'], [2], [5]]);
      const formulas = ['SUM', 'MIN', 'MAX', 'AVERAGE', 'MEDIAN'].map((name) => `=${name}(A1:A)`);
      return same(calculate(sheet, formulas), [15, 2, 8, 5, 5]);
    }),
  },
  {
    id: 'sums-of-nothing',
    behaviour: 'MIN and MAX of no numbers are 0, AVERAGE and MEDIAN of none are errors.',
    source: 'believed',
    check: onSheet((sheet) => {
      const formulas = ['=MIN(A1:A)', '=MAX(A1:A)', '=IFERROR(AVERAGE(A1:A);"none")', '=IFERROR(MEDIAN(A1:A);"none")'];
      return same(calculate(sheet, formulas), [0, 0, 'none', 'none']);
    }),
  },
  {
    id: 'array-of-conditions',
    behaviour:
      'In ARRAYFORMULA, SUM, AVERAGE and MEDIAN of an IF pass over rows where it fails, whatever stands there.',
    source: 'believed',
    check: onSheet((sheet) => {
      fill(sheet, [
        ['Won', 45658, 45660],
        ['won', 45658, 45664.75],
        ['Won', 45658, 45671],
        ['Lost', 45658, 45758],
        ['Won', 'soon', 45660],
        ['Won', 45658, ''],
      ]);
      const days = 'IF((A1:A="Won")*ISNUMBER(B1:B)*ISNUMBER(C1:C)*(C1:C>=45658);INT(C1:C)-INT(B1:B))';
      const formulas = ['SUM', 'AVERAGE', 'MEDIAN'].map((name) => `=ARRAYFORMULA(${name}(${days}))`);
      return same(calculate(sheet, formulas), [21, 7, 6]);
    }),
  },
  {
    id: 'match-finds-first',
    behaviour: 'MATCH of type 0 finds the first of equal numbers, with texts and blanks between.',
    source: 'believed',
    check: onSheet((sheet) => {
      fill(sheet, [
        ['=""', 'a'],
        [0.2, 'b'],
        ['', 'c'],
        [0.4, 'd'],
        [0.4, 'e'],
      ]);
      return same(calculate(sheet, ['=INDEX(B1:B5;MATCH(MAX(A1:A5);A1:A5;0))']), ['d']);
    }),
  },
  {
    id: 'circle-is-an-error',
    behaviour: 'A formula in the midst of the cells that it reads shows #REF!.',
    source: 'public thread',
    check: onSheet((sheet) => {
      fill(sheet, [[1], ['=SUM(A1:A)'], [2]]);
      return sheet.getRange('A2').getValue() === '#REF!';
    }),
  },
  {
    id: 'rename-rewrites',
    behaviour: 'Formulas follow the new name of a sheet, in quotes where it needs them.',
    source: 'documented',
    check: onSheet((sheet) => {
      sheet.setName(`${sheet.getName()} it's`);
      fill(sheet, [[7]]);
      sheet.getRange('B1').setFormula(`='${sheet.getName().replace(/'/g, "''")}'!A1`);
      sheet.setName(`${sheet.getName()} new`);
      return sheet.getRange('B1').getValue() === 7 && sheet.getRange('B1').getFormula().includes("it''s new");
    }),
  },
  {
    id: 'references-follow-columns',
    behaviour: 'References follow a column that is moved, or pushed by an inserted one.',
    source: 'documented',
    check: onSheet((sheet) => {
      sheet.getRange('A1:C2').setValues([
        [1, 10, 100],
        [2, 20, 200],
      ]);
      sheet.getRange('F1').setFormula('=SUM(B1:B2)');
      sheet.moveColumns(sheet.getRange('B:B'), 1);
      sheet.insertColumnBefore(1);
      return sheet.getRange('G1').getValue() === 30 && sheet.getRange('G1').getFormula() === '=SUM(B1:B2)';
    }),
  },
  {
    id: 'open-range-outlives-rows',
    behaviour: 'A range such as A2:A still reaches to the end after its first row is deleted and rows are added below.',
    source: 'believed',
    check: onSheet((sheet) => {
      fill(sheet, [['Amount'], [1], [10], [100]]);
      sheet.getRange('H1').setFormula('=SUM($A$2:$A)');
      sheet.deleteRow(2);
      sheet.insertRowsAfter(sheet.getMaxRows(), 1);
      sheet.getRange(sheet.getMaxRows(), 1).setValue(1000);
      return sheet.getRange('H1').getValue() === 1110;
    }),
  },
];
