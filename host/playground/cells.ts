import { createValidity, type Validity } from '../google/validity';
import type { Block } from '../workbook/address';
import type { Painter } from '../workbook/conditional';
import { Formula, type Sheet } from '../workbook/sheet';
import type { CellStyle, ConditionalStyle, Scalar } from '../workbook/types';
import type { Workbook } from '../workbook/workbook';
import { editText } from './edit-text';
import type { CellDetails, CellPlace, Cells, Kind, ShownCell, ShownStyle } from './protocol';
import { choicesOf } from './validation';

/** What a block of a sheet shows, as far as it lies on the sheet; `paint` gives the conditional formats. */
export function showCells(workbook: Workbook, sheet: Sheet, block: Block, paint: Painter): Omit<Cells, 'revision'> {
  const styles = new StyleList();
  const isValid = createValidity(workbook);
  const cells: ShownCell[] = [];
  const bottom = Math.min(block.bottom, sheet.size.rows - 1);
  const right = Math.min(block.right, sheet.size.columns - 1);
  for (let { top: row } = block; row <= bottom; row++) {
    for (let { left: column } = block; column <= right; column++) {
      const style = styles.place(sheet.styles.get(row, column), paint(row, column));
      const cell = showCell(workbook, sheet, { row, column, style }, isValid);
      if (Object.keys(cell).length > 2) cells.push(cell);
    }
  }
  return { cells, styles: styles.list };
}

function showCell(
  workbook: Workbook,
  sheet: Sheet,
  { row, column, style }: { readonly row: number; readonly column: number; readonly style: number | undefined },
  isValid: Validity,
): ShownCell {
  const value = workbook.valueAt(sheet, row, column);
  const kind = kindOf(value);
  const note = sheet.notes.get(row, column);
  const rule = sheet.validations.get(row, column);
  return {
    row,
    column,
    ...(kind && { text: workbook.displayAt(sheet, row, column), kind }),
    ...(style !== undefined && { style }),
    ...(sheet.contents.get(row, column) instanceof Formula && { formula: true }),
    ...messageOf(value),
    ...(note !== undefined && { note }),
    ...(rule && {
      input: rule.criteria === 'CHECKBOX' ? 'checkbox' : rule.criteria.startsWith('VALUE_IN') ? 'list' : 'rule',
    }),
    ...(rule && value !== null && !isValid(rule, value) && { invalid: true }),
  };
}

function messageOf(value: Scalar): { message?: string } {
  return typeof value === 'object' && value?.message !== undefined ? { message: value.message } : {};
}

function kindOf(value: Scalar): Kind | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'object') return 'error';
  return typeof value === 'string' ? 'text' : (typeof value as 'number' | 'boolean');
}

/** What the formula bar shows of a cell. */
export function cellDetails(workbook: Workbook, { sheet: id, row, column }: CellPlace): Omit<CellDetails, 'revision'> {
  const sheet = workbook.sheet(id);
  const value = workbook.valueAt(sheet, row, column);
  const numberFormat = workbook.numberFormat(id, row, column);
  const content = workbook.content(id, row, column);
  const rule = sheet.validations.get(row, column);
  return {
    edit: editText(content, numberFormat, workbook.locale),
    formula: content !== undefined && 'formula' in content,
    text: workbook.displayAt(sheet, row, column),
    kind: kindOf(value) ?? null,
    message: messageOf(value).message ?? null,
    note: sheet.notes.get(row, column) ?? null,
    numberFormat,
    spilledFrom: content ? null : (workbook.spillAnchor(sheet, row, column) ?? null),
    choices: (rule && choicesOf(workbook, rule)) ?? null,
    rule: rule ? { help: rule.help ?? null, strict: !rule.allowInvalid } : null,
  };
}

/** Looks of cells, each kept once. */
class StyleList {
  readonly list: ShownStyle[] = [];
  readonly #byText = new Map<string, number>();
  /** Most cells share the objects of their looks: those are looked up without being compared. */
  readonly #byLook = new Map<CellStyle | undefined, Map<ConditionalStyle | undefined, number>>();

  /** Position of a look with its conditional format worked in; undefined for a plain one. */
  place(style: CellStyle | undefined, painted: ConditionalStyle | undefined): number | undefined {
    if (!style && !painted) return undefined;
    const known = this.#byLook.get(style)?.get(painted);
    if (known !== undefined) return known;
    const look = shownStyle(style, painted);
    const text = JSON.stringify(look);
    if (text === '{}') return undefined;
    const place = this.#byText.get(text) ?? this.list.push(look) - 1;
    this.#byText.set(text, place);
    this.#byLook.set(style, (this.#byLook.get(style) ?? new Map()).set(painted, place));
    return place;
  }
}

function shownStyle({ line, ...style }: CellStyle = {}, painted: ConditionalStyle = {}): ShownStyle {
  const lines = {
    underline: painted.underline ?? line === 'underline',
    strikethrough: painted.strikethrough ?? line === 'line-through',
  };
  return {
    ...style,
    ...painted,
    ...(lines.underline ? { underline: true } : {}),
    ...(lines.strikethrough ? { strikethrough: true } : {}),
  };
}
