import Papa from 'papaparse';
import { sampleCompany, type Table, toCsv } from '../../host/sample/company';

type Row = Record<string, string | number | null>;
const records = ({ headers, rows }: Table): Row[] =>
  rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] as Row[string]])));
function company(seed?: number) {
  const { leads, deals, spend, traffic } = sampleCompany(seed);
  return { leads: records(leads), deals: records(deals), spend: records(spend), traffic: records(traffic) };
}
const text = (value: Row[string] | undefined) => String(value ?? '');
const number = (value: Row[string] | undefined) => Number(value);
const sum = (rows: Row[], column: string) => rows.reduce((total, row) => total + number(row[column]), 0);
const distinct = (rows: Row[], column: string) => new Set(rows.map((row) => row[column]));
const won = (deals: Row[]) => deals.filter((deal) => deal.Stage === 'Won');
const lost = (deals: Row[]) => deals.filter((deal) => deal.Stage === 'Lost');

const paid = ['Paid search', 'Paid social', 'E-mail', 'Events', 'Partners'];
const unpaid = ['Organic search', 'Referral', 'Direct'];

describe.each([2025, 0, 1, 42, -7, 2 ** 31])('the sample company of seed %d', (seed) => {
  const { leads, deals, spend, traffic } = company(seed);

  test('has as many rows as a small company makes in a year', () => {
    expect(leads.length).toBeGreaterThan(1900);
    expect(leads.length).toBeLessThan(2700);
    expect(deals.length).toBeGreaterThan(400);
    expect(deals.length).toBeLessThan(700);
    expect(spend.length).toBe(365 * 4 + 12 * 3 + 4);
    expect(traffic.length).toBe(365 * 6);
  });

  test('has unique ids and another company for every lead', () => {
    expect(distinct(leads, 'Lead ID').size).toBe(leads.length);
    expect(distinct(deals, 'Deal ID').size).toBe(deals.length);
    expect(distinct(leads, 'Company').size).toBe(leads.length);
    expect(leads.filter((lead) => !/^[A-Z][a-z]+ [A-Z][a-z]+$/.test(text(lead.Company)))).toEqual([]);
  });

  test('has only dates of 2025', () => {
    const dates = [
      ...leads.flatMap((lead) => [lead.Created, lead.Converted]),
      ...deals.flatMap((deal) => [deal['First contact'], deal.Created, deal.Closed]),
      ...[...spend, ...traffic].map((row) => row.Date),
    ];
    const odd = dates.filter((date) => date !== null && !/^2025-(0\d|1[0-2])-([0-2]\d|3[01])$/.test(text(date)));
    expect(odd).toEqual([]);
  });

  test('takes every deal from a qualified lead, with its source, owner and segment, and leaves none out', () => {
    const byCompany = new Map(leads.map((lead) => [lead.Company, lead]));
    const strange = deals.filter((deal) => {
      const lead = byCompany.get(deal.Company as string);
      return (
        lead === undefined ||
        !['SQL', 'Customer'].includes(text(lead.Status)) ||
        ['Source', 'Owner', 'Segment'].some((column) => deal[column] !== lead[column]) ||
        text(lead.Created) > text(deal['First contact'])
      );
    });
    expect(strange).toEqual([]);
    const qualified = leads.filter((lead) => lead.Status === 'SQL' || lead.Status === 'Customer');
    expect(distinct(qualified, 'Company')).toEqual(distinct(deals, 'Company'));
  });

  test('keeps first contact, creation and close of a deal in this order', () => {
    const disordered = deals.filter(
      (deal) =>
        text(deal['First contact']) > text(deal.Created) ||
        (deal.Closed !== null && text(deal.Created) >= text(deal.Closed)),
    );
    expect(disordered).toEqual([]);
  });

  test('dates the close of decided deals only, and gives every deal an amount', () => {
    const decided = (deal: Row) => ['Won', 'Lost'].includes(text(deal.Stage));
    expect(deals.filter((deal) => (deal.Closed !== null) !== decided(deal))).toEqual([]);
    expect(deals.filter((deal) => !(number(deal.Amount) > 0))).toEqual([]);
    expect(distinct(deals, 'Stage')).toEqual(new Set(['New', 'Qualified', 'Demo', 'Proposal', 'Won', 'Lost']));
  });

  test('makes a lead a customer on the day of its first won deal', () => {
    const firstWon = new Map<unknown, string>();
    for (const { Company, Closed } of won(deals)) {
      const known = firstWon.get(Company);
      if (known === undefined || text(Closed) < known) firstWon.set(Company, text(Closed));
    }
    const wrong = leads.filter(
      (lead) =>
        lead.Converted !== (firstWon.get(lead.Company) ?? null) ||
        (lead.Status === 'Customer') !== firstWon.has(lead.Company),
    );
    expect(wrong).toEqual([]);
  });

  test('has customers who buy again', () => {
    expect(won(deals).length - distinct(won(deals), 'Company').size).toBeGreaterThan(10);
  });

  test('spends money on each of the paid channels and on no other', () => {
    expect(distinct(spend, 'Channel')).toEqual(new Set(paid));
    expect(distinct(leads, 'Source')).toEqual(new Set([...paid, ...unpaid]));
    expect(spend.filter((row) => !(number(row.Amount) > 0))).toEqual([]);
  });

  test('names the same campaigns in leads and in spend', () => {
    const names = (rows: Row[]) => new Set([...distinct(rows, 'Campaign')].filter((name) => name !== null));
    expect(names(leads)).toEqual(names(spend));
  });

  test('has clicks between leads and impressions', () => {
    const ads = spend.filter((row) => row.Clicks !== null);
    expect(ads.length).toBe(365 * 4);
    const odd = ads.filter(
      (row) => number(row.Leads) > number(row.Clicks) || number(row.Clicks) > number(row.Impressions),
    );
    expect(odd).toEqual([]);
  });

  test('has as many form submissions as leads on every day and channel of the website', () => {
    const counts = new Map<string, number>();
    for (const lead of leads) {
      const key = `${lead.Created} ${lead.Source}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const odd = traffic.filter((row) => row['Form submissions'] !== (counts.get(`${row.Date} ${row.Channel}`) ?? 0));
    expect(odd).toEqual([]);
  });

  test('narrows from page views to form submissions', () => {
    const odd = traffic.filter((row) => {
      const narrowing = [row.Pageviews, row.Sessions, row['Form views'], row['Form submissions']].map(number);
      return (
        narrowing.some((count, step) => step > 0 && count > number(narrowing[step - 1])) ||
        number(row.Visitors) > number(row.Sessions) ||
        number(row.Bounces) + number(row['Form submissions']) > number(row.Sessions)
      );
    });
    expect(odd).toEqual([]);
  });
});

describe('the sample company', () => {
  const { leads, deals, spend, traffic } = company();
  const cac = (channel: string) =>
    sum(
      spend.filter((row) => row.Channel === channel),
      'Amount',
    ) / leads.filter((lead) => lead.Source === channel && lead.Status === 'Customer').length;
  const winRate = (rows: Row[]) => won(rows).length / (won(rows).length + lost(rows).length);

  test('is the same for the same seed, and another for another seed', () => {
    expect(sampleCompany(7)).toEqual(sampleCompany(7));
    expect(sampleCompany(8)).not.toEqual(sampleCompany(7));
    expect(sampleCompany()).toEqual(sampleCompany(2025));
  });

  test('never changes its numbers', () => {
    expect({
      rows: [leads, deals, spend, traffic].map(({ length }) => length),
      won: won(deals).length,
      revenue: sum(won(deals), 'Amount'),
      spend: Math.round(sum(spend, 'Amount')),
      sessions: sum(traffic, 'Sessions'),
    }).toEqual({ rows: [2240, 488, 1500, 2190], won: 205, revenue: 923560, spend: 209844, sessions: 66449 });
  });

  test('leaks most from MQL to SQL', () => {
    const statuses = ['Lead', 'MQL', 'SQL', 'Customer'];
    const [, mql = 0, sql = 0, customers = 0] = statuses.map(
      (_, step) => leads.filter((lead) => statuses.indexOf(text(lead.Status)) >= step).length,
    );
    expect(sql / mql).toBeLessThan(0.9 * Math.min(mql / leads.length, customers / sql));
  });

  test('leaves many open deals lying at the demo', () => {
    const open = deals.filter((deal) => deal.Closed === null);
    expect(open.filter((deal) => deal.Stage === 'Demo').length).toBeGreaterThan(open.length / 2);
  });

  test.each(paid.filter((channel) => channel !== 'Paid social'))(
    'has a dearer channel than %s: paid social',
    (other) => {
      expect(cac('Paid social')).toBeGreaterThan(2 * cac(other));
    },
  );

  test('spends more on paid social than it brings in', () => {
    const revenue = sum(
      won(deals).filter((deal) => deal.Source === 'Paid social'),
      'Amount',
    );
    expect(revenue).toBeLessThan(
      sum(
        spend.filter((row) => row.Channel === 'Paid social'),
        'Amount',
      ),
    );
  });

  test('has reps of different skill', () => {
    const of = (owner: string) => winRate(deals.filter((deal) => deal.Owner === owner));
    expect(distinct(deals, 'Owner').size).toBe(6);
    expect(of('Anna Keller')).toBeGreaterThan(1.3 * of('Frank Larsen'));
  });

  test('is quieter in summer than in autumn', () => {
    const inMonths = (...months: string[]) =>
      leads.filter((lead) => months.includes(text(lead.Created).slice(5, 7))).length;
    expect(inMonths('07', '08')).toBeLessThan(0.8 * inMonths('10', '11'));
  });
});

describe('a table as CSV', () => {
  test.each(Object.entries(sampleCompany()) as [string, Table][])('reads back as the same cells: %s', (_, table) => {
    const parsed = Papa.parse<string[]>(toCsv(table), { skipEmptyLines: true }).data;
    expect(parsed).toEqual([table.headers, ...table.rows].map((row) => row.map((cell) => String(cell ?? ''))));
  });

  test('quotes what needs quotes', () => {
    const table: Table = {
      headers: ['a', 'b'],
      rows: [
        ['x, y', 'say "hi"'],
        [null, 1.5],
      ],
    };
    expect(toCsv(table)).toBe('a,b\n"x, y","say ""hi"""\n,1.5\n');
  });
});
