import type { Choice } from '../src/data/fix';
import type { SuggestionRequest } from '../src/data/request';
import type { Settings } from '../src/data/settings';
import type * as main from '../src/main';
import { fill, type Text } from './text';

type Answered<Name extends keyof typeof main> = ReturnType<(typeof main)[Name]>;

/** What the sidebar may ask the server: arguments and answer by name. */
export interface Calls {
  openWizard: { args: [whole: boolean]; answer: Answered<'openWizard'> };
  suggestSettings: { args: [SuggestionRequest]; answer: Answered<'suggestSettings'> };
  readLabels: { args: [Settings]; answer: Answered<'readLabels'> };
  checkData: { args: [Settings]; answer: Answered<'checkData'> };
  fixData: { args: [Settings, readonly Choice[] | null]; answer: Answered<'fixData'> };
  createReport: { args: [Settings]; answer: Answered<'createReport'> };
  tagColumns: { args: []; answer: Answered<'tagColumns'> };
  selectCells: { args: [string, readonly string[]]; answer: Answered<'selectCells'> };
}

/** One question to the server. */
export type Call = { [Name in keyof Calls]: { readonly name: Name; readonly args: Calls[Name]['args'] } }[keyof Calls];

/** The answer to a question. */
export type Answer = {
  [Name in keyof Calls]: { readonly name: Name; readonly value: Calls[Name]['answer'] };
}[keyof Calls];

/** `google.script.run`: handlers are set first, then a function of the server is called by its name. */
export interface Runner {
  withSuccessHandler(handler: (value: never) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
}

/** Asks the server; rejects with an Error whose message is a sentence for the person at the screen. */
export async function ask(runner: Runner, call: Call, faults: Text['faults']): Promise<Answer> {
  call.args.forEach(requireCarried);
  return await new Promise((resolve, reject) => {
    const ready = runner
      .withSuccessHandler((value) => resolve({ name: call.name, value }))
      .withFailureHandler((error) => reject(new Error(sentenceOf(error, faults))));
    const { [call.name]: run } = ready as unknown as Record<string, (...args: readonly unknown[]) => void>;
    if (!run) throw new Error(`the server has no ${call.name}`);
    run(...call.args);
  });
}

/** google.script.run carries numbers, texts, booleans, null, and arrays and plain objects of them; all else is our mistake. */
function requireCarried(value: unknown): void {
  const type = Object.prototype.toString.call(value);
  if (type === '[object Array]' || type === '[object Object]') Object.values(value as object).forEach(requireCarried);
  else if (!/^\[object (String|Number|Boolean|Null)\]$/.test(type))
    throw new TypeError(`google.script.run cannot carry ${type}`);
}

/** What Google itself says, and which of our sentences says it better. */
const known: readonly (readonly [keyof Text['faults'], RegExp])[] = [
  ['accounts', /PERMISSION_DENIED/i],
  ['permission', /authori[sz]ation is required|do not have permission|not have access|protected/i],
  ['time', /maximum execution time|timed? ?out|exceeded.*time/i],
  ['connection', /NetworkError|connection failure|HTTP 0\b|offline/i],
  ['crash', /^(Eval|Internal|Range|Reference|Syntax|Type|URI)Error\b|server error/i],
  // Google hands over the message without the name of the error.
  ['crash', /^Cannot (access|convert|destructure|read|set) |\bis not (a constructor|a function|defined|iterable)\b/],
];

function sentenceOf(error: unknown, faults: Text['faults']): string {
  const raw = (error as { message?: unknown } | null)?.message;
  const message = String(raw ?? error).replace(/^((Script)?Error|Exception): /, '');
  const fault = known.find(([, pattern]) => pattern.test(message))?.[0];
  return fault ? fill(faults[fault], { detail: message.slice(0, 200) }) : message;
}
