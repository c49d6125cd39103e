import { createCalculation } from '../../../host/formula/calculation';
import { parseBlock } from '../../../host/workbook/address';
import type { Calculation, CellSource, Content, CustomFunctions, Scalar } from '../../../host/workbook/types';

type Entry = Scalar | undefined;

/** A workbook that is as small as the calculation allows, with a single-sheet shorthand for cells: "B2", or "Data!B2". */
export interface TestBook {
  readonly calculation: Calculation;
  /** Puts a value or, starting with "=", a formula into a cell; undefined empties it. */
  set(cell: string, entry: Entry): void;
  /** Puts rows into a block from its upper left cell on. */
  fill(cell: string, rows: readonly (readonly Entry[])[]): void;
  format(cell: string, numberFormat: string): void;
  value(cell: string): Scalar;
  /** The rows of a block such as "A1:B3". */
  values(block: string): Scalar[][];
  /** The source, for a second calculation over the same cells. */
  readonly source: CellSource;
}

export interface TestOptions {
  readonly sheets?: readonly string[];
  readonly locale?: string;
  readonly timeZone?: string;
  readonly size?: { rows: number; columns: number };
  readonly custom?: Readonly<Record<string, (...args: unknown[]) => unknown>>;
}

export function testBook(cells: Readonly<Record<string, Entry>> = {}, options: TestOptions = {}): TestBook {
  const names = options.sheets ?? ['Sheet1', 'Data', 'My sheet'];
  const size = options.size ?? { rows: 100, columns: 26 };
  const contents = names.map(() => [] as (Content | undefined)[][]);
  const formats = new Map<string, string>();
  const extents = new Map<number, { rows: number; columns: number }>();
  const locate = (text: string) => {
    const [, name = names[0] as string, rest = ''] = /^(?:(.+)!)?(.+)$/.exec(text) ?? [];
    const block = parseBlock(rest);
    if (!block) throw new Error(`${text} is no cell`);
    return { sheet: names.indexOf(name), ...block };
  };
  const source: CellSource = {
    locale: options.locale ?? 'en_US',
    timeZone: options.timeZone ?? 'Europe/Warsaw',
    sheetId(name) {
      const index = names.findIndex((one) => one.toLowerCase() === name.toLowerCase());
      return index < 0 ? undefined : index;
    },
    sheetName: (id) => names[id],
    content: (sheet, row, column) => contents[sheet]?.[row]?.[column],
    extent(sheet) {
      const known = extents.get(sheet) ?? measure(contents[sheet] ?? []);
      extents.set(sheet, known);
      return known;
    },
    size: () => size,
    *formulas(sheet) {
      for (const [row, line] of (contents[sheet] ?? []).entries()) {
        for (const [column, content] of (line ?? []).entries()) {
          if (content && 'formula' in content) yield { row, column, formula: content.formula };
        }
      }
    },
    numberFormat: (sheet, row, column) => formats.get(`${sheet},${row},${column}`) ?? 'General',
  };
  const custom: CustomFunctions = (name) => options.custom?.[name];
  const calculation = createCalculation(source, custom);
  const put = (sheet: number, row: number, column: number, entry: Entry) => {
    extents.delete(sheet);
    const lines = contents[sheet] as (Content | undefined)[][];
    while (lines.length <= row) lines.push([]);
    const line = lines[row] as (Content | undefined)[];
    while (line.length < column) line.push(undefined);
    line[column] = contentOf(entry);
  };
  const book: TestBook = {
    calculation,
    source,
    set: (cell, entry) => book.fill(cell, [[entry]]),
    fill(cell, rows) {
      const { sheet, top, left } = locate(cell);
      rows.forEach((line, row) => {
        line.forEach((entry, column) => {
          put(sheet, top + row, left + column, entry);
        });
      });
      const width = Math.max(...rows.map((line) => line.length));
      calculation.changed({ sheet, top, left, bottom: top + rows.length - 1, right: left + width - 1 });
    },
    format(cell, numberFormat) {
      const { sheet, top, left } = locate(cell);
      formats.set(`${sheet},${top},${left}`, numberFormat);
      calculation.changed({ sheet, top, left, bottom: top, right: left });
    },
    value(cell) {
      const { sheet, top, left } = locate(cell);
      return calculation.value(sheet, top, left);
    },
    values(block) {
      const { sheet, top, left, bottom, right } = locate(block);
      return Array.from({ length: bottom - top + 1 }, (_, row) =>
        Array.from({ length: right - left + 1 }, (_cell, column) => calculation.value(sheet, top + row, left + column)),
      );
    },
  };
  for (const [cell, entry] of Object.entries(cells)) {
    const { sheet, top, left } = locate(cell);
    put(sheet, top, left, entry);
  }
  return book;
}

function measure(lines: readonly (readonly (Content | undefined)[])[]): { rows: number; columns: number } {
  let [rows, columns] = [0, 0];
  lines.forEach((line, row) => {
    line.forEach((content, column) => {
      if (!content) return;
      rows = Math.max(rows, row + 1);
      columns = Math.max(columns, column + 1);
    });
  });
  return { rows, columns };
}

function contentOf(entry: Entry): Content | undefined {
  if (entry === undefined) return undefined;
  return typeof entry === 'string' && entry.startsWith('=') ? { formula: entry } : { value: entry };
}
