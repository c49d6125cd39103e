import type { ReportSettings } from '../src/data/settings';
import type { KpiView } from '../src/main';

/** More KPIs than these hide the few that matter. */
export const MANY_KPIS = 25;

/** The names of the KPIs that a report shows: those that were chosen, or the usual ones. */
export const chosenKpis = ({ kpis }: Pick<ReportSettings, 'kpis'>, all: readonly KpiView[]): string[] =>
  all.filter(({ name, isUsual }) => (kpis.length > 0 ? kpis.includes(name) : isUsual)).map(({ name }) => name);

/** The choice with a KPI in it, or without it. The usual ones need no naming, and of none the usual ones are shown. */
export function withKpi(
  report: Pick<ReportSettings, 'kpis'>,
  all: readonly KpiView[],
  name: string,
  isChosen: boolean,
): Pick<ReportSettings, 'kpis'> {
  const before = chosenKpis(report, all);
  const chosen = all.map((one) => one.name).filter((one) => (one === name ? isChosen : before.includes(one)));
  const usual = chosenKpis({ kpis: [] }, all);
  const isUsual = chosen.length === usual.length && chosen.every((one) => usual.includes(one));
  return { kpis: isUsual ? [] : chosen };
}

/** The targets with another one, or none, for a KPI. */
export function withTarget(
  { targets }: Pick<ReportSettings, 'targets'>,
  name: string,
  target: number | undefined,
): Pick<ReportSettings, 'targets'> {
  const { [name]: _, ...others } = targets;
  return { targets: target === undefined ? others : { ...others, [name]: target } };
}
