import { power } from '../operators';
import { failure } from '../values';
import { finite, numbersIn, total } from './aggregate';
import { type Call, type Definition, define, repeat } from './define';

/** Moves the decimal point of a number exactly: 1.005 by 2 is 100.5, which multiplying would miss. */
function shiftPoint(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** Rounds to decimal places, which may be negative; halves go away from zero. */
function roundTo(value: number, places: number, round: (value: number) => number = Math.round): number {
  const decimals = Math.trunc(places);
  return Math.sign(value) * shiftPoint(round(shiftPoint(Math.abs(value), decimals)), -decimals);
}

const rounding = (round: (value: number) => number): Definition =>
  define(['number', 'number?'], ([value, places = 0], call) => finite(roundTo(value, places, round), call));

/** Rounds to a multiple; a positive number has no multiple of a negative factor. */
const multiple = (round: (value: number) => number): Definition =>
  define(['number', 'number?'], ([value, factor = 1], call) => {
    if (value === 0 || factor === 0) return 0;
    if (value > 0 && factor < 0) return finite(Number.NaN, call);
    const times = round(Number((value / factor).toPrecision(15)));
    return Number((times * factor).toPrecision(15));
  });

const ofNumber = (compute: (value: number) => number): Definition =>
  define(['number'], ([value], call) => finite(compute(value), call));

function divided(value: number, divisor: number, { name }: Call): number {
  if (divisor === 0) throw failure('#DIV/0!', `Function ${name} parameter 2 cannot be zero.`);
  return value / divisor;
}

/** Arithmetic on single numbers, and sums. */
export const MATH: Readonly<Record<string, Definition>> = {
  ROUND: rounding(Math.round),
  ROUNDUP: rounding(Math.ceil),
  ROUNDDOWN: rounding(Math.floor),
  TRUNC: rounding(Math.floor),
  INT: ofNumber(Math.floor),
  ABS: ofNumber(Math.abs),
  SIGN: ofNumber(Math.sign),
  SQRT: ofNumber(Math.sqrt),
  EXP: ofNumber(Math.exp),
  LN: ofNumber(Math.log),
  LOG10: ofNumber(Math.log10),
  LOG: define(['number', 'number?'], ([value, base = 10], call) => finite(logarithm(value, base), call)),
  POWER: define(['number', 'number'], ([base, exponent], call) => finite(power(base, exponent), call)),
  CEILING: multiple(Math.ceil),
  FLOOR: multiple(Math.floor),
  MOD: define(
    ['number', 'number'],
    ([value, divisor], call) => value - divisor * Math.floor(divided(value, divisor, call)),
  ),
  QUOTIENT: define(['number', 'number'], ([value, divisor], call) => Math.trunc(divided(value, divisor, call))),
  SUM: repeat([], ['value'], (_, groups, call) => total(numbersIn(groups.flat(), call))),
  SUMSQ: repeat([], ['value'], (_, groups, call) =>
    total(numbersIn(groups.flat(), call).map((value) => value * value)),
  ),
  PRODUCT: repeat([], ['value'], (_, groups, call) => {
    const numbers = numbersIn(groups.flat(), call);
    return finite(numbers.length ? numbers.reduce((product, value) => product * value, 1) : 0, call);
  }),
};

function logarithm(value: number, base: number): number {
  if (base === 10) return Math.log10(value);
  return base === 2 ? Math.log2(value) : Math.log(value) / Math.log(base);
}
