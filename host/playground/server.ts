import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FileProblem } from '../files/problem';
import { writeXlsx } from '../files/xlsx';
import { GoogleError } from '../google/interface';
import { WorkbookError } from '../workbook/workbook';
import { type Assets, readAssets } from './assets';
import { bridgedPage, FRAME_POLICY } from './bridge';
import { LIMITS } from './limits';
import { openFile } from './open';
import { TOKEN_HEADER, type Verb } from './protocol';
import { QUESTIONS } from './questions';
import { Refusal } from './refusal';
import { readAddress, readBody, requireOwnOrigin, requireType } from './request';
import { ANSWERS } from './verbs';
import type { AddOn, Visitor } from './visitor';
import { createVisitors, type Visitors } from './visitors';

/** What the server needs: the built add-on, the built page, and a port (0 for any). */
export interface ServerOptions extends AddOn {
  readonly page: string;
  readonly port: number;
  /** Is told of faults of the playground itself. */
  readonly complain?: (fault: unknown) => void;
}

/** A playground at work. */
export interface Playground {
  /** Such as "http://127.0.0.1:4870". */
  readonly address: string;
  readonly visitors: Visitors;
  close(): Promise<void>;
}

/** Only this machine can reach it. */
const LOOPBACK = '127.0.0.1';

/** Starts the playground; rejects with the system's error where the port is taken. */
export async function startPlayground(options: ServerOptions): Promise<Playground> {
  const visitors = createVisitors(options);
  const answer = createAnswer(readAssets(options.page), visitors, options.complain ?? (() => undefined));
  const server = createServer({ requestTimeout: 120_000, headersTimeout: 10_000 }, answer);
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${LOOPBACK}:${port}`,
    visitors,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, LOOPBACK, () => {
      server.off('error', fail);
      done();
    });
  });
}

/** What is sent back. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** What no answer goes without: it is kept by nobody, guessed at by nobody, and shown in nobody else's page. */
const ALWAYS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

function createAnswer(assets: Assets, visitors: Visitors, complain: (fault: unknown) => void) {
  let open = 0;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    open++;
    let answer: Answer;
    try {
      if (open > LIMITS.open) throw new Refusal(503, 'Too much is being asked at once: wait a moment and try again.');
      answer = await route(request, assets, visitors);
    } catch (fault) {
      answer = refusal(fault, complain);
    }
    open--;
    response.writeHead(answer.status, { ...ALWAYS, ...answer.headers });
    response.end(answer.body);
  };
}

async function route(request: IncomingMessage, assets: Assets, visitors: Visitors): Promise<Answer> {
  const origin = requireOwnOrigin(request);
  const { pathname, searchParams } = readAddress(request, origin);
  const [, verb] = /^\/api\/(\w+)$/.exec(pathname) ?? [];
  if (verb !== undefined) {
    if (!Object.hasOwn(QUESTIONS, verb)) throw new Refusal(404, `The playground does not know what "${verb}" means.`);
    if (request.method !== 'POST') throw new Refusal(405, 'Questions to the playground are posted.');
    return await answerVerb(request, verb as Verb, searchParams.get('ask'), visitors);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new Refusal(405, 'Pages can only be read.');
  const [, key] = /^\/sidebar\/([\w-]+)$/.exec(pathname) ?? [];
  if (key !== undefined) return frame(visitors.withFrame(key), origin);
  const asset = assets.get(pathname === '/' ? '/index.html' : pathname);
  if (!asset) throw new Refusal(404, `There is no page ${pathname.slice(0, 100)} here.`);
  return { status: 200, headers: asset.headers, body: asset.body };
}

function frame(visitor: Visitor | undefined, origin: string): Answer {
  const sidebar = visitor?.host.sidebar;
  if (!visitor || !sidebar) throw new Refusal(404, 'This sidebar was closed.');
  const { language, host } = visitor;
  const body = bridgedPage(sidebar.content, { origin, functions: host.callable, language });
  return {
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': FRAME_POLICY },
    body,
  };
}

async function answerVerb(
  request: IncomingMessage,
  verb: Verb,
  asked: string | null,
  visitors: Visitors,
): Promise<Answer> {
  const token = request.headers[TOKEN_HEADER] as string | undefined;
  if (verb === 'hello') {
    const { language = 'en' } = read(verb, await readQuestion(request)) as { language?: 'en' | 'pl' | 'ru' };
    const visitor = token === undefined ? visitors.welcome(language) : visitors.find(token);
    return json({ token: visitor.token, functions: visitor.functions, ...visitor.report() });
  }
  const visitor = visitors.find(token);
  if (visitor.open >= LIMITS.openPerVisitor) {
    throw new Refusal(429, 'This page asks too much at once: wait a moment and try again.');
  }
  visitor.open++;
  try {
    if (verb === 'upload') return await upload(request, asked, visitor);
    const ask = read(verb, await readQuestion(request));
    if (verb === 'download') return await download(visitor);
    const answer = ANSWERS[verb] as (visitor: Visitor, ask: unknown) => unknown;
    return json(answer(visitor, ask));
  } finally {
    visitor.open--;
  }
}

async function readQuestion(request: IncomingMessage): Promise<unknown> {
  requireType(request, 'application/json');
  return parse(new TextDecoder().decode(await readBody(request, LIMITS.question, 'The question')));
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    throw new Refusal(400, 'The question is not JSON.');
  }
}

function read(verb: Verb, given: unknown): unknown {
  const { data, error } = QUESTIONS[verb].safeParse(given);
  if (!error) return data;
  const { path, message } = error.issues[0] ?? { path: [], message: 'unknown' };
  throw new Refusal(
    400,
    `The question "${verb}" cannot be understood${path.length > 0 ? ` at ${path.join('.')}` : ''}: ${message}.`,
  );
}

async function upload(request: IncomingMessage, asked: string | null, visitor: Visitor): Promise<Answer> {
  requireType(request, 'application/octet-stream');
  const ask = read('upload', parse(asked)) as { name: string; how: 'replace' | 'add' };
  const notes = await openFile(visitor, ask, await readBody(request, LIMITS.file, 'The file'));
  return json({ ...visitor.report(), notes });
}

async function download(visitor: Visitor): Promise<Answer> {
  const name = visitor.workbook.name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, ' ').trim() || 'Workbook';
  const encoded = encodeURIComponent(`${name}.xlsx`).replace(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return {
    status: 200,
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="workbook.xlsx"; filename*=UTF-8''${encoded}`,
    },
    body: await writeXlsx(visitor.workbook),
  };
}

function json(value: unknown, status = 200): Answer {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

/** A fault as a sentence: what is the visitor's own says what to do; what is the playground's own says no more than that. */
function refusal(fault: unknown, complain: (fault: unknown) => void): Answer {
  if (fault instanceof Refusal) return json({ error: fault.message }, fault.status);
  if (fault instanceof WorkbookError || fault instanceof GoogleError || fault instanceof FileProblem) {
    return json({ error: fault.message }, 422);
  }
  complain(fault);
  return json(
    { error: 'Something went wrong in the playground itself; what you did last may not have happened.' },
    500,
  );
}
