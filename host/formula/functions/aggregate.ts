import type { Scalar } from '../../workbook/types';
import { toNumber } from '../coerce';
import { toFilled } from '../dereference';
import { failure, isError, isMatrix, isReference, type Value } from '../values';
import type { Call } from './define';

/** The values of arguments that are laid out in cells, blank tails left out, and those given directly. */
export function eachValue(
  values: readonly Value[],
  call: Call,
  visit: (value: Scalar, direct: boolean, place: number) => void,
): void {
  values.forEach((value, index) => {
    const direct = !isReference(value) && !isMatrix(value);
    for (const cell of toFilled(value, call.context).data) visit(cell, direct, index + 1);
  });
}

/**
 * The numbers among arguments: in cells only numbers count, texts, booleans and blanks are passed over; a text or boolean
 * given directly is taken for the number that it stands for. Throws the first error.
 */
export function numbersIn(values: readonly Value[], call: Call): number[] {
  const numbers: number[] = [];
  eachValue(values, call, (value, direct, place) => {
    if (typeof value === 'number') numbers.push(value);
    else if (isError(value)) throw value;
    else if (direct && value !== null) numbers.push(toNumber(value, call.context.locale, { name: call.name, place }));
  });
  return numbers;
}

/** A number, or #NUM! where there is none. */
export function finite(value: number, { name }: Call): Scalar {
  return Number.isFinite(value) ? value : failure('#NUM!', `Function ${name} has a result that is no number.`);
}

/** Sum of numbers. */
export function total(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

/** Smallest or largest number; undefined for none. `Math.min(...numbers)` would overflow the stack. */
export function extreme(numbers: readonly number[], which: 'least' | 'most'): number | undefined {
  let best: number | undefined;
  for (const number of numbers) {
    if (best === undefined || (which === 'least' ? number < best : number > best)) best = number;
  }
  return best;
}
