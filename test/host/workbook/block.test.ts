import { copyBlock, copyValues, moveBlock } from '../../../host/workbook/block';
import type { Area } from '../../../host/workbook/types';
import { createWorkbook, type Workbook } from '../../../host/workbook/workbook';

function open(...cells: [string, string][]): Workbook {
  const workbook = createWorkbook({ name: 'Test', locale: 'en_US', timeZone: 'Etc/UTC', sheets: ['Data', 'Other'] });
  for (const [a1, text] of cells) workbook.type('Data', a1, text);
  return workbook;
}

const area = (workbook: Workbook, sheet: string, a1: string): Area => ({
  sheet: workbook.sheet(sheet).id,
  ...workbook.block(workbook.sheet(sheet), a1),
});

/** Does something with two blocks, such as copying "A1:B2" to "D4" or to "Other!D4". */
function act(action: typeof copyBlock, workbook: Workbook, from: string, to: string) {
  const [sheet, a1] = to.includes('!') ? (to.split('!') as [string, string]) : ['Data', to];
  return action(workbook, area(workbook, 'Data', from), area(workbook, sheet, a1));
}

describe('copying a block', () => {
  test.each([
    ['=A1', 'D4', '=C3'],
    ['=$A$1', 'D4', '=$A$1'],
    ['=$A1+A$1', 'D4', '=$A3+C$1'],
    ['=SUM(A1:A)', 'D4', '=SUM(C3:C)'],
    ['=Other!A1', 'D4', '=Other!C3'],
    ['=A1', 'A1', '=#REF!'],
    ['=A1', 'Other!D4', '=C3'],
  ])('takes relative references of %s along to %s', (formula, to, copied) => {
    const workbook = open(['B2', formula]);
    act(copyBlock, workbook, 'B2', to);
    const [sheet, a1] = to.includes('!') ? (to.split('!') as [string, string]) : ['Data', to];
    expect(workbook.formula(sheet, a1)).toBe(copied);
    expect(workbook.formula('Data', 'B2')).toBe(to === 'B2' ? copied : formula);
  });

  test('fills a target that is a multiple of its size, and only then', () => {
    const workbook = open(['A1', '1'], ['A2', '2']);
    act(copyBlock, workbook, 'A1:A2', 'C1:D4');
    expect(workbook.values('Data', 'C1:D4')).toEqual([
      [1, 1],
      [2, 2],
      [1, 1],
      [2, 2],
    ]);
    act(copyBlock, workbook, 'A1:A2', 'F1:F3');
    expect(workbook.values('Data', 'F1:F3')).toEqual([[1], [2], [null]]);
  });

  test('onto itself, a little further, copies what was there before', () => {
    const workbook = open(['A1', '1'], ['A2', '2'], ['A3', '3']);
    act(copyBlock, workbook, 'A1:A3', 'A2');
    expect(workbook.values('Data', 'A1:A4')).toEqual([[1], [1], [2], [3]]);
  });

  test('takes number formats, looks, notes, rules and merges, and wipes out what was there', () => {
    const workbook = open(['A1', '50%'], ['D5', 'old']);
    const sheet = workbook.sheet('Data');
    const rule = { criteria: 'CHECKBOX', values: [], dropdown: true, allowInvalid: false };
    sheet.restyle(0, 0, { bold: true });
    sheet.notes.set(0, 0, 'half');
    sheet.validations.set(0, 0, rule);
    sheet.merges = [
      { top: 0, left: 0, bottom: 1, right: 1 },
      { top: 3, left: 3, bottom: 9, right: 3 },
    ];
    sheet.notes.set(4, 3, 'old');
    act(copyBlock, workbook, 'A1:B2', 'D4');
    expect(workbook.display('Data', 'D4')).toBe('50%');
    expect([sheet.styles.get(3, 3), sheet.notes.get(3, 3), sheet.validations.get(3, 3)]).toEqual([
      { bold: true },
      'half',
      rule,
    ]);
    expect([workbook.value('Data', 'D5'), sheet.notes.get(4, 3)]).toEqual([null, undefined]);
    expect(sheet.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 1 },
      { top: 3, left: 3, bottom: 4, right: 4 },
    ]);
  });

  test('makes room on a sheet that is too small', () => {
    const workbook = open(['A1', '1']);
    act(copyBlock, workbook, 'A1:C3', 'Z1000');
    expect(workbook.sheet('Data').size).toEqual({ rows: 1002, columns: 28 });
  });

  test('makes conditional formats hold for the copy, on another sheet relative to its first cell', () => {
    const workbook = open();
    const sheet = workbook.sheet('Data');
    const condition = { criteria: 'CUSTOM_FORMULA', values: ['=$A1=B$1'] };
    sheet.conditionalRules = [{ ranges: [area(workbook, 'Data', 'A1:A10')], condition, style: { bold: true } }];
    act(copyBlock, workbook, 'A2:B3', 'D5');
    expect(sheet.conditionalRules[0]?.ranges).toEqual([
      area(workbook, 'Data', 'A1:A10'),
      area(workbook, 'Data', 'D5:D6'),
    ]);
    act(copyBlock, workbook, 'A2:B3', 'Other!D5');
    expect(workbook.sheet('Other').conditionalRules).toEqual([
      {
        ranges: [area(workbook, 'Other', 'D5:D6')],
        condition: { criteria: 'CUSTOM_FORMULA', values: ['=$A5=E$1'] },
        style: { bold: true },
      },
    ]);
  });
});

test('copying values leaves formulas and looks behind, but keeps dates dates', () => {
  const workbook = open(['A1', '=1+1'], ['A2', '2025-12-31'], ['A3', '=A2']);
  workbook.sheet('Data').restyle(0, 0, { bold: true });
  workbook.sheet('Data').formats.set(4, 2, '0.0');
  act(copyValues, workbook, 'A1:A3', 'C5');
  expect(workbook.values('Data', 'C5:C7')).toEqual([[2], [46022], [46022]]);
  expect(workbook.formula('Data', 'C5')).toBeUndefined();
  expect([workbook.display('Data', 'C5'), workbook.display('Data', 'C6')]).toEqual(['2.0', '2025-12-31']);
  expect(workbook.sheet('Data').styles.get(4, 2)).toBeUndefined();
});

describe('moving a block', () => {
  test('its formulas read what they read, and those that read it follow', () => {
    const workbook = open(['A1', '5'], ['B1', '=A1*2'], ['B2', '=$B$1+1'], ['C1', '=SUM(B1:B2)'], ['C2', '=B1']);
    act(moveBlock, workbook, 'B1:B2', 'E10');
    expect(['E10', 'E11', 'C1', 'C2'].map((cell) => workbook.formula('Data', cell))).toEqual([
      '=A1*2',
      '=$E$10+1',
      '=SUM(E10:E11)',
      '=E10',
    ]);
    expect(workbook.values('Data', 'B1:B2')).toEqual([[null], [null]]);
    expect(workbook.value('Data', 'C1')).toBe(21);
  });

  test('a range that holds only part of it stays', () => {
    const workbook = open(['A1', '5'], ['C1', '=SUM(A1:A2)']);
    act(moveBlock, workbook, 'A1', 'A5');
    expect(workbook.formula('Data', 'C1')).toBe('=SUM(A1:A2)');
    expect(workbook.value('Data', 'C1')).toBe(0);
  });

  test('to another sheet, both ways of reading name the sheet', () => {
    const workbook = open(['A1', '5'], ['B1', '=A1*2'], ['C1', '=B1']);
    workbook.type('Other', 'A1', '=Data!B1');
    act(moveBlock, workbook, 'B1', 'Other!D4');
    expect(workbook.formula('Other', 'D4')).toBe('=Data!A1*2');
    expect(workbook.formula('Data', 'C1')).toBe('=Other!D4');
    expect(workbook.formula('Other', 'A1')).toBe('=Other!D4');
    expect(workbook.value('Data', 'C1')).toBe(10);
  });

  test('takes everything of its cells and leaves nothing', () => {
    const workbook = open(['A1', '50%']);
    const sheet = workbook.sheet('Data');
    sheet.restyle(0, 0, { bold: true });
    sheet.notes.set(0, 0, 'half');
    sheet.merges = [{ top: 0, left: 0, bottom: 0, right: 1 }];
    act(moveBlock, workbook, 'A1:B1', 'B1');
    expect([workbook.display('Data', 'A1'), workbook.display('Data', 'B1')]).toEqual(['', '50%']);
    expect([sheet.styles.get(0, 0), sheet.styles.get(0, 1)]).toEqual([undefined, { bold: true }]);
    expect([sheet.notes.get(0, 0), sheet.notes.get(0, 1)]).toEqual([undefined, 'half']);
    expect(sheet.merges).toEqual([{ top: 0, left: 1, bottom: 0, right: 2 }]);
  });

  test('takes charts and rules that read it along', () => {
    const workbook = open(['A1', '1']);
    const sheet = workbook.sheet('Data');
    const chart = { id: 1, type: 'BAR', anchor: { row: 0, column: 0, x: 0, y: 0 }, headers: 0, transposed: false };
    sheet.charts = [
      { ...chart, ranges: [area(workbook, 'Data', 'A1:A3')], mergeStrategy: '', hiddenStrategy: '', options: {} },
    ];
    const values = [area(workbook, 'Data', 'A1:A3')];
    sheet.validations.set(9, 9, { criteria: 'VALUE_IN_RANGE', values, dropdown: true, allowInvalid: true });
    act(moveBlock, workbook, 'A1:B5', 'Other!C3');
    expect(sheet.charts[0]?.ranges).toEqual([area(workbook, 'Other', 'C3:C5')]);
    expect(sheet.validations.get(9, 9)?.values).toEqual([area(workbook, 'Other', 'C3:C5')]);
  });
});
