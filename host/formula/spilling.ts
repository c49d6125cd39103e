import { columnLetters, intersects } from '../workbook/address';
import type { Area, Scalar } from '../workbook/types';
import { cellKey, type FormulaCell, refreshCell, type SheetCells, sameArray, sameValue } from './cells';
import { CIRCULAR, type Computing } from './computing';
import { keyOf } from './dependents';
import { areaOf, type Store } from './store';
import { failure, type Matrix } from './values';

/** How often an array may be computed anew because of others before it counts as circular. */
const MOST_ROUNDS = 50;

/** Laying arrays out on their sheets. */
export interface Spilling {
  /** Computes all formulas that may spill, and lays their arrays out, until nothing changes any more. */
  settle(): void;
  /** Takes an array off the sheet. */
  withdraw(cell: FormulaCell): void;
  /** Content has changed in an area: arrays there are laid out again, or find that they cannot be. */
  recheck(area: Area): void;
}

/** Lays out the arrays of a store. */
export function createSpilling(store: Store, computing: Computing): Spilling {
  const { source, cellsOf, invalidate, staleSpillers, unplaced, unsteady } = store;

  function settle(): void {
    if (computing.isBusy()) return;
    const rounds = new Map<FormulaCell, number>();
    while (staleSpillers.size > 0 || unplaced.size > 0) {
      const waiting = [...staleSpillers].sort(
        (one, other) => one.sheet - other.sheet || (precedes(one, other) ? -1 : 1),
      );
      for (const cell of waiting) {
        placeAll();
        if (staleSpillers.has(cell)) computeSpiller(cell, rounds);
      }
      placeAll();
    }
  }

  function computeSpiller(cell: FormulaCell, rounds: Map<FormulaCell, number>): void {
    const round = (rounds.get(cell) ?? 0) + 1;
    rounds.set(cell, round);
    computing.computeFrom(cell);
    if (round > MOST_ROUNDS) unsteady.add(cell);
  }

  function placeAll(): void {
    for (const cell of unplaced) {
      unplaced.delete(cell);
      place(cell);
    }
  }

  /** Lays out the array of a formula, or finds out why not, and tells everybody who looks at the cells concerned. */
  function place(cell: FormulaCell): void {
    const { array } = cell;
    const before = cell.spilled;
    const area = array && areaOf(cell, array.rows, array.columns);
    if (area && (unsteady.has(cell) || readsAny(cell, area))) {
      cell.array = undefined;
      cell.obstacle = undefined;
      show(cell, CIRCULAR);
      withdraw(cell);
      return;
    }
    const blocking = area && findObstacle(cell, area);
    cell.obstacle = blocking;
    if (!area || !array || blocking) {
      withdraw(cell);
      if (blocking) cellsOf(cell.sheet).blocked.add(cell);
      else cellsOf(cell.sheet).blocked.delete(cell);
      show(cell, blocking ?? cell.value);
      return;
    }
    if (before && keyOf(before.area) === keyOf(area) && sameArray(before.array, array)) return;
    withdraw(cell);
    layOut(cell, area, array);
  }

  function readsAny(cell: FormulaCell, area: Area): boolean {
    return [...cell.reads.values()].some((read) => read.sheet === area.sheet && intersects(read, area));
  }

  function findObstacle(cell: FormulaCell, area: Area): FormulaCell['obstacle'] {
    const cells = cellsOf(cell.sheet);
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        if (row === cell.row && column === cell.column) continue;
        const key = cellKey(row, column);
        const other = cells.spills.get(key);
        if ((other && other !== cell && precedes(other, cell)) || isFilled(cell.sheet, row, column)) {
          return failure(
            '#REF!',
            `Array result was not expanded because it would overwrite data in ${columnLetters(column)}${row + 1}.`,
          );
        }
      }
    }
    return undefined;
  }

  function isFilled(sheet: number, row: number, column: number): boolean {
    const content = source.content(sheet, row, column);
    return content !== undefined && !('value' in content && content.value === null);
  }

  function layOut(cell: FormulaCell, area: Area, array: Matrix): void {
    const cells = cellsOf(cell.sheet);
    const displaced = new Set<FormulaCell>();
    eachCell(area, (row, column) => {
      const other = cells.spills.get(cellKey(row, column));
      if (other) displaced.add(other);
    });
    for (const other of displaced) {
      withdraw(other);
      unplaced.add(other);
    }
    cell.spilled = { area, array };
    cells.anchors.add(cell);
    cells.reach = undefined;
    cells.blocked.delete(cell);
    cell.value = array.data[0] ?? null;
    eachCell(area, (row, column) => {
      if (row !== cell.row || column !== cell.column) cells.spills.set(cellKey(row, column), cell);
      refreshCell(cells, row, column, source);
    });
    retryBlocked(cells, area);
    invalidate(area);
  }

  function withdraw(cell: FormulaCell): void {
    const { spilled } = cell;
    if (!spilled) return;
    const cells = cellsOf(cell.sheet);
    cell.spilled = undefined;
    cells.anchors.delete(cell);
    cells.reach = undefined;
    eachCell(spilled.area, (row, column) => {
      if (row !== cell.row || column !== cell.column) cells.spills.delete(cellKey(row, column));
      refreshCell(cells, row, column, source);
    });
    retryBlocked(cells, spilled.area);
    invalidate(spilled.area);
  }

  /** Arrays that had no room look again where something has changed: for room, or for what is in their way now. */
  function retryBlocked(cells: SheetCells, area: Area): void {
    for (const blocked of cells.blocked) {
      if (blocked.array && intersects(areaOf(blocked, blocked.array.rows, blocked.array.columns), area))
        unplaced.add(blocked);
    }
  }

  function show(cell: FormulaCell, value: Scalar): void {
    if (sameValue(cell.value, value)) return;
    cell.value = value;
    refreshCell(cellsOf(cell.sheet), cell.row, cell.column, source);
    invalidate(areaOf(cell, 1, 1));
  }

  function recheck(area: Area): void {
    const cells = cellsOf(area.sheet);
    for (const cell of [...cells.anchors, ...cells.blocked]) {
      const array = cell.array ?? cell.spilled?.array;
      if (array && intersects(areaOf(cell, array.rows, array.columns), area)) unplaced.add(cell);
    }
  }

  return { settle, withdraw, recheck };
}

function precedes(one: FormulaCell, other: FormulaCell): boolean {
  return one.row < other.row || (one.row === other.row && one.column < other.column);
}

/** Goes down one column after the other. */
export function eachCell({ top, left, bottom, right }: Area, visit: (row: number, column: number) => void): void {
  for (let column = left; column <= right; column++) for (let row = top; row <= bottom; row++) visit(row, column);
}
