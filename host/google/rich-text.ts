import { defineInterface, Service } from './interface';
import type { TextStyle } from './text-style';

const VALUE = defineInterface<RichTextValue>(
  'SpreadsheetApp',
  'RichTextValue',
  { copy: [''], getText: [''], getTextStyle: [''] },
  { local: true },
);

/** A text with a style of its own; set in a cell it stays text, whatever it starts with. */
export class RichTextValue extends Service {
  readonly face = VALUE;

  constructor(
    private readonly text: string,
    private readonly style: TextStyle | null,
  ) {
    super();
  }

  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.text, this.style);
  }

  getText(): string {
    return this.text;
  }

  getTextStyle(): TextStyle | null {
    return this.style;
  }
}

const BUILDER = defineInterface<RichTextValueBuilder>(
  'SpreadsheetApp',
  'RichTextValueBuilder',
  { build: [''], setText: ['str'], setTextStyle: ['TextStyle?'] },
  { local: true },
);

/** A rich text while it is being made; styles and links of parts of a text are not emulated. */
export class RichTextValueBuilder extends Service {
  readonly face = BUILDER;

  constructor(
    private text = '',
    private style: TextStyle | null = null,
  ) {
    super();
  }

  build(): RichTextValue {
    return new RichTextValue(this.text, this.style);
  }

  setText(text: string): this {
    this.text = text;
    return this;
  }

  setTextStyle(style: TextStyle | null): this {
    this.style = style;
    return this;
  }
}
