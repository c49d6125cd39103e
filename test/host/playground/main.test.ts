import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

jest.setTimeout(60_000);

const program = join(__dirname, '..', '..', '..', 'build', 'playground.cjs');

/** What `npm start` does after building: everything that it prints, as it comes. */
function start(...args: string[]): {
  process: ChildProcess;
  said: () => string;
  until: (pattern: RegExp) => Promise<string>;
} {
  const started = spawn(process.execPath, [program, ...args]);
  let text = '';
  for (const stream of [started.stdout, started.stderr]) stream?.on('data', (chunk) => (text += chunk));
  const until = async (pattern: RegExp) => {
    for (let turn = 0; !pattern.test(text); turn++) {
      if (turn > 1000) throw new Error(`It says nothing like ${pattern}, only ${text}`);
      await new Promise((done) => setTimeout(done, 20));
    }
    return pattern.exec(text)?.[0] as string;
  };
  return { process: started, said: () => text, until };
}

test('it prints the address, answers there, and stops when it is told to', async () => {
  const { process: started, until } = start('--no-open', '--port', '0');
  const address = await until(/http:\/\/127\.0\.0\.1:\d+/);
  const page = await fetch(address);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  started.kill('SIGTERM');
  expect(await once(started, 'exit')).toEqual([0, null]);
});

test('a port that is taken gives a sentence and exit code 2', async () => {
  const taken = createServer();
  taken.listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { process: started, said } = start('--no-open', '--port', String((taken.address() as AddressInfo).port));
  expect(await once(started, 'exit')).toEqual([2, null]);
  expect(said()).toBe('This port cannot be used: choose another one with --port.\n');
  taken.close();
});

test.each([
  [['--port', 'abc'], /^--port takes a number from 0 to 65535, not abc\.\n$/],
  [['--port', '70000'], /^--port takes a number/],
  [['--prot', '1'], /Unknown option '--prot'/],
])('%j gives a sentence and exit code 2', async (args, sentence) => {
  const { process: started, said } = start(...args);
  expect(await once(started, 'exit')).toEqual([2, null]);
  expect(said()).toMatch(sentence);
  expect(said()).not.toMatch(/\n\s+at /);
});
