import type { Scalar } from '../../workbook/types';
import { readText } from '../coerce';
import { columnOf, failure, isError, type Matrix, type Value } from '../values';
import { eachValue, extreme, numbersIn, total } from './aggregate';
import { type Call, type Definition, define, repeat } from './define';

const ofNumbers = (compute: (numbers: number[], call: Call) => Value): Definition =>
  repeat([], ['value'], (_, groups, call) => compute(numbersIn(groups.flat(), call), call));

function counting(counts: (value: Scalar, direct: boolean, locale: string) => boolean): Definition {
  return repeat([], ['value'], (_, groups, call) => {
    let count = 0;
    eachValue(groups.flat(), call, (value, direct) => {
      if (counts(value, direct, call.context.locale)) count++;
    });
    return count;
  });
}

/** Sorted numbers of an array; throws the first error. */
function sorted(values: Matrix, call: Call): number[] {
  return numbersIn([values], call).sort((one, other) => one - other);
}

function average(numbers: readonly number[], { name }: Call): number {
  if (numbers.length > 0) return total(numbers) / numbers.length;
  throw failure('#DIV/0!', `Evaluation of function ${name} caused a divide by zero error.`);
}

function none({ name }: Call) {
  return failure('#NUM!', `Function ${name} found no numbers.`);
}

/** The value that a share of sorted numbers lies below, between two of them in proportion. */
function quantile(numbers: readonly number[], share: number, call: Call): Scalar {
  if (numbers.length === 0 || share < 0 || share > 1) return none(call);
  const position = share * (numbers.length - 1);
  const below = numbers[Math.floor(position)] as number;
  const above = numbers[Math.ceil(position)] as number;
  return below + (above - below) * (position - Math.floor(position));
}

function mode(numbers: readonly number[]): Scalar {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most && most[1] > 1 ? most[0] : failure('#N/A', 'No value occurs more than once.');
}

function deviation(numbers: readonly number[], call: Call): Scalar {
  if (numbers.length < 2)
    return failure('#DIV/0!', `Evaluation of function ${call.name} caused a divide by zero error.`);
  const mean = average(numbers, call);
  return Math.sqrt(total(numbers.map((value) => (value - mean) ** 2)) / (numbers.length - 1));
}

function nth(values: Matrix, place: number, fromEnd: boolean, call: Call): Scalar {
  const numbers = sorted(values, call);
  const index = Math.trunc(place);
  return numbers[fromEnd ? numbers.length - index : index - 1] ?? none(call);
}

function rank(value: number, values: Matrix, ascending: boolean, call: Call): Scalar {
  const numbers = numbersIn([values], call);
  if (!numbers.includes(value)) return failure('#N/A', `Did not find value '${value}' in RANK evaluation.`);
  return 1 + numbers.filter((other) => (ascending ? other < value : other > value)).length;
}

/** How many numbers are at most each class and above the next lower one; the last entry counts those above all classes. */
function frequency(values: Matrix, classes: Matrix, call: Call): Value {
  const numbers = sorted(values, call);
  const bounds = numbersIn([classes], call);
  const counts: number[] = bounds.map(() => 0);
  const order = bounds
    .map((_, index) => index)
    .sort((one, other) => (bounds[one] as number) - (bounds[other] as number));
  let at = 0;
  for (const index of order) {
    const start = at;
    while (at < numbers.length && (numbers[at] as number) <= (bounds[index] as number)) at++;
    counts[index] = at - start;
  }
  return columnOf([...counts, numbers.length - at]);
}

/** Different values that are not blank. Assumed of Google: texts that differ in case are different, and so are 1 and "1". */
export function countDifferent(values: Iterable<Scalar>): number {
  const different = new Set<unknown>();
  for (const value of values) {
    if (value !== null && value !== '') different.add(isError(value) ? `\0${value.error}` : value);
  }
  return different.size;
}

/** Counts, means, quantiles and ranks. */
export const STATISTICS: Readonly<Record<string, Definition>> = {
  AVERAGE: ofNumbers(average),
  MIN: ofNumbers((numbers) => extreme(numbers, 'least') ?? 0),
  MAX: ofNumbers((numbers) => extreme(numbers, 'most') ?? 0),
  MEDIAN: ofNumbers((numbers, call) =>
    quantile(
      numbers.sort((one, other) => one - other),
      0.5,
      call,
    ),
  ),
  MODE: ofNumbers(mode),
  STDEV: ofNumbers(deviation),
  COUNT: counting(
    (value, direct, locale) =>
      typeof value === 'number' ||
      (direct && (typeof value === 'boolean' || (typeof value === 'string' && readText(value, locale) !== undefined))),
  ),
  COUNTA: counting((value) => value !== null),
  COUNTBLANK: define(['matrix'], ([{ data }]) => data.filter((value) => value === null || value === '').length),
  COUNTUNIQUE: repeat([], ['value'], (_, groups, call) => {
    const values: Scalar[] = [];
    eachValue(groups.flat(), call, (value) => values.push(value));
    return countDifferent(values);
  }),
  PERCENTILE: define(['filled', 'number'], ([values, share], call) => quantile(sorted(values, call), share, call)),
  QUARTILE: define(['filled', 'number'], ([values, quarter], call) =>
    quantile(sorted(values, call), Math.trunc(quarter) / 4, call),
  ),
  LARGE: define(['filled', 'number'], ([values, place], call) => nth(values, place, true, call)),
  SMALL: define(['filled', 'number'], ([values, place], call) => nth(values, place, false, call)),
  RANK: define(['number', 'filled', 'boolean?'], ([value, values, ascending = false], call) =>
    rank(value, values, ascending, call),
  ),
  FREQUENCY: define(['filled', 'filled'], ([values, classes], call) => frequency(values, classes, call), {
    array: true,
    spills: 'always',
  }),
};
