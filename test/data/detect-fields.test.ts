import fc from 'fast-check';
import type { Value } from '../../src/data/cell';
import { detectFields } from '../../src/data/detect';
import { detectDatasets } from '../../src/data/detect-datasets';
import { LEAST_CONFIDENCE } from '../../src/data/detect-fields';
import { DATASET_NAMES, type DatasetName } from '../../src/data/fields';
import { HEADER_ROWS } from './header-rows';

const day = (date: string): Value => ({ date, time: 0 });

/** Field by header, for readable expectations. */
const mapped = (dataset: DatasetName, headers: readonly Value[], rows: readonly (readonly Value[])[] = []) =>
  Object.fromEntries(detectFields(dataset, headers, rows).map(({ field, header }) => [field, header]));

describe('fields are found by their headers', () => {
  test.each(HEADER_ROWS.map((row) => [`${row.tool} (${row.dataset}, ${row.language})`, row] as const))(
    '%s: every field, and nothing that only looks like one',
    (_, { dataset, headers }) => {
      const expected = headers.flatMap(({ header, field }) => (field ? [[field, header]] : []));
      expect(
        mapped(
          dataset,
          headers.map(({ header }) => header),
        ),
      ).toEqual(Object.fromEntries(expected));
    },
  );

  test.each<[string, DatasetName, string, string]>([
    ['letters of another script that look alike', 'spend', 'Kлики', 'clicks'],
    ['lost diacritics', 'deals', 'Zrodlo', 'source'],
    ['capitals', 'deals', 'CLOSE DATE', 'closed'],
    ['words run together', 'deals', 'closedate', 'closed'],
    ['underscores', 'deals', 'deal_stage', 'stage'],
    ['a compound', 'deals', 'Geschäftsphase', 'stage'],
    ['an asterisk', 'deals', 'Organization - Name*', 'customer'],
    ['a currency in brackets', 'spend', 'Koszt (PLN)', 'amount'],
    ['a currency after a comma', 'deals', 'Сумма сделки, р.', 'amount'],
    ['a no-break space', 'deals', 'Close\u00a0Date', 'closed'],
    ['an abbreviation', 'deals', 'Ответств.', 'owner'],
    ['the words of a question', 'leads', 'Where did you first come across us (source)?', 'source'],
    ['days of a window', 'spend', '14 Day Total Orders', 'orders'],
    ['tax that is in it or not', 'spend', 'Расход, руб. без НДС', 'amount'],
    ['the currency that it is in', 'spend', 'Cost in local currency', 'amount'],
    ['an ending of another case', 'spend', 'Кол-во заявок', 'leads'],
    ['a word that is cut off', 'deals', 'Data zamkn.', 'closed'],
    ['a word of which few letters are left', 'leads', 'Handl.', 'owner'],
    ['a figure for "first"', 'deals', '1. kontakt', 'first_contact'],
    ['a warning in front', 'deals', '(Do Not Modify) Opportunity', 'id'],
    ['a question of one word', 'leads', 'Kto', 'owner'],
    ['a month in short', 'spend', 'M-c', 'date'],
    ['the day of signing', 'leads', 'Podpisał', 'converted'],
    ['a plan beside it', 'spend', 'Факт, ₽ с НДС', 'amount'],
    ['a question mark in front', 'leads', '¿Cliente? (S/N)', 'converted'],
    ['an ordinal', 'deals', '1ª visita', 'first_contact'],
    ['one letter for "date"', 'leads', 'F. entrada', 'created'],
    ['one letter for "without"', 'deals', 'Importe s/IVA', 'amount'],
    ['a question in words', 'leads', 'Wie haben Sie von uns erfahren?', 'source'],
    ['the beginning of a week', 'traffic', 'Woche ab', 'date'],
    ['a person where there is no company', 'leads', 'ФИО', 'customer'],
    ['an end of one kind or the other', 'deals', 'Signed / lost on', 'closed'],
    ['nothing but the currency', 'deals', '$ (USD)', 'amount'],
    ['a question with two endings', 'leads', 'Jak się o nas dowiedziałeś/aś?', 'source'],
    ['a word that means the average elsewhere', 'spend', 'Medio', 'channel'],
    ['what the form is for', 'traffic', 'Demo form sent', 'form_submissions'],
    ['the day of a contract', 'leads', 'Umowa dn.', 'converted'],
    ['a sentence about the day', 'leads', 'Został klientem', 'converted'],
  ])('in spite of %s', (_, dataset, header, field) => {
    expect(mapped(dataset, [header])).toEqual({ [field]: header });
  });

  test.each<[DatasetName, string]>([
    ['deals', 'Last Activity Date'],
    ['deals', 'Expected close date'],
    ['deals', 'Planowana data zamknięcia'],
    ['deals', 'Close Probability'],
    ['deals', 'Days to close'],
    ['deals', 'Created by'],
    ['deals', 'Stage duration (days)'],
    ['deals', 'Lost reason'],
    ['deals', 'Weighted amount'],
    ['deals', 'Betrag (umgerechnet)'],
    ['deals', 'Контактный телефон'],
    ['spend', 'Koszt/konw.'],
    ['spend', 'Śr. CPC'],
    ['spend', 'Cost per lead (USD)'],
    ['spend', 'Стоимость/конв.'],
    ['spend', 'Campaign ID'],
    ['spend', 'Click share'],
    ['traffic', 'Bounce rate'],
    ['traffic', 'Average session duration'],
    ['traffic', 'Landing page'],
    ['traffic', '% New Sessions'],
    ['leads', 'Last contacted'],
    ['leads', 'Annual revenue'],
    ['deals', 'Unit price'],
    ['deals', 'Product'],
    ['deals', 'Закрыта'],
    ['deals', 'Сделка закрыта'],
    ['deals', 'Wiedervorl.'],
    ['leads', 'Place-ID'],
    ['spend', 'Цель'],
    ['traffic', 'Отказы'],
    ['deals', '№ п/п'],
    ['leads', 'formid'],
    ['deals', 'Ingreso prorrateado'],
    ['deals', 'Refund amount'],
    ['deals', 'Is Closed Won'],
    ['deals', 'Contract End Date'],
    ['deals', 'Opportunity From'],
    ['leads', 'Number of employees'],
    ['leads', 'Follow-up date'],
    ['leads', 'Delivery date'],
    ['leads', 'Copropietario'],
    ['spend', 'Match type'],
    ['spend', 'Shipping cost'],
    ['spend', 'Insertion order'],
    ['spend', 'Конверсия'],
    ['traffic', 'Páginas/sesión'],
  ])('%s: "%s" is no field', (dataset, header) => {
    expect(mapped(dataset, [header])).toEqual({});
  });

  test('the plainer of two headers wins, wherever it stands', () => {
    expect(mapped('deals', ['Converted amount', 'Amount', 'Custom amount'])).toEqual({ amount: 'Amount' });
    expect(mapped('leads', ['Lifecycle stage', 'Lead status'])).toEqual({ status: 'Lead status' });
  });

  test('net amounts go before gross ones, what was spent before what might be, a sum before an expectation', () => {
    expect(mapped('deals', ['Kwota brutto', 'Kwota netto (zł)'])).toEqual({ amount: 'Kwota netto (zł)' });
    expect(mapped('spend', ['Budget', 'Actual (net)'])).toEqual({ amount: 'Actual (net)' });
    expect(mapped('deals', ['Expected revenue', 'Amount'])).toEqual({ amount: 'Amount' });
    expect(mapped('deals', ['Expected revenue'])).toEqual({ amount: 'Expected revenue' });
  });

  test('a column that could serve two fields serves the one that it suits better', () => {
    expect(mapped('deals', ['Status', 'Stage'])).toEqual({ stage: 'Stage' });
    expect(mapped('deals', ['Contact', 'Company'])).toEqual({ customer: 'Company' });
  });

  test('"Date" among deals is the close date where every deal is a sale, and the day of creation beside a close date', () => {
    expect(mapped('deals', ['Customer', 'Date', 'Amount'])).toMatchObject({ closed: 'Date' });
    expect(mapped('deals', ['Customer', 'Date', 'Amount', 'Close date'])).toMatchObject({ created: 'Date' });
    expect(mapped('deals', ['Customer', 'Date', 'Stage'])).toEqual({ customer: 'Customer', stage: 'Stage' });
  });
});

test('the day of an order is the one on which it was sold, unless another is said to be; that of a deal is none', () => {
  expect(mapped('deals', ['Order #', 'Date', 'Status'])).toEqual({ id: 'Order #', closed: 'Date', stage: 'Status' });
  expect(mapped('deals', ['Nr zamówienia', 'Data złożenia'])).toEqual({ id: 'Nr zamówienia', closed: 'Data złożenia' });
  expect(mapped('deals', ['Order ID', 'Created', 'Closed'])).toMatchObject({ created: 'Created', closed: 'Closed' });
  expect(mapped('deals', ['Order value', 'Created', 'Deal stage'])).not.toHaveProperty('closed');
});

test('who handles it is the owner, so that who is left is the one who asked', () => {
  expect(mapped('leads', ['Kto', 'Prowadzi'])).toEqual({ customer: 'Kto', owner: 'Prowadzi' });
});

describe('values confirm, contradict and replace headers', () => {
  test('open deals show whether "Date" is the day of creation or of closing', () => {
    const headers = ['Stage', 'Date'];
    const created = [
      ['Won', day('2025-01-01')],
      ['Negotiation', day('2025-01-02')],
    ];
    const closed = [
      ['Won', day('2025-01-01')],
      ['Negotiation', null],
      ['Lost', day('2025-02-01')],
    ];
    expect(mapped('deals', headers, created)).toEqual({ stage: 'Stage', created: 'Date' });
    expect(mapped('deals', headers, closed)).toEqual({ stage: 'Stage', closed: 'Date' });
  });

  test('dates under a header that is not known are close dates where only closed deals have them', () => {
    const rows = [
      ['Won', day('2025-01-01'), day('2025-01-09')],
      ['Negotiation', day('2025-01-02'), null],
      ['Lost', day('2025-01-03'), day('2025-02-01')],
    ];
    expect(mapped('deals', ['Stage', 'Date', 'Done'], rows)).toEqual({
      stage: 'Stage',
      created: 'Date',
      closed: 'Done',
    });
  });

  test('a header that says little, such as "Type", leaves it to the values', () => {
    const types = ['Won', 'Lost', 'Proposal'].map((label) => [label]);
    expect(mapped('deals', ['Type'], types)).toEqual({ stage: 'Type' });
    expect(mapped('deals', ['Type'], [['New business'], ['Renewal'], ['New business']])).toEqual({});
  });

  test('names that come again are of customers, others of deals', () => {
    const named = (count: number) => Array.from({ length: 12 }, (_, row) => [`Name ${row % count}`]);
    expect(mapped('deals', ['Name'], named(4))).toEqual({ customer: 'Name' });
    expect(mapped('deals', ['Name'], named(12))).toEqual({ name: 'Name' });
  });

  test('yes and no below "Customer?" say who became one, and are nobody\'s name', () => {
    const rows = [
      ['Termopol', 'TAK'],
      ['Meblex', 'NIE'],
    ];
    expect(mapped('leads', ['Firma', 'Klient?'], rows)).toEqual({ customer: 'Firma', converted: 'Klient?' });
    expect(
      mapped(
        'leads',
        ['Klient?'],
        rows.map(([, flag]) => [flag ?? null]),
      ),
    ).toEqual({ converted: 'Klient?' });
  });

  test('what is counted are whole numbers: shares are something else', () => {
    expect(mapped('traffic', ['Отказы'], [[17], [28]])).toEqual({ bounces: 'Отказы' });
    expect(mapped('traffic', ['Отказы'], [[17.21], [28.7]])).toEqual({});
    expect(mapped('traffic', ['Bounces'], [['0.17'], ['0.28']])).toEqual({});
  });

  test('dates need not be called so', () => {
    const days = (count: number): Value[] => Array.from({ length: count }, () => day('2025-01-09'));
    expect(mapped('deals', ['Zgł.', 'Umowa podp.', 'Start'], [days(3), days(3), days(2)])).toEqual({
      created: 'Zgł.',
      closed: 'Umowa podp.',
    });
  });

  test('pages are those that were viewed where they are counted', () => {
    expect(mapped('traffic', ['Seiten'], [[17], [28]])).toEqual({ pageviews: 'Seiten' });
    expect(mapped('traffic', ['Seiten'], [['/preise'], ['/kontakt']])).toEqual({});
  });

  test('what mostly comes again is no id', () => {
    const rows = (different: number) => Array.from({ length: 12 }, (_, row) => [`S${row % different}`]);
    expect(mapped('deals', ['Sample ID'], rows(12))).toEqual({ id: 'Sample ID' });
    expect(mapped('deals', ['Sample ID'], rows(4))).toEqual({});
  });

  test('a number that only counts the rows is no id', () => {
    expect(mapped('deals', ['Nr'], [[1], [2], [3], [4]])).toEqual({});
    expect(mapped('deals', ['Nr'], [['A-25-001'], ['A-25-002'], ['B-25-001']])).toEqual({ id: 'Nr' });
    expect(mapped('deals', ['Nr'], [[1007], [1012], [1013]])).toEqual({ id: 'Nr' });
  });

  test('months are dates, whatever they are called', () => {
    const months = [['styczeń 2026'], ['luty 2026']];
    expect(mapped('spend', ['Miesiąc'], months)).toEqual({ date: 'Miesiąc' });
    expect(mapped('spend', ['Mies.'], [['01.2026'], ['02.2026']])).toEqual({ date: 'Mies.' });
    expect(mapped('spend', ['Okr. rozl.'], months)).toEqual({ date: 'Okr. rozl.' });
    expect(mapped('spend', ['Day', 'Campaign'], [[day('2026-05-02'), 'maj 2026']])).toEqual({
      date: 'Day',
      campaign: 'Campaign',
    });
    expect(mapped('deals', ['Close date'], months)).toEqual({});
  });

  test('days as Google Analytics writes them are dates', () => {
    expect(
      mapped(
        'traffic',
        ['Fecha', 'Sesiones'],
        [
          [20260301, 263],
          [20260302, 756],
        ],
      ),
    ).toEqual({ date: 'Fecha', sessions: 'Sesiones' });
  });

  test('the column with won and lost is the stage, even if another one is called so', () => {
    const rows = [
      ['Demo scheduled', 'won'],
      ['Qualified', 'lost'],
      ['Proposal made', 'open'],
    ];
    expect(mapped('deals', ['Deal - Stage', 'Deal - Status'], rows)).toEqual({ stage: 'Deal - Status' });
  });

  test('a header that says date over cells that hold none stays open', () => {
    expect(mapped('deals', ['Closed'], [[true], [false], [true]])).toEqual({});
    expect(mapped('deals', ['Closed'], [[day('2025-01-01')], [null], ['2.01.2025']])).toEqual({ closed: 'Closed' });
  });

  test('numbers and dates that are stored as text count as such', () => {
    expect(mapped('deals', ['Amount', 'Close date'], [['1 234,56 zł', '31.12.2025']])).toEqual({
      amount: 'Amount',
      closed: 'Close date',
    });
  });

  test('a column without a telling header is recognised by what it holds', () => {
    const rows = [
      ['Won', 'EUR', 'Google Ads'],
      ['Lost', 'EUR', 'Newsletter'],
      ['Negotiation', 'PLN', 'Polecenie'],
    ];
    const found = detectFields('deals', ['x1', 'x2', 'x3'], rows);
    expect(found.map(({ field, column, reason }) => [field, column, reason])).toEqual([
      ['stage', 1, 'values'],
      ['source', 3, 'values'],
      ['currency', 2, 'values'],
    ]);
  });

  test('the reason says what speaks for a column', () => {
    expect(detectFields('deals', ['Amount'], [])).toMatchObject([{ reason: 'header' }]);
    expect(detectFields('deals', ['Amount'], [[12], [5]])).toMatchObject([{ reason: 'both' }]);
  });
});

describe('whatever the headers and values', () => {
  const value: fc.Arbitrary<Value> = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('Won', 'Amount', 'Data', 'Этап', '#N/A', '(', '2025-01-01', 'EUR'),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(day('2025-03-01')),
  );

  test('a column serves one field at most, and none below the least confidence', () => {
    const table = fc.array(fc.array(value, { maxLength: 12 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.constantFrom(...DATASET_NAMES),
        fc.array(value, { maxLength: 12 }),
        table,
        (dataset, headers, rows) => {
          const found = detectFields(dataset, headers, rows);
          expect(new Set(found.map(({ column }) => column)).size).toBe(found.length);
          expect(new Set(found.map(({ field }) => field)).size).toBe(found.length);
          for (const { confidence } of found) {
            expect(confidence).toBeGreaterThanOrEqual(LEAST_CONFIDENCE);
            expect(confidence).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  test('a tab of any shape is judged without an exception', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 15 }), (name, rows) => {
        const judged = detectDatasets({ name, rows });
        for (const { confidence, headerRow } of Object.values(judged ?? {})) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(headerRow).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
});
