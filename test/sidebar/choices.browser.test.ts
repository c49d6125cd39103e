import type { Browser } from 'playwright-core';
import { describeWithBrowser, openBrowser } from '../support/browser';
import { companyHost, resized } from '../support/reported';
import { choose, heading, kept, openSidebar, press, type SidebarPage } from '../support/sidebar-page';

describeWithBrowser('what is chosen in the sidebar', () => {
  let browser: Browser;
  let host: ReturnType<typeof companyHost>;
  let sidebar: SidebarPage;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(() => {
    host = companyHost({}, resized(200));
  });
  afterEach(async () => {
    expect(sidebar.complaints).toEqual([]);
    await sidebar.page.context().close();
  });
  const open = async (steps: number) => {
    sidebar = await openSidebar(browser, host);
    for (let step = 0; step < steps; step++) await press(sidebar, 'Next');
    await sidebar.frame().evaluate(() => {
      for (const group of Array.from(document.querySelectorAll('details'))) group.open = true;
    });
  };
  const saved = () => host.workbook.values('Leakproof settings', 'A1:D250');
  const named = (setting: string) => saved().flatMap(([one, name]) => (one === setting ? [name] : []));

  test('are KPIs: those that are ticked, by their names, and no others stand in the report', async () => {
    await open(4);
    const tick = (name: string) => sidebar.frame().getByLabel(name, { exact: true });
    await sidebar.frame().getByText('12 of 40').waitFor();
    await tick('Sales cycle').uncheck();
    await tick('Cost per click').check();
    await press(sidebar, 'Create report');
    expect(named('kpi')).toEqual(expect.arrayContaining(['CPC', 'WIN_RATE']));
    expect(named('kpi')).not.toContain('SALES_CYCLE');
    const shown = host.workbook.values('Leakproof report', 'A1:A80').flat().map(String);
    expect(shown.some((text) => text.startsWith('Cost per click'))).toBe(true);
    expect(shown).not.toContain('Sales cycle');
  });

  test('are no KPIs that the mapped columns cannot give: what is missing is said', async () => {
    await open(1);
    await sidebar
      .frame()
      .getByLabel(/^Stage/)
      .selectOption({ label: 'None' });
    for (const name of ['Next', 'Next', 'Next']) await press(sidebar, name);
    await sidebar.frame().getByText('KPIs and targets').click();
    const winRate = sidebar.frame().getByLabel('Win rate', { exact: true });
    expect(await winRate.isDisabled()).toBe(true);
    await sidebar.frame().getByText('needs Deals › Stage').first().waitFor();
  });

  test('are tables: those that are ticked, and none for which no column is mapped', async () => {
    await open(1);
    await sidebar.frame().getByLabel('Segment', { exact: true }).first().selectOption({ label: 'None' });
    await sidebar.frame().getByLabel('Segment', { exact: true }).nth(1).selectOption({ label: 'None' });
    for (const name of ['Next', 'Next', 'Next']) await press(sidebar, name);
    await sidebar.frame().getByText('Tables', { exact: true }).click();
    expect(await sidebar.frame().getByLabel('By segment').isDisabled()).toBe(true);
    await sidebar.frame().getByLabel('By rep').uncheck();
    await press(sidebar, 'Create report');
    expect(named('breakdown')).toContain('month');
    expect(named('breakdown')).not.toContain('rep');
    expect(host.workbook.values('Leakproof report', 'A1:A150').flat()).not.toContain('Reps');
  });

  test('are channels: renamed, joined, and taken apart again', async () => {
    await open(2);
    const channel = (name: string) =>
      sidebar
        .frame()
        .locator('.channel')
        .filter({ has: sidebar.frame().locator('h3', { hasText: name }) });
    const alone = channel('Standing alone');
    await alone.getByLabel('Events', { exact: true }).selectOption({ label: 'Partners' });
    const partners = channel('Partners').filter({ hasText: 'Events' });
    await partners.locator('summary').click();
    await partners.getByLabel('Name').fill('Together');
    await partners.getByLabel('Name').blur();
    const together = channel('Together');
    expect(await together.locator('li bdi').allInnerTexts()).toEqual(['Partners', 'Events']);
    await together.getByLabel('Join with').selectOption({ label: 'Direct' });
    const direct = channel('Direct').filter({ hasText: 'Events' });
    expect((await direct.locator('li bdi').allInnerTexts()).sort()).toEqual(['Direct', 'Events', 'Partners']);
    await direct.locator('summary').click();
    await direct.getByLabel('Events', { exact: true }).selectOption({ label: 'A channel of its own' });
    expect((await channel('Direct').locator('li bdi').allInnerTexts()).sort()).toEqual(['Direct', 'Partners']);
    await press(sidebar, 'Next');
    await press(sidebar, 'Next');
    await press(sidebar, 'Create report');
    const channels = saved().filter(([setting]) => setting === 'channel');
    expect(channels).toEqual(
      expect.arrayContaining([
        ['channel', 'Partners', 'direct', null],
        ['channel', 'Events', 'Events', null],
      ]),
    );
  });

  test('are the columns that say when a stage was reached', async () => {
    await open(2);
    await choose(sidebar, 'Reached “Demo” in column', 'Created');
    await sidebar.frame().getByText('Dates of the stages: 1').waitFor();
    for (const name of ['Next', 'Next', 'Create report']) await press(sidebar, name);
    expect(saved()).toContainEqual(['deals', 'field reached:Demo', expect.anything(), 'Created']);
  });

  /** Puts a stray space before a stage; returns where. */
  const soil = () => {
    const deals = host.workbook.sheet('Deals');
    const column = host.workbook.values('Deals', 'A1:K1')[0]?.indexOf('Stage') ?? -1;
    host.workbook.write(deals, 5, column, [[{ value: ' Won' }]]);
    return { top: 5, left: column, bottom: 5, right: column };
  };

  test('is the language: every word changes, those of the findings too, and it is kept', async () => {
    soil();
    await open(3);
    await sidebar
      .frame()
      .getByText(/stray spaces/)
      .waitFor();
    await choose(sidebar, 'Language of the sidebar', 'Polski');
    expect(await heading(sidebar)).toBe('Kontrola');
    await sidebar
      .frame()
      .getByText(/spacje/)
      .waitFor();
    await kept(sidebar);
    await sidebar.reload();
    expect(await heading(sidebar)).toBe('Kontrola');
  });

  test('is a finding to be shown: its cells are selected in the sheet', async () => {
    const cell = soil();
    await open(3);
    await press(sidebar, 'Show');
    expect(host.workbook.activeSheet.name).toBe('Deals');
    expect(host.workbook.activeSheet.selection).toEqual([cell]);
  });
});
