import { type CivilDate, isBlank, isCivil, isErrorText, labelOf, tidyText, type Value } from './cell';
import { judgeSpellings, type Spelling } from './check-labels';
import {
  asking,
  type CheckInput,
  detailOf,
  groupRows,
  type OpenTable,
  readAt,
  SAFE,
  typeOf,
  valueAt,
} from './check-table';
import {
  answeredReplacement,
  dateReplacement,
  numberReplacement,
  type ReadColumn,
  type Reading,
  swapDay,
} from './check-values';
import type { Detail, FindingCode, Fix, Replacement } from './finding';
import { skeletonOf } from './look-alike';
import { currencyOf } from './text-value';

/** What is wrong with the cells of one mapped column, each taken for itself; rows that are `copies` do not say how labels are written. */
export function checkColumn(open: OpenTable, field: string, input: CheckInput, copies: ReadonlySet<number>): Detail[] {
  const read = open.read.get(field);
  if (read)
    return [
      ...checkReadings(open, field, read),
      ...(typeOf(open.table, field) === 'date' ? checkImport(open, field) : []),
    ];
  return [
    ...checkSpellings(open, field, copies),
    ...checkMeanings(open, field, input),
    ...(field === 'currency' ? checkCurrencyColumn(open) : []),
  ];
}

/** Date and number columns. */
function checkReadings(open: OpenTable, field: string, read: ReadColumn): Detail[] {
  const { table, rows } = open;
  const groups = groupRows(rows, (row) => {
    const { code } = readAt(open, field, row);
    return code === undefined ? [] : [code];
  });
  return [...groups].flatMap(([code, found]) =>
    detailOf(open, code, found, {
      field,
      fix: fixOf(code, read),
      ...(code === 'mixed_currencies' && {
        currencies: listCurrencies(countCurrencies(found.map((row) => readAt(open, field, row).currency))),
      }),
      ...(code === 'date_as_text' && isSwappedImport(open, field) && { together: 'swapped_date' }),
      replace: (row, answer) => replacementOf(code, readAt(open, field, row), valueAt(table, field, row), answer),
    }),
  );
}

const SAFE_CODES: readonly FindingCode[] = [
  'date_as_text',
  'date_as_number',
  'number_as_text',
  'stray_spaces',
  'placeholder',
];

function fixOf(code: FindingCode, { suggested }: ReadColumn): Fix {
  if (code === 'date_order_unclear') return asking(['dmy', 'mdy'], suggested);
  if (code === 'number_unclear') return asking([',', '.']);
  return SAFE_CODES.includes(code) ? SAFE : { kind: 'manual' };
}

function replacementOf(
  code: FindingCode,
  reading: Reading,
  value: Value,
  answer: string | undefined,
): Replacement | undefined {
  if (code === 'date_as_text' || code === 'date_as_number') return dateReplacement(reading.date, reading.month);
  if (code === 'number_as_text') return numberReplacement(reading);
  if (code === 'date_order_unclear' || code === 'number_unclear') return answeredReplacement(value, answer);
  return code === 'stray_spaces' || code === 'placeholder' ? { value: null } : undefined;
}

const FEWEST_DATES = 10;
const FEWEST_DAYS = 6;

/** Dates whose day and month a wrong locale exchanged as the file was imported. */
function checkImport(open: OpenTable, field: string): Detail[] {
  if (!isSwappedImport(open, field)) return [];
  const dateAt = (row: number): CivilDate | undefined => {
    const value = valueAt(open.table, field, row);
    return isCivil(value) ? swapDay(value) : undefined;
  };
  const found = open.rows.filter((row) => dateAt(row) !== undefined);
  // The texts are the proof: once they are dates, nobody could tell any more. So both are mended, or none.
  return detailOf(open, 'swapped_date', found, {
    field,
    fix: SAFE,
    together: 'date_as_text',
    replace: (row) => dateReplacement(dateAt(row)),
  });
}

/** Did only days after the 12th stay text, and are all dates on days up to the 12th, so many that this is no chance? */
export function isSwappedImport({ table, rows, read }: OpenTable, field: string): boolean {
  if (!read.get(field)?.leftByImport) return false;
  const dates = rows.filter((row) => isCivil(valueAt(table, field, row)));
  const days = new Set(dates.map((row) => (valueAt(table, field, row) as CivilDate).date.slice(8)));
  const entered = dates.every((row) => !table.columns[field]?.formulas?.[row]);
  return entered && dates.length >= FEWEST_DATES && days.size >= FEWEST_DAYS && [...days].every((day) => day <= '12');
}

/** Would merging labels that are nearly alike change the outcome of deals? Then the answer comes before what hangs on outcomes. */
export function hasUnsettledOutcomes(open: OpenTable, copies: ReadonlySet<number>): boolean {
  const { table, rows, outcomes } = open;
  if (!outcomes || !table.columns.stage) return false;
  const judge = judgeOf(open, 'stage', copies);
  const labels = new Set(rows.map((row) => labelOf(valueAt(table, 'stage', row))));
  return [...labels].some((label) => {
    const merged = judge(label).similar_labels;
    return merged !== undefined && outcomes.get(skeletonOf(merged)) !== outcomes.get(skeletonOf(label));
  });
}

/** Label, id and text columns. */
function checkSpellings(open: OpenTable, field: string, copies: ReadonlySet<number>): Detail[] {
  const judge = judgeOf(open, field, copies);
  const spellingAt = (row: number): Spelling => {
    const value = valueAt(open.table, field, row);
    if (typeof value !== 'string') return CLEAN;
    return isErrorText(value) ? ERROR : judge(value);
  };
  const groups = groupRows(open.rows, (row) => Object.keys(spellingAt(row)) as (keyof Spelling)[]);
  return [...groups].flatMap(([code, found]) => {
    if (code === 'error_cell') return detailOf(open, code, found, { field });
    const asked = code === 'similar_labels';
    return detailOf(open, code, found, {
      field,
      fix: asked ? asking(['merge', 'keep']) : SAFE,
      replace: (row, answer) => {
        const value = asked && answer !== 'merge' ? undefined : spellingAt(row)[code];
        return value === undefined ? undefined : { value: value === '' ? null : value };
      },
    });
  });
}

const CLEAN: Spelling = {};
const ERROR: Spelling = { error_cell: '' };

/** A name is nobody's key, so its spelling does not matter; ids may differ in nothing but case. */
function judgeOf(open: OpenTable, field: string, copies: ReadonlySet<number>): (text: string) => Spelling {
  const type = typeOf(open.table, field);
  if (type === 'text') return () => CLEAN;
  if (field === 'id') return (text) => (tidyText(text) === text ? CLEAN : { stray_spaces: tidyText(text) });
  const judged = judgeSpellings(countTexts(open, field, copies), type === 'label');
  return (text) => judged.get(text) ?? CLEAN;
}

function countTexts({ table, rows }: OpenTable, field: string, copies: ReadonlySet<number>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = valueAt(table, field, row);
    if (typeof value === 'string' && value !== '' && !isErrorText(value))
      counts.set(value, (counts.get(value) ?? 0) + (copies.has(row) ? 0 : 1));
  }
  return counts;
}

/** Labels that were given no meaning, or one that is only assumed; one that only looks like a known label is found for its letters. */
function checkMeanings(open: OpenTable, field: string, { stages, statuses, assumed }: CheckInput): Detail[] {
  if (field !== 'stage' && field !== 'status') return [];
  const known = field === 'stage' ? stages : statuses;
  if (!known) return [];
  const labels = new Set(known.map(({ label }) => skeletonOf(label)));
  const doubtful = new Set((field === 'stage' ? assumed?.stages : assumed?.statuses)?.map(skeletonOf));
  const groups = groupRows(open.rows, (row): readonly FindingCode[] => {
    const value = valueAt(open.table, field, row);
    if (isBlank(value) || isErrorText(value)) return [];
    const label = skeletonOf(labelOf(value));
    return labels.has(label) ? (doubtful.has(label) ? [`assumed_${field}`] : []) : [`unknown_${field}`];
  });
  return [...groups].flatMap(([code, found]) => detailOf(open, code, found, { field }));
}

/** Deals in another currency than most. */
function checkCurrencyColumn(open: OpenTable): Detail[] {
  const currencyAt = (row: number): string | undefined => {
    const value = valueAt(open.table, 'currency', row);
    return isBlank(value) || isErrorText(value) ? undefined : currencyOf(labelOf(value));
  };
  const currencies = countCurrencies(open.rows.map(currencyAt));
  const found = open.rows.filter((row) => (currencyAt(row) ?? currencies[0]?.[0]) !== currencies[0]?.[0]);
  return detailOf(open, 'mixed_currencies', found, { field: 'currency', currencies: listCurrencies(currencies) });
}

/** Currencies with their counts, the commonest first. */
function countCurrencies(currencies: readonly (string | undefined)[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const currency of currencies) if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]);
}

const listCurrencies = (currencies: readonly (readonly [string, number])[]): string =>
  currencies.map(([currency, count]) => `${currency} ${count}`).join(', ');
