import { FUNCTIONS } from './functions/catalog';
import { lex } from './lexer';
import { type Node, parseFormula } from './parse';

/** What a formula may name beside the functions of spreadsheets. */
export interface Names {
  readonly isFunction: (name: string) => boolean;
  readonly isSheet: (name: string) => boolean;
}

/** True if a formula, written with decimal commas or points, can be read and names nothing that is not there. */
export function isKnownFormula(formula: string, decimalComma: boolean, names: Names): boolean {
  const node = parseFormula(formula, decimalComma);
  return node !== undefined && isKnown(node, names, new Set());
}

function isKnown(node: Node, names: Names, defined: ReadonlySet<string>): boolean {
  const all = (nodes: readonly Node[]) => nodes.every((one) => isKnown(one, names, defined));
  switch (node.type) {
    case 'reference':
      return node.reference.sheet === undefined || names.isSheet(node.reference.sheet);
    case 'name':
      return defined.has(node.name);
    case 'unary':
      return isKnown(node.operand, names, defined);
    case 'binary':
      return all([node.left, node.right]);
    case 'let': {
      const inside = new Set([...defined, ...node.names]);
      return [...node.values, node.body].every((one) => isKnown(one, names, inside));
    }
    case 'call':
      return (node.name in FUNCTIONS || names.isFunction(node.name)) && all(node.arguments);
    default:
      return true;
  }
}

/** A formula of a file, which has "," between arguments and decimal points, as it is typed where the decimal mark is a comma. */
export function withDecimalCommas(formula: string): string {
  return lex(formula)
    .map(({ kind, text, type }) => {
      if (kind === 'argument') return ';';
      if (kind === 'column') return '\\';
      return type === 'number' ? text.replace('.', ',') : text;
    })
    .join('');
}
