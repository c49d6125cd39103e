import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fill, languageOf, placeOf, quoted, readable, shown } from '../../sidebar/text';
import { DATASET_NAMES, fieldNames, fieldOf } from '../../src/data/fields';
import { texts } from './fixture';

type Sections = Readonly<Record<string, Readonly<Record<string, string>>>>;
const flat = (sections: Sections): [string, string][] =>
  Object.entries(sections).flatMap(([section, entries]) =>
    Object.entries(entries).map(([key, text]): [string, string] => [`${section}.${key}`, text]),
  );
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
const english = new Map(flat(texts.en));

describe.each(['pl', 'ru'] as const)('the words in %s', (language) => {
  test('are the same ones as in English, in the same order', () => {
    expect(flat(texts[language]).map(([key]) => key)).toEqual([...english.keys()]);
  });

  test('fill in the same facts as the English ones', () => {
    const filled = flat(texts[language]).map(([key, text]) => [key, placeholders(text)]);
    expect(filled).toEqual([...english].map(([key, text]) => [key, placeholders(text)]));
  });

  test('are all there, and translated: hardly one is the English one', () => {
    const words = flat(texts[language]);
    expect(words.filter(([, text]) => text.trim() === '')).toEqual([]);
    const same = words.filter(([key, text]) => text === english.get(key)).map(([, text]) => text);
    expect(same.filter((text) => !['Status', 'Segment', 'Lead', '%', 's', '×'].includes(text))).toEqual([]);
  });
});

test('every field has a name, and every needed one a sentence on what it costs to be without it', () => {
  const fields = DATASET_NAMES.flatMap((dataset) => fieldNames(dataset).map((field) => ({ dataset, field })));
  expect(new Set(fields.map(({ field }) => field))).toEqual(new Set(Object.keys(texts.en.fields)));
  const keys = (some: typeof fields) => some.map(({ dataset, field }) => `${dataset}.${field}`);
  const needed = keys(fields.filter(({ dataset, field }) => fieldOf(dataset, field)?.needed));
  expect(Object.keys(texts.en.costs)).toEqual(expect.arrayContaining(needed));
  expect(keys(fields)).toEqual(expect.arrayContaining(Object.keys(texts.en.costs)));
});

test.each([
  ['pl', 'pl'],
  ['pl_PL', 'pl'],
  ['ru-RU', 'ru'],
  ['de_DE', 'en'],
  ['', 'en'],
])('the locale %p reads %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test('a name without a value stays as it is, and a value is never a template', () => {
  expect(fill('{a} and {b}', { a: '{b}' })).toBe('{b} and {b}');
});

test.each([
  ['short text as it is', 'Nowy klient', 'Nowy klient'],
  ['no mark that turns the direction', '\u202Eab\u200Fc\u2066', 'abc'],
  ['the beginning of a letter', 'x'.repeat(50_000), `${'x'.repeat(59)}…`],
  ['whole characters', '😀'.repeat(100), `${'😀'.repeat(59)}…`],
])('text of the sheet is shown so: %s', (_, text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('text within a sentence does not turn the sentence around', () => {
  expect(quoted('\u202Eשלב')).toBe('\u2068שלב\u2069');
});

test.each([
  ['deals', undefined, 'Deals'],
  ['deals', 'closed', 'Deals › Closed on'],
  ['deals', 'reached:Demo', 'Deals › Demo'],
])('what is meant by %s and %s is called %s', (dataset, field, expected) => {
  expect(placeOf(texts.en, dataset, field)).toBe(expected);
});

test('a sentence loses only the marks that turn its direction', () => {
  expect(readable('6 rows in \u202Etab: Fix corrects it.')).toBe('6 rows in tab: Fix corrects it.');
});

test('nothing in the sidebar makes HTML of text', () => {
  const folder = resolve(__dirname, '../../sidebar');
  for (const file of readdirSync(folder)) {
    expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write/i,
    );
  }
});
