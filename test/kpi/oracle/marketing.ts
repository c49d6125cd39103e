import { divided, type Oracle, type Oracles, totals } from './oracle';

const share = (part: string, whole: string): readonly Oracle[] => [
  totals(`${part}; ${whole}`, ['count', 'count'], (counted, of) => divided(of, counted)),
];
const perUnit = (amount: string, units: string): readonly Oracle[] => [
  totals(`${amount}; ${units}`, ['sum', 'count'], (sum, count) => divided(count, sum)),
];
const quotient = (amount: string, by: string): readonly Oracle[] => [
  totals(`${amount}; ${by}`, ['sum', 'sum'], (sum, divisor) => divided(divisor, sum)),
];

export const marketing: Oracles = {
  CONVERSION_RATE: share('conversions', 'base'),
  VISITOR_TO_LEAD_RATE: share('leads', 'visitors'),
  FORM_CONVERSION_RATE: share('submissions', 'views'),
  LEAD_TO_MQL_RATE: share('mqls', 'leads'),
  MQL_TO_SQL_RATE: share('sqls', 'mqls'),
  LEAD_TO_CUSTOMER_RATE: share('customers', 'leads'),
  CPL: perUnit('spend', 'leads'),
  CAC: perUnit('spend', 'customers'),
  CPC: quotient('spend', 'clicks'),
  CTR: quotient('clicks', 'impressions'),
  ROAS: quotient('revenue', 'spend'),
  BOUNCE_RATE: quotient('bounces', 'sessions'),
  PAGES_PER_VISITOR: quotient('pageviews', 'visitors'),
  TIME_ON_PAGE: quotient('seconds', 'pageviews'),
  CLV_TO_CAC: quotient('clv', 'cac'),
  ROMI: [
    totals('revenue; spend; [margin]', ['sum', 'sum', 'margin'], (revenue, spend, margin) =>
      divided(spend, revenue * margin - spend),
    ),
  ],
};
