import { describeWithBrowser } from '../support/browser';
import { type PlaygroundTests, startPlaygroundTests, Visit } from '../support/playground';

describeWithBrowser('A dialog of the playground', () => {
  let tests: PlaygroundTests;
  beforeAll(async () => {
    tests = await startPlaygroundTests();
  });
  afterAll(() => tests.close());

  const openDialog = async () => {
    const visit = await Visit.open(tests);
    await visit.goTo('H1');
    await visit.choose('File', 'Open…');
    const dialog = visit.page.getByRole('dialog');
    await dialog.waitFor();
    return { visit, dialog };
  };

  test.each<[string, (of: Awaited<ReturnType<typeof openDialog>>) => Promise<void>]>([
    ['Escape', ({ visit }) => visit.press('Escape')],
    ['its button', ({ dialog }) => dialog.getByRole('button', { name: 'Cancel' }).click()],
  ])(
    'is gone with %s at once: what is typed next goes into the cell, however late the page is drawn or told',
    async (_, close) => {
      const opened = await openDialog();
      const { visit, dialog } = opened;
      await visit.page.evaluate(() => {
        const draw = window.requestAnimationFrame;
        window.requestAnimationFrame = (callback) => window.setTimeout(() => draw(callback), 300);
        // The number of a timer may be that of somebody else's frame.
        window.cancelAnimationFrame = (timer) => window.clearTimeout(timer);
        const tellLate = (event: Event) => {
          if (!event.isTrusted) return;
          event.stopImmediatePropagation();
          setTimeout(() => event.target?.dispatchEvent(new Event('close')), 100);
        };
        window.addEventListener('close', tellLate, { capture: true });
      });
      await close(opened);
      await visit.page.keyboard.type('note', { delay: 50 });
      await visit.press('Enter');
      await visit.shows('H1', 'note');
      expect(await dialog.count()).toBe(0);
      await visit.choose('File', 'Open…');
      await dialog.waitFor();
    },
  );

  test('asks for files while a cell is being edited: what was typed stays in the cell', async () => {
    const visit = await Visit.open(tests);
    await visit.goTo('H1');
    await visit.type('note');
    await visit.press('Control+o');
    await visit.page.getByRole('dialog').waitFor();
    await visit.press('Escape');
    await visit.shows('H1', 'note');
    await visit.type('new');
    await visit.press('Enter');
    await visit.shows('H1', 'new');
  });

  test('that the script opens while somebody is typing gives the keyboard back to the cell', async () => {
    const visit = await Visit.open(tests);
    const { page } = visit;
    let say = () => {};
    const typing = new Promise<void>((resolve) => {
      say = resolve;
    });
    await page.route('**/api/enter', async (route) => {
      const response = await route.fetch();
      await typing;
      await route.fulfill({ response, json: { ...(await response.json()), alerts: ['Mind the gap'] } });
    });
    await visit.goTo('H1');
    await visit.type('first');
    await visit.press('Enter');
    await visit.type('no');
    say();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Mind the gap').waitFor();
    await page.unroute('**/api/enter');
    await visit.press('Escape');
    await visit.type('te');
    await visit.press('Enter');
    await visit.shows('H2', 'note');
    await visit.shows('H1', 'first');
    expect(await dialog.count()).toBe(0);
  });

  test('stays when the choice of a file is cancelled', async () => {
    const { visit, dialog } = await openDialog();
    await dialog.locator('input[type=file]').dispatchEvent('cancel', { bubbles: true });
    await visit.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await dialog.count()).toBe(1);
  });
});
