import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { report } from '../../host/report/command';
import { winRate } from '../../src/kpi/definitions/win-rate';

const root = resolve(__dirname, '..', '..');
const dist = join(root, 'dist');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leakproof-report-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly printed: string;
  readonly complaints: string[];
  /** Content of a file that the command may have written. */
  readonly read: (name: string) => Buffer;
  readonly has: (name: string) => boolean;
}

/** Runs the command in a folder of its own with these files. */
async function run(args: readonly string[], files: Record<string, string | Buffer> = {}): Promise<Run> {
  const own = mkdtempSync(join(folder, 'run-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(own, name)), { recursive: true });
    writeFileSync(join(own, name), content);
  }
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await report(args, {
    dist,
    folder: own,
    today: '2025-12-31',
    print: (text) => printed.push(text),
    complain: (sentence) => complaints.push(sentence),
  });
  return {
    code,
    printed: printed.join('\n'),
    complaints,
    read: (name) => readFileSync(join(own, name)),
    has: (name) => existsSync(join(own, name)),
  };
}

/** Expects exit code 2, one sentence that holds these words, and nothing else. */
function expectRefusal({ code, printed, complaints }: Run, words: string): void {
  expect({ code, printed, sentences: complaints.length }).toEqual({ code: 2, printed: '', sentences: 1 });
  expect(complaints[0]).toContain(words);
  expect(complaints[0]).toMatch(/^\S[^\n]*\.$/);
  expect(complaints[0]).not.toMatch(/\n|\bat .*:\d+|undefined|\[object|Error:/);
}

const deals = `Deal,Stage,Amount,Created,Close date,Owner
A,Won,100,2025-01-02,2025-01-12,Ann
B,Won,300,2025-01-05,2025-01-25,Bob
C,Lost,500,2025-02-01,2025-02-11,Ann
D,Demo,900,2025-02-03,,Bob
E,Won,200,2025-02-05,2025-03-07,Ann
`;

describe('the arguments of npm run report', () => {
  test.each<[string, string[], string]>([
    ['none at all', [], '--sample'],
    ['an unknown option', ['--deal', 'd.csv'], 'no option --deal'],
    ['a file without its option', ['d.csv'], '"d.csv" stands alone'],
    ['an option without its value', ['--deals'], '--deals needs a value'],
    ['an option in place of a value', ['--deals', '--fix'], '--deals needs a value'],
    ['an empty file name', ['--deals', ''], '--deals needs the name'],
    ['a value for a flag', ['--deals', 'd.csv', '--fix=yes'], '--fix stands alone'],
    ['an option given twice', ['--deals', 'd.csv', '--deals', 'e.csv'], '--deals is given twice'],
    ['the sample and a file', ['--sample', '--deals', 'd.csv'], 'either --sample or --deals'],
    ['a period that is none', ['--sample', '--period', 'last year'], '"last year" is no period'],
    ['a period with one date', ['--sample', '--period', '2025-01-01'], 'is no period'],
    ['a period with an impossible date', ['--sample', '--period', '2025-01-01..2025-02-30'], '"2025-02-30" is no date'],
    ['a period in another notation', ['--sample', '--period', '1.1.2025..31.1.2025'], '"1.1.2025" is no date'],
    [
      'a period that ends before it starts',
      ['--sample', '--period', '2025-02-01..2025-01-01'],
      'ends before it starts',
    ],
    ['an unknown comparison', ['--sample', '--compare', 'week'], 'use previous, year, none'],
    ['a comparison with nothing', ['--sample', '--compare', 'previous'], 'needs a --period'],
    ['a locale that is none', ['--sample', '--locale', 'Polish'], '"Polish" is not known'],
    ['a language nobody speaks', ['--sample', '--locale', 'qq_PL'], '"qq_PL" is not known'],
    ['a country that is none', ['--sample', '--locale', 'pl_QX'], '"pl_QX" is not known'],
    ['an unknown language', ['--sample', '--language', 'de'], 'use en, pl, ru'],
    ['an unknown currency', ['--sample', '--currency', 'zł'], '"zł" is not known'],
    ['a margin in percent', ['--sample', '--margin', '60'], '"60" is no share'],
    ['a margin with a decimal comma', ['--sample', '--margin', '0,6'], '"0,6" is no share'],
    ['no margin', ['--sample', '--margin', '0'], '"0" is no share'],
    ['a margin in words', ['--sample', '--margin', 'half'], '"half" is no share'],
    ['a day that is none', ['--sample', '--today', 'tomorrow'], '--today: "tomorrow" is no date'],
    ['a workbook of another kind', ['--sample', '--out', 'report.ods'], 'ends in .xlsx'],
    ['figures of another kind', ['--sample', '--json', 'report.txt'], 'ends in .json'],
    ['a workbook in no folder', ['--sample', '--out', 'nowhere/report.xlsx'], 'there is no folder'],
    ['figures in no folder', ['--sample', '--json', 'nowhere/report.json'], 'there is no folder'],
  ])('are refused in one sentence: %s', async (_, args, words) => {
    expectRefusal(await run(args), words);
  });

  test('are listed on request', async () => {
    const { code, printed } = await run(['--help']);
    expect(code).toBe(0);
    for (const option of ['leads', 'deals', 'spend', 'traffic', 'mapping', 'period', 'compare', 'locale', 'language']) {
      expect(printed).toContain(`--${option}`);
    }
    for (const option of ['currency', 'margin', 'today', 'fix', 'out', 'json', 'sample']) {
      expect(printed).toContain(`--${option}`);
    }
  });
});

describe('the files of npm run report', () => {
  const manyColumns = `${Array.from({ length: 300 }, (_, column) => `c${column}`).join(',')}\n`;
  test.each<[string, string | Buffer | undefined, string]>([
    ['is missing', undefined, 'there is no file'],
    ['is empty', '', 'd.csv is empty'],
    ['holds only blanks', ' \n\n', 'd.csv holds only blanks'],
    ['is a workbook', Buffer.from('PK\x03\x04rest'), 'd.csv is an Excel workbook'],
    ['is a document', '%PDF-1.7', 'd.csv is a PDF'],
    ['is a web page', '<!doctype html><p>', 'd.csv is a web page'],
    ['has an open quotation mark', 'Stage,Amount\n"Won,3\n', 'quotation mark'],
    ['has 300 columns', manyColumns, '300 columns'],
    ['has only a header', 'Stage,Amount,Close date\n', 'd.csv has only one row'],
    ['has no header', '1,2,3\n4,5,6\n', 'header'],
    ['maps to nothing', 'Colour,Taste\nred,sweet\nblue,sour\n', 'header'],
  ])('are refused in one sentence where one %s', async (_, content, words) => {
    expectRefusal(await run(['--deals', 'd.csv'], content === undefined ? {} : { 'd.csv': content }), words);
  });

  test('are refused where one is a folder', async () => {
    expectRefusal(await run(['--deals', '.']), 'is a folder');
  });

  test.each<[string, string | undefined, string]>([
    ['is missing', undefined, 'there is no file'],
    ['is not JSON', '{ deals: 1 }', 'is not JSON'],
    ['is not an object', '[1, 2]', 'mapping'],
    ['names an unknown dataset', '{ "orders": {} }', 'orders'],
    ['names an unknown field', '{ "deals": { "colour": "Stage" } }', 'colour'],
    ['names a header that is not there', '{ "deals": { "stage": "Phase" } }', 'Phase'],
    ['gives a stage an unknown meaning', '{ "stages": { "Won": "great" } }', 'stages.Won'],
  ])('are refused in one sentence where the mapping %s', async (_, content, words) => {
    const files = { 'd.csv': deals, ...(content !== undefined && { 'm.json': content }) };
    expectRefusal(await run(['--deals', 'd.csv', '--mapping', 'm.json'], files), words);
  });

  test('leave nothing behind where one is refused', async () => {
    const refused = await run(['--deals', 'd.csv', '--out', 'r.xlsx', '--json', 'r.json'], { 'd.csv': '' });
    expect([refused.has('r.xlsx'), refused.has('r.json')]).toEqual([false, false]);
  });
});

interface Figures {
  mapping: Record<string, unknown>;
  kpis: { name: string; value: number; previous: number | null; numerator: number; denominator: number }[];
  funnel: { stage: string; reached: number; lost: number; open: number }[];
  channels: Record<string, unknown>[];
  reps: Record<string, unknown>[];
  segments: Record<string, unknown>[];
  months: Record<string, unknown>[];
  findings: { code: string; count: number }[];
}
const figuresOf = (done: Run) => JSON.parse(done.read('r.json').toString()) as Figures;
const kpiOf = (figures: Figures, name: string) => figures.kpis.find((kpi) => kpi.name === name);

describe('npm run report', () => {
  test('writes the figures of a small file, as worked out by hand', async () => {
    const done = await run(['--deals', 'd.csv', '--json', 'r.json'], { 'd.csv': deals });
    expect([done.code, done.complaints]).toEqual([0, []]);
    const figures = figuresOf(done);
    expect(kpiOf(figures, 'WIN_RATE')).toMatchObject({ value: 0.75, numerator: 3, denominator: 4 });
    expect(kpiOf(figures, 'AVERAGE_DEAL')).toMatchObject({ value: 200, numerator: 600, denominator: 3 });
    expect(kpiOf(figures, 'SALES_CYCLE')?.value).toBe(20);
    expect(figures.reps.map(({ rep }) => rep).sort()).toEqual(['Ann', 'Bob']);
  });

  test('writes every KPI that the data carries, and prints the dozen that a tab shows', async () => {
    const args = ['--deals', 'd.csv', '--leads', 'l.csv', '--spend', 's.csv'];
    const files = {
      'd.csv': deals.replace('Owner', 'Customer'),
      'l.csv': 'Lead created,Lead status\n2025-01-02,New\n2025-01-03,Customer\n',
      's.csv': 'Date,Channel,Cost\n2025-01-02,Google Ads,100\n',
    };
    const figures = figuresOf(await run([...args, '--json', 'r.json'], files));
    const names = figures.kpis.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of ['WON', 'LOST', 'OPEN', 'REVENUE', 'AVERAGE_DEAL', 'SALES_CYCLE', 'SALES_CYCLE_MEDIAN']) {
      expect(names).toContain(name);
    }
    for (const name of ['CUSTOMERS', 'CLV', 'REPEAT_PURCHASE_RATE', 'RETENTION_RATE', 'LEADS', 'CPL', 'ROMI']) {
      expect(names).toContain(name);
    }
    const { printed } = await run(args, files);
    expect(printed).toMatch(/^Win rate\b/m);
    expect(printed).not.toMatch(/^Lost deals\b/m);
  });

  test('counts the period with both its days, and compares it with the one before', async () => {
    const args = ['--deals', 'd.csv', '--json', 'r.json', '--period', '2025-02-11..2025-03-07'];
    const figures = figuresOf(await run(args, { 'd.csv': deals }));
    expect(kpiOf(figures, 'WIN_RATE')).toMatchObject({ value: 0.5, previous: 1 });
  });

  test('takes columns and labels from the mapping where it has them', async () => {
    const files = {
      'd.csv': 'When,What,How much\n2025-01-03,sold,10\n2025-01-04,gone,20\n2025-01-05,sold,30\n',
      'm.json': JSON.stringify({
        deals: { closed: 'When', stage: 'What', amount: 'How much' },
        stages: { sold: 'won', gone: 'lost' },
      }),
    };
    const figures = figuresOf(await run(['--deals', 'd.csv', '--mapping', 'm.json', '--json', 'r.json'], files));
    expect(kpiOf(figures, 'WIN_RATE')).toMatchObject({ numerator: 2, denominator: 3 });
    expect(kpiOf(figures, 'AVERAGE_DEAL')?.value).toBe(20);
  });

  test('reads numbers and dates as the locale writes them', async () => {
    const polish =
      'Etap;Kwota;Utworzono;Data zamknięcia\nWygrana;1 234,50;02.01.2025;12.01.2025\nPrzegrana;10,00;03.01.2025;05.01.2025\n';
    const figures = figuresOf(
      await run(['--deals', 'd.csv', '--locale', 'pl_PL', '--json', 'r.json'], { 'd.csv': polish }),
    );
    expect(kpiOf(figures, 'WIN_RATE')?.value).toBe(0.5);
    expect(kpiOf(figures, 'AVERAGE_DEAL')?.value).toBe(1234.5);
  });

  test('with --fix mends what needs no question, and reports on the mended data', async () => {
    const untidy = deals.replace('Won,300', ' Won,"300,00 €"');
    const args = ['--deals', 'd.csv', '--json', 'r.json'];
    const before = figuresOf(await run(args, { 'd.csv': untidy }));
    const fixed = await run([...args, '--fix'], { 'd.csv': untidy });
    expect(before.findings.length).toBeGreaterThan(0);
    expect(fixed.printed).toMatch(/^Fixed: [1-9]\d* cells?$/m);
    expect(kpiOf(figuresOf(fixed), 'AVERAGE_DEAL')).toMatchObject({ numerator: 600, denominator: 3 });
    expect(figuresOf(fixed).findings.length).toBeLessThan(before.findings.length);
  });

  test('tells labels whose meaning it only assumes, and what of the mapping is of no use', async () => {
    const files = {
      'd.csv': deals.replace('Won,300', 'Przymiarka,300'),
      'm.json': '{ "stages": { "Gone": "lost" } }',
    };
    const done = await run(['--deals', 'd.csv', '--mapping', 'm.json', '--json', 'r.json'], files);
    expect(figuresOf(done).findings).toContainEqual(
      expect.objectContaining({ code: 'assumed_stage', dataset: 'deals', field: 'stage', count: 1 }),
    );
    expect(done.printed).toContain('Note: The mapping gives "Gone" a meaning (stages), but no cell holds it.');
    const decided = await run(['--deals', 'd.csv', '--mapping', 'm.json', '--json', 'r.json'], {
      ...files,
      'm.json': '{ "stages": { "przymiarka": "open" } }',
    });
    expect(figuresOf(decided).findings).toEqual([]);
  });

  test('shows the scorecard in the terminal where nothing is to be written', async () => {
    const { code, printed } = await run(['--deals', 'd.csv'], { 'd.csv': deals });
    expect(code).toBe(0);
    const line = printed.split('\n').find((text) => /^Win rate\b/.test(text)) ?? '';
    expect(line.replace(/\s+/g, ' ')).toMatch(/^Win rate 75(\.0)?% .*3 .*4 /);
    expect(printed).toContain('Period: all of the data');
    expect(printed).toMatch(/^Data check: \d+ findings?$/m);
  });

  test.each(['en', 'pl', 'ru'] as const)('reports on the sample company in the language %s', async (language) => {
    const { code, complaints, printed } = await run(['--sample', '--language', language]);
    expect([code, complaints]).toEqual([0, []]);
    expect(printed).toContain(winRate.label[language]);
  });

  test('writes the workbook and all figures of the sample company', async () => {
    const done = await run(['--sample', '--json', 'r.json', '--out', 'r.xlsx', '--currency', 'eur', '--margin', '.6']);
    expect([done.code, done.complaints]).toEqual([0, []]);
    expect(done.printed).toContain('Written: r.xlsx, r.json');
    expect(done.read('r.xlsx').subarray(0, 2).toString()).toBe('PK');
    const text = done.read('r.json').toString();
    expect(text.startsWith('{\n  "mapping": {')).toBe(true);
    const figures = figuresOf(done);
    expect(Object.keys(figures)).toEqual([
      'mapping',
      'kpis',
      'funnel',
      'channels',
      'reps',
      'segments',
      'months',
      'campaigns',
      'repSteps',
      'cohorts',
      'stageTimes',
      'findings',
    ]);
    expect(Object.keys(figures.mapping).sort()).toEqual(['deals', 'leads', 'spend', 'traffic']);
    expect(kpiOf(figures, 'WIN_RATE')?.numerator).toBe(205);
    expect(kpiOf(figures, 'AVERAGE_DEAL')?.numerator).toBe(923560);
    expect(figures.reps).toHaveLength(6);
    expect(figures.channels).toHaveLength(8);
    expect(figures.segments).toHaveLength(3);
    expect(figures.months).toHaveLength(12);
    expect(figures.findings).toEqual([]);
  }, 60_000);

  test('gives the same figures whenever it runs', async () => {
    const args = ['--sample', '--json', 'r.json', '--period', '2025-07-01..2025-09-30'];
    expect((await run(args)).read('r.json').equals((await run(args)).read('r.json'))).toBe(true);
  });

  test('throws our own faults instead of blaming the user', async () => {
    const broken = mkdtempSync(join(folder, 'broken-'));
    writeFileSync(join(broken, 'appsscript.json'), readFileSync(join(root, 'appsscript.json')));
    writeFileSync(join(broken, 'Code.js'), 'function suggestSettings() { return null.tabs; }');
    const complain = jest.fn();
    const surroundings = { dist: broken, folder, today: '2025-12-31', print: jest.fn(), complain };
    await expect(report(['--sample'], surroundings)).rejects.toThrow();
    expect(complain).not.toHaveBeenCalled();
  });
});

describe('the program', () => {
  // It stands in the project so that it finds its packages.
  const place = join(root, 'build', 'report-test');
  const program = join(place, 'build', 'report.cjs');
  const start = (...args: string[]) =>
    spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });

  beforeAll(() => {
    const entryPoints = [join(root, 'host', 'report', 'main.ts')];
    buildSync({ entryPoints, bundle: true, platform: 'node', format: 'cjs', packages: 'external', outfile: program });
    mkdirSync(join(place, 'dist'), { recursive: true });
    writeFileSync(join(place, 'dist', 'appsscript.json'), readFileSync(join(root, 'appsscript.json')));
    writeFileSync(join(place, 'dist', 'Code.js'), 'function suggestSettings() { return null.tabs; }');
  });
  afterAll(() => rmSync(place, { recursive: true }));

  test('ends with code 2 and one line on standard error for a fault of the user', () => {
    const { status, stdout, stderr } = start('--deals', 'missing.csv');
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 2, stdout: '', lines: 1 });
  });

  test('ends with code 1 and a stack trace for a fault of ours', () => {
    const { status, stderr } = start('--sample');
    expect(status).toBe(1);
    expect(stderr).toMatch(/\n\s+at /);
  });
});
