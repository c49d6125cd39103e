import type { DataValidation, ValidationOperator, ConditionalRule as XlsxRule } from 'hucre';
import { type Block, columnLetters, formatBlock } from '../workbook/address';
import type { Layer } from '../workbook/layer';
import type { Area, ConditionalRule, ConditionValue, GradientPoint, Validation } from '../workbook/types';
import { xlsxColor, xlsxConditionalStyle } from './xlsx-style';

/** How the formulas and blocks of a sheet are written in the file; undefined where a formula cannot be. */
export interface Wording {
  formula(text: string): string | undefined;
  /** An absolute reference with its sheet. */
  reference(area: Area): string;
  /** The part of a block that lies on the sheet, where open ends are closed. */
  clip(block: Block): Block;
}

/** Conditional formats of a sheet, in order; rules that an .xlsx file cannot hold are left out. */
export function xlsxRules(rules: readonly ConditionalRule[], wording: Wording): XlsxRule[] {
  return rules.flatMap((rule, index) => {
    const range = rule.ranges.map((area) => formatBlock(wording.clip(area))).join(' ');
    const first = rule.ranges[0];
    if (!first) return [];
    const base = { range, priority: index + 1 };
    if (rule.gradient) return { ...base, type: 'colorScale', colorScale: colorScale(rule.gradient) };
    const formula = rule.condition && conditionFormula(rule.condition, cellName(first), wording);
    return formula ? { ...base, type: 'expression', formula, style: xlsxConditionalStyle(rule.style ?? {}) } : [];
  });
}

function colorScale({ min, mid, max }: NonNullable<ConditionalRule['gradient']>): NonNullable<XlsxRule['colorScale']> {
  const points = [min, ...(mid ? [mid] : []), max];
  return {
    cfvo: points.map(({ type, value }) => ({ type: SCALE_TYPES[type], ...(value !== undefined && { value }) })),
    colors: points.map(({ color }) => `FF${xlsxColor(color).rgb}`),
  };
}

const SCALE_TYPES = {
  MIN: 'min',
  MAX: 'max',
  NUMBER: 'num',
  PERCENT: 'percent',
  PERCENTILE: 'percentile',
} as const satisfies Record<GradientPoint['type'], string>;

/** A condition as a formula over a cell that says TRUE: one kind of rule means the same in every spreadsheet program. */
function conditionFormula(
  { criteria, values }: { criteria: string; values: readonly ConditionValue[] },
  cell: string,
  wording: Wording,
): string | undefined {
  const words = values.map((value) => valueText(value, wording));
  if (words.includes(undefined)) return undefined;
  const [one = '""', two = '""'] = words as string[];
  const literal = values[0];
  const text = typeof literal === 'string' && !literal.startsWith('=') ? quote(literal) : one;
  const pattern =
    typeof literal === 'string' && !literal.startsWith('=') ? quote(literal.replace(/[~*?]/g, '~$&')) : one;
  const number = (comparison: string) => `AND(ISNUMBER(${cell}),${comparison})`;
  const formulas: Record<string, string> = {
    CELL_EMPTY: `LEN(${cell})=0`,
    CELL_NOT_EMPTY: `LEN(${cell})>0`,
    TEXT_CONTAINS: `ISNUMBER(SEARCH(${pattern},${cell}))`,
    TEXT_DOES_NOT_CONTAIN: `NOT(ISNUMBER(SEARCH(${pattern},${cell})))`,
    TEXT_STARTS_WITH: `LEFT(${cell},LEN(${text}))=${text}`,
    TEXT_ENDS_WITH: `RIGHT(${cell},LEN(${text}))=${text}`,
    TEXT_EQUAL_TO: `${cell}=${text}`,
    NUMBER_EQUAL_TO: number(`${cell}=${one}`),
    NUMBER_NOT_EQUAL_TO: `NOT(${number(`${cell}=${one}`)})`,
    NUMBER_GREATER_THAN: number(`${cell}>${one}`),
    NUMBER_GREATER_THAN_OR_EQUAL_TO: number(`${cell}>=${one}`),
    NUMBER_LESS_THAN: number(`${cell}<${one}`),
    NUMBER_LESS_THAN_OR_EQUAL_TO: number(`${cell}<=${one}`),
    NUMBER_BETWEEN: number(`${cell}>=${one},${cell}<=${two}`),
    NUMBER_NOT_BETWEEN: number(`OR(${cell}<${one},${cell}>${two})`),
    DATE_EQUAL_TO: number(`INT(${cell})=${one}`),
    DATE_BEFORE: number(`${cell}<${one}`),
    DATE_AFTER: number(`INT(${cell})>${one}`),
    DATE_ON_OR_BEFORE: number(`INT(${cell})<=${one}`),
    DATE_ON_OR_AFTER: number(`${cell}>=${one}`),
    DATE_BETWEEN: number(`INT(${cell})>=${one},INT(${cell})<=${two}`),
    DATE_NOT_BETWEEN: number(`OR(INT(${cell})<${one},INT(${cell})>${two})`),
    DATE_IS_VALID_DATE: `ISNUMBER(${cell})`,
    CUSTOM_FORMULA: one,
  };
  return formulas[criteria];
}

function valueText(value: ConditionValue, wording: Wording): string | undefined {
  if (typeof value === 'object') return wording.reference(value);
  if (typeof value !== 'string') return String(value).toUpperCase();
  return value.startsWith('=') ? wording.formula(value) : quote(value);
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Keeps a list of values in cells, where it is too long or too odd for the rule itself, and returns the reference to them. */
export type KeepList = (values: readonly string[]) => string;

/** Validations of a sheet, cells with the same rule taken together; rules that an .xlsx file cannot hold are left out. */
export function xlsxValidations(layer: Layer<Validation>, wording: Wording, keepList: KeepList): DataValidation[] {
  const groups = new Map<string, { rule: Validation; blocks: Block[] }>();
  for (const { row, column, value: rule } of layer.entries()) {
    const key = JSON.stringify(rule);
    const group = groups.get(key) ?? { rule, blocks: [] };
    groups.set(key, group);
    const last = group.blocks.at(-1);
    if (last && last.left === column && last.bottom === row - 1)
      group.blocks[group.blocks.length - 1] = { ...last, bottom: row };
    else group.blocks.push({ top: row, left: column, bottom: row, right: column });
  }
  return [...groups.values()].flatMap(({ rule, blocks }) => {
    const kind = validationKind(rule, cellName(blocks[0] as Block), wording, keepList);
    return kind ? { ...kind, ...behaviour(rule), range: blocks.map(formatBlock).join(' ') } : [];
  });
}

type ValidationKind = Pick<DataValidation, 'type'> & Partial<DataValidation>;

const COMPARISONS: Record<string, ValidationOperator> = {
  EQUAL_TO: 'equal',
  NOT_EQUAL_TO: 'notEqual',
  GREATER_THAN: 'greaterThan',
  GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  LESS_THAN: 'lessThan',
  LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
  BETWEEN: 'between',
  NOT_BETWEEN: 'notBetween',
  BEFORE: 'lessThan',
  AFTER: 'greaterThan',
  ON_OR_BEFORE: 'lessThanOrEqual',
  ON_OR_AFTER: 'greaterThanOrEqual',
};

function validationKind(
  rule: Validation,
  cell: string,
  wording: Wording,
  keepList: KeepList,
): ValidationKind | undefined {
  const { criteria, values } = rule;
  if (criteria === 'CHECKBOX') return { type: 'list', values: ['TRUE', 'FALSE'] };
  if (criteria === 'VALUE_IN_LIST') return listKind(values.map(String), keepList);
  if (criteria === 'VALUE_IN_RANGE') {
    const area = values.find((value) => typeof value === 'object');
    return area && { type: 'list', formula1: wording.reference(area) };
  }
  const [, family, comparison = ''] = /^(NUMBER|DATE)_(.+)$/.exec(criteria) ?? [];
  const operator = COMPARISONS[comparison];
  if (family && operator) {
    const [formula1, formula2] = values.map((value) => valueText(value, wording));
    if (formula1 === undefined) return undefined;
    const type = family === 'DATE' ? 'date' : 'decimal';
    return { type, operator, formula1, ...(formula2 !== undefined && { formula2 }) };
  }
  const formula1 = conditionFormula(rule, cell, wording);
  return formula1 ? { type: 'custom', formula1 } : undefined;
}

const MAX_INLINE_LIST = 255;

function listKind(values: readonly string[], keepList: KeepList): ValidationKind {
  const inline = values.join(',').length <= MAX_INLINE_LIST && !values.some((value) => /[,"]|^\s|\s$/.test(value));
  return inline ? { type: 'list', values: [...values] } : { type: 'list', formula1: keepList(values) };
}

function behaviour({ allowInvalid, help }: Validation): Partial<DataValidation> {
  return {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: allowInvalid ? 'warning' : 'stop',
    ...(help && { showInputMessage: true, inputMessage: help.slice(0, 255) }),
  };
}

function cellName({ top, left }: Block): string {
  return `${columnLetters(left)}${top + 1}`;
}
