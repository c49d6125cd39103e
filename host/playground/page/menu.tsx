import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { choosable, type MenuItem, movedTo } from './menu-item';
import { regionStep } from './regions';

interface MenuProps {
  readonly items: readonly MenuItem[];
  readonly label: string;
  /** Where it opens on the screen; it is moved so that all of it is seen. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
  /** The arrow to the left or right, where it leads out of the menu. */
  readonly onSide?: (by: 1 | -1) => void;
}

/** A menu, usable by mouse and by keyboard, with menus inside. */
export function Menu({ items, label, at, onClose, onSide }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(choosable(items)[0] ?? 0);
  const [open, setOpen] = useState<number>();
  const [place, setPlace] = useState(at);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    setPlace({
      x: Math.max(4, Math.min(at.x, innerWidth - width - 4)),
      y: Math.max(4, Math.min(at.y, innerHeight - height - 4)),
    });
  }, [at.x, at.y]);
  useEffect(() => {
    if (open === undefined) list.current?.children[chosen]?.querySelector('button')?.focus();
  }, [chosen, open]);

  const take = (index: number) => {
    const item = items[index];
    if (!item || 'line' in item) return;
    if ('items' in item) setOpen(index);
    else if (!item.disabled) {
      onClose();
      item.run();
    }
  };
  const key = (event: KeyboardEvent) => {
    // The page has a listener of its own for it.
    if (regionStep(event)) return onClose();
    event.stopPropagation();
    const item = items[chosen];
    const moved = event.ctrlKey || event.metaKey || event.altKey ? undefined : movedTo(items, chosen, event.key);
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (event.key === 'Enter' || event.key === ' ') take(chosen);
    else if (event.key === 'ArrowRight' && item && 'items' in item) setOpen(chosen);
    else if (event.key === 'ArrowRight') onSide?.(1);
    else if (event.key === 'ArrowLeft') onSide?.(-1);
    else if (moved !== undefined) setChosen(moved);
    else return;
    event.preventDefault();
  };
  const over = (index: number, opens: boolean) => {
    if (chosen !== index) setChosen(index);
    const next = opens ? index : undefined;
    if (open !== next) setOpen(next);
  };

  return (
    <div
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      ref={list}
      onKeyDown={key}
      style={{ left: `${place.x}px`, top: `${place.y}px` }}
    >
      {items.map((item, index) =>
        'line' in item ? (
          <hr key={index} />
        ) : (
          <Item
            key={index}
            item={item}
            current={index === chosen}
            open={index === open}
            onOver={() => over(index, 'items' in item)}
            onTake={() => take(index)}
            onBack={() => setOpen(undefined)}
            onClose={onClose}
          />
        ),
      )}
    </div>
  );
}

interface ItemProps {
  readonly item: Exclude<MenuItem, { line: true }>;
  readonly current: boolean;
  readonly open: boolean;
  readonly onOver: () => void;
  readonly onTake: () => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

function Item({ item, current, open, onOver, onTake, onBack, onClose }: ItemProps) {
  const button = useRef<HTMLButtonElement>(null);
  const inner = 'items' in item ? item.items : undefined;
  const { checked, disabled, keys } = 'items' in item ? {} : item;
  const box = open ? button.current?.getBoundingClientRect() : undefined;
  return (
    <div class="item" role="none">
      <button
        ref={button}
        type="button"
        {...(checked === undefined ? { role: 'menuitem' } : { role: 'menuitemcheckbox', 'aria-checked': checked })}
        tabIndex={current ? 0 : -1}
        class={current ? 'current' : ''}
        aria-disabled={disabled ? true : undefined}
        aria-haspopup={inner ? 'menu' : undefined}
        aria-expanded={inner ? open : undefined}
        onPointerMove={onOver}
        onClick={onTake}
      >
        <span class="tick" aria-hidden="true">
          {checked ? '✓' : ''}
        </span>
        <bdi class="label">{item.label.slice(0, 300)}</bdi>
        <span class="keys" aria-hidden="true">
          {inner ? '▸' : keys}
        </span>
      </button>
      {inner && box && (
        <Menu
          items={inner}
          label={item.label}
          at={{ x: box.right - 2, y: box.top - 7 }}
          onClose={onClose}
          onSide={(by) => by < 0 && onBack()}
        />
      )}
    </div>
  );
}
