import { addDays, differenceInCalendarDays, formatISO, parseISO } from 'date-fns';
import Papa from 'papaparse';
import { type Random, random } from './random';

/** A table as it would be exported: headers, and rows of text, numbers, ISO dates or nothing. */
export interface Table {
  readonly headers: string[];
  readonly rows: (string | number | null)[][];
}

/** The four exports of one fictitious company over one year. */
export interface Company {
  readonly leads: Table;
  readonly deals: Table;
  readonly spend: Table;
  readonly traffic: Table;
}

interface Campaign {
  readonly name: string;
  /** Share of the channel's leads, and of its money. */
  readonly weight: number;
  /** Events happen on one day; their leads come on that day and in the week after. */
  readonly date?: string;
}

interface Channel {
  readonly name: string;
  readonly campaigns: readonly Campaign[];
  /** Leads in an average month. */
  readonly leads: number;
  /** What a lead costs, and how it is paid; absent where nothing is paid. */
  readonly cost?: { readonly perLead: number; readonly paid: 'by day' | 'by month' | 'by event' };
  /** Probabilities: a lead becomes an MQL, an MQL an SQL, a decided deal is won. */
  readonly mql: number;
  readonly sql: number;
  readonly win: number;
  /** How much more often than on average its leads are small (below 1) or large (above 1) companies. */
  readonly size: number;
  /** Visits to the website; absent where leads do not come through it. */
  readonly web?: { readonly formRate: number; readonly viewRate: number; readonly bounceRate: number };
}

interface Segment {
  readonly name: string;
  /** Share of the leads, before a channel's leaning to size -1 (small), 0 or 1 (large). */
  readonly weight: number;
  readonly size: number;
  /** Median amount of a deal with the spread of its logarithm, and median days from creation to close. */
  readonly amount: number;
  readonly spread: number;
  readonly cycle: number;
  /** Factor on the odds of winning. */
  readonly odds: number;
  /** Probability that a customer orders again. */
  readonly repeat: number;
}

interface Rep {
  readonly name: string;
  /** Factor on the odds of winning, and on the days that a deal takes. */
  readonly skill: number;
  readonly pace: number;
}

const firstDay = '2025-01-01';
const lastDay = '2025-12-31';

/** Paid social is the channel that is too dear: leads that look cheap enough, of which hardly one ever buys. */
const channels: readonly Channel[] = [
  {
    name: 'Paid search',
    campaigns: [
      { name: 'Brand', weight: 0.35 },
      { name: 'Category keywords', weight: 0.65 },
    ],
    leads: 46,
    cost: { perLead: 135, paid: 'by day' },
    mql: 0.66,
    sql: 0.34,
    win: 0.46,
    size: 1,
    web: { formRate: 0.21, viewRate: 0.24, bounceRate: 0.41 },
  },
  {
    name: 'Paid social',
    campaigns: [
      { name: 'Lookalike audience', weight: 0.6 },
      { name: 'Retargeting', weight: 0.4 },
    ],
    leads: 38,
    cost: { perLead: 175, paid: 'by day' },
    mql: 0.47,
    sql: 0.2,
    win: 0.24,
    size: 0.45,
    web: { formRate: 0.15, viewRate: 0.17, bounceRate: 0.63 },
  },
  {
    name: 'Organic search',
    campaigns: [],
    leads: 41,
    mql: 0.64,
    sql: 0.33,
    win: 0.45,
    size: 0.9,
    web: { formRate: 0.17, viewRate: 0.12, bounceRate: 0.46 },
  },
  {
    name: 'E-mail',
    campaigns: [
      { name: 'Newsletter', weight: 0.7 },
      { name: 'Trial follow-up', weight: 0.3 },
    ],
    leads: 20,
    cost: { perLead: 28, paid: 'by month' },
    mql: 0.69,
    sql: 0.36,
    win: 0.47,
    size: 0.9,
    web: { formRate: 0.26, viewRate: 0.29, bounceRate: 0.33 },
  },
  {
    name: 'Referral',
    campaigns: [],
    leads: 15,
    mql: 0.8,
    sql: 0.46,
    win: 0.62,
    size: 1.2,
    web: { formRate: 0.31, viewRate: 0.28, bounceRate: 0.31 },
  },
  {
    name: 'Events',
    campaigns: [
      { name: 'Winter summit', weight: 0.2, date: '2025-02-11' },
      { name: 'Spring trade fair', weight: 0.3, date: '2025-04-08' },
      { name: 'Summer roadshow', weight: 0.15, date: '2025-06-17' },
      { name: 'Autumn trade fair', weight: 0.35, date: '2025-10-07' },
    ],
    leads: 15,
    cost: { perLead: 230, paid: 'by event' },
    mql: 0.62,
    sql: 0.32,
    win: 0.44,
    size: 1.7,
  },
  {
    name: 'Partners',
    campaigns: [{ name: 'Reseller programme', weight: 1 }],
    leads: 14,
    cost: { perLead: 90, paid: 'by month' },
    mql: 0.75,
    sql: 0.4,
    win: 0.52,
    size: 1.6,
  },
  {
    name: 'Direct',
    campaigns: [],
    leads: 17,
    mql: 0.6,
    sql: 0.31,
    win: 0.43,
    size: 1,
    web: { formRate: 0.19, viewRate: 0.1, bounceRate: 0.44 },
  },
];

const segments: readonly Segment[] = [
  { name: 'Small business', weight: 0.56, size: -1, amount: 1500, spread: 0.45, cycle: 17, odds: 1.1, repeat: 0.4 },
  { name: 'Mid-market', weight: 0.33, size: 0, amount: 5400, spread: 0.5, cycle: 33, odds: 1, repeat: 0.45 },
  { name: 'Enterprise', weight: 0.11, size: 1, amount: 19000, spread: 0.55, cycle: 62, odds: 0.6, repeat: 0.5 },
];

const reps: readonly Rep[] = [
  { name: 'Anna Keller', skill: 1.7, pace: 0.85 },
  { name: 'Ben Okafor', skill: 1.3, pace: 0.95 },
  { name: 'Carla Mendes', skill: 1.1, pace: 0.9 },
  { name: 'David Novak', skill: 0.95, pace: 1 },
  { name: 'Elena Rossi', skill: 0.8, pace: 1.15 },
  { name: 'Frank Larsen', skill: 0.5, pace: 1.35 },
];

const openStages = ['New', 'Qualified', 'Demo', 'Proposal'] as const;
/** Share of deals that nobody ever closes; they pile up at the demo, which makes it the pipeline's leak. */
const stalled = 0.13;

const monthly = [0.9, 0.95, 1.08, 1.05, 1.04, 1, 0.76, 0.72, 1.15, 1.22, 1.18, 0.75];
const weekly = [0.4, 1.2, 1.25, 1.22, 1.18, 1.0, 0.45];
const growth = 0.1;

const firstWords =
  'Amber Anchor Apex Arbor Aspen Aurora Azure Beacon Birch Blue Bright Canyon Cedar Clear Cobalt Copper Coral Crescent ' +
  'Crown Delta Eagle East Ember Evergreen Falcon Fern Flint Forest Garnet Golden Granite Green Harbor Hazel Heron High ' +
  'Iron Ivory Jade Juniper Keystone Lake Lark Laurel Linden Lunar Maple Marble Meadow Mill North Oak Ocean Olive Onyx';
const secondWords =
  'Analytics Bakery Builders Capital Clinics Coffee Consulting Dental Design Energy Engineering Farms Films Foods Freight ' +
  'Furniture Gardens Glass Hotels Insurance Interiors Labs Legal Logistics Machines Marine Media Metals Motors Optics ' +
  'Outdoors Paper Pharma Plastics Press Printing Properties Robotics Schools Security Software Solar Sports Steel Studios ' +
  'Systems Textiles Tools Travel Ventures';

interface Lead {
  readonly id: string;
  readonly created: string;
  readonly channel: Channel;
  readonly campaign: string | null;
  readonly owner: Rep;
  readonly customer: string;
  readonly segment: Segment;
  status: 'Lead' | 'MQL' | 'SQL' | 'Customer' | 'Disqualified';
  converted: string | null;
}

interface Deal {
  readonly name: string;
  readonly lead: Lead;
  readonly stage: (typeof openStages)[number] | 'Won' | 'Lost';
  readonly amount: number;
  readonly firstContact: string;
  readonly created: string;
  readonly closed: string | null;
}

/**
 * One fictitious company's leads, deals, spend and traffic of 2025, which belong together: deals come from leads that
 * were qualified, form submissions are the leads of the website, spend pays for the leads of its channel. The same seed
 * (a whole number) gives the same company. Dates are ISO texts, amounts plain numbers of one currency.
 */
export function sampleCompany(seed = 2025): Company {
  const chance = random(seed);
  const days = calendar();
  const leads = drawLeads(chance, days);
  const deals = leads.flatMap((lead) => followUp(chance, lead));
  return {
    leads: leadTable(leads),
    deals: dealTable(deals),
    spend: spendTable(chance, days, leads),
    traffic: trafficTable(chance, days, leads),
  };
}

/** The table as a CSV text: comma-separated, quoted where needed, one header line, blanks for nothing. */
export function toCsv(table: Table): string {
  return `${Papa.unparse({ fields: table.headers, data: table.rows }, { newline: '\n' })}\n`;
}

const later = (date: string, days: number) => formatISO(addDays(parseISO(date), days), { representation: 'date' });

function calendar(): string[] {
  const days: string[] = [];
  for (let day = firstDay; day <= lastDay; day = later(day, 1)) days.push(day);
  return days;
}

/** How busy a day is beside the average day of the year: season, weekday and the company's growth. */
function season(date: string): number {
  const month = Number(date.slice(5, 7)) - 1;
  return (monthly[month] as number) * (weekly[parseISO(date).getDay()] as number) * (1 + growth * (month / 11 - 0.5));
}

function drawLeads(chance: Random, days: readonly string[]): Lead[] {
  const names = companyNames(chance);
  const drawn = days.flatMap((created) =>
    channels.flatMap((channel) =>
      Array.from({ length: chance.poisson(expectedLeads(channel, created)) }, () => ({ created, channel })),
    ),
  );
  return drawn.map(({ created, channel }, index) => {
    const lead: Lead = {
      id: `L-${String(index + 1).padStart(5, '0')}`,
      created,
      channel,
      campaign: campaignOn(chance, channel, created),
      owner: chance.pick(reps),
      customer: names[index] as string,
      segment: chance.pick(segments, (segment) => segment.weight * channel.size ** segment.size),
      status: 'Lead',
      converted: null,
    };
    return lead;
  });
}

function companyNames(chance: Random): string[] {
  const second = secondWords.split(' ');
  return chance.shuffled(firstWords.split(' ').flatMap((first) => second.map((word) => `${first} ${word}`)));
}

/** Leads of a channel on one day: spread over the year, but for events, whose leads come within a week. */
function expectedLeads(channel: Channel, date: string): number {
  if (channel.cost?.paid !== 'by event') return (channel.leads / 30.4) * season(date);
  const running = eventOn(channel, date);
  if (!running) return 0;
  return channel.leads * 12 * running.weight * (running.date === date ? 0.4 : 0.6 / 6);
}

const eventOn = (channel: Channel, date: string) =>
  channel.campaigns.find(({ date: start }) => start !== undefined && date >= start && date <= later(start, 6));

function campaignOn(chance: Random, channel: Channel, date: string): string | null {
  if (channel.campaigns.length === 0) return null;
  return (eventOn(channel, date) ?? chance.pick(channel.campaigns, ({ weight }) => weight)).name;
}

/** Works a lead up to the last day of the year: sets its status, and gives the deals that came of it. */
function followUp(chance: Random, lead: Lead): Deal[] {
  const { channel, segment, owner } = lead;
  if (!chance.chance(channel.mql)) {
    if (chance.chance(0.4)) lead.status = 'Disqualified';
    return [];
  }
  const qualified = later(lead.created, chance.whole(1, 9));
  if (qualified > lastDay) return [];
  lead.status = 'MQL';
  const created = later(qualified, chance.whole(1, 12));
  if (!chance.chance(channel.sql) || created > lastDay) return [];
  lead.status = 'SQL';

  const firstContact = later(lead.created, chance.whole(0, 1));
  const odds = (channel.win / (1 - channel.win)) * owner.skill * segment.odds;
  const first = workDeal(chance, {
    lead,
    name: `${lead.customer}: first order`,
    firstContact,
    created,
    win: odds / (1 + odds),
  });
  const deals = [first];
  if (first.stage !== 'Won') return deals;
  lead.status = 'Customer';
  lead.converted = first.closed;

  for (let last = first; last.stage === 'Won' && chance.chance(segment.repeat); ) {
    const again = later(last.closed as string, chance.whole(25, 120));
    if (again > lastDay) break;
    const number = deals.length + 1;
    last = workDeal(chance, {
      lead,
      name: `${lead.customer}: order ${number}`,
      firstContact: again,
      created: again,
      win: 0.78,
    });
    deals.push(last);
  }
  return deals;
}

/** A deal from its creation to its close, or to the stage where the end of the year or neglect leaves it. */
function workDeal(
  chance: Random,
  {
    lead,
    name,
    firstContact,
    created,
    win,
  }: Pick<Deal, 'lead' | 'name' | 'firstContact' | 'created'> & { win: number },
): Deal {
  const { segment, owner } = lead;
  const amount = Math.round(chance.logNormal(segment.amount, segment.spread) / 10) * 10;
  const won = chance.chance(win);
  const takes = Math.max(2, Math.round(chance.logNormal(segment.cycle * owner.pace * (won ? 1 : 1.25), 0.4)));
  const closed = later(created, takes);
  const neglected = chance.chance(stalled);
  const deal = { name, lead, amount, firstContact, created };
  if (neglected || closed > lastDay) {
    const elapsed = differenceInCalendarDays(parseISO(lastDay), parseISO(created)) / takes;
    const furthest = neglected ? 2 : 3;
    return { ...deal, stage: openStages[Math.min(furthest, Math.floor(elapsed * 4))] as Deal['stage'], closed: null };
  }
  return { ...deal, stage: won ? 'Won' : 'Lost', closed };
}

function leadTable(leads: readonly Lead[]): Table {
  return {
    headers: ['Lead ID', 'Created', 'Source', 'Campaign', 'Status', 'Owner', 'Company', 'Segment', 'Converted'],
    rows: leads.map((lead) => [
      lead.id,
      lead.created,
      lead.channel.name,
      lead.campaign,
      lead.status,
      lead.owner.name,
      lead.customer,
      lead.segment.name,
      lead.converted,
    ]),
  };
}

function dealTable(deals: readonly Deal[]): Table {
  const ordered = [...deals].sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0));
  return {
    headers: [
      'Deal ID',
      'Deal name',
      'Company',
      'Stage',
      'Amount',
      'First contact',
      'Created',
      'Closed',
      'Owner',
      'Source',
      'Segment',
    ],
    rows: ordered.map((deal, index) => [
      `D-${String(index + 1).padStart(4, '0')}`,
      deal.name,
      deal.lead.customer,
      deal.stage,
      deal.amount,
      deal.firstContact,
      deal.created,
      deal.closed,
      deal.lead.owner.name,
      deal.lead.channel.name,
      deal.lead.segment.name,
    ]),
  };
}

/** Spend by day and campaign where ads are paid, on the first of the month for fees, on the day for events. */
function spendTable(chance: Random, days: readonly string[], leads: readonly Lead[]): Table {
  const counts = countBy(leads, (lead) => `${lead.created}|${lead.channel.name}|${lead.campaign}`);
  const rows = days.flatMap((date) =>
    channels.flatMap((channel) => {
      const { cost, web } = channel;
      if (!cost || (cost.paid === 'by month' && !date.endsWith('-01'))) return [];
      const running = channel.campaigns.filter((campaign) => campaign.date === undefined || campaign.date === date);
      return running.map((campaign): Table['rows'][number] => {
        const budget = cost.perLead * channel.leads * campaign.weight;
        if (cost.paid !== 'by day' || !web) {
          const amount = chance.logNormal(cost.paid === 'by event' ? budget * 12 : budget, 0.05);
          return [date, channel.name, campaign.name, Math.round(amount), null, null, null];
        }
        const amount = Math.round(chance.logNormal((budget / 30.4) * season(date), 0.12) * 100) / 100;
        const reported = counts.get(`${date}|${channel.name}|${campaign.name}`) ?? 0;
        const clicks = reported + chance.poisson(expectedSessions(channel, date) * campaign.weight);
        const impressions = Math.round(clicks * chance.logNormal(channel.name === 'Paid social' ? 110 : 28, 0.15));
        return [date, channel.name, campaign.name, amount, impressions, clicks, reported];
      });
    }),
  );
  return { headers: ['Date', 'Channel', 'Campaign', 'Amount', 'Impressions', 'Clicks', 'Leads'], rows };
}

function expectedSessions(channel: Channel, date: string): number {
  return channel.web ? expectedLeads(channel, date) / (channel.web.formRate * channel.web.viewRate) : 0;
}

/** Website visits by day and channel; the leads of the day are its form submissions. */
function trafficTable(chance: Random, days: readonly string[], leads: readonly Lead[]): Table {
  const counts = countBy(leads, (lead) => `${lead.created}|${lead.channel.name}`);
  const rows = days.flatMap((date) =>
    channels.flatMap((channel): Table['rows'] => {
      if (!channel.web) return [];
      const submissions = counts.get(`${date}|${channel.name}`) ?? 0;
      const elsewhere = chance.poisson(expectedSessions(channel, date));
      const sessions = submissions + elsewhere;
      const formViews = submissions + Math.round(elsewhere * channel.web.viewRate * (1 - channel.web.formRate));
      const bounces = Math.round((sessions - formViews) * Math.min(0.95, channel.web.bounceRate));
      const visitors = sessions - Math.round(sessions * 0.17 * chance.share());
      const pageviews = bounces + Math.round((sessions - bounces) * chance.logNormal(3.4, 0.08));
      const seconds = Math.round(pageviews * chance.logNormal(48, 0.1));
      return [[date, channel.name, visitors, sessions, pageviews, bounces, seconds, formViews, submissions]];
    }),
  );
  return {
    headers: [
      'Date',
      'Channel',
      'Visitors',
      'Sessions',
      'Pageviews',
      'Bounces',
      'Seconds on site',
      'Form views',
      'Form submissions',
    ],
    rows,
  };
}

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
