import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CsvTable, ImportedCell } from '../../host/files/csv';
import { parseTyped } from '../../host/files/typed-value';
import { createHost, type Host } from '../../host/host';
import { type Company, sampleCompany } from '../../host/sample/company';
import { createWorkbook, type Workbook } from '../../host/workbook/workbook';
import type { Settings } from '../../src/data/settings';
import type { Created } from '../../src/main';

/** The built add-on; `npm run build` makes it, and `npm test` runs that first. */
export function builtAddOn(): string {
  const folder = join(projectFolder(), 'dist');
  if (!existsSync(join(folder, 'Code.js'))) throw new Error('there is no dist/Code.js: run "npm run build" first');
  return folder;
}

/** Tests run from their sources, tools from where they were built to. */
const projectFolder = (folder = __dirname): string =>
  existsSync(join(folder, 'package.json')) ? folder : projectFolder(dirname(folder));

/** What a report is asked for; a period without start and end is all time. */
export interface Asked {
  readonly period?: { readonly start?: string; readonly end?: string };
  readonly compare?: 'previous' | 'year' | 'none';
  readonly language?: 'en' | 'pl' | 'ru';
  /** None: the usual ones. */
  readonly kpis?: string[];
  readonly targets?: Record<string, number>;
  readonly locale?: string;
  readonly timeZone?: string;
  /** The language of the person at the screen. */
  readonly userLocale?: string;
}

/** A workbook with the sample company's files on four tabs, and the add-on in it. */
export function companyHost(
  { locale = 'en_US', timeZone = 'Europe/Warsaw', userLocale = 'en' }: Asked = {},
  company: Company = sampleCompany(),
) {
  const workbook = createWorkbook({ name: 'Sample', locale, timeZone, sheets: [] });
  for (const dataset of ['Leads', 'Deals', 'Spend', 'Traffic'] as const) {
    const { headers, rows } = company[dataset.toLowerCase() as keyof Company];
    addTab(
      workbook,
      dataset,
      [headers, ...rows].map((row) => row.map((cell) => imported(cell, locale))),
    );
  }
  return createHost({ dist: builtAddOn(), workbook, userLocale, now: () => new Date('2026-01-15T12:00:00Z') });
}

/** The sample company with so many rows in every file: its rows repeat, or break off. */
export function resized(rows: number, company: Company = sampleCompany()): Company {
  const sized = Object.entries(company).map(([name, table]) => [
    name,
    { ...table, rows: Array.from({ length: rows }, (_, row) => table.rows[row % table.rows.length]) },
  ]);
  return Object.fromEntries(sized);
}

/** A number as it is, text as a file of this locale would be read. */
function imported(cell: string | number | null, locale: string): ImportedCell {
  if (typeof cell !== 'string') return { value: cell };
  const typed = parseTyped(cell, locale, { imported: true });
  return 'formula' in typed ? { value: cell } : typed;
}

/** Puts rows as they were read from a file onto a new tab. */
export function addTab(workbook: Workbook, name: string, rows: CsvTable['rows']): void {
  const sheet = workbook.addSheet(name, { rows: rows.length, columns: rows[0]?.length ?? 1 });
  workbook.write(
    sheet,
    0,
    0,
    rows.map((row) => row.map(({ value }) => ({ value }))),
  );
  const block = { top: 0, left: 0, bottom: rows.length - 1, right: (rows[0]?.length ?? 1) - 1 };
  workbook.setNumberFormats(sheet, block, (row, column) => rows[row]?.[column]?.numberFormat);
}

/** The settings that the add-on suggests for the tabs of a workbook. */
export function suggested(
  host: Host,
  { period = {}, compare = 'none', language = 'en', kpis = [], targets = {} }: Asked = {},
): Settings {
  const settings = host.run('suggestSettings', { options: { period, compare, language } }) as unknown as Settings;
  return { ...settings, report: { ...settings.report, kpis, targets } };
}

/** Makes a report on the sample company, or on the data of a host. */
export function makeReport(asked: Asked, host: Host = companyHost(asked)): { host: Host; created: Created } {
  return { host, created: makeReportOf(host, suggested(host, asked)) };
}

/** Makes the report of these settings, as the sidebar sends them. */
export const makeReportOf = (host: Host, settings: Settings): Created =>
  host.run('createReport', JSON.parse(JSON.stringify(settings))) as unknown as Created;

/** Cells whose value is not the expected one, within a relative 1e-9; null and "" are empty cells. */
export function differences(
  expected: Created['cells'],
  find: (cell: string) => unknown,
): { cell: string; expected: unknown; found: unknown }[] {
  return expected.flatMap(({ cell, value }) => {
    const found = plain(find(cell));
    const wanted = plain(value);
    const isSame =
      typeof wanted === 'number' && typeof found === 'number'
        ? Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))
        : found === wanted;
    return isSame ? [] : [{ cell, expected: wanted, found }];
  });
}

/** Files hold TRUE as 1 in a cell with a number format. */
const plain = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : (value ?? ''));
