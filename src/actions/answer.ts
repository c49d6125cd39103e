import { UserError } from '../kpi/user-error';
import type { ErrorCode } from '../text/problems';
import { checkData, fixData, selectCells } from './check';
import { keepDraft } from './draft';
import { explained } from './explain';
import { readLabels } from './labels';
import { openWizard } from './open';
import { createReport, deleteReport, freezeReport, tagColumns } from './report';
import { suggestSettings } from './suggest';

/** What the sidebar may ask for, by name. */
const answers = {
  openWizard,
  suggestSettings,
  readLabels,
  checkData,
  fixData,
  createReport,
  tagColumns,
  freezeReport,
  deleteReport,
  selectCells,
  keepDraft,
} as const;

/** What the sidebar may ask for. */
export type Answers = typeof answers;

/** A mistake that a person can put right, with its sentence in that person's language. */
export interface Trouble {
  readonly code: ErrorCode;
  readonly sentence: string;
}

/**
 * Does what the sidebar asks for. Of an error Google carries only the message; the sidebar needs its code as well, to offer a way
 * on, and so what a person can put right comes as an answer. A fault of our own is thrown.
 */
export function answerSidebar(
  name: unknown,
  given: unknown,
): { readonly value: unknown } | { readonly problem: Trouble } {
  try {
    return { value: explained(() => answerOf(name, given)) ?? null };
  } catch (error) {
    const { code, message } = error as { code?: ErrorCode; message: string };
    if (code === undefined) throw error;
    return { problem: { code, sentence: message } };
  }
}

function answerOf(name: unknown, given: unknown): unknown {
  const asked = Object.entries(answers).find(([known]) => known === name);
  if (!asked || !Array.isArray(given)) throw new UserError('request_invalid', { what: String(name) });
  return (asked[1] as (...all: unknown[]) => unknown)(...given);
}
