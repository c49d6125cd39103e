import { acquired, cac } from '../kpi/definitions/cac';
import { cpl } from '../kpi/definitions/cpl';
import { romi } from '../kpi/definitions/romi';
import type { Field } from '../kpi/measure';
import { difference, product, ratio, sum } from '../kpi/measure';
import { words as allWords } from '../text/words';
import { nameOf } from './base';
import { type Breakdown, breakdown, type Fields, noTable, rankGroups, type Table } from './breakdown';
import { type Column, measured } from './column';
import { dealFunnel } from './funnel';
import { type Group, isAsked, labelsOf, type Request } from './request';
import type { BaseFigures } from './scorecard';

/** The tables of groups: those that the settings name or, where they name none, all that the data carries. */
export function breakdowns(
  request: Request,
  base: BaseFigures,
): Readonly<Record<'channels' | 'campaigns' | 'reps' | 'segments' | 'steps', Table>> {
  const asked = (table: Breakdown | undefined): Table =>
    table && isAsked(table.by, request) ? breakdown(table, request, base) : noTable;
  const marketing = marketingColumns(request);
  const reps = tableOf('rep', dealColumns(request), request);
  return {
    channels: asked(tableOf('channel', marketing, request, request.channels)),
    campaigns: asked(tableOf('campaign', marketing, request)),
    reps: asked(reps),
    steps: asked(stepTable(request, reps)),
    segments: asked(tableOf('segment', segmentColumns(request), request)),
  };
}

/** The fields that tell the groups of each table. */
const grouping = {
  channel: { leads: 'leads.source', deals: 'deals.source', spend: 'spend.channel' },
  campaign: { leads: 'leads.campaign', spend: 'spend.campaign' },
  rep: { deals: 'deals.owner' },
  segment: { leads: 'leads.segment', deals: 'deals.segment' },
} as const satisfies Readonly<Record<string, Fields>>;

/** How many groups a table shows at most; the rest is one line. */
const most = { channel: 20, campaign: 20, rep: 40, segment: 20 };

/** A table of the groups that some columns make. */
function tableOf(
  by: keyof typeof grouping,
  columns: readonly Column[],
  request: Request,
  groups: readonly Group[] = groupsOf(grouping[by], request),
): Breakdown {
  const { report } = allWords[request.language];
  const fields = grouping[by];
  return {
    key: by,
    by,
    title: report[`${by}s`],
    heading: report[by],
    fields,
    groups: rankGroups(groups, fields, columns, most[by], request),
    columns,
  };
}

function marketingColumns(request: Request): Column[] {
  const { columns } = allWords[request.language];
  const { source } = request;
  const isTold = (source.columns['leads.converted'] ?? source.columns['leads.status']) !== undefined;
  return [
    measured(request, 'leads', 'leads'),
    { ...measured(request, 'qualified', 'mqls'), isBehind: true },
    { key: 'qualified_share', title: columns.qualified, format: 'share', of: ratio('qualified', 'leads') },
    measured(request, 'customers', ...acquired),
    // As in the scorecard: of the leads, those that became customers; others may have bought without having been one.
    {
      key: 'converted',
      title: nameOf('lead_customers', request).title,
      format: 'count',
      measures: ['converted_leads', 'lead_customers'],
      isBehind: true,
    },
    {
      key: 'conversion',
      title: columns.conversion,
      format: 'share',
      of: ratio(isTold ? 'converted' : 'customers', 'leads'),
    },
    measured(request, 'spend', 'spend'),
    { key: 'cpl', title: cpl.name, format: 'cents', of: ratio('spend', 'leads'), unless: 'spend' },
    { key: 'cac', title: cac.name, format: 'cents', of: ratio('spend', 'customers'), unless: 'spend' },
    measured(request, 'revenue', 'revenue'),
    {
      key: 'romi',
      title: romi.name,
      format: 'share',
      of: ratio(difference(product('revenue', 'margin'), 'spend'), 'spend'),
    },
  ];
}

function dealColumns(request: Request): Column[] {
  const { columns } = allWords[request.language];
  return [
    measured(request, 'deals', 'deals'),
    measured(request, 'won', 'won'),
    measured(request, 'lost', 'lost'),
    measured(request, 'open', 'open'),
    { key: 'win_rate', title: columns.win_rate, format: 'share', of: ratio('won', sum('won', 'lost')) },
    measured(request, 'revenue', 'revenue'),
    { key: 'average_deal', title: columns.average_deal, format: 'cents', of: ratio('revenue', 'won') },
    measured(request, 'cycle_mean', 'cycle_mean'),
    measured(request, 'cycle_median', 'cycle_median'),
  ];
}

/** How far the deals of each rep get: how many reached the first step, and which share of those before each of the next. */
function stepTable(request: Request, reps: Breakdown): Breakdown | undefined {
  const funnel = dealFunnel(request);
  if (!funnel || funnel.steps.length < 2) return undefined;
  const columns = funnel.steps.flatMap(({ shown }, step): Column[] => {
    const reached: Column = { key: `reached_${step}`, title: shown, format: 'count', step };
    if (step === 0) return [reached];
    const of = ratio(`reached_${step}`, `reached_${step - 1}`);
    return [
      { ...reached, isBehind: true },
      { key: `passed_${step}`, title: `→ ${shown}`, format: 'share', of },
    ];
  });
  return { ...reps, key: 'rep_step', title: allWords[request.language].report.repSteps, columns, funnel };
}

/** Segments are of deals or of leads, whichever the data tells. */
function segmentColumns(request: Request): Column[] {
  const isOf = (field: Field) => request.source.columns[field] !== undefined;
  if (!isOf('deals.segment')) return marketingColumns(request);
  const deals = dealColumns(request);
  if (!isOf('leads.segment')) return deals;
  const last = deals.pop() as Column;
  return [measured(request, 'leads', 'leads'), ...deals, { ...last, isBehind: true }];
}

/** Every label of some columns is a group of its own; blank cells are the group "(none)". */
function groupsOf(fields: Fields, { source, language }: Request): Group[] {
  const found = new Map<string, string>();
  for (const field of Object.values(fields) as Field[]) {
    const records = source.data[field.split('.')[0] as 'deals'];
    if (!records?.columns[field]) continue;
    for (const label of labelsOf(records, field)) {
      const shown = label === '' ? allWords[language].report.none : source.spellings[field]?.get(label)?.[0];
      if (!found.has(label)) found.set(label, shown ?? label);
    }
  }
  return [...found].map(([label, shown]) => ({ shown, labels: [label] }));
}
