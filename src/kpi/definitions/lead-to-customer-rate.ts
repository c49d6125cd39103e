import { documented } from '../documentation';
import { kpi } from '../kpi';
import { first, ratio } from '../measure';
import { counted } from './parameters';

export const leadToCustomerRate = kpi({
  name: 'LEAD_TO_CUSTOMER_RATE',
  label: { en: 'Lead-to-customer rate', pl: 'Konwersja leada w klienta', ru: 'Конверсия лида в клиента' },
  summary: documented({
    en: 'Share of leads that became customers.',
    pl: 'Udział leadów, które zostały klientami.',
    ru: 'Доля лидов, которые стали клиентами.',
  }),
  unit: 'share',
  group: 'customers',
  better: 'up',
  forms: [
    {
      parameters: [
        counted('customers', documented(['The number of customers', 'Liczba klientów', 'Число клиентов'])),
        counted('leads', documented(['The number of leads', 'Liczba leadów', 'Число лидов'])),
      ],
      figure: ratio('customers', 'leads'),
    },
  ],
  report: ratio(first('converted_leads', 'lead_customers'), 'leads'),
  reference: documented({
    definition: ['customers ÷ leads'],
    counts:
      'Leads that became customers (by their date or flag of conversion where there is one, otherwise by their status), and all leads, of the same time of creation.',
    blank: 'No leads give an empty cell.',
    isNot: [
      '`WIN_RATE`, which starts at the deal.',
      'Final while leads are young: some of them will still become customers.',
    ],
  }),
  usage: documented(['=LEAD_TO_CUSTOMER_RATE(12; 300)', '=LEAD_TO_CUSTOMER_RATE(D2:D13; B2:B13)']),
  examples: documented([
    { arguments: [12, 300], result: 0.04 },
    { arguments: [['Ann', 'Bob', 'ann'], 10], result: 0.2 },
    { arguments: [1, 0], result: undefined },
  ]),
});
