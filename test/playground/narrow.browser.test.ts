import { describeWithBrowser } from '../support/browser';
import { type PlaygroundTests, startPlaygroundTests, Visit } from '../support/playground';

const PARTS = ['.menu-bar', '.toolbar', '.formula-row', '.grid', '.tab-bar', '.sidebar header', '.sidebar iframe'];

interface Box {
  readonly part: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(one: Box, other: Box): boolean {
  const across = one.x < other.x + other.width && other.x < one.x + one.width;
  return across && one.y < other.y + other.height && other.y < one.y + one.height;
}

describeWithBrowser('The playground in a narrow window', () => {
  let tests: PlaygroundTests;
  beforeAll(async () => {
    tests = await startPlaygroundTests();
  });
  afterAll(() => tests.close());

  const open = async (width: number, height: number, locale = 'en-US') => {
    const visit = await Visit.open(tests, { width, height, locale });
    const sidebar = visit.page.frameLocator('aside iframe');
    await sidebar.locator('.app[aria-busy="false"]').waitFor();
    return { visit, page: visit.page, sidebar };
  };

  test.each([
    [300, 'en-US'],
    [300, 'ru-RU'],
    [400, 'pl-PL'],
    [599, 'en-US'],
    [600, 'en-US'],
  ])('of %i pixels in %s shows every part in full, none over another', async (width, locale) => {
    const { visit, page } = await open(width, 700, locale);
    const boxes: Box[] = [];
    for (const part of PARTS) boxes.push({ part, ...(await visit.box(page.locator(part))) });
    const covered = boxes.flatMap((box, at) =>
      boxes.slice(at + 1).flatMap((other) => (overlap(box, other) ? [`${box.part} ${other.part}`] : [])),
    );
    expect(covered).toEqual([]);
    expect(boxes.filter(({ x, width: wide }) => x < 0 || x + wide > width)).toEqual([]);
    const cut = await page.evaluate(() =>
      ['html', '.menu-bar', '.toolbar'].filter((part) => {
        const element = document.querySelector(part);
        return element && element.scrollWidth > element.clientWidth;
      }),
    );
    expect(cut).toEqual([]);
  });

  test('leaves room for cells and for a step of the sidebar', async () => {
    const { visit, page, sidebar } = await open(300, 700);
    expect((await visit.box(page.locator('.grid'))).height).toBeGreaterThan(120);
    await sidebar.getByRole('button', { name: 'Next' }).click();
    await sidebar.getByRole('heading', { name: 'Columns', level: 1 }).waitFor();
    const next = await visit.box(sidebar.getByRole('button', { name: 'Next' }));
    expect(next.y + next.height).toBeLessThanOrEqual(700);
  });

  test('gives the room of the sidebar to the cells when it is closed', async () => {
    const { visit, page } = await open(300, 700);
    const before = await visit.box(page.locator('.grid'));
    await page.getByRole('button', { name: 'Close the sidebar' }).click();
    const again = page.getByRole('button', { name: 'Open Leakproof' });
    await again.waitFor();
    expect((await visit.box(page.locator('.grid'))).height).toBeGreaterThan(before.height + 100);
    await again.click();
    await page.locator('aside iframe').waitFor();
  });

  test('that is low, too, is scrolled: to the part where F6 leads, and to cells that the sidebar shows', async () => {
    const { visit, page, sidebar } = await open(320, 256);
    const inSight = (part: string) =>
      page.waitForFunction((selector) => {
        const { top = 0, bottom = 0 } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
        return bottom > top && top >= 0 && bottom <= innerHeight;
      }, part);
    await visit.press('F6', 'F6');
    await page.locator('iframe.by-key').waitFor();
    await visit.press('Tab');
    await sidebar.locator(':focus').waitFor();
    await page.mouse.move(20, 20);
    await page.mouse.wheel(0, 1000);
    await page.waitForFunction(() => scrollY > 200);
    await sidebar.locator('body').evaluate(() => {
      const { google } = globalThis as unknown as {
        google: { script: { run: { selectCells(...given: unknown[]): void } } };
      };
      google.script.run.selectCells('Deals', ['E2']);
    });
    await page.getByRole('tab', { name: 'Deals', selected: true }).waitFor();
    await inSight('#cell-1-4');
    await visit.press('Shift+F6', 'Shift+F6', 'Shift+F6');
    await page.locator('.name-box:focus').waitFor();
    await inSight('.name-box');
  });
});
