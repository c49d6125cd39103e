import { isKnownFormula, withDecimalCommas } from '../formula/known';
import { adjustFormula } from '../formula/references';
import type { Block } from '../workbook/address';
import type { Sheet } from '../workbook/sheet';
import { freeSheetName } from '../workbook/sheet-name';
import type { Axis, Content, Validation } from '../workbook/types';
import type { Workbook } from '../workbook/workbook';
import { localeRules } from './locale';
import type { OpenedCell, OpenedFile, OpenedSheet } from './xlsx-read';
import { blocksOf, openRule, openValidation, type Reading } from './xlsx-read-rule';

/** Lists "a, b and c". */
const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** What goes wrong with formulas and parts of a file, counted while its sheets are added. */
interface Losses {
  /** Formulas that were replaced by what they showed. */
  formulas: number;
  readonly parts: Set<string>;
}

/**
 * Adds the sheets of an opened file to a workbook, behind those that are there; a name that is taken gets a number, in formulas,
 * too. `isFunction` knows the custom functions. Answers sentences on what could not be taken over. Formulas that cannot be computed here stay as the values they showed.
 */
export function addXlsxSheets(
  workbook: Workbook,
  file: OpenedFile,
  isFunction: (name: string) => boolean = () => false,
): string[] {
  const losses: Losses = { formulas: 0, parts: new Set() };
  const pairs = file.sheets.map((opened) => ({ opened, sheet: addEmpty(workbook, opened) }));
  const reword = wording(workbook, pairs, isFunction);
  for (const { opened, sheet } of pairs) {
    const formula = (text: string) => reword(opened.name, text);
    fill(workbook, sheet, opened, formula, losses);
    const sheetId = (name: string) => pairs.find((pair) => pair.opened.name === name)?.sheet.id;
    setRules(sheet, opened, { sheet: sheet.id, formula, sheetId, theme: file.theme }, losses);
    for (const part of opened.lost) losses.parts.add(part);
  }
  const front = pairs[file.active]?.sheet ?? pairs[0]?.sheet;
  for (const { opened, sheet } of pairs) {
    const isLast = !workbook.sheets.some((one) => one !== sheet && !one.hidden);
    if (opened.hidden && !isLast) workbook.hideSheet(sheet, true);
  }
  if (front && !front.hidden) workbook.activeSheet = front;
  return sentences(file.name, losses);
}

function sentences(name: string, { formulas, parts }: Losses): string[] {
  const said: string[] = [];
  if (formulas > 0) {
    const what = formulas === 1 ? '1 formula' : `${formulas} formulas`;
    said.push(`${name}: ${what} that cannot be computed here came as the values they showed.`);
  }
  if (parts.size > 0) said.push(`${name}: ${listed([...parts])} were left out.`);
  return said;
}

function addEmpty(workbook: Workbook, { name, rows, merges, frozen, notes }: OpenedSheet): Sheet {
  let [height, width] = [Math.max(1000, rows.length), Math.max(26, rows[0]?.length ?? 0)];
  for (const { bottom, right } of merges) [height, width] = [Math.max(height, bottom + 1), Math.max(width, right + 1)];
  for (const key of notes.keys()) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    [height, width] = [Math.max(height, row + 1), Math.max(width, column + 1)];
  }
  return workbook.addSheet(freeSheetName(workbook, name), {
    rows: Math.max(height, frozen.rows + 1),
    columns: Math.max(width, frozen.columns + 1),
  });
}

/** Words formulas of the file for the workbook: its names of sheets, its decimal mark. Undefined for what it cannot compute. */
function wording(
  workbook: Workbook,
  pairs: readonly { opened: OpenedSheet; sheet: Sheet }[],
  isFunction: (name: string) => boolean,
) {
  const renamed = pairs.flatMap(({ opened, sheet }) =>
    opened.name === sheet.name ? [] : [{ kind: 'rename' as const, sheet: opened.name, to: sheet.name }],
  );
  const decimalComma = localeRules(workbook.locale).decimal === ',';
  const names = {
    isFunction,
    isSheet: (name: string) => workbook.find(name) !== undefined,
  };
  return (sheet: string, formula: string): string | undefined => {
    const named = renamed.reduce((text, change) => adjustFormula(text, sheet, change), formula);
    const worded = decimalComma ? withDecimalCommas(named) : named;
    return isKnownFormula(worded, decimalComma, names) ? worded : undefined;
  };
}

function fill(
  workbook: Workbook,
  sheet: Sheet,
  opened: OpenedSheet,
  reword: (formula: string) => string | undefined,
  losses: Losses,
): void {
  const spilled = new Set<string>();
  const contents = opened.rows.map((cells, row) =>
    cells.map((cell, column) => contentOf(cell, `${row},${column}`, opened, reword, { losses, spilled })),
  );
  for (const key of spilled) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const cells = contents[row];
    if (cells && column < cells.length) cells[column] = undefined;
  }
  workbook.write(sheet, 0, 0, contents);
  setLooks(workbook, sheet, opened);
  setLines(sheet, opened, 'rows');
  setLines(sheet, opened, 'columns');
  sheet.merges = opened.merges.filter(({ bottom, right }) => bottom < sheet.size.rows && right < sheet.size.columns);
  sheet.frozen = opened.frozen;
  sheet.gridLines = opened.gridLines;
  sheet.tabColor = opened.tabColor;
  sheet.groupButtonBefore = { ...opened.groupButtonBefore };
}

/** An array formula fills its block by itself: what the file keeps in the other cells of it would be in its way. */
function contentOf(
  cell: OpenedCell,
  key: string,
  opened: OpenedSheet,
  reword: (formula: string) => string | undefined,
  { losses, spilled }: { losses: Losses; spilled: Set<string> },
): Content | undefined {
  if (!('formula' in cell)) return cell.value === null ? undefined : { value: cell.value };
  const { shown = null, array } = opened.saved.get(key) ?? {};
  const worded = reword(cell.formula);
  if (worded === undefined) {
    losses.formulas++;
    return { value: shown };
  }
  if (!array) return { formula: worded };
  for (let row = array.top; row <= Math.min(array.bottom, opened.rows.length - 1); row++) {
    for (let column = array.left; column <= Math.min(array.right, (opened.rows[0]?.length ?? 0) - 1); column++) {
      if (`${row},${column}` !== key) spilled.add(`${row},${column}`);
    }
  }
  const isWrapped = /^=\s*ARRAYFORMULA\s*\(/i.test(worded);
  return { formula: isWrapped ? worded : `=ARRAYFORMULA(${worded.slice(1)})` };
}

function setLooks(workbook: Workbook, sheet: Sheet, { rows, styles, formats, notes }: OpenedSheet): void {
  const each = <T>(kept: ReadonlyMap<string, T>, set: (row: number, column: number, value: T) => void) => {
    for (const [key, value] of kept) {
      const [row = 0, column = 0] = key.split(',').map(Number);
      if (row < sheet.size.rows && column < sheet.size.columns) set(row, column, value);
    }
  };
  let [bottom, right] = [rows.length - 1, (rows[0]?.length ?? 0) - 1];
  each(formats, (row, column) => {
    [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
  });
  if (bottom >= 0 && right >= 0) {
    const formatAt = (row: number, column: number) =>
      rows[row]?.[column]?.numberFormat ?? (formats.size > 0 ? formats.get(`${row},${column}`) : undefined);
    workbook.setNumberFormats(sheet, { top: 0, left: 0, bottom, right }, formatAt);
  }
  each(styles, (row, column, style) => sheet.styles.set(row, column, style));
  each(notes, (row, column, note) => sheet.notes.set(row, column, note));
}

/** Rules that have no like here, or name what is not there, are left out. */
function setRules(sheet: Sheet, { validations, rules }: OpenedSheet, reading: Reading, losses: Losses): void {
  for (const rule of validations) {
    const validation = openValidation(rule, reading);
    if (!validation) losses.parts.add('some rules of what may be entered');
    else for (const block of blocksOf(rule.range)) validate(sheet, block, validation);
  }
  for (const rule of rules) {
    const opened = openRule(rule, reading);
    if (opened) sheet.conditionalRules.push(opened);
    else losses.parts.add('some conditional formats');
  }
}

function validate(sheet: Sheet, { top, left, bottom, right }: Block, validation: Validation): void {
  for (let row = top; row <= Math.min(bottom, sheet.size.rows - 1); row++) {
    for (let column = left; column <= Math.min(right, sheet.size.columns - 1); column++) {
      sheet.validations.set(row, column, validation);
    }
  }
}

function setLines(sheet: Sheet, { lines }: OpenedSheet, axis: Axis): void {
  const track = sheet.tracks[axis];
  const inside = [...lines[axis]].filter(([index]) => index < sheet.size[axis]);
  for (const [index, { size, hidden, depth }] of inside) {
    if (size !== undefined && size !== track.size(index)) track.resize(index, size);
    if (depth > 0) track.shiftDepth(index, depth);
    else if (hidden) track.hide(index, true);
  }
  // The lines of a collapsed group are hidden in the file, each by itself.
  for (const group of track.groups()) {
    const members = inside.filter(([index]) => index >= group.first && index <= group.last);
    if (members.length > 0 && members.every(([, { hidden }]) => hidden)) track.collapse(group, true);
    else for (const [index, { hidden }] of members) if (hidden) track.hide(index, true);
  }
}
