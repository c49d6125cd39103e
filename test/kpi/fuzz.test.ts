import fc from 'fast-check';
import type { Argument, Result, Scalar, Vocabulary } from '../../src/kpi/bind';
import { call } from '../../src/kpi/call';
import { catalog } from '../../src/kpi/catalog';
import type { Kpi, Parameter } from '../../src/kpi/kpi';
import { UserError } from '../../src/kpi/user-error';
import { sentence } from '../../src/text/problems';
import { vocabulary } from '../support/call';

const calls = 100_000;

/*
 * Calls are put together from a stock of arguments, so that there can be many: half of them as a form wants them, half of
 * anything. The stock is drawn by fast-check, the choice by the seed that a failure names.
 */
const words = [
  'Won',
  'lost ',
  'Negotiation',
  'Wygrana',
  'OFERTA',
  'Выиграно',
  'проигрыш',
  'Ann',
  'Łucja',
  'Ирина',
  'mean',
  'rate',
];
const errors = ['#N/A', '#DIV/0!', '#REF!', '#NAME?', '#VALUE!', '#NUM!', '#ERROR!', '#ДЕЛ/0!', '#ADR!'];
const names = [...catalog.map(({ name }) => name), 'SUM', 'count', 'WIN_RAT'];

const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 2.5, 9, 10, -7, 1e-300, 1e15, 1e308, -1e308, Number.MAX_SAFE_INTEGER),
  fc.integer({ min: -100, max: 1000 }),
);
const label = fc.oneof(fc.constantFrom(...words, ...names), fc.string({ unit: 'grapheme', maxLength: 6 }));
const date = fc
  .integer({ min: 0, max: 900 })
  .map((day): Scalar => ({ date: new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10) }));
const blank = fc.constantFrom<Scalar>('', null, undefined);
const strange = fc.constantFrom<Scalar>(
  true,
  false,
  ...errors,
  '1 234,56 zł',
  '01.02.2025',
  ' ',
  '\u00A0',
  '="x"',
  '*',
  "'",
);
const anything = fc.oneof(number, label, date, blank, strange);

const column = (cell: fc.Arbitrary<Scalar>): fc.Arbitrary<Argument> =>
  fc.array(cell, { minLength: 1, maxLength: 6 }).map((cells) => cells.map((one) => [one]));
const shaped = (cell: fc.Arbitrary<Scalar>): fc.Arbitrary<Argument> =>
  fc.oneof(
    cell,
    column(cell),
    column(cell),
    fc.array(cell, { minLength: 1, maxLength: 6 }).map((cells): Argument => [cells]),
  );
const ragged = fc.array(fc.array(anything, { maxLength: 3 }), { maxLength: 4 });

const mostly = (cell: fc.Arbitrary<Scalar>) =>
  fc.oneof({ arbitrary: cell, weight: 8 }, { arbitrary: blank, weight: 1 });
const drawn = (arguments_: fc.Arbitrary<Argument>, seed: number): Argument[] =>
  fc.sample(arguments_, { seed, numRuns: 400 });

interface Stock {
  readonly numbers: readonly Argument[];
  readonly labels: readonly Argument[];
  readonly dates: readonly Argument[];
  readonly anything: readonly Argument[];
}

const stockOf = (seed: number): Stock => ({
  numbers: drawn(shaped(mostly(number)), seed),
  labels: drawn(shaped(mostly(label)), seed),
  dates: drawn(shaped(mostly(date)), seed),
  anything: drawn(fc.oneof(shaped(anything), ragged), seed),
});

const wanted: Readonly<Record<Parameter['kind'], keyof Stock>> = {
  labels: 'labels',
  ids: 'labels',
  names: 'labels',
  order: 'labels',
  accepted: 'labels',
  choice: 'labels',
  numbers: 'numbers',
  counts: 'numbers',
  scores: 'numbers',
  total: 'numbers',
  number: 'numbers',
  dates: 'dates',
  day: 'dates',
};

/** Whole numbers below a limit, repeatable from the seed (xorshift). */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** Arguments as one of the forms wants them, as long as that can be had by chance, or anything. */
function argumentsFor(kpi: Kpi, stock: Stock, random: (limit: number) => number): Argument[] {
  const pick = (of: readonly Argument[]) => of[random(of.length)] as Argument;
  if (random(2) === 0) return Array.from({ length: random(7) }, () => pick(stock.anything));
  const { parameters } = kpi.forms[random(kpi.forms.length)] as Kpi['forms'][number];
  const given = parameters.map((parameter) => pick(stock[wanted[parameter.kind]]));
  if (kpi.name === 'KPI_BY') {
    given[1] = names[random(names.length)];
    for (let at = 2; at < given.length; at++)
      given[at] = pick([stock.numbers, stock.labels, stock.dates][random(3)] ?? []);
  }
  return given.slice(0, parameters.filter(({ optional }) => !optional).length + random(parameters.length));
}

/** Labels come round again and again: what they mean is looked up once. */
function remembered({ normalise, meaningOf }: Vocabulary): Vocabulary {
  const known = new Map<string, ReturnType<Vocabulary['meaningOf']>>();
  return {
    normalise,
    meaningOf: (field, text) => {
      if (!known.has(text)) known.set(text, meaningOf(field, text));
      return known.get(text);
    },
  };
}

const isCell = (value: unknown): boolean =>
  value === undefined || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

/** A cell, or a table of cells that Google can spill: rows, at least one, all equally long. */
function isAnswer(result: Result): boolean {
  if (!Array.isArray(result)) return isCell(result);
  const width = result[0]?.length ?? 0;
  return width > 0 && result.every((row) => Array.isArray(row) && row.length === width && row.every(isCell));
}

/** Whether every language has a sentence for the mistake; looked at once for each code. */
function isExplained({ code, params }: UserError, explained: Set<string>): boolean {
  if (explained.has(code)) return true;
  explained.add(code);
  return (['en', 'pl', 'ru'] as const).every((language) => !/[{}]|undefined/.test(sentence(language, code, params)));
}

describe('nothing but a number, text, an empty cell, a table of these or a mistake that is named', () => {
  const seed = fc.readConfigureGlobal().seed as number;
  const known = remembered(vocabulary);
  let stock: Stock;
  const depth = Error.stackTraceLimit;
  beforeAll(() => {
    stock = stockOf(seed);
    // Most calls raise an error: nobody looks at where.
    Error.stackTraceLimit = 0;
  });
  afterAll(() => {
    Error.stackTraceLimit = depth;
  });

  test.each(catalog.map((kpi) => [kpi.name, kpi] as const))(`comes out of ${calls} calls of %s`, (name, kpi) => {
    const random = randomFrom(seed);
    const explained = new Set<string>();
    let answers = 0;
    for (let made = 0; made < calls; made++) {
      const given = argumentsFor(kpi, stock, random);
      try {
        if (!isAnswer(call(kpi, given, known))) throw new Error('that is no answer');
        answers++;
      } catch (error) {
        if (error instanceof UserError && isExplained(error, explained)) continue;
        throw new Error(`seed ${seed}: ${name}(${JSON.stringify(given)}): ${error}`);
      }
    }
    expect(answers).toBeGreaterThan(calls / 200);
  });
});
