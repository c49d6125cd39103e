import type { Scalar } from '../../workbook/types';
import { equal, sound, toBoolean, toNumber } from '../coerce';
import { isWide, toMatrix, toSingle } from '../dereference';
import type { Node } from '../parse';
import { combine, failure, isError, isMatrix, isReference, type Matrix, type Value } from '../values';
import { eachValue } from './aggregate';
import { type Call, type Definition, define, repeat, special } from './define';

/** Takes one of two values: whole, or element by element where the condition is an array. */
function choose(condition: Value, call: Call, whenTrue: () => Value, whenFalse: () => Value): Value {
  const { context, name } = call;
  const truth = (value: Scalar) => toBoolean(value, context.locale, { name, place: 1 });
  if (!call.array || !isWide(condition)) return truth(toSingle(condition, context)) ? whenTrue() : whenFalse();
  const [test, yes, no] = [condition, whenTrue(), whenFalse()].map((value) => toMatrix(value, context)) as [
    Matrix,
    Matrix,
    Matrix,
  ];
  return combine([test, yes, no], ([is, then, otherwise]) => (truth(is ?? null) ? then : otherwise) ?? null);
}

function ifElse([test, yes, no]: readonly Node[], call: Call): Value {
  return choose(
    call.evaluate(test as Node),
    call,
    () => call.evaluate(yes as Node),
    () => (no ? call.evaluate(no) : false),
  );
}

function firstTrue(args: readonly Node[], call: Call): Value {
  const [test, value, ...rest] = args;
  if (!test) return failure('#N/A', 'No match.');
  if (!value) return failure('#N/A', 'Wrong number of arguments to IFS. Expected pairs of a condition and a value.');
  return choose(
    call.evaluate(test),
    call,
    () => call.evaluate(value),
    () => firstTrue(rest, call),
  );
}

function switchCase([subject, ...cases]: readonly Node[], call: Call): Value {
  const given = call.evaluate(subject as Node);
  if (isError(given)) return given;
  return matchCase(given, cases, call);
}

function matchCase(given: Value, [wanted, value, ...rest]: readonly Node[], call: Call): Value {
  if (!wanted) return failure('#N/A', 'No match.');
  if (!value) return call.evaluate(wanted);
  return choose(
    equalTo(given, call.evaluate(wanted), call),
    call,
    () => call.evaluate(value),
    () => matchCase(given, rest, call),
  );
}

function equalTo(given: Value, wanted: Value, { array, context }: Call): Value {
  const isEqual = (one: Scalar, other: Scalar) => equal(sound(one), sound(other));
  if (!array || !(isWide(given) || isWide(wanted))) return isEqual(toSingle(given, context), toSingle(wanted, context));
  const [one, other] = [toMatrix(given, context), toMatrix(wanted, context)];
  return combine([one, other], ([left, right]) => isEqual(left ?? null, right ?? null));
}

/** Puts another value in the place of certain errors, in every element of an array. */
function replaceErrors(isReplaced: (value: Scalar) => boolean) {
  return ([subject, fallback]: readonly Node[], call: Call): Value => {
    const { context } = call;
    const value = call.evaluate(subject as Node);
    const other = () => (fallback ? call.evaluate(fallback) : null);
    // A range that somebody typed means one cell; one that a function found means all of them.
    const asArray = isMatrix(value) || (isWide(value) && (call.array || (subject as Node).type !== 'reference'));
    if (!asArray) {
      const single = toSingle(value, context);
      return isReplaced(single) ? other() : single;
    }
    const matrix = toMatrix(value, context);
    if (!matrix.data.some(isReplaced)) return matrix;
    const replacement = toMatrix(other(), context);
    return combine([matrix, replacement], ([one = null, fresh = null]) => (isReplaced(one) ? fresh : one));
  };
}

/** Booleans among arguments; texts in cells are passed over, a text given directly has to be one. */
function booleansIn(values: readonly Value[], call: Call): boolean[] {
  const booleans: boolean[] = [];
  eachValue(values, call, (value, direct, place) => {
    if (isError(value)) throw value;
    if (value === null || (typeof value === 'string' && !direct)) return;
    booleans.push(toBoolean(value, call.context.locale, { name: call.name, place }));
  });
  if (booleans.length === 0) throw failure('#VALUE!', `Function ${call.name} found no boolean values.`);
  return booleans;
}

const junction = (join: (booleans: boolean[]) => boolean): Definition =>
  repeat([], ['value'], (_, groups, call) => join(booleansIn(groups.flat(), call)));

const test = (holds: (value: Scalar) => boolean): Definition => define(['cell'], ([value]) => holds(value));

function pickChoice([place, ...choices]: readonly Node[], call: Call): Value {
  const { context, name } = call;
  const index = Math.trunc(
    toNumber(toSingle(call.evaluate(place as Node), context), context.locale, { name, place: 1 }),
  );
  const choice = choices[index - 1];
  if (choice) return call.evaluate(choice);
  throw failure(
    '#NUM!',
    `Function CHOOSE parameter 1 value is ${index}. Valid values are between 1 and ${choices.length} inclusive.`,
  );
}

function typeNumber(value: Value, { context }: Call): number {
  if (isMatrix(value) || (isReference(value) && isWide(value))) return 64;
  const single = toSingle(value, context);
  if (typeof single === 'string') return 2;
  if (typeof single === 'boolean') return 4;
  return isError(single) ? 16 : 1;
}

const MANY = Number.POSITIVE_INFINITY;

/** Conditions, errors and kinds of values. */
export const LOGIC: Readonly<Record<string, Definition>> = {
  IF: special([2, 3], ifElse, { spills: 'arguments' }),
  IFS: special([2, MANY], firstTrue, { spills: 'arguments' }),
  SWITCH: special([3, MANY], switchCase, { spills: 'arguments' }),
  CHOOSE: special([2, MANY], pickChoice, { spills: 'arguments' }),
  IFERROR: special([1, 2], replaceErrors(isError), { spills: 'arguments' }),
  IFNA: special(
    [1, 2],
    replaceErrors((value) => isError(value) && value.error === '#N/A'),
    { spills: 'arguments' },
  ),
  ARRAYFORMULA: special([1, 1], ([node], call) => arrayOf(call.evaluate(node as Node, true), call), {
    spills: 'always',
  }),
  AND: junction((booleans) => booleans.every(Boolean)),
  OR: junction((booleans) => booleans.some(Boolean)),
  XOR: junction((booleans) => booleans.filter(Boolean).length % 2 === 1),
  NOT: define(['boolean'], ([value]) => !value),
  TRUE: define([], () => true),
  FALSE: define([], () => false),
  NA: define([], () => failure('#N/A')),
  ISBLANK: test((value) => value === null),
  ISNUMBER: test((value) => typeof value === 'number'),
  ISTEXT: test((value) => typeof value === 'string'),
  ISLOGICAL: test((value) => typeof value === 'boolean'),
  ISERROR: test(isError),
  ISERR: test((value) => isError(value) && value.error !== '#N/A'),
  ISNA: test((value) => isError(value) && value.error === '#N/A'),
  N: define(['scalar'], ([value]) => (typeof value === 'number' || typeof value === 'boolean' ? Number(value) : 0)),
  T: define(['scalar'], ([value]) => (typeof value === 'string' ? value : '')),
  TYPE: define(['value'], ([value], call) => typeNumber(value, call)),
};

/** A range that ARRAYFORMULA is given means all of its cells. */
function arrayOf(value: Value, { context }: Call): Value {
  return isReference(value) ? toMatrix(value, context) : value;
}
