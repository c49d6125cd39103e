import type { DataValidation, ConditionalRule as FileRule, CellStyle as FileStyle, ValidationOperator } from 'hucre';
import { type Block, parseBlock, splitSheet } from '../workbook/address';
import type {
  Area,
  ConditionalRule,
  ConditionalStyle,
  ConditionValue,
  GradientPoint,
  Validation,
} from '../workbook/types';
import { openColor, type Theme } from './xlsx-read-style';

/** How a file's words are read on one sheet of the workbook; undefined for what cannot be. */
export interface Reading {
  readonly sheet: number;
  formula(text: string): string | undefined;
  /** Number of a sheet by its name in the file. */
  sheetId(name: string): number | undefined;
  readonly theme: Theme;
}

/** Where a rule holds: blocks such as "A1:A9 C3". */
export function blocksOf(range: string): Block[] {
  return range.split(/[\s,]+/).flatMap((text) => parseBlock(text) ?? []);
}

const COMPARISONS: Readonly<Record<ValidationOperator, { number: string; date: string }>> = {
  equal: { number: 'EQUAL_TO', date: 'EQUAL_TO' },
  notEqual: { number: 'NOT_EQUAL_TO', date: '' },
  greaterThan: { number: 'GREATER_THAN', date: 'AFTER' },
  greaterThanOrEqual: { number: 'GREATER_THAN_OR_EQUAL_TO', date: 'ON_OR_AFTER' },
  lessThan: { number: 'LESS_THAN', date: 'BEFORE' },
  lessThanOrEqual: { number: 'LESS_THAN_OR_EQUAL_TO', date: 'ON_OR_BEFORE' },
  between: { number: 'BETWEEN', date: 'BETWEEN' },
  notBetween: { number: 'NOT_BETWEEN', date: 'NOT_BETWEEN' },
};

/** A validation rule of a file; undefined where the workbook has none like it. */
export function openValidation(rule: DataValidation, reading: Reading): Validation | undefined {
  const condition = validationCondition(rule, reading);
  if (!condition) return undefined;
  const { showErrorMessage, errorStyle = 'stop', inputMessage, showInputMessage } = rule;
  return {
    ...condition,
    dropdown: true,
    allowInvalid: showErrorMessage !== true || errorStyle !== 'stop',
    ...(showInputMessage && inputMessage && { help: inputMessage }),
  };
}

type Condition = NonNullable<ConditionalRule['condition']>;

function validationCondition(rule: DataValidation, reading: Reading): Condition | undefined {
  const { type, operator = 'between', formula1, formula2, values } = rule;
  if (type === 'list') return listCondition(values, formula1, reading);
  if (type === 'custom') return custom(formula1, reading);
  const isDate = type === 'date';
  if (!isDate && type !== 'whole' && type !== 'decimal') return undefined;
  const comparison = COMPARISONS[operator][isDate ? 'date' : 'number'];
  const numbers = [formula1, formula2].filter((text) => text !== undefined).map(Number);
  if (comparison === '' || numbers.length === 0 || numbers.some((number) => !Number.isFinite(number))) return undefined;
  return { criteria: `${isDate ? 'DATE' : 'NUMBER'}_${comparison}`, values: numbers };
}

function listCondition(
  values: readonly string[] | undefined,
  formula: string | undefined,
  reading: Reading,
): Condition | undefined {
  if (values?.join(',') === 'TRUE,FALSE') return { criteria: 'CHECKBOX', values: [] };
  if (values) return { criteria: 'VALUE_IN_LIST', values };
  const area = formula === undefined ? undefined : openArea(formula, reading);
  return area && { criteria: 'VALUE_IN_RANGE', values: [area] };
}

function openArea(text: string, { sheet, sheetId }: Reading): Area | undefined {
  const { sheet: name, rest } = splitSheet(text.replace(/^=/, ''));
  const block = parseBlock(rest);
  const id = name === undefined ? sheet : sheetId(name);
  return block && id !== undefined ? { sheet: id, ...block } : undefined;
}

function custom(formula: string | undefined, reading: Reading): Condition | undefined {
  const worded = formula === undefined ? undefined : reading.formula(`=${formula}`);
  return worded === undefined ? undefined : { criteria: 'CUSTOM_FORMULA', values: [worded] };
}

const TEXT_RULES: Partial<Record<FileRule['type'], string>> = {
  containsText: 'TEXT_CONTAINS',
  notContainsText: 'TEXT_DOES_NOT_CONTAIN',
  beginsWith: 'TEXT_STARTS_WITH',
  endsWith: 'TEXT_ENDS_WITH',
};

/** A conditional format of a file; undefined where the workbook has none like it. */
export function openRule(rule: FileRule, reading: Reading): ConditionalRule | undefined {
  const ranges = blocksOf(rule.range).map((block) => ({ sheet: reading.sheet, ...block }));
  if (ranges.length === 0) return undefined;
  if (rule.type === 'colorScale') {
    const gradient = openScale(rule.colorScale);
    return gradient && { ranges, gradient };
  }
  const condition = ruleCondition(rule, reading);
  return condition && { ranges, condition, style: openConditionalStyle(rule.style, reading.theme) };
}

function ruleCondition(rule: FileRule, reading: Reading): Condition | undefined {
  const { type, text, operator } = rule;
  const formulas = typeof rule.formula === 'string' ? [rule.formula] : (rule.formula ?? []);
  const criteria = TEXT_RULES[type];
  if (criteria && text !== undefined) return { criteria, values: [text] };
  if (type === 'containsBlanks') return { criteria: 'CELL_EMPTY', values: [] };
  if (type === 'notContainsBlanks') return { criteria: 'CELL_NOT_EMPTY', values: [] };
  if (type === 'expression') return custom(formulas[0], reading);
  if (type !== 'cellIs' || !operator || formulas.length === 0) return undefined;
  const values = formulas.map((formula) => constantOrFormula(formula, reading));
  if (values.some((value) => value === undefined)) return undefined;
  const [first] = values;
  if (typeof first === 'string' && !first.startsWith('=')) {
    return operator === 'equal' ? { criteria: 'TEXT_EQUAL_TO', values: [first] } : undefined;
  }
  return { criteria: `NUMBER_${COMPARISONS[operator].number}`, values: values as ConditionValue[] };
}

function constantOrFormula(formula: string, reading: Reading): ConditionValue | undefined {
  if (formula.trim() !== '' && Number.isFinite(Number(formula))) return Number(formula);
  const quoted = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
  return quoted === undefined ? reading.formula(`=${formula}`) : quoted.replaceAll('""', '"');
}

const POINTS = { min: 'MIN', max: 'MAX', num: 'NUMBER', percent: 'PERCENT', percentile: 'PERCENTILE' } as const;

function openScale(scale: FileRule['colorScale']): ConditionalRule['gradient'] | undefined {
  const points = (scale?.cfvo ?? []).map(({ type, value }, index): GradientPoint => {
    const color = openColor({ rgb: scale?.colors[index] ?? '' }, []) ?? '#ffffff';
    return { color, type: POINTS[type], ...(value !== undefined && { value }) };
  });
  const [min, mid, max] = points.length === 2 ? [points[0], undefined, points[1]] : points;
  return min && max && { min, max, ...(mid && { mid }) };
}

function openConditionalStyle(style: FileStyle | undefined, theme: Theme): ConditionalStyle {
  const { font, fill } = style ?? {};
  const color = openColor(font?.color, theme);
  // A differential fill keeps its colour as the background, unlike that of a cell.
  const background = fill?.type === 'pattern' ? openColor(fill.bgColor ?? fill.fgColor, theme) : undefined;
  return {
    ...(color && { color }),
    ...(background && { background }),
    ...(font?.bold !== undefined && { bold: font.bold }),
    ...(font?.italic !== undefined && { italic: font.italic }),
    ...(font?.underline && { underline: true }),
    ...(font?.strikethrough && { strikethrough: true }),
  };
}
