/** A text with the caret in it, after a key; undefined for keys that neither write nor move the caret. */
export function typedKey(text: string, caret: number, key: string): { text: string; caret: number } | undefined {
  const put = (from: number, to: number, by: string) => ({
    text: text.slice(0, from) + by + text.slice(to),
    caret: from + by.length,
  });
  if (key === 'Backspace') return put(Math.max(0, caret - 1), caret, '');
  if (key === 'Delete') return put(caret, caret + 1, '');
  if (key === 'ArrowLeft') return { text, caret: Math.max(0, caret - 1) };
  if (key === 'ArrowRight') return { text, caret: Math.min(text.length, caret + 1) };
  if (key === 'Home') return { text, caret: 0 };
  if (key === 'End') return { text, caret: text.length };
  return [...key].length === 1 ? put(caret, caret, key) : undefined;
}
