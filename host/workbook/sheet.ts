import type { Block } from './address';
import { Layer } from './layer';
import { Track } from './track';
import type { Area, Axis, CellError, CellStyle, Chart, ConditionalRule, Protection, Validation } from './types';

/** The text of a formula, told apart from a text by its class. */
export class Formula {
  constructor(readonly text: string) {}
}

/** What a layer of contents holds: a constant or a formula; a blank cell holds nothing. */
export type CellContent = number | string | boolean | CellError | Formula;

/** Rows or columns opened, taken out, or moved to stand before the one now at `to`. */
export type StructureChange =
  | { readonly kind: 'insert' | 'delete'; readonly axis: Axis; readonly at: number; readonly count: number }
  | { readonly kind: 'move'; readonly axis: Axis; readonly at: number; readonly count: number; readonly to: number };

/** Width of a column and height of a row, in pixels, that nobody changed. */
export const DEFAULT_WIDTH = 100;
export const DEFAULT_HEIGHT = 21;

/** One tab: everything that is kept of it. Contents and number formats are changed through the workbook, which recalculates. */
export class Sheet {
  hidden = false;
  tabColor: string | undefined;
  gridLines = true;
  frozen = { rows: 0, columns: 0 };
  /** Whether the button of a group stands before its lines instead of after them. */
  groupButtonBefore = { rows: false, columns: false };
  contents = new Layer<CellContent>();
  formats = new Layer<string>();
  styles = new Layer<CellStyle>();
  notes = new Layer<string>();
  validations = new Layer<Validation>();
  tracks = { rows: new Track(DEFAULT_HEIGHT), columns: new Track(DEFAULT_WIDTH) };
  merges: Block[] = [];
  conditionalRules: ConditionalRule[] = [];
  charts: Chart[] = [];
  protections: Protection[] = [];
  /** Blocks that the user has selected, the last one being the active range. */
  selection: Block[] = [{ top: 0, left: 0, bottom: 0, right: 0 }];
  size: { rows: number; columns: number };
  #formulas: { row: number; column: number; formula: string }[] | undefined;

  constructor(
    readonly id: number,
    public name: string,
    rows: number,
    columns: number,
  ) {
    this.size = { rows, columns };
  }

  /** Every formula of the sheet. */
  formulas(): readonly { row: number; column: number; formula: string }[] {
    if (!this.#formulas) {
      this.#formulas = [];
      for (const { row, column, value } of this.contents.entries()) {
        if (value instanceof Formula) this.#formulas.push({ row, column, formula: value.text });
      }
    }
    return this.#formulas;
  }

  /** Puts a content into a cell; undefined empties it. */
  put(row: number, column: number, content: CellContent | undefined): void {
    if (content instanceof Formula || this.contents.get(row, column) instanceof Formula) this.#formulas = undefined;
    this.contents.set(row, column, content);
  }

  /** Changes some properties of a cell's style; undefined sets a property back to the default. */
  restyle(row: number, column: number, change: { readonly [K in keyof CellStyle]?: CellStyle[K] | undefined }): void {
    const style: Record<string, unknown> = { ...this.styles.get(row, column), ...change };
    for (const [name, value] of Object.entries(style)) if (value === undefined) delete style[name];
    this.styles.set(row, column, Object.keys(style).length > 0 ? (style as CellStyle) : undefined);
  }

  /** Carries layers, tracks, size and frozen lines through a change of structure; areas and formulas are the workbook's part. */
  restructure(change: StructureChange): void {
    this.#formulas = undefined;
    const { axis, at, count } = change;
    for (const layer of [this.contents, this.formats, this.styles, this.notes, this.validations]) {
      if (change.kind === 'move') layer.move(axis, at, count, change.to);
      else if (change.kind === 'insert') layer.insert(axis, at, count);
      else layer.remove(axis, at, count);
    }
    const track = this.tracks[axis];
    if (change.kind === 'move') {
      track.move(at, count, change.to);
      return;
    }
    if (change.kind === 'insert') track.insert(at, count);
    else track.remove(at, count);
    const sign = change.kind === 'insert' ? count : -count;
    this.size = { ...this.size, [axis]: this.size[axis] + sign };
    const frozen = this.frozen[axis];
    if (at < frozen) this.frozen = { ...this.frozen, [axis]: Math.max(at, frozen + sign) };
  }

  /** An independent copy under another id and name. */
  clone(id = this.id, name = this.name): Sheet {
    const copy = new Sheet(id, name, this.size.rows, this.size.columns);
    copy.hidden = this.hidden;
    copy.tabColor = this.tabColor;
    copy.gridLines = this.gridLines;
    copy.frozen = this.frozen;
    copy.groupButtonBefore = { ...this.groupButtonBefore };
    copy.contents = this.contents.clone();
    copy.formats = this.formats.clone();
    copy.styles = this.styles.clone();
    copy.notes = this.notes.clone();
    copy.validations = this.validations.clone();
    copy.tracks = { rows: this.tracks.rows.clone(), columns: this.tracks.columns.clone() };
    copy.merges = [...this.merges];
    copy.selection = [...this.selection];
    const own = <T extends Area>(area: T): T => (area.sheet === this.id ? { ...area, sheet: id } : area);
    copy.conditionalRules = this.conditionalRules.map((rule) => ({ ...rule, ranges: rule.ranges.map(own) }));
    copy.charts = this.charts.map((chart) => ({ ...chart, ranges: chart.ranges.map(own) }));
    copy.protections = this.protections.map((one) => (one.area ? { ...one, area: own(one.area) } : one));
    return copy;
  }
}
