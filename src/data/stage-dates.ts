import { labelOf, normaliseLabel, type Value } from './cell';
import type { StageDate } from './fields';
import type { Rows } from './layout';
import { profileColumn } from './profile';
import { wordsOf } from './vocabulary';
import { readHeader } from './vocabulary-headers';

/** A column by its place (from 1) and its header as it stands. */
interface Place {
  readonly column: number;
  readonly header: string;
}

/** Of the filled cells of a column of stage dates so many are dates. */
const LEAST_DATES = 0.9;

/** What may stand beside the name of a stage: "Date entered Demo", "Demo on", "Data przejścia: oferta", "Дата этапа «Счёт»". */
const BESIDE = new Set(['date', 'time', 'create', 'begin', 'deal', 'sale', 'lead', 'stage', 'status', 'pipeline']);
const REACHED = /^(reached|since|moved|osiagn|wejsc|przejsc|dotar|достиг|переход|вход|erreich|seit|alcanz|desde)/;

/**
 * The columns that say when a record reached which stage, by field. Only what leaves no doubt: the header is the name of one of
 * the labels and nothing but words for a date, no other column is called so, and dates stand below it.
 */
export function findStageDates(
  labels: readonly string[],
  headers: readonly Value[],
  rows: Rows,
  taken: readonly number[],
): Partial<Record<StageDate, Place>> {
  const places = headers.flatMap((cell, index): Place[] => {
    const place = { column: index + 1, header: labelOf(cell) };
    return taken.includes(place.column) || !holdsDates(rows, index) ? [] : [place];
  });
  const pairs = labels.flatMap((label) =>
    places.filter(({ header }) => isNamedAfter(header, label)).map((place) => ({ label, place })),
  );
  const isOnly = ({ label, place }: (typeof pairs)[number]) =>
    pairs.filter((other) => other.label === label || other.place === place).length === 1;
  return Object.fromEntries(pairs.filter(isOnly).map(({ label, place }) => [`reached:${label}`, place]));
}

function holdsDates(rows: Rows, index: number): boolean {
  const { filled, dates } = profileColumn((row) => rows[row]?.[index] ?? null, rows.length);
  return filled > 0 && dates >= LEAST_DATES;
}

/** Whether a header is a label, or a label and words that make a date of it. */
function isNamedAfter(header: string, label: string): boolean {
  if (normaliseLabel(header) === normaliseLabel(label)) return true;
  const [words, name] = [wordsOf(header), wordsOf(label)];
  const start = words.findIndex((_, at) => name.every((word, next) => isSameWord(words[at + next] ?? '', word)));
  if (name.length === 0 || start < 0) return false;
  const beside = words.filter((_, at) => at < start || at >= start + name.length);
  return beside.every((word) => REACHED.test(word) || isWordForDate(word));
}

function isWordForDate(word: string): boolean {
  const { meanings, unknown, unknownInBrackets } = readHeader(word);
  return unknown + unknownInBrackets === 0 && meanings.every((meaning) => BESIDE.has(meaning));
}

/** The same word, perhaps in another case: "kwalifikacja" and "kwalifikacji". */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  let same = 0;
  while (same < shorter && one[same] === other[same]) same++;
  return same >= 5 && Math.max(one.length, other.length) - same <= 2;
}
