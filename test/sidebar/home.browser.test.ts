import type { Browser } from 'playwright-core';
import { describeWithBrowser, openBrowser } from '../support/browser';
import { companyHost, resized } from '../support/reported';
import { choose, heading, openSidebar, press, type SidebarPage, settled } from '../support/sidebar-page';

describeWithBrowser('the page of the reports', () => {
  let browser: Browser;
  let host: ReturnType<typeof companyHost>;
  let sidebar: SidebarPage;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    host = companyHost({}, resized(200));
    sidebar = await openSidebar(browser, host);
    for (const name of ['Next', 'Next', 'Next', 'Next', 'Create report']) await press(sidebar, name);
  });
  afterEach(async () => {
    expect(sidebar.complaints).toEqual([]);
    await sidebar.page.context().close();
  });
  const tabs = () => host.workbook.sheets.map(({ name }) => name);
  const alert = async () => (await sidebar.frame().getByRole('alert').textContent()) ?? '';

  test('makes a second report beside the first, with a name and a period of its own, and changes between them', async () => {
    await press(sidebar, 'New report');
    expect(await heading(sidebar)).toBe('Report');
    await sidebar.frame().getByLabel('Name of the report').fill('Board');
    await sidebar.frame().getByLabel('Name of the report').blur();
    await choose(sidebar, 'Period', 'Last year');
    await press(sidebar, 'Create report');
    expect(tabs()).toEqual(expect.arrayContaining(['Leakproof report', 'Board']));
    await choose(sidebar, 'Report', 'Leakproof report');
    await sidebar.frame().getByText('All time').waitFor();
    await choose(sidebar, 'Report', 'Board');
    await sidebar.frame().getByText('Last year: 2025-01-01 – 2025-12-31').waitFor();
    await press(sidebar, 'Show the report');
    await sidebar.reload();
    expect(await sidebar.frame().getByLabel('Report', { exact: true }).locator('option').allInnerTexts()).toEqual([
      'Board',
      'Leakproof report',
    ]);
  });

  test('takes no name that another report has', async () => {
    await press(sidebar, 'New report');
    await sidebar.frame().getByLabel('Name of the report').fill('');
    await sidebar.frame().getByLabel('Name of the report').blur();
    await press(sidebar, 'Create report');
    expect(await alert()).toMatch(/There is a report with this name already/);
    expect(tabs().filter((name) => /report/i.test(name))).toEqual(['Leakproof report']);
  });

  test('deletes a report and its tab, once somebody has said so twice', async () => {
    await press(sidebar, 'Delete');
    await press(sidebar, 'Cancel');
    expect(tabs()).toContain('Leakproof report');
    await press(sidebar, 'Delete');
    await sidebar.frame().locator('.asked').getByRole('button', { name: 'Delete' }).click();
    await settled(sidebar);
    await sidebar.frame().getByText('The report is deleted.').waitFor();
    expect(tabs()).not.toContain('Leakproof report');
    expect(await heading(sidebar)).toBe('Tabs');
    await sidebar.reload();
    for (const name of ['Next', 'Next', 'Next', 'Next', 'Create report']) await press(sidebar, name);
    expect(tabs()).toContain('Leakproof report');
  });

  test('freezes a report: no formula is left on its tab', async () => {
    const { id } = host.workbook.sheet('Leakproof report');
    const formulas = () => [...host.workbook.formulas(id)].length;
    expect(formulas()).toBeGreaterThan(10);
    await press(sidebar, 'Freeze');
    await sidebar.frame().locator('.asked').getByRole('button', { name: 'Freeze' }).click();
    await settled(sidebar);
    await sidebar.frame().getByText('The report is frozen.').waitFor();
    await sidebar.frame().getByText('It has no live tab now.').waitFor();
    expect(formulas()).toBe(0);
  });

  test('tells that a column has moved, and goes on with it', async () => {
    host.workbook.restructure(host.workbook.sheet('Deals'), { kind: 'insert', axis: 'columns', at: 4, count: 1 });
    await sidebar.reload();
    await sidebar.frame().getByText(/moved/i).first().waitFor();
    await press(sidebar, 'Refresh');
    expect(await heading(sidebar)).toBe('The report is ready');
    expect(await alert()).toBe('');
  });

  test('asks which column is meant where one is gone, names all that there are, and refreshes with the answer', async () => {
    const headers = host.workbook.values('Deals', 'A1:K1')[0] ?? [];
    const at = headers.indexOf('Amount');
    host.workbook.restructure(host.workbook.sheet('Deals'), { kind: 'delete', axis: 'columns', at, count: 1 });
    await sidebar.reload();
    expect(await heading(sidebar)).toBe('Your report');
    await press(sidebar, 'Refresh');
    expect(await alert()).toMatch(/First decide what is asked/);
    const options = await sidebar.frame().getByLabel('Deals › Amount').locator('option').allInnerTexts();
    expect(options).toEqual(expect.arrayContaining(['A: Deal ID', 'Leave it out']));
    await choose(sidebar, 'Deals › Amount', 'Leave it out');
    await press(sidebar, 'Refresh');
    expect(await heading(sidebar)).toBe('The report is ready');
  });

  test('asks which tab is meant where one is gone, and finds its columns in the one that is chosen', async () => {
    const deals = host.workbook.sheet('Deals');
    const rows = host.workbook.values('Deals', 'A1:K60');
    const copy = host.workbook.addSheet('Pipeline', { rows: 60, columns: 11 });
    host.workbook.write(
      copy,
      0,
      0,
      rows.map((row) => row.map((value) => ({ value }))),
    );
    host.workbook.deleteSheet(deals);
    await sidebar.reload();
    await choose(sidebar, 'Deals', 'Pipeline');
    await sidebar.frame().getByRole('heading', { name: 'To be decided' }).waitFor({ state: 'detached' });
    await press(sidebar, 'Refresh');
    expect(await heading(sidebar)).toBe('The report is ready');
    expect(host.workbook.values('Leakproof settings', 'A1:D200')).toContainEqual([
      'deals',
      'tab',
      'Pipeline',
      expect.anything(),
    ]);
  });

  test('checks the data and comes back', async () => {
    await press(sidebar, 'Check data');
    expect(await heading(sidebar)).toBe('Check data');
    await press(sidebar, 'Done');
    expect(await heading(sidebar)).toBe('The report is ready');
  });
});
