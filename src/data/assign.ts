/**
 * The assignment of rows to columns, each to at most one, that makes the sum of the worths greatest (Hungarian method).
 * Gives the column of each row, undefined where none is worth more than nothing.
 */
export function assign(worths: readonly (readonly number[])[]): (number | undefined)[] {
  const rows = worths.length;
  const real = worths[0]?.length ?? 0;
  // One column more for every row, worth nothing: that of staying unassigned.
  const columns = real + rows;
  const cost = (row: number, column: number): number => (column < real ? -(worths[row]?.[column] ?? 0) : 0);
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  // Row (from 1) of each column (from 1); place 0 holds the row that is being assigned.
  const rowOf = new Int32Array(columns + 1);
  const previous = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const visited = new Uint8Array(columns + 1);
    do {
      visited[column] = 1;
      const current = rowOf[column] as number;
      let least = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= columns; other++) {
        if (visited[other]) continue;
        const reduced =
          cost(current - 1, other - 1) - (rowPotential[current] as number) - (columnPotential[other] as number);
        if (reduced < (slack[other] as number)) {
          slack[other] = reduced;
          previous[other] = column;
        }
        if ((slack[other] as number) < least) {
          least = slack[other] as number;
          next = other;
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (visited[other]) {
          const assigned = rowOf[other] as number;
          rowPotential[assigned] = (rowPotential[assigned] as number) + least;
          columnPotential[other] = (columnPotential[other] as number) - least;
        } else slack[other] = (slack[other] as number) - least;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = previous[column] as number;
      rowOf[column] = rowOf[before] as number;
      column = before;
    }
  }
  const result: (number | undefined)[] = new Array(rows).fill(undefined);
  for (let column = 1; column <= real; column++) {
    const row = (rowOf[column] as number) - 1;
    if (row >= 0 && (worths[row]?.[column - 1] ?? 0) > 0) result[row] = column - 1;
  }
  return result;
}
