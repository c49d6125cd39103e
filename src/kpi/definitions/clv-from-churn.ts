import { documented } from '../documentation';
import { kpi } from '../kpi';
import { product, ratio } from '../measure';
import { margin, single } from './parameters';

export const clvFromChurn = kpi({
  name: 'CLV_FROM_CHURN',
  label: { en: 'CLV from churn', pl: 'CLV z odejść', ru: 'CLV из оттока' },
  summary: documented({
    en: 'What a customer brings until leaving: revenue of a period times margin, divided by churn.',
    pl: 'Ile klient przyniesie do odejścia: przychód z okresu razy marża, przez wskaźnik odejść.',
    ru: 'Сколько клиент принесёт до ухода: выручка за период, умноженная на маржу и делённая на отток.',
  }),
  unit: 'money',
  group: 'economics',
  better: 'up',
  forms: [
    {
      parameters: [
        single(
          'revenue',
          documented([
            'Revenue per customer and period',
            'Przychód na klienta w okresie',
            'Выручка на клиента за период',
          ]),
        ),
        single(
          'churn',
          documented([
            'Churn in such a period, such as 5%',
            'Odejścia w okresie, np. 5%',
            'Отток за период, например 5%',
          ]),
        ),
        margin,
      ],
      figure: ratio(product('revenue', 'margin'), 'churn'),
    },
  ],
  report: ratio(product(ratio('revenue', 'customers'), 'margin'), 'churn_rate'),
  how: {
    en: '{a} of margin per customer ÷ {b} churn',
    pl: '{a} (marża na klienta) ÷ {b} (odejścia)',
    ru: '{a} (маржа с клиента) ÷ {b} (отток)',
  },
  reference: documented({
    definition: ['revenue of a customer in a period × margin ÷ churn in such a period'],
    counts: 'Three figures of equally long periods: monthly revenue goes with monthly churn.',
    blank: 'Churn of 0 gives an empty cell, not infinity: nobody left yet says nothing about how long they stay.',
    isNot: ['`CLV`, which counts what was paid, or guesses the years.'],
  }),
  usage: documented(['=CLV_FROM_CHURN(50; 5%)', '=CLV_FROM_CHURN(50; 5%; 60%)']),
  examples: documented([
    { arguments: [50, 0.05], result: 1000 },
    { arguments: [50, 0.05, 0.6], result: 600 },
    { arguments: [50, 0], result: undefined },
  ]),
});
