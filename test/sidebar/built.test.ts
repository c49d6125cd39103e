import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse, type Token } from 'acorn';
import { readCsv } from '../../host/files/csv';
import { createHost, type Host } from '../../host/host';
import { sampleCompany, toCsv } from '../../host/sample/company';
import { createWorkbook } from '../../host/workbook/workbook';
import { carriedIn, chosenKpis } from '../../sidebar/kpis';
import type { Answer, Fault } from '../../sidebar/server';
import type { Action, State } from '../../sidebar/state';
import { unpack } from '../../sidebar/unpack';
import { start, transition } from '../../sidebar/wizard';
import type { DatasetName } from '../../src/data/fields';
import type { ReportSettings } from '../../src/data/settings';
import { next, texts, wizardOf } from './fixture';

let folder: string;
let page: string;
let script: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leakproof-page-'));
  const root = resolve(__dirname, '../..');
  const build = spawnSync(process.execPath, ['build.mjs', '--quiet', '--out', folder], { cwd: root, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(build.stderr);
  page = readFileSync(join(folder, 'Sidebar.html'), 'utf8');
  script = between('<script>', '</script>');
});
afterAll(() => rmSync(folder, { recursive: true }));

const between = (open: string, close: string): string =>
  page.slice(page.indexOf(open) + open.length, page.lastIndexOf(close));

describe('the built page', () => {
  test('has at most 80 kB', () => {
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(80_000);
  });

  test('is one page with one script and one style, both in it', () => {
    expect(page.match(/<script\b[^>]*>/g)).toEqual(['<script>']);
    expect(page.match(/<\/script/gi)).toHaveLength(1);
    expect(page.match(/<style\b[^>]*>/g)).toEqual(['<style>']);
    expect(page.match(/<\/style/gi)).toHaveLength(1);
    expect(script.length).toBeGreaterThan(10_000);
    expect(between('<style>', '</style>')).toContain('.app');
  });

  test("loads nothing but Google's style sheet", () => {
    const loaded = [...page.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(loaded).toEqual(['https://ssl.gstatic.com/docs/script/css/add-ons1.css']);
    expect(between('<style>', '</style>')).not.toMatch(/@import|url\("?(?!data:|"data:)/);
  });

  test('holds nothing that HtmlService or the browser would read as a template, a comment or the end of the script', () => {
    expect(page).not.toContain('<?');
    expect(page).not.toContain('<!--');
    expect(script).not.toMatch(/<\/script/i);
  });

  test('has a script that parses as ES2020, without template literals, in which HtmlService would see comments', () => {
    const tokens: Token[] = [];
    parse(script, { ecmaVersion: 2020, sourceType: 'script', onToken: tokens });
    expect(tokens.length).toBeGreaterThan(1000);
    expect(tokens.map(({ type }) => type.label)).not.toContain('`');
  });

  test('holds the words in all languages, packed', async () => {
    const [, packed = ''] = /"([A-Za-z0-9+/=]{5000,})"/.exec(script) ?? [];
    expect(await unpack(packed)).toEqual(texts);
  });

  test('says how it is encoded, for it speaks Polish and Russian', () => {
    expect(page).toMatch(/<meta charset="utf-8">/);
    expect(script).toContain('Русский');
  });
});

describe('the wizard on the built add-on, over the sample company', () => {
  let host: Host;
  beforeEach(() => {
    const company = sampleCompany();
    const workbook = createWorkbook({ name: 'Sample', locale: 'en_US', timeZone: 'Europe/Warsaw', sheets: [] });
    for (const [name, table] of Object.entries(company)) {
      const { rows } = readCsv(new TextEncoder().encode(toCsv(table)), 'en_US', name);
      const sheet = workbook.addSheet(name, { rows: rows.length, columns: rows[0]?.length ?? 1 });
      workbook.write(sheet, 0, 0, rows);
      const all = { top: 0, left: 0, bottom: rows.length - 1, right: (rows[0]?.length ?? 1) - 1 };
      workbook.setNumberFormats(sheet, all, (row, column) => rows[row]?.[column]?.numberFormat);
    }
    host = createHost({ dist: folder, workbook, now: () => new Date('2026-05-20T22:30:00Z') });
  });

  /** Lets the host answer until no question is left. */
  function settled(state: State): State {
    if (!state.pending) return state;
    const to = state.pending;
    const answer = host.run('answerSidebar', to.name, to.args as unknown[]) as { value: never } | { problem: Fault };
    return settled(
      transition(
        state,
        'problem' in answer
          ? { type: 'failed', to, fault: answer.problem }
          : { type: 'answered', to, answer: { name: to.name, value: answer.value } as Answer },
      ),
    );
  }
  const after = (...actions: Action[]): State =>
    actions.reduce((state, action) => settled(transition(state, action)), settled(start('en')));

  test('five times the primary button makes the report, and the file opens on its home page from then on', () => {
    const done = after(next, next, next, next, next);
    expect(done.problem).toBeUndefined();
    expect(wizardOf(done).page).toBe('home');
    expect(wizardOf(done).created?.figures.kpis.length).toBeGreaterThan(5);
    const again = wizardOf(after());
    expect(again).toMatchObject({ page: 'home', settings: wizardOf(done).settings });
    expect(again.opening).toMatchObject({ reportTab: wizardOf(done).created?.tab, tabs: [] });
    expect(again.opening.reports.map(({ tab }) => tab)).toEqual([wizardOf(done).created?.tab]);
    expect(wizardOf(after({ type: 'edit' })).opening.tabs.map(({ name }) => name)).toEqual([
      'leads',
      'deals',
      'spend',
      'traffic',
    ]);
  });

  const unmapped = (dataset: DatasetName, field: string): Action => ({
    type: 'column',
    dataset,
    field,
    column: undefined,
  });
  const report = (change: Partial<ReportSettings>): Action => ({ type: 'report', change });

  test.each<[string, Action[], Action[], number]>([
    ['nothing changed', [], [], 12],
    ['spend without amounts', [unmapped('spend', 'amount')], [], 12],
    ['deals and leads without much', [unmapped('leads', 'status'), unmapped('deals', 'closed')], [], 12],
    ['the same for all time', [unmapped('deals', 'closed')], [{ type: 'period', name: 'all' }], 12],
    ['a target for one more', [], [report({ targets: { OPEN: 20 } })], 13],
    ['a choice', [], [report({ kpis: ['SALES_GROWTH', 'SALES_CYCLE_MEDIAN'], compare: 'none' })], 2],
    ['a KPI that needs another line', [], [report({ kpis: ['PIPELINE_COVERAGE'] })], 2],
  ])('has as many KPIs ticked as the report then has lines: %s', (_, columns, changes, count) => {
    const path: Action[] = [next, ...columns, next, next, next, { type: 'period', name: 'last-year' }, ...changes];
    const { kpis, settings, opening } = wizardOf(after(...path));
    const ticked = chosenKpis(settings.report, opening.kpis, carriedIn(kpis, settings.report.period));
    const { created } = wizardOf(after(...path, next));
    expect(created?.figures.kpis.map(({ name }) => name)).toEqual(ticked);
    expect(ticked).toHaveLength(count);
  });

  test('opens with the tabs, two values of each column, what speaks for each guess, and the day it is there', () => {
    const { opening, settings } = wizardOf(after());
    expect(opening.today).toBe('2026-05-21');
    const deals = opening.tabs.find(({ name }) => name === 'deals');
    expect(deals?.columns.every(({ header, samples }) => header !== '' && samples.length === 2)).toBe(true);
    expect(deals?.guesses.deals?.stage).toEqual({
      column: settings.datasets.deals?.columns.stage?.column,
      reason: 'both',
    });
    expect(opening.channelNames.pl.referral).toBe('Polecenia');
  });

  test('counts the labels that stand in the columns', () => {
    const { labels, settings } = wizardOf(after(next, next));
    const { deals } = sampleCompany();
    const stage = deals.headers.indexOf('Stage');
    for (const { label, count } of labels['deals.stage'] ?? []) {
      expect(deals.rows.filter((row) => row[stage] === label)).toHaveLength(count);
    }
    expect(labels['deals.stage']?.map(({ label }) => label).sort()).toEqual(
      settings.stages.map(({ label }) => label).sort(),
    );
  });

  test('tells a mistake in a sentence with a way on', () => {
    const state = after(
      next,
      next,
      next,
      next,
      { type: 'report', change: { period: { start: '2026-02-01', end: '2026-01-01' } } },
      next,
    );
    expect(state.problem).toMatchObject({
      sentence: expect.stringContaining('2026-01-01'),
      call: { name: 'createReport' },
    });
    expect(wizardOf(state).page).toBe('report');
    const mended = settled(transition(transition(state, { type: 'period', name: 'last-year' }), next));
    expect(wizardOf(mended).page).toBe('home');
  });
});
