import type { Settings } from '../../src/data/settings';
import type { Report } from '../../src/report/model';
import { type Language, pluralOf, words } from '../../src/text/words';
import { reportOn } from '../support/built-report';
import { type SmallTab, smallCompany, smallSettings } from '../support/small-company';

type Tabs = Partial<Record<keyof typeof smallCompany, SmallTab>>;

/** The small company without some tabs, and without some columns of its deals. */
function reportWithout(tabs: readonly string[], fields: readonly string[], language: Language = 'en') {
  const settings = smallSettings(language);
  const left = Object.fromEntries(Object.entries(smallCompany).filter(([name]) => !tabs.includes(name))) as Tabs;
  const datasets = Object.fromEntries(
    Object.entries(settings.datasets).flatMap(([name, mapping]) =>
      mapping && !tabs.includes(name)
        ? [[name, { ...mapping, columns: mappedWithout(mapping.columns, name === 'deals' ? fields : []) }]]
        : [],
    ),
  );
  const known = left.deals && {
    ...left.deals,
    fields: left.deals.fields.map((field) => (fields.includes(field) ? 'name' : field)),
  };
  const named = Object.fromEntries(Object.entries({ ...left, ...(known && { deals: known }) })) as Record<
    string,
    SmallTab
  >;
  return reportOn(named, { ...settings, datasets: datasets as Settings['datasets'] }).report;
}

const mappedWithout = <T>(columns: Readonly<Record<string, T>>, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(columns).filter(([field]) => !fields.includes(field)));

const notesOf = ({ rows }: Report) => rows.flatMap(([first]) => (first?.style === 'note' ? [String(first.value)] : []));

test.each([
  [
    'en',
    'Not shown for want of a column: New customers (deals › customer); Customer lifetime value (deals › customer)',
  ],
  [
    'pl',
    'Nie pokazano, bo brakuje kolumny: Nowi klienci (szanse › klient); Wartość klienta w czasie (CLV) (szanse › klient)',
  ],
  [
    'ru',
    'Не показано, потому что нет столбца: Новые клиенты (сделки › клиент); Пожизненная ценность клиента (CLV) (сделки › клиент)',
  ],
] as const)('a column that is missing is named in words (%s)', (language, note) => {
  expect(notesOf(reportWithout([], ['customer'], language)).join('\n')).toContain(note);
});

test('the sales cycle lacks either of two columns', () => {
  const said = notesOf(reportWithout([], ['created'])).join(' ');
  expect(said).toContain('Sales cycle (deals › first contact or created on)');
});

test('what a dataset costs that is not there is said in one line', () => {
  expect(notesOf(reportWithout(['spend'], []))).toContain(
    'No spend, so these cannot be shown: Spend; Cost per lead; Customer acquisition cost.',
  );
});

test('numbers in sentences are written like those in tables', () => {
  const row = ['2025-06-02', 'Google Ads', 'Lead', null];
  const rows = Array.from({ length: 4060 }, () => row);
  const leads = { ...smallCompany.leads, rows: [...rows, ['2025-06-02', null, 'Customer', null]] };
  const { report } = reportOn({ ...smallCompany, leads }, smallSettings('en'));
  const said = report.rows.map(([first]) => String(first?.value)).join('\n');
  expect(said).toContain('leads from tab “Leads” (4,061 rows)');
  expect(said).toContain('by number and by share: 4,060 of 4,061, 100%.');
});

test.each([
  ['en', ['row', 'rows', 'rows', 'rows', 'rows', 'rows']],
  ['pl', ['wiersz', 'wiersze', 'wierszy', 'wierszy', 'wierszy', 'wiersze']],
  ['ru', ['строка', 'строки', 'строк', 'строк', 'строка', 'строки']],
] as const)('rows are counted as in %s', (language, forms) => {
  const { rows } = words[language].report;
  expect([1, 2, 5, 12, 21, 1003].map((count) => pluralOf(language, count, rows))).toEqual(forms);
});

describe('notes do not contradict each other:', () => {
  test('where first contact is not known, the cycle starts at another date, and that is said', () => {
    expect(notesOf(reportWithout([], []))).toContain(
      'No column says when first contact was: the sales cycle starts at “Created” instead.',
    );
  });

  test('without an open stage no deal is said to be lost at one', () => {
    const settings = smallSettings('en');
    const stages = settings.stages.filter(({ outcome }) => outcome !== 'open');
    const { report } = reportOn(smallCompany, { ...settings, stages });
    expect(notesOf(report).join('\n')).not.toMatch(/last open stage/);
    expect(notesOf(reportWithout([], [])).join('\n')).toMatch(/last open stage/);
  });
});
