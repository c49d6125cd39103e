import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from '../host/files/xlsx';
import { pdfToPng, toPdf } from '../test/support/libreoffice';
import { makeReport } from '../test/support/reported';

/** Draws the pictures of the README: the report on the sample company, printed by LibreOffice. */
export async function drawPictures(folder: string): Promise<void> {
  const { host, created } = makeReport({ period: { start: '2025-07-01', end: '2025-12-31' }, compare: 'previous' });
  for (const sheet of host.workbook.sheets) {
    if (sheet.name !== created.tab) host.workbook.hideSheet(sheet, true);
  }
  const temporary = mkdtempSync(join(tmpdir(), 'leakproof-'));
  try {
    const file = join(temporary, 'report.xlsx');
    writeFileSync(file, await writeXlsx(host.workbook));
    const [first, second] = await pdfToPng(await toPdf(file), 110);
    if (first) copyFileSync(first, join(folder, 'report.png'));
    if (second) copyFileSync(second, join(folder, 'report-2.png'));
  } finally {
    rmSync(temporary, { recursive: true });
  }
}
