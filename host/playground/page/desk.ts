import { Clipboard } from './clipboard';
import { Editor } from './editor';
import { Grid } from './grid';
import type { MenuItem } from './menu-item';
import { selectBlock } from './selection';
import type { Session } from './session';

/** A menu that is open somewhere on the screen. */
export interface OpenMenu {
  readonly items: readonly MenuItem[];
  readonly at: { readonly x: number; readonly y: number };
  readonly label: string;
}

/** A question over everything else, to be answered before anything else is done. */
export type Dialog =
  | { readonly kind: 'confirm'; readonly text: string; readonly yes: string; readonly answer: (yes: boolean) => void }
  | { readonly kind: 'open'; readonly files: readonly File[] };

/** Everything on the screen that outlives one drawing of it. */
export class Desk {
  readonly editor: Editor;
  readonly grid: Grid;
  readonly clipboard: Clipboard;
  menu: OpenMenu | undefined;
  dialog: Dialog | undefined;
  /** When the sidebar last got an answer, in milliseconds since the page was opened. */
  answered = 0;
  /** The tab whose name is being typed. */
  renaming: number | undefined;

  constructor(readonly session: Session) {
    this.editor = new Editor(session);
    this.clipboard = new Clipboard(session);
    this.grid = new Grid(
      session,
      () => [...this.clipboard.shapes(), ...this.editor.shapes()],
      () => this.selectAll(),
    );
    this.editor.join(this.grid);
  }

  /** Selects every cell. */
  selectAll(): void {
    const { lines, selection } = this.session;
    const all = { top: 0, left: 0, bottom: lines.rows.count - 1, right: lines.columns.count - 1 };
    this.session.select({ ...selectBlock(lines, all), active: selection.active });
    this.grid.focus();
  }

  /** Opens a menu at a point of the screen. */
  openMenu(items: readonly MenuItem[], at: OpenMenu['at'], label: string): void {
    this.menu = { items, at, label };
    this.session.emit();
  }

  /** Closes the menu; the cells have the keyboard again. */
  closeMenu(): void {
    if (!this.menu) return;
    this.menu = undefined;
    this.grid.focus();
    this.session.emit();
  }

  /** Asks a question; resolves with the answer. */
  confirm(text: string, yes: string): Promise<boolean> {
    return new Promise((resolve) => {
      const answer = (given: boolean) => {
        this.close();
        resolve(given);
      };
      this.dialog = { kind: 'confirm', text, yes, answer };
      this.session.emit();
    });
  }

  /** Asks which files to open and how; what is being typed stays in its cell. */
  openFiles(files: readonly File[] = []): void {
    this.editor.commit();
    this.dialog = { kind: 'open', files };
    this.session.emit();
  }

  /** Closes the question. */
  close(): void {
    this.dialog = undefined;
    this.session.emit();
  }

  /** Gives the keyboard to what is being typed, or else to the cells. */
  takeKeyboard(): void {
    if (this.editor.editing) this.editor.focus();
    else this.grid.focus();
  }
}
