import * as fc from 'fast-check';
import { createHistory } from '../../../host/workbook/history';
import { listChanges, takeSnapshot } from '../../../host/workbook/snapshot';
import { createWorkbook, type Workbook } from '../../../host/workbook/workbook';

function open(): Workbook {
  const workbook = createWorkbook({ name: 'Test', locale: 'en_US', timeZone: 'Etc/UTC', sheets: ['Data', 'Other'] });
  workbook.type('Data', 'A1', '1');
  workbook.type('Other', 'A1', '=Data!A1*2');
  return workbook;
}

type Action = (workbook: Workbook, n: number) => void;

/** One change of every kind that a workbook knows; some change nothing, and some cannot be done. */
const ACTIONS: readonly Action[] = [
  (workbook, n) => workbook.type('Data', `A${1 + (n % 5)}`, String(n)),
  (workbook, n) => workbook.type('Data', 'B1', `=SUM(A1:A${1 + n})`),
  (workbook) => workbook.clear(workbook.sheet('Data'), { top: 0, left: 0, bottom: 3, right: 3 }),
  (workbook, n) => workbook.sheet('Data').restyle(n % 3, 0, { bold: true }),
  (workbook, n) => workbook.sheet('Data').notes.set(n % 3, 0, `note ${n}`),
  (workbook, n) => workbook.restructure(workbook.sheet('Data'), { kind: 'insert', axis: 'rows', at: n % 4, count: 1 }),
  (workbook, n) =>
    workbook.restructure(workbook.sheet('Data'), { kind: 'delete', axis: 'columns', at: n % 2, count: 1 }),
  (workbook, n) => void workbook.addSheet(`Sheet ${n}`),
  (workbook) => workbook.deleteSheet(workbook.sheet('Other')),
  (workbook, n) => workbook.renameSheet(workbook.sheets[0] as never, `Name ${n}`),
  (workbook, n) => workbook.sheet('Data').tracks.rows.resize(n % 5, 40 + n),
  (workbook) => workbook.sheet('Data').tracks.rows.shiftDepth(2, 1),
  (workbook, n) => void workbook.addMetadata(`k${n}`, null, 'DOCUMENT', { kind: 'spreadsheet' }),
  (workbook, n) => workbook.setRegion(n % 2 ? 'pl_PL' : 'en_US', 'Etc/UTC'),
  (workbook) => workbook.moveSheet(workbook.sheets[0] as never, 1),
];

const values = (workbook: Workbook) =>
  workbook.sheets.map((sheet) => [sheet.name, workbook.valueAt(sheet, 0, 0), workbook.valueAt(sheet, 0, 1)]);

test('undoing everything gives the beginning, step by step, and redoing everything the end', () => {
  const step = fc.tuple(fc.nat(ACTIONS.length - 1), fc.nat(9));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const workbook = open();
      const history = createHistory<number>(workbook, 100);
      const states = [{ kept: takeSnapshot(workbook), shown: values(workbook) }];
      for (const [index, [action, n]] of steps.entries()) {
        const { revision } = history;
        try {
          history.attempt(index, () => ACTIONS[action]?.(workbook, n));
        } catch {
          expect(history.revision).toBe(revision);
        }
        if (history.revision > revision) states.push({ kept: takeSnapshot(workbook), shown: values(workbook) });
      }
      const same = (state: (typeof states)[number] | undefined) => {
        expect(listChanges(state?.kept as never, takeSnapshot(workbook))).toEqual([]);
        expect(values(workbook)).toEqual(state?.shown);
      };
      for (let at = states.length - 2; at >= 0; at--) {
        expect(history.undo()).toBe(true);
        same(states[at]);
      }
      expect(history.undo()).toBe(false);
      for (let at = 1; at < states.length; at++) {
        expect(history.redo()).toBe(true);
        same(states[at]);
      }
      expect(history.redo()).toBe(false);
    }),
    { numRuns: 150 },
  );
});

test('what fails half-way has not happened, unless half of it counts', () => {
  const workbook = open();
  const history = createHistory<string>(workbook, 10);
  const half = () => {
    workbook.type('Data', 'A1', '99');
    throw new Error('no more');
  };
  expect(() => history.attempt('typing', half)).toThrow('no more');
  expect([workbook.value('Other', 'A1'), history.undoable]).toEqual([2, undefined]);
  expect(() => history.attempt('script', half, true)).toThrow('no more');
  expect([workbook.value('Other', 'A1'), history.undoable]).toEqual([198, 'script']);
});

test('so many steps are kept, the oldest is forgotten first', () => {
  const workbook = open();
  const history = createHistory<number>(workbook, 3);
  for (let n = 1; n <= 5; n++) history.attempt(n, () => workbook.type('Data', 'A1', String(n * 10)));
  expect([history.undo(), history.undo(), history.undo(), history.undo()]).toEqual([true, true, true, false]);
  expect(workbook.value('Data', 'A1')).toBe(20);
});

test('a step of a long sheet keeps only the column that changed', () => {
  const workbook = open();
  const sheet = workbook.addSheet('Long', { rows: 50_000, columns: 10 });
  workbook.write(
    sheet,
    0,
    0,
    Array.from({ length: 50_000 }, (_, row) =>
      Array.from({ length: 10 }, (_value, column) => ({ value: row + column })),
    ),
  );
  const before = takeSnapshot(workbook);
  workbook.type('Long', 'C5', 'new');
  const [kept, now] = [before.sheets[2], takeSnapshot(workbook).sheets[2]];
  expect([...(now as typeof sheet).contents.changedSince((kept as typeof sheet).contents)]).toEqual([2]);
  expect(kept?.contents.get(4, 2)).toBe(6);
});
