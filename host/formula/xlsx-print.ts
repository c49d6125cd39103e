import type { Node } from './parse';

/** Thrown at what cannot be said in an .xlsx file. */
export class Untranslatable extends Error {}

/** How the parts of a formula are worded; both throw Untranslatable. */
export interface Print {
  node(node: Node): string;
  /** A reference to one column, with an end. */
  range(node: Node | undefined): string;
  /** Locale that criteria such as "=0,5" were typed in. */
  readonly locale: string;
}

/** A text as a formula writes it. */
export function text(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
