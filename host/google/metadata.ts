import type { Metadata, MetadataLocation } from '../workbook/types';
import { type EnumValue, enumValue } from './enumeration';
import type { Execution } from './execution';
import { defineInterface, GoogleError, Service } from './interface';
import type { Range } from './range';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

const LOCATION_TYPES = { spreadsheet: 'SPREADSHEET', sheet: 'SHEET', rows: 'ROW', columns: 'COLUMN' } as const;

const LOCATION = defineInterface<DeveloperMetadataLocation>('SpreadsheetApp', 'DeveloperMetadataLocation', {
  getColumn: [''],
  getLocationType: [''],
  getRow: [''],
  getSheet: [''],
  getSpreadsheet: [''],
});

/** Where a piece of metadata hangs. */
class DeveloperMetadataLocation extends Service {
  readonly face = LOCATION;

  constructor(
    private readonly execution: Execution,
    private readonly location: MetadataLocation,
  ) {
    super();
  }

  getLocationType(): EnumValue {
    return enumValue('DeveloperMetadataLocationType', LOCATION_TYPES[this.location.kind]);
  }

  getColumn(): Range | null {
    return this.#line('columns');
  }

  getRow(): Range | null {
    return this.#line('rows');
  }

  getSheet(): Sheet | null {
    const { location, execution } = this;
    return location.kind === 'sheet' ? execution.objects.sheet(execution.workbook.sheet(location.sheet)) : null;
  }

  getSpreadsheet(): Spreadsheet | null {
    return this.location.kind === 'spreadsheet' ? this.execution.objects.spreadsheet() : null;
  }

  #line(axis: 'rows' | 'columns'): Range | null {
    const { location, execution } = this;
    if (location.kind !== axis) return null;
    const sheet = execution.workbook.sheet(location.sheet);
    const { index } = location;
    const block =
      axis === 'rows'
        ? { top: index, bottom: index, left: 0, right: sheet.size.columns - 1 }
        : { top: 0, bottom: sheet.size.rows - 1, left: index, right: index };
    return execution.objects.range(sheet, block);
  }
}

const METADATA = defineInterface<DeveloperMetadata>('SpreadsheetApp', 'DeveloperMetadata', {
  getId: [''],
  getKey: [''],
  getLocation: [''],
  getValue: [''],
  getVisibility: [''],
  moveToColumn: ['Range'],
  remove: [''],
  setKey: ['str'],
  setValue: ['str'],
  setVisibility: ['DeveloperMetadataVisibility'],
});

/** A piece of developer metadata; it follows its row, column or sheet and dies with it. */
export class DeveloperMetadata extends Service {
  readonly face = METADATA;

  constructor(
    private readonly execution: Execution,
    private readonly id: number,
  ) {
    super();
  }

  getId(): number {
    return this.id;
  }

  getKey(): string {
    return this.#current().key;
  }

  getValue(): string | null {
    return this.#current().value;
  }

  getVisibility(): EnumValue {
    return enumValue('DeveloperMetadataVisibility', this.#current().visibility);
  }

  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.execution, this.#current().location);
  }

  setKey(key: string): this {
    return this.#change({ key });
  }

  setValue(value: string): this {
    return this.#change({ value });
  }

  setVisibility(visibility: EnumValue): this {
    return this.#change({ visibility: visibility.label as Metadata['visibility'] });
  }

  moveToColumn(column: Range): this {
    return this.#change({ location: column.wholeLine('columns') });
  }

  remove(): void {
    this.#current();
    this.execution.workbook.removeMetadata(this.id);
  }

  #change(change: Partial<Omit<Metadata, 'id'>>): this {
    this.#current();
    this.execution.workbook.changeMetadata(this.id, change);
    return this;
  }

  #current(): Metadata {
    const metadata = this.execution.workbook.metadata.find(({ id }) => id === this.id);
    if (!metadata) throw new GoogleError('The developer metadata no longer exists.');
    return metadata;
  }
}

const FINDER = defineInterface<DeveloperMetadataFinder>('SpreadsheetApp', 'DeveloperMetadataFinder', {
  find: [''],
  withId: ['int'],
  withKey: ['str'],
  withLocationType: ['DeveloperMetadataLocationType'],
  withValue: ['str'],
  withVisibility: ['DeveloperMetadataVisibility'],
});

/** A search for metadata within a spreadsheet, a sheet or a range. */
export class DeveloperMetadataFinder extends Service {
  readonly face = FINDER;
  #tests: ((metadata: Metadata) => boolean)[];

  constructor(
    private readonly execution: Execution,
    within: (location: MetadataLocation) => boolean,
  ) {
    super();
    this.#tests = [({ location }) => within(location)];
  }

  find(): DeveloperMetadata[] {
    return listMetadata(this.execution, (metadata) => this.#tests.every((test) => test(metadata)));
  }

  withId(id: number): this {
    return this.#require((metadata) => metadata.id === id);
  }

  withKey(key: string): this {
    return this.#require((metadata) => metadata.key === key);
  }

  withValue(value: string): this {
    return this.#require((metadata) => metadata.value === value);
  }

  withVisibility(visibility: EnumValue): this {
    return this.#require((metadata) => metadata.visibility === visibility.label);
  }

  withLocationType(type: EnumValue): this {
    return this.#require(({ location }) => LOCATION_TYPES[location.kind] === type.label);
  }

  #require(test: (metadata: Metadata) => boolean): this {
    this.#tests.push(test);
    return this;
  }
}

/** All metadata of the file that pass a test. */
export function listMetadata(execution: Execution, test: (metadata: Metadata) => boolean): DeveloperMetadata[] {
  return execution.workbook.metadata.filter(test).map(({ id }) => new DeveloperMetadata(execution, id));
}

/** Adds metadata as the overloads of addDeveloperMetadata say: key, then a value, a visibility, or both. */
export function addMetadata(
  execution: Execution,
  location: MetadataLocation,
  key: string,
  valueOrVisibility?: string | EnumValue,
  visibility?: EnumValue,
): void {
  const value = typeof valueOrVisibility === 'string' ? valueOrVisibility : null;
  const seen = typeof valueOrVisibility === 'object' ? valueOrVisibility : visibility;
  const kept = (seen?.label ?? 'DOCUMENT') as Metadata['visibility'];
  execution.workbook.addMetadata(key, value, kept, location);
}

/** Parameter lists of addDeveloperMetadata. */
export const ADD_METADATA = [
  'str',
  'str,str',
  'str,DeveloperMetadataVisibility',
  'str,str,DeveloperMetadataVisibility',
] as const;
