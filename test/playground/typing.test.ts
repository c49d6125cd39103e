import { describeWithBrowser } from '../support/browser';
import { type PlaygroundTests, startPlaygroundTests, Visit } from '../support/playground';

describeWithBrowser('Typing in the playground', () => {
  let tests: PlaygroundTests;
  beforeAll(async () => {
    tests = await startPlaygroundTests();
  });
  afterAll(() => tests.close());

  test('a KPI function shows its value, and follows when the data change', async () => {
    const visit = await Visit.open(tests);
    const { page } = visit;
    // Won is counted among the first four deals: Won, Lost, Lost, Lost.
    await page.getByRole('tab', { name: 'Deals' }).click();
    await visit.shows('E2', 'Won');
    await page.getByRole('tab', { name: 'Leads' }).click();
    await visit.goTo('K2');
    await visit.type('=WIN_RATE(Deals!E2:E)');
    await visit.press('Enter');
    await visit.selects('K3');
    await visit.shows('K2', /^0\.54\d+$/);
    await visit.type('=WIN_RATE(Deals!E2:E5)');
    await visit.press('Enter');
    await visit.shows('K3', '0.25');
    await visit.goTo('Deals!E3');
    await visit.shows('E3', 'Lost');
    await visit.type('Won');
    await visit.press('Enter');
    await visit.goTo('Leads!K3');
    await visit.shows('K3', '0.5');
    expect(visit.complaints).toEqual([]);
  });

  test('a table of a KPI function spills, and a cell that it spills into shows where from', async () => {
    const visit = await Visit.open(tests);
    await visit.goTo('K2');
    await visit.type('=FUNNEL({"Lead";"Demo";"Won"}; {100;40;10})');
    await visit.press('Enter');
    await visit.shows('K3', 'Demo');
    await visit.shows('L3', '40');
    await visit.shows('M3', '0.4');
    await visit.goTo('L4');
    await visit.shows('L4', '10');
    await visit.holds('');
    await visit.page.getByPlaceholder('Spills from K2').waitFor();
  });

  test('an error says on hovering which function, argument and row it is about', async () => {
    const visit = await Visit.open(tests);
    await visit.goTo('K2');
    await visit.type('=CAC(H2:H5; B2:B5)');
    await visit.press('Enter');
    await visit.shows('K2', '#ERROR!');
    await visit.cell('K2').hover();
    const card = visit.page.locator('.hover-card');
    await card.waitFor();
    expect(await card.textContent()).toMatch(/CAC: spend, row 1: "Enterprise" is text, not a number/);
  });

  test('functions are offered with their help, and taken with Tab or Enter', async () => {
    const visit = await Visit.open(tests);
    const { page } = visit;
    await visit.goTo('K2');
    await visit.type('=clv');
    const list = page.getByRole('listbox', { name: 'Functions' });
    await list.waitFor();
    expect(await list.getByRole('option').allTextContents()).toEqual([
      expect.stringMatching(/^CLV.+/),
      'CLV_FROM_CHURN',
      'CLV_TO_CAC',
    ]);
    await visit.press('ArrowDown', 'ArrowDown', 'Tab');
    const help = page.locator('.suggestions .call');
    await help.waitFor();
    expect(await help.textContent()).toBe('CLV_TO_CAC(clv, cac)');
    expect(await help.locator('b').textContent()).toBe('clv');
    await visit.type('10, ');
    await page.locator('.suggestions .call b', { hasText: /^cac$/ }).waitFor();
    await visit.type('4)');
    await visit.press('Enter');
    await visit.shows('K2', '2.5');
    await visit.type('=win_rate');
    await visit.press('Enter');
    await visit.type('3; 1)');
    await visit.press('Enter');
    await visit.shows('K3', '0.75');
  });

  test('Escape closes the list first, then leaves the cell as it was', async () => {
    const visit = await Visit.open(tests);
    await visit.goTo('A2');
    await visit.type('=ca');
    await visit.page.getByRole('listbox', { name: 'Functions' }).waitFor();
    await visit.press('Escape');
    await visit.page.getByRole('listbox', { name: 'Functions' }).waitFor({ state: 'hidden' });
    await visit.holds('=ca');
    await visit.press('Escape');
    await visit.holds('L-00001');
    await visit.shows('A2', 'L-00001');
  });

  test('clicking, dragging and arrows put references into a formula, on other tabs as well', async () => {
    const visit = await Visit.open(tests);
    const { page } = visit;
    await visit.goTo('K2');
    await visit.type('=COUNTA(');
    await visit.cell('C3').click();
    await visit.holds('=COUNTA(C3');
    await page.locator('.shape.reference').waitFor();
    const [from, to] = [await visit.box(visit.cell('C3')), await visit.box(visit.cell('E5'))];
    await page.mouse.move(from.x + 9, from.y + 9);
    await page.mouse.down();
    await page.mouse.move(to.x + 9, to.y + 9);
    await page.mouse.up();
    await visit.holds('=COUNTA(C3:E5');
    await visit.type(';');
    await page.getByRole('tab', { name: 'Deals' }).click();
    await page.locator('.headers.columns .header', { hasText: /^D$/ }).click();
    await visit.holds('=COUNTA(C3:E5;Deals!D:D');
    await visit.type(')');
    await visit.press('Enter');
    await visit.selects('K3');
    await visit.shows('K2', '498');
    await visit.type('=');
    await visit.press('ArrowUp', 'ArrowLeft', 'Shift+ArrowLeft');
    await visit.holds('=I2:J2');
    await visit.press('Escape');
  });

  test('F2 and double-click edit, F4 fixes a reference, arrows then move the caret', async () => {
    const visit = await Visit.open(tests);
    await visit.goTo('K2');
    await visit.type('=B2+1');
    await visit.press('Enter', 'ArrowUp', 'F2', 'ArrowLeft', 'ArrowLeft', 'F4', 'End');
    await visit.type('1');
    await visit.holds('=$B$2+11');
    await visit.press('Enter');
    await visit.cell('A3').dblclick();
    await visit.press('Home');
    await visit.type('X');
    await visit.press('Tab');
    await visit.selects('B3');
    await visit.shows('A3', 'XL-00002');
  });

  test('keys pressed right after F2 go behind what the cell holds', async () => {
    const visit = await Visit.open(tests);
    await visit.press('ArrowDown', 'ArrowDown', 'F2');
    await visit.type('-9');
    await visit.press('Enter');
    await visit.shows('A3', 'L-00002-9');
  });

  test('the formula bar edits the cell, and Escape there takes it back', async () => {
    const visit = await Visit.open(tests);
    await visit.goTo('A2');
    await visit.holds('L-00001');
    await visit.bar.click();
    await visit.press('End');
    await visit.type('b');
    await visit.press('Escape');
    await visit.shows('A2', 'L-00001');
    await visit.bar.click();
    await visit.press('End');
    await visit.type('c');
    await visit.press('Enter');
    await visit.shows('A2', 'L-00001c');
    await visit.selects('A3');
  });

  test('a sidebar that reads the workbook meanwhile does not disturb typing', async () => {
    const visit = await Visit.open(tests);
    await visit.page.getByRole('button', { name: 'Close the sidebar' }).click();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await visit.page.route('**/api/run', async (route) => {
      await held;
      await route.continue();
    });
    const asked = visit.page.waitForRequest('**/api/run');
    await visit.page.getByRole('button', { name: 'Open Leakproof' }).click();
    await asked;
    await visit.goTo('K2');
    await visit.type('=1+');
    release();
    await visit.page.frameLocator('iframe').getByRole('button', { name: 'Next' }).waitFor();
    await visit.type('2');
    await visit.press('Enter');
    await visit.shows('K2', '3');
  });

  test('Enter, Shift+Enter, Tab and Shift+Tab move on, inside a selected block round and round', async () => {
    const visit = await Visit.open(tests);
    await visit.goTo('K2:L3');
    const typed: [string, string][] = [
      ['1', 'Tab'],
      ['2', 'Tab'],
      ['3', 'Tab'],
      ['4', 'Tab'],
    ];
    for (const [text, key] of typed) {
      await visit.type(text);
      await visit.press(key);
    }
    for (const [cell, text] of [
      ['K2', '1'],
      ['L2', '2'],
      ['K3', '3'],
      ['L3', '4'],
    ] as const)
      await visit.shows(cell, text);
    await visit.goTo('M5');
    await visit.type('a');
    await visit.press('Shift+Enter');
    await visit.selects('M4');
    await visit.type('b');
    await visit.press('Shift+Tab');
    await visit.selects('L4');
  });

  test('Ctrl+Z takes a change back, Ctrl+Y makes it again, Delete empties what is selected', async () => {
    const visit = await Visit.open(tests);
    await visit.goTo('A2:B3');
    await visit.press('Delete');
    await visit.cell('B3').waitFor({ state: 'detached' });
    await visit.press('Control+z');
    await visit.shows('A2', 'L-00001');
    await visit.shows('B3', '2025-01-01');
    await visit.press('Control+y');
    await visit.cell('B3').waitFor({ state: 'detached' });
    await visit.choose('Edit', 'Undo');
    await visit.shows('A3', 'L-00002');
  });
});
