import fc from 'fast-check';
import type { Settings } from '../../src/data/settings';
import type { Report } from '../../src/report/model';
import { liveCells, reportOn, workbookWith } from '../support/built-report';
import { describeWithLibreOffice, recalculateWorkbook } from '../support/libreoffice';
import { differences } from '../support/reported';
import { type SmallTab, smallCompany, smallSettings } from '../support/small-company';
import { typedAndMade } from '../support/typed-and-made';

type Tabs = Readonly<Record<string, SmallTab>>;

const filters = ['channel', 'rep', 'segment'] as const;

/** The choices of a drop-down, the one for everything first. */
function choicesOf({ rows }: Report, filter: string): readonly string[] {
  const cell = rows.flat().find(({ kept }) => kept === `filter:${filter}`);
  return cell?.choices ?? [];
}

/** What is chosen, by the names under which that is kept. */
const keptAs = (chosen: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(chosen).map(([filter, choice]) => [`filter:${filter}`, choice]));

/** Cells that differ between a report in which this is chosen by hand and one that is made for it. */
function compare(tabs: Tabs, settings: Settings, chosen: Readonly<Record<string, string>>) {
  const kept = keptAs(chosen);
  const typed = Object.fromEntries(Object.entries(kept).map(([name, choice]) => [name, `'${choice}`]));
  const isOther = Object.values(chosen).some((choice) => choice !== 'All');
  const { made, ownCells, followed } = typedAndMade(tabs, settings, typed, kept, isOther);
  return { own: ownCells, followed: followed.differences, made };
}

describe('every figure follows the drop-downs, without any script:', () => {
  const settings = smallSettings('en');
  const { report } = reportOn(smallCompany, settings);
  const cases = filters.flatMap((filter) =>
    choicesOf(report, filter)
      .slice(1)
      .map((choice) => [filter, choice] as const),
  );

  test.each(cases)('%s: %s', (filter, choice) => {
    const { own, followed } = compare(smallCompany, settings, { [filter]: choice });
    expect(own).toEqual([]);
    expect(followed).toEqual([]);
  });

  test('there is something to choose', () => {
    expect(choicesOf(report, 'channel')).toEqual([
      'All',
      'Paid search',
      'Paid social',
      'Referral',
      '(none)',
      'Trade fair',
    ]);
    expect(choicesOf(report, 'rep')).toEqual(['All', 'Ann', 'Bob', '(none)']);
    expect(choicesOf(report, 'segment')).toEqual(['All', 'Large', 'Small']);
  });

  test('two at once', () => {
    const { own, followed } = compare(smallCompany, settings, { channel: 'Paid search', rep: 'Ann' });
    expect(own).toEqual([]);
    expect(followed).toEqual([]);
  });
});

describe('what a formula could misread, or a reader could mistake, cannot be chosen:', () => {
  const owners = ['Ann', '2025', '=1', 'All', '(none)', null, 'May 5', 'Ann'];
  const { deals } = smallCompany;
  const at = deals.fields.indexOf('owner');
  const rows = deals.rows.map((row, y) =>
    row.map((value, x) => (x === at ? (owners[y % owners.length] ?? null) : value)),
  );
  const { report } = reportOn({ ...smallCompany, deals: { ...deals, rows } }, smallSettings('en'));

  test('only plain names and blank cells can', () => {
    expect(choicesOf(report, 'rep')).toEqual(['All', 'Ann', '(none)']);
  });

  const notesOf = (made: Report) =>
    made.rows.map(([first]) => String(first?.value)).filter((note) => /^Rep: \d/.test(note));

  test('and notes say how many there are, each for its own reason', () => {
    expect(notesOf(report)).toEqual([
      'Rep: 3 cannot be chosen from the list, since a formula could misread their names (numbers, dates, signs).',
      'Rep: 2 cannot be chosen from the list, since they are called like its own words (“All”, “(none)”).',
    ]);
  });

  test('of too many, the note says that there is no room for more', () => {
    const many = Array.from(
      { length: 600 },
      (_, y) => rows[0]?.map((value, x) => (x === at ? `Rep ${y}x` : value)) ?? [],
    );
    const made = reportOn({ ...smallCompany, deals: { ...deals, rows: many } }, smallSettings('en')).report;
    expect(notesOf(made)).toEqual(['Rep: 101 cannot be chosen from the list, since it has room for 499.']);
  });

  test('without two choices there is no drop-down', () => {
    const same = deals.rows.map((row) => row.map((value, x) => (x === at ? 'Ann' : value)));
    const alone = reportOn({ ...smallCompany, deals: { ...deals, rows: same } }, smallSettings('en'));
    expect(choicesOf(alone.report, 'rep')).toEqual([]);
  });
});

describe('what a dataset cannot tell of a choice is empty, and so is what is made of it:', () => {
  const figuresFor = (choice: Readonly<Record<string, string>>) => {
    const { kpis, others } = reportOn(smallCompany, smallSettings('en'), choice).figures;
    return Object.fromEntries([...kpis, ...others].map(({ name, value }) => [name, value]));
  };

  test('spend has no rep, so there is no cost per customer of one', () => {
    expect(figuresFor({ 'filter:rep': 'Ann' })).toMatchObject({
      WON: 3,
      SPEND: null,
      LEADS: null,
      CAC: null,
      ROMI: null,
    });
  });

  test('spend has a channel, so there is a cost per customer of one', () => {
    expect(figuresFor({ 'filter:channel': 'Paid search' })).toMatchObject({ WON: 2, SPEND: 600, LEADS: 4, CAC: 600 });
  });
});

const labels = [
  'Ann',
  'ann',
  'Ann ',
  'Bob * Co',
  'Bob x Co',
  'x?',
  '~',
  'a~b',
  'Zoë "Z"',
  'Ирина',
  '=1',
  '2025',
  'All',
];
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 6 });
const label = maybe(fc.constantFrom(...labels));
const date = maybe(fc.constantFrom('2025-05-31', '2025-06-01', '2025-06-15', '2025-06-30', '2025-07-01'));

const randomTabs: fc.Arbitrary<Tabs> = fc.record({
  leads: fc
    .array(fc.tuple(date, label, fc.constantFrom('Lead', 'MQL', 'Customer'), label), { maxLength: 12 })
    .map((rows) => ({
      tab: 'Leads',
      fields: ['created', 'source', 'status', 'owner'] as const,
      headers: ['Created', 'Source', 'Status', 'Owner'],
      rows,
    })),
  deals: fc
    .array(
      fc.tuple(
        label,
        fc.constantFrom('New', 'Won', 'Lost'),
        maybe(fc.integer({ min: 0, max: 900 })),
        date,
        date,
        label,
        label,
        label,
      ),
      {
        maxLength: 20,
      },
    )
    .map((rows) => ({
      tab: 'Deals',
      fields: ['customer', 'stage', 'amount', 'created', 'closed', 'owner', 'source', 'segment'] as const,
      headers: ['Company', 'Stage', 'Amount', 'Created', 'Closed', 'Owner', 'Source', 'Segment'],
      rows,
    })),
  spend: fc.array(fc.tuple(date, label, maybe(fc.integer({ min: 0, max: 500 }))), { maxLength: 8 }).map((rows) => ({
    tab: 'Spend',
    fields: ['date', 'channel', 'amount'] as const,
    headers: ['Date', 'Channel', 'Cost'],
    rows,
  })),
});

function settingsFor(tabs: Tabs, period: Settings['report']['period']): Settings {
  const settings = smallSettings('en');
  const datasets = Object.entries(tabs).map(([name, { tab, fields, headers }]) => {
    const columns = fields.map((field, at) => [field, { column: at + 1, header: headers[at] ?? '' }]);
    return [name, { tab, headerRow: 1, columns: Object.fromEntries(columns), totalRows: [] }];
  });
  return {
    ...settings,
    datasets: Object.fromEntries(datasets),
    channels: [
      { channel: 'paid-search', labels: ['Ann', 'x?', 'Ирина'] },
      { channel: 'Bobs', labels: ['~', 'Zoë "Z"'] },
    ],
    report: { ...settings.report, period },
  };
}

test('any choice on any data gives in every cell what evaluate gives', () => {
  const period = fc.constantFrom({}, { start: '2025-06-01', end: '2025-06-30' }, { start: '2025-06-15' });
  const picks = fc.tuple(fc.nat(), fc.nat(), fc.nat());
  fc.assert(
    fc.property(randomTabs, period, picks, (tabs, days, picked) => {
      const settings = settingsFor(tabs, days);
      const { report } = reportOn(tabs, settings);
      const chosen = filters.flatMap((filter, at) => {
        const choices = choicesOf(report, filter);
        const choice = choices[(picked[at] ?? 0) % choices.length];
        return choice === undefined ? [] : [[filter, choice] as const];
      });
      const { own, followed } = compare(tabs, settings, Object.fromEntries(chosen));
      expect(own).toEqual([]);
      expect(followed).toEqual([]);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

describeWithLibreOffice('what is chosen in the exported file, recalculated by LibreOffice,', () => {
  test.each([
    [{ channel: 'Paid search' }],
    [{ channel: '(none)', segment: 'Small' }],
    [{ rep: 'Ann', segment: 'Large' }],
  ])(
    'gives in every live cell what evaluate gave: %p',
    async (chosen) => {
      const settings = smallSettings('en');
      const kept = Object.fromEntries(Object.entries(chosen).map(([filter, choice]) => [`filter:${filter}`, choice]));
      const { report } = reportOn(smallCompany, settings, kept);
      const cells = (await recalculateWorkbook(workbookWith(smallCompany, report))).get(report.tab);
      expect(cells?.size).toBeGreaterThan(300);
      expect(differences(liveCells(report), (cell) => cells?.get(cell))).toEqual([]);
    },
    180_000,
  );
});
