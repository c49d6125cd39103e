import type { Border } from '../protocol';
import type { SeenCell } from './cell-store';

const FAMILY = 'Arial, Helvetica, sans-serif';
const LINES: Readonly<Record<Border['style'], string>> = {
  DOTTED: '1px dotted',
  DASHED: '1px dashed',
  SOLID: '1px solid',
  SOLID_MEDIUM: '2px solid',
  SOLID_THICK: '3px solid',
  DOUBLE: '3px double',
};

/** Where a cell's content stands in it; a cell without an alignment of its own shows numbers right, errors and booleans centred. */
export function alignOf(cell: SeenCell): 'left' | 'center' | 'right' {
  const own = cell.style?.horizontal;
  if (own) return own;
  if (cell.kind === 'number') return 'right';
  return cell.kind === 'error' || cell.kind === 'boolean' || cell.input === 'checkbox' ? 'center' : 'left';
}

/** The text of a cell as it is drawn. */
export function drawnText(cell: SeenCell): string {
  if (cell.input === 'checkbox') return cell.text === 'TRUE' ? '☑' : '☐';
  // What does not fit is cut off in any case; layout of very long texts is slow.
  return (cell.text ?? '').slice(0, 5000);
}

const measure = document.createElement('canvas').getContext('2d');
const widths = new Map<string, number>();

/** Width of a cell's text on one line, in pixels, padding included. */
export function textWidth(cell: SeenCell): number {
  const { bold, italic, size = 10, family } = cell.style ?? {};
  const font = `${italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${size}pt ${family ? `"${family}", ` : ''}${FAMILY}`;
  const text = drawnText(cell);
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined && measure) {
    measure.font = font;
    width = measure.measureText(text).width + 7;
    if (widths.size > 20_000) widths.clear();
    widths.set(key, width);
  }
  return width ?? 0;
}

/** Where a cell itself stands in an element that is wider, in pixels, and whether what it runs over is plain. */
export interface Own {
  readonly left: number;
  readonly width: number;
  readonly plain: boolean;
}

/** An element that shows a cell; the caller places it. */
export function drawCell(cell: SeenCell, own?: Own): HTMLElement {
  const element = document.createElement('div');
  element.className = 'cell';
  element.setAttribute('role', 'gridcell');
  dress(element, cell, own);
  const text = document.createElement('span');
  text.textContent = drawnText(cell);
  element.append(text);
  for (const mark of marksOf(cell)) {
    const corner = document.createElement('i');
    corner.className = mark;
    element.append(corner);
  }
  const description = [cell.message, cell.note].filter((part) => part).join('. ');
  if (description) element.setAttribute('aria-description', description);
  return element;
}

function marksOf(cell: SeenCell): string[] {
  return [
    ...(cell.kind === 'error' || cell.invalid ? ['mark error'] : []),
    ...(cell.note ? ['mark note'] : []),
    ...(cell.input === 'list' ? ['choose'] : []),
  ];
}

function dress(element: HTMLElement, cell: SeenCell, own: Own | undefined): void {
  const { style } = element;
  const look = cell.style ?? {};
  element.classList.add(alignOf(cell), look.vertical ?? 'bottom');
  if (look.wrap === 'WRAP') element.classList.add('wrap');
  if (look.bold) style.fontWeight = 'bold';
  if (look.italic) style.fontStyle = 'italic';
  if (look.underline || look.strikethrough) {
    style.textDecoration = `${look.underline ? 'underline ' : ''}${look.strikethrough ? 'line-through' : ''}`;
  }
  if (look.color) style.color = look.color;
  if (look.family) style.fontFamily = `"${look.family.replace(/["\\]/g, '')}", ${FAMILY}`;
  if (look.size && look.size !== 10) style.fontSize = `${look.size}pt`;
  if (look.background) colour(element, look.background, own);
  if (own) element.classList.add('over');
  if (own?.plain) element.classList.add('unpainted');
  if (look.rotation) element.style.setProperty('--turn', `${-look.rotation}deg`);
  for (const side of ['top', 'left', 'bottom', 'right'] as const) {
    const border = look[side];
    if (border) style.setProperty(`border-${side}`, `${LINES[border.style]} ${border.color}`);
  }
}

/** A text that runs on over its neighbours has the background of its cell behind its cell alone. */
function colour(element: HTMLElement, background: string, own: Own | undefined): void {
  if (!own) {
    element.style.backgroundColor = background;
    return;
  }
  const behind = document.createElement('b');
  behind.style.left = `${own.left}px`;
  behind.style.width = `${own.width}px`;
  behind.style.backgroundColor = background;
  element.append(behind);
}
