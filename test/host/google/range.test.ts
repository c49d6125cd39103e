import { createWorkbook } from '../../../host/workbook/workbook';
import { openServices } from '../../support/services';

function openSheet(options: Parameters<typeof openServices>[0] = {}) {
  const services = openServices(options);
  return { ...services, sheet: services.spreadsheet.getSheets()[0] as GoogleAppsScript.Spreadsheet.Sheet };
}

/** A parameter that Google's types forbid. */
const wrong = (value: unknown) => value as never;

test('blank cells read as empty text', () => {
  const { sheet } = openSheet();
  expect(sheet.getRange('A1:B2').getValues()).toEqual([
    ['', ''],
    ['', ''],
  ]);
});

test('values read as they were written', () => {
  const { sheet } = openSheet();
  const rows = [
    [1.5, 'text', true],
    ['', -2, false],
  ];
  sheet.getRange('B2:D3').setValues(rows);
  expect(sheet.getRange(2, 2, 2, 3).getValues()).toEqual(rows);
  expect([sheet.getLastRow(), sheet.getLastColumn()]).toEqual([3, 4]);
});

test.each([
  [
    'A1:B2',
    [[1, 2]],
    'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
  ],
  [
    'A1:C1',
    [[1, 2]],
    'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 3.',
  ],
  ['A1:B1', [1, 2], "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues."],
  ['A1:B1', 'x', "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues."],
])('values for %s of the wrong shape are refused in Google’s words', (a1, values, message) => {
  const { sheet } = openSheet();
  expect(() => sheet.getRange(a1).setValues(wrong(values))).toThrow(message);
  expect(sheet.getLastRow()).toBe(0);
});

test.each([
  ['12%', 0.12, '12%'],
  ['1,234.5', 1234.5, '1,234.5'],
  ['TRUE', true, 'TRUE'],
  ["'007", '007', '007'],
  ["'=1+1", '=1+1', '=1+1'],
  ['text', 'text', 'text'],
  ['=', '=', '='],
])('the text %s is read as if a user had typed it', (text, value, shown) => {
  const { sheet } = openSheet();
  sheet.getRange('A1').setValue(text);
  expect(sheet.getRange('A1').getValue()).toBe(value);
  expect(sheet.getRange('A1').getDisplayValue().replace('1,234.50', '1,234.5')).toBe(shown);
  expect(sheet.getRange('A1').getFormula()).toBe('');
});

test('a text that starts with "=" becomes a formula, in plain text cells, too', () => {
  const { sheet } = openSheet();
  sheet.getRange('A1:A2').setNumberFormats([['General'], ['@']]);
  sheet.getRange('A1:A2').setValues([['=1+1'], ['=1+2']]);
  expect(sheet.getRange('A1:A2').getFormulas()).toEqual([['=1+1'], ['=1+2']]);
});

test('plain text cells keep texts as they are', () => {
  const { sheet } = openSheet();
  sheet
    .getRange('A1:A3')
    .setNumberFormat('@')
    .setValues([['007'], ['1/2/2025'], ['12%']]);
  expect(sheet.getRange('A1:A3').getValues()).toEqual([['007'], ['1/2/2025'], ['12%']]);
});

test('a rich text stays text, whatever it starts with', () => {
  const { sheet, SpreadsheetApp } = openSheet();
  const style = SpreadsheetApp.newTextStyle().setBold(true).build();
  const text = SpreadsheetApp.newRichTextValue().setText('=1+1').setTextStyle(style).build();
  sheet.getRange('A1').setRichTextValue(text);
  expect([sheet.getRange('A1').getValue(), sheet.getRange('A1').getFormula()]).toEqual(['=1+1', '']);
  expect(sheet.getRange('A1').getFontWeight()).toBe('bold');
});

test.each(['Europe/Warsaw', 'America/New_York', 'Asia/Vladivostok'])(
  'a date cell reads as a Date at midnight in %s, the zone of the spreadsheet',
  (timeZone) => {
    const { sheet, Utilities } = openSheet({
      workbook: createWorkbook({ name: 'Test', locale: 'en_US', timeZone, sheets: ['Data'] }),
    });
    sheet.getRange('A1').setNumberFormat('yyyy-mm-dd').setValue(45_658);
    const value = sheet.getRange('A1').getValue();
    expect(Utilities.formatDate(value, timeZone, 'yyyy-MM-dd HH:mm:ss')).toBe('2025-01-01 00:00:00');
  },
);

test('a Date brings a date format along and reads back as the same instant', () => {
  const { sheet } = openSheet();
  const noon = new Date('2025-07-18T10:00:00Z');
  sheet.getRange('A1').setValue(noon);
  expect(sheet.getRange('A1').getValue().getTime()).toBe(noon.getTime());
  expect(sheet.getRange('A1').getDisplayValue()).toBe('2025-07-18 12:00:00');
});

test('null and undefined empty a cell', () => {
  const { sheet } = openSheet();
  sheet.getRange('A1:B1').setValues([[1, 2]]);
  sheet.getRange('A1:B1').setValues([[null, undefined]]);
  expect(sheet.getLastRow()).toBe(0);
});

test('texts of more than 50,000 characters are refused, and nothing is written', () => {
  const { sheet } = openSheet();
  expect(() => sheet.getRange('A1:A2').setValues([['x'], ['y'.repeat(50_001)]])).toThrow(
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  );
  expect(sheet.getLastRow()).toBe(0);
});

test.each([
  [(sheet: GoogleAppsScript.Spreadsheet.Sheet) => sheet.getRange(0, 1), 'The starting row of the range is too small.'],
  [(sheet) => sheet.getRange(1, 0), 'The starting column of the range is too small.'],
  [(sheet) => sheet.getRange(1, 1, 0, 1), 'The number of rows in the range must be at least 1.'],
  [(sheet) => sheet.getRange(1, 1, 1, 0), 'The number of columns in the range must be at least 1.'],
  [(sheet) => sheet.getRange(1, 27), 'The coordinates of the range are outside the dimensions of the sheet.'],
  [(sheet) => sheet.getRange('A1001'), 'The coordinates of the range are outside the dimensions of the sheet.'],
  [(sheet) => sheet.getRange('nonsense'), 'Range not found'],
  [
    (sheet) => sheet.getRange(wrong('A1'), wrong('B')),
    "The parameters (String,String) don't match the method signature",
  ],
] as [(sheet: GoogleAppsScript.Spreadsheet.Sheet) => unknown, string][])('%s throws: %s', (read, message) => {
  const { sheet } = openSheet();
  expect(() => read(sheet)).toThrow(message);
});

test.each([
  ['A2:A', 2, 1, 999, 1],
  ['B:C', 1, 2, 1000, 2],
  ['3:4', 3, 1, 2, 26],
  ['$B$2:C3', 2, 2, 2, 2],
])('the range %s begins and ends where Google’s does', (a1, row, column, rows, columns) => {
  const { sheet } = openSheet();
  const range = sheet.getRange(a1);
  expect([range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()]).toEqual([
    row,
    column,
    rows,
    columns,
  ]);
});

test('a spreadsheet finds ranges of any of its sheets', () => {
  const { spreadsheet } = openSheet();
  spreadsheet.insertSheet("It's here");
  expect(spreadsheet.getRange("'It''s here'!B2").getSheet().getName()).toBe("It's here");
  expect(spreadsheet.getRange('Data!B2:C').getA1Notation()).toBe('B2:C1000');
  expect(() => spreadsheet.getRange('Nowhere!A1')).toThrow('Range not found');
});

test.each([
  ['setBackground', '#ABC', 'getBackground', '#aabbcc'],
  ['setFontFamily', 'Roboto', 'getFontFamily', 'Roboto'],
  ['setFontSize', 14, 'getFontSize', 14],
  ['setFontWeight', 'bold', 'getFontWeight', 'bold'],
  ['setFontStyle', 'italic', 'getFontStyle', 'italic'],
  ['setFontLine', 'underline', 'getFontLine', 'underline'],
  ['setHorizontalAlignment', 'center', 'getHorizontalAlignment', 'center'],
  ['setVerticalAlignment', 'middle', 'getVerticalAlignment', 'middle'],
  ['setNumberFormat', '0.0%', 'getNumberFormat', '0.0%'],
  ['setNote', 'Why', 'getNote', 'Why'],
  ['setWrap', true, 'getWrap', true],
] as const)('%s(%j) is read by %s', (set, value, get, read) => {
  const { sheet } = openSheet();
  const range = sheet.getRange('B2:C3') as unknown as Record<string, (value?: unknown) => unknown>;
  expect(range[set]?.(value)).toBe(range);
  expect(range[get]?.()).toBe(read);
  expect(sheet.getRange('A1').getBackground()).toBe('#ffffff');
});

test.each([
  ['setFontWeight', 'fat'],
  ['setHorizontalAlignment', 'middle'],
  ['setFontColor', 'nocolour'],
])('%s refuses the word %s', (set, word) => {
  const { sheet } = openSheet();
  const range = sheet.getRange('A1') as unknown as Record<string, (value: unknown) => unknown>;
  expect(() => range[set]?.(word)).toThrow('Invalid argument');
});

test('tables of formats give every cell its own', () => {
  const { sheet } = openSheet();
  const range = sheet.getRange('A1:B1');
  range
    .setBackgrounds([['#ff0000', null]])
    .setNumberFormats([['0', '0.00']])
    .setFontWeights([['bold', 'normal']]);
  expect(range.getBackgrounds()).toEqual([['#ff0000', '#ffffff']]);
  expect(range.getNumberFormats()).toEqual([['0', '0.00']]);
  expect(range.getFontWeights()).toEqual([['bold', 'normal']]);
});

test('borders are drawn outside and inside a range as asked', () => {
  const { sheet, workbook, SpreadsheetApp } = openSheet();
  sheet
    .getRange('A1:B2')
    .setBorder(true, null, true, null, null, true, '#888888', SpreadsheetApp.BorderStyle.SOLID_MEDIUM);
  const line = { style: 'SOLID_MEDIUM', color: '#888888' };
  expect(workbook.sheet('Data').styles.get(0, 0)).toEqual({ top: line, bottom: line });
  sheet.getRange('A1').setBorder(false, null, null, null, null, null);
  expect(workbook.sheet('Data').styles.get(0, 0)).toEqual({ bottom: line });
});

test('an enum cannot be replaced by its name', () => {
  const { sheet } = openSheet();
  expect(() => sheet.getRange('A1').setWrapStrategy(wrong('WRAP'))).toThrow(
    "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setWrapStrategy.",
  );
});

test('merging keeps the upper left value and drops the others', () => {
  const { sheet } = openSheet();
  const range = sheet.getRange('A1:B2');
  range.setValues([
    [1, 2],
    [3, 4],
  ]);
  range.merge();
  expect(range.getValues()).toEqual([
    [1, ''],
    ['', ''],
  ]);
  expect(
    sheet
      .getRange('B2')
      .getMergedRanges()
      .map((merged) => merged.getA1Notation()),
  ).toEqual(['A1:B2']);
  expect(() => sheet.getRange('B2:C2').merge()).toThrow('You must select all cells in a merged range');
  expect(range.breakApart().isPartOfMerge()).toBe(false);
});

test('clear takes contents, formats, notes and validation; its parts only theirs', () => {
  const { sheet } = openSheet();
  const range = sheet.getRange('A1');
  const fill = () => range.setValue('x').setBackground('#ff0000').setNote('n');
  fill().clear({ contentsOnly: true });
  expect([range.getValue(), range.getBackground(), range.getNote()]).toEqual(['', '#ff0000', 'n']);
  fill().clearFormat();
  expect([range.getValue(), range.getBackground(), range.getNote()]).toEqual(['x', '#ffffff', 'n']);
  fill().clear();
  expect([range.getValue(), range.getBackground(), range.getNote()]).toEqual(['', '#ffffff', '']);
});

test('values can be copied over formulas', () => {
  const { sheet, SpreadsheetApp } = openSheet();
  sheet.getRange('A1:A2').setValues([['=1+1'], ["'=text"]]);
  const range = sheet.getRange('A1:A2');
  range.copyTo(range, SpreadsheetApp.CopyPasteType.PASTE_VALUES, false);
  expect(range.getFormulas()).toEqual([[''], ['']]);
  expect(range.getValues()).toEqual([[2], ['=text']]);
});

test('everything can be copied to another place, where formulas refer to cells as far away, but not to another size', () => {
  const { sheet, spreadsheet } = openSheet();
  const from = sheet.getRange('B1:B2').setValues([['=A1'], ['x']]);
  from.setBackgrounds([['#ff0000'], ['#00ff00']]).setNotes([['n'], ['']]);
  const other = spreadsheet.insertSheet('Other');
  from.copyTo(other.getRange('B1:B2'));
  const to = other.getRange('B1:B2');
  expect([to.getFormulas(), to.getValue(), to.getBackgrounds(), to.getNotes()]).toEqual([
    [['=A1'], ['']],
    '',
    [['#ff0000'], ['#00ff00']],
    [['n'], ['']],
  ]);
  const moved = other.getRange('C3:C4');
  from.copyTo(moved);
  expect([moved.getFormulas(), moved.getBackgrounds(), moved.getNotes()]).toEqual([
    [['=B3'], ['']],
    [['#ff0000'], ['#00ff00']],
    [['n'], ['']],
  ]);
  expect(() => from.copyTo(other.getRange('C1:C3'))).toThrow('not emulated');
});

test('a list of ranges changes all of them', () => {
  const { sheet } = openSheet();
  sheet.getRangeList(['A1', 'C1:C2']).setBackground('#00ff00').setNumberFormat('0');
  expect(sheet.getRange('A1:C1').getBackgrounds()).toEqual([['#00ff00', '#ffffff', '#00ff00']]);
  expect(sheet.getRange('C2').getNumberFormat()).toBe('0');
});

test('a rule that rejects invalid input rejects what scripts write, too', () => {
  const { sheet, SpreadsheetApp } = openSheet();
  const rule = SpreadsheetApp.newDataValidation().requireValueInList(['Won', 'Lost']).setAllowInvalid(false).build();
  sheet.getRange('A1').setDataValidation(rule).setValue('Won');
  expect(() => sheet.getRange('A1').setValue('Maybe')).toThrow(
    'The data you entered in cell A1 violates the data validation rules set on this cell.',
  );
  expect(sheet.getRange('A1').getValue()).toBe('Won');
  const read = sheet.getRange('A1').getDataValidation();
  expect([String(read?.getCriteriaType()), read?.getCriteriaValues()]).toEqual([
    'VALUE_IN_LIST',
    [['Won', 'Lost'], true],
  ]);
});

test('a method that Google has and the host has not says so', () => {
  const { sheet } = openSheet();
  expect(() => sheet.getRange('A1').randomize()).toThrow('not emulated: Range.randomize');
});

test('a range of a deleted sheet is of no use', () => {
  const { spreadsheet } = openSheet();
  const sheet = spreadsheet.insertSheet('Gone');
  const range = sheet.getRange('A1');
  spreadsheet.deleteSheet(sheet);
  expect(() => range.setValue(1)).toThrow(/Sheet \d+ not found/);
  expect(() => sheet.getName()).toThrow(/Sheet \d+ not found/);
});
