import { join } from 'node:path';
import { createHost, type HostOptions } from '../../host/host';
import { createWorkbook } from '../../host/workbook/workbook';

function openHost(options: Partial<HostOptions> = {}) {
  const workbook = createWorkbook({ name: 'Test', locale: 'en_US', timeZone: 'Europe/Warsaw', sheets: ['Data'] });
  return createHost({ dist: join(__dirname, '../fixtures/tiny-script'), workbook, ...options });
}

describe('google.script.run', () => {
  test.each([1.5, 'text', true, null, [1, ['a', null]], { a: { b: [false] } }])(
    'carries %j there and back',
    (value) => {
      expect(openHost().run('echo', value)).toEqual(value);
    },
  );

  test('gives the script arrays, objects and dates of its own kind', () => {
    const host = openHost();
    host.workbook.type('Data', 'A1', '2025-01-31');
    expect(host.run('shapeOf', { list: [1] })).toEqual([true, true, true, true]);
  });

  test.each([
    [new Date(0), 'google.script.run cannot carry a Date (parameter 1).'],
    [{ rows: [() => 1] }, 'google.script.run cannot carry a function (parameter 1.rows[0]).'],
    [new Map(), 'google.script.run cannot carry a Map (parameter 1).'],
  ])('refuses %s as a parameter', (value, message) => {
    expect(() => openHost().run('echo', value)).toThrow(message);
  });

  test('refuses a Date in the result, and an object that holds itself', () => {
    const ring: Record<string, unknown> = {};
    ring.self = ring;
    expect(() => openHost().run('giveDate')).toThrow('cannot carry a Date (result.rows[0].created)');
    expect(() => openHost().run('echo', ring)).toThrow('cannot carry an object that holds itself');
  });

  test('turns undefined into null in lists and drops it from objects', () => {
    expect(openHost().run('giveHoles')).toEqual({ list: [1, null, null] });
  });

  test.each(['hidden_', 'nothing', 'toString', 'SpreadsheetApp', 'loads'])('does not find %s', (name) => {
    expect(() => openHost().run(name)).toThrow(`Script function not found: ${name}`);
  });

  test('throws the script’s own message', () => {
    expect(() => openHost().run('fail')).toThrow(new Error('The stage column is missing.'));
  });

  test('Google’s faults can be caught by the script as errors of its own', () => {
    expect(openHost().run('catchFailure')).toEqual([
      true,
      'Exception',
      expect.stringContaining('The number of rows in the data does not match'),
    ]);
  });

  test('starts the script anew for every call', () => {
    const host = openHost();
    expect([host.run('countLoads'), host.run('countLoads')]).toEqual([2, 2]);
  });

  test('knows nothing of Node and browsers', () => {
    expect(openHost().run('listGlobals')).toEqual([]);
  });

  test('reads the clock that it is given', () => {
    const now = () => new Date('2018-01-01T12:00:00Z');
    expect(openHost({ now }).run('today')).toBe('2018-01-01T12:00:00.000Z');
  });
});

describe('opening a file', () => {
  test('shows the whole menu where the add-on was used before', () => {
    const host = openHost();
    host.open();
    expect(host.menu.entries[0]?.items).toHaveLength(3);
    expect(host.properties.document.get('opened')).toBe('yes');
  });

  test('shows what needs no permission where it was not', () => {
    const host = openHost({ authMode: 'NONE' });
    host.open();
    expect(host.menu.entries).toEqual([
      { items: [{ label: 'Open', functionName: 'showSidebar' }, { separator: true }] },
    ]);
  });

  test('a menu item opens the sidebar', () => {
    const host = openHost();
    host.open();
    host.menu.choose('Open');
    expect(host.sidebar).toEqual({ title: 'Tiny', content: expect.stringContaining('Tiny sidebar') });
    expect(() => host.menu.choose('Close')).toThrow('No menu has an item "Close".');
  });
});

describe('custom functions', () => {
  test('are the top-level functions with @customfunction in the JSDoc before them', () => {
    expect(openHost().customFunctions.map(({ name }) => name)).toEqual(['TWICE', 'YEAR_OF', 'SET_NEXT', 'LOCALE_HERE']);
  });

  test('work in cells, in any case, and recalculate with what they read', () => {
    const { workbook } = openHost();
    workbook.type('Data', 'A1', '4');
    workbook.type('Data', 'B1', '=twice(A1)');
    expect(workbook.value('Data', 'B1')).toBe(8);
    workbook.type('Data', 'A1', '5');
    expect(workbook.value('Data', 'B1')).toBe(10);
  });

  test('spill what they return for a range', () => {
    const { workbook } = openHost();
    for (const [row, text] of ['1', '2', '3'].entries()) workbook.type('Data', `A${row + 1}`, text);
    workbook.type('Data', 'B1', '=TWICE(A1:A3)');
    expect(workbook.values('Data', 'B1:B3')).toEqual([[2], [4], [6]]);
  });

  test('get date cells as dates of their own', () => {
    const { workbook } = openHost();
    workbook.type('Data', 'A1', '2025-07-18');
    workbook.type('Data', 'B1', '=YEAR_OF(A1)');
    expect(workbook.value('Data', 'B1')).toBe(2025);
    workbook.type('Data', 'B2', '=YEAR_OF(5)');
    expect(workbook.value('Data', 'B2')).toEqual({ error: '#ERROR!', message: 'YEAR_OF: this is no date.' });
  });

  test('may read the file and not write it', () => {
    const { workbook } = openHost();
    workbook.type('Data', 'B1', '=LOCALE_HERE()');
    workbook.type('Data', 'B2', '=SET_NEXT(1)');
    expect(workbook.value('Data', 'B1')).toBe('en_US');
    expect(workbook.value('Data', 'B2')).toMatchObject({
      error: '#ERROR!',
      message: 'You do not have permission to call Range.setValue',
    });
  });
});

test('a template fills in values, escaped unless told otherwise', () => {
  expect(openHost().run('greet', '<Ann>')).toBe('<p>&lt;Ann&gt; <b>!</b></p>');
});

test('a failing service call reaches the script as Google’s outage', () => {
  const host = openHost();
  host.failAt(3);
  expect(() => host.run('countRows')).toThrow("We're sorry, a server error occurred.");
  expect(host.run('countRows')).toBe(1);
});

test('a lock held by somebody else stops the script', () => {
  const host = openHost();
  host.platform.foreignLocks.add('document');
  expect(() => host.run('saveUnderLock')).toThrow('Lock timeout');
  expect(host.workbook.value('Data', 'A1')).toBeNull();
});

test('a scope that the manifest does not ask for is not there', () => {
  expect(() => openHost().run('schedule')).toThrow(
    'Required permissions: https://www.googleapis.com/auth/script.scriptapp',
  );
});

test('a clock trigger runs without a user, and may find no active file', () => {
  const host = openHost();
  expect(() => host.trigger('activeName')).not.toThrow();
  expect(() => host.trigger('activeName', { attended: false })).toThrow('There is no active spreadsheet.');
});
