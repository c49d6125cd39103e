import { openServices } from '../../support/services';

function openSheet() {
  const services = openServices();
  return { ...services, sheet: services.spreadsheet.getSheets()[0] as GoogleAppsScript.Spreadsheet.Sheet };
}

/** Letter of the column that a tag hangs on, or undefined where the tag is gone. */
function columnOf(sheet: GoogleAppsScript.Spreadsheet.Sheet, key: string): string | undefined {
  const [found] = sheet.createDeveloperMetadataFinder().withKey(key).find();
  return found?.getLocation().getColumn()?.getA1Notation().replace(/\d.*/, '');
}

test('a tag follows its column through inserts and moves, and dies with it', () => {
  const { sheet } = openSheet();
  sheet.getRange('C:C').addDeveloperMetadata('amount', 'deals');
  sheet.insertColumnBefore(1);
  expect(columnOf(sheet, 'amount')).toBe('D');
  sheet.insertColumnsAfter(4, 2);
  expect(columnOf(sheet, 'amount')).toBe('D');
  sheet.moveColumns(sheet.getRange('D:D'), 1);
  expect(columnOf(sheet, 'amount')).toBe('A');
  sheet.moveColumns(sheet.getRange('A:A'), 7);
  expect(columnOf(sheet, 'amount')).toBe('F');
  sheet.deleteColumns(1, 2);
  expect(columnOf(sheet, 'amount')).toBe('D');
  sheet.deleteColumn(4);
  expect(columnOf(sheet, 'amount')).toBeUndefined();
});

test('a finder looks where it was made: in the file, a sheet, or lines wholly inside a range', () => {
  const { spreadsheet, sheet } = openSheet();
  spreadsheet.addDeveloperMetadata('k', 'file');
  sheet.addDeveloperMetadata('k', 'sheet');
  sheet.getRange('B:B').addDeveloperMetadata('k', 'column');
  sheet.getRange('2:2').addDeveloperMetadata('k', 'row');
  const values = (finder: GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder) =>
    finder
      .withKey('k')
      .find()
      .map((metadata) => metadata.getValue());
  expect(values(spreadsheet.createDeveloperMetadataFinder())).toEqual(['file', 'sheet', 'column', 'row']);
  expect(values(sheet.createDeveloperMetadataFinder())).toEqual(['sheet', 'column', 'row']);
  expect(values(sheet.getRange('A:C').createDeveloperMetadataFinder())).toEqual(['column']);
  expect(values(sheet.getRange('A1:C5').createDeveloperMetadataFinder())).toEqual([]);
  expect(sheet.getDeveloperMetadata().map((metadata) => metadata.getValue())).toEqual(['sheet']);
});

test('metadata can be found by type of place and visibility, changed and removed', () => {
  const { sheet, spreadsheet, SpreadsheetApp } = openSheet();
  const { PROJECT } = SpreadsheetApp.DeveloperMetadataVisibility;
  sheet.getRange('B:B').addDeveloperMetadata('field', 'stage', PROJECT);
  const find = () =>
    spreadsheet
      .createDeveloperMetadataFinder()
      .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.COLUMN)
      .withVisibility(PROJECT)
      .find();
  find()[0]?.setValue('amount').moveToColumn(sheet.getRange('D:D'));
  expect(find()[0]?.getValue()).toBe('amount');
  expect(columnOf(sheet, 'field')).toBe('D');
  find()[0]?.remove();
  expect(find()).toHaveLength(0);
});

test('only the file, sheets, whole rows and whole columns can carry metadata', () => {
  const { sheet } = openSheet();
  for (const a1 of ['A1', 'A1:A5', 'A:B', '1:2']) {
    expect(() => sheet.getRange(a1).addDeveloperMetadata('k')).toThrow('Adding developer metadata to arbitrary ranges');
  }
});

test('a file, and each sheet, holds 30,000 characters of metadata', () => {
  const { sheet, spreadsheet } = openSheet();
  spreadsheet.addDeveloperMetadata('key', 'x'.repeat(29_997));
  sheet.addDeveloperMetadata('key', 'x'.repeat(29_997));
  expect(() => sheet.getRange('A:A').addDeveloperMetadata('k')).toThrow('more than 30000 characters');
  expect(() => spreadsheet.addDeveloperMetadata('k')).toThrow('more than 30000 characters');
});

test('a file whose metadata cannot be written says so', () => {
  const { sheet, workbook } = openSheet();
  workbook.metadataWritable = false;
  expect(() => sheet.addDeveloperMetadata('key')).toThrow('cannot be changed');
});
