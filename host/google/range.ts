import { copyFormula } from '../formula/references';
import { type Block, contains, formatBlock, intersects } from '../workbook/address';
import { Formula } from '../workbook/sheet';
import type { Axis, Content, MetadataLocation } from '../workbook/types';
import { instantToSerial } from '../workbook/zone';
import { readCell } from './cells';
import type { EnumValue } from './enumeration';
import { defineInterface, GoogleError, notEmulated, tag } from './interface';
import { ADD_METADATA, addMetadata, type DeveloperMetadata, DeveloperMetadataFinder, listMetadata } from './metadata';
import { RangeFormat } from './range-format';
import { RichTextValue } from './rich-text';
import type { Sheet } from './sheet';
import { TextStyle } from './text-style';
import { requireValid } from './validity';

const BORDERS = [
  'bool?,bool?,bool?,bool?,bool?,bool?',
  'bool?,bool?,bool?,bool?,bool?,bool?,str?,BorderStyle?',
] as const;

const RANGE = defineInterface<Range>('SpreadsheetApp', 'Range', {
  activate: [''],
  activateAsCurrentCell: [''],
  addDeveloperMetadata: ADD_METADATA,
  breakApart: [''],
  clear: ['', 'obj'],
  clearContent: [''],
  clearDataValidations: [''],
  clearFormat: [''],
  clearNote: [''],
  copyTo: ['Range', 'Range,obj', 'Range,CopyPasteType,bool'],
  createDeveloperMetadataFinder: [''],
  getA1Notation: [''],
  getBackground: [''],
  getBackgrounds: [''],
  getCell: ['int,int'],
  getColumn: [''],
  getDataValidation: [''],
  getDataValidations: [''],
  getDeveloperMetadata: [''],
  getDisplayValue: [''],
  getDisplayValues: [''],
  getFontFamilies: [''],
  getFontFamily: [''],
  getFontLine: [''],
  getFontLines: [''],
  getFontSize: [''],
  getFontSizes: [''],
  getFontStyle: [''],
  getFontStyles: [''],
  getFontWeight: [''],
  getFontWeights: [''],
  getFormula: [''],
  getFormulas: [''],
  getGridId: [''],
  getHeight: [''],
  getHorizontalAlignment: [''],
  getHorizontalAlignments: [''],
  getLastColumn: [''],
  getLastRow: [''],
  getMergedRanges: [''],
  getNote: [''],
  getNotes: [''],
  getNumColumns: [''],
  getNumRows: [''],
  getNumberFormat: [''],
  getNumberFormats: [''],
  getRichTextValue: [''],
  getRichTextValues: [''],
  getRow: [''],
  getRowIndex: [''],
  getSheet: [''],
  getTextStyle: [''],
  getTextStyles: [''],
  getValue: [''],
  getValues: [''],
  getVerticalAlignment: [''],
  getVerticalAlignments: [''],
  getWidth: [''],
  getWrap: [''],
  getWrapStrategies: [''],
  getWrapStrategy: [''],
  isBlank: [''],
  isPartOfMerge: [''],
  merge: [''],
  mergeAcross: [''],
  mergeVertically: [''],
  offset: ['int,int', 'int,int,int', 'int,int,int,int'],
  setBackground: ['str?'],
  setBackgrounds: ['str?[][]'],
  setBorder: BORDERS,
  setDataValidation: ['DataValidation?'],
  setDataValidations: ['DataValidation?[][]'],
  setFontColor: ['str?'],
  setFontColors: ['str?[][]'],
  setFontFamilies: ['str?[][]'],
  setFontFamily: ['str?'],
  setFontLine: ['str?'],
  setFontLines: ['str?[][]'],
  setFontSize: ['int'],
  setFontSizes: ['int[][]'],
  setFontStyle: ['str?'],
  setFontStyles: ['str?[][]'],
  setFontWeight: ['str?'],
  setFontWeights: ['str?[][]'],
  setFormula: ['str'],
  setFormulas: ['str[][]'],
  setHorizontalAlignment: ['str?'],
  setHorizontalAlignments: ['str?[][]'],
  setNote: ['str?'],
  setNotes: ['str?[][]'],
  setNumberFormat: ['str'],
  setNumberFormats: ['str[][]'],
  setRichTextValue: ['RichTextValue'],
  setRichTextValues: ['RichTextValue[][]'],
  setTextRotation: ['int'],
  setTextStyle: ['TextStyle'],
  setTextStyles: ['TextStyle[][]'],
  setValue: ['any'],
  setValues: ['any[][]'],
  setVerticalAlignment: ['str?'],
  setVerticalAlignments: ['str?[][]'],
  setWrap: ['bool'],
  setWrapStrategies: ['WrapStrategy[][]'],
  setWrapStrategy: ['WrapStrategy'],
  setWraps: ['bool[][]'],
  shiftColumnGroupDepth: ['int'],
  shiftRowGroupDepth: ['int'],
});

/** A block of cells as scripts see it. */
export class Range extends RangeFormat {
  readonly face = RANGE;

  getSheet(): Sheet {
    return this.execution.objects.sheet(this.target);
  }

  getGridId(): number {
    return this.target.id;
  }

  getA1Notation(): string {
    return formatBlock(this.block);
  }

  getRow(): number {
    return this.block.top + 1;
  }

  getRowIndex(): number {
    return this.getRow();
  }

  getColumn(): number {
    return this.block.left + 1;
  }

  getLastRow(): number {
    return this.block.bottom + 1;
  }

  getLastColumn(): number {
    return this.block.right + 1;
  }

  getNumRows(): number {
    return this.height;
  }

  getNumColumns(): number {
    return this.width;
  }

  getHeight(): number {
    return this.height;
  }

  getWidth(): number {
    return this.width;
  }

  getCell(row: number, column: number): Range {
    if (row < 1 || row > this.height || column < 1 || column > this.width) {
      throw new GoogleError('Cell reference out of range');
    }
    return this.offset(row - 1, column - 1, 1, 1);
  }

  offset(rows: number, columns: number, height = this.height, width = this.width): Range {
    const sheet = this.getSheet();
    return sheet.getRange(this.getRow() + rows, this.getColumn() + columns, height, width);
  }

  getValue(): unknown {
    return this.first(this.#read);
  }

  getValues(): unknown[][] {
    return this.grid(this.#read);
  }

  getDisplayValue(): string {
    return this.first((row, column) => this.workbook.displayAt(this.target, row, column));
  }

  getDisplayValues(): string[][] {
    return this.grid((row, column) => this.workbook.displayAt(this.target, row, column));
  }

  getFormula(): string {
    return this.first(this.#formula);
  }

  getFormulas(): string[][] {
    return this.grid(this.#formula);
  }

  isBlank(): boolean {
    return this.getValues().every((row) => row.every((value) => value === ''));
  }

  setValue(value: unknown): this {
    return this.setValues(this.grid(() => value));
  }

  /** Texts that start with "=" become formulas, others are read as if typed; an apostrophe before a text keeps it text. */
  setValues(values: unknown[][]): this {
    this.requireSheet();
    this.requireShape(values);
    this.#enter(values.map((row) => row.map((value) => this.#content(value))));
    return this.eachOf(values, (row, column, value) => this.#formatDate(value, row, column));
  }

  setFormula(formula: string): this {
    return this.setFormulas(this.grid(() => formula));
  }

  setFormulas(formulas: string[][]): this {
    this.requireSheet();
    this.requireShape(formulas);
    return this.#enter(formulas.map((row) => row.map((text) => (text === '' ? undefined : readFormula(text)))));
  }

  getRichTextValue(): RichTextValue | null {
    return this.first(this.#richText);
  }

  getRichTextValues(): (RichTextValue | null)[][] {
    return this.grid(this.#richText);
  }

  setRichTextValue(value: RichTextValue): this {
    return this.setRichTextValues(this.grid(() => value));
  }

  /** Writes texts as texts, whatever they start with. */
  setRichTextValues(values: RichTextValue[][]): this {
    this.requireSheet();
    this.requireShape(values);
    this.#enter(values.map((row) => row.map((value) => ({ value: value.getText() }))));
    return this.eachOf(values, (row, column, value) => {
      const style = value.getTextStyle();
      if (style) this.target.restyle(row, column, style.style);
    });
  }

  /** Without options contents, formats, notes and validation go; conditional rules and metadata stay. */
  clear(options: Record<string, unknown> = {}): this {
    const { contentsOnly, formatOnly, commentsOnly, validationsOnly, ...others } = options;
    const unknown = Object.keys(others)[0];
    if (unknown !== undefined) throw notEmulated(`Range.clear with ${unknown}`);
    const all = !contentsOnly && !formatOnly && !commentsOnly && !validationsOnly;
    if (all || contentsOnly) this.clearContent();
    if (all || formatOnly) this.clearFormat();
    if (all || commentsOnly) this.clearNote();
    if (all || validationsOnly) this.clearDataValidations();
    return this;
  }

  clearContent(): this {
    this.requireSheet();
    this.workbook.clear(this.target, this.block);
    return this;
  }

  /** Copies values, formats, or everything onto a range of the same size; formulas only onto the same cells of another sheet. */
  copyTo(destination: Range, how?: Record<string, unknown> | EnumValue, transposed = false): void {
    const wanted = how && 'label' in how ? how.label : undefined;
    const contents =
      wanted === 'PASTE_VALUES' || (wanted === undefined && how && 'contentsOnly' in how && how.contentsOnly);
    const formats = wanted === 'PASTE_FORMAT' || (wanted === undefined && how && 'formatOnly' in how && how.formatOnly);
    const all = how === undefined;
    if (
      (!contents && !formats && !all) ||
      transposed ||
      destination.height !== this.height ||
      destination.width !== this.width
    ) {
      throw notEmulated('Range.copyTo of anything but everything, values or formats to a range of the same size');
    }
    if (all) this.#copyAll(destination);
    if (contents)
      destination.#enter(this.grid((row, column) => ({ value: this.workbook.valueAt(this.target, row, column) })));
    if (formats) this.#copyFormat(destination);
  }

  merge(): this {
    return this.#merge([this.block]);
  }

  mergeAcross(): this {
    const { top, bottom } = this.block;
    const rows = Array.from({ length: bottom - top + 1 }, (_, down) => top + down);
    return this.#merge(rows.map((row) => ({ ...this.block, top: row, bottom: row })));
  }

  mergeVertically(): this {
    const { left, right } = this.block;
    const columns = Array.from({ length: right - left + 1 }, (_, across) => left + across);
    return this.#merge(columns.map((column) => ({ ...this.block, left: column, right: column })));
  }

  breakApart(): this {
    this.#requireWholeMerges();
    this.target.merges = this.target.merges.filter((merge) => !intersects(merge, this.block));
    return this;
  }

  isPartOfMerge(): boolean {
    return this.target.merges.some((merge) => intersects(merge, this.block));
  }

  getMergedRanges(): Range[] {
    const merges = this.target.merges.filter((merge) => intersects(merge, this.block));
    return merges.map((merge) => this.execution.objects.range(this.target, merge));
  }

  shiftRowGroupDepth(by: number): this {
    return this.#shiftDepth('rows', this.block.top, this.block.bottom, by);
  }

  shiftColumnGroupDepth(by: number): this {
    return this.#shiftDepth('columns', this.block.left, this.block.right, by);
  }

  activate(): this {
    this.requireSheet();
    this.workbook.activeSheet = this.target;
    this.target.selection = [this.block];
    return this;
  }

  activateAsCurrentCell(): this {
    return this.activate();
  }

  addDeveloperMetadata(key: string, value?: string | EnumValue, visibility?: EnumValue): this {
    const axis = this.#isWhole('rows') ? 'rows' : 'columns';
    addMetadata(this.execution, this.wholeLine(axis), key, value, visibility);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return listMetadata(this.execution, ({ location }) => this.#holds(location));
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.execution, (location) => this.#holds(location));
  }

  /** The row or column that the range is; throws Google's sentence if it is anything else. */
  wholeLine(axis: Axis): MetadataLocation {
    this.requireSheet();
    const single = axis === 'rows' ? this.height === 1 : this.width === 1;
    if (!single || !this.#isWhole(axis)) {
      throw new GoogleError(
        'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be ' +
          'added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
      );
    }
    return { kind: axis, sheet: this.target.id, index: axis === 'rows' ? this.block.top : this.block.left };
  }

  /** True if the range runs over the whole length of its rows, or of its columns. */
  #isWhole(axis: Axis): boolean {
    const { top, left, bottom, right } = this.block;
    const { rows, columns } = this.target.size;
    return axis === 'rows' ? left === 0 && right === columns - 1 : top === 0 && bottom === rows - 1;
  }

  #holds(location: MetadataLocation): boolean {
    if (location.kind === 'spreadsheet' || location.kind === 'sheet' || location.sheet !== this.target.id) return false;
    if (!this.#isWhole(location.kind)) return false;
    const { top, left, bottom, right } = this.block;
    const [first, last] = location.kind === 'rows' ? [top, bottom] : [left, right];
    return location.index >= first && location.index <= last;
  }

  #shiftDepth(axis: Axis, first: number, last: number, by: number): this {
    this.requireSheet();
    for (let index = first; index <= last; index++) this.target.tracks[axis].shiftDepth(index, by);
    return this;
  }

  #read = (row: number, column: number) => readCell(this.workbook, this.target, row, column);

  #formula = (row: number, column: number) => {
    const content = this.target.contents.get(row, column);
    return content instanceof Formula ? content.text : '';
  };

  #richText = (row: number, column: number) => {
    const content = this.target.contents.get(row, column);
    if (content !== undefined && typeof content !== 'string') return null;
    return new RichTextValue(content ?? '', new TextStyle(this.target.styles.get(row, column) ?? {}));
  };

  #content(value: unknown): string | Content | undefined {
    if (value === null || value === undefined || value === '') return undefined;
    if (typeof value === 'number' || typeof value === 'boolean') return { value };
    if (tag(value) === 'Date') {
      const serial = instantToSerial((value as Date).getTime(), this.workbook.timeZone);
      if (Number.isNaN(serial)) throw new GoogleError('Invalid argument: date');
      return { value: serial };
    }
    const text = String(value);
    return text.startsWith('=') && text.length > 1 ? { formula: text } : text;
  }

  /** A date brings its own number format where the cell has none. */
  #formatDate(value: unknown, row: number, column: number): void {
    if (tag(value) !== 'Date' || this.workbook.numberFormat(this.target.id, row, column) !== 'General') return;
    const serial = this.workbook.valueAt(this.target, row, column);
    const format = Number.isInteger(serial) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss';
    this.workbook.setNumberFormats(this.target, { top: row, left: column, bottom: row, right: column }, () => format);
  }

  #enter(rows: (string | Content | undefined)[][]): this {
    requireValid(this.workbook, this.target, this.block, rows);
    this.workbook.enter(this.target, this.block.top, this.block.left, rows);
    return this;
  }

  #copyAll(destination: Range): void {
    const [down, across] = [destination.block.top - this.block.top, destination.block.left - this.block.left];
    const copied = (content: Content | undefined): Content | undefined =>
      content && 'formula' in content ? { formula: copyFormula(content.formula, down, across) } : content;
    destination.#enter(this.grid((row, column) => copied(this.workbook.content(this.target.id, row, column))));
    this.#copyFormat(destination);
    this.each((row, column) => {
      destination.target.notes.set(row + down, column + across, this.target.notes.get(row, column));
      destination.target.validations.set(row + down, column + across, this.target.validations.get(row, column));
    });
  }

  #copyFormat(destination: Range): void {
    const [down, across] = [destination.block.top - this.block.top, destination.block.left - this.block.left];
    this.each((row, column) => {
      destination.target.styles.set(row + down, column + across, this.target.styles.get(row, column));
    });
    destination.setNumberFormats(this.getNumberFormats());
  }

  #merge(blocks: readonly Block[]): this {
    this.requireSheet();
    this.#requireWholeMerges();
    this.target.merges = this.target.merges.filter((merge) => !intersects(merge, this.block));
    for (const block of blocks) {
      if (block.top === block.bottom && block.left === block.right) continue;
      this.target.merges.push(block);
      // Only the upper left cell keeps its content.
      const kept = this.workbook.content(this.target.id, block.top, block.left);
      this.workbook.clear(this.target, block);
      this.workbook.write(this.target, block.top, block.left, [[kept]]);
    }
    return this;
  }

  #requireWholeMerges(): void {
    const cut = this.target.merges.some((merge) => intersects(merge, this.block) && !contains(this.block, merge));
    if (cut) throw new GoogleError('You must select all cells in a merged range to merge or unmerge them.');
  }
}

function readFormula(text: string): Content {
  if (!text.startsWith('=')) throw notEmulated('setFormula of a text that does not start with "="');
  return { formula: text };
}
