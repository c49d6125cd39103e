import type { Desk } from './desk';
import { Icon } from './icons';

/** What went wrong, in a bar over the cells, and what the script says in passing, in a corner. */
export function Messages({ desk }: { readonly desk: Desk }) {
  const { session } = desk;
  const { words, notices, slow } = session;
  const failures = notices.list.filter(({ kind }) => kind === 'failure');
  const toasts = notices.list.filter(({ kind }) => kind === 'toast');
  const close = (id: number) => (
    <button type="button" class="tool" aria-label={words.close} title={words.close} onClick={() => notices.dismiss(id)}>
      <Icon name="close" />
    </button>
  );
  return (
    <>
      <div class="failures" role="alert">
        {failures.map(({ id, text, action }) => (
          <div class="failure" key={id}>
            <Icon name="alert" />
            <p>{text.slice(0, 1000)}</p>
            {action && (
              <button type="button" class="plain" onClick={action.run}>
                {action.label}
              </button>
            )}
            {close(id)}
          </div>
        ))}
      </div>
      <div class="toasts" role="status">
        {toasts.map(({ id, text }) => (
          <div class="toast" key={id}>
            <p>{text.slice(0, 1000)}</p>
            {close(id)}
          </div>
        ))}
      </div>
      <div class="progress" role="status" hidden={!slow}>
        <span class="bar" aria-hidden="true" />
        <span class="words">{slow ? words.working : ''}</span>
      </div>
    </>
  );
}
