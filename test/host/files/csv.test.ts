import fc from 'fast-check';
import iconv from 'iconv-lite';
import { readCsv } from '../../../host/files/csv';
import { FileProblem } from '../../../host/files/problem';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string, locale = 'en_US') => readCsv(utf8(text), locale);
const values = (text: string, locale = 'en_US') => read(text, locale).rows.map((row) => row.map(({ value }) => value));

describe('cells become what Google Sheets makes of them when it imports a file', () => {
  test('numbers, dates, percentages and booleans become values with their formats', () => {
    expect(read('id,closed,amount,share,won\n00001,2017-03-01,"1,054.50",31%,TRUE').rows[1]).toEqual([
      { value: 1 },
      { value: 42795, numberFormat: 'yyyy-mm-dd' },
      { value: 1054.5, numberFormat: '#,##0.00' },
      { value: 0.31, numberFormat: '0%' },
      { value: true },
    ]);
  });

  test('the locale decides how numbers and dates are read', () => {
    expect(values('data;kwota\n31.12.2025;1 234,50', 'pl_PL')).toEqual([
      ['data', 'kwota'],
      [46022, 1234.5],
    ]);
    expect(values('data;kwota\n31.12.2025;1 234,50', 'en_US')[1]).toEqual(['31.12.2025', '1 234,50']);
  });

  test('formulas and apostrophes stay text', () => {
    expect(values("a,b\n=1+1,'007")).toEqual([
      ['a', 'b'],
      ['=1+1', "'007"],
    ]);
  });

  test('texts keep their spaces', () => {
    expect(values('stage\n Won \n"Lost "')).toEqual([['stage'], [' Won '], ['Lost ']]);
  });

  test('rows are padded to the same length with blanks', () => {
    expect(values('a,b,c\n1\n,2')).toEqual([
      ['a', 'b', 'c'],
      [1, null, null],
      [null, 2, null],
    ]);
  });

  test('blank rows stay between others, and are left out at the end, as are blank columns at the right', () => {
    expect(values('a,b,,\n\n1,2,,\n,,,\n\n')).toEqual([
      ['a', 'b'],
      [null, null],
      [1, 2],
    ]);
  });
});

describe('quoting', () => {
  test.each([
    ['a delimiter', '"Kowalski, Jan",5', 'Kowalski, Jan'],
    ['a doubled quotation mark', '"the ""big"" deal",5', 'the "big" deal'],
    ['a line break', '"first\nsecond",5', 'first\nsecond'],
    ['a Windows line break, which becomes a plain one', '"first\r\nsecond",5', 'first\nsecond'],
    ['a stray quotation mark inside', '12" screen,5', '12" screen'],
    ['stray quotation marks inside', 'the "big" deal,5', 'the "big" deal'],
  ])('a field may hold %s', (_, line, expected) => {
    expect(values(`name,count\n${line}\nlast,6`)).toEqual([
      ['name', 'count'],
      [expected, 5],
      ['last', 6],
    ]);
  });

  test.each([
    ['\n', 'unix'],
    ['\r\n', 'windows'],
    ['\r', 'old mac'],
  ])('lines may end with %j', (end) => {
    expect(values(['a,b', '1,2', '3,"x"', ''].join(end))).toEqual([
      ['a', 'b'],
      [1, 2],
      [3, 'x'],
    ]);
  });

  test('line ends may be mixed', () => {
    expect(values('a,b\r\n1,"x"\n2,y\r3,z')).toEqual([
      ['a', 'b'],
      [1, 'x'],
      [2, 'y'],
      [3, 'z'],
    ]);
  });

  test.each([',', ';', '\t', '|'])('a table written with %j comes back', (delimiter) => {
    const word = fc.string({ unit: fc.constantFrom(...'abż,;\t|"\n ') }).map((text) => `w${text}`);
    const table = fc.array(fc.array(word, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 8 });
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, (rows) => {
        expect(values(rows.map((row) => row.map(quote).join(delimiter)).join('\n'))).toEqual(rows);
      }),
    );
  });
});

describe('the delimiter is found', () => {
  test.each([
    ['commas', 'a,b,c\n1,2,3', ','],
    ['semicolons', 'a;b;c\n1;2;3', ';'],
    ['tabs', 'a\tb\tc\n1\t2\t3', '\t'],
    ['bars', 'a|b|c\n1|2|3', '|'],
    ['semicolons beside decimal commas', 'dzień;koszt;przychód\n2025-01-01;1,5;2,25\n2025-01-02;3,5;4,75', ';'],
    ['tabs beside commas in texts', 'name\tcity\nDoe, Jane\tRome\nRoe, Max\tParis, France', '\t'],
    ['commas beside quoted semicolons', 'a,b\n"x;y;z",1\n"u;v;w",2', ','],
    [
      'semicolons below title lines with commas',
      'Report, all campaigns, 2025\nJan 1, 2025 - Mar 1, 2025\n\na;b;c\n1;2;3\n4;5;6\n7;8;9',
      ';',
    ],
    ['commas below title lines without any', 'Campaign report\nAll time\n\na,b,c\n1,2,3\n4,5,6\nTotal,,9', ','],
  ])('%s', (_, text, delimiter) => {
    expect(read(text, 'pl_PL').delimiter).toBe(delimiter);
    expect(read(text, 'en_US').delimiter).toBe(delimiter);
  });

  test('a single column needs none', () => {
    expect(values('stage\nWon\nLost')).toEqual([['stage'], ['Won'], ['Lost']]);
  });
});

const POLISH = 'Imię;Źródło;Wartość\nŁukasz Żak;Polecenie znajomych;5\nGrażyna Święch;Ćwiczenia;7\n';
const RUSSIAN = 'Имя;Этап;Сумма\nИван Петров;Успешно реализовано;5\nАнна;Закрыто и не реализовано;7\n';

describe('the encoding is found', () => {
  test.each([
    ['UTF-8', POLISH, 'utf-8', 'utf-8', false],
    ['UTF-8 with a byte order mark', RUSSIAN, 'utf-8', 'utf-8', true],
    ['UTF-16 as Excel saves it', RUSSIAN, 'utf-16le', 'utf-16le', true],
    ['UTF-16, big end first', POLISH, 'utf-16be', 'utf-16be', true],
    ['UTF-16 without a mark', RUSSIAN, 'utf-16le', 'utf-16le', false],
    ['UTF-16, big end first, without a mark', POLISH, 'utf-16be', 'utf-16be', false],
    ['the Polish one of Windows', POLISH, 'windows-1250', 'windows-1250', false],
    ['the Polish one of Linux', POLISH, 'iso-8859-2', 'iso-8859-2', false],
    ['the Russian one of Windows', RUSSIAN, 'windows-1251', 'windows-1251', false],
    ['the Ukrainian text in it', 'Ім’я;Джерело\nЇжак;Реклама\n', 'windows-1251', 'windows-1251', false],
    ['the western one of Windows', 'Größe;Straße\nMüller & Söhne;5\n', 'windows-1252', 'windows-1252', false],
    ['French in it', 'Prénom;Étape\nHélène;Gagné à Nîmes\n', 'windows-1252', 'windows-1252', false],
    ['Spanish in it', 'Año;País\n2025;España\n', 'windows-1252', 'windows-1252', false],
    ['Czech', 'Jméno;Příjmení\nŽofie;Čížková\n', 'windows-1250', 'windows-1250', false],
  ])('%s', (_, text, written, expected, addBOM) => {
    const bytes = iconv.encode(text, written, { addBOM });
    for (const locale of ['en_US', 'pl_PL', 'ru_RU']) {
      const table = readCsv(bytes, locale);
      expect(table.encoding).toBe(expected);
      const [header = ''] = text.split('\n');
      expect(table.rows[0]?.map(({ value }) => value)).toEqual(header.split(';'));
    }
  });

  test('the locale decides between encodings that fit equally well', () => {
    const bytes = iconv.encode('name;value\nê;1\n', 'windows-1252');
    expect(readCsv(bytes, 'pl_PL').rows[1]?.[0]?.value).toBe('ę');
    expect(readCsv(bytes, 'fr_FR').rows[1]?.[0]?.value).toBe('ê');
  });

  test('a UTF-8 file that was cut off within a character is still UTF-8', () => {
    const bytes = utf8(`${RUSSIAN.repeat(3)}Щ`);
    expect(readCsv(bytes.subarray(0, -1), 'en_US').encoding).toBe('utf-8');
  });
});

describe('a file that is no usable table gives one sentence that names the file and says what to do', () => {
  const wide = Array.from({ length: 300 }, (_, index) => `column ${index}`).join(',');
  test.each([
    ['no bytes', utf8(''), /^deals\.csv is empty: /],
    ['a mark only', new Uint8Array([0xef, 0xbb, 0xbf]), /^deals\.csv holds only blanks: /],
    ['only blanks', utf8(' \n\t\n'), /^deals\.csv holds only blanks: /],
    ['300 columns', utf8(`${wide}\n`), /^deals\.csv has 300 columns, and at most 256 can be read: /],
    ['an .xlsx file', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), /^deals\.csv is an Excel workbook/],
    ['an .xls file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /^deals\.csv is an old Excel workbook/],
    ['a PDF', utf8('%PDF-1.7\n'), /^deals\.csv is a PDF document/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), /^deals\.csv is a picture/],
    ['bytes without meaning', new Uint8Array([1, 0, 0, 7, 0, 200, 0, 0, 13, 10, 0, 1]), /^deals\.csv is a binary file/],
    ['a web page', utf8('<!DOCTYPE html>\n<html lang="pl">'), /^deals\.csv is a web page or XML/],
    ['JSON', utf8('[{"stage": "Won"}]'), /^deals\.csv is JSON/],
    ['a quotation mark that nobody closes', utf8('a,b\n1,2\n"x,3\n4,5\n'), /without its pair in record 3: /],
    ['a quotation mark that swallows rows', utf8('a,b\n"The" shop,2\n3,4\n"x",5\n'), /without its pair in record 2: /],
    ['an endless cell', utf8(`a,b\n1,${'x'.repeat(50_001)}`), /more than 50000 characters in record 2: /],
  ])('%s', (_, bytes, sentence) => {
    const reading = () => readCsv(bytes, 'en_US', 'deals.csv');
    expect(reading).toThrow(FileProblem);
    expect(reading).toThrow(sentence);
    expect(reading).toThrow(/^[^\n]+\.$/);
  });

  test('256 columns can be read', () => {
    expect(read(wide.split(',').slice(0, 256).join(',')).rows[0]).toHaveLength(256);
  });

  test('blank columns do not count', () => {
    expect(values(`a,b${','.repeat(400)}\n1,2${','.repeat(400)}`)[0]).toEqual(['a', 'b']);
  });

  test('whatever the bytes are, the answer is a table or such a sentence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('en_US', 'pl_PL', 'ru_RU'), (bytes, locale) => {
        try {
          const { rows } = readCsv(bytes, locale);
          expect(new Set(rows.map((row) => row.length)).size).toBeLessThanOrEqual(1);
        } catch (problem) {
          expect(problem).toBeInstanceOf(FileProblem);
        }
      }),
    );
  });
});
