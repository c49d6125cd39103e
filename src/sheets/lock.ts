/** Does this while nobody else saves in the same file; `whenBusy` says what to throw if somebody does for ten seconds. */
export const whileLocked = <T>(work: () => T, whenBusy: () => Error): T =>
  whileHeld(LockService.getDocumentLock(), work, whenBusy);

/** Does this while no other sidebar of the same person keeps something; `whenBusy` says what to throw if one does for ten seconds. */
export const whilePersonLocked = <T>(work: () => T, whenBusy: () => Error): T =>
  whileHeld(LockService.getUserLock(), work, whenBusy);

function whileHeld<T>(lock: GoogleAppsScript.Lock.Lock | null, work: () => T, whenBusy: () => Error): T {
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
