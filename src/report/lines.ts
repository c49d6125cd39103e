import { catalog } from '../kpi/catalog';
import type { Group, Kpi, ReportName } from '../kpi/kpi';
import type { Expression } from '../kpi/measure';
import type { MeasureName, Text, Unit } from '../kpi/measures';
import { baseMeasures } from './base';
import type { Request } from './request';

/** A line that can be chosen for a report: a KPI or a base measure. */
export interface Choice extends Pick<Kpi, 'name' | 'label' | 'group' | 'unit' | 'better'> {
  readonly figure: Expression<ReportName>;
  /** Numerator and denominator in words, with places for `{a}` and `{b}`. */
  readonly how?: Text | undefined;
  /** The line that has to stand beside it. */
  readonly needs?: string;
}

/** One line of the scorecard. */
export interface Line extends Omit<Choice, 'label' | 'how'> {
  readonly title: string;
  readonly how?: string | undefined;
}

/** Base measures that stand in the scorecard themselves, before the KPIs of their group. */
const counted: readonly (readonly [MeasureName, Group, Kpi['better']])[] = [
  ['visitors', 'marketing', 'up'],
  ['leads', 'marketing', 'up'],
  ['spend', 'marketing', 'neither'],
  ['deals', 'sales', 'up'],
  ['won', 'sales', 'up'],
  ['lost', 'sales', 'down'],
  ['open', 'sales', 'up'],
  ['revenue', 'sales', 'up'],
  ['customers', 'customers', 'up'],
  ['new_customers', 'customers', 'up'],
];

/** The KPIs that a board asks for, the most wanted first. */
const wanted: readonly string[] = [
  'LEADS',
  'SPEND',
  'CPL',
  'LEAD_TO_CUSTOMER_RATE',
  'WON',
  'REVENUE',
  'WIN_RATE',
  'AVERAGE_DEAL',
  'SALES_CYCLE',
  'NEW_CUSTOMERS',
  'CAC',
  'CLV',
  'ROMI',
  'CLV_TO_CAC',
  'LEAD_TO_MQL_RATE',
  'MQL_TO_SQL_RATE',
  'OPEN',
  'LOST',
  'DEALS',
  'REPEAT_PURCHASE_RATE',
  'SALES_VELOCITY',
  'VISITORS',
  'VISITOR_TO_LEAD_RATE',
  'FORM_CONVERSION_RATE',
  'BOUNCE_RATE',
  'CPC',
  'CTR',
];

/** Where nobody chose, a report shows a dozen KPIs at most: too many hide the few that matter. */
export const usualOf = (possible: readonly string[]): string[] =>
  wanted.filter((name) => possible.includes(name)).slice(0, 12);

/** All lines that can be chosen for a report, in the order of the scorecard within each group. */
export const choices = (): Choice[] => [
  ...counted.map(([name, group, better]) => choiceOf(name.toUpperCase(), name, group, better)),
  ...catalog.flatMap(({ report: figure, name, label, group, unit, better, how }): Choice[] => {
    if (!figure) return [];
    const choice = { name, label, group, unit, better, figure, how };
    if (name === 'SALES_CYCLE') return [choice, choiceOf('SALES_CYCLE_MEDIAN', 'cycle_median', group, better)];
    // Coverage is that of the target of revenue, which stands in the line of revenue.
    return [name === 'PIPELINE_COVERAGE' ? { ...choice, needs: 'REVENUE' } : choice];
  }),
];

function choiceOf(name: string, measure: MeasureName, group: Group, better: Kpi['better']): Choice {
  const { title, unit } = baseMeasures[measure];
  return { name, label: title, group, unit, better, figure: { name: measure } };
}

/** All lines of a report in its language, in the order of the scorecard. */
export const linesOf = ({ language, currency }: Request): Line[] =>
  choices().map(({ label, how, ...line }) => ({
    ...line,
    title: titled(label[language], line.unit, currency),
    how: how?.[language],
  }));

/** Amounts say what they are in. */
const titled = (title: string, unit: Unit, currency: string): string =>
  currency && unit.startsWith('money') ? `${title}, ${currency}` : title;
