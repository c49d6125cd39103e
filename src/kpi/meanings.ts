import { type Cells, isEmpty, labelText, type Scalar, withoutOmitted } from './cells';
import type { Meanings } from './evaluate';
import type { Callable, Form, Parameter } from './kpi';
import type { Field, Meaning } from './measure';
import { type Normalise, type ReadArgument, readLabels } from './read';
import { UserError } from './user-error';

/** The words of a language: what counts as the same label, and what labels mean. */
export interface Vocabulary {
  readonly normalise: Normalise;
  readonly meaningOf: (field: Field, label: string) => Meaning | undefined;
}

/**
 * What the labels of a call mean: won or lost as the caller says, otherwise as the vocabulary knows, and open where neither
 * does. Where nothing can be recognised as won, or lost, a UserError lists the labels.
 */
export function readMeanings(
  kpi: Callable,
  form: Form,
  read: readonly ReadArgument[],
  vocabulary: Vocabulary,
): Meanings {
  const meanings: Partial<Record<Field, Map<string, Meaning>>> = { 'deals.stage': new Map([['', 'won']]) };
  const asked = form.parameters.filter((parameter): parameter is Accepted => parameter.kind === 'accepted');
  for (const argument of read) {
    const { parameter } = argument;
    if (parameter.kind !== 'labels' || asked.length === 0) continue;
    const found = shownLabels(argument.spellings ?? new Map());
    const known = new Map<string, Meaning>();
    for (const label of found.keys()) {
      const meaning = vocabulary.meaningOf(parameter.field, label);
      known.set(label, meaning === 'won' || meaning === 'lost' ? meaning : 'open');
    }
    for (const wanted of asked) accept(kpi, form, wanted, givenLabels(read, wanted), known, found, vocabulary);
    meanings[parameter.field] = known;
  }
  return meanings;
}

/** Every label of a column, and how it is written where it first stands. */
function shownLabels(spellings: ReadonlyMap<Scalar, string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [written, label] of spellings) {
    if (label !== '' && !found.has(label)) found.set(label, labelText(written).trim());
  }
  return found;
}

type Accepted = Parameter & { kind: 'accepted' };

/** The labels passed for a meaning. "" at the end says "none"; before other arguments it may be one that was left out. */
function givenLabels(read: readonly ReadArgument[], wanted: Accepted): Cells | undefined {
  const given = withoutOmitted(read.map(({ cells }) => cells));
  const at = read.findIndex(({ parameter }) => parameter === wanted);
  const labels = given[at];
  return labels && isEmpty(labels) && at < given.length - 1 ? undefined : labels;
}

function accept(
  kpi: Callable,
  form: Form,
  wanted: Accepted,
  given: Cells | undefined,
  known: Map<string, Meaning>,
  found: ReadonlyMap<string, string>,
  vocabulary: Vocabulary,
): void {
  if (!given) {
    if (found.size > 0 && ![...known.values()].includes(wanted.meaning)) throw unrecognised(kpi, form, wanted, found);
    return;
  }
  for (const [label, meaning] of known) if (meaning === wanted.meaning) known.set(label, 'open');
  for (const label of readLabels(kpi.name, wanted.name, given, vocabulary.normalise).values) {
    if (label) known.set(label, wanted.meaning);
  }
}

function unrecognised(kpi: Callable, form: Form, wanted: Accepted, found: ReadonlyMap<string, string>): UserError {
  const call = form.parameters.map((parameter) => (parameter.kind === 'accepted' ? `"…"` : parameter.name));
  return new UserError('unrecognised_labels', {
    function: kpi.name,
    argument: wanted.name,
    labels: [...found.values()].slice(0, 12).join(', ') + (found.size > 12 ? ', …' : ''),
    call: `=${kpi.name}(${call.join('; ')})`,
  });
}
