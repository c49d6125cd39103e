import type { Execution } from './execution';
import { defineInterface, GoogleError, Service } from './interface';
import type { CacheEntry } from './platform';

const VALUE_LIMIT = 100 * 1024;
const KEY_LIMIT = 250;
const LONGEST = 21_600;

const CACHE = defineInterface<Cache>('CacheService', 'Cache', {
  get: ['str'],
  getAll: ['str[]'],
  put: ['str,str', 'str,str,int'],
  remove: ['str'],
  removeAll: ['str[]'],
});

/** A store of texts that forgets after ten minutes or the seconds given, six hours at most. */
class Cache extends Service {
  readonly face = CACHE;

  constructor(
    private readonly entries: Map<string, CacheEntry>,
    private readonly now: () => number,
  ) {
    super();
  }

  get(key: string): string | null {
    const entry = this.entries.get(key);
    return entry && entry.until > this.now() ? entry.value : null;
  }

  getAll(keys: string[]): Record<string, string> {
    const found = keys.map((key) => [key, this.get(key)] as const);
    return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== null));
  }

  put(key: string, value: string, seconds = 600): void {
    if (key.length > KEY_LIMIT) throw new GoogleError('Argument too large: key');
    if (Buffer.byteLength(value) > VALUE_LIMIT) throw new GoogleError('Argument too large: value');
    this.entries.set(key, { value, until: this.now() + Math.min(seconds, LONGEST) * 1000 });
  }

  remove(key: string): void {
    this.entries.delete(key);
  }

  removeAll(keys: string[]): void {
    for (const key of keys) this.entries.delete(key);
  }
}

const CACHE_SERVICE = defineInterface<CacheService>('CacheService', 'CacheService', {
  getDocumentCache: [''],
  getScriptCache: [''],
  getUserCache: [''],
});

/** CacheService: caches per file, per script and per user. */
export class CacheService extends Service {
  readonly face = CACHE_SERVICE;

  constructor(private readonly execution: Execution) {
    super();
  }

  getDocumentCache(): Cache {
    return this.#open('document');
  }

  getScriptCache(): Cache {
    return this.#open('script');
  }

  getUserCache(): Cache {
    return this.#open('user');
  }

  #open(whose: 'document' | 'script' | 'user'): Cache {
    const { caches, now } = this.execution.platform;
    return new Cache(caches[whose], now);
  }
}
