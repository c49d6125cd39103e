import { columnLetters } from '../../workbook/address';
import type { LinesAsk } from '../protocol';
import { sizeOf } from './axis';
import { clear, coveredLines } from './commands';
import type { Desk } from './desk';
import type { MenuItem } from './menu-item';
import { takesWhole } from './selection';
import { fill } from './text';

const LINE: MenuItem = { line: true };

/** Ctrl, or what the keyboards of a Mac have for it, with a key. */
export function keysOf(key: string): string {
  return navigator.platform.startsWith('Mac') ? `⌘${key}` : `Ctrl+${key}`;
}

/** Cut, copy, paste, delete. */
export function clipboardItems({ clipboard, session }: Desk): MenuItem[] {
  const { words } = session;
  return [
    { label: words.cut, keys: keysOf('X'), run: () => clipboard.copy('cut') },
    { label: words.copy, keys: keysOf('C'), run: () => clipboard.copy('copy') },
    { label: words.paste, keys: keysOf('V'), run: () => void clipboard.pasteFromMenu(false, keysOf('V')) },
    {
      label: words.pasteValues,
      keys: keysOf('Shift+V'),
      run: () => void clipboard.pasteFromMenu(true, keysOf('Shift+V')),
    },
    { label: words.clear, keys: 'Delete', run: () => void clear(session) },
  ];
}

/** What can be done with the selected cells; with whole rows or columns selected, with those alone. */
export function contextMenu(desk: Desk): MenuItem[] {
  const { selection, lines } = desk.session;
  const whole = takesWhole(lines, selection.blocks.at(-1) ?? { top: 0, left: 0, bottom: 0, right: 0 });
  const both = whole.rows === whole.columns;
  return [
    ...clipboardItems(desk),
    ...(both || whole.rows ? [LINE, ...lineItems(desk, 'rows')] : []),
    ...(both || whole.columns ? [LINE, ...lineItems(desk, 'columns')] : []),
  ];
}

/** Insert, delete, hide, show and, in groups, collapse or expand the rows or columns that are selected. */
export function lineItems({ session }: Desk, axis: 'rows' | 'columns'): MenuItem[] {
  const { words, sheet, lines } = session;
  const rows = axis === 'rows';
  const { at, count } = coveredLines(session, axis);
  const name = (line: number) => (rows ? String(line + 1) : columnLetters(line));
  const range = count === 1 ? name(at) : `${name(at)}–${name(at + count - 1)}`;
  const act = (ask: Omit<Extract<LinesAsk, { at: number; count: number }>, 'sheet' | 'axis'>) => () =>
    void session.change('lines', { sheet: sheet.id, axis, ...ask } as LinesAsk);
  const all = count === lines[axis].count;
  const around = { first: Math.max(0, at - 1), last: Math.min(lines[axis].count - 1, at + count) };
  const hidden = Array.from({ length: Math.min(1000, around.last - around.first + 1) }, (_, i) => around.first + i);
  const anyHidden = hidden.some((line) => sizeOf(lines[axis], line) === 0);
  const item = (label: string, run: () => void, disabled = false): MenuItem => ({ label, run, disabled });
  return [
    item(fill(rows ? words.insertRowsAbove : words.insertColumnsLeft, { count }), act({ kind: 'insert', at, count })),
    item(
      fill(rows ? words.insertRowsBelow : words.insertColumnsRight, { count }),
      act({ kind: 'insert', at: at + count, count }),
    ),
    item(fill(rows ? words.deleteRows : words.deleteColumns, { range }), act({ kind: 'delete', at, count }), all),
    item(fill(rows ? words.hideRows : words.hideColumns, { range }), act({ kind: 'hide', at, count }), all),
    ...(anyHidden
      ? [
          item(
            rows ? words.showRows : words.showColumns,
            act({ kind: 'show', at: around.first, count: around.last - around.first + 1 }),
          ),
        ]
      : []),
    ...(rows
      ? []
      : [
          {
            label: words.fitColumns,
            run: () => void session.change('lines', { sheet: sheet.id, axis, kind: 'resize', at, count, pixels: null }),
          },
        ]),
    ...groupItems(session, axis, at, name),
  ];
}

function groupItems(
  session: Desk['session'],
  axis: 'rows' | 'columns',
  at: number,
  name: (line: number) => string,
): MenuItem[] {
  const { sheet, words } = session;
  const labels =
    axis === 'rows' ? [words.expandRows, words.collapseRows] : [words.expandColumns, words.collapseColumns];
  return sheet[axis].groups
    .filter(({ first, last }) => first - 1 <= at && at <= last + 1)
    .map(({ first, last, depth, collapsed }) => ({
      label: fill(labels[collapsed ? 0 : 1] as string, { range: `${name(first)}–${name(last)}` }),
      run: () =>
        void session.change('lines', { sheet: sheet.id, axis, kind: collapsed ? 'expand' : 'collapse', first, depth }),
    }));
}
