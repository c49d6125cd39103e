import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import vm from 'node:vm';
import { type Comment, type FunctionDeclaration, type Identifier, type Program, parse } from 'acorn';
import { z } from 'zod';
import { catalog } from '../src/kpi/catalog';

const root = resolve(__dirname, '..');

/** What a menu, a trigger or the sidebar may call beside the KPIs; everything at the top level of a script is callable. */
const entryPoints = [
  'onOpen',
  'onInstall',
  'showSidebar',
  'showDataCheck',
  'answerSidebar',
  'openWizard',
  'suggestSettings',
  'suggestWithNotes',
  'readLabels',
  'checkData',
  'fixData',
  'createReport',
  'freezeReport',
  'deleteReport',
  'tagColumns',
  'selectCells',
];

let folder: string;
let dist: string;
let script: string;
let program: Program;
let comments: Comment[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leakproof-bundle-'));
  dist = join(folder, 'dist');
  const build = spawnSync(process.execPath, ['build.mjs', '--quiet', '--out', dist], { cwd: root, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(build.stderr);
  script = readFileSync(join(dist, 'Code.js'), 'utf8');
  comments = [];
  program = parse(script, { ecmaVersion: 2019, sourceType: 'script', onComment: comments });
});
afterAll(() => rmSync(folder, { recursive: true }));

const functions = () => program.body.filter((node): node is FunctionDeclaration => node.type === 'FunctionDeclaration');
const functionOf = (name: string) => functions().find(({ id }) => id.name === name);
const parametersOf = (name: string) =>
  (functionOf(name)?.params ?? []).map((parameter) => (parameter as Identifier).name);

/** The lines of the JSDoc that ends directly before a function, without stars. */
function documentOf(name: string): string[] {
  const start = functionOf(name)?.start ?? -1;
  const comment = comments.find(({ end }) => end <= start && script.slice(end, start).trim() === '');
  if (comment?.type !== 'Block' || !comment.value.startsWith('*')) return [];
  const lines = comment.value.slice(1).split('\n');
  return lines.map((line) => line.replace(/^\s*\*?\s?/, '').trim()).filter((line) => line !== '');
}

describe('what is pushed', () => {
  test('is the script, the sidebar and the manifest, as clasp lists them', () => {
    const project = JSON.parse(readFileSync(join(root, '.clasp.json'), 'utf8')) as { rootDir: string };
    expect(project.rootDir).toBe('dist');
    writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ ...project, scriptId: 'any' }));
    if (existsSync(join(root, '.claspignore'))) cpSync(join(root, '.claspignore'), join(folder, '.claspignore'));
    const clasp = join(root, 'node_modules', '@google', 'clasp', 'build', 'src', 'index.js');
    const status = spawnSync(process.execPath, [clasp, 'show-file-status', '--json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { filesToPush, untrackedFiles } = JSON.parse(status.stdout) as Record<string, string[]>;
    expect([...(filesToPush ?? [])].sort()).toEqual(['dist/Code.js', 'dist/Sidebar.html', 'dist/appsscript.json']);
    expect(untrackedFiles).toEqual([]);
  });

  test.each([
    ['Code.js', 364_000],
    ['Sidebar.html', 80_000],
  ])('is small: %s has at most %d bytes', (file, limit) => {
    expect(readFileSync(join(dist, file)).length).toBeLessThanOrEqual(limit);
  });

  test('has a manifest with exactly the permissions for the current file and its sidebar', () => {
    const Manifest = z.strictObject({
      timeZone: z.literal('Etc/UTC'),
      runtimeVersion: z.literal('V8'),
      exceptionLogging: z.literal('STACKDRIVER'),
      dependencies: z.strictObject({}),
      oauthScopes: z.tuple([
        z.literal('https://www.googleapis.com/auth/spreadsheets.currentonly'),
        z.literal('https://www.googleapis.com/auth/script.container.ui'),
      ]),
    });
    Manifest.parse(JSON.parse(readFileSync(join(dist, 'appsscript.json'), 'utf8')));
  });
});

describe('the script', () => {
  test('has the KPIs and the entry points at its top level, and nothing else that could be called', () => {
    const known = [...catalog.map(({ name }) => name), ...entryPoints].sort();
    const declared = functions().map(({ id }) => id.name);
    expect(declared.sort()).toEqual(known);
    const context = vm.createContext({});
    const before = new Set(vm.runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[]);
    vm.runInContext(script, context);
    const added = vm.runInContext(
      'Object.getOwnPropertyNames(globalThis).filter((name) => typeof globalThis[name] === "function")',
      context,
    ) as string[];
    expect(added.filter((name) => !before.has(name)).sort()).toEqual(known);
  });

  test('calls no service while it is loaded', () => {
    const touched: string[] = [];
    const untouchable = (name: string) =>
      new Proxy(() => undefined, {
        get: (_, key) => {
          touched.push(`${name}.${String(key)}`);
          throw new Error(`${name}.${String(key)} at load`);
        },
      });
    const services =
      'SpreadsheetApp HtmlService PropertiesService ScriptApp Utilities Session LockService CacheService UrlFetchApp ' +
      'DriveApp Logger Charts MailApp ContentService Browser console';
    const globals = Object.fromEntries(services.split(' ').map((name) => [name, untouchable(name)]));
    vm.runInNewContext(script, globals);
    expect(touched).toEqual([]);
    expect(typeof (globals as { onOpen?: unknown }).onOpen).toBe('function');
  });

  test('needs nothing that Apps Script lacks: it loads in a context that has only the language', () => {
    const context = vm.createContext({});
    vm.runInContext(
      'delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer; delete globalThis.Atomics;',
      context,
    );
    expect(() => vm.runInContext(script, context)).not.toThrow();
  });

  test('offers in its menus only functions that exist', () => {
    const targets = [...script.matchAll(/\.addItem\([^()]*(?:\([^()]*\)[^()]*)*,\s*["'`](\w+)["'`]\)/g)].map(
      ([, name]) => name,
    );
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(entryPoints).toContain(target);
  });
});

describe.each(catalog.map(({ name }) => name))('the cell function %s', (name) => {
  test('is a function declaration that names its parameters', () => {
    expect(functionOf(name)).toBeDefined();
    expect(parametersOf(name).length).toBeGreaterThan(0);
    expect(new Set(parametersOf(name)).size).toBe(parametersOf(name).length);
  });

  test('has a JSDoc directly before it that begins with one plain sentence and makes it a custom function', () => {
    const lines = documentOf(name);
    expect(lines[0]).toMatch(/^[A-Z][^.!?<>{}]*\.$/);
    expect(lines.filter((line) => line.startsWith('@customfunction'))).toEqual(['@customfunction']);
  });

  test('says of every parameter, in order, its type and what to select', () => {
    const described = documentOf(name).filter((line) => line.startsWith('@param'));
    const pattern = /^@param \{[\w.|[\]<> ]+\} (\w+) [A-Z][^<>{}]{9,}\.$/;
    expect(described.map((line) => pattern.exec(line)?.[1] ?? line)).toEqual(parametersOf(name));
  });
});
