import { type Dataset, readDataset } from '../../src/data/dataset';
import { DATASET_NAMES } from '../../src/data/fields';
import { type DatasetMapping, readSettings } from '../../src/data/settings';
import { letter } from '../../src/report/areas';
import { buildReport } from '../../src/report/build';
import { requestFrom } from '../../src/report/from-settings';
import type { Cell, Report } from '../../src/report/model';
import { expectGolden } from '../support/golden';
import { smallCompany, smallSettings } from '../support/small-company';

const day = /^\d{4}-\d\d-\d\d$/;

/** The datasets as they are read from the tabs. */
function datasets(settings: ReturnType<typeof smallSettings>): Partial<Record<string, Dataset>> {
  const read = Object.entries(smallCompany).map(([name, { fields, rows }]) => {
    const columns = fields.map((field, at) => [
      field,
      rows.map((row) => {
        const value = row[at] ?? null;
        return typeof value === 'string' && day.test(value) ? { date: value, time: 0 } : value;
      }),
    ]);
    const known = DATASET_NAMES.find((one) => one === name);
    if (!known) throw new Error(`no dataset is called ${name}`);
    return [name, readDataset(known, settings.datasets[known] as DatasetMapping, Object.fromEntries(columns))];
  });
  return Object.fromEntries(read);
}

/** Every filled cell of a report on a line of its own: address, format, style, value and formula. */
function tableOf({ rows }: Report): string {
  const lines = rows.flatMap((row, y) => {
    const filled = row.flatMap((cell, x) =>
      cell.value === null && cell.formula === undefined ? [] : [lineOf(cell, `${letter(x)}${y + 1}`)],
    );
    return filled.length === 0 ? [] : [...filled, []];
  });
  const headings = [['cell', 'format', 'style', 'value', 'formula'], []];
  const all = [...headings, ...lines];
  const widths = [0, 1, 2, 3].map((x) => Math.max(...all.map((line) => Math.min(40, line[x]?.length ?? 0))));
  return all
    .map(
      (line) =>
        `${line
          .map((text, x) => text.padEnd(widths[x] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

const lineOf = (cell: Cell, address: string): string[] => [
  address,
  cell.format,
  cell.style,
  shown(cell),
  cell.formula ?? '',
];

/** Dates as days, numbers to six decimals. */
function shown({ value, format }: Cell): string {
  if (typeof value !== 'number') return String(value ?? '');
  const isDate = format === 'date' || format === 'month';
  return isDate ? new Date((value - 25_569) * 86_400_000).toISOString().slice(0, 10) : String(+value.toFixed(6));
}

test.each(['en', 'pl', 'ru'] as const)(
  'the report on a small company is what the golden file shows (%s)',
  (language) => {
    const settings = smallSettings(language);
    expect(readSettings(settings)).toEqual({ settings });
    const { report } = buildReport(requestFrom(settings, datasets(settings), '2025-07-01'));
    expectGolden(`report-${language}.txt`, tableOf(report));
  },
);
