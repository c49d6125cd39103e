import { documented } from '../documentation';
import { kpi } from '../kpi';
import { ratio } from '../measure';
import { amounts, counted, outcomes, total, wonLabels } from './parameters';

const figure = ratio('revenue', 'won');

export const averageDeal = kpi({
  name: 'AVERAGE_DEAL',
  label: { en: 'Average deal', pl: 'Średnia wartość wygranej', ru: 'Средний чек сделки' },
  summary: documented({
    en: 'Revenue of won deals divided by their number.',
    pl: 'Przychód z wygranych podzielony przez ich liczbę.',
    ru: 'Выручка выигранных сделок, делённая на их число.',
  }),
  unit: 'money',
  group: 'sales',
  better: 'up',
  forms: [
    { parameters: [amounts, outcomes, wonLabels], figure, key: 'deals.stage' },
    { parameters: [amounts], figure, key: 'deals.amount' },
    {
      parameters: [
        total('revenue', documented(['The revenue', 'Przychód', 'Выручка'])),
        counted('deals', documented(['The number of won deals', 'Liczba wygranych', 'Число выигранных сделок'])),
      ],
      figure: ratio('revenue', 'deals'),
    },
  ],
  report: figure,
  reference: documented({
    definition: ['amount of won deals ÷ number of won deals', 'sum of amounts ÷ number of amounts', 'revenue ÷ deals'],
    counts: 'Won deals. With amounts alone, every row that has one.',
    blank:
      'With stages, a won deal without an amount counts as a deal that brought nothing. No won deals give an empty cell.',
    isNot: ['A median: one very large deal lifts it.', 'The average order of `CLV`: a deal may hold several orders.'],
  }),
  usage: documented(['=AVERAGE_DEAL(Deals!F2:F; Deals!E2:E)', '=AVERAGE_DEAL(120000; 40)']),
  examples: documented([
    {
      arguments: [
        [100, 50, 30, 200],
        ['Won', 'Lost', 'Open', 'Won'],
      ],
      result: 150,
    },
    { arguments: [[100, '', 200]], result: 150 },
    { arguments: [120000, 40], result: 3000 },
    { arguments: [100, 0], result: undefined },
  ]),
});
