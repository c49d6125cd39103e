import { useRef, useState } from 'preact/hooks';
import type { Desk } from './desk';
import { Menu } from './menu';
import { barMenus } from './menus';

/** The menu bar; arrows lead from one menu to the next. */
export function MenuBar({ desk }: { readonly desk: Desk }) {
  const bar = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number>();
  const [chosen, setChosen] = useState(0);
  const menus = barMenus(desk);
  const button = (index: number) => bar.current?.querySelectorAll<HTMLButtonElement>(':scope > button')[index];
  const go = (to: number, opens: boolean) => {
    const index = (to + menus.length) % menus.length;
    setChosen(index);
    button(index)?.focus();
    setOpen(opens ? index : undefined);
  };
  const show = (index: number) => {
    desk.editor.commit();
    desk.closeMenu();
    go(index, true);
  };
  const key = (event: KeyboardEvent, index: number) => {
    if (event.key === 'ArrowRight') go(index + 1, open !== undefined);
    else if (event.key === 'ArrowLeft') go(index - 1, open !== undefined);
    else if (event.key === 'ArrowDown') show(index);
    else return;
    event.preventDefault();
  };
  const shown = open === undefined ? undefined : menus[open];
  const box = open === undefined ? undefined : button(open)?.getBoundingClientRect();
  return (
    <>
      <div class="menu-bar" role="menubar" aria-label={desk.session.words.menuBar} ref={bar}>
        {menus.map(({ label }, index) => (
          <button
            key={index}
            type="button"
            role="menuitem"
            aria-haspopup="menu"
            aria-expanded={open === index}
            tabIndex={chosen === index ? 0 : -1}
            onClick={() => (open === index ? setOpen(undefined) : show(index))}
            onPointerEnter={() => open !== undefined && go(index, true)}
            onKeyDown={(event) => key(event, index)}
          >
            {label}
          </button>
        ))}
      </div>
      {shown && box && open !== undefined && (
        <>
          <BehindMenu label={desk.session.words.close} onClose={() => setOpen(undefined)} />
          <Menu
            key={open}
            items={shown.items}
            label={shown.label}
            at={{ x: box.left, y: box.bottom + 2 }}
            onSide={(by) => go(open + by, true)}
            onClose={() => {
              setOpen(undefined);
              desk.grid.focus();
            }}
          />
        </>
      )}
    </>
  );
}

/** Covers the page while a menu is open: a click anywhere closes the menu and does nothing else. */
export function BehindMenu({ label, onClose }: { readonly label: string; readonly onClose: () => void }) {
  return (
    <button
      type="button"
      class="behind-menu"
      tabIndex={-1}
      aria-label={label}
      onPointerDown={onClose}
      onContextMenu={(event) => {
        event.preventDefault();
        onClose();
      }}
    />
  );
}
