import { createWorkbook, type Workbook } from '../../../host/workbook/workbook';

const NBSP = '\u00a0';

function open(locale = 'en_US', sheets: readonly string[] = ['Data', 'Report']): Workbook {
  return createWorkbook({ name: 'Test', locale, timeZone: 'Europe/Warsaw', sheets });
}

/** Types rows of texts from A1 on. */
function fill(workbook: Workbook, sheet: string, rows: readonly (readonly string[])[]): Workbook {
  workbook.enter(workbook.sheet(sheet), 0, 0, rows);
  return workbook;
}

describe('typing', () => {
  test.each([
    ['en_US', '1,234.5', 1234.5, '1,234.50'],
    ['pl_PL', '1234,5', 1234.5, '1234,5'],
    ['pl_PL', '31.12.2025', 46_022, '31.12.2025'],
    ['ru_RU', '12,5%', 0.125, '12,50%'],
    ['en_US', '2025-12-31', 46_022, '2025-12-31'],
    ['en_US', "'007", '007', '007'],
    ['en_US', 'Won', 'Won', 'Won'],
  ])('in %s the text %s becomes a value', (locale, text, value, shown) => {
    const workbook = open(locale);
    workbook.type('Data', 'B2', text);
    expect(workbook.value('Data', 'B2')).toBe(value);
    expect(workbook.display('Data', 'B2').replaceAll(NBSP, ' ')).toBe(shown);
  });

  test('a formula is computed, and computed again when its cells change', () => {
    const workbook = fill(open(), 'Data', [['1', '2', '=A1+B1']]);
    expect([workbook.value('Data', 'C1'), workbook.formula('Data', 'C1')]).toEqual([3, '=A1+B1']);
    workbook.type('Data', 'A1', '10');
    expect(workbook.value('Data', 'C1')).toBe(12);
  });

  test('a plain text cell keeps what is typed, formulas, too', () => {
    const workbook = open();
    const data = workbook.sheet('Data');
    workbook.setNumberFormats(data, workbook.block(data, 'A:A'), () => '@');
    fill(workbook, 'Data', [['=1+1'], ['007']]);
    expect(workbook.values('Data', 'A1:A2')).toEqual([['=1+1'], ['007']]);
  });

  test('a number format that was chosen stays when a date is typed', () => {
    const workbook = open();
    const data = workbook.sheet('Data');
    workbook.setNumberFormats(data, workbook.block(data, 'A1'), () => 'd.m.yy');
    workbook.type('Data', 'A1', '2025-12-31');
    expect(workbook.display('Data', 'A1')).toBe('31.12.25');
  });
});

describe('sheets', () => {
  test('renaming rewrites the formulas that name the sheet', () => {
    const workbook = fill(open(), 'Data', [['5', '=Data!A1']]);
    workbook.type('Report', 'A1', '=Data!A1*2');
    workbook.renameSheet(workbook.sheet('Data'), "Ann's deals");
    expect(workbook.formula('Report', 'A1')).toBe("='Ann''s deals'!A1*2");
    expect(workbook.formula("Ann's deals", 'B1')).toBe("='Ann''s deals'!A1");
    expect([workbook.value('Report', 'A1'), workbook.value("Ann's deals", 'B1')]).toEqual([10, 5]);
  });

  test('deleting one breaks the formulas that name it, and only those', () => {
    const workbook = fill(open(), 'Data', [['5']]);
    workbook.type('Report', 'A1', '=Data!A1*2');
    workbook.type('Report', 'A2', '=1+1');
    workbook.deleteSheet(workbook.sheet('Data'));
    expect(workbook.value('Report', 'A1')).toMatchObject({ error: '#REF!' });
    expect(workbook.value('Report', 'A2')).toBe(2);
  });

  test('a duplicate has everything of its own', () => {
    const workbook = fill(open(), 'Data', [['5', '=A1*2']]);
    const data = workbook.sheet('Data');
    data.restyle(0, 0, { bold: true });
    data.merges.push({ top: 2, left: 0, bottom: 2, right: 3 });
    data.charts.push({
      id: 1,
      type: 'BAR',
      ranges: [{ sheet: data.id, top: 0, left: 0, bottom: 1, right: 1 }],
      anchor: { row: 0, column: 3, x: 0, y: 0 },
      headers: 0,
      transposed: false,
      mergeStrategy: 'MERGE_COLUMNS',
      hiddenStrategy: 'IGNORE_BOTH',
      options: {},
    });
    workbook.addMetadata('field', 'amount', 'DOCUMENT', { kind: 'columns', sheet: data.id, index: 0 });
    const copy = workbook.duplicateSheet(data, 'Copy', 1);
    workbook.type('Copy', 'A1', '7');
    expect([workbook.value('Data', 'B1'), workbook.value('Copy', 'B1')]).toEqual([10, 14]);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Data', 'Copy', 'Report']);
    expect(copy.styles.get(0, 0)).toEqual({ bold: true });
    expect([copy.merges, copy.charts[0]?.ranges[0]?.sheet]).toEqual([data.merges, copy.id]);
    expect(workbook.metadata.map(({ location }) => location)).toMatchObject([{ sheet: data.id }, { sheet: copy.id }]);
  });

  test.each([
    ['', "The sheet name can't be empty."],
    ['x'.repeat(101), "The sheet name can't be more than 100 characters long."],
    ['DATA', 'A sheet with the name "DATA" already exists. Please enter another name.'],
  ])('the name "%s" is refused', (name, message) => {
    expect(() => open().addSheet(name)).toThrow(message);
  });

  test('moving a sheet changes the order only', () => {
    const workbook = open('en_US', ['A', 'B', 'C']);
    workbook.moveSheet(workbook.sheet('A'), 2);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['B', 'C', 'A']);
  });

  test('when the active sheet goes, the next visible one is active', () => {
    const workbook = open('en_US', ['A', 'B', 'C']);
    workbook.activeSheet = workbook.sheet('A');
    workbook.hideSheet(workbook.sheet('B'), true);
    workbook.deleteSheet(workbook.sheet('A'));
    expect(workbook.activeSheet.name).toBe('C');
  });
});

describe('inserting, deleting and moving lines', () => {
  /** A sheet with one of everything around B3:C4. */
  function furnished(): Workbook {
    const workbook = fill(open(), 'Data', [[], [], ['', '1', '2'], ['', '3', '4']]);
    const data = workbook.sheet('Data');
    const area = { sheet: data.id, top: 2, left: 1, bottom: 3, right: 2 };
    data.merges.push({ top: 5, left: 1, bottom: 5, right: 2 });
    data.notes.set(2, 1, 'note');
    data.conditionalRules = [{ ranges: [area], condition: { criteria: 'CUSTOM_FORMULA', values: ['=$B3>1'] } }];
    data.validations.set(0, 0, { criteria: 'VALUE_IN_RANGE', values: [area], dropdown: true, allowInvalid: false });
    data.charts = [
      {
        id: 1,
        type: 'BAR',
        ranges: [area],
        anchor: { row: 2, column: 1, x: 0, y: 0 },
        headers: 0,
        transposed: false,
        mergeStrategy: 'MERGE_COLUMNS',
        hiddenStrategy: 'IGNORE_BOTH',
        options: {},
      },
    ];
    data.protections = [{ id: 1, area, description: '', warningOnly: true }];
    workbook.type('Report', 'A1', '=SUM(Data!B3:C4)');
    return workbook;
  }

  test.each([
    ['rows inserted above', { kind: 'insert', axis: 'rows', at: 0, count: 2 }, [4, 1, 5, 2], '=$B5>1', 10],
    ['rows inserted inside', { kind: 'insert', axis: 'rows', at: 3, count: 1 }, [2, 1, 4, 2], '=$B3>1', 10],
    ['rows inserted below', { kind: 'insert', axis: 'rows', at: 4, count: 1 }, [2, 1, 3, 2], '=$B3>1', 10],
    ['columns inserted before', { kind: 'insert', axis: 'columns', at: 1, count: 1 }, [2, 2, 3, 3], '=$C3>1', 10],
    ['a row deleted inside', { kind: 'delete', axis: 'rows', at: 3, count: 1 }, [2, 1, 2, 2], '=$B3>1', 3],
    ['columns moved', { kind: 'move', axis: 'columns', at: 1, count: 2, to: 6 }, [2, 4, 3, 5], '=$E3>1', 10],
  ] as const)('areas of all kinds follow %s', (_, change, [top, left, bottom, right], formula, sum) => {
    const workbook = furnished();
    const data = workbook.sheet('Data');
    workbook.restructure(data, change);
    const area = { sheet: data.id, top, left, bottom, right };
    expect(data.conditionalRules[0]?.ranges).toEqual([area]);
    expect(data.conditionalRules[0]?.condition?.values).toEqual([formula]);
    expect(data.charts[0]?.ranges).toEqual([area]);
    expect(data.protections[0]?.area).toEqual(area);
    expect([...data.validations.entries()][0]?.value.values).toEqual([area]);
    expect(workbook.value('Report', 'A1')).toBe(sum);
  });

  test('what stood on deleted lines goes with them', () => {
    const workbook = furnished();
    const data = workbook.sheet('Data');
    workbook.restructure(data, { kind: 'delete', axis: 'columns', at: 1, count: 2 });
    expect([data.merges, data.conditionalRules, data.protections, [...data.notes.entries()]]).toEqual([[], [], [], []]);
    expect([data.charts[0]?.ranges, data.charts[0]?.anchor.column]).toEqual([[], 0]);
    expect([...data.validations.entries()]).toEqual([]);
    expect(workbook.value('Report', 'A1')).toMatchObject({ error: '#REF!' });
    expect(data.size.columns).toBe(24);
  });

  test('notes, sizes and frozen lines move along', () => {
    const workbook = furnished();
    const data = workbook.sheet('Data');
    data.tracks.columns.resize(1, 250);
    data.frozen = { rows: 3, columns: 0 };
    workbook.restructure(data, { kind: 'insert', axis: 'columns', at: 0, count: 1 });
    workbook.restructure(data, { kind: 'insert', axis: 'rows', at: 1, count: 1 });
    expect([data.notes.get(3, 2), data.tracks.columns.size(2), data.frozen.rows]).toEqual(['note', 250, 4]);
    workbook.restructure(data, { kind: 'delete', axis: 'rows', at: 0, count: 2 });
    expect(data.frozen.rows).toBe(2);
  });

  test.each([
    [{ kind: 'insert', axis: 'rows', at: 1001, count: 1 }, 'Those rows are out of bounds.'],
    [{ kind: 'delete', axis: 'columns', at: 20, count: 10 }, 'Those columns are out of bounds.'],
    [{ kind: 'delete', axis: 'columns', at: 0, count: 26 }, "You can't delete all the columns on the sheet."],
    [{ kind: 'move', axis: 'rows', at: 0, count: 1, to: 2000 }, 'Those rows are out of bounds.'],
    [{ kind: 'insert', axis: 'rows', at: 0, count: 400_000 }, 'above the limit of 10000000 cells'],
  ] as const)('%j is refused', (change, message) => {
    const workbook = open();
    expect(() => workbook.restructure(workbook.sheet('Data'), change)).toThrow(message);
    expect(workbook.sheet('Data').size).toEqual({ rows: 1000, columns: 26 });
  });
});

describe('Make a copy', () => {
  function tagged(): Workbook {
    const workbook = fill(open(), 'Data', [['5']]);
    workbook.type('Report', 'A1', '=Data!A1*2');
    workbook.addMetadata('field', 'amount', 'DOCUMENT', { kind: 'columns', sheet: 0, index: 0 });
    return workbook;
  }

  test('gives a file that lives on its own', () => {
    const workbook = tagged();
    const copy = workbook.copy({ metadata: 'kept' });
    copy.type('Data', 'A1', '7');
    expect([copy.name, copy.value('Report', 'A1'), workbook.value('Report', 'A1')]).toEqual(['Copy of Test', 14, 10]);
    expect(copy.metadata).toEqual(workbook.metadata);
  });

  test('may lose metadata, or keep it unwritable', () => {
    const workbook = tagged();
    expect(workbook.copy({ metadata: 'lost' }).metadata).toEqual([]);
    const copy = workbook.copy({ metadata: 'unwritable' });
    expect(() => copy.removeMetadata(copy.metadata[0]?.id ?? 0)).toThrow('cannot be changed');
    expect(copy.metadata).toHaveLength(1);
  });
});

test('custom functions can be exchanged, and formulas notice', () => {
  const workbook = fill(open(), 'Data', [['=FAVOURITE()']]);
  expect(workbook.value('Data', 'A1')).toMatchObject({ error: '#NAME?' });
  workbook.useCustomFunctions((name) => (name === 'FAVOURITE' ? () => 42 : undefined));
  expect(workbook.value('Data', 'A1')).toBe(42);
});

test('another locale shows the same values differently', () => {
  const workbook = fill(open(), 'Data', [['0.5']]);
  workbook.setRegion('pl_PL', 'Europe/Warsaw');
  expect([workbook.value('Data', 'A1'), workbook.display('Data', 'A1')]).toEqual([0.5, '0,5']);
});

test('a hundred thousand rows of twenty columns are written, summed and moved aside', () => {
  const workbook = open();
  const data = workbook.addSheet('Big', { rows: 100_001, columns: 20 });
  const rows = Array.from({ length: 100_000 }, (_row, row) =>
    Array.from({ length: 20 }, (_cell, column) => ({ value: row * column })),
  );
  workbook.write(data, 1, 0, rows);
  workbook.type('Report', 'A1', '=SUM(Big!B2:B)');
  expect(workbook.value('Report', 'A1')).toBe((99_999 * 100_000) / 2);
  workbook.restructure(data, { kind: 'insert', axis: 'columns', at: 1, count: 1 });
  expect(workbook.value('Report', 'A1')).toBe((99_999 * 100_000) / 2);
});
