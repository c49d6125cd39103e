import type { Execution } from './execution';
import { defineInterface, Service } from './interface';

const SESSION = defineInterface<Session>(
  'Session',
  'Session',
  { getActiveUserLocale: [''], getScriptTimeZone: [''] },
  { local: true },
);

/** Session: the user's language and the script's own time zone. */
export class Session extends Service {
  readonly face = SESSION;

  constructor(private readonly execution: Execution) {
    super();
  }

  getActiveUserLocale(): string {
    return this.execution.platform.userLocale;
  }

  getScriptTimeZone(): string {
    return this.execution.platform.manifest.timeZone;
  }
}
