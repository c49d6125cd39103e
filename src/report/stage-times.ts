import type { Field, Measure } from '../kpi/measure';
import { words as allWords } from '../text/words';
import { smallCell, smallSample } from './column';
import { type Figure, measureFigure, reference } from './figure';
import type { Funnel } from './funnel';
import type { Figures } from './model';
import { number, type Row, words } from './page';
import { currentSpan, type Request } from './request';

/** A moment in the life of a record: what it is called, and the column of its day. */
interface Moment {
  readonly title: string;
  readonly field: Field;
}

/** The moments between which time is spent: creation, every step that has a column of days, and the end of a deal. */
function momentsOf({ of, steps, dates, date }: Funnel, request: Request): Moment[] {
  const { report } = allWords[request.language];
  const { columns } = request.source;
  const dateOf = (labels: readonly string[]) => labels.map((label) => dates.get(label)).find((field) => field);
  const known = steps.flatMap(({ labels, shown }, at): Moment[] => {
    const field = dateOf(labels) ?? (at === 0 && columns[date] ? date : undefined);
    return field ? [{ title: shown, field }] : [];
  });
  const isEnded = of === 'leads' || !columns['deals.closed'] || known.some(({ field }) => field === 'deals.closed');
  const lastStep = steps[steps.length - 1];
  if (isEnded || (lastStep && dateOf(lastStep.labels))) return known;
  return [...known, { title: report.closed, field: 'deals.closed' }];
}

/** How long records stand at each step, mean and median, where columns say when steps were reached. */
export function stageTimes(funnel: Funnel, request: Request): { rows: Row[]; json: Figures['stageTimes'] } {
  if (funnel.dates.size === 0) return { rows: [], json: [] };
  const { report, datasets } = allWords[request.language];
  const moments = momentsOf(funnel, request);
  const lines = moments.slice(1).flatMap((until, at) => {
    const from = moments[at] as Moment;
    const [cases, mean, median] = (['count', 'average', 'median'] as const).map((aggregate) =>
      between(aggregate, funnel, from.field, until.field, request),
    );
    return cases && mean && median ? [{ title: `${from.title} → ${until.title}`, cases, mean, median }] : [];
  });
  if (lines.length === 0) return { rows: [], json: [] };
  const count = datasets[funnel.of];
  const headings = [report.stageTimes, count.charAt(0).toUpperCase() + count.slice(1), report.mean, report.median];
  return {
    rows: [
      [...headings, '', '', '', '', '', ''].map((heading) => words(heading, 'heading')),
      ...lines.map(({ title, cases, mean, median }, at) =>
        timeRow(`time:${funnel.of}:${at}`, title, cases, mean, median),
      ),
      [],
    ],
    json: lines.map(({ title, cases, mean, median }) => ({
      stage: title,
      count: cases.value ?? 0,
      mean: mean.value ?? null,
      median: median.value ?? null,
    })),
  };
}

function between(
  aggregate: Measure['aggregate'],
  { of, field, date, steps, left }: Funnel,
  from: Field,
  to: Field,
  request: Request,
): Figure | undefined {
  const measure: Measure = { aggregate, of, quantity: { from: [from], to }, where: [], date };
  const labels = [...steps.flatMap(({ labels }) => labels), ...left];
  return measureFigure(measure, request.source, currentSpan(request), [{ field, oneOf: labels }]);
}

function timeRow(id: string, title: string, cases: Figure, mean: Figure, median: Figure): Row {
  const few = smallSample([{ cases: { name: 'cases' } }], { cases }, () => reference(`${id}:cases`));
  return [
    words(title),
    number(cases, 'count', `${id}:cases`),
    number(mean, 'days', `${id}:mean`, 'strong'),
    number(median, 'days', `${id}:median`),
    few && smallCell(few),
  ];
}
