import { countCalls, mostCalls, sum } from '../../bench/calls';
import type { Sheet } from '../../host/workbook/sheet';
import { companyHost, makeReportOf, resized, suggested } from '../support/reported';

describe('the number of service calls of a report', () => {
  const [few, many] = [countCalls(100), countCalls(5_000)];

  test.each(['first', 'refresh'] as const)('is the same for any number of rows, and within its budget (%s)', (run) => {
    expect(many[run]).toEqual(few[run]);
    expect(sum(few[run])).toBeLessThanOrEqual(mostCalls);
  });
});

test('only the mapped columns are read, and of each row no cell twice', () => {
  const host = companyHost({}, resized(50));
  const { workbook } = host;
  for (const [tab, at] of [
    ['Deals', 3],
    ['Leads', 0],
  ] as const) {
    workbook.restructure(workbook.sheet(tab), { kind: 'insert', axis: 'columns', at, count: 1 });
    workbook.type(tab, `${'ABCD'[at]}2`, 'private');
  }
  const settings = suggested(host);
  const { campaign: _, ...columns } = settings.datasets.leads?.columns ?? {};
  const leads = { ...(settings.datasets.leads as NonNullable<typeof settings.datasets.leads>), columns };
  const read = new Map<string, number>();
  const tabs = new Set(workbook.sheets.map(({ name }) => name));
  const original = workbook.valueAt.bind(workbook);
  const spy = jest.spyOn(workbook, 'valueAt').mockImplementation((sheet: Sheet, row: number, column: number) => {
    const cell = `${sheet.name} ${row} ${column}`;
    if (tabs.has(sheet.name)) read.set(cell, (read.get(cell) ?? 0) + 1);
    return original(sheet, row, column);
  });
  const { settings: saved } = makeReportOf(host, { ...settings, datasets: { ...settings.datasets, leads } });
  spy.mockRestore();
  const mapped = Object.values(saved.datasets).flatMap(({ tab, columns: places }) =>
    Object.values(places).map(({ column }) => `${tab} ${column - 1}`),
  );
  const columnsRead = new Set([...read.keys()].map((cell) => cell.replace(/ \d+ /, ' ')));
  expect([...columnsRead].sort()).toEqual(mapped.sort());
  expect(Math.max(...read.values())).toBe(1);
});
