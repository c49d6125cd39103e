import type { Block } from '../../workbook/address';
import type { Cells, ShownCell, ShownStyle } from '../protocol';
import { type Chunk, chunkAt, chunksOf } from './chunks';

/** A cell as it is seen, with its look. */
export interface SeenCell extends Omit<ShownCell, 'style'> {
  readonly style: ShownStyle | undefined;
}

interface Held {
  readonly chunk: Chunk;
  /** Revision of the book that the cells are of. */
  readonly revision: number;
  readonly cells: ReadonlyMap<number, SeenCell>;
}

const AT_ONCE = 3;
const KEPT = 400;
/** How long after a failure the same cells are asked for again, in milliseconds. */
const PAUSE = 2000;

/** The cells that the page has seen. What is out of date is shown until the new state has come. */
export class CellStore {
  #held = new Map<string, Held>();
  #typed = new Map<string, SeenCell>();
  #wanted: Chunk[] = [];
  #asked = new Set<string>();
  #revision = 0;
  #book = 0;
  #version = 0;

  constructor(
    private readonly ask: (chunk: Block & { sheet: number }) => Promise<Cells>,
    private readonly arrived: () => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** The cell there, as far as it is known; undefined also for a plain blank one. */
  get(sheet: number, row: number, column: number): SeenCell | undefined {
    const typed = this.#typed.get(`${sheet}:${row}:${column}`);
    return typed ?? this.#held.get(chunkAt(sheet, row, column))?.cells.get(place(row, column));
  }

  /** True if all cells of a block are known as they stand now. */
  knows(sheet: number, block: Block): boolean {
    const { top, left, bottom, right } = block;
    if ((bottom - top + 1) * (right - left + 1) > 50_000) return false;
    return chunksOf(sheet, block).every(({ key }) => this.#held.get(key)?.revision === this.#revision);
  }

  /** Says which state of the book is shown; `anew` for another book, of which nothing is known. */
  revise(revision: number, anew: boolean): void {
    if (anew) {
      this.#book++;
      this.#held.clear();
    }
    if (anew || revision !== this.#revision) this.#asked.clear();
    if (revision !== this.#revision) this.#typed.clear();
    this.#revision = revision;
    this.#version++;
  }

  /** Shows a text as typed until the server has said what becomes of it. */
  assume(sheet: number, row: number, column: number, text: string): void {
    const style = this.get(sheet, row, column)?.style;
    this.#typed.set(`${sheet}:${row}:${column}`, { row, column, text, kind: 'text', style });
    this.#version++;
  }

  /** Takes back what was assumed. */
  forget(): void {
    this.#typed.clear();
    this.#version++;
  }

  /** Says which cells are on the screen: those not known are asked for, others asked for before and not sent yet are not. */
  want(sheet: number, blocks: readonly Block[]): void {
    const chunks = new Map(blocks.flatMap((block) => chunksOf(sheet, block)).map((chunk) => [chunk.key, chunk]));
    this.#wanted = [...chunks.values()].filter(({ key }) => this.#held.get(key)?.revision !== this.#revision);
    this.#send();
  }

  /** Grows whenever a cell may be seen differently. */
  get version(): number {
    return this.#version;
  }

  #send(): void {
    this.#wanted = this.#wanted.filter(({ key }) => !this.#asked.has(key));
    while (this.#asked.size < AT_ONCE) {
      const chunk = this.#wanted.shift();
      if (!chunk) return;
      this.#asked.add(chunk.key);
      void this.#fetch(chunk, this.#book);
    }
  }

  async #fetch(chunk: Chunk, book: number): Promise<void> {
    const { sheet, top, left, bottom, right } = chunk;
    try {
      const answer = await this.ask({ sheet, top, left, bottom, right });
      if (book !== this.#book) return;
      this.#keep(chunk, answer);
      if (answer.revision === this.#revision) this.#asked.delete(chunk.key);
      this.arrived();
    } catch (error) {
      this.failed(error);
      // Drawing asks again at once: a server that is gone is given some time to come back.
      setTimeout(() => {
        this.#asked.delete(chunk.key);
        this.arrived();
      }, PAUSE);
      return;
    }
    this.#send();
  }

  #keep(chunk: Chunk, { revision, cells, styles }: Cells): void {
    const seen = cells.map(
      ({ style, ...cell }) =>
        [place(cell.row, cell.column), { ...cell, style: style === undefined ? undefined : styles[style] }] as const,
    );
    this.#version++;
    this.#held.delete(chunk.key);
    this.#held.set(chunk.key, { chunk, revision, cells: new Map(seen) });
    for (const key of this.#held.keys()) {
      if (this.#held.size <= KEPT) break;
      this.#held.delete(key);
    }
  }
}

function place(row: number, column: number): number {
  return row * 20_000 + column;
}
