import { calculate, type Data, evaluate, type Meanings, missingFields, type Period, type Scope } from '../kpi/evaluate';
import { expressionFormula, measureFormula, type References } from '../kpi/formula';
import type { Expression, Field, GroupCondition, Measure } from '../kpi/measure';
import { choicesIn, chosenIn, type Filter } from './filter';
import { reference } from './reference';

export { reference, resolve } from './reference';

/**
 * A figure of the report: its value as `evaluate` gives it and the native formula that gives the same, in which other
 * cells stand as `reference(id)`. A figure that no native formula can express is `computed`.
 */
export interface Figure {
  readonly value: number | undefined;
  readonly formula?: string;
  readonly computed?: true;
}

/** The data of a report and where it stands in the spreadsheet. */
export interface Source {
  readonly data: Data;
  readonly meanings: Meanings;
  /** Address of each mapped column from its header down, such as `Deals!$E$1:$E`. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly spellings: References['spellings'];
  readonly totals?: References['totals'];
  /** What a reader may narrow the report to. */
  readonly filters?: readonly Filter[];
}

/** A period and the cells that say where it begins and ends: as numbers, and as criteria where it can be all time. */
export interface Span {
  readonly period: Period;
  readonly from: string;
  readonly before: string;
  readonly allTime?: string;
  readonly since?: string;
  readonly until?: string;
}

/** The fields that a measure lacks for this span. */
export const lacks = (measure: Measure, source: Source, span: Span, where: readonly GroupCondition[] = []): Field[] =>
  missingFields(measure, source.data, scopeOf(source, span, where));

const scopeOf = (source: Source, span: Span, where: readonly GroupCondition[]): Scope => ({
  period: span.period,
  meanings: source.meanings,
  where,
});

/**
 * The figure of a measure over a span and a group, and of what a reader has chosen; undefined where a field that it needs is
 * not mapped. It is empty where its dataset cannot tell what is chosen.
 */
export function measureFigure(
  measure: Measure,
  source: Source,
  span: Span,
  where: readonly GroupCondition[] = [],
): Figure | undefined {
  if (!source.data[measure.of] || lacks(measure, source, span, where).length > 0) return undefined;
  const { filters = [] } = source;
  const chosen = chosenIn(filters, measure.of);
  const value = chosen && evaluate(measure, source.data, scopeOf(source, span, [...where, ...chosen]));
  const formula = measureFormula(measure, referencesOf(measure, source, span), where);
  return formula === undefined ? { value, computed: true } : { value, formula };
}

function referencesOf(measure: Measure, source: Source, { period: _, ...span }: Span): References {
  const { filters = [], columns, meanings, spellings, totals, data } = source;
  const choices = choicesIn(filters, measure.of, spellings);
  return { columns, meanings, spellings, totals, key: data[measure.of]?.key, ...span, ...(choices ? { choices } : {}) };
}

/** The figure of an expression from figures by name; undefined where a name has none. */
export function expressionFigure(
  expression: Expression,
  figures: Readonly<Record<string, Figure | undefined>>,
  idOf: (name: string) => string,
): Figure | undefined {
  const formula = expressionFormula(expression, (name) => (figures[name] ? reference(idOf(name)) : undefined));
  if (formula === undefined) return undefined;
  return { value: calculate(available(expression, figures), (name) => figures[name]?.value), formula };
}

/** The expression with each choice made by what is mapped, so that a value never falls back where the formula does not. */
export function available(expression: Expression, figures: Readonly<Record<string, Figure | undefined>>): Expression {
  if ('first' in expression) {
    const known = (choice: Expression) => expressionFormula(choice, (name) => (figures[name] ? name : undefined));
    return available(expression.first.find((choice) => known(choice) !== undefined) as Expression, figures);
  }
  if ('name' in expression) return expression;
  if ('magnitude' in expression) return { magnitude: available(expression.magnitude, figures) };
  const [operation, operands] = Object.entries(expression)[0] as [string, Expression[]];
  return { [operation]: operands.map((operand) => available(operand, figures)) } as unknown as Expression;
}
