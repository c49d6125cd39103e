import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { writeXlsx } from '../../host/files/xlsx';
import type { Workbook } from '../../host/workbook/workbook';
import { describeWith, findProgram, isProgram } from './program';

const USUAL_PLACES = [
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/snap/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** The path of LibreOffice: the variable LIBREOFFICE, the search path, the usual places; undefined where there is none. */
export function findLibreOffice(): string | undefined {
  const { LIBREOFFICE } = process.env;
  if (LIBREOFFICE) return isProgram(LIBREOFFICE) ? LIBREOFFICE : undefined;
  return findProgram('soffice') ?? findProgram('libreoffice') ?? USUAL_PLACES.find(isProgram);
}

const GET_LIBREOFFICE =
  'apt-get install libreoffice-calc, or https://www.libreoffice.org; LIBREOFFICE names its soffice';
const GET_PDFTOPPM = 'apt-get install poppler-utils';
const TIMEOUT = 180_000;

/**
 * Tests that need LibreOffice. Where it is missing they are skipped, with a warning that says which and how to get it; in
 * continuous integration (CI is set) they fail.
 */
export function describeWithLibreOffice(title: string, tests: () => void): void {
  // A first start may take long on a busy machine.
  jest.setTimeout(TIMEOUT + 10_000);
  describeWith('LibreOffice', findLibreOffice(), GET_LIBREOFFICE, title, tests);
}

/** The same for tests that draw pages with pdftoppm. */
export function describeWithPdftoppm(title: string, tests: () => void): void {
  jest.setTimeout(TIMEOUT + 10_000);
  describeWith('pdftoppm', findProgram('pdftoppm'), GET_PDFTOPPM, title, tests);
}

/** The value of a cell after a new calculation; numbers have the 15 significant digits that LibreOffice writes. */
export type RecalculatedValue = number | string | boolean | { readonly error: string };

/** Sheets by name, in order, and in them the values of all cells that are not blank by their A1 name. */
export type RecalculatedSheets = Map<string, Map<string, RecalculatedValue>>;

/** Has LibreOffice calculate every formula of an .xlsx file anew, whatever results the file holds, and reads the values. */
export async function recalculate(xlsxPath: string): Promise<RecalculatedSheets> {
  return inFolder(async (folder) => readSheets(unzip(await readFile(await convert(xlsxPath, 'xlsx', folder)))));
}

/** The same for a workbook, as it is exported. */
export async function recalculateWorkbook(workbook: Workbook): Promise<RecalculatedSheets> {
  return inFolder(async (folder) => {
    const path = join(folder, 'workbook.xlsx');
    await writeFile(path, await writeXlsx(workbook));
    return recalculate(path);
  });
}

/** The file as LibreOffice opens and saves it again: what is missing in it, LibreOffice did not understand. */
export async function resave(xlsxPath: string): Promise<Uint8Array> {
  return inFolder(async (folder) => readFile(await convert(xlsxPath, 'xlsx', folder)));
}

/** Prints an .xlsx file, calculated anew, to a PDF beside it, and returns the path of that; `locale` is one such as "pl-PL". */
export async function toPdf(xlsxPath: string, locale?: string): Promise<string> {
  return inFolder(async (folder) => {
    const printed = await convert(xlsxPath, 'pdf', folder, locale);
    const path = join(dirname(xlsxPath), basename(printed));
    await rename(printed, path).catch(async () => writeFile(path, await readFile(printed)));
    return path;
  });
}

/** Draws the pages of a PDF (pdftoppm of poppler-utils) into pictures beside it, and returns their paths in order. */
export async function pdfToPng(pdfPath: string, dotsPerInch = 80): Promise<string[]> {
  const program = findProgram('pdftoppm');
  if (!program) throw new Error(`pdftoppm was not found: ${GET_PDFTOPPM}.`);
  const stem = pdfPath.replace(/\.pdf$/i, '');
  await run(program, ['-png', '-r', String(dotsPerInch), pdfPath, stem]);
  const pages = readdirSync(dirname(stem)).filter(
    (file) => file.startsWith(`${basename(stem)}-`) && file.endsWith('.png'),
  );
  return pages.sort().map((file) => join(dirname(stem), file));
}

/** Always calculate anew on loading, whichever program wrote the file. */
const profileFor = (locale: string) => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop>
</item>
</oor:items>
`;

let lastRun: Promise<unknown> = Promise.resolve();

/** Converts a file into a folder, one conversion at a time, with a profile of its own. */
function convert(path: string, format: string, folder: string, locale = 'en-US'): Promise<string> {
  const turn = lastRun.then(
    () => convertNow(path, format, folder, locale),
    () => convertNow(path, format, folder, locale),
  );
  lastRun = turn;
  return turn;
}

async function convertNow(path: string, format: string, folder: string, locale: string): Promise<string> {
  const program = findLibreOffice();
  if (!program) throw new Error(`LibreOffice was not found: ${GET_LIBREOFFICE}.`);
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), profileFor(locale));
  const said = await run(program, [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--convert-to',
    format,
    '--outdir',
    folder,
    path,
  ]);
  const converted = join(folder, basename(path).replace(/\.[^.]*$/, `.${format}`));
  // LibreOffice ends without an error code where it could not read a file.
  if (!existsSync(converted)) throw new Error(`LibreOffice could not convert ${path} to ${format}: ${said.trim()}`);
  return converted;
}

/** Runs a program and returns what it says; its children end with it when it takes too long. */
function run(program: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    }, TIMEOUT);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        said += data;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (late) reject(new Error(`${program} did not finish within ${TIMEOUT / 1000} s: ${args.join(' ')}`));
      else if (code !== 0) reject(new Error(`${program} failed: ${said.trim()}`));
      else resolve(said);
    });
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The parts of a zipped file by name, such as "xl/workbook.xml", as text. */
export function unzip(bytes: Uint8Array): Map<string, string> {
  const view = Buffer.from(bytes);
  const parts = new Map<string, string>();
  const end = view.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = view.readUInt32LE(end + 16);
  for (let count = view.readUInt16LE(end + 10); count > 0; count--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.readUInt16LE(at + offset));
    const name = view.toString('utf8', at + 46, at + 46 + (nameLength as number));
    parts.set(name, unpack(view, at).toString('utf8'));
    at += 46 + (nameLength as number) + (extraLength as number) + (commentLength as number);
  }
  return parts;
}

function unpack(view: Buffer, entry: number): Buffer {
  const local = view.readUInt32LE(entry + 42);
  const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  const packed = view.subarray(start, start + view.readUInt32LE(entry + 20));
  return view.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed);
}

/** Read from the XML itself: a library would turn numbers in date formats into dates, rounded to milliseconds. */
function readSheets(parts: Map<string, string>): RecalculatedSheets {
  const texts = [...elements(parts.get('xl/sharedStrings.xml') ?? '', 'si')].map(({ content }) => runs(content));
  const targets = new Map<string, string>();
  for (const { attributes } of elements(parts.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship')) {
    targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '');
  }
  const sheets: RecalculatedSheets = new Map();
  for (const { attributes } of elements(parts.get('xl/workbook.xml') ?? '', 'sheet')) {
    const xml = parts.get(`xl/${targets.get(attribute(attributes, 'r:id') ?? '')}`) ?? '';
    sheets.set(attribute(attributes, 'name') ?? '', readCells(xml, texts));
  }
  return sheets;
}

function readCells(xml: string, texts: readonly string[]): Map<string, RecalculatedValue> {
  const cells = new Map<string, RecalculatedValue>();
  for (const { attributes, content } of elements(xml, 'c')) {
    const stored = [...elements(content, 'v')][0]?.content;
    if (stored !== undefined) {
      cells.set(attribute(attributes, 'r') ?? '', cellValue(attribute(attributes, 't'), stored, texts));
    }
  }
  return cells;
}

function cellValue(type: string | undefined, stored: string, texts: readonly string[]): RecalculatedValue {
  if (type === 's') return texts[Number(stored)] ?? '';
  if (type === 'str') return unescapeXml(stored);
  if (type === 'b') return stored === '1';
  if (type === 'e') return { error: unescapeXml(stored) };
  return Number(stored);
}

function* elements(xml: string, name: string): Generator<{ attributes: string; content: string }> {
  const pattern = new RegExp(`<${name}(?=[\\s/>])([^>]*?)(?:/>|>([\\s\\S]*?)</${name}>)`, 'g');
  for (const [, attributes = '', content = ''] of xml.matchAll(pattern)) yield { attributes, content };
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : unescapeXml(found);
}

function runs(xml: string): string {
  return [...elements(xml, 't')].map(({ content }) => unescapeXml(content)).join('');
}

function unescapeXml(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (named[name] ?? whole);
  });
}
