import fc from 'fast-check';
import { normaliseLabel, type Value } from '../../src/data/cell';
import { readDataset } from '../../src/data/dataset';

const day = (date: string, time = 0): Value => ({ date, time });
const mapping = { headerRow: 1, totalRows: [], columns: {} };

describe('a dataset', () => {
  test('is its mapped columns, keyed by dataset and field; the others are absent', () => {
    const { name, count, columns } = readDataset('spend', mapping, { date: [day('2025-01-01')], amount: [12.5] });
    expect({ name, count, columns }).toEqual({
      name: 'spend',
      count: 1,
      columns: { 'spend.date': ['2025-01-01'], 'spend.amount': [12.5] },
    });
  });

  test('takes numbers from number cells only', () => {
    const amount = [12.5, 0, '1 234,56', null, '#N/A', true, day('2025-01-01')];
    const { columns } = readDataset('deals', mapping, { amount });
    expect(columns['deals.amount']).toEqual([12.5, 0, undefined, undefined, undefined, undefined, undefined]);
  });

  test('takes the day from date cells only', () => {
    const closed = [day('2025-12-31', 0.98), '31.12.2025', 45000, null];
    const { columns } = readDataset('deals', mapping, { closed });
    expect(columns['deals.closed']).toEqual(['2025-12-31', undefined, undefined, undefined]);
  });

  test('has labels and ids as normalised text, numbers among them, blanks and errors as ""', () => {
    const { columns } = readDataset('deals', mapping, {
      stage: ['Won', ' WON\u00a0', 1, null, '#REF!', '  '],
      customer: [7, '7', 'Ąbc  Sp. z o.o.', null, day('2025-01-01'), false],
    });
    expect(columns['deals.stage']).toEqual(['won', 'won', '1', '', '', '']);
    expect(columns['deals.customer']).toEqual(['7', '7', 'ąbc sp. z o.o.', '', '2025-01-01', 'false']);
  });

  test('has a flag or a date in "converted" as text', () => {
    const { columns } = readDataset('leads', mapping, { converted: [true, day('2025-02-03'), 'Yes', null] });
    expect(columns['leads.converted']).toEqual(['true', '2025-02-03', 'yes', '']);
  });

  test('knows the spellings of a label as they stand, the tidy and frequent one first', () => {
    const { spellings } = readDataset('deals', mapping, { stage: ['won ', 'WON', 'won ', 'Won', 'Won', 'Lost', ''] });
    expect([...(spellings['deals.stage'] ?? [])]).toEqual([
      ['won', ['Won', 'WON', 'won ']],
      ['lost', ['Lost']],
    ]);
  });

  test('leaves total rows in their place, blank', () => {
    const { count, columns, spellings } = readDataset(
      'spend',
      { headerRow: 3, totalRows: [5, 99], columns: {} },
      { channel: ['Google', 'Total', 'FB'], amount: [5, 9, 4] },
    );
    expect(count).toBe(3);
    expect(columns).toEqual({ 'spend.channel': ['google', '', 'fb'], 'spend.amount': [5, undefined, 4] });
    expect([...(spellings['spend.channel']?.keys() ?? [])]).toEqual(['google', 'fb']);
  });

  test('leaves repeated header rows in their place, blank', () => {
    const columns = { date: { column: 1, header: 'Date' }, channel: { column: 2, header: 'Channel' } };
    const cells = { date: [day('2025-01-01'), 'Date ', day('2025-01-02')], channel: ['Ads', 'CHANNEL', 'Channel'] };
    const read = readDataset('spend', { ...mapping, columns }, cells);
    expect(read.columns).toEqual({
      'spend.date': ['2025-01-01', undefined, '2025-01-02'],
      'spend.channel': ['ads', '', 'channel'],
    });
    expect([...(read.spellings['spend.channel'] ?? [])]).toEqual([
      ['ads', ['Ads']],
      ['channel', ['Channel']],
    ]);
  });

  test('without columns has no records', () => {
    expect(readDataset('leads', mapping, {})).toEqual({
      name: 'leads',
      count: 0,
      columns: {},
      spellings: {},
      totals: {},
    });
  });

  test('spellings hold every label of the column, each under its normalised form', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (labels) => {
        const { columns, spellings } = readDataset('deals', mapping, { stage: labels });
        const column = columns['deals.stage'] ?? [];
        for (const [label, list] of spellings['deals.stage'] ?? []) {
          for (const spelling of list) expect(normaliseLabel(spelling)).toBe(label);
        }
        expect(new Set(column.filter((label) => label !== ''))).toEqual(new Set(spellings['deals.stage']?.keys()));
      }),
    );
  });
});
