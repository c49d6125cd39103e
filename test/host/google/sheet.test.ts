import { openServices } from '../../support/services';

function openSheet() {
  const services = openServices();
  return { ...services, sheet: services.spreadsheet.getSheets()[0] as GoogleAppsScript.Spreadsheet.Sheet };
}

test('a new sheet stands after the active one, is active, and has 1000 rows and 26 columns', () => {
  const { spreadsheet } = openSheet();
  const sheet = spreadsheet.insertSheet('Report');
  expect([sheet.getIndex(), sheet.getMaxRows(), sheet.getMaxColumns()]).toEqual([2, 1000, 26]);
  expect(spreadsheet.getActiveSheet().getName()).toBe('Report');
  expect(spreadsheet.insertSheet(0).getIndex()).toBe(1);
});

test('names of sheets are unique in any case', () => {
  const { spreadsheet } = openSheet();
  expect(() => spreadsheet.insertSheet('DATA')).toThrow(
    'A sheet with the name "DATA" already exists. Please enter another name.',
  );
  expect(spreadsheet.getSheetByName('Data')?.setName('data').getName()).toBe('data');
});

test('a sheet that is not there is null', () => {
  const { spreadsheet } = openSheet();
  expect([spreadsheet.getSheetByName('None'), spreadsheet.getSheetById(99)]).toEqual([null, null]);
});

test('the last visible sheet can be neither deleted nor hidden', () => {
  const { spreadsheet, sheet } = openSheet();
  spreadsheet.insertSheet('Settings').hideSheet();
  expect(() => spreadsheet.deleteSheet(sheet)).toThrow("You can't remove all the visible sheets in a document.");
  expect(() => sheet.hideSheet()).toThrow("You can't hide all the sheets in a document.");
});

test('frozen lines, sizes, tab colour and grid lines are kept', () => {
  const { sheet } = openSheet();
  sheet.setFrozenRows(1);
  sheet.setFrozenColumns(2);
  sheet.setColumnWidths(2, 2, 150).setRowHeight(1, 40).setTabColor('#ff0000').setHiddenGridlines(true);
  expect([sheet.getFrozenRows(), sheet.getFrozenColumns()]).toEqual([1, 2]);
  expect([1, 2, 3, 4].map((column) => sheet.getColumnWidth(column))).toEqual([100, 150, 150, 100]);
  expect([sheet.getRowHeight(1), sheet.getTabColor(), sheet.hasHiddenGridlines()]).toEqual([40, '#ff0000', true]);
});

test('a row is taller than it was set where its letters, or the lines of its words, need that', () => {
  const { sheet } = openSheet();
  sheet.getRange('A1').setFontSize(30);
  sheet.getRange('A2').setValue('words that need a second line in a narrow column').setWrap(true);
  sheet.getRange('A3').setValue('words that run over the next column instead');
  sheet.setRowHeights(1, 3, 25);
  const [large, wrapped, plain] = [1, 2, 3].map((row) => sheet.getRowHeight(row)) as [number, number, number];
  expect([large > 40, wrapped > 40, plain]).toEqual([true, true, 25]);
  sheet.getRange('A4').setFormula('=A2&""').setWrap(true);
  expect(sheet.setRowHeights(4, 1, 25).getRowHeight(4)).toBe(wrapped);
  expect(sheet.setRowHeightsForced(1, 3, 21).getRowHeight(1)).toBe(21);
});

test('rows and columns are hidden and shown again', () => {
  const { sheet } = openSheet();
  sheet.hideRows(2, 2);
  sheet.hideColumns(3);
  expect([1, 2, 3, 4].map((row) => sheet.isRowHiddenByUser(row))).toEqual([false, true, true, false]);
  expect(sheet.isColumnHiddenByUser(3)).toBe(true);
  sheet.showRows(2);
  sheet.unhideColumn(sheet.getRange('C:C'));
  expect([sheet.isRowHiddenByUser(2), sheet.isColumnHiddenByUser(3)]).toEqual([false, false]);
});

test('groups are made, collapsed and removed', () => {
  const { sheet, SpreadsheetApp } = openSheet();
  sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
  sheet.getRange('3:5').shiftRowGroupDepth(1);
  const group = sheet.getRowGroup(4, 1);
  expect([group?.getRange().getA1Notation(), group?.getDepth(), group?.isCollapsed()]).toEqual(['A3:Z5', 1, false]);
  expect(group?.collapse().isCollapsed()).toBe(true);
  expect(sheet.getRowGroup(2, 1)).toBeNull();
  group?.remove();
  expect(sheet.getRowGroupDepth(4)).toBe(0);
});

test('a row is appended after the last one, in a full sheet, too', () => {
  const { sheet } = openSheet();
  sheet.deleteRows(3, 998);
  sheet.appendRow(['a', 1]).appendRow(['b', 2]).appendRow(['c', 3]);
  expect(sheet.getDataRange().getValues()).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
  expect(sheet.getMaxRows()).toBe(3);
});

test('ten million cells are the limit of a file', () => {
  const { sheet } = openSheet();
  expect(() => sheet.insertRowsAfter(1000, 400_000)).toThrow('above the limit of 10000000 cells');
  expect(sheet.getMaxRows()).toBe(1000);
});

test('conditional rules are replaced as a whole and read back', () => {
  const { sheet, SpreadsheetApp } = openSheet();
  const rule = SpreadsheetApp.newConditionalFormatRule()
    .setRanges([sheet.getRange('A1:A9')])
    .whenFormulaSatisfied('=$A1>5')
    .setBackground('#f00')
    .setBold(true)
    .build();
  sheet.setConditionalFormatRules([rule]);
  const [read] = sheet.getConditionalFormatRules();
  const condition = read?.getBooleanCondition();
  expect([condition?.getCriteriaValues(), condition?.getBackground(), condition?.getBold()]).toEqual([
    ['=$A1>5'],
    '#ff0000',
    true,
  ]);
  expect(read?.getRanges().map((range) => range.getA1Notation())).toEqual(['A1:A9']);
  expect(() => SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().build()).toThrow('at least one range');
});

test('rules of other sheets are refused', () => {
  const { spreadsheet, sheet, SpreadsheetApp } = openSheet();
  const other = spreadsheet.insertSheet('Other');
  const builder = SpreadsheetApp.newConditionalFormatRule()
    .setRanges([other.getRange('A1')])
    .whenCellNotEmpty();
  expect(() => sheet.setConditionalFormatRules([builder.build()])).toThrow('ranges of the sheet');
});

test('a chart is built, put into the sheet, changed and removed', () => {
  const { sheet, workbook, Charts } = openSheet();
  const chart = sheet
    .newChart()
    .asBarChart()
    .setStacked()
    .setTitle('Funnel')
    .setColors(['#ffffff', '#1a73e8'])
    .setLegendPosition(Charts.Position.NONE)
    .addRange(sheet.getRange('A1:B6'))
    .setNumHeaders(1)
    .setPosition(2, 4, 10, 20)
    .setOption('series', { 0: { visibleInLegend: false } })
    .build();
  expect(chart.getChartId()).toBeNull();
  sheet.insertChart(chart);
  expect(workbook.sheet('Data').charts).toEqual([
    {
      id: 1,
      type: 'BAR',
      ranges: [{ sheet: 0, top: 0, left: 0, bottom: 5, right: 1 }],
      anchor: { row: 1, column: 3, x: 10, y: 20 },
      headers: 1,
      transposed: false,
      mergeStrategy: 'MERGE_COLUMNS',
      hiddenStrategy: 'IGNORE_BOTH',
      options: {
        isStacked: true,
        title: 'Funnel',
        colors: ['#ffffff', '#1a73e8'],
        'legend.position': 'none',
        series: { 0: { visibleInLegend: false } },
      },
    },
  ]);
  const [kept] = sheet.getCharts();
  if (!kept) throw new Error('The chart is not there.');
  sheet.updateChart(kept.modify().asColumnChart().setTitle('Stages').build());
  expect(sheet.getCharts()[0]?.getOptions()?.get('title')).toBe('Stages');
  sheet.removeChart(kept);
  expect(sheet.getCharts()).toHaveLength(0);
});

test('titles and colours of a chart need a builder of its kind first', () => {
  const { sheet } = openSheet();
  const builder = sheet.newChart() as unknown as { setTitle(title: string): void };
  expect(() => builder.setTitle('x')).toThrow('not emulated: EmbeddedChartBuilder.setTitle');
});

test('a sheet is activated, a range selected, and both are read back', () => {
  const { spreadsheet, sheet, SpreadsheetApp } = openSheet();
  spreadsheet.insertSheet('Other');
  sheet.getRange('B2:C3').activate();
  expect(SpreadsheetApp.getActiveSheet().getName()).toBe('Data');
  expect(SpreadsheetApp.getSelection().getActiveRange()?.getA1Notation()).toBe('B2:C3');
  expect(SpreadsheetApp.getCurrentCell().getA1Notation()).toBe('B2');
});

test('a sheet is protected with a warning', () => {
  const { sheet, SpreadsheetApp } = openSheet();
  sheet.protect().setDescription('Made by a script').setWarningOnly(true);
  const [protection] = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
  expect([protection?.getDescription(), protection?.isWarningOnly()]).toEqual(['Made by a script', true]);
  protection?.remove();
  expect(sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)).toHaveLength(0);
});
