import type { Sheet } from '../workbook/sheet';
import type { Validation } from '../workbook/types';
import type { Workbook } from '../workbook/workbook';
import { editText } from './edit-text';

/** Most entries of a drop-down list. */
const MOST = 500;

/** What a validation rule offers to choose from, as it would be typed; undefined where there is no list. */
export function choicesOf(workbook: Workbook, { criteria, values }: Validation): string[] | undefined {
  if (criteria === 'CHECKBOX') return ['TRUE', 'FALSE'];
  if (criteria === 'VALUE_IN_LIST') return values.map(String);
  if (criteria !== 'VALUE_IN_RANGE') return undefined;
  const found = new Set<string>();
  for (const area of values) {
    const sheet = typeof area === 'object' ? workbook.find(area.sheet) : undefined;
    if (typeof area === 'object' && sheet) collect(workbook, sheet, area, found);
  }
  return [...found];
}

function collect(
  workbook: Workbook,
  sheet: Sheet,
  { top, left, bottom, right }: { top: number; left: number; bottom: number; right: number },
  found: Set<string>,
): void {
  const shown = workbook.shown(sheet);
  for (let row = top; row <= Math.min(bottom, shown.rows - 1) && found.size < MOST; row++) {
    for (let column = left; column <= Math.min(right, shown.columns - 1) && found.size < MOST; column++) {
      const value = workbook.valueAt(sheet, row, column);
      if (value === null || value === '') continue;
      found.add(editText({ value }, workbook.numberFormat(sheet.id, row, column), workbook.locale));
    }
  }
}
