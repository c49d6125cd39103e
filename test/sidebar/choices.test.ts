import { chosenBreakdowns, isPossible, withBreakdown } from '../../sidebar/breakdowns';
import { carriedIn, chosenKpis, withKpi, withTarget } from '../../sidebar/kpis';
import { renamedChannel } from '../../sidebar/label-lists';
import type { Call } from '../../sidebar/server';
import { waysOn } from '../../sidebar/ways';
import type { Settings } from '../../src/data/settings';
import type { KpiView } from '../../src/main';
import { problems } from '../../src/text/problems';
import { opened, settings, texts } from './fixture';

const kpi = (name: string, needs?: string): KpiView => ({
  name,
  label: { en: name, pl: name, ru: name },
  group: 'sales',
  unit: 'share',
  better: 'up',
  ...(needs && { needs }),
});
const all = [kpi('A'), kpi('B'), kpi('C'), kpi('D', 'A')];
const carried = { lacking: {}, usual: ['A', 'C'] };

describe('the KPIs of a report', () => {
  test.each([
    ['the usual ones where nobody chose others', [], {}, ['A', 'C']],
    ['those that were chosen', ['B', 'GONE'], {}, ['B']],
    ['the usual ones where what was chosen is no more', ['GONE'], {}, ['A', 'C']],
    ['with another that has a target', [], { B: 0 }, ['A', 'B', 'C']],
    ['no others for a target once somebody has chosen', ['C'], { B: 0 }, ['C']],
    ['with the one beside which another has to stand', ['D'], {}, ['A', 'D']],
  ])('are %s', (_, kpis, targets, expected) => {
    expect(chosenKpis({ kpis, targets }, all, carried)).toEqual(expected);
  });

  test('are none that the data cannot carry', () => {
    const lacking = { A: ['deals.stage'], B: [] };
    expect(chosenKpis({ kpis: ['A', 'B'], targets: {} }, all, { lacking, usual: [] })).toEqual(['B']);
  });

  test('are those that the data carries in the period: one with a first or last day needs dates', () => {
    const kpis = { allTime: carried, inPeriod: { lacking: {}, usual: ['B'] } };
    expect(carriedIn(kpis, {}).usual).toEqual(['A', 'C']);
    expect(carriedIn(kpis, { start: '2025-01-01' }).usual).toEqual(['B']);
    expect(carriedIn(kpis, { end: '2025-01-01' }).usual).toEqual(['B']);
  });

  test.each([
    [[], 'B', true, ['A', 'B', 'C']],
    [[], 'A', false, ['C']],
    [['A', 'B', 'C'], 'B', false, []],
    [['C'], 'A', true, []],
    [['B'], 'B', false, []],
    [['B', 'D'], 'A', false, ['B']],
  ] as const)('chosen from %j, with %s %p, are saved as %j', (kpis, name, isChosen, expected) => {
    const saved = withKpi({ kpis: [...kpis], targets: {} }, all, carried.usual, [name, isChosen]);
    expect(saved).toEqual({ kpis: expected });
  });

  test('have a target or none', () => {
    expect(withTarget({ targets: { A: 1 } }, 'B', 0.4)).toEqual({ targets: { A: 1, B: 0.4 } });
    expect(withTarget({ targets: { A: 1 } }, 'A', undefined)).toEqual({ targets: {} });
  });
});

describe('the tables of a report', () => {
  const withColumns = (breakdowns: string[], ...fields: string[]): Settings => ({
    ...settings,
    datasets: {
      deals: {
        tab: 'Deals',
        headerRow: 1,
        totalRows: [],
        columns: Object.fromEntries(fields.map((field, index) => [field, { column: index + 1, header: field }])),
      },
    },
    report: { ...settings.report, breakdowns },
  });

  test('are possible where their columns are mapped; cohorts need two', () => {
    expect(isPossible('rep', withColumns([], 'owner'))).toBe(true);
    expect(isPossible('rep', withColumns([], 'source'))).toBe(false);
    expect(isPossible('cohort', withColumns([], 'customer'))).toBe(false);
    expect(isPossible('cohort', withColumns([], 'customer', 'closed'))).toBe(true);
  });

  test('are those that were chosen, or of none all that are possible', () => {
    expect(chosenBreakdowns(withColumns([], 'owner', 'closed'))).toEqual(['rep', 'month']);
    expect(chosenBreakdowns(withColumns(['month', 'channel'], 'owner', 'closed'))).toEqual(['month']);
  });

  test('stand in the order of a report', () => {
    expect(withBreakdown(['month'], 'channel', true)).toEqual(['channel', 'month']);
    expect(withBreakdown(['channel', 'month'], 'channel', false)).toEqual(['month']);
  });
});

describe('a channel under another name', () => {
  const channels = [
    { channel: 'paid-search', labels: ['google', 'bing'] },
    { channel: 'Fairs', labels: ['Fairs'] },
  ];
  test.each([
    ['Search', [{ channel: 'Search', labels: ['google', 'bing'] }, channels[1]]],
    ['Fairs', [{ channel: 'Fairs', labels: ['Fairs', 'google', 'bing'] }]],
    ['paid-search', channels],
  ])('%s', (to, expected) => {
    expect(renamedChannel(channels, { channel: 'paid-search', to })).toEqual(expected);
  });
});

describe('the ways on', () => {
  const { wizard } = opened();
  const call: Call = { name: 'readLabels', args: [settings] };

  test.each(Object.keys(problems.en.errors))('from %s: there is at least one', (code) => {
    expect(waysOn({ code, call }, { wizard: wizard && { ...wizard, page: 'stages' } }).length).toBeGreaterThan(0);
  });

  const own = ['nothingChosen', 'unanswered', 'nameTaken'];
  test.each(Object.keys(texts.en.faults).filter((code) => !own.includes(code)))('from the fault %s, too', (code) => {
    expect(waysOn({ code, call }, { wizard }).length).toBeGreaterThan(0);
  });

  test('lead to no step while the sidebar is not open, nor to the one that somebody is on', () => {
    const opening: Call = { name: 'openWizard', args: [false] };
    expect(waysOn({ code: 'time', call: opening }, { wizard: undefined })).toEqual(['again']);
    const problem = { code: 'period_reversed', call };
    expect(waysOn(problem, { wizard: wizard && { ...wizard, page: 'report' } })).toEqual([]);
    expect(waysOn(problem, { wizard: wizard && { ...wizard, page: 'home' } })).toEqual(['report']);
  });

  test('lead to columns chosen by hand where a tab was not recognised', () => {
    const suggest: Call = { name: 'suggestSettings', args: [{}] };
    expect(waysOn({ code: 'nothing_mapped', call: suggest }, { wizard })).toEqual(['byHand', 'again']);
  });
});
