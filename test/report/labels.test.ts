import { liveCells, reportOn, workbookWith } from '../support/built-report';
import { differences } from '../support/reported';
import { type SmallTab, smallCompany, smallSettings } from '../support/small-company';

const { leads, deals } = smallCompany;
const settings = smallSettings('en');

/** The tab with other labels in one column, row by row. */
function relabelled(
  tab: SmallTab,
  field: SmallTab['fields'][number],
  labelOf: (label: string, row: number) => string | null,
): SmallTab {
  const column = tab.fields.indexOf(field);
  const rows = tab.rows.map((row, at) => row.map((cell, x) => (x === column ? labelOf(String(cell), at) : cell)));
  return { ...tab, rows };
}

function checked(tabs: Record<string, SmallTab>, own = settings) {
  const { report, figures } = reportOn(tabs, own);
  const workbook = workbookWith(tabs, report);
  expect(differences(liveCells(report), (cell) => workbook.value(report.tab, cell))).toEqual([]);
  const of = (name: string) => figures.kpis.find((kpi) => kpi.name === name);
  return { figures, of };
}

test('a lead without a status is a lead, in every figure and at the first step of the funnel', () => {
  const blank = relabelled(leads, 'status', (label) => (label === 'Lead' ? null : label));
  const [before, after] = [checked(smallCompany), checked({ ...smallCompany, leads: blank })];
  for (const name of ['LEADS', 'CPL', 'LEAD_TO_MQL_RATE', 'LEAD_TO_CUSTOMER_RATE']) {
    expect(after.of(name)).toEqual(before.of(name));
  }
  expect(after.figures.funnel).toEqual(before.figures.funnel);
  expect(after.figures.months).toEqual(before.figures.months);
});

test('a lead whose status is not known yet counts as one at once, and after a refresh', () => {
  const strange = relabelled(leads, 'status', (label, row) => (row === 11 ? 'Strange' : label));
  const { report } = reportOn(smallCompany, settings);
  const workbook = workbookWith(smallCompany, report);
  const at = report.rows.findIndex(([title]) => title?.value === 'Leads') + 1;
  const before = workbook.value(report.tab, `B${at}`);
  workbook.type('Leads', 'C13', 'Strange');
  expect(workbook.value(report.tab, `B${at}`)).toBe(before);
  expect(checked({ ...smallCompany, leads: strange }).of('LEADS')?.value).toBe(before);
});

test('labels that say "sold" in other words are one step of the funnel, and nothing is lost between them', () => {
  const words = ['Won', 'Closed - Won', 'WON!', 'Paid'];
  const sold = relabelled(deals, 'stage', (label, row) =>
    label === 'Won' ? (words[row % words.length] ?? label) : label,
  );
  const stages = [
    ...settings.stages,
    ...words.slice(1).map((label, at) => ({ label, order: 20 + at, outcome: 'won' as const })),
  ];
  const [before, after] = [checked(smallCompany), checked({ ...smallCompany, deals: sold }, { ...settings, stages })];
  const counts = ({ figures }: typeof before) => figures.funnel.map(({ reached, lost, open }) => [reached, lost, open]);
  expect(counts(after)).toEqual(counts(before));
  expect(after.figures.funnel.map(({ stage }) => stage)).toContain('Won, Closed - Won, WON! …');
  expect(after.of('REVENUE')).toEqual(before.of('REVENUE'));
});

test('what follows the sale is a step of its own', () => {
  const regular = relabelled(deals, 'stage', (label, row) =>
    label === 'Won' && row % 2 ? 'Returning customer' : label,
  );
  const stages = [...settings.stages, { label: 'Returning customer', order: 20, outcome: 'won' as const }];
  const { figures } = checked({ ...smallCompany, deals: regular }, { ...settings, stages });
  expect(figures.funnel.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['Won', 'Returning customer']));
});
