import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { total } from './parameters';

const figure = ratio('spend', 'clicks');

export const cpc = kpi({
  name: 'CPC',
  label: { en: 'Cost per click', pl: 'Koszt kliknięcia (CPC)', ru: 'Стоимость клика (CPC)' },
  summary: documented({
    en: 'Spend divided by clicks.',
    pl: 'Wydatki podzielone przez kliknięcia.',
    ru: 'Расходы, делённые на клики.',
  }),
  unit: 'money',
  group: 'marketing',
  better: 'down',
  forms: [
    {
      parameters: [
        total('spend', documented(['The spend', 'Wydatki', 'Расходы'])),
        total('clicks', documented(['The number of clicks', 'Liczba kliknięć', 'Число кликов'])),
      ],
      figure,
    },
  ],
  report: figure,
  reference: documented({
    definition: ['spend ÷ clicks'],
    counts: 'The cost of the advertisements, and clicks on them.',
    blank: 'No clicks give an empty cell.',
    isNot: ['`CPL`: most clicks leave no lead.'],
  }),
  usage: documented(['=CPC(C2:C13; D2:D13)']),
  examples: documented([
    { arguments: [100, 50], result: 2 },
    { arguments: [1, 0], result: undefined },
  ]),
});
