import type { Border, CellStyle, Validation } from '../workbook/types';
import { Cells } from './cells';
import { hexColor } from './color';
import { DataValidation } from './data-validation';
import { type EnumValue, enumValue } from './enumeration';
import { GoogleError } from './interface';
import { TextStyle } from './text-style';

type StyleChange = { readonly [K in keyof CellStyle]?: CellStyle[K] | undefined };

const BLACK = '#000000';

/** Everything of a range that is how cells look: formats, colours, fonts, alignment, borders, notes, validation. */
export abstract class RangeFormat extends Cells {
  getNumberFormat(): string {
    return this.first((row, column) => this.workbook.numberFormat(this.target.id, row, column));
  }

  getNumberFormats(): string[][] {
    return this.grid((row, column) => this.workbook.numberFormat(this.target.id, row, column));
  }

  setNumberFormat(format: string): this {
    this.requireSheet();
    this.workbook.setNumberFormats(this.target, this.block, () => format);
    return this;
  }

  setNumberFormats(formats: string[][]): this {
    this.requireSheet();
    this.requireShape(formats);
    const { top, left } = this.block;
    this.workbook.setNumberFormats(this.target, this.block, (row, column) => formats[row - top]?.[column - left]);
    return this;
  }

  getBackground(): string {
    return this.first(this.#background);
  }

  getBackgrounds(): string[][] {
    return this.grid(this.#background);
  }

  setBackground(color: string | null): this {
    return this.#style(background(color));
  }

  setBackgrounds(colors: (string | null)[][]): this {
    return this.#styles(colors, background);
  }

  setFontColor(color: string | null): this {
    return this.#style(fontColor(color));
  }

  setFontColors(colors: (string | null)[][]): this {
    return this.#styles(colors, fontColor);
  }

  getFontFamily(): string {
    return this.first((row, column) => this.target.styles.get(row, column)?.family ?? 'Arial');
  }

  getFontFamilies(): string[][] {
    return this.grid((row, column) => this.target.styles.get(row, column)?.family ?? 'Arial');
  }

  setFontFamily(family: string | null): this {
    return this.#style(fontFamily(family));
  }

  setFontFamilies(families: (string | null)[][]): this {
    return this.#styles(families, fontFamily);
  }

  getFontSize(): number {
    return this.first((row, column) => this.target.styles.get(row, column)?.size ?? 10);
  }

  getFontSizes(): number[][] {
    return this.grid((row, column) => this.target.styles.get(row, column)?.size ?? 10);
  }

  setFontSize(size: number): this {
    return this.#style(fontSize(size));
  }

  setFontSizes(sizes: number[][]): this {
    return this.#styles(sizes, fontSize);
  }

  getFontWeight(): string {
    return this.first(this.#weight);
  }

  getFontWeights(): string[][] {
    return this.grid(this.#weight);
  }

  setFontWeight(weight: string | null): this {
    return this.#style(fontWeight(weight));
  }

  setFontWeights(weights: (string | null)[][]): this {
    return this.#styles(weights, fontWeight);
  }

  getFontStyle(): string {
    return this.first(this.#slant);
  }

  getFontStyles(): string[][] {
    return this.grid(this.#slant);
  }

  setFontStyle(style: string | null): this {
    return this.#style(fontStyle(style));
  }

  setFontStyles(styles: (string | null)[][]): this {
    return this.#styles(styles, fontStyle);
  }

  getFontLine(): string {
    return this.first((row, column) => this.target.styles.get(row, column)?.line ?? 'none');
  }

  getFontLines(): string[][] {
    return this.grid((row, column) => this.target.styles.get(row, column)?.line ?? 'none');
  }

  setFontLine(line: string | null): this {
    return this.#style(fontLine(line));
  }

  setFontLines(lines: (string | null)[][]): this {
    return this.#styles(lines, fontLine);
  }

  getHorizontalAlignment(): string {
    return this.first((row, column) => this.target.styles.get(row, column)?.horizontal ?? 'general');
  }

  getHorizontalAlignments(): string[][] {
    return this.grid((row, column) => this.target.styles.get(row, column)?.horizontal ?? 'general');
  }

  setHorizontalAlignment(alignment: string | null): this {
    return this.#style(horizontal(alignment));
  }

  setHorizontalAlignments(alignments: (string | null)[][]): this {
    return this.#styles(alignments, horizontal);
  }

  getVerticalAlignment(): string {
    return this.first((row, column) => this.target.styles.get(row, column)?.vertical ?? 'bottom');
  }

  getVerticalAlignments(): string[][] {
    return this.grid((row, column) => this.target.styles.get(row, column)?.vertical ?? 'bottom');
  }

  setVerticalAlignment(alignment: string | null): this {
    return this.#style(vertical(alignment));
  }

  setVerticalAlignments(alignments: (string | null)[][]): this {
    return this.#styles(alignments, vertical);
  }

  getWrap(): boolean {
    return this.getWrapStrategy().label === 'WRAP';
  }

  setWrap(wrap: boolean): this {
    return this.#style({ wrap: wrap ? 'WRAP' : 'OVERFLOW' });
  }

  setWraps(wraps: boolean[][]): this {
    return this.#styles(wraps, (wrap) => ({ wrap: wrap ? 'WRAP' : 'OVERFLOW' }));
  }

  getWrapStrategy(): EnumValue {
    return this.first(this.#wrapping);
  }

  getWrapStrategies(): EnumValue[][] {
    return this.grid(this.#wrapping);
  }

  setWrapStrategy(strategy: EnumValue): this {
    return this.#style(wrapping(strategy));
  }

  setWrapStrategies(strategies: EnumValue[][]): this {
    return this.#styles(strategies, wrapping);
  }

  setTextRotation(degrees: number): this {
    return this.#style({ rotation: degrees === 0 ? undefined : degrees });
  }

  getTextStyle(): TextStyle {
    return this.first((row, column) => new TextStyle(this.target.styles.get(row, column) ?? {}));
  }

  getTextStyles(): TextStyle[][] {
    return this.grid((row, column) => new TextStyle(this.target.styles.get(row, column) ?? {}));
  }

  setTextStyle(style: TextStyle): this {
    return this.#style(style.style);
  }

  setTextStyles(styles: TextStyle[][]): this {
    return this.#styles(styles, (style) => style.style);
  }

  /** Draws (true), removes (false) or leaves (null) lines around and inside the range. */
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color: string | null = null,
    style: EnumValue | null = null,
  ): this {
    const line: Border = {
      style: (style?.label ?? 'SOLID') as Border['style'],
      color: color === null ? BLACK : hexColor(color),
    };
    const side = (name: 'top' | 'left' | 'bottom' | 'right', drawn: boolean | null): StyleChange =>
      drawn === null ? {} : { [name]: drawn ? line : undefined };
    const { block } = this;
    return this.each((row, column) =>
      this.target.restyle(row, column, {
        ...side('top', row === block.top ? top : horizontal),
        ...side('bottom', row === block.bottom ? bottom : horizontal),
        ...side('left', column === block.left ? left : vertical),
        ...side('right', column === block.right ? right : vertical),
      }),
    );
  }

  getNote(): string {
    return this.first((row, column) => this.target.notes.get(row, column) ?? '');
  }

  getNotes(): string[][] {
    return this.grid((row, column) => this.target.notes.get(row, column) ?? '');
  }

  setNote(note: string | null): this {
    return this.each((row, column) => this.target.notes.set(row, column, note || undefined));
  }

  setNotes(notes: (string | null)[][]): this {
    return this.eachOf(notes, (row, column, note) => this.target.notes.set(row, column, note || undefined));
  }

  clearNote(): this {
    return this.setNote(null);
  }

  getDataValidation(): DataValidation | null {
    return this.first(this.#validation);
  }

  getDataValidations(): (DataValidation | null)[][] {
    return this.grid(this.#validation);
  }

  setDataValidation(rule: DataValidation | null): this {
    return this.each((row, column) => this.#validate(row, column, rule));
  }

  setDataValidations(rules: (DataValidation | null)[][]): this {
    return this.eachOf(rules, (row, column, rule) => this.#validate(row, column, rule));
  }

  clearDataValidations(): this {
    return this.setDataValidation(null);
  }

  /** Sets number formats and looks back to the default; conditional rules stay. */
  clearFormat(): this {
    this.setNumberFormat('General');
    return this.each((row, column) => this.target.styles.set(row, column, undefined));
  }

  #background = (row: number, column: number) => this.target.styles.get(row, column)?.background ?? '#ffffff';
  #weight = (row: number, column: number) => (this.target.styles.get(row, column)?.bold ? 'bold' : 'normal');
  #slant = (row: number, column: number) => (this.target.styles.get(row, column)?.italic ? 'italic' : 'normal');
  #wrapping = (row: number, column: number) =>
    enumValue('WrapStrategy', this.target.styles.get(row, column)?.wrap ?? 'OVERFLOW');
  #validation = (row: number, column: number) => {
    const rule = this.target.validations.get(row, column);
    return rule ? new DataValidation(this.execution, rule) : null;
  };

  #validate(row: number, column: number, rule: DataValidation | null): void {
    const kept: Validation | undefined = rule?.rule;
    this.target.validations.set(row, column, kept);
  }

  #style(change: StyleChange): this {
    return this.each((row, column) => this.target.restyle(row, column, change));
  }

  #styles<T>(values: readonly (readonly T[])[], change: (value: T) => StyleChange): this {
    return this.eachOf(values, (row, column, value) => this.target.restyle(row, column, change(value)));
  }
}

const background = (color: string | null): StyleChange => {
  const hex = color === null ? '#ffffff' : hexColor(color);
  return { background: hex === '#ffffff' ? undefined : hex };
};
const fontColor = (color: string | null): StyleChange => {
  const hex = color === null ? BLACK : hexColor(color);
  return { color: hex === BLACK ? undefined : hex };
};
const fontFamily = (family: string | null): StyleChange => ({
  family: family === null || family === 'Arial' ? undefined : family,
});
const fontSize = (size: number): StyleChange => ({ size: size === 10 ? undefined : size });
const fontWeight = (weight: string | null): StyleChange => ({
  bold: oneOf(weight, ['normal', 'bold']) === 'bold' ? true : undefined,
});
const fontStyle = (style: string | null): StyleChange => ({
  italic: oneOf(style, ['normal', 'italic']) === 'italic' ? true : undefined,
});
const fontLine = (line: string | null): StyleChange => {
  const kept = oneOf(line, ['none', 'underline', 'line-through']);
  return { line: kept === 'none' ? undefined : kept };
};
const horizontal = (alignment: string | null): StyleChange => {
  const kept = oneOf(alignment, ['normal', 'left', 'center', 'right']);
  return { horizontal: kept === 'normal' ? undefined : kept };
};
const vertical = (alignment: string | null): StyleChange => ({
  vertical: alignment === null ? undefined : oneOf(alignment, ['bottom', 'top', 'middle'] as const),
});
const wrapping = (strategy: EnumValue): StyleChange => ({ wrap: strategy.label as NonNullable<CellStyle['wrap']> });

/** The word itself, or the first of the words for null; throws for any other. */
function oneOf<T extends string>(word: string | null, words: readonly [T, ...T[]]): T {
  if (word === null) return words[0];
  const found = words.find((one) => one === word);
  if (found === undefined) throw new GoogleError(`Invalid argument: ${word}. Allowed are ${words.join(', ')}.`);
  return found;
}
