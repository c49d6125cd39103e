import { type Meanings, startField } from './evaluate';
import type { Expression, Field, GroupCondition, Measure, Quantity } from './measure';

/** Where the columns and the period of a measure stand in the spreadsheet. */
export interface References {
  /** Address of a mapped column from its header down, such as `Deals!$E$1:$E`. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** How each normalised label is really spelt in its column; spellings that differ only in case stand once. */
  readonly spellings: Readonly<Partial<Record<Field, ReadonlyMap<string, readonly string[]>>>>;
  readonly meanings: Meanings;
  /** The field that makes a row a record: a label (deals: the stage) or a date. */
  readonly key?: Field | undefined;
  /** Cells with the first day, the day after the last day (numbers, wide open for all time), and whether it is all time. */
  readonly from: string;
  readonly before: string;
  /** Left out where the period can never be all time (a month). */
  readonly allTime?: string;
}

/** Longer formulas are not readable any more, and no longer safe in every spreadsheet program. */
const longest = 4_000;

/**
 * The native spreadsheet formula of a measure, without "=": arguments separated by `;`, no decimals, no array literals.
 * Undefined where native functions cannot say it exactly: the caller then writes the value instead.
 */
export function measureFormula(
  measure: Measure,
  references: References,
  where: readonly GroupCondition[] = [],
): string | undefined {
  if (measure.aggregate === 'newcomers') return undefined;
  const criteria = labelCriteria(measure, references, where);
  if (!criteria) return undefined;
  if (criteria.some(({ labels }) => labels.length === 0)) return isMiddle(measure) ? '""' : '0';
  const formula = isArray(measure)
    ? arrayFormula(measure, references, criteria)
    : conditionalFormula(measure, references, criteria);
  return formula && formula.length <= longest ? formula : undefined;
}

interface Criterion {
  readonly range: string;
  readonly labels: readonly string[];
}

/** Whether nothing to count gives no value, and not zero. */
const isMiddle = ({ aggregate }: Measure): boolean => aggregate === 'median' || aggregate === 'average';

const isArray = ({ aggregate, quantity }: Measure): boolean =>
  aggregate === 'median' ||
  aggregate === 'average' ||
  (quantity !== undefined && !('field' in quantity) && aggregate === 'sum');

/** Every label condition as a range and the spellings it accepts; undefined where a label cannot be a criterion. */
function labelCriteria(
  measure: Measure,
  references: References,
  where: readonly GroupCondition[],
): Criterion[] | undefined {
  const conditions: GroupCondition[] = [];
  for (const { field, means } of measure.where) {
    if (!references.columns[field]) continue;
    const meanings = [...(references.meanings[field] ?? [])];
    conditions.push({
      field,
      oneOf: meanings.filter(([, meaning]) => means.includes(meaning)).map(([label]) => label),
    });
  }
  const criteria: Criterion[] = [];
  for (const { field, oneOf } of [...conditions, ...where]) {
    const range = references.columns[field];
    const labels = oneOf.flatMap((label) => spellingsOf(label, references.spellings[field]));
    if (!range || !labels.every((label) => label === '' || isPlainLabel(label))) return undefined;
    criteria.push({ range, labels });
  }
  return criteria;
}

/** How a label is spelt, each case once since criteria fold it; one that does not stand in the column yet may come. */
function spellingsOf(label: string, known: ReadonlyMap<string, readonly string[]> | undefined): readonly string[] {
  if (label === '') return [''];
  const folded = new Map((known?.get(label) ?? [label]).map((spelling) => [spelling.toLowerCase(), spelling]));
  return [...folded.values()];
}

/** Whether COUNTIFS surely reads "=label" as this text: no operator in front, no line break, nothing like a number, date or boolean. */
export function isPlainLabel(label: string): boolean {
  if (label.length > 200 || /^[=<>]|[^ -\uFFFF]/.test(label)) return false;
  if (!/[a-zA-Z\u00C0-\u024F\u0370-\u1FFF\u3040-\uD7FF]/.test(label)) return false;
  return (
    !/^\s*(true|false)\s*$/i.test(label) && !/^\W*\d[\d.,\s\u00A0\u202F]*\S{0,4}$/.test(label) && !looksLikeDate(label)
  );
}

/** How the names of months begin in the languages of the spreadsheets that people have. */
const months = new RegExp(
  '^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sty|lut|kwi|maj|cze|lip|sie|wrz|paź|lis|gru|mär|mai|okt|dez|ene|abr|ago|dic' +
    '|gen|mag|giu|lug|set|ott|fév|fev|avr|aoû|aou|déc|янв|фев|мар|апр|май|мая|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру)',
  'i',
);

/** Numbers and the name of a month ("May 5", "1 января 2025 г."): a date in some locale. */
function looksLikeDate(label: string): boolean {
  const words = label.split(/[\d\s.,/:-]+/).filter((word) => word !== '');
  return /\d/.test(label) && words.length <= 2 && words.some((word) => months.test(word));
}

/** A criterion that matches exactly this text, whatever its case. */
const criterion = (label: string): string => (label === '' ? '""' : quoted(`=${label.replace(/[~*?]/g, '~$&')}`));

/** A text as a formula writes it. */
export const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

function conditionalFormula(
  measure: Measure,
  references: References,
  criteria: readonly Criterion[],
): string | undefined {
  const has = (field: Field) => references.columns[field] !== undefined;
  const column = (field: Field) => references.columns[field] as string;
  const present = quantityDates(measure.quantity, has)
    .map((field) => `;${column(field)};">=0"`)
    .join('');
  const dated = measure.date && has(measure.date) ? dateCriteria(column(measure.date), references) : '';
  const labels = combinations(criteria);
  if (measure.aggregate === 'distinct' && (labels.length > 1 || hasVariants(measure.label as Field, references)))
    return undefined;
  if (!`${labels[0]}${present}${dated}`) return undefined;
  const terms = (dates: string) => labels.map((label) => call(measure, column, `${label}${present}${dates}`)).join('+');
  if (measure.date && !dated && references.allTime) return `IF(${references.allTime};${terms('')};"")`;
  if (!dated || !references.allTime || references.key === measure.date) return terms(dated);
  return `IF(${references.allTime};${terms('')};${terms(dated)})`;
}

/**
 * Whether a label is spelt in several ways: COUNTUNIQUEIFS may tell them apart. (Two label conditions, for their part, would
 * count somebody who meets both twice.)
 */
const hasVariants = (field: Field, { spellings }: References): boolean =>
  [...(spellings[field]?.values() ?? [])].some((spelt) => spelt.length > 1);

function call(measure: Measure, column: (field: Field) => string, conditions: string): string {
  const inner = conditions.replace(/^;/, '');
  if (measure.aggregate === 'distinct') {
    const label = column(measure.label as Field);
    return `COUNTUNIQUEIFS(${label};${label};"<>"${conditions})`;
  }
  if (measure.aggregate === 'count') return `COUNTIFS(${inner})`;
  return `SUMIFS(${column((measure.quantity as { field: Field }).field)};${inner})`;
}

const dateCriteria = (range: string, { from, before }: References): string =>
  `;${range};">="&${from};${range};"<"&${before}`;

const quantityDates = (quantity: Quantity | undefined, has: (field: Field) => boolean): Field[] =>
  quantity && !('field' in quantity) ? [startField(quantity.from, has), quantity.to] : [];

/** One string of criteria for each way to take a label from every condition. */
function combinations(criteria: readonly Criterion[]): string[] {
  return criteria.reduce<string[]>(
    (all, { range, labels }) =>
      all.flatMap((before) => labels.map((label) => `${before};${range};${criterion(label)}`)),
    [''],
  );
}

/** Days between two columns have no *IFS function: they are taken row by row. */
function arrayFormula(measure: Measure, references: References, criteria: readonly Criterion[]): string {
  const column = (field: Field) => references.columns[field] as string;
  const has = (field: Field) => references.columns[field] !== undefined;
  const tests = criteria.map(
    ({ range, labels }) => `(${labels.map((label) => `(${range}=${quoted(label)})`).join('+')})`,
  );
  const numbers =
    measure.quantity && 'field' in measure.quantity ? [measure.quantity.field] : quantityDates(measure.quantity, has);
  tests.push(...numbers.map((field) => `ISNUMBER(${column(field)})`));
  if (measure.date && has(measure.date)) {
    const date = column(measure.date);
    tests.push(`(${date}>=${references.from})`, `(${date}<${references.before})`);
  }
  const values =
    numbers.length === 2
      ? `INT(${column(numbers[1] as Field)})-INT(${column(numbers[0] as Field)})`
      : column(numbers[0] as Field);
  const formula = `ARRAYFORMULA(${measure.aggregate.toUpperCase()}(IF(${tests.join('*')};${values})))`;
  return isMiddle(measure) ? `IFERROR(${formula};"")` : formula;
}

/**
 * The formula of a figure from the cells that hold its names, without "=". A denominator of zero, or one that is not
 * there, gives an empty cell.
 */
export function expressionFormula(
  expression: Expression,
  cellOf: (name: string) => string | undefined,
): string | undefined {
  if ('name' in expression) return cellOf(expression.name);
  if ('first' in expression) {
    for (const choice of expression.first) {
      const formula = expressionFormula(choice, cellOf);
      if (formula !== undefined) return formula;
    }
    return undefined;
  }
  if ('magnitude' in expression) return wrap(expressionFormula(expression.magnitude, cellOf), (of) => `ABS(${of})`);
  const [operation, operands] = Object.entries(expression)[0] as [string, Expression[]];
  const parts = operands.map((operand) => bracketed(operand, expressionFormula(operand, cellOf)));
  if (parts.some((part) => part === undefined)) return undefined;
  if (operation !== 'ratio') return parts.join({ sum: '+', product: '*', difference: '-' }[operation]);
  const divisor = expressionFormula(operands[1] as Expression, (name) => wrap(cellOf(name), (cell) => `N(${cell})`));
  return `IF(${divisor}=0;"";${parts[0]}/${parts[1]})`;
}

const wrap = (formula: string | undefined, by: (of: string) => string): string | undefined =>
  formula === undefined ? undefined : by(formula);

const bracketed = (operand: Expression, formula: string | undefined) =>
  formula === undefined || 'name' in operand || 'magnitude' in operand ? formula : `(${formula})`;
