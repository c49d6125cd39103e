import { type Language, languageOf } from '../text/words';

/** The language of the person at the screen. */
export const userLanguage = (): Language => languageOf(Session.getActiveUserLocale());

/** The language of the spreadsheet. */
export const spreadsheetLanguage = (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Language =>
  languageOf(spreadsheet.getSpreadsheetLocale());

/** The day it is where the spreadsheet is at home, yyyy-MM-dd. */
export const todayIn = (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): string =>
  Utilities.formatDate(new Date(), spreadsheet.getSpreadsheetTimeZone(), 'yyyy-MM-dd');
