import { hasDecimalComma } from './coerce';
import { type Node, parseFormula, STACK_COLUMNS, STACK_ROWS } from './parse';
import { printReference, type ReferenceText } from './references';
import { isError } from './values';
import { countDifferentIf, countDifferentWhere } from './xlsx-distinct';
import { type Print, text, Untranslatable } from './xlsx-print';

/** A formula as it stands in an .xlsx file, without "="; `array` if it has to be entered as an array formula. */
export interface XlsxFormula {
  readonly formula: string;
  readonly array: boolean;
}

/** What helps to word a formula: both are optional. */
export interface XlsxOptions {
  /** Rows and columns of a sheet, of the formula's own if no name is given; array formulas stop there. */
  readonly sizeOf?: (sheet: string | undefined) => { rows: number; columns: number } | undefined;
  /** Locale that the formula was typed in; en_US by default. */
  readonly locale?: string;
}

/** Last row and column of a sheet in Excel. */
const LAST = { row: 1_048_575, column: 16_383 };

/** Functions that Excel and LibreOffice 7.4 know by the same name, and compute alike. */
const SAME = new Set(
  `IF IFERROR CHOOSE AND OR NOT TRUE FALSE NA ISBLANK ISNUMBER ISTEXT ISLOGICAL ISERROR ISERR ISNA N T TYPE
  ROUND ROUNDUP ROUNDDOWN TRUNC INT ABS SIGN SQRT EXP LN LOG10 LOG POWER CEILING FLOOR MOD QUOTIENT SUM SUMSQ PRODUCT
  AVERAGE MIN MAX MEDIAN MODE STDEV COUNT COUNTA COUNTBLANK PERCENTILE QUARTILE LARGE SMALL RANK FREQUENCY
  COUNTIF COUNTIFS SUMIF SUMIFS AVERAGEIF AVERAGEIFS SUMPRODUCT MMULT TRANSPOSE
  DATE TIME TODAY NOW YEAR MONTH DAY HOUR MINUTE SECOND EDATE EOMONTH DATEDIF WEEKDAY WEEKNUM NETWORKDAYS DATEVALUE
  LEN LOWER UPPER PROPER TRIM CLEAN EXACT LEFT RIGHT MID REPT SUBSTITUTE REPLACE FIND SEARCH CHAR CODE CONCATENATE
  TEXT VALUE HYPERLINK MATCH VLOOKUP HLOOKUP LOOKUP INDEX OFFSET ROW COLUMN ROWS COLUMNS ADDRESS`.split(/\s+/),
);

/** Functions that came after the file format: their names are marked in a file. */
const LATER = new Set('IFS SWITCH IFNA XOR MAXIFS MINIFS DAYS TEXTJOIN CONCAT UNICHAR UNICODE'.split(' '));

/** What Sheets takes for granted and Excel wants to be told: the last argument, and how many there are before it. */
const COMPLETED: Readonly<Record<string, readonly [number, string]>> = {
  ROUND: [1, '0'],
  ROUNDUP: [1, '0'],
  ROUNDDOWN: [1, '0'],
  CEILING: [1, '1'],
  FLOOR: [1, '1'],
  IFERROR: [1, '""'],
  IFNA: [1, '""'],
};

/** Places of the arguments that may become the result. */
const RESULTS: Readonly<Record<string, (place: number, count: number) => boolean>> = {
  IF: (place) => place > 0,
  IFS: (place) => place % 2 === 1,
  IFERROR: () => true,
  IFNA: () => true,
  CHOOSE: (place) => place > 0,
  SWITCH: (place, count) => place > 0 && (place % 2 === 0 || place === count - 1),
};

const RANKS: Readonly<Record<string, number>> = { '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5, ':': 8 };

/**
 * A formula of Google Sheets in the dialect of .xlsx files, for Excel and LibreOffice 7.4. ARRAYFORMULA, wherever it stands,
 * makes the whole cell an array formula; COUNTUNIQUEIFS, and COUNTUNIQUE over an IF, become one that does the same. Open
 * references get an end: the last row of Excel, or of the sheet in array formulas if its size is known, or some way below that
 * where a criterion stands in a cell. A branch that is left empty becomes "", since Excel would show 0. Undefined for what
 * neither program can compute: the value has to go into the file instead.
 */
export function toXlsxFormula(
  formula: string,
  { sizeOf, locale = 'en_US' }: XlsxOptions = {},
): XlsxFormula | undefined {
  const node = parseFormula(formula, hasDecimalComma(locale));
  if (!node) return undefined;
  const array = isArray(node);
  const bounded = array || some(node, isBounded);
  const uncertain = !bounded && some(node, mayMeetBlanks);
  const end = (sheet: string | undefined) => {
    const size = bounded || uncertain ? sizeOf?.(sheet) : undefined;
    return size && uncertain ? { ...size, rows: Math.min(size.rows + ROOM, LAST.row + 1) } : size;
  };
  const print: Print = { node: (one) => printNode(one, false), range: printRange, locale };

  function printNode(one: Node, isResult: boolean): string {
    switch (one.type) {
      case 'constant':
        return constant(one.value);
      case 'missing':
        return isResult ? '""' : '';
      case 'reference':
        return printReference(closed(one.reference, end(one.reference.sheet)));
      case 'unary':
        return one.operator === '%' ? `${operand(one.operand, 7)}%` : one.operator + operand(one.operand, 6);
      case 'binary':
        return operand(one.left, rank(one)) + one.operator + operand(one.right, rank(one) + 0.5);
      case 'call':
        return printCall(one, isResult);
      default:
        throw new Untranslatable();
    }
  }

  function operand(one: Node, least: number): string {
    const printed = printNode(one, false);
    return rank(one) < least ? `(${printed})` : printed;
  }

  function printCall(call: Node & { type: 'call' }, isResult: boolean): string {
    const { name, arguments: args } = call;
    if (name === 'ARRAYFORMULA' && args[0]) return printNode(args[0], isResult);
    if (name === 'COUNTUNIQUEIFS') return countDifferentWhere(args, print);
    if (name === 'COUNTUNIQUE') return countDifferentIf(args, print);
    if (name === STACK_ROWS) return `{${args.map((row) => arrayRow(row)).join(';')}}`;
    if (!SAME.has(name) && !LATER.has(name)) throw new Untranslatable();
    const spelt =
      name === 'CONCATENATE' && args.some((arg) => arg.type === 'reference' && arg.reference.to) ? 'CONCAT' : name;
    const printed = args.map((arg, place) =>
      printNode(arg, isResult && (RESULTS[name]?.(place, args.length) ?? false)),
    );
    const [count, last] = COMPLETED[name] ?? [];
    if (last !== undefined && count === args.length) printed.push(last);
    return `${LATER.has(spelt) ? '_xlfn.' : ''}${spelt}(${printed.join(',')})`;
  }

  /** One column of cells that has an end; hashing a million rows would take minutes. */
  function printRange(one: Node | undefined): string {
    if (one?.type !== 'reference') throw new Untranslatable();
    const { sheet, from, to } = closed(one.reference, sizeOf?.(one.reference.sheet));
    const rows = to && [from.row, to.row];
    if (!rows || from.column !== to.column || rows.includes(undefined) || rows.includes(LAST.row))
      throw new Untranslatable();
    return printReference({ sheet, from, to });
  }

  try {
    return { formula: printNode(node, true), array };
  } catch (thrown) {
    if (thrown instanceof Untranslatable) return undefined;
    throw thrown;
  }
}

const ARRAYS = ['ARRAYFORMULA', 'COUNTUNIQUEIFS', 'FREQUENCY', 'MMULT', 'TRANSPOSE'];

function isArray(node: Node): boolean {
  return some(node, (one) => {
    if (one.type !== 'call') return false;
    const [first] = one.arguments;
    const computed = first?.type === 'binary' || first?.type === 'unary';
    return ARRAYS.includes(one.name) || (['INDEX', 'LOOKUP'].includes(one.name) && computed);
  });
}

/** True for calls that must not go on past the sheet's last row: it would take long, or blank rows would count. */
function isBounded(node: Node): boolean {
  if (node.type !== 'call') return false;
  if (['SUMPRODUCT', 'COUNTBLANK', 'ROWS', 'COLUMNS'].includes(node.name)) return true;
  const meetsBlanks = (one: Node) => one.type === 'constant' && /^(?:=?|<>.+)$/s.test(String(one.value));
  return ['COUNTIF', 'COUNTIFS'].includes(node.name) && node.arguments.some(meetsBlanks);
}

/** Rows that may be added below a sheet before formulas with such criteria leave them out. */
const ROOM = 5_000;

/** True for calls with a criterion in a cell: if it fits blank cells, a million rows of them would take minutes. */
function mayMeetBlanks(node: Node): boolean {
  const isCell = (one: Node) => one.type === 'reference' && !one.reference.to;
  return node.type === 'call' && /^(COUNT|SUM|AVERAGE)IFS?$/.test(node.name) && node.arguments.some(isCell);
}

function some(node: Node, test: (node: Node) => boolean): boolean {
  if (test(node)) return true;
  if (node.type === 'unary') return some(node.operand, test);
  if (node.type === 'binary') return some(node.left, test) || some(node.right, test);
  return node.type === 'call' && node.arguments.some((argument) => some(argument, test));
}

/** How tightly an expression holds together: comparisons least, single values most. */
function rank(node: Node): number {
  if (node.type === 'call' && node.name === 'ARRAYFORMULA' && node.arguments[0]) return rank(node.arguments[0]);
  if (node.type === 'unary') return node.operator === '%' ? 7 : 6;
  return node.type === 'binary' ? (RANKS[node.operator] ?? 1) : 9;
}

function constant(value: (Node & { type: 'constant' })['value']): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return isError(value) ? value.error : String(value ?? '').toUpperCase();
}

/** Excel allows nothing but constants in braces. */
function arrayRow(row: Node): string {
  if (row.type !== 'call' || row.name !== STACK_COLUMNS) throw new Untranslatable();
  return row.arguments
    .map((one) => {
      if (one.type === 'constant') return constant(one.value);
      if (one.type === 'unary' && one.operator === '-' && one.operand.type === 'constant')
        return `-${constant(one.operand.value)}`;
      throw new Untranslatable();
    })
    .join(',');
}

/** `A2:A` with an end that stays where it is when the formula is copied; `A:A` and `2:2` may stay open unless there is a size. */
function closed(reference: ReferenceText, size: { rows: number; columns: number } | undefined): ReferenceText {
  const { sheet, from, to } = reference;
  if (!to) return reference;
  const openRows = from.row === undefined || to.row === undefined;
  const openColumns = from.column === undefined || to.column === undefined;
  const whole = (openRows && from.row === to.row) || (openColumns && from.column === to.column);
  if ((!openRows && !openColumns) || (whole && !size)) return reference;
  const first = { ...from };
  const last = { ...to };
  if (openRows) {
    const row = from.row ?? to.row;
    Object.assign(
      first,
      row === undefined ? { row: 0, rowFixed: true } : { row, rowFixed: from.rowFixed || to.rowFixed },
    );
    Object.assign(last, { row: Math.max(row ?? 0, size ? size.rows - 1 : LAST.row), rowFixed: true });
  }
  if (openColumns) {
    const column = from.column ?? to.column;
    Object.assign(first, column === undefined ? { column: 0, columnFixed: true } : { column });
    Object.assign(last, { column: Math.max(column ?? 0, size ? size.columns - 1 : LAST.column), columnFixed: true });
  }
  return { sheet, from: first, to: last };
}
