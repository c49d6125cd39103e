import type { Cell, Report } from './model';

/** The letters of a column, counted from 0. */
export const letter = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letter(Math.floor(column / 26) - 1) + letter(column % 26);

/** The column of some letters, counted from 0. */
export const columnOf = (letters: string): number =>
  [...letters].reduce((column, one) => column * 26 + one.charCodeAt(0) - 64, 0) - 1;

/** The address of a cell by its row and column, counted from 0. */
export const address = (row: number, column: number): string => `${letter(column)}${row + 1}`;

/** The address of the cell above another. */
export const above = (cell: string): string => cell.replace(/\d+/, (row) => String(Number(row) - 1));

/** The rows under which a line runs, as areas: headings, groups, and the rows above totals. */
export function ruledRows({ rows, widths }: Report): string[] {
  const isRuled = rows.map(([first], at) =>
    [first?.style === 'heading' || first?.style === 'group', rows[at + 1]?.[0]?.style === 'total'].includes(true),
  );
  return isRuled.flatMap((ruled, row) => (ruled ? [`A${row + 1}:${address(row, widths.length - 1)}`] : []));
}

/** Which rows of tables have a ground of their own, so that the eye keeps to its line: every other one below a heading. */
export function stripedRows({ rows }: Report): boolean[] {
  let at = -1;
  return rows.map(([first]) => {
    if (first?.style === 'heading' || first?.style === 'group') at = 0;
    else at = first?.style === 'label' && first.value !== null && first.value !== '' && at >= 0 ? at + 1 : -1;
    return at > 0 && at % 2 === 0;
  });
}

/** The cells that fit, as areas of one column. */
export function runsOf({ rows, widths }: Report, fits: (cell: Cell) => boolean): string[] {
  const runs: string[] = [];
  for (let column = 0; column < widths.length; column++) {
    for (let row = 0; row < rows.length; row++) {
      const first = row;
      while (rows[row]?.[column] && fits(rows[row]?.[column] as Cell)) row++;
      if (row > first) runs.push(`${address(first, column)}:${address(row - 1, column)}`);
    }
  }
  return runs;
}
