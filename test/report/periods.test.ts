import { serialOf } from '../../src/data/cell';
import { reportOn, workbookWith } from '../support/built-report';
import { describeWithLibreOffice, recalculateWorkbook } from '../support/libreoffice';
import { differences } from '../support/reported';
import { smallCompany, smallSettings } from '../support/small-company';
import { typedAndMade, typeInto } from '../support/typed-and-made';

const settings = smallSettings('en');
const planned = '2025-06-01..2025-06-30';

const periods = [
  ['a month', '2025-05-01', '2025-05-31'],
  ['one day', '2025-06-30', '2025-06-30'],
  ['a period without data', '2020-01-01', '2020-12-31'],
  ['the future', '2031-01-01', '2031-12-31'],
  ['a leap day', '2024-02-29', '2024-02-29'],
  ['the turn of a year', '2025-12-15', '2026-01-15'],
  ['all time', '', ''],
  ['an open end', '2025-06-10', ''],
] as const;

function tried(start: string, end: string) {
  const serial = (date: string) => (date ? serialOf({ date, time: 0 }) : '');
  const typed = { start, end };
  const kept = { [`start:${planned}`]: serial(start), [`end:${planned}`]: serial(end) };
  return { typed, ...typedAndMade(smallCompany, settings, typed, kept, true) };
}

describe.each(periods)('after typing %s into the period cells', (_, start, end) => {
  const { ownCells, followed } = tried(start, end);

  test('every live cell shows what evaluate gives for it', () => {
    expect(followed.cells.length).toBeGreaterThan(300);
    expect(followed.differences).toEqual([]);
  });

  test('a report made for it shows what evaluate gives', () => {
    expect(ownCells).toEqual([]);
  });
});

describeWithLibreOffice('the exported file, recalculated by LibreOffice,', () => {
  test.each(periods)(
    'shows the same in every live cell after typing %s into the period cells',
    async (_, start, end) => {
      const { typed, report, followed } = tried(start, end);
      const workbook = workbookWith(smallCompany, report);
      typeInto(workbook, report, typed);
      const cells = (await recalculateWorkbook(workbook)).get(report.tab);
      expect(differences(followed.cells, (cell) => cells?.get(cell))).toEqual([]);
    },
    180_000,
  );
});

test.each([
  ['2025-06-30', '2025-06-01', 'The period ends before it begins: change one of its two days.'],
  ['2025-06-30', '2025-06-30', ''],
  ['', '2025-06-01', ''],
  ['2025-06-30', '', ''],
])('a period from %j to %j is remarked on if it is the wrong way round', (start, end, said) => {
  const { report } = reportOn(smallCompany, settings);
  const workbook = workbookWith(smallCompany, report);
  typeInto(workbook, report, { start, end });
  expect(workbook.value(report.tab, 'A3')).toBe(said);
});

test('the tests type into the cells of the period that was planned', () => {
  expect(
    reportOn(smallCompany, settings)
      .report.rows.flat()
      .map(({ kept }) => kept),
  ).toContain(`start:${planned}`);
});
