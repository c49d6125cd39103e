import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sheet as FileSheet, readXlsx as readWithLibrary, writeXlsx as writeWithLibrary } from 'hucre';
import { FileProblem } from '../../../host/files/problem';
import { writeXlsx } from '../../../host/files/xlsx';
import { parseXlsx } from '../../../host/files/xlsx-read';
import type { Chart, ConditionalRule, Content, Validation } from '../../../host/workbook/types';
import { createWorkbook, type Workbook } from '../../../host/workbook/workbook';
import { describeWithLibreOffice, recalculate, resave } from '../../support/libreoffice';

/** What cells of a file hold. */
async function readXlsx(bytes: Uint8Array, name?: string) {
  const { sheets } = await parseXlsx(bytes, name);
  return sheets.map((sheet) => ({ name: sheet.name, hidden: sheet.hidden, rows: sheet.rows }));
}

function emptyWorkbook(...sheets: string[]): Workbook {
  return createWorkbook({ name: 'Company', locale: 'en_US', timeZone: 'Etc/UTC', sheets });
}

/** Deals with formulas of every kind that goes out, and a custom function, which cannot. */
function companyWorkbook(): Workbook {
  const workbook = emptyWorkbook('Deals', 'Report');
  const deals: (number | string | boolean | null)[][] = [
    ['Stage', 'Amount', 'Closed', 'Sure'],
    ['Won', 1054.5, 42795, true],
    ['Lost', 0.1, 42796.5, false],
    ['=cmd', 1 / 3, null, null],
    ['#N/A', -7, 42801, true],
  ];
  workbook.write(
    workbook.sheet('Deals'),
    0,
    0,
    deals.map((row) => row.map((value) => ({ value }))),
  );
  workbook.setNumberFormats(workbook.sheet('Deals'), { top: 1, left: 2, bottom: 4, right: 2 }, () => 'yyyy-mm-dd');
  workbook.useCustomFunctions((name) => (name === 'DOUBLE' ? () => [[2], [4]] : undefined));
  const formulas = [
    '=COUNTIFS(Deals!A2:A;"won")',
    '=SUM(Deals!B2:B)/3',
    '=IF(A1>0;"some";"none")',
    '=1/0',
    '=A1=1',
    '=ARRAYFORMULA(Deals!B2:B4*2)',
  ];
  const report = workbook.sheet('Report');
  workbook.write(
    report,
    0,
    0,
    formulas.map((formula): Content[] => [{ formula }]),
  );
  workbook.write(report, 0, 2, [[{ formula: '=DOUBLE(Deals!B2:B3)' }]]);
  return workbook;
}

async function written(workbook: Workbook, sheet: string): Promise<FileSheet> {
  const { sheets } = await readWithLibrary(await writeXlsx(workbook), { readStyles: true });
  return sheets.find(({ name }) => name === sheet) as FileSheet;
}

describe('a workbook as an .xlsx file', () => {
  test('values, number formats and texts that look like formulas or errors come back as they were', async () => {
    const [deals] = await readXlsx(await writeXlsx(companyWorkbook()));
    expect(deals?.rows).toEqual([
      [{ value: 'Stage' }, { value: 'Amount' }, { value: 'Closed' }, { value: 'Sure' }],
      [{ value: 'Won' }, { value: 1054.5 }, { value: 42795, numberFormat: 'yyyy-mm-dd' }, { value: true }],
      [{ value: 'Lost' }, { value: 0.1 }, { value: 42796.5, numberFormat: 'yyyy-mm-dd' }, { value: false }],
      [{ value: '=cmd' }, { value: 1 / 3 }, { value: null, numberFormat: 'yyyy-mm-dd' }, { value: null }],
      [{ value: '#N/A' }, { value: -7 }, { value: 42801, numberFormat: 'yyyy-mm-dd' }, { value: true }],
    ]);
  });

  test('formulas stay live, with their results', async () => {
    const { cells } = await written(companyWorkbook(), 'Report');
    expect(cells?.get('0,0')?.formula).toMatch(/^COUNTIFS\(/);
    expect(cells?.get('0,0')?.formulaResult).toBe(1);
    expect(cells?.get('2,0')?.formula).toBe('IF(A1>0,"some","none")');
    expect(cells?.get('4,0')?.formula).toBe('A1=1');
  });

  test('an array formula covers the cells that it spills into', async () => {
    const { cells } = await written(companyWorkbook(), 'Report');
    expect(cells?.get('5,0')).toMatchObject({ formulaType: 'array', formulaRef: 'A6:A8' });
  });

  test('a custom function goes out as the values that it shows', async () => {
    const { cells, rows } = await written(companyWorkbook(), 'Report');
    expect([rows[0]?.[2], rows[1]?.[2]]).toEqual([2, 4]);
    expect(cells?.get('0,2')?.formula).toBeUndefined();
  });

  test('names that .xlsx does not allow are changed, in formulas, too', async () => {
    const long = 'Deals of the whole company, closed or not';
    const workbook = emptyWorkbook(long, `${long} 2`, 'a/b', 'Report');
    workbook.write(workbook.sheet(long), 0, 0, [[{ value: 5 }]]);
    workbook.write(workbook.sheet('Report'), 0, 0, [[{ formula: `='${long}'!A1*2` }]]);
    const sheets = await readXlsx(await writeXlsx(workbook));
    expect(sheets.map(({ name }) => name)).toEqual([
      'Deals of the whole company, clo',
      'Deals of the whole company, c 2',
      'a_b',
      'Report',
    ]);
    expect(sheets[3]?.rows[0]?.[0]).toEqual({ formula: "='Deals of the whole company, clo'!A1*2" });
  });

  test('looks, sizes, groups, merges, notes, frozen rows and hidden tabs are kept', async () => {
    const workbook = companyWorkbook();
    const sheet = workbook.sheet('Report');
    workbook.hideSheet(workbook.sheet('Deals'), true);
    const line = { style: 'SOLID', color: '#ff0000' } as const;
    sheet.restyle(0, 0, { bold: true, color: '#ffffff', background: '#1a73e8', horizontal: 'center', bottom: line });
    sheet.merges.push({ top: 10, left: 0, bottom: 10, right: 3 });
    sheet.notes.set(0, 0, 'won deals');
    sheet.frozen = { rows: 1, columns: 2 };
    sheet.gridLines = false;
    sheet.tabColor = '#00ff00';
    sheet.tracks.columns.resize(1, 215);
    sheet.tracks.columns.hide(4, true);
    sheet.tracks.rows.resize(0, 40);
    for (const row of [3, 4]) sheet.tracks.rows.shiftDepth(row, 1);
    const file = await written(workbook, 'Report');
    expect((await readXlsx(await writeXlsx(workbook))).map(({ hidden }) => hidden)).toEqual([true, false]);
    expect(file.cells?.get('0,0')?.style).toMatchObject({
      font: { name: 'Arial', size: 10, bold: true, color: { rgb: 'FFFFFF' } },
      fill: { pattern: 'solid', fgColor: { rgb: '1A73E8' } },
      alignment: { horizontal: 'center' },
      border: { bottom: { style: 'thin', color: { rgb: 'FF0000' } } },
    });
    expect(file.cells?.get('0,0')?.comment?.text).toBe('won deals');
    expect(file.merges).toEqual([{ startRow: 10, startCol: 0, endRow: 10, endCol: 3 }]);
    expect(file.freezePane).toEqual({ rows: 1, columns: 2 });
    expect(file.view).toMatchObject({ showGridLines: false, tabColor: { rgb: '00FF00' } });
    expect(file.columns?.[1]?.width).toBe(30);
    expect(file.columns?.[4]?.hidden).toBe(true);
    expect(file.rowDefs?.get(0)?.height).toBe(30);
    expect([file.rowDefs?.get(3)?.outlineLevel, file.rowDefs?.get(4)?.outlineLevel]).toEqual([1, 1]);
    expect(file.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToWidth: 1 });
  });
});

const area = (workbook: Workbook, sheet: string, a1: string) => ({
  sheet: workbook.sheet(sheet).id,
  ...workbook.block(workbook.sheet(sheet), a1),
});

const rule = (workbook: Workbook, criteria: string, ...values: (string | number)[]): ConditionalRule => ({
  ranges: [area(workbook, 'Deals', 'B2:B5')],
  condition: { criteria, values },
  style: { background: '#ffcccc', bold: true },
});

const validation = (criteria: string, values: Validation['values']): Validation => ({
  criteria,
  values,
  dropdown: true,
  allowInvalid: false,
  help: 'Pick one.',
});

describe('rules go out in the terms of .xlsx', () => {
  test.each([
    ['NUMBER_GREATER_THAN', [5], 'AND(ISNUMBER(B2),B2>5)'],
    ['NUMBER_BETWEEN', [1, 2.5], 'AND(ISNUMBER(B2),B2>=1,B2<=2.5)'],
    ['TEXT_CONTAINS', ['a"b*'], 'ISNUMBER(SEARCH("a""b~*",B2))'],
    ['TEXT_EQUAL_TO', ['Won'], 'B2="Won"'],
    ['CELL_EMPTY', [], 'LEN(B2)=0'],
    ['DATE_BEFORE', [46022], 'AND(ISNUMBER(B2),B2<46022)'],
    ['CUSTOM_FORMULA', ['=$A2="Won"'], '$A2="Won"'],
  ])('a conditional format %s %j', async (criteria, values, formula) => {
    const workbook = companyWorkbook();
    workbook.sheet('Deals').conditionalRules.push(rule(workbook, criteria, ...values));
    const { conditionalRules } = await written(workbook, 'Deals');
    expect(conditionalRules).toMatchObject([{ type: 'expression', range: 'B2:B5', formula }]);
  });

  test('a colour scale', async () => {
    const workbook = companyWorkbook();
    workbook.sheet('Deals').conditionalRules.push({
      ranges: [area(workbook, 'Deals', 'B2:B5')],
      gradient: { min: { color: '#ff0000', type: 'MIN' }, max: { color: '#00ff00', type: 'NUMBER', value: '10' } },
    });
    const { conditionalRules } = await written(workbook, 'Deals');
    expect(conditionalRules?.[0]).toMatchObject({
      type: 'colorScale',
      colorScale: { cfvo: [{ type: 'min' }, { type: 'num', value: '10' }], colors: ['FFFF0000', 'FF00FF00'] },
    });
  });

  test('validations, cells with the same one together', async () => {
    const workbook = companyWorkbook();
    const sheet = workbook.sheet('Deals');
    for (const row of [1, 2, 3]) sheet.validations.set(row, 0, validation('VALUE_IN_LIST', ['Won', 'Lost']));
    sheet.validations.set(1, 1, validation('NUMBER_GREATER_THAN', [0]));
    sheet.validations.set(1, 2, validation('VALUE_IN_RANGE', [area(workbook, 'Report', 'A1:A3')]));
    const { dataValidations } = await written(workbook, 'Deals');
    expect(dataValidations).toMatchObject([
      { type: 'list', values: ['Won', 'Lost'], range: 'A2:A4', errorStyle: 'stop', inputMessage: 'Pick one.' },
      { type: 'decimal', operator: 'greaterThan', formula1: '0', range: 'B2' },
      { type: 'list', formula1: 'Report!$A$1:$A$3', range: 'C2' },
    ]);
  });

  test('a list that is too long for a rule, or has commas, is kept on a hidden tab', async () => {
    const workbook = companyWorkbook();
    workbook.sheet('Deals').validations.set(1, 0, validation('VALUE_IN_LIST', ['Won', 'Won, late', 'Lost']));
    const [deals, , lists] = (await readWithLibrary(await writeXlsx(workbook))).sheets;
    expect(deals?.dataValidations).toMatchObject([{ type: 'list', formula1: 'Lists!$A$1:$A$3' }]);
    expect(lists).toMatchObject({ name: 'Lists', hidden: true, rows: [['Won'], ['Won, late'], ['Lost']] });
  });
});

const chart = (workbook: Workbook, more: Partial<Chart>): Chart => ({
  id: 1,
  type: 'BAR',
  ranges: [area(workbook, 'Deals', 'A1:B4')],
  anchor: { row: 12, column: 1, x: 0, y: 0 },
  headers: 1,
  transposed: false,
  mergeStrategy: 'MERGE_COLUMNS',
  hiddenStrategy: 'IGNORE_ROWS',
  options: {},
  ...more,
});

describe('charts go out in the terms of .xlsx', () => {
  test('columns become series with name, categories and colour; the first bar is on top', async () => {
    const workbook = companyWorkbook();
    const options = { title: 'Funnel', colors: ['#1a73e8'], isStacked: true, legend: { position: 'bottom' } };
    workbook.sheet('Report').charts.push(chart(workbook, { options }));
    const { charts } = await written(workbook, 'Report');
    expect(charts).toMatchObject([
      {
        title: 'Funnel',
        legend: 'bottom',
        barGrouping: 'stacked',
        series: [{ name: 'Amount', valuesRef: 'Deals!$B$2:$B$4', categoriesRef: 'Deals!$A$2:$A$4', color: '1A73E8' }],
        axes: { x: { reverse: true } },
      },
    ]);
  });

  test('tables and gauges, which .xlsx does not know, are left out', async () => {
    const workbook = companyWorkbook();
    workbook.sheet('Report').charts.push(chart(workbook, { type: 'TABLE' }), chart(workbook, { type: 'GAUGE' }));
    expect((await written(workbook, 'Report')).charts ?? []).toEqual([]);
  });
});

describeWithLibreOffice('LibreOffice and the .xlsx file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leakproof-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function save(workbook: Workbook): Promise<string> {
    const path = join(folder, 'company.xlsx');
    await writeFile(path, await writeXlsx(workbook));
    return path;
  }

  test('it calculates what the workbook shows', async () => {
    const workbook = companyWorkbook();
    const sheets = await recalculate(await save(workbook));
    for (const sheet of workbook.sheets) {
      const cells = sheets.get(sheet.name);
      for (const [name, value] of cells ?? []) {
        const shown = workbook.value(sheet.name, name);
        if (typeof value === 'number') expect(value).toBeCloseTo(shown as number, 9);
        else if (typeof value === 'object') expect(shown).toMatchObject(value);
        else expect(shown).toEqual(value);
      }
    }
    expect(sheets.get('Report')?.get('A2')).toBeCloseTo((1054.5 + 0.1 + 1 / 3 - 7) / 3, 12);
    expect(sheets.get('Report')?.get('A4')).toEqual({ error: '#DIV/0!' });
    expect(sheets.get('Report')?.get('A8')).toBeCloseTo(2 / 3, 12);
    expect(sheets.get('Report')?.get('C2')).toBe(4);
    expect(sheets.get('Deals')?.get('A4')).toBe('=cmd');
    expect(sheets.get('Deals')?.get('A5')).toBe('#N/A');
  });

  test('it understands charts, conditional formats, validations, merges and notes', async () => {
    const workbook = companyWorkbook();
    const [deals, report] = [workbook.sheet('Deals'), workbook.sheet('Report')];
    deals.conditionalRules.push(rule(workbook, 'NUMBER_GREATER_THAN', 5), {
      ranges: [area(workbook, 'Deals', 'C2:C5')],
      gradient: { min: { color: '#ff0000', type: 'MIN' }, max: { color: '#00ff00', type: 'MAX' } },
    });
    deals.validations.set(1, 0, validation('VALUE_IN_LIST', ['Won', 'Won, late']));
    deals.validations.set(1, 1, validation('NUMBER_GREATER_THAN', [0]));
    deals.notes.set(0, 0, 'the stage');
    report.merges.push({ top: 10, left: 0, bottom: 10, right: 3 });
    for (const type of ['BAR', 'COLUMN', 'LINE', 'PIE', 'AREA', 'SCATTER', 'COMBO']) {
      report.charts.push(chart(workbook, { type, options: { title: type } }));
    }
    const { sheets } = await readWithLibrary(await resave(await save(workbook)), { readStyles: true });
    const [dealsAgain, reportAgain] = sheets;
    expect(dealsAgain?.conditionalRules?.map(({ type, range }) => [type, range])).toEqual([
      ['expression', 'B2:B5'],
      ['colorScale', 'C2:C5'],
    ]);
    expect(dealsAgain?.conditionalRules?.[0]?.formula).toBe('AND(ISNUMBER(B2),B2>5)');
    expect(dealsAgain?.dataValidations?.map(({ type, range }) => [type, range])).toEqual([
      ['list', 'A2'],
      ['decimal', 'B2'],
    ]);
    expect(dealsAgain?.cells?.get('0,0')?.comment?.text).toBe('the stage');
    expect(reportAgain?.merges).toEqual([{ startRow: 10, startCol: 0, endRow: 10, endCol: 3 }]);
    expect(reportAgain?.charts?.map(({ title }) => title)).toEqual([
      'BAR',
      'COLUMN',
      'LINE',
      'PIE',
      'AREA',
      'SCATTER',
      'COMBO',
    ]);
    expect(reportAgain?.charts?.every(({ series }) => series?.length === 1)).toBe(true);
  });
});

describe('opening an .xlsx file', () => {
  test('formulas, errors and number formats are read, hidden tabs are known, rows are padded', async () => {
    const bytes = await writeWithLibrary({
      sheets: [
        {
          name: 'One',
          rows: [['a', null], [1], [null, '#DIV/0!']],
          cells: new Map([
            ['1,1', { formula: '_xlfn.MAXIFS(A1:A2,A1:A2,">0")', formulaResult: 1, style: { numFmt: '0.00' } }],
            ['1,2', { value: new Date(Date.UTC(2025, 11, 31, 12)), style: { numFmt: 'yyyy-mm-dd' } }],
          ]),
        },
        { name: 'Two', rows: [[5]], hidden: true },
      ],
    });
    expect(await readXlsx(bytes)).toEqual([
      {
        name: 'One',
        hidden: false,
        rows: [
          [{ value: 'a' }, { value: null }, { value: null }],
          [
            { value: 1 },
            { formula: '=MAXIFS(A1:A2,A1:A2,">0")', numberFormat: '0.00' },
            { value: 46022.5, numberFormat: 'yyyy-mm-dd' },
          ],
          [{ value: null }, { value: { error: '#DIV/0!' } }, { value: null }],
        ],
      },
      { name: 'Two', hidden: true, rows: [[{ value: 5 }]] },
    ]);
  });

  const wide = () => writeWithLibrary({ sheets: [{ name: 'S', rows: [Array.from({ length: 300 }, () => 1)] }] });
  const locked = () =>
    writeWithLibrary({ sheets: [{ name: 'S', rows: [[1]] }], encryption: { password: 'x', spinCount: 1 } });
  test.each([
    ['no bytes', async () => new Uint8Array(), /^deals\.xlsx is damaged or not an Excel workbook/],
    ['a text', async () => new TextEncoder().encode('a,b\n1,2'), /^deals\.xlsx is damaged or not an Excel workbook/],
    ['a file that was cut off', async () => (await wide()).subarray(0, 900), /^deals\.xlsx is damaged/],
    ['a password', locked, /^deals\.xlsx is protected by a password: /],
    ['300 columns', wide, /^deals\.xlsx, sheet S, has 300 columns, and at most 256 can be read: /],
  ])('%s gives one sentence', async (_, bytes, sentence) => {
    const reading = readXlsx(await bytes(), 'deals.xlsx');
    await expect(reading).rejects.toThrow(FileProblem);
    await expect(reading).rejects.toThrow(sentence);
  });
});
