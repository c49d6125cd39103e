import type { Value } from '../../src/data/cell';
import { type CheckColumn, type CheckInput, type CheckTable, checkData, type Finding } from '../../src/data/check';
import type { DatasetName } from '../../src/data/fields';
import { day, tableOf } from '../support/check-table';

const TODAY = '2026-01-15';
const STAGES = [
  { label: 'New', outcome: 'open' },
  { label: 'Won', outcome: 'won' },
  { label: 'Lost', outcome: 'lost' },
] as const;

const check = (tables: readonly CheckTable[], more: Partial<CheckInput> = {}): Finding[] =>
  checkData({ tables, today: TODAY, ...more });

/** What is found in one column beside a key that is always filled, so that the rows are records. */
function findIn(dataset: DatasetName, field: string, values: readonly Value[], more: Partial<CheckInput> = {}) {
  const key = dataset === 'deals' ? 'owner' : dataset === 'leads' ? 'segment' : 'channel';
  const findings = check([tableOf(dataset, { [field]: values, [key]: values.map(() => 'same') })], more);
  return findings.map(({ code, fix, ranges }) => `${code} ${fix.kind} ${ranges.join(',')}`);
}

describe('dates', () => {
  test.each<[string, Value[], string[]]>([
    ['real dates', [day('2025-01-31'), day('2025-12-31', 0.5)], []],
    ['texts with one meaning', ['31.12.2025', '2025-12-31', '1 gru 2025', 'Dec 31, 2025'], ['date_as_text safe A2:A5']],
    ['a text that can be both, beside a proof', ['03/04/2025', '31/12/2025'], ['date_as_text safe A2:A3']],
    [
      'texts that can be both',
      ['03/04/2025', '2025-12-31', '05/04/2025'],
      ['date_order_unclear ask A2,A4', 'date_as_text safe A3'],
    ],
    [
      'proofs against each other',
      ['03/04/2025', '31/12/2025', '12/31/2025'],
      ['date_order_unclear ask A2', 'date_as_text safe A3:A4'],
    ],
    [
      'a proof with another mark',
      ['03/04/2025', '31.12.2025', '01.02.2025'],
      ['date_order_unclear ask A2', 'date_as_text safe A3:A4'],
    ],
    [
      'two forms, each with its proof',
      ['03/04/2025', '12/31/2025', '31.12.2025', '01.02.2025'],
      ['date_as_text safe A2:A5'],
    ],
    ['months, which are no days', ['styczeń 2025', '02.2025'], ['unreadable_date manual A2:A3']],
    ['impossible days and words', ['30.02.2025', 'soon', true], ['unreadable_date manual A2:A4']],
    ['days as numbers', [45_000, 20_250_131, 7], ['date_as_number safe A2:A3', 'unreadable_date manual A4']],
    ['errors', ['#N/A', '#REF!'], ['error_cell manual A2:A3']],
    [
      'words for nothing',
      ['-', 'n/a', '—', 'brak', 'нет', 'не закрыта'],
      ['placeholder safe A2:A7', 'missing_date manual A2:A7'],
    ],
    ['spaces alone', ['  ', day('2025-01-31')], ['stray_spaces safe A2', 'missing_date manual A2']],
    [
      'days after today',
      [day('2026-01-15'), day('2026-01-16'), '20.02.2026'],
      ['date_as_text safe A4', 'date_in_future manual A3:A4'],
    ],
  ])('%s', (_, values, found) => {
    expect(findIn('leads', 'created', values)).toEqual(found);
  });

  test('months are dates of spend and traffic, which are kept by month', () => {
    expect(findIn('spend', 'date', ['styczeń 2026', '02.2025', 'March'])).toEqual([
      'date_as_text safe A2:A3',
      'unreadable_date manual A4',
    ]);
  });

  test('the question about an unclear order suggests what other dates of the column prove', () => {
    const [finding] = check([tableOf('leads', { created: ['03/04/2025', '31.12.2025'] })]);
    expect(finding?.fix).toEqual({ kind: 'ask', question: { options: ['dmy', 'mdy'], suggested: 'dmy' } });
  });

  test('dates with dots suggest the day first, and still ask', () => {
    const [finding] = check([tableOf('leads', { created: ['03.04.2025'] })]);
    expect(finding?.fix).toEqual({ kind: 'ask', question: { options: ['dmy', 'mdy'], suggested: 'dmy' } });
  });

  test('a flag beside dates is right as it is', () => {
    expect(findIn('leads', 'converted', ['yes', 'нет', true, 1, 0, '31.12.2025'])).toEqual(['date_as_text safe A7']);
  });

  test('the dates of stages are checked like any other', () => {
    expect(findIn('deals', 'stage:Demo', ['31.12.2025', day('2026-02-02')])).toEqual([
      'date_as_text safe A2',
      'date_in_future manual A3',
    ]);
  });

  test('only a deal that was closed cannot have a close date in the future', () => {
    const closed = [day('2026-02-20'), day('2026-02-20'), day('2026-02-20')];
    const table = tableOf('deals', { stage: ['New', 'Won', 'Lost'], closed });
    expect(check([table], { stages: STAGES })).toEqual([
      expect.objectContaining({ code: 'date_in_future', field: 'closed', count: 2, first: 'B3' }),
    ]);
  });
});

describe('swapped days and months', () => {
  const early = Array.from({ length: 12 }, (_, index) =>
    day(`2025-0${(index % 4) + 1}-${String(index + 1).padStart(2, '0')}`),
  );
  const late = ['13/01/2025', '25/02/2025', '31/03/2025'];

  test('an import that made dates of days up to the 12th, and left the later ones as text, is recognised', () => {
    const findings = findIn('leads', 'created', [...early, ...late]);
    // The 1st of January, 2nd of February, … are the same either way.
    expect(findings).toEqual(['date_as_text safe A14:A16', 'swapped_date safe A6:A13']);
  });

  test.each<[string, Value[]]>([
    ['a date after the 12th', [...early, day('2025-01-13'), ...late]],
    ['a text up to the 12th', [...early, ...late, '01/02/2025']],
    ['a text in another form', [...early, ...late, '2025-01-31']],
    ['few dates', [...early.slice(3, 12), ...late]],
    ['always the same day', [...early.map(({ date }) => day(`${date.slice(0, 8)}01`)), ...late]],
    ['no texts', early],
  ])('it is not taken for one where there is %s', (_, values) => {
    expect(findIn('leads', 'created', values).join()).not.toContain('swapped_date');
  });

  test.each<[string, Record<string, Value[]>, string, string]>([
    ['closed before created', { created: [day('2025-03-20')], closed: [day('2025-02-05')] }, 'closed', 'B2'],
    ['created after closed', { created: [day('2025-09-03')], closed: [day('2025-03-31')] }, 'created', 'A2'],
    ['created in the future', { created: [day('2026-12-01')], closed: [null] }, 'created', 'A2'],
  ])('%s, and would not be if they were exchanged, is asked', (_, columns, field, first) => {
    const finding = check([tableOf('deals', { ...columns, owner: ['x'] })]).find(({ code }) => code === 'swapped_date');
    expect(finding).toMatchObject({ field, first, fix: { kind: 'ask', question: { options: ['swap', 'keep'] } } });
  });

  test('nothing is said where exchanging them does not help', () => {
    const table = tableOf('deals', { created: [day('2025-03-20')], closed: [day('2025-01-02')] });
    expect(check([table]).map(({ code }) => code)).toEqual(['closed_before_created']);
  });
});

describe('numbers', () => {
  test.each<[string, Value[], string[]]>([
    ['real numbers', [1, -2.5, 0, null], []],
    ['texts with one meaning', ['1 234,56 zł', '12,5', '1 000'], ['number_as_text safe A2:A4']],
    ['a text that can be two numbers, beside a proof', ['1.234', '12,50'], ['number_as_text safe A2:A3']],
    ['texts that can be two numbers', ['1.234', '5'], ['number_unclear ask A2', 'number_as_text safe A3']],
    ['words, dates and flags', ['many', day('2025-05-12'), true], ['unreadable_number manual A2:A4']],
    ['errors', ['#DIV/0!', 5], ['error_cell manual A2']],
    ['words for nothing', ['--', 'entfällt', 'nie wiadomo', 5], ['placeholder safe A2:A4']],
    ['a duration of zero', ['0:00:00', 5], ['unreadable_number manual A2']],
    ['spaces alone', [' ', 5], ['stray_spaces safe A2']],
    [
      'several currencies',
      ['5 zł', '6 zł', '7 €', 8, '1,5'],
      ['mixed_currencies manual A2:A4', 'number_as_text safe A6'],
    ],
  ])('%s', (_, values, found) => {
    expect(findIn('spend', 'amount', values)).toEqual(found);
  });

  test('what the figures miss is summed up', () => {
    const [finding] = check([tableOf('spend', { amount: ['1,50', '2', 10], clicks: [1, 1, 1] })]);
    expect(finding).toMatchObject({ code: 'number_as_text', effect: { records: 3, sum: 3.5 }, samples: ['1,50', '2'] });
  });

  test('currencies that only the formats show are several, too; numbers without one say nothing', () => {
    const formats = ['[$€]#,##0', '#,##0.00 "zł"', '$#,##0.00', 'General'];
    const table = tableOf('deals', { amount: [1, 2, 3, 4] });
    const amount = { ...table.columns.amount, formats } as CheckColumn;
    const [finding] = check([{ ...table, columns: { amount } }]);
    expect(finding).toMatchObject({ code: 'mixed_currencies', ranges: ['A2:A4'], fix: { kind: 'manual' } });
    expect(finding?.effect.currencies).toBe('EUR 1, PLN 1, USD 1');
    const alike = { ...amount, formats: ['[$€]#,##0', '#,##0.00 [$€-407]', 'General', 'General'] };
    expect(check([{ ...table, columns: { amount: alike } }])).toEqual([]);
  });

  test('a text in another currency than the formats show is not converted', () => {
    const table = tableOf('deals', { amount: [1, '2000 PLN'] });
    const amount = { ...table.columns.amount, formats: ['$#,##0.00', 'General'] } as CheckColumn;
    expect(check([{ ...table, columns: { amount } }]).map(({ code, fix }) => [code, fix.kind])).toEqual([
      ['mixed_currencies', 'manual'],
    ]);
  });

  test('currencies are listed with their counts', () => {
    const findings = check([tableOf('deals', { amount: [1, 2, 3, 4], currency: ['PLN', 'zł', 'EUR', null] })]);
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'mixed_currencies',
        field: 'currency',
        first: 'B4',
        effect: { records: 4, sum: 3, currencies: 'PLN 2, EUR 1' },
      }),
    ]);
  });
});

describe('labels', () => {
  test.each<[string, Value[], string[]]>([
    ['clean labels', ['Ads', 'Event', 'Ads', null, 12], []],
    ['stray spaces', ['Ads', 'Ads ', '\u00A0Ads', 'Paid  ads', 'Ads\u200B'], ['stray_spaces safe A3:A6']],
    ['another case', ['Ads', 'Ads', 'ADS', 'ads'], ['label_variants safe A4:A5']],
    ['another case and stray spaces', ['Ads', 'Ads', 'ads '], ['stray_spaces safe A4', 'label_variants safe A4']],
    ['a Cyrillic letter in a Latin word', ['Ads', 'Аds'], ['look_alike_letters safe A3']],
    ['a Latin letter in a Cyrillic word', ['Kлики'], ['look_alike_letters safe A2']],
    ['a word in the wrong script', ['CPC', 'CPC', 'СРС'], ['look_alike_letters safe A4']],
    ['words of two scripts that stand on their own', ['VIPклиент', 'IT-отдел', 'Реклама'], []],
    ['punctuation', ['google-ads', 'google ads', 'google ads'], ['similar_labels ask A2']],
    ['a rare label one letter off', [...Array(5).fill('Newsletter'), 'Newsleter'], ['similar_labels ask A7']],
    [
      'long texts one letter off',
      [...Array(5).fill(`${'really '.repeat(30)}long`), `reelly ${'really '.repeat(29)}long`],
      [],
    ],
    ['numbered labels', [...Array(5).fill('Spring 2024'), 'Spring 2025'], []],
    ['labels with a short word', [...Array(5).fill('Team Warsaw A'), 'Team Warsaw B'], []],
    ['grades', ['A', 'A', 'A-', 'A+'], []],
    ['errors', ['Ads', '#N/A'], ['error_cell manual A3']],
  ])('%s', (_, values, found) => {
    expect(findIn('leads', 'source', values)).toEqual(found);
  });

  test('customers are compared but for spelling, ids only for spaces, names not at all', () => {
    const values = ['Newsletter', 'Newsletter', 'Newsletter', 'newsletter ', 'Newsleter'];
    expect(findIn('deals', 'customer', values)).toEqual(['stray_spaces safe A5', 'label_variants safe A5']);
    expect(findIn('deals', 'id', ['aA1', 'aa1', 'b '])).toEqual(['stray_spaces safe A4']);
    expect(findIn('deals', 'name', values)).toEqual([]);
  });

  test('a stage without a meaning is unknown, unless it only looks different', () => {
    const stage = ['New', ' NEW', 'Nеw', 'Dead', 'Dead', null];
    const findings = check([tableOf('deals', { stage, owner: stage.map(() => 'x') })], { stages: STAGES });
    expect(findings.find(({ code }) => code === 'unknown_stage')).toMatchObject({
      first: 'A5',
      count: 2,
      samples: ['Dead'],
    });
  });

  test('a status without a meaning is unknown', () => {
    const findings = check([tableOf('leads', { status: ['new', 'odd'] })], { statuses: [{ label: 'New' }] });
    expect(findings).toEqual([
      expect.objectContaining({ code: 'unknown_status', first: 'A3', fix: { kind: 'manual' } }),
    ]);
  });

  test('a meaning that nobody gave is assumed, and said to be', () => {
    const stage = ['New', 'Odd', ' ODD', 'Won'];
    const stages = [...STAGES, { label: 'Odd', outcome: 'open' } as const];
    const assumed = { stages: ['odd'], statuses: [] };
    const findings = check([tableOf('deals', { stage, owner: stage.map(() => 'x') })], { stages, assumed });
    expect(findings.find(({ code }) => code === 'assumed_stage')).toMatchObject({ first: 'A3', count: 2 });
    expect(findings.map(({ code }) => code)).not.toContain('unknown_stage');
  });

  test('nothing is unknown before meanings were given', () => {
    expect(findIn('deals', 'stage', ['Foo'])).toEqual([]);
  });
});

describe('rows', () => {
  const deals = {
    id: ['1', '2', '3', '4'],
    stage: ['Won', 'Won', 'Lost', null],
    amount: [10, null, 5, 2],
    created: [day('2025-01-02'), day('2025-02-01', 0.9), day('2025-03-01'), null],
    closed: [day('2025-01-01'), day('2025-02-01'), null, null],
  };

  test('contradictions and gaps in a row are named by the cell to look at', () => {
    const found = check([tableOf('deals', deals)], { stages: STAGES }).map(
      ({ code, first, count }) => `${code} ${first} ${count}`,
    );
    expect(found).toEqual([
      'missing_stage B5 1',
      'closed_before_created E2 1',
      'won_without_amount C3 1',
      'lost_without_close_date E4 1',
    ]);
  });

  test('a won deal without close date is in no month', () => {
    const table = tableOf('deals', { stage: ['Won', 'Won'], amount: [1, 2], closed: [null, '-'] });
    const finding = check([table], { stages: STAGES }).find(({ code }) => code === 'won_without_close_date');
    expect(finding).toMatchObject({ ranges: ['C2:C3'], effect: { records: 2, sum: 3 } });
  });

  test('repeated header rows and total rows are named as rows and are no records', () => {
    const table = tableOf(
      'spend',
      {
        channel: ['Ads', 'Channel ', 'Fairs', 'Total'],
        date: [day('2025-01-01'), 'DATE', day('2025-01-02'), null],
        amount: [1, 'amount', 2, 3],
      },
      { headerRow: 4, totalRows: [8] },
    );
    const columns = {
      ...table.columns,
      channel: { ...table.columns.channel, column: 2 },
      date: { ...table.columns.date, column: 4 },
    };
    const findings = check([{ ...table, columns: columns as CheckTable['columns'] }]);
    expect(findings.map(({ code, ranges, effect }) => ({ code, ranges, effect }))).toEqual([
      { code: 'repeated_header_row', ranges: ['B6:D6'], effect: { records: 2 } },
      { code: 'total_row', ranges: ['B8:D8'], effect: { records: 2, sum: 3 } },
    ]);
  });

  test('a label that happens to be the header of its column is no header row', () => {
    const table = tableOf('leads', { source: ['Source', 'x'], created: [day('2025-01-01'), day('2025-01-01')] });
    expect(check([table])).toEqual([]);
  });

  test('blank rows are no records', () => {
    expect(
      check([tableOf('leads', { source: ['x', null, '', ' '], created: [day('2025-01-01'), null, null, null] })]),
    ).toEqual([]);
  });

  test('ids, rows, and rows that mean the same are each named from the second on', () => {
    const date = day('2025-01-01');
    const table = tableOf('deals', {
      id: ['1', '2', '1', '1', '3'],
      customer: ['Acme', 'Acme', 'Acme', 'Bolt', 'ACME '],
      created: [date, date, date, date, '1 Jan 2025'],
      amount: [5, 6, 5, 5, '5,0'],
    });
    expect(duplicatesIn(table)).toEqual(['duplicate_id A4:A5 manual', 'possible_duplicate_row A4:D4,A6:D6 manual']);
  });

  const duplicatesIn = (table: CheckTable) =>
    check([table])
      .filter(({ code }) => code.includes('duplicate'))
      .map(({ code, ranges, fix }) => `${code} ${ranges} ${fix.kind}`);
  const copied = {
    id: ['1', '2', '1 ', '1', '2'],
    customer: ['Acme', 'Bolt', 'ACME', 'Acme', 'Bolt'],
    created: [day('2025-01-01'), day('2025-01-01'), '1 Jan 2025', day('2025-01-01'), day('2025-01-01')],
    amount: [5, 6, '5,0', 5, 6],
  };

  test('a row that means the same as an earlier one with its id is a copy, where ids are keys', () => {
    expect(duplicatesIn(tableOf('deals', copied))).toEqual([
      'duplicate_id A4:A6 manual',
      'near_duplicate_row A4:D4 safe',
      'duplicate_row A5:D6 safe',
    ]);
  });

  test.each<[string, Record<string, Value[]>]>([
    ['where ids stand in rows that differ', { amount: [5, 6, 5, 5, 7] }],
    ['at another time of the day', { created: [...copied.created.slice(0, 4), day('2025-01-01', 0.5)] }],
  ])('nothing is a copy %s', (_, other) => {
    expect(duplicatesIn(tableOf('deals', { ...copied, ...other })).join()).not.toContain('safe');
  });

  test('a row with a formula is no copy that could be emptied', () => {
    const table = tableOf('deals', copied);
    const amount = { ...table.columns.amount, formulas: [false, false, true, true, true] };
    const found = duplicatesIn({ ...table, columns: { ...table.columns, amount } as CheckTable['columns'] });
    expect(found).toEqual(['duplicate_id A4:A6 manual', 'possible_duplicate_row A4:D6 manual']);
  });

  test('equal rows that name nobody are no duplicates', () => {
    const twice = (value: Value) => [value, value];
    const leads = {
      created: twice(day('2025-01-01')),
      source: twice('Ads'),
      status: twice('New'),
      owner: twice('Ann'),
    };
    expect(check([tableOf('leads', leads)])).toEqual([]);
    const idle = { date: twice(day('2025-01-01')), channel: twice('Ads'), amount: twice(0) };
    expect(check([tableOf('spend', idle)])).toEqual([]);
  });

  test('deals without an amount that differ in their id are no duplicates', () => {
    const open = { id: ['1', '2'], customer: ['Acme', 'Acme'], created: Array(2).fill(day('2025-01-01')) };
    expect(check([tableOf('deals', { ...open, stage: ['New', 'New'], amount: [null, null] })])).toEqual([]);
    expect(check([tableOf('deals', { ...open, stage: ['New', 'New'], amount: [5, 5] })])).toEqual([
      expect.objectContaining({ code: 'possible_duplicate_row', first: 'A3' }),
    ]);
  });

  test('equal rows of spend are', () => {
    const twice = (value: Value) => [value, value];
    const spend = { date: twice(day('2025-01-01')), channel: twice('Ads'), amount: twice(7.5) };
    expect(check([tableOf('spend', spend)])).toEqual([
      expect.objectContaining({ code: 'possible_duplicate_row', first: 'A3' }),
    ]);
  });
});

describe('channels', () => {
  const spend = tableOf('spend', {
    date: Array(3).fill(day('2025-01-01')),
    channel: ['AdWords', 'Fairs', 'ads '],
    amount: [1, 2, 3],
  });
  const leads = tableOf('leads', { source: ['Ads'], created: [day('2025-01-01')] });

  test('those that stand only in spend are named with what they cost', () => {
    const findings = check([spend, leads]).filter(({ code }) => code === 'channel_only_in_spend');
    expect(findings).toEqual([
      expect.objectContaining({ ranges: ['B2:B3'], samples: ['AdWords', 'Fairs'], effect: { records: 3, sum: 3 } }),
    ]);
  });

  test('labels of one channel stand for each other', () => {
    const channels = [{ channel: 'Paid search', labels: ['adwords', 'Ads'] }];
    const findings = check([spend, leads], { channels }).filter(({ code }) => code === 'channel_only_in_spend');
    expect(findings).toEqual([expect.objectContaining({ samples: ['Fairs'] })]);
  });

  test('nothing is said where no source is mapped', () => {
    expect(check([spend]).map(({ code }) => code)).not.toContain('channel_only_in_spend');
  });
});

describe('a finding', () => {
  test('merges neighbours, keeps a hundred ranges, and counts every cell', () => {
    const source = Array.from({ length: 500 }, (_, row) => (row % 2 === 0 ? 'Ads ' : 'Ads'));
    const [finding] = check([tableOf('leads', { source })]);
    expect(finding).toMatchObject({ count: 250, first: 'A2', moreRanges: 150 });
    expect(finding?.ranges).toHaveLength(100);
  });

  test.each([
    [26, 'Z3'],
    [27, 'AA3'],
    [703, 'AAA3'],
  ])('names a cell of column %i as %s', (column, first) => {
    const table: CheckTable = {
      dataset: 'leads',
      tab: 'Leads',
      headerRow: 1,
      columns: { source: { column, header: 'Source', values: ['Ads', 'Ads '] } },
    };
    expect(check([table])[0]).toMatchObject({ first });
  });

  test('about formulas only is for the hand to mend', () => {
    const columns = { source: { column: 1, header: 'Source', values: ['Ads', 'Ads '], formulas: [false, true] } };
    const [finding] = check([{ dataset: 'leads', tab: 'Leads', headerRow: 1, columns }]);
    expect(finding).toMatchObject({ fix: { kind: 'manual' }, effect: { formulas: 1 } });
  });

  test('can be sent as it is: it holds nothing but plain values', () => {
    const findings = check([tableOf('leads', { created: ['03/04/2025', 'soon', 5], source: ['a', 'A', 'a '] })]);
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
    expect(findings.length).toBeGreaterThan(3);
  });
});

test('a table without columns or rows has no findings', () => {
  expect(check([tableOf('leads', {}), tableOf('deals', { stage: [] })])).toEqual([]);
});
