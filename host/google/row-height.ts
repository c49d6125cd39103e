import type { Sheet } from '../workbook/sheet';

const DEFAULT_SIZE = 10;

/** The height in pixels that a row needs for what its cells show, by average letters: only Google knows the fonts. */
export function neededHeight(sheet: Sheet, row: number): number {
  let needed = 0;
  for (let column = 0; column < sheet.size.columns; column++) {
    const style = sheet.styles.get(row, column);
    if (!style) continue;
    const { size = DEFAULT_SIZE, bold, wrap } = style;
    const room = sheet.tracks.columns.size(column) - 6;
    const lines = wrap === 'WRAP' ? linesOf(typedText(sheet, row, column), room / (size * (bold ? 0.72 : 0.66))) : 1;
    needed = Math.max(needed, Math.ceil(lines * size * 1.6) + 5);
  }
  return needed;
}

/** What somebody typed; the results of formulas are not waited for. */
function typedText(sheet: Sheet, row: number, column: number): string {
  const content = sheet.contents.get(row, column);
  return typeof content === 'string' ? content : '';
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
