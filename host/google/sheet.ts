import { type Block, parseBlock, splitSheet } from '../workbook/address';
import { DEFAULT_HEIGHT, type StructureChange, type Sheet as Tab } from '../workbook/sheet';
import type { Axis, Chart } from '../workbook/types';
import type { Workbook } from '../workbook/workbook';
import { ChartBuilder, EmbeddedChart } from './charts';
import { hexColor } from './color';
import { ConditionalFormatRule } from './conditional-format';
import { type EnumValue, enumValue } from './enumeration';
import type { Execution } from './execution';
import { Group } from './group';
import { defineInterface, GoogleError, Service } from './interface';
import { ADD_METADATA, addMetadata, type DeveloperMetadata, DeveloperMetadataFinder, listMetadata } from './metadata';
import { Protection } from './protection';
import { Range } from './range';
import { RangeList } from './range-list';
import { neededHeight } from './row-height';
import { Selection } from './selection';

const SHEET = defineInterface<Sheet>('SpreadsheetApp', 'Sheet', {
  activate: [''],
  addDeveloperMetadata: ADD_METADATA,
  appendRow: ['any[]'],
  autoResizeColumn: ['int'],
  autoResizeColumns: ['int,int'],
  autoResizeRows: ['int,int'],
  clear: ['', 'obj'],
  clearConditionalFormatRules: [''],
  clearContents: [''],
  clearFormats: [''],
  clearNotes: [''],
  collapseAllColumnGroups: [''],
  collapseAllRowGroups: [''],
  createDeveloperMetadataFinder: [''],
  deleteColumn: ['int'],
  deleteColumns: ['int,int'],
  deleteRow: ['int'],
  deleteRows: ['int,int'],
  expandAllColumnGroups: [''],
  expandAllRowGroups: [''],
  getActiveCell: [''],
  getActiveRange: [''],
  getCharts: [''],
  getColumnGroup: ['int,int'],
  getColumnGroupDepth: ['int'],
  getColumnWidth: ['int'],
  getConditionalFormatRules: [''],
  getDataRange: [''],
  getDeveloperMetadata: [''],
  getFrozenColumns: [''],
  getFrozenRows: [''],
  getIndex: [''],
  getLastColumn: [''],
  getLastRow: [''],
  getMaxColumns: [''],
  getMaxRows: [''],
  getName: [''],
  getParent: [''],
  getProtections: ['ProtectionType'],
  getRange: ['int,int', 'int,int,int', 'int,int,int,int', 'str'],
  getRangeList: ['str[]'],
  getRowGroup: ['int,int'],
  getRowGroupDepth: ['int'],
  getRowHeight: ['int'],
  getSelection: [''],
  getSheetId: [''],
  getSheetName: [''],
  getSheetValues: ['int,int,int,int'],
  getTabColor: [''],
  getType: [''],
  hasHiddenGridlines: [''],
  hideColumn: ['Range'],
  hideColumns: ['int', 'int,int'],
  hideRow: ['Range'],
  hideRows: ['int', 'int,int'],
  hideSheet: [''],
  insertChart: ['EmbeddedChart'],
  insertColumnAfter: ['int'],
  insertColumnBefore: ['int'],
  insertColumns: ['int', 'int,int'],
  insertColumnsAfter: ['int,int'],
  insertColumnsBefore: ['int,int'],
  insertRowAfter: ['int'],
  insertRowBefore: ['int'],
  insertRows: ['int', 'int,int'],
  insertRowsAfter: ['int,int'],
  insertRowsBefore: ['int,int'],
  isColumnHiddenByUser: ['int'],
  isRowHiddenByUser: ['int'],
  isSheetHidden: [''],
  moveColumns: ['Range,int'],
  moveRows: ['Range,int'],
  newChart: [''],
  protect: [''],
  removeChart: ['EmbeddedChart'],
  setActiveRange: ['Range'],
  setActiveSelection: ['Range', 'str'],
  setColumnGroupControlPosition: ['GroupControlTogglePosition'],
  setColumnWidth: ['int,int'],
  setColumnWidths: ['int,int,int'],
  setConditionalFormatRules: ['ConditionalFormatRule[]'],
  setFrozenColumns: ['int'],
  setFrozenRows: ['int'],
  setHiddenGridlines: ['bool'],
  setName: ['str'],
  setRowGroupControlPosition: ['GroupControlTogglePosition'],
  setRowHeight: ['int,int'],
  setRowHeights: ['int,int,int'],
  setRowHeightsForced: ['int,int,int'],
  setTabColor: ['str?'],
  showColumns: ['int', 'int,int'],
  showRows: ['int', 'int,int'],
  showSheet: [''],
  unhideColumn: ['Range'],
  unhideRow: ['Range'],
  updateChart: ['EmbeddedChart'],
});

/** One tab as scripts see it. */
export class Sheet extends Service {
  readonly face = SHEET;

  constructor(
    private readonly execution: Execution,
    readonly kept: Tab,
  ) {
    super();
  }

  getName(): string {
    return this.tab.name;
  }

  getSheetName(): string {
    return this.tab.name;
  }

  setName(name: string): this {
    this.#workbook.renameSheet(this.tab, name);
    return this;
  }

  getSheetId(): number {
    return this.tab.id;
  }

  getIndex(): number {
    return this.#workbook.sheets.indexOf(this.tab) + 1;
  }

  getParent(): Service {
    return this.execution.objects.spreadsheet();
  }

  getType(): EnumValue {
    return enumValue('SheetType', 'GRID');
  }

  getRange(first: number | string, column?: number, rows = 1, columns = 1): Range {
    if (typeof first === 'string') return this.#parse(first);
    const [row, left] = [Math.trunc(first), Math.trunc(column ?? 1)];
    const [height, width] = [Math.trunc(rows), Math.trunc(columns)];
    if (row < 1) throw new GoogleError('The starting row of the range is too small.');
    if (left < 1) throw new GoogleError('The starting column of the range is too small.');
    if (height < 1) throw new GoogleError('The number of rows in the range must be at least 1.');
    if (width < 1) throw new GoogleError('The number of columns in the range must be at least 1.');
    return this.#range({ top: row - 1, left: left - 1, bottom: row + height - 2, right: left + width - 2 });
  }

  getRangeList(texts: string[]): RangeList {
    return new RangeList(
      this.execution,
      texts.map((text) => this.#parse(text)),
    );
  }

  getDataRange(): Range {
    return this.getRange(1, 1, Math.max(1, this.getLastRow()), Math.max(1, this.getLastColumn()));
  }

  getSheetValues(row: number, column: number, rows: number, columns: number): unknown[][] {
    return this.getRange(row, column, rows, columns).getValues();
  }

  getLastRow(): number {
    return this.#workbook.shown(this.tab).rows;
  }

  getLastColumn(): number {
    return this.#workbook.shown(this.tab).columns;
  }

  getMaxRows(): number {
    return this.tab.size.rows;
  }

  getMaxColumns(): number {
    return this.tab.size.columns;
  }

  /** Adds a row after the last one that shows something, making room where there is none. */
  appendRow(values: unknown[]): this {
    const row = this.getLastRow() + 1;
    const { rows, columns } = this.tab.size;
    if (row > rows) this.insertRowsAfter(rows, 1);
    if (values.length > columns) this.insertColumnsAfter(columns, values.length - columns);
    if (values.length > 0) this.getRange(row, 1, 1, values.length).setValues([values]);
    return this;
  }

  clear(options: Record<string, unknown> = {}): this {
    this.#all().clear(options);
    return this;
  }

  clearContents(): this {
    this.#all().clearContent();
    return this;
  }

  clearFormats(): this {
    this.#all().clearFormat();
    return this;
  }

  clearNotes(): this {
    this.#all().clearNote();
    return this;
  }

  insertRows(row: number, count = 1): void {
    this.#insert('rows', row - 1, count);
  }

  insertRowBefore(row: number): this {
    return this.#insert('rows', row - 1, 1);
  }

  insertRowsBefore(row: number, count: number): this {
    return this.#insert('rows', row - 1, count);
  }

  insertRowAfter(row: number): this {
    return this.#insert('rows', row, 1);
  }

  insertRowsAfter(row: number, count: number): this {
    return this.#insert('rows', row, count);
  }

  insertColumns(column: number, count = 1): void {
    this.#insert('columns', column - 1, count);
  }

  insertColumnBefore(column: number): this {
    return this.#insert('columns', column - 1, 1);
  }

  insertColumnsBefore(column: number, count: number): this {
    return this.#insert('columns', column - 1, count);
  }

  insertColumnAfter(column: number): this {
    return this.#insert('columns', column, 1);
  }

  insertColumnsAfter(column: number, count: number): this {
    return this.#insert('columns', column, count);
  }

  deleteRow(row: number): this {
    return this.#restructure({ kind: 'delete', axis: 'rows', at: row - 1, count: 1 });
  }

  deleteRows(row: number, count: number): void {
    this.#restructure({ kind: 'delete', axis: 'rows', at: row - 1, count });
  }

  deleteColumn(column: number): this {
    return this.#restructure({ kind: 'delete', axis: 'columns', at: column - 1, count: 1 });
  }

  deleteColumns(column: number, count: number): void {
    this.#restructure({ kind: 'delete', axis: 'columns', at: column - 1, count });
  }

  /** Moves columns to stand before the one that has this position now. */
  moveColumns(columns: Range, before: number): void {
    this.#restructure({ kind: 'move', axis: 'columns', at: columns.block.left, count: columns.width, to: before - 1 });
  }

  /** Moves rows to stand before the one that has this position now. */
  moveRows(rows: Range, before: number): void {
    this.#restructure({ kind: 'move', axis: 'rows', at: rows.block.top, count: rows.height, to: before - 1 });
  }

  getFrozenRows(): number {
    return this.tab.frozen.rows;
  }

  setFrozenRows(rows: number): void {
    this.#freeze('rows', rows);
  }

  getFrozenColumns(): number {
    return this.tab.frozen.columns;
  }

  setFrozenColumns(columns: number): void {
    this.#freeze('columns', columns);
  }

  getRowHeight(row: number): number {
    return this.tab.tracks.rows.size(row - 1);
  }

  setRowHeight(row: number, height: number): this {
    return this.setRowHeights(row, 1, height);
  }

  /** A row whose letters need more than that stays as tall as they need it. */
  setRowHeights(row: number, count: number, height: number): this {
    this.#resize('rows', row, count, height);
    for (let index = row - 1; index < row - 1 + count; index++) {
      const needed = neededHeight(this.#workbook, this.tab, index);
      if (needed > height) this.tab.tracks.rows.resize(index, needed);
    }
    return this;
  }

  setRowHeightsForced(row: number, count: number, height: number): this {
    return this.#resize('rows', row, count, height);
  }

  getColumnWidth(column: number): number {
    return this.tab.tracks.columns.size(column - 1);
  }

  setColumnWidth(column: number, width: number): this {
    return this.#resize('columns', column, 1, width);
  }

  setColumnWidths(column: number, count: number, width: number): this {
    return this.#resize('columns', column, count, width);
  }

  autoResizeColumn(column: number): this {
    return this.autoResizeColumns(column, 1);
  }

  /** Fits columns to what they show, by an average width of letters: only Google knows the fonts. */
  autoResizeColumns(first: number, count: number): this {
    const { rows } = this.#workbook.shown(this.tab);
    for (let column = first - 1; column < first - 1 + count; column++) {
      let longest = 0;
      for (let row = 0; row < rows; row++) {
        longest = Math.max(longest, this.#workbook.displayAt(this.tab, row, column).length);
      }
      if (longest > 0) this.#resize('columns', column + 1, 1, Math.max(21, longest * 7 + 10));
    }
    return this;
  }

  autoResizeRows(first: number, count: number): this {
    return this.#resize('rows', first, count, DEFAULT_HEIGHT);
  }

  hideRows(row: number, count = 1): void {
    this.#hide('rows', row - 1, count, true);
  }

  showRows(row: number, count = 1): void {
    this.#hide('rows', row - 1, count, false);
  }

  hideRow(rows: Range): void {
    this.#hide('rows', rows.block.top, rows.height, true);
  }

  unhideRow(rows: Range): void {
    this.#hide('rows', rows.block.top, rows.height, false);
  }

  isRowHiddenByUser(row: number): boolean {
    return this.tab.tracks.rows.hidden(row - 1);
  }

  hideColumns(column: number, count = 1): void {
    this.#hide('columns', column - 1, count, true);
  }

  showColumns(column: number, count = 1): void {
    this.#hide('columns', column - 1, count, false);
  }

  hideColumn(columns: Range): void {
    this.#hide('columns', columns.block.left, columns.width, true);
  }

  unhideColumn(columns: Range): void {
    this.#hide('columns', columns.block.left, columns.width, false);
  }

  isColumnHiddenByUser(column: number): boolean {
    return this.tab.tracks.columns.hidden(column - 1);
  }

  getRowGroup(row: number, depth: number): Group | null {
    return this.#group('rows', row, depth);
  }

  getRowGroupDepth(row: number): number {
    return this.tab.tracks.rows.depth(row - 1);
  }

  setRowGroupControlPosition(position: EnumValue): this {
    this.tab.groupButtonBefore.rows = position.label === 'BEFORE';
    return this;
  }

  collapseAllRowGroups(): this {
    return this.#collapse('rows', true);
  }

  expandAllRowGroups(): this {
    return this.#collapse('rows', false);
  }

  getColumnGroup(column: number, depth: number): Group | null {
    return this.#group('columns', column, depth);
  }

  getColumnGroupDepth(column: number): number {
    return this.tab.tracks.columns.depth(column - 1);
  }

  setColumnGroupControlPosition(position: EnumValue): this {
    this.tab.groupButtonBefore.columns = position.label === 'BEFORE';
    return this;
  }

  collapseAllColumnGroups(): this {
    return this.#collapse('columns', true);
  }

  expandAllColumnGroups(): this {
    return this.#collapse('columns', false);
  }

  isSheetHidden(): boolean {
    return this.tab.hidden;
  }

  hideSheet(): this {
    this.#workbook.hideSheet(this.tab, true);
    return this;
  }

  showSheet(): this {
    this.#workbook.hideSheet(this.tab, false);
    return this;
  }

  getTabColor(): string | null {
    return this.tab.tabColor ?? null;
  }

  setTabColor(color: string | null): this {
    this.tab.tabColor = color === null ? undefined : hexColor(color);
    return this;
  }

  hasHiddenGridlines(): boolean {
    return !this.tab.gridLines;
  }

  setHiddenGridlines(hidden: boolean): this {
    this.tab.gridLines = !hidden;
    return this;
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this.tab.conditionalRules.map((rule) => new ConditionalFormatRule(this.execution, rule));
  }

  /** Replaces all rules of the sheet. */
  setConditionalFormatRules(rules: ConditionalFormatRule[]): void {
    if (rules.some(({ rule }) => rule.ranges.some(({ sheet }) => sheet !== this.tab.id))) {
      throw new GoogleError('Conditional format rules can only have ranges of the sheet that they are set on.');
    }
    this.tab.conditionalRules = rules.map(({ rule }) => rule);
  }

  clearConditionalFormatRules(): void {
    this.tab.conditionalRules = [];
  }

  newChart(): ChartBuilder {
    return new ChartBuilder(this.execution);
  }

  getCharts(): EmbeddedChart[] {
    return this.tab.charts.map((chart) => new EmbeddedChart(this.execution, chart));
  }

  insertChart({ chart }: EmbeddedChart): void {
    if (chart.ranges.length === 0) throw new GoogleError('The chart has no data: it needs at least one range.');
    const ids = this.#workbook.sheets.flatMap(({ charts }) => charts.map(({ id }) => id));
    this.tab.charts = [...this.tab.charts, { ...chart, id: Math.max(0, ...ids) + 1 }];
  }

  updateChart({ chart }: EmbeddedChart): void {
    const id = this.#requireChart(chart.id);
    this.tab.charts = this.tab.charts.map((one) => (one.id === id ? { ...chart, id } : one));
  }

  removeChart({ chart }: EmbeddedChart): void {
    const id = this.#requireChart(chart.id);
    this.tab.charts = this.tab.charts.filter((one) => one.id !== id);
  }

  protect(): Protection {
    const present = this.tab.protections.find(({ area }) => !area);
    const id = present?.id ?? this.tab.protections.reduce((most, one) => Math.max(most, one.id), 0) + 1;
    if (!present) this.tab.protections = [...this.tab.protections, { id, description: '', warningOnly: false }];
    return new Protection(this.tab, id);
  }

  getProtections(type: EnumValue): Protection[] {
    const kept = this.tab.protections.filter(({ area }) => (area ? 'RANGE' : 'SHEET') === type.label);
    return kept.map(({ id }) => new Protection(this.tab, id));
  }

  addDeveloperMetadata(key: string, value?: string | EnumValue, visibility?: EnumValue): this {
    addMetadata(this.execution, { kind: 'sheet', sheet: this.tab.id }, key, value, visibility);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    const { id } = this.tab;
    return listMetadata(this.execution, ({ location }) => location.kind === 'sheet' && location.sheet === id);
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    const { id } = this.tab;
    return new DeveloperMetadataFinder(this.execution, (place) => place.kind !== 'spreadsheet' && place.sheet === id);
  }

  activate(): this {
    this.#workbook.activeSheet = this.tab;
    return this;
  }

  getSelection(): Selection {
    return new Selection(this.execution);
  }

  getActiveRange(): Range {
    return this.#range(this.tab.selection.at(-1) as Block);
  }

  getActiveCell(): Range {
    return this.getActiveRange().getCell(1, 1);
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  setActiveSelection(range: Range | string): Range {
    return (typeof range === 'string' ? this.#parse(range) : range).activate();
  }

  /** The tab, as long as it exists. */
  get tab(): Tab {
    if (this.#workbook.find(this.kept.id) !== this.kept) throw new GoogleError(`Sheet ${this.kept.id} not found`);
    return this.kept;
  }

  get #workbook(): Workbook {
    return this.execution.workbook;
  }

  #range(block: Block): Range {
    const { size } = this.tab;
    const bottom = block.bottom === Number.POSITIVE_INFINITY ? size.rows - 1 : block.bottom;
    const right = block.right === Number.POSITIVE_INFINITY ? size.columns - 1 : block.right;
    if (bottom >= size.rows || right >= size.columns || block.top > bottom || block.left > right) {
      throw new GoogleError('The coordinates of the range are outside the dimensions of the sheet.');
    }
    return new Range(this.execution, this.tab, { top: block.top, left: block.left, bottom, right });
  }

  #parse(text: string): Range {
    const { sheet, rest } = splitSheet(text);
    const block = parseBlock(rest);
    if (!block || (sheet !== undefined && sheet.toLowerCase() !== this.tab.name.toLowerCase())) {
      throw new GoogleError('Range not found');
    }
    return this.#range(block);
  }

  #all(): Range {
    return this.getRange(1, 1, this.tab.size.rows, this.tab.size.columns);
  }

  #insert(axis: Axis, at: number, count: number): this {
    return this.#restructure({ kind: 'insert', axis, at, count });
  }

  #restructure(change: StructureChange): this {
    this.#workbook.restructure(this.tab, change);
    return this;
  }

  #freeze(axis: Axis, count: number): void {
    if (count < 0 || count >= this.tab.size[axis])
      throw new GoogleError(`You can't freeze all the ${axis} of a sheet.`);
    this.tab.frozen = { ...this.tab.frozen, [axis]: count };
  }

  #resize(axis: Axis, first: number, count: number, size: number): this {
    this.#requireLines(axis, first - 1, count);
    if (size < 1) throw new GoogleError(`The size of ${axis} must be at least 1.`);
    for (let index = first - 1; index < first - 1 + count; index++) this.tab.tracks[axis].resize(index, size);
    return this;
  }

  #hide(axis: Axis, first: number, count: number, hidden: boolean): void {
    this.#requireLines(axis, first, count);
    for (let index = first; index < first + count; index++) this.tab.tracks[axis].hide(index, hidden);
  }

  #requireLines(axis: Axis, first: number, count: number): void {
    if (first < 0 || count < 1 || first + count > this.tab.size[axis]) {
      throw new GoogleError(`Those ${axis} are out of bounds.`);
    }
  }

  #group(axis: Axis, position: number, depth: number): Group | null {
    const index = position - 1;
    const groups = this.tab.tracks[axis].groups();
    const lines = groups.find((one) => one.depth === depth && one.first <= index && index <= one.last);
    return lines ? new Group(this.execution, this.tab, axis, lines) : null;
  }

  #collapse(axis: Axis, collapsed: boolean): this {
    const track = this.tab.tracks[axis];
    for (const group of track.groups()) track.collapse(group, collapsed);
    return this;
  }

  #requireChart(id: Chart['id'] | undefined): number {
    if (id === undefined || !this.tab.charts.some((one) => one.id === id)) {
      throw new GoogleError('The chart is not in this sheet.');
    }
    return id;
  }
}
