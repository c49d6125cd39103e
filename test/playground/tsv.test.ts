import fc from 'fast-check';
import { formatTsv, parseTsv } from '../../host/playground/page/tsv';

describe('rows of texts on the clipboard', () => {
  test.each([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\rb', [['a'], ['b']]],
    ['one', [['one']]],
    ['', [['']]],
    ['\t', [['', '']]],
    ['a\n\nb\n', [['a'], [''], ['b']]],
    [
      'a\tb\nc',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['"two\nlines"\tx', [['two\nlines', 'x']]],
    ['"say ""hi"""\t"a\tb"', [['say "hi"', 'a\tb']]],
    ['5" pipe\tb', [['5" pipe', 'b']]],
    ['"not closed\tb', [['"not closed', 'b']]],
    ['"a" b\tc', [['"a" b', 'c']]],
  ])('reads %j', (text, rows) => {
    expect(parseTsv(text)).toEqual(rows);
  });

  test('come back as they were written, whatever they hold', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ж', '"', '\t', '\n', '=', ' '), maxLength: 6 });
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(rows, (given) => {
        // One last blank line is how other programs end the last row.
        fc.pre(given.length === 1 || given.at(-1)?.join('') !== '');
        expect(parseTsv(formatTsv(given))).toEqual(given);
      }),
    );
  });

  test('read 100,000 rows in a moment', () => {
    const text = Array.from({ length: 100_000 }, (_, row) => `${row}\tname ${row}\t"x ""${row}"""`).join('\n');
    expect(parseTsv(text)).toHaveLength(100_000);
  });
});
