/** What a marketer asks, and the functions that answer it. */
export const questions: readonly (readonly [question: string, functions: readonly string[]])[] = [
  ['Do we win the deals that we work on?', ['WIN_RATE', 'WIN_RATE_BY_VALUE']],
  ['How many opportunities become deals at all?', ['OPPORTUNITY_TO_WIN_RATE']],
  ['Do our offers convince?', ['CLOSE_RATE']],
  ['How large is a deal?', ['AVERAGE_DEAL']],
  ['How long does a sale take?', ['SALES_CYCLE']],
  ['What does the pipeline earn in a day?', ['SALES_VELOCITY']],
  ['Is there enough in the pipeline?', ['PIPELINE_COVERAGE']],
  ['Do we grow?', ['SALES_GROWTH']],
  ['Which channel is too dear?', ['CAC', 'CPL', 'KPI_BY']],
  ['Does advertising pay?', ['ROMI', 'ROAS']],
  ['Does anybody click, and at what price?', ['CTR', 'CPC']],
  ['Does the website bring leads?', ['VISITOR_TO_LEAD_RATE', 'FORM_CONVERSION_RATE', 'CONVERSION_RATE']],
  ['Do visitors look around?', ['BOUNCE_RATE', 'PAGES_PER_VISITOR', 'TIME_ON_PAGE']],
  ['Are the leads any good?', ['LEAD_TO_MQL_RATE', 'MQL_TO_SQL_RATE', 'LEAD_TO_CUSTOMER_RATE']],
  ['What is a customer worth?', ['CLV', 'CLV_FROM_CHURN']],
  ['Does a customer earn back what it cost to win them?', ['CLV_TO_CAC', 'CAC_PAYBACK']],
  ['Do customers stay?', ['RETENTION_RATE', 'CHURN_RATE', 'COHORT_RETENTION']],
  ['Do they come back, and for how long?', ['REPEAT_PURCHASE_RATE', 'CUSTOMER_LIFESPAN']],
  ['Are they content?', ['NPS', 'CSAT']],
  ['At which step does the funnel leak?', ['FUNNEL_LEAK', 'FUNNEL_DROPOFF', 'FUNNEL']],
  ['Who sells best? Which product, campaign, segment?', ['KPI_BY']],
];

/** Where sources disagree on a KPI, and the choice that is made here. */
export const choices: readonly (readonly [name: string, choice: string])[] = [
  [
    'Win rate, with or without open deals',
    'Some divide won deals by all deals. Then the rate falls whenever new deals come in, and rises when nobody sells any more. `WIN_RATE` divides by decided deals; for the other figure there is `OPPORTUNITY_TO_WIN_RATE`.',
  ],
  [
    'Win rate or close rate',
    'Both names are used for both. Here a close rate divides contracts by offers or presentations made (`CLOSE_RATE`), a win rate by deals won and lost.',
  ],
  [
    'Sales cycle from where',
    'From first contact to close, not from the creation of the deal, which is often typed in later. In a report the date of creation stands in where no first contact is mapped, and a note says so. Only won deals count in a report; in `SALES_CYCLE` those that you select.',
  ],
  [
    'Mean or median cycle',
    'The mean is usual, since it adds up. A few deals that took a year lift it: compare it with the median.',
  ],
  [
    'Cost per customer or per lead',
    '`CAC` divides all cost of marketing and sales by new customers. Divided by leads it is `CPL`, and advertisements alone make it look better than it is.',
  ],
  [
    'ROMI or ROAS',
    '`ROAS` is revenue ÷ spend. `ROMI` takes the margin and the cost off first, so that 0% is break-even. Without a margin ROMI is ROAS − 1.',
  ],
  [
    'CLV of revenue or of margin',
    'Without a margin `CLV` is revenue; compare only CLV with margin to CAC. What was paid so far (`CLV` of columns), what is expected (`CLV` of three figures) and what churn implies (`CLV_FROM_CHURN`) are three different figures.',
  ],
  [
    'Churn of zero',
    'Revenue ÷ 0 would be a customer for ever. `CLV_FROM_CHURN` gives an empty cell instead: that nobody left in one period says nothing about the next.',
  ],
  [
    'What retention is a share of',
    'Of the customers of the equally long period before, not of all customers there ever were. Where customers have contracts, give the three counts: at the start, at the end, new in between.',
  ],
  [
    'Retention or repeat purchases',
    '`REPEAT_PURCHASE_RATE` asks for a second purchase at any time, so new customers, who had no time for one, lower it. `RETENTION_RATE` compares a period with the one before and leaves new customers out.',
  ],
  [
    'Mean of rates',
    'A rate of several months or reps is the ratio of their sums, never the mean of their rates. `KPI_BY` and the total lines of a report keep to that.',
  ],
];
