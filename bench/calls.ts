import { companyHost, makeReportOf, resized, suggested } from '../test/support/reported';

const sizes = [100, 100_000];
/** So many calls of Google's services may a report take. */
export const mostCalls = 80;

/** The service calls of one run of createReport, by method. */
type Calls = Readonly<Record<string, number>>;

/**
 * Counts the service calls of making a report and of making it anew, over 100 and over 100,000 rows a tab, and prints them by
 * method. Answers whether they are the same for both sizes and at most eighty.
 */
export function benchCalls(): boolean {
  const columns = sizes.flatMap((rows) => {
    const { first, refresh } = countCalls(rows);
    return [
      { title: `first, ${rows} rows`, calls: first },
      { title: `refresh, ${rows} rows`, calls: refresh },
    ];
  });
  const methods = [...new Set(columns.flatMap(({ calls }) => Object.keys(calls)))].sort();
  const widest = Math.max(...methods.map(({ length }) => length));
  const line = (title: string, cells: readonly (string | number)[]) =>
    console.log(title.padEnd(widest), ...cells.map((cell) => String(cell).padStart(20)));
  line(
    'service calls',
    columns.map(({ title }) => title),
  );
  for (const method of methods)
    line(
      method,
      columns.map(({ calls }) => calls[method] ?? 0),
    );
  const totals = columns.map(({ calls }) => sum(calls));
  line('total', totals);
  const isConstant = totals[0] === totals[2] && totals[1] === totals[3];
  console.log(
    `the same for both sizes: ${isConstant ? 'yes' : 'no'}; most ${Math.max(...totals)}, allowed ${mostCalls}`,
  );
  return isConstant && Math.max(...totals) <= mostCalls;
}

/** Makes a report on the sample company with so many rows on every tab, and makes it anew. */
export function countCalls(rows: number): { first: Calls; refresh: Calls } {
  const host = companyHost({}, resized(rows));
  let settings = suggested(host);
  const run = (): Calls => {
    host.calls.reset();
    ({ settings } = makeReportOf(host, settings));
    return { ...host.calls.byMethod };
  };
  const first = run();
  host.run('tagColumns');
  return { first, refresh: run() };
}

export const sum = (calls: Calls): number => Object.values(calls).reduce((total, count) => total + count, 0);
