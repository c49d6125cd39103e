import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { counted } from './parameters';

const figure = ratio('mqls', 'leads');

export const leadToMqlRate = kpi({
  name: 'LEAD_TO_MQL_RATE',
  label: { en: 'Lead-to-MQL rate', pl: 'Konwersja leada w MQL', ru: 'Конверсия лида в MQL' },
  summary: documented({
    en: 'Share of leads that marketing qualified.',
    pl: 'Udział leadów zakwalifikowanych przez marketing.',
    ru: 'Доля лидов, которых квалифицировал маркетинг.',
  }),
  unit: 'share',
  group: 'marketing',
  better: 'up',
  forms: [
    {
      parameters: [
        counted('mqls', documented(['The number of marketing-qualified leads', 'Liczba MQL', 'Число MQL'])),
        counted('leads', documented(['The number of leads', 'Liczba leadów', 'Число лидов'])),
      ],
      figure,
    },
  ],
  report: figure,
  reference: documented({
    definition: ['marketing-qualified leads ÷ leads'],
    counts: 'Leads that marketing found worth following up, and all leads.',
    blank: 'No leads give an empty cell.',
    isNot: ['`LEAD_TO_CUSTOMER_RATE`, which goes all the way.'],
  }),
  usage: documented(['=LEAD_TO_MQL_RATE(80; 200)']),
  examples: documented([
    { arguments: [80, 200], result: 0.4 },
    { arguments: [1, 0], result: undefined },
  ]),
});
