import { format } from 'node:util';
import type { Execution } from './execution';
import { defineInterface, Service } from './interface';

const LEVELS = ['error', 'info', 'log', 'warn'] as const;

/** What `console` is in a script: every line goes to the platform's log. */
export function makeConsole(execution: Execution): Record<string, (...words: unknown[]) => void> {
  const write = (...words: unknown[]) => void execution.platform.log.push(format(...words));
  return Object.fromEntries(LEVELS.map((level) => [level, write]));
}

const LOGGER = defineInterface<Logger>(
  'Logger',
  'Logger',
  { clear: [''], getLog: [''], log: ['any', 'str,any'] },
  { local: true },
);

/** Logger: the log of one run. */
export class Logger extends Service {
  readonly face = LOGGER;
  #lines: string[] = [];

  constructor(private readonly execution: Execution) {
    super();
  }

  log(...words: unknown[]): this {
    const line = format(...words);
    this.#lines.push(line);
    this.execution.platform.log.push(line);
    return this;
  }

  getLog(): string {
    return this.#lines.join('\n');
  }

  clear(): void {
    this.#lines = [];
  }
}
