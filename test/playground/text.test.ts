import { fill, LANGUAGES, languageOf, wordsOf } from '../../host/playground/page/text';
import type { Language } from '../../host/playground/protocol';

const languages = Object.keys(LANGUAGES) as Language[];
const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe.each(languages)('the words of the playground in %s', (language) => {
  test.each(Object.entries(wordsOf('en')))('have %s with the same places to fill', (name, english) => {
    const word = wordsOf(language)[name as keyof ReturnType<typeof wordsOf>];
    expect(word.trim()).not.toBe('');
    expect(places(word)).toEqual(places(english));
  });
});

test.each([
  ['pl-PL', 'pl'],
  ['ru', 'ru'],
  ['en-GB', 'en'],
  ['de-DE', 'en'],
  ['', 'en'],
])('a browser in %s gets %s', (browser, language) => {
  expect(languageOf(browser)).toBe(language);
});

test('what is filled in is taken as it is', () => {
  expect(fill('Delete {name}? {other}', { name: '$& {name}' })).toBe('Delete $& {name}? {other}');
});
