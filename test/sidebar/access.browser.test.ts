import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser } from 'playwright-core';
import { describeWithBrowser, openBrowser } from '../support/browser';
import { companyHost, resized } from '../support/reported';
import { openSidebar, press, type SidebarPage } from '../support/sidebar-page';
import { texts } from './fixture';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Rough as Google's style sheet for add-ons is on plain elements, and rougher. */
const FOREIGN_STYLE = `
  body { font: 13px arial; color: #333; margin: 40px } button { height: 27px; min-width: 72px; padding: 0 8px;
    font-size: 11px; border: 1px solid #dcdcdc; background: linear-gradient(#f5f5f5, #f1f1f1) }
  input, select { border: 1px solid #bfbfbf; height: 27px; padding: 1px 8px; margin: 5px } label { font-size: 15px; display: block }
  h1 { font-size: 30px; margin: 20px } h2 { color: red } p { margin: 1em } ul, ol { padding: 30px }`;

describeWithBrowser('people who cannot see, hear or point', () => {
  let browser: Browser;
  let sidebar: SidebarPage;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(() => sidebar.page.context().close());

  test.each(['en', 'pl', 'ru'] as const)(
    'find no barrier on any page in %s, with a problem on it or without',
    async (language) => {
      const text = texts[language];
      const host = companyHost({ userLocale: language }, resized(200));
      sidebar = await openSidebar(browser, host);
      for (const name of [...new Array(4).fill(text.common.next), text.report.create]) {
        await requireNoBarrier(sidebar);
        await press(sidebar, name);
      }
      await requireNoBarrier(sidebar);
      await press(sidebar, text.home.delete);
      await requireNoBarrier(sidebar);
      sidebar.intercept = () => {
        throw new Error('PERMISSION_DENIED');
      };
      await press(sidebar, text.home.refresh);
      await requireNoBarrier(sidebar);
      expect(await sidebar.frame().getAttribute('html', 'lang')).toBe(language);
    },
  );

  test('find none in a question about the file either', async () => {
    const host = companyHost({}, resized(200));
    sidebar = await openSidebar(browser, host);
    for (const name of ['Next', 'Next', 'Next', 'Next', 'Create report']) await press(sidebar, name);
    host.workbook.deleteSheet(host.workbook.sheet('Spend'));
    await sidebar.reload();
    await sidebar.frame().getByRole('heading', { name: 'To be decided' }).waitFor();
    await requireNoBarrier(sidebar);
  });

  test('see the same page with another style sheet in the place of Google’s', async () => {
    const host = companyHost({}, resized(200));
    const looks: Buffer[] = [];
    for (const stylesheet of ['', FOREIGN_STYLE]) {
      sidebar = await openSidebar(browser, host, { stylesheet });
      await press(sidebar, 'Next');
      looks.push(await sidebar.page.screenshot());
      await press(sidebar, 'Next');
      looks.push(await sidebar.page.screenshot());
      host.properties.user.clear();
      if (stylesheet === '') await sidebar.page.context().close();
    }
    const [columns, stages, styledColumns, styledStages] = looks;
    expect(styledColumns?.equals(columns as Buffer)).toBe(true);
    expect(styledStages?.equals(stages as Buffer)).toBe(true);
  });
});

async function requireNoBarrier({ frame }: SidebarPage): Promise<void> {
  await frame().evaluate(() => {
    for (const group of Array.from(document.querySelectorAll('details'))) group.open = true;
  });
  await frame().evaluate(AXE);
  const options: RunOptions = { resultTypes: ['violations'] };
  const { violations } = await frame().evaluate(
    (given) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(given),
    options,
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`)).toEqual(
    [],
  );
}
