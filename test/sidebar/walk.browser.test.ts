import type { Browser } from 'playwright-core';
import { createHost } from '../../host/host';
import { createWorkbook } from '../../host/workbook/workbook';
import { describeWithBrowser, openBrowser } from '../support/browser';
import { builtAddOn, companyHost } from '../support/reported';
import { choose, heading, openSidebar, press, type SidebarPage, settled } from '../support/sidebar-page';

describeWithBrowser('the sidebar in a browser', () => {
  let browser: Browser;
  let sidebar: SidebarPage;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(sidebar.complaints).toEqual([]);
    await sidebar.page.context().close();
  });

  test('makes a report of the sample company when the primary button is pressed five times', async () => {
    const host = companyHost();
    sidebar = await openSidebar(browser, host);
    const headings = [await heading(sidebar)];
    for (const name of ['Next', 'Next', 'Next', 'Next', 'Create report']) {
      await press(sidebar, name);
      headings.push(await heading(sidebar));
    }
    expect(headings).toEqual(['Tabs', 'Columns', 'Stages and channels', 'Check', 'Report', 'The report is ready']);
    expect(host.workbook.sheets.map(({ name }) => name)).toContain('Leakproof report');
    expect(sidebar.asked.filter((name) => name !== 'keepDraft')).toEqual([
      'openWizard',
      'readLabels',
      'checkData',
      'createReport',
      'tagColumns',
    ]);
  });

  test('can be walked through by keyboard alone: the heading has the focus on every page, and Enter goes on', async () => {
    const host = companyHost();
    sidebar = await openSidebar(browser, host);
    const { page } = sidebar;
    for (const title of ['Columns', 'Stages and channels', 'Check', 'Report', 'The report is ready']) {
      await tabTo(sidebar, /^(Next|Create report)$/);
      await page.keyboard.press('Enter');
      await sidebar.frame().getByRole('heading', { name: title, level: 1 }).waitFor();
      await settled(sidebar);
      expect(await focused(sidebar)).toBe(title);
    }
    await tabTo(sidebar, /^Edit$/);
    await page.keyboard.press('Space');
    await sidebar.frame().getByRole('heading', { name: 'Tabs', level: 1 }).waitFor();
    await tabTo(sidebar, /^Leads/);
    await page.keyboard.press('ArrowUp');
    await settled(sidebar);
    expect(await sidebar.frame().getByLabel('Leads', { exact: true }).inputValue()).toBe('');
  });

  test('moves a stage by keyboard, keeps the focus on its button, draws the funnel anew, and says where the stage is now', async () => {
    sidebar = await openSidebar(browser, companyHost());
    await press(sidebar, 'Next');
    await press(sidebar, 'Next');
    const steps = () => sidebar.frame().locator('.funnel').first().locator('bdi').allInnerTexts();
    expect(await steps()).toEqual(['New', 'Qualified', 'Demo', 'Proposal', 'Won']);
    await tabTo(sidebar, /^Move .Demo. up$/);
    await sidebar.page.keyboard.press('Enter');
    expect(await steps()).toEqual(['New', 'Demo', 'Qualified', 'Proposal', 'Won']);
    expect(await focused(sidebar)).toMatch(/^Move .Demo. up$/);
    await sidebar.frame().getByText('is now number 2 of 6').waitFor({ state: 'attached' });
  });

  test('maps a dirty sheet by hand, orders its stages, fixes two findings, sets two targets, and makes the report', async () => {
    const host = dirtyHost();
    sidebar = await openSidebar(browser, host);
    await choose(sidebar, 'Deals', 'Pipeline');
    await press(sidebar, 'Next');
    if ((await heading(sidebar)) === 'Tabs') await press(sidebar, 'Choose the columns by hand');
    expect(await heading(sidebar)).toBe('Columns');
    await sidebar.frame().evaluate(() => {
      for (const group of Array.from(document.querySelectorAll('details'))) group.open = true;
    });
    await choose(sidebar, /^Stage/, 'Kol 2');
    await choose(sidebar, /^Amount/, 'Kol 3');
    await choose(sidebar, /^Closed on/, 'Kol 4');
    await choose(sidebar, 'Customer', 'Kol 1');
    await press(sidebar, 'Next');
    await chooseMeaning(sidebar, 'etap pierwszy', 'Open');
    await chooseMeaning(sidebar, 'etap drugi', 'Open');
    await chooseMeaning(sidebar, 'tak', 'Won');
    await chooseMeaning(sidebar, 'nie', 'Lost');
    await moveUp(sidebar, 'tak', 'etap drugi');
    await moveUp(sidebar, 'etap drugi', 'etap pierwszy');
    expect(await sidebar.frame().locator('.labels').first().locator('bdi').allInnerTexts()).toEqual(
      expect.arrayContaining(['etap pierwszy', 'etap drugi', 'tak', 'nie']),
    );
    await press(sidebar, 'Next');
    expect(await heading(sidebar)).toBe('Check');
    const before = host.workbook.values('Pipeline', 'A1:D9');
    await fixFinding(sidebar, 'Deals › Amount');
    await sidebar
      .frame()
      .getByText(/^Fixed cells: [1-9]/)
      .waitFor();
    const between = host.workbook.values('Pipeline', 'A1:D9');
    expect(changedColumns(before, between)).toEqual([2]);
    await fixFinding(sidebar, 'Deals › Closed on');
    const after = host.workbook.values('Pipeline', 'A1:D9');
    expect(changedColumns(between, after)).toEqual([3]);
    await press(sidebar, 'Next');
    await sidebar.frame().getByText('KPIs and targets').click();
    await enter(sidebar, 'Target for Win rate, %', '40');
    await enter(sidebar, 'Target for Average deal, PLN', '5000');
    await press(sidebar, 'Create report');
    expect(await heading(sidebar)).toBe('The report is ready');
    const saved = host.workbook.values('Leakproof settings', 'A1:D80');
    expect(saved.filter(([setting]) => setting === 'target')).toHaveLength(2);
    expect(saved).toContainEqual(['target', 'WIN_RATE', 0.4, null]);
    expect(saved.filter(([setting]) => setting === 'stage').map(([, label, outcome]) => `${label} ${outcome}`)).toEqual(
      expect.arrayContaining(['etap pierwszy open', 'etap drugi open', 'tak won', 'nie lost']),
    );
  });

  test('does nothing twice when a button is pressed twice', async () => {
    sidebar = await openSidebar(browser, companyHost());
    sidebar.intercept = () => new Promise((resolve) => setTimeout(resolve, 100));
    await press(sidebar, 'Next');
    await sidebar.frame().getByRole('button', { name: 'Next' }).dblclick();
    await settled(sidebar);
    await sidebar.frame().waitForTimeout(300);
    expect(await heading(sidebar)).toBe('Stages and channels');
    expect(sidebar.asked.filter((name) => name === 'readLabels')).toHaveLength(1);
    expect(sidebar.asked).not.toContain('checkData');
  });

  test('says what it is doing while the server takes its time, to screen readers, too', async () => {
    sidebar = await openSidebar(browser, companyHost());
    await press(sidebar, 'Next');
    let answer = (): void => undefined;
    sidebar.intercept = (name) =>
      name === 'readLabels' ? new Promise<void>((resolve) => (answer = resolve)) : undefined;
    await sidebar.frame().getByRole('button', { name: 'Next' }).click();
    await sidebar.frame().getByRole('status').filter({ hasText: 'Reading the labels…' }).waitFor();
    expect(await sidebar.frame().getAttribute('.app', 'aria-busy')).toBe('true');
    answer();
    await settled(sidebar);
    expect(await heading(sidebar)).toBe('Stages and channels');
  });

  test('opens with the data check by its own menu item, and fixes nothing unasked', async () => {
    const host = companyHost();
    const first = await openSidebar(browser, host);
    for (const name of ['Next', 'Next', 'Next', 'Next', 'Create report']) await press(first, name);
    await first.page.context().close();
    const before = host.workbook.values('Deals', 'A1:K50');
    sidebar = await openSidebar(browser, host, { item: 'Check data' });
    expect(await heading(sidebar)).toBe('Check data');
    expect(host.workbook.values('Deals', 'A1:K50')).toEqual(before);
    await press(sidebar, 'Done');
    expect(await heading(sidebar)).toBe('Your report');
  });
});

/** A tab whose headers say nothing, with amounts and dates as text, and stages of no vocabulary. */
function dirtyHost() {
  const workbook = createWorkbook({ name: 'Dirty', locale: 'pl_PL', timeZone: 'Europe/Warsaw', sheets: [] });
  const rows = [
    ['Kol 1', 'Kol 2', 'Kol 3', 'Kol 4'],
    ['Alfa', 'etap pierwszy', '1 200,50', '2025-11-30'],
    ['Beta', 'etap pierwszy', '900,00', '2025-12-31'],
    ['Gamma', 'etap drugi', '3 100,00', '2025-10-15'],
    ['Delta', 'etap drugi', '2 000,00', '2025-09-13'],
    ['Epsilon', 'tak', '7 400,00', '2025-08-21'],
    ['Zeta', 'tak', '5 000,00', '2025-07-22'],
    ['Eta', 'nie', '1 100,00', '2025-06-23'],
    ['Teta', 'nie', '1 300,00', '2025-05-24'],
  ];
  const sheet = workbook.addSheet('Pipeline', { rows: rows.length, columns: 4 });
  workbook.write(
    sheet,
    0,
    0,
    rows.map((row) => row.map((value) => ({ value }))),
  );
  return createHost({ dist: builtAddOn(), workbook, userLocale: 'en', now: () => new Date('2026-01-15T12:00:00Z') });
}

const changedColumns = (before: readonly unknown[][], after: readonly unknown[][]): number[] => [
  ...new Set(before.flatMap((row, y) => row.flatMap((value, x) => (Object.is(value, after[y]?.[x]) ? [] : [x])))),
];

async function chooseMeaning(sidebar: SidebarPage, label: string, meaning: string): Promise<void> {
  await sidebar.frame().getByLabel(`Meaning of \u2068${label}\u2069`).selectOption({ label: meaning });
}

/** Moves a label up until it stands behind another. */
async function moveUp(sidebar: SidebarPage, label: string, behind: string): Promise<void> {
  const order = () => sidebar.frame().locator('.labels').first().locator('bdi').allInnerTexts();
  for (let labels = await order(); labels.indexOf(label) > labels.indexOf(behind) + 1; labels = await order())
    await sidebar
      .frame()
      .getByRole('button', { name: `Move \u2068${label}\u2069 up` })
      .click();
}

async function fixFinding(sidebar: SidebarPage, title: string): Promise<void> {
  const finding = sidebar.frame().locator('.findings li').filter({ hasText: title }).first();
  await finding.getByRole('button', { name: 'Fix', exact: true }).click();
  await settled(sidebar);
}

async function enter(sidebar: SidebarPage, field: string | RegExp, value: string): Promise<void> {
  const input = sidebar.frame().getByLabel(field, { exact: true });
  await input.fill(value, { timeout: 2000 });
  await input.blur();
}

/** What has the focus: its name, or its text. */
const focused = ({ frame }: SidebarPage): Promise<string> =>
  frame().evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const label = (element as HTMLInputElement | null)?.labels?.[0]?.textContent;
    return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
  });

/** Presses Tab until what is sought has the focus. */
async function tabTo(sidebar: SidebarPage, name: RegExp): Promise<void> {
  for (let press = 0; press < 150; press++) {
    await sidebar.page.keyboard.press('Tab');
    if (name.test(await focused(sidebar))) return;
  }
  throw new Error(`the keyboard never comes to ${name}`);
}
