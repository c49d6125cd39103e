import { openServices } from '../../support/services';

describe('authorisation', () => {
  test('without authorisation a script may build menus and nothing else', () => {
    const { SpreadsheetApp, PropertiesService, platform, Session } = openServices({ mode: 'NONE' });
    SpreadsheetApp.getUi().createAddonMenu().addItem('Open', 'open').addToUi();
    expect(platform.menus).toEqual([{ items: [{ label: 'Open', functionName: 'open' }] }]);
    expect(Session.getActiveUserLocale()).toBe('en');
    expect(() => SpreadsheetApp.getActive()).toThrow('You do not have permission to call SpreadsheetApp.getActive');
    expect(() => PropertiesService.getDocumentProperties()).toThrow('You do not have permission');
  });

  test('a simple trigger may write the document and show no sidebar', () => {
    const { SpreadsheetApp, HtmlService, workbook } = openServices({ mode: 'LIMITED' });
    SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1);
    expect(workbook.value('Data', 'A1')).toBe(1);
    expect(() => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))).toThrow(
      'You do not have permission to call Ui.showSidebar',
    );
  });

  test('a custom function may read the document and user properties only', () => {
    const { SpreadsheetApp, PropertiesService } = openServices({ mode: 'CUSTOM_FUNCTION' });
    const range = SpreadsheetApp.getActive().getSheets()[0]?.getRange('A1');
    expect(range?.getValue()).toBe('');
    expect(() => range?.setValue(1)).toThrow('You do not have permission to call Range.setValue');
    expect(() => SpreadsheetApp.getUi()).toThrow('Cannot call SpreadsheetApp.getUi() from this context.');
    expect(PropertiesService.getUserProperties().getProperty('k')).toBeNull();
    expect(() => PropertiesService.getUserProperties().setProperty('k', 'v')).toThrow('You do not have permission');
    expect(() => PropertiesService.getDocumentProperties()).toThrow('You do not have permission');
  });

  test.each([
    [
      'script.scriptapp',
      'ScriptApp.getProjectTriggers',
      (s: ReturnType<typeof openServices>) => s.ScriptApp.getProjectTriggers(),
    ],
    ['script.container.ui', 'Ui.alert', (s: ReturnType<typeof openServices>) => s.SpreadsheetApp.getUi().alert('x')],
    [
      'spreadsheets.currentonly',
      'Spreadsheet.getName',
      (s: ReturnType<typeof openServices>) => s.spreadsheet.getName(),
    ],
  ])('without the scope %s %s is refused', (scope, method, call) => {
    expect(() => call(openServices({ scopes: [] }))).toThrow(
      `You do not have permission to call ${method}. Required permissions: https://www.googleapis.com/auth/${scope}`,
    );
    expect(() => call(openServices())).not.toThrow();
  });
});

describe('service calls', () => {
  test('are counted in all and by method; builders are not', () => {
    const { SpreadsheetApp, platform } = openServices();
    SpreadsheetApp.newDataValidation().requireDate().build();
    const range = SpreadsheetApp.getActiveSheet().getRange('A1:B1');
    range.setValues([[1, 2]]).getValues();
    expect(platform.calls.total).toBe(4);
    expect(platform.calls.byMethod).toMatchObject({ 'Range.setValues': 1, 'Sheet.getRange': 1 });
  });

  test('fail on request, once', () => {
    const { SpreadsheetApp, platform, workbook } = openServices();
    const range = SpreadsheetApp.getActiveSheet().getRange('A1');
    platform.calls.failAt(2);
    range.setValue(1);
    expect(() => range.setValue(2)).toThrow("We're sorry, a server error occurred. Please wait a bit and try again.");
    expect([workbook.value('Data', 'A1'), platform.calls.failurePending]).toEqual([1, false]);
    range.setValue(3);
    expect(workbook.value('Data', 'A1')).toBe(3);
  });
});

describe('properties', () => {
  test('are texts by key, null where there is none', () => {
    const store = openServices().PropertiesService.getDocumentProperties();
    store.setProperty('a', '1').setProperties({ b: '2', c: '3' }).deleteProperty('b');
    expect([store.getProperty('a'), store.getProperty('b'), store.getKeys()]).toEqual(['1', null, ['a', 'c']]);
    store.setProperties({ d: '4' }, true);
    expect(store.getProperties()).toEqual({ d: '4' });
  });

  test('hold 9 kB a value and 500 kB in all', () => {
    const store = openServices().PropertiesService.getDocumentProperties();
    expect(() => store.setProperty('a', 'x'.repeat(9217))).toThrow('Argument too large: value');
    expect(() => store.setProperty('a', 'ł'.repeat(4609))).toThrow('Argument too large: value');
    for (let index = 0; index < 55; index++) store.setProperty(`k${index}`, 'x'.repeat(9200));
    expect(() => store.setProperty('last', 'x'.repeat(9200))).toThrow('property storage quota');
  });
});

test('a cache forgets after its time, and keeps file, script and user apart', () => {
  const { CacheService, platform } = openServices();
  CacheService.getUserCache().put('k', 'v', 60);
  expect([CacheService.getUserCache().get('k'), CacheService.getScriptCache().get('k')]).toEqual(['v', null]);
  const entry = platform.caches.user.get('k');
  platform.caches.user.set('k', { value: 'v', until: (entry?.until ?? 0) - 61_000 });
  expect(CacheService.getUserCache().get('k')).toBeNull();
});

test('a lock that somebody else holds cannot be had', () => {
  const { LockService, platform } = openServices();
  platform.foreignLocks.add('document');
  expect(LockService.getDocumentLock().tryLock(10)).toBe(false);
  expect(() => LockService.getDocumentLock().waitLock(10)).toThrow('Lock timeout');
  platform.foreignLocks.clear();
  expect([LockService.getDocumentLock().tryLock(10), LockService.getDocumentLock().hasLock()]).toEqual([true, true]);
});

describe('triggers', () => {
  test('are registered with their schedule, listed and deleted', () => {
    const { ScriptApp, platform } = openServices();
    ScriptApp.newTrigger('refresh').timeBased().everyDays(1).atHour(7).inTimezone('Europe/Warsaw').create();
    expect(platform.triggers).toMatchObject([
      { handler: 'refresh', event: 'CLOCK', schedule: { everyDays: 1, atHour: 7, inTimezone: 'Europe/Warsaw' } },
    ]);
    const [trigger] = ScriptApp.getProjectTriggers();
    if (!trigger) throw new Error('The trigger is not there.');
    expect([trigger.getHandlerFunction(), trigger.getEventType() === ScriptApp.EventType.CLOCK]).toEqual([
      'refresh',
      true,
    ]);
    ScriptApp.deleteTrigger(trigger);
    expect(ScriptApp.getProjectTriggers()).toHaveLength(0);
  });

  test('are at most twenty, and hourly', () => {
    const { ScriptApp } = openServices();
    const clock = () => ScriptApp.newTrigger('refresh').timeBased();
    for (let index = 0; index < 20; index++) clock().everyHours(1).create();
    expect(() => clock().everyHours(1).create()).toThrow('This script has too many triggers.');
    expect(() => clock().everyMinutes(5)).toThrow('too frequent');
  });
});

test.each([
  ['yyyy-MM-dd', 'Europe/Warsaw', '2025-07-19'],
  ['d.M.yy H:mm', 'Asia/Vladivostok', '19.7.25 8:30'],
  ["EEE, MMM d yyyy 'at' hh:mm a", 'America/New_York', 'Fri, Jul 18 2025 at 06:30 PM'],
  ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", 'Europe/Warsaw', '2025-07-19T00:30:00.000+02:00'],
  ["EEEE d MMMM ''yy Z", 'Etc/UTC', "Friday 18 July '25 +0000"],
])('formatDate writes %s in %s', (pattern, zone, text) => {
  const { Utilities } = openServices();
  const date = new Date('2025-07-18T22:30:00Z');
  expect(Utilities.formatDate(date, zone, pattern)).toBe(text);
});

test('alerts are noted and answered, toasts are noted', () => {
  const { SpreadsheetApp, spreadsheet, platform } = openServices();
  const ui = SpreadsheetApp.getUi();
  platform.answer = 'NO';
  expect(ui.alert('Delete?', 'The report goes.', ui.ButtonSet.YES_NO) === ui.Button.NO).toBe(true);
  spreadsheet.toast('Done', 'Leak', 3);
  expect([platform.alerts, platform.toasts]).toEqual([['Delete?\nThe report goes.'], ['Leak: Done']]);
});

test('menus hold items, lines and menus, and a new menu takes the place of the old one', () => {
  const { SpreadsheetApp, platform } = openServices();
  const ui = SpreadsheetApp.getUi();
  const inner = ui.createMenu('More').addItem('B', 'b');
  ui.createMenu('Tools').addItem('A', 'a').addSeparator().addSubMenu(inner).addToUi();
  ui.createMenu('Tools').addItem('C', 'c').addToUi();
  expect(platform.menus).toEqual([{ label: 'Tools', items: [{ label: 'C', functionName: 'c' }] }]);
});
