import { isDate } from '../workbook/display';
import type { Area, CustomFunctions, Scalar } from '../workbook/types';
import { instantToSerial } from '../workbook/zone';
import { type FormulaCell, refreshCell } from './cells';
import type { Context } from './context';
import { sameArguments } from './custom';
import { keyOf } from './dependents';
import { evaluateFormula } from './evaluate';
import { createReading, type Reading } from './reading';
import type { Store } from './store';
import { failure, isMatrix } from './values';

/** The value of every cell of a circle. */
export const CIRCULAR = failure(
  '#REF!',
  'Circular dependency detected. To resolve with iterative calculation, see File > Settings.',
);
const UNREADABLE = failure('#ERROR!', 'Formula parse error.');

/** Thrown where cells are nested so deeply that the stack might end; the cell that was wanted is computed first. */
const SUSPENDED = Symbol('suspended');
/** How many expressions and cells may be nested before that. */
const DEEPEST = 300;

/** Computing formulas, each after what it depends on. */
export interface Computing {
  readonly reading: Reading;
  /** True while a formula is being computed, and calls from outside come from a custom function. */
  isBusy(): boolean;
  /** Computes a cell with a stack of its own: what is nested too deeply is computed before what wants it, and that again. */
  computeFrom(cell: FormulaCell): void;
}

/** Computes the formulas of a store. */
export function createComputing(store: Store, custom: CustomFunctions): Computing {
  const { source } = store;
  /** Cells being computed, each because of the one before; cells computed or begun whose circle is not closed yet. */
  const running: FormulaCell[] = [];
  const unsettled: FormulaCell[] = [];
  let order = 0;
  let wanted: FormulaCell | undefined;
  const reading = createReading(store, resolve, CIRCULAR);

  function note(area: Area): void {
    running.at(-1)?.reads.set(keyOf(area), area);
  }

  /** The value of a formula for the one that is being computed; a circle is found, and answered with its error, here. */
  function resolve(cell: FormulaCell): Scalar {
    if (cell.state === 'stale') {
      if (running.length === 0) computeFrom(cell);
      else if (context.depth > DEEPEST) {
        wanted = cell;
        throw SUSPENDED;
      } else {
        begin(cell);
        compute(cell);
      }
    }
    if (cell.state === 'done') return cell.value;
    const reader = running.at(-1);
    if (reader) {
      reader.low = Math.min(reader.low, cell.low);
      if (reader === cell) reader.readsItself = true;
    }
    return CIRCULAR;
  }

  function computeFrom(cell: FormulaCell): void {
    const base = running.length;
    const begun = unsettled.length;
    const depth = context.depth;
    begin(cell);
    try {
      while (running.length > base) {
        context.depth = 0;
        try {
          compute(running.at(-1) as FormulaCell);
        } catch (thrown) {
          if (thrown !== SUSPENDED) throw thrown;
          begin(wanted as FormulaCell);
        }
      }
    } catch (thrown) {
      for (const left of [...running.splice(base), ...unsettled.splice(begun)]) left.state = 'stale';
      throw thrown;
    } finally {
      context.depth = depth;
    }
  }

  function begin(cell: FormulaCell): void {
    cell.state = 'running';
    cell.order = ++order;
    cell.low = cell.order;
    cell.readsItself = false;
    running.push(cell);
    unsettled.push(cell);
  }

  function compute(cell: FormulaCell): void {
    context.depth++;
    const value = cell.node ? evaluateFormula(cell.node, context) : UNREADABLE;
    context.depth--;
    cell.array = cell.maySpill && isMatrix(value) ? value : undefined;
    cell.value = isMatrix(value) ? (value.data[0] ?? null) : value;
    cell.state = 'open';
    running.pop();
    if (cell.low === cell.order) settleCircle(cell);
  }

  /** Every cell begun after the first one of a circle belongs to it; a cell on its own is a circle if it reads itself. */
  function settleCircle(first: FormulaCell): void {
    const circle = unsettled.splice(unsettled.lastIndexOf(first));
    const isCircular = circle.length > 1 || first.readsItself;
    for (const cell of circle) finish(cell, isCircular);
  }

  function finish(cell: FormulaCell, isCircular: boolean): void {
    if (isCircular) {
      cell.value = CIRCULAR;
      cell.array = undefined;
    } else if (cell.array && cell.obstacle) cell.value = cell.obstacle;
    cell.state = 'done';
    for (const area of cell.reads.values()) store.dependents.add(area, cell);
    if (cell.volatile) store.volatiles.add(cell);
    if (cell.maySpill) {
      store.staleSpillers.delete(cell);
      if (cell.array || cell.spilled || cell.obstacle) store.unplaced.add(cell);
    }
    refreshCell(store.cellsOf(cell.sheet), cell.row, cell.column, source);
  }

  const context: Context = {
    get locale() {
      return source.locale;
    },
    get timeZone() {
      return source.timeZone;
    },
    get cell() {
      return running.at(-1) as FormulaCell;
    },
    depth: 0,
    sheetId: (name) => source.sheetId(name),
    close: reading.close,
    value(sheet, row, column) {
      note({ sheet, top: row, left: column, bottom: row, right: column });
      return reading.value(sheet, row, column);
    },
    read(area) {
      note(area);
      return reading.matrix(area, false);
    },
    readFilled(area) {
      note(area);
      return reading.matrix(area, true);
    },
    columns(area) {
      note(area);
      return reading.columns(area);
    },
    now() {
      (running.at(-1) as FormulaCell).volatile = true;
      return instantToSerial(Date.now(), source.timeZone);
    },
    isDate: (sheet, row, column) => isDate(source.numberFormat(sheet, row, column)),
    custom: (name) => custom(name),
    recall(call, args, compute) {
      const { calls } = running.at(-1) as FormulaCell;
      const last = calls.get(call);
      if (last && sameArguments(last.args, args)) return last.result;
      const result = compute();
      calls.set(call, { args, result });
      return result;
    },
  };

  return { reading, isBusy: () => running.length > 0, computeFrom };
}
