import type { FunctionHelp } from '../protocol';

/** The functions whose name begins with what was typed, then those that have it at the beginning of a later word. */
export function completions(functions: readonly FunctionHelp[], typed: string): FunctionHelp[] {
  const word = typed.toUpperCase();
  const sorted = [...functions].sort((one, other) => (one.name < other.name ? -1 : 1));
  const begins = sorted.filter(({ name }) => name.startsWith(word));
  return [...begins, ...sorted.filter((one) => !begins.includes(one) && one.name.includes(`_${word}`))];
}

/** A call as help shows it, in parts: name with bracket, parameters with what separates them, bracket. */
export function signature(
  { name, parameters }: FunctionHelp,
  separator: ',' | ';',
): { readonly text: string; readonly parameter?: number }[] {
  const parts = parameters.flatMap((parameter, index) => [
    ...(index > 0 ? [{ text: `${separator} ` }] : []),
    { text: parameter.optional ? `[${parameter.name}]` : parameter.name, parameter: index },
  ]);
  return [{ text: `${name}(` }, ...parts, { text: ')' }];
}
