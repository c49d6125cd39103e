import { letter } from '../../src/report/areas';
import type { Cell, Report } from '../../src/report/model';

/** The columns whose cells add up, by heading. */
const additive = [
  'Leads',
  'Customers',
  'Spend',
  'Revenue',
  'Created',
  'Won',
  'Lost',
  'Open now',
  'New customers',
  'New',
];

/** The tables of groups, and the months, which have no total of their own. */
const titles = ['Channels', 'Campaigns', 'Reps', 'How far deals get, by rep', 'Segments', 'Months'];

interface Block {
  readonly title: string;
  readonly headings: readonly Cell[];
  /** The first and the last row below the headings, from 0. */
  readonly first: number;
  readonly last: number;
}

const isFilled = (row: readonly Cell[] | undefined): boolean =>
  row?.some(({ value, formula }) => value !== null || formula !== undefined) ?? false;

/** Blocks of rows below a row of headings, by the section in which they stand. */
function blocksOf({ rows, behind }: Report): Block[] {
  const blocks: Block[] = [];
  let title = '';
  for (let at = 0; at < behind[0] - 1; at++) {
    const row = rows[at] ?? [];
    if (row[0]?.style === 'section') title = String(row[0].value);
    if (row[0]?.style !== 'heading' || !titles.includes(title)) continue;
    let last = at;
    while (isFilled(rows[last + 1])) last++;
    if (last > at + 1) blocks.push({ title, headings: row, first: at + 1, last });
  }
  return blocks;
}

/** The values of a table, its headings first if they are asked for. */
export function rowsOf(report: Report, title: string, isHeaded = false): Cell['value'][][] {
  const block = blocksOf(report).find((one) => one.title === title);
  if (!block) throw new Error(`there is no table ${title}`);
  const start = isHeaded ? block.first - 1 : block.first;
  return report.rows.slice(start, block.last + 1).map((row) => row.map(({ value }) => value));
}

/** The headings of the columns that add up, by table. */
export const additiveColumns = (report: Report): Record<string, string[]> =>
  Object.fromEntries(
    blocksOf(report).map(({ title, headings }) => [
      title,
      headings.map(({ value }) => String(value)).filter((heading) => additive.includes(heading)),
    ]),
  );

/** The columns that do not add up to their total, as the cells show it. */
export function sumsOf(report: Report, find: (cell: string) => unknown): string[] {
  const shown = (x: number, y: number): number => {
    const value = find(`${letter(x)}${y + 1}`);
    if (typeof value === 'object' && value !== null) throw new Error(`${letter(x)}${y + 1}: ${JSON.stringify(value)}`);
    return typeof value === 'number' ? value : 0;
  };
  return blocksOf(report).flatMap(({ title, headings, first, last }) =>
    headings.flatMap(({ value }, x) => {
      if (!additive.includes(String(value))) return [];
      const isMonths = title === 'Months';
      const total = isMonths ? totalOf(report, String(value), shown) : shown(x, last);
      let sum = 0;
      for (let y = first; y <= (isMonths ? last : last - 1); y++) sum += shown(x, y);
      return Math.abs(sum - total) < 1e-5 ? [] : [`${title}, ${value}: ${sum} instead of ${total}`];
    }),
  );
}

/** What months add up to stands among the numbers behind the report. */
function totalOf({ rows, behind }: Report, heading: string, shown: (x: number, y: number) => number): number {
  const title = { Won: 'Won deals', Lost: 'Lost deals' }[heading] ?? heading;
  const y = rows.findIndex(([first], at) => at >= behind[0] && first?.value === title);
  if (y < 0) throw new Error(`no number behind the report is called ${title}`);
  return shown(1, y);
}
