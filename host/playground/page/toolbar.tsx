import { activeLook, format, redo, toggleFormat, undo } from './commands';
import { keysOf } from './context-menu';
import type { Desk } from './desk';
import { Icon, type IconName } from './icons';

/** The tools that are needed most. */
export function Toolbar({ desk }: { readonly desk: Desk }) {
  const { session } = desk;
  const { words, book } = session;
  const look = activeLook(session);
  const tool = (icon: IconName, label: string, run: () => unknown, pressed?: boolean, disabled = false) => (
    <button
      type="button"
      class="tool"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        desk.editor.commit();
        void run();
        desk.grid.focus();
      }}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div class="toolbar" role="toolbar" aria-label={words.toolbar}>
      {tool('undo', `${words.undo} (${keysOf('Z')})`, () => undo(session), undefined, book.undo === null)}
      {tool('redo', `${words.redo} (${keysOf('Y')})`, () => redo(session), undefined, book.redo === null)}
      <hr />
      {tool('percent', words.percent, () => format(desk, { numberFormat: '0.00%' }))}
      {tool('number', words.number, () => format(desk, { numberFormat: '#,##0.00' }))}
      {tool('date', words.date, () => format(desk, { numberFormat: 'yyyy-mm-dd' }))}
      <hr />
      {tool('bold', `${words.bold} (${keysOf('B')})`, () => toggleFormat(desk, 'bold'), look?.bold === true)}
      {tool('italic', `${words.italic} (${keysOf('I')})`, () => toggleFormat(desk, 'italic'), look?.italic === true)}
      {tool('strike', words.strikethrough, () => toggleFormat(desk, 'strikethrough'), look?.strikethrough === true)}
      <hr />
      {tool('left', words.left, () => format(desk, { horizontal: 'left' }), look?.horizontal === 'left')}
      {tool('center', words.center, () => format(desk, { horizontal: 'center' }), look?.horizontal === 'center')}
      {tool('right', words.right, () => format(desk, { horizontal: 'right' }), look?.horizontal === 'right')}
      {tool(
        'wrap',
        words.wrap,
        () => format(desk, { wrap: look?.wrap === 'WRAP' ? null : 'WRAP' }),
        look?.wrap === 'WRAP',
      )}
    </div>
  );
}
