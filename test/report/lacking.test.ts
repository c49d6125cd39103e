import { catalog } from '../../src/kpi/catalog';
import type { Data, Scope } from '../../src/kpi/evaluate';
import { lacking } from '../../src/report/lacking';
import { choices } from '../../src/report/lines';

/** Datasets with these fields mapped, and no rows. */
const mapped = (...fields: string[]): Data =>
  Object.fromEntries(
    ['leads', 'deals', 'spend', 'traffic'].flatMap((dataset) => {
      const own = fields.filter((field) => field.startsWith(`${dataset}.`));
      return own.length > 0
        ? [[dataset, { count: 0, columns: Object.fromEntries(own.map((field) => [field, []])) }]]
        : [];
    }),
  );

const allTime: Scope = {
  period: {},
  meanings: { 'deals.stage': new Map([['', 'won']]), 'leads.status': new Map([['', 'lead']]) },
};
const inJune: Scope = { ...allTime, period: { start: '2025-06-01', end: '2025-06-30' } };

const lacks = (name: string, scope: Scope, ...fields: string[]) => {
  const figure = choices().find((choice) => choice.name === name)?.figure;
  if (!figure) throw new Error(`a report cannot show ${name}`);
  return lacking(figure, mapped(...fields), scope);
};

test.each([
  ['WIN_RATE', ['deals.stage', 'deals.amount'], []],
  ['WIN_RATE', ['deals.amount'], ['deals.stage']],
  ['WON', ['deals.amount'], []],
  ['REVENUE', ['deals.stage'], ['deals.amount']],
  ['CPL', ['leads.created', 'spend.amount'], []],
  ['CPL', ['leads.created'], ['spend']],
  ['SALES_CYCLE', ['deals.stage', 'deals.closed', 'deals.created'], []],
  ['SALES_CYCLE', ['deals.stage', 'deals.closed', 'deals.first_contact'], []],
  ['SALES_CYCLE', ['deals.stage', 'deals.closed'], ['deals.first_contact']],
  ['LEAD_TO_MQL_RATE', ['leads.created'], ['leads.status']],
  ['RETENTION_RATE', ['deals.stage', 'deals.closed'], ['deals.customer']],
] as const)('%s over %j lacks %j', (name, fields, expected) => {
  expect(lacks(name, allTime, ...fields)).toEqual(expected);
});

test.each([
  ['WIN_RATE', ['deals.stage'], ['deals.closed']],
  ['DEALS', ['deals.stage', 'deals.closed'], ['deals.created']],
  ['OPEN', ['deals.stage'], []],
  ['SALES_GROWTH', ['deals.stage', 'deals.amount'], ['deals.closed']],
  ['PIPELINE_COVERAGE', ['deals.stage', 'deals.amount'], ['deals.closed']],
] as const)('%s of a month over %j lacks %j', (name, fields, expected) => {
  expect(lacks(name, inJune, ...fields)).toEqual(expected);
});

test('with everything mapped nothing lacks anything, and with nothing mapped everything does', () => {
  const everything = mapped(
    ...['created', 'status', 'customer'].map((field) => `leads.${field}`),
    ...['stage', 'amount', 'created', 'closed', 'customer'].map((field) => `deals.${field}`),
    ...['date', 'amount', 'impressions', 'clicks', 'revenue', 'leads', 'orders'].map((field) => `spend.${field}`),
    ...['date', 'visitors', 'sessions', 'pageviews', 'bounces', 'seconds', 'form_views', 'form_submissions'].map(
      (field) => `traffic.${field}`,
    ),
  );
  for (const { figure, name } of choices()) {
    expect([name, lacking(figure, everything, inJune)]).toEqual([name, []]);
    expect(lacking(figure, {}, allTime).length).toBeGreaterThan(0);
  }
});

test('what can be chosen is every KPI that a report can show, each once', () => {
  const names = choices().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(catalog.filter(({ report }) => report).map(({ name }) => name)));
});
