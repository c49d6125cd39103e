import { type Browser, chromium, type Page } from 'playwright-core';
import { describeWith, findProgram, isProgram } from './program';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const GET_BROWSER = 'apt-get install chromium, or https://www.google.com/chrome; CHROME_PATH names its program';

/** The path of Chromium or Chrome: the variable CHROME_PATH, the search path, the usual places; undefined where there is none. */
export function findBrowser(): string | undefined {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return isProgram(CHROME_PATH) ? CHROME_PATH : undefined;
  return NAMES.map(findProgram).find((path) => path !== undefined) ?? USUAL_PLACES.find(isProgram);
}

/** Tests that need a browser. Where there is none they are skipped, with a warning; in continuous integration they fail. */
export function describeWithBrowser(title: string, tests: () => void): void {
  // Several files may drive a browser on a busy machine.
  jest.setTimeout(60_000);
  describeWith('Chromium', findBrowser(), GET_BROWSER, title, tests);
}

/** Starts a browser without a window, with a fresh profile, that calls nobody but the pages it is sent to. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(`No browser was found: ${GET_BROWSER}.`);
  return chromium.launch({
    executablePath,
    // Chromium refuses its sandbox to root, as which containers run.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page of its own (no cookies, no storage shared) and what it complained of: errors and failed assertions of its scripts. */
export async function openPage(
  browser: Browser,
  { width = 1440, height = 900, locale = 'en-US' }: { width?: number; height?: number; locale?: string } = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width, height }, locale, acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // What the server refuses, the page says in its own words.
    const refused = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !refused) complaints.push(message.text());
  });
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, complaints };
}
