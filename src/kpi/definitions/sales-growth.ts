import { documented } from '../documentation';
import { kpi } from '../kpi';
import { difference, magnitude, ratio } from '../measure';
import { total } from './parameters';

export const salesGrowth = kpi({
  name: 'SALES_GROWTH',
  label: { en: 'Sales growth', pl: 'Wzrost sprzedaży', ru: 'Рост продаж' },
  summary: documented({
    en: 'Change from one period to the next, as a share of the earlier one.',
    pl: 'Zmiana względem poprzedniego okresu, jako jego część.',
    ru: 'Изменение к прошлому периоду, как его доля.',
  }),
  unit: 'share',
  group: 'sales',
  better: 'up',
  forms: [
    {
      parameters: [
        total('current', documented(['The figure of this period', 'Wartość z tego okresu', 'Значение этого периода'])),
        total(
          'previous',
          documented(['The figure of the period before', 'Wartość z poprzedniego okresu', 'Значение прошлого периода']),
        ),
      ],
      figure: ratio(difference('current', 'previous'), magnitude('previous')),
    },
  ],
  report: ratio(difference('revenue', 'previous_revenue'), magnitude('previous_revenue')),
  how: { en: '{a} more than {b} before', pl: '{a} (różnica) ÷ {b} (poprzednio)', ru: '{a} (разница) ÷ {b} (раньше)' },
  reference: documented({
    definition: ['(current − previous) ÷ |previous|'],
    counts:
      'Two figures of equally long periods. From −100 to 50 is growth of 150%: the sign of the earlier figure does not turn the result.',
    blank: 'An earlier figure of 0 gives an empty cell.',
    isNot: ['A difference in percentage points: from 20% to 30% is growth of 50%.'],
  }),
  usage: documented(['=SALES_GROWTH(120000; 100000)']),
  examples: documented([
    { arguments: [120, 100], result: 0.2 },
    { arguments: [50, -100], result: 1.5 },
    { arguments: [1, 0], result: undefined },
  ]),
});
