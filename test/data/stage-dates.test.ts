import type { Value } from '../../src/data/cell';
import { readDataset } from '../../src/data/dataset';
import { suggestSettings } from '../../src/data/detect';
import { fieldOf } from '../../src/data/fields';
import { parseOverrides, parseSettings } from '../../src/data/settings';
import { settingsFromRows, settingsToRows } from '../../src/data/settings-rows';
import { findStageDates } from '../../src/data/stage-dates';

const day = (date: string): Value => ({ date, time: 0 });
const dates = [[day('2025-05-01')], [null], [day('2025-05-03')]];

/** The field that a column of dates with this header serves, given the labels of the stages. */
const fieldFor = (header: string, labels: readonly string[], rows = dates) =>
  Object.keys(findStageDates(labels, [header], rows, []))[0];

describe('a column of dates says when a stage was reached where its header is', () => {
  test.each([
    ['Demo on', ['New', 'Demo'], 'reached:Demo'],
    ['Demo', ['New', 'Demo'], 'reached:Demo'],
    ['demo date', ['New', 'Demo'], 'reached:Demo'],
    ['Date entered Demo', ['New', 'Demo'], 'reached:Demo'],
    ['Became proposal', ['Proposal'], undefined],
    ['Reached: Proposal sent', ['Proposal', 'Proposal sent'], 'reached:Proposal sent'],
    ['hs_date_entered_appointmentscheduled', ['appointmentscheduled'], 'reached:appointmentscheduled'],
    ['Data kwalifikacji', ['Kwalifikacja', 'Oferta'], 'reached:Kwalifikacja'],
    ['Oferta - data', ['Kwalifikacja', 'Oferta'], 'reached:Oferta'],
    ['Data przejścia do etapu Oferta', ['Oferta'], 'reached:Oferta'],
    ['Дата: Презентация', ['Презентация'], 'reached:Презентация'],
    ['Дата презентации', ['Презентация'], 'reached:Презентация'],
    ['Datum Angebot', ['Angebot'], 'reached:Angebot'],
  ])('%p, among stages %p: %p', (header, labels, field) => {
    expect(fieldFor(header, labels)).toBe(field);
  });
});

describe('nothing is suggested', () => {
  test.each([
    ['Date exited Demo', ['Demo']],
    ['Last demo date', ['Demo']],
    ['Next demo on', ['Demo']],
    ['Expected demo date', ['Demo']],
    ['Demo notes', ['Demo']],
    ['Democracy day', ['Demo']],
    ['Date', ['Demo']],
    ['', ['Demo']],
  ])('for %p', (header, labels) => {
    expect(fieldFor(header, labels)).toBeUndefined();
  });

  test('for a column that holds no dates', () => {
    expect(fieldFor('Demo on', ['Demo'], [['yes'], ['no'], [null]])).toBeUndefined();
    expect(fieldFor('Demo on', ['Demo'], [[null], [null]])).toBeUndefined();
  });

  test('where two columns could be meant, or two labels', () => {
    const rows = [[day('2025-05-01'), day('2025-05-02')]];
    expect(findStageDates(['Demo'], ['Demo on', 'Demo date'], rows, [])).toEqual({});
    expect(fieldFor('Oferta', ['Oferta', 'Oferty'])).toBeUndefined();
  });

  test('for a column that serves another field', () => {
    expect(findStageDates(['Demo'], ['Demo on'], dates, [1])).toEqual({});
  });
});

const tab = {
  name: 'Deals',
  rows: [
    ['Company', 'Stage', 'Amount', 'Created', 'Closed', 'Demo on', 'Offer on', 'Lost on', 'Won on'],
    [
      'Ash',
      'Won',
      10,
      day('2025-05-01'),
      day('2025-06-01'),
      day('2025-05-09'),
      day('2025-05-20'),
      null,
      day('2025-06-01'),
    ],
    ['Birch', 'Lost', 20, day('2025-05-02'), day('2025-06-02'), day('2025-05-10'), null, day('2025-06-02'), null],
    ['Cedar', 'Offer', 30, day('2025-05-03'), null, null, day('2025-05-21'), null, null],
    ['Dogwood', 'Demo', 40, day('2025-05-04'), null, day('2025-05-22'), null, null, null],
    ['Elm', 'New', 50, day('2025-05-05'), null, null, null, null, null],
  ] as Value[][],
};

describe('a tab with stage dates', () => {
  const suggested = suggestSettings([tab], { locale: 'en_US', language: 'en' });
  if ('problem' in suggested) throw new Error(suggested.problem.code);
  const { columns = {} } = suggested.settings.datasets.deals ?? {};

  test('has them suggested, but for stages in which a deal ends without a sale', () => {
    expect(columns['reached:Demo']).toEqual({ column: 6, header: 'Demo on' });
    expect(columns['reached:Offer']).toEqual({ column: 7, header: 'Offer on' });
    expect(columns['reached:Lost']).toBeUndefined();
    expect(columns.closed).toEqual({ column: 5, header: 'Closed' });
  });

  test('has settings that are valid, and come back from their tab as they were', () => {
    expect(parseSettings(JSON.parse(JSON.stringify(suggested.settings)))).toEqual({ settings: suggested.settings });
    const { settings } = suggested;
    const rows = settingsToRows({
      settings,
      reports: [{ report: settings.report, tab: 'R', sheet: 1 }],
      isTagged: true,
    });
    expect(settingsFromRows(rows).saved?.settings.datasets.deals?.columns).toEqual(columns);
  });

  test('can have them chosen by hand, and taken away', () => {
    const parsed = parseOverrides({ deals: { 'reached:demo': 'Created', 'reached:Offer': null, created: null } });
    if ('problem' in parsed) throw new Error(parsed.problem.code);
    const given = suggestSettings([tab], { locale: 'en_US', language: 'en', overrides: parsed.overrides });
    if ('problem' in given) throw new Error(given.problem.code);
    const own = given.settings.datasets.deals?.columns ?? {};
    expect(own['reached:demo']).toEqual({ column: 4, header: 'Created' });
    expect(Object.keys(own).filter((field) => /^reached:(Demo|Offer)$/.test(field))).toEqual([]);
  });
});

test('only leads and deals have stage dates, each with a label', () => {
  expect(fieldOf('deals', 'reached:Demo')).toEqual({ type: 'date' });
  expect(fieldOf('leads', 'reached:MQL')).toEqual({ type: 'date' });
  expect(fieldOf('spend', 'reached:Demo')).toBeUndefined();
  expect(fieldOf('deals', 'reached:')).toBeUndefined();
  expect(fieldOf('deals', 'reached: ')).toBeUndefined();
});

test('a stage date is a day; anything else in the cell says that the stage was reached, but not when', () => {
  const { columns } = readDataset(
    'deals',
    { headerRow: 1, totalRows: [], columns: {} },
    { 'reached:Demo': [day('2025-05-01'), null, '', 'yes', '1.5.2025', 45_000] },
  );
  expect(columns['deals.reached:Demo']).toEqual(['2025-05-01', undefined, undefined, '?', '?', '?']);
});
