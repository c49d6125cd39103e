import { documented } from '../documentation';
import type { Parameter } from '../kpi';
import type { Field } from '../measure';
import type { Text } from '../measures';

/** Parameters that several functions share, so that one thing has one name and one help text. */

/** What a total is, in the three languages: "The spend". */
type Names = readonly [en: string, pl: string, ru: string];

/** Help from names and what may stand there; the build leaves the names out, and then there is no help. */
const helpFor = (of: Names, choice: Names): Text => documented(of && joined(of, choice));

const joined = (of: Names, choice: Names): Text => ({
  en: `${of[0]}: ${choice[0]}`,
  pl: `${of[1]}: ${choice[1]}`,
  ru: `${of[2]}: ${choice[2]}`,
});

/** A number, or a column of numbers to be summed. */
export const total = (name: string, of: Names): Parameter => ({
  kind: 'total',
  name,
  help: helpFor(
    of,
    documented([
      'a number, or a column of numbers to add up.',
      'liczba albo kolumna liczb do zsumowania.',
      'число или столбец чисел для суммирования.',
    ]),
  ),
});

/** One number that is a figure already, such as an average. */
export const single = (name: string, of: Names): Parameter => ({
  kind: 'total',
  name,
  help: helpFor(
    of,
    documented(['a number, or a cell with one.', 'liczba albo komórka z liczbą.', 'число или ячейка с числом.']),
  ),
});

/** A number, a column of numbers to be summed, or a column of names or ids that are counted once each. */
export const counted = (name: string, of: Names): Parameter => ({
  kind: 'total',
  counts: true,
  name,
  help: helpFor(
    of,
    documented([
      'a number, a column of numbers to add up, or a column of names to count once each.',
      'liczba, kolumna liczb do zsumowania albo kolumna nazw liczonych po jednym razie.',
      'число, столбец чисел для суммирования или столбец имён, каждое считается один раз.',
    ]),
  ),
});

const column = (kind: 'labels' | 'ids' | 'numbers' | 'dates', name: string, field: Field, help: Text): Parameter => ({
  kind,
  name,
  field,
  help,
});

export const outcomes = column(
  'labels',
  'outcomes',
  'deals.stage',
  documented({
    en: "The column with each deal's stage.",
    pl: 'Kolumna z etapem każdej szansy.',
    ru: 'Столбец с этапом каждой сделки.',
  }),
);

export const amounts = column(
  'numbers',
  'amounts',
  'deals.amount',
  documented({
    en: "The column with each deal's amount.",
    pl: 'Kolumna z kwotą każdej szansy.',
    ru: 'Столбец с суммой каждой сделки.',
  }),
);

/** What each purchase of a customer brought. */
export const purchaseAmounts = column(
  'numbers',
  'amounts',
  'deals.amount',
  documented({
    en: 'The column with the amount of each purchase.',
    pl: 'Kolumna z kwotą każdego zakupu.',
    ru: 'Столбец с суммой каждой покупки.',
  }),
);

export const customers = column(
  'ids',
  'customers',
  'deals.customer',
  documented({
    en: 'The column with the customer of each purchase: names or ids.',
    pl: 'Kolumna z klientem każdego zakupu: nazwy lub identyfikatory.',
    ru: 'Столбец с клиентом каждой покупки: имена или номера.',
  }),
);

export const started = column(
  'dates',
  'started',
  'deals.first_contact',
  documented({
    en: 'The column with the date of the first contact.',
    pl: 'Kolumna z datą pierwszego kontaktu.',
    ru: 'Столбец с датой первого контакта.',
  }),
);

export const closed = column(
  'dates',
  'closed',
  'deals.closed',
  documented({
    en: 'The column with the close date.',
    pl: 'Kolumna z datą zamknięcia.',
    ru: 'Столбец с датой закрытия.',
  }),
);

/** Labels that mean "won", in place of the words that are known. */
export const wonLabels: Parameter = {
  kind: 'accepted',
  name: 'won',
  field: 'deals.stage',
  meaning: 'won',
  optional: true,
  help: documented({
    en: 'The label, or labels, that mean a won deal.',
    pl: 'Etykieta lub etykiety wygranej szansy.',
    ru: 'Метка или метки выигранной сделки.',
  }),
};

/** Labels that mean "lost", in place of the words that are known. */
export const lostLabels: Parameter = {
  kind: 'accepted',
  name: 'lost',
  field: 'deals.stage',
  meaning: 'lost',
  optional: true,
  help: documented({
    en: 'The label, or labels, that mean a lost deal; "" if there are none.',
    pl: 'Etykieta lub etykiety przegranej szansy; "" jeśli ich nie ma.',
    ru: 'Метка или метки проигранной сделки; "" если их нет.',
  }),
};

/** Gross margin, as a share of revenue. */
export const margin: Parameter = {
  kind: 'number',
  name: 'margin',
  optional: true,
  default: 1,
  help: documented({
    en: 'Gross margin as a share of revenue, such as 60%; 100% if left out.',
    pl: 'Marża brutto jako część przychodu, np. 60%; domyślnie 100%.',
    ru: 'Валовая маржа как доля выручки, например 60%; по умолчанию 100%.',
  }),
};

/** The number that reached each step, first step first. */
export const stepCounts: Parameter = {
  kind: 'counts',
  name: 'counts',
  help: documented({
    en: 'The numbers that reached each step, first step first.',
    pl: 'Liczby osób na kolejnych krokach, od pierwszego.',
    ru: 'Сколько дошло до каждого шага, начиная с первого.',
  }),
};

export const currentStages = column(
  'labels',
  'stages',
  'deals.stage',
  documented({
    en: "The column with each record's current stage.",
    pl: 'Kolumna z bieżącym etapem.',
    ru: 'Столбец с текущим этапом.',
  }),
);

/** The stages of a funnel in order; its length has nothing to do with that of the records. */
export const stageOrder: Parameter = {
  kind: 'order',
  name: 'order',
  help: documented({
    en: 'The stages from first to last.',
    pl: 'Etapy od pierwszego do ostatniego.',
    ru: 'Этапы от первого до последнего.',
  }),
};

/** What each record is grouped by. */
export const groups: Parameter = {
  kind: 'names',
  name: 'groups',
  help: documented({
    en: "The column to group by, such as each deal's owner.",
    pl: 'Kolumna, według której grupować, np. opiekun szansy.',
    ru: 'Столбец для группировки, например ответственный за сделку.',
  }),
};

export const kpiName: Parameter = {
  kind: 'names',
  name: 'kpi',
  help: documented({
    en: 'The name of a KPI in quotes, such as "WIN_RATE"; also "SUM" or "COUNT".',
    pl: 'Nazwa wskaźnika w cudzysłowie, np. "WIN_RATE"; także "SUM" lub "COUNT".',
    ru: 'Название показателя в кавычках, например "WIN_RATE"; также "SUM" или "COUNT".',
  }),
};

/** The arguments of the KPI that is computed by group: as many as it takes. */
export const moreColumns: readonly Parameter[] = [
  {
    kind: 'names',
    name: 'column',
    help: documented({
      en: 'The first column that this KPI takes, as long as the column of groups.',
      pl: 'Pierwsza kolumna, której wymaga ten wskaźnik, tak długa jak kolumna grup.',
      ru: 'Первый столбец, который нужен этому показателю, той же длины, что столбец групп.',
    }),
  },
  ...[2, 3, 4].map(
    (number): Parameter => ({
      kind: 'names',
      name: `column_${number}`,
      optional: true,
      help: documented({
        en: 'What this KPI takes next: another column, or an option such as "median".',
        pl: 'Następny argument tego wskaźnika: kolumna albo opcja, np. "median".',
        ru: 'Следующий аргумент этого показателя: столбец или параметр, например "median".',
      }),
    }),
  ),
];

/** The date of each purchase. */
export const purchaseDates = column(
  'dates',
  'dates',
  'deals.closed',
  documented({
    en: 'The column with the date of each purchase.',
    pl: 'Kolumna z datą każdego zakupu.',
    ru: 'Столбец с датой каждой покупки.',
  }),
);

/** The first and the last day of a period. */
export const startDay: Parameter = {
  kind: 'day',
  name: 'start',
  help: documented({ en: 'The first day of the period.', pl: 'Pierwszy dzień okresu.', ru: 'Первый день периода.' }),
};

export const endDay: Parameter = {
  kind: 'day',
  name: 'end',
  help: documented({
    en: 'The last day of the period; it is included.',
    pl: 'Ostatni dzień okresu; jest wliczony.',
    ru: 'Последний день периода; он включён.',
  }),
};

/** Names of the steps of a funnel, beside their counts. */
export const stepLabels: Parameter = {
  kind: 'names',
  name: 'labels',
  help: documented({
    en: 'The names of the steps, first step first.',
    pl: 'Nazwy kroków, od pierwszego.',
    ru: 'Названия шагов, начиная с первого.',
  }),
};

/** What decides which step loses most. */
export const leakBy: Parameter = {
  kind: 'choice',
  name: 'by',
  among: ['rate', 'count'],
  optional: true,
  help: documented({
    en: '"rate" (usual) for the largest share lost, or "count" for the largest number.',
    pl: '"rate" (domyślnie): największy udział, albo "count": największa liczba.',
    ru: '"rate" (по умолчанию): наибольшая доля, или "count": наибольшее число.',
  }),
};

/** Answers to a survey. */
export const scores = (lowest: number, highest: number): Parameter => ({
  kind: 'scores',
  name: 'scores',
  scale: [lowest, highest],
  help: documented({
    en: `The column with the scores, ${lowest} to ${highest}.`,
    pl: `Kolumna z ocenami od ${lowest} do ${highest}.`,
    ru: `Столбец с оценками от ${lowest} до ${highest}.`,
  }),
});
