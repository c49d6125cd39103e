import type { Area, CellError, CellSource, Scalar } from '../workbook/types';
import type { Column } from './column';
import type { Node } from './parse';
import { isError, type Matrix } from './values';

/** A cell with a formula, and how far its computing has come. */
export interface FormulaCell {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  /** Undefined where the text could not be read. */
  readonly node: Node | undefined;
  /** True if the formula may fill more than its own cell. */
  readonly maySpill: boolean;
  /** `open`: computed, but part of a circle whose other cells are not. */
  state: 'stale' | 'running' | 'open' | 'done';
  value: Scalar;
  /** What the formula gave, where that is more than one cell. */
  array: Matrix | undefined;
  /** The array that is laid out on the sheet now. */
  spilled: { readonly area: Area; readonly array: Matrix } | undefined;
  /** Why the array could not be laid out. */
  obstacle: CellError | undefined;
  /** What the value was computed from. */
  readonly reads: Map<string, Area>;
  volatile: boolean;
  /** Place in the order of computing, and the earliest place that it depends on: Tarjan's numbers. */
  order: number;
  low: number;
  readsItself: boolean;
  /** Last arguments and result of each call of a custom function. */
  readonly calls: Map<object, { readonly args: readonly unknown[]; readonly result: unknown }>;
}

/** A formula that stands, or could stand, in a cell and was never computed. */
export function formulaCell(
  { sheet, row, column }: { readonly sheet: number; readonly row: number; readonly column: number },
  node: Node | undefined,
  maySpill: boolean,
): FormulaCell {
  return {
    sheet,
    row,
    column,
    node,
    maySpill,
    state: 'stale',
    value: null,
    array: undefined,
    spilled: undefined,
    obstacle: undefined,
    reads: new Map(),
    volatile: false,
    order: 0,
    low: 0,
    readsItself: false,
    calls: new Map(),
  };
}

/** A column that has been read as a whole: values as they are shown, and the formulas whose value is yet to come. */
interface LoadedColumn extends Column {
  readonly values: Scalar[];
  readonly stale: Set<FormulaCell>;
}

/** The cells of one sheet as the calculation keeps them. */
export interface SheetCells {
  readonly sheet: number;
  readonly formulas: Map<number, FormulaCell>;
  /** Formulas by column. */
  readonly byColumn: Map<number, Set<FormulaCell>>;
  /** The formula that a cell's value spills from. */
  readonly spills: Map<number, FormulaCell>;
  /** Formulas whose array is laid out, and those for whose array there is no room. */
  readonly anchors: Set<FormulaCell>;
  readonly blocked: Set<FormulaCell>;
  readonly columns: Map<number, LoadedColumn>;
  /** Rows and columns up to the last cell that an array spills to; undefined when that has changed. */
  reach: { rows: number; columns: number } | undefined;
}

/** More columns than any sheet has. */
const STRIDE = 32_768;

/** A number that tells the cells of a sheet apart. */
export function cellKey(row: number, column: number): number {
  return row * STRIDE + column;
}

/** A sheet without anything loaded. */
export function emptyCells(sheet: number): SheetCells {
  return {
    sheet,
    formulas: new Map(),
    byColumn: new Map(),
    spills: new Map(),
    anchors: new Set(),
    blocked: new Set(),
    columns: new Map(),
    reach: undefined,
  };
}

/** What an array has in a cell that it spills to. */
function spilledValue(anchor: FormulaCell, row: number, column: number): Scalar {
  const array = anchor.spilled?.array;
  return array?.data[(row - anchor.row) * array.columns + column - anchor.column] ?? null;
}

/** What a cell shows; the value of a stale formula is yet to come, and null for now. */
export function shownValue(cells: SheetCells, row: number, column: number, source: CellSource): Scalar {
  const key = cellKey(row, column);
  const formula = cells.formulas.get(key);
  if (formula) return formula.state === 'done' ? formula.value : null;
  const anchor = cells.spills.get(key);
  if (anchor) return spilledValue(anchor, row, column);
  const content = source.content(cells.sheet, row, column);
  return content && 'value' in content ? content.value : null;
}

/** The whole column, loaded when first needed. */
export function loadColumn(cells: SheetCells, column: number, source: CellSource): LoadedColumn {
  const known = cells.columns.get(column);
  if (known) return known;
  const values: Scalar[] = [];
  const rows = source.extent(cells.sheet).rows;
  for (let row = 0; row < rows; row++) {
    const content = source.content(cells.sheet, row, column);
    values.push(content && 'value' in content ? content.value : null);
  }
  const loaded: LoadedColumn = { values, stale: new Set() };
  cells.columns.set(column, loaded);
  for (const anchor of cells.anchors) {
    const area = anchor.spilled?.area;
    if (!area || column < area.left || column > area.right) continue;
    for (let row = area.top; row <= area.bottom; row++) put(loaded, row, spilledValue(anchor, row, column));
  }
  for (const formula of cells.byColumn.get(column) ?? []) refreshFormula(loaded, formula);
  trim(values);
  return loaded;
}

/** The formulas in some rows of a loaded column whose value is yet to come. */
export function* staleFormulas(cells: SheetCells, column: number, top: number, bottom: number): Generator<FormulaCell> {
  const stale = cells.columns.get(column)?.stale ?? new Set();
  if (bottom - top < stale.size) {
    for (let row = top; row <= bottom; row++) {
      const formula = cells.formulas.get(cellKey(row, column));
      if (formula && stale.has(formula)) yield formula;
    }
  } else for (const formula of stale) if (formula.row >= top && formula.row <= bottom) yield formula;
}

function refreshFormula(loaded: LoadedColumn, formula: FormulaCell): void {
  if (formula.state === 'done') {
    loaded.stale.delete(formula);
    put(loaded, formula.row, formula.value);
  } else {
    loaded.stale.add(formula);
    put(loaded, formula.row, null);
  }
}

/** Brings loaded columns up to date in a cell. */
export function refreshCell(cells: SheetCells, row: number, column: number, source: CellSource): void {
  const loaded = cells.columns.get(column);
  if (!loaded) return;
  const formula = cells.formulas.get(cellKey(row, column));
  if (formula) refreshFormula(loaded, formula);
  else put(loaded, row, shownValue(cells, row, column, source));
}

function put(loaded: LoadedColumn, row: number, value: Scalar): void {
  const { values } = loaded;
  if (row < values.length ? values[row] === value : value === null) return;
  while (values.length < row) values.push(null);
  values[row] = value;
  loaded.index = undefined;
}

/** Blank cells at the end need no place. */
function trim(values: Scalar[]): void {
  while (values.length > 0 && values[values.length - 1] === null) values.pop();
}

/** True if two arrays show the same. */
export function sameArray(one: Matrix, other: Matrix): boolean {
  if (one === other) return true;
  if (one.rows !== other.rows || one.columns !== other.columns) return false;
  return one.data.every((value, index) => sameValue(value, other.data[index] ?? null));
}

/** True if two cells show the same. */
export function sameValue(one: Scalar, other: Scalar): boolean {
  return isError(one) ? isError(other) && one.error === other.error && one.message === other.message : one === other;
}
