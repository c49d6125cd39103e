import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCsv } from '../../host/files/csv';
import { createHost } from '../../host/host';
import { report } from '../../host/report/command';
import { type Company, sampleCompany } from '../../host/sample/company';
import { createWorkbook } from '../../host/workbook/workbook';
import { cleanFiles, type Dirt, dirtyFiles, type Export, type Files, withLocalNames } from '../support/dirt';
import { addTab, builtAddOn, differences, makeReport } from '../support/reported';

jest.setTimeout(60_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leakproof-dirt-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Finding {
  readonly code: string;
  readonly dataset: string;
  readonly field: string | null;
  readonly count: number;
  readonly first: string;
}

/** The figures, the findings and the number of cells that were fixed, as `npm run report` gives them. */
async function reportOn(files: Files, locale: string, ...options: string[]) {
  const own = mkdtempSync(join(folder, 'run-'));
  const named = Object.entries(files).flatMap(([dataset, bytes]) => {
    writeFileSync(join(own, `${dataset}.csv`), bytes);
    return [`--${dataset}`, `${dataset}.csv`];
  });
  const said: string[] = [];
  const code = await report([...named, '--locale', locale, '--json', 'r.json', '--language', 'en', ...options], {
    dist: builtAddOn(),
    folder: own,
    today: '2025-12-31',
    print: (text) => said.push(text),
    complain: (sentence) => said.push(sentence),
  });
  expect([code, said.join('\n')]).toEqual([0, expect.stringContaining('Data check:')]);
  const { findings, ...figures } = JSON.parse(readFileSync(join(own, 'r.json'), 'utf8')) as { findings: Finding[] };
  return { figures, findings, fixed: Number(/^Fixed: (\d+)/m.exec(said.join('\n'))?.[1] ?? Number.NaN) };
}

const rowOf = (cell: string): number => Number(cell.slice(1));

/** The findings that name just this dirt. */
function findingsOf(done: readonly Dirt[]): Finding[] {
  const groups = new Map<string, Dirt[]>();
  for (const dirt of done) {
    const key = `${dirt.code} ${dirt.dataset} ${dirt.field}`;
    groups.set(key, [...(groups.get(key) ?? []), dirt]);
  }
  return [...groups.values()].map((group) => {
    const [{ code, dataset, field = null, cell: first }] = group.sort((a, b) => rowOf(a.cell) - rowOf(b.cell)) as [
      Dirt,
    ];
    return { code, dataset, field, count: group.length, first };
  });
}

const sorted = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** What nobody but a person can put right, or what does no harm where it stands. */
const left = ['error_cell', 'repeated_header_row', 'total_row'];

const company = sampleCompany();
const variants: readonly (readonly [string, Export, Company])[] = [
  ['UTF-8 with commas', { locale: 'en_US', encoding: 'utf-8', delimiter: ',' }, company],
  ['UTF-8 with BOM and semicolons', { locale: 'pl_PL', encoding: 'utf-8 with BOM', delimiter: ';' }, company],
  ['UTF-16 with tabs', { locale: 'en_US', encoding: 'utf-16le', delimiter: '\t' }, withLocalNames(company, 'ru')],
  [
    'Windows-1251 with semicolons',
    { locale: 'en_US', encoding: 'windows-1251', delimiter: ';' },
    withLocalNames(company, 'ru'),
  ],
  [
    'Windows-1250 with tabs',
    { locale: 'pl_PL', encoding: 'windows-1250', delimiter: '\t' },
    withLocalNames(company, 'pl'),
  ],
];

describe.each(variants)('spoilt files in %s', (_, how, original) => {
  const { files, done } = dirtyFiles(original, how, 7);

  test('are reported with every kind of dirt, its count and its first cell, and nothing else', async () => {
    const { findings } = await reportOn(files, how.locale);
    expect(sorted(findings)).toEqual(sorted(findingsOf(done)));
  });

  test('give the figures of the clean company once they are fixed, exactly', async () => {
    const clean = await reportOn(cleanFiles(original, { ...how, encoding: 'utf-8' }), how.locale);
    expect(clean.findings).toEqual([]);
    const { figures, findings, fixed } = await reportOn(files, how.locale, '--fix');
    expect(figures).toEqual(clean.figures);
    expect(sorted(findings)).toEqual(sorted(findingsOf(done.filter(({ code }) => left.includes(code)))));
    expect(fixed).toBeGreaterThan(500);
  });
});

test('a report on spoilt files shows in every live cell what evaluate gave', () => {
  const how = { locale: 'en_US', encoding: 'utf-8', delimiter: ',' } as const;
  const workbook = createWorkbook({ name: 'Spoilt', locale: how.locale, timeZone: 'Europe/Warsaw', sheets: [] });
  for (const [dataset, bytes] of Object.entries(dirtyFiles(company, how, 8).files)) {
    addTab(workbook, dataset, readCsv(bytes, how.locale).rows);
  }
  const host = createHost({ dist: builtAddOn(), workbook, now: () => new Date('2025-12-31T12:00:00Z') });
  const { created } = makeReport({}, host);
  expect(created.cells.length).toBeGreaterThan(300);
  expect(differences(created.cells, (cell) => workbook.value(created.tab, cell))).toEqual([]);
});

test('between them the files are spoilt in every way that the maker knows', () => {
  const kinds = new Set(
    variants.flatMap(([, how, original]) => dirtyFiles(original, how, 7).done.map(({ kind }) => kind)),
  );
  expect([...kinds].sort()).toEqual(
    [
      'date: 31.12.2025',
      'date: 12/31/2025',
      'date: 2025-12-31T23:30:00Z',
      'date: 1 gru 2025',
      'date: 15 Apr, 2021 00:03:00',
      'date: 1 января 2025 г.',
      'date: 31. Dezember 2025',
      'date: Wed, Dec 31, 2025',
      'decimal comma and space',
      'decimal comma and no-break space',
      'decimal comma and narrow no-break space',
      'decimal comma and thin space',
      'currency before',
      'currency after',
      'space at the end',
      'space at the beginning',
      'two spaces',
      'no-break space',
      'no-break space at the end',
      'capitals',
      'small letters',
      'look-alike letter',
      'error cell',
      'swapped date',
      'exact duplicate',
      'near duplicate',
      'repeated header row',
      'total row',
    ].sort(),
  );
});
