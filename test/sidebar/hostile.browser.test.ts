import type { Browser } from 'playwright-core';
import { createHost, type Host } from '../../host/host';
import { createWorkbook } from '../../host/workbook/workbook';
import { describeWithBrowser, openBrowser } from '../support/browser';
import { builtAddOn } from '../support/reported';
import { heading, openSidebar, press, type SidebarPage } from '../support/sidebar-page';

const IMAGE = '<img src=x onerror="document.title=\'ran\'">';
const HOSTILE: [string, string][] = [
  ['an image that runs a script', IMAGE],
  ['the end of a script', '</script><script>document.title="ran"</script>'],
  ['an address that runs a script', 'javascript:document.title="ran"'],
  ['marks that turn the direction', '\u202Eمكتمل\u2067 abc'],
  ['a template', '{label} {{tab}} <?= 1 ?>'],
  ['names that every object has', '__proto__ constructor'],
  ['one very long word', 'x'.repeat(49_000)],
  ['Cyrillic', 'Сделка выиграна, но без счёта-фактуры и договора о поставке'],
];

describeWithBrowser('text of the sheet that means harm', () => {
  let browser: Browser;
  let sidebar: SidebarPage;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(() => sidebar.page.context().close());

  test.each(HOSTILE)(
    'as tab, header, label and value runs nothing and breaks nothing on any page: %s',
    async (_, text) => {
      sidebar = await openSidebar(browser, hostWith(text));
      for (const name of ['Next', 'Next', 'Next', 'Next', 'Create report', 'Edit']) {
        await openAll(sidebar);
        await requireUnharmed(sidebar);
        await press(sidebar, name);
      }
      expect(await heading(sidebar)).toBe('Tabs');
      await requireUnharmed(sidebar);
    },
  );

  test('shows the beginning of what is too long, and the rest where one points at it', async () => {
    sidebar = await openSidebar(browser, hostWith(`Beginning ${'of a long stage '.repeat(20)}`));
    await press(sidebar, 'Next');
    await press(sidebar, 'Next');
    const label = sidebar.frame().locator('.labels bdi').filter({ hasText: 'Beginning' }).first();
    expect((await label.textContent())?.length).toBeLessThanOrEqual(60);
    expect((await label.getAttribute('title'))?.length).toBeGreaterThan(200);
  });
});

/** Opens all groups, so that everything is shown. */
const openAll = ({ frame }: SidebarPage) =>
  frame().evaluate(() => {
    for (const group of Array.from(document.querySelectorAll('details'))) group.open = true;
  });

async function requireUnharmed({ frame, complaints }: SidebarPage): Promise<void> {
  const found = await frame().evaluate(() => ({
    title: document.title,
    foreign: document.querySelectorAll('.app img, .app script, .app a').length,
    width: document.documentElement.scrollWidth,
    // Where the width of a part is more than its place, its text runs out of it.
    wide: Array.from(
      document.querySelectorAll<HTMLElement>('.app :not(option):not(optgroup):not(.hidden):not(.hidden *)'),
    )
      .filter((element) => element.getBoundingClientRect().right > 301)
      .map((element) => element.outerHTML.slice(0, 200)),
  }));
  expect(found).toEqual({ title: 'Leakproof', foreign: 0, width: 300, wide: [] });
  expect(complaints).toEqual([]);
}

/** Deals on a tab of that name, with the text as a header, a stage, a source, a customer and an owner as well. */
function hostWith(text: string): Host {
  const workbook = createWorkbook({ name: text, locale: 'en_US', timeZone: 'Europe/Warsaw', sheets: [] });
  const rows: (string | number)[][] = [
    ['Deal ID', 'Company', 'Stage', 'Amount', 'Close date', 'Source', 'Owner', text],
    ...Array.from({ length: 40 }, (_, row) => [
      `D-${row}`,
      row === 3 ? text : `Company ${row}`,
      ['Won', 'Lost', 'Qualified', text][row % 4] as string,
      100 + row,
      `2025-${String((row % 12) + 1).padStart(2, '0')}-15`,
      ['Google Ads', 'Referral', text][row % 3] as string,
      ['Anna', text][row % 2] as string,
      text,
    ]),
  ];
  // A name of a tab is no longer than a hundred characters.
  const sheet = workbook.addSheet(text.slice(0, 99), { rows: rows.length, columns: rows[0]?.length ?? 1 });
  workbook.write(
    sheet,
    0,
    0,
    rows.map((row) => row.map((value) => ({ value }))),
  );
  return createHost({ dist: builtAddOn(), workbook, userLocale: 'en', now: () => new Date('2026-01-15T12:00:00Z') });
}
