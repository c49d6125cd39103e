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
    'is gone with %s at once: what is typed next goes into the cell, however late the page is drawn',
    async (_, close) => {
      const opened = await openDialog();
      const { visit, dialog } = opened;
      await visit.page.evaluate(() => {
        const draw = window.requestAnimationFrame;
        window.requestAnimationFrame = (callback) => window.setTimeout(() => draw(callback), 300);
      });
      await close(opened);
      await visit.type('note');
      await visit.press('Enter');
      await visit.shows('H1', 'note');
      expect(await dialog.count()).toBe(0);
      await visit.choose('File', 'Open…');
      await dialog.waitFor();
    },
  );

  test('stays when the choice of a file is cancelled', async () => {
    const { visit, dialog } = await openDialog();
    await dialog.locator('input[type=file]').dispatchEvent('cancel', { bubbles: true });
    await visit.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await dialog.count()).toBe(1);
  });
});
