import { hasChanged, type Snapshot, takeSnapshot } from './snapshot';
import type { Workbook } from './workbook';

/** Steps back and forth through what was done to a workbook. */
export interface History<Label> {
  /** Grows with every change. */
  readonly revision: number;
  /** What undo would take back, and what redo would do again. */
  readonly undoable: Label | undefined;
  readonly redoable: Label | undefined;
  /**
   * Does something that can be taken back, if it changes anything at all. What fails leaves the workbook as it was, unless
   * `keepsHalf` says that what was done before the failure stands.
   */
  attempt<T>(label: Label, action: () => T, keepsHalf?: boolean): T;
  /** Takes back the last step; false if there is none. */
  undo(): boolean;
  /** Does again what was taken back last; false if there is nothing. */
  redo(): boolean;
}

interface Step<Label> {
  readonly label: Label;
  readonly before: Snapshot;
}

/** The history of a workbook from now on, of so many steps at most; each costs no more than the columns that it changed. */
export function createHistory<Label>(workbook: Workbook, most: number): History<Label> {
  const done: Step<Label>[] = [];
  const undone: Step<Label>[] = [];
  let revision = 1;

  function swap(from: Step<Label>[], to: Step<Label>[]): boolean {
    const step = from.pop();
    if (!step) return false;
    to.push({ label: step.label, before: takeSnapshot(workbook) });
    workbook.restore(step.before);
    revision++;
    return true;
  }

  function settle(label: Label, before: Snapshot): void {
    if (!hasChanged(before, workbook)) return;
    revision++;
    done.push({ label, before });
    if (done.length > most) done.shift();
    undone.length = 0;
  }

  return {
    get revision() {
      return revision;
    },
    get undoable() {
      return done.at(-1)?.label;
    },
    get redoable() {
      return undone.at(-1)?.label;
    },
    attempt(label, action, keepsHalf = false) {
      const before = takeSnapshot(workbook);
      try {
        return action();
      } catch (fault) {
        if (!keepsHalf && hasChanged(before, workbook)) workbook.restore(before);
        throw fault;
      } finally {
        settle(label, before);
      }
    },
    undo: () => swap(done, undone),
    redo: () => swap(undone, done),
  };
}
