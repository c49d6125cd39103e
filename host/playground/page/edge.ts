/**
 * Where Ctrl and an arrow jump to along a line of cells: from a filled cell whose neighbour is filled, to the last one before a
 * gap; from anywhere else, to the next filled one; if there is none, to the end. `filled` may have to be read first.
 */
export async function findEdge(
  from: number,
  by: 1 | -1,
  end: number,
  filled: (index: number) => Promise<boolean> | boolean,
): Promise<number> {
  const inside = (index: number) => (end - index) * by >= 0;
  let index = from + by;
  if (!inside(index)) return from;
  const leavesBlock = (await filled(from)) && (await filled(index));
  while (inside(index) && (await filled(index)) === leavesBlock) index += by;
  if (!inside(index)) return end;
  return leavesBlock ? index - by : index;
}
