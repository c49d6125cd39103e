import { type Language, type Refusal, TOKEN_HEADER, type Verb, type Verbs } from '../protocol';

/** A question that was not answered as asked; the message is a sentence for the person at the screen. */
export class Refused extends Error {
  constructor(
    message: string,
    /** `gone`: the visitor's workbook is no longer there; `offline`: nobody answered. */
    readonly kind: 'gone' | 'offline' | 'refused',
  ) {
    super(message);
  }
}

const KEY = 'leakproof-visitor';

/** Asks the playground's server, as one visitor whose token is kept while the browser's tab is open. */
export class Server {
  #waiting = 0;

  /** `busy` is told how many questions have no answer yet. */
  constructor(private readonly busy: (waiting: number) => void) {}

  /** Asks for JSON; throws Refused. */
  async ask<Name extends Exclude<Verb, 'upload' | 'download'>>(
    verb: Name,
    ask: Verbs[Name]['ask'],
  ): Promise<Verbs[Name]['answer']> {
    const response = await this.#post(`/api/${verb}`, JSON.stringify(ask), 'application/json');
    return (await response.json()) as Verbs[Name]['answer'];
  }

  /** Says hello, as the visitor that this tab was before if there was one; a visitor forgotten by the server starts anew. */
  async hello(language: Language | undefined): Promise<Verbs['hello']['answer']> {
    const ask = language ? { language } : {};
    const answer = await this.ask('hello', ask).catch((error) => {
      if (!(error instanceof Refused && error.kind === 'gone')) throw error;
      sessionStorage.removeItem(KEY);
      return this.ask('hello', ask);
    });
    sessionStorage.setItem(KEY, answer.token);
    return answer;
  }

  /** Sends a file. */
  async upload(file: File, how: 'replace' | 'add'): Promise<Verbs['upload']['answer']> {
    const ask = encodeURIComponent(JSON.stringify({ name: file.name, how }));
    const response = await this.#post(`/api/upload?ask=${ask}`, file, 'application/octet-stream');
    return (await response.json()) as Verbs['upload']['answer'];
  }

  /** The workbook as a file. */
  async download(): Promise<Blob> {
    return (await this.#post('/api/download', '{}', 'application/json')).blob();
  }

  async #post(path: string, body: BodyInit, type: string): Promise<Response> {
    this.busy(++this.#waiting);
    try {
      const token = sessionStorage.getItem(KEY);
      const headers = { 'content-type': type, ...(token ? { [TOKEN_HEADER]: token } : {}) };
      const response = await fetch(path, { method: 'POST', body, headers }).catch((error) => {
        throw new Refused(String(error), 'offline');
      });
      if (response.ok) return response;
      throw new Refused(await refusalOf(response), response.status === 410 ? 'gone' : 'refused');
    } finally {
      this.busy(--this.#waiting);
    }
  }
}

async function refusalOf(response: Response): Promise<string> {
  const answer = (await response.json().catch(() => undefined)) as Refusal | undefined;
  return answer?.error ?? `${response.status} ${response.statusText}`;
}
