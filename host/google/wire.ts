import { EnumValue } from './enumeration';
import { tag } from './interface';

/** What google.script.run carries: numbers, booleans, texts, null, and lists and objects of them. */
export type Wire = number | boolean | string | null | Wire[] | { [key: string]: Wire };

/** A copy of a value as it arrives at the other end; throws a sentence for dates, functions and whatever else is not carried. */
export function carry(value: unknown, path = 'value', above: readonly unknown[] = []): Wire {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (above.includes(value)) throw new Error(`google.script.run cannot carry an object that holds itself (${path}).`);
  const inside = [...above, value];
  if (Array.isArray(value)) return Array.from(value, (item, index) => carry(item, `${path}[${index}]`, inside));
  const kind = typeof value === 'object' && !(value instanceof EnumValue) ? tag(value) : typeof value;
  if (kind !== 'Object') throw new Error(`google.script.run cannot carry a ${kind} (${path}).`);
  const entries = Object.entries(value as object).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, carry(item, `${path}.${key}`, inside)]));
}
