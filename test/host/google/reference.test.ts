import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ENUMS } from '../../../host/google/enumeration';
import { listInterfaces } from '../../../host/google/interface';
import '../../../host/google/globals';

const folder = dirname(require.resolve('@types/google-apps-script/package.json'));
const declarations = readdirSync(folder)
  .filter((name) => name.endsWith('.d.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

const NAMESPACES: Record<string, string> = {
  CacheService: 'Cache',
  Charts: 'Charts',
  HtmlService: 'HTML',
  LockService: 'Lock',
  Logger: 'Base',
  PropertiesService: 'Properties',
  ScriptApp: 'Script',
  Session: 'Base',
  SpreadsheetApp: 'Spreadsheet',
  Ui: 'Base',
  Utilities: 'Utilities',
};

/** Number of parameters of a list that may be of any length. */
const VARIADIC = -1;

/** Text of an interface or enum within a namespace of Google's declarations. */
function declaration(namespace: string, kind: 'interface' | 'enum', name: string): string {
  const start = declarations.indexOf(`namespace ${namespace} {`);
  const end = declarations.indexOf('\n    }\n', start);
  const inside = declarations.slice(start, end);
  const match = new RegExp(`\\n        ${kind} ${name}\\b[^{]*\\{([\\s\\S]*?)\\n        \\}`).exec(inside);
  return match?.[1] ?? '';
}

test.each(listInterfaces().map((face) => [`${face.service}.${face.name}`, face] as const))(
  'every method of %s stands in Google’s reference',
  (_, face) => {
    const text = declaration(NAMESPACES[face.service] ?? '', 'interface', face.name);
    expect(text).not.toBe('');
    const unknown = Object.keys(face.methods).filter((method) => !new RegExp(`\\n\\s+${method}\\(`).test(text));
    expect(unknown).toEqual([]);
    const unknownEnums = Object.keys(face.enums).filter((name) => !new RegExp(`\\n\\s+${name}: typeof`).test(text));
    expect(unknownEnums).toEqual([]);
  },
);

test.each(listInterfaces().map((face) => [`${face.service}.${face.name}`, face] as const))(
  'every parameter list of %s has a length that Google’s reference knows',
  (_, face) => {
    const text = declaration(NAMESPACES[face.service] ?? '', 'interface', face.name);
    for (const [method, lists] of Object.entries(face.methods)) {
      const known = [...text.matchAll(new RegExp(`\\n\\s+${method}\\(([^)]*)\\)`, 'g'))].map(([, list = '']) => {
        const names = list.match(/\w+\??:/g) ?? [];
        return /\.\.\./.test(list) ? VARIADIC : names.length;
      });
      for (const list of lists) {
        const length = list === '' ? 0 : list.split(',').length;
        expect([method, known.includes(length) || known.includes(VARIADIC) || list.includes('obj')]).toEqual([
          method,
          true,
        ]);
      }
    }
  },
);

test.each(Object.entries(ENUMS).map(([name, values]) => [name, values] as const))(
  'the values of %s are those of Google’s reference',
  (name, values) => {
    const text = Object.values(NAMESPACES)
      .map((namespace) => declaration(namespace, 'enum', Object.values(values)[0]?.enumeration ?? name))
      .join('');
    const listed = new Set<string>(text.match(/\b[A-Z_]{2,}\b(?=,)/g));
    expect(Object.keys(values).filter((label) => !listed.has(label))).toEqual([]);
  },
);
