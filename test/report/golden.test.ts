import { readSettings } from '../../src/data/settings';
import { letter } from '../../src/report/areas';
import type { Cell, Report } from '../../src/report/model';
import { reportOn } from '../support/built-report';
import { expectGolden } from '../support/golden';
import { smallCompany, smallSettings } from '../support/small-company';

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
    const { report } = reportOn(smallCompany, settings);
    expectGolden(`report-${language}.txt`, tableOf(report));
  },
);
