import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Snippets are linted by the project's own rules, all in one run, in a folder laid out like the project. */
const root = resolve(__dirname, '..');
const imported = (from: string) => `import { thing } from '${from}';\nexport const value = thing;\n`;
const named = (name: string) => `export const value = ${name}.thing();\n`;

const importRule = 'lint/style/noRestrictedImports';
const globalRule = 'lint/style/noRestrictedGlobals';

/** Folder, and what a file in it must not import. */
const forbidden: [string, string[]][] = [
  [
    'src/kpi',
    ['zod/mini', 'date-fns', 'node:fs', '..', '../data/cell', './../data/cell', '../report/build', '../text/en'],
  ],
  ['src/kpi', ['../sheets/read', '../main', '../../host/host', '../../sidebar/view']],
  [
    'src/kpi/definitions',
    ['zod/mini', '../..', '../../data/cell', '../../report/build', '../../text/en', '../../main'],
  ],
  ['src/kpi/definitions', ['../../sheets/read', '../../../host/host', '../../../sidebar/view', './../../data/cell']],
  ['src/data', ['zod', 'preact', 'node:fs', '../kpi/catalog', './../kpi/catalog', '../report/build', '../text/en']],
  ['src/data', ['../sheets/read', '../main', '../../host/host', '../../sidebar/view']],
  ['src/text', ['zod/mini', '../kpi/catalog', '../data/cell', '../report/build', '../sheets/read', '../main']],
  ['src/text', ['../../host/host', '../../sidebar/view']],
  [
    'src/report',
    ['zod/mini', 'date-fns', 'node:fs', '../sheets/read', './../sheets/read', '../main', '../kpi/../sheets/read'],
  ],
  ['src/report', ['../../host/host', '../../sidebar/view']],
  [
    'src/sheets',
    ['zod/mini', 'node:fs', '../kpi/catalog', '../main', '../data/../main', '../../host/host', '../../sidebar/view'],
  ],
  ['src/actions', ['zod/mini', 'preact', 'node:fs', '../main', './../main', '../../host/host', '../../sidebar/view']],
  ['src', ['preact', 'node:fs', '../host/host', '../sidebar/view', './../host/host']],
  ['sidebar', ['../src/kpi/catalog', '../src/report/build', '../src/text/en', '../src/sheets/read', '../host/host']],
  ['sidebar', ['../src/data/../main', '../test/support/x', './../host/host']],
  [
    'host',
    ['../src/main', '../src/data/cell', './../src/main', '../sidebar/view', '../test/support/x', '../bench/speed'],
  ],
  ['host/files', ['../../src/main', '../../src/data/cell', '../../sidebar/view', '../../test/support/x', '../../src']],
  ['host/a/b', ['../../../src/main', '../../../sidebar/view']],
];

/** Folder, and what a file in it may import. */
const allowed: [string, string[]][] = [
  ['src/kpi', ['./measure', './definitions/cac']],
  ['src/kpi/definitions', ['./cpl', '../measure']],
  ['src/data', ['./cell', 'zod/mini', 'date-fns']],
  ['src/text', ['./en']],
  ['src/report', ['./model', '../kpi/catalog', '../kpi/definitions/cac', '../data/cell', '../text/en']],
  ['src/sheets', ['./read', '../report/build', '../data/cell', '../text/en']],
  ['src/actions', ['./explain', '../kpi/catalog', '../data/cell', '../report/build', '../text/en', '../sheets/read']],
  ['src', ['./actions/check', './kpi/catalog', './data/cell', './report/build', './text/en', './sheets/read']],
  ['sidebar', ['./state', 'preact', '../src/data/cell']],
  ['host', ['./workbook/types', 'hucre', 'node:fs', 'gas-local']],
  ['host/files', ['../workbook/types', './csv', 'papaparse']],
  ['test', ['../src/main', '../host/host', '../sidebar/view', 'zod']],
  ['bench', ['../src/main', '../host/host', '../sidebar/view', 'zod']],
];

const services = [
  'SpreadsheetApp',
  'HtmlService',
  'PropertiesService',
  'ScriptApp',
  'Utilities',
  'Session',
  'LockService',
];
const moreServices = [
  'CacheService',
  'UrlFetchApp',
  'DriveApp',
  'Logger',
  'Charts',
  'MailApp',
  'ContentService',
  'Browser',
];
const pairs = (rows: [string, string[]][]) =>
  rows.flatMap(([folder, names]) => names.map((name) => [folder, name] as const));

interface Snippet {
  readonly path: string;
  readonly text: string;
}
const numbered = (folder: string, text: string, number: number, extension = 'ts'): Snippet => ({
  path: `${folder}/snippet-${number}.${extension}`,
  text,
});

const forbiddenImports = pairs(forbidden).map(([folder, from], i) => ({
  folder,
  from,
  ...numbered(folder, imported(from), 1000 + i),
}));
const allowedImports = pairs(allowed).map(([folder, from], i) => ({
  folder,
  from,
  ...numbered(folder, imported(from), 2000 + i),
}));
const noServices = [
  'src/kpi',
  'src/kpi/definitions',
  'src/data',
  'src/text',
  'src/report',
  'src',
  'sidebar',
  'host',
  'host/files',
];
const forbiddenServices = noServices
  .flatMap((folder) => [...services, ...moreServices].map((service) => [folder, service] as const))
  .map(([folder, service], i) => ({ folder, service, ...numbered(folder, named(service), 3000 + i) }));
const allowedServices = ['src/sheets', 'host/google', 'host/parity', 'test', 'bench']
  .flatMap((folder) => services.map((service) => [folder, service] as const))
  .map(([folder, service], i) => ({ folder, service, ...numbered(folder, named(service), 4000 + i) }));

const offences: readonly (Snippet & { title: string; rule: string })[] = [
  {
    title: 'a type-only import against the direction',
    path: 'src/kpi/offence-1.ts',
    text: `import type { Cell } from '../data/cell';\nexport type Value = Cell;\n`,
    rule: importRule,
  },
  {
    title: 'a re-export against the direction',
    path: 'src/data/offence-2.ts',
    text: `export { thing } from '../report/build';\n`,
    rule: importRule,
  },
  {
    title: 'a dynamic import against the direction',
    path: 'host/offence-3.ts',
    text: `export const thing = import('../src/main');\n`,
    rule: importRule,
  },
  {
    title: 'date-fns parsers and formatters, which weigh more than the product',
    path: 'src/data/offence-4.ts',
    text: `import { format } from 'date-fns';\nexport const value = format;\n`,
    rule: importRule,
  },
  {
    title: 'a service named as a type',
    path: 'src/report/offence-5.ts',
    text: `export type App = typeof SpreadsheetApp;\n`,
    rule: globalRule,
  },
  {
    title: 'a global of browsers and Node that Apps Script lacks',
    path: 'src/sheets/offence-10.ts',
    text: `export const wait = (work: () => void) => setTimeout(work, 10);\n`,
    rule: globalRule,
  },
  {
    title: 'instanceof Date, which is false across contexts',
    path: 'src/data/offence-6.ts',
    text: `export const isDate = (value: unknown) => value instanceof Date;\n`,
    rule: 'plugin',
  },
  {
    title: 'a value of the front door in the sidebar',
    path: 'sidebar/offence-7.tsx',
    text: imported('../src/main'),
    rule: 'plugin',
  },
  {
    title: 'two files that import each other',
    path: 'src/report/offence-8.ts',
    text: `import { other } from './offence-9';\nexport const one = () => other;\n`,
    rule: 'lint/suspicious/noImportCycles',
  },
  {
    title: 'the other half of a cycle',
    path: 'src/report/offence-9.ts',
    text: `import { one } from './offence-8';\nexport const other = () => one;\n`,
    rule: 'lint/suspicious/noImportCycles',
  },
];
const typesOfMain: Snippet = {
  path: 'sidebar/types.ts',
  text: `import type { Api } from '../src/main';\nexport type Server = Api;\n`,
};

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string | { readonly file: string } };
}

/** Lints the snippets with the project's biome.json; answers the categories of the findings by path. */
function lint(snippets: readonly Snippet[]): Map<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'leakproof-lint-'));
  try {
    for (const rules of ['biome.json', 'lint', '.gitignore']) {
      cpSync(join(root, rules), join(folder, rules), { recursive: true });
    }
    for (const { path, text } of snippets) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const run = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    const findings = new Map<string, string[]>();
    for (const { category, location } of (JSON.parse(run.stdout) as { diagnostics: Diagnostic[] }).diagnostics) {
      const path = typeof location.path === 'string' ? location.path : location.path.file;
      findings.set(path, [...(findings.get(path) ?? []), category]);
    }
    return findings;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the linter', () => {
  let findings: Map<string, string[]>;
  beforeAll(() => {
    findings = lint([
      ...forbiddenImports,
      ...allowedImports,
      ...forbiddenServices,
      ...allowedServices,
      ...offences,
      typesOfMain,
    ]);
  });
  const found = ({ path }: Snippet) => findings.get(path) ?? [];

  test.each(forbiddenImports)('refuses $from in $folder', (snippet) => {
    expect(found(snippet)).toEqual(expect.arrayContaining([importRule]));
  });

  test.each(allowedImports)('lets $folder import $from', (snippet) => {
    expect(found(snippet)).toEqual([]);
  });

  test.each(forbiddenServices)('refuses $service in $folder', (snippet) => {
    expect(found(snippet)).toEqual([globalRule]);
  });

  test.each(allowedServices)('lets $folder name $service', (snippet) => {
    expect(found(snippet)).toEqual([]);
  });

  test.each(offences)('refuses $title', (snippet) => {
    expect(found(snippet)).toContain(snippet.rule);
  });

  test('lets the sidebar import the types of the front door', () => {
    expect(found(typesOfMain)).toEqual([]);
  });
});
