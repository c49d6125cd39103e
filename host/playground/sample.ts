import { readCsv } from '../files/csv';
import { addTable } from '../files/table';
import { sampleCompany, type Table, toCsv } from '../sample/company';
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

/** The first columns of files whose columns are arranged so that the examples in the functions' help are right on them. */
const FIRST_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Leads: ['Lead ID', 'Created', 'Source', 'Status'],
  Deals: ['Deal ID', 'Deal name', 'Company', 'Source', 'Stage', 'Amount', 'First contact', 'Closed', 'Owner'],
  Spend: ['Date', 'Channel', 'Amount', 'Clicks'],
};

function arranged({ headers, rows }: Table, first: readonly string[] = []): Table {
  const order = [...first, ...headers.filter((header) => !first.includes(header))].map((name) => headers.indexOf(name));
  const arrange = <T>(cells: readonly T[]) => order.map((column) => cells[column] as T);
  return { headers: arrange(headers), rows: rows.map(arrange) };
}

/** The company's files as they would be imported, header rows frozen. */
function importCompany(): Workbook {
  const company = sampleCompany();
  const workbook = createWorkbook({ name: 'Sample company', locale: 'en_US', timeZone: localTimeZone(), sheets: [] });
  for (const name of ['Leads', 'Deals', 'Spend', 'Traffic'] as const) {
    const table = arranged(company[name.toLowerCase() as keyof typeof company], FIRST_COLUMNS[name]);
    const bytes = new TextEncoder().encode(toCsv(table));
    const sheet = addTable(workbook, name, readCsv(bytes, workbook.locale, name).rows);
    const { columns } = workbook.shown(sheet);
    for (let column = 0; column < columns; column++) sheet.restyle(0, column, { bold: true });
    sheet.frozen = { rows: 1, columns: 0 };
    fitColumns(workbook, sheet, 0, columns);
  }
  return workbook;
}
