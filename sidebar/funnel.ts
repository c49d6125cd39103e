/** A label with its place and what it means for the funnel: a step of it, gone from it, or none of its business. */
export interface Part {
  readonly label: string;
  readonly order: number;
  readonly kind: 'step' | 'end' | 'gone' | 'ignored';
  readonly count: number;
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
  const all = [...before, ...inOrder('end')];
  const gone = sum(inOrder('gone'));
  const goneAt = goneFrom === 'first' ? 0 : before.length - 1;
  const steps = all.map(({ label }, at) => ({ label, reached: sum(all.slice(at)) + (at <= goneAt ? gone : 0) }));
  return { steps, goneAfter: before[goneAt]?.label };
}

const sum = (parts: readonly Part[]): number => parts.reduce((total, { count }) => total + count, 0);
