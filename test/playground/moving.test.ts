import { describeWithBrowser } from '../support/browser';
import { type PlaygroundTests, startPlaygroundTests, Visit } from '../support/playground';

describeWithBrowser('Moving about in the playground', () => {
  let tests: PlaygroundTests;
  let visit: Visit;
  beforeAll(async () => {
    tests = await startPlaygroundTests();
    visit = await Visit.open(tests);
  });
  afterAll(() => tests.close());
  beforeEach(async () => {
    await visit.goTo('Leads!A1');
    await visit.selects('A1');
  });

  test.each([
    ['ArrowDown ArrowRight', 'B2'],
    ['ArrowUp', 'A1'],
    ['Shift+ArrowDown Shift+ArrowRight', 'A1:B2'],
    ['Shift+ArrowDown Shift+ArrowDown Shift+ArrowUp', 'A1:A2'],
    ['Control+ArrowDown', 'A2241'],
    ['Control+ArrowRight', 'I1'],
    ['Control+ArrowRight Control+ArrowDown Control+ArrowDown', 'I6'],
    ['Control+Shift+ArrowRight', 'A1:I1'],
    ['Control+End', 'I2241'],
    ['Control+End Control+Home', 'A1'],
    ['End', 'Z1'],
    ['ArrowDown End Home', 'A2'],
    ['Shift+Space', 'A1:Z1'],
    ['Control+Space', 'A1:A2241'],
    ['Control+a', 'A1:Z2241'],
    ['Tab Tab Shift+Tab', 'B1'],
    ['Enter Enter', 'A2'],
  ])('%s leads from A1 to %s', async (keys, selected) => {
    await visit.press(...keys.split(' '));
    await visit.selects(selected);
  });

  test('Page Down shows the next screen of rows, and Page Up goes back', async () => {
    await visit.press('PageDown', 'PageDown');
    await visit.page.waitForFunction(
      () => Number(document.querySelector<HTMLInputElement>('.name-box')?.value.slice(1)) > 50,
    );
    await visit.press('PageUp', 'PageUp');
    await visit.selects('A1');
  });

  test('the name box jumps to ranges on other tabs, and says what it does not understand', async () => {
    await visit.goTo('deals!C400:D401');
    await visit.selects('C400:D401');
    await visit.shows('D400', /\w/);
    expect(await visit.page.getByRole('tab', { name: 'Deals' }).getAttribute('aria-selected')).toBe('true');
    await visit.goTo('nonsense');
    expect(await visit.failure()).toContain('“nonsense” is neither a range');
    await visit.page.getByRole('button', { name: 'Close' }).first().click();
    await visit.page.locator('.failure').waitFor({ state: 'detached' });
  });

  test('the mouse selects blocks, whole rows and columns, and several blocks with Ctrl', async () => {
    const { page } = visit;
    await visit.cell('B2').click();
    await visit.cell('D4').click({ modifiers: ['Shift'] });
    await visit.selects('B2:D4');
    await page.locator('.headers.rows .header', { hasText: /^3$/ }).click();
    await visit.selects('A3:Z3');
    await page.locator('.headers.columns .header', { hasText: /^C$/ }).click();
    await visit.selects('C1:C2241');
    await visit.cell('A2').click();
    await visit.cell('C4').click({ modifiers: ['ControlOrMeta'] });
    await visit.selects('C4');
    await page.waitForFunction(() => document.querySelectorAll('.shape.selected').length === 2);
  });

  test('a column is made wider by dragging its border, and fitted by double-clicking it', async () => {
    const { page } = visit;
    const header = page.locator('.headers.columns .header', { hasText: /^C$/ });
    const before = await visit.box(header);
    const edge = { x: before.x + before.width - 1, y: before.y + 12 };
    await page.mouse.move(edge.x, edge.y);
    await page.mouse.down();
    await page.mouse.move(edge.x + 60, edge.y);
    await page.mouse.up();
    await page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>('.headers.columns .header')].some(
          (one) => one.textContent === 'C' && one.offsetWidth === wanted,
        ),
      Math.round(before.width) + 60,
    );
    await page.mouse.dblclick(edge.x + 60, edge.y);
    await page.waitForFunction(
      (most) =>
        [...document.querySelectorAll<HTMLElement>('.headers.columns .header')].some(
          (one) => one.textContent === 'C' && one.offsetWidth < most,
        ),
      Math.round(before.width) + 60,
    );
  });

  test('the active cell is told to assistive technology', async () => {
    await visit.press('ArrowDown', 'ArrowRight');
    const grid = visit.page.getByRole('grid');
    await visit.page.waitForFunction(
      () => document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant') === 'cell-1-1',
    );
    expect([await grid.getAttribute('aria-rowcount'), await grid.getAttribute('aria-colcount')]).toEqual([
      '2241',
      '26',
    ]);
    expect(await visit.cell('B2').getAttribute('aria-selected')).toBe('true');
  });
});

describeWithBrowser('A tab of 100,000 rows in the playground', () => {
  let tests: PlaygroundTests;
  let visit: Visit;
  beforeAll(async () => {
    tests = await startPlaygroundTests();
    visit = await Visit.open(tests);
    const rows = Array.from({ length: 100_000 }, (_, row) => `${row + 1},name ${row + 1},${row % 7 ? 'Won' : 'Lost'}`);
    await openFile(visit, 'large.csv', `number,name,stage\n${rows.join('\n')}`);
    await visit.shows('B1', 'name');
  });
  afterAll(() => tests.close());

  test('can be scrolled to its end and back', async () => {
    await visit.press('Control+End');
    await visit.selects('C100001');
    await visit.shows('B100001', 'name 100000');
    await visit.press('Control+Home');
    await visit.shows('B2', 'name 1');
  });

  test('holds only the rows on the screen in the page', async () => {
    await visit.goTo('A50000');
    await visit.shows('B50000', 'name 49999');
    expect(await visit.page.locator('.row').count()).toBeLessThan(120);
  });

  test('scrolls by the wheel without a long wait for any frame', async () => {
    await visit.goTo('A1');
    await visit.cell('B10').hover();
    await visit.page.evaluate(() => {
      const times: number[] = [];
      const tick = (now: number) => {
        times.push(now);
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
      Object.assign(window, { frameTimes: times });
    });
    for (let turn = 0; turn < 40; turn++) await visit.page.mouse.wheel(0, 2500);
    await visit.page.waitForFunction(() =>
      [...document.querySelectorAll('.headers.rows .header')].some((one) => Number(one.textContent) > 4700),
    );
    await visit.shows('B4770', 'name 4769');
    const times = await visit.page.evaluate(() => (window as unknown as { frameTimes: number[] }).frameTimes);
    const waits = times
      .slice(1)
      .map((time, index) => time - (times[index] as number))
      .sort((one, other) => one - other);
    // The middle is what is felt; a busy machine may drop single frames.
    expect(waits[Math.floor(waits.length / 2)]).toBeLessThan(60);
  });

  test('is counted by a KPI function', async () => {
    await visit.goTo('E1');
    await visit.type('=WIN_RATE(C2:C)');
    await visit.press('Enter');
    await visit.shows('E1', /^0\.85714\d*$/);
  });

  test('is jumped over by Ctrl and arrows', async () => {
    await visit.goTo('B2');
    await visit.press('Control+ArrowDown');
    await visit.selects('B100001');
    await visit.press('Control+Shift+ArrowUp');
    await visit.selects('B1:B100001');
  });
});

/** Opens a file instead of the workbook. */
async function openFile({ page }: Visit, name: string, content: string): Promise<void> {
  await page.keyboard.press('Control+o');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}
