import { format } from '../../workbook/numfmt';
import type { Scalar } from '../../workbook/types';
import { fold, readText, toNumber, toText } from '../coerce';
import { failure, matrixOf, type Value } from '../values';
import { eachValue } from './aggregate';
import { type Call, type Definition, define, repeat } from './define';

const ofText = (change: (text: string) => Scalar): Definition => define(['text'], ([text]) => change(text));

function requirePlace(place: number, least: number, argument: number, { name }: Call): number {
  if (place >= least) return Math.trunc(place);
  throw failure(
    '#VALUE!',
    `Function ${name} parameter ${argument} value is ${place}. It should be greater than or equal to ${least}.`,
  );
}

/** Texts of arguments in a row. */
function textsIn(values: readonly Value[], call: Call): string[] {
  const texts: string[] = [];
  eachValue(values, call, (value) => texts.push(toText(value, call.context.locale)));
  return texts;
}

function formatted(value: Scalar, pattern: string, { context, name }: Call): string {
  const shown = typeof value === 'string' ? (readText(value, context.locale) ?? value) : (value ?? 0);
  if (typeof shown !== 'number') return toText(value, context.locale);
  const options = { locale: context.locale.replace('_', '-'), throws: true, leap1900: false, nbsp: true };
  try {
    return format(pattern, shown, options);
  } catch {
    throw failure('#VALUE!', `Function ${name} parameter 2 value '${pattern}' is not a number format.`);
  }
}

function find(wanted: string, text: string, start: number, call: Call): number {
  const from = requirePlace(start, 1, 3, call);
  const at = text.indexOf(wanted, from - 1);
  if (at >= 0) return at + 1;
  throw failure('#VALUE!', `In ${call.name} evaluation, cannot find '${wanted}' within '${text}'.`);
}

function substitute(text: string, old: string, fresh: string, which: number | undefined, call: Call): string {
  if (old === '') return text;
  if (which === undefined) return text.replaceAll(old, () => fresh);
  let at = -1;
  for (let round = requirePlace(which, 1, 4, call); round > 0; round--) {
    at = text.indexOf(old, at < 0 ? 0 : at + old.length);
    if (at < 0) return text;
  }
  return text.slice(0, at) + fresh + text.slice(at + old.length);
}

function character(code: number, { name }: Call): string {
  if (code >= 1 && code <= 0x10ffff) return String.fromCodePoint(Math.trunc(code));
  throw failure('#NUM!', `Function ${name} parameter 1 value is ${code}, which is no character.`);
}

function split(text: string, delimiter: string, byEach: boolean, removeEmpty: boolean, call: Call): Value {
  if (delimiter === '') throw failure('#VALUE!', 'Function SPLIT parameter 2 value should be non-empty.');
  const separators = byEach ? [...delimiter] : [delimiter];
  let parts = [text];
  for (const separator of separators) parts = parts.flatMap((part) => part.split(separator));
  const kept = removeEmpty ? parts.filter((part) => part !== '') : parts;
  return matrixOf([kept.map((part) => readText(part, call.context.locale) ?? (part === '' ? null : part))]);
}

const expressions = new Map<string, RegExp>();

/** A regular expression of Google's dialect, RE2; flags at its start are ours at the end. */
function expressionOf(pattern: string, { name }: Call): RegExp {
  let expression = expressions.get(pattern);
  if (!expression) {
    const [flags = '', letters = ''] = /^\(\?([ims]+)\)/.exec(pattern) ?? [];
    const source = pattern.slice(flags.length).replaceAll('\\z', '$').replaceAll('(?P<', '(?<');
    try {
      expression = new RegExp(source, `${letters}gu`);
    } catch {
      throw failure('#REF!', `Function ${name} parameter 2 value "${pattern}" is not a valid regular expression.`);
    }
    expressions.set(pattern, expression);
  }
  expression.lastIndex = 0;
  return expression;
}

function extract(text: string, pattern: string, call: Call): Value {
  const match = expressionOf(pattern, call).exec(text);
  if (!match) {
    throw failure('#N/A', `Function REGEXEXTRACT parameter 2 value "${pattern}" does not match text of parameter 1.`);
  }
  const [all, ...groups] = match;
  return groups.length ? matrixOf([groups.map((group) => group ?? null)]) : all;
}

/** Google writes $1 for a group, as we do, but $$ and $& have no meaning there. */
function replacePattern(text: string, pattern: string, by: string, call: Call): string {
  return text.replace(expressionOf(pattern, call), (...found: unknown[]) =>
    by.replace(/[$\\](\d)/g, (_, group: string) => String(found[Number(group)] ?? '')),
  );
}

/** Texts, numbers as text, regular expressions. */
export const TEXT: Readonly<Record<string, Definition>> = {
  LEN: ofText((text) => text.length),
  LOWER: ofText((text) => text.toLowerCase()),
  UPPER: ofText((text) => text.toUpperCase()),
  PROPER: ofText((text) =>
    text.toLowerCase().replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
  ),
  TRIM: ofText((text) => text.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is what CLEAN is for.
  CLEAN: ofText((text) => text.replace(/[\u0000-\u001f]/g, '')),
  EXACT: define(['text', 'text'], ([one, other]) => one === other),
  LEFT: define(['text', 'number?'], ([text, length = 1], call) => text.slice(0, requirePlace(length, 0, 2, call))),
  RIGHT: define(['text', 'number?'], ([text, length = 1], call) => {
    return text.slice(Math.max(0, text.length - requirePlace(length, 0, 2, call)));
  }),
  MID: define(['text', 'number', 'number'], ([text, start, length], call) => {
    const from = requirePlace(start, 1, 2, call) - 1;
    return text.slice(from, from + requirePlace(length, 0, 3, call));
  }),
  REPT: define(['text', 'number'], ([text, times], call) => text.repeat(requirePlace(times, 0, 2, call))),
  SUBSTITUTE: define(['text', 'text', 'text', 'number?'], ([text, old, fresh, which], call) =>
    substitute(text, old, fresh, which, call),
  ),
  REPLACE: define(['text', 'number', 'number', 'text'], ([text, start, length, fresh], call) => {
    const from = requirePlace(start, 1, 2, call) - 1;
    return text.slice(0, from) + fresh + text.slice(from + requirePlace(length, 0, 3, call));
  }),
  FIND: define(['text', 'text', 'number?'], ([wanted, text, start = 1], call) => find(wanted, text, start, call)),
  SEARCH: define(['text', 'text', 'number?'], ([wanted, text, start = 1], call) =>
    find(fold(wanted), fold(text), start, call),
  ),
  CHAR: define(['number'], ([code], call) => character(code, call)),
  UNICHAR: define(['number'], ([code], call) => character(code, call)),
  CODE: define(['text'], ([text], call) => codeOf(text, call)),
  UNICODE: define(['text'], ([text], call) => codeOf(text, call)),
  CONCAT: define(['text', 'text'], ([one, other]) => one + other),
  CONCATENATE: repeat([], ['value'], (_, groups, call) => textsIn(groups.flat(), call).join('')),
  JOIN: repeat(['text'], ['value'], ([delimiter], groups, call) => textsIn(groups.flat(), call).join(delimiter)),
  TEXTJOIN: repeat(['text', 'boolean'], ['value'], ([delimiter, skipsEmpty], groups, call) =>
    textsIn(groups.flat(), call)
      .filter((text) => text !== '' || !skipsEmpty)
      .join(delimiter),
  ),
  SPLIT: define(
    ['text', 'text', 'boolean?', 'boolean?'],
    ([text, delimiter, byEach = true, removeEmpty = true], call) => split(text, delimiter, byEach, removeEmpty, call),
    { spills: 'always' },
  ),
  TEXT: define(['scalar', 'text'], ([value, pattern], call) => formatted(value, pattern, call)),
  VALUE: define(['scalar'], ([value], { context, name }) => toNumber(value, context.locale, { name, place: 1 })),
  REGEXMATCH: define(['text', 'text'], ([text, pattern], call) => expressionOf(pattern, call).test(text)),
  REGEXEXTRACT: define(['text', 'text'], ([text, pattern], call) => extract(text, pattern, call), { spills: 'always' }),
  REGEXREPLACE: define(['text', 'text', 'text'], ([text, pattern, by], call) =>
    replacePattern(text, pattern, by, call),
  ),
  HYPERLINK: define(['text', 'scalar?'], ([url, label = url]) => label),
};

function codeOf(text: string, { name }: Call): number {
  const code = text.codePointAt(0);
  if (code !== undefined) return code;
  throw failure('#VALUE!', `Function ${name} parameter 1 value should be non-empty.`);
}
