import { addMonths, monthsBetween } from '../kpi/period';
import { words as allWords } from '../text/words';
import { smallCell, smallSample } from './column';
import { reference } from './figure';
import type { Figures } from './model';
import { type Draft, number, type Row, words } from './page';
import { fixed, fixedCount, fixedShare, type Purchases, purchasesUntil } from './purchases';
import { isAsked, type Request, serialOf } from './request';

/** The customers who first bought in one month, and how many of them bought so many months later. */
interface Cohort {
  readonly month: string;
  readonly size: number;
  readonly returned: ReadonlyMap<number, number>;
}

/** The months after the first purchase that are shown; a page has no room for all. */
const steps = [1, 2, 3, 4, 5, 6, 9, 12];
/** So many months of first purchase are shown, the latest ones. */
const most = 12;

/**
 * Month of first purchase by months since: the share who bought again. The latest months up to the end of the period, whenever
 * it began: customers of this month have had no time to come back.
 */
export function cohorts(request: Request): { rows: Row[]; json: Figures['cohorts'] } {
  const purchases = isAsked('cohort', request) ? purchasesUntil(request.source, request.period) : undefined;
  const { found, last } = cohortsOf(purchases ?? new Map());
  if (found.length === 0) return { rows: [], json: [] };
  const { report, columns } = allWords[request.language];
  const until = request.period.end ?? last;
  const headings = [report.cohort, columns.customers, ...steps.map((step) => `+${step}`)];
  return {
    rows: [
      [words(report.cohorts, 'section')],
      [words(report.cohortsNote, 'note')],
      headings.map((heading) => words(heading, 'heading')),
      ...found.map((cohort, at) => cohortRow(cohort, `cohort:${at}`, until)),
      [],
    ],
    json: found.map(({ month, size, returned }) => ({
      cohort: month.slice(0, 7),
      customers: size,
      ...Object.fromEntries(
        steps.map((step) => [`+${step}`, step > monthsBetween(month, until) ? null : (returned.get(step) ?? 0) / size]),
      ),
    })),
  };
}

function cohortRow({ month, size, returned }: Cohort, id: string, until: string): Row {
  const customers = fixedCount(size);
  const few = smallSample([{ cases: { name: 'customers' } }], { customers }, () => reference(`${id}:customers`));
  return [
    monthCell(month, id),
    number(customers, 'count', `${id}:customers`, 'strong'),
    ...steps.map((step) =>
      step > monthsBetween(month, until)
        ? undefined
        : number(fixedShare(returned.get(step) ?? 0, size), 'share', `${id}:${step}`),
    ),
    few && smallCell(few),
  ];
}

/** The latest cohorts, earliest first, months in which nobody came left out; and the last day on which anybody bought. */
function cohortsOf(purchases: Purchases): { found: Cohort[]; last: string } {
  const cohorts = new Map<string, { size: number; returned: Map<number, number> }>();
  let last = '';
  for (const all of purchases.values()) {
    const days = all.filter((day) => day !== '');
    const [first] = days;
    if (!first) continue;
    const month = `${first.slice(0, 7)}-01`;
    const cohort = cohorts.get(month) ?? { size: 0, returned: new Map<number, number>() };
    cohorts.set(month, cohort);
    cohort.size++;
    for (const step of new Set(days.map((day) => monthsBetween(first, day))))
      cohort.returned.set(step, (cohort.returned.get(step) ?? 0) + 1);
    const latest = days[days.length - 1] as string;
    if (latest > last) last = latest;
  }
  const months = [...cohorts.keys()].sort().slice(-most);
  const earliest = months.length > 0 ? addMonths(months[months.length - 1] as string, 1 - most) : '';
  const found = months
    .filter((month) => month >= earliest)
    .map((month) => ({ month, ...(cohorts.get(month) as { size: number; returned: Map<number, number> }) }));
  return { found, last };
}

function monthCell(month: string, id: string): Draft {
  const [year, number] = month.split('-').map(Number);
  const formula = `=${fixed(`DATE(${year};${number};1)`)}`;
  return { value: serialOf(month), formula, format: 'month', style: 'label', align: 'left', id };
}
