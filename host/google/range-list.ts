import type { Execution } from './execution';
import { defineInterface, Service } from './interface';
import type { Range } from './range';

/** Methods that do to every range of a list what they do to one. */
const FORWARDED = {
  breakApart: [''],
  clearContent: [''],
  clearDataValidations: [''],
  clearFormat: [''],
  clearNote: [''],
  setBackground: ['str?'],
  setBorder: ['bool?,bool?,bool?,bool?,bool?,bool?', 'bool?,bool?,bool?,bool?,bool?,bool?,str?,BorderStyle?'],
  setFontColor: ['str?'],
  setFontFamily: ['str?'],
  setFontLine: ['str?'],
  setFontSize: ['int'],
  setFontStyle: ['str?'],
  setFontWeight: ['str?'],
  setFormula: ['str'],
  setHorizontalAlignment: ['str?'],
  setNote: ['str?'],
  setNumberFormat: ['str'],
  setTextRotation: ['int'],
  setValue: ['any'],
  setVerticalAlignment: ['str?'],
  setWrap: ['bool'],
  setWrapStrategy: ['WrapStrategy'],
} as const satisfies { readonly [K in keyof Range]?: readonly string[] };

const LIST = defineInterface<RangeList & Record<keyof typeof FORWARDED, unknown>>('SpreadsheetApp', 'RangeList', {
  ...FORWARDED,
  activate: [''],
  getRanges: [''],
});

/** Several ranges of one sheet that are changed together. */
export class RangeList extends Service {
  readonly face = LIST;

  constructor(
    private readonly execution: Execution,
    private readonly ranges: readonly Range[],
  ) {
    super();
    for (const name of Object.keys(FORWARDED) as (keyof typeof FORWARDED)[]) {
      Object.assign(this, { [name]: (...parameters: unknown[]) => this.#forward(name, parameters) });
    }
  }

  getRanges(): readonly Range[] {
    return this.ranges;
  }

  activate(): this {
    const { workbook } = this.execution;
    const [first] = this.ranges;
    if (first) {
      workbook.activeSheet = first.target;
      first.target.selection = this.ranges.map((range) => range.block);
    }
    return this;
  }

  #forward(name: keyof typeof FORWARDED, parameters: unknown[]): this {
    for (const range of this.ranges) {
      const method = range[name] as (...all: unknown[]) => unknown;
      method.apply(range, parameters);
    }
    return this;
  }
}
