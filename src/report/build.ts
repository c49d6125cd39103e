import { words as allWords, fill } from '../text/words';
import { breakdowns } from './breakdowns';
import { withCharts } from './charts';
import { cohorts } from './cohorts';
import { fieldIn, mostChoices } from './filter';
import { allWord } from './filter-rows';
import { funnels } from './funnel-table';
import { head, periodNumbers } from './head';
import { withKept } from './kept';
import { leftOutNotes } from './left-out';
import type { Figures, Report } from './model';
import { months } from './months';
import { numberSaid } from './number-text';
import { type Row, setPage, words } from './page';
import { isAsked, type Request } from './request';
import { baseFigures, baseRows, scorecard } from './scorecard';
import { whatIf } from './what-if';

/** Builds the page of a report and its figures from data and settings. */
export function buildReport(given: Request): { report: Report; figures: Figures } {
  const request = withKept(given);
  const { report: text } = allWords[request.language];
  const base = baseFigures(request);
  const score = scorecard(request, base);
  const funnel = funnels(request);
  const tried = whatIf(request, base);
  const { channels, campaigns, reps, steps, segments } = breakdowns(request, base);
  const tables = [channels, campaigns, reps, steps, segments];
  const monthly = months(request, base);
  const returning = cohorts(request);
  const waiting = [
    ...score.waiting,
    ...misreadIn([...funnel.rows, ...tables.flatMap((table) => table.rows)]),
    ...(funnel.notes.includes(text.afterSale) ? [text.funnelCustomers] : []),
    ...(returning.rows.length > 0 ? [text.cohorts] : []),
  ];
  const rows: Row[] = [
    ...head(request, [...new Set(waiting)]),
    [],
    ...score.rows,
    [],
    ...funnel.rows,
    ...tried.rows,
    ...tables.flatMap((table) => table.rows),
    ...monthly.rows,
    ...returning.rows,
    [words(text.notes, 'section')],
    ...notesOf(
      request,
      [...funnel.notes, ...score.absent, ...missingNote(score.missing, request)],
      score.definitions,
    ).map((note): Row => [words(note, 'note')]),
    [],
  ];
  const behind: Row[] = [
    [words(text.behind, 'section')],
    ...periodNumbers(request),
    ...baseRows(request, base),
    ...score.behind,
    ...funnel.behind,
    ...tried.behind,
    ...tables.flatMap((table) => table.behind),
  ];
  const page = withCharts(rows, request);
  return {
    report: setPage(request.tab, { ...page, behind: [...behind, ...page.behind] }, text),
    figures: {
      kpis: score.kpis,
      others: score.others,
      funnel: funnel.funnel,
      stageTimes: funnel.stageTimes,
      channels: channels.json,
      campaigns: campaigns.json,
      reps: reps.json,
      repSteps: steps.json,
      segments: segments.json,
      months: monthly.json,
      cohorts: returning.json,
    },
  };
}

/** The rows whose labels no formula can be trusted with; that new customers wait is said anyway. */
const misreadIn = (rows: readonly Row[]): string[] =>
  rows
    .filter((row) => row.some((draft) => draft?.computed && !draft.id?.endsWith(':customers')))
    .map(([first]) => String(first?.value).replace(/ \*$/, ''));

function missingNote(missing: readonly string[], { language }: Request): string[] {
  return missing.length === 0 ? [] : [fill(allWords[language].report.missing, { list: missing.join('; ') })];
}

function notesOf(request: Request, said: readonly string[], definitions: readonly string[]): string[] {
  const { report } = allWords[request.language];
  const { source, headers } = request;
  const deals = request.datasets.find(({ dataset }) => dataset === 'deals');
  const notes = [...said];
  if (deals && !source.columns['deals.stage']) notes.push(fill(report.noStages, { tab: deals.tab }));
  if (deals && source.columns['deals.stage']) notes.push(report.openNow);
  const [contact, created] = [headers['deals.first_contact'], headers['deals.created']];
  const cycleFrom = contact ? report.cycleFrom : report.cycleFromCreated;
  if ((contact ?? created) && source.columns['deals.closed'])
    notes.push(fill(cycleFrom, { column: contact ?? created ?? '' }));
  const { columns } = source;
  if (isAsked('channel', request) && columns['deals.customer'] && columns['deals.source'] && columns['leads.source'])
    notes.push(report.channelCustomers);
  if (deals && isAsked('campaign', request) && columns['leads.campaign']) notes.push(report.campaignCustomers);
  return [
    ...notes,
    ...leftOutNotes(request),
    ...doubtNotes(request),
    report.small,
    ...filterNotes(request),
    ...definitions,
  ];
}

/** Where the data say two things at once. */
function doubtNotes({ source: { data, meanings, spellings }, headers, language }: Request): string[] {
  const { report } = allWords[language];
  const currencies = [...(spellings['deals.currency']?.values() ?? [])].map(([shown]) => shown);
  const { 'leads.converted': converted, 'leads.status': status } = data.leads?.columns ?? {};
  const isCustomer = (field: 'leads.converted' | 'leads.status', label: unknown) =>
    meanings[field]?.get(String(label ?? '')) === 'customer';
  const differ = converted?.some(
    (value, row) => isCustomer('leads.converted', value) !== isCustomer('leads.status', status?.[row]),
  );
  return [
    ...(currencies.length > 1 ? [fill(report.currencies, { list: currencies.join(', ') })] : []),
    ...(status && differ
      ? [fill(report.twoWays, { column: headers['leads.converted'] ?? '', status: headers['leads.status'] ?? '' })]
      : []),
  ];
}

/** What the drop-downs cannot say. */
function filterNotes({ source, language, datasets }: Request): string[] {
  const { report, datasets: names } = allWords[language];
  return (source.filters ?? []).flatMap((filter) => {
    const untold = datasets.filter(({ dataset }) => !fieldIn(filter, dataset)).map(({ dataset }) => names[dataset]);
    const filterTitle = report[filter.name];
    return [
      ...(untold.length > 0 ? [fill(report.untold, { filter: filterTitle, list: untold.join(', ') })] : []),
      ...(['misread', 'ownWords', 'tooMany'] as const).flatMap((reason) => {
        const count = filter.left[reason];
        const why = fill(report[reason], { all: allWord(filter, language), none: report.none, most: mostChoices });
        return count > 0
          ? [fill(report.notChoosable, { filter: filterTitle, count: numberSaid(count, language), why })]
          : [];
      }),
    ];
  });
}
