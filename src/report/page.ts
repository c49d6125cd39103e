import { dateOfDay } from '../kpi/period';
import { address, letter } from './areas';
import { type Figure, reference, resolve } from './figure';
import type { Cell, Chart, Format, Report, Style } from './model';

/** A cell before its address is known; `id` lets formulas and charts refer to it. */
export interface Draft extends Cell {
  readonly computed?: true;
  readonly id?: string;
}

/** A row of the page before its place is known; cells may be left out. */
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

/** Height of a row in pixels; rows with larger letters, or with words that wrap, are taller. */
export const rowHeight = 25;

/** A page has at least so many columns. */
const usualWidth = 11;
/** Width of the column of labels, of the others, of a digit, and of a whole page unless it has more columns than that leaves room for. */
const pixels = { label: 236, other: 95, least: 76, digit: 9, page: 1186 };

/** The widths of the columns that these rows need, in pixels: one for the labels, all others alike. */
export function widthsOf(rows: readonly Row[]): number[] {
  const others = Math.max(usualWidth, ...rows.map(columnsOf)) - 1;
  const fitting = Math.floor((pixels.page - pixels.label) / others);
  const least = Math.max(pixels.least, pixels.digit * Math.max(...rows.flat().map(digitsOf)));
  return [pixels.label, ...Array<number>(others).fill(Math.max(least, Math.min(pixels.other, fitting)))];
}

/** The digits of an amount before its decimals. */
const digitsOf = (draft: Draft | undefined): number =>
  typeof draft?.value === 'number' && /money|cents/.test(draft.format) ? Math.abs(draft.value).toFixed().length : 0;

const columnsOf = (row: Row): number => Math.max(0, ...row.map((draft, at) => (draft ? at + 1 : 0)));

/** What stands above the blocks that a page adds to the numbers behind it, and what percentage points are called. */
type Titles = Readonly<Record<'computed' | 'kept' | 'points', string>>;

/**
 * Sets rows on a page. Computed figures move to labelled cells at the end ("behind"), and a guard stands in their place
 * that blanks itself when the period is not the one they were computed for (cell id `same`). What a person may type is listed
 * at the end, too, with where it stands: so it is found again in whatever place somebody has moved it to.
 */
export function setPage(
  tab: string,
  page: { readonly rows: readonly Row[]; readonly behind: readonly Row[]; readonly charts: readonly Chart[] },
  titles: Titles,
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
  const shown = page.rows.flatMap(inLines).map(set);
  const below = page.behind.map(set);
  const all = [...shown, ...below, ...titled(titles.computed, computed)];
  const widths = widthsOf(all);
  all.push(...titled(titles.kept, keptRows(all, widths.length)));
  const find = finder(all);
  return {
    tab,
    points: titles.points,
    rows: all.map((row) => widths.map((_, x) => cellOf(row[x], find))),
    widths,
    behind: [shown.length + 1, all.length],
    period: { start: find('start').replace(/\$/g, ''), end: find('end').replace(/\$/g, '') },
    charts: page.charts.map((chart) => placed(chart, (id) => find(id).replace(/\$/g, ''))),
  };
}

const titled = (title: string, rows: readonly Row[]): Row[] =>
  rows.length === 0 ? [] : [[words(title, 'heading')], ...rows];

/** So many letters fit on a line across a page. */
export const lineLengths = { note: 200, lead: 180 };

/** A long note on lines of its own: a cell does not break what runs over its neighbours. */
function inLines(row: Row): Row[] {
  const [first, ...others] = row;
  const length = first && (lineLengths as Partial<Record<Style, number>>)[first.style];
  if (!length || typeof first.value !== 'string' || first.formula !== undefined || others.some(Boolean)) return [row];
  const lines: string[] = [];
  for (const word of first.value.split(' ')) {
    const line = lines[lines.length - 1];
    if (line === undefined || line.length + word.length + 1 > length) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.map((line) => [{ ...first, value: line }]);
}

/** Begins the name of a cell that is kept, in the list of them. */
export const keptMark = 'kept:';
/** The name, in that list, of the last column of the page. */
export const edgeName = 'edge';

/** The cells in which a person may type, by name; a formula says where each is, wherever it goes. */
function keptRows(rows: readonly Row[], width: number): Row[] {
  const kept = rows.flatMap((row, y) =>
    row.flatMap((draft, x) => (draft?.kept === undefined ? [] : [{ name: draft.kept, y, x }])),
  );
  return [...kept, { name: edgeName, y: 0, x: width - 1 }].map(({ name, y, x }): Row => {
    const place: Draft = { value: y + 1, formula: `=ROW(${address(y, x)})`, format: 'plain', style: 'muted' };
    return [words(`${keptMark}${name}`, 'muted'), place];
  });
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

/** Finds the address of a cell by its id. */
function finder(rows: readonly Row[]): (id: string) => string {
  const addresses = new Map<string, string>();
  rows.forEach((row, y) => {
    row.forEach((draft, x) => {
      if (draft?.id) addresses.set(draft.id, `$${letter(x)}$${y + 1}`);
    });
  });
  return (id) => {
    const found = addresses.get(id);
    if (!found) throw new Error(`no cell of the report is called ${id}`);
    return found;
  };
}

const empty: Cell = { value: null, format: 'text', style: 'body' };

function cellOf(draft: Draft | undefined, find: (id: string) => string): Cell {
  if (!draft) return empty;
  const { computed: _, id: __, formula, ...cell } = draft;
  return formula === undefined ? cell : { ...cell, formula: resolve(formula, find) };
}
