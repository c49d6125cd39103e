import type { Sheet } from '../workbook/sheet';
import type { Workbook } from '../workbook/workbook';

const DEFAULT_SIZE = 10;

/** The height in pixels that a row needs for what its cells show, by average letters: only Google knows the fonts. */
export function neededHeight(workbook: Workbook, sheet: Sheet, row: number): number {
  let needed = 0;
  for (let column = 0; column < sheet.size.columns; column++) {
    const style = sheet.styles.get(row, column);
    if (!style) continue;
    const { size = DEFAULT_SIZE, bold, wrap } = style;
    const room = sheet.tracks.columns.size(column) - 6;
    const value = wrap === 'WRAP' ? workbook.valueAt(sheet, row, column) : '';
    const letters = room / (size * (bold ? 0.72 : 0.66));
    const lines = typeof value === 'string' ? linesOf(value, letters) : 1;
    needed = Math.max(needed, Math.ceil(lines * size * 1.6) + 5);
  }
  return needed;
}

/** On how many lines of so many letters words stand; a word that is longer than a line breaks. */
function linesOf(text: string, length: number): number {
  return text.split('\n').reduce((lines, part) => {
    let left = length;
    let count = 1;
    for (const word of part.split(' ')) {
      if (word.length > left && left < length) {
        count++;
        left = length;
      }
      count += Math.max(0, Math.ceil(word.length / length) - 1);
      left -= word.length + 1;
    }
    return lines + count;
  }, 0);
}
