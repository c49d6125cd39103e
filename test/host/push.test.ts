import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const root = resolve(__dirname, '..', '..');
const claspPath = ['node_modules', '@google', 'clasp', 'build', 'src'];
const loggedIn = JSON.stringify({ tokens: { default: { refresh_token: 'x' } } });
const withId = JSON.stringify({ scriptId: 'abc', rootDir: 'dist' });

let folder: string;
let command: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leakproof-push-'));
  command = join(folder, 'push.cjs');
  const entryPoints = [join(root, 'host', 'push', 'main.ts')];
  buildSync({ entryPoints, bundle: true, platform: 'node', format: 'cjs', outfile: command });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command in a project with these files; clasp is replaced by a script that says how it was called. */
function push(files: { project?: string; credentials?: string; clasp?: string }, environment: NodeJS.ProcessEnv = {}) {
  const project = mkdtempSync(join(folder, 'project-'));
  const home = mkdtempSync(join(folder, 'home-'));
  mkdirSync(join(project, ...claspPath), { recursive: true });
  const clasp = files.clasp ?? 'console.log("clasp", ...process.argv.slice(2))';
  writeFileSync(join(project, ...claspPath, 'index.js'), clasp);
  if (files.project !== undefined) writeFileSync(join(project, '.clasp.json'), files.project);
  if (files.credentials !== undefined) writeFileSync(join(home, '.clasprc.json'), files.credentials);
  const env = { PATH: process.env.PATH, HOME: home, USERPROFILE: home, ...environment };
  return { home, ...spawnSync(process.execPath, [command], { cwd: project, env, encoding: 'utf8' }) };
}

describe('npm run push', () => {
  test.each<[string, string | undefined]>([
    ['has no .clasp.json', undefined],
    ['has a .clasp.json without an id', '{ "rootDir": "dist" }'],
    ['has an empty id', '{ "scriptId": "", "rootDir": "dist" }'],
    ['has a .clasp.json that is not JSON', 'scriptId: abc'],
  ])('says in one sentence how to get a script where the project %s', (_, project) => {
    const run = push({ ...(project !== undefined && { project }), credentials: loggedIn });
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toContain('npx clasp create-script --type sheets --title Leakproof --rootDir dist');
    expect(run.stderr).toContain('.clasp.json');
  });

  test.each<[string, string | undefined]>([
    ['nobody ever logged in', undefined],
    ['everybody logged out', '{ "tokens": {} }'],
    ['the credentials are not JSON', '?'],
  ])('says in one sentence how to log in where %s', (_, credentials) => {
    const run = push({ project: withId, ...(credentials !== undefined && { credentials }) });
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toContain('npx clasp login');
  });

  test.each<[string, string]>([
    ['today', loggedIn],
    ['in a project by older versions', '{ "token": { "access_token": "x" } }'],
    ['globally by older versions', '{ "access_token": "x" }'],
  ])('hands over to clasp with the credentials as they are stored %s', (_, credentials) => {
    const run = push({ project: withId, credentials });
    expect([run.status, run.stdout.trim(), run.stderr]).toEqual([0, 'clasp push --force', '']);
  });

  test('finds the credentials where clasp is told to look for them, file or folder', () => {
    const { home } = push({ project: withId, credentials: loggedIn });
    for (const path of [home, join(home, '.clasprc.json')]) {
      expect(push({ project: withId }, { clasp_config_auth: path }).status).toBe(0);
    }
  });

  test("ends with clasp's own exit code", () => {
    expect(push({ project: withId, credentials: loggedIn, clasp: 'process.exit(3)' }).status).toBe(3);
  });

  test('finds clasp where the project has installed it', () => {
    const run = spawnSync(process.execPath, [join(root, ...claspPath, 'index.js'), '--version'], { encoding: 'utf8' });
    expect(run.stdout).toMatch(/^3\./);
  });

  test('refuses the project as it is delivered, which has no script id', () => {
    const home = mkdtempSync(join(folder, 'home-'));
    const env = { PATH: process.env.PATH, HOME: home, USERPROFILE: home };
    const run = spawnSync(process.execPath, [command], { cwd: root, env, encoding: 'utf8' });
    expect(run.status).toBe(2);
  });
});
