import type { Field, Meaning, MeaningCondition, Measure } from './measure';

/** Words in the three languages of the product. */
export interface Text {
  readonly en: string;
  readonly pl: string;
  readonly ru: string;
}

/** How a figure is written. `share` is a ratio shown in percent, `money` is in the currency of the spreadsheet. */
export type Unit =
  | 'count'
  | 'number'
  | 'share'
  | 'money'
  | 'money per day'
  | 'days'
  | 'months'
  | 'seconds'
  | 'times'
  | 'points'
  | 'text'
  | 'table';

/** A measure with what to call it: as a heading ("Won deals") and after a number ("42 won"). */
export interface NamedMeasure extends Measure {
  readonly title: Text;
  readonly unit: Unit;
}

const stage = (...means: Meaning[]): MeaningCondition => ({ field: 'deals.stage', means });
const status = (...means: Meaning[]): MeaningCondition => ({ field: 'leads.status', means });
const text = (en: string, pl: string, ru: string): Text => ({ en, pl, ru });

const leadsThatReached = (...means: Meaning[]) =>
  ({ aggregate: 'count', of: 'leads', where: [status(...means)], date: 'leads.created', unit: 'count' }) as const;

const dealsThatAre = (outcome: Meaning) =>
  ({ aggregate: 'count', of: 'deals', where: [stage(outcome)], date: 'deals.closed', unit: 'count' }) as const;

const amountOf = (outcome: Meaning) =>
  ({
    aggregate: 'sum',
    of: 'deals',
    quantity: { field: 'deals.amount' },
    where: [stage(outcome)],
    date: 'deals.closed',
    unit: 'money',
  }) as const;

const cycle = {
  of: 'deals',
  quantity: { from: ['deals.first_contact', 'deals.created'], to: 'deals.closed' },
  where: [stage('won')],
  date: 'deals.closed',
} as const;

const buyers = {
  of: 'deals',
  label: 'deals.customer',
  where: [stage('won')],
  date: 'deals.closed',
  unit: 'count',
} as const;

const total = (field: Field, unit: Unit) =>
  field.startsWith('spend.')
    ? ({ aggregate: 'sum', of: 'spend', quantity: { field }, where: [], date: 'spend.date', unit } as const)
    : ({ aggregate: 'sum', of: 'traffic', quantity: { field }, where: [], date: 'traffic.date', unit } as const);

/** The base measures: every figure of a report is one of these or arithmetic between them. */
export const measures = {
  visitors: { ...total('traffic.visitors', 'count'), title: text('Visitors', 'Odwiedzający', 'Посетители') },
  sessions: { ...total('traffic.sessions', 'count'), title: text('Sessions', 'Sesje', 'Сеансы') },
  pageviews: { ...total('traffic.pageviews', 'count'), title: text('Page views', 'Odsłony', 'Просмотры страниц') },
  bounces: { ...total('traffic.bounces', 'count'), title: text('Bounces', 'Odrzucenia', 'Отказы') },
  seconds: {
    ...total('traffic.seconds', 'seconds'),
    title: text('Seconds on site', 'Sekundy w witrynie', 'Секунды на сайте'),
  },
  form_views: {
    ...total('traffic.form_views', 'count'),
    title: text('Form views', 'Wyświetlenia formularza', 'Показы формы'),
  },
  form_submissions: {
    ...total('traffic.form_submissions', 'count'),
    title: text('Form submissions', 'Wysłane formularze', 'Отправки формы'),
  },
  spend: { ...total('spend.amount', 'money'), title: text('Spend', 'Wydatki', 'Расходы') },
  impressions: { ...total('spend.impressions', 'count'), title: text('Impressions', 'Wyświetlenia', 'Показы') },
  clicks: { ...total('spend.clicks', 'count'), title: text('Clicks', 'Kliknięcia', 'Клики') },
  leads: {
    ...leadsThatReached('lead', 'mql', 'sql', 'customer', 'disqualified'),
    title: text('Leads', 'Leady', 'Лиды'),
  },
  mqls: { ...leadsThatReached('mql', 'sql', 'customer'), title: text('MQLs', 'MQL', 'MQL') },
  sqls: { ...leadsThatReached('sql', 'customer'), title: text('SQLs', 'SQL', 'SQL') },
  lead_customers: {
    ...leadsThatReached('customer'),
    title: text('Leads that became customers', 'Leady, które zostały klientami', 'Лиды, ставшие клиентами'),
  },
  converted_leads: {
    aggregate: 'count',
    of: 'leads',
    where: [
      status('lead', 'mql', 'sql', 'customer', 'disqualified'),
      { field: 'leads.converted', means: ['customer'] },
    ],
    date: 'leads.created',
    unit: 'count',
    title: text('Leads marked as customers', 'Leady oznaczone jako klienci', 'Лиды, отмеченные как клиенты'),
  },
  deals: {
    aggregate: 'count',
    of: 'deals',
    where: [stage('open', 'won', 'lost')],
    date: 'deals.created',
    unit: 'count',
    title: text('Deals created', 'Utworzone szanse', 'Созданные сделки'),
  },
  won: { ...dealsThatAre('won'), title: text('Won deals', 'Wygrane', 'Выигранные сделки') },
  lost: { ...dealsThatAre('lost'), title: text('Lost deals', 'Przegrane', 'Проигранные сделки') },
  open: {
    aggregate: 'count',
    of: 'deals',
    where: [stage('open')],
    unit: 'count',
    title: text('Open deals (now)', 'Otwarte (teraz)', 'Открытые сделки (сейчас)'),
  },
  revenue: { ...amountOf('won'), title: text('Revenue', 'Przychód', 'Выручка') },
  lost_amount: { ...amountOf('lost'), title: text('Lost amount', 'Wartość przegranych', 'Сумма проигранных') },
  open_amount: {
    aggregate: 'sum',
    of: 'deals',
    quantity: { field: 'deals.amount' },
    where: [stage('open')],
    unit: 'money',
    title: text('Open pipeline (now)', 'Otwarty lejek (teraz)', 'Открытая воронка (сейчас)'),
  },
  cycle_days: {
    ...cycle,
    aggregate: 'sum',
    unit: 'days',
    title: text(
      'Days from first contact to win',
      'Dni od pierwszego kontaktu do wygranej',
      'Дни от первого контакта до победы',
    ),
  },
  cycle_deals: {
    ...cycle,
    aggregate: 'count',
    unit: 'count',
    title: text('Won deals with both dates', 'Wygrane z obiema datami', 'Выигранные сделки с обеими датами'),
  },
  cycle_mean: {
    ...cycle,
    aggregate: 'average',
    unit: 'days',
    title: text('Sales cycle, mean', 'Cykl sprzedaży, średnia', 'Цикл сделки, среднее'),
  },
  cycle_median: {
    ...cycle,
    aggregate: 'median',
    unit: 'days',
    title: text('Sales cycle, median', 'Cykl sprzedaży, mediana', 'Цикл сделки, медиана'),
  },
  customers: { ...buyers, aggregate: 'distinct', title: text('Customers', 'Klienci', 'Клиенты') },
  new_customers: { ...buyers, aggregate: 'newcomers', title: text('New customers', 'Nowi klienci', 'Новые клиенты') },
} as const satisfies Readonly<Record<string, NamedMeasure>>;

export type MeasureName = keyof typeof measures;
