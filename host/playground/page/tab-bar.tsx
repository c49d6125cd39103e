import { useEffect, useRef } from 'preact/hooks';
import type { SheetSummary } from '../protocol';
import { deleteSheet } from './commands';
import type { Desk } from './desk';
import { Icon } from './icons';
import type { MenuItem } from './menu-item';
import { fill } from './text';

/** The tabs of the workbook. */
export function TabBar({ desk }: { readonly desk: Desk }) {
  const { session } = desk;
  const { words, book, sheet: shown } = session;
  const bar = useRef<HTMLDivElement>(null);
  const visible = book.sheets.filter(({ hidden }) => !hidden);
  useEffect(() => {
    bar.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown.id, visible.length]);
  const key = (event: KeyboardEvent, index: number) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = visible[(index + by + visible.length) % visible.length];
    if (by === 0 || !next) return;
    event.preventDefault();
    goTo(desk, next.id);
    requestAnimationFrame(() => bar.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus());
  };
  return (
    <div class="tab-bar">
      <button
        type="button"
        class="tool"
        title={words.addSheet}
        aria-label={words.addSheet}
        onClick={() => {
          desk.editor.commit();
          void session.change('tab', { kind: 'add' });
          desk.grid.focus();
        }}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        class="tool"
        title={words.allSheets}
        aria-label={words.allSheets}
        aria-haspopup="menu"
        onClick={(event) => openAbove(desk, event.currentTarget, allSheets(desk), words.allSheets)}
      >
        <Icon name="list" />
      </button>
      <div class="tabs" role="tablist" aria-label={words.sheets} ref={bar}>
        {visible.map((sheet, index) => (
          <Tab key={sheet.id} desk={desk} sheet={sheet} onKey={(event) => key(event, index)} />
        ))}
      </div>
      <p id="region-keys" class="region-keys">
        {words.regionKeys}
      </p>
    </div>
  );
}

function Tab({ desk, sheet, onKey }: { desk: Desk; sheet: SheetSummary; onKey: (event: KeyboardEvent) => void }) {
  const { session } = desk;
  const selected = session.sheet.id === sheet.id;
  const menu = (anchor: Element) =>
    openAbove(desk, anchor, tabItems(desk, sheet), fill(session.words.sheetMenu, { name: sheet.name }));
  if (desk.renaming === sheet.id) return <Rename desk={desk} sheet={sheet} />;
  return (
    <span class={`tab ${selected ? 'selected' : ''}`} style={sheet.tabColor ? { '--tab': sheet.tabColor } : undefined}>
      <button
        type="button"
        role="tab"
        aria-selected={selected}
        tabIndex={selected ? 0 : -1}
        title={sheet.name.length > 24 ? sheet.name.slice(0, 500) : undefined}
        onPointerDown={(event) => desk.editor.pointing && event.preventDefault()}
        onClick={() => goTo(desk, sheet.id)}
        onDblClick={() => rename(desk, sheet.id)}
        onContextMenu={(event) => {
          event.preventDefault();
          goTo(desk, sheet.id);
          menu(event.currentTarget);
        }}
        onKeyDown={(event) => {
          if (event.key === 'F2') rename(desk, sheet.id);
          else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) menu(event.currentTarget);
          else return onKey(event);
          event.preventDefault();
        }}
      >
        <bdi>{sheet.name}</bdi>
      </button>
      {selected && (
        <button
          type="button"
          class="tab-menu"
          tabIndex={-1}
          aria-hidden="true"
          onClick={(event) => menu(event.currentTarget)}
        >
          <Icon name="down" />
        </button>
      )}
    </span>
  );
}

function Rename({ desk, sheet }: { readonly desk: Desk; readonly sheet: SheetSummary }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const end = (name: string) => {
    if (desk.renaming !== sheet.id) return;
    desk.renaming = undefined;
    if (name !== '' && name !== sheet.name) {
      void desk.session.change('tab', { kind: 'rename', sheet: sheet.id, name });
    }
    desk.session.emit();
  };
  return (
    <input
      ref={field}
      class="tab-name"
      aria-label={desk.session.words.newName}
      defaultValue={sheet.name}
      maxLength={100}
      onBlur={(event) => end(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end(event.currentTarget.value.trim());
        else if (event.key === 'Escape') end('');
        else return;
        desk.grid.focus();
      }}
    />
  );
}

function rename(desk: Desk, sheet: number): void {
  desk.renaming = sheet;
  desk.session.emit();
}

/** Shows another tab. A formula that is being typed stays open, so that it can refer to cells there. */
function goTo({ session, editor, grid }: Desk, sheet: number): void {
  const pointing = editor.pointing;
  if (editor.editing && !pointing) editor.commit();
  session.show(sheet);
  if (!pointing) grid.focus();
}

function openAbove(desk: Desk, anchor: Element, items: readonly MenuItem[], label: string): void {
  const { left, top } = anchor.getBoundingClientRect();
  desk.editor.commit();
  // Long menus are moved up until they fit.
  desk.openMenu(items, { x: left, y: top - 8 - items.length * 32 }, label);
}

function allSheets({ session, grid }: Desk): MenuItem[] {
  return session.book.sheets.map(({ id, name, hidden }) => ({
    label: hidden ? fill(session.words.hiddenSheet, { name }) : name,
    checked: id === session.sheet.id,
    run: () => {
      if (hidden) void session.change('tab', { kind: 'show', sheet: id });
      session.show(id);
      grid.focus();
    },
  }));
}

function tabItems(desk: Desk, { id, name }: SheetSummary): MenuItem[] {
  const { session } = desk;
  const { words, book } = session;
  const at = book.sheets.findIndex((sheet) => sheet.id === id);
  const visible = book.sheets.filter(({ hidden }) => !hidden);
  const only = visible.length === 1;
  const place = visible.findIndex((sheet) => sheet.id === id);
  const moveTo = (neighbour: SheetSummary | undefined) => () => {
    if (neighbour) void session.change('tab', { kind: 'move', sheet: id, to: book.sheets.indexOf(neighbour) });
  };
  return [
    { label: words.rename, run: () => rename(desk, id) },
    { label: words.duplicate, run: () => void session.change('tab', { kind: 'duplicate', sheet: id }) },
    { label: words.delete, disabled: only, run: () => void deleteSheet(desk, id, name) },
    { label: words.hide, disabled: only, run: () => void session.change('tab', { kind: 'hide', sheet: id }) },
    { line: true },
    { label: words.moveLeft, disabled: at < 0 || place <= 0, run: moveTo(visible[place - 1]) },
    { label: words.moveRight, disabled: place === visible.length - 1, run: moveTo(visible[place + 1]) },
  ];
}
