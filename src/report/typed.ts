import { serialOf, type Value } from '../data/cell';
import { columnOf } from './areas';
import type { Kept, Report } from './model';
import { edgeName, keptMark } from './page';

/** What people left in a report. */
export interface Typed {
  /** What they typed in the cells that are kept. */
  readonly kept: Kept;
  /** So many columns has the report, and so many the tab: what stands beyond the report is somebody's own. */
  readonly width: number;
  readonly columns: number;
  /** What the rows are called, and in which of them something stands beside the report. */
  readonly labels: readonly unknown[];
  readonly noted: readonly boolean[];
}

/**
 * Reads what people typed in a report from the values and formulas of its tab. The cells that are kept are found by the list of them
 * at its end: the formulas there have followed them wherever rows or columns came in.
 */
export function typedIn(values: readonly (readonly Value[])[], formulas: readonly (readonly string[])[]): Typed {
  const kept: Record<string, number | string | boolean> = {};
  const columns = values[0]?.length ?? 0;
  let width = columns;
  values.forEach((row, y) => {
    row.forEach((name, x) => {
      const place = /^=ROW\(\$?([A-Z]+)\$?(\d+)\)$/.exec(formulas[y]?.[x + 1] ?? '');
      if (!place || typeof name !== 'string' || !name.startsWith(keptMark)) return;
      const column = columnOf(place[1] as string);
      if (name === keptMark + edgeName) width = column + 1;
      else kept[name.slice(keptMark.length)] = plain(values[Number(place[2]) - 1]?.[column] ?? null);
    });
  });
  return {
    kept,
    width,
    columns,
    labels: values.map(([label]) => plain(label ?? null)),
    noted: values.map((row, y) => row.some((value, x) => x >= width && (value !== null || formulas[y]?.[x] !== ''))),
  };
}

/** Rows that stand together and go together: the first one where they were and where they go to, and how many they are. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Where what stands beside a report goes when another report takes its place: to the rows of the same labels. */
export function movesOf({ labels, noted }: Typed, report: Report): Move[] {
  const follow = followRows(
    labels,
    report.rows.map(([label]) => label?.value ?? ''),
  );
  const moves: { from: number; to: number; count: number }[] = [];
  noted.forEach((isNoted, from) => {
    if (!isNoted) return;
    const last = moves[moves.length - 1];
    // Notes of rows that are no more must not fall upon each other.
    const to = Math.max(follow[from] as number, last ? last.to + last.count : 0);
    if (last && last.from + last.count === from && last.to + last.count === to) last.count++;
    else moves.push({ from, to, count: 1 });
  });
  return moves;
}

/** A value as a report holds it: a blank cell is "", a day is its serial number. */
function plain(value: Value): number | string | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? serialOf(value) : value;
}

/**
 * Where the rows of a report are in the one that follows it, by their labels: as many as possible stay the same in the same order,
 * and a row that is no more goes along with the one above it. Rows count from 0.
 */
function followRows(before: readonly unknown[], after: readonly unknown[]): number[] {
  // longest[i][j]: how many rows the ends from i and from j on have in common.
  const longest = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    const row = longest[i] as Uint16Array;
    for (let j = after.length - 1; j >= 0; j--)
      row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const rows: number[] = [];
  for (let i = 0, j = 0; i < before.length; ) {
    if (j < after.length && before[i] === after[j]) rows[i++] = j++;
    else if (j < after.length && at(i, j + 1) > at(i + 1, j)) j++;
    else {
      rows[i] = (rows[i - 1] ?? -1) + 1;
      i++;
    }
  }
  return rows;
}
