import { compileVocabulary, flatText, foldText, once, wordPattern, wordsOf } from '../../src/data/vocabulary';

test.each([
  ['Zażółć', 'zazolc'],
  ['Größe', 'grosse'],
  ['Счёт', 'счет'],
  ['Kлики', 'клики'],
  ['Dеal', 'deal'],
  ['  A\u00a0 B ', 'a b'],
])('"%s" is folded to "%s"', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('the words of a text are its letters and digits, with % and # as words', () => {
  expect(wordsOf('Deal - Value (PLN), 5 % #')).toEqual(['deal', 'value', 'pln', '5', '%', '#']);
});

test('flat text has single spaces and nothing else between words', () => {
  expect(flatText('(direct) / (none)')).toBe('direct none');
});

describe('a vocabulary', () => {
  const { meanings } = compileVocabulary({
    close: 'close* abschluss* clos',
    date: 'date* datum',
    stage: 'stage* phase*',
    sale: 'verkauf*',
    id: 'id',
    deal: 'deal*',
    none: 'closet',
  });

  test.each<[string, string[]]>([
    ['date', ['date']],
    ['dates', ['date']],
    ['closet', ['none']],
    ['closedate', ['close', 'date']],
    ['abschlussdatum', ['close', 'date']],
    ['verkaufsphase', ['sale', 'stage']],
    ['dealstage', ['deal', 'stage']],
    ['dealid', ['deal', 'id']],
    ['closeup', ['close']],
    ['unknown', []],
    ['', []],
  ])('knows whole words, beginnings and compounds: %s', (word, expected) => {
    expect(meanings(word)).toEqual(expected);
  });
});

describe('a word pattern', () => {
  const pattern = wordPattern('won! wygran =complet deal_closed');

  test.each(['won', 'deal won', 'wygrana', 'completed', 'deal closed', 'the deal closed today'])(
    'fits "%s"',
    (text) => {
      expect(pattern.test(text)).toBe(true);
    },
  );

  test.each(['wonder', 'niewygrana', 'demo completed', 'completed demo', 'deal was closed', ''])(
    'does not fit "%s"',
    (text) => {
      expect(pattern.test(text)).toBe(false);
    },
  );
});

test('once makes a value when it is first asked for, and never again', () => {
  const make = jest.fn(() => undefined);
  const get = once(make);
  expect(make).not.toHaveBeenCalled();
  get();
  get();
  expect(make).toHaveBeenCalledTimes(1);
});
