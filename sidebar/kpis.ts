import type { ReportSettings } from '../src/data/settings';
import { shownKpis } from '../src/data/shown-kpis';
import type { CarriedView, KpiView, LabelsView } from '../src/main';

/** More KPIs than these hide the few that matter. */
export const MANY_KPIS = 15;

/** What the mapped columns carry in a period. */
export const carriedIn = (kpis: LabelsView['kpis'], { start, end }: ReportSettings['period']): CarriedView =>
  start || end ? kpis.inPeriod : kpis.allTime;

type Choice = Pick<ReportSettings, 'kpis' | 'targets'>;

/** The names of the KPIs that a report shows, as many as its scorecard has lines. */
export const chosenKpis = (report: Choice, all: readonly KpiView[], { lacking, usual }: CarriedView): string[] =>
  shownKpis(report, all, usual)
    .map(({ name }) => name)
    .filter((name) => !lacking[name]?.length);

/** The choice with a KPI in it, or without it. The usual ones need no naming, and of none the usual ones are shown. */
export function withKpi(
  report: Choice,
  all: readonly KpiView[],
  usual: readonly string[],
  [name, isChosen]: readonly [name: string, isChosen: boolean],
): Pick<ReportSettings, 'kpis'> {
  const shownIn = (choice: Choice) => shownKpis(choice, all, usual);
  const others = shownIn(report).filter((one) => one.name !== name && (isChosen || one.needs !== name));
  const chosen = all.filter((one) => others.includes(one) || (isChosen && one.name === name));
  const unchosen = shownIn({ ...report, kpis: [] });
  const isUsual = chosen.length === unchosen.length && chosen.every((one) => unchosen.includes(one));
  return { kpis: isUsual ? [] : chosen.map((one) => one.name) };
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
