import { type Meanings, startField } from './evaluate';
import type { Expression, Field, GroupCondition, Meaning, MeaningCondition, Measure, Quantity } from './measure';

/**
 * Which labels of a field a reader has chosen, as cells: whether all are (TRUE), the criterion of the first for COUNTIFS and its
 * kind, and the chosen spellings themselves; those that are not needed hold `nothing`.
 */
export interface Choice {
  readonly field: Field;
  readonly all: string;
  readonly criterion: string;
  readonly labels: readonly string[];
}

/** The choices of a reader that a measure follows. */
export interface Choices {
  readonly of: readonly Choice[];
  /** Cell: whether every choice comes down to one criterion; left out where it always does. */
  readonly isSingle?: string;
  /** Cell: whether nothing is chosen that these records cannot tell; left out where they can tell everything. */
  readonly isKnown?: string;
}

/** A text that stands in no column: as a criterion, "not this" takes every cell, blank ones included. */
export const nothing = '␀';

/** Where the columns and the period of a measure stand in the spreadsheet. */
export interface References {
  /** Address of a mapped column from its header down, such as `Deals!$E$1:$E`. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** How each normalised label is really spelt in its column; spellings that differ only in case stand once. */
  readonly spellings: Readonly<Partial<Record<Field, ReadonlyMap<string, readonly string[]>>>>;
  /** The labels that make a row a total of others, as they stand; "" is a blank cell. */
  readonly totals?: Readonly<Partial<Record<Field, readonly string[]>>> | undefined;
  readonly meanings: Meanings;
  /** The field that makes a row a record: a label (deals: the stage) or a date. */
  readonly key?: Field | undefined;
  /** Cells with the first day, the day after the last day (numbers, wide open for all time), and whether it is all time. */
  readonly from: string;
  readonly before: string;
  /** Left out where the period can never be all time (a month). */
  readonly allTime?: string;
  /** The period as criteria, which take every cell when it is all time. */
  readonly since?: string;
  readonly until?: string;
  readonly choices?: Choices;
}

/** In place of the days in a column that holds nothing else: any of them, those to come included. */
const anyDay = '␁';
const isDay = (label: string): boolean => /^\d{4}-\d\d-\d\d$/.test(label);

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
  const formula = formulaOf(measure, references, criteria);
  const known = references.choices?.isKnown;
  const whole = formula && known ? `IF(${known};${formula};"")` : formula;
  return whole && whole.length <= longest ? whole : undefined;
}

/**
 * The cells of a column in records that meet a condition, for a formula that takes arrays: "" if there are none, undefined where no
 * formula can say it.
 */
export function cellsWhere(
  field: Field,
  condition: MeaningCondition | undefined,
  references: Pick<References, 'columns' | 'meanings' | 'spellings' | 'totals'>,
): string | undefined {
  const of = field.split('.')[0] as Measure['of'];
  const criteria = labelCriteria({ where: condition ? [condition] : [] }, references, []);
  const column = references.columns[field];
  if (!column || !criteria) return undefined;
  if (criteria.some(({ labels }) => labels.length === 0)) return '';
  const tests = [
    ...criteria.map(({ range, labels }) => `(${among(range, labels.map(quoted))})`),
    ...totalsAmong({ of }, references, criteria).map(({ range, label }) => `(${range}<>${quoted(label)})`),
  ];
  const cells = tests.length === 0 ? column : `IF(${tests.join('*')};${column})`;
  return cells.length <= longest ? cells : undefined;
}

const among = (range: string, labels: readonly string[]): string =>
  labels.map((label) => `(${range}=${label})`).join('+');

function formulaOf(measure: Measure, references: References, criteria: readonly Criterion[]): string | undefined {
  if (criteria.some(({ labels }) => labels.length === 0)) return isMiddle(measure) ? '""' : '0';
  if (measure.aggregate === 'distinct' && hasVariants(measure.label as Field, references)) return undefined;
  if (isArray(measure)) return arrayFormula(measure, references, criteria);
  const isUndated = measure.date !== undefined && !references.columns[measure.date];
  const formula = totalFormula(measure, references, criteria);
  return formula && isUndated && references.allTime ? `IF(${references.allTime};${formula};"")` : formula;
}

/** Where no single criterion says which rows count, they are taken one by one. */
function totalFormula(measure: Measure, references: References, criteria: readonly Criterion[]): string | undefined {
  const { choices } = references;
  const byRow = arrayFormula(measure, references, criteria);
  if (untestedKey(measure, references, criteria)) return byRow;
  // Somebody who meets two conditions would count twice. And no other program has COUNTUNIQUEIFS: comparisons stand for it in an
  // exported file, where nobody knows what the criterion in a cell will be.
  const isMany = criteria.some(({ labels, except }) => !except && labels.length > 1);
  if (measure.aggregate === 'distinct' && (isMany || choices)) return byRow;
  const one = conditionalFormula(measure, references, criteria);
  return one && choices?.isSingle ? `IF(${choices.isSingle};${one};${byRow})` : one;
}

/** The column of the number that makes a row a record, where nothing that the measure asks for does so already. */
function untestedKey(measure: Measure, references: References, criteria: readonly Criterion[]): string | undefined {
  const { columns, key } = references;
  const range = key && columns[key];
  const isAsked = [measure.date, ...numberFields(measure, references)].includes(key);
  return isAsked || criteria.some((one) => one.range === range) ? undefined : range;
}

interface Criterion {
  readonly range: string;
  readonly labels: readonly string[];
  /** Where nearly all labels are accepted, those that are not say it in fewer words. */
  readonly except?: readonly string[] | undefined;
}

/** The labels of totals that what the measure asks for does not rule out already, each with its column. */
function totalsAmong(
  { of }: Pick<Measure, 'of'>,
  { columns, totals = {} }: Pick<References, 'columns' | 'totals'>,
  criteria: readonly Criterion[],
): { range: string; label: string }[] {
  return (Object.entries(totals) as [Field, readonly string[]][]).flatMap(([field, labels]) => {
    const range = field.startsWith(`${of}.`) ? columns[field] : undefined;
    const asked = criteria.find((one) => one.range === range)?.labels;
    const folded = new Set(labels.map((label) => label.toLowerCase()));
    if (!range || asked?.every((label) => !folded.has(label.toLowerCase()))) return [];
    return labels.map((label) => ({ range, label }));
  });
}

/** Whether nothing to count gives no value, and not zero. */
const isMiddle = ({ aggregate }: Measure): boolean => aggregate === 'median' || aggregate === 'average';

const isArray = ({ aggregate, quantity }: Measure): boolean =>
  aggregate === 'median' ||
  aggregate === 'average' ||
  (quantity !== undefined && !('field' in quantity) && aggregate === 'sum');

/** Every label condition as a range and the spellings it accepts; undefined where a label cannot be a criterion. */
function labelCriteria(
  measure: Pick<Measure, 'where' | 'date'>,
  references: Pick<References, 'columns' | 'meanings' | 'spellings' | 'key'>,
  where: readonly GroupCondition[],
): Criterion[] | undefined {
  const conditions: (GroupCondition & Pick<Criterion, 'except'>)[] = [];
  for (const { field, means } of measure.where) {
    if (!references.columns[field]) continue;
    const known = references.spellings[field];
    const meanings = references.meanings[field] ?? new Map<string, Meaning>();
    const oneOf = [...meanings].filter(([, meaning]) => means.includes(meaning)).map(([label]) => label);
    // A label that has no meaning has that of a blank cell.
    if (oneOf.includes('')) oneOf.push(...[...(known?.keys() ?? [])].filter((label) => !meanings.has(label)));
    // Only where its date makes a row a record: the header, too, is another label than those.
    const isDated = measure.date !== undefined && measure.date === references.key;
    const except = isDated ? othersThan(oneOf, known) : undefined;
    conditions.push({ field, oneOf: oneOf.length > 0 && oneOf.every(isDay) ? [anyDay] : oneOf, except });
  }
  const criteria: Criterion[] = [];
  for (const { field, oneOf, except } of [...conditions, ...where.map((one) => ({ ...one, except: undefined }))]) {
    const range = references.columns[field];
    // A row without what makes it a record is none.
    const accepted = field === references.key ? oneOf.filter((label) => label !== '') : oneOf;
    const labels = accepted.flatMap((label) => spellingsOf(label, references.spellings[field]));
    const isSaid = labels.every((label) => label === '' || label === anyDay || isPlainLabel(label));
    if (!range || !(isSaid || except)) return undefined;
    criteria.push({ range, labels, except });
  }
  return criteria;
}

/**
 * The spellings of all other labels, where blank cells are accepted: what is not known yet counts as they do. Undefined where that
 * cannot be a criterion.
 */
function othersThan(
  accepted: readonly string[],
  known: ReadonlyMap<string, readonly string[]> | undefined,
): readonly string[] | undefined {
  if (!accepted.includes('')) return undefined;
  const others = [...(known?.keys() ?? [])].filter((label) => !accepted.includes(label));
  const spelt = others.flatMap((label) => spellingsOf(label, known));
  return spelt.every(isPlainLabel) ? spelt : undefined;
}

/** How a label is spelt in its column, each case once since criteria fold it; one that does not stand in the column yet may come. */
export function spellingsOf(
  label: string,
  known: ReadonlyMap<string, readonly string[]> | undefined,
): readonly string[] {
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
function criterion(label: string): string {
  if (label === '') return '""';
  return label === anyDay ? '">0"' : quoted(`=${wildcardsEscaped(label)}`);
}

/** A criterion that matches all but this text, whatever its case. */
const isNot = (label: string): string => quoted(`<>${wildcardsEscaped(label)}`);

const wildcardsEscaped = (label: string): string => label.replace(/[~*?]/g, '~$&');

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
  const records = totalsAmong(measure, references, criteria)
    .map(({ range, label }) => `;${range};${isNot(label)}`)
    .join('');
  const isDated = measure.date !== undefined && has(measure.date);
  const dated = isDated ? dateCriteria(measure.date as Field, references) : '';
  const labels = combinations(criteria);
  if (!`${labels[0]}${present}${dated}`) return undefined;
  const chosen = (references.choices?.of ?? [])
    .map(({ field, criterion }) => `;${column(field)};${criterion}`)
    .join('');
  return labels.map((label) => call(measure, column, `${label}${present}${dated}${records}${chosen}`)).join('+');
}

/** Whether a label is spelt in several ways: COUNTUNIQUEIFS may tell them apart. */
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

/** A record that its date makes one needs a date in all time, too; any other counts without. */
function dateCriteria(field: Field, { columns, key, from, before, allTime, since, until }: References): string {
  const range = columns[field];
  const [first, last] = [`">="&${from}`, `"<"&${before}`];
  if (!allTime || key === field) return `;${range};${first};${range};${last}`;
  const always = (criterion: string) => `IF(${allTime};"<>${nothing}";${criterion})`;
  return `;${range};${since ?? always(first)};${range};${until ?? always(last)}`;
}

const quantityDates = (quantity: Quantity | undefined, has: (field: Field) => boolean): Field[] =>
  quantity && !('field' in quantity) ? [startField(quantity.from, has), quantity.to] : [];

/** One string of criteria for each way to take a label from every condition. */
function combinations(criteria: readonly Criterion[]): string[] {
  return criteria.reduce<string[]>(
    (all, { range, labels, except }) =>
      except
        ? all.map((before) => `${before}${except.map((label) => `;${range};${isNot(label)}`).join('')}`)
        : all.flatMap((before) => labels.map((label) => `${before};${range};${criterion(label)}`)),
    [''],
  );
}

/** What has no *IFS function (days between two columns, the middle of values, several labels at once) is taken row by row. */
function arrayFormula(measure: Measure, references: References, criteria: readonly Criterion[]): string {
  const met = rowTests(measure, references, criteria).join('*');
  const formula = `ARRAYFORMULA(${aggregateWhere(measure, references, met)})`;
  return isMiddle(measure) ? `IFERROR(${formula};"")` : formula;
}

function aggregateWhere(measure: Measure, references: References, met: string): string {
  const { aggregate, label } = measure;
  // Without its second branch IF gives FALSE, which would be one more value; an empty branch gives blanks.
  if (label) return `COUNTUNIQUE(IF(${met};${references.columns[label]};))`;
  if (aggregate === 'count') return `SUM(IF(${met};1))`;
  const [first, last] = numberFields(measure, references).map((field) => references.columns[field]);
  return `${aggregate.toUpperCase()}(IF(${met};${last ? `INT(${last})-INT(${first})` : first}))`;
}

/** The column of numbers, or the two of dates, that a measure is made of. */
function numberFields({ quantity }: Measure, { columns }: References): Field[] {
  if (quantity && 'field' in quantity) return [quantity.field];
  return quantityDates(quantity, (field) => columns[field] !== undefined);
}

function rowTests(measure: Measure, references: References, criteria: readonly Criterion[]): string[] {
  const column = (field: Field) => references.columns[field] as string;
  const tests = criteria.flatMap(({ range, labels, except }) => {
    if (except) return except.map((label) => `(${range}<>${quoted(label)})`);
    return labels.includes(anyDay) ? `ISNUMBER(${range})` : `(${among(range, labels.map(quoted))})`;
  });
  tests.push(...totalsAmong(measure, references, criteria).map(({ range, label }) => `(${range}<>${quoted(label)})`));
  const numbers = numberFields(measure, references);
  tests.push(...numbers.map((field) => `ISNUMBER(${column(field)})`));
  if (measure.date && references.columns[measure.date]) tests.push(...dateTests(measure.date, numbers, references));
  const chosen = references.choices?.of ?? [];
  if (chosen.length > 0) {
    // While all are chosen, no row needs to be looked at.
    const told = chosen.map(({ field, all, labels }) => `(${all}+${among(column(field), labels)})`);
    tests.push(`IF(AND(${chosen.map(({ all }) => all).join(';')});1;${told.join('*')})`);
  }
  const key = untestedKey(measure, references, criteria);
  if (key) tests.push(`ISNUMBER(${key})`);
  if (measure.label) tests.push(`(${column(measure.label)}<>"")`);
  return tests;
}

/** Text is greater than any number, so a date has to be one; in all time a record needs none, unless its date makes it one. */
function dateTests(field: Field, numbers: readonly Field[], references: References): string[] {
  const { columns, key, from, before, allTime } = references;
  const range = columns[field];
  const tests = [`(${range}>=${from})`, `(${range}<${before})`];
  if (numbers.includes(field)) return tests;
  const dated = [`ISNUMBER(${range})`, ...tests];
  return allTime && key !== field ? [`(${allTime}+${dated.join('*')})`] : dated;
}

/**
 * The formula of a figure from the cells that hold its names, without "=". A denominator of zero, or a cell that is empty,
 * gives an empty cell.
 */
export function expressionFormula(
  expression: Expression,
  cellOf: (name: string) => string | undefined,
): string | undefined {
  const formula = arithmeticFormula(expression, cellOf);
  return formula === undefined || cellIn(expression, cellOf) === formula ? formula : `IFERROR(${formula};"")`;
}

/** The cell of an expression that is nothing but one. */
function cellIn(expression: Expression, cellOf: (name: string) => string | undefined): string | undefined {
  if ('name' in expression) return cellOf(expression.name);
  if (!('first' in expression)) return undefined;
  const choice = expression.first.find((one) => arithmeticFormula(one, cellOf) !== undefined);
  return choice && cellIn(choice, cellOf);
}

function arithmeticFormula(expression: Expression, cellOf: (name: string) => string | undefined): string | undefined {
  if ('name' in expression) return cellOf(expression.name);
  if ('first' in expression) {
    for (const choice of expression.first) {
      const formula = arithmeticFormula(choice, cellOf);
      if (formula !== undefined) return formula;
    }
    return undefined;
  }
  if ('magnitude' in expression) {
    const inner = arithmeticFormula(expression.magnitude, cellOf);
    return inner === undefined ? undefined : `ABS(${inner})`;
  }
  const [operation, operands] = Object.entries(expression)[0] as [string, Expression[]];
  const parts = operands.map((operand) => {
    const part = arithmeticFormula(operand, cellOf);
    return part === undefined || part === cellIn(operand, cellOf) || 'magnitude' in operand ? part : `(${part})`;
  });
  if (parts.some((part) => part === undefined)) return undefined;
  return parts.join({ sum: '+', product: '*', difference: '-', ratio: '/' }[operation]);
}
