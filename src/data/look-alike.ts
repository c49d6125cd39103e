import { normaliseLabel, tidyText } from './cell';

/** Letters that look alike in Latin and Cyrillic, place by place. */
const LATIN = 'ABEKMHOPCTXYIJSaeopcyxijsk';
const CYRILLIC = 'АВЕКМНОРСТХУІЈЅаеорсухіјѕк';
/** Letters whose capitals look alike, although they themselves do not: labels are compared without case. */
const LATIN_BY_CAPITAL = 'bmht';
const CYRILLIC_BY_CAPITAL = 'вмнт';

const IS_LATIN = /[A-Za-z\u00C0-\u024F]/;
const IS_CYRILLIC = /[\u0400-\u052F]/;
const WORD = /[A-Za-z\u00C0-\u024F\u0400-\u052F]+/g;

const toLatin = new Map(pairs(CYRILLIC, LATIN));
const toCyrillic = new Map(pairs(LATIN, CYRILLIC));
const toSkeleton = new Map([...toLatin, ...pairs(CYRILLIC_BY_CAPITAL, LATIN_BY_CAPITAL)]);

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((letter, index) => [letter, to[index] ?? letter]);
}

const replaceLetters = (text: string, letters: ReadonlyMap<string, string>): string =>
  text.replace(/[A-Za-z\u0400-\u052F]/g, (letter) => letters.get(letter) ?? letter);

/** The form in which labels that only look alike (Cyrillic "о" in "Wоn") are the same. */
export function skeletonOf(text: string): string {
  const label = normaliseLabel(text);
  return IS_CYRILLIC.test(label) ? replaceLetters(label, toSkeleton) : label;
}

/** Does a word of the text mix Latin and Cyrillic letters? */
export function mixesScripts(text: string): boolean {
  return (
    IS_CYRILLIC.test(text) && (text.match(WORD) ?? []).some((word) => IS_CYRILLIC.test(word) && IS_LATIN.test(word))
  );
}

/** The text, tidied, with each mixed word in the script of most of its letters; words that this cannot mend stay as they are. */
export function unmixScripts(text: string): string {
  return tidyText(text).replace(WORD, (word) => {
    if (!mixesScripts(word)) return word;
    const cyrillic = [...word].filter((letter) => IS_CYRILLIC.test(letter)).length;
    const mended = replaceLetters(word, cyrillic * 2 > word.length ? toCyrillic : toLatin);
    return mixesScripts(mended) ? word : mended;
  });
}
