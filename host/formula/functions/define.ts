import type { Scalar } from '../../workbook/types';
import type { Context } from '../context';
import type { Node } from '../parse';
import type { Matrix, Reference, Value } from '../values';

/**
 * What a parameter takes. The first five are single values: an array in their place is taken element by element where arrays
 * are computed, and otherwise stands for one of its cells. `scalar` refuses errors, `cell` takes them. `matrix` is cells as
 * an array, `filled` the same without the blank tail of a reference, `reference` cells that were pointed to, `value` anything.
 */
export type Kind = keyof Kinds;

interface Kinds {
  number: number;
  text: string;
  boolean: boolean;
  scalar: Exclude<Scalar, { readonly error: string }>;
  cell: Scalar;
  matrix: Matrix;
  filled: Matrix;
  reference: Reference;
  value: Value;
}

/** A parameter: its kind, with `?` if it may be left out (it then is undefined). */
export type Parameter = Kind | `${Kind}?`;

type Given<P> = P extends `${infer K extends Kind}?` ? Kinds[K] | undefined : P extends Kind ? Kinds[P] : never;
type Arguments<T extends readonly Parameter[]> = { [I in keyof T]: Given<T[I]> };

/** A call under way. */
export interface Call {
  readonly name: string;
  readonly context: Context;
  /** True where arrays are computed element by element: within ARRAYFORMULA and functions that take arrays. */
  readonly array: boolean;
  /** Computes an argument of a special form; `array` switches element-wise computing on. */
  evaluate(node: Node, array?: boolean): Value;
}

/** A function whose arguments are computed first. */
export interface Plain {
  readonly takes: readonly Parameter[];
  /** How many parameters at the end may be given again and again. */
  readonly repeats: number;
  readonly options: Options;
  readonly run: (args: never, call: Call) => Value;
}

interface Options {
  /** Arguments are computed element by element. */
  readonly array?: true;
  /** The result may be more than one cell: always, or as soon as an argument is. */
  readonly spills?: 'always' | 'arguments';
}

/** A function that decides itself which arguments are computed; too few arguments are undefined. */
export interface Special {
  readonly arity: readonly [number, number];
  readonly options: Options;
  readonly form: (args: readonly Node[], call: Call) => Value;
}

export type Definition = Plain | Special;

/** Defines a function with a fixed list of parameters. */
export function define<const T extends readonly Parameter[]>(
  takes: T,
  run: (args: Arguments<T>, call: Call) => Value,
  options: Options = {},
): Plain {
  return { takes, repeats: 0, run, options };
}

/** Defines a function whose last parameters come in groups, one or more times. */
export function repeat<const T extends readonly Parameter[], const G extends readonly Parameter[]>(
  takes: T,
  group: G,
  run: (args: Arguments<T>, groups: Arguments<G>[], call: Call) => Value,
  options: Options = {},
): Plain {
  const size = group.length;
  const split = (all: readonly unknown[], call: Call): Value => {
    const groups: unknown[][] = [];
    for (let at = takes.length; at < all.length; at += size) groups.push(all.slice(at, at + size));
    return run(all.slice(0, takes.length) as Arguments<T>, groups as Arguments<G>[], call);
  };
  return { takes: [...takes, ...group], repeats: size, run: split, options };
}

/** Defines a function that computes its arguments itself. */
export function special(
  arity: readonly [number, number],
  form: (args: readonly Node[], call: Call) => Value,
  options: Options = {},
): Special {
  return { arity, form, options };
}
