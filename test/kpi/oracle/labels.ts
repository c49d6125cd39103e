import fc from 'fast-check';
import type { Scalar } from '../../../src/kpi/bind';
import { folded, isFilled, type List, mostly, type Refusal, refused } from './oracle';

type Outcome = 'won' | 'lost' | 'open';

/** Words that everybody knows, in three languages. */
const known: Readonly<Record<Outcome, readonly string[]>> = {
  won: ['Won', 'won ', 'WON', 'Wygrana', 'Успешно реализовано'],
  lost: ['Lost', ' lost', 'Przegrana', 'Закрыто и не реализовано'],
  open: ['Negotiation', 'negotiation', 'Oferta', 'Переговоры'],
};

export const knownOutcome: fc.Arbitrary<Scalar> = mostly(fc.constantFrom(...Object.values(known).flat()));
/** Words of one team, among words that are known. */
export const ownOutcome: fc.Arbitrary<Scalar> = mostly(
  fc.constantFrom('Blue', 'blue ', 'Grey', 'GREY', 'Talking', 'Won', 'Lost'),
);
export const ownWon: fc.Arbitrary<Scalar> = fc.constantFrom<Scalar>('Blue', ' BLUE', 'Won', '');
export const ownLost: fc.Arbitrary<Scalar> = fc.constantFrom<Scalar>('Grey', 'grey ', 'Lost', '');

function knownAs(label: string): Outcome {
  for (const outcome of ['won', 'lost'] as const) {
    for (const word of known[outcome]) if (folded(word) === label) return outcome;
  }
  return 'open';
}

/**
 * What every record is, or the refusal to guess. Labels that are given replace the known ones; a blank at the end says that
 * there are none, before another argument it is one that was left out.
 */
export function outcomesOf(
  outcomes: List,
  asked: readonly Outcome[],
  given: readonly (List | undefined)[],
): (Outcome | undefined)[] | Refusal {
  const last = given.reduce((end, list, at) => (list ? at : end), -1);
  const words = asked.map((_, at) => {
    const list = given[at];
    return !list || (!list.some(isFilled) && at < last) ? undefined : list.filter(isFilled).map(folded);
  });
  const found = outcomes.filter(isFilled).map(folded);
  const meaning = (label: string): Outcome => {
    for (const [at, outcome] of asked.entries()) if (words[at]?.includes(label)) return outcome;
    const usual = knownAs(label);
    const place = asked.indexOf(usual);
    return place >= 0 && words[place] ? 'open' : usual;
  };
  for (const [at, outcome] of asked.entries()) {
    if (!words[at] && found.length > 0 && !found.some((label) => meaning(label) === outcome)) {
      return refused('unrecognised_labels');
    }
  }
  return outcomes.map((cell) => (isFilled(cell) ? meaning(folded(cell)) : undefined));
}

export const isRefusal = (one: unknown): one is Refusal => typeof one === 'object' && one !== null && 'mistake' in one;
