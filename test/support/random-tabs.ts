import { type Random, random } from '../../host/sample/random';
import type { CivilDate, Value } from '../../src/data/cell';
import { type FieldType, fieldOf } from '../../src/data/fields';
import { HEADER_ROWS } from '../data/header-rows';

/** A tab of random shape: cells row by row from A1, and which of them are formulas. */
export interface RandomTab {
  readonly name: string;
  readonly rows: Value[][];
  readonly formulas: boolean[][];
}

const DAY = 86_400_000;
const civil = (chance: Random): CivilDate => ({
  date: new Date(Date.UTC(2024, 0, 1) + chance.whole(0, 800) * DAY).toISOString().slice(0, 10),
  time: chance.chance(0.2) ? chance.whole(0, 86_399) / 86_400 : 0,
});

const two = (number: number): string => String(number).padStart(2, '0');
const dateText = (chance: Random): string => {
  const [day, month, year] = [chance.whole(1, 31), chance.whole(1, 12), chance.whole(2023, 2026)];
  return chance.pick([
    `${two(day)}.${two(month)}.${year}`,
    `${two(day)}/${two(month)}/${year}`,
    `${month}/${day}/${year}`,
    `${year}-${two(month)}-${two(day)}T23:30:00Z`,
    `${day} ${chance.pick(['gru', 'марта', 'Apr', 'März', 'enero', 'foo'])} ${year}`,
    `${year}${two(month)}${two(day)}`,
    '03/04/2025',
  ]);
};
const numberText = (chance: Random): string => {
  const number = chance.whole(0, 99_999) / chance.pick([1, 10, 100]);
  const group = chance.pick([' ', '\u00a0', '\u202f', ',', '.', "'", '']);
  const [whole = '', cents] = String(number).split('.');
  const size = whole.replace(/(\d)(?=(\d{3})+$)/g, `$1${group}`) + (cents ? chance.pick([',', '.']) + cents : '');
  return chance.pick(['', '', '€', '-', '(']) + size + chance.pick(['', '', ' zł', '%', ' €', ' USD', ')']);
};

const LABELS =
  'Won|won |WON|Lost|Closed - Won|Nie wygrana|Успешно реализовано|Закрыто и не реализовано|Gewonnen|Ganado|New|Demo|Wоn|Qualified|Customer|MQL|SQL|Spam|' +
  'Google Ads|google / cpc|Facebook|facebook|Newsletter|Newsleter|Рассылка|Kлики|Targi|Direct|PLN|EUR|zł|yes|нет|TRUE|Total|Suma|Итого: 5|Razem|' +
  '=1+1|+48 22|-|n/a|*|~|?|"x"|<b>|constructor|__proto__|ﬁne|İstanbul|ẞ|مرحبا|日本語|👩‍🚀|e\u0301|\u200bghost|\u202eabc';
const label = (chance: Random): string => chance.pick(LABELS.split('|')) + chance.pick(['', '', '', ' ', '\u00a0']);
const letters = (chance: Random): string =>
  Array.from({ length: chance.whole(0, 12) }, () =>
    String.fromCodePoint(
      chance.pick([
        chance.whole(32, 126),
        chance.whole(160, 591),
        chance.whole(0x400, 0x52f),
        chance.whole(0, 0xd7ff),
        chance.whole(0x1f300, 0x1faff),
      ]),
    ),
  ).join('');

const whole = (chance: Random): number => chance.whole(-5, 90_000);
const cents = (chance: Random): number => chance.whole(0, 100_000) / 100;
const id = (chance: Random): string => `id-${chance.whole(1, 12)}`;

type Maker = (chance: Random) => Value;
const MAKERS: readonly Maker[] = [
  civil,
  civil,
  dateText,
  whole,
  (chance) => chance.pick([0, -1, 1e15, 1e-9, 45_000, 20_250_131, 0.5, 12.34]),
  cents,
  numberText,
  label,
  label,
  letters,
  id,
  (chance) => chance.pick(['#N/A', '#REF!', '#DIV/0!', '#ЗНАЧ!']),
  (chance) => chance.chance(0.5),
  () => null,
  () => ' ',
];

const TYPED: Readonly<Record<FieldType, readonly Maker[]>> = {
  date: [civil, civil, dateText],
  flagOrDate: [civil, dateText, label],
  number: [whole, cents, numberText],
  label: [label],
  id: [id, letters],
  text: [letters],
};
/** Every header of every tool, with the kinds of values that suit it. */
const tools = HEADER_ROWS.map(({ dataset, headers }) =>
  headers.map(({ header, field }) => ({
    header,
    makers: field ? TYPED[fieldOf(dataset, field)?.type ?? 'text'] : MAKERS,
  })),
);
const everyHeader = tools.flat();

/** A tab of headers that tools write, or any text, over columns that mostly hold one kind of value; the same seed gives the same tab. */
export function randomTab(seed: number, name = 'Tab'): RandomTab {
  const chance = random(seed);
  const own = chance.shuffled(chance.pick(tools));
  const columns = Array.from({ length: chance.chance(0.05) ? 0 : chance.whole(1, 12) }, (_, column) => {
    if (chance.chance(0.8))
      return own[column] ?? (everyHeader[chance.whole(0, everyHeader.length - 1)] as (typeof everyHeader)[number]);
    return { header: chance.pick([letters, label])(chance), makers: MAKERS };
  });
  const headers = columns.map(({ header }): Value => header);
  const kinds = columns.map(({ makers }) => chance.pick(chance.chance(0.8) ? makers : MAKERS));
  const cell = (column: number) => (chance.chance(0.85) ? (kinds[column] as Maker) : chance.pick(MAKERS))(chance);
  const record = () => headers.map((_, column) => cell(column));
  const body: Value[][] = [];
  for (let left = chance.whole(0, 14); left > 0; left--) {
    const kind = chance.share();
    if (kind < 0.8 || body.length === 0) body.push(record());
    else if (kind < 0.9) body.push([...(chance.pick(body) as Value[])]);
    else if (kind < 0.95) body.push([...headers]);
    else body.push(headers.map((_, column) => (column === 0 ? 'Total' : column === 1 ? 5 : null)));
  }
  const titles = Array.from({ length: chance.chance(0.3) ? chance.whole(1, 3) : 0 }, () => [letters(chance)]);
  const rows = [...titles, headers, ...body].map((row) => headers.map((_, column) => row[column] ?? null));
  const formulas = rows.map((row) => row.map(() => chance.chance(0.04)));
  return { name, rows, formulas };
}
