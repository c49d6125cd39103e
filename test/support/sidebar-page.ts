import type { Browser, Frame, Page } from 'playwright-core';
import type { Host } from '../../host/host';
import { openPage } from './browser';

/**
 * What a test does with a question of the sidebar before the server gets it: throws what Google would, answers in the server's place,
 * or waits.
 */
export type Intercept = (name: string, args: readonly unknown[]) => unknown;

/** The sidebar in a browser, in a frame as Google gives it one, over a host. */
export interface SidebarPage {
  readonly page: Page;
  readonly frame: () => Frame;
  /** What the page complained of: errors, refused requests, dialogs. */
  readonly complaints: string[];
  /** The names of the questions that were asked, in order. */
  readonly asked: string[];
  /** How many of them were asked before the last thing that was done. */
  askedBefore: number;
  /** Opens the sidebar anew, as after a reload of the file. */
  readonly reload: () => Promise<void>;
  intercept: Intercept | undefined;
}

export interface SidebarOptions {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  /** What stands where Google's style sheet would be. */
  readonly stylesheet?: string;
  /** The menu item that opens the sidebar. */
  readonly item?: string;
}

/** Opens the sidebar by its menu item and puts it into a sandboxed frame of 300 pixels without storage or an origin of its own. */
export async function openSidebar(
  browser: Browser,
  host: Host,
  { width = 300, height = 760, locale = 'en-US', stylesheet = '', item }: SidebarOptions = {},
): Promise<SidebarPage> {
  const { page, complaints } = await openPage(browser, { width, height, locale });
  const asked: string[] = [];
  let frame: Frame | undefined;
  await page.route(SHEET, (route) => route.fulfill({ contentType: 'text/html', body: OUTSIDE }));
  await page.exposeFunction('askHost', async (name: string, args: string): Promise<string> => {
    const parameters = JSON.parse(args) as unknown[];
    const [own, given] = (name === 'answerSidebar' ? parameters : [name, parameters]) as [string, unknown[]];
    asked.push(own);
    try {
      const instead = await sidebar.intercept?.(own, given);
      return JSON.stringify({ value: instead ?? host.run(name, ...parameters) ?? null });
    } catch (error) {
      return JSON.stringify({ error: (error as Error).message });
    }
  });
  const load = async (): Promise<void> => {
    host.open();
    host.menu.choose(item ?? host.menu.entries.flatMap(firstLabel)[0] ?? '');
    const html = host.sidebar?.content ?? '';
    await page.goto(SHEET);
    await page.evaluate(
      (srcdoc) => {
        const element = document.createElement('iframe');
        element.setAttribute('sandbox', 'allow-scripts allow-forms allow-popups allow-downloads');
        element.srcdoc = srcdoc;
        document.body.append(element);
      },
      framed(html, stylesheet),
    );
    const element = await page.waitForSelector('iframe');
    frame = (await element.contentFrame()) ?? undefined;
    await frame?.waitForSelector('.app[aria-busy="false"]');
  };
  const sidebar: SidebarPage = {
    page,
    complaints,
    asked,
    askedBefore: 0,
    reload: load,
    intercept: undefined,
    frame: () => {
      if (!frame) throw new Error('the sidebar is not open');
      return frame;
    },
  };
  await load();
  return sidebar;
}

/** The page around the sidebar, which hands its questions on. */
const SHEET = 'https://sheet.example/';
const OUTSIDE = `<!DOCTYPE html><style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block}</style><script>
addEventListener('message', async ({ data, source }) =>
  source.postMessage({ id: data.id, text: await askHost(data.name, data.args) }, '*'));
</script>`;

/** The page with the bridge in it, and with what stands for Google's style sheet, which a test cannot fetch. */
const framed = (html: string, stylesheet: string): string =>
  html
    .replace('<head>', `<head><script>(${bridge})()</script>`)
    .replace(/<link rel="stylesheet"[^>]*>/, `<style>${stylesheet}</style>`);

/** Waits until the sidebar has its answers. */
export async function settled({ frame }: SidebarPage): Promise<void> {
  await frame().waitForSelector('.app[aria-busy="false"]');
}

/** Presses a button, by its name, and waits for what comes of it. */
export async function press(sidebar: SidebarPage, name: string): Promise<void> {
  sidebar.askedBefore = sidebar.asked.length;
  await sidebar.frame().getByRole('button', { name, exact: true }).first().click();
  await settled(sidebar);
}

/** Waits until what was done last is kept: half a second later, as the page counts time. */
export async function kept({ frame, asked, askedBefore }: SidebarPage): Promise<void> {
  await frame().evaluate(() => new Promise((done) => setTimeout(done, 600)));
  while (asked.lastIndexOf('keepDraft') < askedBefore) await frame().waitForTimeout(50);
}

/** Chooses an entry of a list, both by what they are called. */
export async function choose(sidebar: SidebarPage, list: string | RegExp, entry: string): Promise<void> {
  sidebar.askedBefore = sidebar.asked.length;
  await sidebar.frame().getByLabel(list, { exact: true }).first().selectOption({ label: entry });
  await settled(sidebar);
}

/** The heading of the page. */
export const heading = async ({ frame }: SidebarPage): Promise<string> => (await frame().textContent('h1')) ?? '';

const firstLabel = ({ items }: { items: readonly object[] }): string[] =>
  items.flatMap((one) => ('label' in one && 'functionName' in one ? [String(one.label)] : []));

/** Runs in the frame: `google.script.run` as Google has it. */
function bridge(): void {
  type Handler = (value: unknown) => void;
  const waiting = new Map<number, (text: string) => void>();
  addEventListener('message', ({ data }) => {
    waiting.get(data.id)?.(data.text);
    waiting.delete(data.id);
  });
  let count = 0;
  const chain = (succeed?: Handler, fail?: Handler): object =>
    new Proxy(
      {},
      {
        get: (_, name: string) => {
          if (name === 'withSuccessHandler') return (handler: Handler) => chain(handler, fail);
          if (name === 'withFailureHandler') return (handler: Handler) => chain(succeed, handler);
          return (...args: unknown[]) => {
            const id = ++count;
            waiting.set(id, (text) => {
              const answer = JSON.parse(text);
              if ('error' in answer) fail?.(Object.assign(new Error(answer.error), { name: 'ScriptError' }));
              else succeed?.(answer.value);
            });
            parent.postMessage({ id, name, args: JSON.stringify(args) }, '*');
          };
        },
      },
    );
  Object.assign(window, { google: { script: { run: chain() } } });
}
