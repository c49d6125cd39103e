import type { Draft } from '../src/data/draft';
import type { Choice } from '../src/data/fix';
import type { SuggestionRequest } from '../src/data/request';
import type { Settings } from '../src/data/settings';
import type { Answers } from '../src/main';

type Answered<Name extends keyof Answers> = ReturnType<Answers[Name]>;

/** What the sidebar may ask the server: arguments and answer by name. */
export interface Calls {
  openWizard: {
    args: [whole: boolean, report?: string | null, draft?: Draft | null];
    answer: Answered<'openWizard'>;
  };
  suggestSettings: { args: [SuggestionRequest]; answer: Answered<'suggestSettings'> };
  readLabels: { args: [Settings]; answer: Answered<'readLabels'> };
  checkData: { args: [Settings]; answer: Answered<'checkData'> };
  fixData: { args: [Settings, readonly Choice[] | null]; answer: Answered<'fixData'> };
  createReport: { args: [Settings]; answer: Answered<'createReport'> };
  tagColumns: { args: []; answer: Answered<'tagColumns'> };
  selectCells: { args: [string, readonly string[]]; answer: Answered<'selectCells'> };
  freezeReport: { args: [report: string]; answer: Answered<'freezeReport'> };
  deleteReport: { args: [report: string]; answer: Answered<'deleteReport'> };
}

/** One question to the server. */
export type Call = { [Name in keyof Calls]: { readonly name: Name; readonly args: Calls[Name]['args'] } }[keyof Calls];

/** The answer to a question. */
export type Answer = {
  [Name in keyof Calls]: { readonly name: Name; readonly value: Calls[Name]['answer'] };
}[keyof Calls];

/**
 * Why a question has no answer: a mistake that the server explains in a sentence, or a fault that the sidebar has words for, by its
 * code (with what Google says of it).
 */
export interface Fault {
  readonly code: string;
  readonly sentence?: string;
  readonly detail?: string;
}

/** `google.script.run`: handlers are set first, then a function of the server is called by its name. */
export interface Runner {
  withSuccessHandler(handler: (value: never) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
}

/** Google ends every script after six minutes; an answer that has not come a little later is lost. */
export const PATIENCE = 390_000;

/** Asks the server; rejects with a Fault. */
export const ask = async (runner: Runner, call: Call): Promise<Answer> =>
  ({ name: call.name, value: await send(runner, call.name, call.args) }) as Answer;

/** Lets the server keep what is unfinished (null: nothing any more); rejects with a Fault. */
export const keep = (runner: Runner, draft: Draft | null): Promise<unknown> => send(runner, 'keepDraft', [draft]);

async function send(runner: Runner, name: string, args: readonly unknown[]): Promise<unknown> {
  args.forEach(requireCarried);
  const answer = await new Promise<{ value: unknown } | { problem: Fault }>((resolve, reject) => {
    const timer = setTimeout(() => reject({ code: 'time' } satisfies Fault), PATIENCE);
    const then =
      <T>(settle: (value: T) => void) =>
      (value: T) => {
        clearTimeout(timer);
        settle(value);
      };
    const ready = runner
      .withSuccessHandler(then(resolve))
      .withFailureHandler(then((error: unknown) => reject(faultOf(error)))) as unknown as {
      answerSidebar(name: string, args: readonly unknown[]): void;
    };
    ready.answerSidebar(name, args);
  });
  if ('problem' in answer) throw answer.problem;
  return answer.value;
}

/** google.script.run carries numbers, texts, booleans, null, and arrays and plain objects of them; all else is our mistake. */
function requireCarried(value: unknown): void {
  const type = Object.prototype.toString.call(value);
  if (type === '[object Array]' || type === '[object Object]') Object.values(value as object).forEach(requireCarried);
  else if (!/^\[object (String|Number|Boolean|Null)\]$/.test(type))
    throw { code: 'crash', detail: `google.script.run cannot carry ${type}` } satisfies Fault;
}

/** What Google itself says, and which of our sentences says it better. */
const known: readonly (readonly [string, RegExp])[] = [
  ['accounts', /PERMISSION_DENIED/i],
  ['permission', /authori[sz]ation is required|do not have permission|not have access|protected/i],
  ['time', /maximum execution time|timed? ?out|exceeded.*time/i],
  ['connection', /NetworkError|connection failure|HTTP 0\b|offline/i],
];

/** All else that Google hands over is a fault of our own. */
function faultOf(error: unknown): Fault {
  const raw = (error as { message?: unknown } | null)?.message;
  const message = String(raw ?? error).replace(/^((Script)?Error|Exception): /, '');
  return { code: known.find(([, pattern]) => pattern.test(message))?.[0] ?? 'crash', detail: message.slice(0, 200) };
}
