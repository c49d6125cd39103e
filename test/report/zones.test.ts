import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { makeReport } from '../support/reported';
import { CYCLES, type Seen, seenIn, textDates } from '../support/zones';

jest.setTimeout(120_000);

const zones = ['Europe/Warsaw', 'America/New_York', 'Asia/Vladivostok'];

// It stands in the project so that it finds its packages.
const place = resolve(__dirname, '../../build/zones-test');
const program = join(place, 'zones.cjs');
beforeAll(() => {
  const entryPoints = [resolve(__dirname, '../support/zones.ts')];
  const options = { bundle: true, platform: 'node', format: 'cjs', packages: 'external', logLevel: 'error' } as const;
  buildSync({ ...options, entryPoints, outfile: program });
});
afterAll(() => rmSync(place, { recursive: true }));

/** What is seen in spreadsheets of these zones by a script whose own zone is another one. */
function seenFrom(scriptZone: string): Seen[] {
  const env = { ...process.env, TZ: scriptZone };
  const { stdout, stderr } = spawnSync(process.execPath, [program, 'zones', ...zones], { env, encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

describe('the same dates in spreadsheets of three zones', () => {
  const { figures } = makeReport({ timeZone: 'Etc/UTC', period: { start: '2025-03-01', end: '2025-10-31' } }).created;

  test.each(zones)('give the same figures and the same days to a script in %s', (scriptZone) => {
    for (const seen of seenFrom(scriptZone)) {
      expect(seen.figures).toEqual(figures);
      expect(seen.fixed).toBeGreaterThan(50);
      const days = CYCLES.map(([, , count]) => count);
      expect(seen.cycles).toEqual([...days, days.reduce((sum, count) => sum + count, 0) / days.length]);
    }
  });

  test('are seen in this process as well', () => {
    expect(seenIn('Asia/Vladivostok').figures).toEqual(figures);
  });
});

describe.each(zones)('text dates in a spreadsheet in %s', (zone) => {
  const forms = [
    '31.12.2025',
    '12/31/2025',
    '2025-12-31T23:30:00Z',
    '1 gru 2025',
    '15 Apr, 2021 00:03:00',
    '1 января 2025 г.',
  ];
  const days = ['2025-12-31', '2025-12-31', '2025-12-31 23:30:00', '2025-12-01', '2021-04-15 00:03:00', '2025-01-01'];

  test('of many forms are read as the day that is written', () => {
    const { findings, cells } = textDates(forms, zone);
    expect(findings).toEqual(['date_as_text 6 D2 safe']);
    expect(cells).toEqual(days);
  });

  test.each([
    ['dmy', '2025-04-03'],
    ['mdy', '2025-03-04'],
  ])('that can be day- or month-first are asked, never guessed, and read as answered: %s', (answer, read) => {
    const texts = ['03/04/2025', '05/06/2025'];
    expect(textDates(texts, zone)).toEqual({ findings: ['date_order_unclear 2 D2 ask'], cells: texts });
    expect(textDates(texts, zone, answer).cells[0]).toBe(read);
  });
});
