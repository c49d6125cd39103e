/**
 * The measure algebra: an aggregate of records under conditions, and arithmetic between such measures.
 *
 * A measure is plain data. It is bound three ways: to the arguments of a cell function and to mapped columns it gives a
 * number (`evaluate.ts`), to the addresses of mapped columns it gives a native formula (`formula.ts`).
 */

export type DatasetName = 'leads' | 'deals' | 'spend' | 'traffic';

/** A field of a dataset, named as in the settings. */
export type Field =
  | `leads.${'id' | 'created' | 'source' | 'campaign' | 'status' | 'owner' | 'customer' | 'segment' | 'converted'}`
  | `deals.${'id' | 'name' | 'customer' | 'stage' | 'amount' | 'created' | 'first_contact' | 'closed'}`
  | `deals.${'owner' | 'source' | 'segment' | 'currency'}`
  | `spend.${'date' | 'channel' | 'campaign' | 'amount' | 'impressions' | 'clicks' | 'leads' | 'orders' | 'revenue'}`
  | `traffic.${'date' | 'channel' | 'visitors' | 'sessions' | 'pageviews' | 'bounces' | 'seconds'}`
  | `traffic.${'form_views' | 'form_submissions'}`
  /** The day on which a record reached the stage or status of this label. */
  | `${'leads' | 'deals'}.reached:${string}`;

/** What a label of `deals.stage` or `leads.status` stands for. */
export type Meaning = 'open' | 'won' | 'lost' | 'lead' | 'mql' | 'sql' | 'customer' | 'disqualified' | 'ignore';

/** The label of the record means one of these. */
export interface MeaningCondition {
  readonly field: Field;
  readonly means: readonly Meaning[];
}

/** The label of the record is one of these (normalised labels; "" is a blank cell): one group of a breakdown. */
export interface GroupCondition {
  readonly field: Field;
  readonly oneOf: readonly string[];
}

/** A number of a record: a column's, or the whole days between two dates. `from` lists fields of which the first mapped one is taken. */
export type Quantity = { readonly field: Field } | { readonly from: readonly Field[]; readonly to: Field };

/**
 * An aggregate over the records of one dataset.
 * - `count`: records (with a quantity: records that have it)
 * - `sum`, `average`, `median`: of a quantity
 * - `distinct`: different labels in a field
 * - `newcomers`: labels whose first record, over all time, lies in the period; no spreadsheet function can express it
 *
 * `date` is the field that decides whether a record belongs to the period; without it the measure is a stock, counted now.
 */
export interface Measure {
  readonly aggregate: 'count' | 'sum' | 'average' | 'median' | 'distinct' | 'newcomers';
  readonly of: DatasetName;
  readonly quantity?: Quantity;
  readonly label?: Field;
  readonly where: readonly MeaningCondition[];
  readonly date?: Field;
}

/** A figure: a named number (a measure, a total or an option such as `margin`), or arithmetic between figures. */
export type Expression<Name extends string = string> =
  | { readonly name: Name }
  | { readonly ratio: readonly [Expression<Name>, Expression<Name>] }
  | { readonly sum: readonly Expression<Name>[] }
  | { readonly product: readonly Expression<Name>[] }
  | { readonly difference: readonly [Expression<Name>, Expression<Name>] }
  | { readonly magnitude: Expression<Name> }
  /** The first of these that the mapped fields can give. */
  | { readonly first: readonly Expression<Name>[] };

export const name = <Name extends string>(of: Name): Expression<Name> => ({ name: of });

type Operand<Name extends string> = Name | Expression<Name>;

const figure = <Name extends string>(operand: Operand<Name>): Expression<Name> =>
  typeof operand === 'string' ? name(operand) : operand;

/** numerator ÷ denominator; no value where the denominator is zero. */
export const ratio = <Name extends string>(numerator: Operand<Name>, denominator: Operand<Name>): Expression<Name> => ({
  ratio: [figure(numerator), figure(denominator)],
});

export const sum = <Name extends string>(...terms: Operand<Name>[]): Expression<Name> => ({ sum: terms.map(figure) });

export const product = <Name extends string>(...factors: Operand<Name>[]): Expression<Name> => ({
  product: factors.map(figure),
});

export const difference = <Name extends string>(from: Operand<Name>, take: Operand<Name>): Expression<Name> => ({
  difference: [figure(from), figure(take)],
});

export const magnitude = <Name extends string>(of: Operand<Name>): Expression<Name> => ({ magnitude: figure(of) });

export const first = <Name extends string>(...choices: Operand<Name>[]): Expression<Name> => ({
  first: choices.map(figure),
});

/** The names that a figure is made of, in order, each once. */
export function namesIn<Name extends string>(expression: Expression<Name>): Name[] {
  return [...new Set(allNames(expression))];
}

function allNames<Name extends string>(expression: Expression<Name>): Name[] {
  if ('name' in expression) return [expression.name];
  if ('magnitude' in expression) return allNames(expression.magnitude);
  return Object.values(expression as Record<string, readonly Expression<Name>[]>)
    .flat()
    .flatMap(allNames);
}
