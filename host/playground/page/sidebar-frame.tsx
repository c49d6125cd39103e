import { useEffect, useRef } from 'preact/hooks';
import type { FrameMessage, Reply } from '../protocol';
import { runMenu } from './commands';
import type { Desk } from './desk';
import { Icon } from './icons';
import { goToRegion } from './regions';

/** The add-on's sidebar: its own page in a frame that can do nothing but ask this page to call the script. */
export function SidebarFrame({ desk }: { readonly desk: Desk }) {
  const { session } = desk;
  const { sidebar } = session.book;
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const listen = (event: MessageEvent) => {
      if (frame.current && event.source === frame.current.contentWindow) {
        void hear(desk, event.data as FrameMessage, (reply) => (event.source as Window).postMessage(reply, '*'));
      }
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, [desk]);
  if (!sidebar) return <ClosedSidebar desk={desk} />;
  return (
    <aside class="sidebar" aria-label={sidebar.title}>
      <header>
        <h2>{sidebar.title}</h2>
        <button
          type="button"
          class="tool"
          aria-label={session.words.closeSidebar}
          title={session.words.closeSidebar}
          onClick={() => void session.change('close', {})}
        >
          <Icon name="close" />
        </button>
      </header>
      <iframe
        key={sidebar.address}
        ref={frame}
        title={sidebar.title}
        src={sidebar.address}
        sandbox="allow-scripts allow-forms allow-popups"
        referrerpolicy="no-referrer"
      />
    </aside>
  );
}

/** Calls the script as the frame asks; whatever goes wrong is the call's outcome, as Google hands it to failure handlers. */
async function hear(desk: Desk, message: FrameMessage, reply: (reply: Reply) => void): Promise<void> {
  const { session, grid, editor } = desk;
  if (message?.leakproof === 'close') return void session.change('close', {});
  if (message?.leakproof === 'focus') return grid.focus();
  if (message?.leakproof === 'leave') return goToRegion(editor, message.back ? -1 : 1, document.activeElement);
  if (message?.leakproof !== 'run') return;
  const { id, name, parameters } = message;
  // Whoever works in the sidebar has left the cell; a sidebar that reads on its own account disturbs nobody who types.
  if (document.activeElement instanceof HTMLIFrameElement) editor.commit();
  await session.tellSelection();
  const selected = session.selection;
  const answer = await session.run({ name, parameters });
  desk.answered = performance.now();
  reply({ leakproof: 'reply', id, outcome: answer });
  // The script may have selected cells to be looked at.
  if (session.selection === selected) return;
  grid.reveal(session.selection.active);
  grid.frame.scrollIntoView({ block: 'nearest' });
}

function ClosedSidebar({ desk }: { readonly desk: Desk }) {
  const { words, book } = desk.session;
  const item = book.menus[0]?.items.find((entry) => 'label' in entry && !('items' in entry));
  return (
    <aside class="sidebar closed" aria-label="Leakproof">
      <div class="invitation">
        <p>{words.sidebarHint}</p>
        {item && 'label' in item && (
          <button type="button" class="primary" onClick={() => void runMenu(desk, item.label)}>
            {words.openSidebar}
          </button>
        )}
      </div>
    </aside>
  );
}
