import { kpiNamed } from '../kpi/catalog';
import { inPeriod, type Period } from '../kpi/evaluate';
import type { BoundArguments } from '../kpi/kpi';
import type { Figure, Source } from './figure';
import { purchasesUntil } from './purchases';

/** KPIs of purchases one by one, which no native function can find; named as figures of the report. */
export const purchaseKpis = ['retention_rate', 'churn_rate', 'repeat_purchase_rate', 'customer_lifespan'] as const;

/**
 * The figure of a KPI over the won deals up to the end of a period, by the definition of its cell function; undefined where no column
 * says who the customer is. Repeat purchases are those within the period.
 */
export function purchaseFigure(
  name: (typeof purchaseKpis)[number],
  source: Source,
  period: Period | undefined,
): Figure | undefined {
  const isDated = source.data.deals?.columns['deals.closed'] !== undefined;
  if (!source.data.deals?.columns['deals.customer'] || !isDated) return undefined;
  const form = kpiNamed(name.toUpperCase())?.forms.find((one) => 'evaluate' in one);
  const purchases = period && purchasesUntil(source, period);
  if (!form || !('evaluate' in form) || !purchases) return { value: undefined, computed: true };
  const rows = [...purchases].flatMap(([customer, days]) => days.map((day) => ({ customer, day: day || undefined })));
  const counted = name === 'repeat_purchase_rate' ? rows.filter(({ day }) => inPeriod(day, period)) : rows;
  const result = form.evaluate(argumentsOf(counted, period));
  const value = Array.isArray(result) ? result[0]?.[0] : result;
  return { value: typeof value === 'number' ? value : undefined, computed: true };
}

const none = (): never => {
  throw new Error('a KPI of purchases takes customers, dates and the days of a period');
};

const argumentsOf = (
  rows: readonly { readonly customer: string; readonly day: string | undefined }[],
  period: Period,
): BoundArguments => ({
  labels: () => rows.map(({ customer }) => customer),
  dates: () => rows.map(({ day }) => day),
  day: (which) => period[which as 'start' | 'end'],
  numbers: none,
  eachScore: none,
  number: none,
  total: none,
  choice: none,
  shown: none,
  isRow: () => false,
});
