import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { describeWithBrowser } from '../support/browser';
import { type PlaygroundTests, startPlaygroundTests, Visit } from '../support/playground';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What a screen reader or a person who sees little would stumble over; the sidebar's own page is looked at elsewhere. */
async function barriers({ page }: Visit): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>(
    'axe.run({ exclude: ["iframe"] }, { iframes: false, resultTypes: ["violations"] })',
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

describeWithBrowser('The page of the playground has no barrier', () => {
  let tests: PlaygroundTests;
  beforeAll(async () => {
    tests = await startPlaygroundTests();
  });
  afterAll(() => tests.close());

  test('at the start, in a menu, in a dialog and among suggestions', async () => {
    const visit = await Visit.open(tests);
    const { page } = visit;
    expect(await barriers(visit)).toEqual([]);
    await page.getByRole('menubar').getByRole('menuitem', { name: 'View' }).click();
    await page.getByRole('menu').first().waitFor();
    expect(await barriers(visit)).toEqual([]);
    await visit.press('Escape');
    await visit.choose('File', 'Open…');
    await page.getByRole('dialog').waitFor();
    expect(await barriers(visit)).toEqual([]);
    await visit.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await visit.goTo('K2');
    await visit.type('=clv');
    await page.getByRole('listbox', { name: 'Functions' }).waitFor();
    expect(await barriers(visit)).toEqual([]);
  });
});
