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

/** The form of a noun for so many, of three parted by "|": for one, for a few and for many. */
export function pluralOf(language: Language, count: number, forms: string): string {
  const [last, isTeen] = [count % 10, Math.floor(count / 10) % 10 === 1];
  const isOne = language === 'ru' ? last === 1 && !isTeen : count === 1;
  const isFew = last > 1 && last < 5 && !isTeen;
  return forms.split('|')[isOne ? 0 : isFew ? 1 : 2] ?? forms;
}

/** The name of a channel: in words of the language where it is one that is known, otherwise as it stands. */
export function channelName(language: Language, channel: string): string {
  const known = Object.entries(words[language].channels).find(([name]) => name === channel);
  return known ? known[1] : channel;
}
