import { documented } from '../documentation';
import { kpi } from '../kpi';
import { product, ratio } from '../measure';
import { costOfCustomer } from './cac';
import { margin, single } from './parameters';

export const cacPayback = kpi({
  name: 'CAC_PAYBACK',
  label: { en: 'CAC payback', pl: 'Zwrot CAC', ru: 'Окупаемость CAC' },
  summary: documented({
    en: 'Months until a customer has earned back what it cost to win them.',
    pl: 'Miesiące, po których klient zwraca koszt pozyskania.',
    ru: 'Через сколько месяцев клиент окупает своё привлечение.',
  }),
  unit: 'months',
  group: 'economics',
  better: 'down',
  forms: [
    {
      parameters: [
        single(
          'cac',
          documented(['The cost of acquiring a customer', 'Koszt pozyskania klienta', 'Стоимость привлечения клиента']),
        ),
        single(
          'revenue',
          documented([
            'Revenue per customer and month',
            'Miesięczny przychód na klienta',
            'Выручка на клиента в месяц',
          ]),
        ),
        margin,
      ],
      evaluate: (given) => {
        const [cost, revenue, share] = [given.total('cac'), given.total('revenue'), given.number('margin')];
        if (cost === undefined || revenue === undefined || share === undefined || share <= 0 || revenue === 0)
          return undefined;
        return cost / revenue / share;
      },
    },
  ],
  report: ratio(costOfCustomer, product(ratio(ratio('revenue', 'customers'), 'months'), 'margin')),
  how: {
    en: '{a} CAC ÷ {b} of margin per customer and month',
    pl: '{a} (CAC) ÷ {b} (marża na klienta i miesiąc)',
    ru: '{a} (CAC) ÷ {b} (маржа с клиента в месяц)',
  },
  reference: documented({
    definition: ['CAC ÷ (revenue of a customer in a month × margin)'],
    counts: 'Three figures; the revenue is that of one month.',
    blank: 'A margin of 0 or less gives an empty cell: the cost never comes back. So does revenue of 0.',
    isNot: ['`CLV_TO_CAC`, which says how much comes back in all, not when.'],
  }),
  usage: documented(['=CAC_PAYBACK(400; 50)', '=CAC_PAYBACK(400; 50; 80%)']),
  examples: documented([
    { arguments: [400, 50], result: 8 },
    { arguments: [400, 50, 0.8], result: 10 },
    { arguments: [400, 50, 0], result: undefined },
    { arguments: [400, 0], result: undefined },
  ]),
});
