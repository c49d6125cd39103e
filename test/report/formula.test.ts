import fc from 'fast-check';
import { createWorkbook } from '../../host/workbook/workbook';
import { isCivil, serialOf, type Value } from '../../src/data/cell';
import type { Period } from '../../src/kpi/evaluate';
import { isPlainLabel } from '../../src/kpi/formula';
import { type MeasureName, measures } from '../../src/kpi/measures';
import { measureFigure } from '../../src/report/figure';
import {
  awkwardStages,
  columnsOf,
  type Deal,
  periods,
  randomAwkwardDeals,
  randomDeals,
  sourceOf,
  stages,
} from '../support/random-deals';

const content = (value: Value) => ({ value: isCivil(value) ? serialOf(value) : value });

/** A workbook with the deals on one tab and the period on another: A1 first day, A2 the day after the last, A3 all time. */
function workbookWith(deals: readonly Deal[], { start, end }: Period) {
  const workbook = createWorkbook({ name: 'Test', locale: 'en_US', timeZone: 'Etc/UTC', sheets: ['Deals', 'Report'] });
  const columns = Object.values(columnsOf(deals));
  workbook.write(workbook.sheet('Deals'), 0, 0, [Object.keys(columnsOf(deals)).map((value) => ({ value }))]);
  workbook.write(
    workbook.sheet('Deals'),
    1,
    0,
    deals.map((_, row) => columns.map((column) => content(column[row] ?? null))),
  );
  const from = start ? serialOf({ date: start, time: 0 }) : 0;
  const before = end ? serialOf({ date: end, time: 0 }) + 1 : 2958466;
  workbook.write(workbook.sheet('Report'), 0, 0, [[{ value: from }], [{ value: before }], [{ value: !start && !end }]]);
  return workbook;
}

const cells = { from: '$A$1', before: '$A$2', allTime: '$A$3' };
const names = (Object.keys(measures) as MeasureName[]).filter(
  (name) => measures[name].of === 'deals' && name !== 'new_customers',
);

function check(
  deals: readonly Deal[],
  period: Period,
  name: MeasureName,
  owners: readonly string[] | undefined,
  isNamed: boolean,
  unmapped: Parameters<typeof sourceOf>[2] = [],
) {
  const where = owners ? [{ field: 'deals.owner' as const, oneOf: owners }] : [];
  const figure = measureFigure(
    measures[name],
    sourceOf(deals, isNamed ? [...stages] : undefined, unmapped),
    { period, ...cells },
    where,
  );
  if (figure === undefined && unmapped.length > 0) return;
  if (figure === undefined) throw new Error(`${name} needs a field that is mapped`);
  if (figure.formula === undefined) {
    expect(isNamed && unmapped.length === 0).toBe(false);
    return;
  }
  const workbook = workbookWith(deals, period);
  workbook.type('Report', 'B1', `=${figure.formula}`);
  const shown = workbook.value('Report', 'B1');
  if (figure.value === undefined) expect(shown).toBe('');
  else expect(shown).toBeCloseTo(figure.value, 6);
}

describe('the formula of a measure gives what evaluate gives', () => {
  test.each(names)('for %s, on any deals, in any period', (name) => {
    fc.assert(
      fc.property(randomDeals, fc.constantFrom(...periods), (deals, period) =>
        check(deals, period, name, undefined, true),
      ),
      { numRuns: 60 },
    );
  });

  test.each(names)('for %s of some owners, or of nobody', (name) => {
    const owners = fc.constantFrom(['ann'], ['bob * co', 'x?'], [''], ['zoë "z"', 'ирина']);
    fc.assert(
      fc.property(randomDeals, fc.constantFrom(...periods), owners, (deals, period, group) =>
        check(deals, period, name, group, true),
      ),
      { numRuns: 60 },
    );
  });

  test.each(names)('for %s where no column holds the stage, or the close date either', (name) => {
    const unmapped = fc.constantFrom(['stage'] as const, ['stage', 'closed'] as const);
    const owners = fc.constantFrom(undefined, ['ann'], ['ann', 'ирина']);
    fc.assert(
      fc.property(randomDeals, fc.constantFrom(...periods), owners, unmapped, (deals, period, group, without) =>
        check(deals, period, name, group, true, without),
      ),
      { numRuns: 60 },
    );
  });

  test('or there is none, where a label could be taken for a criterion, a number or a date', () => {
    fc.assert(
      fc.property(randomAwkwardDeals, fc.constantFrom(...periods), fc.constantFrom(...names), (deals, period, name) =>
        check(deals, period, name, undefined, false),
      ),
      { numRuns: 300 },
    );
  });
});

test.each(awkwardStages.map(([label]) => label))('the label %p is never a criterion', (label) => {
  expect(isPlainLabel(label)).toBe(false);
});

test.each([
  'Won',
  'Closed - Won',
  'Q1',
  'GTX 500',
  'Закрыто',
  '5 etap: oferta',
  'B2B',
  'łąka',
  'Deal won!',
  '#1 choice',
])('the label %p is one', (label) => {
  expect(isPlainLabel(label)).toBe(true);
});
