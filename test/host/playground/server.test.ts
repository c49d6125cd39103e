import { request as send } from 'node:http';
import type { Sent } from '../../support/playground-server';
import { openPlayground } from '../../support/playground-server';

// The first visitor waits until the sample company is made up and imported.
jest.setTimeout(60_000);

/** Waits until something is so; fails where it does not come to be. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; !isSo(); turn++) {
    if (turn > 1000) throw new Error('It never came to be.');
    await new Promise((done) => setTimeout(done, 10));
  }
}

let opened: Awaited<ReturnType<typeof openPlayground>>;
let page: Awaited<ReturnType<(typeof opened)['visit']>>;

beforeAll(async () => {
  opened = await openPlayground();
  page = await opened.visit();
});
afterAll(() => opened.close());

describe('what is served', () => {
  test('the page may load and run what is its own and nothing else, and nobody may frame it', async () => {
    const { status, headers, body } = await opened.fetch('/');
    expect([status, body.toString()]).toEqual([200, '<!doctype html><title>Page</title>']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('scripts are sent as scripts', async () => {
    const { status, headers } = await opened.fetch('/main.js');
    expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
  });

  test.each([
    '/package.json',
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/main.js/',
    '//main.js',
    '//evil.example/main.js',
    'http://evil.example/main.js',
  ])('nothing but the files of the page is sent: %s', async (path) => {
    const { status, body } = await opened.fetch(path);
    const { error } = JSON.parse(body.toString());
    expect([Math.floor(status / 100), error]).toEqual([4, expect.stringMatching(/^(There is|The playground has) no /)]);
  });
});

describe('who is answered', () => {
  const port = () => new URL(opened.playground.address).port;

  test('the page under both names of this machine', async () => {
    for (const name of ['127.0.0.1', 'localhost']) {
      const host = `${name}:${port()}`;
      const headers = { host, origin: `http://${host}`, 'content-type': 'application/json' };
      expect((await opened.fetch('/', { headers: { host } })).status).toBe(200);
      expect((await opened.fetch('/api/hello', { method: 'POST', headers, body: '{}' })).status).toBe(200);
    }
  });

  test.each<[string, string, () => Sent, number]>([
    ['a name that leads here', '/', () => ({ headers: { host: `evil.example:${port()}` } }), 421],
    ['this machine under another port', '/', () => ({ headers: { host: '127.0.0.1:1' } }), 421],
    ['a script tag of another site', '/main.js', () => ({ headers: { 'sec-fetch-site': 'cross-site' } }), 403],
    [
      'a frame of another port',
      '/',
      () => ({ headers: { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' } }),
      403,
    ],
    [
      'a form of another site',
      '/api/hello',
      () => ({ method: 'POST', headers: { origin: 'https://evil.example' } }),
      403,
    ],
    ['a page without an origin', '/api/hello', () => ({ method: 'POST', headers: { origin: 'null' } }), 403],
    ['a program that hides its origin', '/api/hello', () => ({ method: 'POST' }), 403],
    [
      'a page that asks before it posts',
      '/api/hello',
      () => ({ method: 'OPTIONS', headers: { origin: 'https://evil.example' } }),
      403,
    ],
  ])('not %s', async (_, path, sent, expected) => {
    const { status, headers, body } = await opened.fetch(path, sent());
    expect([status, headers['access-control-allow-origin']]).toEqual([expected, undefined]);
    expect(JSON.parse(body.toString()).error).toMatch(/^The playground answers only .*\.$/);
  });

  test('a link that somebody follows is', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await opened.fetch('/', { headers })).status).toBe(200);
  });
});

describe('a question that cannot be answered is refused with a sentence', () => {
  const sheet = 0;
  test.each<[string, Parameters<(typeof page)['refused']>, number, RegExp]>([
    ['an unknown verb', ['bogus' as 'book', {}], 404, /^The playground does not know what "bogus" means\.$/],
    ['a verb that objects have', ['constructor' as 'book', {}], 404, /does not know what "constructor" means/],
    ['no question at all', ['book', {}, { body: '' }], 400, /^The question is not JSON\.$/],
    ['half a question', ['book', {}, { body: '{"a":' }], 400, /^The question is not JSON\.$/],
    ['a list', ['book', []], 400, /^The question "book" cannot be understood: /],
    ['a field too many', ['book', { x: 1 }], 400, /cannot be understood: /],
    [
      'a number that is text',
      ['cell', { sheet, row: '1', column: 0 }],
      400,
      /^The question "cell" cannot be understood at row: /,
    ],
    [
      'corners in the wrong order',
      ['cells', { sheet, top: 5, left: 0, bottom: 1, right: 0 }],
      400,
      /corners of a block have to be in order/,
    ],
    [
      'a picture as JSON',
      ['book', {}, { headers: { 'content-type': 'image/png' } }],
      415,
      /^The playground takes application\/json here\.$/,
    ],
    ['a form', ['book', {}, { headers: { 'content-type': 'text/plain' } }], 415, /takes application\/json/],
    ['reading what has to be posted', ['book', {}, { method: 'PUT' }], 405, /posted/],
    ['no token', ['book', {}, { headers: { 'x-leakproof-visitor': undefined } }], 401, /load it again/],
    [
      'a token that nobody has',
      ['book', {}, { headers: { 'x-leakproof-visitor': 'x' } }],
      410,
      /^Your workbook is no longer here: /,
    ],
    [
      '17 MB',
      ['book', {}, { body: ' '.repeat(17_000_000) }],
      413,
      /^The question is too large: the playground takes at most 16 MB\.$/,
    ],
    [
      'a view of a million cells',
      ['cells', { sheet, top: 0, left: 0, bottom: 99_999, right: 9 }],
      413,
      /at most 10000\.$/,
    ],
    [
      'a sheet that is not there',
      ['cells', { sheet: 99, top: 0, left: 0, bottom: 1, right: 1 }],
      422,
      /^There is no sheet 99\.$/,
    ],
    [
      'a selection outside the sheet',
      ['select', { sheet, blocks: [{ top: 99_999, left: 0, bottom: 99_999, right: 0 }] }],
      400,
      /outside the sheet/,
    ],
    ['nothing to undo', ['undo', {}], 409, /^There is nothing to undo\.$/],
    ['nothing to redo', ['redo', {}], 409, /^There is nothing to redo\.$/],
    [
      'a text that no cell holds',
      ['enter', { sheet, row: 0, column: 20, rows: [['x'.repeat(50_001)]] }],
      422,
      /more than the maximum of 50000 characters/,
    ],
    [
      'a paste of ten million cells',
      [
        'paste',
        {
          how: 'copy',
          from: { sheet, top: 0, left: 0, bottom: 999_999, right: 9 },
          to: { sheet, top: 0, left: 0, bottom: 0, right: 0 },
        },
      ],
      413,
      /too many to be pasted at once/,
    ],
    [
      'more rows than a file has',
      ['lines', { sheet, axis: 'rows', kind: 'insert', at: 1, count: 5_000_000 }],
      422,
      /above the limit of 10000000 cells/,
    ],
    [
      'deleting every row',
      ['lines', { sheet, axis: 'rows', kind: 'delete', at: 0, count: 2241 }],
      422,
      /can't delete all the rows/,
    ],
    [
      'a column of no width',
      ['lines', { sheet, axis: 'columns', kind: 'resize', at: 0, count: 1, pixels: 0 }],
      400,
      /from 2 to 2000 pixels/,
    ],
    ['freezing everything', ['lines', { sheet, axis: 'rows', kind: 'freeze', count: 2241 }], 400, /cannot be frozen/],
    [
      'a group that is not there',
      ['lines', { sheet, axis: 'rows', kind: 'collapse', first: 0, depth: 1 }],
      404,
      /no such group/,
    ],
    ['a name that is taken', ['tab', { kind: 'rename', sheet, name: 'deals' }], 422, /already exists/],
    ['an empty name', ['tab', { kind: 'rename', sheet, name: '' }], 422, /can't be empty/],
    ['an item that no menu has', ['menu', { label: 'Self-destruct' }], 422, /^No menu has an item "Self-destruct"\.$/],
    ['a locale that is none', ['settings', { locale: 'xx' }], 400, /^xx is no locale such as pl_PL\.$/],
    ['a time zone that is none', ['settings', { timeZone: 'Mars/Base' }], 400, /^There is no time zone Mars\/Base\.$/],
    [
      'a style that is none',
      ['format', { sheet, blocks: [{ top: 0, left: 0, bottom: 0, right: 0 }], change: { color: 'url(//x)' } }],
      400,
      /at change\.color/,
    ],
  ])('%s', async (_, args, status, sentence) => {
    const before = await page.ask('book', {});
    const refusal = await page.refused(...args);
    expect(refusal).toEqual({ status, error: expect.stringMatching(sentence) });
    expect(refusal.error).not.toMatch(/\n|\bat \/|node_modules|undefined/);
    expect((await page.ask('book', {})).book).toEqual(before.book);
  });

  test('a fault of the playground itself is no more than a sentence for the visitor, and harms nobody else', async () => {
    const other = await opened.visit();
    const broken = opened.playground.visitors.find(page.token).workbook;
    jest.spyOn(broken, 'shown').mockImplementation(() => {
      throw new TypeError('secret detail');
    });
    const refusal = await page.refused('book', {});
    jest.restoreAllMocks();
    expect(refusal).toEqual({
      status: 500,
      error: expect.stringMatching(/^Something went wrong in the playground itself/),
    });
    expect(opened.faults.splice(0)).toEqual([new TypeError('secret detail')]);
    expect((await other.ask('book', {})).book.sheets).toHaveLength(4);
  });
});

describe('visitors', () => {
  const cell = (sheet: number) => ({ sheet, row: 0, column: 30 });

  test('do not see each other', async () => {
    const [one, two] = [await opened.visit(), await opened.visit()];
    const sheet = one.hello.book.activeSheet;
    await one.ask('enter', { ...cell(sheet), rows: [['mine']] });
    await two.ask('tab', { kind: 'delete', sheet: two.hello.book.sheets[1]?.id as number });
    expect((await one.ask('cell', cell(sheet))).text).toBe('mine');
    expect((await two.ask('cell', cell(sheet))).text).toBe('');
    expect((await one.ask('book', {})).book.sheets).toHaveLength(4);
    expect(one.token).not.toBe(two.token);
    expect(one.token.length).toBeGreaterThanOrEqual(32);
  });

  test('find their workbook again after loading the page anew', async () => {
    const one = await opened.visit();
    await one.ask('enter', { ...cell(0), rows: [['kept']] });
    const hello = await one.ask('hello', {});
    expect([hello.token, hello.book.undo]).toEqual([one.token, 'enter']);
    expect((await one.ask('cell', cell(0))).text).toBe('kept');
  });

  test('who leaves too many questions half asked has to wait; others do not', async () => {
    const [one, other] = [await opened.visit(), await opened.visit()];
    const { hostname, port } = new URL(opened.playground.address);
    const half = Array.from({ length: 40 }, () => {
      const headers = { ...one.headers(), 'content-length': '2' };
      const request = send({ hostname, port, method: 'POST', path: '/api/book', headers });
      request.on('error', () => undefined);
      request.write('{');
      return request;
    });
    const visitor = opened.playground.visitors.find(one.token);
    await until(() => visitor.open === 40);
    const sentence = 'This page asks too much at once: wait a moment and try again.';
    expect(await one.refused('book', {})).toEqual({ status: 429, error: sentence });
    expect((await other.ask('book', {})).book.sheets).toHaveLength(4);
    for (const request of half) request.destroy();
    await until(() => visitor.open === 0);
    expect(opened.faults).toEqual([]);
    expect((await one.ask('book', {})).book.sheets).toHaveLength(4);
  });
});
