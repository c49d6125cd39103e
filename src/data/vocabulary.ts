import { normaliseLabel } from './cell';
import { unmixScripts } from './look-alike';

const MARKS = /[\u0300-\u036f]/g;
const WORD = /[0-9a-z\u0400-\u04ff]+|[%#€$£₽]/g;

/** Text for comparing words: lower case, no diacritics (ł is l, ß is ss, ё is е), look-alike letters in the script of their word. */
export function foldText(text: string): string {
  return normaliseLabel(unmixScripts(text)).replace(/ł/g, 'l').replace(/ß/g, 'ss').normalize('NFD').replace(MARKS, '');
}

/** The words of a text, folded; `%`, `#` and the signs of currencies are words of their own. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(WORD) ?? [];
}

/** Words of many languages and what each means. */
export interface Vocabulary {
  /** The meanings of a folded word, of its parts where it is a compound (`abschlussdatum`); none where it is not known. */
  meanings(word: string): readonly string[];
  /** A word that begins so, if all that do mean the same; for words that were cut off. */
  wordThatBegins(beginning: string): string | undefined;
}

/** Letters between the parts of a compound: Abschluss·datum, Verkauf·s·phase, Kampagne·n·name. */
const LINKS = ['', 's', 'e', 'n', 'en', 'ens', 'es', 'er', 'ion', 'ung', 'ungs'];
const SHORTEST_PART = 3;
/** Letters that may follow the stem of a compound's last part: Bestell·ungen. */
const LONGEST_ENDING = 5;
/** More letters than this behind a stem are no ending but another word. */
const LONGEST_INFLECTION = 6;

/** Stands among the meanings of a word that is known only in part: Kampagnen·xyz. */
export const PARTLY = '?';

/** A vocabulary from lists of words by meaning; a word with `*` at its end stands for all that begin so, the longest wins. */
export function compileVocabulary(lists: Readonly<Record<string, string>>): Vocabulary {
  const whole = new Map<string, string>();
  const stems = new Map<string, string>();
  for (const [meaning, words] of Object.entries(lists)) {
    for (const word of foldText(words).split(' ')) {
      if (word.endsWith('*')) stems.set(word.slice(0, -1), meaning);
      else if (word) whole.set(word, meaning);
    }
  }
  const known = new Map<string, readonly string[]>();

  const stemOf = (word: string, shortest: number): { meaning: string; length: number } | undefined => {
    for (let length = word.length; length >= shortest; length--) {
      const meaning = stems.get(word.slice(0, length));
      if (meaning !== undefined) return { meaning, length };
    }
    return undefined;
  };

  const compound = (word: string): readonly string[] | undefined => {
    for (let length = word.length - 2; length >= SHORTEST_PART; length--) {
      const part = word.slice(0, length);
      const first = whole.get(part) ?? stems.get(part);
      if (first === undefined) continue;
      for (const link of LINKS) {
        if (!word.startsWith(link, length)) continue;
        const rest = word.slice(length + link.length);
        if (rest === 'id' && length > SHORTEST_PART) return [first, rest];
        if (rest.length < SHORTEST_PART) continue;
        const last = whole.get(rest) ?? stemOf(rest, Math.max(SHORTEST_PART, rest.length - LONGEST_ENDING))?.meaning;
        const others = last === undefined ? compound(rest) : [last];
        if (others) return [first, ...others];
      }
    }
    return undefined;
  };

  const meanings = (word: string): readonly string[] => {
    const before = known.get(word);
    if (before) return before;
    const exact = whole.get(word) ?? stems.get(word);
    const parts = exact === undefined ? compound(word) : [exact];
    const stem = parts ? undefined : stemOf(word, 2);
    const isWhole = stem && word.length - stem.length <= LONGEST_INFLECTION;
    const found = parts ?? (stem ? [stem.meaning, ...(isWhole ? [] : [PARTLY])] : []);
    known.set(word, found);
    return found;
  };

  const wordThatBegins = (beginning: string): string | undefined => {
    const found = [...whole, ...stems].filter(([word]) => word.startsWith(beginning));
    return new Set(found.map(([, meaning]) => meaning)).size === 1 ? found[0]?.[0] : undefined;
  };

  return { meanings, wordThatBegins };
}

/** The words of a text, folded, with single spaces between them and nothing else. */
export function flatText(text: string): string {
  return foldText(text)
    .replace(/[^0-9a-z\u0400-\u04ff]+/g, ' ')
    .trim();
}

const LETTER = '[0-9a-z\\u0400-\\u04ff]';

/**
 * A pattern for flat text from a list of words, in English, Polish, Russian, German or Spanish. Each is the beginning of a word
 * in the text, or a whole word where `!` ends it, or the beginning of the only word where `=` stands before it ("Completed" is
 * won, "Demo completed" is not); `_` is a space.
 */
export function wordPattern(list: string): RegExp {
  const words = list
    .trim()
    .split(/\s+/)
    .map((word) => ({ source: patternOf(word), alone: word.startsWith('=') }));
  const sources = (alone: boolean) => words.filter((word) => word.alone === alone).map((word) => word.source);
  const alone = sources(true).map((source) => `${source}${LETTER}*$`);
  return new RegExp([`(^| )(${sources(false).join('|')})`, ...alone.map((source) => `^${source}`)].join('|'));
}

const patternOf = (word: string): string =>
  flatText(word.replace(/_/g, ' ')) + (word.endsWith('!') ? `(?!${LETTER})` : word.endsWith('_') ? ' ' : '');

/** The value of a function that is called when it is first asked for: the script is loaded for every cell that holds a function. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
