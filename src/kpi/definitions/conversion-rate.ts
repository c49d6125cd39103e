import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { counted } from './parameters';

export const conversionRate = kpi({
  name: 'CONVERSION_RATE',
  label: { en: 'Conversion rate', pl: 'Współczynnik konwersji', ru: 'Конверсия' },
  summary: documented({
    en: 'Share that converted, of whatever base you give.',
    pl: 'Udział konwersji w podanej podstawie.',
    ru: 'Доля конверсий от указанной базы.',
  }),
  unit: 'share',
  group: 'marketing',
  better: 'up',
  forms: [
    {
      parameters: [
        counted('conversions', documented(['The number that converted', 'Liczba konwersji', 'Число конверсий'])),
        counted(
          'base',
          documented(['The number that could have', 'Liczba wszystkich, którzy mogli', 'Число всех, кто мог']),
        ),
      ],
      figure: ratio('conversions', 'base'),
    },
  ],
  reference: documented({
    definition: ['conversions ÷ base'],
    counts:
      'Whatever you take as the base: visitors, sessions, leads. Numbers are added up, names are counted once each.',
    blank: 'A base of 0 gives an empty cell.',
    isNot: [
      'Comparable between teams that take different bases. The functions with a base in their name say which it is.',
    ],
  }),
  usage: documented(['=CONVERSION_RATE(30; 1000)']),
  examples: documented([
    { arguments: [30, 1000], result: 0.03 },
    { arguments: [1, 0], result: undefined },
  ]),
});
