import fc from 'fast-check';
import { createHost } from '../../host/host';
import { createWorkbook, type Workbook } from '../../host/workbook/workbook';
import { isCivil, serialOf, type Value } from '../../src/data/cell';
import { type CheckInput, checkData, type Finding } from '../../src/data/check';
import { readDataset } from '../../src/data/dataset';
import { suggestSettings } from '../../src/data/detect';
import { DATASET_NAMES } from '../../src/data/fields';
import { type CellEdit, type Choice, planFixes, safeChoices } from '../../src/data/fix';
import { parseSettings, type Settings } from '../../src/data/settings';
import { UserError } from '../../src/kpi/user-error';
import { buildReport } from '../../src/report/build';
import { requestFrom } from '../../src/report/from-settings';
import { findingSentence, sentence } from '../../src/text/problems';
import { type RandomTab, randomTab } from '../support/random-tabs';
import { addTab, builtAddOn } from '../support/reported';

const today = '2026-01-15';
const languages = ['en', 'pl', 'ru'] as const;
const periods = [{}, { start: '2025-01-01', end: '2025-06-30' }, { start: '2025-03-01' }] as const;

/** The cells of the mapped columns, below their headers. */
function inputOf(tabs: readonly RandomTab[], { datasets, stages, statuses, channels }: Settings): CheckInput {
  const tables = DATASET_NAMES.flatMap((dataset) => {
    const mapping = datasets[dataset];
    const tab = tabs.find(({ name }) => name === mapping?.tab);
    if (!mapping || !tab) return [];
    const below = <Cell>(rows: readonly (readonly Cell[])[], column: number) =>
      rows.slice(mapping.headerRow).map((row) => row[column - 1] as Cell);
    const columns = Object.entries(mapping.columns).map(([field, { column, header }]) => {
      return [field, { column, header, values: below(tab.rows, column), formulas: below(tab.formulas, column) }];
    });
    return [{ ...mapping, dataset, columns: Object.fromEntries(columns) }];
  });
  return { tables, stages, statuses, channels, today };
}

/** Makes the report; only a user's mistake may stand in its way. */
function report(settings: Settings, { tables }: CheckInput): void {
  const read = tables.map(({ dataset, columns }) => {
    const cells = Object.entries(columns).map(([field, { values }]) => [field, values]);
    const mapping = settings.datasets[dataset];
    if (!mapping) throw new Error(`${dataset} is not mapped`);
    return [dataset, readDataset(dataset, mapping, Object.fromEntries(cells))];
  });
  try {
    buildReport(requestFrom(settings, Object.fromEntries(read), today));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    sentence('en', error.code, error.params);
  }
}

/** Does a finding that can be fixed name the cell? */
function isNamed(
  { tab, row, column }: Pick<CellEdit, 'tab' | 'row' | 'column'>,
  findings: readonly Finding[],
): boolean {
  return findings.some((finding) => {
    if (finding.tab !== tab || finding.fix.kind === 'manual') return false;
    return finding.ranges.some((range) => {
      const [from = '', to = from] = range.split(':');
      const [top, bottom] = [from, to].map((cell) => Number(cell.slice(1))) as [number, number];
      const [left, right] = [from, to].map((cell) => cell.charCodeAt(0) - 64) as [number, number];
      return row >= top && row <= bottom && column >= left && column <= right;
    });
  });
}

function allChoices(findings: readonly Finding[], pick: number): Choice[] {
  return findings.map(({ code, dataset, field, fix }) => {
    const options = fix.kind === 'ask' ? fix.question.options : [];
    return { code, dataset, field, answer: options[pick % Math.max(1, options.length)] };
  });
}

/** Goes the whole way with some tabs and says how far it came. */
function run(seed: number): 'nothing' | 'report' {
  const tabs = Array.from({ length: 1 + (seed % 3) }, (_, index) => randomTab(seed * 3 + index, `Tab ${index}`));
  const language = languages[seed % 3] ?? 'en';
  const suggestion = suggestSettings(tabs, { locale: 'pl_PL', language });
  if ('problem' in suggestion) {
    expect(sentence(language, suggestion.problem.code, suggestion.problem.params)).toMatch(/\.$/);
    return 'nothing';
  }
  const said = suggestion.notes.map(({ code, params }) => sentence(language, code, params));
  const settings = { ...suggestion.settings };
  expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toHaveProperty('settings');
  const timed = { ...settings, report: { ...settings.report, period: periods[seed % 3] ?? {} } };

  const input = { ...inputOf(tabs, timed), assumed: suggestion.unrecognised };
  if (seed % 2 === 0) report(timed, input);
  const findings = checkData(input);
  said.push(...findings.map((finding) => findingSentence(language, finding)));
  expect(said.filter((text) => !text.endsWith('.'))).toEqual([]);
  const choices = seed % 4 === 0 ? allChoices(findings, seed) : safeChoices(findings);
  const edits = planFixes(input, choices);
  expect(edits.filter((edit) => !isNamed(edit, findings))).toEqual([]);
  const formulas = edits.filter(({ tab, row, column, value }) => {
    const target = tabs.find(({ name }) => name === tab) as RandomTab;
    (target.rows[row - 1] as Value[])[column - 1] = value;
    return target.formulas[row - 1]?.[column - 1];
  });
  expect(formulas).toEqual([]);
  const after = { ...inputOf(tabs, timed), assumed: suggestion.unrecognised };
  expect(planFixes(after, choices)).toEqual([]);
  if (seed % 2 === 1) report(timed, after);
  return 'report';
}

test('10,000 random tabs go the whole way without a fault, and only cells that a finding names change', () => {
  let reports = 0;
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      if (run(seed) === 'report') reports++;
    }),
    { numRuns: 6400, endOnFailure: true },
  );
  expect(reports).toBeGreaterThan(2500);
}, 120_000);

describe('in the host', () => {
  const cellsOf = (workbook: Workbook, { name, rows }: RandomTab) =>
    workbook.values(
      name,
      `A1:${String.fromCharCode(64 + Math.max(1, rows[0]?.length ?? 1))}${Math.max(1, rows.length)}`,
    );

  test('random tabs give a report or one sentence, and only cells that a finding names change', () => {
    let reports = 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const tab = randomTab(seed, 'Tab');
        if ((tab.rows[0]?.length ?? 0) === 0) return;
        const workbook = createWorkbook({ name: 'Fuzz', locale: 'en_US', timeZone: 'Europe/Warsaw', sheets: [] });
        const cells = tab.rows.map((row) =>
          row.map((value) => {
            return isCivil(value) ? { value: serialOf(value), numberFormat: 'yyyy-mm-dd hh:mm:ss' } : { value };
          }),
        );
        addTab(workbook, 'Tab', cells);
        const host = createHost({ dist: builtAddOn(), workbook, now: () => new Date(`${today}T12:00:00Z`) });
        try {
          const settings = host.run('suggestSettings', { options: { period: {}, compare: 'none' } });
          const findings = host.run('checkData', settings) as unknown as Finding[];
          const before = cellsOf(workbook, tab);
          const { changed } = host.run('fixData', settings, null) as { changed: number };
          const after = cellsOf(workbook, tab);
          const different = before.flatMap((row, y) =>
            row.flatMap((value, x) =>
              Object.is(value, after[y]?.[x]) ? [] : [{ tab: 'Tab', row: y + 1, column: x + 1 }],
            ),
          );
          expect(different.filter((cell) => !isNamed(cell, findings))).toEqual([]);
          expect(different.length).toBeLessThanOrEqual(changed);
          expect(host.run('fixData', settings, null)).toEqual({ changed: 0 });
          host.run('createReport', settings);
          reports++;
        } catch (error) {
          if ((error as Error).name !== 'UserError') throw error;
          expect((error as Error).message).toMatch(/^[^\n]+\.$/);
        }
      }),
      { numRuns: 240, endOnFailure: true },
    );
    expect(reports).toBeGreaterThan(40);
  }, 240_000);
});
