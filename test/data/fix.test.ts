import fc from 'fast-check';
import type { Value } from '../../src/data/cell';
import { type CheckInput, type CheckTable, checkData, type Finding } from '../../src/data/check';
import { type Choice, planFixes, safeChoices } from '../../src/data/fix';
import { day, tableOf, withEdits } from '../support/check-table';

const TODAY = '2026-01-15';
const inputOf = (...tables: CheckTable[]): CheckInput => ({ tables, today: TODAY });

/** The column of a lead's field after these fixes. */
function fixed(field: string, values: readonly Value[], choices: readonly Choice[] | 'safe'): Value[] {
  const input = inputOf(tableOf('leads', { [field]: values, customer: values.map((_, row) => `c${row}`) }));
  const edits = planFixes(input, choices === 'safe' ? safeChoices(checkData(input)) : choices);
  return [...(withEdits(input.tables, edits)[0]?.columns[field]?.values ?? [])];
}

describe('safe fixes', () => {
  test.each<[string, string, Value[], Value[]]>([
    [
      'texts become dates',
      'created',
      ['31.12.2025', '01.02.2025', '15 Apr, 2021 12:00:00', 'soon'],
      [day('2025-12-31'), day('2025-02-01'), day('2021-04-15', 0.5), 'soon'],
    ],
    ['a date that can be two stays', 'created', ['03/04/2025', '2025-12-31'], ['03/04/2025', day('2025-12-31')]],
    ['numbers become dates', 'created', [20_250_131, 45_658], [day('2025-01-31'), day('2025-01-01')]],
    ['words for nothing become blank', 'created', ['-', ' ', day('2025-01-01')], [null, null, day('2025-01-01')]],
    ['stray spaces go', 'source', [' Paid\u00A0 search ', 'Paid search'], ['Paid search', 'Paid search']],
    ['the commonest case wins', 'source', ['ADS', 'Ads', 'ads ', 'Ads'], ['Ads', 'Ads', 'Ads', 'Ads']],
    ['look-alike letters follow the right label', 'source', ['аds', 'Ads', 'Ads'], ['Ads', 'Ads', 'Ads']],
    ['look-alike letters follow their word', 'source', ['Kлики', 'Wоn'], ['Клики', 'Won']],
    [
      'similar labels stay',
      'source',
      ['google-ads', 'google ads', 'google ads'],
      ['google-ads', 'google ads', 'google ads'],
    ],
    ['errors stay', 'source', ['#N/A', 'x'], ['#N/A', 'x']],
    ['ids keep their case', 'id', ['aA1 ', 'aa1'], ['aA1', 'aa1']],
  ])('%s', (_, field, before, after) => {
    expect(fixed(field, before, 'safe')).toEqual(after);
  });

  test('numbers keep their share and size; those of several currencies stay', () => {
    const input = inputOf(
      tableOf('spend', { amount: ['1 234,50 zł', '5 PLN', 1], clicks: ['12 %', 1, 2], revenue: ['5 zł', '5 €', 1] }),
    );
    expect(planFixes(input, safeChoices(checkData(input)))).toEqual([
      { tab: 'spend', row: 2, column: 1, value: 1234.5, numberFormat: 'General' },
      { tab: 'spend', row: 3, column: 1, value: 5, numberFormat: 'General' },
      { tab: 'spend', row: 2, column: 2, value: 0.12, numberFormat: '0.00%' },
    ]);
  });

  test('a copy is emptied, and what stands in it is the right spelling only where no other is', () => {
    const twice = (value: Value) => [value, value];
    const columns = { id: twice('1'), stage: ['W\u043En', 'Won'], amount: twice(5), closed: twice(day('2025-01-01')) };
    const input = inputOf(tableOf('deals', columns));
    const [table] = withEdits(input.tables, planFixes(input, safeChoices(checkData(input))));
    const cells = Object.values(table?.columns ?? {}).map(({ values }) => values);
    expect(cells).toEqual([
      ['1', null],
      ['Won', null],
      [5, null],
      [day('2025-01-01'), null],
    ]);
  });

  test('dates bring a date format, with the time of day where there is one', () => {
    const input = inputOf(tableOf('leads', { created: ['31.12.2025', '31.12.2025 18:00'] }, { headerRow: 3 }));
    expect(planFixes(input, safeChoices(checkData(input)))).toEqual([
      { tab: 'leads', row: 4, column: 1, value: day('2025-12-31'), numberFormat: 'yyyy-mm-dd' },
      { tab: 'leads', row: 5, column: 1, value: day('2025-12-31', 0.75), numberFormat: 'yyyy-mm-dd hh:mm:ss' },
    ]);
  });

  test('a month becomes its first day, and shows its name as before', () => {
    const input = inputOf(tableOf('spend', { date: ['styczeń 2026', '02.2026'], amount: [1, 2] }));
    expect(planFixes(input, safeChoices(checkData(input)))).toEqual([
      { tab: 'spend', row: 2, column: 1, value: day('2026-01-01'), numberFormat: 'mmmm yyyy' },
      { tab: 'spend', row: 3, column: 1, value: day('2026-02-01'), numberFormat: 'mmmm yyyy' },
    ]);
  });

  test('formulas, total rows and repeated headers are never written', () => {
    const table = tableOf(
      'leads',
      { source: ['Ads ', 'Ads ', 'Source ', 'Ads '], id: ['1', '2', 'ID', 'Total'] },
      { totalRows: [5] },
    );
    const columns = {
      ...table.columns,
      source: {
        column: 1,
        header: 'Source',
        values: ['Ads ', 'Ads ', 'Source ', 'Ads '],
        formulas: [true, false, false, false],
      },
    };
    const input = inputOf({ ...table, columns: columns as CheckTable['columns'] });
    expect(planFixes(input, safeChoices(checkData(input))).map(({ row }) => row)).toEqual([3]);
  });

  test.each(['date_as_text', 'swapped_date'] as const)(
    'days and months that an import swapped are mended with the texts by %s',
    (code) => {
      const early = Array.from({ length: 11 }, (_, index) => day(`2025-01-${String(index + 2).padStart(2, '0')}`));
      const created = [...early, '13/01/2025', '25/02/2025'];
      const after = fixed('created', created, [{ code, dataset: 'leads', field: 'created' }]);
      expect(after.slice(0, 2)).toEqual([day('2025-02-01'), day('2025-03-01')]);
      expect(after.slice(-2)).toEqual([day('2025-01-13'), day('2025-02-25')]);
    },
  );
});

describe('fixes that ask', () => {
  const unclear = ['03/04/2025', '3/3/2025'];
  test.each<[string, Value[], Choice['code'], string | undefined, Value[]]>([
    ['the day first', unclear, 'date_order_unclear', 'dmy', [day('2025-04-03'), '3/3/2025']],
    ['the month first', unclear, 'date_order_unclear', 'mdy', [day('2025-03-04'), '3/3/2025']],
    ['no answer', unclear, 'date_order_unclear', undefined, unclear],
    ['an answer that is none', unclear, 'date_order_unclear', 'ymd', unclear],
    ['exchange them', [day('2026-12-01')], 'swapped_date', 'swap', [day('2026-01-12')]],
    ['keep them', [day('2026-12-01')], 'swapped_date', 'keep', [day('2026-12-01')]],
  ])('%s', (_, before, code, answer, after) => {
    expect(fixed('created', before, [{ code, dataset: 'leads', field: 'created', answer }])).toEqual(after);
  });

  test.each([
    [',', 1.234],
    ['.', 1234],
  ])('the decimal mark %s', (answer, value) => {
    const input = inputOf(tableOf('spend', { amount: ['1,234'], clicks: [1] }));
    const [edit] = planFixes(input, [{ code: 'number_unclear', dataset: 'spend', field: 'amount', answer }]);
    expect(edit?.value).toBe(value);
  });

  test.each([
    ['merge', 'Newsletter'],
    ['keep', 'newsleter '],
  ])('%s similar labels', (answer, value) => {
    const source = [...Array<string>(5).fill('Newsletter'), 'newsleter '];
    expect(fixed('source', source, [{ code: 'similar_labels', dataset: 'leads', field: 'source', answer }])[5]).toBe(
      value,
    );
  });

  test('what was not chosen stays', () => {
    expect(
      fixed('source', ['ads ', 'Ads', 'Ads'], [{ code: 'stray_spaces', dataset: 'leads', field: 'source' }]),
    ).toEqual(['ads', 'Ads', 'Ads']);
    expect(fixed('source', ['ads '], [{ code: 'stray_spaces', dataset: 'deals', field: 'source' }])).toEqual(['ads ']);
    expect(fixed('source', ['ads '], [])).toEqual(['ads ']);
  });
});

describe('what one fix makes of cells that another choice is about', () => {
  const columns = {
    id: ['1', '2', '1', '1'],
    stage: ['Won', 'Won', 'WON', 'Won'],
    amount: [5, 7, 5, 5],
    closed: Array<Value>(4).fill(day('2025-01-01')),
  };
  const chosen = (...codes: Choice['code'][]): Choice[] =>
    codes.map((code) => ({ code, dataset: 'deals', field: code === 'label_variants' ? 'stage' : undefined }));

  test.each<[string, Choice[], number[]]>([
    ['a copy in another spelling stays where only exact ones are to go', chosen('duplicate_row'), [5]],
    ['it is exact once its spelling is mended', chosen('duplicate_row', 'label_variants'), [4, 5]],
  ])('%s', (_, choices, emptied) => {
    const input = inputOf(tableOf('deals', columns));
    const edits = planFixes(input, choices);
    expect([...new Set(edits.filter(({ value }) => value === null).map(({ row }) => row))].sort()).toEqual(emptied);
    expect(planFixes({ ...input, tables: withEdits(input.tables, edits) }, choices)).toEqual([]);
  });

  test('a swapped date is not asked about before labels are settled on which the outcome hangs', () => {
    const closed = ['2025-05-01', '2026-12-01', '2025-06-01', '2026-12-01'].map((date) => day(date));
    const stage = ['Rejected', 'Rejected', 'Rejected', 'Rejeced'];
    const stages = [
      { label: 'Rejected', outcome: 'lost' },
      { label: 'Rejeced', outcome: 'open' },
    ] as const;
    const input = { ...inputOf(tableOf('deals', { stage, closed })), stages };
    const asked = (of: CheckInput) => checkData(of).flatMap(({ code, fix }) => (fix.kind === 'ask' ? [code] : []));
    expect(asked(input)).toEqual(['similar_labels']);
    const merge: Choice = { code: 'similar_labels', dataset: 'deals', field: 'stage', answer: 'merge' };
    expect(asked({ ...input, tables: withEdits(input.tables, planFixes(input, [merge])) })).toEqual(['swapped_date']);
    expect(asked({ ...input, stages: stages.map(({ label }) => ({ label, outcome: 'lost' })) })).toContain(
      'swapped_date',
    );
  });
});

describe('on whatever stands in the cells', () => {
  const date = fc.constantFrom<Value>(
    ...[
      '03/04/2025',
      '31/12/2025',
      '12/31/2025',
      '01.02.2025',
      '31.12.2025',
      '1 gru 2025',
      '2025-12-31T23:30:00Z',
      '-',
      ' ',
      'soon',
      '#N/A',
    ],
    ...[
      day('2025-03-04'),
      day('2025-10-12'),
      day('2026-12-01'),
      day('2024-05-31', 0.5),
      45_000,
      20_250_131,
      true,
      null,
    ],
  );
  const number = fc.constantFrom<Value>(
    1,
    0,
    -2.5,
    '1.234',
    '1,234',
    '12,5',
    '12.5',
    '5 zł',
    '7 €',
    '12 %',
    '--',
    'x',
    '#REF!',
    null,
    true,
  );
  const label = fc.constantFrom<Value>(
    ...[
      'Won',
      'won',
      ' Won',
      'Wоn',
      'WON\u00A0',
      'Lost',
      'Newsletter',
      'Newsleter',
      'news-letter',
      'Kлики',
      'Клики',
      'CPC',
      'СРС',
      '#N/A',
      '',
      ' ',
    ],
    ...[null, 5, true],
  );
  const rows = { minLength: 1, maxLength: 40 };
  type Row = readonly [Value, Value, Value, Value, Value, Value, readonly boolean[]];
  const row = fc.tuple(label, label, number, date, date, label, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }));
  /** Rows with ids that are keys, and below them some of the rows again, in the same spelling or with stray spaces. */
  const copied = fc
    .tuple(fc.array(row, rows), fc.array(fc.nat(39), { maxLength: 8 }), fc.constantFrom('', ' '))
    .map(([records, copies, stray]) => {
      const keyed = records.map(([, ...cells], index): Row => [`k${index}`, ...cells]);
      const again = copies.map((at): Row => {
        const [id, ...cells] = keyed[at % keyed.length] as Row;
        const spelt = cells.map((cell) => (typeof cell === 'string' && !cell.startsWith('#') ? cell + stray : cell));
        return [id, ...spelt] as unknown as Row;
      });
      return [...keyed, ...again];
    });
  const deals = fc.oneof(fc.array(row, rows), copied).map((records: readonly Row[]) => {
    const table = tableOf('deals', {
      id: records.map((record) => record[0]),
      stage: records.map((record) => record[1]),
      amount: records.map((record) => record[2]),
      created: records.map((record) => record[3]),
      closed: records.map((record) => record[4]),
      source: records.map((record) => record[5]),
    });
    const columns = Object.entries(table.columns).map(([field, column], index) => {
      return [field, { ...column, formulas: records.map((record) => record[6][index] === true && index % 2 === 0) }];
    });
    return { ...table, columns: Object.fromEntries(columns) } as CheckTable;
  });
  const stages = [
    { label: 'Won', outcome: 'won' },
    { label: 'Lost', outcome: 'lost' },
  ] as const;
  const answers = fc.record({ order: fc.constantFrom('dmy', 'mdy'), decimal: fc.constantFrom(',', '.') });

  const choicesFor = (findings: readonly Finding[], { order, decimal }: { order: string; decimal: string }): Choice[] =>
    findings.map(({ code, dataset, field, fix }) => {
      const options = fix.kind === 'ask' ? fix.question.options : [];
      return {
        code,
        dataset,
        field,
        answer: options.find((option) => option === order || option === decimal) ?? options[0],
      };
    });

  /** The cells that a finding names, "row,column". */
  const namedBy = (findings: readonly Finding[]): Set<string> =>
    new Set(
      findings.flatMap(({ ranges }) =>
        ranges.flatMap((range) => {
          const [from = '', to = from] = range.split(':');
          const [top = 0, bottom = 0] = [from, to].map((cell) => Number(cell.slice(1)));
          const [left = 0, right = 0] = [from, to].map((cell) => cell.charCodeAt(0) - 64);
          return Array.from({ length: bottom - top + 1 }, (_, down) =>
            Array.from({ length: right - left + 1 }, (_, along) => `${top + down},${left + along}`),
          ).flat();
        }),
      ),
    );

  test('only cells that a finding names are written, each once, and no formulas', () => {
    fc.assert(
      fc.property(deals, answers, (table, answer) => {
        const input = { ...inputOf(table), stages };
        const findings = checkData(input);
        const edits = planFixes(input, choicesFor(findings, answer));
        const cells = edits.map(({ row, column }) => `${row},${column}`);
        const named = namedBy(findings.filter(({ fix }) => fix.kind !== 'manual'));
        const formulas = cells.filter((_, index) => {
          const { row = 0, column } = edits[index] ?? {};
          return Object.values(table.columns).find((one) => one.column === column)?.formulas?.[row - 2];
        });
        expect(cells.filter((cell) => !named.has(cell))).toEqual([]);
        expect(new Set(cells).size).toBe(cells.length);
        expect(formulas).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('copies in another spelling go at once, however many of them are spelt alike', () => {
    const spelt = ['Won', ...Array(9).fill('Won ')];
    const table = tableOf('deals', {
      id: spelt.map(() => 'k0'),
      stage: spelt,
      amount: spelt.map(() => 100),
      source: spelt,
    });
    const input = { ...inputOf(table), stages };
    const copies = checkData(input).filter(({ code }) => code.includes('duplicate_row'));
    expect(copies.map(({ code, count }) => [code, count])).toEqual([['near_duplicate_row', 9]]);
    const choices = copies.map(({ code, dataset, field }) => ({ code, dataset, field }));
    const after = { ...input, tables: withEdits(input.tables, planFixes(input, choices)) };
    expect(planFixes(after, choices)).toEqual([]);
  });

  test('fixing twice changes nothing more', () => {
    fc.assert(
      fc.property(deals, answers, fc.constantFrom('all', 'safe', 'some'), fc.nat(), (table, answer, which, pick) => {
        const input = { ...inputOf(table), stages };
        const findings = checkData(input);
        const all = which === 'safe' ? safeChoices(findings) : choicesFor(findings, answer);
        const choices = which === 'some' ? all.filter((_, index) => (pick >> (index % 16)) & 1) : all;
        const after = { ...input, tables: withEdits(input.tables, planFixes(input, choices)) };
        expect(planFixes(after, choices)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test('after the safe fixes nothing safe is left to fix', () => {
    fc.assert(
      fc.property(deals, (table) => {
        const input = { ...inputOf(table), stages };
        const after = { ...input, tables: withEdits(input.tables, planFixes(input, safeChoices(checkData(input)))) };
        expect(planFixes(after, safeChoices(checkData(after)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
