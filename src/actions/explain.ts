import type { Parsed } from '../data/request';
import type { Problem } from '../data/settings';
import { UserError } from '../kpi/user-error';
import { userLanguage } from '../sheets/locale';
import { whileLocked } from '../sheets/lock';
import { type ErrorCode, sentence } from '../text/problems';
import type { Language } from '../text/words';

/**
 * Does this; a user's mistake, or a failure of Google's services, becomes an error with its sentence, in the language of the person
 * at the screen. `failure` says what it means that a service failed.
 */
export function explained<T>(
  work: () => T,
  { language = userLanguage, failure = 'service_failed' }: { language?: () => Language; failure?: ErrorCode } = {},
): T {
  try {
    return work();
  } catch (error) {
    const known = error instanceof UserError ? error : failureError(error, failure);
    if (!known) throw error;
    const { code, params } = known;
    throw Object.assign(new Error(sentence(languageOr(language), code, params)), { name: 'UserError', code });
  }
}

/** English where even the language cannot be had. */
function languageOr(language: () => Language): Language {
  try {
    return language();
  } catch {
    return 'en';
  }
}

/** What Google says of its own refusals, and what it means to a person. */
const refusals: readonly (readonly [ErrorCode, RegExp])[] = [
  ['several_accounts', /PERMISSION_DENIED/i],
  ['no_permission', /authori[sz]ation is required|do(es)? not have permission|not have access|protected/i],
];

/** A failure of a service as something that a person can be told; undefined for a fault of our own. */
function failureError(error: unknown, failure: ErrorCode): UserError | undefined {
  const { name, message } = error as Partial<Error>;
  if (name !== 'Exception') return undefined;
  console.error(error);
  return new UserError(refusals.find(([, pattern]) => pattern.test(String(message)))?.[0] ?? failure);
}

/** What was parsed; throws UserError where it is not what it should be. */
export function valid<T>(parsed: Parsed<T>): T {
  if ('problem' in parsed) throw problemError(parsed.problem);
  return parsed.value;
}

/** The error of a problem that was found in data. */
export const problemError = ({ code, params }: Problem): UserError => new UserError(code, params);

/** Something that a person is told. */
export interface Notice extends Problem {
  readonly sentence: string;
}

/** The problem with its sentence, in the language of the person at the screen. */
export const noticeOf = <T extends Problem>(problem: T): T & Notice => ({
  ...problem,
  sentence: sentence(userLanguage(), problem.code, problem.params),
});

/** Does this while nobody else saves in the file; throws UserError `busy` if somebody does for too long. */
export const locked = <T>(work: () => T): T => whileLocked(work, () => new UserError('busy', {}));
