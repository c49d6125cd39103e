import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../test/support/browser';
import { companyHost } from '../test/support/reported';
import { openSidebar, type SidebarPage } from '../test/support/sidebar-page';

const LANGUAGES = { en: 'en_US', pl: 'pl_PL', ru: 'ru_RU' } as const;
const STEPS = ['tabs', 'columns', 'stages', 'check', 'report'] as const;

/** Those that the README shows. */
const SHOWN = ['columns-en', 'stages-en', 'report-pl'];

/** Draws every page of the sidebar in three languages, 300 pixels wide, into `build/pictures`, and some of them into `folder`. */
export async function drawSidebar(folder: string): Promise<void> {
  const all = join('build', 'pictures');
  mkdirSync(all, { recursive: true });
  const browser = await openBrowser();
  try {
    for (const [language, locale] of Object.entries(LANGUAGES)) await drawIn(browser, language, locale, all);
  } finally {
    await browser.close();
  }
  for (const name of SHOWN) copyFileSync(join(all, `${name}.png`), join(folder, `sidebar-${name}.png`));
}

async function drawIn(browser: Browser, language: string, locale: string, folder: string): Promise<void> {
  const host = companyHost({ locale, userLocale: language });
  const sidebar = await openSidebar(browser, host, { locale: locale.replace('_', '-') });
  for (const step of STEPS) {
    await drawPage(sidebar, join(folder, `${step}-${language}.png`));
    await sidebar.frame().evaluate(() => {
      for (const group of Array.from(document.querySelectorAll<HTMLDetailsElement>('main > details')))
        group.open = true;
    });
    await drawPage(sidebar, join(folder, `${step}-open-${language}.png`));
    if (sidebar.complaints.length > 0) throw new Error(sidebar.complaints.join('\n'));
    await sidebar.frame().click('button.primary');
    await sidebar.frame().waitForSelector('.app[aria-busy="false"]');
  }
  await drawPage(sidebar, join(folder, `home-${language}.png`));
  await sidebar.page.context().close();
}

/** A picture of the whole page, however long it is. */
async function drawPage(sidebar: SidebarPage, path: string): Promise<void> {
  const { page } = sidebar;
  await page.setViewportSize({ width: 300, height: 640 });
  const height = await sidebar.frame().evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 300, height: Math.min(Math.max(height, 640), 4000) });
  await page.mouse.move(0, 0);
  await page.screenshot({ path });
}
