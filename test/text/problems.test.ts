import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { normaliseLabel } from '../../src/data/cell';
import { checkData } from '../../src/data/check';
import type { Finding, FindingCode } from '../../src/data/finding';
import { recogniseStage } from '../../src/data/labels';
import { type Problem, parseOverrides, parseSettings } from '../../src/data/settings';
import { settingsFromRows } from '../../src/data/settings-rows';
import type { Argument } from '../../src/kpi/bind';
import { call } from '../../src/kpi/call';
import { catalog } from '../../src/kpi/catalog';
import { UserError } from '../../src/kpi/user-error';
import { type ErrorCode, findingSentence, problems, sentence } from '../../src/text/problems';
import type { Language } from '../../src/text/words';

const languages = ['en', 'pl', 'ru'] as const;
const namesIn = (template: string): string[] => (template.match(/\{\w+\}/g) ?? []).map((name) => name.slice(1, -1));
const clausesIn = (template: string): string[][] =>
  (template.match(/\[[^\]]*\]/g) ?? []).map((clause) => namesIn(clause).sort());

const errorCodes = Object.keys(problems.en.errors) as ErrorCode[];
/** A code that is missing here, or is no finding, does not compile. */
const findingCodes = Object.keys({
  date_as_text: 0,
  date_as_number: 0,
  date_order_unclear: 0,
  unreadable_date: 0,
  swapped_date: 0,
  date_in_future: 0,
  number_as_text: 0,
  number_unclear: 0,
  unreadable_number: 0,
  placeholder: 0,
  mixed_currencies: 0,
  stray_spaces: 0,
  look_alike_letters: 0,
  label_variants: 0,
  similar_labels: 0,
  unknown_stage: 0,
  unknown_status: 0,
  assumed_stage: 0,
  assumed_status: 0,
  error_cell: 0,
  missing_date: 0,
  missing_stage: 0,
  closed_before_created: 0,
  won_without_amount: 0,
  won_without_close_date: 0,
  lost_without_close_date: 0,
  duplicate_id: 0,
  duplicate_row: 0,
  near_duplicate_row: 0,
  possible_duplicate_row: 0,
  repeated_header_row: 0,
  total_row: 0,
  channel_only_in_spend: 0,
} satisfies Record<FindingCode, 0>) as FindingCode[];

function expectPlainSentence(text: string): void {
  expect(text).toMatch(/\.$/);
  expect(text).not.toMatch(/\{\w+\}| {2}|\[|\]|undefined|\n/);
}

describe('the three languages', () => {
  const templates = (['errors', 'findings', 'frame'] as const).flatMap((section) =>
    Object.keys(problems.en[section]).map((code) => [section, code] as const),
  );
  const templateOf = (language: Language, section: string, code: string): string =>
    (problems[language] as Record<string, Record<string, string>>)[section]?.[code] ?? '';

  test.each(templates)('say %s.%s with the same facts, and may leave out the same ones', (section, code) => {
    const english = templateOf('en', section, code);
    for (const language of ['pl', 'ru'] as const) {
      const other = templateOf(language, section, code);
      expect(namesIn(other).sort()).toEqual(namesIn(english).sort());
      expect(clausesIn(other).sort()).toEqual(clausesIn(english).sort());
    }
  });

  test.each(templates.filter(([section]) => section !== 'frame'))(
    'each have words of their own for %s.%s',
    (...key) => {
      expect(templateOf('pl', ...key)).not.toBe(templateOf('en', ...key));
      expect(templateOf('ru', ...key)).toMatch(/[а-я]{3}/);
      expect(templateOf('pl', ...key)).not.toMatch(/[а-я]/i);
    },
  );
});

describe('a user error', () => {
  const factsOf = (code: ErrorCode, keep: (name: string) => boolean): Record<string, string> =>
    Object.fromEntries(
      namesIn(problems.en.errors[code])
        .filter(keep)
        .map((name) => [name, name]),
    );

  test.each(errorCodes)('%s is plain sentences in every language, with and without what may be left out', (code) => {
    const optional = clausesIn(problems.en.errors[code]).flat();
    for (const language of languages) {
      expectPlainSentence(
        sentence(
          language,
          code,
          factsOf(code, () => true),
        ),
      );
      expectPlainSentence(
        sentence(
          language,
          code,
          factsOf(code, (name) => !optional.includes(name)),
        ),
      );
    }
  });

  test('of which no sentence is known, or that lacks a fact, is our own mistake', () => {
    expect(() => sentence('en', 'no_such_code', {})).toThrow('no_such_code');
    expect(() => sentence('en', 'constructor', {})).toThrow('constructor');
    expect(() => sentence('pl', 'tab_missing', {})).toThrow('tab');
  });

  test('that the sources raise has a sentence', () => {
    const src = resolve(__dirname, '../../src');
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const raised = files.flatMap((file) => {
      const text = readFileSync(join(src, file), 'utf8');
      const thrown = [...text.matchAll(/(?:new UserError|throw problem)\(([^,)]*)/g)].map(([, first = '']) => first);
      const returned = [...text.matchAll(/code: ('\w+'), params/g)].map(([, code = '']) => code);
      // The condition between codes may compare with a word such as 'string', which is no code.
      return [...thrown, ...returned].flatMap((part) => part.match(/(?<=[ ?:(]|^)'\w+'(?! \?)/g) ?? []);
    });
    expect(raised.length).toBeGreaterThan(20);
    for (const quoted of raised) expect(errorCodes).toContain(quoted.slice(1, -1));
  });

  test('quotes the facts as they are, on one line and not at any length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...languages), (tab, language) => {
        const shown = tab.replace(/\s+/g, ' ');
        const text = sentence(language, 'tab_missing', { tab });
        expect(text).toContain(shown);
        expect(text).not.toMatch(/[\n\r\t]/);
      }),
    );
    expect(sentence('en', 'tab_missing', { tab: '{tab}[{x}]' })).toContain('"{tab}[{x}]"');
    expect(sentence('en', 'tab_missing', { tab: '🙂'.repeat(50_000) }).length).toBeLessThan(1000);
    expect(sentence('en', 'tab_missing', { tab: '🙂'.repeat(50_000) })).not.toMatch(
      /[\uD800-\uDBFF](?![\uDC00-\uDFFF])/,
    );
  });
});

describe('a call that a function cannot answer', () => {
  const answer = (language: Language, name: string, given: readonly Argument[]): string => {
    const kpi = catalog.find((one) => one.name === name);
    if (!kpi) throw new Error(`no KPI is called ${name}`);
    try {
      call(kpi, given, {
        normalise: normaliseLabel,
        meaningOf: (_, label) => recogniseStage(label)?.meaning,
      });
    } catch (error) {
      if (error instanceof UserError) return sentence(language, error.code, error.params);
      throw error;
    }
    throw new Error('the call was answered');
  };
  const column = (...cells: (number | string | boolean)[]): Argument => cells.map((cell) => [cell]);
  const blanks = (count: number): string[] => new Array(count).fill('');

  test.each<[Language, string, Argument[], string]>([
    [
      'en',
      'CAC',
      [column(...blanks(13), '1 234,56 zł'), 5],
      'CAC: spend, row 14: "1 234,56 zł" is text, not a number. Leakproof > Check data can convert it.',
    ],
    [
      'pl',
      'CAC',
      [column(...blanks(13), '1 234,56 zł'), 5],
      'CAC: spend, wiersz 14: „1 234,56 zł” to tekst, a nie liczba. Zamieni go Leakproof > Sprawdź dane.',
    ],
    [
      'ru',
      'CAC',
      [column(...blanks(13), '1 234,56 ₽'), 5],
      'CAC: spend, строка 14: «1 234,56 ₽» — это текст, а не число. Его преобразует Leakproof > Проверить данные.',
    ],
    ['en', 'CAC', [column(1, '#N/A'), 5], 'CAC: spend, row 2: #N/A is an error. Correct that cell.'],
    ['en', 'CAC', [true, 5], 'CAC: spend, row 1: TRUE is not a number. Select the right column.'],
    ['en', 'CAC', [1, 2, 3], 'CAC: the number of arguments fits none of its forms: CAC(spend; customers).'],
    [
      'en',
      'WIN_RATE',
      [column('blue', 'green', 'won')],
      'WIN_RATE: none of the labels is known to mean "lost": blue, green, won. Name it: =WIN_RATE(outcomes; "…"; "…"), with "" for none.',
    ],
    [
      'en',
      'SALES_CYCLE',
      [column('31.12.2025'), column('')],
      'SALES_CYCLE: started, row 1: "31.12.2025" is text, not a date. Leakproof > Check data can convert it.',
    ],
    [
      'en',
      'SALES_CYCLE',
      [column(45_000), column('')],
      'SALES_CYCLE: started, row 1: 45000 is not a date. Select another column, or format this one as dates.',
    ],
    [
      'en',
      'SALES_CYCLE',
      [column('', ''), column('', '', '')],
      'SALES_CYCLE: closed and started must be equally long, but have 3 and 2 cells.',
    ],
    [
      'en',
      'SALES_CYCLE',
      [
        [
          ['', ''],
          ['', ''],
        ],
        column(''),
      ],
      'SALES_CYCLE: started must be one column or one row.',
    ],
    [
      'en',
      'SALES_CYCLE',
      [column(''), column(''), 'medin'],
      'SALES_CYCLE: statistic cannot be "medin". Did you mean "median"? Choose from: mean, median.',
    ],
    [
      'pl',
      'SALES_CYCLE',
      [column(''), column(''), 'xyz'],
      'SALES_CYCLE: statistic nie może mieć wartości „xyz”. Do wyboru: mean, median.',
    ],
    [
      'en',
      'WIN_RATE',
      [column(1, 2)],
      'WIN_RATE: the arguments fit none of its forms: WIN_RATE(outcomes; [won]; [lost]) · WIN_RATE(won; lost).',
    ],
    ['en', 'ROMI', [100, 50, column(1, 2)], 'ROMI: margin must be one value or cell.'],
    ['en', 'CSAT', [column(5, 7)], 'CSAT: scores, row 2: 7 is not a score from 1 to 5. Correct that cell.'],
    [
      'en',
      'KPI_BY',
      [column('a'), 'WINRATE', column('Won')],
      'KPI_BY: there is no KPI "WINRATE". Did you mean "WIN_RATE"? Write the name of a function of Leakproof, SUM or COUNT.',
    ],
    [
      'en',
      'KPI_BY',
      [column('a', 'b'), 'FUNNEL_DROPOFF', column(3, 2)],
      'KPI_BY: FUNNEL_DROPOFF gives a table, not one value a group. Name another KPI.',
    ],
    [
      'ru',
      'FUNNEL_DROPOFF',
      [column('Demo'), column('Demo', 'demo')],
      'В порядке этапов «demo» стоит дважды. Назовите его один раз.',
    ],
  ])('in %s: %s %j is answered by a sentence', (language, name, given, expected) => {
    expect(answer(language, name, given)).toBe(expected);
  });
});

describe('what came from outside and cannot be used', () => {
  const problemIn = (result: object): Problem => {
    if (!('problem' in result)) throw new Error('there is no problem');
    return result.problem as Problem;
  };
  const version = ['leakproof', 'version', 1, ''];

  test.each<[string, object, string]>([
    ['a mapping that is a list', parseOverrides([]), 'The mapping must be like {"deals": {"stage": "deal_stage"}'],
    [
      'a dataset that is none',
      parseOverrides({ deal: {} }),
      'The mapping has an unknown key, "deal". Choose from: leads,',
    ],
    ['a field that is none', parseOverrides({ deals: { stag: 'x' } }), 'The mapping has an unknown key, "deals.stag".'],
    [
      'an outcome that is none',
      parseOverrides({ stages: { Won: 'winn' } }),
      'The mapping has a wrong value for "stages.Won". Choose from: open, won, lost, ignore.',
    ],
    [
      'a header that is a number',
      parseOverrides({ deals: { stage: 3 } }),
      'The mapping has a wrong value for "deals.stage".',
    ],
    ['settings that are a text', parseSettings('x'), 'The settings cannot be used. Correct them in the sidebar'],
    [
      'a settings tab without rows',
      settingsFromRows([]),
      'The hidden tab "Leakproof settings" is empty. Bring it back',
    ],
    [
      'a settings tab that lost its end',
      settingsFromRows([version]),
      'The hidden tab "Leakproof settings" lost or gained rows. Bring it back',
    ],
    [
      'a row that is no setting',
      settingsFromRows([version, ['x', 'y', 'z', ''], ['leakproof', 'rows', 2, '']]),
      'The hidden tab "Leakproof settings" cannot be read in row 2. Bring it back',
    ],
    [
      'settings of a later version',
      settingsFromRows([['leakproof', 'version', 2, '']]),
      'The settings were saved by a newer Leakproof.',
    ],
  ])('%s has its sentence', (_, result, expected) => {
    const { code, params } = problemIn(result);
    expect(sentence('en', code, params).slice(0, expected.length)).toBe(expected);
    for (const language of languages) expectPlainSentence(sentence(language, code, params));
  });
});

describe('a finding of the data check', () => {
  const finding: Finding = {
    code: 'date_as_text',
    dataset: 'deals',
    field: 'closed',
    tab: 'Deals',
    count: 14,
    first: 'H14',
    ranges: ['H14:H27'],
    moreRanges: 0,
    effect: { records: 230 },
    samples: ['31.12.2025'],
    fix: { kind: 'safe' },
  };

  test('has words in every language, and nothing else has', () => {
    for (const language of languages) {
      expect(Object.keys(problems[language].findings).sort()).toEqual([...findingCodes].sort());
    }
  });

  test.each(findingCodes)('%s is plain sentences, whatever is known of it', (code) => {
    for (const language of languages) {
      for (const kind of ['safe', 'manual', 'ask'] as const) {
        const fix: Finding['fix'] = kind === 'ask' ? { kind, question: { options: [] } } : { kind };
        const bare = findingSentence(language, { ...finding, code, fix, samples: [] });
        const effect = { records: 230, sum: 4.5, formulas: 14, currencies: 'PLN 50, EUR 3' };
        const full = findingSentence(language, { ...finding, code, fix, effect, samples: ['a', 'b', 'c', 'd'] });
        for (const text of [bare, full]) {
          expectPlainSentence(text);
          expect(text).toContain('Deals');
          expect(text).toContain('14');
          expect(text).toContain('H14');
        }
      }
    }
  });

  test.each<[string, Language, Partial<Finding>, string]>([
    [
      'what a fix would mend',
      'en',
      {},
      '14 of 230 rows in Deals (first: H14, "31.12.2025"): the date is stored as text, so no period counts it. Fix corrects it.',
    ],
    [
      'what a fix would mend',
      'pl',
      {},
      'Karta „Deals”, wiersze: 14 z 230 (pierwszy: H14, „31.12.2025”) – data jest zapisana jako tekst, więc nie wchodzi do żadnego okresu. „Napraw” to poprawi.',
    ],
    [
      'what a fix would mend',
      'ru',
      {},
      'Лист «Deals», строк: 14 из 230 (первая: H14, «31.12.2025») — дата записана как текст, поэтому не попадает ни в один период. «Исправить» приведёт это в порядок.',
    ],
    [
      'what is at stake, in the decimal mark of the language',
      'pl',
      { code: 'number_as_text', effect: { records: 230, sum: 1234.5000001 } },
      'Karta „Deals”, wiersze: 14 z 230 (pierwszy: H14, „31.12.2025”; wartość: 1234,5) – liczba jest zapisana jako tekst, więc nie wchodzi do sum. „Napraw” to poprawi.',
    ],
    [
      'a question',
      'en',
      { code: 'date_order_unclear', fix: { kind: 'ask', question: { options: ['dmy', 'mdy'] } } },
      '14 of 230 rows in Deals (first: H14, "31.12.2025"): the date is text that does not tell day from month, so no period counts it. Fix asks a question first.',
    ],
    [
      'what a hand must mend, without any promise',
      'en',
      { code: 'error_cell', samples: ['#N/A'], fix: { kind: 'manual' }, effect: { records: 230, formulas: 3 } },
      '14 of 230 rows in Deals (first: H14, "#N/A"): this is an error, which spoils every sum. Correct it by hand.',
    ],
    [
      'the formulas that a fix leaves alone',
      'en',
      { effect: { records: 230, formulas: 3 } },
      '14 of 230 rows in Deals (first: H14, "31.12.2025"): the date is stored as text, so no period counts it. Fix corrects it. Formulas, which Fix leaves as they are: 3.',
    ],
    [
      'why there is nothing to press where all are formulas',
      'en',
      { fix: { kind: 'manual' }, effect: { records: 230, formulas: 14 } },
      '14 of 230 rows in Deals (first: H14, "31.12.2025"): the date is stored as text, so no period counts it. Formulas, which Fix leaves as they are: 14.',
    ],
    [
      'currencies, but no sum over them',
      'en',
      {
        code: 'mixed_currencies',
        samples: ['3 EUR'],
        fix: { kind: 'manual' },
        effect: { records: 230, sum: 53, currencies: 'PLN 50, EUR 3' },
      },
      '14 of 230 rows in Deals (first: H14, "3 EUR"): amounts are in several currencies (PLN 50, EUR 3), so sums mean nothing. Convert them to one.',
    ],
    [
      'rows that are no records without the number of records',
      'en',
      { code: 'repeated_header_row', count: 1, first: 'A9', samples: [], fix: { kind: 'manual' } },
      'Rows in Deals: 1 (first: A9): the header is repeated among the data. Delete the row.',
    ],
    [
      'three samples at most, cut short and on one line',
      'en',
      { code: 'unknown_stage', samples: ['a\nb', 'x'.repeat(100), 'c', 'd'], fix: { kind: 'manual' } },
      `14 of 230 rows in Deals (first: H14, "a b", "${'x'.repeat(39)}…", "c", …): the stage has no meaning yet, so the deal is neither open nor won nor lost. Give it one in the step Stages and channels.`,
    ],
  ])('says %s (%s)', (_, language, change, expected) => {
    expect(findingSentence(language, { ...finding, ...change })).toBe(expected);
  });

  test('is said as the check finds it', () => {
    const values = [...new Array(12).fill({ date: '2025-03-04', time: 0 }), '31.12.2025', '30.12.2025'];
    const found = checkData({
      today: '2026-01-31',
      tables: [
        { dataset: 'spend', tab: 'Koszty', headerRow: 1, columns: { date: { column: 8, header: 'Dzień', values } } },
      ],
    });
    expect(found.map((one) => findingSentence('en', one))).toContain(
      '2 of 14 rows in Koszty (first: H14, "31.12.2025", "30.12.2025"): the date is stored as text, so no period counts it. Fix corrects it.',
    );
  });
});
