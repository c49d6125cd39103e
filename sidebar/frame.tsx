import type { Language } from '../src/data/settings';
import { optionsOf, type PageProps, Select } from './parts';
import { type Action, type Problem, STEPS, type State } from './state';
import { fill, languageNames, readable, type Text } from './text';
import { type Way, waysOn } from './ways';

interface Props {
  readonly state: State;
  readonly text: Text;
  readonly send: (action: Action) => void;
}

/** Above the page: which step it is, and the language of the sidebar. */
export function Head({ state, text, send }: Props) {
  const at: readonly string[] = STEPS;
  const step = state.wizard && !state.wizard.goal ? at.indexOf(state.wizard.page) + 1 : 0;
  return (
    <header>
      <p class="aside">{step > 0 && fill(text.common.step, { step, steps: STEPS.length })}</p>
      <Select
        label={text.common.language}
        isLabelHidden
        value={state.language}
        options={optionsOf(['en', 'pl', 'ru'], languageNames)}
        onChoose={(language) => send({ type: 'language', language: language as Language })}
      />
      {step > 0 && (
        <div class="steps" aria-hidden="true">
          {STEPS.map((name, index) => (
            <span key={name} class={index < step ? 'done' : ''} />
          ))}
        </div>
      )}
    </header>
  );
}

/** What is under way, or what was just done. */
export function Status({ state, text }: Pick<Props, 'state' | 'text'>) {
  return (
    <p class={state.pending ? 'status busy' : 'status'} role="status">
      {statusOf(state, text)}
    </p>
  );
}

function statusOf({ pending, wizard, done }: State, text: Text): string {
  if (pending) return text.progress[pending.name];
  if (done) return text.home[done];
  const { page, fixed } = wizard ?? {};
  return (page === 'check' || page === 'data') && fixed !== undefined ? fill(text.check.fixed, { count: fixed }) : '';
}

/** What went wrong, and the ways on. */
export function Trouble({ state, text, send }: Props) {
  const { problem, wizard } = state;
  return (
    <div role="alert">
      {problem && (
        <div class="trouble">
          <p>{sentenceOf(problem, text)}</p>
          <div class="row">
            {waysOn(problem, state).map((way) => (
              <button key={way} type="button" onClick={() => send(actionOf(way))}>
                {nameOf(way, text)}
              </button>
            ))}
            {wizard && (
              <button type="button" class="icon" aria-label={text.common.close} onClick={() => send({ type: 'close' })}>
                ×
              </button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function sentenceOf({ code, sentence, detail = '' }: Problem, { faults }: Text): string {
  if (sentence !== undefined) return readable(sentence);
  const words = (faults as Readonly<Record<string, string>>)[code] ?? faults.crash;
  return fill(words, { detail: readable(detail) });
}

const actionOf = (way: Way): Action =>
  way === 'again' || way === 'byHand' || way === 'restart' ? { type: way } : { type: 'go', step: way };

function nameOf(way: Way, { common, columns, steps }: Text): string {
  if (way === 'again' || way === 'restart') return common[way];
  if (way === 'byHand') return columns.byHand;
  return fill(common.goTo, { step: STEPS.indexOf(way) + 1, name: steps[way] });
}

/** The one primary button, and the way back. */
export function Buttons({ wizard, text, send }: Pick<PageProps, 'wizard' | 'text' | 'send'>) {
  const { page, opening } = wizard;
  const primary = {
    home: text.home.refresh,
    data: text.home.back,
    report: text.report.create,
  }[page as 'home'];
  const hasBack = page !== 'home' && page !== 'data' && (page !== 'tabs' || opening.reports.length > 0);
  return (
    <div class="row">
      <button type="submit" class="primary">
        {primary ?? text.common.next}
      </button>
      {hasBack && (
        <button type="button" onClick={() => send({ type: 'back' })}>
          {text.common.back}
        </button>
      )}
    </div>
  );
}
