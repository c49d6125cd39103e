/** Does this while nobody else saves in the same file; `whenBusy` says what to throw if somebody does for ten seconds. */
export function whileLocked<T>(work: () => T, whenBusy: () => Error): T {
  const lock = LockService.getDocumentLock();
  if (lock && !lock.tryLock(10_000)) throw whenBusy();
  try {
    return work();
  } finally {
    release(lock);
  }
}

/** What was done is done: a lock that cannot be given back ends with the script. */
function release(lock: GoogleAppsScript.Lock.Lock | null): void {
  try {
    lock?.releaseLock();
  } catch (error) {
    console.error(error);
  }
}
