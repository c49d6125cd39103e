import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatBlock, parseBlock, splitSheet } from '../../workbook/address';
import type { Desk } from './desk';
import { selectBlock } from './selection';
import { fill } from './text';

/** Name box and formula bar. */
export function FormulaRow({ desk }: { readonly desk: Desk }) {
  return (
    <div class="formula-row">
      <NameBox desk={desk} />
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <Placed element={desk.editor.bar.element} />
    </div>
  );
}

/** An element that is made elsewhere, at its place in the page. */
export function Placed({ element }: { readonly element: HTMLElement }) {
  const slot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    slot.current?.replaceChildren(element);
  }, [element]);
  return <div class="placed" ref={slot} />;
}

/** Says what is selected; what is typed into it is gone to. */
function NameBox({ desk }: { readonly desk: Desk }) {
  const { session } = desk;
  const [typed, setTyped] = useState<string>();
  const last = session.selection.blocks.at(-1);
  const shown = last ? formatBlock(last) : '';
  const go = () => {
    const text = (typed ?? '').trim();
    setTyped(undefined);
    if (text !== '') goTo(desk, text);
    desk.grid.focus();
  };
  return (
    <input
      class="name-box"
      aria-label={session.words.nameBox}
      spellcheck={false}
      value={typed ?? shown}
      onFocus={(event) => {
        desk.editor.commit();
        event.currentTarget.focus();
        event.currentTarget.select();
      }}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => setTyped(undefined)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') go();
        else if (event.key === 'Escape') {
          setTyped(undefined);
          desk.grid.focus();
        } else return;
        event.preventDefault();
      }}
    />
  );
}

/** Shows and selects what a reference names, on whichever sheet; a sheet's name alone shows the sheet. */
function goTo({ session, grid }: Desk, text: string): void {
  const { sheet: name, rest } = splitSheet(text);
  const find = (wanted: string) => session.book.sheets.find((one) => one.name.toLowerCase() === wanted.toLowerCase());
  const block = parseBlock(rest);
  const sheet = name === undefined ? (block ? session.sheet : find(text)) : find(name);
  if (!sheet || (name !== undefined && !block)) {
    session.notices.tell('failure', fill(session.words.badRange, { text }));
    return;
  }
  if (sheet.id !== session.sheet.id) {
    if (sheet.hidden) void session.change('tab', { kind: 'show', sheet: sheet.id });
    session.show(sheet.id);
  }
  if (!block) return;
  session.select(selectBlock(session.lines, block));
  grid.reveal(session.selection.active, { rows: true, columns: true });
}
