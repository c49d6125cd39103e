import type { Language } from '../protocol';
import { en, type Words } from './text-en';
import { pl } from './text-pl';
import { ru } from './text-ru';

const languages: Readonly<Record<Language, Words>> = { en, pl, ru };

/** The languages by their own names. */
export const LANGUAGES: Readonly<Record<Language, string>> = { en: 'English', pl: 'Polski', ru: 'Русский' };

/** The words of a language, English where none is known yet. */
export function wordsOf(language: Language | undefined): Words {
  return languages[language ?? 'en'];
}

/** The language of a browser such as "pl-PL", as far as the playground speaks it. */
export function languageOf(browser: string): Language {
  const language = browser.slice(0, 2).toLowerCase();
  return language in languages ? (language as Language) : 'en';
}

/** Fills the places of a sentence: "{name}" by what stands under that name. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
