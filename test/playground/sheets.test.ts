import { describeWithBrowser } from '../support/browser';
import { type PlaygroundTests, startPlaygroundTests, Visit } from '../support/playground';

describeWithBrowser('Tabs, menus and looks in the playground', () => {
  let tests: PlaygroundTests;
  beforeAll(async () => {
    tests = await startPlaygroundTests();
  });
  afterAll(() => tests.close());

  const names = (visit: Visit) => visit.page.getByRole('tab').allTextContents();

  test('tabs are added, renamed, duplicated, hidden, shown and deleted', async () => {
    const visit = await Visit.open(tests);
    const { page } = visit;
    const menu = async (tab: string, item: string) => {
      await page.getByRole('tab', { name: tab, exact: true }).click({ button: 'right' });
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    };
    await menu('Spend', 'Rename');
    await page.getByRole('textbox', { name: 'New name of the tab' }).fill('Costs');
    await visit.press('Enter');
    await page.getByRole('tab', { name: 'Costs' }).waitFor();
    await menu('Costs', 'Duplicate');
    await page.getByRole('tab', { name: 'Copy of Costs' }).waitFor();
    await menu('Traffic', 'Hide');
    await page.getByRole('tab', { name: 'Traffic' }).waitFor({ state: 'detached' });
    await menu('Copy of Costs', 'Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('tab', { name: 'Copy of Costs' }).waitFor({ state: 'detached' });
    expect(await names(visit)).toEqual(['Leads', 'Deals', 'Costs']);
    await page.getByRole('button', { name: 'All tabs' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Traffic (hidden)' }).click();
    await page.getByRole('tab', { name: 'Traffic', selected: true }).waitFor();
    await menu('Traffic', 'Move left');
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('[role=tab]')].map((tab) => tab.textContent).join() ===
        'Leads,Deals,Traffic,Costs',
    );
  });

  test('a name that is taken is refused in a sentence', async () => {
    const visit = await Visit.open(tests);
    await visit.page.getByRole('tab', { name: 'Leads' }).dblclick();
    await visit.page.getByRole('textbox', { name: 'New name of the tab' }).fill('Deals');
    await visit.press('Enter');
    expect(await visit.failure()).toMatch(/Deals/);
  });

  test('rows are inserted and deleted by the menu of the cells, and undone', async () => {
    const visit = await Visit.open(tests);
    await visit.goTo('A3:A4');
    await visit.cell('A3').click({ button: 'right' });
    await visit.page.getByRole('menuitem', { name: 'Insert rows above: 2' }).click();
    await visit.shows('A5', 'L-00002');
    await visit.press('Control+z');
    await visit.shows('A3', 'L-00002');
    await visit.goTo('A2:A3');
    await visit.press('Shift+F10');
    await visit.page.getByRole('menuitem', { name: 'Delete rows: 2–3' }).click();
    await visit.shows('A2', 'L-00003');
  });

  test('hidden rows leave no gap, and can be shown again', async () => {
    const visit = await Visit.open(tests);
    await visit.goTo('A3:A5');
    await visit.press('Shift+F10');
    await visit.page.getByRole('menuitem', { name: 'Hide rows: 3–5' }).click();
    await visit.cell('A4').waitFor({ state: 'detached' });
    await visit.goTo('A2:A6');
    await visit.press('Shift+F10');
    await visit.page.getByRole('menuitem', { name: 'Show hidden rows' }).click();
    await visit.shows('A4', 'L-00003');
  });

  test('menus work by keyboard alone', async () => {
    const visit = await Visit.open(tests);
    const { page } = visit;
    await page.getByRole('menubar').getByRole('menuitem', { name: 'File' }).focus();
    await visit.press('ArrowRight', 'ArrowRight', 'ArrowDown');
    await page.getByRole('menu', { name: 'View' }).waitFor();
    await visit.press('ArrowDown', 'ArrowRight');
    await page.getByRole('menu', { name: 'Language' }).waitFor();
    await visit.press('ArrowDown', 'Enter');
    await page.getByRole('menubar').getByRole('menuitem', { name: 'Widok' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('pl');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'grid');
  });

  test("the add-on's own menu opens the sidebar, which closes again", async () => {
    const visit = await Visit.open(tests);
    const { page } = visit;
    await page.getByRole('menubar').getByRole('menuitem', { name: 'Extensions' }).click();
    await page.getByRole('menuitem', { name: 'Leakproof' }).click();
    await page.getByRole('menu', { name: 'Leakproof' }).getByRole('menuitem').first().click();
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading').first().waitFor();
    expect(await page.locator('iframe').getAttribute('sandbox')).not.toContain('allow-same-origin');
    expect((await visit.box(page.locator('iframe'))).width).toBe(300);
    await page.getByRole('button', { name: 'Close the sidebar' }).click();
    await page.locator('iframe').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Open Leakproof' }).waitFor();
    expect(visit.complaints).toEqual([]);
  });

  test('looks are changed by keys, tools and menus', async () => {
    const visit = await Visit.open(tests);
    await visit.goTo('A2');
    await visit.press('Control+b');
    await visit.page.waitForFunction(
      () => document.querySelector<HTMLElement>('#cell-1-0')?.style.fontWeight === 'bold',
    );
    await visit.page.getByRole('button', { name: 'Align right' }).click();
    await visit.page.locator('#cell-1-0.right').waitFor();
    await visit.goTo('Spend!D2');
    await visit.page.getByRole('button', { name: 'Number', exact: true }).click();
    await visit.shows('D2', /^\d[\d,]*\.\d\d$/);
  });

  test('columns are frozen, and stay while the others scroll', async () => {
    const visit = await Visit.open(tests);
    const { page } = visit;
    await visit.goTo('A2');
    await visit.choose('View', 'Freeze', 'Up to column A');
    await page.locator('.stage.frozen-columns').waitFor();
    const before = await visit.box(visit.cell('A2'));
    await visit.press('End');
    await visit.selects('Z2');
    await page.locator('.headers.columns .header', { hasText: /^Z$/ }).waitFor();
    expect(await visit.box(visit.cell('A2'))).toEqual(before);
  });

  test('merged cells, notes, drop-down lists, hidden gridlines, groups and charts are shown', async () => {
    const visit = await Visit.open(tests);
    const { page } = visit;
    const workbook = await visit.workbook();
    const sheet = workbook.sheets[0];
    if (!sheet) throw new Error('The workbook has no tab.');
    sheet.merges.push({ top: 1, left: 1, bottom: 3, right: 2 });
    sheet.notes.set(4, 0, 'a note');
    sheet.validations.set(5, 4, {
      criteria: 'VALUE_IN_LIST',
      values: ['MQL', 'SQL', 'Customer'],
      dropdown: true,
      allowInvalid: false,
    });
    sheet.gridLines = false;
    for (let row = 9; row < 12; row++) sheet.tracks.rows.shiftDepth(row, 1);
    sheet.charts.push({
      id: 1,
      type: 'BAR',
      ranges: [{ sheet: sheet.id, top: 0, left: 4, bottom: 5, right: 5 }],
      anchor: { row: 2, column: 9, x: 10, y: 5 },
      headers: 1,
      transposed: false,
      mergeStrategy: 'MERGE_COLUMNS',
      hiddenStrategy: 'IGNORE_BOTH',
      options: { title: 'A chart', width: 400, height: 240 },
    });
    await visit.press('Control+b');
    await page.locator('.stage.no-rules').waitFor();
    expect((await visit.box(visit.cell('B2'))).height).toBe(63);
    await visit.cell('B3').waitFor({ state: 'detached' });
    await visit.cell('A5').locator('.mark.note').waitFor();
    const chart = page.locator('img.chart');
    expect((await visit.box(chart)).width).toBe(400);
    expect(await chart.getAttribute('alt')).toBe('A chart');
    await page.waitForFunction(() => (document.querySelector('img.chart') as HTMLImageElement).naturalWidth > 0);
    const collapse = await visit.box(page.getByRole('button', { name: 'Collapse rows: 10–12', includeHidden: true }));
    await page.mouse.move(collapse.x + 5, collapse.y + 5);
    await page.mouse.down();
    // The sheet is drawn anew between press and release, as it is whenever a colleague or a function changes a cell.
    await page.locator('.grid').dispatchEvent('scroll');
    await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => done(true))));
    await page.mouse.up();
    await visit.cell('A11').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Expand rows: 10–12', includeHidden: true }).click();
    await visit.cell('A11').waitFor();
    await visit.goTo('E6');
    await visit.press('Alt+ArrowDown');
    await page.getByRole('menu', { name: 'Choices' }).getByRole('menuitemcheckbox', { name: 'SQL' }).click();
    await visit.shows('E6', 'SQL');
    await visit.type('Nonsense');
    await visit.press('Enter');
    expect(await visit.failure()).not.toBe('');
    expect(visit.complaints).toEqual([]);
  });
});
