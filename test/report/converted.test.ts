import { liveCells, reportOn, workbookWith } from '../support/built-report';
import { differences } from '../support/reported';
import { type SmallTab, smallCompany, smallSettings } from '../support/small-company';

/** The leads of the small company with a column that says which of them became customers. */
function withConversions(conversions: readonly (string | number | boolean | null)[], isStatusKnown = true) {
  const settings = smallSettings('en');
  const { leads } = smallCompany;
  const marked = {
    ...leads,
    fields: [...leads.fields, 'converted'],
    headers: [...leads.headers, 'Converted'],
    rows: leads.rows.map((row, at) => [...row, conversions[at] ?? null]),
  } as SmallTab;
  const { status, ...others } = settings.datasets.leads?.columns ?? {};
  const columns = {
    ...others,
    ...(isStatusKnown && status ? { status } : {}),
    converted: { column: 5, header: 'Converted' },
  };
  const mapped = { tab: 'Leads', headerRow: 1, totalRows: [], columns };
  const own = isStatusKnown
    ? marked
    : { ...marked, fields: marked.fields.map((field) => (field === 'status' ? 'owner' : field)) };
  return {
    tabs: { ...smallCompany, leads: own as SmallTab },
    settings: {
      ...settings,
      datasets: { ...settings.datasets, leads: mapped },
      ...(isStatusKnown ? {} : { statuses: [{ label: '', order: 0, meaning: 'lead' as const }] }),
    },
  };
}

// Of the twelve leads the last nine were created in June.
const before = [null, null, null];

describe.each<[string, (string | number | boolean | null)[], number, boolean]>([
  ['a date says that a lead became a customer', ['2025-06-20', null, '2025-07-30', null, '2025-06-30'], 3, true],
  ['a word that means no says that it did not', ['yes', 'No', 'tak', 'нет', '-', 'Signed'], 3, true],
  ['a word for nothing says nothing', ['yes', 'n/a', '—', 'not yet', '0000-00-00', 'brak'], 1, true],
  ['a checkbox counts where it is ticked', [true, false, true], 2, false],
  ['one of the two numbers of a flag counts', [1, 0, 1, 1], 3, false],
])('in a column of conversions %s', (_, conversions, customers, isLive) => {
  const { tabs, settings } = withConversions([...before, ...conversions]);
  const { report, figures } = reportOn(tabs, settings);

  test('before the status is asked', () => {
    const rate = figures.kpis.find(({ name }) => name === 'LEAD_TO_CUSTOMER_RATE');
    expect(rate).toMatchObject({ numerator: customers, denominator: 9, value: customers / 9 });
  });

  test(isLive ? 'and the formula agrees' : 'and the value stands where no criterion can tell', () => {
    const workbook = workbookWith(tabs, report);
    expect(differences(liveCells(report), (cell) => workbook.value(report.tab, cell))).toEqual([]);
    const row = report.rows.find(([title]) => title?.value === 'Leads marked as customers');
    expect(row?.[1]?.value).toBe(customers);
    expect(String(row?.[1]?.formula).includes('COUNTIFS')).toBe(isLive);
  });
});

test('a conversion is enough where no column holds a status', () => {
  const { tabs, settings } = withConversions([...before, '2025-06-20', '2025-06-21'], false);
  const { figures } = reportOn(tabs, settings);
  const rate = figures.kpis.find(({ name }) => name === 'LEAD_TO_CUSTOMER_RATE');
  expect(rate).toMatchObject({ numerator: 2, denominator: 9 });
});
