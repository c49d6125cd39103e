import { type Assumption, fill, onSheet, putFormulas, type Services, type Sheet, same } from './parity-assumption';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** How often cells are looked at before they count as stuck, and the pause in between in milliseconds. */
const MOST_LOOKS = 40;
const PAUSE = 500;

/** Google runs custom functions when it likes: until then their cells read "Loading..." in the user's language. */
function isLoading(range: Range): boolean {
  return range.getDisplayValues().some((row) => row.some((text) => /(\.\.\.|…)$/.test(text)));
}

/** The values of cells once Google has run the custom functions in them. */
function awaitValues(range: Range, { SpreadsheetApp, Utilities }: Services): unknown[][] {
  SpreadsheetApp.flush();
  for (let look = 1; look < MOST_LOOKS && isLoading(range); look++) {
    Utilities.sleep(PAUSE);
    SpreadsheetApp.flush();
  }
  return range.getValues();
}

/** The values of formulas that call custom functions; they stand in column H. */
function answers(sheet: Sheet, services: Services, formulas: readonly string[]): unknown[] {
  return awaitValues(putFormulas(sheet, formulas), services).flat();
}

/** How the add-on's own functions are called and what becomes of their answers. */
export const CUSTOM_FUNCTIONS: readonly Assumption[] = [
  {
    id: 'function-is-a-number',
    behaviour: 'A custom function is known under any capitalisation, and its answer is a number like any other.',
    source: 'documented',
    check: onSheet((sheet, services) => {
      fill(sheet, [['Won'], ['Lost']]);
      return same(answers(sheet, services, ['=win_rate(A1:A2)*100', '=SUM(Win_Rate(A1:A2);1)']), [50, 1.5]);
    }),
  },
  {
    id: 'function-follows-data',
    behaviour: 'A custom function is calculated anew when a cell that it reads changes.',
    source: 'documented',
    check: onSheet((sheet, services) => {
      fill(sheet, [['Won'], ['Lost']]);
      const before = answers(sheet, services, ['=WIN_RATE(A1:A)']);
      sheet.getRange('A3:A4').setValues([['Lost'], ['Lost']]);
      return same([...before, ...awaitValues(sheet.getRange('H1'), services).flat()], [0.5, 0.25]);
    }),
  },
  {
    id: 'function-open-ranges',
    behaviour: 'Open ranges reach a custom function equally long, with empty values for blank cells.',
    source: 'believed',
    check: onSheet((sheet, services) => {
      fill(sheet, [
        ['Ann', 10, ''],
        ['Bob', 20, ''],
        ['Ann', '', ''],
        ['', '', 'further down'],
      ]);
      return same(answers(sheet, services, ['=CLV(A1:A;B1:B)']), [15]);
    }),
  },
  {
    id: 'function-arguments-left-out',
    behaviour:
      'An argument left out between others is empty, one left out at the end is absent, and "" is an argument.',
    source: 'believed',
    check: onSheet((sheet, services) => {
      fill(sheet, [
        ['Won', 'Won'],
        ['Won', 'Lost'],
        ['Dead', ''],
      ]);
      const formulas = ['=WIN_RATE(A1:A3;;"dead")*3', '=WIN_RATE(B1:B3)', '=WIN_RATE(B1:B3;"Won";"")'];
      return same(answers(sheet, services, formulas), [2, 0.5, 1]);
    }),
  },
  {
    id: 'function-plain-values',
    behaviour:
      'A percentage reaches a custom function as its number, a checkbox as a boolean, digits kept as text as text.',
    source: 'believed',
    check: onSheet((sheet, services) => {
      fill(sheet, [['60%'], [true], [false], ["'100"]]);
      const formulas = ['=ROMI(200;100;A1)', '=CAC(A2;1)', '=WIN_RATE(A2:A3;"TRUE";"FALSE")', '=CAC(A4;1)'];
      return same(answers(sheet, services, formulas), [0.2, '#ERROR!', 0.5, '#ERROR!']);
    }),
  },
  {
    id: 'function-dates',
    behaviour:
      'A number in a cell with a date format reaches a custom function as midnight in the time zone of the spreadsheet.',
    source: 'documented',
    check: onSheet((sheet, services) => {
      // Two days and ten, across changes of clocks; and the first day of a month, which an hour too early is in another.
      fill(sheet, [
        [45724, 45726, 'Ann', 45658],
        [45955, 45965, 'Bob', 45659],
      ]);
      sheet.getRange('A1:B2').setNumberFormat('yyyy-mm-dd');
      sheet.getRange('D1:D2').setNumberFormat('yyyy-mm-dd');
      const formulas = ['=SALES_CYCLE(A1:A2;B1:B2)', '=INDEX(COHORT_RETENTION(C1:C2;D1:D2);2;1)'];
      return same(answers(sheet, services, formulas), [6, '2025-01']);
    }),
  },
  {
    id: 'function-computed-dates',
    behaviour: 'A date that is computed in the call itself reaches a custom function as a number.',
    source: 'believed',
    check: onSheet((sheet, services) => same(answers(sheet, services, ['=CPL(DATE(2025;1;1);1)']), [45658])),
  },
  {
    id: 'function-computed-arguments',
    behaviour: 'What native and custom functions compute reaches a custom function as a value or as rows.',
    source: 'believed',
    check: onSheet((sheet, services) => {
      fill(sheet, [
        ['Won', 'Ann'],
        ['Won', 'Bob'],
        ['Lost', 'Ann'],
      ]);
      const formulas = ['=WIN_RATE(FILTER(A1:A3;B1:B3="Ann"))', '=CLV_TO_CAC(CLV(100;2;1);CAC(100;10))'];
      return same(answers(sheet, services, formulas), [0.5, 20]);
    }),
  },
  {
    id: 'function-error-cells',
    behaviour: 'An error cell reaches a custom function as a text: the function runs and can refuse it.',
    source: 'public thread',
    check: onSheet((sheet, services) => {
      fill(sheet, [['=1/0'], ['Won']]);
      return same(answers(sheet, services, ['=WIN_RATE(A1:A2)', '=CAC(A1;3)']), ['#ERROR!', '#ERROR!']);
    }),
  },
  {
    id: 'function-throws',
    behaviour: 'An exception in a custom function shows as #ERROR!, which IFERROR catches.',
    source: 'documented',
    check: onSheet((sheet, services) =>
      same(answers(sheet, services, ['=CAC("x";1)', '=IFERROR(CAC("x";1);"caught")']), ['#ERROR!', 'caught']),
    ),
  },
  {
    id: 'function-empty-answer',
    behaviour: 'An empty text as the answer of a custom function reads as a blank cell does, and equals "".',
    source: 'believed',
    check: onSheet((sheet, services) =>
      same(answers(sheet, services, ['=WIN_RATE(A1:A2)', '=H1=""', '=N(H1)']), ['', true, 0]),
    ),
  },
  {
    id: 'function-table-spills',
    behaviour: 'Rows that a custom function answers with fill the cells beside and below it, and a row stays a row.',
    source: 'documented',
    check: onSheet((sheet, services) => {
      fill(sheet, [
        ['Leads', 200, 200, 100],
        ['Wins', 100, '', ''],
      ]);
      sheet.getRange('H1').setFormula('=FUNNEL(A1:A2;B1:B2)');
      sheet.getRange('H4').setFormula('=FUNNEL_DROPOFF(C1:D1)');
      return same(awaitValues(sheet.getRange('H1:L4'), services), [
        ['Leads', 200, '', '', 1],
        ['Wins', 100, 0.5, 0.5, 0.5],
        ['', '', '', '', ''],
        ['', 0.5, '', '', ''],
      ]);
    }),
  },
  {
    id: 'function-table-has-no-room',
    behaviour: 'A table of a custom function that would cover other cells shows #REF! and leaves them alone.',
    source: 'documented',
    check: onSheet((sheet, services) => {
      fill(sheet, [[200], [100], [50]]);
      sheet.getRange('H3').setValue('mine');
      sheet.getRange('H1').setFormula('=FUNNEL_DROPOFF(A1:A3)');
      return same(awaitValues(sheet.getRange('H1:H3'), services), [['#REF!'], [''], ['mine']]);
    }),
  },
];
