import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { startPlayground } from '../host/playground/server';
import { openBrowser, openPage } from '../test/support/browser';

const LANGUAGES = { en: 'en-US', pl: 'pl-PL', ru: 'ru-RU' } as const;
const STEPS = ['tabs', 'columns', 'stages', 'check', 'report'] as const;

/** Draws the playground at every step of the sidebar, in three languages, into `build/pictures`, and the report in it into `folder`. */
export async function drawPlayground(folder: string): Promise<void> {
  const all = join('build', 'pictures');
  mkdirSync(all, { recursive: true });
  const browser = await openBrowser();
  const now = () => new Date('2026-01-15T12:00:00Z');
  const playground = await startPlayground({ dist: 'dist', page: join('build', 'playground'), port: 0, now });
  try {
    for (const [language, locale] of Object.entries(LANGUAGES)) {
      const { page, complaints } = await openPage(browser, { width: 1280, height: 800, locale });
      await page.goto(playground.address);
      await walk(page, (name) => page.screenshot({ path: join(all, `playground-${name}-${language}.png`) }));
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    }
  } finally {
    await browser.close();
    await playground.close();
  }
  copyFileSync(join(all, 'playground-done-en.png'), join(folder, 'playground.png'));
}

/** Goes through the sidebar by its primary button, and shows the report. */
async function walk(page: Page, draw: (name: string) => Promise<unknown>): Promise<void> {
  const sidebar = page.frameLocator('aside iframe');
  await settled(sidebar);
  for (const step of STEPS) {
    await draw(step);
    await sidebar.locator('button.primary').click();
    await settled(sidebar);
  }
  await sidebar.locator('main button').first().click();
  await settled(sidebar);
  for (const [cell, day] of Object.entries({ B4: '2025-07-01', D4: '2025-12-31' })) {
    await page.locator('.name-box').fill(cell);
    await page.keyboard.press('Enter');
    await page.keyboard.type(day);
    await page.keyboard.press('Enter');
  }
  await page.locator('.cell', { hasText: '▲' }).first().waitFor();
  await draw('done');
}

const settled = (sidebar: FrameLocator): Promise<void> => sidebar.locator('.app[aria-busy="false"]').waitFor();
