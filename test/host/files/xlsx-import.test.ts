import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { FileProblem } from '../../../host/files/problem';
import { writeXlsx } from '../../../host/files/xlsx';
import { addXlsxSheets } from '../../../host/files/xlsx-import';
import { parseXlsx } from '../../../host/files/xlsx-read';
import type { Sheet } from '../../../host/workbook/sheet';
import type { CellStyle, Content } from '../../../host/workbook/types';
import { createWorkbook, type Workbook } from '../../../host/workbook/workbook';
import { describeWithLibreOffice, resave } from '../../support/libreoffice';
import { zip } from '../../support/zip';

function emptyWorkbook(locale: string, ...sheets: string[]): Workbook {
  return createWorkbook({ name: 'Test', locale, timeZone: 'Etc/UTC', sheets });
}

async function opened(bytes: Uint8Array, workbook = emptyWorkbook('en_US')) {
  const notes = addXlsxSheets(workbook, await parseXlsx(bytes, 'deals.xlsx'), (name) => name === 'WIN_RATE');
  return { workbook, notes };
}

const again = async (workbook: Workbook) => (await opened(await writeXlsx(workbook))).workbook;

/** Everything of a sheet that a file keeps, formulas with one kind of separator. */
function everything(sheet: Sheet) {
  const cells = [...sheet.contents.entries()].map(({ row, column, value }) => {
    const content = typeof value === 'object' && 'text' in value ? { formula: value.text.replaceAll(';', ',') } : value;
    return [row, column, content];
  });
  const { name, hidden, frozen, gridLines, tabColor, merges, groupButtonBefore } = sheet;
  return {
    ...{ name, hidden, frozen, gridLines, tabColor, merges, groupButtonBefore, cells },
    formats: [...sheet.formats.entries()],
    styles: [...sheet.styles.entries()],
    notes: [...sheet.notes.entries()],
    validations: [...sheet.validations.entries()],
    rules: sheet.conditionalRules,
    rows: [...sheet.tracks.rows.entries()],
    widths: Array.from({ length: sheet.size.columns }, (_, column) => sheet.tracks.columns.size(column)),
    groups: { rows: sheet.tracks.rows.groups(), columns: sheet.tracks.columns.groups() },
  };
}

describe('a workbook that was written and opened again', () => {
  const color = fc.constantFrom('#ff0000', '#1a73e8', '#0b8043');
  const border = fc.record({
    style: fc.constantFrom('DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE'),
    color,
  });
  const style = fc.record(
    {
      ...{ background: color, color, top: border, left: border, bottom: border, right: border },
      family: fc.constantFrom('Roboto', 'Georgia'),
      size: fc.constantFrom(8, 12, 24),
      bold: fc.constant(true),
      italic: fc.constant(true),
      line: fc.constantFrom('underline', 'line-through'),
      horizontal: fc.constantFrom('left', 'center', 'right'),
      vertical: fc.constantFrom('top', 'middle'),
      wrap: fc.constant('WRAP'),
      rotation: fc.constantFrom(-90, -45, 30, 90),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<CellStyle>;
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      '=cmd',
      "'x",
      '<b>&amp;</b>',
      '#N/A',
      '  two  ',
      'a\nb',
      'Żółć',
      'Сделка',
      '_x0041_',
      '-1',
      '1/2/2025',
    ),
  );
  // A file cannot hold control characters, and a number has to be one that a file tells apart.
  const sound = text.filter((one) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(one.replaceAll('\n', '')));
  const number = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0.1, 1 / 3, 1e300),
  );
  const content: fc.Arbitrary<Content> = fc.oneof(
    fc.record({
      value: fc.oneof(
        number.map((one) => one + 0),
        sound,
        fc.boolean(),
      ),
    }),
    fc.constantFrom<Content>(
      { formula: '=SUM(A1:B2;3)/4' },
      { formula: '=IF(Other!$A$1>0;"so; and so";2%)' },
      { formula: '=ROUND(1.5;1)&"x"' },
      { formula: "='It''s here'!B2" },
    ),
  );
  const cell = fc.record({
    row: fc.nat(30),
    column: fc.nat(12),
    content: fc.option(content),
    format: fc.option(fc.constantFrom('0.00%', 'yyyy-mm-dd', '#,##0.00 "zł"', '@', '[h]:mm', '0;[Red]-0')),
    style: fc.option(style),
    note: fc.option(sound),
  });

  test('has the same values, formulas, number formats, looks and notes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 40 }), async (cells) => {
        const workbook = emptyWorkbook('en_US', 'Data', 'Other', "It's here");
        const sheet = workbook.sheet('Data');
        for (const { row, column, content: given, format, style: look, note } of cells) {
          const shown = format ?? sheet.formats.get(row, column);
          const isDate = shown === 'yyyy-mm-dd' || shown === '[h]:mm';
          // Times in files are exact to the millisecond, and have to be in the calendar.
          const isFar = given && 'value' in given && typeof given.value === 'number' && isDate;
          const kept = isFar
            ? { value: Math.abs(Math.trunc(Number(given.value) % 90_000)) + 0.25 }
            : (given ?? undefined);
          workbook.write(sheet, row, column, [[kept]]);
          if (format) sheet.formats.set(row, column, format);
          if (look && Object.keys(look).length > 0) sheet.styles.set(row, column, look);
          if (note) sheet.notes.set(row, column, note);
        }
        const read = await again(workbook);
        expect(everything(read.sheet('Data'))).toEqual(everything(sheet));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('has the same shape: sizes, hidden lines, groups, merges, frozen lines, tabs', async () => {
    const workbook = emptyWorkbook('en_US', 'Data', 'Hidden');
    const sheet = workbook.sheet('Data');
    workbook.type('Data', 'A1', 'x');
    workbook.hideSheet(workbook.sheet('Hidden'), true);
    sheet.frozen = { rows: 2, columns: 1 };
    sheet.gridLines = false;
    sheet.tabColor = '#00ff00';
    sheet.merges = [{ top: 3, left: 1, bottom: 4, right: 5 }];
    sheet.tracks.columns.resize(2, 215);
    sheet.tracks.columns.hide(7, true);
    sheet.tracks.rows.resize(1, 40);
    sheet.tracks.rows.hide(20, true);
    for (const row of [10, 11, 12]) sheet.tracks.rows.shiftDepth(row, 1);
    for (const row of [14, 15]) sheet.tracks.rows.shiftDepth(row, 1);
    sheet.tracks.rows.collapse({ first: 14, last: 15, depth: 1, collapsed: false }, true);
    sheet.groupButtonBefore = { rows: true, columns: false };
    const read = await again(workbook);
    expect(everything(read.sheet('Data'))).toEqual(everything(sheet));
    expect(read.sheet('Data').tracks.columns.hidden(7)).toBe(true);
    expect(read.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Data', false],
      ['Hidden', true],
    ]);
  });

  test('has the same rules of what may be entered, and conditional formats', async () => {
    const workbook = emptyWorkbook('en_US', 'Data', 'Lists');
    const [sheet, lists] = [workbook.sheet('Data'), workbook.sheet('Lists')];
    const area = { top: 0, left: 0, bottom: 2, right: 0 };
    const strict = { dropdown: true, allowInvalid: false };
    sheet.validations.set(1, 0, { criteria: 'VALUE_IN_LIST', values: ['Won', 'Lost'], help: 'Stage', ...strict });
    sheet.validations.set(1, 1, { criteria: 'VALUE_IN_RANGE', values: [{ sheet: lists.id, ...area }], ...strict });
    sheet.validations.set(1, 2, { criteria: 'NUMBER_BETWEEN', values: [1, 5], dropdown: true, allowInvalid: true });
    sheet.validations.set(1, 3, { criteria: 'DATE_ON_OR_AFTER', values: [45658], ...strict });
    sheet.validations.set(1, 4, { criteria: 'CHECKBOX', values: [], ...strict });
    const ranges = [{ sheet: sheet.id, ...area }];
    const style = { bold: true, color: '#ff0000', background: '#fff2cc' };
    sheet.conditionalRules = [
      { ranges, condition: { criteria: 'CUSTOM_FORMULA', values: ['=$A1="Won"'] }, style },
      {
        ranges,
        gradient: {
          min: { color: '#ffffff', type: 'MIN' },
          max: { color: '#57bb8a', type: 'PERCENTILE', value: '90' },
        },
      },
    ];
    const read = await again(workbook);
    expect(everything(read.sheet('Data'))).toEqual(everything(sheet));
  });
});

/** A file of one sheet, "One", with this content. */
function fileOf(sheetData: string, { more = '', workbookPr = '', strings = '', styles = '' } = {}): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const parts = {
    worksheet: 'worksheets/sheet1',
    sharedStrings: 'sharedStrings',
    styles: 'styles',
    theme: 'theme/theme1',
  };
  const related = Object.entries(parts).map(([type, path], index) => relation(index + 1, type, `${path}.xml`));
  const theme = ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6']
    .map((name, index) => `<a:${name}><a:srgbClr val="${index}${index}${index}${index}${index}${index}"/></a:${name}>`)
    .join('');
  return zip({
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kind}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><workbookPr ${workbookPr}/><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${related.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${main}>${strings}</sst>`,
    'xl/theme/theme1.xml': `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">${theme}</a:clrScheme></a:themeElements></a:theme>`,
    'xl/styles.xml': `<styleSheet ${main}><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="0"/></patternFill></fill></fills><borders count="1"><border/></borders><cellXfs count="4"><xf fontId="0" fillId="0" borderId="0" numFmtId="0"/><xf fontId="0" fillId="0" borderId="0" numFmtId="14" applyNumberFormat="1"/><xf fontId="0" fillId="0" borderId="0" numFmtId="46" applyNumberFormat="1"/><xf fontId="0" fillId="2" borderId="0" numFmtId="0" applyFill="1"/></cellXfs>${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${sheetData}</sheetData>${more}</worksheet>`,
  });
}

describe('a file from another program', () => {
  test('shared formulas are repeated relative to the first, and shared strings are looked up', async () => {
    const { workbook, notes } = await opened(
      fileOf(
        `<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1</f><v>4</v></c><c r="C1" t="s"><v>1</v></c></row>
         <row r="2"><c r="A2"><v>3</v></c><c r="B2"><f t="shared" si="0"/><v>6</v></c></row>
         <row r="3"><c r="A3"><v>5</v></c><c r="B3"><f t="shared" si="0"/><v>10</v></c></row>`,
        { strings: '<si><t>Won</t></si><si><r><t>L</t></r><r><t>ost</t></r></si>' },
      ),
    );
    expect([1, 2, 3].map((row) => workbook.formula('One', `B${row}`))).toEqual(['=A1*$A$1', '=A2*$A$1', '=A3*$A$1']);
    expect(workbook.values('One', 'B1:B3')).toEqual([[4], [6], [10]]);
    expect(workbook.value('One', 'C1')).toBe('Lost');
    expect(notes).toEqual([]);
  });

  test.each([
    ['1900', '', 45658, 45658],
    ['1904', 'date1904="1"', 45658 - 1462, 45658],
  ])('dates of the year-%s system are the same days', async (_, workbookPr, stored, serial) => {
    const { workbook } = await opened(
      fileOf(`<row r="1"><c r="A1" s="1"><v>${stored}</v></c><c r="B1" s="2"><v>0.75</v></c></row>`, { workbookPr }),
    );
    expect(workbook.value('One', 'A1')).toBe(serial);
    expect(workbook.value('One', 'B1')).toBe(0.75);
    expect(workbook.display('One', 'B1')).toMatch(/^18:00/);
  });

  test("the theme's first colour is the light one", async () => {
    const { workbook } = await opened(fileOf('<row r="1"><c r="A1" s="3"><v>1</v></c></row>'));
    expect(workbook.sheet('One').styles.get(0, 0)).toEqual({ background: '#111111' });
  });

  test('what Google Sheets wraps for other programs is unwrapped: custom functions run again, spilled cells are free', async () => {
    const wrapped = (text: string, shown: number) =>
      `<f>IFERROR(__xludf.DUMMYFUNCTION("${text.replaceAll('"', '&quot;&quot;')}"),${shown})</f><v>${shown}</v>`;
    const { workbook } = await opened(
      fileOf(
        `<row r="1"><c r="A1">${wrapped('WIN_RATE(C1:C2)', 0.5)}</c><c r="B1">${wrapped('UNIQUE(C1:C2)', 1)}</c><c r="C1"><v>1</v></c></row>
         <row r="2"><c r="B2">${wrapped('"COMPUTED_VALUE"', 2)}</c><c r="C2"><v>2</v></c></row>`,
      ),
    );
    expect(workbook.formula('One', 'A1')).toBe('=WIN_RATE(C1:C2)');
    expect(workbook.values('One', 'B1:B2')).toEqual([[1], [2]]);
  });

  test('an array formula fills its block again', async () => {
    const { workbook } = await opened(
      fileOf(
        `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v></c></row>
         <row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>6</v></c></row>`,
      ),
    );
    expect(workbook.values('One', 'B1:B2')).toEqual([[2], [6]]);
    workbook.type('One', 'A2', '4');
    expect(workbook.value('One', 'B2')).toBe(8);
  });

  test('a formula that cannot be computed stays as what it showed, and is counted', async () => {
    const { workbook, notes } = await opened(
      fileOf(
        `<row r="1"><c r="A1"><f>CUBEVALUE("x")</f><v>7</v></c><c r="B1"><f>[1]Prices!A1*2</f><v>8</v></c><c r="C1"><f>Rates</f><v>9</v></c></row>`,
      ),
    );
    expect(workbook.values('One', 'A1:C1')).toEqual([[7, 8, 9]]);
    expect(notes).toEqual(['deals.xlsx: 3 formulas that cannot be computed here came as the values they showed.']);
  });

  test('formulas are worded for a spreadsheet with decimal commas', async () => {
    const row = `<row r="1"><c r="A1"><f>ROUND(1.25,1)+SUM(1,0.5)+LEN("1.5,2")</f><v>8</v></c></row>`;
    const { workbook } = await opened(fileOf(row), emptyWorkbook('pl_PL'));
    expect(workbook.formula('One', 'A1')).toBe('=ROUND(1,25;1)+SUM(1;0,5)+LEN("1.5,2")');
    expect(workbook.value('One', 'A1')).toBe(7.8);
  });

  test('sheets are added behind the others, under free names, which formulas follow', async () => {
    const source = emptyWorkbook('en_US', 'Deals', 'Sum');
    source.type('Deals', 'A1', '5');
    source.type('Sum', 'A1', '=Deals!A1*2');
    const target = emptyWorkbook('en_US', 'Deals');
    target.type('Deals', 'A1', '100');
    const { workbook } = await opened(await writeXlsx(source), target);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Deals', 'Deals 2', 'Sum']);
    expect(workbook.value('Sum', 'A1')).toBe(10);
  });

  test('charts, which stay behind, are named', async () => {
    const source = emptyWorkbook('en_US', 'Data');
    source.write(source.sheet('Data'), 0, 0, [[{ value: 'a' }, { value: 1 }]]);
    source.sheet('Data').charts = [
      {
        id: 1,
        type: 'BAR',
        ranges: [{ sheet: 0, top: 0, left: 0, bottom: 0, right: 1 }],
        anchor: { row: 3, column: 0, x: 0, y: 0 },
        ...{ headers: 0, transposed: false, mergeStrategy: '', hiddenStrategy: '', options: {} },
      },
    ];
    const { notes } = await opened(await writeXlsx(source));
    expect(notes).toEqual(['deals.xlsx: charts were left out.']);
  });

  test.each([
    [
      'claims to be huge once unpacked',
      zip({ 'xl/workbook.xml': 'x' }, 4_000_000_000),
      /too large once it is unpacked/,
    ],
    ['is a zip of something else', zip({ 'readme.txt': 'x' }), /^deals\.xlsx is damaged or not an Excel workbook/],
    ['has a cell in the last corner', fileOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), /^deals\.xlsx/],
  ])('a file that %s gives one sentence', async (_, bytes, sentence) => {
    const reading = parseXlsx(bytes, 'deals.xlsx');
    await expect(reading).rejects.toThrow(FileProblem);
    await expect(reading).rejects.toThrow(sentence);
  });
});

describeWithLibreOffice('LibreOffice and opening a file', () => {
  test('what it has saved is what was written, formulas and looks included', async () => {
    const workbook = emptyWorkbook('en_US', 'Data');
    const sheet = workbook.sheet('Data');
    for (let row = 0; row < 5; row++) {
      workbook.write(sheet, row, 0, [
        [{ value: row + 0.5 }, { formula: `=A${row + 1}*2` }, { value: `Żółw & "${row}"` }],
      ]);
    }
    workbook.write(sheet, 5, 0, [[{ value: 45_658 }, { formula: '=ARRAYFORMULA(A1:A2*2)' }]]);
    sheet.formats.set(5, 0, 'yyyy-mm-dd');
    sheet.restyle(0, 0, { bold: true, color: '#ffffff', background: '#1a73e8', horizontal: 'center' });
    sheet.merges = [{ top: 8, left: 0, bottom: 8, right: 2 }];
    const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
    const path = join(folder, 'written.xlsx');
    writeFileSync(path, await writeXlsx(workbook));
    const { workbook: read, notes } = await opened(await resave(path));
    rmSync(folder, { recursive: true });
    expect(notes).toEqual([]);
    expect(read.values('Data', 'A1:C7')).toEqual(workbook.values('Data', 'A1:C7'));
    expect(read.formula('Data', 'B3')).toBe('=A3*2');
    expect(read.display('Data', 'A6')).toBe('2025-01-01');
    const again = read.sheet('Data');
    expect(again.styles.get(0, 0)).toMatchObject(sheet.styles.get(0, 0) as CellStyle);
    expect(again.merges).toEqual(sheet.merges);
  }, 120_000);
});
