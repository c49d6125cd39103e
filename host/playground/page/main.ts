import { h, render } from 'preact';
import { App } from './app';
import { openChoices } from './choices';
import { download, openable } from './commands';
import { Desk } from './desk';
import { GridKeys } from './grid-keys';
import { GridMouse } from './grid-mouse';
import { HoverCard } from './hover-card';
import { goToRegion, regionStep } from './regions';
import { Session } from './session';
import './style.css';
import './narrow.css';
import { languageOf, wordsOf } from './text';

const root = document.getElementById('page') as HTMLElement;
void start();

async function start(): Promise<void> {
  const session = new Session();
  const language = languageOf(navigator.language);
  const words = wordsOf(language);
  document.documentElement.lang = language;
  show('opening', words.starting);
  try {
    await session.open(language);
  } catch (error) {
    show('unopened', session.sentence(error), words.tryAgain);
    return;
  }
  root.replaceChildren();
  work(new Desk(session));
}

/** Says that the page is not ready, and what can be done about it. */
function show(className: string, text: string, again?: string): void {
  const box = document.createElement('div');
  box.className = className;
  const sentence = document.createElement('p');
  sentence.textContent = text;
  box.append(sentence);
  if (again) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'primary';
    button.textContent = again;
    button.onclick = () => location.reload();
    box.append(button);
  }
  root.replaceChildren(box);
}

function work(desk: Desk): void {
  const { session, grid, editor } = desk;
  let dropping = false;
  const choose = () => openChoices(desk);
  new GridKeys(desk, choose);
  new GridMouse(desk, choose);
  new HoverCard(desk);
  const draw = () => {
    document.documentElement.lang = session.book.language;
    document.title = `${session.book.name} · ${session.words.title}`;
    render(h(App, { desk, dropping }), root);
    grid.draw();
    editor.draw();
    // Where a dialog or a menu has gone, the cells have the keyboard again.
    if (document.activeElement === document.body) desk.takeKeyboard();
  };
  session.listen(draw);
  draw();
  // The grid has its size only now that it stands in the page.
  session.emit();
  grid.focus();
  listenToKeys(desk);
  listenToRegionKeys(desk);
  listenToClipboard(desk);
  listenToFocus(desk);
  listenToFiles(desk, (over) => {
    dropping = over;
    session.emit();
  });
}

/** Keys of the whole page: before what has the keyboard, which may keep its keys to itself. */
function listenToKeys(desk: Desk): void {
  const key = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (event.code === 'KeyS') void download(desk);
    else if (event.code === 'KeyO') desk.openFiles();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('keydown', key, { capture: true });
}

/** F6 leads from one part of the page to the next: in the cells, Tab goes to the next cell instead. */
function listenToRegionKeys({ editor }: Desk): void {
  addEventListener('keydown', (event) => {
    const step = regionStep(event);
    // A dialog wants its answer first.
    if (!step || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    // A menu has closed on this key: what it belonged to is still there.
    const from = event.composedPath().find((node) => node instanceof Element && node.isConnected);
    goToRegion(editor, step, from as Element);
  });
}

function listenToClipboard({ grid, clipboard, editor }: Desk): void {
  let values = false;
  const ours = () => document.activeElement === grid.element && !editor.editing;
  addEventListener('keydown', ({ code, shiftKey }) => {
    if (code === 'KeyV') values = shiftKey;
  });
  for (const how of ['copy', 'cut'] as const) {
    document.addEventListener(how, (event) => {
      if (!ours()) return;
      event.preventDefault();
      clipboard.copy(how, event.clipboardData);
    });
  }
  document.addEventListener('paste', (event) => {
    if (!ours()) return;
    event.preventDefault();
    void clipboard.paste(event.clipboardData?.getData('text/plain') ?? '', values);
  });
}

/** How long after an answer the sidebar may ask for the keyboard of its own accord, in milliseconds. */
const AFTER_ANSWER = 2000;

/** The sidebar takes the keyboard when it shows another step; from somebody who is typing it does not get it, unless clicked. */
function listenToFocus(desk: Desk): void {
  addEventListener('blur', () => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLIFrameElement)) return;
    const pointed = activeElement.matches(':hover');
    activeElement.classList.toggle('by-key', !pointed);
    const clicked = pointed && performance.now() - desk.answered > AFTER_ANSWER;
    // While the browser is handing the keyboard over, it cannot be taken back.
    if (!clicked) setTimeout(() => desk.editor.focus());
  });
  addEventListener('focus', () => document.querySelector('.by-key')?.classList.remove('by-key'));
}

/** Files can be dropped anywhere; over the sidebar's frame the page covers it first. */
function listenToFiles(desk: Desk, over: (over: boolean) => void): void {
  const withFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  addEventListener('dragenter', (event) => withFiles(event) && over(true));
  addEventListener('dragover', (event) => withFiles(event) && event.preventDefault());
  addEventListener('dragleave', (event) => event.relatedTarget === null && over(false));
  addEventListener('drop', (event) => {
    if (!withFiles(event)) return;
    event.preventDefault();
    over(false);
    const files = openable(desk, event.dataTransfer?.files ?? []);
    if (files.length > 0) desk.openFiles(files);
  });
}
