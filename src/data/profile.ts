import { isBlank, isCivil, isErrorText, labelOf, normaliseLabel, type Value } from './cell';
import { isPlaceholder } from './placeholder';
import { readDate, readMonth, readNumber } from './text-value';

/** What the cells of a column are like; shares are of the filled cells, 0 to 1. */
export interface Profile {
  /** How many of the cells looked at are filled. */
  readonly filled: number;
  readonly dates: number;
  /** Texts that are months of a year. */
  readonly months: number;
  readonly numbers: number;
  /** TRUE and FALSE, yes and no, 0 and 1. */
  readonly flags: number;
  /** Different values per filled cell. */
  readonly distinct: number;
  /** Texts that hold "@". */
  readonly emails: number;
  /** Numbers that are not whole. */
  readonly fractions: number;
  /** Numbers that are larger than the one above by as much as their row: they count the rows. */
  readonly running: number;
  /** The different texts, as they stand, at most 100. */
  readonly labels: readonly string[];
}

/** A day as Google Analytics writes it, which spreadsheets take for a number. */
const COMPACT_DAY = /^20[0-4]\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/;
const MOST_CELLS = 400;
const MOST_LABELS = 100;
const YES = 'true yes y tak да ja si sí 1 prawda истина'.split(' ');
const NO = 'false no n nie нет nein 0 fałsz ложь'.split(' ');
const FLAGS = new Set([...YES, ...NO]);

/** Whether a normalised label of a flag says yes; a date does, and whatever else is not a no. */
export const saysYes = (label: string): boolean => !NO.includes(label) && !isPlaceholder(label);

/** The profile of a column, from cells spread evenly over it. */
export function profileColumn(cellAt: (row: number) => Value, rows: number): Profile {
  const step = Math.max(1, rows / MOST_CELLS);
  const labels = new Map<string, string>();
  const values = new Set<string>();
  let filled = 0;
  let dates = 0;
  let months = 0;
  let numbers = 0;
  let flags = 0;
  let emails = 0;
  let fractions = 0;
  let running = 0;
  let start: number | undefined;
  for (let at = 0; at < rows; at += step) {
    const value = cellAt(Math.floor(at));
    if (isBlank(value) || isErrorText(value)) continue;
    filled++;
    const text = labelOf(value);
    const label = normaliseLabel(text);
    values.add(label);
    if (FLAGS.has(label)) flags++;
    if (isCivil(value)) dates++;
    else if (typeof value === 'number') {
      numbers++;
      if (COMPACT_DAY.test(text)) dates++;
      if (!Number.isInteger(value)) fractions++;
      const first = value - Math.floor(at);
      if (first === start) running++;
      start = first;
    } else if (typeof value === 'string') {
      const isDate = readDate(text) !== undefined;
      const read = isDate ? undefined : readNumber(text);
      if (readMonth(text)) months++;
      if (isDate) dates++;
      else if (read) {
        numbers++;
        if ('number' in read && !Number.isInteger(read.number)) fractions++;
      } else if (text.includes('@')) emails++;
    }
    if (typeof value === 'string' && labels.size < MOST_LABELS && !labels.has(label)) labels.set(label, text);
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  return {
    filled,
    dates: share(dates),
    months: share(months),
    numbers: share(numbers),
    flags: share(flags),
    emails: share(emails),
    fractions: share(fractions),
    running: share(running),
    distinct: share(values.size),
    labels: [...labels.values()],
  };
}
