/** Browsers do not make elements much taller than this many pixels. */
const TALLEST = 15_000_000;

/** How tall the scrolled element is made for a content of this length; both in pixels, for one visible length. */
export function scrollLength(content: number, visible: number): number {
  return Math.max(visible, Math.min(content, TALLEST));
}

/** The offset into the content that a scroll position stands for: itself, unless the content is longer than the element. */
export function offsetOf(position: number, content: number, visible: number): number {
  return Math.round(position * scale(content, visible));
}

/** The scroll position that stands for an offset into the content. */
export function positionOf(offset: number, content: number, visible: number): number {
  return offset / scale(content, visible);
}

function scale(content: number, visible: number): number {
  const room = scrollLength(content, visible) - visible;
  return room > 0 ? Math.max(1, (content - visible) / room) : 1;
}
