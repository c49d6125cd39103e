import type { Records, Value } from '../kpi/evaluate';
import type { Field } from '../kpi/measure';
import { words as allWords, fill } from '../text/words';
import { numberSaid } from './number-text';
import type { Request } from './request';

/** The cell of a field in a row; undefined where there is none. */
type Cell = (field: Field) => Value;

/** What the figures leave out, or count for something else than it is, with the number of rows when the report was made. */
export function leftOutNotes({ source: { data, meanings }, datasets, headers, language }: Request): string[] {
  const { report } = allWords[language];
  const said = (sentence: string, count: number, facts: Readonly<Record<string, string>>): string[] =>
    count === 0 ? [] : [fill(sentence, { ...facts, count: numberSaid(count, language) })];
  const means = (field: Field, label: Value): string | undefined => meanings[field]?.get((label ?? '') as string);

  const notesOf = (records: Records, tab: string): string[] => {
    const { key } = records;
    if (!key || !records.columns[key]) return [];
    const has = (field: Field): boolean => records.columns[field] !== undefined;
    const column = (field: Field) => ({ tab, column: headers[field] ?? field });
    const isWon = (cell: Cell): boolean =>
      means('deals.stage', has('deals.stage') ? cell('deals.stage') : '') === 'won';
    const isLost = (cell: Cell): boolean => means('deals.stage', cell('deals.stage')) === 'lost';
    const missing = (field: Field, isAsked: (cell: Cell) => boolean): number =>
      has(field) && field !== key
        ? rowsOf(records, (cell) => !isBlank(cell(key)) && isBlank(cell(field)) && isAsked(cell))
        : 0;
    return [
      ...said(
        report.keyless,
        rowsOf(records, (cell) => isBlank(cell(key))),
        column(key),
      ),
      ...said(
        report.undated,
        missing('deals.created', () => true),
        column('deals.created'),
      ),
      ...said(
        report.undated,
        missing('deals.closed', (cell) => isWon(cell) || isLost(cell)),
        column('deals.closed'),
      ),
      ...said(report.worthless, missing('deals.amount', isWon), column('deals.amount')),
      ...said(report.nameless, missing('deals.customer', isWon), column('deals.customer')),
    ];
  };
  return datasets.flatMap(({ dataset, tab }) => {
    const records = data[dataset];
    return records ? notesOf(records, tab) : [];
  });
}

const isBlank = (value: Value): boolean => value === undefined || value === '';

/** How many rows in which anything stands are as asked for. */
function rowsOf({ count, columns }: Records, isAsked: (cell: Cell) => boolean): number {
  const all = Object.values(columns);
  let rows = 0;
  for (let row = 0; row < count; row++) {
    const isRow = all.some((values) => !isBlank(values?.[row]));
    if (isRow && isAsked((field) => columns[field]?.[row])) rows++;
  }
  return rows;
}
