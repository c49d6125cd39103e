import { type Token, tokenize } from '@borgar/fx';

/** A token of a formula; all tokens' texts in a row are the formula. */
export interface Lexeme {
  readonly kind: Kind;
  readonly text: string;
  /** What the parser library calls it. */
  readonly type: string;
}

/** `column` and `row` are the separators inside braces, `argument` the one between arguments. */
type Kind = 'reference' | 'argument' | 'column' | 'row' | 'space' | 'other';

const RANGES = ['range', 'range_beam', 'range_ternary'];
const SPACES = ['whitespace', 'newline'];

/** Stands for a quoted sheet name while the library reads the formula; no keyboard has it. */
const MARK = '\uE000';
const MARKED = new RegExp(`${MARK}(\\d+)_`, 'g');

/**
 * Splits a formula, with its `=`, into tokens. The library reads Excel's grammar, so what Sheets has besides is put into
 * words that it knows: any characters in quoted sheet names, `\` between columns, and, if asked for, decimal commas.
 */
export function lex(formula: string, decimalComma = false): Lexeme[] {
  const names: string[] = [];
  const commas: string[] = [];
  const readable = formula.replace(
    /"(?:[^"]|"")*"|('(?:[^']|'')+')(?=!)|(?<![\w$.])(\d+),(\d+)|[,\\]/g,
    (text, name?: string, whole?: string, fraction?: string) => {
      if (name !== undefined) return `${MARK}${names.push(name) - 1}_`;
      if (whole !== undefined) {
        if (decimalComma) return `${whole}.${fraction}`;
        commas.push(',');
      }
      if (text.length > 1) return text;
      commas.push(text);
      return ',';
    },
  );
  const named = (text: string) => text.replace(MARKED, (_, index) => names[Number(index)] ?? '');
  return classify(
    tokenize(readable, { allowTernary: true, withLocation: false, negativeNumbers: false }),
    commas,
    named,
  );
}

function classify(tokens: readonly Token[], commas: readonly string[], named: (text: string) => string): Lexeme[] {
  const brackets: string[] = [];
  let comma = 0;
  return joinLostReferences(tokens).map(({ type, value }) => {
    const text = value === ',' && type === 'operator' ? (commas[comma++] ?? ',') : value;
    if (type !== 'operator') {
      if (RANGES.includes(type)) return { kind: 'reference', text: named(text), type };
      return { kind: SPACES.includes(type) ? 'space' : 'other', text: type === 'string' ? text : named(text), type };
    }
    if (text === '(' || text === '{') brackets.push(text);
    if (text === ')' || text === '}') brackets.pop();
    const inBraces = brackets.at(-1) === '{';
    if (text === ';') return { kind: inBraces ? 'row' : 'argument', text, type };
    if (text === ',' || text === '\\') return { kind: inBraces ? 'column' : 'argument', text, type };
    return { kind: 'other', text, type };
  });
}

/** `Deals!#REF!` comes as three tokens, and is one error. */
function joinLostReferences(tokens: readonly Token[]): { type: string; value: string }[] {
  const joined: { type: string; value: string }[] = [];
  for (const { type, value } of tokens) {
    const mark = joined.at(-1);
    const sheet = joined.at(-2);
    if (type === 'error' && mark?.value === '!' && sheet?.type.startsWith('context')) {
      joined.splice(-2, 2, { type, value: `${sheet.value}!${value}` });
    } else joined.push({ type, value });
  }
  return joined;
}
