import { ruledRows, runsOf, stripedRows } from '../report/areas';
import type { Cell, Mark, Report, Style } from '../report/model';
import { rowHeight } from '../report/page';
import { chartAreas, insertCharts } from './chart';
import { dayFormat, indented, looks, numberFormat, rule, stripe, verdicts } from './style';
import { asContent, type Content, formatFor } from './text';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Writes a report on an empty tab that is large enough, as its spreadsheet's locale writes days, in as many calls whatever it holds. */
export function fillSheet(sheet: Sheet, report: Report, locale: string): void {
  const { rows, widths } = report;
  writeCells(sheet.getRange(1, 1, rows.length, widths.length), report, dayFormat(locale));
  sheet.setColumnWidth(1, widths[0] as number);
  sheet.setColumnWidths(2, widths.length - 1, widths[1] as number);
  sheet.setRowHeights(1, rows.length, rowHeight);
  sheet.setFrozenRows(1);
  sheet.setHiddenGridlines(true);
  sheet
    .getRangeList(ruledRows(report))
    .setBorder(null, null, true, null, null, null, rule, SpreadsheetApp.BorderStyle.SOLID);
  const behind = `A${report.behind[0] + 1}:A${report.behind[1]}`;
  const find = finder(sheet, [behind, ...markedAreas(report), ...report.charts.flatMap(chartAreas)]);
  sheet.setConditionalFormatRules(markRules(report, find));
  find(behind).shiftRowGroupDepth(1);
  sheet.collapseAllRowGroups();
  insertCharts(sheet, report.charts, find);
}

/** The ranges of some areas, fetched at once. */
function finder(sheet: Sheet, areas: readonly string[]): (area: string) => Range {
  const ranges = sheet.getRangeList([...areas]).getRanges();
  return (area) => ranges[areas.indexOf(area)] as Range;
}

function writeCells(range: Range, report: Report, day: string): void {
  const { rows } = report;
  const striped = stripedRows(report);
  const styles = textStyles();
  const each = <T>(of: (cell: Cell, column: number, row: number) => T): T[][] =>
    rows.map((row, at) => row.map((cell, column) => of(cell, column, at)));
  // Formats first: a cell of plain text keeps text as it is.
  range.setNumberFormats(
    each((cell, column) => (cell.format === 'date' ? day : formatOf(cell, column, report.points))),
  );
  range.setValues(each(contentOf));
  range.setTextStyles(each(({ style }) => styles[style]));
  range.setBackgrounds(
    each(({ style }, _, row) => (looks[style].background ?? (striped[row] ? stripe : null)) as string),
  );
  range.setHorizontalAlignments(each(alignment));
  range.setVerticalAlignment('middle');
  const wrapped: readonly Style[] = ['label', 'heading'];
  range.setWraps(
    each(({ style, format, mark }) => format === 'text' && (wrapped.includes(style) || mark === 'status')),
  );
  range.setDataValidations(each(validationOf));
}

/** The looks of text, made once for all cells. */
function textStyles(): Record<Style, GoogleAppsScript.Spreadsheet.TextStyle> {
  const made = Object.entries(looks).map(([style, { size, weight, color }]) => [
    style,
    SpreadsheetApp.newTextStyle()
      .setFontSize(size)
      .setBold(weight === 'bold')
      .setForegroundColor(color)
      .build(),
  ]);
  return Object.fromEntries(made);
}

/** A formula as it is, a value as text or number. */
const contentOf = ({ value, formula }: Cell): Content => formula ?? asContent(value);

function formatOf(cell: Cell, column: number, points: string): string {
  if (cell.format !== 'text' && cell.format !== 'date') return numberFormat(cell.format, cell.mark, points);
  const isOurs = cell.formula !== undefined || cell.style === 'heading';
  return column > 0 && isOurs && alignment(cell, column) === 'left' ? indented : formatFor(contentOf(cell));
}

/** Numbers and the headings above them to the right, words and all labels to the left. */
function alignment({ format, style, align }: Cell, column: number): 'left' | 'center' | 'right' {
  if (align) return align;
  return column > 0 && (format !== 'text' || style === 'heading') ? 'right' : 'left';
}

/** A list to choose from; any other word is refused. Google would read a choice as typed: one that is no text then is left out. */
function validationOf({ choices }: Cell): GoogleAppsScript.Spreadsheet.DataValidation | null {
  if (!choices) return null;
  const texts = choices.filter((choice) => asContent(choice) === choice);
  return SpreadsheetApp.newDataValidation()
    .requireValueInList(texts.slice(0, mostChoices), true)
    .setAllowInvalid(false)
    .build();
}

/** Google's limit of a list. */
const mostChoices = 500;

const marks: readonly Mark[] = ['up_is_good', 'down_is_good', 'status'];

const areasMarked = (report: Report, mark: Mark): string[] => runsOf(report, (cell) => cell.mark === mark);
const markedAreas = (report: Report): string[] => marks.flatMap((mark) => areasMarked(report, mark));

/** What marks say by colour. */
function markRules(
  report: Report,
  find: (area: string) => Range,
): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
  return marks.flatMap((mark) => {
    const ranges = areasMarked(report, mark).map(find);
    if (ranges.length === 0) return [];
    const rule = (color: string) =>
      SpreadsheetApp.newConditionalFormatRule().setRanges(ranges).setFontColor(color).setBold(true);
    if (mark === 'status')
      return [
        rule(verdicts.good).whenTextStartsWith('✓').build(),
        rule(verdicts.near).whenTextStartsWith('≈').build(),
        rule(verdicts.bad).whenTextStartsWith('✗').build(),
      ];
    const [up, down] = mark === 'up_is_good' ? [verdicts.good, verdicts.bad] : [verdicts.bad, verdicts.good];
    return [rule(up).whenNumberGreaterThan(0).build(), rule(down).whenNumberLessThan(0).build()];
  });
}
