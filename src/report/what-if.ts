import { acquired } from '../kpi/definitions/cac';
import { first, ratio } from '../kpi/measure';
import { words as allWords, fill } from '../text/words';
import { type BaseFigures, baseId, formatOf, nameOf } from './base';
import { expressionFigure, type Figure } from './figure';
import { dealFunnel, type Funnel, leadFunnel, reachedFigures } from './funnel';
import { keptNumber } from './kept';
import type { Format } from './model';
import { type Draft, number, type Row, words } from './page';
import { reference } from './reference';
import type { Request } from './request';

/** A step of a funnel: the share that passed it, and the one that a person tries out. */
interface Step {
  readonly title: string;
  readonly passed: string;
  readonly rate: number | undefined;
  /** The cell to type in, and the name under which it is kept; that one holds the label, so that steps may move. */
  readonly id: string;
  readonly name: string;
  readonly tried: number | undefined;
}

/** What better rates would have made: one editable cell per step of a funnel, and customers, revenue and CAC beside them. */
export function whatIf(request: Request, figures: BaseFigures): { rows: Row[]; behind: Row[] } {
  const set = [leadFunnel(request), dealFunnel(request)].flatMap((funnel) =>
    funnel ? funnelWhatIf(funnel, request, figures) : [],
  );
  return { rows: set.flatMap(({ rows }) => rows), behind: set.flatMap(({ behind }) => behind) };
}

function funnelWhatIf(funnel: Funnel, request: Request, figures: BaseFigures): { rows: Row[]; behind: Row[] }[] {
  const steps = stepsOf(funnel, request);
  const results = resultsOf(funnel, factorOf(steps), request, figures);
  if (steps.length === 0 || results.length === 0) return [];
  const { report } = allWords[request.language];
  const title = fill(report.whatIf, { funnel: funnel.title.charAt(0).toLowerCase() + funnel.title.slice(1) });
  const lines = Array.from({ length: Math.max(steps.length, results.length) }, (_, at): Row => {
    const step = steps[at];
    return [...(step ? stepCells(step) : [undefined, undefined, undefined]), undefined, ...(results[at] ?? [])];
  });
  const headings = [
    report.step,
    report.from,
    report.toRate,
    '',
    '',
    '',
    report.now,
    report.wouldBe,
    report.difference,
    '',
  ];
  const behind: Row = [
    words(fill(report.factor, { funnel: funnel.title }), 'muted'),
    number({ value: factorOf(steps), formula: factorFormula(steps) }, 'cents', factorId(funnel), 'muted'),
  ];
  return [
    {
      rows: [
        [words(title, 'section')],
        [words(report.whatIfNote, 'note')],
        headings.map((heading) => words(heading, 'heading')),
        ...lines,
        [],
      ],
      behind: [behind],
    },
  ];
}

const factorId = ({ of }: Funnel): string => `what_if:${of}:factor`;

/** The steps up to the sale: what comes after it makes no new customers. */
function stepsOf(funnel: Funnel, request: Request): Step[] {
  const idOf = (at: number, column: string) => `funnel:${funnel.of}:${at}:${column}`;
  const reached = reachedFigures(funnel, request, [], (at) => idOf(at, 'reached'));
  if (!reached || reached.length < 2) return [];
  const sale = funnel.steps.findIndex(({ meaning }) => meaning === 'won' || meaning === 'customer');
  const last = sale < 0 ? funnel.steps.length - 1 : sale;
  return funnel.steps.slice(1, last + 1).map(({ labels, shown }, at): Step => {
    const [before, here] = [reached[at]?.value, reached[at + 1]?.value];
    const name = `what_if:${funnel.of}:${labels[0]}`;
    return {
      title: `${funnel.steps[at]?.shown} → ${shown}`,
      passed: reference(idOf(at + 1, 'passed')),
      rate: before && here !== undefined ? here / before : undefined,
      id: idOf(at + 1, 'tried'),
      name,
      tried: keptNumber(name, request) ?? undefined,
    };
  });
}

const stepCells = ({ title, passed, rate, id, name, tried }: Step): (Draft | undefined)[] => [
  words(title),
  number({ value: rate, formula: passed }, 'share'),
  { value: tried ?? null, format: 'share', style: 'input', id, kept: name },
];

/** How many customers there would have been for each one there was. */
function factorOf(steps: readonly Step[]): number | undefined {
  let factor = 1;
  for (const { rate, tried } of steps) {
    if (tried === undefined) continue;
    if (!rate) return undefined;
    factor *= tried / rate;
  }
  return factor;
}

const factorFormula = (steps: readonly Step[]): string =>
  `IFERROR(${steps.map(({ id, passed }) => `IF(${reference(id)}="";1;${reference(id)}/${passed})`).join('*')};"")`;

const customers = first(...acquired);

/** Customers, revenue and CAC: as they are, as they would have been, and the difference. */
function resultsOf(
  funnel: Funnel,
  factor: number | undefined,
  request: Request,
  figures: BaseFigures,
): (Draft | undefined)[][] {
  const { columns } = allWords[request.language];
  const scaled = (id: string) => `${id}*${reference(factorId(funnel))}`;
  const lines = [
    { key: 'customers', title: columns.customers, figure: customers, format: 'count', by: scaled },
    {
      key: 'revenue',
      title: nameOf('revenue', request).title,
      figure: first('revenue'),
      format: formatOf('money'),
      by: scaled,
    },
    {
      key: 'cac',
      title: 'CAC',
      figure: ratio('spend', customers),
      format: formatOf('money', false),
      by: (id: string) => `${id}/${reference(factorId(funnel))}`,
    },
  ] as const;
  return lines.flatMap(({ key, title, figure, format, by }) => {
    const now = expressionFigure(figure, figures.current, (name) => baseId(name, 'current'));
    if (!now) return [];
    const id = (column: string) => `what_if:${funnel.of}:${key}:${column}`;
    const value =
      now.value === undefined || !factor ? undefined : key === 'cac' ? now.value / factor : now.value * factor;
    const would: Figure = {
      value: factor === 0 && key !== 'cac' ? 0 : value,
      formula: `IFERROR(${by(reference(id('now')))};"")`,
    };
    const more: Figure = {
      value: would.value === undefined || now.value === undefined ? undefined : would.value - now.value,
      formula: `IFERROR(${reference(id('then'))}-${reference(id('now'))};"")`,
    };
    const unit = key === 'customers' || !request.currency ? title : `${title}, ${request.currency}`;
    return [
      [
        words(unit),
        undefined,
        number(now, format as Format, id('now')),
        number(would, format as Format, id('then'), 'strong'),
        number(more, format as Format, id('more')),
      ],
    ];
  });
}
