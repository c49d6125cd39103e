import fc from 'fast-check';
import { draftFromTexts, draftToTexts, parseDraft } from '../../src/data/draft';
import { NEW_SETTINGS } from '../../src/data/settings';

const draftOf = (view: string) => ({ settings: NEW_SETTINGS, view });

test('a draft comes back from its texts as it was, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 8000 }), (view) => {
      const texts = draftToTexts(draftOf(view));
      expect(draftFromTexts(texts ?? [])).toEqual(draftOf(view));
    }),
    { numRuns: 50 },
  );
});

test.each(['a', 'ż', 'я', '語', '😀'])('no text takes more than 9 kB, in whatever script: %s', (character) => {
  const texts = draftToTexts(draftOf(character.repeat(10_000))) ?? [];
  expect(texts.length).toBeGreaterThan(3);
  for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(9 * 1024);
  expect(draftFromTexts(texts)).toEqual(draftOf(character.repeat(10_000)));
});

test('a draft that is too long to be kept has no texts', () => {
  expect(draftToTexts(draftOf('x'.repeat(150_000)))).toBeUndefined();
});

describe('texts are no draft where', () => {
  const whole = draftToTexts(draftOf('v'.repeat(10_000))) ?? [];
  const other = draftToTexts(draftOf('w'.repeat(10_100))) ?? [];
  test.each<[string, string[]]>([
    ['there are none', []],
    ['one is missing', whole.slice(1)],
    ['the last is missing', whole.slice(0, -1)],
    ['they are of two drafts', [...whole.slice(0, 1), ...other.slice(1)]],
    ['they are something else', ['5:hello']],
    ['the settings are damaged', ['22:{"settings":{},"view":1}'.replace('22', '24')]],
  ])('%s', (_, texts) => {
    expect(draftFromTexts(texts)).toBeUndefined();
  });
});

test.each([
  [null, { value: null }],
  [undefined, { value: undefined }],
  [draftOf(''), { value: draftOf('') }],
  ['text', { problem: { code: 'request_invalid', params: { what: 'draft' } } }],
  [{ settings: NEW_SETTINGS }, { problem: { code: 'request_invalid', params: { what: 'draft' } } }],
  [
    { settings: { ...NEW_SETTINGS, version: 2 }, view: '' },
    { problem: { code: 'settings_invalid', params: { entry: 'version' } } },
  ],
])('from outside comes a draft, nothing, or a problem: %j', (json, expected) => {
  expect(parseDraft(json)).toEqual(expected);
});
