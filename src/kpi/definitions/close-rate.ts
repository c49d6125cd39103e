import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { counted } from './parameters';

export const closeRate = kpi({
  name: 'CLOSE_RATE',
  label: { en: 'Close rate', pl: 'Skuteczność ofert', ru: 'Доля закрытий' },
  summary: documented({
    en: 'Share of offers or presentations that ended in a contract.',
    pl: 'Udział ofert lub prezentacji zakończonych umową.',
    ru: 'Доля предложений или презентаций, которые закончились договором.',
  }),
  unit: 'share',
  group: 'sales',
  better: 'up',
  forms: [
    {
      parameters: [
        counted(
          'contracts',
          documented(['The number of contracts concluded', 'Liczba zawartych umów', 'Число заключённых договоров']),
        ),
        counted(
          'offers',
          documented([
            'The number of offers or presentations made',
            'Liczba złożonych ofert lub prezentacji',
            'Число предложений или презентаций',
          ]),
        ),
      ],
      figure: ratio('contracts', 'offers'),
    },
  ],
  reference: documented({
    definition: ['contracts ÷ offers'],
    counts: 'Contracts concluded, and offers or presentations made. Numbers are added up, names are counted once each.',
    blank: 'No offers give an empty cell.',
    isNot: [
      '`WIN_RATE`, which divides by deals that were decided, whether or not there was an offer.',
      '`OPPORTUNITY_TO_WIN_RATE`, which starts before the offer.',
    ],
  }),
  usage: documented(['=CLOSE_RATE(12; 40)']),
  examples: documented([
    { arguments: [12, 40], result: 0.3 },
    { arguments: [1, 0], result: undefined },
  ]),
});
