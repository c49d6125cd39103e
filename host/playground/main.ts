import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './browser';
import { sampleWorkbook } from './sample';
import { type Playground, startPlayground } from './server';

const USAGE = `npm start -- [--port N] [--no-open]

Serves the playground on this machine alone, opens it in the browser, and stops with Ctrl+C.
  --port N   the port to listen on, 0 for any; by default the first free one from 4870 on
  --no-open  prints the address only`;

/** The first port that is tried where none is asked for, and how many after it. */
const FIRST_PORT = 4870;
const PORTS = 20;

const isTaken = (fault: unknown) => ['EADDRINUSE', 'EACCES'].includes((fault as NodeJS.ErrnoException).code ?? '');

async function start(asked: number | undefined): Promise<Playground> {
  const folders = { dist: join(__dirname, '..', 'dist'), page: join(__dirname, 'playground') };
  const serve = (port: number) => startPlayground({ ...folders, port, complain: console.error });
  if (asked !== undefined) return await serve(asked);
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS; port++) {
    try {
      return await serve(port);
    } catch (fault) {
      if (!isTaken(fault)) throw fault;
    }
  }
  return await serve(0);
}

/** `npm start`: the exit code is 2 where the arguments or the port cannot be used. */
async function main(args: readonly string[]): Promise<void> {
  const { port, 'no-open': isQuiet, help } = readArguments(args);
  if (help) {
    console.log(USAGE);
    return;
  }
  const playground = await start(port);
  console.log(`Leakproof's playground: ${playground.address} (Ctrl+C stops it)`);
  if (!isQuiet) openBrowser(playground.address);
  // While the browser opens, the sample company is made up, so that nobody waits for it.
  sampleWorkbook();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void playground.close().then(() => process.exit(0)));
  }
}

function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string' }, 'no-open': { type: 'boolean' }, help: { type: 'boolean' } },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new Error(`--port takes a number from 0 to 65535, not ${values.port}.`);
  }
  return { ...values, port };
}

main(process.argv.slice(2)).catch((fault: Error) => {
  console.error(isTaken(fault) ? 'This port cannot be used: choose another one with --port.' : fault.message);
  process.exitCode = 2;
});
