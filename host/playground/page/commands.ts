import type { Block } from '../../workbook/address';
import type { Look } from '../protocol';
import type { Desk } from './desk';
import type { Session } from './session';
import { fill } from './text';

/** Empties the selected cells. */
export function clear(session: Session): Promise<unknown> {
  return session.change('clear', { sheet: session.sheet.id, blocks: session.selection.blocks });
}

/** Takes the last change back. */
export function undo(session: Session): Promise<unknown> {
  return session.book.undo === null ? Promise.resolve() : session.change('undo', {});
}

/** Does again what was taken back. */
export function redo(session: Session): Promise<unknown> {
  return session.book.redo === null ? Promise.resolve() : session.change('redo', {});
}

/** Changes the looks of the selected cells. */
export function format({ session }: Desk, change: Look): Promise<unknown> {
  return session.change('format', { sheet: session.sheet.id, blocks: session.selection.blocks, change });
}

/** Makes the selected cells bold, italic or struck through, or plain again, as the active one is. */
export function toggleFormat(desk: Desk, name: 'bold' | 'italic' | 'strikethrough'): Promise<unknown> {
  return format(desk, { [name]: !activeLook(desk.session)?.[name] });
}

/** The look of the active cell. */
export function activeLook(session: Session) {
  const { row, column } = session.selection.active;
  return session.cells.get(session.sheet.id, row, column)?.style;
}

/** Rows, or columns, that the last selected block covers. */
export function coveredLines(session: Session, axis: 'rows' | 'columns'): { at: number; count: number } {
  const { top, left, bottom, right } = session.selection.blocks.at(-1) as Block;
  return axis === 'rows' ? { at: top, count: bottom - top + 1 } : { at: left, count: right - left + 1 };
}

/** Runs an item of the add-on's menu; its script sees what is selected now. */
export async function runMenu({ session, editor }: Desk, label: string): Promise<void> {
  editor.commit();
  await session.tellSelection();
  await session.change('menu', { label });
}

/** Has the browser save the workbook. */
export async function download({ session, editor }: Desk): Promise<void> {
  editor.commit();
  await session.settle();
  try {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await session.server.download());
    link.download = `${session.book.name.replace(/\.(csv|tsv|txt|xlsx)$/i, '')}.xlsx`;
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (error) {
    session.fail(error);
  }
}

/** Starts again with the sample company, if the person is sure. */
export async function startAgain(desk: Desk): Promise<void> {
  const { session } = desk;
  const { startAgainQuestion, startAgain: yes } = session.words;
  if (await desk.confirm(startAgainQuestion, yes)) await session.change('reset', {});
}

/** Deletes a tab, if the person is sure. */
export async function deleteSheet(desk: Desk, sheet: number, name: string): Promise<void> {
  const { session } = desk;
  const sure = await desk.confirm(fill(session.words.deleteSheet, { name }), session.words.delete);
  if (sure) await session.change('tab', { kind: 'delete', sheet });
}

/** Files that can be opened; the others are named in a sentence. */
export function openable({ session }: Desk, files: Iterable<File>): File[] {
  return [...files].filter((file) => {
    if (/\.(csv|tsv|txt|xlsx)$/i.test(file.name)) return true;
    session.notices.tell('failure', fill(session.words.wrongFile, { name: file.name }));
    return false;
  });
}

/** Opens files one after the other: the first instead of the workbook, or all of them beside it. */
export async function open(desk: Desk, files: readonly File[], how: 'replace' | 'add'): Promise<void> {
  desk.close();
  for (const [index, file] of files.entries()) {
    if (!(await desk.session.upload(file, index === 0 ? how : 'add'))) return;
  }
}
