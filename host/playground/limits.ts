import { Refusal } from './refusal';

/** How much the playground takes in: bytes, cells, sheets, workbooks, and questions that are open at a time. */
export const LIMITS = {
  /** Bytes of a question in JSON, and of a file. */
  question: 16_000_000,
  file: 50_000_000,
  /** Cells of one view, and of one block that is typed, pasted or formatted. */
  view: 10_000,
  block: 1_000_000,
  sheets: 200,
  /** Workbooks kept at a time, and steps of undo of each. */
  visitors: 20,
  steps: 50,
  /** Questions of all visitors, and of one, that wait for their answer. */
  open: 200,
  openPerVisitor: 40,
} as const;

/** Refuses more cells than a limit allows; `doing` says what with, such as "pasted". */
export function requireFewCells(
  { top, left, bottom, right }: { top: number; left: number; bottom: number; right: number },
  limit: number,
  doing: string,
): void {
  const cells = (bottom - top + 1) * (right - left + 1);
  if (cells <= limit) return;
  throw new Refusal(413, `${cells} cells are too many to be ${doing} at once: the playground takes at most ${limit}.`);
}

/** Refuses a file or question of too many bytes. */
export function requireFewBytes(bytes: number, limit: number, what: string): void {
  if (bytes <= limit) return;
  throw new Refusal(413, `${what} is too large: the playground takes at most ${limit / 1_000_000} MB.`);
}

/** Refuses one more sheet than a workbook may have. */
export function requireFewSheets(sheets: number): void {
  if (sheets <= LIMITS.sheets) return;
  throw new Refusal(413, `${sheets} sheets are too many: the playground takes at most ${LIMITS.sheets}.`);
}
