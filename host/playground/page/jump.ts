import { visibleFrom } from './axis';
import { findEdge } from './edge';
import type { Cell, Direction } from './selection';
import type { Session } from './session';

/** Lines of cells that are read at once. */
const STRIP = 4000;

/** The cell that Ctrl and an arrow jump to; cells that the page does not know are read on the way. */
export async function jump(session: Session, from: Cell, way: Direction): Promise<Cell> {
  const { sheet } = session;
  const down = way.rows !== 0;
  const [start, count, filledTo] = down
    ? [from.row, sheet.rows.count, sheet.shown.rows]
    : [from.column, sheet.columns.count, sheet.shown.columns];
  const by = way.rows + way.columns > 0 ? 1 : -1;
  const known = new Map<number, boolean>();
  const read = async (index: number) => {
    const first = by > 0 ? index : Math.max(0, index - STRIP + 1);
    const last = by > 0 ? Math.min(filledTo - 1, index + STRIP - 1) : index;
    const block = down
      ? { top: first, bottom: last, left: from.column, right: from.column }
      : { top: from.row, bottom: from.row, left: first, right: last };
    const { cells } = await session.server.ask('cells', { sheet: sheet.id, ...block });
    for (let line = first; line <= last; line++) known.set(line, false);
    for (const { row, column, text } of cells) known.set(down ? row : column, text !== undefined && text !== '');
  };
  const filled = (index: number) => {
    if (index >= filledTo) return false;
    const answer = known.get(index);
    return answer ?? read(index).then(() => known.get(index) ?? false);
  };
  const edge = await findEdge(start, by, by > 0 ? count - 1 : 0, filled);
  const seen = visibleFrom(session.lines[down ? 'rows' : 'columns'], edge, by > 0 ? -1 : 1) ?? edge;
  return down ? { ...from, row: seen } : { ...from, column: seen };
}
