import { formText } from './bind';
import type { Result, Scalar } from './cells';
import type { Example, Form, Kpi, Parameter } from './kpi';
import { type Expression, type Measure, namesIn } from './measure';
import { measures, type NamedMeasure, type Unit } from './measures';
import { choices, questions } from './reference';

/** How a formula is written: what separates arguments, and the decimal mark. */
interface Style {
  readonly separator: string;
  readonly decimal: string;
}

const styles: readonly Style[] = [
  { separator: ', ', decimal: '.' },
  { separator: '; ', decimal: ',' },
];

/** The reference of all functions as Markdown. */
export const referencePage = (catalog: readonly Kpi[]): string => `# Functions

<!-- Made from src/kpi by "npm run docs". -->

${catalog.length} functions for cells. What separates arguments depends on the locale of the spreadsheet: \`,\` where the decimal mark is a
point, \`;\` where it is a comma. Examples stand in both; \`;\` is understood in every locale.

## By question

| Question | Functions |
|---|---|
${questions.map(([question, names]) => `| ${question} | ${names.map(linked).join(', ')} |`).join('\n')}

## What all functions have in common

- An argument is a number, a cell or a range; a row is as good as a column. Numbers are added up. Text is labels, names or ids.
- Names and labels that differ only in case, in stray spaces or in how Unicode writes them are the same.
- Blank cells are left out, so select whole columns: \`A2:A\`. Columns of the same records are equally long.
- What cannot be read is never skipped: text among numbers, a date as text or an error cell gives an error that names argument and row.
- No data gives an empty cell, never 0. A figure that is too large for a spreadsheet gives an error.
- Stages are recognised by words in English, Polish, Russian, German and Spanish. Where no label is known to mean won, or lost, the
  error lists the labels that are there; name them then: \`=WIN_RATE(E2:E; "Signed"; "Dead")\`, with \`""\` for none.
- Where several forms exist, the kinds of the arguments tell which is meant.

## Which KPI do I mean?

Sources disagree on several of these. The choices made here:

${choices.map(([name, choice]) => `- **${name}.** ${choice}`).join('\n')}

${catalog.map(section).join('\n')}`;

const linked = (name: string): string => `[\`${name}\`](#${name.toLowerCase()})`;

function section(kpi: Kpi): string {
  const { name, label, summary, unit, better, forms, reference, report } = kpi;
  const parts = [
    `## ${name}\n`,
    `**${label.en}** (${label.pl} · ${label.ru}). ${summary.en} Unit: ${unit}${better === 'neither' ? '' : `; ${better} is good`}.\n`,
    '| With `,` | With `;` | Definition |',
    '|---|---|---|',
    ...forms.map((form, at) => `| ${formCells(kpi, form)} | ${reference.definition[at]} |`),
    '',
    ...parametersOf(forms).map(({ name: parameter, help }) => `- \`${parameter}\`: ${help.en}`),
    '',
    `- **What counts:** ${reference.counts}`,
    ...(reference.dates ? [`- **Which date decides:** ${reference.dates}`] : []),
    `- **Blank and zero:** ${reference.blank}`,
    ...reference.isNot.map((other) => `- **Is not:** ${other}`),
    ...(report ? [`- **In a report:** ${inReport(report)}`] : []),
    '',
    '```',
    ...kpi.examples.filter(isTelling).map((example) => exampleText(kpi, example)),
    '```\n',
  ];
  return parts.join('\n');
}

const formCells = (kpi: Kpi, form: Form): string =>
  styles.map(({ separator }) => `\`${formText(kpi, form, separator)}\``).join(' | ');

/** Every parameter once. */
function parametersOf(forms: readonly Form[]): Parameter[] {
  const all = forms.flatMap(({ parameters }) => parameters);
  return all.filter(
    (one, at) => all.findIndex(({ name, help }) => name === one.name && help.en === one.help.en) === at,
  );
}

/** The figure of a report in the words of its measures, and the dates that decide. */
function inReport(report: Expression): string {
  const all: Readonly<Record<string, NamedMeasure & Measure>> = measures;
  if ('name' in report && !all[report.name])
    return 'computed over the won deals when the report is made. By `deals.closed`.';
  const dates = [...new Set(namesIn(report).flatMap((name) => all[name]?.date ?? []))];
  const decided = dates.length === 0 ? '' : ` By ${dates.map((field) => `\`${field}\``).join(' and ')}.`;
  return `${expressionText(report, (name) => all[name]?.title.en.toLowerCase() ?? name.replace(/_/g, ' '))}.${decided}`;
}

function expressionText(expression: Expression, title: (name: string) => string): string {
  if ('name' in expression) return title(expression.name);
  const text = (operand: Expression) => expressionText(operand, title);
  const bracketed = (operand: Expression) => ('name' in operand ? text(operand) : `(${text(operand)})`);
  if ('ratio' in expression) return expression.ratio.map(bracketed).join(' ÷ ');
  if ('sum' in expression) return expression.sum.map(text).join(' + ');
  if ('product' in expression) return expression.product.map(bracketed).join(' × ');
  if ('difference' in expression) return expression.difference.map(text).join(' − ');
  if ('magnitude' in expression) return `|${text(expression.magnitude)}|`;
  return expression.first.map(text).join(', without them ');
}

/** Whether an example shows more than blank cells. */
const isTelling = ({ arguments: given }: Example): boolean => given.flat().some((cell) => cell !== '');

const exampleText = ({ name, unit }: Kpi, { arguments: given, result }: Example): string =>
  [...new Set(styles.map((style) => `=${name}(${given.map((one) => argumentText(one, style)).join(style.separator)})`))]
    .concat(resultText(result, unit))
    .join('\n');

function argumentText(argument: Scalar | readonly Scalar[], style: Style): string {
  if (Array.isArray(argument))
    return `{${(argument as readonly Scalar[]).map((cell) => argumentText(cell, style)).join('; ')}}`;
  const cell = argument as Scalar;
  if (typeof cell === 'number') return String(cell).replace('.', style.decimal);
  if (typeof cell === 'object' && cell !== null) {
    return `DATE(${cell.date.split('-').map(Number).join(style.separator)})`;
  }
  return `"${String(cell ?? '').replace(/"/g, '""')}"`;
}

function resultText(result: Result, unit: Unit): string {
  const lines = (Array.isArray(result) ? result : [[result]]) as readonly (readonly (number | string | undefined)[])[];
  return lines.map((line) => `  → ${line.map((cell) => cellText(cell, unit)).join(' | ')}`).join('\n');
}

function cellText(cell: number | string | undefined, unit: Unit): string {
  if (cell === undefined || cell === '') return '(empty)';
  if (typeof cell === 'string') return cell;
  const rounded = (number: number, digits: number) => String(Number(number.toFixed(digits)));
  return unit === 'share' ? `${rounded(cell * 100, 2)}%` : rounded(cell, 4);
}
