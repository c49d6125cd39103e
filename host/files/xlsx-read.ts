import type { Workbook } from '../workbook/workbook';
import { addTable } from './table';
import { type OpenedSheet, readXlsx } from './xlsx';
export interface XlsxFile {
  readonly sheets: OpenedSheet[];
}
export async function parseXlsx(bytes: Uint8Array, name: string): Promise<XlsxFile> {
  return { sheets: await readXlsx(bytes, name) };
}
export function addXlsxSheets(workbook: Workbook, file: XlsxFile): string[] {
  for (const { name, rows } of file.sheets) addTable(workbook, name, rows as never);
  return [];
}
