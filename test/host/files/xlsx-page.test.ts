import { readXlsx as readWithLibrary } from 'hucre';
import { writeXlsx } from '../../../host/files/xlsx';
import { createWorkbook, type Workbook } from '../../../host/workbook/workbook';
import { unzip } from '../../support/libreoffice';

/** A page of a report: rows of letters, in which "-" is a blank one, "=" one with a line below, and "#" one that a chart covers. */
function pageOf(rows: string, locale = 'pl_PL'): Workbook {
  const workbook = createWorkbook({ name: 'Page', locale, timeZone: 'Etc/UTC', sheets: ["It's a page"] });
  const sheet = workbook.sheet("It's a page");
  sheet.gridLines = false;
  [...rows].forEach((kind, row) => {
    if (kind !== '-' && kind !== '#') workbook.write(sheet, row, 0, [[{ value: kind }]]);
    if (kind === '=') sheet.restyle(row, 0, { bold: true, bottom: { style: 'SOLID', color: '#000000' } });
    sheet.tracks.rows.resize(row, 100);
  });
  const first = rows.indexOf('#');
  if (first >= 0) {
    sheet.charts = [
      {
        id: 1,
        type: 'BAR',
        ranges: [{ sheet: sheet.id, top: 0, bottom: 1, left: 0, right: 1 }],
        anchor: { row: first, column: 0, x: 0, y: 0 },
        headers: 1,
        transposed: false,
        mergeStrategy: 'MERGE_COLUMNS',
        hiddenStrategy: 'SHOW_BOTH',
        options: { height: 100 * rows.split('#').length - 100 },
      },
    ];
  }
  return workbook;
}

/** The rows with which new pages begin, counted from 0: an A4 page has room for six rows of a hundred pixels. */
async function breaks(workbook: Workbook): Promise<(string | undefined)[]> {
  const { sheets } = await readWithLibrary(await writeXlsx(workbook));
  return (sheets[0]?.rowBreaks ?? []).map((row) => String(row + 1));
}

describe('a sheet on paper', () => {
  test.each([
    ['is one page where all of it fits', 'aabb', []],
    ['tears no block that fits on a page', 'aaaa-bbbb', ['5']],
    ['leaves the blank row on the page before', 'aaa--bbbbb', ['5']],
    ['keeps a chart with its table', 'aaaa-bb##', ['5']],
    ['keeps a chart with its table where both fit on the next page', 'aaa-bbb##', ['4']],
    ['tears a long block before a part that has a heading', 'a-s=aa=aaaaa', ['6']],
    ['tears a long block before its chart, not through that', 'sbbbb####', ['5']],
    ['tears no block between its title and its heading', 'aaaa-s=aaa', ['5']],
    ['leaves no last row of a block alone', 'aaaaaaa', ['4']],
    ['lets a block that fits on no page run on, and counts what is left of it', 'aaaaaaaaaa-bb', ['11']],
  ] as const)('%s', async (_, rows, expected) => {
    expect(await breaks(pageOf(rows))).toEqual(expected);
  });

  test.each([
    ['pl_PL', '9'],
    ['en_GB', '9'],
    ['en_US', '1'],
    ['es_MX', '1'],
  ])('is A4 or Letter by its country (%s)', async (locale, paper) => {
    const parts = unzip(await writeXlsx(pageOf('ab', locale)));
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(/<pageSetup[^>]*>/.exec(sheet)?.[0]).toContain(
      `paperSize="${paper}" orientation="landscape" fitToWidth="1" fitToHeight="0"`,
    );
  });

  test('repeats its frozen rows, and goes no further than its cells', async () => {
    const workbook = pageOf('ab');
    workbook.sheet("It's a page").frozen = { rows: 1, columns: 0 };
    const names = unzip(await writeXlsx(workbook)).get('xl/workbook.xml') ?? '';
    expect(names).toMatch(/Print_Titles"[^>]*>'It('|&apos;)('|&apos;)s a page'!\$1:\$1</);
    expect(names).toMatch(/Print_Area"[^>]*>'It('|&apos;)('|&apos;)s a page'!\$A\$1:\$A\$2</);
  });
});
