import type { Language } from '../src/data/settings';
import type { en } from './text-en';

/** All words of the sidebar in one language. */
export type Text = { readonly [Section in keyof typeof en]: { readonly [Key in keyof (typeof en)[Section]]: string } };

/** The languages by the names that their speakers give them. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', pl: 'Polski', ru: 'Русский' };

/** The language of a browser's or user's locale; English for all that is neither Polish nor Russian. */
export function languageOf(locale: string): Language {
  const language = locale.slice(0, 2).toLowerCase();
  return language === 'pl' || language === 'ru' ? language : 'en';
}

/** A sentence with `{name}` replaced by the parameter of that name. */
export const fill = (sentence: string, params: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

/** Marks that turn the direction of text. */
const DIRECTIONS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A sentence with text of the sheet in it, without marks in that text that would turn the rest around. */
export const readable = (sentence: string): string => sentence.replace(DIRECTIONS, '');

const LONGEST = 60;

/** Text of the sheet as it is shown: a cell may hold a whole letter, so that its beginning has to do. */
export function shown(text: string): string {
  const characters = Array.from(readable(text.slice(0, LONGEST * 4)));
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

/** Text of the sheet within a sentence, whose direction it leaves alone. */
export const quoted = (text: string): string => `\u2068${shown(text)}\u2069`;

/** A field of a dataset, or the dataset, in words: "Deals › Stage"; the date of a stage is called like the stage. */
export function placeOf({ datasets, fields }: Text, dataset: string, field?: string): string {
  const [all, own]: Readonly<Record<string, string>>[] = [datasets, fields];
  const name = all?.[dataset] ?? dataset;
  return field === undefined ? name : `${name} › ${own?.[field] ?? readable(field.replace(/^reached:/, ''))}`;
}
