/** What the person at the screen is told: in passing (`toast`), until it is closed (`failure`), or to be confirmed (`alert`). */
export interface Notice {
  readonly id: number;
  readonly kind: 'toast' | 'failure' | 'alert';
  readonly text: string;
  /** What can be done about it. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** How long something said in passing is seen, in milliseconds. */
const PASSING = 6000;
const MOST = 5;

/** What is being told at the moment. */
export class Notices {
  list: readonly Notice[] = [];
  #last = 0;

  constructor(private readonly changed: () => void) {}

  /** Tells something; what is told already is not told twice. */
  tell(kind: Notice['kind'], text: string, action?: Notice['action']): void {
    const id = ++this.#last;
    const others = this.list.filter((notice) => notice.kind !== kind || notice.text !== text);
    this.list = [...others.slice(1 - MOST), { id, kind, text, ...(action ? { action } : {}) }];
    if (kind === 'toast') setTimeout(() => this.dismiss(id), PASSING);
    this.changed();
  }

  /** Takes a notice away. */
  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
    this.changed();
  }
}
