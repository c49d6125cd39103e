import { type Block, columnIndex, columnLetters, contains, quoteSheet } from '../workbook/address';
import { movedIndex } from '../workbook/line';
import { lex } from './lexer';

/** One end of a reference as written; row and column count from 0, and one of them is missing where the end is open. */
interface Corner {
  readonly column?: number;
  readonly row?: number;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

/** A reference as written: `'My sheet'!$A2:B`. */
export interface ReferenceText {
  /** Name of the sheet without quotes; undefined for the formula's own. */
  readonly sheet: string | undefined;
  readonly from: Corner;
  /** Undefined for a single cell. */
  readonly to: Corner | undefined;
}

/** What happens to a workbook: its formulas follow. Rows and columns count from 0; a move puts the block before `to`. */
export type StructureChange =
  | {
      readonly kind: 'insert' | 'delete';
      readonly axis: 'rows' | 'columns';
      readonly sheet: string;
      readonly at: number;
      readonly count: number;
    }
  | {
      readonly kind: 'move';
      readonly axis: 'rows' | 'columns';
      readonly sheet: string;
      readonly at: number;
      readonly count: number;
      readonly to: number;
    }
  | { readonly kind: 'rename'; readonly sheet: string; readonly to: string }
  | { readonly kind: 'deleteSheet'; readonly sheet: string }
  | {
      /** A block of cells goes by so many rows and columns, perhaps to another sheet. */
      readonly kind: 'moveBlock';
      readonly sheet: string;
      readonly block: Block;
      readonly to: string;
      readonly rows: number;
      readonly columns: number;
    };

const CORNER = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/;

/** Reads `A1`, `$A$2:B`, `A:A`, `2:2`, with or without a sheet; undefined for anything else. */
export function parseReference(text: string): ReferenceText | undefined {
  const mark = text.lastIndexOf('!');
  const corners = text
    .slice(mark + 1)
    .split(':')
    .map(parseCorner);
  const [from, to] = corners;
  if (!from || corners.length > 2 || (corners.length === 2 && !to)) return undefined;
  if (!to && (from.row === undefined || from.column === undefined)) return undefined;
  return { sheet: mark < 0 ? undefined : unquote(text.slice(0, mark)), from, to };
}

function parseCorner(text: string): Corner | undefined {
  const match = CORNER.exec(text);
  if (!match) return undefined;
  const [, first = '', letters = '', second = '', digits = ''] = match;
  if ((letters === '' && digits === '') || digits.startsWith('0') || letters.length > 3) return undefined;
  return {
    ...(letters !== '' && { column: columnIndex(letters) }),
    ...(digits !== '' && { row: Number(digits) - 1 }),
    columnFixed: first === '$' && letters !== '',
    // In `$2:$3` the mark stands first, though it belongs to the row.
    rowFixed: second === '$' || (letters === '' && first === '$'),
  };
}

function unquote(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}

/** The reference as a formula writes it. */
export function printReference({ sheet, from, to }: ReferenceText): string {
  const prefix = sheet === undefined ? '' : `${quoteSheet(sheet)}!`;
  return prefix + printCorner(from) + (to ? `:${printCorner(to)}` : '');
}

function printCorner({ column, row, columnFixed, rowFixed }: Corner): string {
  const letters = column === undefined ? '' : (columnFixed ? '$' : '') + columnLetters(column);
  return letters + (row === undefined ? '' : (rowFixed ? '$' : '') + (row + 1));
}

/** Rows and columns that a reference covers, counted from 0; Infinity where it is open. */
export function extentOf({ from, to }: ReferenceText): { top: number; left: number; bottom: number; right: number } {
  const rows = span(from.row, to ? to.row : from.row);
  const columns = span(from.column, to ? to.column : from.column);
  return { top: rows.first, left: columns.first, bottom: rows.last, right: columns.last };
}

/** `A2:A` starts at row 2 and has no end, whichever corner names the row. */
function span(from: number | undefined, to: number | undefined): { first: number; last: number } {
  if (from !== undefined && to !== undefined) return { first: Math.min(from, to), last: Math.max(from, to) };
  return { first: from ?? to ?? 0, last: Number.POSITIVE_INFINITY };
}

/** Last row and column that a sheet can have; a reference that is copied past them is lost. */
const LIMITS = { row: 10_000_000, column: 18_278 };

/**
 * The formula after a change of structure, for a formula that stands on the sheet `onSheet` (its name before the change).
 * References to what is deleted become #REF!; everything else, spaces included, stays as it was typed.
 */
export function adjustFormula(formula: string, onSheet: string, change: StructureChange): string {
  const affected = change.sheet.toLowerCase();
  return rewrite(formula, (reference) => {
    if ((reference.sheet ?? onSheet).toLowerCase() !== affected) return reference;
    if (change.kind === 'rename') return reference.sheet === undefined ? reference : { ...reference, sheet: change.to };
    if (change.kind === 'deleteSheet') return undefined;
    return change.kind === 'moveBlock' ? followBlock(reference, change) : adjustAxis(reference, change);
  });
}

/** The formula as it reads on another sheet when its cell was moved there: what it reads stays where it is. */
export function qualifyFormula(formula: string, sheet: string): string {
  return rewrite(formula, (reference) => (reference.sheet === undefined ? { ...reference, sheet } : reference));
}

/** Only what lies in the block as a whole goes along with it. */
function followBlock(
  reference: ReferenceText,
  { block, sheet, to, rows, columns }: StructureChange & { kind: 'moveBlock' },
): ReferenceText | undefined {
  if (!contains(block, extentOf(reference))) return reference;
  const free = (corner: Corner) => ({ ...corner, rowFixed: false, columnFixed: false });
  const go = (corner: Corner): Corner | undefined => {
    const gone = shift(free(corner), rows, columns);
    return gone && { ...gone, rowFixed: corner.rowFixed, columnFixed: corner.columnFixed };
  };
  const from = go(reference.from);
  const last = reference.to && go(reference.to);
  if (!from || (reference.to && !last)) return undefined;
  return { sheet: to === sheet ? reference.sheet : to, from, to: last };
}

/** The formula as it reads when its cell is copied by so many rows and columns: parts without `$` go along. */
export function copyFormula(formula: string, rowOffset: number, columnOffset: number): string {
  return rewrite(formula, (reference) => copyReference(reference, rowOffset, columnOffset));
}

/** A reference as it reads when its cell is copied by so many rows and columns; undefined if it would leave every sheet. */
export function copyReference({ sheet, from, to }: ReferenceText, rows: number, columns: number) {
  const first = shift(from, rows, columns);
  const last = to && shift(to, rows, columns);
  return first && (!to || last) ? { sheet, from: first, to: last } : undefined;
}

/** Puts every reference of a formula through a function; undefined makes it #REF!. */
function rewrite(formula: string, change: (reference: ReferenceText) => ReferenceText | undefined): string {
  return lex(formula)
    .map(({ kind, text }) => {
      const reference = kind === 'reference' ? parseReference(text) : undefined;
      if (!reference) return text;
      const changed = change(reference);
      if (changed === reference) return text;
      return changed ? printReference(changed) : '#REF!';
    })
    .join('');
}

function shift(corner: Corner, rows: number, columns: number): Corner | undefined {
  const row = corner.row === undefined || corner.rowFixed ? corner.row : corner.row + rows;
  const column = corner.column === undefined || corner.columnFixed ? corner.column : corner.column + columns;
  if ((row ?? 0) < 0 || (column ?? 0) < 0 || (row ?? 0) >= LIMITS.row || (column ?? 0) >= LIMITS.column)
    return undefined;
  return { ...corner, ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
}

type AxisChange = Exclude<StructureChange, { readonly kind: 'rename' | 'deleteSheet' | 'moveBlock' }>;

function adjustAxis(reference: ReferenceText, change: AxisChange): ReferenceText | undefined {
  const key = change.axis === 'rows' ? 'row' : 'column';
  const { from, to } = reference;
  const start = from[key];
  const end = to ? to[key] : start;
  const line = adjustLine(start, end, change);
  if (!line) return undefined;
  if (line.start === start && line.end === end) return reference;
  const place = (corner: Corner, index: number | undefined): Corner =>
    index === undefined ? corner : { ...corner, [key]: index };
  return { ...reference, from: place(from, line.start), to: to && place(to, line.end) };
}

interface Line {
  readonly start: number | undefined;
  readonly end: number | undefined;
}

/** Where first and last row (or column) of a reference stand after a change; undefined if none is left. */
function adjustLine(start: number | undefined, end: number | undefined, change: AxisChange): Line | undefined {
  if (start === undefined && end === undefined) return { start, end };
  if (start === undefined || end === undefined) return adjustOpenLine(start, end, change);
  const [first, last] = start <= end ? [start, end] : [end, start];
  const line = closedLine(first, last, change);
  if (!line) return undefined;
  return start <= end ? { start: line[0], end: line[1] } : { start: line[1], end: line[0] };
}

/** An open reference only has a beginning, and outlives its deletion. */
function adjustOpenLine(start: number | undefined, end: number | undefined, change: AxisChange): Line {
  const index = (start ?? end) as number;
  const { at, count } = change;
  const moved =
    change.kind === 'move'
      ? index
      : change.kind === 'insert'
        ? index + (at <= index ? count : 0)
        : index - Math.max(0, Math.min(count, index - at));
  return start === undefined ? { start, end: moved } : { start: moved, end };
}

function closedLine(first: number, last: number, change: AxisChange): [number, number] | undefined {
  const { at, count } = change;
  if (change.kind === 'insert') return [first + (at <= first ? count : 0), last + (at <= last ? count : 0)];
  if (change.kind === 'move') return movedLine(first, last, change);
  const left = first - Math.max(0, Math.min(count, first - at));
  const right = last - Math.max(0, Math.min(count, last - at + 1));
  return right < left ? undefined : [left, right];
}

/** A block that is moved as a whole takes its references along; of a longer range each end stays on its own line. */
function movedLine(first: number, last: number, { at, count, to }: AxisChange & { kind: 'move' }): [number, number] {
  const ends = [movedIndex(first, at, count, to), movedIndex(last, at, count, to)] as const;
  return [Math.min(...ends), Math.max(...ends)];
}
