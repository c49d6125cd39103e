import type { Scalar } from '../workbook/types';
import { type Asker, compare, equal, sound, toNumber, toText } from './coerce';
import { failure, isError } from './values';

type Operator = (left: Scalar, right: Scalar, locale: string) => Scalar;

/** What Google calls the functions behind operators, in its sentences about errors. */
const asked = (name: string): [Asker, Asker] => [
  { name, place: 1 },
  { name, place: 2 },
];

function arithmetic(name: string, compute: (left: number, right: number) => number): Operator {
  const [first, second] = asked(name);
  return (left, right, locale) => {
    const result = compute(toNumber(left, locale, first), toNumber(right, locale, second));
    return Number.isFinite(result) ? result : failure('#NUM!', `Function ${name} has a result that is no number.`);
  };
}

function comparison(compute: (left: Scalar, right: Scalar, locale: string) => boolean): Operator {
  return (left, right, locale) => {
    if (isError(left)) return left;
    if (isError(right)) return right;
    return compute(left, right, locale);
  };
}

const order = (holds: (order: number) => boolean): Operator =>
  comparison((left, right, locale) => holds(compare(left, right, locale)));

function divide(left: number, right: number): number {
  if (right === 0) throw failure('#DIV/0!', 'Function DIVIDE parameter 2 cannot be zero.');
  return left / right;
}

/** A power; 0 to the power of 0, and roots of negative numbers, are #NUM!. */
export function power(base: number, exponent: number): number {
  return base === 0 && exponent === 0 ? Number.NaN : base ** exponent;
}

/** The operators between two values; errors may be given back or thrown. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  '+': arithmetic('ADD', (left, right) => left + right),
  '-': arithmetic('MINUS', (left, right) => left - right),
  '*': arithmetic('MULTIPLY', (left, right) => left * right),
  '/': arithmetic('DIVIDE', divide),
  '^': arithmetic('POW', power),
  '&': (left, right, locale) => toText(left, locale) + toText(right, locale),
  '=': comparison(equal),
  '<>': comparison((left, right) => !equal(left, right)),
  '<': order((sign) => sign < 0),
  '<=': order((sign) => sign <= 0),
  '>': order((sign) => sign > 0),
  '>=': order((sign) => sign >= 0),
};

const [MINUS] = asked('UMINUS');
const [PERCENT] = asked('UNARY_PERCENT');

/** The operators before or after one value. */
export const SIGNS: Readonly<Record<'+' | '-' | '%', (value: Scalar, locale: string) => Scalar>> = {
  '+': (value) => sound(value),
  '-': (value, locale) => -toNumber(value, locale, MINUS),
  '%': (value, locale) => toNumber(value, locale, PERCENT) / 100,
};
