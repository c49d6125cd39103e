import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Host } from '../host/host';
import { openBrowser } from '../test/support/browser';
import { companyHost } from '../test/support/reported';
import { heading, openSidebar, type SidebarPage, settled } from '../test/support/sidebar-page';

const LANGUAGES = { en: 'en_US', pl: 'pl_PL', ru: 'ru_RU' } as const;
const STEPS = ['tabs', 'columns', 'stages', 'check', 'report'] as const;

/** Those that the README shows, as they are seen without scrolling. */
const SHOWN = ['columns', 'stages', 'report-open'] as const;

const HEIGHT = 640;

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
  for (const name of SHOWN)
    copyFileSync(join(all, `${name}-en-seen.png`), join(folder, `sidebar-${name.split('-')[0]}.png`));
}

async function drawIn(browser: Browser, language: string, locale: string, folder: string): Promise<void> {
  const host = companyHost({ locale, userLocale: language });
  soil(host);
  const sidebar = await openSidebar(browser, host, { locale: locale.replace('_', '-') });
  const draw = (name: string) => drawPage(sidebar, join(folder, `${name}-${language}`));
  const primary = async () => {
    // By no pointer: the page has just changed its height.
    await sidebar.frame().dispatchEvent('button.primary', 'click');
    await settled(sidebar);
  };
  for (const step of STEPS) {
    await draw(step);
    await openGroups(sidebar, step === 'report' ? 1 : undefined);
    await draw(`${step}-open`);
    if (step === 'report') {
      await resume(sidebar);
      await draw('resumed');
    }
    await primary();
  }
  await draw('home');
  host.workbook.deleteSheet(host.workbook.sheet('Spend'));
  await sidebar.reload();
  await primary();
  await draw('questions');
  if (sidebar.complaints.length > 0) throw new Error(sidebar.complaints.join('\n'));
  await sidebar.page.context().close();
}

/** Reloads the page, once it has kept what is unfinished, and waits until it stands where it stood. */
async function resume(sidebar: SidebarPage): Promise<void> {
  const name = await heading(sidebar);
  await sidebar.page.waitForTimeout(1000);
  await sidebar.reload();
  await sidebar.frame().getByRole('heading', { name, level: 1 }).waitFor();
  await settled(sidebar);
}

/** A little of what the data check finds. */
function soil({ workbook }: Host): void {
  const [headers = []] = workbook.values('Deals', 'A1:K1');
  const put = (header: string, row: number, value: string) =>
    workbook.write(workbook.sheet('Deals'), row, headers.indexOf(header), [[{ value }]]);
  for (const row of [3, 4, 9]) put('Amount', row, '1 200,50 zł');
  for (const row of [12, 15]) put('Stage', row, ' Won');
  for (const row of [20, 21]) put('Closed', row, '03/04/2025');
}

const openGroups = ({ frame }: SidebarPage, count = 99) =>
  frame().evaluate((most) => {
    for (const group of Array.from(document.querySelectorAll<HTMLDetailsElement>('main > details')).slice(0, most))
      group.open = true;
  }, count);

/** Pictures of a page: as it is seen, and of all of it, however long it is. */
async function drawPage(sidebar: SidebarPage, path: string): Promise<void> {
  const { page } = sidebar;
  await page.mouse.move(0, 0);
  await sized(sidebar, HEIGHT);
  await page.screenshot({ path: `${path}-seen.png` });
  const height = await sidebar.frame().evaluate(() => document.documentElement.scrollHeight);
  await sized(sidebar, Math.min(Math.max(height, HEIGHT), 4000));
  await page.screenshot({ path: `${path}.png` });
}

/** Sets the height, and waits until the page is drawn in it. */
async function sized({ page, frame }: SidebarPage, height: number): Promise<void> {
  await page.setViewportSize({ width: 300, height });
  await frame().evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}
