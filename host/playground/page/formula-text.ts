import { type Block, parseBlock, splitSheet } from '../../workbook/address';

/** A word of a formula while it is typed; all texts in a row are the formula. */
export interface Piece {
  readonly kind: 'string' | 'reference' | 'name' | 'number' | 'open' | 'close' | 'separator' | 'space' | 'operator';
  readonly text: string;
  readonly start: number;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,7}`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d{0,7}`;
const RANGE = `(?:${CELL}(?::(?:${CELL}|${COLUMN}))?|${COLUMN}:(?:${CELL}|${COLUMN})|${ROW}:${ROW})`;
const PIECE = new RegExp(
  [
    '(?<string>"(?:[^"]|"")*"?)',
    String.raw`(?<reference>(?:${SHEET})?${RANGE}(?![\p{L}\p{N}_.($!]))`,
    String.raw`(?<name>'(?:[^']|'')*'?!?|[\p{L}_][\p{L}\p{N}_.]*!?)`,
    String.raw`(?<number>\d+(?:\.\d*)?|\.\d+)`,
    '(?<open>[({])',
    '(?<close>[)}])',
    String.raw`(?<separator>[;,\\])`,
    String.raw`(?<space>\s+)`,
    '(?<operator>.)',
  ].join('|'),
  'gsu',
);

/** Splits what stands in the formula bar; a text that is no formula has no pieces. */
export function pieces(text: string): Piece[] {
  if (!text.startsWith('=')) return [];
  return [...text.matchAll(PIECE)].map(({ 0: found, index, groups = {} }) => {
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined) as Piece['kind'];
    return { kind, text: found, start: index };
  });
}

/** A block of cells that a formula refers to; open ends are Infinity, no sheet means the formula's own. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  readonly sheet: string | undefined;
  readonly block: Block;
  /** Which of the colours: the same block has the same. */
  readonly color: number;
}

/** The blocks that a formula refers to, in the order in which they stand there. */
export function referencesOf(text: string): Reference[] {
  const colors = new Map<string, number>();
  return pieces(text).flatMap((piece) => {
    const { sheet, rest } = splitSheet(piece.text);
    const block = piece.kind === 'reference' ? parseBlock(rest) : undefined;
    if (!block) return [];
    const key = piece.text.replaceAll('$', '').toUpperCase();
    const color = colors.get(key) ?? colors.size;
    colors.set(key, color);
    return [{ start: piece.start, end: piece.start + piece.text.length, sheet, block, color }];
  });
}

/** The innermost call around the caret, and which of its arguments, counted from 0, the caret stands in. */
export function callAt(text: string, caret: number): { readonly name: string; readonly argument: number } | undefined {
  const open: { name: string; argument: number }[] = [];
  let before: Piece | undefined;
  for (const piece of pieces(text)) {
    if (piece.start >= caret) break;
    const unfinished = piece.start + piece.text.length > caret;
    if (piece.kind === 'open') open.push({ name: before?.kind === 'name' ? before.text : '', argument: 0 });
    else if (piece.kind === 'close' && !unfinished) open.pop();
    else if (piece.kind === 'separator') {
      const inner = open.at(-1);
      if (inner) inner.argument++;
    }
    if (piece.kind !== 'space') before = piece;
  }
  return open.findLast(({ name }) => name !== '');
}

/** The beginning of a function's name that ends at the caret; undefined where no name is being typed. */
export function wordAt(text: string, caret: number): { readonly start: number; readonly text: string } | undefined {
  const word = pieces(text.slice(0, caret)).at(-1);
  // "CA" and "A1" may go on to be names; a name with a sheet or in quotes is none.
  if (word === undefined || !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(word.text)) return undefined;
  if (/^[\p{L}\p{N}_.(!]/u.test(text.slice(caret))) return undefined;
  return { start: word.start, text: word.text };
}

/** Where a reference goes that is pointed at in the grid: a place where one may begin, or the reference that ends at the caret. */
export function pointedPlace(
  text: string,
  caret: number,
): { readonly start: number; readonly end: number } | undefined {
  const before = pieces(text.slice(0, caret))
    .filter(({ kind }) => kind !== 'space')
    .at(-1);
  if (before === undefined) return undefined;
  if (before.kind === 'operator' && !/[%!]/.test(before.text)) return { start: caret, end: caret };
  if (before.kind === 'open' || before.kind === 'separator') return { start: caret, end: caret };
  return undefined;
}

/** The text with another one in place of a part of it, and the caret behind. */
export function replaced(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  by: string,
): { readonly text: string; readonly caret: number } {
  return { text: text.slice(0, start) + by + text.slice(end), caret: start + by.length };
}

/** The next way to fix the reference at the caret, as F4 goes through them: A1, $A$1, A$1, $A1. */
export function refixed(text: string, caret: number): { readonly text: string; readonly caret: number } | undefined {
  const found = referencesOf(text).find(({ start, end }) => start <= caret && caret <= end);
  if (!found) return undefined;
  const { start, end } = found;
  const old = text.slice(start, end);
  const at = old.lastIndexOf('!') + 1;
  const corners = old.slice(at).split(':');
  const state = /^\$[A-Za-z]+\$\d/.test(corners[0] ?? '')
    ? 2
    : /^[A-Za-z]+\$\d/.test(corners[0] ?? '')
      ? 3
      : /^\$/.test(corners[0] ?? '')
        ? 0
        : 1;
  const [column, row] = [state === 1 || state === 3 ? '$' : '', state === 1 || state === 2 ? '$' : ''];
  const fixed = corners.map((corner) =>
    corner.replace(
      /^\$?([A-Za-z]*)\$?(\d*)$/,
      (_, letters: string, digits: string) => `${letters ? column + letters : ''}${digits ? row + digits : ''}`,
    ),
  );
  return replaced(text, { start, end }, old.slice(0, at) + fixed.join(':'));
}
