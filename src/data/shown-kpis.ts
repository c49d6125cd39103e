/** The KPIs that a report shows of all: those that were chosen; or the usual ones, and those for which somebody has set a target. */
export function shownKpis<One extends { readonly name: string; readonly needs?: string }>(
  { kpis, targets }: { readonly kpis: readonly string[]; readonly targets: Readonly<Record<string, number>> },
  all: readonly One[],
  usual: readonly string[],
): One[] {
  const isChosen = all.some(({ name }) => kpis.includes(name));
  const shown = isChosen ? kpis : [...usual, ...Object.keys(targets)];
  const needed = all.map(({ name, needs }) => shown.includes(name) && needs);
  return all.filter(({ name }) => [...shown, ...needed].includes(name));
}
