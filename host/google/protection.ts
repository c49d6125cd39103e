import type { Sheet as Tab } from '../workbook/sheet';
import type { Protection as Kept } from '../workbook/types';
import { type EnumValue, enumValue } from './enumeration';
import { defineInterface, GoogleError, Service } from './interface';

const PROTECTION = defineInterface<Protection>('SpreadsheetApp', 'Protection', {
  getDescription: [''],
  getProtectionType: [''],
  isWarningOnly: [''],
  remove: [''],
  setDescription: ['str'],
  setWarningOnly: ['bool'],
});

/** The protection of a whole sheet; editors are not emulated. */
export class Protection extends Service {
  readonly face = PROTECTION;

  constructor(
    private readonly tab: Tab,
    private readonly id: number,
  ) {
    super();
  }

  getDescription(): string {
    return this.#current().description;
  }

  getProtectionType(): EnumValue {
    return enumValue('ProtectionType', this.#current().area ? 'RANGE' : 'SHEET');
  }

  isWarningOnly(): boolean {
    return this.#current().warningOnly;
  }

  setDescription(description: string): this {
    return this.#change({ description });
  }

  setWarningOnly(warningOnly: boolean): this {
    return this.#change({ warningOnly });
  }

  remove(): void {
    this.#current();
    this.tab.protections = this.tab.protections.filter(({ id }) => id !== this.id);
  }

  #change(change: Partial<Kept>): this {
    this.#current();
    this.tab.protections = this.tab.protections.map((one) => (one.id === this.id ? { ...one, ...change } : one));
    return this;
  }

  #current(): Kept {
    const kept = this.tab.protections.find(({ id }) => id === this.id);
    if (!kept) throw new GoogleError('The protection no longer exists.');
    return kept;
  }
}
