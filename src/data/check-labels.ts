import { normaliseLabel, tidyText } from './cell';
import { mixesScripts, skeletonOf, unmixScripts } from './look-alike';

/** What is wrong with a spelling, and what a fix would write instead. */
export type Spelling = Readonly<
  Partial<Record<'error_cell' | 'stray_spaces' | 'look_alike_letters' | 'label_variants' | 'similar_labels', string>>
>;

/** Above this many different labels a column is free text, where labels that are nearly alike mean nothing. */
const MOST_LABELS = 3000;
const SHORTEST_MISSPELT = 5;
/** A longer text is a sentence, not a label, and to leave out each of its characters in turn would take long. */
const LONGEST_MISSPELT = 200;
const DIGITS = /\D+/g;
/** "A" and "A-" are two grades: punctuation counts for less only in longer labels. */
const SHORTEST_PUNCTUATED = 4;
const BETWEEN_WORDS = /[\s\-_.,/|:;'"()]+/;

/** A spelling or a label with how often it stands in the column. */
type Counts = Map<string, number>;

function commonest(counts: Counts): string {
  let best = '';
  // A spelling that stands in copies only counts for nothing, but may be the only one.
  let most = -1;
  for (const [text, count] of counts) {
    if (count > most) {
      best = text;
      most = count;
    }
  }
  return best;
}

function add(counts: Map<string, Counts>, key: string, text: string, count: number): void {
  const group = counts.get(key) ?? new Map<string, number>();
  group.set(text, (group.get(text) ?? 0) + count);
  counts.set(key, group);
}

/**
 * What is wrong with each spelling of a column, given how often it stands there: stray spaces, letters of another script that only
 * look right, another case than most have, and (`similar`) labels that are nearly the same as a commoner one.
 */
export function judgeSpellings(spellings: ReadonlyMap<string, number>, similar: boolean): Map<string, Spelling> {
  const byLabel = new Map<string, Counts>();
  const bySkeleton = new Map<string, Counts>();
  for (const [text, count] of spellings) {
    const label = normaliseLabel(text);
    add(byLabel, label, tidyText(text), count);
    add(bySkeleton, skeletonOf(text), label, count);
  }
  const spellingOf = (label: string): string => commonest(byLabel.get(label) ?? new Map());
  const proper = new Map<string, string>();
  const labels: Counts = new Map();
  for (const [skeleton, group] of bySkeleton) {
    const pure = [...group].filter(([label]) => !mixesScripts(label));
    const label = commonest(pure.length > 0 ? new Map(pure) : group);
    proper.set(skeleton, pure.length > 0 ? spellingOf(label) : unmixScripts(spellingOf(label)));
    labels.set(
      normaliseLabel(proper.get(skeleton) ?? ''),
      [...group.values()].reduce((sum, count) => sum + count, 0),
    );
  }
  const better = similar ? findSimilar(labels) : new Map<string, string>();
  const judged = new Map<string, Spelling>();
  for (const text of spellings.keys()) {
    const tidy = tidyText(text);
    const right = proper.get(skeletonOf(text)) ?? tidy;
    const label = normaliseLabel(right);
    const target = better.get(label);
    const spelling: Spelling = {
      ...(tidy !== text && { stray_spaces: tidy }),
      ...(label !== normaliseLabel(text) && { look_alike_letters: right }),
      ...(label === normaliseLabel(text) && tidy !== right && { label_variants: right }),
      ...(target !== undefined && { similar_labels: proper.get(skeletonOf(target)) ?? target }),
    };
    if (Object.keys(spelling).length > 0) judged.set(text, spelling);
  }
  return judged;
}

/** Labels that are a commoner label but for punctuation ("google-ads"), or rare ones that are it but for one letter of a long word. */
function findSimilar(labels: Counts): Map<string, string> {
  const better = new Map<string, string>();
  if (labels.size > MOST_LABELS) return better;
  const groups = new Map<string, Counts>();
  for (const [label, count] of labels) {
    const letters = label.split(BETWEEN_WORDS).join('');
    add(groups, letters.length < SHORTEST_PUNCTUATED ? label : letters, label, count);
  }
  const heads = [...groups.values()].map((group) => ({
    label: commonest(group),
    count: [...group.values()].reduce((sum, count) => sum + count, 0),
    others: [...group.keys()],
  }));
  const total = heads.reduce((sum, { count }) => sum + count, 0);
  const isRare = ({ count }: { count: number }): boolean => count <= Math.max(1, Math.floor(total / 100));
  const nearby = new Map<string, (typeof heads)[number]>();
  for (const head of heads.filter((one) => !isRare(one)).sort((one, other) => other.count - one.count)) {
    for (const key of shortened(head.label)) if (!nearby.has(key)) nearby.set(key, head);
  }
  for (const head of heads) {
    const near = isRare(head) ? shortened(head.label).map((key) => nearby.get(key)) : [];
    const target =
      near.find((other) => other !== undefined && differByOneLetter(head.label, other.label))?.label ?? head.label;
    for (const label of head.others) if (label !== target) better.set(label, target);
  }
  return better;
}

/** A label and what is left of it without one character: labels that differ by one letter share one of these. */
function shortened(label: string): string[] {
  if (label.length > LONGEST_MISSPELT) return [label];
  return [label, ...Array.from({ length: label.length }, (_, at) => label.slice(0, at) + label.slice(at + 1))];
}

/** Do just two long words differ, and no digit? ("Team A" and "Team B" are two teams, "Q1" and "Q2" two quarters.) */
function differByOneLetter(label: string, other: string): boolean {
  const words = label.split(BETWEEN_WORDS);
  const others = other.split(BETWEEN_WORDS);
  const different = words.filter((word, index) => word !== others[index]);
  const shortest = Math.min(
    ...different.map((word) => Math.min(word.length, others[words.indexOf(word)]?.length ?? 0)),
  );
  return (
    words.length === others.length &&
    different.length === 1 &&
    shortest >= SHORTEST_MISSPELT &&
    label.replace(DIGITS, '') === other.replace(DIGITS, '')
  );
}
