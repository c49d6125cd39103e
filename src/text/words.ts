import { en, type Words } from './en';
import { pl } from './pl';
import { ru } from './ru';

export type { Words };
export type Language = 'en' | 'pl' | 'ru';

/** All words by language. */
export const words: Readonly<Record<Language, Words>> = { en, pl, ru };

/** The language of a locale such as `pl_PL` or `ru`; English for all that is not Polish or Russian. */
export function languageOf(locale: string): Language {
  const language = locale.slice(0, 2).toLowerCase();
  return language === 'pl' || language === 'ru' ? language : 'en';
}

/** A sentence with `{name}` replaced by the parameter of that name. */
export const fill = (sentence: string, params: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

/** The name of a channel: in words of the language where it is one that is known, otherwise as it stands. */
export function channelName(language: Language, channel: string): string {
  const known = Object.entries(words[language].channels).find(([name]) => name === channel);
  return known ? known[1] : channel;
}
