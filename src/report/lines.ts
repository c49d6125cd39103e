import { catalog } from '../kpi/catalog';
import type { Group, Kpi, ReportName } from '../kpi/kpi';
import type { Expression } from '../kpi/measure';
import type { MeasureName, Unit } from '../kpi/measures';
import { baseMeasures } from './base';
import type { Request } from './request';

/** One line of the scorecard: a KPI or a base measure. */
export interface Line {
  readonly name: string;
  readonly title: string;
  readonly group: Group;
  readonly unit: Unit;
  readonly better: Kpi['better'];
  readonly figure: Expression<ReportName>;
  /** Numerator and denominator in words, with places for `{a}` and `{b}`. */
  readonly how?: string;
}

/** Base measures that stand in the scorecard themselves, before the KPIs of their group. */
const counted: readonly (readonly [MeasureName, Group, Kpi['better']])[] = [
  ['visitors', 'marketing', 'up'],
  ['leads', 'marketing', 'up'],
  ['spend', 'marketing', 'neither'],
  ['deals', 'sales', 'up'],
  ['won', 'sales', 'up'],
  ['lost', 'sales', 'down'],
  ['open', 'sales', 'neither'],
  ['revenue', 'sales', 'up'],
  ['customers', 'customers', 'up'],
  ['new_customers', 'customers', 'up'],
];

/** The KPIs of a report where nobody chose others: too many hide the few that matter. */
const usual: readonly string[] = [
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
];

/** A line that can be chosen for a report. */
export interface Choice extends Pick<Kpi, 'name' | 'label' | 'group' | 'unit' | 'better'> {
  readonly figure: Expression<ReportName>;
  /** Is it shown where nobody chose others? */
  readonly isUsual: boolean;
}

/** All lines that can be chosen for a report, in the order of the scorecard within each group. */
export const choices = (): Choice[] => [
  ...counted.map(([name, group, better]) => {
    const { title, unit } = baseMeasures[name];
    return { name: name.toUpperCase(), label: title, group, unit, better, figure: { name }, isUsual: true };
  }),
  ...catalog.flatMap(({ report: figure, name, label, group, unit, better }) =>
    figure ? [{ name, label, group, unit, better, figure, isUsual: usual.includes(name) }] : [],
  ),
];

/** The lines that a report is asked for, in the order of the scorecard. */
export function linesOf(request: Request): Line[] {
  const all = [...counted.map((one) => countLine(one, request)), ...catalog.flatMap((kpi) => kpiLines(kpi, request))];
  const chosen = all.filter(({ name }) => request.kpis.includes(name));
  if (chosen.length === 0) return all.filter(({ name }) => usual.includes(sameAs(name)) || !isKpi(name));
  // Coverage is that of the target of revenue, which stands in the line of revenue.
  const also = request.kpis.includes('PIPELINE_COVERAGE') ? ['REVENUE'] : [];
  return all.filter(({ name }) => [...request.kpis, ...also].includes(sameAs(name)));
}

const isKpi = (name: string): boolean => catalog.some((kpi) => kpi.name === sameAs(name));

const median = 'SALES_CYCLE_MEDIAN';

/** The median of the cycle goes with its mean. */
const sameAs = (name: string): string => (name === median ? 'SALES_CYCLE' : name);

function countLine([name, group, better]: (typeof counted)[number], request: Request): Line {
  const { title, unit } = baseMeasures[name];
  const figure = { name };
  return {
    name: name.toUpperCase(),
    title: titled(title[request.language], unit, request),
    group,
    unit,
    better,
    figure,
  };
}

function kpiLines({ name, label, unit, group, better, report, how }: Kpi, request: Request): Line[] {
  if (!report) return [];
  const { language } = request;
  const title = titled(label[language], unit, request);
  const line: Line = { name, title, group, unit, better, figure: report, ...(how ? { how: how[language] } : {}) };
  if (name !== 'SALES_CYCLE') return [line];
  const { title: other } = baseMeasures.cycle_median;
  return [line, { name: median, title: other[language], group, unit, better, figure: { name: 'cycle_median' } }];
}

/** Amounts say what they are in. */
const titled = (title: string, unit: Unit, { currency }: Request): string =>
  currency && (unit === 'money' || unit === 'money per day') ? `${title}, ${currency}` : title;
