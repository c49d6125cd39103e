import type { CellStyle } from '../workbook/types';
import { hexColor } from './color';
import { defineInterface, Service } from './interface';

type FontStyle = Pick<CellStyle, 'bold' | 'italic' | 'line' | 'color' | 'family' | 'size'>;

const STYLE = defineInterface<TextStyle>(
  'SpreadsheetApp',
  'TextStyle',
  {
    copy: [''],
    getFontFamily: [''],
    getFontSize: [''],
    getForegroundColor: [''],
    isBold: [''],
    isItalic: [''],
    isStrikethrough: [''],
    isUnderline: [''],
  },
  { local: true },
);

/** How a text is set: what is left out stays as it is in the cell. */
export class TextStyle extends Service {
  readonly face = STYLE;

  constructor(readonly style: { readonly [K in keyof FontStyle]?: FontStyle[K] | undefined }) {
    super();
  }

  copy(): TextStyleBuilder {
    return new TextStyleBuilder(this.style);
  }

  getFontFamily(): string {
    return this.style.family ?? 'Arial';
  }

  getFontSize(): number {
    return this.style.size ?? 10;
  }

  getForegroundColor(): string {
    return this.style.color ?? '#000000';
  }

  isBold(): boolean {
    return this.style.bold === true;
  }

  isItalic(): boolean {
    return this.style.italic === true;
  }

  isStrikethrough(): boolean {
    return this.style.line === 'line-through';
  }

  isUnderline(): boolean {
    return this.style.line === 'underline';
  }
}

const BUILDER = defineInterface<TextStyleBuilder>(
  'SpreadsheetApp',
  'TextStyleBuilder',
  {
    build: [''],
    setBold: ['bool'],
    setFontFamily: ['str'],
    setFontSize: ['int'],
    setForegroundColor: ['str'],
    setItalic: ['bool'],
    setStrikethrough: ['bool'],
    setUnderline: ['bool'],
  },
  { local: true },
);

/** A text style while it is being made. */
export class TextStyleBuilder extends Service {
  readonly face = BUILDER;
  #style: TextStyle['style'];

  constructor(style: TextStyle['style'] = {}) {
    super();
    this.#style = style;
  }

  build(): TextStyle {
    return new TextStyle(this.#style);
  }

  setBold(bold: boolean): this {
    return this.#with({ bold: bold ? true : undefined });
  }

  setItalic(italic: boolean): this {
    return this.#with({ italic: italic ? true : undefined });
  }

  setUnderline(underline: boolean): this {
    return this.#with({ line: underline ? 'underline' : undefined });
  }

  setStrikethrough(strikethrough: boolean): this {
    return this.#with({ line: strikethrough ? 'line-through' : undefined });
  }

  setFontFamily(family: string): this {
    return this.#with({ family });
  }

  setFontSize(size: number): this {
    return this.#with({ size });
  }

  setForegroundColor(color: string): this {
    return this.#with({ color: hexColor(color) });
  }

  #with(change: TextStyle['style']): this {
    this.#style = { ...this.#style, ...change };
    return this;
  }
}
