import { changeLines, lineRuns } from '../../../host/playground/lines';
import type { LinesAsk } from '../../../host/playground/protocol';
import { createWorkbook } from '../../../host/workbook/workbook';

function open() {
  const workbook = createWorkbook({ name: 'Test', locale: 'en_US', timeZone: 'Etc/UTC', sheets: ['Data'] });
  const sheet = workbook.sheet('Data');
  const change = (axis: 'rows' | 'columns', ask: object) =>
    changeLines(workbook, { sheet: sheet.id, axis, ...ask } as LinesAsk);
  return { workbook, sheet, change };
}

test('a sheet that nobody touched has no runs', () => {
  expect(lineRuns(open().sheet, 'rows')).toEqual([]);
});

test('neighbours that are alike make one run; lines of the usual size make none', () => {
  const { sheet, change } = open();
  change('columns', { kind: 'resize', at: 1, count: 3, pixels: 50 });
  change('columns', { kind: 'resize', at: 4, count: 1, pixels: 60 });
  change('columns', { kind: 'resize', at: 2, count: 1, pixels: 100 });
  change('columns', { kind: 'hide', at: 7, count: 2 });
  expect(lineRuns(sheet, 'columns')).toEqual([
    { first: 1, count: 1, size: 50, hidden: false },
    { first: 3, count: 1, size: 50, hidden: false },
    { first: 4, count: 1, size: 60, hidden: false },
    { first: 7, count: 2, size: 100, hidden: true },
  ]);
});

test('the lines of a collapsed group are hidden, and shown when it is opened', () => {
  const { sheet, change } = open();
  for (const row of [3, 4, 5]) sheet.tracks.rows.shiftDepth(row, 1);
  change('rows', { kind: 'collapse', first: 3, depth: 1 });
  expect(lineRuns(sheet, 'rows')).toEqual([{ first: 3, count: 3, size: 21, hidden: true }]);
  change('rows', { kind: 'expand', first: 3, depth: 1 });
  expect(lineRuns(sheet, 'rows')).toEqual([]);
});

test('hidden lines are shown again', () => {
  const { sheet, change } = open();
  change('rows', { kind: 'hide', at: 1, count: 5 });
  change('rows', { kind: 'show', at: 2, count: 3 });
  expect(lineRuns(sheet, 'rows').map(({ first, count }) => [first, count])).toEqual([
    [1, 1],
    [5, 1],
  ]);
});

test('a column is fitted to the longest text in it, within reason; an empty one keeps its size', () => {
  const { workbook, sheet, change } = open();
  workbook.type('Data', 'A1', 'ten letters');
  workbook.type('Data', 'B1', 'x'.repeat(500));
  workbook.type('Data', 'C1', '1');
  change('columns', { kind: 'resize', at: 0, count: 4, pixels: null });
  const widths = [0, 1, 2, 3].map((column) => sheet.tracks.columns.size(column));
  expect(widths).toEqual([89, 400, 40, 100]);
});

test('rows are set back to the usual height', () => {
  const { sheet, change } = open();
  change('rows', { kind: 'resize', at: 0, count: 2, pixels: 60 });
  change('rows', { kind: 'resize', at: 0, count: 1, pixels: null });
  expect([sheet.tracks.rows.size(0), sheet.tracks.rows.size(1)]).toEqual([21, 60]);
});
