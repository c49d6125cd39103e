import { readCsv } from '../files/csv';
import { addTable } from '../files/table';
import { sampleCompany, toCsv } from '../sample/company';
import { createWorkbook, type Workbook } from '../workbook/workbook';
import { fitColumns } from './lines';

/** The time zone of the machine, which is the visitor's own. */
export const localTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'Etc/UTC';

let files: readonly (readonly [string, Uint8Array])[] | undefined;

/** A new workbook with the sample company's four files, as they would be imported, header rows frozen. */
export function sampleWorkbook(): Workbook {
  const company = sampleCompany();
  files ??= (['Leads', 'Deals', 'Spend', 'Traffic'] as const).map((name) => [
    name,
    new TextEncoder().encode(toCsv(company[name.toLowerCase() as keyof typeof company])),
  ]);
  const workbook = createWorkbook({
    name: 'Sample company',
    locale: 'en_US',
    timeZone: localTimeZone(),
    sheets: [],
  });
  for (const [name, bytes] of files) {
    const sheet = addTable(workbook, name, readCsv(bytes, workbook.locale, name).rows);
    const { columns } = workbook.shown(sheet);
    for (let column = 0; column < columns; column++) sheet.restyle(0, column, { bold: true });
    sheet.frozen = { rows: 1, columns: 0 };
    fitColumns(workbook, sheet, 0, columns);
  }
  return workbook;
}
