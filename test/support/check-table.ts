import type { Value } from '../../src/data/cell';
import type { CheckTable } from '../../src/data/check';
import type { DatasetName } from '../../src/data/fields';
import type { CellEdit } from '../../src/data/fix';

/** A day as a cell holds it. */
export const day = (date: string, time = 0) => ({ date, time });

/** A table of mapped columns side by side from column A on, its header in row 1: each header is the field's name. */
export function tableOf(
  dataset: DatasetName,
  columns: Readonly<Record<string, readonly Value[]>>,
  more: Partial<CheckTable> = {},
): CheckTable {
  const fields = Object.entries(columns).map(([field, values], index) => {
    return [field, { column: index + 1, header: field, values }] as const;
  });
  return { dataset, tab: dataset, headerRow: 1, columns: Object.fromEntries(fields), ...more };
}

/** The tables after the edits were written. */
export function withEdits(tables: readonly CheckTable[], edits: readonly CellEdit[]): CheckTable[] {
  return tables.map((table) => ({
    ...table,
    columns: Object.fromEntries(
      Object.entries(table.columns).map(([field, column]) => {
        const values = [...column.values];
        for (const edit of edits) {
          if (edit.tab === table.tab && edit.column === column.column)
            values[edit.row - table.headerRow - 1] = edit.value;
        }
        return [field, { ...column, values }];
      }),
    ),
  }));
}
