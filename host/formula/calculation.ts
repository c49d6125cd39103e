import { contains } from '../workbook/address';
import type { Area, Calculation, CellAddress, CellSource, CustomFunctions, Scalar } from '../workbook/types';
import { cellKey, type FormulaCell, formulaCell, refreshCell, type SheetCells, shownValue } from './cells';
import { CIRCULAR, createComputing } from './computing';
import { copyNode } from './parse';
import { createSpilling, eachCell } from './spilling';
import { createStore } from './store';

/** A changed block of more cells than this is loaded anew rather than patched. */
const PATCHED_CELLS = 10_000;

/**
 * The calculation over a workbook. A cell is computed when somebody asks for it, and remembers what it read; a change makes
 * stale what depends on it. Formulas that may spill are the exception: they are brought up to date before any value is given
 * out, since they decide what other cells show.
 *
 * Assumed of Google: cells of a circle, and those only, are #REF! with its sentence; which branch IF takes decides what
 * belongs to it. Of two arrays that want the same cell the upper one (then the left one) gets it. An array that reads cells
 * it would spill to is circular. An array may spill beyond the last row of the sheet.
 */
export function createCalculation(source: CellSource, custom: CustomFunctions): Calculation {
  const store = createStore(source);
  const computing = createComputing(store, custom);
  const spilling = createSpilling(store, computing);
  const { cellsOf } = store;

  /** Asks once everything that spills is in its place; computing may load sheets with more of it. */
  function ask<T>(answer: () => T): T {
    spilling.settle();
    let result = answer();
    while (!computing.isBusy() && (store.staleSpillers.size > 0 || store.unplaced.size > 0)) {
      spilling.settle();
      result = answer();
    }
    return result;
  }

  /** A custom function may look at the workbook, too, while the formula that calls it is being computed. */
  function valueFor(sheet: number, row: number, column: number): Scalar {
    const cells = cellsOf(sheet);
    const formula = cells.formulas.get(cellKey(row, column));
    if (!formula) return shownValue(cells, row, column, source);
    if (formula.state === 'stale') computing.computeFrom(formula);
    return formula.state === 'done' ? formula.value : CIRCULAR;
  }

  /** Brings the list of formulas up to date in a block. */
  function reload(cells: SheetCells, area: Area): void {
    const { rows, columns } = source.extent(area.sheet);
    const inside = { ...area, bottom: Math.min(area.bottom, rows - 1), right: Math.min(area.right, columns - 1) };
    for (const cell of formulasIn(cells, area)) {
      spilling.withdraw(cell);
      store.unregister(cells, cell);
    }
    if (countCells(inside) > PATCHED_CELLS) {
      for (const column of cells.columns.keys()) {
        if (column >= area.left && column <= area.right) cells.columns.delete(column);
      }
      for (const { row, column, formula } of source.formulas(area.sheet)) {
        if (contains(inside, { top: row, left: column, bottom: row, right: column }))
          store.register(cells, row, column, formula);
      }
      return;
    }
    eachCell(inside, (row, column) => {
      const content = source.content(area.sheet, row, column);
      if (content && 'formula' in content) store.register(cells, row, column, content.formula);
    });
    for (const column of cells.columns.keys()) {
      if (column < area.left || column > area.right) continue;
      const last = Math.min(area.bottom, Math.max(rows, cells.columns.get(column)?.values.length ?? 0));
      for (let row = area.top; row <= last; row++) refreshCell(cells, row, column, source);
    }
  }

  /** The formula is no part of the sheet: nothing depends on it, and it leaves no trace. */
  function tryFormula(formula: string, at: CellAddress, copied: { rows: number; columns: number }): Scalar {
    const node = store.parse(formula);
    const cell = formulaCell(at, node && copyNode(node, copied.rows, copied.columns), false);
    computing.computeFrom(cell);
    store.forget(cell);
    return cell.value;
  }

  return {
    evaluate: (formula, at, copied) => ask(() => tryFormula(formula, at, copied)),
    value: (sheet, row, column) => ask(() => valueFor(sheet, row, column)),
    shown: (sheet) => ask(() => computing.reading.reach(sheet)),
    spillAnchor(sheet, row, column) {
      const anchor = ask(() => cellsOf(sheet).spills.get(cellKey(row, column)));
      return anchor && { row: anchor.row, column: anchor.column };
    },
    changed(area) {
      if (store.isLoaded(area.sheet)) {
        spilling.recheck(area);
        reload(cellsOf(area.sheet), area);
      }
      store.invalidate(area);
      for (const cell of [...store.volatiles, ...store.unsteady]) store.renew(cell);
      store.unsteady.clear();
    },
    restructured: store.clear,
  };
}

function formulasIn(cells: SheetCells, area: Area): FormulaCell[] {
  if (countCells(area) <= cells.formulas.size) {
    const found: FormulaCell[] = [];
    eachCell(area, (row, column) => {
      const cell = cells.formulas.get(cellKey(row, column));
      if (cell) found.push(cell);
    });
    return found;
  }
  return [...cells.formulas.values()].filter(({ row, column }) =>
    contains(area, { top: row, left: column, bottom: row, right: column }),
  );
}

function countCells({ top, left, bottom, right }: Area): number {
  return Math.max(0, bottom - top + 1) * Math.max(0, right - left + 1);
}
