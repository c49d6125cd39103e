import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { counted } from './parameters';

export const formConversionRate = kpi({
  name: 'FORM_CONVERSION_RATE',
  label: { en: 'Form conversion rate', pl: 'Konwersja formularza', ru: 'Конверсия формы' },
  summary: documented({
    en: 'Share of form views that ended in a form sent.',
    pl: 'Udział wyświetleń formularza zakończonych wysłaniem.',
    ru: 'Доля показов формы, которые закончились отправкой.',
  }),
  unit: 'share',
  group: 'marketing',
  better: 'up',
  forms: [
    {
      parameters: [
        counted(
          'submissions',
          documented(['The number of forms sent', 'Liczba wysłanych formularzy', 'Число отправленных форм']),
        ),
        counted(
          'views',
          documented(['The number of times the form was seen', 'Liczba wyświetleń formularza', 'Число показов формы']),
        ),
      ],
      figure: ratio('submissions', 'views'),
    },
  ],
  report: ratio('form_submissions', 'form_views'),
  reference: documented({
    definition: ['forms sent ÷ times the form was seen'],
    counts: 'Submissions, and views of the form.',
    blank: 'No views give an empty cell.',
    isNot: ['`VISITOR_TO_LEAD_RATE`, which divides by all visitors.'],
  }),
  usage: documented(['=FORM_CONVERSION_RATE(50; 400)']),
  examples: documented([
    { arguments: [50, 400], result: 0.125 },
    { arguments: [1, 0], result: undefined },
  ]),
});
