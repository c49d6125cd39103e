import type { Zone } from '../data/cell';
import { type CheckInput, checkData as findProblems } from '../data/check';
import type { DatasetName } from '../data/fields';
import type { CheckTable, Finding } from '../data/finding';
import { planFixes, safeChoices } from '../data/fix';
import { type CheckRequest, parseCells, parseCheck, parseChoices } from '../data/request';
import type { DatasetMapping, Settings } from '../data/settings';
import { applyEdits } from '../sheets/edit';
import { todayIn } from '../sheets/locale';
import { activeSpreadsheet, readColumns, readFormats, readFormulas, zoneOfSpreadsheet } from '../sheets/read';
import { findingSentence } from '../text/problems';
import { explained, locked, valid } from './explain';
import { currentSettings, mappedTabs, sheetOf } from './mapped';

/** A finding of the data check with its sentence. */
export interface FindingView extends Finding {
  readonly sentence: string;
}

/** The data check over the mapped columns. */
export const checkData = (settings: unknown, options?: unknown): FindingView[] =>
  explained(() => {
    const known = currentSettings(settings).settings;
    const input = checkInput(known, valid(parseCheck(options)));
    const { language } = known.report;
    return findProblems(input).map((finding) => ({ ...finding, sentence: findingSentence(language, finding) }));
  });

/** Mends the cells of the chosen findings (null: of all that need no question) and no others. */
export const fixData = (settings: unknown, chosen: unknown): { changed: number } =>
  explained(() => {
    const input = checkInput(currentSettings(settings).settings, {});
    const choices = valid(parseChoices(chosen)) ?? safeChoices(findProblems(input));
    return locked(() => ({ changed: applyEdits(activeSpreadsheet(), planFixes(input, choices)) }));
  });

/** Selects cells that a finding names. */
export const selectCells = (tab: unknown, ranges: unknown): void =>
  explained(() => {
    const cells = valid(parseCells({ tab, ranges }));
    const sheet = sheetOf(cells.tab);
    sheet.activate();
    if (cells.ranges.length > 0) sheet.getRangeList(cells.ranges).activate();
  });

function checkInput(settings: Settings, { today, assumed }: CheckRequest): CheckInput {
  const spreadsheet = activeSpreadsheet();
  const zone = zoneOfSpreadsheet(spreadsheet);
  const { stages, statuses, channels } = settings;
  return {
    tables: mappedTabs(settings).map((mapped) => checkTable(mapped, zone)),
    stages,
    statuses,
    channels,
    assumed,
    today: today ?? todayIn(spreadsheet),
  };
}

/** Fields whose number formats may say the currency. */
const MONEY = ['amount', 'revenue'];

function checkTable(
  [dataset, { tab, headerRow, columns, totalRows }]: [DatasetName, DatasetMapping],
  zone: Zone,
): CheckTable {
  const sheet = sheetOf(tab);
  const values = readColumns(sheet, headerRow, columns, zone);
  const checked = Object.entries(columns).map(([field, { column, header }]) => [
    field,
    {
      column,
      header,
      values: values[field] ?? [],
      formulas: readFormulas(sheet, headerRow, column),
      ...(MONEY.includes(field) && { formats: readFormats(sheet, headerRow, column) }),
    },
  ]);
  return { dataset, tab, headerRow, totalRows, columns: Object.fromEntries(checked) };
}
