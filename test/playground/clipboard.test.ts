import { describeWithBrowser } from '../support/browser';
import { type PlaygroundTests, startPlaygroundTests, Visit } from '../support/playground';

describeWithBrowser('Copying and pasting in the playground', () => {
  let tests: PlaygroundTests;
  let visit: Visit;
  beforeAll(async () => {
    tests = await startPlaygroundTests();
    visit = await Visit.open(tests);
    await visit.page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: tests.playground.address });
  });
  afterAll(() => tests.close());
  beforeEach(async () => {
    await visit.page.getByRole('button', { name: 'Add a tab' }).click();
    await visit.page.getByRole('tab', { selected: true, name: /^Sheet/ }).waitFor();
    await visit.selects('A1');
    for (const text of ['1', '2', '=A1+A2']) {
      await visit.type(text);
      await visit.press('Enter');
    }
    await visit.shows('A3', '3');
  });

  test('a copied block brings its formulas, whose references move along', async () => {
    await visit.goTo('A1:A3');
    await visit.press('Control+c');
    await visit.page.locator('.shape.copied').first().waitFor();
    await visit.goTo('C2');
    await visit.press('Control+v');
    await visit.shows('C4', '3');
    await visit.selects('C2:C4');
    await visit.goTo('C4');
    await visit.holds('=C2+C3');
    await visit.press('Escape');
    await visit.page.locator('.shape.copied').waitFor({ state: 'detached' });
  });

  test('a copied cell fills a selected block', async () => {
    await visit.goTo('A1');
    await visit.press('Control+c');
    await visit.goTo('C1:D2');
    await visit.press('Control+v');
    for (const cell of ['C1', 'D1', 'C2', 'D2']) await visit.shows(cell, '1');
  });

  test('a cut block moves, and formulas that refer to it follow', async () => {
    await visit.goTo('A1:A2');
    await visit.press('Control+x');
    await visit.goTo('D5');
    await visit.press('Control+v');
    await visit.shows('D6', '2');
    await visit.goTo('A3');
    await visit.holds('=D5+D6');
    await visit.shows('A3', '3');
  });

  test('values alone can be pasted', async () => {
    await visit.goTo('A3');
    await visit.press('Control+c');
    await visit.goTo('C3');
    await visit.press('Control+Shift+v');
    await visit.shows('C3', '3');
    await visit.holds('3');
  });

  test('other programs get what is seen as rows of texts', async () => {
    await visit.goTo('B1');
    await visit.type('two "words"');
    await visit.press('Enter');
    await visit.shows('B1', 'two "words"');
    await visit.goTo('A1:B3');
    await visit.press('Control+c');
    expect(await visit.page.evaluate(() => navigator.clipboard.readText())).toBe('1\t"two ""words"""\n2\t\n3\t');
  });

  test('rows of texts from other programs are typed into cells', async () => {
    await visit.page.evaluate(() => navigator.clipboard.writeText('Plan\t2025-03-01\n"two\nlines"\t12%\r\n=1+1\t'));
    await visit.goTo('C1');
    await visit.press('Control+v');
    await visit.selects('C1:D3');
    await visit.shows('C3', '2');
    await visit.shows('D2', '12%');
    expect(await visit.cell('C2').locator('span').textContent()).toBe('two\nlines');
    await visit.press('Control+z');
    await visit.cell('C3').waitFor({ state: 'detached' });
  });

  test('the menus copy and paste as the keys do', async () => {
    await visit.goTo('A1:A2');
    await visit.choose('Edit', 'Copy');
    await visit.goTo('C1');
    await visit.choose('Edit', 'Paste');
    await visit.shows('C2', '2');
  });

  test('copied text of another program replaces what was copied here before', async () => {
    await visit.goTo('A1:A3');
    await visit.press('Control+c');
    await visit.page.evaluate(() => navigator.clipboard.writeText('other'));
    await visit.goTo('C1');
    await visit.press('Control+v');
    await visit.shows('C1', 'other');
    await visit.page.locator('.shape.copied').waitFor({ state: 'detached' });
  });
});
