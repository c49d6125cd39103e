import { runInNewContext } from 'node:vm';
import { type BridgeOptions, bridgedPage, installBridge } from '../../../host/playground/bridge';
import type { FrameMessage, Outcome } from '../../../host/playground/protocol';

const OPTIONS: BridgeOptions = { origin: 'http://127.0.0.1:4870', functions: ['save', 'load'], language: 'pl' };

interface Runner {
  withSuccessHandler(handler: unknown): Runner;
  withFailureHandler(handler: unknown): Runner;
  withUserObject(user: unknown): Runner;
  save(...parameters: unknown[]): void;
  load(...parameters: unknown[]): void;
}
interface Google {
  readonly script: { readonly run: Runner; readonly host: { close(): void; readonly editor: { focus(): void } } };
}

/** A frame with the bridge in it, what it has posted to the page, and a way to answer. */
function frame() {
  const posted: [FrameMessage, string][] = [];
  const listeners = new Map<string, (event: object) => void>();
  const hear = (type: string, event: object) => listeners.get(type)?.(event);
  const parent = {
    postMessage: (message: unknown, origin: string) => void posted.push([message as FrameMessage, origin]),
  };
  const made = {
    parent,
    navigator: { language: 'en-GB' } as { language: string; languages?: string[] },
    addEventListener: (type: string, listener: (event: never) => void) => {
      listeners.set(type, listener as (event: object) => void);
    },
    google: undefined as unknown,
  };
  installBridge(made, OPTIONS);
  const answer = (id: number, outcome: Outcome, source: unknown = parent) =>
    hear('message', { source, data: { leakproof: 'reply', id, outcome } });
  return { ...made, posted, answer, hear, google: made.google as Google };
}

test('a call goes to the page, and to no page but that of the playground', () => {
  const { google, posted } = frame();
  expect(google.script.run.save(1, 'a', [true, { b: null }])).toBeUndefined();
  const message = { leakproof: 'run', id: 1, name: 'save', parameters: [1, 'a', [true, { b: null }]] };
  expect(posted).toEqual([[message, 'http://127.0.0.1:4870']]);
});

test('handlers get the value or the error, and the user object', () => {
  const { google, answer } = frame();
  const [success, failure] = [jest.fn(), jest.fn()];
  const run = google.script.run.withSuccessHandler(success).withFailureHandler(failure).withUserObject('mine');
  run.save();
  run.load();
  answer(2, { failure: 'No such tab' });
  answer(1, { value: { rows: 3 } });
  expect(success.mock.calls).toEqual([[{ rows: 3 }, 'mine']]);
  expect(failure.mock.calls).toEqual([
    [expect.objectContaining({ name: 'ScriptError', message: 'No such tab' }), 'mine'],
  ]);
});

test('a chain of handlers leaves the one that it started from as it was', () => {
  const { google, answer } = frame();
  const [one, other] = [jest.fn(), jest.fn()];
  const base = google.script.run.withSuccessHandler(one);
  base.withSuccessHandler(other);
  base.save();
  answer(1, { value: 1 });
  expect([one.mock.calls.length, other.mock.calls.length]).toEqual([1, 0]);
});

test('an answer counts once, if it comes from the page', () => {
  const { google, answer, hear } = frame();
  const success = jest.fn();
  google.script.run.withSuccessHandler(success).save();
  answer(1, { value: 'forged' }, {});
  hear('message', { source: undefined, data: null });
  answer(7, { value: 'unknown' });
  answer(1, { value: 'real' });
  answer(1, { value: 'again' });
  expect(success.mock.calls).toEqual([['real', undefined]]);
});

const circular: unknown[] = [];
circular.push(circular);

test.each<[string, unknown]>([
  ['a Date', new Date(0)],
  ['a function', () => 1],
  ['a Date inside', { when: [new Date(0)] }],
  ['a function inside', [{ run: () => 1 }]],
  ['a Map', new Map()],
  ['a regular expression', /x/],
  ['a symbol', Symbol('x')],
  ['a bigint', BigInt(1)],
  ['bytes', new Uint8Array(1)],
  ['what holds itself', circular],
])('%s is refused at once', (_, value) => {
  const { google, posted } = frame();
  expect(() => google.script.run.save(value)).toThrow(/^Failed due to illegal value in property: /);
  expect(posted).toEqual([]);
});

test('undefined is null in a list and left out of an object; what is no number is null', () => {
  const { google, posted } = frame();
  google.script.run.save(undefined, [undefined, Number.NaN], { a: undefined, b: Number.POSITIVE_INFINITY });
  expect(posted[0]?.[0]).toMatchObject({ parameters: [null, [null, null], { b: null }] });
  expect(JSON.stringify(posted[0]?.[0])).toContain('[null,[null,null],{"b":null}]');
});

test('ten calls run at a time; the others wait, in order', () => {
  const { google, posted, answer } = frame();
  for (let call = 1; call <= 12; call++) google.script.run.save(call);
  expect(posted).toHaveLength(10);
  answer(4, { value: null });
  answer(5, { value: null });
  expect(posted.slice(10).map(([message]) => message)).toMatchObject([{ parameters: [11] }, { parameters: [12] }]);
});

test('only what the script offers can be called', () => {
  const { google } = frame();
  const run = google.script.run as unknown as Record<string, unknown>;
  for (const name of ['hidden_', 'constructor', 'toString', '__proto__']) expect(run[name]).toBeUndefined();
  expect(() => google.script.run.withSuccessHandler('no function')).toThrow('withSuccessHandler needs a function.');
});

test('a failure that nobody handles is written to the console', () => {
  const { google, answer } = frame();
  const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  google.script.run.save();
  answer(1, { failure: 'No such tab' });
  expect(error.mock.calls).toEqual([['Uncaught ScriptError: No such tab']]);
  error.mockRestore();
});

test('the frame can ask to be closed and to give the focus back', () => {
  const { google, posted } = frame();
  google.script.host.close();
  google.script.host.editor.focus();
  expect(posted.map(([message]) => message)).toEqual([{ leakproof: 'close' }, { leakproof: 'focus' }]);
});

test.each([
  ['F6', {}, [{ leakproof: 'leave', back: false }]],
  ['F6', { shiftKey: true }, [{ leakproof: 'leave', back: true }]],
  ['F6', { ctrlKey: true }, [{ leakproof: 'leave', back: true }]],
  ['F6', { altKey: true }, []],
  ['F7', {}, []],
])('%s with %j lets the keyboard leave the frame by %j', (key, modifiers, messages) => {
  const { hear, posted } = frame();
  const preventDefault = jest.fn();
  const none = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
  hear('keydown', { key, ...none, ...modifiers, preventDefault });
  expect(posted.map(([message]) => message)).toEqual(messages);
  expect(preventDefault).toHaveBeenCalledTimes(messages.length);
});

test("the page's scripts find the user's language", () => {
  const { navigator } = frame();
  expect([navigator.language, navigator.languages]).toEqual(['pl', ['pl']]);
});

describe('a page with the bridge in it', () => {
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8">
    <link rel="stylesheet" href="https://ssl.gstatic.com/docs/script/css/add-ons1.css">
    <script>google.script.run.save(1);</script></head></html>`;

  test('runs it before its own scripts, without anything from around it', () => {
    const scripts = [...bridgedPage(html, OPTIONS).matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
    const postMessage = jest.fn();
    const window = { parent: { postMessage }, navigator: {}, addEventListener: () => undefined };
    const context = Object.assign(Object.create(null), { window });
    runInNewContext(scripts[0] as string, context);
    runInNewContext(scripts[1] as string, { google: (window as unknown as { google: unknown }).google });
    expect(postMessage.mock.calls[0]?.[0]).toMatchObject({ leakproof: 'run', name: 'save', parameters: [1] });
  });

  test('fetches no style sheet from elsewhere', () => {
    expect(bridgedPage(html, OPTIONS)).not.toContain('gstatic');
  });

  test('cannot be left through a name', () => {
    const functions = ['</script><script>alert(1)</script>'];
    expect(bridgedPage(html, { ...OPTIONS, functions })).not.toContain('alert(1)</script>');
  });

  test.each([
    ['a page without a head', '<p>x</p>', /^<script>/],
    ['a fragment with a doctype', '<!doctype html><p>x</p>', /^<!doctype html><script>/],
  ])('%s has it in front', (_, page, start) => {
    expect(bridgedPage(page, OPTIONS)).toMatch(start);
  });
});
