import fc from 'fast-check';
import {
  callAt,
  pieces,
  pointedPlace,
  referencesOf,
  refixed,
  replaced,
  wordAt,
} from '../../host/playground/page/formula-text';
import { formatBlock } from '../../host/workbook/address';

/** A text with `|` where the caret is. */
const split = (text: string) => ({ text: text.replace('|', ''), caret: text.indexOf('|') });

describe('the pieces of a formula', () => {
  test('are the formula again', () => {
    const unit = fc.constantFrom(
      '=',
      'A1',
      '$B$2',
      ':',
      'SUM',
      '(',
      ')',
      ';',
      ',',
      '"',
      "'",
      '!',
      'Deals',
      ' ',
      '.',
      '5',
      '%',
      'ż',
      '{',
      '\n',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (rest) => {
        expect(
          pieces(`=${rest}`)
            .map(({ text }) => text)
            .join(''),
        ).toBe(`=${rest}`);
      }),
    );
  });

  test('are none where there is no formula', () => {
    expect(pieces('A1')).toEqual([]);
  });

  test('tell texts, names, numbers and references apart', () => {
    expect(pieces('=IF(A1="B2"; Q1.5; 2.5%)').map(({ kind }) => kind)).toEqual([
      'operator',
      'name',
      'open',
      'reference',
      'operator',
      'string',
      'separator',
      'space',
      'name',
      'separator',
      'space',
      'number',
      'operator',
      'close',
    ]);
  });
});

describe('the references of a formula', () => {
  test.each([
    ['=WIN_RATE(Deals!E2:E)', ['Deals!E2:E']],
    ["='Won''t do'!A1+B2", ["Won't do!A1", 'B2']],
    ['=SUM($A$1:B$2; 3:4; C:D)', ['A1:B2', '3:4', 'C:D']],
    ['=LOG10(5)+A1', ['A1']],
    ['="A1"&B1', ['B1']],
    ['=Воронка!A1', ['Воронка!A1']],
    ['=A1B + AAAA1 + NAME', []],
    ['=SUM(A1', ['A1']],
    ['A1', []],
  ])('of %s are %j', (formula, expected) => {
    const found = referencesOf(formula).map(({ sheet, block }) => (sheet ? `${sheet}!` : '') + formatBlock(block));
    expect(found).toEqual(expected);
  });

  test('have one colour for one block, fixed or not', () => {
    expect(referencesOf('=A1+$A$1+B1+Deals!A1+a1').map(({ color }) => color)).toEqual([0, 0, 1, 2, 0]);
  });

  test('say where they stand', () => {
    expect(referencesOf('=SUM(A1:B2)').map(({ start, end }) => [start, end])).toEqual([[5, 10]]);
  });
});

describe('the call around the caret', () => {
  test.each([
    ['=CAC(|', 'CAC', 0],
    ['=CAC(A1;|', 'CAC', 1],
    ['=CAC(A1, SUM(B1, B2|', 'SUM', 1],
    ['=CAC(A1, SUM(B1, B2)|', 'CAC', 1],
    ['=CAC(A1, (1+2|', 'CAC', 1],
    ['=CAC("a;b";|', 'CAC', 1],
    ['=CAC({1;2};|', 'CAC', 1],
    ['=win_rate (|', 'win_rate', 0],
  ])('in %s is %s, argument %i', (marked, name, argument) => {
    const { text, caret } = split(marked);
    expect(callAt(text, caret)).toEqual({ name, argument });
  });

  test.each(['=CAC|', '=CAC(A1)|', '=(1+|', 'CAC(|', '=|CAC(A1)'])('is none in %s', (marked) => {
    const { text, caret } = split(marked);
    expect(callAt(text, caret)).toBeUndefined();
  });
});

describe('the name being typed', () => {
  test.each([
    ['=WI|', 'WI'],
    ['=A1+ca|', 'ca'],
    ['=CAC|+1', 'CAC'],
    ['=SUM(fun|)', 'fun'],
    ['=C|', 'C'],
    ['=A1|', 'A1'],
  ])('in %s is %s', (marked, word) => {
    const { text, caret } = split(marked);
    expect(wordAt(text, caret)?.text).toBe(word);
  });

  test.each(['=|', '=WI|N', '="WI|', '=5|', '=WIN(|', '=Deals!|', 'WI|'])('is none in %s', (marked) => {
    const { text, caret } = split(marked);
    expect(wordAt(text, caret)).toBeUndefined();
  });
});

describe('pointing in the grid', () => {
  test.each(['=|', '=SUM(|', '=A1+|', '=SUM(A1; |', '={|', '=A1<>|', '=-|'])('puts a reference into %s', (marked) => {
    const { text, caret } = split(marked);
    expect(pointedPlace(text, caret)).toEqual({ start: caret, end: caret });
  });

  test.each(['|', 'abc|', '=A1|', '=SUM(A1)|', '=5|', '=5%|', '="a|', '="a"|'])('does nothing to %s', (marked) => {
    const { text, caret } = split(marked);
    expect(pointedPlace(text, caret)).toBeUndefined();
  });

  test('leaves the caret behind what it has put there', () => {
    expect(replaced('=SUM(A1)', { start: 5, end: 7 }, 'B2:C3')).toEqual({ text: '=SUM(B2:C3)', caret: 10 });
  });
});

test('F4 goes through the ways to fix a reference', () => {
  const seen = ['=Deals!A1:B2'];
  for (let turn = 0; turn < 4; turn++) seen.push(refixed(seen.at(-1) ?? '', 8)?.text ?? '');
  expect(seen.slice(1)).toEqual(['=Deals!$A$1:$B$2', '=Deals!A$1:B$2', '=Deals!$A1:$B2', '=Deals!A1:B2']);
  expect(refixed('=SUM(1)', 3)).toBeUndefined();
});
