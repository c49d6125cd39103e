import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { counted } from './parameters';

const figure = ratio('leads', 'visitors');

export const visitorToLeadRate = kpi({
  name: 'VISITOR_TO_LEAD_RATE',
  label: { en: 'Visitor-to-lead rate', pl: 'Konwersja odwiedzającego w leada', ru: 'Конверсия посетителя в лида' },
  summary: documented({
    en: 'Share of visitors who became leads.',
    pl: 'Udział odwiedzających, którzy zostali leadami.',
    ru: 'Доля посетителей, которые стали лидами.',
  }),
  unit: 'share',
  group: 'marketing',
  better: 'up',
  forms: [
    {
      parameters: [
        counted('leads', documented(['The number of leads', 'Liczba leadów', 'Число лидов'])),
        counted('visitors', documented(['The number of visitors', 'Liczba odwiedzających', 'Число посетителей'])),
      ],
      figure,
    },
  ],
  report: figure,
  reference: documented({
    definition: ['leads ÷ visitors'],
    counts: 'Leads, and visitors of the website in the same time.',
    blank: 'No visitors give an empty cell.',
    isNot: ['`FORM_CONVERSION_RATE`, which looks at visitors who saw the form.'],
  }),
  usage: documented(['=VISITOR_TO_LEAD_RATE(200; 10000)']),
  examples: documented([
    { arguments: [200, 10000], result: 0.02 },
    { arguments: [1, 0], result: undefined },
  ]),
});
