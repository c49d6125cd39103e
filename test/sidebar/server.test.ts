import { ask, type Call, type Runner } from '../../sidebar/server';
import { en } from '../../sidebar/text-en';
import { settings } from './fixture';

/** google.script.run as Google has it: handlers first, then a function by its name; it answers later. */
function runnerThat(answer: { value: unknown } | { error: unknown }) {
  const calls: unknown[][] = [];
  const chain = (success?: (value: never) => void, failure?: (error: unknown) => void): Runner => {
    const run = (...call: unknown[]) => {
      calls.push(call);
      setTimeout(() => ('error' in answer ? failure?.(answer.error) : success?.(answer.value as never)));
    };
    return {
      withSuccessHandler: (handler: (value: never) => void) => chain(handler, failure),
      withFailureHandler: (handler: (error: unknown) => void) => chain(success, handler),
      checkData: (...args: unknown[]) => run('checkData', ...args),
      selectCells: (...args: unknown[]) => run('selectCells', ...args),
    } as Runner;
  };
  return { runner: chain(), calls };
}

const check: Call = { name: 'checkData', args: [settings] };

test('a question calls the function of its name with its arguments and resolves to the answer', async () => {
  const { runner, calls } = runnerThat({ value: [] });
  await expect(ask(runner, check, en.faults)).resolves.toEqual({ name: 'checkData', value: [] });
  expect(calls).toEqual([['checkData', settings]]);
});

test.each([
  ['a sentence of the server as it is', new Error('There is no tab "X".'), 'There is no tab "X".'],
  ['a sentence without the name of its error', new Error('Error: There is no tab "X".'), 'There is no tab "X".'],
  [
    'several accounts',
    new Error('We are sorry, a server error occurred. Error code PERMISSION_DENIED.'),
    en.faults.accounts,
  ],
  [
    'a missing permission',
    new Error('Exception: Authorization is required to perform that action.'),
    en.faults.permission,
  ],
  ['a protected range', new Error('You are trying to edit a protected cell or object.'), en.faults.permission],
  ['the time limit', new Error('Exceeded maximum execution time'), en.faults.time],
  ['a lost connection', new Error('NetworkError: Connection failure due to HTTP 0'), en.faults.connection],
  [
    'our own mistake',
    new Error('TypeError: x is undefined'),
    en.faults.crash.replace('{detail}', 'TypeError: x is undefined'),
  ],
  [
    'our own mistake, of which only the message comes',
    new Error("Cannot read properties of undefined (reading 'tab')"),
    en.faults.crash.replace('{detail}', "Cannot read properties of undefined (reading 'tab')"),
  ],
  ['text instead of an error', 'Somebody else is saving.', 'Somebody else is saving.'],
])('a failure is told in a sentence: %s', async (_, error, sentence) => {
  await expect(ask(runnerThat({ error }).runner, check, en.faults)).rejects.toThrow(new Error(sentence));
});

test.each([
  ['a Date', { ...settings, saved: new Date(0) }, 'Date'],
  ['a function', { ...settings, saved: () => 1 }, 'Function'],
  ['undefined', { ...settings, stages: [undefined] }, 'Undefined'],
  ['a Map', new Map(), 'Map'],
])('%s is refused before anything is sent', async (_, value, type) => {
  const { runner, calls } = runnerThat({ value: [] });
  const call = { name: 'checkData', args: [value] } as unknown as Call;
  await expect(ask(runner, call, en.faults)).rejects.toThrow(`cannot carry [object ${type}]`);
  expect(calls).toEqual([]);
});

test('a function that the server lacks is our mistake', async () => {
  const { runner } = runnerThat({ value: null });
  await expect(ask(runner, { name: 'openWizard', args: [false] }, en.faults)).rejects.toThrow(
    'the server has no openWizard',
  );
});
