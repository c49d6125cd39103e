import type { Execution } from './execution';
import { defineInterface, GoogleError, Service } from './interface';

const LOCK = defineInterface<Lock>('LockService', 'Lock', {
  hasLock: [''],
  releaseLock: [''],
  tryLock: ['int'],
  waitLock: ['int'],
});

/** A lock that one run holds at a time; nothing is waited for, whoever holds it now holds it for the whole run. */
class Lock extends Service {
  readonly face = LOCK;

  constructor(
    private readonly execution: Execution,
    private readonly whose: string,
  ) {
    super();
  }

  hasLock(): boolean {
    return this.execution.locks.has(this.whose);
  }

  tryLock(): boolean {
    if (this.execution.platform.foreignLocks.has(this.whose)) return false;
    this.execution.locks.add(this.whose);
    return true;
  }

  waitLock(): void {
    if (!this.tryLock()) {
      throw new GoogleError('Lock timeout: another process was holding the lock for too long.');
    }
  }

  releaseLock(): void {
    this.execution.locks.delete(this.whose);
  }
}

const LOCK_SERVICE = defineInterface<LockService>('LockService', 'LockService', {
  getDocumentLock: [''],
  getScriptLock: [''],
  getUserLock: [''],
});

/** LockService: locks per file, per script and per user. */
export class LockService extends Service {
  readonly face = LOCK_SERVICE;

  constructor(private readonly execution: Execution) {
    super();
  }

  getDocumentLock(): Lock {
    return new Lock(this.execution, 'document');
  }

  getScriptLock(): Lock {
    return new Lock(this.execution, 'script');
  }

  getUserLock(): Lock {
    return new Lock(this.execution, 'user');
  }
}
