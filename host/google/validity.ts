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
  const isValid = createValidity(workbook);
  for (const [down, row] of rows.entries()) {
    for (const [across, content] of row.entries()) {
      const rule = sheet.validations.get(block.top + down, block.left + across);
      if (!rule || rule.allowInvalid || content === undefined) continue;
      if (typeof content === 'object' && 'formula' in content) continue;
      const value = typeof content === 'object' ? content.value : content;
      if (value !== null && !isValid(rule, value)) {
        const cell = `${columnLetters(block.left + across)}${block.top + down + 1}`;
        throw new GoogleError(
          `The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
        );
      }
    }
  }
}

/** True if a value keeps a validation rule; formulas of rules are not looked at. */
export type Validity = (rule: Validation, value: Scalar) => boolean;

/** Looks at values in a workbook as it is now: cells that list what is allowed are read once for every rule. */
export function createValidity(workbook: Workbook): Validity {
  const lists = new Map<Validation, Set<string>>();
  return (rule, value) => {
    const { criteria, values } = rule;
    if (criteria === 'VALUE_IN_LIST') return values.some((allowed) => String(allowed) === String(value));
    if (criteria === 'VALUE_IN_RANGE') {
      const list = lists.get(rule) ?? listed(workbook, rule);
      lists.set(rule, list);
      return list.has(String(value));
    }
    if (criteria === 'CHECKBOX') return typeof value === 'boolean';
    if (criteria === 'CUSTOM_FORMULA') return true;
    const constants = values.filter((one) => typeof one !== 'object' && !String(one).startsWith('='));
    return constants.length < values.length || meets(criteria, value, constants as Scalar[]);
  };
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
