import type { BorderLineStyle, BorderSide, Color, FontStyle, CellStyle as XlsxStyle } from 'hucre';
import type { Border, CellStyle, ConditionalStyle } from '../workbook/types';

/** The font of a cell that nobody styled. */
export const DEFAULT_FONT = { name: 'Arial', size: 10 };

/** A cell's look and number format ("General" where it has none) in the terms of an .xlsx file; undefined for the default. */
export function xlsxStyle(style: CellStyle = {}, numberFormat = 'General'): XlsxStyle | undefined {
  const font = xlsxFont(style);
  const alignment = xlsxAlignment(style);
  const border = xlsxBorder(style);
  const result: XlsxStyle = {
    ...(font && { font }),
    ...(alignment && { alignment }),
    ...(border && { border }),
    ...(style.background && { fill: { type: 'pattern', pattern: 'solid', fgColor: xlsxColor(style.background) } }),
    ...(numberFormat !== 'General' && { numFmt: numberFormat }),
  };
  return Object.keys(result).length > 0 ? result : undefined;
}

/** What a conditional format changes, as a differential style. */
export function xlsxConditionalStyle(style: ConditionalStyle): XlsxStyle {
  const { background, color, bold, italic, underline, strikethrough } = style;
  const font: FontStyle = {
    ...(color && { color: xlsxColor(color) }),
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(underline && { underline }),
    ...(strikethrough && { strikethrough }),
  };
  return {
    ...(Object.keys(font).length > 0 && { font }),
    // A differential fill is taken from the background colour, unlike that of a cell.
    ...(background && { fill: { type: 'pattern', pattern: 'solid', bgColor: xlsxColor(background) } }),
  };
}

/** A colour such as "#1a73e8". */
export function xlsxColor(color: string): Color {
  return { rgb: color.replace('#', '').toUpperCase() };
}

function xlsxFont({ family, size, color, bold, italic, line }: CellStyle): FontStyle | undefined {
  if (!(family || size || color || bold || italic || line)) return undefined;
  return {
    name: family ?? DEFAULT_FONT.name,
    size: size ?? DEFAULT_FONT.size,
    ...(color && { color: xlsxColor(color) }),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(line === 'underline' && { underline: true }),
    ...(line === 'line-through' && { strikethrough: true }),
  };
}

function xlsxAlignment({ horizontal, vertical, wrap, rotation }: CellStyle): XlsxStyle['alignment'] | undefined {
  if (!(horizontal || vertical || wrap === 'WRAP' || rotation)) return undefined;
  return {
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical: vertical === 'middle' ? 'center' : vertical }),
    ...(wrap === 'WRAP' && { wrapText: true }),
    // Excel counts angles below the horizontal from 91 to 180.
    ...(rotation && { textRotation: rotation > 0 ? rotation : 90 - rotation }),
  };
}

const LINES: Record<Border['style'], BorderLineStyle> = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOUBLE: 'double',
};

function xlsxBorder({ top, left, bottom, right }: CellStyle): XlsxStyle['border'] | undefined {
  if (!(top || left || bottom || right)) return undefined;
  const side = ({ style, color }: Border): BorderSide => ({ style: LINES[style], color: xlsxColor(color) });
  return {
    ...(top && { top: side(top) }),
    ...(left && { left: side(left) }),
    ...(bottom && { bottom: side(bottom) }),
    ...(right && { right: side(right) }),
  };
}
