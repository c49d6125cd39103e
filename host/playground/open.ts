import { readCsv } from '../files/csv';
import { addTable } from '../files/table';
import { addXlsxSheets } from '../files/xlsx-import';
import { parseXlsx } from '../files/xlsx-read';
import { freeSheetName } from '../workbook/sheet-name';
import { createWorkbook, type Workbook } from '../workbook/workbook';
import { LIMITS, requireFewBytes, requireFewSheets } from './limits';
import type { Verbs } from './protocol';
import type { Visitor } from './visitor';

/**
 * Opens a CSV or .xlsx file as a visitor's workbook, or adds its sheets to it. Answers sentences on how it was read. Throws
 * FileProblem for what is neither, and Refusal for what is too large.
 */
export async function openFile(
  visitor: Visitor,
  { name, how }: Verbs['upload']['ask'],
  bytes: Uint8Array,
): Promise<string[]> {
  requireFewBytes(bytes.length, LIMITS.file, 'The file');
  const file = fileName(name);
  const fill = isZip(bytes) ? await readSheets(bytes, file, visitor) : readTable(bytes, file, visitor.workbook.locale);
  if (how === 'add') {
    let notes: string[] = [];
    visitor.change('upload', () => {
      notes = fill(visitor.workbook);
      requireFewSheets(visitor.workbook.sheets.length);
    });
    return notes;
  }
  const { locale, timeZone } = visitor.workbook;
  const workbook = createWorkbook({ name: stem(file), locale, timeZone, sheets: [] });
  const notes = fill(workbook);
  requireFewSheets(workbook.sheets.length);
  visitor.replace(workbook);
  return notes;
}

/** Puts what was read into a workbook, and says in sentences what is to be known of it. */
type Fill = (workbook: Workbook) => string[];

async function readSheets(bytes: Uint8Array, file: string, { functions }: Visitor): Promise<Fill> {
  const opened = await parseXlsx(bytes, file);
  requireFewSheets(opened.sheets.length);
  const known = new Set(functions.map(({ name }) => name));
  return (workbook) => addXlsxSheets(workbook, opened, (name) => known.has(name));
}

function readTable(bytes: Uint8Array, file: string, locale: string): Fill {
  const { rows, encoding, delimiter } = readCsv(bytes, locale, file);
  return (workbook) => {
    workbook.activeSheet = addTable(workbook, freeSheetName(workbook, stem(file)), rows);
    const separator = delimiter === '\t' ? 'tabs' : `"${delimiter}"`;
    return [`${file} was read as ${encoding}, its columns separated by ${separator}.`];
  };
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The name of a file for sentences and sheets: no folder, no control or direction characters, not too long. */
function fileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim();
  return [...plain].slice(0, 80).join('') || 'The file';
}

const stem = (file: string) => file.replace(/\.(?:csv|tsv|tab|txt|xlsx|xlsm)$/i, '').trim() || 'Sheet';
