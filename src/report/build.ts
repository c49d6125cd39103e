import { cac } from '../kpi/definitions/cac';
import { cpl } from '../kpi/definitions/cpl';
import type { Field } from '../kpi/measure';
import { difference, product, ratio, sum } from '../kpi/measure';
import type { MeasureName } from '../kpi/measures';
import { words as allWords, fill } from '../text/words';
import { type Breakdown, breakdown, type Column } from './breakdown';
import { withCharts } from './charts';
import { funnels } from './funnel';
import { head, periodNumbers } from './head';
import { withKept } from './kept';
import type { Figures, Report } from './model';
import { months } from './months';
import { type Row, setPage, words } from './page';
import { type Group, labelsOf, type Request } from './request';
import { baseFigures, baseMeasures, baseRows, formatOf, scorecard } from './scorecard';

/** Builds the page of a report and its figures from data and settings. */
export function buildReport(given: Request): { report: Report; figures: Figures } {
  const request = withKept(given);
  const { report: text } = allWords[request.language];
  const base = baseFigures(request);
  const score = scorecard(request, base);
  const funnel = funnels(request);
  const [channels, reps, segments] = [channelTable(request), repTable(request), segmentTable(request)].map((table) =>
    breakdown(table, request, base),
  ) as [Tables, Tables, Tables];
  const monthly = months(request, base);
  const rows: Row[] = [
    ...head(request),
    [],
    ...score.rows,
    [],
    ...funnel.rows,
    ...channels.rows,
    ...reps.rows,
    ...segments.rows,
    ...monthly.rows,
    [words(text.notes, 'section')],
    ...notesOf(request, [...funnel.notes, ...missingNote(score.missing, request)]).map(
      (note): Row => [words(note, 'note')],
    ),
    [],
  ];
  const behind: Row[] = [[words(text.behind, 'section')], ...periodNumbers(request), ...baseRows(request, base)];
  const page = withCharts(rows, request);
  return {
    report: setPage(
      request.tab,
      { ...page, behind: [...behind, ...page.behind] },
      { computed: text.computed, kept: text.kept },
    ),
    figures: {
      kpis: score.kpis,
      funnel: funnel.funnel,
      channels: channels.json,
      reps: reps.json,
      segments: segments.json,
      months: monthly.json,
    },
  };
}

type Tables = ReturnType<typeof breakdown>;

type Key = keyof (typeof allWords)['en']['columns'];

/** A column of the first of some measures that the data can carry. */
function measured(request: Request, key: Key, ...choices: readonly [MeasureName, ...MeasureName[]]): Column {
  const { unit } = baseMeasures[choices[0]];
  return { key, measures: choices, title: allWords[request.language].columns[key], format: formatOf(unit) };
}

function channelTable(request: Request): Breakdown {
  const { report, columns } = allWords[request.language];
  return {
    key: 'channel',
    title: report.channels,
    heading: report.channel,
    fields: { leads: 'leads.source', deals: 'deals.source', spend: 'spend.channel' },
    groups: request.channels,
    columns: [
      measured(request, 'leads', 'leads'),
      measured(request, 'qualified', 'mqls'),
      measured(request, 'customers', 'new_customers', 'won', 'lead_customers'),
      { key: 'conversion', title: columns.conversion, format: 'share', of: ratio('customers', 'leads') },
      measured(request, 'spend', 'spend'),
      { key: 'cpl', title: cpl.name, format: 'cents', of: ratio('spend', 'leads') },
      { key: 'cac', title: cac.name, format: 'cents', of: ratio('spend', 'customers') },
      measured(request, 'revenue', 'revenue'),
      {
        key: 'romi',
        title: 'ROMI',
        format: 'share',
        of: ratio(difference(product('revenue', 'margin'), 'spend'), 'spend'),
      },
    ],
  };
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

function repTable(request: Request): Breakdown {
  const { report } = allWords[request.language];
  return {
    key: 'rep',
    title: report.reps,
    heading: report.rep,
    fields: { deals: 'deals.owner' },
    groups: groupsOf('deals.owner', request),
    columns: dealColumns(request),
  };
}

function segmentTable(request: Request): Breakdown {
  const { report } = allWords[request.language];
  return {
    key: 'segment',
    title: report.segments,
    heading: report.segment,
    fields: { deals: 'deals.segment' },
    groups: groupsOf('deals.segment', request),
    columns: dealColumns(request),
  };
}

/** Every label of a column is a group of its own; blank cells are the group "(none)". */
function groupsOf(field: Field, { source, language }: Request): Group[] {
  const labels = source.data.deals ? labelsOf(source.data.deals, field) : [];
  return labels.map((label) => ({
    shown: label === '' ? allWords[language].report.none : (source.spellings[field]?.get(label)?.[0] ?? label),
    labels: [label],
  }));
}

function missingNote(missing: readonly string[], { language }: Request): string[] {
  return missing.length === 0 ? [] : [fill(allWords[language].report.missing, { list: missing.join('; ') })];
}

function notesOf(request: Request, said: readonly string[]): string[] {
  const { report } = allWords[request.language];
  const { source, headers } = request;
  const deals = request.datasets.find(({ dataset }) => dataset === 'deals');
  const notes = [...said];
  if (deals && !source.columns['deals.stage']) notes.push(fill(report.noStages, { tab: deals.tab }));
  if (deals && source.columns['deals.stage']) notes.push(report.openNow);
  const start = headers['deals.first_contact'] ?? headers['deals.created'];
  if (start && source.columns['deals.closed']) notes.push(fill(report.cycleFrom, { column: start }));
  return [...notes, ...undatedNotes(request), report.small];
}

/** How many records stand outside every period because the date that decides is blank. */
function undatedNotes({ source, datasets, headers, language }: Request): string[] {
  return datasets.flatMap(({ dataset, tab }) => {
    const field = ({ deals: 'deals.created' } as const)[dataset as 'deals'];
    const dates = field && source.data[dataset]?.columns[field];
    const key = source.data[dataset]?.key;
    const keys = key && source.data[dataset]?.columns[key];
    if (!field || !dates || !keys) return [];
    const count = dates.filter((date, row) => date === undefined && keys[row] !== '' && keys[row] !== undefined).length;
    return count === 0
      ? []
      : [fill(allWords[language].report.undated, { count, tab, column: headers[field] ?? field })];
  });
}
