import type { Browser } from 'playwright-core';
import { sentence } from '../../src/text/problems';
import { describeWithBrowser, openBrowser } from '../support/browser';
import { companyHost, resized } from '../support/reported';
import { choose, heading, openSidebar, press, type SidebarPage, settled } from '../support/sidebar-page';

/** What the sidebar says of a problem, and the buttons with which it can be gone on from. */
async function trouble({ frame }: SidebarPage): Promise<{ said: string; ways: string[] }> {
  const alert = frame().getByRole('alert');
  const said = (await alert.locator('p').textContent()) ?? '';
  return { said, ways: await alert.getByRole('button').allInnerTexts() };
}

const CLOSE = '×';
const [TABS, COLUMNS, REPORT] = ['Go to step 1: Tabs', 'Go to step 2: Columns', 'Go to step 5: Report'];
const [AGAIN, ANEW] = ['Try again', 'Open anew'];

describeWithBrowser('what goes wrong', () => {
  let browser: Browser;
  let sidebar: SidebarPage;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  describe('is told in a sentence with a way on', () => {
    beforeAll(async () => {
      sidebar = await openSidebar(browser, companyHost({}, resized(200)));
      await press(sidebar, 'Next');
    });
    afterEach(async () => {
      sidebar.intercept = undefined;
      await press(sidebar, 'Close this message');
      expect(await heading(sidebar)).toBe('Columns');
      expect(sidebar.complaints).toEqual([]);
    });
    afterAll(() => sidebar.page.context().close());

    const ofGoogle: [title: string, message: string, said: RegExp, ways: string[]][] = [
      ['several accounts', 'server error occurred: PERMISSION_DENIED', /private window/, [AGAIN]],
      ['a missing permission', 'Authorization is required to perform that action.', /may not do this/, [AGAIN]],
      ['the time limit', 'Exceeded maximum execution time', /took too long/, [AGAIN, REPORT]],
      ['a lost network', 'NetworkError: Connection failure due to HTTP 0', /Check your network/, [AGAIN]],
      ['a fault of our own', "TypeError: Cannot read properties of undefined (reading 'x')", /'x'/, [AGAIN, ANEW]],
    ];

    test.each(ofGoogle)('where Google itself says so: %s', async (_, message, said, ways) => {
      sidebar.intercept = (name) => {
        if (name === 'readLabels') throw new Error(message);
      };
      await press(sidebar, 'Next');
      expect(await trouble(sidebar)).toEqual({ said: expect.stringMatching(said), ways: [...ways, CLOSE] });
    });

    const ofTheServer: [code: string, params: Record<string, string | number>, ways: string[]][] = [
      ['tab_missing', { tab: 'Deals' }, [TABS]],
      ['tab_unclear', { tab: 'Deals', candidates: 'A, B' }, [TABS]],
      ['tab_empty', { tab: 'Deals' }, [TABS, AGAIN]],
      ['no_header', { tab: 'Deals' }, [TABS, AGAIN]],
      ['nothing_mapped', {}, [TABS, AGAIN]],
      ['column_missing', { tab: 'Deals', header: 'Stage' }, [COLUMNS]],
      ['column_unclear', { tab: 'Deals', header: 'Stage', candidates: 'B, C' }, [COLUMNS]],
      ['settings_invalid', { entry: 'stages' }, [ANEW]],
      ['settings_newer', {}, [ANEW]],
      ['request_invalid', {}, [ANEW]],
      ['busy', {}, [AGAIN]],
      ['service_failed', {}, [AGAIN]],
      ['report_failed', {}, [AGAIN]],
      ['tab_left_over', { tab: 'Report' }, [AGAIN]],
      ['no_permission', {}, [AGAIN]],
      ['several_accounts', {}, [AGAIN]],
      ['time_limit', {}, [AGAIN, REPORT]],
      ['period_reversed', { start: '2026-02-01', end: '2026-01-01' }, [REPORT]],
    ];

    test.each(ofTheServer)('where the server explains it: %s', async (code, params, ways) => {
      const said = sentence('en', code, params);
      sidebar.intercept = (name) => (name === 'readLabels' ? { problem: { code, sentence: said } } : undefined);
      await press(sidebar, 'Next');
      expect(await trouble(sidebar)).toEqual({ said, ways: [...ways, CLOSE] });
    });
  });

  describe('and really is so', () => {
    let host: ReturnType<typeof companyHost>;
    beforeEach(async () => {
      host = companyHost({}, resized(200));
      sidebar = await openSidebar(browser, host);
    });
    afterEach(() => sidebar.page.context().close());
    const forth = async (count: number) => {
      for (let step = 0; step < count; step++) await press(sidebar, 'Next');
    };

    test('a lock that somebody else holds: trying again makes the report as soon as it is free', async () => {
      await forth(4);
      host.platform.foreignLocks.add('document');
      await press(sidebar, 'Create report');
      expect(await trouble(sidebar)).toEqual({
        said: expect.stringMatching(/Somebody else is saving/),
        ways: [AGAIN, CLOSE],
      });
      host.platform.foreignLocks.clear();
      await press(sidebar, AGAIN);
      expect(await heading(sidebar)).toBe('The report is ready');
    });

    test('a column that was deleted meanwhile: step 2 asks for another, with the columns to choose from', async () => {
      await forth(2);
      const deals = host.workbook.sheet('Deals');
      const at = host.workbook.values('Deals', 'A1:K1')[0]?.indexOf('Stage') ?? -1;
      host.workbook.restructure(deals, { kind: 'delete', axis: 'columns', at, count: 1 });
      await press(sidebar, 'Next');
      expect((await trouble(sidebar)).ways).toEqual([COLUMNS, CLOSE]);
      await press(sidebar, COLUMNS);
      expect(await heading(sidebar)).toBe('Columns');
      await press(sidebar, 'Next');
      expect((await trouble(sidebar)).said).toBe('First decide what is asked above.');
      await choose(sidebar, 'Deals › Stage', 'Leave it out');
      await forth(3);
      await press(sidebar, 'Create report');
      expect(await heading(sidebar)).toBe('The report is ready');
    });

    test('a tab that was deleted meanwhile: step 1 asks for another', async () => {
      await forth(1);
      host.workbook.deleteSheet(host.workbook.sheet('Spend'));
      await press(sidebar, 'Next');
      expect((await trouble(sidebar)).ways).toEqual([TABS, CLOSE]);
      await press(sidebar, TABS);
      expect(await heading(sidebar)).toBe('Tabs');
      await sidebar.frame().getByRole('heading', { name: 'To be decided' }).waitFor();
      await choose(sidebar, /^Spend$/, 'Leave it out');
      await forth(4);
      await press(sidebar, 'Create report');
      expect(await heading(sidebar)).toBe('The report is ready');
    });

    test('a period that ends before it starts: its two days are there to be corrected', async () => {
      await forth(4);
      await choose(sidebar, 'Period', 'Custom');
      for (const [label, day] of [
        ['First day', '2025-12-31'],
        ['Last day', '2025-01-01'],
      ] as const) {
        await sidebar.frame().getByLabel(label).fill(day);
        await sidebar.frame().getByLabel(label).blur();
      }
      await press(sidebar, 'Create report');
      expect(await trouble(sidebar)).toEqual({ said: expect.stringContaining('2025-01-01'), ways: [CLOSE] });
      await choose(sidebar, 'Period', 'Last year');
      await press(sidebar, 'Create report');
      expect(await heading(sidebar)).toBe('The report is ready');
    });

    test('a service that fails half way through the report: nothing is lost, and trying again makes it', async () => {
      await forth(4);
      const before = host.workbook.sheets.map(({ name }) => name);
      sidebar.intercept = (name) => {
        if (name === 'createReport') host.failAt(40);
      };
      await press(sidebar, 'Create report');
      expect((await trouble(sidebar)).ways).toEqual([AGAIN, CLOSE]);
      expect(host.workbook.sheets.map(({ name }) => name)).toEqual(before);
      sidebar.intercept = undefined;
      host.failAt(undefined);
      await press(sidebar, AGAIN);
      expect(await heading(sidebar)).toBe('The report is ready');
    });

    test('a sidebar that could not open opens at the next try', async () => {
      let isDown = true;
      sidebar.intercept = () => {
        if (isDown) throw new Error('NetworkError: Connection failure due to HTTP 0');
      };
      await sidebar.reload();
      expect((await trouble(sidebar)).ways).toEqual([AGAIN]);
      isDown = false;
      await press(sidebar, AGAIN);
      expect(await heading(sidebar)).toBe('Tabs');
    });

    test('the tab of a report that somebody deleted: the sidebar opens anew and knows it is gone', async () => {
      await forth(4);
      await press(sidebar, 'Create report');
      host.workbook.deleteSheet(host.workbook.sheet('Leakproof report'));
      await press(sidebar, 'Show the report');
      expect((await trouble(sidebar)).ways).toEqual([ANEW, CLOSE]);
      await press(sidebar, ANEW);
      await sidebar.frame().getByText('It has no live tab now.').waitFor();
      await press(sidebar, 'Refresh');
      expect(host.workbook.sheets.map(({ name }) => name)).toContain('Leakproof report');
      await settled(sidebar);
    });
  });
});
