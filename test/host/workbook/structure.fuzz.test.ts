import * as fc from 'fast-check';
import { columnLetters } from '../../../host/workbook/address';
import type { StructureChange } from '../../../host/workbook/sheet';
import type { Axis } from '../../../host/workbook/types';
import { createWorkbook, type Workbook } from '../../../host/workbook/workbook';

const SIZE = 8;

const CHANGE: fc.Arbitrary<StructureChange> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'move'),
  axis: fc.constantFrom<Axis>('rows', 'columns'),
  at: fc.nat(SIZE - 1),
  count: fc.integer({ min: 1, max: 3 }),
  to: fc.nat(SIZE),
}) as fc.Arbitrary<StructureChange>;

/** A table of distinct numbers, changed by plain splices. */
class Oracle {
  table: (number | undefined)[][] = Array.from({ length: SIZE }, (_row, row) =>
    Array.from({ length: SIZE }, (_cell, column) => 1 + row * SIZE + column),
  );

  apply(change: StructureChange): void {
    if (change.axis === 'rows') {
      splice(this.table, change, () => (this.table[0] ?? []).map(() => undefined));
      return;
    }
    for (const row of this.table) splice(row, change, () => undefined);
  }

  column(index: number): (number | undefined)[] {
    return this.table.map((row) => row[index]);
  }

  get size(): { rows: number; columns: number } {
    return { rows: this.table.length, columns: this.table[0]?.length ?? 0 };
  }
}

function splice<T>(line: T[], change: StructureChange, blank: () => T): void {
  const { at, count } = change;
  if (change.kind === 'insert') {
    line.splice(at, 0, ...Array.from({ length: count }, blank));
    return;
  }
  const taken = line.splice(at, count);
  if (change.kind === 'move') line.splice(change.to > at ? change.to - count : change.to, 0, ...taken);
}

function isPossible(change: StructureChange, { size }: Oracle): boolean {
  const { at, count } = change;
  const length = size[change.axis];
  if (change.kind === 'move') {
    return at + count <= length && change.to <= length && (change.to <= at || change.to >= at + count);
  }
  return change.kind === 'insert' ? at <= length : at + count <= length && count < length;
}

/** A sheet with the oracle's numbers; on another sheet a reference to each cell and the sum of each column. */
function build(oracle: Oracle): Workbook {
  const workbook = createWorkbook({ name: 'Fuzz', locale: 'en_US', timeZone: 'Etc/UTC', sheets: ['Cells', 'Sums'] });
  const data = workbook.addSheet("Ann's data", { rows: SIZE, columns: SIZE });
  workbook.write(
    data,
    0,
    0,
    oracle.table.map((row) => row.map((value) => ({ value: value ?? null }))),
  );
  for (const [column, letters] of Array.from({ length: SIZE }, (_, index) => [index, columnLetters(index)] as const)) {
    workbook.type('Sums', `${letters}1`, `=SUM('Ann''s data'!${letters}:${letters})`);
    workbook.addMetadata(`column ${column}`, null, 'DOCUMENT', { kind: 'columns', sheet: data.id, index: column });
    for (let row = 1; row <= SIZE; row++) workbook.type('Cells', `${letters}${row}`, `='Ann''s data'!${letters}${row}`);
  }
  return workbook;
}

test('after any edits a reference shows its own cell, or #REF! where that was deleted', () => {
  fc.assert(
    fc.property(fc.array(CHANGE, { maxLength: 8 }), (changes) => {
      const oracle = new Oracle();
      const workbook = build(oracle);
      for (const change of changes) {
        if (!isPossible(change, oracle)) continue;
        workbook.restructure(workbook.sheet("Ann's data"), change);
        oracle.apply(change);
      }
      const alive = new Set(oracle.table.flat());
      const shown = workbook.values('Cells', `A1:${columnLetters(SIZE - 1)}${SIZE}`).flat();
      expect(shown.map((value) => (typeof value === 'object' ? value?.error : value))).toEqual(
        Array.from({ length: SIZE * SIZE }, (_, index) => (alive.has(index + 1) ? index + 1 : '#REF!')),
      );
      expect(workbook.values("Ann's data", `A1:${columnLetters(oracle.size.columns - 1)}${oracle.size.rows}`)).toEqual(
        oracle.table.map((row) => row.map((value) => value ?? null)),
      );
    }),
    { numRuns: 60 },
  );
});

test('after any edits sums and tags of a column follow it', () => {
  fc.assert(
    fc.property(fc.array(CHANGE, { maxLength: 8 }), (changes) => {
      const oracle = new Oracle();
      const workbook = build(oracle);
      // Where a column has gone is told by an extra row of names that no edit of rows touches.
      let names: (number | undefined)[] = Array.from({ length: SIZE }, (_, index) => index);
      for (const change of changes) {
        if (!isPossible(change, oracle)) continue;
        workbook.restructure(workbook.sheet("Ann's data"), change);
        oracle.apply(change);
        names = names.slice();
        if (change.axis === 'columns') splice(names, change, () => undefined);
      }
      for (let column = 0; column < SIZE; column++) {
        const now = names.indexOf(column);
        const tag = workbook.metadata.find(({ key }) => key === `column ${column}`);
        expect(tag?.location).toEqual(now < 0 ? undefined : { kind: 'columns', sheet: 2, index: now });
        const sum = workbook.value('Sums', `${columnLetters(column)}1`);
        const left = oracle.column(now).reduce<number>((total, value) => total + (value ?? 0), 0);
        expect(typeof sum === 'object' ? sum?.error : sum).toBe(now < 0 ? '#REF!' : left);
      }
    }),
    { numRuns: 60 },
  );
});
