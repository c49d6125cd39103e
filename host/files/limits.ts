import { FileProblem } from './problem';

const MAX_COLUMNS = 256;
const MAX_CELLS = 10_000_000;

/** Refuses a table that is too wide or too large to be read; `what` begins the sentence, such as "deals.csv". */
export function refuseTooLarge(what: string, { rows, columns }: { rows: number; columns: number }): void {
  if (columns > MAX_COLUMNS) {
    throw new FileProblem(
      `${what} has ${columns} columns, and at most ${MAX_COLUMNS} can be read: leave out those that are not needed.`,
    );
  }
  if (rows * columns > MAX_CELLS) {
    throw new FileProblem(
      `${what} has ${rows * columns} cells, and a spreadsheet holds at most ${MAX_CELLS}: split it or leave out columns.`,
    );
  }
}
