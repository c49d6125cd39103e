import type { Result, Scalar } from './cells';
import type { Expression, Field, Meaning } from './measure';
import type { MeasureName, Text, Unit } from './measures';

/**
 * One argument of a cell function. `name` is what the formula bar shows; `help` says in one line what to select.
 * - `labels`, `ids`, `numbers`, `dates`: a column that describes records, bound to a field of a dataset
 * - `total`: a number, or a column that is summed; with `counts: true` a column of names or ids is counted once each
 * - `counts`, `names`: numbers and what they are called, one a step of a funnel; `order`: stages from first to last
 * - `scores`: numbers on a scale
 * - `day`: one date; `number`: one number; `choice`: one of some words; `accepted`: labels that mean something, in place of the vocabulary
 */
export type Parameter = {
  readonly name: string;
  readonly help: Text;
  readonly optional?: boolean;
} & (
  | { readonly kind: 'labels' | 'ids' | 'numbers' | 'dates'; readonly field: Field }
  | { readonly kind: 'total'; readonly counts?: boolean }
  | { readonly kind: 'counts' | 'names' | 'order' | 'day' }
  | { readonly kind: 'scores'; readonly scale: readonly [lowest: number, highest: number] }
  | { readonly kind: 'number'; readonly default?: number }
  | { readonly kind: 'choice'; readonly among: readonly string[] }
  | { readonly kind: 'accepted'; readonly field: Field; readonly meaning: Meaning }
);

/** What a form computes: a figure from measures and totals, the same by choice, or an evaluation of its own. */
export type Computation =
  | { readonly figure: Expression; readonly key?: Field }
  | { readonly figures: Readonly<Record<string, Expression>>; readonly choice: string; readonly key?: Field }
  | { readonly evaluate: (given: BoundArguments) => Result }
  /** Another KPI, named by the second argument, for each group of the first. */
  | { readonly byGroup: true };

/** The arguments of a call, checked and typed, by parameter name; an argument that is left out is undefined. */
export interface BoundArguments {
  readonly numbers: (parameter: string) => readonly (number | undefined)[];
  readonly labels: (parameter: string) => readonly string[];
  readonly dates: (parameter: string) => readonly (string | undefined)[];
  /** Hands on every score that is there. */
  readonly eachScore: (parameter: string, visit: (score: number) => void) => void;
  readonly number: (parameter: string) => number | undefined;
  readonly day: (parameter: string) => string | undefined;
  readonly total: (parameter: string) => number | undefined;
  readonly choice: (parameter: string) => string | undefined;
  /** How a label or a heading stands in the sheet. */
  readonly shown: (parameter: string) => readonly string[];
  /** Whether the argument was given as a row of cells; a list then answers as a row. */
  readonly isRow: (parameter: string) => boolean;
}

/** The groups of a scorecard, in order. */
export type Group = 'marketing' | 'sales' | 'customers' | 'economics';

/**
 * What the figure of a report is made of: base measures, the option `margin`, how many months the period has, the target of
 * revenue, the revenue of the period before, and KPIs that only an evaluation of their own can give.
 */
export type ReportName =
  | MeasureName
  | 'margin'
  | 'months'
  | 'revenue_target'
  | 'previous_revenue'
  | 'retention_rate'
  | 'churn_rate'
  | 'repeat_purchase_rate'
  | 'customer_lifespan';

/** One way to call a function: ordered parameters and what is computed from them. */
export type Form = { readonly parameters: readonly Parameter[] } & Computation;

/** A call and the value that it gives. Columns are written as lists, one entry a row. */
export interface Example {
  readonly arguments: readonly (Scalar | readonly Scalar[])[];
  readonly result: Result;
}

/** What the reference page says of a KPI beyond its summary and its help, in English. */
export interface Reference {
  /** The formula in words, one for each form. */
  readonly definition: readonly string[];
  /** Which records count. */
  readonly counts: string;
  /** Which date decides, where a form takes columns of dates. */
  readonly dates?: string;
  /** What blank cells and zero give. */
  readonly blank: string;
  /** What it is easily taken for. */
  readonly isNot: readonly string[];
}

/**
 * A key performance indicator, defined once. Everything else (cell function, autocomplete, report row, reference page,
 * tests) reads this.
 */
export interface Kpi {
  readonly name: string;
  readonly label: Text;
  /** One plain sentence: what it says about the business. */
  readonly summary: Text;
  readonly unit: Unit;
  /** Where it stands in a report. */
  readonly group: Group;
  /** Which direction is good. */
  readonly better: 'up' | 'down' | 'neither';
  readonly forms: readonly Form[];
  /** The figure in a report; without it the KPI is a cell function only. */
  readonly report?: Expression<ReportName>;
  /** Numerator and denominator in words, "{a} won of {b} closed"; made of the measures' titles if left out. */
  readonly how?: Text;
  readonly reference: Reference;
  /** A call or two as a marketer types them, for the help in the formula bar. */
  readonly usage: readonly string[];
  readonly examples: readonly Example[];
}

/** What a cell function or KPI_BY can compute: a KPI, or a plain aggregate. */
export type Callable = Pick<Kpi, 'name' | 'forms'>;

/** Checks a definition's type and hands it on. */
export const kpi = (definition: Kpi): Kpi => definition;
