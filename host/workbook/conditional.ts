import type { Sheet } from './sheet';
import type { Area, ConditionalRule, ConditionalStyle, ConditionValue, GradientPoint, Scalar } from './types';
import type { Workbook } from './workbook';

/** What conditional formats change in a cell; undefined where no rule applies. */
export type Painter = (row: number, column: number) => ConditionalStyle | undefined;

/**
 * Conditional formats of a sheet as it is now: of several rules that apply to a cell the first one counts, as Google documents.
 * The ends of colour scales are worked out once, so a painter is good until the workbook changes.
 */
export function createPainter(workbook: Workbook, sheet: Sheet): Painter {
  const rules = sheet.conditionalRules.map((rule) => ({ rule, style: styleOf(workbook, sheet, rule) }));
  return (row, column) => {
    for (const { rule, style } of rules) {
      if (!rule.ranges.some((area) => holds(area, row, column))) continue;
      const found = style(row, column);
      if (found) return found;
    }
    return undefined;
  };
}

function holds({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

function styleOf(workbook: Workbook, sheet: Sheet, { ranges, condition, style, gradient }: ConditionalRule): Painter {
  const valueAt = (row: number, column: number) => workbook.valueAt(sheet, row, column);
  if (gradient) {
    let shade: ((value: number) => string) | undefined;
    return (row, column) => {
      const value = valueAt(row, column);
      if (typeof value !== 'number') return undefined;
      shade ??= shading(gradient, numbersIn(workbook, sheet, ranges));
      return { background: shade(value) };
    };
  }
  const first = ranges[0];
  if (!condition || !first) return () => undefined;
  const argument = argumentsOf(workbook, sheet, first);
  return (row, column) => {
    const values = condition.values.map((value) => argument(value, row, column));
    return meets(condition.criteria, valueAt(row, column), values) ? style : undefined;
  };
}

/** Formulas of a rule are relative to the first cell of its first range. */
function argumentsOf(workbook: Workbook, sheet: Sheet, first: Area) {
  return (value: ConditionValue, row: number, column: number): Scalar => {
    if (typeof value === 'object') return workbook.valueAt(workbook.sheet(value.sheet), value.top, value.left);
    if (typeof value !== 'string' || !value.startsWith('=')) return value;
    const copied = { rows: row - first.top, columns: column - first.left };
    return workbook.evaluate(value, { sheet: sheet.id, row, column }, copied);
  };
}

/** True if a value meets a condition; texts are compared without regard to case, dates by day. */
export function meets(criteria: string, value: Scalar, [one = null, two = null]: readonly Scalar[]): boolean {
  const [text, part] = [textOf(value), textOf(one)];
  if (criteria.startsWith('NUMBER_')) return meetsNumber(criteria.slice(7), value, one, two);
  if (criteria.startsWith('DATE_')) {
    if (criteria === 'DATE_IS_VALID_DATE') return typeof value === 'number';
    return meetsNumber(criteria.slice(5), typeof value === 'number' ? Math.floor(value) : value, one, two);
  }
  switch (criteria) {
    case 'CUSTOM_FORMULA':
      return one === true || (typeof one === 'number' && one !== 0);
    case 'CELL_EMPTY':
      return text === '';
    case 'CELL_NOT_EMPTY':
      return text !== '';
    case 'TEXT_CONTAINS':
      return text.includes(part);
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text.includes(part);
    case 'TEXT_STARTS_WITH':
      return text.startsWith(part);
    case 'TEXT_ENDS_WITH':
      return text.endsWith(part);
    case 'TEXT_EQUAL_TO':
      return text === part;
    default:
      return false;
  }
}

function textOf(value: Scalar): string {
  return value === null || typeof value === 'object' ? '' : String(value).toLowerCase();
}

function meetsNumber(comparison: string, value: Scalar, one: Scalar, two: Scalar): boolean {
  const isNegative = comparison.startsWith('NOT_');
  if (typeof value !== 'number' || typeof one !== 'number') return false;
  const [low, high] = [one, typeof two === 'number' ? two : one];
  const tests: Record<string, boolean> = {
    EQUAL_TO: value === low,
    GREATER_THAN: value > low,
    AFTER: value > low,
    GREATER_THAN_OR_EQUAL_TO: value >= low,
    ON_OR_AFTER: value >= low,
    LESS_THAN: value < low,
    BEFORE: value < low,
    LESS_THAN_OR_EQUAL_TO: value <= low,
    ON_OR_BEFORE: value <= low,
    BETWEEN: value >= Math.min(low, high) && value <= Math.max(low, high),
  };
  const isMet = tests[isNegative ? comparison.slice(4) : comparison];
  return isMet !== undefined && isMet !== isNegative;
}

function numbersIn(workbook: Workbook, sheet: Sheet, ranges: readonly Area[]): number[] {
  const numbers: number[] = [];
  const { rows, columns } = workbook.shown(sheet);
  for (const { top, left, bottom, right } of ranges) {
    for (let column = left; column <= Math.min(right, columns - 1); column++) {
      for (let row = top; row <= Math.min(bottom, rows - 1); row++) {
        const value = workbook.valueAt(sheet, row, column);
        if (typeof value === 'number') numbers.push(value);
      }
    }
  }
  return numbers.sort((a, b) => a - b);
}

/** The colour of every number between the points of a scale; `numbers` in order. */
function shading(
  { min, mid, max }: NonNullable<ConditionalRule['gradient']>,
  numbers: readonly number[],
): (value: number) => string {
  const points = [min, ...(mid ? [mid] : []), max]
    .map((point, index) => ({ color: point.color, at: placeOf(point, numbers, index === 0) }))
    .sort((one, other) => one.at - other.at);
  return (value) => {
    const above = points.findIndex(({ at }) => at >= value);
    const [low, high] = above < 0 ? [points.at(-1), points.at(-1)] : [points[Math.max(0, above - 1)], points[above]];
    if (!low || !high) return '#ffffff';
    const share = high.at === low.at ? 1 : (value - low.at) / (high.at - low.at);
    return mix(low.color, high.color, Math.min(1, Math.max(0, share)));
  };
}

function placeOf({ type, value }: GradientPoint, numbers: readonly number[], isFirst: boolean): number {
  const [least, most] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  const given = Number(value);
  if (type === 'MIN' || type === 'MAX' || !Number.isFinite(given)) return isFirst || type === 'MIN' ? least : most;
  if (type === 'NUMBER') return given;
  if (type === 'PERCENT') return least + ((most - least) * given) / 100;
  return numbers[Math.round(((numbers.length - 1) * Math.min(100, Math.max(0, given))) / 100)] ?? 0;
}

function mix(from: string, to: string, share: number): string {
  const channel = (color: string, index: number) => Number.parseInt(color.slice(1 + 2 * index, 3 + 2 * index), 16);
  const mixed = [0, 1, 2].map((index) => {
    const [a, b] = [channel(from, index), channel(to, index)];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}
