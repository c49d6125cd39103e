import type { Desk } from './desk';
import { Dialogs } from './dialogs';
import { FormulaRow, Placed } from './formula-row';
import { Menu } from './menu';
import { BehindMenu, MenuBar } from './menu-bar';
import { Messages } from './messages';
import { SidebarFrame } from './sidebar-frame';
import { TabBar } from './tab-bar';
import { Toolbar } from './toolbar';

/** The whole page: a workbook on the left, the add-on's sidebar on the right. */
export function App({ desk, dropping }: { readonly desk: Desk; readonly dropping: boolean }) {
  const { session, menu } = desk;
  return (
    <>
      <header>
        <div class="top">
          <span class="logo" aria-hidden="true" />
          <div class="names">
            <h1>
              <bdi>{session.book.name}</bdi>
            </h1>
            <MenuBar desk={desk} />
          </div>
        </div>
        <Toolbar desk={desk} />
      </header>
      <main>
        <div class="workbook">
          <FormulaRow desk={desk} />
          <Messages desk={desk} />
          <Placed element={desk.grid.frame} />
          <TabBar desk={desk} />
        </div>
        <SidebarFrame desk={desk} />
        <Placed element={desk.editor.suggestions.element} />
      </main>
      {menu && (
        <>
          <BehindMenu label={session.words.close} onClose={() => desk.closeMenu()} />
          <Menu
            key={`${menu.at.x}:${menu.at.y}:${menu.label}`}
            items={menu.items}
            label={menu.label}
            at={menu.at}
            onClose={() => desk.closeMenu()}
          />
        </>
      )}
      <Dialogs desk={desk} />
      {dropping && (
        <div class="drop">
          <p>{session.words.drop}</p>
        </div>
      )}
    </>
  );
}
