import type { IncomingMessage } from 'node:http';
import { requireFewBytes } from './limits';
import { Refusal } from './refusal';

/**
 * The playground's own origin, under the name by which it was called. Throws Refusal for a call under any other name (another
 * site whose name leads to this machine) and for one that a page of another site makes.
 */
export function requireOwnOrigin({ headers, method, socket }: IncomingMessage): string {
  const port = socket.localPort;
  const { host, origin } = headers;
  const own = `http://${host}`;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    throw new Refusal(421, `The playground answers only as http://127.0.0.1:${port}.`);
  }
  const isRead = method === 'GET' || method === 'HEAD';
  // A browser says where a question comes from; to follow a link to the page is harmless.
  const site = headers['sec-fetch-site'];
  const isForeign = site === 'cross-site' || site === 'same-site';
  const isLink = isRead && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  if ((origin === undefined ? !isRead : origin !== own) || (isForeign && !isLink)) {
    throw new Refusal(403, 'The playground answers only to its own page.');
  }
  return own;
}

/** What is asked for; throws Refusal for what is no path, as if the playground should fetch from elsewhere. */
export function readAddress({ url = '/' }: IncomingMessage, origin: string): URL {
  if (url.length > MOST_CHARACTERS) throw new Refusal(414, 'The address of the question is too long.');
  if (!url.startsWith('/') || !URL.canParse(origin + url)) {
    throw new Refusal(400, 'The playground has no such address.');
  }
  return new URL(origin + url);
}

/** A file's name is in the address. */
const MOST_CHARACTERS = 8000;

/** Throws Refusal unless the body of a request says to be of a type. */
export function requireType({ headers }: IncomingMessage, type: string): void {
  if (headers['content-type']?.split(';')[0]?.trim().toLowerCase() === type) return;
  throw new Refusal(415, `The playground takes ${type} here.`);
}

/** The body of a request; one that is too long is read to its end, so that the refusal arrives, but not kept. */
export async function readBody(request: IncomingMessage, limit: number, what: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes <= limit) chunks.push(chunk);
      else chunks.length = 0;
      // Whoever sends without end is not listened to.
      if (bytes > 10 * limit) request.destroy();
    }
  } catch {
    throw new Refusal(400, `${what} broke off.`);
  }
  requireFewBytes(bytes, limit, what);
  return Buffer.concat(chunks);
}
