import type { Settings } from '../src/data/settings';

/** The tables of a report, and the columns of which each set makes one possible. */
const BREAKDOWNS = {
  channel: ['leads.source', 'deals.source', 'spend.channel', 'traffic.channel'],
  campaign: ['leads.campaign', 'spend.campaign'],
  rep: ['leads.owner', 'deals.owner'],
  segment: ['leads.segment', 'deals.segment'],
  month: ['leads.created', 'deals.closed', 'deals.created', 'spend.date', 'traffic.date'],
  cohort: ['deals.customer+deals.closed'],
} as const;

/** A table of a report by its name. */
export type BreakdownName = keyof typeof BREAKDOWNS;

/** The tables of a report in their order. */
export const BREAKDOWN_NAMES = Object.keys(BREAKDOWNS) as readonly BreakdownName[];

/** Do the mapped columns make the table possible? */
export const isPossible = (name: BreakdownName, { datasets }: Pick<Settings, 'datasets'>): boolean =>
  BREAKDOWNS[name].some((set) =>
    set.split('+').every((key) => {
      const [dataset, field = ''] = key.split('.');
      return datasets[dataset as keyof Settings['datasets']]?.columns[field] !== undefined;
    }),
  );

/** The tables that a report shows: those that were chosen, or of none all, where the mapped columns make them possible. */
export const chosenBreakdowns = (settings: Pick<Settings, 'datasets' | 'report'>): BreakdownName[] => {
  const { breakdowns } = settings.report;
  const isChosen = (name: BreakdownName) => breakdowns.length === 0 || breakdowns.includes(name);
  return BREAKDOWN_NAMES.filter((name) => isChosen(name) && isPossible(name, settings));
};

/** The choice with a table in it, or without it, in the order of a report. */
export const withBreakdown = (chosen: readonly string[], name: BreakdownName, isChosen: boolean): BreakdownName[] =>
  BREAKDOWN_NAMES.filter((one) => (one === name ? isChosen : chosen.includes(one)));
