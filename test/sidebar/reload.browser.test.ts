import type { Browser } from 'playwright-core';
import { describeWithBrowser, openBrowser } from '../support/browser';
import { companyHost, resized } from '../support/reported';
import { choose, heading, kept, openSidebar, press, type SidebarPage } from '../support/sidebar-page';

describeWithBrowser('a sidebar that is closed in the middle', () => {
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
  });
  afterEach(async () => {
    expect(sidebar.complaints).toEqual([]);
    await sidebar.page.context().close();
  });
  const forth = async (count: number) => {
    for (let step = 0; step < count; step++) await press(sidebar, 'Next');
  };
  const chosenIn = (list: string) => sidebar.frame().getByLabel(list, { exact: true }).first().inputValue();
  const openGroups = () =>
    sidebar.frame().evaluate(() => {
      for (const group of Array.from(document.querySelectorAll('details'))) group.open = true;
    });

  test('opens on the step where it was, with all that was chosen on every step', async () => {
    await choose(sidebar, 'Traffic', 'None');
    await press(sidebar, 'Next');
    await openGroups();
    await choose(sidebar, 'Campaign', 'None');
    await press(sidebar, 'Next');
    await sidebar.frame().getByLabel('Meaning of \u2068Demo\u2069').selectOption({ label: 'Leave out' });
    await forth(2);
    await choose(sidebar, 'Period', 'Last year');
    await kept(sidebar);
    await sidebar.reload();
    expect(await heading(sidebar)).toBe('Report');
    expect(await chosenIn('Period')).toBe('last-year');
    await press(sidebar, 'Back');
    await press(sidebar, 'Back');
    expect(await chosenIn('Meaning of \u2068Demo\u2069')).toBe('ignore');
    await press(sidebar, 'Back');
    await openGroups();
    expect(await chosenIn('Campaign')).toBe('');
    await press(sidebar, 'Back');
    expect(await chosenIn('Traffic')).toBe('');
  });

  test.each([
    ['Tabs', 0],
    ['Columns', 1],
    ['Stages and channels', 2],
    ['Check', 3],
    ['Report', 4],
  ] as const)('opens on the step %s again', async (title, steps) => {
    await forth(steps);
    if (steps > 0) await kept(sidebar);
    await sidebar.reload();
    expect(await heading(sidebar)).toBe(title);
  });

  test('says that it goes on where it was, and forgets it when asked to', async () => {
    await forth(2);
    await kept(sidebar);
    await sidebar.reload();
    await sidebar.frame().getByText('You had not finished here.').waitFor();
    await press(sidebar, 'Discard my changes');
    expect(await heading(sidebar)).toBe('Tabs');
    await sidebar.reload();
    expect(await heading(sidebar)).toBe('Tabs');
    expect(host.properties.user.size).toBe(0);
  });

  test('leaves nothing behind once the report is made', async () => {
    await forth(4);
    await kept(sidebar);
    expect(host.properties.user.size).toBeGreaterThan(0);
    await press(sidebar, 'Create report');
    while (host.properties.user.size > 0) await sidebar.frame().waitForTimeout(50);
    await sidebar.reload();
    expect(await heading(sidebar)).toBe('Your report');
  });

  test('finds its columns again where somebody has moved them meanwhile, and tells', async () => {
    await forth(1);
    await kept(sidebar);
    host.workbook.restructure(host.workbook.sheet('Deals'), { kind: 'insert', axis: 'columns', at: 0, count: 1 });
    await sidebar.reload();
    expect(await heading(sidebar)).toBe('Columns');
    await press(sidebar, 'Back');
    await sidebar
      .frame()
      .getByText(/Columns moved in the tab "Deals"/)
      .waitFor();
  });

  describe('two of them in one file', () => {
    let other: SidebarPage;
    beforeEach(async () => {
      other = await openSidebar(browser, host);
    });
    afterEach(() => other.page.context().close());
    const settingsTab = () => host.workbook.values('Leakproof settings', 'A1:D200').filter(([name]) => name !== null);
    const walk = async (one: SidebarPage, count: number) => {
      for (let step = 0; step < count; step++) await press(one, 'Next');
    };

    test('save one after the other, each whole, and the later one is told of the earlier', async () => {
      await walk(sidebar, 4);
      await walk(other, 4);
      await choose(other, 'Period', 'Last year');
      await press(sidebar, 'Create report');
      await press(other, 'Create report');
      expect(await heading(other)).toBe('The report is ready');
      await other
        .frame()
        .getByText(/Somebody else saved settings/)
        .waitFor();
      const rows = settingsTab();
      expect(rows).toContainEqual(['leakproof', 'revision', 2, null]);
      expect(rows.at(-1)?.[2]).toBe(rows.length - 2);
      expect(rows.filter(([setting, name]) => setting === 'report' && name === 'tab')).toHaveLength(1);
      expect(rows.find(([setting, name]) => setting === 'report' && name === 'start')?.[2]).toBe('2025-01-01');
    });

    test('at the very same time: one saves, the other is told to try again', async () => {
      await walk(sidebar, 4);
      await walk(other, 4);
      other.intercept = (name) => void (name === 'createReport' && host.platform.foreignLocks.add('document'));
      await press(other, 'Create report');
      host.platform.foreignLocks.clear();
      await other
        .frame()
        .getByText(/Somebody else is saving/)
        .waitFor();
      await press(sidebar, 'Create report');
      other.intercept = undefined;
      await press(other, 'Try again');
      expect(await heading(other)).toBe('The report is ready');
      expect(settingsTab()).toContainEqual(['leakproof', 'revision', 2, null]);
    });

    test('keep what is unfinished one after the other, and never a mixture of both', async () => {
      await walk(sidebar, 2);
      await walk(other, 1);
      await kept(sidebar);
      await kept(other);
      await sidebar.reload();
      expect(['Columns', 'Stages and channels']).toContain(await heading(sidebar));
    });
  });
});
