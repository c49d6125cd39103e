import { type Workbook, WorkbookError } from '../workbook/workbook';
import { type AuthMode, refusal } from './authorisation';
import { EnumValue } from './enumeration';
import { Template } from './html-service';
import { GoogleError, notEmulated, requireParameters, Service, tag } from './interface';
import type { Objects } from './objects';
import type { Platform } from './platform';
import type { Realm } from './realm';

/** Names that Node, promises and printers look for on any object. */
const SILENT = new Set([
  'then',
  'toJSON',
  'constructor',
  'valueOf',
  'inspect',
  'nodeType',
  'asymmetricMatch',
  '$$typeof',
]);

/** One run of the script: its mode, its own Array, Date and Object, and the proxies through which it sees Google's objects. */
export class Execution {
  readonly #proxies = new WeakMap<Service, object>();
  readonly #targets = new WeakMap<object, Service>();
  /** Locks that this run holds. */
  readonly locks = new Set<string>();
  readonly objects: Objects;

  constructor(
    readonly platform: Platform,
    readonly mode: AuthMode,
    readonly realm: () => Realm,
    objects: (execution: Execution) => Objects,
    /** Whether a file is open in front of a user; a clock trigger may have none. */
    readonly attended = true,
  ) {
    this.objects = objects(this);
  }

  get workbook(): Workbook {
    return this.platform.workbook;
  }

  /** The proxy through which the script sees one of Google's objects. */
  expose(target: Service): object {
    let proxy = this.#proxies.get(target);
    if (!proxy) {
      proxy = this.#makeProxy(target);
      this.#proxies.set(target, proxy);
      this.#targets.set(proxy, target);
    }
    return proxy;
  }

  /** Gives a value of the host to the script: its own arrays, dates and objects, proxies for Google's objects. */
  give(value: unknown): unknown {
    if (value === null || typeof value !== 'object' || value instanceof EnumValue) return value;
    if (value instanceof Service) return this.expose(value);
    const realm = this.realm();
    if (Array.isArray(value)) return realm.Array.from(value, (item) => this.give(item));
    if (tag(value) === 'Date') return new realm.Date((value as Date).getTime());
    const copy = new realm.Object() as Record<string, unknown>;
    for (const [key, item] of Object.entries(value)) copy[key] = this.give(item);
    return copy;
  }

  /** Takes a value from the script: proxies become the host's objects again. */
  take(value: unknown): unknown {
    if (value === null || typeof value !== 'object' || value instanceof EnumValue) return value;
    const target = this.#targets.get(value);
    if (target) return target;
    if (Array.isArray(value)) return Array.from(value, (item) => this.take(item));
    if (tag(value) === 'Date') return new Date((value as Date).getTime());
    if (tag(value) !== 'Object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.take(item)]));
  }

  #makeProxy(target: Service): object {
    const { face } = target;
    const methods = new Map<string, (...parameters: unknown[]) => unknown>();
    return new Proxy(Object.create(null), {
      get: (_, key) => {
        if (typeof key === 'symbol') return undefined;
        if (key in face.enums) return face.enums[key];
        if (key === 'toString') return () => face.name;
        if (key in face.methods) {
          const method = methods.get(key) ?? ((...parameters: unknown[]) => this.#call(target, key, parameters));
          methods.set(key, method);
          return method;
        }
        if (SILENT.has(key)) return undefined;
        if (target instanceof Template && key in target.variables) return target.variables[key];
        throw notEmulated(`${face.name}.${key}`);
      },
      set: (_, key, value) => {
        if (!(target instanceof Template)) throw notEmulated(`setting ${face.name}.${String(key)}`);
        target.variables[String(key)] = value;
        return true;
      },
      has: (_, key) => typeof key === 'string' && (key in face.methods || key in face.enums),
    });
  }

  #call(target: Service, method: string, given: unknown[]): unknown {
    const { face } = target;
    const { calls, scopes } = this.platform;
    try {
      const refused = refusal(face, method, this.mode, scopes);
      if (refused !== undefined) throw new GoogleError(refused);
      calls.count(face, method);
      const parameters = given.map((value) => this.take(value));
      while (parameters.length > 0 && parameters.at(-1) === undefined) parameters.pop();
      requireParameters(face, method, parameters);
      const result = (target as unknown as Record<string, (...all: unknown[]) => unknown>)[method]?.(...parameters);
      return this.give(result);
    } catch (error) {
      throw this.#translate(error);
    }
  }

  /** Google's faults reach the script as errors of its own; faults of the host stay what they are. */
  #translate(error: unknown): unknown {
    if (!(error instanceof GoogleError) && !(error instanceof WorkbookError)) return error;
    const translated = new (this.realm().Error)(error.message);
    translated.name = 'Exception';
    return translated;
  }
}
