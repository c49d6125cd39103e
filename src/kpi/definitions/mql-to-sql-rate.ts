import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { counted } from './parameters';

const figure = ratio('sqls', 'mqls');

export const mqlToSqlRate = kpi({
  name: 'MQL_TO_SQL_RATE',
  label: { en: 'MQL-to-SQL rate', pl: 'Konwersja MQL w SQL', ru: 'Конверсия MQL в SQL' },
  summary: documented({
    en: 'Share of marketing-qualified leads that sales accepted.',
    pl: 'Udział MQL przyjętych przez sprzedaż.',
    ru: 'Доля MQL, которых приняли продажи.',
  }),
  unit: 'share',
  group: 'marketing',
  better: 'up',
  forms: [
    {
      parameters: [
        counted('sqls', documented(['The number of sales-qualified leads', 'Liczba SQL', 'Число SQL'])),
        counted('mqls', documented(['The number of marketing-qualified leads', 'Liczba MQL', 'Число MQL'])),
      ],
      figure,
    },
  ],
  report: figure,
  reference: documented({
    definition: ['sales-qualified leads ÷ marketing-qualified leads'],
    counts: 'Leads that sales accepted, and those that marketing handed over.',
    blank: 'No marketing-qualified leads give an empty cell.',
    isNot: ['A share of all leads.'],
  }),
  usage: documented(['=MQL_TO_SQL_RATE(20; 80)']),
  examples: documented([
    { arguments: [20, 80], result: 0.25 },
    { arguments: [1, 0], result: undefined },
  ]),
});
