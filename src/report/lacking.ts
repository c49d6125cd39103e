import { type Data, missingFields, type Scope } from '../kpi/evaluate';
import type { ReportName } from '../kpi/kpi';
import type { DatasetName, Expression, Field } from '../kpi/measure';
import { type MeasureName, measures } from '../kpi/measures';
import { purchaseKpis } from './purchase-kpi';

/** What a figure lacks: fields, or whole datasets; empty where the mapped columns can give it. */
export function lacking(figure: Expression<ReportName>, mapped: Data, scope: Scope): (Field | DatasetName)[] {
  if ('name' in figure) return lackingOf(figure.name, mapped, scope);
  if ('magnitude' in figure) return lacking(figure.magnitude, mapped, scope);
  const parts = Object.values(figure as Record<string, readonly (typeof figure)[]>)
    .flat()
    .map((part) => lacking(part, mapped, scope));
  const all = 'first' in figure ? parts.sort((one, other) => one.length - other.length).slice(0, 1) : parts;
  return [...new Set(all.flat())];
}

/** The measures whose columns a figure needs that is none itself. */
const like: Readonly<Partial<Record<ReportName, MeasureName>>> = {
  previous_revenue: 'revenue',
  revenue_target: 'revenue',
  ...Object.fromEntries(purchaseKpis.map((name) => [name, 'new_customers'])),
};

function lackingOf(name: ReportName, mapped: Data, scope: Scope): (Field | DatasetName)[] {
  const key = like[name] ?? name;
  const measure = key in measures ? measures[key as MeasureName] : undefined;
  if (!measure) return [];
  return mapped[measure.of] ? missingFields(measure, mapped, scope) : [measure.of];
}
