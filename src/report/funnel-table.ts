import { words as allWords } from '../text/words';
import { smallCell, smallSample } from './column';
import { type Figure, measureFigure, reference } from './figure';
import { dealFunnel, type Funnel, leadFunnel, lostFigure, openFigure, reachedFigures } from './funnel';
import { type IdOf, leak } from './leak';
import type { Figures } from './model';
import { number, type Row, words } from './page';
import { buyersWith, fixedCount, purchasesUntil } from './purchases';
import { currentSpan, type Request } from './request';
import { baseMeasures } from './scorecard';
import { stageTimes } from './stage-times';

/** A step with its figures; those who left and those who stand here are left out where they say nothing. */
interface StepFigures {
  readonly stage: string;
  readonly reached: Figure;
  readonly lost?: Figure;
  readonly open?: Figure;
}

/** Rows of the page and of the numbers behind it, and the same without layout. */
export interface FunnelSection {
  readonly rows: Row[];
  readonly behind: Row[];
  readonly funnel: Figures['funnel'];
  readonly stageTimes: Figures['stageTimes'];
  readonly notes: string[];
}

const nothing: FunnelSection = { rows: [], behind: [], funnel: [], stageTimes: [], notes: [] };

/** The funnels that the statuses of leads, the stages of deals and the customers make, the leak of each named above it. */
export function funnels(request: Request): FunnelSection {
  const sections = [leadFunnel(request), dealFunnel(request)].map((funnel) =>
    funnel ? funnelSection(funnel, request) : nothing,
  );
  return [...sections, afterSale(request)].reduce((one, other) => ({
    rows: [...one.rows, ...other.rows],
    behind: [...one.behind, ...other.behind],
    funnel: [...one.funnel, ...other.funnel],
    stageTimes: [...one.stageTimes, ...other.stageTimes],
    notes: [...one.notes, ...other.notes],
  }));
}

function funnelSection(funnel: Funnel, request: Request): FunnelSection {
  const idOf: IdOf = (at, column) => `funnel:${funnel.of}:${at}:${column}`;
  const reached = reachedFigures(funnel, request, [], (at) => idOf(at, 'reached'));
  if (!reached || reached.length < 2) return nothing;
  const steps = funnel.steps.map(({ shown }, at): StepFigures => {
    const [lost, open] = [lostFigure(funnel, at, request), openFigure(funnel, at, request)];
    return { stage: shown, reached: reached[at] as Figure, ...(lost && { lost }), ...(open && { open }) };
  });
  const set = layOut(funnel.title, steps, idOf, request, countedBy(funnel, request));
  const times = stageTimes(funnel, request);
  return {
    ...set,
    rows: [...set.rows, ...times.rows],
    stageTimes: times.json,
    notes: funnel.left.length > 0 && funnel.assumption ? [funnel.assumption] : [],
  };
}

/** Why the deals that were won here are others than those of the scorecard, as soon as there is a period. */
const countedBy = ({ of }: Funnel, { source: { columns }, language }: Request): string[] =>
  of === 'deals' && columns['deals.created'] && columns['deals.closed'] ? [allWords[language].report.byCreated] : [];

/** The customers who bought in the period: how many of them bought again, and again. */
function afterSale(request: Request): FunnelSection {
  const { report } = allWords[request.language];
  const purchases = purchasesUntil(request.source, request.period);
  const customers = measureFigure(baseMeasures.customers, request.source, currentSpan(request));
  if (!purchases || !customers) return nothing;
  const returned = (least: number): Figure => fixedCount(buyersWith(purchases, request.period, least));
  const steps: StepFigures[] = [
    { stage: report.bought, reached: customers },
    { stage: report.cameBack, reached: returned(2) },
    { stage: report.regular, reached: returned(3) },
  ];
  const idOf: IdOf = (at, column) => `funnel:customers:${at}:${column}`;
  return { ...layOut(report.funnelCustomers, steps, idOf, request), stageTimes: [], notes: [report.afterSale] };
}

function layOut(
  title: string,
  steps: readonly StepFigures[],
  idOf: IdOf,
  request: Request,
  said: readonly string[] = [],
): Pick<FunnelSection, 'rows' | 'behind' | 'funnel'> {
  const { report } = allWords[request.language];
  const left = steps.some(({ lost, open }) => lost || open);
  const headings = [
    report.stage,
    report.reached,
    report.fromPrevious,
    report.dropOff,
    report.dropped,
    left ? report.lostHere : '',
    left ? report.openHere : '',
    report.fromFirst,
    '',
    '',
  ];
  const { sentences, behind } = leak(
    steps.map(({ stage, reached }) => ({ stage, reached: reached.value })),
    idOf,
    title,
    request,
  );
  return {
    rows: [
      [words(title, 'section')],
      ...said.map((note) => [words(note, 'note')]),
      ...sentences.map((sentence) => [sentence]),
      headings.map((heading) => words(heading, 'heading')),
      ...steps.map((_, at) => stepRow(steps, at, idOf)),
      [],
    ],
    behind,
    funnel: steps.map(({ stage, reached, lost, open }) => ({
      stage,
      reached: reached.value ?? 0,
      lost: lost?.value ?? 0,
      open: open?.value ?? 0,
    })),
  };
}

const share = (part: Figure, whole: Figure | undefined): number | undefined =>
  whole?.value && part.value !== undefined ? part.value / whole.value : undefined;

/** So many blocks are as wide as the columns for a bar. */
const fullBar = 18;

function stepRow(steps: readonly StepFigures[], at: number, idOf: IdOf): Row {
  const { stage, reached, lost, open } = steps[at] as StepFigures;
  const before = steps[at - 1]?.reached;
  const cell = (step: number, column: string) => reference(idOf(step, column));
  const [here, previous, first] = [cell(at, 'reached'), cell(at - 1, 'reached'), cell(0, 'reached')];
  const of = (whole: string, text: string) => `IF(OR(N(${whole})=0;${here}="");"";${text})`;
  const passed = share(reached, before);
  const fromFirst = share(reached, steps[0]?.reached);
  const few = before && smallSample([{ cases: { name: 'reached' } }], { reached: before }, () => previous);
  return [
    { ...words(stage), id: idOf(at, 'stage') },
    number(reached, 'count', idOf(at, 'reached'), 'strong'),
    before && number({ value: passed, formula: of(previous, `${here}/${previous}`) }, 'share', idOf(at, 'passed')),
    before &&
      number(
        { value: passed === undefined ? undefined : 1 - passed, formula: of(previous, `1-${here}/${previous}`) },
        'share',
        idOf(at, 'rate'),
      ),
    before &&
      number(
        {
          value: reached.value === undefined ? undefined : (before.value ?? 0) - reached.value,
          formula: `IF(${here}="";"";N(${previous})-${here})`,
        },
        'count',
        idOf(at, 'count'),
      ),
    number(lost, 'count', idOf(at, 'lost')),
    number(open, 'count', idOf(at, 'open')),
    number({ value: fromFirst, formula: of(first, `${here}/${first}`) }, 'share', idOf(at, 'first')),
    few && smallCell(few),
    // Nothing may stand to its right: words do not run over a cell that is only blank to look at.
    {
      value: '█'.repeat(Math.round((fromFirst ?? 0) * fullBar)),
      formula: `=REPT("█";ROUND(N(${cell(at, 'first')})*${fullBar};0))`,
      format: 'text',
      style: 'bar',
    },
  ];
}
