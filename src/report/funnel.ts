import type { Field, GroupCondition, Measure } from '../kpi/measure';
import { words as allWords, fill } from '../text/words';
import { type Figure, measureFigure, reference } from './figure';
import type { Figures } from './model';
import { number, type Row, words } from './page';
import { currentSpan, type Request, type Step } from './request';

interface Funnel {
  readonly title: string;
  readonly of: 'leads' | 'deals';
  readonly field: Field;
  readonly date: Field;
  readonly steps: readonly Step[];
  /** Labels of those who left without saying at which step, and the step up to which they are counted. */
  readonly left: readonly string[];
  readonly leftAt: number;
  readonly assumption: string;
}

/** The funnels that the statuses of leads and the stages of deals make, with their figures. */
export function funnels(request: Request): { rows: Row[]; funnel: Figures['funnel']; notes: string[] } {
  const rows: Row[] = [];
  const json: Figures['funnel'][number][] = [];
  const notes: string[] = [];
  for (const funnel of [leadFunnel(request), dealFunnel(request)]) {
    const set = funnel && setFunnel(funnel, request);
    if (!set || !funnel) continue;
    rows.push(...set.rows, []);
    json.push(...set.json);
    if (funnel.left.length > 0) notes.push(funnel.assumption);
  }
  return { rows, funnel: json, notes };
}

const inOrder = (steps: readonly Step[]): Step[] => [...steps].sort((a, b) => a.order - b.order);

function leadFunnel({ statuses, language, source }: Request): Funnel | undefined {
  if (!source.columns['leads.status']) return undefined;
  const { report } = allWords[language];
  const steps = inOrder(statuses.filter(({ meaning }) => meaning !== 'disqualified' && meaning !== 'ignore'));
  return {
    title: report.funnelLeads,
    of: 'leads',
    field: 'leads.status',
    date: 'leads.created',
    steps,
    left: statuses.filter(({ meaning }) => meaning === 'disqualified').map(({ label }) => label),
    leftAt: 0,
    assumption: fill(report.assumedDisqualified, { stage: steps[0]?.shown ?? '' }),
  };
}

function dealFunnel({ stages, language, source }: Request): Funnel | undefined {
  if (!source.columns['deals.stage']) return undefined;
  const { report } = allWords[language];
  const open = inOrder(stages.filter(({ meaning }) => meaning === 'open'));
  const everybody: Step = { label: '', shown: report.allDeals, order: 0, meaning: 'open' };
  const before = open.length > 0 ? open : [everybody];
  return {
    title: report.funnelDeals,
    of: 'deals',
    field: 'deals.stage',
    date: 'deals.created',
    steps: [...before, ...inOrder(stages.filter(({ meaning }) => meaning === 'won'))],
    left: stages.filter(({ meaning }) => meaning === 'lost').map(({ label }) => label),
    leftAt: before.length - 1,
    assumption: fill(report.assumedLost, { stage: before[before.length - 1]?.shown ?? '' }),
  };
}

interface StepFigures {
  readonly step: Step;
  readonly reached: Figure;
  readonly lost: Figure;
  readonly open: Figure;
}

function setFunnel(funnel: Funnel, request: Request): { rows: Row[]; json: Figures['funnel'] } | undefined {
  const figures: StepFigures[] = [];
  funnel.steps.forEach((step, at) => {
    const later = funnel.steps.slice(at).map(({ label }) => label);
    const reached = count(funnel, [...later, ...(at <= funnel.leftAt ? funnel.left : [])], request);
    const lost = count(funnel, at === funnel.leftAt ? funnel.left : [], request);
    const open = count(funnel, step.meaning === 'won' || step.meaning === 'customer' ? [] : [step.label], request);
    if (reached && lost && open) figures.push({ step, reached, lost, open });
  });
  if (figures.length < 2) return undefined;
  const json = figures.map(({ step, reached, lost, open }) => ({
    stage: step.shown,
    reached: reached.value ?? 0,
    lost: lost.value ?? 0,
    open: open.value ?? 0,
  }));
  return { rows: layOut(funnel, figures, request), json };
}

/** How many records stand at one of these labels, by the day on which they came in. */
function count(funnel: Funnel, labels: readonly string[], request: Request): Figure | undefined {
  const oneOf = labels.filter((label) => label !== '');
  if (oneOf.length === 0) return { value: 0, formula: '0' };
  const measure: Measure = { aggregate: 'count', of: funnel.of, where: [], date: funnel.date };
  const where: GroupCondition[] = [{ field: funnel.field, oneOf }];
  return measureFigure(measure, request.source, currentSpan(request), where);
}

function layOut(funnel: Funnel, figures: readonly StepFigures[], request: Request): Row[] {
  const { report } = allWords[request.language];
  const id = (at: number, column: string) => `funnel:${funnel.of}:${at}:${column}`;
  const headings = [
    report.stage,
    report.reached,
    report.fromPrevious,
    report.dropOff,
    report.dropped,
    report.lostHere,
    report.openHere,
    report.fromFirst,
  ];
  const last = figures.length - 1;
  return [
    [words(funnel.title, 'section')],
    leakRow(report.leakByRate, 'rate', figures, id, last),
    leakRow(report.leakByCount, 'count', figures, id, last),
    [...headings.map((heading) => words(heading, 'heading')), words('', 'heading')],
    ...figures.map((_, at) => stepRow(figures, at, id)),
  ];
}

type Id = (at: number, column: string) => string;

function stepRow(figures: readonly StepFigures[], at: number, id: Id): Row {
  const { step, reached, lost, open } = figures[at] as StepFigures;
  const before = figures[at - 1]?.reached;
  const [here, previous, first] = [
    reference(id(at, 'reached')),
    reference(id(at - 1, 'reached')),
    reference(id(0, 'reached')),
  ];
  const share = (a: Figure, b: Figure) => (b.value ? (a.value ?? 0) / b.value : undefined);
  const passed = before && share(reached, before);
  const fromFirst = share(reached, (figures[0] as StepFigures).reached);
  const width = Math.round((fromFirst ?? 0) * 20);
  return [
    { ...words(step.shown), id: id(at, 'stage') },
    number(reached, 'count', id(at, 'reached'), 'strong'),
    before && number({ value: passed, formula: `IF(N(${previous})=0;"";${here}/${previous})` }, 'share'),
    before &&
      number(
        {
          value: passed === undefined ? undefined : 1 - passed,
          formula: `IF(N(${previous})=0;"";1-${here}/${previous})`,
        },
        'share',
        id(at, 'rate'),
      ),
    before &&
      number(
        { value: (before.value ?? 0) - (reached.value ?? 0), formula: `N(${previous})-N(${here})` },
        'count',
        id(at, 'count'),
      ),
    number(lost, 'count'),
    number(open, 'count'),
    number({ value: fromFirst, formula: `IF(N(${first})=0;"";${here}/${first})` }, 'share', id(at, 'first')),
    {
      value: '█'.repeat(width),
      formula: `=REPT("█";ROUND(N(${reference(id(at, 'first'))})*20;0))`,
      format: 'text',
      style: 'bar',
    },
  ];
}

/** The step that loses most, by share or by number; the first of several. */
function leakRow(title: string, by: 'rate' | 'count', figures: readonly StepFigures[], id: Id, last: number): Row {
  const losses = figures.slice(1).map(({ reached }, at) => {
    const before = figures[at]?.reached.value ?? 0;
    const dropped = before - (reached.value ?? 0);
    return by === 'count' ? dropped : before ? dropped / before : undefined;
  });
  const worst = Math.max(0, ...losses.filter((loss): loss is number => loss !== undefined));
  const at = worst > 0 ? losses.indexOf(worst) + 1 : -1;
  const range = (column: string, from = 1) =>
    `${reference(id(from, column))}:${reference(id(last - 1 + from, column))}`;
  const greatest = `MAX(${range(by)})`;
  const stage = (from: number) => `INDEX(${range('stage', from)};MATCH(${greatest};${range(by)};0))`;
  return [
    words(title),
    {
      value: at < 0 ? '' : `${figures[at - 1]?.step.shown} → ${figures[at]?.step.shown}`,
      formula: `=IF(${greatest}<=0;"";${stage(0)}&" → "&${stage(1)})`,
      format: 'text',
      style: 'strong',
    },
  ];
}
