import type { Desk } from './desk';
import { mergeAt } from './selection';

/** Opens the drop-down list of the active cell; false if the cell has none as far as is known. */
export function openChoices(desk: Desk): boolean {
  const { session } = desk;
  const { row, column } = session.selection.active;
  if (session.cells.get(session.sheet.id, row, column)?.input !== 'list') return false;
  void show(desk);
  return true;
}

async function show(desk: Desk): Promise<void> {
  const { session, grid } = desk;
  const details = await session.readDetails();
  if (!details?.choices) return;
  const { sheet, row, column } = details;
  const items = details.choices.map((choice) => ({
    label: choice,
    checked: choice === details.text,
    run: () => void session.change('enter', { sheet, row, column, rows: [[choice]] }),
  }));
  const { left, top, height } = grid.place(mergeAt(session.lines, { row, column }));
  const stage = grid.stage.getBoundingClientRect();
  desk.openMenu(items, { x: stage.left + left, y: stage.top + top + height }, session.words.choices);
}
