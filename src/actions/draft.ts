import { parseDraft } from '../data/draft';
import { UserError } from '../kpi/user-error';
import { keepDraft as keep } from '../sheets/drafts';
import { whilePersonLocked } from '../sheets/lock';
import { activeSpreadsheet } from '../sheets/read';
import { explained, valid } from './explain';

/** Keeps what somebody has changed in the sidebar, for the next time it is opened; null forgets it. */
export const keepDraft = (draft: unknown): { isKept: boolean } =>
  explained(() => {
    const given = valid(parseDraft(draft)) ?? null;
    return whilePersonLocked(
      () => ({ isKept: keep(activeSpreadsheet().getId(), given) }),
      () => new UserError('busy', {}),
    );
  });
