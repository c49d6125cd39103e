import { remark } from './marks';
import { asContent } from './text';
import { isDone } from './write';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Turns a report into values that nothing changes any more: figures stay as they are, drop-downs go, and `told` replaces the words of
 * the cell that `isHint` knows. `save` notes it and returns what takes that back. All or nothing.
 */
export function freezeSheet(
  sheet: Sheet,
  name: string,
  { isHint, told }: { readonly isHint: (text: string) => boolean; readonly told: string },
  save: () => () => void,
): void {
  const range = sheet.getDataRange();
  const values = range.getValues();
  const formulas = range.getFormulas();
  const choices = range.getDataValidations();
  const undo: (() => unknown)[] = [];
  const hint = cellsOf(values).find(({ value }) => typeof value === 'string' && isHint(value));
  try {
    undo.push(remark(sheet, 'report', 'frozen', name));
    undo.push(save());
    undo.push(() => range.setValues(values.map((row, y) => row.map((value, x) => formulas[y]?.[x] || content(value)))));
    undo.push(() => range.setDataValidations(choices));
    range.copyTo(range, { contentsOnly: true });
    range.setDataValidations(choices.map((row) => row.map(() => null)));
    if (hint) sheet.getRange(hint.row, hint.column).setValue(told);
    // Google writes late: what it cannot write it has to say while this can be taken back.
    SpreadsheetApp.flush();
  } catch (error) {
    for (const step of undo.reverse()) isDone(step);
    throw error;
  }
}

const content = (value: unknown) => (typeof value === 'string' ? asContent(value) : value);

const cellsOf = (values: readonly (readonly unknown[])[]) =>
  values.flatMap((row, y) => row.map((value, x) => ({ value, row: y + 1, column: x + 1 })));
