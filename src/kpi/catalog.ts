import { averageDeal } from './definitions/average-deal';
import { bounceRate } from './definitions/bounce-rate';
import { cac } from './definitions/cac';
import { cacPayback } from './definitions/cac-payback';
import { churnRate } from './definitions/churn-rate';
import { closeRate } from './definitions/close-rate';
import { clv } from './definitions/clv';
import { clvFromChurn } from './definitions/clv-from-churn';
import { clvToCac } from './definitions/clv-to-cac';
import { cohortRetention } from './definitions/cohort-retention';
import { conversionRate } from './definitions/conversion-rate';
import { cpc } from './definitions/cpc';
import { cpl } from './definitions/cpl';
import { csat } from './definitions/csat';
import { ctr } from './definitions/ctr';
import { customerLifespan } from './definitions/customer-lifespan';
import { formConversionRate } from './definitions/form-conversion-rate';
import { funnel } from './definitions/funnel';
import { funnelDropoff } from './definitions/funnel-dropoff';
import { funnelLeak } from './definitions/funnel-leak';
import { kpiBy } from './definitions/kpi-by';
import { leadToCustomerRate } from './definitions/lead-to-customer-rate';
import { leadToMqlRate } from './definitions/lead-to-mql-rate';
import { mqlToSqlRate } from './definitions/mql-to-sql-rate';
import { nps } from './definitions/nps';
import { opportunityToWinRate } from './definitions/opportunity-to-win-rate';
import { pagesPerVisitor } from './definitions/pages-per-visitor';
import { pipelineCoverage } from './definitions/pipeline-coverage';
import { repeatPurchaseRate } from './definitions/repeat-purchase-rate';
import { retentionRate } from './definitions/retention-rate';
import { roas } from './definitions/roas';
import { romi } from './definitions/romi';
import { salesCycle } from './definitions/sales-cycle';
import { salesGrowth } from './definitions/sales-growth';
import { salesVelocity } from './definitions/sales-velocity';
import { timeOnPage } from './definitions/time-on-page';
import { visitorToLeadRate } from './definitions/visitor-to-lead-rate';
import { winRate } from './definitions/win-rate';
import { winRateByValue } from './definitions/win-rate-by-value';
import type { Kpi } from './kpi';

/** Every KPI, in the order of the reference page and of the report. */
export const catalog: readonly Kpi[] = [
  winRate,
  winRateByValue,
  opportunityToWinRate,
  closeRate,
  averageDeal,
  salesCycle,
  salesVelocity,
  pipelineCoverage,
  salesGrowth,
  conversionRate,
  visitorToLeadRate,
  formConversionRate,
  leadToMqlRate,
  mqlToSqlRate,
  leadToCustomerRate,
  cpl,
  cpc,
  ctr,
  cac,
  romi,
  roas,
  bounceRate,
  pagesPerVisitor,
  timeOnPage,
  clv,
  clvFromChurn,
  clvToCac,
  cacPayback,
  retentionRate,
  churnRate,
  customerLifespan,
  repeatPurchaseRate,
  cohortRetention,
  nps,
  csat,
  funnelDropoff,
  funnel,
  funnelLeak,
  kpiBy,
];

/** The KPI of a name. */
export const kpiNamed = (name: string): Kpi | undefined => catalog.find((one) => one.name === name);
