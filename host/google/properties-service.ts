import type { Execution } from './execution';
import { defineInterface, GoogleError, Service } from './interface';

const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;

const PROPERTIES = defineInterface<Properties>('PropertiesService', 'Properties', {
  deleteAllProperties: [''],
  deleteProperty: ['str'],
  getKeys: [''],
  getProperties: [''],
  getProperty: ['str'],
  setProperties: ['obj', 'obj,bool'],
  setProperty: ['str,str'],
});

/** A store of texts by key: 9 kB a value, 500 kB in all. */
class Properties extends Service {
  readonly face = PROPERTIES;

  constructor(private readonly store: Map<string, string>) {
    super();
  }

  getProperty(key: string): string | null {
    return this.store.get(key) ?? null;
  }

  getProperties(): Record<string, string> {
    return Object.fromEntries(this.store);
  }

  getKeys(): string[] {
    return [...this.store.keys()];
  }

  setProperty(key: string, value: string): this {
    if (Buffer.byteLength(value) > VALUE_LIMIT) throw new GoogleError('Argument too large: value');
    let size = Buffer.byteLength(key + value);
    for (const [name, text] of this.store) if (name !== key) size += Buffer.byteLength(name + text);
    if (size > STORE_LIMIT) {
      throw new GoogleError(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    this.store.set(key, value);
    return this;
  }

  setProperties(properties: Record<string, unknown>, deleteAllOthers = false): this {
    if (deleteAllOthers) this.store.clear();
    for (const [key, value] of Object.entries(properties)) this.setProperty(key, String(value));
    return this;
  }

  deleteProperty(key: string): this {
    this.store.delete(key);
    return this;
  }

  deleteAllProperties(): this {
    this.store.clear();
    return this;
  }
}

const PROPERTIES_SERVICE = defineInterface<PropertiesService>('PropertiesService', 'PropertiesService', {
  getDocumentProperties: [''],
  getScriptProperties: [''],
  getUserProperties: [''],
});

/** PropertiesService: stores per file, per script and per user. */
export class PropertiesService extends Service {
  readonly face = PROPERTIES_SERVICE;

  constructor(private readonly execution: Execution) {
    super();
  }

  getDocumentProperties(): Properties {
    return new Properties(this.execution.platform.properties.document);
  }

  getScriptProperties(): Properties {
    return new Properties(this.execution.platform.properties.script);
  }

  getUserProperties(): Properties {
    return new Properties(this.execution.platform.properties.user);
  }
}
