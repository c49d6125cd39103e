import { listChanges, takeSnapshot } from '../../../host/workbook/snapshot';
import { createWorkbook, type Workbook } from '../../../host/workbook/workbook';

function open(): Workbook {
  const workbook = createWorkbook({ name: 'Test', locale: 'en_US', timeZone: 'Etc/UTC', sheets: ['Data', 'Report'] });
  workbook.type('Data', 'B3', '5');
  return workbook;
}

/** What a change of the workbook adds to the list of differences. */
function differences(change: (workbook: Workbook) => void): string[] {
  const workbook = open();
  const before = takeSnapshot(workbook);
  change(workbook);
  return listChanges(before, takeSnapshot(workbook));
}

test('a workbook that nobody touched has not changed', () => {
  expect(differences(() => undefined)).toEqual([]);
});

test.each<[string, (workbook: Workbook) => void, string]>([
  ['a value', (workbook) => workbook.type('Data', 'B3', '6'), 'Data!B3 contents: 5 → 6'],
  ['a formula', (workbook) => workbook.type('Data', 'A1', '=B3'), 'Data!A1 contents: undefined → {"text":"=B3"}'],
  [
    'a style',
    (workbook) => workbook.sheet('Data').restyle(0, 0, { bold: true }),
    'Data!A1 styles: undefined → {"bold":true}',
  ],
  ['a note', (workbook) => workbook.sheet('Data').notes.set(0, 0, 'n'), 'Data!A1 notes: undefined → "n"'],
  ['a width', (workbook) => workbook.sheet('Data').tracks.columns.resize(1, 50), 'Data columns: '],
  ['a name', (workbook) => workbook.renameSheet(workbook.sheet('Data'), 'Deals'), 'Data name: "Data" → "Deals"'],
  ['a hidden tab', (workbook) => workbook.hideSheet(workbook.sheet('Report'), true), 'Report hidden: false → true'],
  [
    'a new tab',
    (workbook) => void workbook.addSheet('New'),
    'order of sheets: ["Data","Report"] → ["Data","Report","New"]',
  ],
  [
    'metadata',
    (workbook) => void workbook.addMetadata('k', null, 'DOCUMENT', { kind: 'spreadsheet' }),
    'metadata: [] → ',
  ],
])('%s that changed is named', (_, change, line) => {
  expect(differences(change)).toEqual(expect.arrayContaining([expect.stringContaining(line)]));
});

test('a selection is no change', () => {
  expect(
    differences((workbook) => (workbook.sheet('Data').selection = [{ top: 1, left: 1, bottom: 2, right: 2 }])),
  ).toEqual([]);
});
