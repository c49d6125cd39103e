import type { Period } from '../kpi/evaluate';
import { nothing, quoted } from '../kpi/formula';
import { addMonths } from '../kpi/period';
import { words as allWords, fill, pluralOf } from '../text/words';
import { filterId } from './filter';
import { dropDown, filterRows } from './filter-rows';
import { keptAs } from './kept';
import { cellsOfDays, dataSpan, decisive, monthsIn } from './months-in';
import { numberSaid } from './number-text';
import { type Draft, lineLengths, type Row, words } from './page';
import { reference } from './reference';
import { comparedPeriod, type Request, serialOf } from './request';

/**
 * Title, day of creation, period cells (ids `start`, `end`), comparison period, margin, drop-downs and sources; `waiting` names what
 * does not follow the cells to change.
 */
export function head(request: Request, waiting: readonly string[]): Row[] {
  const { report, datasets } = allWords[request.language];
  const { period, compare } = request;
  const list = request.datasets.map(({ dataset, tab, rows }) =>
    fill(report.source, {
      dataset: datasets[dataset],
      tab,
      count: numberSaid(rows, request.language),
      rows: pluralOf(request.language, rows, report.rows),
    }),
  );
  const { currency } = request;
  const facts = [
    fill(report.created, { date: request.created }),
    ...(currency ? [fill(report.amounts, { currency })] : []),
  ];
  const left: Draft[][] = [
    [
      words(report.period),
      { ...day(period.start, 'start', 'input'), kept: keptAs.day('start', request) },
      { ...words(report.to, 'muted'), align: 'center' },
      { ...day(period.end, 'end', 'input'), kept: keptAs.day('end', request) },
    ],
    ...(compare === 'none' ? [] : [comparison(request)]),
    [
      words(report.margin),
      { value: request.margin, format: 'share', style: 'input', id: 'margin', kept: keptAs.margin(request) },
    ],
  ];
  const drops = (request.source.filters ?? []).map((filter) => dropDown(filter, request));
  const rows = Array.from({ length: Math.max(left.length, drops.length) }, (_, at): Row => {
    const cells = left[at] ?? [];
    const drop = drops[at];
    return drop ? [...Array.from({ length: 5 }, (_cell, x) => cells[x]), ...drop] : cells;
  });
  return [
    [words(report.title, 'title')],
    [words(facts.join(' · '), 'lead')],
    [backwards(request)],
    ...rows,
    [words(hintOf(drops.length > 0, waiting, request), 'note')],
    [words(fill(report.sources, { list: list.join(', ') }), 'note')],
  ];
}

/** What is wrong with a period that was typed the wrong way round; mostly nothing is to be seen. */
function backwards({ language }: Request): Draft {
  const [start, end] = [reference('start'), reference('end')];
  const formula = `=IF(AND(${start}<>"";${end}<>"";N(${start})>N(${end}));${quoted(allWords[language].report.backwards)};"")`;
  return { ...words('', 'note'), formula };
}

/** What to change and what follows, on one line: freezing a report finds and replaces that. */
function hintOf(hasLists: boolean, waiting: readonly string[], { language }: Request): string {
  const { report } = allWords[language];
  const follows = waiting.length > 0 ? fill(report.followsBut, { list: waiting.join(', ') }) : report.follows;
  const said = [...`${report.hint}${hasLists ? report.hintFilters : ''}${follows}`];
  return said.length > lineLengths.note ? `${said.slice(0, lineLengths.note - 1).join('')}…` : said.join('');
}

const day = (date: string | undefined, id: string, style: 'input' | 'body', formula?: string): Draft => ({
  value: date ? serialOf(date) : null,
  format: 'date',
  style,
  id,
  ...(formula ? { formula: `=${formula}` } : {}),
});

function comparison(request: Request): Draft[] {
  const { report } = allWords[request.language];
  const compared = comparedPeriod(request);
  const [start, end] = [reference('start'), reference('end')];
  const open = `OR(${start}="";${end}="")`;
  const months = `(YEAR(${end})-YEAR(${start}))*12+MONTH(${end})-MONTH(${start})+1`;
  const isWholeMonths = `AND(DAY(${start})=1;${end}=EOMONTH(${end};0))`;
  const earlier =
    request.compare === 'year'
      ? {
          start: `IF(${open};"";EDATE(${start};-12))`,
          end: `IF(${open};"";IF(${end}=EOMONTH(${end};0);EOMONTH(${end};-12);EDATE(${end};-12)))`,
        }
      : {
          start: `IF(${open};"";IF(${isWholeMonths};EDATE(${start};-(${months}));${start}-(${end}-${start}+1)))`,
          end: `IF(${open};"";${start}-1)`,
        };
  return [
    words(report.comparedWith),
    day(compared?.start, 'start:previous', 'body', earlier.start),
    { ...words(report.to, 'muted'), align: 'center' },
    day(compared?.end, 'end:previous', 'body', earlier.end),
  ];
}

/** The cells that turn the period into numbers for criteria (ids `from`, `before`, `all_time`, `same`, `margin`, …). */
export function periodNumbers(request: Request): Row[] {
  const { report } = allWords[request.language];
  const { period } = request;
  const compared = comparedPeriod(request);
  const isCompared = request.compare !== 'none';
  const start = (id: string) => `IF(${reference(id)}="";0;INT(${reference(id)}))`;
  const end = (id: string) => `IF(${reference(id)}="";${afterAll};INT(${reference(id)})+1)`;
  const [first, last] = dataSpan(request);
  return [
    [
      words(report.firstDay, 'muted'),
      helper(fromOf(period), start('start'), 'from'),
      isCompared ? helper(fromOf(compared), start('start:previous'), 'from:previous') : undefined,
    ],
    [
      words(report.dayAfter, 'muted'),
      helper(beforeOf(period), end('end'), 'before'),
      isCompared ? helper(beforeOf(compared), end('end:previous'), 'before:previous') : undefined,
    ],
    [
      words(report.allTime, 'muted'),
      helper(!period.start && !period.end, `AND(${reference('start')}="";${reference('end')}="")`, 'all_time'),
    ],
    [words(report.since, 'muted'), criterionOf(period, `>=${fromOf(period)}`, `">="&${reference('from')}`, 'since')],
    [words(report.until, 'muted'), criterionOf(period, `<${beforeOf(period)}`, `"<"&${reference('before')}`, 'until')],
    [words(report.same, 'muted'), helper(true, `AND(${madeFor(request).join(';')})`, 'same')],
    [words(report.earliest, 'muted'), bound(period.start, 'start', 'MIN', first, 'first_day', request)],
    [words(report.latest, 'muted'), bound(period.end, 'end', 'MAX', last, 'last_day', request)],
    [
      words(report.monthsLong, 'muted'),
      monthsCell(monthsIn(period, request), monthsFormula('first_day', 'last_day'), 'months:current'),
      isCompared
        ? monthsCell(
            compared && monthsIn(compared, request),
            `IF(${reference('start:previous')}="";"";${monthsFormula('start:previous', 'end:previous')})`,
            'months:previous',
          )
        : undefined,
    ],
    ...filterRows(request),
  ];
}

/** Months of 1461 ÷ 48 days, the mean of four years; none where no day is known. */
const monthsFormula = (first: string, last: string): string =>
  `IF(N(${reference(first)})*N(${reference(last)})=0;"";(${reference(last)}-${reference(first)}+1)*48/1461)`;

const monthsCell = (value: number | undefined, formula: string, id: string): Draft => ({
  ...helper(value ?? '', formula, id),
  format: 'days',
});

/** A day later than any in a spreadsheet (9999-12-31 and one). */
const afterAll = 2_958_466;

const fromOf = (period: Period | undefined): number => (period?.start ? serialOf(period.start) : 0);
const beforeOf = (period: Period | undefined): number => (period?.end ? serialOf(period.end) + 1 : afterAll);

/** The conditions that period and drop-downs are those for which the report is made. */
function madeFor(request: Request): string[] {
  const { period, source } = request;
  const chosen = (source.filters ?? []).map((filter) =>
    filter.chosen
      ? `${reference(filterId.choice(filter.name))}=${quoted(filter.chosen.shown)}`
      : reference(filterId.all(filter.name)),
  );
  return [is('start', period.start), is('end', period.end), ...chosen];
}

/** The period as a criterion; all time takes every cell. */
const criterionOf = (period: Period, value: string, formula: string, id: string): Draft => ({
  ...helper(
    !period.start && !period.end ? `<>${nothing}` : value,
    `IF(${reference('all_time')};"<>${nothing}";${formula})`,
    id,
  ),
  format: 'text',
});

const helper = (value: number | boolean | string, formula: string, id: string): Draft => ({
  value,
  formula: `=${formula}`,
  format: 'plain',
  style: 'muted',
  id,
});

function is(id: string, date: string | undefined): string {
  if (!date) return `${reference(id)}=""`;
  const [year, month, day] = date.split('-').map(Number);
  return `${reference(id)}=DATE(${year};${month};${day})`;
}

function bound(
  date: string | undefined,
  cell: string,
  extreme: 'MIN' | 'MAX',
  known: string | undefined,
  id: string,
  request: Request,
): Draft {
  const { source } = request;
  const days = decisive.flatMap((field) => {
    return cellsOfDays(field, source) ?? source.columns[field] ?? [];
  });
  const told = days.filter((cells) => cells !== '');
  const found = told.length ? `INT(${extreme}(${told.join(';')}))` : '0';
  const data = told.some((cells) => cells.startsWith('IF(')) ? `ARRAYFORMULA(${found})` : found;
  const value = date ?? known;
  return {
    value: value ? serialOf(value) : 0,
    formula: `=IF(${reference(cell)}="";${data};INT(${reference(cell)}))`,
    format: 'plain',
    style: 'muted',
    id,
  };
}

/** The first days of the months from the first to the last day of the report, the last 60; and how many rows they get, at least 12. */
export function monthStarts(request: Request): { readonly starts: string[]; readonly rows: number } {
  const [first, last] = dataSpan(request);
  const from = request.period.start ?? first;
  const to = request.period.end ?? last;
  const starts: string[] = [];
  if (from && to) {
    const earliest = addMonths(`${to.slice(0, 7)}-01`, -59);
    const first = `${from.slice(0, 7)}-01`;
    for (let month = first < earliest ? earliest : first; month <= to; month = addMonths(month, 1)) starts.push(month);
  }
  return { starts, rows: Math.max(12, starts.length) };
}
