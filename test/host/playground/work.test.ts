import { parseXlsx } from '../../../host/files/xlsx-read';
import type { Cells, Verb } from '../../../host/playground/protocol';
import { openPlayground } from '../../support/playground-server';
import { zip } from '../../support/zip';

// The first visitor waits until the sample company is made up and imported.
jest.setTimeout(60_000);

let opened: Awaited<ReturnType<typeof openPlayground>>;
let page: Awaited<ReturnType<(typeof opened)['visit']>>;

beforeAll(async () => {
  opened = await openPlayground();
  page = await opened.visit();
});
afterAll(() => opened.close());
beforeEach(() => page.ask('reset', {}));

const LEADS = 0;
const DEALS = 1;
const view = (sheet: number, bottom = 20, right = 15) => page.ask('cells', { sheet, top: 0, left: 0, bottom, right });
const at = ({ cells }: Cells, row: number, column: number) =>
  cells.find((cell) => cell.row === row && cell.column === column);
const block = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
const csv = (text: string) => new TextEncoder().encode(text);

test('the examples in the help of the functions are right on the sample company', async () => {
  const examples = page.hello.functions.flatMap((help) => help.examples).filter((one) => /![A-Z]2:/.test(one));
  // What an example reads on its own sheet is not there.
  const whole = examples.filter((one) => !/[ ;(][A-Z]\d+:/.test(one));
  expect(whole.length).toBeGreaterThan(5);
  const sheet = (await page.ask('tab', { kind: 'add' })).book.activeSheet;
  for (const [row, example] of whole.entries()) {
    await page.ask('enter', { sheet, row: row * 50, column: 0, rows: [[example]] });
    const { text, kind, message } = await page.ask('cell', { sheet, row: row * 50, column: 0 });
    expect([example, kind, message]).toEqual([example, expect.stringMatching(/number|text/), null]);
    expect(text).not.toBe('');
  }
});

describe('typing and changing', () => {
  test('a KPI formula shows its value, a spilling one fills its block, and both follow the data', async () => {
    const { book } = await page.ask('enter', {
      sheet: DEALS,
      row: 0,
      column: 14,
      rows: [['=WIN_RATE(20; 60)'], ['=FUNNEL_DROPOFF({10;5;4})']],
    });
    expect(book.undo).toBe('enter');
    const cells = await view(DEALS);
    expect(at(cells, 0, 14)).toMatchObject({ text: '0.25', kind: 'number', formula: true });
    expect(at(cells, 2, 14)).toMatchObject({ text: '0.5', kind: 'number' });
    expect(at(cells, 2, 14)?.formula).toBeUndefined();
    const spilled = await page.ask('cell', { sheet: DEALS, row: 3, column: 14 });
    expect(spilled).toMatchObject({ edit: '', spilledFrom: { row: 1, column: 14 } });
  });

  test('an error says why', async () => {
    await page.ask('enter', { sheet: DEALS, row: 0, column: 14, rows: [['=1/0'], ['=CAC(1)']] });
    const cells = await view(DEALS);
    expect(at(cells, 0, 14)).toMatchObject({ text: '#DIV/0!', kind: 'error' });
    expect(at(cells, 1, 14)).toMatchObject({ kind: 'error', message: expect.stringContaining('CAC: ') });
  });

  test('a block that is pasted beyond the edge makes the sheet grow', async () => {
    const rows = Array.from({ length: 3 }, (_, row) => ['a', 'b', 'c'].map((text) => text + row));
    const { book } = await page.ask('enter', { sheet: DEALS, row: 1499, column: 25, rows });
    expect([book.sheets[1]?.rows.count, book.sheets[1]?.columns.count]).toEqual([1502, 28]);
  });

  test('a rule that refuses other values is kept, and its list is offered', async () => {
    const sheet = opened.playground.visitors.find(page.token).workbook.sheet(DEALS);
    const rule = { criteria: 'VALUE_IN_LIST', values: ['Won', '12'], dropdown: true, help: 'Stage' };
    sheet.validations.set(1, 14, { ...rule, allowInvalid: false });
    sheet.validations.set(2, 14, { ...rule, allowInvalid: true });
    const refusal = await page.refused('enter', { sheet: DEALS, row: 1, column: 14, rows: [['Dead']] });
    expect(refusal).toEqual({
      status: 422,
      error: expect.stringMatching(/cell O2 violates the data validation rules/),
    });
    await page.ask('enter', { sheet: DEALS, row: 1, column: 14, rows: [['Won'], ['Dead']] });
    const cells = await view(DEALS);
    expect(at(cells, 1, 14)).toEqual({ row: 1, column: 14, text: 'Won', kind: 'text', input: 'list' });
    expect(at(cells, 2, 14)).toMatchObject({ text: 'Dead', invalid: true });
    const details = await page.ask('cell', { sheet: DEALS, row: 1, column: 14 });
    expect(details).toMatchObject({ choices: ['Won', '12'], rule: { help: 'Stage', strict: true } });
  });

  const steps: [Verb, unknown][] = [
    ['enter', { sheet: DEALS, row: 1, column: 3, rows: [['=1+1', '2']] }],
    ['clear', { sheet: DEALS, blocks: [block(0, 0, 900, 3)] }],
    [
      'paste',
      { from: { sheet: DEALS, ...block(1, 0, 3, 2) }, to: { sheet: DEALS, ...block(1, 12, 6, 17) }, how: 'copy' },
    ],
    [
      'paste',
      { from: { sheet: DEALS, ...block(1, 0, 3, 2) }, to: { sheet: LEADS, ...block(1, 12, 1, 12) }, how: 'cut' },
    ],
    [
      'paste',
      { from: { sheet: DEALS, ...block(1, 4, 3, 5) }, to: { sheet: LEADS, ...block(1, 12, 1, 12) }, how: 'values' },
    ],
    [
      'format',
      {
        sheet: DEALS,
        blocks: [block(1, 4, 5, 4)],
        change: { bold: true, background: '#ff0000', numberFormat: '0.00%' },
      },
    ],
    ['lines', { sheet: DEALS, axis: 'rows', kind: 'insert', at: 3, count: 2 }],
    ['lines', { sheet: DEALS, axis: 'columns', kind: 'delete', at: 3, count: 2 }],
    ['lines', { sheet: DEALS, axis: 'columns', kind: 'move', at: 1, count: 1, to: 4 }],
    ['lines', { sheet: DEALS, axis: 'columns', kind: 'resize', at: 1, count: 3, pixels: 77 }],
    ['lines', { sheet: DEALS, axis: 'rows', kind: 'hide', at: 1, count: 3 }],
    ['lines', { sheet: DEALS, axis: 'rows', kind: 'freeze', count: 3 }],
    ['tab', { kind: 'add' }],
    ['tab', { kind: 'rename', sheet: DEALS, name: 'Sales' }],
    ['tab', { kind: 'delete', sheet: DEALS }],
    ['tab', { kind: 'duplicate', sheet: DEALS }],
    ['tab', { kind: 'hide', sheet: DEALS }],
    ['tab', { kind: 'move', sheet: DEALS, to: 3 }],
    ['settings', { locale: 'pl_PL' }],
    ['upload', { name: 'more.csv', how: 'add' }],
  ];
  test.each(steps)('%s %j can be taken back and done again', async (verb, ask) => {
    await page.ask('enter', { sheet: LEADS, row: 0, column: 20, rows: [['=SUM(Deals!F2:F)']] });
    const seen = async () => {
      const { revision: _, undo: __, redo: ___, ...book } = (await page.ask('book', {})).book;
      const cells = await Promise.all(book.sheets.map(({ id }) => view(id, 10, 21)));
      return { book, cells: cells.map((shown) => ({ ...shown, revision: 0 })) };
    };
    const before = await seen();
    const { book } = await (verb === 'upload'
      ? page.upload('more.csv', 'add', csv('a,b\n1,2'))
      : page.ask(verb as 'tab', ask as never));
    expect([book.undo, book.redo]).toEqual([verb, null]);
    const after = await seen();
    expect(after).not.toEqual(before);
    const undone = await page.ask('undo', {});
    expect([undone.book.undo, undone.book.redo]).toEqual(['enter', verb]);
    expect(await seen()).toEqual(before);
    const redone = await page.ask('redo', {});
    expect(redone.book.revision).toBeGreaterThan(undone.book.revision);
    expect(await seen()).toEqual(after);
  });

  test('what changes nothing is no step, and a new change forgets what could be done again', async () => {
    const ask = { sheet: DEALS, row: 1, column: 14 };
    await page.ask('enter', { ...ask, rows: [['1']] });
    const same = await page.ask('enter', { ...ask, rows: [['1']] });
    await page.ask('undo', {});
    expect((await page.ask('enter', { ...ask, rows: [['2']] })).book).toMatchObject({ undo: 'enter', redo: null });
    await page.ask('undo', {});
    expect((await page.ask('book', {})).book.undo).toBeNull();
    expect(same.book.undo).toBe('enter');
  });

  test('a selection is what the script finds, and no step of undo', async () => {
    await page.ask('select', { sheet: DEALS, blocks: [block(1, 1, 2, 2), block(4, 3, 5, 99)] });
    const { book } = await page.ask('book', {});
    expect([book.activeSheet, book.undo]).toEqual([DEALS, null]);
    expect(book.sheets[1]?.selection).toEqual([block(1, 1, 2, 2), block(4, 3, 5, 25)]);
  });

  test('a hidden sheet cannot be looked at', async () => {
    await page.ask('tab', { kind: 'hide', sheet: DEALS });
    const refusal = await page.refused('select', { sheet: DEALS, blocks: [block(0, 0, 0, 0)] });
    expect(refusal).toEqual({ status: 409, error: 'The sheet Deals is hidden.' });
  });

  test('numbers are read and written by the locale of the spreadsheet', async () => {
    const { book } = await page.ask('settings', { locale: 'pl_PL' });
    expect([book.locale, book.decimalComma]).toEqual(['pl_PL', true]);
    await page.ask('enter', {
      sheet: DEALS,
      row: 0,
      column: 14,
      rows: [['1234,5'], ['31.12.2025'], ['12,5%'], ["'007"]],
    });
    const edits = await Promise.all([0, 1, 2, 3].map((row) => page.ask('cell', { sheet: DEALS, row, column: 14 })));
    expect(edits.map(({ edit, kind }) => [edit, kind])).toEqual([
      ['1234,5', 'number'],
      ['31.12.2025', 'number'],
      ['12,5%', 'number'],
      ["'007", 'text'],
    ]);
  });

  test('a workbook has at most 200 sheets', async () => {
    const { workbook } = opened.playground.visitors.find(page.token);
    for (let number = 5; number <= 200; number++) workbook.addSheet(`Sheet ${number}`, { rows: 1, columns: 1 });
    const sentence = '201 sheets are too many: the playground takes at most 200.';
    expect(await page.refused('tab', { kind: 'add' })).toEqual({ status: 413, error: sentence });
    expect(await page.refused('tab', { kind: 'duplicate', sheet: DEALS })).toEqual({ status: 413, error: sentence });
  });
});

describe('the script', () => {
  test('the menu opens the sidebar, whose frame has an address of its own each time', async () => {
    const label = () => page.hello.book.menus[0]?.items.find((item) => 'label' in item) as { label: string };
    expect(page.hello.book.menus.map((menu) => menu.label)).toEqual(['Leakproof']);
    const first = (await page.ask('menu', label())).book.sidebar;
    const second = (await page.ask('menu', label())).book.sidebar;
    expect(first?.title).toBe('Leakproof');
    expect(second?.address).not.toBe(first?.address);
    expect((await opened.fetch(first?.address ?? '')).status).toBe(404);
    const { status, headers, body } = await opened.fetch(second?.address ?? '');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toMatch(/^sandbox allow-scripts allow-forms; default-src 'none'/);
    expect(body.toString()).toContain('withSuccessHandler');
    expect(body.toString()).not.toMatch(/<link/);
    expect((await page.ask('close', {})).book.sidebar).toBeNull();
    expect((await opened.fetch(second?.address ?? '')).status).toBe(404);
  });

  test('a call answers with its value, or with the message of its failure', async () => {
    const good = await page.ask('run', { name: 'openWizard', parameters: [false, null] });
    expect(good.outcome).toMatchObject({ value: { settings: { version: 1 } } });
    const bad = await page.ask('run', { name: 'createReport', parameters: [{ nonsense: true }] });
    expect(bad.outcome).toEqual({ failure: expect.any(String) });
    expect((bad.outcome as { failure: string }).failure).not.toMatch(/\n\s+at /);
  });

  test.each(['nothingLikeIt', 'WIN_RATE_', 'constructor', '__proto__', 'toString'])(
    'a function that the script does not offer is not found: %s',
    async (name) => {
      const { outcome } = await page.ask('run', { name, parameters: [] });
      expect(outcome).toEqual({ failure: `Script function not found: ${name}` });
    },
  );

  test('what a call changed can be taken back in one step', async () => {
    const suggested = await page.ask('run', {
      name: 'suggestSettings',
      parameters: [{ options: { period: {}, compare: 'none', language: 'en' } }],
    });
    const { value: settings } = suggested.outcome as { value: unknown };
    const made = await page.ask('run', { name: 'createReport', parameters: [settings, {}] });
    expect(made.outcome).toMatchObject({ value: { tab: expect.any(String) } });
    expect(made.book.sheets.length).toBeGreaterThan(4);
    expect(made.book.undo).toBe('run');
    expect((await page.ask('undo', {})).book.sheets.map(({ name }) => name)).toEqual([
      'Leads',
      'Deals',
      'Spend',
      'Traffic',
    ]);
  });

  test('the language of the user can be changed: menu and sidebar are made anew', async () => {
    const items = page.hello.book.menus[0]?.items as { label: string }[];
    const opening = await page.ask('menu', { label: items[0]?.label as string });
    const { book } = await page.ask('settings', { language: 'pl' });
    expect(book.language).toBe('pl');
    expect(book.menus).not.toEqual(page.hello.book.menus);
    expect(book.sidebar?.address).not.toBe(opening.book.sidebar?.address);
    expect((await opened.fetch(book.sidebar?.address ?? '')).body.toString()).toContain('"language":"pl"');
    await page.ask('settings', { language: 'en' });
  });

  test('every custom function has help', () => {
    expect(page.hello.functions.length).toBeGreaterThan(30);
    for (const { name, summary, examples, parameters } of page.hello.functions) {
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(examples[0]).toContain(`=${name}(`);
      expect(parameters.length).toBeGreaterThan(0);
      for (const { type, text } of parameters)
        expect([type, text]).toEqual([expect.stringMatching(/^\w+/), expect.stringMatching(/^\S.*\.$/)]);
    }
    const winRate = page.hello.functions.find(({ name }) => name === 'WIN_RATE');
    expect(winRate?.parameters.map(({ name, optional }) => [name, optional])).toEqual([
      ['outcomes_or_won', false],
      ['won_or_lost', true],
      ['lost', true],
    ]);
  });
});

describe('files', () => {
  const download = () => opened.fetch('/api/download', { method: 'POST', headers: page.headers(), body: '{}' });

  test('a CSV file takes the place of the workbook, and cannot be undone away', async () => {
    const { book, notes } = await page.upload('deals.csv', 'replace', csv('Stage;Amount\nWon;1,5\nLost;2'));
    expect([book.name, book.sheets.map(({ name }) => name), book.undo]).toEqual(['deals', ['deals'], null]);
    expect(notes).toEqual(['deals.csv was read as utf-8, its columns separated by ";".']);
    expect(book.menus.length).toBe(1);
    expect((await page.ask('reset', {})).book.sheets).toHaveLength(4);
  });

  test('a file is added beside the others under a free name', async () => {
    const { book } = await page.upload('Deals.tsv', 'add', csv('a\tb\n1\t2'));
    expect(book.sheets.map(({ name }) => name)).toEqual(['Leads', 'Deals', 'Spend', 'Traffic', 'Deals 2']);
    expect(book.activeSheet).toBe(book.sheets[4]?.id);
  });

  test('a downloaded workbook can be opened again', async () => {
    const { status, headers, body } = await download();
    expect([status, headers['content-disposition']]).toEqual([
      200,
      `attachment; filename="workbook.xlsx"; filename*=UTF-8''Sample%20company.xlsx`,
    ]);
    expect((await parseXlsx(body)).sheets.map(({ name }) => name)).toEqual(['Leads', 'Deals', 'Spend', 'Traffic']);
    const { book, notes } = await page.upload('again.xlsx', 'replace', body);
    expect([book.sheets.map(({ name }) => name), notes]).toEqual([['Leads', 'Deals', 'Spend', 'Traffic'], []]);
  });

  test.each([
    ['<img src=x onerror=alert(1)>.csv', '<img src=x onerror=alert(1)>'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\plan.csv', 'plan'],
    ['\u202egpj.exe\u0000\n.csv', 'gpj.exe'],
    ['it\'s "mine".csv', 'it\'s "mine"'],
    ['   .csv', 'Sheet'],
    [`x${'😀'.repeat(100)}.csv`, `x${'😀'.repeat(49)}`],
    ['Сделки – żółw.csv', 'Сделки – żółw'],
    [`${'x'.repeat(900)}.csv`, 'x'.repeat(80)],
  ])('a file may be called %j', async (name, sheet) => {
    const { book } = await page.upload(name, 'add', csv('a,b\n1,2'));
    expect(book.sheets.at(-1)?.name).toBe(sheet);
    await page.upload(name, 'replace', csv('a,b\n1,2'));
    const { status, headers } = await download();
    expect([status, headers['content-disposition']]).toEqual([200, expect.stringMatching(/^[ -~]+\.xlsx$/)]);
  });

  test.each([
    ['nothing', new Uint8Array(), 422, /^deals\.csv is empty: /],
    ['a web page', csv('<!doctype html><html>'), 422, /is a web page or XML, not a CSV file/],
    ['a zip of something else', zip({ 'a.txt': 'x' }), 422, /is damaged or not an Excel workbook/],
    ['a zip bomb', zip({ 'xl/workbook.xml': 'x' }, 4_000_000_000), 422, /too large once it is unpacked/],
    [
      '300 columns',
      csv(Array.from({ length: 300 }, () => 'x').join(',')),
      422,
      /has 300 columns, and at most 256 can be read/,
    ],
  ])('%s is refused, and the workbook stays', async (_, bytes, status, sentence) => {
    const sent = { headers: { 'content-type': 'application/octet-stream' }, body: bytes };
    const verb = `upload?ask=${encodeURIComponent('{"name":"deals.csv","how":"replace"}')}` as 'upload';
    const refusal = await page.refused(verb, {}, sent);
    expect(refusal).toEqual({ status, error: expect.stringMatching(sentence) });
    expect((await page.ask('book', {})).book.sheets.length).toBeGreaterThan(0);
  });

  test.each([
    ['without a name', '', 400],
    ['with something else', '{"name":1,"how":"replace"}', 400],
  ])('a file %s is refused', async (_, asked, status) => {
    const sent = { headers: { 'content-type': 'application/octet-stream' }, body: csv('a') };
    const verb = `upload?ask=${encodeURIComponent(asked)}` as 'upload';
    expect((await page.refused(verb, {}, sent)).status).toBe(status);
  });

  test('a file of more than 50 MB is refused', async () => {
    const sent = { headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array(50_000_001) };
    const verb = `upload?ask=${encodeURIComponent('{"name":"a.csv","how":"add"}')}` as 'upload';
    expect(await page.refused(verb, {}, sent)).toEqual({
      status: 413,
      error: 'The file is too large: the playground takes at most 50 MB.',
    });
  });
});
