import { localeRules } from './locale';
import { readDate } from './typed-date';
import { readNumber } from './typed-number';

/** What a cell holds after a text was typed into it: a value with the number format it brings, or a formula. */
export type TypedValue =
  | { readonly value: number | string | boolean | null; readonly numberFormat?: string }
  | { readonly formula: string };

/** How a text comes in: by hand (default), or imported from a file, where formulas and apostrophes are plain text. */
export interface TypedOptions {
  readonly imported?: boolean;
  /** The year of a date that is typed without one; the current year by default. */
  readonly year?: number;
}

const BOOLEAN = /^(?:true|false)$/i;
const PLAIN_NUMBER = /^-?\d{1,15}$/;
const STARTS_AS_VALUE = /^[\d+\-.,\p{Sc}\p{L}]/u;

/**
 * What Google Sheets makes of a text that is typed or imported in a spreadsheet of this locale ("pl_PL"). A text that is
 * not recognised comes back exactly as it was; dates are serials (1899-12-30 is 0); an empty text is null.
 */
export function parseTyped(text: string, locale: string, options: TypedOptions = {}): TypedValue {
  if (text === '') return { value: null };
  if (PLAIN_NUMBER.test(text)) return { value: Number(text) + 0 };
  if (!options.imported) {
    if (text.startsWith("'")) return { value: text.slice(1) };
    // A formula that cannot be read is still a formula, and shows #ERROR!; a lone "=" is just a character.
    if (text.startsWith('=') && text.trim().length > 1) return { formula: text };
  }
  return parseConstant(text, locale, options);
}

function parseConstant(text: string, locale: string, options: TypedOptions): TypedValue {
  if (BOOLEAN.test(text)) return { value: text.length === 4 };
  const trimmed = text.replace(/^ +| +$/g, '');
  if (!/\d/.test(trimmed) || trimmed.length > 60 || !STARTS_AS_VALUE.test(trimmed)) return { value: text };
  const rules = localeRules(locale);
  return (
    readNumber(trimmed, rules) ?? readDate(trimmed, rules, options.year ?? new Date().getFullYear()) ?? { value: text }
  );
}
