import { isCivil, serialOf } from '../data/cell';
import type { CellEdit } from '../data/fix';
import { asContent, type Content } from './text';

/** Writes these cells and no others, neighbours in a column together. Returns how many were written. */
export function applyEdits(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, edits: readonly CellEdit[]): number {
  for (const run of runsOf(edits)) {
    const [first] = run;
    const sheet = first && spreadsheet.getSheetByName(first.tab);
    if (!first || !sheet) continue;
    const range = sheet.getRange(first.row, first.column, run.length, 1);
    const formats = range.getNumberFormats() as string[][];
    range.setNumberFormats(run.map((edit, at) => [formatOf(edit, formats[at]?.[0] ?? '')]));
    range.setValues(run.map(({ value }) => [contentOf(value)]));
  }
  return edits.length;
}

/** Formats in which a value is just what was typed. */
const automatic = new Set(['General', '', '0.###############']);

/** A format is kept where it shows such a value as what it is; in any other a date would read as a number, and a number as a date or text. */
function formatOf({ value, numberFormat = 'General' }: CellEdit, before: string): string {
  if (isCivil(value)) return showsDay(before) ? before : numberFormat;
  if (typeof value === 'number')
    return automatic.has(before) || before === '@' || showsTime(before) ? numberFormat : before;
  if (typeof value !== 'string' || asContent(value) !== value) return before === '@' ? 'General' : before;
  return /\d|^(true|false)$/i.test(value) ? '@' : before;
}

/** The codes of a format, without texts and conditions. */
const codesOf = (format: string): string => format.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
const showsTime = (format: string): boolean => format !== 'General' && /[dmyhs]/i.test(codesOf(format));
const showsDay = (format: string): boolean => /[dy]|^[^hs]*m[^hs]*$/i.test(codesOf(format));

function contentOf(value: CellEdit['value']): Content {
  if (isCivil(value)) return serialOf(value);
  return asContent(value);
}

/** Edits in runs of cells below each other. */
function runsOf(edits: readonly CellEdit[]): CellEdit[][] {
  const sorted = [...edits].sort((a, b) => a.tab.localeCompare(b.tab) || a.column - b.column || a.row - b.row);
  const runs: CellEdit[][] = [];
  for (const edit of sorted) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run && last && last.tab === edit.tab && last.column === edit.column && last.row + 1 === edit.row)
      run.push(edit);
    else runs.push([edit]);
  }
  return runs;
}
