/** The services that the checks use; in a real file they are Google's own. */
export interface Services {
  readonly SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  readonly PropertiesService: GoogleAppsScript.Properties.PropertiesService;
  readonly Session: GoogleAppsScript.Base.Session;
  readonly Utilities: GoogleAppsScript.Utilities.Utilities;
}

/** One behaviour of Google that the add-on relies on. */
export interface Assumption {
  readonly id: string;
  /** What Google does, in one sentence. */
  readonly behaviour: string;
  /** How we know: Google's documentation, somebody's public report, or nothing but belief. */
  readonly source: 'documented' | 'public thread' | 'believed';
  /** True if the services behave so. It uses a sheet of its own and deletes it. */
  readonly check: (services: Services) => boolean;
}

/** A sheet of a file. */
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A check on an empty sheet, which is deleted afterwards whatever happens. */
export function onSheet(check: (sheet: Sheet, services: Services) => boolean): Assumption['check'] {
  return (services) => {
    const spreadsheet = services.SpreadsheetApp.getActive();
    const before = spreadsheet.getActiveSheet();
    const sheet = spreadsheet.insertSheet(`Self-test ${services.Utilities.getUuid().slice(0, 8)}`);
    try {
      return check(sheet, services);
    } finally {
      spreadsheet.deleteSheet(sheet);
      before.activate();
    }
  };
}

/** True if two values are written alike; dates of other contexts are no obstacle. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Writes rows of equal length from A1 on. */
export function fill(sheet: Sheet, rows: readonly (readonly unknown[])[]): void {
  sheet.getRange(1, 1, rows.length, rows[0]?.length ?? 0).setValues(rows.map((row) => [...row]));
}

/** The cells of column H that hold these formulas, from H1 down. */
export function putFormulas(sheet: Sheet, formulas: readonly string[]): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(1, 8, formulas.length, 1).setFormulas(formulas.map((formula) => [formula]));
}

/** The values of native formulas, which stand in column H. */
export function calculate(sheet: Sheet, formulas: readonly string[]): unknown[] {
  return putFormulas(sheet, formulas).getValues().flat();
}
