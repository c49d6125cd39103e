/** What a menu offers: something to do, a menu inside, or a line between others. */
export type MenuItem =
  | {
      readonly label: string;
      readonly run: () => void;
      readonly keys?: string;
      readonly checked?: boolean;
      readonly disabled?: boolean;
    }
  | { readonly label: string; readonly items: readonly MenuItem[] }
  | { readonly line: true };

/** Positions of the items that can be chosen. */
export function choosable(items: readonly MenuItem[]): number[] {
  return items.flatMap((item, index) => ('line' in item || ('disabled' in item && item.disabled) ? [] : [index]));
}

/** Where a key leads in a menu from a position: arrows around, Home, End, or the next item that begins with a letter. */
export function movedTo(items: readonly MenuItem[], from: number, key: string): number | undefined {
  const open = choosable(items);
  const { length } = open;
  if (length === 0) return undefined;
  const at = open.indexOf(from);
  if (key === 'ArrowDown') return open[(at + 1) % length];
  if (key === 'ArrowUp') return open[(Math.max(at, 0) + length - 1) % length];
  if (key === 'Home') return open[0];
  if (key === 'End') return open[length - 1];
  if (key.length !== 1) return undefined;
  const begins = (index: number) => {
    const item = items[index];
    return item && 'label' in item && item.label.toLowerCase().startsWith(key.toLowerCase());
  };
  return [...open.slice(at + 1), ...open.slice(0, at + 1)].find(begins);
}
