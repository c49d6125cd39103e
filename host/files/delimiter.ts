import Papa from 'papaparse';
import { localeRules } from './locale';

const CANDIDATES = [',', ';', '\t', '|'];
const SAMPLE_ROWS = 300;

/**
 * Which character separates the fields of a CSV text: the one that cuts most rows into equally many fields, so that title
 * lines above the table do not matter; between equals the one that the locale does not need as a decimal mark.
 */
export function detectDelimiter(text: string, locale: string): string {
  const usual = localeRules(locale).decimal === ',' ? ';' : ',';
  const ranked = CANDIDATES.map((delimiter) => ({ delimiter, ...regularity(text, delimiter) }));
  const best = Math.max(...ranked.map(({ share }) => share));
  if (best === 0) return usual;
  return ranked
    .filter(({ share }) => share >= best * 0.98)
    .reduce((one, other) => {
      if (other.width !== one.width) return other.width > one.width ? other : one;
      return other.delimiter === usual ? other : one;
    }).delimiter;
}

/** The share of rows that have the most common number of fields (two or more), quoting errors deducted; and that number. */
function regularity(text: string, delimiter: string): { share: number; width: number } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: SAMPLE_ROWS });
  const rows = data.filter((row) => row.some((field) => field.trim() !== ''));
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let width = 0;
  for (const [length, count] of counts) if (count > (counts.get(width) ?? 0)) width = length;
  const regular = (counts.get(width) ?? 0) - errors.length;
  return { share: Math.max(0, regular) / Math.max(1, rows.length), width };
}
