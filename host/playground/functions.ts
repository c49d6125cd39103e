import type { ScriptFunction } from '../google/load';
import type { FunctionHelp } from './protocol';

type Parameter = FunctionHelp['parameters'][number];

/** Help on a custom function as its JSDoc gives it: first the summary, then "Example: … or …", then the parameters. */
export function functionHelp({ name, documentation }: ScriptFunction): FunctionHelp {
  const lines = documentation.split('\n').map((line) => line.replace(/^\s*\*?\s?/, '').trim());
  const text = lines.filter((line) => line !== '' && !line.startsWith('@'));
  const example = text.find((line) => line.startsWith('Example:'));
  return {
    name,
    summary: text.filter((line) => line !== example).join(' '),
    examples: example?.slice('Example:'.length).trim().split(' or ') ?? [],
    parameters: lines.flatMap((line) => parameterOf(line) ?? []),
  };
}

function parameterOf(line: string): Parameter | undefined {
  const [, type = '', given = '', text = ''] = /^@param\s+\{([^}]*)\}\s+(\S+)\s*(.*)$/.exec(line) ?? [];
  if (given === '') return undefined;
  const optional = /^\[.*\]$/.test(given) || /^Optional\b/.test(text);
  return { name: given.replace(/^\[|\]$/g, ''), type, text: text.replace(/^Optional\.\s*/, ''), optional };
}
