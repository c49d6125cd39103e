import { documented } from '../documentation';
import { kpi } from '../kpi';
import { scores } from './parameters';

export const nps = kpi({
  name: 'NPS',
  label: { en: 'Net Promoter Score', pl: 'Net Promoter Score (NPS)', ru: 'Индекс лояльности (NPS)' },
  summary: documented({
    en: 'Promoters (9 and 10) less detractors (0 to 6), in points from −100 to 100.',
    pl: 'Promotorzy (9 i 10) minus krytycy (0 do 6), w punktach od −100 do 100.',
    ru: 'Промоутеры (9 и 10) минус критики (от 0 до 6), в пунктах от −100 до 100.',
  }),
  unit: 'points',
  group: 'customers',
  better: 'up',
  forms: [
    {
      parameters: [scores(0, 10)],
      evaluate: (given) => {
        let [answers, promoters, detractors] = [0, 0, 0];
        given.eachScore('scores', (score) => {
          answers++;
          if (score >= 9) promoters++;
          if (score <= 6) detractors++;
        });
        return answers === 0 ? undefined : ((promoters - detractors) / answers) * 100;
      },
    },
  ],
  reference: documented({
    definition: ['(promoters − detractors) ÷ answers × 100'],
    counts: 'Promoters answered 9 or 10, detractors 0 to 6; 7 and 8 count as answers only.',
    blank: 'A blank cell is no answer. No answers give an empty cell. A score off the scale is an error.',
    isNot: ['A percentage: it is in points and can be negative.', '`CSAT`, which has a scale from 1 to 5.'],
  }),
  usage: documented(['=NPS(B2:B)']),
  examples: documented([
    { arguments: [[10, 9, 8, 7, 6, 0, '']], result: 0 },
    { arguments: [[10, 9, 9, 3]], result: 50 },
    { arguments: [['']], result: undefined },
  ]),
});
