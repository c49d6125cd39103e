import { calculate } from '../kpi/evaluate';
import { expressionFormula } from '../kpi/formula';
import { type Expression, namesIn } from '../kpi/measure';
import type { MeasureName } from '../kpi/measures';
import { words as allWords } from '../text/words';
import { type Figure, reference } from './figure';
import type { Format, Style } from './model';
import { type Draft, words } from './page';
import type { Request } from './request';
import { baseMeasures, formatOf } from './scorecard';

/** A column of counts or amounts: the first of some measures that the data can carry, or how many reached a step of a funnel. */
export type Measured = { readonly measures: readonly MeasureName[] } | { readonly step: number };

/** A column of arithmetic on columns before it; empty where the column `unless` has nothing. */
export interface Derived {
  readonly of: Expression;
  readonly unless?: string;
}

/** A column of a table. What `isBehind` stands among the numbers behind the report, where others refer to it. */
export type Column = {
  readonly key: string;
  readonly title: string;
  readonly format: Format;
  readonly isBehind?: true;
} & (Measured | Derived);

/** The figures of a row by column, and the margin. */
export type Line = Readonly<Record<string, Figure | undefined>>;

/** The columns that have words of their own. */
export type Titled = keyof (typeof allWords)['en']['columns'];

/** A column of the first of some measures that the data can carry. */
export function measured(request: Request, key: Titled, ...choices: readonly [MeasureName, ...MeasureName[]]): Column {
  const { unit } = baseMeasures[choices[0]];
  return { key, measures: choices, title: allWords[request.language].columns[key], format: formatOf(unit) };
}

/** Whether the cells of a column add up to the one of the total. */
export function isAdditive(column: Column): boolean {
  if ('of' in column) return false;
  if ('step' in column) return true;
  const { aggregate } = baseMeasures[column.measures[0] as MeasureName];
  return aggregate === 'count' || aggregate === 'sum' || aggregate === 'newcomers';
}

/** How the figures of a row are had. */
export interface Cells {
  readonly figureOf: (column: Column & Measured) => Figure | undefined;
  readonly cellOf: (key: string) => string;
  /** The row of which this one is the rest: where that does not know a figure, this one does not, and an empty cell is zero. */
  readonly whole?: Whole;
}

/** The row of the total, and which of its columns have rows that blank themselves in another period: their rest has them then. */
interface Whole {
  readonly line: Line;
  readonly cellOf: (key: string) => string;
  readonly isFixed: (key: string) => boolean;
}

/** The figures of a row, column by column. */
export function lineOf(columns: readonly Column[], request: Request, cells: Cells): Line {
  const line: Record<string, Figure | undefined> = { margin: { value: request.margin } };
  for (const column of columns)
    line[column.key] = 'of' in column ? derive(column, line, cells) : cells.figureOf(column);
  return line;
}

function derive({ of, unless }: Derived, line: Line, { cellOf, whole }: Cells): Figure | undefined {
  const refer = (name: string) => (whole && name !== 'margin' ? `N(${cellOf(name)})` : cellOf(name));
  const formula = expressionFormula(of, (name) => (line[name] ? refer(name) : undefined));
  if (formula === undefined) return undefined;
  const found = (name: string) => line[name]?.value ?? (whole ? 0 : undefined);
  const parts = whole ? namesIn(of).filter((name) => name !== 'margin') : [];
  const blank = [
    ...(parts.some((name) => whole?.isFixed(name)) ? [`${reference('same')}=FALSE`] : []),
    ...parts.map((name) => `${whole?.cellOf(name)}=""`),
    ...(unless ? [`N(${cellOf(unless)})=0`] : []),
  ];
  const isBlank = (unless && !found(unless)) || parts.some((name) => whole?.line[name]?.value === undefined);
  return {
    value: isBlank ? undefined : calculate(of, found),
    formula: blank.length === 0 ? formula : `IF(${anyOf(blank)};"";${formula})`,
  };
}

const anyOf = (tests: readonly string[]): string =>
  tests.length === 1 ? (tests[0] as string) : `OR(${tests.join(';')})`;

/** With fewer cases than these a rate is a hint. */
const fewest = 20;

/** The cases behind a rate: its denominator, and the column without which there is no rate. */
export interface Sample {
  readonly cases: Expression;
  readonly unless?: string;
}

/** The cases behind the rates of a table, each once; amounts are no cases. */
export function samplesOf(columns: readonly Column[]): Sample[] {
  const isCounted = (name: string) => columns.some(({ key, format }) => key === name && format === 'count');
  const samples = columns.flatMap((column): Sample[] =>
    'of' in column && 'ratio' in column.of
      ? [{ cases: column.of.ratio[1], ...(column.unless && { unless: column.unless }) }]
      : [],
  );
  const unique = new Map(samples.map((one) => [JSON.stringify(one), one]));
  return [...unique.values()].filter(({ cases }) => namesIn(cases).every(isCounted));
}

/** Whether few cases stand behind a rate of a row, now and as a condition of a formula. */
export interface SmallSample {
  readonly isSmall: boolean;
  readonly condition: string;
}

/** Whether few cases stand behind a rate of a row; undefined where no rate has any. */
export function smallSample(
  samples: readonly Sample[],
  line: Line,
  cellOf: (key: string) => string,
): SmallSample | undefined {
  const known = samples.filter(({ cases }) => namesIn(cases).every((name) => line[name]));
  if (known.length === 0) return undefined;
  const tests = known.map(({ cases, unless }) => {
    const count = namesIn(cases)
      .map((name) => `N(${cellOf(name)})`)
      .join('+');
    return `AND(${count}>0;${count}<${fewest}${unless ? `;N(${cellOf(unless)})<>0` : ''})`;
  });
  const isSmall = known.some(({ cases, unless }) => {
    const count = namesIn(cases).reduce((sum, name) => sum + (line[name]?.value ?? 0), 0);
    return count > 0 && count < fewest && (!unless || (line[unless]?.value ?? 0) !== 0);
  });
  return { isSmall, condition: anyOf(tests) };
}

/** What marks a row with few cases; a note at the end explains it. */
const mark = '*';

/** A cell that marks its row where few cases stand behind a rate. */
export const smallCell = ({ isSmall, condition }: SmallSample): Draft => ({
  ...words(isSmall ? mark : '', 'muted'),
  formula: `=IF(${condition};"${mark}";"")`,
});

/** A title that marks its row so; `cell` holds the title itself, since text from data is no part of a formula. */
export const markedTitle = (title: string, cell: string, style: Style, small: SmallSample): Draft => ({
  ...words(small.isSmall ? `${title} ${mark}` : title, style),
  formula: `=${cell}&IF(${small.condition};" ${mark}";"")`,
});

/** What is left of a total beside the cells of a run that it is made of; nothing left is an empty cell. */
export function remainder(
  total: Figure | undefined,
  totalCell: string,
  shown: readonly (Figure | undefined)[],
  run: string,
): Figure & { formula: string } {
  const sum = shown.reduce((whole, figure) => whole + (figure?.value ?? 0), 0);
  // Sums of cents leave crumbs.
  const left = Math.round(((total?.value ?? 0) - sum) * 1e6) / 1e6;
  const formula = `ROUND(N(${totalCell})-SUM(${run});6)`;
  return { value: left === 0 ? undefined : left, formula: `IF(${formula}=0;"";${formula})` };
}
