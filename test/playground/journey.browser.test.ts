import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { describeWithBrowser } from '../support/browser';
import { describeWithLibreOffice, recalculate } from '../support/libreoffice';
import { type PlaygroundTests, startPlaygroundTests, Visit } from '../support/playground';
import { differences } from '../support/reported';

/** A pipeline as a team keeps it: headers that say nothing, stages of no vocabulary, amounts and dates as text. */
const PIPELINE = [
  'Col 1;Col 2;Col 3;Col 4',
  'Alfa;first talk;1 200,50 zł;30.11.2025',
  'Beta;first talk;900,00 zł;31.12.2025',
  'Gamma;second talk;3 100,00 zł;15.10.2025',
  'Delta;second talk;2 000,00 zł;13.09.2025',
  'Epsilon;yes!;7 400,00 zł;21.08.2025',
  'Zeta;yes!;5 000,00 zł;22.07.2025',
  'Eta;gone;1 100,00 zł;23.06.2025',
  'Theta;gone;1 300,00 zł;24.05.2025',
].join('\n');

const report = 'Leakproof report';

/** The sidebar as a visitor works it. */
class Sidebar {
  readonly frame: FrameLocator;

  constructor(visit: Visit) {
    this.frame = visit.page.frameLocator('aside iframe');
  }

  /** Waits until a page of the sidebar is there, and rests. */
  async stands(heading: string): Promise<void> {
    await this.frame.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await this.settled();
  }

  settled(): Promise<void> {
    return this.frame.locator('.app[aria-busy="false"]').waitFor();
  }

  async press(name: string): Promise<void> {
    await this.frame.getByRole('button', { name, exact: true }).first().click();
    await this.settled();
  }

  /** Goes through all steps by the primary button alone. */
  async makeReport(): Promise<void> {
    await this.stands('Tabs');
    for (const heading of ['Columns', 'Stages and channels', 'Check', 'Report']) {
      await this.press('Next');
      await this.stands(heading);
    }
    await this.press('Create report');
    await this.stands('The report is ready');
  }

  async choose(list: string | RegExp, entry: string): Promise<void> {
    await this.frame.getByLabel(list, { exact: true }).first().selectOption({ label: entry });
    await this.settled();
  }

  /** Answers what a label means. */
  meaning(label: string, meaning: string): Promise<void> {
    return this.choose(`Meaning of \u2068${label}\u2069`, meaning);
  }

  async target(name: string | RegExp, value: string): Promise<void> {
    const field = this.frame.getByLabel(name);
    await field.fill(value);
    await field.blur();
  }

  async fix(finding: string): Promise<void> {
    const item = this.frame.locator('.findings li').filter({ hasText: finding }).first();
    await item.getByRole('button', { name: 'Fix', exact: true }).click();
    await this.settled();
  }
}

/** The row of the report, from 1, whose first cell is this. */
async function rowOf(visit: Visit, title: string): Promise<number> {
  const workbook = await visit.workbook();
  return workbook.values(report, 'A1:A200').findIndex(([cell]) => cell === title) + 1;
}

/** Types the first and last day of the period into the cells of the report. */
async function typePeriod(visit: Visit, start: string, end: string): Promise<void> {
  const row = await rowOf(visit, 'Period');
  for (const [cell, day] of [
    [`B${row}`, start],
    [`D${row}`, end],
  ] as const) {
    await visit.goTo(cell);
    await visit.type(day);
    await visit.press('Enter');
  }
}

async function openFile(visit: Visit, name: string, content: string): Promise<void> {
  await visit.choose('File', 'Open…');
  const dialog = visit.page.getByRole('dialog', { name: 'Open files' });
  await dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
}

describeWithBrowser('A visitor of the playground', () => {
  jest.setTimeout(180_000);
  let tests: PlaygroundTests;
  beforeAll(async () => {
    tests = await startPlaygroundTests();
  });
  afterAll(() => tests.close());

  test('makes a report of the sample company with the primary button alone, and changes its period in the tab', async () => {
    const visit = await Visit.open(tests);
    visit.page.setDefaultTimeout(60_000);
    const sidebar = new Sidebar(visit);
    await sidebar.makeReport();
    await sidebar.press('Show the report');
    await visit.page.getByRole('tab', { name: report, selected: true }).waitFor();
    await visit.shows('A1', 'Sales and marketing report');
    const workbook = await visit.workbook();
    const won = await rowOf(visit, 'Won deals');
    expect(workbook.value(report, `B${won}`)).toBe(205);
    await typePeriod(visit, '2025-07-01', '2025-12-31');
    await visit.goTo(`B${won}`);
    await visit.shows(`B${won}`, '137');
    expect(visit.complaints).toEqual([]);
  });

  test('maps a file of his own, orders its stages, fixes two findings, sets targets, and refreshes what he has changed', async () => {
    const visit = await Visit.open(tests);
    visit.page.setDefaultTimeout(60_000);
    await openFile(visit, 'Pipeline.csv', PIPELINE);
    await visit.shows('B2', 'first talk');
    const sidebar = new Sidebar(visit);
    await sidebar.stands('Tabs');
    await sidebar.choose('Deals', 'Pipeline');
    await sidebar.press('Next');
    const byHand = sidebar.frame.getByRole('button', { name: 'Choose the columns by hand' });
    if (await byHand.isVisible()) await sidebar.press('Choose the columns by hand');
    await sidebar.stands('Columns');
    for (const group of await sidebar.frame.locator('details:not([open]) > summary').all()) await group.click();
    await sidebar.choose(/^Stage/, 'Col 2');
    await sidebar.choose(/^Amount/, 'Col 3');
    await sidebar.choose(/^Closed on/, 'Col 4');
    await sidebar.choose('Customer', 'Col 1');
    await sidebar.press('Next');
    await sidebar.stands('Stages and channels');
    await sidebar.meaning('first talk', 'Open');
    await sidebar.meaning('second talk', 'Open');
    await sidebar.meaning('yes!', 'Won');
    await sidebar.meaning('gone', 'Lost');
    const steps = sidebar.frame.locator('.funnel').first().locator('bdi');
    const up = sidebar.frame.getByRole('button', { name: 'Move \u2068second talk\u2069 up' });
    while ((await steps.allInnerTexts())[0] !== 'second talk') await up.click();
    await sidebar.press('Next');
    await sidebar.stands('Check');
    await sidebar.fix('Deals › Amount');
    await sidebar.fix('Deals › Closed on');
    const workbook = await visit.workbook();
    expect(workbook.values('Pipeline', 'C2:C3')).toEqual([[1200.5], [900]]);
    expect(workbook.display('Pipeline', 'D2')).toMatch(/2025/);
    await sidebar.press('Next');
    await sidebar.stands('Report');
    await sidebar.frame.getByText('KPIs and targets').click();
    await sidebar.target(/^Target for Win rate/, '40');
    await sidebar.target(/^Target for Average deal/, '5000');
    await sidebar.press('Create report');
    await sidebar.stands('The report is ready');
    await sidebar.press('Show the report');
    await visit.shows('A1', 'Sales and marketing report');
    const rate = await rowOf(visit, 'Win rate');
    expect([workbook.value(report, `B${rate}`), workbook.value(report, `F${rate}`)]).toEqual([0.5, 0.4]);
    await typePeriod(visit, '2025-07-01', '2025-08-31');
    expect(workbook.value(report, `B${await rowOf(visit, 'Won deals')}`)).toBe(2);
    expect(workbook.value(report, `B${rate}`)).toBe(1);
    await sidebar.press('Refresh');
    await sidebar.settled();
    const again = await rowOf(visit, 'Win rate');
    expect([workbook.value(report, `B${again}`), workbook.value(report, `F${again}`)]).toEqual([1, 0.4]);
    expect(visit.complaints).toEqual([]);
  });

  describeWithLibreOffice('with LibreOffice', () => {
    jest.setTimeout(240_000);

    test('opens a file, makes a report, downloads it, and LibreOffice calculates the same', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'journey-'));
      const visit = await Visit.open(tests);
      visit.page.setDefaultTimeout(60_000);
      const rows = Array.from({ length: 40 }, (_, row) =>
        [
          `D${row}`,
          ['Won', 'Lost', 'Proposal', 'Demo'][row % 4],
          100 + row,
          `2025-0${1 + (row % 9)}-10`,
          `2025-0${1 + (row % 9)}-2${row % 9}`,
          `Customer ${row % 7}`,
          ['Ann', 'Bo'][row % 2],
        ].join(','),
      );
      const content = ['Deal ID,Stage,Amount,Created,Close date,Customer,Owner', ...rows].join('\n');
      await openFile(visit, 'Deals.csv', content);
      await visit.shows('B2', 'Won');
      const sidebar = new Sidebar(visit);
      await sidebar.makeReport();
      const [file] = await Promise.all([
        visit.page.waitForEvent('download'),
        visit.choose('File', 'Download as .xlsx'),
      ]);
      const path = join(folder, 'deals.xlsx');
      await file.saveAs(path);
      const found = (await recalculate(path)).get(report);
      const workbook = await visit.workbook();
      const cells = workbook.values(report, 'A1:J300').flatMap((values, row) =>
        values.flatMap((value, column) => {
          const cell = `${'ABCDEFGHIJ'.charAt(column)}${row + 1}`;
          return workbook.formula(report, cell) === undefined ? [] : [{ cell, value: value as string | number | null }];
        }),
      );
      expect(cells.length).toBeGreaterThan(200);
      expect(differences(cells, (cell) => found?.get(cell))).toEqual([]);
      expect(found?.get(`B${await rowOf(visit, 'Won deals')}`)).toBe(10);
      expect(found?.get(`B${await rowOf(visit, 'Win rate')}`)).toBe(0.5);
      rmSync(folder, { recursive: true });
    });
  });
});
