import type { FieldName, StageDate } from '../../src/data/fields';
import type { Settings } from '../../src/data/settings';

type Row = readonly (string | number | null)[];

/** A tab of a company small enough to check every figure by hand; dates are `yyyy-MM-dd`. */
export interface SmallTab {
  readonly tab: string;
  /** What each column is mapped to. */
  readonly fields: readonly (FieldName | StageDate)[];
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
}

/** Twelve leads, ten deals and six rows of spend from May and June 2025. */
export const smallCompany: Readonly<Record<'leads' | 'deals' | 'spend', SmallTab>> = {
  leads: {
    tab: 'Leads',
    fields: ['created', 'source', 'status', 'customer'],
    headers: ['Created', 'Source', 'Status', 'Company'],
    rows: [
      ['2025-05-02', 'Google Ads', 'Lead', 'Ash'],
      ['2025-05-09', 'Google Ads', 'Customer', 'Birch'],
      ['2025-05-20', 'Referral', 'SQL', 'Cedar'],
      ['2025-06-02', 'Google Ads', 'Customer', 'Dogwood'],
      ['2025-06-03', 'Google Ads', 'MQL', 'Elm'],
      ['2025-06-05', 'Google Ads', 'Lead', 'Fir'],
      ['2025-06-09', 'google ads ', 'Disqualified', 'Ginkgo'],
      ['2025-06-12', 'Facebook', 'MQL', 'Hazel'],
      ['2025-06-16', 'Facebook', 'Lead', 'Iroko'],
      ['2025-06-19', 'Referral', 'Customer', 'Juniper'],
      ['2025-06-24', 'Referral', 'SQL', 'Kauri'],
      ['2025-06-30', null, 'SQL', 'Larch'],
    ],
  },
  deals: {
    tab: 'Deals 2025',
    fields: ['customer', 'stage', 'amount', 'created', 'closed', 'owner', 'source', 'segment'],
    headers: ['Company', 'Stage', 'Amount', 'Created', 'Closed', 'Owner', 'Source', 'Segment'],
    rows: [
      ['Birch', 'Won', 1000, '2025-05-10', '2025-05-30', 'Ann', 'Google Ads', 'Small'],
      ['Cedar', 'Lost', 600, '2025-05-21', '2025-06-10', 'Bob', 'Referral', 'Small'],
      ['Maple', 'Won', 2000, '2025-05-26', '2025-06-05', 'Ann', 'Referral', 'Large'],
      ['Dogwood', 'Won', 1500, '2025-06-03', '2025-06-13', 'Ann', 'Google Ads', 'Small'],
      ['Elm', 'Offer', 900, '2025-06-05', null, 'Bob', 'Google Ads', 'Small'],
      ['Hazel', 'New', 800, '2025-06-13', null, 'Bob', 'Facebook', 'Large'],
      ['Birch', 'Won', 500, '2025-06-14', '2025-06-18', 'Bob', 'Google Ads', 'Small'],
      ['Juniper', 'Won', 3000, '2025-06-20', '2025-06-30', 'Ann', 'Referral', 'Large'],
      ['Kauri', 'Lost', 700, '2025-06-25', '2025-06-28', null, 'Referral', 'Large'],
      ['Larch', 'New', null, '2025-06-30', null, 'Ann', null, 'Small'],
    ],
  },
  spend: {
    tab: 'Spend',
    fields: ['date', 'channel', 'amount', 'clicks'],
    headers: ['Date', 'Channel', 'Cost', 'Clicks'],
    rows: [
      ['2025-05-01', 'Google Ads', 300, 150],
      ['2025-05-15', 'Facebook', 100, 80],
      ['2025-06-01', 'AdWords', 250, 120],
      ['2025-06-10', 'AdWords', 350, 180],
      ['2025-06-12', 'Facebook', 200, 160],
      ['2025-06-20', 'Trade fair', 400, null],
    ],
  },
};

/** Which column of each tab holds which field. */
export const mappingsOf = (tabs: Readonly<Record<string, SmallTab>>): Settings['datasets'] =>
  Object.fromEntries(
    Object.entries(tabs).map(([name, { tab, fields, headers }]) => {
      const columns = fields.map((field, at) => [field, { column: at + 1, header: headers[at] ?? '' }]);
      return [name, { tab, headerRow: 1, columns: Object.fromEntries(columns), totalRows: [] }];
    }),
  );

/** Its settings: June 2025 against the month before. */
export function smallSettings(language: Settings['report']['language']): Settings {
  return {
    version: 1,
    datasets: mappingsOf(smallCompany),
    stages: [
      { label: 'New', order: 1, outcome: 'open' },
      { label: 'Offer', order: 2, outcome: 'open' },
      { label: 'Won', order: 3, outcome: 'won' },
      { label: 'Lost', order: 4, outcome: 'lost' },
    ],
    statuses: [
      { label: 'Lead', order: 1, meaning: 'lead' },
      { label: 'MQL', order: 2, meaning: 'mql' },
      { label: 'SQL', order: 3, meaning: 'sql' },
      { label: 'Customer', order: 4, meaning: 'customer' },
      { label: 'Disqualified', order: 5, meaning: 'disqualified' },
    ],
    channels: [
      { channel: 'paid-search', labels: ['Google Ads', 'AdWords'] },
      { channel: 'paid-social', labels: ['Facebook'] },
      { channel: 'referral', labels: ['Referral'] },
    ],
    report: {
      name: '',
      period: { start: '2025-06-01', end: '2025-06-30' },
      compare: 'previous',
      language,
      currency: '',
      margin: 0.5,
      targets: {},
      breakdowns: [],
      kpis: [],
    },
  };
}
