import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOKEN_HEADER, type Verb, type Verbs } from '../../host/playground/protocol';
import { type Playground, startPlayground } from '../../host/playground/server';
import { builtAddOn } from './reported';

/** What came back over the network. */
export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A request as it is sent, headers and all; what is left out is what the page itself would send. */
export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Uint8Array;
}

/** One page that talks to a playground. */
export interface Page {
  /** Asks, and answers what the server answers; the sentence where it refuses. */
  ask<Name extends Verb>(verb: Name, ask: Verbs[Name]['ask']): Promise<Verbs[Name]['answer']>;
  /** Sends a file. */
  upload(name: string, how: 'replace' | 'add', bytes: Uint8Array): Promise<Verbs['upload']['answer']>;
  /** The status and the sentence with which a question is refused. */
  refused(verb: Verb, ask: unknown, sent?: Sent): Promise<{ status: number; error: string }>;
  readonly token: string;
  /** Headers of its questions. */
  headers(): Record<string, string>;
}

/** A playground over real HTTP, with a page of two files; `faults` are those that it found in itself. */
export async function openPlayground() {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Page</title>');
  writeFileSync(join(folder, 'main.js'), 'document.title = "Page";');
  const faults: unknown[] = [];
  const complain = (fault: unknown) => void faults.push(fault);
  const playground = await startPlayground({ dist: builtAddOn(), page: folder, port: 0, complain });
  const fetchFrom = (path: string, sent: Sent = {}) => transmit(playground, path, sent);
  return {
    ...{ playground, faults, fetch: fetchFrom },
    visit: () => visit(fetchFrom, playground.address),
    async close() {
      await playground.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function transmit(
  { address }: Playground,
  path: string,
  { method = 'GET', headers = {}, body }: Sent,
): Promise<Received> {
  const known = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  return new Promise((done, fail) => {
    const { hostname, port } = new URL(address);
    // As a path, for an address would be tidied before it is sent.
    const request = send({ hostname, port, path, method, headers: known as Record<string, string> }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', fail);
    request.end(body);
  });
}

async function visit(fetchFrom: (path: string, sent?: Sent) => Promise<Received>, origin: string) {
  let token: string | undefined;
  const headers = () => ({
    origin,
    'content-type': 'application/json',
    ...(token !== undefined && { [TOKEN_HEADER]: token }),
  });
  const post = (path: string, sent: Sent) =>
    fetchFrom(path, { method: 'POST', ...sent, headers: { ...headers(), ...sent.headers } });
  const read = ({ status, body }: Received) => {
    const answer = JSON.parse(body.toString());
    if (status !== 200) throw new Error(answer.error);
    return answer;
  };
  const ask: Page['ask'] = async (verb, asked) => read(await post(`/api/${verb}`, { body: JSON.stringify(asked) }));
  const hello = await ask('hello', {});
  token = hello.token;
  const page: Page = {
    ...{ ask, token, headers },
    async upload(name, how, bytes) {
      const path = `/api/upload?ask=${encodeURIComponent(JSON.stringify({ name, how }))}`;
      return read(await post(path, { headers: { 'content-type': 'application/octet-stream' }, body: bytes }));
    },
    async refused(verb, asked, sent = {}) {
      const { status, body } = await post(`/api/${verb}`, { body: JSON.stringify(asked), ...sent });
      return { status, error: JSON.parse(body.toString()).error };
    },
  };
  return { ...page, hello };
}
