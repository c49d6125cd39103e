import { checkColumn } from './check-columns';
import { checkDuplicates, copiesAmong, findEqualRows } from './check-duplicates';
import { checkChannels, checkExtraRows, checkRows } from './check-rows';
import { type CheckInput, openTable } from './check-table';
import { type Detail, type Finding, toFinding } from './finding';

export type { CheckInput } from './check-table';
export type { CheckColumn, CheckTable, Finding, FindingCode, Fix } from './finding';

/** Everything that makes figures wrong or incomplete, table by table: extra rows, then column by column, then across columns. */
export function checkData(input: CheckInput): Finding[] {
  return inspectData(input).map(toFinding);
}

/** The findings of `checkData` with all their cells and what a fix would write into them. */
export function inspectData(input: CheckInput): Detail[] {
  const opens = input.tables
    .filter(({ columns }) => Object.keys(columns).length > 0)
    .map((table) => openTable(table, input));
  return [
    ...opens.flatMap((open) => {
      const equal = findEqualRows(open);
      const copies = copiesAmong(equal);
      return [
        ...checkExtraRows(open),
        ...Object.keys(open.table.columns).flatMap((field) => checkColumn(open, field, input, copies)),
        ...checkRows(open, input, copies),
        ...checkDuplicates(open, equal),
      ];
    }),
    ...checkChannels(opens, input),
  ];
}
