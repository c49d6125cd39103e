import { type Cells, cellAt, isBlank, isEmpty, isText, labelText, type Scalar, someCell } from './cells';
import type { Value } from './evaluate';
import type { Parameter } from './kpi';
import { nearest } from './nearest';
import { dateOfDay } from './period';
import { UserError } from './user-error';

/** Brings the labels of one thing to one form. */
export type Normalise = (label: string) => string;

/** An argument with what its parameter reads in it. */
export interface ReadArgument {
  readonly parameter: Parameter;
  readonly cells: Cells | undefined;
  /** Numbers, civil dates or normalised labels, one a cell; none where the cells are read as one value. */
  readonly values: readonly Value[];
  /** The normalised label of each way to write one, in order of appearance. */
  readonly spellings?: ReadonlyMap<Scalar, string>;
}

/** Reads the cells of an argument; a cell that it cannot read is a UserError that names function, argument and row. */
export function readArgument(
  name: string,
  parameter: Parameter,
  cells: Cells | undefined,
  normalise: Normalise,
): ReadArgument {
  if (!cells) return { parameter, cells, values: [] };
  switch (parameter.kind) {
    case 'labels':
    case 'ids':
    case 'names':
    case 'order':
      return { parameter, cells, ...readLabels(name, parameter.name, cells, normalise) };
    case 'total':
      // A checkbox or a date is no name to count.
      return parameter.counts && !someCell(cells, (value) => !isText(value))
        ? { parameter, cells, ...readLabels(name, parameter.name, cells, normalise) }
        : { parameter, cells, values: [] };
    case 'dates':
      return { parameter, cells, values: readDates(name, parameter.name, cells) };
    case 'numbers':
    case 'counts':
      return { parameter, cells, values: readNumbers(name, parameter.name, cells) };
    default:
      return { parameter, cells, values: [] };
  }
}

/** The normalised label of every cell, "" for a blank one, and how labels are written. */
export function readLabels(name: string, argument: string, cells: Cells, normalise: Normalise) {
  // Labels repeat: each way to write one is looked at once.
  const spellings = new Map<Scalar, string>();
  const values = new Array<string>(cells.rows.length);
  for (let row = 0; row < values.length; row++) {
    const value = cells.rows[row]?.[0];
    let label = spellings.get(value);
    if (label === undefined) {
      checkError(name, argument, value, row);
      label = normalise(labelText(value));
      spellings.set(value, label);
    }
    values[row] = label;
  }
  return { values, spellings };
}

function readNumbers(name: string, argument: string, cells: Cells): (number | undefined)[] {
  const values = new Array<number | undefined>(cells.rows.length);
  for (let row = 0; row < values.length; row++) {
    const value = cells.rows[row]?.[0];
    if (isNumber(value)) values[row] = value;
    else if (isBlank(value)) values[row] = undefined;
    else throw notNumber(name, argument, value, row);
  }
  return values;
}

const isNumber = (value: Scalar): value is number => typeof value === 'number' && Number.isFinite(value);

function notNumber(name: string, argument: string, value: Scalar, row: number): UserError {
  checkError(name, argument, value, row);
  return problem(typeof value === 'string' ? 'text_not_number' : 'not_a_number', name, argument, value, row);
}

function readDates(name: string, argument: string, cells: Cells): (string | undefined)[] {
  const values = new Array<string | undefined>(cells.rows.length);
  for (let row = 0; row < values.length; row++) {
    const value = cells.rows[row]?.[0];
    if (isBlank(value)) values[row] = undefined;
    else if (typeof value === 'object' && value !== null) values[row] = value.date;
    else throw notDate(name, argument, value, row);
  }
  return values;
}

function notDate(name: string, argument: string, value: Scalar, row: number): UserError {
  checkError(name, argument, value, row);
  return problem(typeof value === 'string' ? 'text_not_date' : 'not_a_date', name, argument, value, row);
}

/** Hands on every score that is there, each of which has to lie on the scale. */
export function eachScore(name: string, { parameter, cells }: ReadArgument, visit: (score: number) => void): void {
  if (!cells || parameter.kind !== 'scores') return;
  // Columns are long: each loop over one reads the cell in place, where the engine sees one kind of value.
  const [lowest, highest] = parameter.scale;
  for (let row = 0; row < cells.rows.length; row++) {
    const value = cells.rows[row]?.[0];
    if (isNumber(value)) {
      if (value >= lowest && value <= highest) visit(value);
      else throw offScale(name, parameter, value, row);
    } else if (!isBlank(value)) throw notNumber(name, parameter.name, value, row);
  }
}

function offScale(name: string, parameter: Parameter & { kind: 'scores' }, value: number, row: number): UserError {
  const [lowest, highest] = parameter.scale;
  return new UserError('score_off_scale', {
    function: name,
    argument: parameter.name,
    row: row + 1,
    value,
    lowest,
    highest,
  });
}

/** The cells of an argument that has to be one value; undefined where it is blank. */
function oneOf(name: string, { parameter, cells }: ReadArgument): Cells | undefined {
  if (!cells || isEmpty(cells)) return undefined;
  if (cells.isSingle) return cells;
  throw new UserError('not_one_cell', { function: name, argument: parameter.name });
}

/** The number of a `number` parameter, or what it is when it is left out. */
export function readOption(name: string, argument: ReadArgument): number | undefined {
  const { parameter } = argument;
  const cells = oneOf(name, argument);
  if (cells) return readNumbers(name, parameter.name, cells)[0];
  return parameter.kind === 'number' ? parameter.default : undefined;
}

/** The date of a `day` parameter. What a formula computes, such as DATE(2025;2;1), may arrive as its serial number. */
export function readDay(name: string, argument: ReadArgument): string | undefined {
  const cells = oneOf(name, argument);
  const value = cells && cellAt(cells, 0);
  if (typeof value === 'number' && value >= 1 && value < AFTER_ALL_DAYS)
    return dateOfDay(Math.floor(value) - SERIAL_OF_1970);
  return cells && readDates(name, argument.parameter.name, cells)[0];
}

/** Serial numbers of 1970-01-01 and of the day after 9999-12-31. */
const SERIAL_OF_1970 = 25_569;
const AFTER_ALL_DAYS = 2_958_466;

/** The word of a `choice` parameter. */
export function readChoice(name: string, argument: ReadArgument): string | undefined {
  const { parameter } = argument;
  const cells = oneOf(name, argument);
  if (!cells || parameter.kind !== 'choice') return undefined;
  const value = cellAt(cells, 0);
  checkError(name, parameter.name, value, 0);
  const word = labelText(value).trim().toLowerCase();
  if (parameter.among.includes(word)) return word;
  throw new UserError('unknown_option', {
    function: name,
    argument: parameter.name,
    value: shortened(value),
    options: parameter.among.join(', '),
    nearest: nearest(word, parameter.among) ?? '',
  });
}

/** The sum of numbers, or for things that are counted the number of different names; undefined where every cell is blank. */
export function readTotal(name: string, { parameter, cells, values, spellings }: ReadArgument): number | undefined {
  if (!cells) return undefined;
  if (spellings) return namesAmong(values);
  let whole = 0;
  let filled = 0;
  for (let row = 0; row < cells.rows.length; row++) {
    const value = cells.rows[row]?.[0];
    if (isNumber(value)) {
      whole += value;
      filled++;
    } else if (!isBlank(value)) throw notNumber(name, parameter.name, value, row);
  }
  if (!Number.isFinite(whole)) throw new UserError('too_large', { function: name, argument: parameter.name });
  return filled === 0 ? undefined : whole;
}

function namesAmong(labels: readonly Value[]): number | undefined {
  const names = new Set(labels);
  names.delete('');
  return names.size || undefined;
}

/** What error cells arrive as, in the languages of the product; "#N/A (see note)" is a label. */
const errorText =
  /^#(N\/[AD]!?|DIV\/0!|REF!|NAME\?|VALUE!|NUM!|NULL!|ERROR!|SPILL!|CALC!|DZIEL\/0!|ADR!|NAZWA\?|ARG!|LICZBA!|ZERO!|Н\/Д|ДЕЛ\/0!|ССЫЛКА!|ИМЯ\?|ЗНАЧ!|ЧИСЛО!|ПУСТО!)$/;

function checkError(name: string, argument: string, value: Scalar, row: number): void {
  if (typeof value === 'string' && value.startsWith('#') && errorText.test(value))
    throw problem('error_cell', name, argument, value, row);
}

const problem = (code: string, name: string, argument: string, value: Scalar, row: number): UserError =>
  new UserError(code, { function: name, argument, row: row + 1, value: shortened(value) });

/** A cell as a person reads it, not longer than a sentence can bear. */
function shortened(value: Scalar): string {
  const text = labelText(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
