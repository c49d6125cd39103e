/** The letters of a column, counted from 1: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The A1 ranges that these rows cover between two columns, neighbours merged; rows ascend, rows and columns count from 1. */
export function rangesOf(rows: readonly number[], firstColumn: number, lastColumn = firstColumn): string[] {
  const left = columnLetters(firstColumn);
  const right = columnLetters(lastColumn);
  const ranges: string[] = [];
  rows.forEach((row, index) => {
    if (index > 0 && rows[index - 1] === row - 1) return;
    let end = index;
    while (rows[end + 1] === (rows[end] ?? 0) + 1) end++;
    const single = end === index && left === right;
    ranges.push(single ? `${left}${row}` : `${left}${row}:${right}${rows[end]}`);
  });
  return ranges;
}
