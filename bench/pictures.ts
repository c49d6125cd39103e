import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from '../host/files/xlsx';
import { pdfToPng, toPdf } from '../test/support/libreoffice';
import { makeReport } from '../test/support/reported';

const spreadsheets = { en: 'en_GB', pl: 'pl_PL', ru: 'ru_RU' } as const;
/** So many pages are shown of each language. */
const shown = { en: 3, pl: 1, ru: 1 } as const;
const resolution = 90;

/**
 * Draws the pictures of the README: the report on the sample company, printed by LibreOffice. For looking at it closely: one
 * language, and all its pages.
 */
export async function drawPictures(folder: string, only?: string): Promise<void> {
  for (const language of ['en', 'pl', 'ru'] as const) {
    if (only !== undefined && only !== language) continue;
    const pages = await printed(language);
    for (const [at, bytes] of pages.slice(0, only ? undefined : shown[language]).entries()) {
      const name = ['report', language === 'en' ? '' : language, at === 0 ? '' : String(at + 1)].filter(Boolean);
      writeFileSync(join(folder, `${name.join('-')}.png`), bytes);
    }
  }
}

/** The pages of the report in a language, as a spreadsheet of that language prints them. */
async function printed(language: keyof typeof spreadsheets): Promise<Buffer[]> {
  const locale = spreadsheets[language];
  const asked = { period: { start: '2025-07-01', end: '2025-12-31' }, compare: 'previous', language, locale } as const;
  const { host, created } = makeReport(asked);
  for (const sheet of host.workbook.sheets) {
    if (sheet.name !== created.tab) host.workbook.hideSheet(sheet, true);
  }
  const temporary = mkdtempSync(join(tmpdir(), 'leakproof-'));
  try {
    const file = join(temporary, 'report.xlsx');
    writeFileSync(file, await writeXlsx(host.workbook));
    return (await pdfToPng(await toPdf(file, locale.replace('_', '-')), resolution)).map((page) => readFileSync(page));
  } finally {
    rmSync(temporary, { recursive: true });
  }
}
