import { reportOn } from '../support/built-report';
import { type SmallTab, smallCompany, smallSettings } from '../support/small-company';

const { deals, leads } = smallCompany;

/** What the notes of a report on these tabs say about rows. */
function notesOn(tabs: Partial<Record<'leads' | 'deals', SmallTab>>): string[] {
  const settings = smallSettings('en');
  const datasets = Object.fromEntries(
    Object.entries(tabs).map(([name, { tab, fields, headers }]) => {
      const columns = fields.map((field, at) => [field, { column: at + 1, header: headers[at] ?? '' }]);
      return [name, { tab, headerRow: 1, columns: Object.fromEntries(columns), totalRows: [] }];
    }),
  );
  const { report } = reportOn(
    { ...smallCompany, ...tabs },
    { ...settings, datasets: { ...settings.datasets, ...datasets } },
  );
  return report.rows.map(([first]) => String(first?.value ?? ''));
}

const change = (tab: SmallTab, row: number, field: SmallTab['fields'][number], value: string | null): SmallTab => ({
  ...tab,
  rows: tab.rows.map((cells, at) =>
    at === row ? cells.map((cell, x) => (tab.fields[x] === field ? value : cell)) : cells,
  ),
});

test.each<[string, Parameters<typeof notesOn>[0], string]>([
  [
    'deals without a stage',
    { deals: change(deals, 4, 'stage', null) },
    'Rows of “Deals 2025” without a value in “Stage”: 1; no figure counts them.',
  ],
  [
    'leads whose date cannot be read',
    { leads: change(leads, 4, 'created', 'in June') },
    'Rows of “Leads” without a value in “Created”: 1; no figure counts them.',
  ],
  [
    'won and lost deals without a close date',
    { deals: change(change(deals, 1, 'closed', null), 0, 'closed', 'soon') },
    'Rows of “Deals 2025” without a date in “Closed”: 2; they count in all time only.',
  ],
  [
    'won deals whose amount is text',
    { deals: change(deals, 0, 'amount', '1 000 zł') },
    'Won deals of “Deals 2025” without a number in “Amount”: 1; they add nothing to revenue.',
  ],
  [
    'won deals of nobody',
    { deals: change(deals, 0, 'customer', null) },
    'Won deals of “Deals 2025” with nothing in “Company”: 1; they add to revenue, and to no customer.',
  ],
])('the notes say how many rows the figures leave out: %s', (_, tabs, note) => {
  expect(notesOn(tabs)).toContain(note);
  expect(notesOn({})).not.toContain(note);
});

test('the notes say that amounts of several currencies were added up', () => {
  const currency = (name: string, row: number) => (row === 3 ? 'EUR' : name);
  const paid = (other: boolean): SmallTab => ({
    ...deals,
    fields: [...deals.fields, 'currency'],
    headers: [...deals.headers, 'Currency'],
    rows: deals.rows.map((row, at) => [...row, other ? currency('USD', at) : 'USD']),
  });
  const note = 'Amounts in several currencies (USD, EUR) are added up as they stand.';
  expect(notesOn({ deals: paid(true) })).toContain(note);
  expect(notesOn({ deals: paid(false) })).not.toContain(note);
});

test('the notes say where two columns name different leads as customers', () => {
  const marked = (marks: readonly (string | null)[]): SmallTab => ({
    ...leads,
    fields: [...leads.fields, 'converted'],
    headers: [...leads.headers, 'Converted'],
    rows: leads.rows.map((row, at) => [...row, marks[at] ?? null]),
  });
  const customers = leads.rows.map((row) => (row[2] === 'Customer' ? 'yes' : null));
  const note =
    '“Converted” and “Status” name different leads as customers: rates go by the first, the funnel by the second.';
  expect(notesOn({ leads: marked(['yes', ...customers.slice(1)]) })).toContain(note);
  expect(notesOn({ leads: marked(customers) })).not.toContain(note);
});
