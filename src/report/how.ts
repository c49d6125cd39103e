import { quoted } from '../kpi/formula';
import type { ReportName } from '../kpi/kpi';
import { type Expression, namesIn } from '../kpi/measure';
import type { MeasureName } from '../kpi/measures';
import { words as allWords } from '../text/words';
import { type BaseFigures, baseId, baseMeasures, formatOf, nameOf } from './base';
import { available, expressionFigure, type Figure } from './figure';
import { fieldIn, filterId } from './filter';
import type { Line } from './lines';
import { numberFormula, numberSaid } from './number-text';
import { type Draft, number, type Row, words } from './page';
import { reference } from './reference';
import type { Request } from './request';

/** How a KPI is made: its numerator and denominator, the phrase that says them, and the rows of numbers behind that. */
export interface How {
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  readonly phrase?: Draft;
  readonly behind: readonly Row[];
}

/** With fewer cases than these a rate is a hint; a star marks it, and a note explains the star. */
const fewest = 20;

/** Numerator and denominator in words; what waits for a refresh says so. */
export function howOf(line: Line, figures: BaseFigures, request: Request): How {
  const how = liveHow(line, figures, request);
  return waits(line, figures) ? { ...how, phrase: orRefresh(how.phrase, line, figures, request) } : how;
}

/** Whether no formula can give a part of the figure, so that another period or choice needs a refresh. */
export const waits = (line: Line, figures: BaseFigures): boolean =>
  partsOf(line, figures).some((name) => figures.current[name]?.computed);

const partsOf = ({ figure }: Line, { current }: BaseFigures): string[] => namesIn(available(figure, current));

/** The phrase while the figure is there; otherwise the hint, unless a refresh would not bring the figure either. */
function orRefresh(phrase: Draft | undefined, line: Line, figures: BaseFigures, request: Request): Draft {
  const { filters = [] } = request.source;
  const conditions = partsOf(line, figures).flatMap((name) => {
    if (!figures.current[name]?.computed) return `${reference(baseId(name, 'current'))}<>""`;
    const dataset = name in baseMeasures ? baseMeasures[name as MeasureName].of : 'deals';
    return filters.every((filter) => fieldIn(filter, dataset)) ? [] : reference(filterId.known(dataset));
  });
  const { value = '', formula = `=${quoted(String(value))}` } = phrase ?? {};
  const hint = quoted(allWords[request.language].report.refresh);
  const otherwise = conditions.length > 0 ? `IF(AND(${[...new Set(conditions)].join(';')});${hint};"")` : hint;
  return { ...words(String(value), 'muted'), formula: `=IF(${reference('same')};${formula.slice(1)};${otherwise})` };
}

/** Numerator and denominator in words: live, since numbers stand in the phrase as they are now. */
function liveHow(line: Line, figures: BaseFigures, request: Request): How {
  const { figure, how } = line;
  if (how && !/\{[ab]\}/.test(how)) return { phrase: words(how, 'muted'), behind: [] };
  if (!('ratio' in figure)) return { behind: [] };
  const [above, below] = figure.ratio.map((part) =>
    expressionFigure(part, figures.current, (name) => baseId(name, 'current')),
  );
  if (!above || !below) return { behind: [] };
  const ids = ['a', 'b'].map((part) => `how:${line.name}:${part}`) as [string, string];
  const formats = figure.ratio.map((part) => formatOfPart(part, request));
  const texts = [above, below].map((part, at) => numberText(part, reference(ids[at] as string), formats[at], request));
  const template =
    how ?? `{a} (${wordsOf(figure.ratio[0], request, figures)}) ÷ {b} (${wordsOf(figure.ratio[1], request, figures)})`;
  const behind: Row = [
    words(line.title, 'muted'),
    number(above, formats[0] ?? 'count', ids[0], 'muted'),
    number(below, formats[1] ?? 'count', ids[1], 'muted'),
    ...texts.map((text, at) => ({ ...text, id: `${ids[at]}:text` })),
  ];
  const isSample = namesIn(figure.ratio[1]).every((name) => nameOf(name, request).unit === 'count');
  return {
    numerator: above.value,
    denominator: below.value,
    phrase: phraseOf(template, texts, ids, isSample ? below : undefined),
    behind: [behind],
  };
}

function phraseOf(
  template: string,
  [a, b]: readonly Draft[],
  [idA, idB]: readonly [string, string],
  sample: Figure | undefined,
): Draft {
  const [textA, textB] = [reference(`${idA}:text`), reference(`${idB}:text`)];
  const pieces = template
    .split(/(\{[ab]\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece === '{a}' ? textA : piece === '{b}' ? textB : quoted(piece)));
  const cases = reference(idB);
  if (sample) pieces.push(`IF(AND(${cases}>0;${cases}<${fewest});" *";"")`);
  const said = template.replace('{a}', String(a?.value)).replace('{b}', String(b?.value));
  const isSmall = sample?.value !== undefined && sample.value > 0 && sample.value < fewest;
  return {
    ...words(a?.value === '' || b?.value === '' ? '' : said + (isSmall ? ' *' : ''), 'muted'),
    formula: `=IF(OR(${textA}="";${textB}="");"";${pieces.join('&')})`,
  };
}

/** A number as text, or a share in percent. */
function numberText({ value }: Figure, cell: string, format: string | undefined, { language }: Request): Draft {
  const [scale, unit] = format === 'share' ? [100, '%'] : [1, ''];
  const scaled = unit ? `${cell}*100` : cell;
  return {
    ...words(value === undefined ? '' : numberSaid(value * scale, language) + unit, 'muted'),
    formula: `=IF(${cell}="";"";${numberFormula(scaled, language, format === 'count' ? format : undefined)}${unit && '&"%"'})`,
  };
}

function formatOfPart(part: Expression<ReportName>, request: Request): 'money' | 'share' | 'days' | 'count' {
  const names = namesIn(part);
  if (names.every(isCounted) && !('ratio' in part)) return 'count';
  const format = names[0] && formatOf(nameOf(names[0], request).unit);
  return format === 'share' || format === 'days' ? format : 'money';
}

/** Whether it is always a whole number: a column of counts may hold others. */
const isCounted = (name: ReportName): boolean =>
  name in baseMeasures && !/sum|average|median/.test(baseMeasures[name as MeasureName].aggregate);

/** A figure in words: "won deals + lost deals". */
export function wordsOf(part: Expression<ReportName>, request: Request, figures: BaseFigures): string {
  if ('name' in part) return lower(nameOf(part.name, request).title);
  if ('magnitude' in part) return wordsOf(part.magnitude, request, figures);
  if ('first' in part) {
    const choice = part.first.find((one) => namesIn(one).every((name) => figures.current[name])) ?? part.first[0];
    return choice ? wordsOf(choice, request, figures) : '';
  }
  const [operation, operands] = Object.entries(part)[0] as [string, Expression<ReportName>[]];
  const sign = { sum: ' + ', difference: ' − ', product: ' × ', ratio: ' ÷ ' }[operation] ?? ' ';
  const isTight = operation === 'product' || operation === 'ratio';
  return operands
    .map((operand) => {
      const text = wordsOf(operand, request, figures);
      return isTight && / [+−÷×] /.test(text) ? `(${text})` : text;
    })
    .join(sign);
}

/** Without a capital, but for abbreviations. */
export const lower = (title: string): string =>
  /^[A-ZА-Я]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
