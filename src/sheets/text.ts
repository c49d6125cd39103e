/** A value as `setValues` may have it. */
export type Content = string | number | boolean;

/** Text that could be taken for a formula is written as a formula that gives this text; other text stays text in a cell of format "@". */
export const asContent = (value: Content | null): Content =>
  typeof value === 'string' && /^[=+\-@'\t\r\n]/.test(value) ? literal(value) : (value ?? '');

/** A formula that gives a text: in a cell of any format but plain text the text stays what it is. */
export const literal = (text: string): string => `="${text.replace(/"/g, '""')}"`;

/** The number format in which a value stays what it is: a formula in a cell of plain text would stay text. */
export const formatFor = (content: Content): string =>
  typeof content === 'string' && !content.startsWith('=') ? '@' : 'General';
