import { DATASET_NAMES } from '../data/fields';
import { shownKpis } from '../data/shown-kpis';
import type { Group, ReportName } from '../kpi/kpi';
import { type DatasetName, type Field, namesIn } from '../kpi/measure';
import type { MeasureName } from '../kpi/measures';
import { words as allWords, fill } from '../text/words';
import { type BaseFigures, baseId, baseMeasures, formatOf, nameOf } from './base';
import { expressionFigure, type Figure } from './figure';
import { howOf, lower, waits, wordsOf } from './how';
import { lacking } from './lacking';
import { type Line, linesOf, usualOf } from './lines';
import type { Figures, Mark } from './model';
import { type Draft, number, type Row, words } from './page';
import { reference } from './reference';
import type { Request } from './request';
import { statusCell, targetCell } from './targets';

export { type BaseFigures, baseFigures, baseId, baseMeasures, baseRows, formatOf } from './base';

const groups: readonly Group[] = ['marketing', 'sales', 'customers', 'economics'];

/** The scorecard as it is laid out, and what else the page says of it. */
export interface Scorecard {
  readonly rows: readonly Row[];
  /** Numerators and denominators, as numbers and as text. */
  readonly behind: readonly Row[];
  readonly kpis: Figures['kpis'];
  readonly others: Figures['others'];
  /** What the data cannot carry, and why. */
  readonly missing: readonly string[];
  readonly absent: readonly string[];
  /** How the KPIs that are shown are defined. */
  readonly definitions: readonly string[];
  /** What no formula can give for another period or choice. */
  readonly waiting: readonly string[];
}

/** The scorecard by groups: this period, the comparison, targets, and how each figure is made. */
export function scorecard(request: Request, figures: BaseFigures): Scorecard {
  const { report, groups: groupNames } = allWords[request.language];
  const isCompared = request.compare !== 'none';
  const headings = [
    report.kpi,
    report.thisPeriod,
    isCompared ? report.comparison : '',
    isCompared ? report.change : '',
    '',
    report.target,
    report.status,
    report.how,
    '',
    '',
  ];
  const rows: Row[] = [[words(report.scorecard, 'section')], headings.map(headingCell)];
  const lines = linesOf(request);
  const possible = lines.flatMap((line) => setLine(line, request, figures));
  const carried = possible.map(({ line }) => line);
  const shownOf = (some: readonly Line[]) => shownKpis(request, lines, usualOf(some.map(({ name }) => name)));
  const shown = shownOf(carried);
  const set = possible.filter(({ line }) => shown.includes(line));
  for (const group of groups) {
    const here = set.filter(({ line }) => line.group === group);
    if (here.length > 0) rows.push([words(groupNames[group], 'group')], ...here.map(({ row }) => row));
  }
  const missing = shownOf(lines).filter((line) => !carried.includes(line));
  return {
    rows,
    behind: set.flatMap(({ behind }) => behind),
    kpis: set.map(({ json }) => json),
    others: possible.filter((one) => !set.includes(one)).map(({ json }) => json),
    missing: missing.flatMap((line) => missingFor(line, request)),
    absent: absentFor(missing, request),
    definitions: set.flatMap(({ line }) => definitionOf(line, request, figures)),
    waiting: waitingIn(
      set.map(({ line }) => line),
      request,
      figures,
    ),
  };
}

/** Base measures that tables are made of as well, and lines. */
function waitingIn(lines: readonly Line[], request: Request, figures: BaseFigures): string[] {
  const measured = (Object.keys(baseMeasures) as MeasureName[]).filter((name) => figures.current[name]?.computed);
  const made = lines.filter((line) => waits(line, figures));
  const names = made.map(({ figure, name }) => ('name' in figure ? figure.name : (name.toLowerCase() as ReportName)));
  return [...measured, ...names].map((name) => nameOf(name, request).title);
}

/** Words stand below their headings. */
const headingCell = (heading: string, at: number): Draft =>
  at === 4 || at > 5 ? { ...words(heading, 'heading'), align: 'left' } : words(heading, 'heading');

interface SetLine {
  readonly line: Line;
  readonly row: Row;
  readonly behind: readonly Row[];
  readonly json: Figures['kpis'][number];
}

/** A line with its figure; none where the data does not carry it. */
function setLine(line: Line, request: Request, figures: BaseFigures): SetLine[] {
  const current = figureOf(line, figures, 'current');
  if (!current) return [];
  const previous = previousFigure(line, figures);
  const id = `kpi:${line.name}`;
  const format = formatOf(line.unit, 'name' in line.figure);
  const change = previous && changeOf(line, id, current, previous);
  const how = howOf(line, figures, request);
  return [
    {
      line,
      behind: how.behind,
      row: [
        words(line.title),
        number(current, format, id, 'strong'),
        number(previous, format, `${id}:previous`),
        change && changeCell(change, line),
        change && verdictCell(change, line, request),
        targetCell(line, format, request),
        statusCell(line, current, request),
        how.phrase,
      ],
      json: {
        name: line.name,
        value: orNull(current.value),
        previous: orNull(previous?.value),
        numerator: orNull(how.numerator),
        denominator: orNull(how.denominator),
      },
    },
  ];
}

const orNull = (value: number | undefined): number | null => value ?? null;

/** The figure of a line; without any margin a cost never comes back. */
function figureOf({ figure, unit }: Line, figures: BaseFigures, span: keyof BaseFigures): Figure | undefined {
  const found = expressionFigure(figure, figures[span], (name) => baseId(name, span));
  if (!found || unit !== 'months' || !namesIn(figure).includes('margin')) return found;
  const isEarned = Number(figures[span].margin?.value) > 0;
  const formula = `IF(${reference('margin')}<=0;"";${found.formula})`;
  return { value: isEarned ? found.value : undefined, formula };
}

function previousFigure(line: Line, figures: BaseFigures): Figure | undefined {
  const figure = figureOf(line, figures, 'previous');
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

const marks: Readonly<Partial<Record<Line['better'], Mark>>> = { up: 'up_is_good', down: 'down_is_good' };

function changeCell(change: Figure, { name, unit, better }: Line): Draft {
  const mark = marks[better];
  const cell = number(change, unit === 'share' ? 'points' : 'change', `kpi:${name}:change`) as Draft;
  return mark ? { ...cell, mark } : cell;
}

/** Whether a change is for the better, in a word. */
function verdictCell({ value }: Figure, { name, better }: Line, { language }: Request): Draft | undefined {
  if (better === 'neither') return undefined;
  const { report } = allWords[language];
  const [rise, fall] = better === 'up' ? [report.better, report.worse] : [report.worse, report.better];
  const cell = reference(`kpi:${name}:change`);
  const rounded = value === undefined ? undefined : Math.round(value * 1e6);
  const said = rounded === undefined ? '' : rounded === 0 ? report.unchanged : rounded > 0 ? rise : fall;
  return {
    ...words(said, 'muted'),
    formula: `=IF(${cell}="";"";IF(ROUND(${cell};6)=0;"${report.unchanged}";IF(${cell}>0;"${rise}";"${fall}")))`,
  };
}

/** The columns that a line would need; datasets that are not there at all are said by themselves. */
function missingFor(line: Line, request: Request): string[] {
  const fields = lackingIn(line, request);
  if (!fields.every(isField)) return [];
  const list = fields.map((field) => fieldName(field, request)).join(', ');
  return [fill(allWords[request.language].report.missingOne, { kpi: line.title, fields: list })];
}

const lackingIn = ({ figure }: Line, { source: { data, meanings }, period }: Request): (Field | DatasetName)[] =>
  lacking(figure, data, { period, meanings });

const isField = (lack: Field | DatasetName): lack is Field => lack.includes('.');

/** What each dataset that is not there costs. */
function absentFor(lines: readonly Line[], request: Request): string[] {
  const { report, datasets } = allWords[request.language];
  return DATASET_NAMES.flatMap((dataset) => {
    const list = lines.filter((line) => lackingIn(line, request).includes(dataset)).map(({ title }) => title);
    return list.length > 0 ? [fill(report.absent, { dataset: datasets[dataset], list: list.join('; ') })] : [];
  });
}

/** "deals › closed on": a field in words; numbers are called like what they measure. */
function fieldName(field: Field, request: Request): string {
  const { fields, datasets } = allWords[request.language];
  const [dataset, name] = field.split('.') as [DatasetName, string];
  const known = Object.entries(fields).find(([one]) => one === name)?.[1];
  return `${datasets[dataset]} › ${known ?? lower(nameOf(name as ReportName, request).title)}`;
}

/** "Win rate = won deals ÷ (won deals + lost deals)". */
function definitionOf({ title, figure, how }: Line, request: Request, figures: BaseFigures): string[] {
  const { definition } = allWords[request.language].report;
  if ('ratio' in figure) return [fill(definition, { kpi: title, formula: wordsOf(figure, request, figures) })];
  return how ? [fill(definition, { kpi: title, formula: how })] : [];
}
