import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Language } from '../src/data/settings';
import { Check } from './check';
import { Columns } from './columns';
import { Home } from './home';
import { optionsOf, type PageProps, Select } from './parts';
import { Report } from './report';
import { ask, type Runner } from './server';
import { Stages } from './stages';
import { Tabs } from './tabs';
import { fill, languageNames, readable, type Text, texts } from './text';
import { type Action, STEPS, type State, start, transition, type Wizard } from './wizard';

const PAGES = { home: Home, tabs: Tabs, columns: Columns, stages: Stages, check: Check, report: Report };

/** The sidebar: asks the server what the state says, and shows the state. */
export function App({ runner, language }: { runner: Runner; language: Language }) {
  const [state, send] = useReducer(transition, language, start);
  const { pending, wizard } = state;
  const text = texts[state.language];
  // The words of a fault are those of the language in which the question was asked.
  useEffect(() => {
    if (!pending) return;
    ask(runner, pending, text.faults).then(
      (answer) => send({ type: 'answered', answer }),
      (error: Error) => send({ type: 'failed', sentence: error.message }),
    );
  }, [pending, runner]);
  useEffect(() => {
    document.documentElement.lang = state.language;
  }, [state.language]);
  return (
    <form
      class="app"
      aria-busy={pending !== undefined}
      onSubmit={(event) => {
        event.preventDefault();
        send({ type: wizard ? 'next' : 'again' });
      }}
    >
      <main>
        <Head state={state} text={text} send={send} />
        {wizard ? <Page wizard={wizard} language={state.language} text={text} send={send} /> : <h1>Leakproof</h1>}
      </main>
      <footer>
        <Trouble state={state} text={text} send={send} />
        <p class={pending ? 'status busy' : 'status'} role="status">
          {statusOf(state, text)}
        </p>
        {wizard && <Buttons wizard={wizard} text={text} send={send} />}
      </footer>
    </form>
  );
}

interface Props {
  readonly state: State;
  readonly text: Text;
  readonly send: (action: Action) => void;
}

function Head({ state, text, send }: Props) {
  const step = state.wizard && state.wizard.page !== 'home' ? STEPS.indexOf(state.wizard.page) + 1 : 0;
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

/** The page with its heading, which takes the focus when the page turns or when what had it is gone. */
function Page(props: PageProps) {
  const { wizard, text } = props;
  const { page, created } = wizard;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<Wizard['page']>(page);
  useLayoutEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (shown.current === page && !isLost) return;
    if (shown.current !== page) window.scrollTo(0, 0);
    shown.current = page;
    heading.current?.focus({ preventScroll: true });
  });
  const Content = PAGES[page];
  const title = page === 'home' ? (created ? text.home.done : text.home.title) : text.steps[page];
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {page !== 'home' && <p class="intro">{text.intro[page]}</p>}
      {(page === 'home' || page === 'tabs') && <Notices sentences={wizard.notices} />}
      <Content {...props} />
    </>
  );
}

function Notices({ sentences }: { readonly sentences: readonly string[] }) {
  return sentences.length === 0 ? null : (
    <ul class="notices">
      {sentences.map((sentence) => (
        <li key={sentence}>{readable(sentence)}</li>
      ))}
    </ul>
  );
}

function statusOf({ pending, wizard }: State, text: Text): string {
  if (pending) return text.progress[pending.name];
  const { page, fixed } = wizard ?? {};
  return page === 'check' && fixed !== undefined ? fill(text.check.fixed, { count: fixed }) : '';
}

/** What went wrong, and the ways on. */
function Trouble({ state, text, send }: Props) {
  const { problem } = state;
  const call = problem && problem !== 'nothingChosen' ? problem.call : undefined;
  return (
    <div role="alert">
      {problem && (
        <div class="trouble">
          <p>{problem === 'nothingChosen' ? text.faults.nothingChosen : readable(problem.sentence)}</p>
          <div class="row">
            {call && (
              <button type="button" onClick={() => send({ type: 'again' })}>
                {text.common.again}
              </button>
            )}
            {call?.name === 'suggestSettings' && (
              <button type="button" onClick={() => send({ type: 'byHand' })}>
                {text.columns.byHand}
              </button>
            )}
            {state.wizard && (
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

function Buttons({ wizard, text, send }: Pick<PageProps, 'wizard' | 'text' | 'send'>) {
  const { page, opening } = wizard;
  const primary = page === 'home' ? text.home.refresh : page === 'report' ? text.report.create : text.common.next;
  const hasBack = page !== 'home' && (page !== 'tabs' || opening.isSaved);
  return (
    <div class="row">
      <button type="submit" class="primary">
        {primary}
      </button>
      {hasBack && (
        <button type="button" onClick={() => send({ type: 'back' })}>
          {text.common.back}
        </button>
      )}
    </div>
  );
}
