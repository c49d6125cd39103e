import { catalog } from '../kpi/catalog';
import type { Group, Kpi } from '../kpi/kpi';
import { type Expression, type Field, namesIn } from '../kpi/measure';
import { type MeasureName, measures, type NamedMeasure, type Unit } from '../kpi/measures';
import { words as allWords, fill, type Language } from '../text/words';
import { expressionFigure, type Figure, lacks, measureFigure, reference } from './figure';
import type { Figures, Format } from './model';
import { number, type Row, words } from './page';
import { comparedPeriod, currentSpan, previousSpan, type Request } from './request';

type Name = MeasureName | 'margin';

/** One line of the scorecard: a KPI or a base measure. */
interface Line {
  readonly name: string;
  readonly title: string;
  readonly group: Group;
  readonly unit: Unit;
  readonly figure: Expression<Name>;
  readonly how?: readonly [string, string];
}

/** Base measures that stand in the scorecard themselves, before the KPIs of their group. */
const shown: readonly (readonly [MeasureName, Group])[] = [
  ['visitors', 'marketing'],
  ['leads', 'marketing'],
  ['spend', 'marketing'],
  ['deals', 'sales'],
  ['won', 'sales'],
  ['lost', 'sales'],
  ['open', 'sales'],
  ['revenue', 'sales'],
  ['customers', 'customers'],
  ['new_customers', 'customers'],
];

/** The KPIs of a report where nobody chose others: too many hide the few that matter. */
export const usual: ReadonlySet<string> = new Set([
  'VISITOR_TO_LEAD_RATE',
  'LEAD_TO_MQL_RATE',
  'MQL_TO_SQL_RATE',
  'CPL',
  'WIN_RATE',
  'AVERAGE_DEAL',
  'SALES_CYCLE',
  'LEAD_TO_CUSTOMER_RATE',
  'CAC',
  'ROMI',
  'CLV',
]);

const groups: readonly Group[] = ['marketing', 'sales', 'customers', 'economics'];

/** The base measures by name. */
export const baseMeasures: Readonly<Record<MeasureName, NamedMeasure>> = measures;

/** The figures of all base measures that the data can carry, for the period and the one compared with. */
export interface BaseFigures {
  readonly current: Readonly<Record<string, Figure | undefined>>;
  readonly previous: Readonly<Record<string, Figure | undefined>>;
}

/** Computes every base measure. A measure without a date is a stock: it has no comparison. */
export function baseFigures(request: Request): BaseFigures {
  const current: Record<string, Figure | undefined> = { margin: { value: request.margin } };
  const previous: Record<string, Figure | undefined> = {};
  const isCompared = comparedPeriod(request) !== undefined;
  if (request.compare !== 'none') previous.margin = { value: request.margin };
  for (const [name, measure] of Object.entries(baseMeasures)) {
    current[name] = measureFigure(measure, request.source, currentSpan(request));
    if (!current[name] || !measure.date || request.compare === 'none') continue;
    const figure = measureFigure(measure, request.source, previousSpan(request));
    if (figure) previous[name] = onlyCompared(figure, isCompared);
  }
  return { current, previous };
}

/** The figure, empty while there is no period to compare with. */
function onlyCompared(figure: Figure, isCompared: boolean): Figure {
  const value = isCompared ? figure.value : undefined;
  if (figure.formula === undefined) return { ...figure, value };
  return { ...figure, value, formula: `IF(${reference('start:previous')}="";"";${figure.formula})` };
}

/** The cell of a base measure among the numbers behind the report. */
export const baseId = (name: string, span: 'current' | 'previous'): string =>
  name === 'margin' ? name : `${name}:${span}`;

/** The numbers behind the report: every base measure with its formula. */
export function baseRows(request: Request, figures: BaseFigures): Row[] {
  return Object.entries(baseMeasures).flatMap(([name, { title, unit }]): Row[] => {
    const figure = figures.current[name];
    if (!figure) return [];
    const format = formatOf(unit);
    return [
      [
        words(title[request.language], 'muted'),
        number(figure, format, baseId(name, 'current'), 'muted'),
        number(figures.previous[name], format, baseId(name, 'previous'), 'muted'),
      ],
    ];
  });
}

/** How a unit is written; totals of money need no cents. */
export function formatOf(unit: Unit, isTotal = true): Format {
  if (unit === 'money') return isTotal ? 'money' : 'cents';
  return unit === 'share' || unit === 'days' || unit === 'count' || unit === 'times' ? unit : 'cents';
}

/** The scorecard by groups, its figures, and what it could not show. */
export function scorecard(
  request: Request,
  figures: BaseFigures,
): { rows: Row[]; kpis: Figures['kpis']; missing: string[] } {
  const { report, groups: groupNames } = allWords[request.language];
  const rows: Row[] = [
    [words(report.scorecard, 'section')],
    [
      words(report.kpi, 'heading'),
      words(report.thisPeriod, 'heading'),
      words(request.compare === 'none' ? '' : report.comparison, 'heading'),
      words(request.compare === 'none' ? '' : report.change, 'heading'),
      words(report.how, 'heading'),
    ],
  ];
  const kpis: Figures['kpis'][number][] = [];
  const missing: string[] = [];
  for (const group of groups) {
    const lines = linesOf(group, request.language);
    const set = lines.flatMap((line) => setLine(line, request, figures) ?? []);
    for (const line of lines)
      if (!set.some(({ name }) => name === line.name)) missing.push(...missingFor(line, request));
    if (set.length === 0) continue;
    rows.push([words(groupNames[group], 'strong')], ...set.map(({ row }) => row));
    kpis.push(...set.map(({ json }) => json));
  }
  return { rows, kpis, missing };
}

function linesOf(group: Group, language: Language): Line[] {
  const plain = shown
    .filter(([, of]) => of === group)
    .map(([name]): Line => {
      const { title, unit } = baseMeasures[name];
      return { name: name.toUpperCase(), title: title[language], group, unit, figure: { name } };
    });
  return [
    ...plain,
    ...catalog.filter((kpi) => kpi.group === group && usual.has(kpi.name)).flatMap((kpi) => kpiLines(kpi, language)),
  ];
}

function kpiLines(kpi: Kpi, language: Language): Line[] {
  if (!kpi.report) return [];
  const { name, unit, group, how } = kpi;
  const line: Line = {
    name,
    unit,
    group,
    title: kpi.label[language],
    figure: kpi.report,
    ...(how ? { how: [how[0][language], how[1][language]] as const } : {}),
  };
  if (name !== 'SALES_CYCLE') return [line];
  const median = baseMeasures.cycle_median.title[language];
  return [line, { name: 'SALES_CYCLE_MEDIAN', title: median, group, unit, figure: { name: 'cycle_median' } }];
}

interface SetLine {
  readonly name: string;
  readonly row: Row;
  readonly json: Figures['kpis'][number];
}

function setLine(line: Line, request: Request, figures: BaseFigures): SetLine | undefined {
  const current = expressionFigure(line.figure, figures.current, (name) => baseId(name, 'current'));
  if (!current) return undefined;
  const previous = previousFigure(line, figures);
  const id = `kpi:${line.name}`;
  const format = formatOf(line.unit, 'name' in line.figure);
  const parts = partsOf(line, request.language, figures);
  return {
    name: line.name,
    row: [
      words(line.title),
      number(current, format, id, 'strong'),
      number(previous, format, `${id}:previous`),
      previous && number(changeOf(line, id, current, previous), line.unit === 'share' ? 'points' : 'change'),
      ...parts.cells,
    ],
    json: {
      name: line.name,
      value: current.value ?? null,
      previous: previous?.value ?? null,
      numerator: parts.numerator ?? null,
      denominator: parts.denominator ?? null,
    },
  };
}

function previousFigure(line: Line, figures: BaseFigures): Figure | undefined {
  const figure = expressionFigure(line.figure, figures.previous, (name) => baseId(name, 'previous'));
  if (!figure) return undefined;
  return { ...figure, formula: `IF(${reference('start:previous')}="";"";${figure.formula})` };
}

/** Shares change by percentage points, everything else by a share of what it was. */
function changeOf(line: Line, id: string, current: Figure, previous: Figure): Figure {
  const [now, before] = [reference(id), reference(`${id}:previous`)];
  const [a, b] = [current.value, previous.value];
  if (line.unit === 'share') {
    const value = a === undefined || b === undefined ? undefined : (a - b) * 100;
    return { value, formula: `IF(OR(${now}="";${before}="");"";(${now}-${before})*100)` };
  }
  const value = a === undefined || !b ? undefined : (a - b) / Math.abs(b);
  return { value, formula: `IF(OR(N(${before})=0;${now}="");"";(${now}-${before})/ABS(${before}))` };
}

/** Numerator and denominator with their words. */
function partsOf(line: Line, language: Language, figures: BaseFigures) {
  const figure = line.figure;
  if (!('ratio' in figure)) return { cells: [], numerator: undefined, denominator: undefined };
  const [above, below] = figure.ratio.map((part) =>
    expressionFigure(part, figures.current, (name) => baseId(name, 'current')),
  );
  const [aboveWords, belowWords] = line.how ?? [
    `${wordsOf(figure.ratio[0], language, figures)} ÷`,
    wordsOf(figure.ratio[1], language, figures),
  ];
  return {
    numerator: above?.value,
    denominator: below?.value,
    cells: [
      number(above, formatOfPart(figure.ratio[0]), undefined, 'muted'),
      words(aboveWords, 'muted'),
      undefined,
      number(below, formatOfPart(figure.ratio[1]), undefined, 'muted'),
      words(belowWords, 'muted'),
      undefined,
    ],
  };
}

function formatOfPart(part: Expression<Name>): Format {
  const [name] = namesIn(part);
  const unit = name && name !== 'margin' ? baseMeasures[name].unit : 'count';
  return unit === 'money' ? 'money' : 'count';
}

/** The measures of an expression in words: "won deals + lost deals". */
function wordsOf(part: Expression<Name>, language: Language, figures: BaseFigures): string {
  if ('name' in part) {
    const title = part.name === 'margin' ? allWords[language].report.margin : baseMeasures[part.name].title[language];
    return /^[A-ZА-Я]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
  }
  if ('magnitude' in part) return wordsOf(part.magnitude, language, figures);
  if ('first' in part) {
    const choice = part.first.find((one) => namesIn(one).every((name) => figures.current[name])) ?? part.first[0];
    return choice ? wordsOf(choice, language, figures) : '';
  }
  const [operation, operands] = Object.entries(part)[0] as [string, Expression<Name>[]];
  const sign = { sum: ' + ', difference: ' − ', product: ' × ', ratio: ' ÷ ' }[operation] ?? ' ';
  return operands.map((operand) => wordsOf(operand, language, figures)).join(sign);
}

/** What a line would need: nothing is said of datasets that are not there at all. */
function missingFor(line: Line, request: Request): string[] {
  const { source } = request;
  const used = namesIn(line.figure).flatMap((name) => (name === 'margin' ? [] : [baseMeasures[name]]));
  if (!used.every((measure) => source.data[measure.of])) return [];
  const fields = new Set<Field>(used.flatMap((measure) => lacks(measure, source, currentSpan(request))));
  return fields.size === 0
    ? []
    : [fill(allWords[request.language].report.missingOne, { kpi: line.title, fields: [...fields].join(', ') })];
}
