import { GoogleError } from './interface';

const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000ff',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  orange: '#ffa500',
  purple: '#800080',
  red: '#ff0000',
  white: '#ffffff',
  yellow: '#ffff00',
};

/** A colour in CSS notation as #rrggbb in lower case; throws for what is no colour. */
export function hexColor(css: string): string {
  const text = css.toLowerCase();
  const named = NAMED[text];
  if (named) return named;
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  throw new GoogleError(`Invalid argument: color. ${JSON.stringify(css)} is no colour.`);
}
