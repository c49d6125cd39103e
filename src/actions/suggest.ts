import { type Suggestion, suggestSettings as suggest } from '../data/detect';
import { parseSuggestion, type SuggestionRequest } from '../data/request';
import { parseOverrides, type Settings } from '../data/settings';
import { spreadsheetLanguage } from '../sheets/locale';
import { activeSpreadsheet, readTabs, type TabValues } from '../sheets/read';
import { sentence } from '../text/problems';
import { explained, problemError, valid } from './explain';

/** The best guess at what the tabs of this file hold, with what the caller knows better. */
export const suggestSettings = (request: unknown): Settings =>
  explained(() => suggestFor(valid(parseSuggestion(request))));

/** The same with what is doubtful about it: sentences, and labels whose meaning is only assumed. */
export const suggestWithNotes = (
  request: unknown,
): { settings: Settings; notes: string[]; assumed: Suggestion['unrecognised'] } =>
  explained(() => {
    const { settings, notes, unrecognised } = suggestionFor(valid(parseSuggestion(request)));
    const { language } = settings.report;
    return {
      settings,
      notes: notes.map(({ code, params }) => sentence(language, code, params)),
      assumed: unrecognised,
    };
  });

/** The settings that are suggested for the tabs of this file, or for those that were read already. */
export const suggestFor = (request: SuggestionRequest, read?: readonly TabValues[]): Settings =>
  suggestionFor(request, read).settings;

function suggestionFor(
  { tabs, overrides, options = {} }: SuggestionRequest,
  read: readonly TabValues[] = readTabs(activeSpreadsheet()),
): Suggestion {
  const spreadsheet = activeSpreadsheet();
  const parsed = overrides === undefined || overrides === null ? undefined : parseOverrides(overrides);
  if (parsed && 'problem' in parsed) throw problemError(parsed.problem);
  const suggestion = suggest(read, {
    locale: spreadsheet.getSpreadsheetLocale(),
    language: options.language ?? spreadsheetLanguage(spreadsheet),
    ...(tabs ? { tabs } : {}),
    ...(parsed ? { overrides: parsed.overrides } : {}),
  });
  if ('problem' in suggestion) throw problemError(suggestion.problem);
  const { settings } = suggestion;
  return { ...suggestion, settings: { ...settings, report: { ...settings.report, ...options } } };
}
