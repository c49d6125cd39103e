import { parseTyped } from '../files/typed-value';
import { createCalculation } from '../formula/calculation';
import { adjustFormula, type StructureChange as FormulaChange } from '../formula/references';
import { type Block, contains, formatBlock, parseBlock, quoteSheet, splitSheet } from './address';
import { displayText } from './display';
import { movedIndex } from './line';
import { type CellContent, Formula, Sheet, type StructureChange } from './sheet';
import type { Snapshot } from './snapshot';
import type {
  Area,
  Calculation,
  CellAddress,
  CellSource,
  ConditionValue,
  Content,
  CustomFunctions,
  Metadata,
  MetadataLocation,
  Scalar,
} from './types';

/** What a new workbook starts with; locale such as "pl_PL", time zone such as "Europe/Warsaw". */
export interface WorkbookOptions {
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Names of its empty sheets; one, "Sheet1", by default. */
  readonly sheets?: readonly string[];
}

/** Most cells that a file may have, and most characters in one of them. */
export const CELL_LIMIT = 10_000_000;
export const TEXT_LIMIT = 50_000;
const METADATA_LIMIT = 30_000;

/** A fault of whoever edits the workbook, said in a sentence; the workbook is as it was before. */
export class WorkbookError extends Error {}

/** A new workbook with empty sheets of 1000 rows and 26 columns. */
export function createWorkbook(options: WorkbookOptions): Workbook {
  const workbook = new Workbook(options.name, options.locale, options.timeZone);
  for (const name of options.sheets ?? ['Sheet1']) workbook.addSheet(name);
  return workbook;
}

/** A whole file: sheets, metadata and the calculation over them. Rows, columns and positions count from 0. */
export class Workbook implements CellSource {
  /** Whether scripts may add or change developer metadata; a copied file has been seen to refuse. */
  metadataWritable = true;
  #sheets: Sheet[] = [];
  #byId = new Map<number, Sheet>();
  #byName = new Map<string, Sheet>();
  #active: Sheet | undefined;
  #metadata: Metadata[] = [];
  #nextId = 0;
  #custom: CustomFunctions | undefined;
  readonly #calculation: Calculation;

  constructor(
    public name: string,
    public locale: string,
    public timeZone: string,
  ) {
    this.#calculation = createCalculation(this, (name) => this.#custom?.(name));
  }

  /** All sheets from left to right, hidden ones included. */
  get sheets(): readonly Sheet[] {
    return this.#sheets;
  }

  /** The sheet that the user looks at; throws if there is none yet. */
  get activeSheet(): Sheet {
    const sheet = this.#active ?? this.#sheets.find((one) => !one.hidden);
    if (!sheet) throw new WorkbookError('The workbook has no sheet to look at.');
    return sheet;
  }

  set activeSheet(sheet: Sheet) {
    this.#active = sheet;
  }

  /** All developer metadata. */
  get metadata(): readonly Metadata[] {
    return this.#metadata;
  }

  /** A sheet by its name in any case, or by its id; undefined if there is none. */
  find(nameOrId: string | number): Sheet | undefined {
    return typeof nameOrId === 'number' ? this.#byId.get(nameOrId) : this.#byName.get(nameOrId.toLowerCase());
  }

  /** A sheet by its name or id; throws if there is none. */
  sheet(nameOrId: string | number): Sheet {
    const sheet = this.find(nameOrId);
    if (!sheet) throw new WorkbookError(`There is no sheet ${JSON.stringify(nameOrId)}.`);
    return sheet;
  }

  sheetId(name: string): number | undefined {
    return this.find(name)?.id;
  }

  sheetName(id: number): string | undefined {
    return this.find(id)?.name;
  }

  content(sheet: number, row: number, column: number): Content | undefined {
    const content = this.#byId.get(sheet)?.contents.get(row, column);
    if (content === undefined) return undefined;
    return content instanceof Formula ? { formula: content.text } : { value: content };
  }

  extent(sheet: number): { rows: number; columns: number } {
    return this.#byId.get(sheet)?.contents.extent() ?? { rows: 0, columns: 0 };
  }

  size(sheet: number): { rows: number; columns: number } {
    return this.#byId.get(sheet)?.size ?? { rows: 0, columns: 0 };
  }

  formulas(sheet: number): Iterable<{ row: number; column: number; formula: string }> {
    return this.#byId.get(sheet)?.formulas() ?? [];
  }

  /** "General" where nobody chose a format. */
  numberFormat(sheet: number, row: number, column: number): string {
    return this.#byId.get(sheet)?.formats.get(row, column) ?? 'General';
  }

  /** The computed value of a cell. */
  valueAt(sheet: Sheet, row: number, column: number): Scalar {
    return this.#calculation.value(sheet.id, row, column);
  }

  /** What a cell shows. */
  displayAt(sheet: Sheet, row: number, column: number): string {
    return displayText(this.valueAt(sheet, row, column), this.numberFormat(sheet.id, row, column), this.locale);
  }

  /** Number of rows and columns up to the last cell that shows something, spills included. */
  shown(sheet: Sheet): { rows: number; columns: number } {
    return this.#calculation.shown(sheet.id);
  }

  /** Where the value of a cell spills from; undefined if it stands there itself. */
  spillAnchor(sheet: Sheet, row: number, column: number): { row: number; column: number } | undefined {
    return this.#calculation.spillAnchor(sheet.id, row, column);
  }

  /** What a formula would give in a cell, if it were copied there from so many rows above and columns to the left. */
  evaluate(formula: string, at: CellAddress, copied = { rows: 0, columns: 0 }): Scalar {
    return this.#calculation.evaluate(formula, at, copied);
  }

  /** The computed value of a cell such as ("Deals", "B2"). */
  value(sheet: string, a1: string): Scalar {
    return this.#at(sheet, a1, (one, row, column) => this.valueAt(one, row, column));
  }

  /** The computed values of a block such as ("Deals", "B2:C9"), row by row. */
  values(sheet: string, a1: string): Scalar[][] {
    const one = this.sheet(sheet);
    const { top, left, bottom, right } = this.block(one, a1);
    const rows: Scalar[][] = [];
    for (let row = top; row <= bottom; row++) {
      const cells: Scalar[] = [];
      for (let column = left; column <= right; column++) cells.push(this.valueAt(one, row, column));
      rows.push(cells);
    }
    return rows;
  }

  /** What a cell such as ("Deals", "B2") shows. */
  display(sheet: string, a1: string): string {
    return this.#at(sheet, a1, (one, row, column) => this.displayAt(one, row, column));
  }

  /** The formula of a cell such as ("Deals", "B2"); undefined if it holds none. */
  formula(sheet: string, a1: string): string | undefined {
    return this.#at(sheet, a1, ({ contents }, row, column) => {
      const content = contents.get(row, column);
      return content instanceof Formula ? content.text : undefined;
    });
  }

  /** Types a text into a cell such as ("Deals", "B2") as a user of this locale would. */
  type(sheet: string, a1: string, text: string): void {
    this.#at(sheet, a1, (one, row, column) => this.enter(one, row, column, [[text]]));
  }

  /**
   * Writes rows from a cell on: texts as a user of this locale would type them (numbers, dates and formulas are recognised
   * unless the cell is plain text), contents as they are. Throws outside the sheet.
   */
  enter(sheet: Sheet, top: number, left: number, rows: readonly (readonly (string | Content | undefined)[])[]): void {
    const formats: { row: number; column: number; format: string }[] = [];
    const contents = rows.map((cells, down) =>
      cells.map((cell, across) => {
        if (typeof cell !== 'string') return cell;
        const [row, column] = [top + down, left + across];
        const current = this.numberFormat(sheet.id, row, column);
        if (current === '@') return { value: cell.replace(/^'/, '') };
        const typed = parseTyped(cell, this.locale);
        if ('formula' in typed) return typed;
        const format = typed.numberFormat;
        if (format !== undefined && current === 'General') formats.push({ row, column, format });
        return { value: typed.value };
      }),
    );
    this.write(sheet, top, left, contents);
    for (const { row, column, format } of formats) {
      this.setNumberFormats(sheet, { top: row, left: column, bottom: row, right: column }, () => format);
    }
  }

  /** Writes rows of contents from a cell on; undefined, null and "" leave a cell blank. Throws outside the sheet. */
  write(sheet: Sheet, top: number, left: number, rows: readonly (readonly (Content | undefined)[])[]): void {
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (rows.length === 0 || width === 0) return;
    const area = { sheet: sheet.id, top, left, bottom: top + rows.length - 1, right: left + width - 1 };
    this.#requireInside(sheet, area);
    for (const row of rows) row.forEach(requireShort);
    for (const [down, row] of rows.entries()) {
      for (const [across, content] of row.entries()) sheet.put(top + down, left + across, stored(content));
    }
    this.#calculation.changed(area);
  }

  /** Empties the contents of a block. */
  clear(sheet: Sheet, block: Block): void {
    const area = this.#clip(sheet, block);
    const { rows, columns } = sheet.contents.extent();
    for (let column = area.left; column <= Math.min(area.right, columns - 1); column++) {
      for (let row = area.top; row <= Math.min(area.bottom, rows - 1); row++) sheet.put(row, column, undefined);
    }
    this.#calculation.changed(area);
  }

  /** Sets the number format of every cell of a block; undefined or "General" sets it back to automatic. */
  setNumberFormats(sheet: Sheet, block: Block, format: (row: number, column: number) => string | undefined): void {
    const area = this.#clip(sheet, block);
    for (let column = area.left; column <= area.right; column++) {
      for (let row = area.top; row <= area.bottom; row++) {
        const chosen = format(row, column);
        sheet.formats.set(row, column, chosen === 'General' ? undefined : chosen);
      }
    }
    this.#calculation.changed(area);
  }

  /** The block that an A1 text such as "B2:C" means on a sheet, open ends closed at its last row and column; throws if it is none. */
  block(sheet: Sheet, a1: string): Block {
    const block = parseBlock(a1);
    if (!block) throw new WorkbookError(`${JSON.stringify(a1)} is no range.`);
    return this.#clip(sheet, block);
  }

  /** Adds an empty sheet before position `at` (at the end by default). */
  addSheet(name: string, options: { at?: number; rows?: number; columns?: number } = {}): Sheet {
    const { rows = 1000, columns = 26 } = options;
    this.#requireName(name);
    this.#requireRoom(rows * columns);
    return this.#adopt(new Sheet(this.#nextId, name, rows, columns), options.at);
  }

  /** Adds a copy of a sheet, protections and selection included; metadata of its own is copied, too. */
  duplicateSheet(sheet: Sheet, name: string, at?: number): Sheet {
    this.#requireName(name);
    this.#requireRoom(sheet.size.rows * sheet.size.columns);
    const copy = this.#adopt(sheet.clone(this.#nextId, name), at);
    for (const { key, value, visibility, location } of [...this.#metadata]) {
      if (location.kind !== 'spreadsheet' && location.sheet === sheet.id) {
        this.addMetadata(key, value, visibility, { ...location, sheet: copy.id });
      }
    }
    return copy;
  }

  /** Deletes a sheet; formulas that read it show #REF!. The last visible one cannot go. */
  deleteSheet(sheet: Sheet): void {
    if (!this.#sheets.some((one) => one !== sheet && !one.hidden)) {
      throw new WorkbookError("You can't remove all the visible sheets in a document.");
    }
    const position = this.#sheets.indexOf(sheet);
    this.#sheets.splice(position, 1);
    this.#byId.delete(sheet.id);
    this.#byName.delete(sheet.name.toLowerCase());
    this.#metadata = this.#metadata.filter(({ location }) => !('sheet' in location) || location.sheet !== sheet.id);
    this.#rewrite({ kind: 'deleteSheet', sheet: sheet.name }, (area) => (area.sheet === sheet.id ? undefined : area));
    if (this.#active === sheet) {
      this.#active = this.#sheets.slice(position).find((one) => !one.hidden) ?? this.#sheets.findLast((s) => !s.hidden);
    }
    this.#calculation.restructured();
  }

  /** Renames a sheet and every formula that names it. */
  renameSheet(sheet: Sheet, name: string): void {
    if (name === sheet.name) return;
    this.#requireName(name, sheet);
    const before = sheet.name;
    this.#byName.delete(before.toLowerCase());
    sheet.name = name;
    this.#byName.set(name.toLowerCase(), sheet);
    this.#rewrite({ kind: 'rename', sheet: before, to: name }, (area) => area, before);
    this.#calculation.restructured();
  }

  /** Moves a sheet to a position among the others. */
  moveSheet(sheet: Sheet, to: number): void {
    this.#sheets.splice(this.#sheets.indexOf(sheet), 1);
    this.#sheets.splice(to, 0, sheet);
  }

  /** Hides or shows a sheet; one has to stay visible. */
  hideSheet(sheet: Sheet, hidden: boolean): void {
    if (hidden && !this.#sheets.some((one) => one !== sheet && !one.hidden)) {
      throw new WorkbookError("You can't hide all the sheets in a document.");
    }
    sheet.hidden = hidden;
    if (hidden && this.#active === sheet) this.#active = undefined;
  }

  /** Inserts, deletes or moves rows or columns; formulas, areas and metadata everywhere follow. */
  restructure(sheet: Sheet, change: StructureChange): void {
    this.#requireLines(sheet, change);
    if (change.kind === 'insert') {
      const across = change.axis === 'rows' ? sheet.size.columns : sheet.size.rows;
      this.#requireRoom(change.count * across);
    }
    if (change.kind === 'move' && change.to >= change.at && change.to <= change.at + change.count) return;
    sheet.restructure(change);
    this.#rewrite({ ...change, sheet: sheet.name }, (area) => this.#adjust(area, sheet, change));
    this.#moveAnchors(sheet, change);
    this.#metadata = this.#metadata.flatMap((one) => follow(one, sheet.id, change));
    this.#calculation.restructured();
  }

  /** Makes formulas and areas that read cells of a block read them where they will stand: so many rows and columns on, on a sheet. */
  moveReferences(from: Area, to: Sheet, rows: number, columns: number): void {
    const sheet = this.sheet(from.sheet);
    const move = { kind: 'moveBlock', sheet: sheet.name, block: from, to: to.name, rows, columns } as const;
    const go = (area: Area): Area =>
      area.sheet !== from.sheet || !contains(from, area)
        ? area
        : {
            sheet: to.id,
            top: area.top + rows,
            bottom: area.bottom + rows,
            left: area.left + columns,
            right: area.right + columns,
          };
    this.#rewrite(move, go);
    this.#calculation.restructured();
  }

  /** Hangs metadata onto the file, a sheet, a row or a column. Texts are limited to 30,000 characters per file and per sheet. */
  addMetadata(
    key: string,
    value: string | null,
    visibility: Metadata['visibility'],
    location: MetadataLocation,
  ): Metadata {
    const metadata = { id: this.#nextMetadataId(), key, value, visibility, location };
    this.#putMetadata([...this.#metadata, metadata]);
    return metadata;
  }

  /** Changes key, value, visibility or location of metadata. */
  changeMetadata(id: number, change: Partial<Omit<Metadata, 'id'>>): void {
    this.#putMetadata(this.#metadata.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  /** Takes metadata away. */
  removeMetadata(id: number): void {
    this.#putMetadata(this.#metadata.filter((one) => one.id !== id));
  }

  /** Makes these the custom functions of the file. */
  useCustomFunctions(custom: CustomFunctions | undefined): void {
    this.#custom = custom;
    this.#calculation.restructured();
  }

  /** Changes what numbers, dates and typed text mean; values that stand in cells stay. */
  setRegion(locale: string, timeZone: string): void {
    this.locale = locale;
    this.timeZone = timeZone;
    this.#calculation.restructured();
  }

  /** What File > Make a copy gives: everything but the selection; metadata as seen to be kept, lost, or kept and unwritable. */
  copy(options: { name?: string; metadata: 'kept' | 'lost' | 'unwritable' }): Workbook {
    const copy = new Workbook(options.name ?? `Copy of ${this.name}`, this.locale, this.timeZone);
    for (const sheet of this.#sheets) {
      const clone = sheet.clone();
      clone.selection = [{ top: 0, left: 0, bottom: 0, right: 0 }];
      copy.#adopt(clone);
    }
    copy.#nextId = this.#nextId;
    if (options.metadata !== 'lost') copy.#metadata = [...this.#metadata];
    copy.metadataWritable = options.metadata !== 'unwritable';
    return copy;
  }

  /** Makes everything as it was when a snapshot was taken; what stands in the snapshot is not touched by later changes. */
  restore({ name, locale, timeZone, sheets, active, metadata }: Snapshot): void {
    Object.assign(this, { name, locale, timeZone });
    this.#sheets = [];
    this.#byId.clear();
    this.#byName.clear();
    for (const sheet of sheets) this.#adopt(sheet.clone());
    this.#active = active === undefined ? undefined : this.find(active);
    this.#metadata = [...metadata];
    this.#calculation.restructured();
  }

  #at<T>(sheet: string, a1: string, action: (sheet: Sheet, row: number, column: number) => T): T {
    const one = this.sheet(sheet);
    const { top, left } = this.block(one, a1);
    return action(one, top, left);
  }

  #adopt(sheet: Sheet, at = this.#sheets.length): Sheet {
    this.#sheets.splice(at, 0, sheet);
    this.#byId.set(sheet.id, sheet);
    this.#byName.set(sheet.name.toLowerCase(), sheet);
    this.#nextId = Math.max(this.#nextId, sheet.id) + 1;
    this.#calculation.restructured();
    return sheet;
  }

  #clip(sheet: Sheet, block: Block): Area {
    const bottom = block.bottom === Number.POSITIVE_INFINITY ? sheet.size.rows - 1 : block.bottom;
    const right = block.right === Number.POSITIVE_INFINITY ? sheet.size.columns - 1 : block.right;
    const area = { sheet: sheet.id, top: block.top, left: block.left, bottom, right };
    this.#requireInside(sheet, area);
    return area;
  }

  #requireInside({ size }: Sheet, { top, left, bottom, right }: Block): void {
    if (top < 0 || left < 0 || bottom >= size.rows || right >= size.columns || top > bottom || left > right) {
      throw new WorkbookError('The coordinates of the range are outside the dimensions of the sheet.');
    }
  }

  #requireName(name: string, own?: Sheet): void {
    if (name === '') throw new WorkbookError("The sheet name can't be empty.");
    if (name.length > 100) throw new WorkbookError("The sheet name can't be more than 100 characters long.");
    const other = this.find(name);
    if (other && other !== own) {
      throw new WorkbookError(`A sheet with the name "${name}" already exists. Please enter another name.`);
    }
  }

  #requireRoom(cells: number): void {
    const all = this.#sheets.reduce((sum, { size }) => sum + size.rows * size.columns, cells);
    if (all > CELL_LIMIT) {
      throw new WorkbookError(
        `This action would increase the number of cells in the workbook above the limit of ${CELL_LIMIT} cells.`,
      );
    }
  }

  #requireLines({ size }: Sheet, change: StructureChange): void {
    const { axis, at, count } = change;
    const end = change.kind === 'insert' ? at : at + count;
    const beyond = end > size[axis] || (change.kind === 'move' && (change.to < 0 || change.to > size[axis]));
    if (at < 0 || count < 1 || beyond) throw new WorkbookError(`Those ${axis} are out of bounds.`);
    if (change.kind === 'delete' && count >= size[axis]) {
      throw new WorkbookError(`You can't delete all the ${axis} on the sheet.`);
    }
  }

  /** Areas change exactly as references in formulas do, so a formula does the work. */
  #adjust(area: Area, sheet: Sheet, change: StructureChange): Area | undefined {
    if (area.sheet !== sheet.id) return area;
    const formula = `=${quoteSheet(sheet.name)}!${formatBlock(area)}`;
    const adjusted = adjustFormula(formula, sheet.name, { ...change, sheet: sheet.name });
    const block = parseBlock(splitSheet(adjusted.slice(1)).rest);
    return block && { sheet: sheet.id, ...block };
  }

  #rewrite(change: FormulaChange, adjust: (area: Area) => Area | undefined, renamedFrom?: string): void {
    for (const sheet of this.#sheets) {
      const onSheet =
        renamedFrom !== undefined && 'to' in change && sheet.name === change.to ? renamedFrom : sheet.name;
      const reword = (formula: string) => adjustFormula(formula, onSheet, change);
      for (const { row, column, formula } of sheet.formulas()) {
        const adjusted = reword(formula);
        if (adjusted !== formula) sheet.put(row, column, new Formula(adjusted));
      }
      this.#rewriteAreas(sheet, adjust, reword);
    }
  }

  #rewriteAreas(sheet: Sheet, adjust: (area: Area) => Area | undefined, reword: (formula: string) => string): void {
    const all = (areas: readonly Area[]) => areas.flatMap((area) => adjust(area) ?? []);
    // What belongs to the sheet stays on it when cells go to another one.
    const own = (area: Area) => {
      const adjusted = adjust(area);
      return adjusted && adjusted.sheet !== sheet.id ? area : adjusted;
    };
    const convert = (value: ConditionValue): ConditionValue | undefined => {
      if (typeof value === 'object') return adjust(value);
      return typeof value === 'string' && value.startsWith('=') ? reword(value) : value;
    };
    sheet.merges = sheet.merges.flatMap((merge) => {
      const area = own({ sheet: sheet.id, ...merge });
      if (!area || (area.top === area.bottom && area.left === area.right)) return [];
      const { top, left, bottom, right } = area;
      return { top, left, bottom, right };
    });
    sheet.charts = sheet.charts.map((chart) => ({ ...chart, ranges: all(chart.ranges) }));
    sheet.protections = sheet.protections.flatMap((one) => {
      const area = one.area && own(one.area);
      if (!one.area) return one;
      return area ? { ...one, area } : [];
    });
    sheet.conditionalRules = sheet.conditionalRules.flatMap((rule) => {
      const ranges = rule.ranges.flatMap((area) => own(area) ?? []);
      if (ranges.length === 0) return [];
      if (!rule.condition) return { ...rule, ranges };
      const values = rule.condition.values.flatMap((value) => convert(value) ?? []);
      return { ...rule, ranges, condition: { ...rule.condition, values } };
    });
    for (const { row, column, value: rule } of sheet.validations.entries()) {
      if (!rule.values.some((value) => typeof value === 'object' || String(value).startsWith('='))) continue;
      const values = rule.values.map(convert);
      const known = values.every((value): value is ConditionValue => value !== undefined);
      sheet.validations.set(row, column, known ? { ...rule, values } : undefined);
    }
  }

  #moveAnchors(sheet: Sheet, change: StructureChange): void {
    const field = change.axis === 'rows' ? 'row' : 'column';
    sheet.charts = sheet.charts.map((chart) => {
      const index = shifted(chart.anchor[field], change) ?? Math.max(0, change.at - 1);
      return { ...chart, anchor: { ...chart.anchor, [field]: index } };
    });
  }

  #nextMetadataId(): number {
    return this.#metadata.reduce((most, { id }) => Math.max(most, id), 1000) + 1;
  }

  #putMetadata(metadata: Metadata[]): void {
    if (!this.metadataWritable) throw new WorkbookError('The developer metadata of this file cannot be changed.');
    const lengths = new Map<number | undefined, number>();
    for (const { key, value, location } of metadata) {
      const owner = 'sheet' in location ? location.sheet : undefined;
      lengths.set(owner, (lengths.get(owner) ?? 0) + key.length + (value?.length ?? 0));
    }
    if ([...lengths.values()].some((length) => length > METADATA_LIMIT)) {
      throw new WorkbookError(`The developer metadata would have more than ${METADATA_LIMIT} characters.`);
    }
    this.#metadata = metadata;
  }
}

function stored(content: Content | undefined): CellContent | undefined {
  if (content === undefined) return undefined;
  if ('formula' in content) return new Formula(content.formula);
  const { value } = content;
  if (value === null || value === '') return undefined;
  return typeof value === 'number' && !Number.isFinite(value) ? { error: '#NUM!' } : value;
}

function requireShort(content: Content | undefined): void {
  const text = content && ('formula' in content ? content.formula : content.value);
  if (typeof text === 'string' && text.length > TEXT_LIMIT) {
    throw new WorkbookError(`Your input contains more than the maximum of ${TEXT_LIMIT} characters in a single cell.`);
  }
}

/** Where the row or column at `index` stands after a change; undefined if it was deleted. */
function shifted(index: number, change: StructureChange): number | undefined {
  const { at, count } = change;
  if (change.kind === 'move') return movedIndex(index, at, count, change.to);
  if (index < at) return index;
  if (change.kind === 'insert') return index + count;
  return index < at + count ? undefined : index - count;
}

function follow(metadata: Metadata, sheet: number, change: StructureChange): Metadata[] {
  const { location } = metadata;
  if (location.kind !== change.axis || location.sheet !== sheet) return [metadata];
  const index = shifted(location.index, change);
  return index === undefined ? [] : [{ ...metadata, location: { ...location, index } }];
}
