import { createHost, type Host } from '../../host/host';
import type { Sheet } from '../../host/workbook/sheet';
import { createWorkbook } from '../../host/workbook/workbook';
import { normaliseLabel } from '../../src/data/cell';
import type { Settings } from '../../src/data/settings';
import type { Created } from '../../src/main';
import { words } from '../../src/text/words';
import { describeWithLibreOffice, recalculateWorkbook } from '../support/libreoffice';
import { addTab, builtAddOn, differences, makeReportOf } from '../support/reported';

/** What somebody may have typed where a label, a name or a header is expected. */
const texts = [
  '=HYPERLINK("http://x")',
  '=IMPORTXML("http://x";"//a")',
  '+1',
  '-1',
  '-A1',
  '@x',
  '=1+1',
  '\tx',
  'a\tb',
  'a\nb',
  'a\r\nb',
  '\r=x',
  "'",
  "'=x",
  "it's",
  '"',
  '"";HYPERLINK("x")',
  ';',
  'a;b',
  '{1;2}',
  '!',
  'Deals!A1',
  '>5',
  '<>',
  '*',
  '?',
  'a~*b?',
  'TRUE',
  '2025',
  '1/2',
  '12%',
  'May 5',
  '#REF!x',
  '{column}',
  '&',
  '<b>',
  '\u0001start\u0002',
  '😀',
  'Сделки',
  'x'.repeat(300),
];

const tabNames = [
  "O'Brien's",
  '"deals"',
  '😀',
  'Сделки',
  'Deals!A1',
  '2025',
  'A1',
  'R1C1',
  'R',
  'TRUE',
  '=1+1',
  '-x',
  '@x',
  'a;b',
  '{x}',
  '$A$1',
  '#REF!',
  'Sales & <b>',
  'x'.repeat(99),
];

const fields = ['customer', 'stage', 'amount', 'created', 'closed', 'owner', 'source', 'segment'];

/** Deals, leads and spend in which the texts stand as labels, names and headers; `tabOf` names the tabs. */
function hostWith(labels: readonly string[], tabOf: (name: string) => string, headerOf: (field: string) => string) {
  const workbook = createWorkbook({ name: 'Hostile', locale: 'en_US', timeZone: 'Europe/Warsaw', sheets: [] });
  const day = (number: number) => ({ value: 45_809 + number, numberFormat: 'yyyy-mm-dd' });
  const table = (name: string, columns: readonly string[], rows: readonly (readonly (string | number | object)[])[]) =>
    addTab(workbook, tabOf(name), [
      columns.map((field) => ({ value: headerOf(field) })),
      ...rows.map((row) =>
        row.map((cell) => (typeof cell === 'object' ? (cell as ReturnType<typeof day>) : { value: cell })),
      ),
    ]);
  const each = labels.flatMap((label, at) => [
    [label, at],
    [label, at + 3],
  ]) as [string, number][];
  table(
    'deals',
    fields,
    each.map(([label, at]) => [label, label, 100 + at, day(at % 28), day(at % 30), label, label, label]),
  );
  table(
    'leads',
    ['created', 'source', 'status'],
    each.map(([label, at]) => [day(at % 29), label, label]),
  );
  table(
    'spend',
    ['date', 'channel', 'cost'],
    each.map(([label, at]) => [day(at % 27), label, 10 + at]),
  );
  return createHost({ dist: builtAddOn(), workbook, now: () => new Date('2026-01-15T12:00:00Z') });
}

function settingsFor(
  labels: readonly string[],
  tabOf: (name: string) => string,
  headerOf: (field: string) => string,
  language: Settings['report']['language'],
): Settings {
  const mapping = (name: string, own: readonly string[], headers = own) => ({
    tab: tabOf(name),
    headerRow: 1,
    columns: Object.fromEntries(
      own.map((field, at) => [field, { column: at + 1, header: headerOf(headers[at] as string) }]),
    ),
    totalRows: [],
  });
  const outcomes = ['won', 'lost', 'open'] as const;
  const meanings = ['lead', 'mql', 'customer'] as const;
  return {
    version: 1,
    datasets: {
      leads: mapping('leads', ['created', 'source', 'status']),
      deals: mapping('deals', fields),
      spend: mapping('spend', ['date', 'channel', 'amount'], ['date', 'channel', 'cost']),
    },
    stages: labels.map((label, order) => ({ label, order, outcome: outcomes[order % 3] ?? 'open' })),
    statuses: labels.map((label, order) => ({ label, order, meaning: meanings[order % 3] ?? 'lead' })),
    channels: labels.slice(0, 1).map((label) => ({ channel: label, labels: [label] })),
    report: {
      name: '',
      period: { start: '2025-06-01', end: '2025-06-30' },
      compare: 'previous',
      language,
      currency: labels[0] ?? '',
      margin: 1,
      targets: {},
      breakdowns: [],
      kpis: [],
    },
  };
}

function reportOn(
  labels: readonly string[],
  {
    tabOf = (name: string) => name,
    headerOf = (field: string) => field,
    language = 'en' as Settings['report']['language'],
  } = {},
): { host: Host; created: Created; settings: Settings } {
  const host = hostWith(labels, tabOf, headerOf);
  const settings = settingsFor(labels, tabOf, headerOf, language);
  return { host, created: makeReportOf(host, settings), settings };
}

const ownFunctions = new Set(
  (
    'ABS AND ARRAYFORMULA AVERAGE COUNTIFS COUNTUNIQUE COUNTUNIQUEIFS DATE DAY EDATE EOMONTH IF IFERROR INDEX INT ISNUMBER MATCH MAX MEDIAN MIN ' +
    'MOD MONTH N OR REPT RIGHT ROUND ROW SUBSTITUTE SUM SUMIFS YEAR'
  ).split(' '),
);

/** A formula without its texts and its names of tabs. */
const codeOf = (formula: string): string => formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, 'T!');

/** Every formula of the tabs that the report made: a text, or one of ours. */
function expectHarmless({ host, created }: ReturnType<typeof reportOn>): void {
  const { workbook } = host;
  const live = new Set(created.cells.map(({ cell }) => cell));
  for (const tab of [created.tab, 'Leakproof settings']) {
    const sheet = workbook.sheet(tab);
    for (const { row, column, formula } of workbook.formulas(sheet.id)) {
      if (/^="(?:[^"]|"")*"$/.test(formula)) continue;
      const cell = `${String.fromCharCode(65 + column)}${row + 1}`;
      expect([tab, cell, formula, tab === created.tab && live.has(cell)]).toEqual([tab, cell, formula, true]);
      const code = codeOf(formula);
      expect(code).not.toMatch(/[{}'\n\t]/);
      for (const [, name = ''] of code.matchAll(/([A-Z_.]+)\(/gi)) expect([...ownFunctions]).toContain(name);
    }
  }
  expectHarmlessExtras(workbook.sheet(created.tab));
}

/** Google reads a choice as if it was typed, and a title as it is: neither may be a formula. */
function expectHarmlessExtras({ validations, charts, notes }: Sheet): void {
  const choices = [...validations.entries()].flatMap(({ value }) => value.values);
  expect(choices.filter((choice) => typeof choice !== 'string' || /^[=+\-@'\t\r\n]/.test(choice))).toEqual([]);
  expect(choices.length).toBeGreaterThan(0);
  const titles = Object.values(words).flatMap(({ report, columns }) => [
    ...Object.values(report),
    ...Object.values(columns),
    'CAC',
  ]);
  const said = charts.flatMap(({ options }) =>
    ['title', 'hAxis.title', 'vAxis.title'].flatMap((name) => options[name] ?? []),
  );
  expect(said.filter((title) => !titles.includes(title as string))).toEqual([]);
  expect([...notes.entries()]).toEqual([]);
}

function expectRight({ host, created }: ReturnType<typeof reportOn>): void {
  const { workbook } = host;
  expect(differences(created.cells, (cell) => workbook.value(created.tab, cell))).toEqual([]);
  const shown = workbook.values(created.tab, 'A1:J600').flat();
  expect(shown.filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
}

/** Made when the first test needs it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

describe.each(texts.map((text) => [JSON.stringify(text).slice(0, 40), text] as const))('the text %s', (_, text) => {
  const isLabel = normaliseLabel(text) !== '';
  const labels = [text, 'Plain', 'Other'].filter((label) => isLabel || label !== text);

  const headerOf = (field: string) => `${text}${field}`;
  const made = once(() => reportOn(labels, { headerOf }));

  test('as a label, owner, channel, customer and header is text, and counted right', () => {
    const { host, created } = made();
    expectHarmless(made());
    expectRight(made());
    const shown = host.workbook.values(created.tab, 'A1:A600').flat();
    const found = shown.filter((value) => typeof value === 'string' && value.trim() === text.trim());
    // A step of both funnels, a channel, an owner, a segment.
    expect(found.length).toBeGreaterThanOrEqual(5);
    expect(created.figures.kpis.find(({ name }) => name === 'REVENUE')?.value).toBe(203);
  });

  test('stands in the settings as it was, and is read back', () => {
    const { host, settings } = made();
    const opening = host.run('openWizard') as unknown as { settings: Settings };
    const { stages, statuses, channels } = opening.settings;
    expect({ stages, statuses, channels }).toEqual({
      stages: settings.stages,
      statuses: settings.statuses,
      channels: settings.channels,
    });
    expect(opening.settings.datasets.deals?.columns).toEqual(settings.datasets.deals?.columns);
  });
});

test.each(['en', 'pl', 'ru'] as const)('headers in notes are text (%s)', (language) => {
  const made = reportOn(['Won', 'Lost', 'New'], { headerOf: (field) => `=${field}`, language });
  expectHarmless(made);
  expectRight(made);
});

describe.each(tabNames.map((name) => [name.slice(0, 40), name] as const))('a tab called %s', (_, name) => {
  test('is what its formulas refer to', () => {
    const made = reportOn(['Won', 'Lost', 'New'], { tabOf: (dataset) => (dataset === 'deals' ? name : dataset) });
    expectHarmless(made);
    expectRight(made);
    expect(made.created.figures.kpis.find(({ name: kpi }) => kpi === 'REVENUE')?.value).toBe(203);
  });
});

describeWithLibreOffice('a file full of such texts', () => {
  test('is calculated by LibreOffice as by evaluate', async () => {
    const unique = new Map(texts.map((text) => [normaliseLabel(text), text]));
    unique.delete('');
    const { host, created } = reportOn([...unique.values()], {
      tabOf: (dataset) => `${dataset} 'x' "y" 😀`,
      headerOf: (field) => `=${field}`,
    });
    const cells = (await recalculateWorkbook(host.workbook)).get(created.tab);
    expect(differences(created.cells, (cell) => cells?.get(cell))).toEqual([]);
  }, 180_000);
});
