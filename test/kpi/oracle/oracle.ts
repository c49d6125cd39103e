import fc from 'fast-check';
import type { Argument, Result, Scalar } from '../../../src/kpi/bind';

/*
 * Second answers, written from the words of the definitions and not from the code: plain loops over lists of cells.
 */

/** The cells of an argument, in order. */
export type List = readonly Scalar[];

/**
 * What an argument is: `record` lists describe records, one cell each; `total` lists are added up or counted on their own;
 * `order` lists stand side by side in an order that means something; `one` is a single cell.
 */
export type Kind = 'record' | 'total' | 'order' | 'one';

/** What a call gives that is a mistake: the code of the error. */
export interface Refusal {
  readonly mistake: string;
}

/** A naive implementation of one form of a function, with random arguments for it. */
export interface Oracle {
  readonly form: string;
  readonly kinds: readonly Kind[];
  /** One list an argument; options at the end may be missing. */
  readonly given: fc.Arbitrary<readonly List[]>;
  readonly expected: (...lists: readonly List[]) => Result | Refusal;
  /** The argument that gives a row out when it is a row. */
  readonly turns?: number;
}

/** The oracles of each function, one for every form. */
export type Oracles = Readonly<Record<string, readonly Oracle[]>>;

export const refused = (mistake: string): Refusal => ({ mistake });

export const isFilled = (cell: Scalar): boolean => cell !== '' && cell !== null && cell !== undefined;

/** What makes two labels of these tests the same. */
export const folded = (cell: Scalar): string => (isFilled(cell) ? String(cell).trim().toLowerCase() : '');

/** Quarters: their sums are exact, in whatever order they are added up. */
export const quarter = fc.integer({ min: -4000, max: 40_000 }).map((number) => number / 4);
export const blank: fc.Arbitrary<Scalar> = fc.constantFrom('', null, undefined);
export const mostly = (cell: fc.Arbitrary<Scalar>): fc.Arbitrary<Scalar> =>
  fc.oneof({ arbitrary: cell, weight: 6 }, { arbitrary: blank, weight: 1 });

const names = ['Ann', 'ann ', 'ANN', 'Bob', ' Bob', 'Łucja', 'ŁUCJA', 'Ирина', 'ирина', 'C-7', '0042'];
export const customerName: fc.Arbitrary<Scalar> = fc.constantFrom(...names);

/** Records as one list a column. */
export const records = (...cells: readonly fc.Arbitrary<Scalar>[]): fc.Arbitrary<List[]> =>
  fc
    .array(fc.tuple(...cells), { minLength: 1, maxLength: 12 })
    .map((rows) => cells.map((_, at) => rows.map((row) => row[at])));

const one = (cell: Scalar): List => [cell];

/** Lists with an option at the end, or without it. */
export const withOption = (lists: fc.Arbitrary<List[]>, option: fc.Arbitrary<Scalar>): fc.Arbitrary<List[]> =>
  fc.oneof(
    lists,
    fc.tuple(lists, option).map(([all, cell]) => [...all, one(cell)]),
  );

/** A number, or a column of numbers with blanks. */
const numbers: fc.Arbitrary<List> = fc.oneof(
  fc.constantFrom<Scalar>(0, 1, 2, 40).map(one),
  quarter.map(one),
  fc.array(mostly(quarter), { minLength: 1, maxLength: 8 }),
);
/** Numbers as above, or a column of names. */
const counts: fc.Arbitrary<List> = fc.oneof(numbers, fc.array(mostly(customerName), { minLength: 1, maxLength: 8 }));
const share: fc.Arbitrary<Scalar> = fc.constantFrom<Scalar>(0, 0.25, 0.5, 1, 2, -0.5, '');

/** Cells added up; nothing at all is not zero. */
export function sumOf(cells: List): number | undefined {
  let sum = 0;
  let filled = 0;
  for (const cell of cells) {
    if (typeof cell !== 'number') continue;
    sum += cell;
    filled++;
  }
  return filled === 0 ? undefined : sum;
}

/** Names counted once each, numbers added up. */
export function countOf(cells: List): number | undefined {
  const seen: string[] = [];
  for (const cell of cells) {
    if (typeof cell === 'string' && cell !== '' && !seen.includes(folded(cell))) seen.push(folded(cell));
  }
  return seen.length > 0 ? seen.length : sumOf(cells);
}

type Total = 'sum' | 'count' | 'single' | 'margin';

/** A form of totals: `sum` adds numbers up, `count` also counts names, `single` is one number, `margin` a share or left out. */
export function totals(
  form: string,
  of: readonly Total[],
  formula: (...values: number[]) => number | undefined,
): Oracle {
  const asked = of.filter((one) => one !== 'margin');
  const lists = fc.tuple(
    ...asked.map((one) =>
      one === 'single' ? quarter.map((number): List => [number]) : one === 'sum' ? numbers : counts,
    ),
  );
  return {
    form,
    kinds: of.map((one) => (one === 'single' || one === 'margin' ? 'one' : 'total')),
    given: of.includes('margin') ? withOption(lists, share) : lists,
    expected: (...given) => {
      const values: number[] = [];
      for (const [at, one] of of.entries()) {
        const value = one === 'count' ? countOf(given[at] ?? []) : sumOf(given[at] ?? []);
        if (value === undefined && one !== 'margin') return undefined;
        values.push(value ?? 1);
      }
      return formula(...values);
    },
  };
}

/** Dividing by nothing gives nothing. */
export const divided = (by: number, into: number): number | undefined => (by === 0 ? undefined : into / by);

/** How the arguments of a call reach the function. */
export interface Way {
  readonly title: string;
  readonly change: (lists: readonly List[], kinds: readonly Kind[], seed: number) => readonly List[];
  readonly layout: 'columns' | 'rows' | 'cells';
}

const unchanged: Way['change'] = (lists) => lists;

/** A small generator of numbers below `limit`, so that a failing case can be repeated. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
}

function shuffled(list: List, seed: number): List {
  const random = randomFrom(seed);
  const rest = [...list];
  return list.map(() => rest.splice(random(rest.length), 1)[0]);
}

/** Blank cells put in, at the same places in every list. */
function spaced(list: List, seed: number): List {
  const random = randomFrom(seed);
  return list.flatMap((cell) => [...Array.from({ length: random(3) }, () => ''), cell]);
}

const tail = Array.from({ length: 1000 }, () => '');
const isLong = (kind: Kind | undefined): boolean => kind !== 'one';
const isBag = (kind: Kind | undefined): boolean => kind === 'record' || kind === 'total';

/** All the ways in which a spreadsheet may hold the same facts. */
export const ways: readonly Way[] = [
  { title: 'columns', change: unchanged, layout: 'columns' },
  { title: 'rows of cells', change: unchanged, layout: 'rows' },
  {
    title: 'columns with their rows shuffled',
    change: (lists, kinds, seed) => lists.map((list, at) => (isBag(kinds[at]) ? shuffled(list, seed) : list)),
    layout: 'columns',
  },
  {
    title: 'columns with blank rows between',
    change: (lists, kinds, seed) => lists.map((list, at) => (isBag(kinds[at]) ? spaced(list, seed) : list)),
    layout: 'columns',
  },
  {
    title: 'columns with a blank tail of 1,000 rows',
    change: (lists, kinds) => lists.map((list, at) => (isLong(kinds[at]) ? [...list, ...tail] : list)),
    layout: 'columns',
  },
  { title: 'single cells', change: (lists) => lists.map((list) => list.slice(0, 1)), layout: 'cells' },
];

/** The arguments as Google would hand them over. */
export const laidOut = (lists: readonly List[], kinds: readonly Kind[], layout: Way['layout']): Argument[] =>
  lists.map((list, at) => {
    if (layout === 'cells' || kinds[at] === 'one') return list[0];
    return layout === 'rows' ? [list] : list.map((cell) => [cell]);
  });

/** A table with its rows as columns. */
export function turned(result: Result | Refusal): Result | Refusal {
  if (!Array.isArray(result)) return result;
  const rows = result as readonly (readonly (number | string | undefined)[])[];
  return (rows[0] ?? []).map((_, at) => rows.map((row) => row[at]));
}
