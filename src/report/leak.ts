import { quoted } from '../kpi/formula';
import { words as allWords, fill, type Language } from '../text/words';
import { reference } from './figure';
import { numberFormula, numberSaid } from './number-text';
import type { Draft, Row } from './page';
import { number, words } from './page';
import type { Request } from './request';

/** A step of a funnel as its table shows it. */
export interface Shown {
  readonly stage: string;
  readonly reached: number | undefined;
}

type By = 'count' | 'rate';

/** How many were lost on the way to a step, or which share of those before. */
function lossAt(steps: readonly Shown[], at: number, by: By): number | undefined {
  const [before, here] = [steps[at - 1]?.reached, steps[at]?.reached];
  if (before === undefined || here === undefined) return undefined;
  if (by === 'count') return before - here;
  return before === 0 ? undefined : (before - here) / before;
}

/** The step, counted from 1 for the second, that loses most; the first of several, undefined where none loses anything. */
function worst(steps: readonly Shown[], by: By): number | undefined {
  let found: number | undefined;
  let most = 0;
  for (let at = 1; at < steps.length; at++) {
    const loss = lossAt(steps, at, by) ?? 0;
    if (loss > most) [found, most] = [at, loss];
  }
  return found;
}

/** The cells of a funnel by step and column. */
export type IdOf = (at: number | string, column: string) => string;

/**
 * The sentences that name the step where most is lost, one for both where it is the same by number and by share, and the two numbers
 * behind them: which steps these are.
 */
export function leak(
  steps: readonly Shown[],
  idOf: IdOf,
  title: string,
  request: Request,
): { readonly sentences: readonly Draft[]; readonly behind: Row[] } {
  const { report } = allWords[request.language];
  const last = steps.length - 1;
  const run = (column: string, from: number, to: number) =>
    `${reference(idOf(from, column))}:${reference(idOf(to, column))}`;
  const [byCount, byRate] = (['count', 'rate'] as const).map((by) => reference(idOf('leak', by))) as [string, string];
  const cell = (by: By, column: string) => reference(idOf('leak', `${by}:${column}`));
  const parts = (by: By, place: string): Parts => ({
    from: `INDEX(${run('stage', 0, last - 1)};${place})`,
    to: `INDEX(${run('stage', 1, last)};${place})`,
    lost: cell(by, 'lost:text'),
    reached: cell(by, 'reached:text'),
    share: `ROUND(INDEX(${run('rate', 1, last)};${place})*100;0)`,
  });
  const [most, share] = [worst(steps, 'count'), worst(steps, 'rate')];
  const said = (at: number, sentence: string) => fill(sentence, valuesAt(steps, at, request.language));
  const [both, one, other] = [
    joined(report.leakBoth, parts('count', byCount)),
    joined(report.leakCount, parts('count', byCount)),
    joined(report.leakShare, parts('rate', byRate)),
  ];
  const isSame = most === share;
  const sentences: Draft[] = [
    {
      ...words(most === undefined ? '' : said(most, isSame ? report.leakBoth : report.leakCount), 'strong'),
      formula: `=IF(N(${byCount})=0;"";IF(${byCount}=${byRate};${both};${one}))`,
      id: idOf('leak', 'sentence'),
    },
    {
      ...words(share === undefined || isSame ? '' : said(share, report.leakShare), 'strong'),
      formula: `=IF(N(${byRate})=0;"";IF(${byCount}=${byRate};"";${other}))`,
    },
  ];
  const behind = (['count', 'rate'] as const).map((by): Row => {
    const losses = run(by, 1, last);
    const place = by === 'count' ? most : share;
    const numbers = (
      [
        ['lost', 'count', 1, last, place && lossAt(steps, place, 'count')],
        ['reached', 'reached', 0, last - 1, place && steps[place - 1]?.reached],
      ] as const
    ).map(([name, column, from, to, value]) => {
      const at = by === 'count' ? byCount : byRate;
      const formula = `IF(${at}="";"";INDEX(${run(column, from, to)};${at}))`;
      return { value, formula, id: idOf('leak', `${by}:${name}`) };
    });
    return [
      words(fill(by === 'count' ? report.leakiestByCount : report.leakiestByRate, { funnel: title }), 'muted'),
      number(
        { value: place, formula: `IF(MAX(${losses})<=0;"";MATCH(MAX(${losses});${losses};0))` },
        'plain',
        idOf('leak', by),
        'muted',
      ),
      ...numbers.map((figure) => number(figure, 'count', figure.id, 'muted')),
      ...numbers.map(({ value, id }) => countText(value, id, request)),
    ];
  });
  return { sentences, behind };
}

type Parts = Readonly<Record<'from' | 'to' | 'lost' | 'reached' | 'share', string>>;

/** A count as the sentences write it. */
function countText(value: number | undefined, id: string, { language }: Request): Draft {
  const cell = reference(id);
  const formula = `=IF(${cell}="";"";${numberFormula(cell, language, 'count')})`;
  return { ...words(value === undefined ? '' : numberSaid(value, language), 'muted'), formula, id: `${id}:text` };
}

function valuesAt(steps: readonly Shown[], at: number, language: Language): Record<keyof Parts, string | number> {
  return {
    from: steps[at - 1]?.stage ?? '',
    to: steps[at]?.stage ?? '',
    lost: numberSaid(lossAt(steps, at, 'count') ?? 0, language),
    reached: numberSaid(steps[at - 1]?.reached ?? 0, language),
    share: Math.round((lossAt(steps, at, 'rate') ?? 0) * 100),
  };
}

/** A sentence with `{name}` replaced by formulas: texts and formulas joined by "&". */
function joined(sentence: string, parts: Parts): string {
  return sentence
    .split(/\{(\w+)\}/)
    .map((text, at) => (at % 2 === 0 ? quoted(text) : parts[text as keyof Parts]))
    .filter((part) => part !== '""')
    .join('&');
}
