import { createHost } from '../../host/host';
import { PARITY } from '../../host/parity';
import type { Assumption } from '../../host/parity-assumption';
import { CUSTOM_FUNCTIONS } from '../../host/parity-custom-functions';
import { UNTESTED } from '../../host/parity-untested';
import { listChanges, takeSnapshot } from '../../host/workbook/snapshot';
import { createWorkbook, type Workbook } from '../../host/workbook/workbook';
import { expectGolden } from '../support/golden';
import { builtAddOn } from '../support/reported';
import { openServices } from '../support/services';

function fileIn(locale: string): Workbook {
  const workbook = createWorkbook({ name: 'Test', locale, timeZone: 'America/New_York', sheets: ['Data'] });
  workbook.type('Data', 'A1', 'kept');
  return workbook;
}

/** Files with the add-on in them, which all checks share: each has to leave them as they were. */
const FILES = ['en_US', 'pl_PL', 'ru_RU', 'de_DE'].map((locale) => {
  const workbook = fileIn(locale);
  createHost({ dist: builtAddOn(), workbook });
  return [locale, workbook] as const;
});

/** Whether an assumption holds in a file, and what its check has left behind. */
function examine({ check }: Assumption, workbook: Workbook) {
  const before = takeSnapshot(workbook);
  const holds = check(openServices({ workbook }));
  return { holds, changes: listChanges(before, takeSnapshot(workbook)) };
}

test.each(PARITY.map((assumption) => [assumption.behaviour, assumption] as const))('%s', (_, assumption) => {
  for (const [locale, workbook] of FILES) {
    expect([locale, examine(assumption, workbook)]).toEqual([locale, { holds: true, changes: [] }]);
  }
});

test.each(CUSTOM_FUNCTIONS.map((assumption) => [assumption.id, assumption] as const))(
  'the check %s fails in a file without the add-on, and leaves it as it was',
  (_, assumption) => {
    expect(examine(assumption, fileIn('en_US'))).toEqual({ holds: false, changes: [] });
  },
);

test('every behaviour has an id of its own, and is said once, in one sentence', () => {
  const all = [...PARITY, ...UNTESTED];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ behaviour }) => behaviour)).size).toBe(all.length);
  for (const { behaviour } of all) expect(behaviour).toMatch(/^\S.*[^.]\.$/);
});

test('the page of assumptions lists them all', () => {
  expectGolden('../../docs/parity.md', pageOf(PARITY));
});

const HEADINGS = [
  ['documented', 'Documented by Google'],
  ['public thread', 'Reported in public'],
  ['believed', 'Believed, without a source'],
] as const;

/** The assumptions as a page in Markdown, the best founded first. */
function pageOf(assumptions: readonly Assumption[]): string {
  const lists = HEADINGS.map(([source, heading]) => {
    const lines = assumptions.filter((one) => one.source === source).map(lineOf);
    return `## ${heading}\n\n${lines.join('\n')}\n`;
  });
  const intro = [
    'Leakproof relies on these behaviours of Google Sheets, and the host imitates them. Each has a check in the table of',
    '`host/parity.ts` that uses nothing but Google’s services: the tests run it on the host, and it is written so that it',
    'can run in a real file. This page is generated from that table (`UPDATE_GOLDEN=1 npx jest test/host/parity`).',
  ];
  const untested = UNTESTED.map((one) => `${lineOf(one)} (${one.source})`);
  const elsewhere = `## Where no script can look\n\n${untested.join('\n')}\n`;
  return `# What is assumed of Google Sheets\n\n${intro.join('\n')}\n\n${[...lists, elsewhere].join('\n')}`;
}

const lineOf = ({ id, behaviour }: Omit<Assumption, 'check'>): string =>
  `- \`${id}\`: ${behaviour.replace(/[\\*_~<>|]/g, '\\$&')}`;
