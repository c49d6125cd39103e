import { parseTyped } from '../../host/files/typed-value';
import { createHost } from '../../host/host';
import { sampleCompany } from '../../host/sample/company';
import { createWorkbook } from '../../host/workbook/workbook';
import type { Created, FindingView } from '../../src/main';
import { addTab, builtAddOn, companyHost, suggested } from './reported';

/** Deals that were begun and closed around changes of the clocks in Warsaw, New York and Vladivostok, and the days between. */
export const CYCLES: readonly (readonly [started: string, closed: string, days: number])[] = [
  ['2025-03-29 23:30', '2025-03-30 00:30', 1],
  ['2025-03-30 02:30', '2025-03-31 02:30', 1],
  ['2025-10-25', '2025-10-26', 1],
  ['2025-10-26 00:30', '2025-10-27', 1],
  ['2025-03-08', '2025-03-10', 2],
  ['2025-11-01 23:59', '2025-11-03 00:01', 2],
  ['2010-03-27', '2010-03-29', 2],
  ['2014-10-25 23:00', '2014-10-27 01:30', 2],
  ['2024-12-31 23:59:59', '2025-01-01', 1],
  ['2025-01-01', '2025-12-31', 364],
];

/** What is seen in a spreadsheet of a zone. */
export interface Seen {
  readonly figures: Created['figures'];
  readonly fixed: number;
  /** What SALES_CYCLE gives for each of the cycles, and for all of them. */
  readonly cycles: readonly unknown[];
}

const written = (text: string) => parseTyped(text, 'en_US', { imported: true }) as { value: string | number | null };

/** The figures of the sample company, some of its dates written as texts and then fixed, and cell functions over dates. */
export function seenIn(timeZone: string): Seen {
  const company = sampleCompany();
  const spoilt = company.deals.rows.map((row, index) =>
    row.map((cell, column) => (column === 7 && typeof cell === 'string' ? asText(cell, index) : cell)),
  );
  const host = companyHost({ timeZone }, { ...company, deals: { ...company.deals, rows: spoilt } });
  const settings = JSON.parse(JSON.stringify(suggested(host, { period: { start: '2025-03-01', end: '2025-10-31' } })));
  const { changed } = host.run('fixData', settings, null) as { changed: number };
  const { figures } = host.run('createReport', settings) as unknown as Created;
  return { figures, fixed: changed, cycles: cyclesIn(timeZone) };
}

/** Three of ten dates as texts that the import leaves alone. */
function asText(iso: string, index: number): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  if (index % 10 === 0) return `${iso}T23:30:00Z`;
  if (index % 10 === 1) return `${iso}T00:30:00+14:00`;
  return index % 10 === 2 && day > '12' ? `${day}.${month}.${year}` : iso;
}

function cyclesIn(timeZone: string): unknown[] {
  const workbook = createWorkbook({ name: 'Cycles', locale: 'en_US', timeZone, sheets: [] });
  const rows = CYCLES.map(([started, closed]) => [written(started), written(closed)]);
  addTab(workbook, 'Deals', [
    [written('Started'), written('Closed'), written('Days')],
    ...[...rows, [written(''), written('')]].map((row) => [...row, written('')]),
  ]);
  createHost({ dist: builtAddOn(), workbook });
  const last = CYCLES.length + 1;
  const cells = [...CYCLES.map((_, index) => `A${index + 2};B${index + 2}`), `A2:A${last};B2:B${last}`];
  return cells.map((ranges, index) => {
    workbook.type('Deals', `C${index + 2}`, `=SALES_CYCLE(${ranges})`);
    return workbook.value('Deals', `C${index + 2}`);
  });
}

/** A tab of deals with these texts in the column of the close date, the findings about it, and the dates there after a fix. */
export function textDates(texts: readonly string[], timeZone: string, answer?: string) {
  const workbook = createWorkbook({ name: 'Dates', locale: 'en_US', timeZone, sheets: [] });
  const header = ['Deal', 'Stage', 'Amount', 'Close date'].map((value) => ({ value }));
  const row = (text: string, index: number) =>
    [`Deal ${index}`, 'Won', 10 * index, text].map((value) => ({ value, numberFormat: '@' }));
  addTab(workbook, 'Deals', [header, ...texts.map(row)]);
  const host = createHost({ dist: builtAddOn(), workbook, now: () => new Date('2026-01-15T12:00:00Z') });
  const settings = JSON.parse(JSON.stringify(suggested(host)));
  const findings = (host.run('checkData', settings) as unknown as FindingView[]).filter(
    ({ field }) => field === 'closed',
  );
  const choice = { code: 'date_order_unclear', dataset: 'deals', field: 'closed', answer };
  host.run('fixData', settings, answer === undefined ? null : [choice]);
  const cells = texts.map((_, index) => workbook.display('Deals', `D${index + 2}`));
  return { findings: findings.map(({ code, count, first, fix }) => `${code} ${count} ${first} ${fix.kind}`), cells };
}

if (process.argv[2] === 'zones') console.log(JSON.stringify(process.argv.slice(3).map(seenIn)));
