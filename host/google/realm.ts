import vm from 'node:vm';

/** The built-ins of the context in which a script runs: objects made elsewhere fail its instanceof. */
export interface Realm {
  readonly Array: ArrayConstructor;
  readonly Date: DateConstructor;
  readonly Object: ObjectConstructor;
  readonly Error: ErrorConstructor;
}

/** Makes `new Date()` and `Date.now()` read the given clock; everything else of Date stays. */
const SET_CLOCK = `(function (now) {
  const Real = Date;
  Date = function Date(...parts) {
    if (!new.target) return new Real(now()).toString();
    return Reflect.construct(Real, parts.length === 0 ? [now()] : parts, new.target);
  };
  Date.prototype = Real.prototype;
  Date.prototype.constructor = Date;
  Object.assign(Date, { UTC: Real.UTC, parse: Real.parse, now: () => now() });
})`;

/** Turns an object into the global object of a new context that has the language's built-ins and nothing of Node or browsers. */
export function createRealm(globals: object, now: () => number): Realm {
  vm.createContext(globals);
  vm.runInContext(
    'delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer; delete globalThis.Atomics;',
    globals,
  );
  vm.runInContext(SET_CLOCK, globals)(now);
  return vm.runInContext('({ Array, Date, Object, Error })', globals);
}
