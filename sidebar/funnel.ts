/**
 * A label with its place and what it means for the funnel: a step of it, gone from it, or none of its business; and whether it is
 * one of those that say that something was sold.
 */
export interface Part {
  readonly label: string;
  readonly order: number;
  readonly kind: 'step' | 'end' | 'gone' | 'ignored';
  readonly count: number;
  readonly isSale?: boolean;
}

/** A funnel: how many stand at each step or further, and up to which step those count who are gone. */
export interface Funnel {
  readonly steps: readonly { readonly label: string; readonly reached: number }[];
  /** Absent where there is no step before the end. */
  readonly goneAfter: string | undefined;
}

/**
 * The funnel that labels make, as the report counts it: steps in their order, then the ends. Those who are gone do not say from
 * which step; they count up to the last step (`goneFrom: 'last'`) or the first.
 */
export function funnelOf(parts: readonly Part[], goneFrom: 'first' | 'last'): Funnel {
  const inOrder = (kind: Part['kind']) =>
    parts.filter((part) => part.kind === kind).sort((one, other) => one.order - other.order);
  const before = inOrder('step');
  const all = salesAsOne([...before, ...inOrder('end')]);
  const gone = sum(inOrder('gone'));
  const goneAt = goneFrom === 'first' ? 0 : before.length - 1;
  const steps = all.map(({ label }, at) => ({ label, reached: sum(all.slice(at)) + (at <= goneAt ? gone : 0) }));
  return { steps, goneAfter: before[goneAt]?.label };
}

/** The parts with those that say "sold" in other words as one, in the place of the first. */
function salesAsOne(parts: readonly Part[]): Part[] {
  const sold = parts.filter(({ isSale }) => isSale);
  const [first] = sold;
  if (!first) return [...parts];
  const one: Part = { ...first, label: sold.map(({ label }) => label).join(', '), count: sum(sold) };
  return parts.filter((part) => part === first || !part.isSale).map((part) => (part === first ? one : part));
}

const sum = (parts: readonly Part[]): number => parts.reduce((total, { count }) => total + count, 0);
