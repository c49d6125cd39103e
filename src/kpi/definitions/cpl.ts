import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { counted, total } from './parameters';

const figure = ratio('spend', 'leads');

export const cpl = kpi({
  name: 'CPL',
  label: { en: 'Cost per lead', pl: 'Koszt leada (CPL)', ru: 'Стоимость лида (CPL)' },
  summary: documented({
    en: 'Spend divided by the leads that it brought.',
    pl: 'Wydatki podzielone przez pozyskane leady.',
    ru: 'Расходы, делённые на число полученных лидов.',
  }),
  unit: 'money',
  group: 'marketing',
  better: 'down',
  forms: [
    {
      parameters: [
        total('spend', documented(['The spend', 'Wydatki', 'Расходы'])),
        counted('leads', documented(['The number of leads', 'Liczba leadów', 'Число лидов'])),
      ],
      figure,
    },
  ],
  report: figure,
  reference: documented({
    definition: ['spend ÷ leads'],
    counts: 'The cost, and the leads that it brought. A column of ids or names is counted once each.',
    blank: 'No leads give an empty cell. Leads without spend cost 0.',
    isNot: ['`CAC`, which divides by new customers: a channel may have cheap leads and dear customers.'],
  }),
  usage: documented(['=CPL(C2:C13; B2:B13)', '=CPL(5000; 250)']),
  examples: documented([
    { arguments: [5000, 250], result: 20 },
    {
      arguments: [
        [100, '', 200],
        ['L1', 'L2', 'l1', ''],
      ],
      result: 150,
    },
    { arguments: [100, 0], result: undefined },
  ]),
});
