import {
  type Argument,
  type Cells,
  cellAt,
  cellsOf,
  cellsOfRows,
  isEmpty,
  isText,
  labelText,
  someCell,
  withoutOmitted,
} from './cells';

import type { Data, Meanings, Value } from './evaluate';
import type { BoundArguments, Callable, Form, Parameter } from './kpi';
import { readMeanings, type Vocabulary } from './meanings';
import type { DatasetName, Field } from './measure';
import { eachScore, type ReadArgument, readArgument, readChoice, readDay, readOption, readTotal } from './read';
import { UserError } from './user-error';

export type { Argument, Result, Scalar } from './cells';
export type { Vocabulary } from './meanings';

/** A call whose arguments are checked and read: the form that was meant, and what its labels mean. */
export interface BoundCall {
  readonly kpi: Callable;
  readonly form: Form;
  readonly meanings: Meanings;
  readonly read: readonly ReadArgument[];
}

/** Binds the arguments of a cell function to one of its forms, or throws the UserError that says what is wrong and where. */
export function bind(kpi: Callable, given: readonly Argument[], vocabulary: Vocabulary): BoundCall {
  const cells = given.map(cellsOf);
  const form = chooseForm(kpi, cells);
  checkShapes(kpi, form, cells);
  const read = form.parameters.map((parameter, at) =>
    readArgument(kpi.name, parameter, cells[at], vocabulary.normalise),
  );
  return { kpi, form, meanings: readMeanings(kpi, form, read, vocabulary), read };
}

/** The same call on some rows of these columns, which are arguments of it; the other arguments stay as they are. */
export function onRows(bound: BoundCall, columns: readonly ReadArgument[], rows: readonly number[]): BoundCall {
  const read = bound.read.map((argument) => {
    if (!argument.cells || !columns.includes(argument)) return argument;
    // What has been read is not looked at again, but for how it is written.
    if (argument.values.length === 0) return { ...argument, cells: cellsOfRows(argument.cells, rows) };
    const values = rows.map((row) => argument.values[row]);
    return argument.parameter.kind === 'names'
      ? { ...argument, values, cells: cellsOfRows(argument.cells, rows) }
      : { ...argument, values };
  });
  return { ...bound, read };
}

/**
 * The first form whose parameters fit the kinds of the arguments. Failing that, the first that fits but for cells that the
 * reader of an argument will refuse, since it can say which cell is wrong: text among numbers before anything else.
 */
function chooseForm(kpi: Callable, cells: readonly Cells[]): Form {
  const given = withoutOmitted(cells);
  // Nobody documents whether a lone blank cell arrives as one or as nothing: at the end, nothing counts if it can.
  const inFull = kpi.forms.filter((form) => fitsCount(form, cells.length));
  const countable = inFull.length > 0 ? inFull : kpi.forms.filter((form) => fitsCount(form, given.length));
  if (countable.length === 0) throw new UserError('wrong_arguments', { function: kpi.name, forms: formsOf(kpi) });
  if (kpi.forms.length === 1) return countable[0] as Form;
  const fitting = (fit: typeof fits) =>
    countable.filter(({ parameters }) => parameters.every((one, at) => fit(one, given[at])));
  // A blank column fits everywhere: it is more likely meant where it is as long as the columns beside it.
  const isLikely = (one: Form) => !given.some((argument) => argument && isEmpty(argument)) || !unequalIn(one, cells);
  const form =
    fitting(fits).find(isLikely) ??
    fitting(fits)[0] ??
    fitting((parameter, one) => isNumeric(parameter) || fits(parameter, one))[0] ??
    fitting((parameter, one) => !isLabels(parameter) || fits(parameter, one))[0];
  if (!form) throw new UserError('unclear_call', { function: kpi.name, forms: formsOf(kpi) });
  return form;
}

const isNumeric = ({ kind }: Parameter): boolean => kind === 'numbers' || kind === 'total' || kind === 'counts';

/** Whether numbers would be read as labels without a word. */
const isLabels = ({ kind }: Parameter): boolean => kind === 'labels' || kind === 'accepted';

const fitsCount = ({ parameters }: Form, count: number): boolean =>
  count <= parameters.length && count >= parameters.filter(({ optional }) => !optional).length;

/** Whether some cell is what the parameter takes; one that is not is for its reader to refuse. */
function fits(parameter: Parameter, cells: Cells | undefined): boolean {
  if (!cells || isEmpty(cells)) return true;
  const { isSingle } = cells;
  switch (parameter.kind) {
    case 'labels':
    case 'accepted':
    case 'order':
      return someCell(cells, (value) => typeof value === 'string' || typeof value === 'boolean');
    case 'ids':
      return !isSingle || someCell(cells, isText);
    case 'dates':
      return someCell(cells, (value) => typeof value !== 'number');
    case 'number':
      return isSingle && someCell(cells, (value) => typeof value === 'number');
    case 'choice':
      return isSingle && someCell(cells, isText);
    case 'day':
      return isSingle && !someCell(cells, isText);
    case 'names':
      return someCell(cells, (value) => typeof value !== 'object');
    case 'total':
      return parameter.counts || someCell(cells, (value) => !isText(value));
    default:
      return someCell(cells, (value) => !isText(value));
  }
}

/** All forms of a function as a person would type them. */
export const formsOf = (kpi: Callable): string => kpi.forms.map((form) => formText(kpi, form, '; ')).join(' · ');

/** A form as a person would type it, with what separates its arguments. */
export const formText = ({ name }: Callable, { parameters }: Form, separator: string): string =>
  `${name}(${parameters.map((one) => (one.optional ? `[${one.name}]` : one.name)).join(separator)})`;

type Column = Parameter & { field: Field };

const isColumn = (parameter: Parameter): parameter is Column =>
  parameter.kind === 'labels' || parameter.kind === 'ids' || parameter.kind === 'numbers' || parameter.kind === 'dates';

/** Whether the cells of an argument stand beside those of other arguments, one a record or step. */
const isParallel = (parameter: Parameter): boolean =>
  isColumn(parameter) || parameter.kind === 'names' || parameter.kind === 'counts' || parameter.kind === 'scores';

/** Whether an argument can be taken apart by records. */
export const isPerRow = (parameter: Parameter): boolean => isParallel(parameter) || parameter.kind === 'total';

/** Columns that describe the same records are one row or one column each, and arguments side by side are equally long. */
function checkShapes(kpi: Callable, form: Form, cells: readonly Cells[]): void {
  form.parameters.forEach((parameter, at) => {
    if (cells[at]?.isBlock && isColumn(parameter)) {
      throw new UserError('not_one_column', { function: kpi.name, argument: parameter.name });
    }
  });
  const pair = unequalIn(form, cells);
  if (pair) throw unequal(kpi, ...pair);
}

/** How long an argument is. */
interface Length {
  readonly name: string;
  readonly length: number;
}

/** The first argument that is not as long as those that it stands beside, and one of these. */
function unequalIn({ parameters }: Form, cells: readonly Cells[]): [Length, Length] | undefined {
  const lengths = parameters.flatMap((parameter, at): Length[] =>
    cells[at] && isParallel(parameter) ? [{ name: parameter.name, length: cells[at].rows.length }] : [],
  );
  const [first] = lengths;
  const other = lengths.find(({ length }) => length !== first?.length);
  return first && other && [other, first];
}

/** The UserError for two columns that should be equally long. */
export const unequal = (kpi: Callable, { name, length }: Length, other: Length): UserError =>
  new UserError('unequal_columns', {
    function: kpi.name,
    argument: name,
    length,
    other: other.name,
    otherLength: other.length,
  });

/** The records that the columns of a call describe. */
export function dataOf({ form, read }: BoundCall): Data {
  const columns: Partial<Record<Field, readonly Value[]>> = {};
  let dataset: DatasetName | undefined;
  let count = 0;
  for (const { parameter, values } of read) {
    if (!isColumn(parameter)) continue;
    columns[parameter.field] = values;
    dataset ??= parameter.field.split('.')[0] as DatasetName;
    count = values.length;
  }
  return dataset ? { [dataset]: { count, columns, key: 'key' in form ? form.key : undefined } } : {};
}

/** The arguments of a call for an evaluation of its own. */
export function argumentsOf({ kpi, read }: BoundCall): BoundArguments {
  const of = (name: string) => read.find(({ parameter }) => parameter.name === name) as ReadArgument;
  return {
    numbers: (name) => of(name).values as readonly (number | undefined)[],
    dates: (name) => of(name).values as readonly (string | undefined)[],
    labels: (name) => of(name).values as readonly string[],
    shown: (name) => shownIn(of(name).cells),
    eachScore: (name, visit) => eachScore(kpi.name, of(name), visit),
    total: (name) => readTotal(kpi.name, of(name)),
    number: (name) => readOption(kpi.name, of(name)),
    day: (name) => readDay(kpi.name, of(name)),
    choice: (name) => readChoice(kpi.name, of(name)),
    isRow: (name) => of(name).cells?.isRow ?? false,
  };
}

const shownIn = (cells: Cells | undefined): string[] =>
  cells ? cells.rows.map((_, row) => labelText(cellAt(cells, row))) : [];
