import { readText } from './coerce';
import type { Node } from './parse';
import { type Print, text, Untranslatable } from './xlsx-print';

/** Characters from the beginning and from the end of a text that tell it apart. */
const LENGTH = 20;
const PLACES = Array.from({ length: LENGTH }, (_, index) => index + 1);

/**
 * COUNTUNIQUEIFS as an array formula: how many different values that are not blank stand in the rows that meet all
 * conditions.
 */
export function countDifferentWhere([values, ...conditions]: readonly Node[], print: Print): string {
  const range = print.range(values);
  if (conditions.length % 2 !== 0) throw new Untranslatable();
  const tests = [];
  for (let index = 0; index < conditions.length; index += 2) {
    tests.push(`(${conditionOn(print.range(conditions[index]), conditions[index + 1] as Node, print)})`);
  }
  return countDifferent(range, tests);
}

/** COUNTUNIQUE of `IF(tests; range;)`, the values in the rows that meet the tests, as an array formula. */
export function countDifferentIf(values: readonly Node[], print: Print): string {
  const [only] = values;
  if (values.length !== 1 || only?.type !== 'call' || only.name !== 'IF') throw new Untranslatable();
  const [tests, range, otherwise] = only.arguments;
  if (!tests || otherwise?.type !== 'missing') throw new Untranslatable();
  return countDifferent(print.range(range), [`(${print.node(tests)})`]);
}

/**
 * How many different values that are not blank stand in the rows that meet all tests. Comparing each text with all others
 * takes LibreOffice half a minute for 70,000 rows, so every text becomes a number, its characters' codes weighted by sines (no
 * combination of whole numbers makes two such sums equal), and FREQUENCY counts the different ones in seconds; numbers it takes
 * as they are. Texts of more than 40 characters that differ only in the middle count as one, and so do 1 and "1"; an error
 * among the values makes the result an error.
 */
function countDifferent(range: string, tests: readonly string[]): string {
  const met = `IFERROR(${[`(${range}<>"")`, ...tests].join('*')},0)`;
  // FREQUENCY of nothing is an error in LibreOffice.
  const different = (numbers: string) => `IF(SUM(${met})=0,0,SUM(--(FREQUENCY(IF(${met},${numbers}),${numbers})>0)))`;
  return `IF(COUNT(${range})=COUNTA(${range}),${different(range)},${different(numberOf(range))})`;
}

function numberOf(range: string): string {
  const filler = `REPT(CHAR(1),${LENGTH})`;
  const sum = (characters: string, first: number) =>
    `MMULT(_xlfn.UNICODE(MID(${characters},{${PLACES.join(',')}},1)),SIN({${PLACES.map((place) => place + first).join(';')}}))`;
  return `${sum(`${range}&${filler}`, 0)}+${sum(`RIGHT(${filler}&${range},${LENGTH})`, LENGTH)}`;
}

const OPERATOR = /^(<>|<=|>=|=|<|>)?(.*)$/s;

/** A criterion as a comparison of every cell of a range: 1 or TRUE where it is met. */
function conditionOn(range: string, criterion: Node, print: Print): string {
  if (criterion.type === 'constant' && typeof criterion.value === 'string') {
    const [, operator = '=', operand = ''] = OPERATOR.exec(criterion.value) ?? [];
    return compareWithText(range, operator, operand, print);
  }
  if (criterion.type === 'constant') return `${range}=${print.node(criterion)}`;
  if (criterion.type === 'call' && criterion.name === 'IF') return chooseCondition(range, criterion.arguments, print);
  const [first, ...rest] = joined(criterion);
  if (first?.type !== 'constant' || typeof first.value !== 'string' || rest.length === 0) throw new Untranslatable();
  const [, operator, operand] = OPERATOR.exec(first.value) ?? [];
  if (!operator || operand !== '') throw new Untranslatable();
  const [only] = rest;
  const wanted =
    rest.length === 1 && only ? print.node(unescaped(only)) : rest.map((part) => `(${print.node(part)})`).join('&');
  return compare(range, operator, `(${wanted})`);
}

function compareWithText(range: string, operator: string, operand: string, print: Print): string {
  const read = readText(operand, print.locale);
  if (typeof read === 'number') {
    if (operator === '=') return `((${range}=${read})+(${range}=${text(operand)})>0)`;
    if (operator === '<>') return `(${range}<>${read})*(${range}<>${text(operand)})`;
    return compare(range, operator, String(read));
  }
  if (operator !== '=' && operator !== '<>') throw new Untranslatable();
  if (operator === '=' && operand === '*') return `ISTEXT(${range})`;
  if (read !== undefined || /[*?]/.test(operand.replace(/~./gs, ''))) throw new Untranslatable();
  return `${range}${operator}${text(operand.replace(/~(.)/gs, '$1'))}`;
}

/** Comparisons by size mean numbers only; in a spreadsheet program every text is larger than any number. */
function compare(range: string, operator: string, wanted: string): string {
  const comparison = `${range}${operator}${wanted}`;
  return operator === '=' || operator === '<>' ? comparison : `ISNUMBER(${range})*(${comparison})`;
}

function chooseCondition(range: string, [test, yes, no]: readonly Node[], print: Print): string {
  if (!test || !yes || !no) throw new Untranslatable();
  return `IF(${print.node(test)},${conditionOn(range, yes, print)},${conditionOn(range, no, print)})`;
}

/** The parts of `a&b&c`. */
function joined(node: Node): Node[] {
  if (node.type !== 'binary' || node.operator !== '&') return [node];
  return [...joined(node.left), node.right];
}

/** What somebody wanted to find before putting `~` before the wildcards in it; a comparison knows none. */
function unescaped(node: Node): Node {
  if (node.type !== 'call' || node.name !== 'SUBSTITUTE') return node;
  const [of, old, fresh] = node.arguments;
  const isEscape =
    old?.type === 'constant' &&
    fresh?.type === 'constant' &&
    ['~', '*', '?'].some((mark) => old.value === mark && fresh.value === `~${mark}`);
  return of && isEscape ? unescaped(of) : node;
}
