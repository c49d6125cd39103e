import { describeWithBrowser } from '../support/browser';
import { type PlaygroundTests, startPlaygroundTests, Visit } from '../support/playground';

/** Texts that would do harm in a page that takes text for anything else. */
const HOSTILE = [
  '<img src=x onerror="window.hit=1">',
  '<script>window.hit=1</script>',
  '</script><script>window.hit=1</script>',
  '"><svg onload=window.hit=1>',
  'javascript:window.hit=1',
  '{{constructor.constructor("window.hit=1")()}}',
  '\u202Egnp.exe\u202C',
  '&lt;b&gt;&amp;',
  "'; window.hit=1; '",
  'Привет, мир',
  '__proto__',
] as const;

describeWithBrowser('Hostile text in the playground', () => {
  let tests: PlaygroundTests;
  beforeAll(async () => {
    tests = await startPlaygroundTests();
  });
  afterAll(() => tests.close());

  /** Nothing has run, and nothing was complained of. */
  async function isUnharmed({ page, complaints }: Visit): Promise<void> {
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
    expect(await page.locator('img:not(.chart), svg:not(.icon), [onerror], [onload]').count()).toBe(0);
    expect(complaints).toEqual([]);
  }

  test('is shown as text in cells, the formula bar and notes', async () => {
    const visit = await Visit.open(tests);
    const workbook = await visit.workbook();
    const sheet = workbook.sheets[0];
    if (!sheet) throw new Error('The workbook has no tab.');
    const quoted = HOSTILE.map((text) => [`"${text.replaceAll('"', '""')}"`].join());
    const content = `header,${quoted[0]}\n${quoted.map((text) => `${text},1`).join('\n')}\n`;
    await visit.page.keyboard.press('Control+o');
    await visit.page
      .locator('input[type=file]')
      .setInputFiles({ name: '<img src=x onerror=alert(1)>.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
    await visit.page.getByText('<img src=x onerror=alert(1)>.csv').waitFor();
    await visit.page.getByRole('button', { name: 'Open', exact: true }).click();
    await visit.shows('A1', 'header');
    for (const [index, text] of HOSTILE.entries()) {
      await visit.goTo(`A${index + 2}`);
      await visit.shows(`A${index + 2}`, text);
      await visit.holds(text.startsWith("'") ? `'${text}` : text);
    }
    const opened = (await visit.workbook()).sheets[0];
    opened?.notes.set(1, 0, HOSTILE[0]);
    await visit.choose('Edit', 'Delete contents');
    await visit.cell('A2').locator('.mark.note').waitFor();
    await visit.cell('A2').hover();
    await visit.page.locator('.hover-card').getByText(HOSTILE[0]).waitFor();
    await isUnharmed(visit);
  });

  test('is shown as text in names of tabs, their menus and questions about them', async () => {
    const visit = await Visit.open(tests);
    const { page } = visit;
    for (const name of HOSTILE.slice(0, 5)) {
      await page.getByRole('button', { name: 'Add a tab' }).click();
      const tab = page.getByRole('tab', { selected: true, name: /^Sheet/ });
      await tab.dblclick();
      const field = page.getByRole('textbox', { name: 'New name of the tab' });
      await field.fill(name);
      await field.press('Enter');
      await page.getByRole('tab', { name, exact: true }).waitFor();
    }
    await page.getByRole('button', { name: 'All tabs' }).click();
    await page.getByRole('menuitemcheckbox', { name: HOSTILE[0] }).waitFor();
    await visit.press('Escape');
    await page.getByRole('tab', { name: HOSTILE[0], exact: true }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByText(`Delete the tab “${HOSTILE[0]}”?`).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('tab', { name: HOSTILE[0], exact: true }).waitFor({ state: 'detached' });
    await isUnharmed(visit);
  });

  test('is shown as text in sentences of failures', async () => {
    const visit = await Visit.open(tests);
    await visit.goTo(HOSTILE[0]);
    expect(await visit.failure()).toContain(HOSTILE[0]);
    await isUnharmed(visit);
  });

  test('of 50,000 characters neither breaks the page nor slows it down', async () => {
    const visit = await Visit.open(tests);
    const text = 'long Текст '.repeat(4545);
    const sheet = (await visit.workbook()).sheets[0];
    if (!sheet) throw new Error('The workbook has no tab.');
    await visit.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await visit.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await visit.goTo('J2');
    await visit.press('Control+v');
    await visit.shows('J2', /^long Текст/);
    await visit.holds(text);
    await visit.press('ArrowDown', 'ArrowUp', 'F2', 'End');
    await visit.type('!');
    await visit.press('Enter');
    await visit.selects('J3');
    await visit.press('ArrowUp');
    await visit.holds(`${text}!`);
    await isUnharmed(visit);
  });
});
