import { splitSheet } from '../workbook/address';
import type { Sheet as Tab } from '../workbook/sheet';
import type { Workbook } from '../workbook/workbook';
import { isTimeZone } from '../workbook/zone';
import type { EnumValue } from './enumeration';
import type { Execution } from './execution';
import { defineInterface, GoogleError, Service } from './interface';
import { ADD_METADATA, addMetadata, type DeveloperMetadata, DeveloperMetadataFinder, listMetadata } from './metadata';
import type { Range } from './range';
import { RangeList } from './range-list';
import { Selection } from './selection';
import { Sheet } from './sheet';

const SPREADSHEET = defineInterface<Spreadsheet>('SpreadsheetApp', 'Spreadsheet', {
  addDeveloperMetadata: ADD_METADATA,
  createDeveloperMetadataFinder: [''],
  deleteActiveSheet: [''],
  deleteSheet: ['Sheet'],
  duplicateActiveSheet: [''],
  getActiveCell: [''],
  getActiveRange: [''],
  getActiveSheet: [''],
  getDataRange: [''],
  getDeveloperMetadata: [''],
  getId: [''],
  getLastColumn: [''],
  getLastRow: [''],
  getName: [''],
  getNumSheets: [''],
  getRange: ['str'],
  getRangeByName: ['str'],
  getRangeList: ['str[]'],
  getSelection: [''],
  getSheetById: ['int'],
  getSheetByName: ['str'],
  getSheetId: [''],
  getSheetName: [''],
  getSheets: [''],
  getSpreadsheetLocale: [''],
  getSpreadsheetTimeZone: [''],
  getUrl: [''],
  insertSheet: ['', 'int', 'str', 'str,int', 'obj', 'int,obj', 'str,obj', 'str,int,obj'],
  moveActiveSheet: ['int'],
  rename: ['str'],
  renameActiveSheet: ['str'],
  setActiveRange: ['Range'],
  setActiveSelection: ['Range', 'str'],
  setActiveSheet: ['Sheet', 'Sheet,bool'],
  setSpreadsheetLocale: ['str'],
  setSpreadsheetTimeZone: ['str'],
  toast: ['str', 'str,str', 'str,str,num?'],
});

/** The active file as scripts see it. */
export class Spreadsheet extends Service {
  readonly face = SPREADSHEET;

  constructor(private readonly execution: Execution) {
    super();
  }

  getName(): string {
    return this.#workbook.name;
  }

  rename(name: string): void {
    this.#workbook.name = name;
  }

  getId(): string {
    return 'local-spreadsheet';
  }

  getUrl(): string {
    return 'https://docs.google.com/spreadsheets/d/local-spreadsheet/edit';
  }

  getSpreadsheetLocale(): string {
    return this.#workbook.locale;
  }

  setSpreadsheetLocale(locale: string): void {
    this.#workbook.setRegion(locale, this.#workbook.timeZone);
  }

  getSpreadsheetTimeZone(): string {
    return this.#workbook.timeZone;
  }

  setSpreadsheetTimeZone(timeZone: string): void {
    if (!isTimeZone(timeZone)) throw new GoogleError(`Invalid argument: ${timeZone}`);
    this.#workbook.setRegion(this.#workbook.locale, timeZone);
  }

  getSheets(): Sheet[] {
    return this.#workbook.sheets.map((tab) => this.#sheet(tab));
  }

  getNumSheets(): number {
    return this.#workbook.sheets.length;
  }

  getSheetByName(name: string): Sheet | null {
    const tab = this.#workbook.find(name);
    return tab?.name === name ? this.#sheet(tab) : null;
  }

  getSheetById(id: number): Sheet | null {
    const tab = this.#workbook.find(id);
    return tab ? this.#sheet(tab) : null;
  }

  getActiveSheet(): Sheet {
    return this.#sheet(this.#workbook.activeSheet);
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }

  getSheetId(): number {
    return this.getActiveSheet().getSheetId();
  }

  getSheetName(): string {
    return this.getActiveSheet().getName();
  }

  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }

  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }

  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }

  /** A sheet after the active one or at a position, named as asked or "SheetN", empty or a copy of a template; it becomes active. */
  insertSheet(...given: (string | number | Record<string, unknown>)[]): Sheet {
    const name = given.find((one) => typeof one === 'string') ?? this.#freeName();
    const workbook = this.#workbook;
    const at = given.find((one) => typeof one === 'number') ?? workbook.sheets.indexOf(workbook.activeSheet) + 1;
    const template = given.find((one) => typeof one === 'object')?.template;
    const tab =
      template instanceof Sheet
        ? workbook.duplicateSheet(template.tab, name, at)
        : workbook.addSheet(name, { at: Math.min(at, workbook.sheets.length) });
    return this.#sheet(tab).activate();
  }

  deleteSheet(sheet: Sheet): void {
    this.#workbook.deleteSheet(sheet.tab);
  }

  deleteActiveSheet(): Sheet {
    this.#workbook.deleteSheet(this.#workbook.activeSheet);
    return this.getActiveSheet();
  }

  duplicateActiveSheet(): Sheet {
    const { activeSheet, sheets } = this.#workbook;
    let name = `Copy of ${activeSheet.name}`;
    for (let n = 2; this.#workbook.find(name); n++) name = `Copy of ${activeSheet.name} ${n}`;
    return this.#sheet(this.#workbook.duplicateSheet(activeSheet, name, sheets.indexOf(activeSheet) + 1)).activate();
  }

  moveActiveSheet(position: number): void {
    if (position < 1 || position > this.getNumSheets()) throw new GoogleError('The sheet index is out of bounds.');
    this.#workbook.moveSheet(this.#workbook.activeSheet, position - 1);
  }

  renameActiveSheet(name: string): void {
    this.getActiveSheet().setName(name);
  }

  getRange(a1: string): Range {
    const { sheet, rest } = splitSheet(a1);
    const tab = sheet === undefined ? undefined : this.#workbook.find(sheet);
    if (sheet !== undefined && !tab) throw new GoogleError('Range not found');
    const whole = sheet === undefined ? this.#workbook.find(a1) : undefined;
    if (whole) return this.#sheet(whole).getRange(1, 1, whole.size.rows, whole.size.columns);
    return (tab ? this.#sheet(tab) : this.getActiveSheet()).getRange(rest);
  }

  getRangeList(texts: string[]): RangeList {
    return new RangeList(
      this.execution,
      texts.map((text) => this.getRange(text)),
    );
  }

  getRangeByName(): null {
    return null;
  }

  getSelection(): Selection {
    return new Selection(this.execution);
  }

  getActiveRange(): Range {
    return this.getSelection().getActiveRange();
  }

  getActiveCell(): Range {
    return this.getSelection().getCurrentCell();
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  setActiveSelection(range: Range | string): Range {
    return (typeof range === 'string' ? this.getRange(range) : range).activate();
  }

  toast(message: string, title = ''): void {
    this.execution.platform.toasts.push(title === '' ? message : `${title}: ${message}`);
  }

  addDeveloperMetadata(key: string, value?: string | EnumValue, visibility?: EnumValue): this {
    addMetadata(this.execution, { kind: 'spreadsheet' }, key, value, visibility);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return listMetadata(this.execution, ({ location }) => location.kind === 'spreadsheet');
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.execution, () => true);
  }

  get #workbook(): Workbook {
    return this.execution.workbook;
  }

  #sheet(tab: Tab): Sheet {
    return this.execution.objects.sheet(tab);
  }

  #freeName(): string {
    let number = this.getNumSheets() + 1;
    while (this.#workbook.find(`Sheet${number}`)) number++;
    return `Sheet${number}`;
  }
}
