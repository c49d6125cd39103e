import type { DrawnChart, SheetSummary } from '../protocol';
import { startOf } from './axis';
import { type Pane, place } from './pane';
import type { Session } from './session';

/** The charts of a sheet as they were last drawn, asked for once for all parts of the grid. */
export class Charts {
  #asked = '';
  #charts: readonly DrawnChart[] = [];

  constructor(private readonly session: Session) {}

  /** Charts of this sheet as far as they are known; asks for them where something has changed. */
  of(sheet: SheetSummary): readonly DrawnChart[] {
    const state = `${sheet.id}:${this.session.book.revision}`;
    if (state !== this.#asked) {
      if (!this.#asked.startsWith(`${sheet.id}:`) || sheet.charts === 0) this.#charts = [];
      this.#asked = state;
      if (sheet.charts > 0) void this.#ask(sheet.id, state);
    }
    return this.#charts;
  }

  async #ask(sheet: number, state: string): Promise<void> {
    try {
      const { charts } = await this.session.server.ask('charts', { sheet });
      if (state !== this.#asked) return;
      this.#charts = charts;
      this.session.emit();
    } catch (error) {
      this.session.fail(error);
    }
  }
}

/** The pictures of charts in one part of the grid. As pictures they cannot run or load anything. */
export class ChartLayer {
  readonly element = document.createElement('div');
  readonly #pictures = new Map<number, { readonly svg: string; readonly picture: HTMLImageElement }>();

  constructor(private readonly session: Session) {}

  /** Places the charts that are anchored in this part. */
  draw(pane: Pane, frozen: { rows: boolean; columns: boolean }, sheet: SheetSummary): void {
    const own = this.session.charts
      .of(sheet)
      .filter(
        ({ row, column }) =>
          row < sheet.rows.frozen === frozen.rows && column < sheet.columns.frozen === frozen.columns,
      );
    for (const [id, { picture }] of this.#pictures) {
      if (own.some((chart) => chart.id === id)) continue;
      URL.revokeObjectURL(picture.src);
      picture.remove();
      this.#pictures.delete(id);
    }
    for (const chart of own) this.#draw(pane, chart);
  }

  #draw(pane: Pane, { id, row, column, x, y, width, height, title, svg }: DrawnChart): void {
    const known = this.#pictures.get(id);
    const picture = known?.picture ?? new Image();
    if (known?.svg !== svg) {
      if (known) URL.revokeObjectURL(picture.src);
      picture.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      picture.alt = title;
      picture.className = 'chart';
      picture.draggable = false;
      this.#pictures.set(id, { svg, picture });
      this.element.append(picture);
    }
    const { rows, columns } = this.session.lines;
    const at = pane.inside(startOf(columns, column) + x, startOf(rows, row) + y);
    place(picture, at.x, at.y, width, height);
  }
}
