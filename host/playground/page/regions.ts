import type { Editor } from './editor';

/** Parts of the page in the order in which F6 leads through them: what belongs to each, and what of it gets the keyboard. */
const REGIONS = [
  { place: '.names', entry: '.menu-bar [tabindex="0"]' },
  { place: '.toolbar', entry: '.toolbar button:enabled' },
  { place: '.formula-row', entry: '.name-box' },
  { place: '.failures, .toasts', entry: ':is(.failures, .toasts) button' },
  { place: '.grid-frame', entry: '.grid' },
  { place: '.tab-bar', entry: '.tab-bar [role="tab"][tabindex="0"]' },
  { place: '.sidebar', entry: '.sidebar iframe, .invitation button' },
] as const;

/** Where a key leads among the parts of the page: F6 to the next one, with Shift or Ctrl to the one before; undefined for other keys. */
export function regionStep(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): 1 | -1 | undefined {
  if (event.key !== 'F6' || event.altKey || event.metaKey) return undefined;
  return event.shiftKey || event.ctrlKey ? -1 : 1;
}

/** Hands the keyboard to a neighbour of the part of the page that an element stands in; whoever is typing has left the cell. */
export function goToRegion(editor: Editor, step: 1 | -1, from: Element | null): void {
  editor.commit();
  const present = REGIONS.flatMap(({ place, entry }) => {
    const element = document.querySelector<HTMLElement>(entry);
    return element ? [{ place, element }] : [];
  });
  const at = present.findIndex(({ place }) => from?.closest(place));
  const start = at < 0 ? present.findIndex(({ place }) => place === '.grid-frame') : at;
  const next = present[(start + step + present.length) % present.length];
  next?.element.focus();
}
