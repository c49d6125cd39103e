import type { AuthMode } from '../../host/google/authorisation';
import { Execution } from '../../host/google/execution';
import { makeGlobals, makeObjects } from '../../host/google/globals';
import { Platform } from '../../host/google/platform';
import { createRealm, type Realm } from '../../host/google/realm';
import { createWorkbook, type Workbook } from '../../host/workbook/workbook';

/** Google's services as a script sees them. */
export interface Services {
  readonly SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  readonly CacheService: GoogleAppsScript.Cache.CacheService;
  readonly Charts: GoogleAppsScript.Charts.Charts;
  readonly HtmlService: GoogleAppsScript.HTML.HtmlService;
  readonly LockService: GoogleAppsScript.Lock.LockService;
  readonly Logger: GoogleAppsScript.Base.Logger;
  readonly PropertiesService: GoogleAppsScript.Properties.PropertiesService;
  readonly ScriptApp: GoogleAppsScript.Script.ScriptApp;
  readonly Session: GoogleAppsScript.Base.Session;
  readonly Utilities: GoogleAppsScript.Utilities.Utilities;
}

const SCOPE = 'https://www.googleapis.com/auth/';

/** Everything an add-on may be granted. */
export const ALL_SCOPES = ['spreadsheets.currentonly', 'script.container.ui', 'script.scriptapp'].map(
  (name) => SCOPE + name,
);

/** Services on a workbook (an empty one in English and Warsaw by default), without any script. */
export function openServices(options: { workbook?: Workbook; mode?: AuthMode; scopes?: readonly string[] } = {}) {
  const { mode = 'FULL', scopes = ALL_SCOPES } = options;
  const workbook =
    options.workbook ?? createWorkbook({ name: 'Test', locale: 'en_US', timeZone: 'Europe/Warsaw', sheets: ['Data'] });
  const platform = new Platform(workbook, { timeZone: 'Etc/UTC', scopes }, () => undefined, 'en', Date.now);
  let realm: Realm | undefined;
  const execution = new Execution(platform, mode, () => realm as Realm, makeObjects);
  const globals = makeGlobals(execution);
  realm = createRealm(globals, Date.now);
  const services = globals as unknown as Services;
  return {
    ...services,
    workbook,
    platform,
    realm,
    /** The active spreadsheet; reading it is a service call, too. */
    get spreadsheet() {
      return services.SpreadsheetApp.getActive();
    },
  };
}
