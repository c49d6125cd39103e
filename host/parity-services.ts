import { type Assumption, onSheet, type Sheet, same } from './parity-assumption';

function messageOf(action: () => unknown): string {
  try {
    action();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

function setOne(sheet: Sheet, value: unknown): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange('A1').setValue(value);
}

/** A tag on column C before a change, and the column that it hangs on afterwards; 0 where it is gone. */
function taggedColumn(sheet: Sheet, change: (sheet: Sheet) => void): number {
  sheet.getRange('C:C').addDeveloperMetadata('self-test', 'C');
  change(sheet);
  const [tag] = sheet.createDeveloperMetadataFinder().withKey('self-test').find();
  return tag?.getLocation().getColumn()?.getColumn() ?? 0;
}

const READING: readonly Assumption[] = [
  {
    id: 'blank-reads-empty',
    behaviour: 'getValues gives blank cells as empty text.',
    source: 'documented',
    check: onSheet((sheet) => same(sheet.getRange('A1:B1').getValues(), [['', '']])),
  },
  {
    id: 'values-read-back',
    behaviour: 'Numbers, texts and booleans read as they were written.',
    source: 'documented',
    check: onSheet((sheet) => {
      const rows = [[1.5, 'text', true]];
      return same(sheet.getRange('A1:C1').setValues(rows).getValues(), rows);
    }),
  },
  {
    id: 'date-cell-midnight',
    behaviour: 'A date cell reads as a Date at midnight in the time zone of the spreadsheet.',
    source: 'documented',
    check: onSheet((sheet, { Utilities }) => {
      const value = sheet.getRange('A1').setFormula('=DATE(2025;1;1)').setNumberFormat('yyyy-mm-dd').getValue();
      const zone = sheet.getParent().getSpreadsheetTimeZone();
      return Utilities.formatDate(value, zone, 'yyyy-MM-dd HH:mm:ss') === '2025-01-01 00:00:00';
    }),
  },
  {
    id: 'date-format-makes-date',
    behaviour: 'A number in a cell with a date format reads as the Date that it is the serial number of.',
    source: 'documented',
    check: onSheet((sheet, { Utilities }) => {
      const value = setOne(sheet, 45658.5).setNumberFormat('yyyy-mm-dd').getValue();
      const zone = sheet.getParent().getSpreadsheetTimeZone();
      return Utilities.formatDate(value, zone, 'yyyy-MM-dd HH:mm:ss') === '2025-01-01 12:00:00';
    }),
  },
  {
    id: 'date-written',
    behaviour: 'A Date brings a date format along and reads back as the same instant.',
    source: 'documented',
    check: onSheet((sheet) => setOne(sheet, new Date(1752832800000)).getValue().getTime() === 1752832800000),
  },
  {
    id: 'error-reads-as-text',
    behaviour: 'Error cells read as texts such as #DIV/0! and #N/A.',
    source: 'public thread',
    check: onSheet((sheet) => {
      sheet.getRange('A1:A2').setFormulas([['=1/0'], ['=NA()']]);
      return same(sheet.getRange('A1:A2').getValues(), [['#DIV/0!'], ['#N/A']]);
    }),
  },
  {
    id: 'percent-is-number',
    behaviour: 'A percentage is a number: 12 % reads as 0.12.',
    source: 'documented',
    check: onSheet((sheet) => setOne(sheet, '12%').getValue() === 0.12),
  },
  {
    id: 'ten-digits-shown',
    behaviour: 'A number without a format shows ten significant digits.',
    source: 'believed',
    check: onSheet((sheet) => /^0[.,]3333333333$/.test(setOne(sheet, 1 / 3).getDisplayValue())),
  },
  {
    id: 'format-with-condition',
    behaviour:
      'A number format with a condition writes the numbers that meet it, and the format after it all others, with their minus.',
    source: 'documented',
    check: onSheet((sheet) => {
      const shown = (value: number): string =>
        setOne(sheet, value).setNumberFormat('[>=1000000]0;0.00').getDisplayValue().replace(',', '.');
      return shown(2_500_000) === '2500000' && shown(12.5) === '12.50' && shown(-12.5) === '-12.50';
    }),
  },
  {
    id: 'last-row-of-content',
    behaviour: 'getLastRow counts rows up to the last one with content; formats do not count.',
    source: 'documented',
    check: onSheet((sheet) => {
      sheet.getRange('A9').setBackground('#ff0000');
      sheet.getRange('A3').setValue('x');
      return sheet.getLastRow() === 3;
    }),
  },
];

const WRITING: readonly Assumption[] = [
  {
    id: 'rows-must-match',
    behaviour: 'setValues refuses data with another number of rows than the range.',
    source: 'public thread',
    check: onSheet(
      (sheet) =>
        messageOf(() => sheet.getRange('A1:A2').setValues([[1]])) ===
        'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ),
  },
  {
    id: 'columns-must-match',
    behaviour: 'setValues refuses data with another number of columns than the range.',
    source: 'public thread',
    check: onSheet(
      (sheet) =>
        messageOf(() => sheet.getRange('A1:B1').setValues([[1]])) ===
        'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ),
  },
  {
    id: 'parameters-must-match',
    behaviour: 'A parameter of the wrong type is refused with the types that were given.',
    source: 'public thread',
    check: onSheet(
      (sheet) =>
        messageOf(() => sheet.getRange('A1').setValues([1] as never)) ===
        "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ),
  },
  {
    id: 'null-empties',
    behaviour: 'null empties a cell.',
    source: 'believed',
    check: onSheet((sheet) => {
      setOne(sheet, 'x');
      return setOne(sheet, null).isBlank();
    }),
  },
  {
    id: 'equals-sign-is-formula',
    behaviour: 'A text that starts with "=" becomes a formula.',
    source: 'documented',
    check: onSheet((sheet) => setOne(sheet, '=1+1').getValue() === 2),
  },
  {
    id: 'apostrophe-is-text',
    behaviour: 'An apostrophe before a text keeps it text and does not read back.',
    source: 'public thread',
    check: onSheet((sheet) => {
      const range = setOne(sheet, "'=1+1");
      return range.getValue() === '=1+1' && range.getFormula() === '';
    }),
  },
  {
    id: 'apostrophe-in-plain-text',
    behaviour: 'In a plain text cell, too, the apostrophe does not read back.',
    source: 'believed',
    check: onSheet((sheet) => {
      sheet.getRange('A1').setNumberFormat('@');
      return setOne(sheet, "'=1+1").getValue() === '=1+1';
    }),
  },
  {
    id: 'plain-text-stays',
    behaviour: 'In a plain text cell a text that looks like a number, date or boolean stays text.',
    source: 'documented',
    check: onSheet((sheet) => {
      const rows = [['007', '1/2', '2017-03', 'TRUE', '12%']];
      return same(sheet.getRange('A1:E1').setNumberFormat('@').setValues(rows).getValues(), rows);
    }),
  },
  {
    id: 'quoted-text-is-text',
    behaviour:
      'A formula that is only a text in quotes gives this text, whatever it starts with, line breaks included.',
    source: 'believed',
    check: onSheet((sheet) => {
      const rows = [['=HYPERLINK("x")', '+1', '-1', '@x', "'x", '\t=1\n2']];
      const range = sheet.getRange('A1:F1');
      range.setValues(rows.map((row) => row.map((text) => `="${text.replace(/"/g, '""')}"`)));
      return same(range.getValues(), rows);
    }),
  },
  {
    id: 'typed-text-is-read',
    behaviour: 'A text that looks like a date is read as one.',
    source: 'public thread',
    check: onSheet((sheet) => typeof setOne(sheet, '2025-01-31').getValue() === 'object'),
  },
  {
    id: 'rich-text-is-text',
    behaviour: 'A rich text stays text, whatever it starts with.',
    source: 'believed',
    check: onSheet((sheet, { SpreadsheetApp }) => {
      const range = sheet.getRange('A1');
      range.setRichTextValue(SpreadsheetApp.newRichTextValue().setText('=1+1').build());
      return range.getValue() === '=1+1';
    }),
  },
  {
    id: 'cell-text-limit',
    behaviour: 'A text of more than 50,000 characters is refused.',
    source: 'documented',
    check: onSheet((sheet) => messageOf(() => setOne(sheet, 'x'.repeat(50001))).includes('50000')),
  },
  {
    id: 'validation-binds-scripts',
    behaviour: 'A validation rule that rejects input rejects what scripts write.',
    source: 'public thread',
    check: onSheet((sheet, { SpreadsheetApp }) => {
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['a']).setAllowInvalid(false).build();
      sheet.getRange('A1').setDataValidation(rule);
      return messageOf(() => setOne(sheet, 'b')).includes('violates the data validation rules');
    }),
  },
  {
    id: 'merge-keeps-first',
    behaviour: 'Merged cells keep the value of the upper left one only.',
    source: 'documented',
    check: onSheet((sheet) => {
      sheet
        .getRange('A1:B1')
        .setValues([[1, 2]])
        .merge();
      return same(sheet.getRange('A1:B1').getValues(), [[1, '']]);
    }),
  },
];

const STRUCTURE: readonly Assumption[] = [
  {
    id: 'range-inside-sheet',
    behaviour: 'A range outside the sheet is refused.',
    source: 'public thread',
    check: onSheet(
      (sheet) =>
        messageOf(() => sheet.getRange(sheet.getMaxRows() + 1, 1)) ===
        'The coordinates of the range are outside the dimensions of the sheet.',
    ),
  },
  {
    id: 'open-range-to-the-end',
    behaviour: 'A range such as A2:A reaches to the last row of the sheet.',
    source: 'documented',
    check: onSheet((sheet) => sheet.getRange('A2:A').getNumRows() === sheet.getMaxRows() - 1),
  },
  {
    id: 'sheet-names-fold-case',
    behaviour: 'Two sheets cannot have names that differ in case only.',
    source: 'public thread',
    check: onSheet((sheet) => {
      const message = messageOf(() => sheet.getParent().insertSheet(sheet.getName().toUpperCase()));
      return message.includes('already exists');
    }),
  },
  {
    id: 'tag-follows-insert',
    behaviour: 'Developer metadata of a column follows it when a column is inserted before it.',
    source: 'documented',
    check: onSheet((sheet) => taggedColumn(sheet, () => sheet.insertColumnBefore(1)) === 4),
  },
  {
    id: 'tag-follows-move',
    behaviour: 'Developer metadata of a column follows it when it is moved.',
    source: 'documented',
    check: onSheet((sheet) => taggedColumn(sheet, () => sheet.moveColumns(sheet.getRange('C:C'), 1)) === 1),
  },
  {
    id: 'tag-dies',
    behaviour: 'Developer metadata of a column dies with it.',
    source: 'documented',
    check: onSheet((sheet) => taggedColumn(sheet, () => sheet.deleteColumn(3)) === 0),
  },
  {
    id: 'tag-on-whole-lines',
    behaviour: 'Only the file, sheets, whole rows and whole columns can carry developer metadata.',
    source: 'documented',
    check: onSheet((sheet) => messageOf(() => sheet.getRange('A1').addDeveloperMetadata('self-test')) !== ''),
  },
  {
    id: 'rules-follow-rows',
    behaviour: 'The range of a conditional rule follows rows that are inserted above it.',
    source: 'documented',
    check: onSheet((sheet, { SpreadsheetApp }) => {
      const rule = SpreadsheetApp.newConditionalFormatRule()
        .setRanges([sheet.getRange('A2:A4')])
        .whenCellNotEmpty();
      sheet.setConditionalFormatRules([rule.setBackground('#ff0000').build()]);
      sheet.insertRowBefore(1);
      return sheet.getConditionalFormatRules()[0]?.getRanges()[0]?.getA1Notation() === 'A3:A5';
    }),
  },
  {
    id: 'groups-collapse',
    behaviour: 'Rows can be grouped and the group collapsed without the rows counting as hidden by the user.',
    source: 'believed',
    check: onSheet((sheet) => {
      sheet.getRange('2:4').shiftRowGroupDepth(1);
      sheet.getRowGroup(2, 1)?.collapse();
      return sheet.getRowGroup(3, 1)?.isCollapsed() === true && !sheet.isRowHiddenByUser(3);
    }),
  },
  {
    id: 'charts-read-back',
    behaviour: 'A chart that was put into a sheet is listed there with its ranges.',
    source: 'documented',
    check: onSheet((sheet) => {
      const builder = sheet.newChart().asBarChart().setTitle('Self-test').addRange(sheet.getRange('A1:B3'));
      sheet.insertChart(builder.setPosition(1, 4, 0, 0).build());
      return sheet.getCharts()[0]?.getRanges()[0]?.getA1Notation() === 'A1:B3';
    }),
  },
];

const PAGE: readonly Assumption[] = [
  {
    id: 'rows-grow',
    behaviour: 'A row that was made lower than its letters need stays as tall as they need it.',
    source: 'documented',
    check: onSheet((sheet) => {
      sheet.getRange('A1').setFontSize(40);
      return sheet.setRowHeights(1, 1, 21).getRowHeight(1) > 40;
    }),
  },
  {
    id: 'values-only-keep-text',
    behaviour: 'Copied as values over itself, a formula that gives a text like "=1+1" leaves that text.',
    source: 'believed',
    check: onSheet((sheet) => {
      const range = sheet.getRange('A1').setFormula('="=1+1"');
      range.copyTo(range, { contentsOnly: true });
      return same([range.getFormula(), range.getValue()], ['', '=1+1']);
    }),
  },
  {
    id: 'indented-text-stays-live',
    behaviour: 'A formula stays one in a cell whose number format sets words apart from the left.',
    source: 'believed',
    check: onSheet((sheet) => {
      const range = sheet.getRange('A1').setNumberFormat('0;0;0;"   "@').setValue('="a"&"b"');
      return range.getValue() === 'ab';
    }),
  },
  {
    id: 'references-follow-cells',
    behaviour: 'A formula refers to the same cell after rows and columns came in before it.',
    source: 'documented',
    check: onSheet((sheet) => {
      sheet.getRange('A9').setFormula('=ROW(B2)');
      sheet.insertRowsBefore(2, 2);
      sheet.insertColumnsBefore(2, 1);
      return sheet.getRange('A11').getFormula() === '=ROW(C4)';
    }),
  },
  {
    id: 'copied-references-move',
    behaviour: 'A cell that is copied some rows further down refers to cells as many rows further down.',
    source: 'documented',
    check: onSheet((sheet) => {
      sheet.getRange('B1').setFormula('=A1*2').copyTo(sheet.getRange('B4'));
      return sheet.getRange('B4').getFormula() === '=A4*2';
    }),
  },
];

const STORES: readonly Assumption[] = [
  {
    id: 'missing-property-is-null',
    behaviour: 'A property that was never set is null.',
    source: 'documented',
    check: ({ PropertiesService }) => PropertiesService.getDocumentProperties().getProperty('self-test none') === null,
  },
  {
    id: 'property-size',
    behaviour: 'A property of more than 9 kB is refused.',
    source: 'documented',
    check: ({ PropertiesService }) => {
      const store = PropertiesService.getDocumentProperties();
      const message = messageOf(() => store.setProperty('self-test', 'x'.repeat(9300)));
      store.deleteProperty('self-test');
      return message !== '';
    },
  },
  {
    id: 'user-locale',
    behaviour: 'The language of the user is a text such as "en" or "pl".',
    source: 'documented',
    check: ({ Session }) => /^[a-z]{2,3}([_-]\w+)?$/.test(Session.getActiveUserLocale()),
  },
];

/** What services read, write, keep and refuse. */
export const SERVICES: readonly Assumption[] = [...READING, ...WRITING, ...STRUCTURE, ...PAGE, ...STORES];
