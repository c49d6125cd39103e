import { CacheService } from './cache-service';
import { Charts } from './charts';
import type { Execution } from './execution';
import { HtmlService } from './html-service';
import type { Service } from './interface';
import { LockService } from './lock-service';
import { Logger, makeConsole } from './logger';
import type { Objects } from './objects';
import { PropertiesService } from './properties-service';
import { Range } from './range';
import { ScriptApp } from './script-app';
import { Session } from './session';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { SpreadsheetApp } from './spreadsheet-app';
import { Utilities } from './utilities';

/** Makes the objects of one run; the same tab is the same sheet as long as the run lasts. */
export function makeObjects(execution: Execution): Objects {
  const sheets = new Map<unknown, Sheet>();
  const spreadsheet = new Spreadsheet(execution);
  return {
    spreadsheet: () => spreadsheet,
    range: (tab, { top, left, bottom, right }) => new Range(execution, tab, { top, left, bottom, right }),
    sheet: (tab) => {
      const sheet = sheets.get(tab) ?? new Sheet(execution, tab);
      sheets.set(tab, sheet);
      return sheet;
    },
  };
}

/** Every service that a script finds in its global scope. */
export function listServices(execution: Execution): Service[] {
  return [
    new SpreadsheetApp(execution),
    new CacheService(execution),
    new Charts(),
    new HtmlService(execution),
    new LockService(execution),
    new Logger(execution),
    new PropertiesService(execution),
    new ScriptApp(execution),
    new Session(execution),
    new Utilities(execution),
  ];
}

/** The global scope of a script before its own code runs: services and a console, nothing of Node. */
export function makeGlobals(execution: Execution): Record<string, unknown> {
  const services = listServices(execution).map((service) => [service.face.name, execution.expose(service)] as const);
  return { ...Object.fromEntries(services), console: makeConsole(execution) };
}
