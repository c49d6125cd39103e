import type { DatasetName, FieldOf } from './fields';
import type { HeaderMeaning } from './vocabulary-headers';

const OWNER = `owner, owner user 97, owner user id 78, owner per id 75, manager 85, owner per 85, won per 80, sale contact 85,
  owner id 80, manager id 70, customer manager 75,
  customer owner 70, user 55, who 55 | deal lead name sale contact potential customer order quotation person who`;
const SOURCE = `source, source channel 95, source medium 95, utm source 95, channel 80, source id 75, source platform 80,
  source type 75, origin 70,
  campaign channel 75, medium 60, utm medium 60
  | lead potential contact customer create sale first advert group name deal order quotation`;
const SEGMENT = `segment, segment region 97, segment industry 97, segment product 97, industry 80, customer size 75,
  customer group 70, region 60, customer type 60, size 55
  | customer deal lead name sale type`;

/**
 * Which meanings make a field, and how certainly in percent (100 where nothing is said); after the bar, what may stand beside
 * them. A header with any other known word is not the field: a `close date` that is also `expect` is something else.
 */
const RULES: { readonly [Dataset in DatasetName]: Readonly<Record<FieldOf<Dataset>, string>> } = {
  leads: {
    id: 'id, id talk 75, code 60, number 55, counter 45 | unique lead number potential contact create submit',
    created: `create date, create time, timestamp 95, create 92, lead date 90, create lead 90, create event 80, date 79,
      submit date 85, submit time 85,
      contact first date 80, open date 75, submit 70, signup 85, entrance date 85, form date 70, begin date 60, begin time 55
      | lead time date potential contact form site submit create`,
    source: `platform 65, ${SOURCE}`,
    campaign: 'campaign, campaign ad 90, utm campaign 98 | name title lead source first advert deal',
    status: `status, status stage 90, status id 75, stage 80, status lifecycle 75, lifecycle stage 70, stage result 60, state 45,
      lead state 80, qualification 60
      | lead pipeline sale name label potential contact deal qualification`,
    owner: OWNER,
    customer:
      'customer, customer lead 98, customer contact 98, customer potential 98, customer person 98, customer id 85, customer domain 70, contact person 55, name 55, who 50 | name',
    segment: SEGMENT,
    converted: `convert date, convert 92, convert customer 95, customer flag 78, conversion flag 80, conversion date 90,
      won date 85, customer date 80, customer 49, pay 49, invoice 49, sale 49, invoice date 70, convert flag 80,
      sign date 80, sale date 75, won 65, sign 60 | lead date time`,
  },
  deals: {
    id: `id, code deal 75, code 60, number project 60, deal number 95, order number 90, number 55, counter 45, quotation number 70,
      invoice number 60
      | unique deal number sale order potential`,
    name: 'deal name, deal title, name 95, title 95, project 80, deal 70, sale potential 65 | deal sale potential order name quotation',
    customer: `customer, customer id 85, customer domain 70, lead name 60, lead 55, contact 55, contact person 55,
      customer person 95, name 52, contact id 50
      | name contact deal sale potential order`,
    stage: `stage, won lost 75, pipeline stage, stage status 90, status 80, stage id 75, status id 70, result 70, state 65
      | deal sale pipeline name label order potential lead talk quotation`,
    amount: `amount, amount gross 85, total gross 65, worth gross 65, amount lead 75, amount expect 58, revenue expect 58,
      amount sale, worth 79, close amount 85, pipeline amount 75, amount revenue 85, amount budget 85, budget 80, revenue 80,
      won amount 80,
      amount customer currency 75, total 75, recurring amount 60, recurring revenue 60, recurring 55, sale 55, net 55, unit 60
      | deal sale order net unit invoice potential quotation`,
    created: `create date, create time, create 92, create deal 92, open date 85, entrance date 80, engage date 75, create lead 75,
      lead date 75,
      begin date 70, begin 55 | deal sale time potential order lead`,
    first_contact:
      'first contact, first talk, first lead 85, first phone 80, begin contact 85, contact date 75, first engage 70 | date time lead customer deal',
    closed: `close date actual, close date 98, close time 98, close 90, close month 70, won date 80, won time 80, sale date 80,
      won lost date 90, sign lost date 85, order lost date 85, sign date 75, sign 60, sign invoice 70, end date 70,
      pay date 70, sign date invoice 75, close date invoice 85, close invoice 80, close result 70, order date 65, order time 62,
      invoice date 60 | deal sale time date won order potential`,
    owner: `user id 50, ${OWNER}`,
    source: SOURCE,
    segment: SEGMENT,
    currency: 'currency, currency amount 90 | deal name cost sale id order potential per invoice quotation pay',
  },
  spend: {
    date: `date, cost date 95, report begin 92, time date 90, period begin 90, begin date 85, month 75, week 75, begin 70, period 60
      | report period per advert time ad begin segment span`,
    channel: `channel, utm source 95, source medium 95, source channel 95, source 85, channel type 85, campaign channel 85,
      ad platform 85, platform 80,
      medium 70, campaign type 70, platform type 60, type 50 | name advert ad create group campaign`,
    campaign: 'campaign, campaign ad 98, utm campaign 97, name 70, title 70 | name title advert',
    amount: `cost, cost gross 85, amount gross 65, actual 70, amount cost, cost budget 80, amount 75, pay amount 70,
      invoice amount 70, worth 65, budget 60, unit 60
      | net advert ad campaign amount`,
    impressions: 'impression, shown, view ad 80, view 60 | number count ad advert pay campaign',
    clicks: 'click link, click 99, click all 97 | number count link ad advert site pay campaign',
    leads: `lead, lead create 97, conversion lead 90, conversion 85, form submit 80, signup 80, conversion result 80, result 75,
      contact 55, form 55
      | number count site form new create advert goal ad campaign`,
    orders: 'order, order conversion 90, sale 80, deal 80, pay 75 | number count site new advert ad pay',
    revenue: `revenue, order conversion amount 97, conversion amount 95, order amount 95, deal amount 90, sale 55, sale unit 90,
      sale total 85, sale revenue 95, conversion revenue 95,
      sale amount 90, pay amount 80, result amount 70 | site conversion order advert net ad campaign`,
  },
  traffic: {
    date: 'date, date time 90, month 70, week 70, period 60 | report session period per begin span',
    channel: `channel, channel group, source medium 97, channel source 92, channel type 92, source type 90, source 85, platform 60,
      medium 60
      | session group name first last user visitor advert`,
    visitors:
      'visitor, user 96, visitor unique 99, user total 99, user unique 98, session unique 80, unique 75 | number count site unique',
    sessions: 'session | number count site all',
    pageviews:
      'view, page view, page impression 95, page session 90, page shown 90, shown 75, page 45 | number count site amount',
    bounces: 'bounce, count refusal 90, refusal session 90, refusal 45 | number count session visitor amount',
    seconds:
      'total duration 95, total time 95, amount duration 95, amount time 90, seconds 90, engage user 70 | time duration number count site page session visitor per',
    form_views:
      'form view, form shown 95, form open 85, form create 60, form impression 90, form session 80 | number count site page contact lead talk',
    form_submissions:
      'form submit, form conversion 90, submit 80, form lead 80, lead site 75 | number count site contact lead talk',
  },
};

/** One way in which meanings make a field: those needed, those that may stand beside them, and how certain it is (0 to 1). */
interface Rule {
  readonly needed: readonly string[];
  readonly certainty: number;
}

interface FieldRules {
  readonly rules: readonly Rule[];
  readonly beside: ReadonlySet<string>;
}

/** Meanings that never make a header something else. */
const ALWAYS_BESIDE = ['total', 'unit', 'code', 'actual', 'counter'];

const compiled = new Map<string, FieldRules>();

function rulesOf(dataset: DatasetName, field: string): FieldRules {
  const key = `${dataset}.${field}`;
  const before = compiled.get(key);
  if (before) return before;
  const [rules = '', beside = ''] = ((RULES[dataset] as Readonly<Record<string, string>>)[field] ?? '').split('|');
  const made = {
    rules: rules.split(',').map((rule) => {
      const [, meanings = '', percent = '100'] = /^(.*?)(?: (\d+))?$/.exec(rule.trim()) ?? [];
      return { needed: meanings.split(' '), certainty: Number(percent) / 100 };
    }),
    beside: new Set([...beside.trim().split(/\s+/), ...ALWAYS_BESIDE]),
  };
  compiled.set(key, made);
  return made;
}

/** What one word more that is not needed, not known, or not known and in brackets leaves of the certainty. */
const BESIDE = 0.98;
const UNKNOWN = 0.85;
/** A word that alone may mean something else means it more likely beside a word that is not known: "Follow-up date", "Match type". */
const UNKNOWN_BESIDE_WEAK = 0.55;
const SURE = 0.8;
const UNKNOWN_IN_BRACKETS = 0.95;

/** How certain a header names a field of a dataset: 0 (it does not) to 1. */
export function headerCertainty(header: HeaderMeaning, dataset: DatasetName, field: string): number {
  const { rules, beside } = rulesOf(dataset, field);
  const { meanings, unknown, unknownInBrackets } = header;
  let best = 0;
  for (const { needed, certainty } of rules) {
    if (!needed.every((meaning) => meanings.includes(meaning))) continue;
    const others = meanings.filter((meaning) => !needed.includes(meaning));
    if (!others.every((meaning) => beside.has(meaning))) continue;
    const known = certainty * BESIDE ** others.length;
    best = Math.max(best, known * (certainty < SURE ? UNKNOWN_BESIDE_WEAK : UNKNOWN) ** unknown);
  }
  return best * UNKNOWN_IN_BRACKETS ** unknownInBrackets;
}
