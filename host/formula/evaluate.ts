import type { Area, Scalar } from '../workbook/types';
import { sound, toBoolean, toNumber, toText } from './coerce';
import type { Context } from './context';
import { callCustom } from './custom';
import { isWide, toFilled, toMatrix, toSingle } from './dereference';
import { FUNCTIONS } from './functions/catalog';
import type { Call, Definition, Kind, Plain, Special } from './functions/define';
import { OPERATORS, SIGNS } from './operators';
import type { Node } from './parse';
import { extentOf, type ReferenceText } from './references';
import { attempt, combine, failure, isCell, isError, isMatrix, isReference, type Matrix, type Value } from './values';

/** Where an expression is computed: whether element by element, and what LET has named. */
interface Scope {
  readonly context: Context;
  readonly array: boolean;
  readonly names: ReadonlyMap<string, Value>;
}

/**
 * Computes a formula. A single value, or an array of several; references are read, and a range that stands alone means the
 * cell in the formula's own row or column.
 */
export function evaluateFormula(node: Node, context: Context): Scalar | Matrix {
  const scope: Scope = { context, array: false, names: new Map() };
  const value = evaluate(node, scope);
  if (isReference(value)) {
    return isCell(value.area) || node.type === 'reference'
      ? toSingle(value, scope.context)
      : simplify(context.read(value.area));
  }
  return isMatrix(value) ? simplify(value) : value;
}

function simplify(matrix: Matrix): Scalar | Matrix {
  return matrix.rows * matrix.columns > 1 ? matrix : (matrix.data[0] ?? null);
}

function evaluate(node: Node, scope: Scope): Value {
  const { context } = scope;
  context.depth++;
  const value = attempt(() => compute(node, scope));
  context.depth--;
  return value;
}

function compute(node: Node, scope: Scope): Value {
  switch (node.type) {
    case 'constant':
      return node.value;
    case 'missing':
      return null;
    case 'reference':
      return { area: areaOf(node.reference, scope.context) };
    case 'name':
      return named(node.name, scope);
    case 'unary': {
      const sign = SIGNS[node.operator];
      return lift([evaluate(node.operand, scope)], scope, ([value]) => sign(value as Scalar, scope.context.locale));
    }
    case 'binary':
      return binary(node, scope);
    case 'let':
      return bind(node, scope);
    case 'call':
      return call(node, scope);
  }
}

function areaOf(reference: ReferenceText, context: Context): Area {
  const sheet = reference.sheet === undefined ? context.cell.sheet : context.sheetId(reference.sheet);
  if (sheet === undefined) throw failure('#REF!', `Unresolved sheet name '${reference.sheet}'.`);
  return { sheet, ...extentOf(reference) };
}

function named(name: string, { names }: Scope): Value {
  const value = names.get(name);
  if (value === undefined) throw failure('#NAME?', `Unknown range name: '${name.toUpperCase()}'.`);
  return value;
}

function bind({ names, values, body }: Node & { type: 'let' }, scope: Scope): Value {
  const known = new Map(scope.names);
  names.forEach((name, index) => {
    known.set(name, evaluate(values[index] as Node, { ...scope, names: known }));
  });
  return evaluate(body, { ...scope, names: known });
}

function binary(node: Node & { type: 'binary' }, scope: Scope): Value {
  const left = evaluate(node.left, scope);
  const right = evaluate(node.right, scope);
  if (node.operator === ':') return join(left, right);
  const operator = OPERATORS[node.operator];
  if (!operator) throw failure('#ERROR!', 'Formula parse error.');
  const { locale } = scope.context;
  return lift([left, right], scope, ([one, other]) => operator(one as Scalar, other as Scalar, locale));
}

/** `A1:INDEX(…)`: the smallest area that holds both. */
function join(left: Value, right: Value): Value {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (!isReference(left) || !isReference(right) || left.area.sheet !== right.area.sheet) {
    throw failure('#REF!', 'A range needs two references on one sheet.');
  }
  const [a, b] = [left.area, right.area];
  return {
    area: {
      sheet: a.sheet,
      top: Math.min(a.top, b.top),
      left: Math.min(a.left, b.left),
      bottom: Math.max(a.bottom, b.bottom),
      right: Math.max(a.right, b.right),
    },
  };
}

/** Applies a function of single values: once, or to every element where arrays are computed and one of the values is an array. */
function lift(values: readonly Value[], scope: Scope, apply: (values: readonly Scalar[]) => Scalar): Value {
  if (!scope.array || !values.some(isWide)) return apply(values.map((value) => toSingle(value, scope.context)));
  const arrays = values.map((value) => toMatrix(value, scope.context));
  return combine(arrays, apply);
}

function call(node: Node & { type: 'call' }, scope: Scope): Value {
  const definition = FUNCTIONS[node.name];
  if (!definition) return custom(node, scope);
  if ('form' in definition) return callSpecial(definition, node, scope);
  return callPlain(definition, node, scope);
}

function custom(node: Node & { type: 'call' }, scope: Scope): Value {
  const run = scope.context.custom(node.name);
  if (!run) throw failure('#NAME?', `Unknown function: '${node.name}'.`);
  const args = node.arguments.map((argument) => evaluate(argument, scope));
  return callCustom(run, args, node, scope.context);
}

function callSpecial(
  { arity, form }: Special,
  { name, arguments: args }: Node & { type: 'call' },
  scope: Scope,
): Value {
  requireArity(name, args.length, arity[0], arity[1]);
  return form(args, callOf(name, scope));
}

function callOf(name: string, scope: Scope): Call {
  return {
    name,
    context: scope.context,
    array: scope.array,
    evaluate: (node, array = scope.array) => evaluate(node, array === scope.array ? scope : { ...scope, array }),
  };
}

function requireArity(name: string, given: number, least: number, most: number): void {
  if (given >= least && given <= most) return;
  const expected =
    least === most ? `${least}` : most === Infinity ? `at least ${least}` : `between ${least} and ${most}`;
  throw failure(
    '#N/A',
    `Wrong number of arguments to ${name}. Expected ${expected} arguments, but got ${given} arguments.`,
  );
}

const SINGLE: readonly Kind[] = ['number', 'text', 'boolean', 'scalar', 'cell'];

function callPlain(definition: Plain, node: Node & { type: 'call' }, outer: Scope): Value {
  const { takes, repeats, run, options } = definition;
  const { name, arguments: nodes } = node;
  const least = takes.filter((parameter) => !parameter.endsWith('?')).length;
  requireArity(name, nodes.length, least, repeats ? Number.POSITIVE_INFINITY : takes.length);
  if (repeats && (nodes.length - takes.length) % repeats !== 0) {
    throw failure(
      '#N/A',
      `Wrong number of arguments to ${name}. Expected groups of ${repeats}, but got ${nodes.length} in all.`,
    );
  }
  const scope = options.array && !outer.array ? { ...outer, array: true } : outer;
  const kinds = kindsOf(definition, nodes.length);
  const given = nodes.map((argument) => evaluate(argument, scope));
  const caller = callOf(name, scope);
  const lifted = scope.array
    ? kinds.flatMap((kind, place) => (SINGLE.includes(kind) && isWide(given[place] ?? null) ? [place] : []))
    : [];
  const fixed = kinds.map((kind, place) => {
    if (place >= given.length) return undefined;
    return lifted.includes(place) ? undefined : convert(given[place] as Value, kind, name, place, scope);
  });
  if (lifted.length === 0) return run(fixed as never, caller);
  const arrays = lifted.map((place) => toMatrix(given[place] as Value, scope.context));
  return combine(arrays, (values) => {
    const args = fixed.slice();
    for (const [index, place] of lifted.entries()) {
      args[place] = convert(values[index] ?? null, kinds[place] as Kind, name, place, scope);
    }
    return toSingle(run(args as never, caller), scope.context);
  });
}

/** The kind of each parameter, groups repeated as often as there are arguments, optional ones that are left out included. */
function kindsOf({ takes, repeats }: Plain, given: number): Kind[] {
  const kinds = takes.map((parameter) => parameter.replace('?', '') as Kind);
  if (repeats === 0) return kinds;
  const group = kinds.slice(-repeats);
  while (kinds.length < given) kinds.push(...group);
  return kinds;
}

function convert(value: Value, kind: Kind, name: string, index: number, scope: Scope): unknown {
  const { context } = scope;
  const asker = { name, place: index + 1 };
  switch (kind) {
    case 'number':
      return toNumber(toSingle(value, scope.context), context.locale, asker);
    case 'text':
      return toText(toSingle(value, scope.context), context.locale);
    case 'boolean':
      return toBoolean(toSingle(value, scope.context), context.locale, asker);
    case 'scalar':
      return sound(toSingle(value, scope.context));
    case 'cell':
      return toSingle(value, scope.context);
    case 'matrix':
      if (isError(value)) throw value;
      return toMatrix(value, context);
    case 'filled':
      if (isError(value)) throw value;
      return toFilled(value, context);
    case 'reference':
      if (isError(value)) throw value;
      if (!isReference(value)) throw failure('#N/A', `Argument must be a range.`);
      return value;
    case 'value':
      return value;
  }
}

/**
 * True if a formula may fill more than its own cell. Operators and functions of single values never do outside of
 * ARRAYFORMULA, and neither does a range that stands alone.
 */
export function maySpill(node: Node): boolean {
  if (node.type === 'let') return isMany(node.body);
  if (node.type !== 'call') return node.type === 'binary' && node.operator === ':';
  const definition: Definition | undefined = FUNCTIONS[node.name];
  if (!definition || definition.options.spills === 'always') return true;
  return definition.options.spills === 'arguments' && node.arguments.some(isMany);
}

function isMany(node: Node): boolean {
  if (node.type === 'reference') return node.reference.to !== undefined;
  return node.type === 'name' || maySpill(node);
}
