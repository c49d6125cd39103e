import type { Workbook } from '../../host/workbook/workbook';
import type { Settings } from '../../src/data/settings';
import { letter } from '../../src/report/areas';
import type { Kept, Report } from '../../src/report/model';
import { words } from '../../src/text/words';
import { keptCell, liveCells, reportOn, workbookWith } from './built-report';
import { differences } from './reported';
import type { SmallTab } from './small-company';

const computed = 'Computed when';
const sameTitle = words.en.report.same;

/**
 * Every live cell by what it is: section, name of its row, column. A breakdown is sorted by size when it is made, and below the
 * last heading stand the values that no formula can give, of which one report may hold more than another.
 */
function named({ rows }: Report): Map<string, string> {
  const cells = new Map<string, string>();
  const seen = new Map<string, number>();
  let section = '';
  rows.forEach((row, y) => {
    const [first] = row;
    if (first?.style === 'section' || String(first?.value).startsWith(computed)) section = String(first?.value);
    if (section.startsWith(computed)) return;
    const isTitle = typeof first?.value === 'string' && (!first.formula || first.style !== 'strong');
    const name = `${section}: ${isTitle ? String(first.value).replace(/ \*$/, '') : ''}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    row.forEach(({ formula }, x) => {
      if (formula !== undefined) cells.set(`${name} (${times}), ${letter(x)}`, `${letter(x)}${y + 1}`);
    });
  });
  return cells;
}

/** Types texts into cells by the names under which they are kept. */
export function typeInto(workbook: Workbook, report: Report, typed: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(typed)) workbook.type(report.tab, keptCell(report, name), text);
}

/**
 * A report into which something was typed, and one that is made with that kept: the cells in which the latter does not show what
 * evaluate gave, and those in which the two differ. Values that no formula can give are there only where they were made for what
 * was typed: `isOther` says that they were not.
 */
export function typedAndMade(
  tabs: Readonly<Record<string, SmallTab>>,
  settings: Settings,
  typed: Readonly<Record<string, string>>,
  kept: Kept,
  isOther: boolean,
) {
  const { report } = reportOn(tabs, settings);
  const made = reportOn(tabs, settings, kept).report;
  const workbook = workbookWith(tabs, report);
  typeInto(workbook, report, typed);
  const fresh = workbookWith(tabs, made);
  const ownCells = differences(liveCells(made), (cell) => fresh.value(made.tab, cell));
  const same = made.rows.findIndex(([first]) => first?.value === sameTitle);
  if (same < 0) throw new Error('no cell says what the report was made for');
  if (isOther) fresh.type(made.tab, `B${same + 1}`, 'FALSE');
  const here = named(report);
  const both = [...named(made)].filter(([name]) => here.has(name) && !name.includes(sameTitle));
  const wanted = both.map(([name, cell]) => ({ cell: name, value: fresh.value(made.tab, cell) as string }));
  const find = (name: string) => workbook.value(report.tab, here.get(name) ?? '');
  return {
    report,
    made,
    ownCells,
    followed: {
      differences: differences(wanted, find),
      cells: wanted.map(({ cell, value }) => ({ cell: here.get(cell) ?? '', value })),
    },
  };
}
