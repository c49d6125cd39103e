import { kpiNamed } from '../kpi/catalog';
import type { ReportName } from '../kpi/kpi';
import { type MeasureName, measures, type NamedMeasure, type Text, type Unit } from '../kpi/measures';
import { words as allWords } from '../text/words';
import { type Figure, measureFigure } from './figure';
import { targetOf } from './kept';
import type { Format } from './model';
import { monthsIn } from './months-in';
import { number, type Row, words } from './page';
import { purchaseFigure, purchaseKpis } from './purchase-kpi';
import { reference } from './reference';
import { comparedPeriod, currentSpan, previousSpan, type Request } from './request';

/** The base measures by name. */
export const baseMeasures: Readonly<Record<MeasureName, NamedMeasure>> = measures;

type Named = Readonly<Record<string, Figure | undefined>>;

/** The figures that KPIs are made of, as far as the data carries them, for the period and the one compared with. */
export interface BaseFigures {
  readonly current: Named;
  readonly previous: Named;
}

/**
 * Every base measure, what no native function can find about purchases, and the numbers of the settings. A measure without a date is
 * a stock: it has no comparison.
 */
export function baseFigures(request: Request): BaseFigures {
  const { period, compare, margin, source } = request;
  const compared = comparedPeriod(request);
  const current: Record<string, Figure | undefined> = {
    margin: { value: margin },
    months: { value: monthsIn(period, request) },
  };
  const previous: Record<string, Figure | undefined> = {};
  if (compare !== 'none') {
    previous.margin = { value: margin };
    previous.months = { value: compared && monthsIn(compared, request) };
  }
  for (const [name, measure] of Object.entries(baseMeasures)) {
    current[name] = measureFigure(measure, source, currentSpan(request));
    if (!current[name] || !measure.date || compare === 'none') continue;
    const figure = measureFigure(measure, source, previousSpan(request));
    if (figure) previous[name] = onlyCompared(figure, compared !== undefined);
  }
  for (const name of purchaseKpis) {
    current[name] = purchaseFigure(name, source, period);
    if (current[name] && compare !== 'none') previous[name] = purchaseFigure(name, source, compared);
  }
  // Both stand in the line of revenue, or below it.
  if (current.revenue) {
    current.revenue_target = { value: targetOf('REVENUE', request) };
    current.previous_revenue = previous.revenue ?? { value: undefined, formula: '""' };
  }
  return { current, previous };
}

/** The figure, empty while there is no period to compare with. */
function onlyCompared(figure: Figure, isCompared: boolean): Figure {
  const value = isCompared ? figure.value : undefined;
  if (figure.formula === undefined) return { ...figure, value };
  return { ...figure, value, formula: `IF(${reference('start:previous')}="";"";${figure.formula})` };
}

/** The cell of a figure among the numbers behind the report. */
export function baseId(name: string, span: 'current' | 'previous'): string {
  if (name === 'margin') return name;
  if (name === 'revenue_target') return 'target:REVENUE';
  return name === 'previous_revenue' ? 'revenue:previous' : `${name}:${span}`;
}

/** What a figure is called and how it is written. */
export function nameOf(name: ReportName, { language }: Request): { title: string; unit: Unit } {
  const { report } = allWords[language];
  const [title, unit] = ((): readonly [Text | string, Unit] => {
    if (name === 'margin') return [report.margin, 'share'];
    if (name === 'months') return [report.monthsLong, 'months'];
    if (name === 'revenue_target') return [report.revenueTarget, 'money'];
    if (name === 'previous_revenue') return [report.revenueBefore, 'money'];
    const known: NamedMeasure | undefined = baseMeasures[name as MeasureName];
    const kpi = kpiNamed(name.toUpperCase());
    return known ? [known.title, known.unit] : kpi ? [kpi.label, kpi.unit] : [name, 'number'];
  })();
  return { title: typeof title === 'string' ? title : title[language], unit };
}

/** The numbers behind the report: every base figure with its formula. */
export function baseRows(request: Request, figures: BaseFigures): Row[] {
  const names = [...(Object.keys(baseMeasures) as MeasureName[]), ...purchaseKpis];
  return names.flatMap((name): Row[] => {
    const figure = figures.current[name];
    if (!figure) return [];
    const { title, unit } = nameOf(name, request);
    const format = formatOf(unit);
    return [
      [
        words(title, 'muted'),
        number(figure, format, baseId(name, 'current'), 'muted'),
        number(
          figures.previous[name] ?? figures.current[`previous_${name}`],
          format,
          baseId(name, 'previous'),
          'muted',
        ),
      ],
    ];
  });
}

/** How a unit is written; totals of money need no cents. */
export function formatOf(unit: Unit, isTotal = true): Format {
  if (unit === 'money') return isTotal ? 'money' : 'cents';
  return unit === 'share' || unit === 'days' || unit === 'count' || unit === 'times' ? unit : 'cents';
}
