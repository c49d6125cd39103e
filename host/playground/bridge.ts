import type { Language, Outcome, Reply, ScriptCall } from './protocol';

/** What the bridge needs to know of a key. */
type FrameKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'preventDefault'>;

/** What the bridge needs of the window that it is put into. */
interface FrameWindow {
  readonly parent: { postMessage(message: unknown, origin: string): void };
  readonly navigator: object;
  addEventListener(type: 'message', listener: (event: { source: unknown; data: unknown }) => void): void;
  addEventListener(type: 'keydown', listener: (event: FrameKey) => void): void;
  google?: unknown;
}

/** What the bridge is told: where the page around it comes from, what may be called, what the user's browser would say. */
export interface BridgeOptions {
  readonly origin: string;
  readonly functions: readonly string[];
  readonly language: Language;
}

/**
 * Makes `google.script.run` and `google.script.host` in a page that is shown as a sidebar; calls go to the page around it, and
 * so does F6, by which the keyboard leaves a part of that page.
 * The function is written into that page as text, so it uses nothing from outside itself.
 *
 * Assumed of Google: a chain of handlers is a new object each time; only functions of the script that do not end in "_" are
 * there to be called; a Date, a function or any other object that is not plain is refused at once, by an exception; what is
 * undefined is null in a list and left out of an object; ten calls run at a time and the others wait; a failure without
 * handler is written to the console.
 */
export function installBridge(frame: FrameWindow, { origin, functions, language }: BridgeOptions): void {
  interface Handlers {
    readonly success?: (value: unknown, user: unknown) => void;
    readonly failure?: (error: Error, user: unknown) => void;
    readonly user?: unknown;
  }
  const MOST = 10;
  const waiting: { readonly call: ScriptCall; readonly handlers: Handlers }[] = [];
  const running = new Map<number, Handlers>();
  let last = 0;

  const illegal = (path: string) => new TypeError(`Failed due to illegal value in property: ${path}`);

  const carried = (value: unknown, path: string, above: readonly unknown[]): unknown => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    const kind = Object.prototype.toString.call(value);
    if (above.includes(value)) throw illegal(path);
    const inside = [...above, value];
    if (Array.isArray(value)) return Array.from(value, (item, index) => carried(item, String(index), inside));
    if (typeof value !== 'object' || kind !== '[object Object]') throw illegal(path);
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries.map(([key, item]) => [key, carried(item, key, inside)]));
  };

  const next = () => {
    while (running.size < MOST) {
      const first = waiting.shift();
      if (!first) return;
      const id = ++last;
      running.set(id, first.handlers);
      frame.parent.postMessage({ leakproof: 'run', id, ...first.call }, origin);
    }
  };

  const settle = (handlers: Handlers, outcome: Outcome) => {
    if ('value' in outcome) {
      handlers.success?.(outcome.value, handlers.user);
      return;
    }
    const error = Object.assign(new Error(outcome.failure), { name: 'ScriptError' });
    if (handlers.failure) handlers.failure(error, handlers.user);
    else console.error(`Uncaught ${error.name}: ${error.message}`);
  };

  frame.addEventListener('message', ({ source, data }) => {
    const reply = data as Partial<Reply> | null;
    if (source !== frame.parent || reply?.leakproof !== 'reply' || !reply.outcome) return;
    const handlers = running.get(reply.id as number);
    if (!handlers) return;
    running.delete(reply.id as number);
    next();
    settle(handlers, reply.outcome);
  });

  frame.addEventListener('keydown', (event) => {
    if (event.key !== 'F6' || event.altKey || event.metaKey) return;
    event.preventDefault();
    frame.parent.postMessage({ leakproof: 'leave', back: event.shiftKey || event.ctrlKey }, origin);
  });

  const requireFunction = (handler: unknown, name: string) => {
    if (typeof handler !== 'function') throw new TypeError(`${name} needs a function.`);
  };

  const runner = (handlers: Handlers): object => {
    const made: Record<string, unknown> = Object.create(null);
    for (const name of functions) {
      made[name] = (...given: unknown[]) => {
        const parameters = given.map((value, index) => carried(value, String(index), []));
        waiting.push({ call: { name, parameters }, handlers });
        next();
      };
    }
    made.withSuccessHandler = (success: Handlers['success']) => {
      requireFunction(success, 'withSuccessHandler');
      return runner({ ...handlers, ...(success && { success }) });
    };
    made.withFailureHandler = (failure: Handlers['failure']) => {
      requireFunction(failure, 'withFailureHandler');
      return runner({ ...handlers, ...(failure && { failure }) });
    };
    made.withUserObject = (user: unknown) => runner({ ...handlers, user });
    return Object.freeze(made);
  };

  const tell = (leakproof: 'close' | 'focus') => frame.parent.postMessage({ leakproof }, origin);
  frame.google = {
    script: {
      run: runner({}),
      host: {
        origin,
        close: () => tell('close'),
        editor: { focus: () => tell('focus') },
        setHeight: () => undefined,
        setWidth: () => undefined,
      },
    },
  };
  for (const [name, value] of Object.entries({ language, languages: [language] })) {
    Object.defineProperty(frame.navigator, name, { value, configurable: true });
  }
}

/** A sidebar's page with the bridge in front of its own scripts; style sheets from elsewhere are left out, for nothing is fetched. */
export function bridgedPage(html: string, options: BridgeOptions): string {
  const given = JSON.stringify(options).replace(/</g, '\\u003c');
  const script = `<script>(${installBridge.toString()})(window, ${given});</script>`;
  const page = html.replace(/<link\b[^>]*\bhref\s*=\s*["']?(?:https?:)?\/\/[^>]*>/gi, '');
  const head = /<head\b[^>]*>/i.exec(page);
  const at = head ? head.index + head[0].length : (/^\s*<!doctype[^>]*>/i.exec(page)?.[0].length ?? 0);
  return page.slice(0, at) + script + page.slice(at);
}

/** What a sidebar's page may do: run its own scripts. No network, no storage, no way out of its frame. */
export const FRAME_POLICY = [
  'sandbox allow-scripts allow-forms',
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');
