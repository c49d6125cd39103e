import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { open, openable } from './commands';
import type { Desk } from './desk';

/** What has to be answered before anything else: questions of the page, and what the script said with an alert. */
export function Dialogs({ desk }: { readonly desk: Desk }) {
  const { session, dialog } = desk;
  const { words } = session;
  const alert = session.notices.list.find(({ kind }) => kind === 'alert');
  if (dialog?.kind === 'open') return <OpenFiles desk={desk} chosen={dialog.files} />;
  if (dialog) {
    const { text, yes, answer } = dialog;
    return (
      <Modal desk={desk} label={text} onYes={() => answer(true)} onNo={() => answer(false)}>
        <p>{text}</p>
        <Buttons yes={yes} no={words.cancel} />
      </Modal>
    );
  }
  if (!alert) return null;
  const close = () => session.notices.dismiss(alert.id);
  return (
    <Modal desk={desk} key={alert.id} label={words.title} onYes={close} onNo={close}>
      <p class="said">{alert.text.slice(0, 5000)}</p>
      <Buttons yes={words.ok} />
    </Modal>
  );
}

const YES = 'yes';

interface ModalProps {
  readonly desk: Desk;
  readonly label: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly children: ComponentChildren;
}

/**
 * A dialog that the browser itself closes, by a button or Escape. The answer is taken with the key that gives it, and
 * the browser hands the keyboard back with it: the next key is for the cells, however late the page is drawn.
 */
function Modal({ desk, label, onYes, onNo, children }: ModalProps) {
  const box = useRef<HTMLDialogElement>(null);
  // After every render: another question may come into the same element.
  useLayoutEffect(() => {
    if (!box.current || box.current.open) return;
    // To whom the browser is to hand it back: a menu or a button may be gone by then.
    desk.takeKeyboard();
    box.current.showModal();
  });
  return (
    <dialog
      ref={box}
      class="dialog"
      aria-label={label}
      // The choice of a file can be cancelled as well, and tells so here.
      onCancel={({ target, currentTarget }) => target === currentTarget && onNo()}
    >
      <form method="dialog" onSubmit={({ submitter }) => (isYes(submitter) ? onYes() : onNo())}>
        {children}
      </form>
    </dialog>
  );
}

function isYes(button: HTMLElement | null): boolean {
  return button instanceof HTMLButtonElement && button.value === YES;
}

function Buttons({ yes, no, disabled }: { yes: string; no?: string; disabled?: boolean }) {
  return (
    <div class="buttons">
      <button type="submit" value={YES} class="primary" disabled={disabled}>
        {yes}
      </button>
      {no && (
        <button type="submit" class="plain">
          {no}
        </button>
      )}
    </div>
  );
}

function OpenFiles({ desk, chosen }: { readonly desk: Desk; readonly chosen: readonly File[] }) {
  const { words } = desk.session;
  const [files, setFiles] = useState(chosen);
  const [how, setHow] = useState<'replace' | 'add'>('replace');
  const input = useRef<HTMLInputElement>(null);
  const choice = (value: 'replace' | 'add', label: string) => (
    <label class="choice">
      <input type="radio" name="how" checked={how === value} onChange={() => setHow(value)} />
      {label}
    </label>
  );
  return (
    <Modal desk={desk} label={words.openTitle} onYes={() => void open(desk, files, how)} onNo={() => desk.close()}>
      <h2>{words.openTitle}</h2>
      <p class="quiet">{words.openHint}</p>
      <input
        ref={input}
        type="file"
        multiple
        accept=".csv,.tsv,.txt,.xlsx"
        hidden
        onChange={(event) => setFiles(openable(desk, event.currentTarget.files ?? []))}
      />
      <button type="button" class="plain" onClick={() => input.current?.click()}>
        {words.chooseFiles}
      </button>
      <ul class="files">
        {files.map((file, index) => (
          <li key={index}>
            <bdi>{file.name}</bdi>
          </li>
        ))}
      </ul>
      {choice('replace', words.openReplace)}
      {choice('add', words.openAdd)}
      <Buttons yes={words.openFiles} no={words.cancel} disabled={files.length === 0} />
    </Modal>
  );
}
