import { dateOfDay } from '../kpi/period';
import { type Figure, reference, resolve } from './figure';
import type { Cell, Chart, Format, Report, Style } from './model';

/** A cell before its address is known; `id` lets formulas and charts refer to it. */
export interface Draft extends Cell {
  readonly computed?: true;
  readonly id?: string;
}

export type Row = readonly (Draft | undefined)[];

/** A cell with words. */
export const words = (value: string, style: Style = 'label'): Draft => ({ value, format: 'text', style });

/** A cell with a figure; without one it stays empty. */
export function number(
  figure: Figure | undefined,
  format: Format,
  id?: string,
  style: Style = 'body',
): Draft | undefined {
  if (!figure) return undefined;
  const { value, formula, computed } = figure;
  return {
    value: value ?? null,
    format,
    style,
    ...(formula === undefined ? {} : { formula: `=${formula}` }),
    ...(computed ? { computed } : {}),
    ...(id ? { id } : {}),
  };
}

const width = 10;
const widths = [250, ...Array.from({ length: width - 1 }, () => 104)];

/** A column's letter, counted from 0. */
export const letter = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letter(Math.floor(column / 26) - 1) + letter(column % 26);

/**
 * Sets rows on a page. Computed figures move to labelled cells at the end ("behind"), and a guard stands in their place
 * that blanks itself when the period is not the one they were computed for (cell id `same`).
 */
export function setPage(
  tab: string,
  rows: readonly Row[],
  behind: readonly Row[],
  titleOfComputed: string,
  charts: readonly Chart[] = [],
): Report {
  const computed: Row[] = [];
  const keep = (draft: Draft, label: string): Draft => {
    const { computed: isComputed, ...cell } = draft;
    if (!isComputed) return cell;
    // A blank cell would count as zero where others refer to it.
    if (cell.value === null) return { ...cell, formula: '=""' };
    const id = `computed:${computed.length}`;
    computed.push([words(label, 'muted'), { ...cell, id, style: 'muted' }]);
    return { ...cell, formula: `=IF(${reference('same')};${reference(id)};"")` };
  };
  const set = (row: Row): Row => row.map((draft) => draft && keep(draft, titleOf(row[0])));
  const above = rows.map(set);
  const below = behind.map(set);
  if (computed.length > 0) computed.unshift([words(titleOfComputed, 'heading')]);
  const all = [...above, ...below, ...computed];
  return {
    tab,
    rows: finish(all),
    widths,
    behind: [above.length + 1, all.length],
    period: { start: addressOf(all, 'start'), end: addressOf(all, 'end') },
    charts: charts.map((chart) => placed(chart, (id) => addressOf(all, id))),
  };
}

/** A chart with addresses in place of ids. */
function placed(chart: Chart, find: (id: string) => string): Chart {
  const span = ([first, last]: Chart['categories']) => [find(first), find(last)] as const;
  return {
    ...chart,
    categories: span(chart.categories),
    series: chart.series.map((series) => ({ ...series, cells: span(series.cells) })),
    place: { ...chart.place, cell: find(chart.place.cell) },
  };
}

/** What a row is called; a month is a serial number in its cell. */
function titleOf(first: Draft | undefined): string {
  const title = first?.value ?? '';
  return first?.format === 'month' && typeof title === 'number'
    ? dateOfDay(title - SERIAL_OF_1970).slice(0, 7)
    : String(title);
}

const SERIAL_OF_1970 = 25_569;

function finish(rows: readonly Row[]): Cell[][] {
  const addresses = new Map<string, string>();
  rows.forEach((row, y) => {
    row.forEach((draft, x) => {
      if (draft?.id) addresses.set(draft.id, `$${letter(x)}$${y + 1}`);
    });
  });
  const find = (id: string): string => {
    const address = addresses.get(id);
    if (!address) throw new Error(`no cell of the report is called ${id}`);
    return address;
  };
  return rows.map((row) => Array.from({ length: width }, (_, x) => cellOf(row[x], find, row[0]?.style)));
}

/** An empty cell looks as a body cell; in a row of headings as a heading, so that their ground runs through. */
const emptyIn = (row: Style | undefined): Cell => ({
  value: null,
  format: 'text',
  style: row === 'heading' ? row : 'body',
});

function cellOf(draft: Draft | undefined, find: (id: string) => string, row: Style | undefined): Cell {
  if (!draft) return emptyIn(row);
  const { computed: _, id: __, formula, ...cell } = draft;
  return formula === undefined ? cell : { ...cell, formula: resolve(formula, find) };
}

function addressOf(rows: readonly Row[], id: string): string {
  const y = rows.findIndex((row) => row.some((draft) => draft?.id === id));
  const x = rows[y]?.findIndex((draft) => draft?.id === id) ?? -1;
  return `${letter(x)}${y + 1}`;
}
