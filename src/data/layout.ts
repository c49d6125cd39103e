import { isBlank, isCivil, labelOf, type Value } from './cell';
import { isMonth, readDate, readNumber } from './text-value';
import { flatText, once, wordPattern } from './vocabulary';
import { readHeader } from './vocabulary-headers';

/** The cells of a tab, row by row from A1. */
export type Rows = readonly (readonly Value[])[];

const ROWS_SEARCHED = 40;
const ROWS_BELOW = 20;

const filledIn = (row: readonly Value[] | undefined): number => (row ?? []).filter((value) => !isEmpty(value)).length;

/** Is there nothing in the cell, or one of the dashes that stand for nothing in exports? */
const isEmpty = (value: Value): boolean => isBlank(value) || (typeof value === 'string' && /^[-–—\s]+$/.test(value));

const isTextCell = (value: Value): boolean =>
  typeof value === 'string' && !isEmpty(value) && readNumber(value) === undefined && readDate(value) === undefined;

/**
 * The row (from 1) that holds the headers: texts, most of them different and some known as headers, over rows that are filled
 * as widely. Undefined where no row is one, because the tab is empty or begins with data.
 */
export function findHeaderRow(rows: Rows): number | undefined {
  let best: number | undefined;
  let bestScore = 0;
  const last = Math.min(rows.length, ROWS_SEARCHED);
  for (let row = 0; row < last; row++) {
    const score = headerScore(rows, row);
    if (score > bestScore) {
      bestScore = score;
      best = row + 1;
    }
  }
  return best;
}

function headerScore(rows: Rows, row: number): number {
  const cells = (rows[row] ?? []).filter((value) => !isEmpty(value));
  const texts = cells.filter(isTextCell).map((value) => flatText(labelOf(value)));
  if (cells.some(isCivil) || texts.length === 0 || texts.length < cells.length * 0.7) return 0;
  const below = rows.slice(row + 1, row + 1 + ROWS_BELOW).map(filledIn);
  const widest = Math.max(1, ...below);
  const known = texts.filter((text) => isKnown(text)).length;
  const different = new Set(texts).size / texts.length;
  const width = Math.min(1, texts.length / widest);
  if (known === 0 && !differsFromBelow(rows, row)) return 0;
  // A title is narrower than the table below it; a row of data has fewer words that are headers.
  return (known + 0.25 * texts.length) * different * width ** 2;
}

/** Does the text say what a header says, and little else? */
function isKnown(text: string): boolean {
  const { meanings, unknown, unknownInBrackets } = readHeader(text);
  return meanings.length > 0 && unknown + unknownInBrackets <= meanings.length;
}

/** Do at least a third of the columns hold numbers or dates below a text? */
function differsFromBelow(rows: Rows, row: number): boolean {
  const header = rows[row] ?? [];
  const below = rows.slice(row + 1, row + 1 + ROWS_BELOW);
  const typed = header.filter((value, column) => {
    const cells = below.map((cellsOfRow) => cellsOfRow[column] ?? null).filter((cell) => !isEmpty(cell));
    return isTextCell(value) && cells.length > 0 && cells.every((cell) => !isTextCell(cell));
  });
  return typed.length > 0 && typed.length * 3 >= filledIn(header);
}

const totalWords = once(() =>
  wordPattern(`total! totals! grand_total subtotal sub_total sum! sum_total razem! suma! lacznie ogolem podsumowanie итог! итого
    всего! сумма! gesamt! gesamtsumme gesamtergebnis summe! zwischensumme insgesamt suma_total total_general totales!`),
);

/** Words that may stand beside "total" without making it somebody's name: "Total: 12 campaigns", "Итого: аккаунт". */
const COUNTED = `account konto аккаунт cuenta campaign kampan kampagn кампан campan filter filtr фильтр rows wierszy строк zeilen filas
  records results deals leads gesamt total general suma end koncowa koncowy общий from z! из aus de! all
  and! i! и! und! y! averag средн sredni durchschn promedi month miesiac месяц monat mes! week tydzien недел woche semana kw! quarter
  kwarta квартал quartal trimestre for! za! за! won! lost! open! wygran przegran выигр проигр gewonn
  verlor ganad perdid`;
const counted = once(() => wordPattern(COUNTED));

/**
 * The rows (from 1) below the header that are no records: totals ("Total", "Razem", "Итого: аккаунт", "Gesamtsumme", …)
 * wherever they stand, and the notes that some exports put below the data.
 */
export function findTotalRows(rows: Rows, headerRow: number): number[] {
  const found: number[] = [];
  for (let row = headerRow; row < rows.length; row++) if (isTotal(rows[row] ?? [])) found.push(row + 1);
  return [...found, ...notesBelow(rows, headerRow, found)].sort((one, other) => one - other);
}

/** Is it a date, and not just a time? Those are of the day before 1900, as a total of durations is. */
const isDay = (value: Value): boolean => isCivil(value) && value.date >= '1900';

function isTotal(row: readonly Value[]): boolean {
  const filled = row.filter((value) => !isEmpty(value));
  const first = filled[0];
  if (typeof first !== 'string' || filled.some(isDay)) return false;
  const texts = filled.filter(isTextCell);
  return texts.length <= 2 && isTotalLabel(first);
}

/** Is the text a word for a total, alone, with a count, a period, or what is added up, or before a colon? */
export function isTotalLabel(text: string): boolean {
  const flat = flatText(text.replace(/[Σ∑]/, 'total ').replace(/:.*/, ''));
  const match = totalWords().exec(flat);
  if (!match || match.index > 0) return false;
  const rest = flat.slice(match[0].length).replace(/^\S+/, '').trim().split(' ');
  return rest.every((word) => word === '' || /^q?\d+$/.test(word) || isMonth(word) || counted().test(word));
}

/** Rows at the very end, after a blank row or a total, in which a single text stands. */
function notesBelow(rows: Rows, headerRow: number, totals: readonly number[]): number[] {
  const notes: number[] = [];
  for (let row = rows.length - 1; row >= headerRow; row--) {
    const filled = filledIn(rows[row]);
    if (filled === 0) {
      if (notes.length > 0) return notes;
    } else if (totals.includes(row + 1)) {
      if (notes.length > 0) return notes;
    } else if (filled > 1 || !(rows[row] ?? []).some(isTextCell)) return [];
    else notes.push(row + 1);
  }
  return [];
}
