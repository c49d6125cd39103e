import { ask, type Call, keep, PATIENCE, type Runner } from '../../sidebar/server';
import { settings } from './fixture';

/** google.script.run as Google has it: handlers first, then a function by its name; it answers later, or never. */
function runnerThat(answer: { value: unknown } | { error: unknown } | 'never') {
  const calls: unknown[][] = [];
  const chain = (success?: (value: never) => void, failure?: (error: unknown) => void): Runner => {
    const run = (...call: unknown[]) => {
      calls.push(call);
      if (answer === 'never') return;
      setTimeout(() => ('error' in answer ? failure?.(answer.error) : success?.(answer.value as never)));
    };
    return {
      withSuccessHandler: (handler: (value: never) => void) => chain(handler, failure),
      withFailureHandler: (handler: (error: unknown) => void) => chain(success, handler),
      answerSidebar: run,
    } as Runner;
  };
  return { runner: chain(), calls };
}

const check: Call = { name: 'checkData', args: [settings] };

test('a question goes to the server by its name with its arguments and resolves to the answer', async () => {
  const { runner, calls } = runnerThat({ value: { value: [] } });
  await expect(ask(runner, check)).resolves.toEqual({ name: 'checkData', value: [] });
  expect(calls).toEqual([['checkData', [settings]]]);
});

test('what is unfinished goes there, too', async () => {
  const { runner, calls } = runnerThat({ value: { value: { isKept: true } } });
  await keep(runner, { settings, view: '{}' });
  await keep(runner, null);
  expect(calls).toEqual([
    ['keepDraft', [{ settings, view: '{}' }]],
    ['keepDraft', [null]],
  ]);
});

test('a mistake that the server explains comes with its code and its sentence', async () => {
  const problem = { code: 'tab_missing', sentence: 'There is no tab "X".' };
  await expect(ask(runnerThat({ value: { problem } }).runner, check)).rejects.toEqual(problem);
});

test.each([
  ['several accounts', 'accounts', 'We are sorry, a server error occurred. Error code PERMISSION_DENIED.'],
  ['a missing permission', 'permission', 'Exception: Authorization is required to perform that action.'],
  ['a protected range', 'permission', 'You are trying to edit a protected cell or object.'],
  ['the time limit', 'time', 'Exceeded maximum execution time'],
  ['a lost connection', 'connection', 'NetworkError: Connection failure due to HTTP 0'],
  ['our own mistake', 'crash', 'TypeError: x is undefined'],
  ['our own mistake, of which only the message comes', 'crash', "Cannot read properties of undefined (reading 'tab')"],
  ['a function that the server lacks', 'crash', 'Script function not found: answerSidebar'],
])('a failure is known by what Google says of it: %s', async (_, code, message) => {
  await expect(ask(runnerThat({ error: new Error(message) }).runner, check)).rejects.toMatchObject({ code });
  await expect(ask(runnerThat({ error: message }).runner, check)).rejects.toMatchObject({ code });
});

test('of a fault of our own the beginning is told, without the name that Google puts before it', async () => {
  const error = new Error(`Error: ${'x'.repeat(5000)}`);
  await expect(ask(runnerThat({ error }).runner, check)).rejects.toEqual({ code: 'crash', detail: 'x'.repeat(200) });
});

test('an answer that never comes is given up after the time in which Google ends every script', async () => {
  jest.useFakeTimers();
  try {
    const asked = expect(ask(runnerThat('never').runner, check)).rejects.toEqual({ code: 'time' });
    await jest.advanceTimersByTimeAsync(PATIENCE);
    await asked;
  } finally {
    jest.useRealTimers();
  }
});

test.each([
  ['a Date', { ...settings, saved: new Date(0) }, 'Date'],
  ['a function', { ...settings, saved: () => 1 }, 'Function'],
  ['undefined', { ...settings, stages: [undefined] }, 'Undefined'],
  ['a Map', new Map(), 'Map'],
])('%s is refused before anything is sent', async (_, value, type) => {
  const { runner, calls } = runnerThat({ value: { value: [] } });
  const call = { name: 'checkData', args: [value] } as unknown as Call;
  const detail = `google.script.run cannot carry [object ${type}]`;
  await expect(ask(runner, call)).rejects.toEqual({ code: 'crash', detail });
  expect(calls).toEqual([]);
});
