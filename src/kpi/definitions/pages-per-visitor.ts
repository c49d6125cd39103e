import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { counted, total } from './parameters';

const figure = ratio('pageviews', 'visitors');

export const pagesPerVisitor = kpi({
  name: 'PAGES_PER_VISITOR',
  label: { en: 'Pages per visitor', pl: 'Strony na odwiedzającego', ru: 'Страниц на посетителя' },
  summary: documented({
    en: 'Page views divided by visitors.',
    pl: 'Odsłony podzielone przez odwiedzających.',
    ru: 'Просмотры страниц, делённые на посетителей.',
  }),
  unit: 'number',
  group: 'marketing',
  better: 'up',
  forms: [
    {
      parameters: [
        total('pageviews', documented(['The number of page views', 'Liczba odsłon', 'Число просмотров страниц'])),
        counted('visitors', documented(['The number of visitors', 'Liczba odwiedzających', 'Число посетителей'])),
      ],
      figure,
    },
  ],
  report: figure,
  reference: documented({
    definition: ['page views ÷ visitors'],
    counts: 'Page views, and visitors.',
    blank: 'No visitors give an empty cell.',
    isNot: ['Pages per session: one visitor may come several times.'],
  }),
  usage: documented(['=PAGES_PER_VISITOR(5000; 2000)']),
  examples: documented([
    { arguments: [5000, 2000], result: 2.5 },
    { arguments: [1, 0], result: undefined },
  ]),
});
