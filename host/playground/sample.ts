import { readCsv } from '../files/csv';
import { addTable } from '../files/table';
import { sampleCompany, toCsv } from '../sample/company';
import { type Snapshot, takeSnapshot } from '../workbook/snapshot';
import { createWorkbook, type Workbook } from '../workbook/workbook';
import { fitColumns } from './lines';

/** The time zone of the machine, which is the visitor's own. */
const localTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'Etc/UTC';

let master: Snapshot | undefined;

/** A new workbook with the sample company's four files; it shares its cells with all others until they are changed. */
export function sampleWorkbook(): Workbook {
  master ??= takeSnapshot(importCompany());
  const workbook = createWorkbook({ ...master, sheets: [] });
  workbook.restore(master);
  return workbook;
}

/** The company's files as they would be imported, header rows frozen. */
function importCompany(): Workbook {
  const company = sampleCompany();
  const workbook = createWorkbook({ name: 'Sample company', locale: 'en_US', timeZone: localTimeZone(), sheets: [] });
  for (const name of ['Leads', 'Deals', 'Spend', 'Traffic'] as const) {
    const bytes = new TextEncoder().encode(toCsv(company[name.toLowerCase() as keyof typeof company]));
    const sheet = addTable(workbook, name, readCsv(bytes, workbook.locale, name).rows);
    const { columns } = workbook.shown(sheet);
    for (let column = 0; column < columns; column++) sheet.restyle(0, column, { bold: true });
    sheet.frozen = { rows: 1, columns: 0 };
    fitColumns(workbook, sheet, 0, columns);
  }
  return workbook;
}
