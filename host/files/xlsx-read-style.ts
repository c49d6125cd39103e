import {
  type BorderLineStyle,
  type BorderSide,
  type Color,
  type CellStyle as FileStyle,
  type FontStyle,
  resolveThemeColor,
} from 'hucre';
import type { Border, CellStyle } from '../workbook/types';
import { DEFAULT_FONT } from './xlsx-style';

/** The colours of a file's theme, as hexadecimal digits. */
export type Theme = readonly string[];

/** The look of a cell in a file as the workbook keeps it; undefined for the default. `base` is the file's own default font. */
export function openStyle(style: FileStyle | undefined, theme: Theme, base: FontStyle = {}): CellStyle | undefined {
  if (!style) return undefined;
  const look: CellStyle = {
    ...openFont(style.font, theme, base),
    ...openFill(style.fill, theme),
    ...openAlignment(style.alignment),
    ...openBorders(style.border, theme),
  };
  return Object.keys(look).length > 0 ? look : undefined;
}

function openFont(font: FontStyle | undefined, theme: Theme, base: FontStyle): CellStyle {
  if (!font) return {};
  const color = openColor(font.color, theme);
  // What the file has as its default is shown in the spreadsheet's own.
  const family = font.name !== undefined && font.name !== base.name && font.name !== DEFAULT_FONT.name && font.name;
  const size = font.size !== undefined && font.size !== base.size && font.size !== DEFAULT_FONT.size && font.size;
  return {
    ...(family && { family }),
    ...(size && { size }),
    ...(font.bold && { bold: true }),
    ...(font.italic && { italic: true }),
    ...(font.underline ? { line: 'underline' } : font.strikethrough ? { line: 'line-through' } : {}),
    ...(color && color !== '#000000' && { color }),
  };
}

function openFill(fill: FileStyle['fill'], theme: Theme): CellStyle {
  if (fill?.type === 'gradient') {
    const background = openColor(fill.stops[0]?.color, theme);
    return background ? { background } : {};
  }
  if (!fill || fill.pattern === 'none') return {};
  const background = openColor(fill.fgColor ?? fill.bgColor, theme);
  return background ? { background } : {};
}

function openAlignment(alignment: FileStyle['alignment']): CellStyle {
  if (!alignment) return {};
  const { horizontal, vertical, wrapText, textRotation } = alignment;
  const sides = { left: 'left', right: 'right', center: 'center', centerContinuous: 'center' } as const;
  const heights = { top: 'top', center: 'middle' } as const;
  const side = sides[horizontal as keyof typeof sides];
  const height = heights[vertical as keyof typeof heights];
  // Angles below the horizontal are counted from 91 to 180; 255 stacks the letters.
  const rotation = textRotation && textRotation <= 180 ? (textRotation > 90 ? 90 - textRotation : textRotation) : 0;
  return {
    ...(side && { horizontal: side }),
    ...(height && { vertical: height }),
    ...(wrapText && { wrap: 'WRAP' }),
    ...(rotation !== 0 && { rotation }),
  };
}

const LINES: Partial<Record<BorderLineStyle, Border['style']>> = {
  dotted: 'DOTTED',
  hair: 'DOTTED',
  dashed: 'DASHED',
  mediumDashed: 'DASHED',
  dashDot: 'DASHED',
  dashDotDot: 'DASHED',
  medium: 'SOLID_MEDIUM',
  thick: 'SOLID_THICK',
  double: 'DOUBLE',
};

function openBorders(border: FileStyle['border'], theme: Theme): CellStyle {
  if (!border) return {};
  const open = (side: BorderSide | undefined): Border | undefined =>
    side?.style && { style: LINES[side.style] ?? 'SOLID', color: openColor(side.color, theme) ?? '#000000' };
  const sides = (['top', 'left', 'bottom', 'right'] as const).flatMap((name) => {
    const side = open(border[name]);
    return side ? [[name, side] as const] : [];
  });
  return Object.fromEntries(sides);
}

/** A colour of a file as "#rrggbb"; undefined where it is the automatic one. */
export function openColor(color: Color | undefined, theme: Theme): string | undefined {
  if (color?.rgb !== undefined) {
    const digits = color.rgb.slice(-6).toLowerCase();
    return /^[0-9a-f]{6}$/.test(digits) ? `#${digits}` : undefined;
  }
  if (color?.theme !== undefined && theme.length > 0) {
    // Files number the two pairs of dark and light the other way round than themes list them.
    const place = color.theme < 4 ? color.theme ^ 1 : color.theme;
    return `#${resolveThemeColor([...theme], place, color.tint).toLowerCase()}`;
  }
  return color?.indexed === undefined ? undefined : indexedColor(color.indexed);
}

/** The 56 colours of old files, from number 8 on; the first eight repeat them. */
const INDEXED =
  '000000ffffffff000000ff000000ffffff00ff00ff00ffff800000008000000080808000800080008080c0c0c0808080' +
  '9999ff993366ffffccccffff660066ff80800066ccccccff000080ff00ffffff0000ffff8000808000000080800000ff' +
  '00ccffccffffccffccffff9999ccffff99cccc99ffffcc993366ff33cccc99cc00ffcc00ff9900ff6600666699969696' +
  '003366339966003300333300993300993366333399333333';

function indexedColor(index: number): string | undefined {
  const place = index < 8 ? index : index - 8;
  return index >= 0 && index < 64 ? `#${INDEXED.slice(place * 6, place * 6 + 6)}` : undefined;
}
