const open = '\u0001';
const close = '\u0002';

/** A cell of the report inside a formula, by its id; the page puts the address in when it knows it. */
export const reference = (id: string): string => `${open}${id}${close}`;

/** A formula with addresses in place of references. */
export const resolve = (formula: string, addressOf: (id: string) => string): string =>
  formula.replace(new RegExp(`${open}([^${close}]*)${close}`, 'g'), (_, id: string) => addressOf(id));
