import { describeWithBrowser } from '../support/browser';
import { type PlaygroundTests, startPlaygroundTests, Visit } from '../support/playground';

const MENU_BAR = '.menu-bar > button:focus';
const TOOLBAR = '.toolbar button:focus';
const NAME_BOX = '.name-box:focus';
const GRID = '.grid:focus';
const TAB_BAR = '[role=tab][aria-selected=true]:focus';
const SIDEBAR = 'aside iframe.by-key';

describeWithBrowser('F6 in the playground', () => {
  let tests: PlaygroundTests;
  beforeAll(async () => {
    tests = await startPlaygroundTests();
  });
  afterAll(() => tests.close());

  const openPage = async () => {
    const visit = await Visit.open(tests);
    const { page } = visit;
    await page.frameLocator('aside iframe').locator('.app[aria-busy="false"]').waitFor();
    /** Presses a key and waits until something has the keyboard. */
    const leads = async (key: string, ...parts: string[]) => {
      for (const part of parts) {
        await visit.press(key);
        await page.locator(part).waitFor({ timeout: 5000 });
      }
    };
    return { visit, page, leads };
  };

  test('leads from the cells through all parts of the page, in and out of the sidebar', async () => {
    const { visit, page, leads } = await openPage();
    await leads('F6', TAB_BAR, SIDEBAR, MENU_BAR, TOOLBAR, NAME_BOX, GRID, TAB_BAR, SIDEBAR);
    await visit.press('Tab');
    await page.frameLocator('aside iframe').locator('button:focus, select:focus').waitFor();
    await leads('F6', MENU_BAR);
    expect(await page.locator(SIDEBAR).count()).toBe(0);
    expect(visit.complaints).toEqual([]);
  });

  test.each(['Shift+F6', 'Control+F6'])('%s leads back', async (key) => {
    const { leads } = await openPage();
    await leads(key, NAME_BOX, TOOLBAR, MENU_BAR, SIDEBAR, TAB_BAR, GRID);
  });

  test('leads to the button that opens the sidebar while it is closed', async () => {
    const { page, leads } = await openPage();
    await page.getByRole('button', { name: 'Close the sidebar' }).click();
    await page.locator('.invitation').waitFor();
    await page.locator(GRID).waitFor();
    await leads('F6', TAB_BAR, '.invitation button:focus', MENU_BAR);
  });

  test('leads to what went wrong, where Tab does not', async () => {
    const { visit, page, leads } = await openPage();
    await visit.goTo('nowhere at all');
    await visit.failure();
    await leads('Shift+F6', '.failure button:focus');
    await visit.press('Enter');
    await page.locator('.failure').waitFor({ state: 'detached' });
  });

  test('keeps what was typed into a cell', async () => {
    const { visit, leads } = await openPage();
    await visit.goTo('K2');
    await visit.type('kept');
    await leads('F6', TAB_BAR);
    await visit.shows('K2', 'kept');
    await visit.selects('K2');
  });

  test('leads from the formula bar to the cells, and keeps what was typed there', async () => {
    const { visit, leads } = await openPage();
    await visit.goTo('K2');
    await visit.bar.click();
    await visit.type('kept');
    await leads('F6', GRID);
    await visit.shows('K2', 'kept');
  });

  test('keeps what was typed before the content of the cell had come', async () => {
    const { visit, page, leads } = await openPage();
    await page.route('**/api/cell', async (route) => {
      await page.waitForTimeout(500);
      await route.continue();
    });
    await visit.goTo('C2');
    await visit.press('F2');
    await visit.type('!');
    await leads('F6', TAB_BAR);
    await visit.shows('C2', 'Paid search!');
  });

  test('closes a menu and leads on from the menu bar', async () => {
    const { page, leads } = await openPage();
    await leads('Shift+F6', NAME_BOX, TOOLBAR, MENU_BAR);
    await leads('ArrowDown', '.menu button:focus');
    await leads('F6', TOOLBAR);
    expect(await page.getByRole('menu').count()).toBe(0);
  });

  test('ends the renaming of a tab and leads on from the tabs', async () => {
    const { visit, page, leads } = await openPage();
    await leads('F6', TAB_BAR);
    await leads('F2', '.tab-name:focus');
    await visit.type('Contacts');
    await leads('F6', SIDEBAR);
    await page.getByRole('tab', { name: 'Contacts' }).waitFor();
  });

  test('does not lead out of a dialog', async () => {
    const { visit, page, leads } = await openPage();
    await visit.choose('File', 'Open…');
    await page.getByRole('dialog').waitFor();
    await leads('F6', '.dialog :focus');
  });

  test('is what the cells are described by', async () => {
    const { page } = await openPage();
    const id = await page.getByRole('grid').getAttribute('aria-describedby');
    const hint = page.locator(`#${id}`);
    expect(await hint.textContent()).toBe('F6 goes to the next part of the page, Shift+F6 back');
    expect(await hint.isVisible()).toBe(true);
  });
});
