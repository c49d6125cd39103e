import Papa from 'papaparse';
import { detectDelimiter } from './delimiter';
import { decodeText, detectEncoding, type Encoding } from './encoding';
import { refuseTooLarge } from './limits';
import { FileProblem } from './problem';
import { parseTyped } from './typed-value';

/** A cell as it was imported: blank is null, dates are serials with a number format. */
export interface ImportedCell {
  readonly value: number | string | boolean | null;
  readonly numberFormat?: string;
}

/** A CSV file as Google Sheets would import it: rows equally long, and how the file was read. */
export interface CsvTable {
  readonly rows: ImportedCell[][];
  readonly encoding: Encoding;
  readonly delimiter: string;
}

const MAX_CHARACTERS = 50_000;

/**
 * Reads a CSV file as Google Sheets imports it in a spreadsheet of this locale; encoding and delimiter are detected, texts
 * are kept exactly. `name` stands in the sentences of FileProblem, which is thrown for a file that is no usable CSV.
 */
export function readCsv(bytes: Uint8Array, locale: string, name = 'The file'): CsvTable {
  refuseOtherFormats(bytes, name);
  const encoding = detectEncoding(bytes, locale);
  // A line break in a cell of Google Sheets is always a line feed.
  const text = decodeText(bytes, encoding).replace(/\r\n?/g, '\n');
  refuseOtherText(text, name);
  const delimiter = detectDelimiter(text, locale);
  const records = splitRecords(text, delimiter, name);
  const size = filledSize(records);
  refuseTooLarge(name, size);
  return { rows: typeCells(records, size, locale), encoding, delimiter };
}

const MAGIC: readonly { start: string; kind: string }[] = [
  { start: 'PK\x03\x04', kind: 'an Excel workbook or another zipped file' },
  { start: '\xd0\xcf\x11\xe0', kind: 'an old Excel workbook (.xls)' },
  { start: '%PDF', kind: 'a PDF document' },
  { start: '\x89PNG', kind: 'a picture' },
  { start: '\xff\xd8\xff', kind: 'a picture' },
  { start: 'GIF8', kind: 'a picture' },
  { start: '\x1f\x8b', kind: 'a compressed file' },
  { start: '{\\rtf', kind: 'a text document (.rtf)' },
  { start: 'PAR1', kind: 'a Parquet file' },
];

function refuseOtherFormats(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) throw new FileProblem(`${name} is empty: export the table again, with its header row.`);
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const magic = MAGIC.find((known) => start.startsWith(known.start));
  if (magic) throw new FileProblem(notCsv(name, magic.kind));
}

function refuseOtherText(text: string, name: string): void {
  if (text.trim() === '')
    throw new FileProblem(`${name} holds only blanks: export the table again, with its header row.`);
  if (text.includes('\0')) throw new FileProblem(notCsv(name, 'a binary file'));
  const start = text.slice(0, 1000).trimStart();
  if (/^<(?:!doctype|html|\?xml|head|body|table|svg)\b/i.test(start))
    throw new FileProblem(notCsv(name, 'a web page or XML'));
  if (/^(?:\{\s*"|\{\s*\}|\[\s*[[{\]])/.test(start)) throw new FileProblem(notCsv(name, 'JSON'));
}

function notCsv(name: string, kind: string): string {
  return `${name} is ${kind}, not a CSV file: export the table as CSV (comma-separated values) and use that file.`;
}

function splitRecords(text: string, delimiter: string, name: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  for (const { code, row = 0 } of errors) {
    // A stray quotation mark is harmless in a field, but not where it swallows the rows that follow.
    const swallows = code === 'InvalidQuotes' && data[row]?.some((field) => field.includes('\n'));
    if (code === 'MissingQuotes' || swallows) {
      throw new FileProblem(
        `${name} has a quotation mark without its pair in record ${row + 1}: close or double it there, or export the table again.`,
      );
    }
  }
  const long = data.findIndex((record) => record.some((field) => field.length > MAX_CHARACTERS));
  if (long >= 0) {
    throw new FileProblem(
      `${name} has a cell of more than ${MAX_CHARACTERS} characters in record ${long + 1}: shorten it, or mend the quotation marks there.`,
    );
  }
  return data;
}

/** Rows and columns of a table. */
interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The size without blank rows at the end and columns at the right that are blank throughout. */
function filledSize(records: string[][]): Size {
  let rows = 0;
  let columns = 0;
  for (const [index, record] of records.entries()) {
    const last = record.findLastIndex((field) => field !== '');
    if (last >= 0) rows = index + 1;
    columns = Math.max(columns, last + 1);
  }
  return { rows, columns };
}

const CACHED_TEXTS = 100_000;
const BLANK: ImportedCell = { value: null };

function typeCells(records: string[][], { rows, columns }: Size, locale: string): ImportedCell[][] {
  const cache = new Map<string, ImportedCell>([['', BLANK]]);
  const year = new Date().getFullYear();
  const typeCell = (text: string): ImportedCell => {
    const known = cache.get(text);
    if (known) return known;
    const cell = parseTyped(text, locale, { imported: true, year }) as ImportedCell;
    if (cache.size < CACHED_TEXTS) cache.set(text, cell);
    return cell;
  };
  return records.slice(0, rows).map((record) => {
    const cells = record.slice(0, columns).map(typeCell);
    while (cells.length < columns) cells.push(BLANK);
    return cells;
  });
}
