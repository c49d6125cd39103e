import type { Data, Records, Value } from '../kpi/evaluate';
import type { DatasetName, Field } from '../kpi/measure';
import type { Source } from './figure';
import type { Group } from './request';

/**
 * The data of each group: only its own records of the datasets that have a field for groups. Every figure of a group is then
 * computed from its own rows, not from all of them.
 */
export function groupData(
  groups: readonly Group[],
  fields: Readonly<Partial<Record<DatasetName, Field>>>,
  { data }: Source,
): Data[] {
  const groupOf = new Map(groups.flatMap(({ labels }, at) => labels.map((label) => [label, at] as const)));
  const split = Object.entries(fields).flatMap(([dataset, field]) => {
    const records = data[dataset as DatasetName];
    const column = records?.columns[field];
    return records && column ? [[dataset, splitRecords(records, column, groupOf, groups.length)] as const] : [];
  });
  return groups.map((_, at) => ({
    ...data,
    ...Object.fromEntries(split.map(([dataset, parts]) => [dataset, parts[at] as Records])),
  }));
}

function splitRecords(
  { columns, count, key }: Records,
  labels: readonly Value[],
  groupOf: ReadonlyMap<string, number>,
  groups: number,
): Records[] {
  const rows: number[][] = Array.from({ length: groups }, () => []);
  for (let row = 0; row < count; row++) {
    const group = groupOf.get((labels[row] ?? '') as string);
    if (group !== undefined) rows[group]?.push(row);
  }
  return rows.map((own) => ({
    count: own.length,
    columns: Object.fromEntries(
      Object.entries(columns).map(([field, values]) => [field, own.map((row) => values?.[row])]),
    ),
    key,
  }));
}
