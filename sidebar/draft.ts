import type { Draft } from '../src/data/draft';
import type { Language } from '../src/data/settings';
import { STEPS, type State, type Wizard } from './state';

/** Where somebody was, and what was decided beside the settings. */
export type View = Pick<Wizard, 'chosen' | 'period' | 'decided' | 'isNew'> & {
  readonly page: Exclude<Wizard['page'], 'data'>;
  readonly language: Language;
};

const VERSION = 1;

/** What is unfinished, so that it can be gone on with; null where nothing is. */
export function draftOf({ wizard, language }: Pick<State, 'wizard' | 'language'>): Draft | null {
  if (!wizard) return null;
  const { page, isTouched, isResumed, goal, opening } = wizard;
  const isStarted = page !== 'home' && page !== 'data' && (page !== 'tabs' || opening.isSaved);
  if (!isStarted && !isTouched && !isResumed) return null;
  return draftAt(wizard, language, goal ?? (page === 'data' ? 'home' : page));
}

/** The draft of somebody who is on that page. */
export function draftAt(wizard: Wizard, language: Language, page: View['page']): Draft {
  const { settings, chosen, period, decided, isNew } = wizard;
  const view: View = { page, chosen, period, decided, isNew, language };
  return { settings, view: JSON.stringify({ version: VERSION, ...view }) };
}

/** The view of a draft; undefined where another version of the sidebar wrote it. */
export function readView(text: string | null): View | undefined {
  if (text === null) return undefined;
  try {
    const { version, ...view } = JSON.parse(text) as View & { version: unknown };
    const isKnown = version === VERSION && [...STEPS, 'home'].includes(view.page);
    return isKnown && Array.isArray(view.decided.mappings) ? view : undefined;
  } catch {
    return undefined;
  }
}

/** Hands drafts on to be kept. */
export interface Keeper {
  put(draft: Draft | null): void;
  /** Lets what is to be kept wait for what is put next. */
  hold(): void;
}

/**
 * Keeps the latest draft after `delay` milliseconds without another, one at a time, so that an earlier one never takes the place of a
 * later one. What could not be kept is tried again with the next change.
 */
export function createKeeper(keep: (draft: Draft | null) => Promise<unknown>, delay: number): Keeper {
  let kept = 'null';
  let latest: Draft | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isKeeping = false;
  const flush = async (): Promise<void> => {
    const text = JSON.stringify(latest);
    if (isKeeping || text === kept) return;
    isKeeping = true;
    const isKept = await keep(latest).then(
      () => true,
      () => false,
    );
    isKeeping = false;
    if (isKept) {
      kept = text;
      await flush();
    }
  };
  return {
    put: (draft) => {
      latest = draft;
      // Whether the server has one yet is not known from now on.
      if (draft && kept === 'null') kept = '';
      clearTimeout(timer);
      timer = setTimeout(flush, draft ? delay : 0);
    },
    hold: () => clearTimeout(timer),
  };
}
