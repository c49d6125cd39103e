import { GoogleError, type Interface } from './interface';

/** Methods that only start a builder. */
const NEW = /^new[A-Z]/;

/** Counts service calls, and makes one of them fail on request. */
export class CallCounter {
  /** Calls that reach a service; builders and enums are the script's own and do not count. */
  total = 0;
  /** The same per method, such as "Range.setValues". */
  readonly byMethod: Record<string, number> = {};
  #failure: number | undefined;

  /** Notes a call; throws what Google says of an outage if this is the one that shall fail. */
  count(face: Interface, method: string): void {
    if (face.local || NEW.test(method)) return;
    this.total++;
    const name = `${face.name}.${method}`;
    this.byMethod[name] = (this.byMethod[name] ?? 0) + 1;
    if (this.#failure === undefined) return;
    this.#failure--;
    if (this.#failure > 0) return;
    this.#failure = undefined;
    throw new GoogleError("We're sorry, a server error occurred. Please wait a bit and try again.");
  }

  /** Makes the n-th call from now on fail, once; undefined takes that back. */
  failAt(call: number | undefined): void {
    this.#failure = call;
  }

  /** True while a requested failure has not happened yet. */
  get failurePending(): boolean {
    return this.#failure !== undefined;
  }

  /** Starts counting from nothing. */
  reset(): void {
    this.total = 0;
    for (const name of Object.keys(this.byMethod)) delete this.byMethod[name];
  }
}
