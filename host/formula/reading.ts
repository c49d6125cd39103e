import type { Area, Scalar } from '../workbook/types';
import { cellKey, type FormulaCell, loadColumn, shownValue, staleFormulas } from './cells';
import type { ColumnSlice } from './column';
import type { Store } from './store';
import type { Matrix } from './values';

/** Cells as formulas read them. */
export interface Reading {
  /** The area with its open ends closed at the last row and column of the sheet, or of an array that spills beyond. */
  close(area: Area): Area;
  /** Rows and columns of a sheet up to the last cell that shows something. */
  reach(sheet: number): { rows: number; columns: number };
  value(sheet: number, row: number, column: number): Scalar;
  columns(area: Area): ColumnSlice[];
  /** All cells of an area, or those up to the last row and column that show something. */
  matrix(area: Area, isFilledOnly: boolean): Matrix;
}

/** Reads the cells of a store; `resolve` gives the value of a formula, and `circular` if that is not to be had. */
export function createReading(store: Store, resolve: (cell: FormulaCell) => Scalar, circular: Scalar): Reading {
  const { source, cellsOf } = store;

  function close({ sheet, top, left, bottom, right }: Area): Area {
    if (bottom !== Number.POSITIVE_INFINITY && right !== Number.POSITIVE_INFINITY)
      return { sheet, top, left, bottom, right };
    const size = source.size(sheet);
    const last = reach(sheet);
    return {
      sheet,
      top,
      left,
      bottom: bottom === Number.POSITIVE_INFINITY ? Math.max(top, size.rows - 1, last.rows - 1) : bottom,
      right: right === Number.POSITIVE_INFINITY ? Math.max(left, size.columns - 1, last.columns - 1) : right,
    };
  }

  function reach(sheet: number): { rows: number; columns: number } {
    const cells = cellsOf(sheet);
    if (!cells.reach) {
      cells.reach = { rows: 0, columns: 0 };
      for (const { spilled } of cells.anchors) {
        cells.reach.rows = Math.max(cells.reach.rows, (spilled?.area.bottom ?? 0) + 1);
        cells.reach.columns = Math.max(cells.reach.columns, (spilled?.area.right ?? 0) + 1);
      }
    }
    const { rows, columns } = source.extent(sheet);
    return { rows: Math.max(rows, cells.reach.rows), columns: Math.max(columns, cells.reach.columns) };
  }

  function value(sheet: number, row: number, column: number): Scalar {
    const cells = cellsOf(sheet);
    const formula = cells.formulas.get(cellKey(row, column));
    return formula ? resolve(formula) : shownValue(cells, row, column, source);
  }

  /** The slices of an area that is closed; a circle in it makes a copy that has the error in its place. */
  function slices(area: Area): ColumnSlice[] {
    const cells = cellsOf(area.sheet);
    const count = area.bottom - area.top + 1;
    return Array.from({ length: area.right - area.left + 1 }, (_, index) => {
      const column = loadColumn(cells, area.left + index, source);
      const inCircle: number[] = [];
      for (const formula of staleFormulas(cells, area.left + index, area.top, area.bottom)) {
        const given = resolve(formula);
        if (formula.state !== 'done' && given === circular) inCircle.push(formula.row);
      }
      if (inCircle.length === 0) return { column, top: area.top, count };
      const values = column.values.slice();
      for (const row of inCircle) values[row] = circular;
      return { column: { values }, top: area.top, count };
    });
  }

  function collect(area: Area, isFilledOnly: boolean): Matrix {
    const columns = slices(area);
    const all = area.bottom - area.top + 1;
    const longest = Math.max(0, ...columns.map(({ column }) => column.values.length - area.top));
    const rows = isFilledOnly ? Math.min(all, longest) : all;
    const [only] = columns;
    if (columns.length === 1 && only) {
      const data = only.column.values.slice(area.top, area.top + rows);
      while (data.length < rows) data.push(null);
      return { rows, columns: 1, data };
    }
    const data: Scalar[] = new Array(rows * columns.length);
    columns.forEach(({ column: { values } }, index) => {
      for (let row = 0; row < rows; row++) data[row * columns.length + index] = values[area.top + row] ?? null;
    });
    return { rows, columns: columns.length, data };
  }

  return {
    close,
    reach,
    value,
    columns: (area) => slices(close(area)),
    matrix(area, isFilledOnly) {
      const closed = close(area);
      if (!isFilledOnly) return collect(closed, false);
      const right = Math.max(closed.left, Math.min(closed.right, reach(area.sheet).columns - 1));
      return collect({ ...closed, right }, true);
    },
  };
}
