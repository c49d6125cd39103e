import { documented } from '../documentation';
import { kpi } from '../kpi';
import { product, ratio } from '../measure';
import { costOfCustomer } from './cac';
import { single } from './parameters';

export const clvToCac = kpi({
  name: 'CLV_TO_CAC',
  label: { en: 'CLV to CAC', pl: 'CLV do CAC', ru: 'CLV к CAC' },
  summary: documented({
    en: 'Lifetime value of a customer as a multiple of the cost of acquiring one.',
    pl: 'Ile razy wartość klienta pokrywa koszt jego pozyskania.',
    ru: 'Во сколько раз ценность клиента больше стоимости его привлечения.',
  }),
  unit: 'times',
  group: 'economics',
  better: 'up',
  forms: [
    {
      parameters: [
        single(
          'clv',
          documented(['The lifetime value of a customer', 'Wartość klienta w czasie', 'Пожизненная ценность клиента']),
        ),
        single(
          'cac',
          documented(['The cost of acquiring a customer', 'Koszt pozyskania klienta', 'Стоимость привлечения клиента']),
        ),
      ],
      figure: ratio('clv', 'cac'),
    },
  ],
  report: ratio(ratio(product('revenue', 'margin'), 'customers'), costOfCustomer),
  how: { en: '{a} CLV ÷ {b} CAC', pl: '{a} (CLV) ÷ {b} (CAC)', ru: '{a} (ценность) ÷ {b} (привлечение)' },
  reference: documented({
    definition: ['CLV ÷ CAC'],
    counts:
      'Two figures, such as results of `CLV` and `CAC`. Take a CLV with margin: revenue does not pay for acquisition.',
    blank: 'A CAC of 0 gives an empty cell.',
    isNot: ['`ROMI`, which compares a period with its own cost.'],
  }),
  usage: documented(['=CLV_TO_CAC(1200; 400)']),
  examples: documented([
    { arguments: [1200, 400], result: 3 },
    { arguments: [1, 0], result: undefined },
  ]),
});
