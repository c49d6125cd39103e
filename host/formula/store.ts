import type { Area, CellSource } from '../workbook/types';
import { cellKey, emptyCells, type FormulaCell, formulaCell, refreshCell, type SheetCells } from './cells';
import { hasDecimalComma } from './coerce';
import { createDependents, type Dependents } from './dependents';
import { maySpill } from './evaluate';
import { type Node, parseFormula } from './parse';

/** All formulas of a workbook, loaded sheet by sheet, and what has become of them. */
export interface Store {
  readonly source: CellSource;
  dependents: Dependents<FormulaCell>;
  /** Formulas that may spill: stale ones, and those whose array is to be laid out. */
  readonly staleSpillers: Set<FormulaCell>;
  readonly unplaced: Set<FormulaCell>;
  /** Formulas that look at the clock. */
  readonly volatiles: Set<FormulaCell>;
  /** Arrays that changed and changed: circular, until the next change gives them another chance. */
  readonly unsteady: Set<FormulaCell>;
  /** The cells of a sheet, whose formulas are read when it is first asked for. */
  cellsOf(sheet: number): SheetCells;
  isLoaded(sheet: number): boolean;
  /** The formula of a text; undefined where it cannot be read. */
  parse(formula: string): Node | undefined;
  register(cells: SheetCells, row: number, column: number, formula: string): void;
  /** Takes a formula out; its array must have been withdrawn. */
  unregister(cells: SheetCells, cell: FormulaCell): void;
  /** Forgets what a formula has read. */
  forget(cell: FormulaCell): void;
  /** Makes stale whatever depends on an area, directly or not. */
  invalidate(area: Area): void;
  /** Makes one formula stale, and whatever depends on it. */
  renew(cell: FormulaCell): void;
  clear(): void;
}

/** The block that an array fills when it stands in the cell of a formula. */
export function areaOf({ sheet, row, column }: FormulaCell, rows: number, columns: number): Area {
  return { sheet, top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
}

/** An empty store over a workbook. */
export function createStore(source: CellSource): Store {
  const sheets = new Map<number, SheetCells>();
  const parsed = new Map<string, Node | undefined>();
  let parsedLocale = '';

  function cellsOf(sheet: number): SheetCells {
    let cells = sheets.get(sheet);
    if (!cells) {
      cells = emptyCells(sheet);
      sheets.set(sheet, cells);
      for (const { row, column, formula } of source.formulas(sheet)) register(cells, row, column, formula);
    }
    return cells;
  }

  function parse(formula: string): Node | undefined {
    if (parsedLocale !== source.locale) {
      parsed.clear();
      parsedLocale = source.locale;
    }
    if (!parsed.has(formula)) parsed.set(formula, parseFormula(formula, hasDecimalComma(source.locale)));
    return parsed.get(formula);
  }

  function register(cells: SheetCells, row: number, column: number, formula: string): void {
    const node = parse(formula);
    const cell = formulaCell({ sheet: cells.sheet, row, column }, node, node !== undefined && maySpill(node));
    cells.formulas.set(cellKey(row, column), cell);
    const inColumn = cells.byColumn.get(column);
    if (inColumn) inColumn.add(cell);
    else cells.byColumn.set(column, new Set([cell]));
    if (cell.maySpill) store.staleSpillers.add(cell);
  }

  function unregister(cells: SheetCells, cell: FormulaCell): void {
    forget(cell);
    cells.blocked.delete(cell);
    cells.formulas.delete(cellKey(cell.row, cell.column));
    cells.byColumn.get(cell.column)?.delete(cell);
    cells.columns.get(cell.column)?.stale.delete(cell);
    store.staleSpillers.delete(cell);
    store.unplaced.delete(cell);
    store.unsteady.delete(cell);
  }

  function forget(cell: FormulaCell): void {
    for (const area of cell.reads.values()) store.dependents.remove(area, cell);
    cell.reads.clear();
    cell.volatile = false;
    store.volatiles.delete(cell);
  }

  function invalidate(area: Area): void {
    const changed = [area];
    for (let next = changed.pop(); next; next = changed.pop()) {
      for (const cell of store.dependents.find(next)) if (makeStale(cell)) changed.push(...areasOf(cell));
    }
  }

  function renew(cell: FormulaCell): void {
    if (makeStale(cell)) for (const area of areasOf(cell)) invalidate(area);
  }

  function makeStale(cell: FormulaCell): boolean {
    if (cell.state !== 'done') return false;
    forget(cell);
    cell.state = 'stale';
    refreshCell(cellsOf(cell.sheet), cell.row, cell.column, source);
    if (cell.maySpill) store.staleSpillers.add(cell);
    return true;
  }

  function areasOf(cell: FormulaCell): Area[] {
    return cell.spilled ? [cell.spilled.area] : [areaOf(cell, 1, 1)];
  }

  function clear(): void {
    sheets.clear();
    store.dependents = createDependents();
    for (const set of [store.staleSpillers, store.unplaced, store.volatiles, store.unsteady]) set.clear();
  }

  const store: Store = {
    source,
    dependents: createDependents(),
    staleSpillers: new Set(),
    unplaced: new Set(),
    volatiles: new Set(),
    unsteady: new Set(),
    cellsOf,
    isLoaded: (sheet) => sheets.has(sheet),
    parse,
    register,
    unregister,
    forget,
    invalidate,
    renew,
    clear,
  };
  return store;
}
