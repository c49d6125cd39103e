import type { Workbook } from '../workbook/workbook';
import { CallCounter } from './calls';

/** An entry of a menu: an item with its function, a line, or a menu inside. */
export type MenuItem =
  | { readonly label: string; readonly functionName: string }
  | { readonly separator: true }
  | { readonly label: string; readonly items: readonly MenuItem[] };

/** A menu as it stands in the menu bar; the add-on's own one has no label. */
export interface MenuBarEntry {
  readonly label?: string;
  readonly items: readonly MenuItem[];
}

/** A page that a script shows: sidebar or dialog. */
export interface ShownPage {
  readonly title: string;
  readonly content: string;
}

/** A trigger as it was installed. */
export interface InstalledTrigger {
  readonly id: string;
  readonly handler: string;
  readonly event: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE';
  /** When a clock trigger runs, in the builder's words: { everyDays: 1, atHour: 7, inTimezone: "Europe/Warsaw" }. */
  readonly schedule: Readonly<Record<string, number | string>>;
}

/** What the built add-on says of itself in appsscript.json. */
export interface Manifest {
  readonly timeZone: string;
  readonly scopes: readonly string[];
}

/** Everything around a script that outlives one run: the file, its stores, menus, pages, triggers, counters. */
export class Platform {
  readonly calls = new CallCounter();
  readonly properties = {
    document: new Map<string, string>(),
    script: new Map<string, string>(),
    user: new Map<string, string>(),
  };
  readonly caches = {
    document: new Map<string, CacheEntry>(),
    script: new Map<string, CacheEntry>(),
    user: new Map<string, CacheEntry>(),
  };
  /** Locks that somebody else holds at the moment: "document", "script", "user". */
  readonly foreignLocks = new Set<string>();
  menus: MenuBarEntry[] = [];
  sidebar: ShownPage | undefined;
  dialog: ShownPage | undefined;
  triggers: InstalledTrigger[] = [];
  /** What was said to the user and to the log, in order. */
  readonly toasts: string[] = [];
  readonly alerts: string[] = [];
  readonly log: string[] = [];
  /** The button that the user presses in the next alerts. */
  answer: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE' = 'OK';

  constructor(
    readonly workbook: Workbook,
    readonly manifest: Manifest,
    /** Reads an HTML file of the add-on by its name without ending; undefined if there is none. */
    readonly htmlFile: (name: string) => string | undefined,
    /** The language of the user in front, such as "pl". */
    public userLocale: string,
    readonly now: () => number,
  ) {}

  get scopes(): readonly string[] {
    return this.manifest.scopes;
  }
}

/** A cached text and the instant at which it expires. */
export interface CacheEntry {
  readonly value: string;
  readonly until: number;
}
