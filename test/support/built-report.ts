import { createWorkbook, type Workbook } from '../../host/workbook/workbook';
import { serialOf } from '../../src/data/cell';
import { readDataset } from '../../src/data/dataset';
import { DATASET_NAMES } from '../../src/data/fields';
import type { DatasetMapping, Settings } from '../../src/data/settings';
import { letter } from '../../src/report/areas';
import { buildReport } from '../../src/report/build';
import { requestFrom } from '../../src/report/from-settings';
import type { Kept, Report } from '../../src/report/model';
import type { SmallTab } from './small-company';

const day = /^\d{4}-\d\d-\d\d$/;

type Tabs = Readonly<Record<string, SmallTab>>;

/** The report on some tabs, and what a person typed in the report before. */
export function reportOn(tabs: Tabs, settings: Settings, kept?: Kept) {
  const read = Object.entries(tabs).map(([name, { fields, rows }]) => {
    const columns = fields.map((field, at) => [
      field,
      rows.map((row) => {
        const value = row[at] ?? null;
        return typeof value === 'string' && day.test(value) ? { date: value, time: 0 } : value;
      }),
    ]);
    const known = DATASET_NAMES.find((one) => one === name);
    if (!known) throw new Error(`no dataset is called ${name}`);
    return [name, readDataset(known, settings.datasets[known] as DatasetMapping, Object.fromEntries(columns))];
  });
  const request = requestFrom(settings, Object.fromEntries(read), '2025-07-01');
  return buildReport(kept ? { ...request, kept } : request);
}

/** A workbook with the tabs and the report, not yet calculated by anybody. */
export function workbookWith(tabs: Tabs, { tab, rows }: Report): Workbook {
  const names = Object.values(tabs).map((one) => one.tab);
  const workbook = createWorkbook({ name: 'Test', locale: 'en_US', timeZone: 'Etc/UTC', sheets: [...names, tab] });
  for (const { tab: name, headers, rows: data } of Object.values(tabs)) {
    const cells = data.map((row) =>
      row.map((value) => ({
        value: typeof value === 'string' && day.test(value) ? serialOf({ date: value, time: 0 }) : value,
      })),
    );
    workbook.write(workbook.sheet(name), 0, 0, [headers.map((value) => ({ value })), ...cells]);
  }
  workbook.write(
    workbook.sheet(tab),
    0,
    0,
    rows.map((row) => row.map(({ value, formula }) => (formula === undefined ? { value } : { formula }))),
  );
  return workbook;
}

/** The address of the cell that is kept under a name that begins so. */
export function keptCell({ rows }: Report, name: string): string {
  const found = rows.flatMap((row, y) =>
    row.flatMap(({ kept }, x) => (kept === name || kept?.startsWith(`${name}:`) ? [`${letter(x)}${y + 1}`] : [])),
  );
  if (found.length !== 1) throw new Error(`${found.length} cells are kept as ${name}`);
  return found[0] as string;
}

/** The live cells of a report with the values that they should show. */
export const liveCells = ({ rows }: Report) =>
  rows.flatMap((row, y) =>
    row.flatMap(({ formula, value }, x) => (formula === undefined ? [] : [{ cell: `${letter(x)}${y + 1}`, value }])),
  );
