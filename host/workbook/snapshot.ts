import { columnLetters } from './address';
import type { Layer } from './layer';
import type { Sheet } from './sheet';
import type { Track } from './track';
import type { Metadata } from './types';
import type { Workbook } from './workbook';

/** A workbook as it was at a moment. */
export interface Snapshot {
  readonly sheets: readonly Sheet[];
  readonly metadata: readonly Metadata[];
}

/** Keeps what a workbook holds now, to be compared with it later. */
export function takeSnapshot(workbook: Workbook): Snapshot {
  return { sheets: workbook.sheets.map((sheet) => sheet.clone()), metadata: workbook.metadata };
}

/** What differs between two snapshots, one line each, such as "Deals!B3 contents: 5 → 6"; selections do not count. */
export function listChanges(before: Snapshot, after: Snapshot): string[] {
  const changes: string[] = [];
  const note = (what: string, one: unknown, other: unknown) => {
    const [from, to] = [JSON.stringify(one), JSON.stringify(other)];
    if (from !== to) changes.push(`${what}: ${from} → ${to}`);
  };
  note(
    'order of sheets',
    before.sheets.map(({ name }) => name),
    after.sheets.map(({ name }) => name),
  );
  note('metadata', before.metadata, after.metadata);
  for (const sheet of before.sheets) {
    const now = after.sheets.find(({ id }) => id === sheet.id);
    if (now) compareSheets(sheet, now, note);
  }
  return changes;
}

type Note = (what: string, one: unknown, other: unknown) => void;

function compareSheets(before: Sheet, after: Sheet, note: Note): void {
  const layers = ['contents', 'formats', 'styles', 'notes', 'validations'] as const;
  for (const name of layers) {
    compareLayers<unknown>(before[name], after[name], (row, column, one, other) =>
      note(`${before.name}!${columnLetters(column)}${row + 1} ${name}`, one, other),
    );
  }
  const properties = ['name', 'hidden', 'tabColor', 'gridLines', 'frozen', 'groupButtonBefore', 'size'] as const;
  const lists = ['merges', 'conditionalRules', 'charts', 'protections'] as const;
  for (const name of [...properties, ...lists]) note(`${before.name} ${name}`, before[name], after[name]);
  for (const axis of ['rows', 'columns'] as const) {
    note(`${before.name} ${axis}`, listTrack(before.tracks[axis]), listTrack(after.tracks[axis]));
  }
}

function compareLayers<T>(
  before: Layer<T>,
  after: Layer<T>,
  note: (row: number, column: number, one: T | undefined, other: T | undefined) => void,
): void {
  const [one, other] = [before.extent(), after.extent()];
  for (let column = 0; column < Math.max(one.columns, other.columns); column++) {
    for (let row = 0; row < Math.max(one.rows, other.rows); row++) {
      const [from, to] = [before.get(row, column), after.get(row, column)];
      if (from !== to) note(row, column, from, to);
    }
  }
}

function listTrack(track: Track): unknown {
  return { lines: [...track.entries()], groups: track.groups() };
}
