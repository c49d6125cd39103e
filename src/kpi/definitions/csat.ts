import { documented } from '../documentation';
import { kpi } from '../kpi';
import { scores } from './parameters';

export const csat = kpi({
  name: 'CSAT',
  label: { en: 'Customer satisfaction', pl: 'Satysfakcja klientów (CSAT)', ru: 'Удовлетворённость клиентов (CSAT)' },
  summary: documented({
    en: 'Share of scores of 4 or 5 on a scale from 1 to 5.',
    pl: 'Udział ocen 4 i 5 w skali od 1 do 5.',
    ru: 'Доля оценок 4 и 5 по шкале от 1 до 5.',
  }),
  unit: 'share',
  group: 'customers',
  better: 'up',
  forms: [
    {
      parameters: [scores(1, 5)],
      evaluate: (given) => {
        let [answers, satisfied] = [0, 0];
        given.eachScore('scores', (score) => {
          answers++;
          if (score >= 4) satisfied++;
        });
        return answers === 0 ? undefined : satisfied / answers;
      },
    },
  ],
  reference: documented({
    definition: ['answers of 4 or 5 ÷ answers'],
    counts: 'Answers on a scale from 1 to 5.',
    blank: 'A blank cell is no answer. No answers give an empty cell. A score off the scale is an error.',
    isNot: ['The average score.', '`NPS`, which asks whether customers would recommend you.'],
  }),
  usage: documented(['=CSAT(B2:B)']),
  examples: documented([
    { arguments: [[5, 4, 3, 1, '']], result: 0.5 },
    { arguments: [['']], result: undefined },
  ]),
});
