import { documented } from '../documentation';
import { kpi } from '../kpi';
import { product, ratio, sum } from '../measure';
import { counted, single } from './parameters';

export const salesVelocity = kpi({
  name: 'SALES_VELOCITY',
  label: { en: 'Sales velocity', pl: 'Tempo sprzedaży', ru: 'Скорость продаж' },
  summary: documented({
    en: 'Revenue that the pipeline brings in a day.',
    pl: 'Przychód, który lejek przynosi dziennie.',
    ru: 'Выручка, которую воронка приносит в день.',
  }),
  unit: 'money per day',
  group: 'sales',
  better: 'up',
  forms: [
    {
      parameters: [
        counted(
          'opportunities',
          documented(['The number of opportunities', 'Liczba szans sprzedaży', 'Число возможностей']),
        ),
        single(
          'average_deal',
          documented(['The average won deal', 'Średnia wartość wygranej', 'Средняя выигранная сделка']),
        ),
        single(
          'win_rate',
          documented(['The win rate, such as 25%', 'Wskaźnik wygranych, np. 25%', 'Доля побед, например 25%']),
        ),
        single('cycle', documented(['The sales cycle in days', 'Cykl sprzedaży w dniach', 'Цикл сделки в днях'])),
      ],
      figure: ratio(product('opportunities', 'average_deal', 'win_rate'), 'cycle'),
    },
  ],
  report: ratio(
    product('open', ratio('revenue', 'won'), ratio('won', sum('won', 'lost'))),
    ratio('cycle_days', 'cycle_deals'),
  ),
  how: {
    en: '{a} expected of open deals ÷ {b} days',
    pl: '{a} (oczekiwane z otwartych) ÷ {b} (dni cyklu)',
    ru: '{a} (ожидается от открытых) ÷ {b} (дни цикла)',
  },
  reference: documented({
    definition: ['opportunities × average deal × win rate ÷ days of the sales cycle'],
    counts:
      'Open opportunities; the other three are figures, such as results of `AVERAGE_DEAL`, `WIN_RATE` and `SALES_CYCLE`.',
    blank: 'A cycle of 0 days gives an empty cell.',
    isNot: ['Revenue of a day: it is the pace that the pipeline allows.'],
  }),
  usage: documented(['=SALES_VELOCITY(80; 3000; 25%; 60)']),
  examples: documented([
    { arguments: [80, 3000, 0.25, 60], result: 1000 },
    { arguments: [80, 3000, 0.25, 0], result: undefined },
  ]),
});
