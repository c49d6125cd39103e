import { join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Playground, startPlayground } from '../../host/playground/server';
import { parseBlock } from '../../host/workbook/address';
import type { Workbook } from '../../host/workbook/workbook';
import { openBrowser, openPage } from './browser';

const root = resolve(__dirname, '..', '..');

/** A playground with a browser in front of it, for the tests of one file. */
export interface PlaygroundTests {
  readonly playground: Playground;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Starts the server, on the built add-on and page, and a browser. */
export async function startPlaygroundTests(): Promise<PlaygroundTests> {
  const folders = { dist: join(root, 'dist'), page: join(root, 'build', 'playground') };
  const [playground, browser] = await Promise.all([startPlayground({ ...folders, port: 0 }), openBrowser()]);
  return {
    playground,
    browser,
    close: async () => {
      await browser.close();
      await playground.close();
    },
  };
}

/** A visitor at the playground: the page, and the workbook behind it. */
export class Visit {
  private constructor(
    readonly page: Page,
    /** What the page complained of; nothing, if all is well. */
    readonly complaints: readonly string[],
    private readonly playground: Playground,
  ) {}

  /** Opens the page as a new visitor and waits for the cells. */
  static async open(tests: PlaygroundTests, options: Parameters<typeof openPage>[1] = {}): Promise<Visit> {
    const { page, complaints } = await openPage(tests.browser, options);
    page.setDefaultTimeout(20_000);
    await page.goto(tests.playground.address);
    const visit = new Visit(page, complaints, tests.playground);
    await page.getByRole('grid').waitFor();
    await visit.cell('A1').waitFor();
    return visit;
  }

  /** The workbook on the server. */
  async workbook(): Promise<Workbook> {
    const token = await this.page.evaluate(() => sessionStorage.getItem('leakproof-visitor') ?? undefined);
    return this.playground.visitors.find(token).workbook;
  }

  /** The element of a cell; it is there only while the cell is on the screen and shows something or is the active one. */
  cell(name: string): Locator {
    const { top, left } = parseBlock(name) as { top: number; left: number };
    return this.page.locator(`#cell-${top}-${left}`);
  }

  /** Where an element stands on the screen, once it is there: a redraw may put another one in its place meanwhile. */
  async box(element: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
    await element.waitFor();
    return (await element.boundingBox()) ?? this.box(element);
  }

  /** Waits until a cell shows a text. */
  async shows(name: string, text: string | RegExp): Promise<void> {
    const exact = typeof text === 'string' ? new RegExp(`^${escaped(text)}$`) : text;
    await this.cell(name).filter({ hasText: exact }).waitFor();
  }

  /** Goes to a cell or range by the name box. */
  async goTo(name: string): Promise<void> {
    await this.nameBox.fill(name);
    await this.press('Enter');
  }

  get nameBox(): Locator {
    return this.page.getByRole('textbox', { name: 'Cell or range to go to' });
  }

  /** The content of the active cell. */
  get bar(): Locator {
    return this.page.getByRole('textbox', { name: 'Content of the cell' });
  }

  /** Waits until the name box shows what is selected. */
  async selects(name: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.querySelector<HTMLInputElement>('.name-box')?.value === wanted,
      name,
    );
  }

  /** Waits until the formula bar shows a content. */
  async holds(content: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.querySelector<HTMLTextAreaElement>('.bar-field textarea')?.value === wanted,
      content,
    );
  }

  /** Presses keys one after the other. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types letter by letter. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Chooses an item of the menu bar, or of a menu inside it. */
  async choose(menu: string, ...items: string[]): Promise<void> {
    await this.page.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true }).click();
    for (const item of items) {
      await this.page.getByRole('menu').getByRole('menuitem', { name: item, exact: true }).click();
    }
  }

  /** The sentence of a failure, once there is one. */
  async failure(): Promise<string> {
    return (await this.page.locator('.failure p').first().textContent()) ?? '';
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
