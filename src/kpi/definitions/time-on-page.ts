import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { total } from './parameters';

const figure = ratio('seconds', 'pageviews');

export const timeOnPage = kpi({
  name: 'TIME_ON_PAGE',
  label: { en: 'Time on page', pl: 'Czas na stronie', ru: 'Время на странице' },
  summary: documented({
    en: 'Seconds spent on a page, on average.',
    pl: 'Średnia liczba sekund spędzonych na stronie.',
    ru: 'Сколько секунд в среднем проводят на странице.',
  }),
  unit: 'seconds',
  group: 'marketing',
  better: 'up',
  forms: [
    {
      parameters: [
        total('seconds', documented(['The seconds spent', 'Liczba sekund', 'Число секунд'])),
        total('pageviews', documented(['The number of page views', 'Liczba odsłon', 'Число просмотров страниц'])),
      ],
      figure,
    },
  ],
  report: figure,
  reference: documented({
    definition: ['seconds ÷ page views'],
    counts: 'Seconds spent, and page views.',
    blank: 'No page views give an empty cell.',
    isNot: ['Time per session, which is the sum over its pages.'],
  }),
  usage: documented(['=TIME_ON_PAGE(90000; 1500)']),
  examples: documented([
    { arguments: [90000, 1500], result: 60 },
    { arguments: [1, 0], result: undefined },
  ]),
});
