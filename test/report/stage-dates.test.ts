import fc from 'fast-check';
import type { Settings } from '../../src/data/settings';
import { words } from '../../src/text/words';
import { liveCells, reportOn, workbookWith } from '../support/built-report';
import { describeWithLibreOffice, recalculateWorkbook } from '../support/libreoffice';
import { differences } from '../support/reported';
import { type SmallTab, smallSettings } from '../support/small-company';

const stages = ['New', 'Demo', 'Offer', 'Won'] as const;
const fields = ['stage', 'amount', 'created', 'closed', 'owner', 'reached:Demo', 'reached:Offer'] as const;

type Deal = readonly [
  stage: string | null,
  amount: number,
  created: string | null,
  closed: string | null,
  owner: string,
  demo: string | null,
  offer: string | null,
];

function made(deals: readonly Deal[], report: Partial<Settings['report']> = {}, language: 'en' | 'pl' | 'ru' = 'en') {
  const tabs = { deals: { tab: 'Deals', fields, headers: fields, rows: deals } satisfies SmallTab };
  const settings = smallSettings(language);
  const columns = Object.fromEntries(fields.map((field, at) => [field, { column: at + 1, header: field }]));
  const stage = (label: string, order: number, outcome: 'open' | 'won' | 'lost') => ({ label, order, outcome });
  return {
    tabs,
    ...reportOn(tabs, {
      ...settings,
      datasets: { deals: { tab: 'Deals', headerRow: 1, columns, totalRows: [] } },
      stages: [
        stage('New', 1, 'open'),
        stage('Demo', 2, 'open'),
        stage('Offer', 3, 'open'),
        stage('Won', 4, 'won'),
        stage('Lost', 5, 'lost'),
      ],
      report: { ...settings.report, period: {}, ...report },
    }),
  };
}

const deals: readonly Deal[] = [
  ['Won', 100, '2025-06-01', '2025-06-21', 'Ann', '2025-06-05', '2025-06-11'],
  // Lost after a demo, after an offer that followed none, and nobody knows when.
  ['Lost', 100, '2025-06-02', '2025-06-30', 'Ann', '2025-06-10', null],
  ['Lost', 100, '2025-06-03', '2025-06-30', 'Bob', null, '2025-06-20'],
  ['Lost', 100, '2025-06-04', '2025-06-30', 'Bob', null, null],
  // Went back to the first stage after a demo.
  ['New', 100, '2025-06-05', null, 'Ann', '2025-06-15', null],
  // Stands there, though no date says since when.
  ['Offer', 100, '2025-06-06', null, 'Bob', null, null],
  ['New', 100, '2025-06-07', null, 'Ann', null, null],
];

describe('where columns say when a stage was reached', () => {
  const { figures, report, tabs } = made(deals);

  test('lost deals count as far as they came, and so do those that went back', () => {
    expect(figures.funnel).toEqual([
      { stage: 'New', reached: 7, lost: 1, open: 2 },
      { stage: 'Demo', reached: 5, lost: 1, open: 0 },
      { stage: 'Offer', reached: 3, lost: 1, open: 1 },
      { stage: 'Won', reached: 1, lost: 0, open: 0 },
    ]);
  });

  test('the days between stages are known', () => {
    expect(figures.stageTimes).toEqual([
      { stage: 'New → Demo', count: 3, mean: 22 / 3, median: 8 },
      { stage: 'Demo → Offer', count: 1, mean: 6, median: 6 },
      { stage: 'Offer → Closed', count: 2, mean: 10, median: 10 },
    ]);
  });

  test('each rep has conversions from stage to stage', () => {
    expect(figures.repSteps).toEqual([
      {
        rep: 'Ann',
        reached_0: 4,
        reached_1: 3,
        passed_1: 3 / 4,
        reached_2: 1,
        passed_2: 1 / 3,
        reached_3: 1,
        passed_3: 1,
      },
      { rep: 'Bob', reached_0: 3, reached_1: 2, passed_1: 2 / 3, reached_2: 2, passed_2: 1, reached_3: 0, passed_3: 0 },
    ]);
  });

  test('a note says what is still assumed', () => {
    const notes = report.rows.flatMap(([first]) => (first?.style === 'note' ? [String(first.value)] : []));
    expect(notes).toContain(words.en.report.knownLost.replace('{stage}', 'New'));
  });

  test('every live cell gives the same', () => {
    const workbook = workbookWith(tabs, report);
    expect(differences(liveCells(report), (cell) => workbook.value(report.tab, cell))).toEqual([]);
  });
});

const days = ['2025-05-31', '2025-06-01', '2025-06-15', '2025-06-30', '2025-07-01'];
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 2 });
const date = maybe(fc.constantFrom(...days));
/** A cell that may say more, or less, than a day. */
const mark = maybe(fc.constantFrom(...days, 'yes', '1 June', ''));
const randomDeals: fc.Arbitrary<Deal[]> = fc.array(
  fc.tuple(
    maybe(fc.constantFrom(...stages, 'Lost', 'lost ', 'Strange')),
    fc.constant(1),
    date,
    date,
    fc.constantFrom('Ann', 'Bob'),
    mark,
    mark,
  ),
  { maxLength: 30 },
);

/** The funnel as somebody would count it by hand. */
function countedByHand(deals: readonly Deal[], { start, end }: { start?: string; end?: string }) {
  const reached = stages.map(() => 0);
  const lost = stages.map(() => 0);
  for (const [stage, , created, , , demo, offer] of deals) {
    const isThere = !start || (created !== null && created >= start && created <= (end ?? ''));
    const label = stage?.trim().toLowerCase() ?? '';
    const now = stages.findIndex((one) => one.toLowerCase() === label);
    if (!isThere || (now < 0 && label !== 'lost')) continue;
    const furthest = Math.max(0, now, demo ? 1 : 0, offer ? 2 : 0);
    for (let at = 0; at <= furthest; at++) reached[at] = (reached[at] ?? 0) + 1;
    if (now < 0) lost[furthest] = (lost[furthest] ?? 0) + 1;
  }
  return { reached, lost };
}

test('on any deals, reached and lost are what one counts by hand, in values and in formulas', () => {
  const periods = fc.constantFrom({}, { start: '2025-06-01', end: '2025-06-30' });
  fc.assert(
    fc.property(randomDeals, periods, (some, period) => {
      const { figures, report, tabs } = made(some, { period });
      const funnel = figures.funnel.slice(0, stages.length);
      expect({ reached: funnel.map(({ reached }) => reached), lost: funnel.map(({ lost }) => lost) }).toEqual(
        countedByHand(some, period),
      );
      const workbook = workbookWith(tabs, report);
      expect(differences(liveCells(report), (cell) => workbook.value(report.tab, cell))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test.each(['en', 'pl', 'ru'] as const)('the table of days has its words (%s)', (language) => {
  const { report } = made(deals, {}, language);
  const titles = report.rows.map(([first]) => first?.value);
  expect(titles).toContain(words[language].report.stageTimes);
  expect(titles).toContain(`Offer → ${words[language].report.closed}`);
});

describeWithLibreOffice('the exported file, recalculated by LibreOffice,', () => {
  test('shows in every live cell what evaluate gave', async () => {
    const unclear: Deal = ['Lost', 100, '2025-06-08', null, 'Bob', 'yes', ''];
    const { report, tabs } = made([...deals, unclear]);
    const cells = (await recalculateWorkbook(workbookWith(tabs, report))).get(report.tab);
    expect(differences(liveCells(report), (cell) => cells?.get(cell))).toEqual([]);
  }, 180_000);
});
