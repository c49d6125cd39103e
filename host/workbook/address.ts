import type { Area } from './types';

/** A block of cells of no sheet in particular; `bottom` and `right` are Infinity where it is open. */
export type Block = Omit<Area, 'sheet'>;

/** Letters of a column counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Column, counted from 0, that one to three letters in either case stand for. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const CORNER = String.raw`\$?([A-Za-z]{0,3})\$?([1-9]\d{0,7})?`;
const REFERENCE = new RegExp(`^${CORNER}(?::${CORNER})?$`);

/** Reads `A1`, `$B$2:C5`, `A2:A`, `A:C` or `2:4` as a block, corners in either order; undefined for anything else. */
export function parseBlock(text: string): Block | undefined {
  const match = REFERENCE.exec(text);
  if (!match) return undefined;
  const [, column = '', row, endColumn, endRow] = match;
  const single = endColumn === undefined && endRow === undefined;
  const empty = (letters: string | undefined, digits: string | undefined) => !letters && digits === undefined;
  if (empty(column, row) || (!single && empty(endColumn, endRow))) return undefined;
  if (single) {
    if (column === '' || row === undefined) return undefined;
    const [top, left] = [Number(row) - 1, columnIndex(column)];
    return { top, left, bottom: top, right: left };
  }
  const rows = span(row && Number(row) - 1, endRow && Number(endRow) - 1);
  const columns = span(column && columnIndex(column), endColumn && columnIndex(endColumn));
  if (!rows || !columns || (rows.open && columns.open)) return undefined;
  return { top: rows.first, bottom: rows.last, left: columns.first, right: columns.last };
}

function span(from: number | string | undefined, to: number | string | undefined) {
  const [start, end] = [typeof from === 'number' ? from : undefined, typeof to === 'number' ? to : undefined];
  if (start === undefined && end === undefined) return { first: 0, last: Number.POSITIVE_INFINITY, open: true };
  if (start === undefined || end === undefined) {
    return { first: (start ?? end) as number, last: Number.POSITIVE_INFINITY, open: false };
  }
  return { first: Math.min(start, end), last: Math.max(start, end), open: false };
}

/** Splits `'Sheet 1'!A1:B2` into the sheet's name, unquoted, and the rest; no name where none is given. */
export function splitSheet(text: string): { sheet?: string; rest: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/s.exec(text);
  if (!match) return { rest: text };
  return { sheet: match[1]?.replaceAll("''", "'") ?? (match[2] as string), rest: match[3] as string };
}

/** A block in A1 notation, without a sheet; a single cell is written once. */
export function formatBlock(block: Block): string {
  const rowsOpen = block.bottom === Number.POSITIVE_INFINITY;
  const columnsOpen = block.right === Number.POSITIVE_INFINITY;
  const first = columnLetters(block.left);
  const last = columnsOpen ? '' : columnLetters(block.right);
  if (rowsOpen && block.top === 0) return `${first}:${last}`;
  if (rowsOpen) return `${first}${block.top + 1}:${last}`;
  if (columnsOpen && block.left === 0) return `${block.top + 1}:${block.bottom + 1}`;
  const start = `${first}${block.top + 1}`;
  const end = `${last}${block.bottom + 1}`;
  return start === end ? start : `${start}:${end}`;
}

/** A sheet's name as it stands in a formula: in quotes unless it is a plain word that is no cell. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !parseBlock(name) && !/^(R\d*C\d*|TRUE|FALSE)$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** True if two blocks share a cell. */
export function intersects(one: Block, other: Block): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

/** True if the outer block holds every cell of the inner one. */
export function contains(outer: Block, inner: Block): boolean {
  return (
    outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right
  );
}
