import type { Scalar } from '../workbook/types';
import { compareTexts, fold, readText } from './coerce';
import { isError } from './values';

/** A condition on cells, as COUNTIFS and its relatives take it. Two with the same key are the same. */
export interface Criterion {
  readonly key: string;
  matches(value: Scalar): boolean;
  /** What it asks of numbers, for loops over long columns; undefined where all numbers fare alike. */
  readonly order?: { readonly operator: Operator; readonly than: number } | undefined;
}

export type Operator = '=' | '<>' | '<' | '<=' | '>' | '>=';
type Test = (value: Scalar) => boolean;

/**
 * Reads a criterion. Assumed of Google, as of Excel: cells match as a whole, whatever their case, and are not trimmed;
 * `*`, `?` and `~` are wildcards of `=` and `<>` and match text only; a leading `=`, `<>`, `<`, `<=`, `>`, `>=` is an
 * operator, just one; what follows is read as a number, date, boolean or error of the locale where it can be. A number
 * equals numbers and texts that read as that number, but `<` and its kin compare numbers with numbers and texts with texts
 * only. "" matches blank cells and empty texts, "=" blank cells alone, "<>" all others; `<>x` matches blanks, numbers and
 * errors, too. A blank cell as a criterion stands for 0.
 */
export function criterionOf(given: Scalar, locale: string): Criterion {
  if (typeof given === 'string')
    return { key: `s${given}`, matches: testText(given, locale), order: orderOf(given, locale) };
  if (isError(given)) return { key: `e${given.error}`, matches: equals(given, locale) };
  const wanted = given ?? 0;
  const order = typeof wanted === 'number' ? ({ operator: '=', than: wanted } as const) : undefined;
  return { key: `${typeof wanted}${wanted}`, matches: equals(wanted, locale), order };
}

function orderOf(given: string, locale: string): Criterion['order'] {
  const [, operator = '=', operand = ''] = OPERATOR.exec(given) ?? [];
  const than = readText(operand, locale);
  return typeof than === 'number' ? { operator: operator as Operator, than } : undefined;
}

const OPERATOR = /^(<>|<=|>=|=|<|>)?(.*)$/s;
const ERRORS = ['#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!', '#ERROR!'] as const;

function testText(given: string, locale: string): Test {
  const [, operator, operand = ''] = OPERATOR.exec(given) ?? [];
  if (operator === undefined || operator === '=') return testEqual(operand, operator, locale);
  if (operator === '<>') {
    const equal = testEqual(operand, '=', locale);
    return (value) => !equal(value);
  }
  return testOrder(operator, operand, locale);
}

function testEqual(operand: string, operator: string | undefined, locale: string): Test {
  if (operand === '') return operator ? (value) => value === null : (value) => value === null || value === '';
  const error = ERRORS.find((one) => one === operand.toUpperCase());
  if (error) return equals({ error }, locale);
  const read = readText(operand, locale);
  if (read !== undefined) return equals(read, locale);
  return matchesPattern(operand);
}

function equals(wanted: Scalar, locale: string): Test {
  if (isError(wanted)) return (value) => isError(value) && value.error === wanted.error;
  return (value) => value === wanted || (typeof value === 'string' && readText(value, locale) === wanted);
}

function matchesPattern(pattern: string): Test {
  if (!/[*?~]/.test(pattern)) {
    const wanted = fold(pattern);
    return (value) => typeof value === 'string' && fold(value) === wanted;
  }
  const expression = wildcardExpression(fold(pattern));
  return (value) => typeof value === 'string' && expression.test(fold(value));
}

/** A pattern with `*`, `?` and `~` as an expression that a whole text has to match; both must be folded. */
export function wildcardExpression(pattern: string): RegExp {
  const source = pattern.replace(/~(.)|[*?~]|[\\^$.|+()[\]{}/]/gsu, (text, escaped?: string) => {
    if (escaped !== undefined) return literal(escaped);
    if (text === '*') return '.*';
    return text === '?' ? '.' : literal(text);
  });
  return new RegExp(`^(?:${source})$`, 'su');
}

function literal(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}/]/g, '\\$&');
}

function testOrder(operator: string, operand: string, locale: string): Test {
  const wanted = readText(operand, locale) ?? operand;
  const holds = (order: number) =>
    operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : order >= 0;
  if (typeof wanted === 'string') {
    return (value) => typeof value === 'string' && holds(compareTexts(value, wanted, locale));
  }
  return (value) => typeof value === typeof wanted && holds(Number(value) - Number(wanted));
}
