import type { Validation } from '../workbook/types';
import { readArgument, storeArgument } from './condition';
import { type EnumValue, enumValue } from './enumeration';
import type { Execution } from './execution';
import { defineInterface, GoogleError, Service } from './interface';
import type { Range } from './range';

const READS = {
  copy: [''],
  getAllowInvalid: [''],
  getCriteriaType: [''],
  getCriteriaValues: [''],
  getHelpText: [''],
} as const;

const RULE = defineInterface<DataValidation>('SpreadsheetApp', 'DataValidation', READS, { local: true });

/** A rule of what may be entered in a cell. */
export class DataValidation extends Service {
  readonly face = RULE;

  constructor(
    private readonly execution: Execution,
    readonly rule: Validation,
  ) {
    super();
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.execution, this.rule);
  }

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }

  getCriteriaType(): EnumValue {
    return enumValue('DataValidationCriteria', this.rule.criteria);
  }

  /** List rules answer with the list and whether it drops down. */
  getCriteriaValues(): unknown[] {
    const { criteria, values, dropdown } = this.rule;
    const read = values.map((value) => readArgument(this.execution, criteria, value));
    if (criteria === 'VALUE_IN_LIST') return [read, dropdown];
    return criteria === 'VALUE_IN_RANGE' ? [...read, dropdown] : read;
  }

  getHelpText(): string | null {
    return this.rule.help ?? null;
  }
}

const BUILDER = defineInterface<DataValidationBuilder>(
  'SpreadsheetApp',
  'DataValidationBuilder',
  {
    ...READS,
    build: [''],
    requireCheckbox: [''],
    requireDate: [''],
    requireDateAfter: ['date'],
    requireDateBefore: ['date'],
    requireDateBetween: ['date,date'],
    requireDateEqualTo: ['date'],
    requireDateOnOrAfter: ['date'],
    requireDateOnOrBefore: ['date'],
    requireFormulaSatisfied: ['str'],
    requireNumberBetween: ['num,num'],
    requireNumberEqualTo: ['num'],
    requireNumberGreaterThan: ['num'],
    requireNumberGreaterThanOrEqualTo: ['num'],
    requireNumberLessThan: ['num'],
    requireNumberLessThanOrEqualTo: ['num'],
    requireTextContains: ['str'],
    requireTextEqualTo: ['str'],
    requireValueInList: ['str[]', 'str[],bool'],
    requireValueInRange: ['Range', 'Range,bool'],
    setAllowInvalid: ['bool'],
    setHelpText: ['str'],
  },
  { local: true },
);

/** A rule of what may be entered while it is being made; invalid input is allowed with a warning unless it says otherwise. */
export class DataValidationBuilder extends Service {
  readonly face = BUILDER;
  #rule: Partial<Validation>;

  constructor(
    private readonly execution: Execution,
    rule: Partial<Validation> = {},
  ) {
    super();
    this.#rule = rule;
  }

  build(): DataValidation {
    const { criteria, values = [], dropdown = true, allowInvalid = true, help } = this.#rule;
    if (criteria === undefined) throw new GoogleError('The data validation rule has no criteria.');
    const rule = { criteria, values, dropdown, allowInvalid, ...(help === undefined ? {} : { help }) };
    return new DataValidation(this.execution, rule);
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.execution, this.#rule);
  }

  getAllowInvalid(): boolean {
    return this.#rule.allowInvalid ?? true;
  }

  getCriteriaType(): EnumValue {
    return this.build().getCriteriaType();
  }

  getCriteriaValues(): unknown[] {
    return this.build().getCriteriaValues();
  }

  getHelpText(): string | null {
    return this.#rule.help ?? null;
  }

  setAllowInvalid(allowInvalid: boolean): this {
    this.#rule = { ...this.#rule, allowInvalid };
    return this;
  }

  setHelpText(help: string): this {
    this.#rule = { ...this.#rule, help };
    return this;
  }

  requireCheckbox(): this {
    return this.#require('CHECKBOX');
  }

  requireDate(): this {
    return this.#require('DATE_IS_VALID_DATE');
  }

  requireDateAfter(date: Date): this {
    return this.#require('DATE_AFTER', date);
  }

  requireDateBefore(date: Date): this {
    return this.#require('DATE_BEFORE', date);
  }

  requireDateBetween(start: Date, end: Date): this {
    return this.#require('DATE_BETWEEN', start, end);
  }

  requireDateEqualTo(date: Date): this {
    return this.#require('DATE_EQUAL_TO', date);
  }

  requireDateOnOrAfter(date: Date): this {
    return this.#require('DATE_ON_OR_AFTER', date);
  }

  requireDateOnOrBefore(date: Date): this {
    return this.#require('DATE_ON_OR_BEFORE', date);
  }

  requireFormulaSatisfied(formula: string): this {
    return this.#require('CUSTOM_FORMULA', formula);
  }

  requireNumberBetween(start: number, end: number): this {
    return this.#require('NUMBER_BETWEEN', start, end);
  }

  requireNumberEqualTo(number: number): this {
    return this.#require('NUMBER_EQUAL_TO', number);
  }

  requireNumberGreaterThan(number: number): this {
    return this.#require('NUMBER_GREATER_THAN', number);
  }

  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.#require('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }

  requireNumberLessThan(number: number): this {
    return this.#require('NUMBER_LESS_THAN', number);
  }

  requireNumberLessThanOrEqualTo(number: number): this {
    return this.#require('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }

  requireTextContains(text: string): this {
    return this.#require('TEXT_CONTAINS', text);
  }

  requireTextEqualTo(text: string): this {
    return this.#require('TEXT_EQUAL_TO', text);
  }

  requireValueInList(list: string[], dropdown = true): this {
    if (list.length === 0 || list.length > 500) {
      throw new GoogleError('The data validation rule has too many or no items; the limit is 500.');
    }
    return this.#require('VALUE_IN_LIST', ...list).#drop(dropdown);
  }

  requireValueInRange(range: Range, dropdown = true): this {
    return this.#require('VALUE_IN_RANGE', range).#drop(dropdown);
  }

  #require(criteria: string, ...values: unknown[]): this {
    const kept = values.map((value) => storeArgument(this.execution, value));
    this.#rule = { ...this.#rule, criteria, values: kept };
    return this;
  }

  #drop(dropdown: boolean): this {
    this.#rule = { ...this.#rule, dropdown };
    return this;
  }
}
