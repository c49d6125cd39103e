import { type ProblemTexts, problemsEn } from './problems-en';
import { problemsPl } from './problems-pl';
import { problemsRu } from './problems-ru';
import { fill, type Language } from './words';

/** What is said of problems, by language. */
export const problems: Readonly<Record<Language, ProblemTexts>> = { en: problemsEn, pl: problemsPl, ru: problemsRu };

/** What can be said of a mistake that a person can put right. */
export type ErrorCode = keyof ProblemTexts['errors'];

/** The facts of a case by name; none, or "", is nothing to say. */
type Facts = Readonly<Record<string, string | number>>;

/** The sentences for a user's mistake. A code without a sentence, or a fact that it lacks, is our own mistake and throws. */
export function sentence(language: Language, code: string, params: Facts): string {
  const { errors, frame } = problems[language];
  const template: unknown = errors[code as ErrorCode];
  if (typeof template !== 'string') throw new Error(`there is no sentence for ${code}`);
  const problem = say(template, params);
  return params.function === undefined ? problem : say(frame.call, { row: '', argument: '', ...params }, { problem });
}

/** What the sentences about a finding of the data check need of it. */
export interface FindingFacts {
  readonly code: keyof ProblemTexts['findings'];
  readonly tab: string;
  readonly count: number;
  /** The first cell in A1. */
  readonly first: string;
  readonly effect: {
    readonly records: number;
    readonly sum?: number;
    readonly formulas?: number;
    readonly currencies?: string;
  };
  readonly samples: readonly string[];
  readonly fix: { readonly kind: 'safe' | 'ask' | 'manual' };
}

/** A finding in words: how many rows, where, what is wrong, what it does to the figures, and what can be done about it. */
export function findingSentence(
  language: Language,
  { code, tab, count, first, effect, ...rest }: FindingFacts,
): string {
  const { findings, frame } = problems[language];
  const { records, sum, formulas = 0, currencies = '' } = effect;
  const facts = {
    tab,
    count,
    records,
    first,
    samples: listSamples(rest.samples, frame.quoted),
    // A sum over several currencies means nothing.
    sum: sum === undefined || code === 'mixed_currencies' ? '' : plainNumber(sum, language),
  };
  const isRecord = code !== 'total_row' && code !== 'repeated_header_row';
  const isFixed = rest.fix.kind !== 'manual';
  return [
    say(isRecord ? frame.records : frame.extraRows, facts, { finding: say(findings[code], { currencies }) }),
    ...(rest.fix.kind === 'manual' ? [] : [frame[rest.fix.kind]]),
    // Where all cells are formulas, they are why nothing is offered.
    ...(formulas > 0 && (isFixed || formulas === count) ? [say(frame.formulas, { formulas })] : []),
  ].join(' ');
}

const LONGEST_FACT = 400;
const LONGEST_SAMPLE = 40;
const MOST_SAMPLES = 3;

/** The first contents, quoted. */
function listSamples(samples: readonly string[], quoted: string): string {
  const shown = samples.slice(0, MOST_SAMPLES).map((text) => fill(quoted, { text: shorten(text, LONGEST_SAMPLE) }));
  return [...shown, ...(samples.length > MOST_SAMPLES ? ['…'] : [])].join(', ');
}

/** A number without grouping, to two decimals. */
function plainNumber(number: number, language: Language): string {
  const text = String(Math.round(number * 100) / 100);
  return language === 'en' ? text : text.replace('.', ',');
}

/**
 * A template with its facts, shortened, and sentences that are part of it, whole. A clause in square brackets is left out where
 * one of its facts has nothing to say.
 */
function say(template: string, facts: Facts, parts: Readonly<Record<string, string>> = {}): string {
  const short = Object.entries(facts).map(([name, fact]) => [name, shorten(String(fact), LONGEST_FACT)]);
  const all: Readonly<Record<string, string>> = { ...Object.fromEntries(short), ...parts };
  const chosen = template.replace(/\[([^\]]*)\]/g, (_, clause: string) =>
    namesIn(clause).every((name) => all[name]) ? clause : '',
  );
  const missing = namesIn(chosen).find((name) => all[name] === undefined);
  if (missing !== undefined) throw new Error(`"${template}" lacks ${missing}`);
  return fill(chosen, all);
}

const namesIn = (template: string): string[] => (template.match(/\{\w+\}/g) ?? []).map((name) => name.slice(1, -1));

/** Text on one line, cut to so many characters: a cell may hold a whole letter. */
function shorten(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ');
  // By characters, so that no emoji is cut in two.
  return line.length <= longest
    ? line
    : `${Array.from(line)
        .slice(0, longest - 1)
        .join('')}…`;
}
