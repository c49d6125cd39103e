import type { Block } from '../../workbook/address';
import { selectBlock } from './selection';
import type { Session } from './session';
import type { Shape } from './shapes';
import { fill } from './text';
import { formatTsv, parseTsv } from './tsv';

/** More cells than that are not typed in from a clipboard. */
const MOST = 200_000;
/** Cells that are read at once. */
const STRIP = 10_000;

interface Copied {
  readonly sheet: number;
  readonly block: Block;
  readonly how: 'copy' | 'cut';
  /** What was put on the clipboard: as long as it is still there, pasting is a matter of the workbook alone. */
  text: string | undefined;
}

/** Copies, cuts and pastes blocks; other programs get and give rows of texts. */
export class Clipboard {
  #copied: Copied | undefined;

  constructor(private readonly session: Session) {}

  /** A frame over what was copied. */
  shapes(): Shape[] {
    const copied = this.#copied;
    return copied?.sheet === this.session.sheet.id ? [{ block: copied.block, kind: 'copied' }] : [];
  }

  /** Forgets what was copied. */
  clear(): void {
    this.#copied = undefined;
    this.session.emit();
  }

  /** Copies the selected block, to the clipboard of an event or, as far as the browser lets it, to the system's. */
  copy(how: 'copy' | 'cut', data?: DataTransfer | null): void {
    const { sheet, selection } = this.session;
    const block = selection.blocks.at(-1) as Block;
    const copied: Copied = { sheet: sheet.id, block, how, text: undefined };
    this.#copied = copied;
    this.session.emit();
    const rows = this.#knownTexts(block);
    if (rows && data) {
      copied.text = formatTsv(rows);
      data.setData('text/plain', copied.text);
      return;
    }
    void this.#copyLater(copied, rows);
  }

  /** Pastes what is on the clipboard into the selected block. */
  async paste(text: string, values = false): Promise<void> {
    const copied = this.#copied;
    const plain = text.replace(/\r\n?/g, '\n');
    if (copied && (copied.text === undefined || copied.text.replace(/\r\n?/g, '\n') === plain)) {
      return this.#pasteBlock(copied, values);
    }
    this.#copied = undefined;
    if (plain !== '') await this.#pasteTexts(parseTsv(text));
  }

  /** Pastes without a key: what was copied here, or what the browser lets the page read. */
  async pasteFromMenu(values: boolean, keys: string): Promise<void> {
    if (this.#copied) return this.#pasteBlock(this.#copied, values);
    try {
      await this.paste(await navigator.clipboard.readText(), values);
    } catch {
      this.session.notices.tell('failure', fill(this.session.words.pasteByKeys, { keys }));
    }
  }

  async #pasteBlock(copied: Copied, values: boolean): Promise<void> {
    const { session } = this;
    const to = session.selection.blocks.at(-1) as Block;
    const how = values ? 'values' : copied.how;
    const from = { sheet: copied.sheet, ...copied.block };
    const done = await session.change('paste', { from, to: { sheet: session.sheet.id, ...to }, how });
    if (done && how === 'cut') this.clear();
  }

  async #pasteTexts(rows: string[][]): Promise<void> {
    const { session } = this;
    const { words, sheet } = session;
    const to = session.selection.blocks.at(-1) as Block;
    const [height, width] = [to.bottom - to.top + 1, to.right - to.left + 1];
    const single = rows.length === 1 && rows[0]?.length === 1;
    const filled = single ? Array.from({ length: height }, () => Array(width).fill(rows[0]?.[0] ?? '')) : rows;
    if (filled.length * (filled[0]?.length ?? 0) > MOST) {
      return session.notices.tell('failure', fill(words.tooBigToPaste, { count: MOST.toLocaleString() }));
    }
    const done = await session.change('enter', { sheet: sheet.id, row: to.top, column: to.left, rows: filled });
    if (!done) return;
    const [bottom, right] = [to.top + filled.length - 1, to.left + (filled[0]?.length ?? 1) - 1];
    session.select(selectBlock(session.lines, { top: to.top, left: to.left, bottom, right }));
  }

  async #copyLater(copied: Copied, rows: string[][] | undefined): Promise<void> {
    try {
      const text = formatTsv(rows ?? (await this.#texts(copied.sheet, copied.block)));
      await navigator.clipboard.writeText(text);
      copied.text = text;
    } catch (error) {
      // Inside the page it can be pasted all the same.
      console.info(String(error));
    }
  }

  /** The part of a block in which something can stand. */
  #used({ top, left, bottom, right }: Block): Block {
    const { rows, columns } = this.session.sheet.shown;
    return {
      top,
      left,
      bottom: Math.min(bottom, Math.max(top, rows - 1)),
      right: Math.min(right, Math.max(left, columns - 1)),
    };
  }

  #knownTexts(block: Block): string[][] | undefined {
    const { session } = this;
    const used = this.#used(block);
    const { id } = session.sheet;
    if (!session.cells.knows(id, used)) return undefined;
    return texts(used, (row, column) => session.cells.get(id, row, column)?.text);
  }

  async #texts(sheet: number, block: Block): Promise<string[][]> {
    const used = this.#used(block);
    const height = Math.max(1, Math.floor(STRIP / (used.right - used.left + 1)));
    const rows: string[][] = [];
    for (let top = used.top; top <= used.bottom; top += height) {
      const strip = { ...used, top, bottom: Math.min(used.bottom, top + height - 1) };
      const { cells } = await this.session.server.ask('cells', { sheet, ...strip });
      const shown = new Map(cells.map(({ row, column, text }) => [`${row}:${column}`, text]));
      rows.push(...texts(strip, (row, column) => shown.get(`${row}:${column}`)));
    }
    return rows;
  }
}

function texts(
  { top, left, bottom, right }: Block,
  text: (row: number, column: number) => string | undefined,
): string[][] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => text(top + row, left + column) ?? ''),
  );
}
