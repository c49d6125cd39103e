import { type AstExpression, parse as parseTokens, type Token } from '@borgar/fx';
import type { Scalar } from '../workbook/types';
import { type Lexeme, lex } from './lexer';
import { copyReference, parseReference, type ReferenceText } from './references';
import { failure } from './values';

/** An expression of a formula. Array braces are calls: `{a;b}` of STACK_ROWS, each row of STACK_COLUMNS. */
export type Node =
  | { readonly type: 'constant'; readonly value: Scalar }
  | { readonly type: 'reference'; readonly reference: ReferenceText }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'unary'; readonly operator: '+' | '-' | '%'; readonly operand: Node }
  | { readonly type: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly type: 'call'; readonly name: string; readonly arguments: readonly Node[] }
  | { readonly type: 'let'; readonly names: readonly string[]; readonly values: readonly Node[]; readonly body: Node }
  /** Nothing between two separators, as in `IF(A1;;2)`. */
  | { readonly type: 'missing' };

/** Name of the call that lays arrays under one another, and of the one that lays them side by side. */
export const STACK_ROWS = '{;}';
export const STACK_COLUMNS = '{,}';

const MISSING: Node = { type: 'missing' };

/**
 * Reads a formula, with its `=`. `;` separates arguments everywhere; where the decimal mark is a comma, `,` does not, and
 * `0,5` is a number. Inside braces `;` separates rows, `\` columns, and `,` columns where it is no decimal mark.
 * Undefined for what is no formula.
 */
export function parseFormula(formula: string, decimalComma: boolean): Node | undefined {
  const lexemes = lex(formula, decimalComma).filter(({ kind }) => kind !== 'space');
  if (decimalComma && lexemes.some(({ kind, text }) => text === ',' && kind !== 'other')) return undefined;
  if (lexemes.some(({ type, text }) => type === 'string' && !/^"(?:[^"]|"")*"$/.test(text))) return undefined;
  try {
    const tokens = lexemes.flatMap(translate);
    return tokens.some(({ type }) => type === 'unknown')
      ? undefined
      : nodeOf(parseTokens(tokens, { looseRefCalls: true }));
  } catch {
    return undefined;
  }
}

/** Puts a token into the words of the library, whose arrays take nothing but constants. */
function translate({ kind, text, type }: Lexeme): Token[] {
  const operator = (value: string): Token => ({ type: 'operator', value });
  const open = (name: string): Token[] => [{ type: 'func', value: name }, operator('(')];
  if (kind === 'argument' || kind === 'column') return [operator(',')];
  if (kind === 'row') return [operator(')'), operator(','), ...open(STACK_COLUMNS)];
  if (type === 'operator' && text === '{') return [...open(STACK_ROWS), ...open(STACK_COLUMNS)];
  if (type === 'operator' && text === '}') return [operator(')'), operator(')')];
  return [{ type, value: text }];
}

/** A formula as it reads when its cell is copied by so many rows and columns. */
export function copyNode(node: Node, rows: number, columns: number): Node {
  const copy = (one: Node) => copyNode(one, rows, columns);
  switch (node.type) {
    case 'reference': {
      const reference = copyReference(node.reference, rows, columns);
      return reference ? { ...node, reference } : { type: 'constant', value: errorOf('#REF!') };
    }
    case 'unary':
      return { ...node, operand: copy(node.operand) };
    case 'binary':
      return { ...node, left: copy(node.left), right: copy(node.right) };
    case 'call':
      return { ...node, arguments: node.arguments.map(copy) };
    case 'let':
      return { ...node, values: node.values.map(copy), body: copy(node.body) };
    default:
      return node;
  }
}

class Unknown extends Error {}

function nodeOf(expression: AstExpression | null | undefined): Node {
  if (!expression) return MISSING;
  switch (expression.type) {
    case 'Literal':
      return { type: 'constant', value: expression.value };
    case 'ErrorLiteral':
      return { type: 'constant', value: errorOf(expression.value) };
    case 'ReferenceIdentifier':
      return referenceOf(expression.value, expression.kind);
    case 'UnaryExpression':
      return unaryOf(expression.operator, nodeOf(expression.arguments[0]));
    case 'BinaryExpression':
      return binaryOf(expression.operator, nodeOf(expression.arguments[0]), nodeOf(expression.arguments[1]));
    case 'CallExpression':
      return {
        type: 'call',
        name: nameOf(expression.callee).toUpperCase(),
        arguments: expression.arguments.map(nodeOf),
      };
    case 'LetExpression':
      return {
        type: 'let',
        names: expression.declarations.map(({ id }) => id.name.toLowerCase()),
        values: expression.declarations.map(({ init }) => nodeOf(init)),
        body: nodeOf(expression.body),
      };
    default:
      throw new Unknown(expression.type);
  }
}

function errorOf(text: string): Scalar {
  const known = ['#N/A', '#DIV/0!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!'] as const;
  return failure(known.find((error) => error === text) ?? '#REF!', undefined);
}

function referenceOf(text: string, kind: string): Node {
  if (kind === 'name') return { type: 'name', name: text.toLowerCase() };
  const reference = parseReference(text);
  if (!reference) throw new Unknown(text);
  return { type: 'reference', reference };
}

function unaryOf(operator: string, operand: Node): Node {
  if (operator !== '+' && operator !== '-' && operator !== '%') throw new Unknown(operator);
  return { type: 'unary', operator, operand };
}

function binaryOf(operator: string, left: Node, right: Node): Node {
  if (operator === ',' || operator === ' ') throw new Unknown(operator);
  return { type: 'binary', operator, left, right };
}

function nameOf(callee: { type: string; name?: string; value?: unknown }): string {
  const name = callee.name ?? callee.value;
  if (typeof name !== 'string') throw new Unknown(callee.type);
  return name;
}
