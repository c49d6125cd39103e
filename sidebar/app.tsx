import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Language } from '../src/data/settings';
import { Check } from './check';
import { Columns } from './columns';
import { createKeeper, draftOf } from './draft';
import { Buttons, Head, Status, Trouble } from './frame';
import { Home } from './home';
import type { PageProps } from './parts';
import { Questions } from './questions';
import { Report } from './report';
import { ask, type Fault, keep, type Runner } from './server';
import { Stages } from './stages';
import type { State, Wizard } from './state';
import { Tabs } from './tabs';
import { readable, type Text } from './text';
import { start, transition } from './wizard';

const PAGES = { home: Home, data: Check, tabs: Tabs, columns: Columns, stages: Stages, check: Check, report: Report };

/** How long, in milliseconds, somebody has to leave things alone before they are kept. */
const KEEP_AFTER = 500;

interface AppProps {
  readonly runner: Runner;
  readonly language: Language;
  readonly first: State['first'];
  readonly texts: Readonly<Record<Language, Text>>;
}

/** The sidebar: asks the server what the state says, and shows the state. */
export function App({ runner, language, first, texts }: AppProps) {
  const [state, send] = useReducer(transition, undefined, () => start(language, first));
  const { pending, wizard } = state;
  const text = texts[state.language];
  useEffect(() => {
    if (!pending) return;
    ask(runner, pending).then(
      (answer) => send({ type: 'answered', to: pending, answer }),
      (fault: Fault) => send({ type: 'failed', to: pending, fault: isFault(fault) ? fault : crash(fault) }),
    );
  }, [pending, runner]);
  const keeper = useMemo(() => createKeeper((draft) => keep(runner, draft), KEEP_AFTER), [runner]);
  // A report that is being made may be all that was unfinished.
  const isCreating = pending?.name === 'createReport';
  useEffect(() => {
    if (isCreating) keeper.hold();
    else if (wizard) keeper.put(draftOf({ wizard, language: state.language }));
  }, [keeper, wizard, isCreating, state.language]);
  useEffect(() => {
    document.documentElement.lang = state.language;
  }, [state.language]);
  const isOpen = wizard !== undefined && wizard.goal === undefined;
  return (
    <form
      class="app"
      noValidate
      aria-busy={pending !== undefined}
      onSubmit={(event) => {
        event.preventDefault();
        send({ type: wizard ? 'next' : 'again' });
      }}
    >
      <main>
        <Head state={state} text={text} send={send} />
        {isOpen ? <Page wizard={wizard} language={state.language} text={text} send={send} /> : <h1>Leakproof</h1>}
      </main>
      <footer>
        <Trouble state={state} text={text} send={send} />
        <Status state={state} text={text} />
        {isOpen && <Buttons wizard={wizard} text={text} send={send} />}
      </footer>
    </form>
  );
}

const isFault = (error: unknown): error is Fault => typeof (error as Partial<Fault>).code === 'string';
const crash = (error: unknown): Fault => ({ code: 'crash', detail: String(error) });

/** The page with its heading, which takes the focus when the page turns or when what had it is gone. */
function Page(props: PageProps) {
  const { wizard, text, send } = props;
  const { page, created, isResumed, notices } = wizard;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<Wizard['page']>(page);
  useLayoutEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (shown.current === page && !isLost) return;
    if (shown.current !== page) window.scrollTo(0, 0);
    shown.current = page;
    // Whoever is at work in the sheet keeps the keyboard.
    if (document.hasFocus()) heading.current?.focus({ preventScroll: true });
  });
  const Content = PAGES[page];
  const title = page === 'home' ? (created ? text.home.done : text.home.title) : text.steps[page];
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {page !== 'home' && <p class="intro">{text.intro[page]}</p>}
      {isResumed && page !== 'home' && page !== 'data' && (
        <div class="notices">
          <p>{text.common.resumed}</p>
          <button type="button" class="link" onClick={() => send({ type: 'discard' })}>
            {text.common.discard}
          </button>
        </div>
      )}
      {(page === 'home' || page === 'tabs') && <Notices sentences={notices} title={text.home.changed} />}
      <Questions {...props} />
      <Content {...props} />
    </>
  );
}

function Notices({ sentences, title }: { readonly sentences: readonly string[]; readonly title: string }) {
  return sentences.length === 0 ? null : (
    <ul class="notices" aria-label={title}>
      {sentences.map((sentence) => (
        <li key={sentence}>{readable(sentence)}</li>
      ))}
    </ul>
  );
}
