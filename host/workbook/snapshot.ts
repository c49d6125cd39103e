import { columnLetters } from './address';
import type { Layer } from './layer';
import type { Sheet } from './sheet';
import type { Track } from './track';
import type { Metadata } from './types';
import type { Workbook } from './workbook';

/** A workbook as it was at a moment. */
export interface Snapshot {
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly sheets: readonly Sheet[];
  /** The sheet that the user looked at. */
  readonly active: number | undefined;
  readonly metadata: readonly Metadata[];
}

/** Keeps what a workbook holds now, to be compared with it later, or to go back to; cells are shared until they change. */
export function takeSnapshot(workbook: Workbook): Snapshot {
  const { name, locale, timeZone, metadata, sheets } = workbook;
  const active = sheets.length > 0 ? workbook.activeSheet.id : undefined;
  return { name, locale, timeZone, sheets: sheets.map((sheet) => sheet.clone()), active, metadata };
}

/** What differs between two snapshots, one line each, such as "Deals!B3 contents: 5 → 6"; selections do not count. */
export function listChanges(before: Snapshot, after: Snapshot): string[] {
  return [...changesBetween(before, after)];
}

/** What of a snapshot can be compared; a workbook is one of itself. */
type State = Omit<Snapshot, 'active'>;

/** True if a workbook has changed since a snapshot; quick where the changes were few. */
export function hasChanged(before: Snapshot, after: State): boolean {
  return changesBetween(before, after).next().done === false;
}

type Changes = Generator<string, void>;

function* changesBetween(before: State, after: State): Changes {
  const names = ({ sheets }: State) => sheets.map(({ name }) => name);
  yield* compare('order of sheets', names(before), names(after));
  for (const name of ['name', 'locale', 'timeZone', 'metadata'] as const) {
    yield* compare(name, before[name], after[name]);
  }
  for (const sheet of before.sheets) {
    const now = after.sheets.find(({ id }) => id === sheet.id);
    if (now) yield* compareSheets(sheet, now);
    else yield `${sheet.name}: deleted`;
  }
}

function* compare(what: string, one: unknown, other: unknown): Changes {
  if (one === other) return;
  const [from, to] = [JSON.stringify(one), JSON.stringify(other)];
  if (from !== to) yield `${what}: ${from} → ${to}`;
}

function* compareSheets(before: Sheet, after: Sheet): Changes {
  for (const name of ['contents', 'formats', 'styles', 'notes', 'validations'] as const) {
    yield* compareLayers<unknown>(before, name, before[name], after[name]);
  }
  const properties = ['name', 'hidden', 'tabColor', 'gridLines', 'frozen', 'groupButtonBefore', 'size'] as const;
  const lists = ['merges', 'conditionalRules', 'charts', 'protections'] as const;
  for (const name of [...properties, ...lists]) yield* compare(`${before.name} ${name}`, before[name], after[name]);
  for (const axis of ['rows', 'columns'] as const) {
    yield* compare(`${before.name} ${axis}`, listTrack(before.tracks[axis]), listTrack(after.tracks[axis]));
  }
}

function* compareLayers<T>(sheet: Sheet, name: string, before: Layer<T>, after: Layer<T>): Changes {
  const rows = Math.max(before.extent().rows, after.extent().rows);
  for (const column of after.changedSince(before)) {
    for (let row = 0; row < rows; row++) {
      const [one, other] = [before.get(row, column), after.get(row, column)];
      if (one !== other) yield* compare(`${sheet.name}!${columnLetters(column)}${row + 1} ${name}`, one, other);
    }
  }
}

function listTrack(track: Track): unknown {
  return { lines: [...track.entries()], groups: track.groups() };
}
