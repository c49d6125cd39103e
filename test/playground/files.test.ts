import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithBrowser } from '../support/browser';
import { describeWithLibreOffice, recalculate } from '../support/libreoffice';
import { type PlaygroundTests, startPlaygroundTests, Visit } from '../support/playground';

const csv = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const DEALS = 'deal;stage;amount;closed\nA;Won;1200,50;2025-03-01\nB;Lost;800;2025-03-02\nC;Won;300;2025-03-05\n';

/** Opens files by the dialog. */
async function open(visit: Visit, files: ReturnType<typeof csv>[], how?: RegExp): Promise<void> {
  await visit.choose('File', 'Open…');
  const dialog = visit.page.getByRole('dialog', { name: 'Open files' });
  await dialog.locator('input[type=file]').setInputFiles(files);
  if (how) await dialog.getByRole('radio', { name: how }).check();
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
}

describeWithBrowser('Files in the playground', () => {
  let tests: PlaygroundTests;
  let folder: string;
  beforeAll(async () => {
    tests = await startPlaygroundTests();
    folder = mkdtempSync(join(tmpdir(), 'playground-'));
  });
  afterAll(async () => {
    await tests.close();
    rmSync(folder, { recursive: true });
  });

  /** Downloads the workbook into the folder. */
  async function download(visit: Visit): Promise<string> {
    const [file] = await Promise.all([visit.page.waitForEvent('download'), visit.choose('File', 'Download as .xlsx')]);
    const path = join(folder, file.suggestedFilename());
    await file.saveAs(path);
    return path;
  }

  test('a CSV file is opened instead of the workbook', async () => {
    const visit = await Visit.open(tests);
    await open(visit, [csv('deals.csv', DEALS)]);
    await visit.shows('B2', 'Won');
    expect(await visit.page.getByRole('tab').allTextContents()).toEqual(['deals']);
    expect(await visit.page.getByRole('heading', { level: 1 }).textContent()).toContain('deals');
  });

  test('several files are opened as tabs beside the others', async () => {
    const visit = await Visit.open(tests);
    await open(visit, [csv('one.csv', 'a,b\n1,2\n'), csv('two.csv', 'c,d\n3,4\n')], /As tabs/);
    await visit.page.getByRole('tab', { name: 'two' }).waitFor();
    expect(await visit.page.getByRole('tab').allTextContents()).toEqual([
      'Leads',
      'Deals',
      'Spend',
      'Traffic',
      'one',
      'two',
    ]);
  });

  test('files dropped on the page are opened after a question, others are named', async () => {
    const visit = await Visit.open(tests);
    const drop = (name: string, content: string) =>
      visit.page.evaluate(
        ([file, text]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text as string], file as string));
          for (const type of ['dragenter', 'dragover', 'drop']) {
            document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
          }
        },
        [name, content],
      );
    await drop('picture.png', 'x');
    expect(await visit.failure()).toBe('“picture.png” is neither a CSV nor an .xlsx file.');
    await drop('dropped.csv', 'x,y\n5,6\n');
    await visit.page.getByRole('dialog', { name: 'Open files' }).getByText('dropped.csv').waitFor();
    await visit.page.getByRole('button', { name: 'Open', exact: true }).click();
    await visit.shows('B2', '6');
  });

  test('a file that cannot be read gives a sentence, and the workbook stays', async () => {
    const visit = await Visit.open(tests);
    await open(visit, [csv('broken.xlsx', 'PK\x03\x04 cut off')]);
    expect(await visit.failure()).toMatch(/broken\.xlsx/);
    await visit.shows('A2', 'L-00001');
  });

  test('a downloaded workbook can be opened again', async () => {
    const visit = await Visit.open(tests);
    await open(visit, [csv('deals.csv', DEALS)]);
    await visit.shows('B2', 'Won');
    await visit.goTo('F1');
    await visit.type('=COUNTIF(B2:B;"Won")');
    await visit.press('Enter');
    await visit.shows('F1', '2');
    const path = await download(visit);
    expect(path).toMatch(/deals\.xlsx$/);
    await visit.choose('File', 'Start again with the sample company');
    await visit.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Start again/ })
      .click();
    await visit.shows('A2', 'L-00001');
    await visit.choose('File', 'Open…');
    await visit.page.locator('input[type=file]').setInputFiles(path);
    await visit.page.getByRole('button', { name: 'Open', exact: true }).click();
    await visit.shows('F1', '2');
  });

  describeWithLibreOffice('A downloaded workbook', () => {
    test('has in LibreOffice the values that the page shows', async () => {
      const visit = await Visit.open(tests);
      await open(visit, [csv('deals.csv', DEALS)]);
      await visit.shows('B2', 'Won');
      await visit.goTo('F1');
      for (const text of ['=WIN_RATE(B2:B)', '=COUNTIF(B2:B;"Won")/3', "=<b>&'text"]) {
        await visit.type(text);
        await visit.press('Enter');
      }
      await visit.shows('F2', /^0\.666/);
      const path = await download(visit);
      const cells = (await recalculate(path)).get('deals');
      expect(cells?.get('F2')).toBeCloseTo(2 / 3, 12);
      expect(cells?.get('F1')).toBeCloseTo(2 / 3, 12);
      expect(cells?.get('B4')).toBe('Won');
    });
  });

  test('what takes long is announced, and the bar goes when it is done', async () => {
    const visit = await Visit.open(tests);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await visit.page.route('**/api/enter', async (route) => {
      await held;
      await route.continue();
    });
    await visit.type('x');
    await visit.press('Enter');
    await visit.shows('A1', 'x');
    await visit.page.getByText('Working…').waitFor();
    release();
    await visit.page.getByText('Working…').waitFor({ state: 'hidden' });
    await visit.shows('A1', 'x');
  });

  test('a server that does not answer gives a sentence and a way on, and what was typed can be typed again', async () => {
    const visit = await Visit.open(tests);
    await visit.goTo('K2');
    await visit.page.route('**/api/enter', (route) => route.abort());
    await visit.type('precious');
    await visit.press('Enter');
    expect(await visit.failure()).toContain('does not answer');
    await visit.holds('precious');
    await visit.page.unroute('**/api/enter');
    await visit.press('Enter');
    await visit.shows('K2', 'precious');
    await visit.page.getByRole('button', { name: 'Try again' }).waitFor();
  });

  test('a page that cannot say hello says so instead of staying blank', async () => {
    const context = await tests.browser.newContext();
    const page = await context.newPage();
    await page.route('**/api/hello', (route) => route.abort());
    await page.goto(tests.playground.address);
    await page.getByText('does not answer').waitFor();
    await page.unroute('**/api/hello');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('grid').waitFor();
  });

  test('loading the page again shows the workbook as it was left, and another visitor has another one', async () => {
    const visit = await Visit.open(tests);
    await visit.goTo('K2');
    await visit.type('mine');
    await visit.press('Enter');
    await visit.shows('K2', 'mine');
    await visit.page.reload();
    await visit.shows('K2', 'mine');
    const other = await Visit.open(tests);
    await other.goTo('K2');
    await other.holds('');
  });

  test('a visitor whom the server has forgotten starts anew', async () => {
    const visit = await Visit.open(tests);
    await visit.page.evaluate(() => sessionStorage.setItem('leakproof-visitor', 'forgotten'));
    await visit.page.reload();
    await visit.shows('A2', 'L-00001');
  });
});
