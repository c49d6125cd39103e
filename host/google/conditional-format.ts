import type { ConditionalRule, ConditionalStyle, GradientPoint } from '../workbook/types';
import { hexColor } from './color';
import { readArgument, storeArgument } from './condition';
import { type EnumValue, enumValue } from './enumeration';
import type { Execution } from './execution';
import { defineInterface, GoogleError, Service } from './interface';
import type { Range } from './range';

const CONDITION = defineInterface<BooleanCondition>(
  'SpreadsheetApp',
  'BooleanCondition',
  {
    getBackground: [''],
    getBold: [''],
    getCriteriaType: [''],
    getCriteriaValues: [''],
    getFontColor: [''],
    getItalic: [''],
  },
  { local: true },
);

/** When a rule applies and what it then changes. */
class BooleanCondition extends Service {
  readonly face = CONDITION;

  constructor(
    private readonly execution: Execution,
    private readonly condition: NonNullable<ConditionalRule['condition']>,
    private readonly style: ConditionalStyle,
  ) {
    super();
  }

  getBackground(): string | null {
    return this.style.background ?? null;
  }

  getBold(): boolean | null {
    return this.style.bold ?? null;
  }

  getCriteriaType(): EnumValue {
    return enumValue('BooleanCriteria', this.condition.criteria);
  }

  getCriteriaValues(): unknown[] {
    const { criteria, values } = this.condition;
    return values.map((value) => readArgument(this.execution, criteria, value));
  }

  getFontColor(): string | null {
    return this.style.color ?? null;
  }

  getItalic(): boolean | null {
    return this.style.italic ?? null;
  }
}

const RULE = defineInterface<ConditionalFormatRule>(
  'SpreadsheetApp',
  'ConditionalFormatRule',
  { copy: [''], getBooleanCondition: [''], getRanges: [''] },
  { local: true },
);

/** A rule of conditional formatting. */
export class ConditionalFormatRule extends Service {
  readonly face = RULE;

  constructor(
    private readonly execution: Execution,
    readonly rule: ConditionalRule,
  ) {
    super();
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.execution, this.rule);
  }

  getBooleanCondition(): BooleanCondition | null {
    const { condition, style = {} } = this.rule;
    return condition ? new BooleanCondition(this.execution, condition, style) : null;
  }

  getRanges(): Range[] {
    const { workbook } = this.execution;
    return this.rule.ranges.map((area) => this.execution.objects.range(workbook.sheet(area.sheet), area));
  }
}

const BUILDER = defineInterface<ConditionalFormatRuleBuilder>(
  'SpreadsheetApp',
  'ConditionalFormatRuleBuilder',
  {
    build: [''],
    copy: [''],
    setBackground: ['str?'],
    setBold: ['bool?'],
    setFontColor: ['str?'],
    setGradientMaxpoint: ['str'],
    setGradientMaxpointWithValue: ['str,InterpolationType,str'],
    setGradientMidpointWithValue: ['str,InterpolationType,str'],
    setGradientMinpoint: ['str'],
    setGradientMinpointWithValue: ['str,InterpolationType,str'],
    setItalic: ['bool?'],
    setRanges: ['Range[]'],
    setStrikethrough: ['bool?'],
    setUnderline: ['bool?'],
    whenCellEmpty: [''],
    whenCellNotEmpty: [''],
    whenDateAfter: ['date'],
    whenDateBefore: ['date'],
    whenDateEqualTo: ['date'],
    whenFormulaSatisfied: ['str'],
    whenNumberBetween: ['num,num'],
    whenNumberEqualTo: ['num'],
    whenNumberGreaterThan: ['num'],
    whenNumberGreaterThanOrEqualTo: ['num'],
    whenNumberLessThan: ['num'],
    whenNumberLessThanOrEqualTo: ['num'],
    whenNumberNotBetween: ['num,num'],
    whenNumberNotEqualTo: ['num'],
    whenTextContains: ['str'],
    whenTextDoesNotContain: ['str'],
    whenTextEndsWith: ['str'],
    whenTextEqualTo: ['str'],
    whenTextStartsWith: ['str'],
  },
  { local: true },
);

/** A rule of conditional formatting while it is being made. */
export class ConditionalFormatRuleBuilder extends Service {
  readonly face = BUILDER;
  #rule: ConditionalRule;

  constructor(
    private readonly execution: Execution,
    rule: ConditionalRule = { ranges: [] },
  ) {
    super();
    this.#rule = rule;
  }

  build(): ConditionalFormatRule {
    if (this.#rule.ranges.length === 0) throw new GoogleError('A conditional format rule needs at least one range.');
    if (!this.#rule.condition && !this.#rule.gradient) {
      throw new GoogleError('A conditional format rule needs a condition or a gradient.');
    }
    return new ConditionalFormatRule(this.execution, this.#rule);
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.execution, this.#rule);
  }

  setRanges(ranges: Range[]): this {
    return this.#with({ ranges: ranges.map((range) => range.area) });
  }

  setBackground(color: string | null): this {
    return this.#paint('background', color === null ? null : hexColor(color));
  }

  setFontColor(color: string | null): this {
    return this.#paint('color', color === null ? null : hexColor(color));
  }

  setBold(bold: boolean | null): this {
    return this.#paint('bold', bold);
  }

  setItalic(italic: boolean | null): this {
    return this.#paint('italic', italic);
  }

  setUnderline(underline: boolean | null): this {
    return this.#paint('underline', underline);
  }

  setStrikethrough(strikethrough: boolean | null): this {
    return this.#paint('strikethrough', strikethrough);
  }

  setGradientMinpoint(color: string): this {
    return this.#shade('min', { color: hexColor(color), type: 'MIN' });
  }

  setGradientMinpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.#shade('min', point(color, type, value));
  }

  setGradientMidpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.#shade('mid', point(color, type, value));
  }

  setGradientMaxpoint(color: string): this {
    return this.#shade('max', { color: hexColor(color), type: 'MAX' });
  }

  setGradientMaxpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.#shade('max', point(color, type, value));
  }

  whenCellEmpty(): this {
    return this.#when('CELL_EMPTY');
  }

  whenCellNotEmpty(): this {
    return this.#when('CELL_NOT_EMPTY');
  }

  whenDateAfter(date: Date): this {
    return this.#when('DATE_AFTER', date);
  }

  whenDateBefore(date: Date): this {
    return this.#when('DATE_BEFORE', date);
  }

  whenDateEqualTo(date: Date): this {
    return this.#when('DATE_EQUAL_TO', date);
  }

  whenFormulaSatisfied(formula: string): this {
    return this.#when('CUSTOM_FORMULA', formula);
  }

  whenNumberBetween(start: number, end: number): this {
    return this.#when('NUMBER_BETWEEN', start, end);
  }

  whenNumberEqualTo(number: number): this {
    return this.#when('NUMBER_EQUAL_TO', number);
  }

  whenNumberGreaterThan(number: number): this {
    return this.#when('NUMBER_GREATER_THAN', number);
  }

  whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.#when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }

  whenNumberLessThan(number: number): this {
    return this.#when('NUMBER_LESS_THAN', number);
  }

  whenNumberLessThanOrEqualTo(number: number): this {
    return this.#when('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }

  whenNumberNotBetween(start: number, end: number): this {
    return this.#when('NUMBER_NOT_BETWEEN', start, end);
  }

  whenNumberNotEqualTo(number: number): this {
    return this.#when('NUMBER_NOT_EQUAL_TO', number);
  }

  whenTextContains(text: string): this {
    return this.#when('TEXT_CONTAINS', text);
  }

  whenTextDoesNotContain(text: string): this {
    return this.#when('TEXT_DOES_NOT_CONTAIN', text);
  }

  whenTextEndsWith(text: string): this {
    return this.#when('TEXT_ENDS_WITH', text);
  }

  whenTextEqualTo(text: string): this {
    return this.#when('TEXT_EQUAL_TO', text);
  }

  whenTextStartsWith(text: string): this {
    return this.#when('TEXT_STARTS_WITH', text);
  }

  #when(criteria: string, ...values: unknown[]): this {
    const kept = values.map((value) => storeArgument(this.execution, value));
    return this.#with({ condition: { criteria, values: kept } });
  }

  #paint(name: keyof ConditionalStyle, value: string | boolean | null): this {
    const { [name]: _before, ...others } = this.#rule.style ?? {};
    return this.#with({ style: value === null ? others : { ...others, [name]: value } });
  }

  #shade(place: 'min' | 'mid' | 'max', at: GradientPoint): this {
    const {
      min = { color: '#ffffff', type: 'MIN' },
      max = { color: '#ffffff', type: 'MAX' },
      mid,
    } = this.#rule.gradient ?? {};
    return this.#with({ gradient: { min, max, ...(mid ? { mid } : {}), [place]: at } });
  }

  #with(change: Partial<ConditionalRule>): this {
    this.#rule = { ...this.#rule, ...change };
    return this;
  }
}

function point(color: string, type: EnumValue, value: string): GradientPoint {
  return { color: hexColor(color), type: type.label as GradientPoint['type'], value };
}
