import { type Block, columnLetters } from '../workbook/address';
import { meets } from '../workbook/conditional';
import type { Sheet } from '../workbook/sheet';
import type { Content, Scalar, Validation } from '../workbook/types';
import type { Workbook } from '../workbook/workbook';
import { GoogleError } from './interface';

/** Throws Google's sentence if a constant breaks a rule that rejects invalid input; texts are taken as they are. */
export function requireValid(
  workbook: Workbook,
  sheet: Sheet,
  block: Block,
  rows: readonly (readonly (string | Content | undefined)[])[],
): void {
  for (const [down, row] of rows.entries()) {
    for (const [across, content] of row.entries()) {
      const rule = sheet.validations.get(block.top + down, block.left + across);
      if (!rule || rule.allowInvalid || content === undefined) continue;
      if (typeof content === 'object' && 'formula' in content) continue;
      const value = typeof content === 'object' ? content.value : content;
      if (value !== null && !isValid(workbook, rule, value)) {
        const cell = `${columnLetters(block.left + across)}${block.top + down + 1}`;
        throw new GoogleError(
          `The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
        );
      }
    }
  }
}

/** True if a value keeps a validation rule; formulas of rules are not looked at. */
export function isValid(workbook: Workbook, rule: Validation, value: Scalar): boolean {
  const text = String(value);
  if (rule.criteria === 'VALUE_IN_LIST') return rule.values.some((allowed) => String(allowed) === text);
  if (rule.criteria === 'VALUE_IN_RANGE') return listed(workbook, rule).has(text);
  if (rule.criteria === 'CHECKBOX') return typeof value === 'boolean';
  if (rule.criteria === 'CUSTOM_FORMULA') return true;
  const constants = rule.values.filter((one) => typeof one !== 'object' && !String(one).startsWith('='));
  return constants.length < rule.values.length || meets(rule.criteria, value, constants as Scalar[]);
}

function listed(workbook: Workbook, rule: Validation): Set<string> {
  const found = new Set<string>();
  for (const area of rule.values) {
    if (typeof area !== 'object') continue;
    const sheet = workbook.sheet(area.sheet);
    for (let row = area.top; row <= Math.min(area.bottom, sheet.size.rows - 1); row++) {
      for (let column = area.left; column <= Math.min(area.right, sheet.size.columns - 1); column++) {
        found.add(String(workbook.valueAt(sheet, row, column) ?? ''));
      }
    }
  }
  return found;
}
