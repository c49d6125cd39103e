import { createHost } from '../../host/host';
import { createWorkbook, type Workbook } from '../../host/workbook/workbook';
import { builtAddOn } from '../support/reported';

/** A workbook with the add-on in it; each tab is rows of texts as a user would type them, from A1. */
function workbookWith(tabs: Readonly<Record<string, readonly (readonly string[])[]>>, locale = 'en_US'): Workbook {
  const workbook = createWorkbook({ name: 'Test', locale, timeZone: 'America/New_York', sheets: Object.keys(tabs) });
  createHost({ dist: builtAddOn(), workbook });
  for (const [name, rows] of Object.entries(tabs)) workbook.enter(workbook.sheet(name), 0, 0, rows);
  return workbook;
}

const stages = ['Stage', 'Won', 'Lost', 'Open', 'won ', ''];
const deals = { Deals: stages.map((stage) => ['', '', '', '', stage]), Sheet: [[]] };

describe('a KPI function typed into a cell', () => {
  test('reads an open column of another tab', () => {
    const workbook = workbookWith(deals);
    workbook.type('Sheet', 'A1', '=WIN_RATE(Deals!E2:E)');
    expect(workbook.value('Sheet', 'A1')).toBeCloseTo(2 / 3, 12);
  });

  test('is a number like any other', () => {
    const workbook = workbookWith({ Sheet: stages.map((stage) => [stage]) });
    workbook.type('Sheet', 'C1', '=WIN_RATE(A2:A)*100');
    expect(workbook.value('Sheet', 'C1')).toBeCloseTo(200 / 3, 10);
  });

  test.each([
    ['en_US', '=CAC(C2:C13;D2:D13)'],
    ['en_US', '=CAC(C2:C13, D2:D13)'],
    ['pl_PL', '=CAC(C2:C13;D2:D13)'],
  ])('takes the separators of the locale %s', (locale, formula) => {
    const rows = [
      ['', '', 'Spend', 'Customers'],
      ...Array.from({ length: 12 }, (_, at) => ['', '', '100', at < 6 ? '1' : '']),
    ];
    const workbook = workbookWith({ Sheet: rows }, locale);
    workbook.type('Sheet', 'F1', formula);
    expect(workbook.value('Sheet', 'F1')).toBe(200);
  });

  test('counts customers by name', () => {
    const workbook = workbookWith({
      Sheet: [
        ['Customer', 'Amount'],
        ['Ann', '10'],
        ['Bob', '20'],
        ['ann', '30'],
      ],
    });
    workbook.type('Sheet', 'D1', '=CLV(A2:A, B2:B)');
    expect(workbook.value('Sheet', 'D1')).toBe(30);
  });

  test('is calculated anew when the data changes', () => {
    const workbook = workbookWith(deals);
    workbook.type('Sheet', 'A1', '=WIN_RATE(Deals!E2:E)');
    workbook.type('Deals', 'E4', 'Lost');
    expect(workbook.value('Sheet', 'A1')).toBe(0.5);
    workbook.type('Deals', 'E7', 'Lost');
    expect(workbook.value('Sheet', 'A1')).toBeCloseTo(0.4, 12);
  });

  test('counts days in the zone of the spreadsheet, across a change of the clocks', () => {
    const rows = [
      ['Start', 'Close'],
      ['2025-03-08', '2025-03-10'],
      ['2025-10-31', '2025-11-04'],
    ];
    const workbook = workbookWith({ Sheet: rows });
    workbook.type('Sheet', 'D1', '=SALES_CYCLE(A2:A; B2:B)');
    expect(workbook.value('Sheet', 'D1')).toBe(3);
  });

  test('takes a date that a formula makes', () => {
    const rows = [
      ['Ann', '2025-01-31'],
      ['Bob', '2025-01-01'],
      ['Ann', '2025-02-28'],
    ];
    const workbook = workbookWith({ Sheet: rows });
    workbook.type('Sheet', 'D1', '=RETENTION_RATE(A1:A; B1:B; DATE(2025;2;1); DATE(2025;2;28))');
    expect(workbook.value('Sheet', 'D1')).toBe(0.5);
  });

  test.each([
    ['en_US', 'CAC: spend, row 2: "1 234,56 zł" is text, not a number.'],
    ['pl_PL', 'CAC: spend, wiersz 2:'],
    ['ru_RU', 'CAC: spend, строка 2:'],
  ])('says in the language of a file in %s which cell it cannot read', (locale, sentence) => {
    const workbook = workbookWith({ Sheet: [['Spend'], ['100'], ["'1 234,56 zł"], ['300']] }, locale);
    workbook.type('Sheet', 'C1', '=CAC(A2:A4; 3)');
    expect(workbook.value('Sheet', 'C1')).toEqual({ error: '#ERROR!', message: expect.stringContaining(sentence) });
  });
});

describe('a list or table', () => {
  const counts = [
    ['', 'Count'],
    ['', '1000'],
    ['', '400'],
    ['', '300'],
    ['', '60'],
    ['', '30'],
  ];

  test('spills down beside a column', () => {
    const workbook = workbookWith({ Sheet: counts });
    workbook.type('Sheet', 'D2', '=FUNNEL_DROPOFF(B2:B6)');
    expect(workbook.values('Sheet', 'D2:D6')).toEqual(
      [[''], [0.6], [0.25], [0.8], [0.5]].map(([one]) => [one === '' ? '' : expect.closeTo(one as number, 12)]),
    );
  });

  test('spills to the right below a row', () => {
    const workbook = workbookWith({ Sheet: [['1000', '400', '100']] });
    workbook.type('Sheet', 'A3', '=FUNNEL_DROPOFF(A1:C1)');
    expect(workbook.values('Sheet', 'A3:C3')).toEqual([['', expect.closeTo(0.6, 12), expect.closeTo(0.75, 12)]]);
  });

  test('never overwrites what stands in its way, and comes back when that goes', () => {
    const workbook = workbookWith({ Sheet: counts });
    workbook.type('Sheet', 'D4', 'mine');
    workbook.type('Sheet', 'D2', '=FUNNEL_DROPOFF(B2:B6)');
    expect(workbook.value('Sheet', 'D2')).toMatchObject({ error: '#REF!' });
    expect(workbook.value('Sheet', 'D4')).toBe('mine');
    workbook.type('Sheet', 'D4', '');
    expect(workbook.value('Sheet', 'D4')).toBeCloseTo(0.25, 12);
  });

  test('FUNNEL names stage, reached, share of the step before, drop-off and share of the first', () => {
    const workbook = workbookWith({
      Sheet: [
        ['Leads', '1000'],
        ['Demos', '400'],
        ['Wins', '100'],
      ],
    });
    workbook.type('Sheet', 'D1', '=FUNNEL(A1:A3; B1:B3)');
    expect(workbook.values('Sheet', 'D1:H3')).toEqual([
      ['Leads', 1000, '', '', 1],
      ['Demos', 400, expect.closeTo(0.4, 12), expect.closeTo(0.6, 12), 0.4],
      ['Wins', 100, expect.closeTo(0.25, 12), expect.closeTo(0.75, 12), 0.1],
    ]);
  });

  test('COHORT_RETENTION gives a row for each month of first purchase', () => {
    const rows = [
      ['Ann', '2025-01-31'],
      ['Bob', '2025-01-02'],
      ['Ann', '2025-03-01'],
      ['Cy', '2025-02-10'],
    ];
    const workbook = workbookWith({ Sheet: rows });
    workbook.type('Sheet', 'D1', '=COHORT_RETENTION(A1:A; B1:B)');
    expect(workbook.values('Sheet', 'D1:G3')).toEqual([
      ['', 0, 1, 2],
      ['2025-01', 1, 0, 0.5],
      ['2025-02', 1, 0, ''],
    ]);
  });

  test('KPI_BY gives group, value and records, largest first', () => {
    const rows = [
      ['Ann', 'Won'],
      ['Bob', 'Won'],
      ['Ann', 'Lost'],
      ['Bob', 'Open'],
    ];
    const workbook = workbookWith({ Sheet: rows });
    workbook.type('Sheet', 'D1', '=KPI_BY(A1:A; "WIN_RATE"; B1:B)');
    expect(workbook.values('Sheet', 'D1:F2')).toEqual([
      ['Bob', 1, 2],
      ['Ann', 0.5, 2],
    ]);
  });
});
