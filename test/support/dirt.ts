import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { parseTyped } from '../../host/files/typed-value';
import type { Company } from '../../host/sample/company';
import { type Random, random } from '../../host/sample/random';
import type { DatasetName } from '../../src/data/fields';
import type { FindingCode } from '../../src/data/finding';

/** How files are written: for a spreadsheet of which locale, in which encoding, with which character between the fields. */
export interface Export {
  readonly locale: 'en_US' | 'pl_PL';
  readonly encoding: 'utf-8' | 'utf-8 with BOM' | 'utf-16le' | 'windows-1250' | 'windows-1251';
  readonly delimiter: ',' | ';' | '\t';
}

/** One thing that was spoilt: of what kind, the finding that has to name it, its cell in A1 (of a row: the cell in column A). */
export interface Dirt {
  readonly kind: string;
  readonly code: FindingCode;
  readonly dataset: DatasetName;
  /** Absent where whole rows are spoilt. */
  readonly field?: string;
  readonly cell: string;
}

/** The files by dataset. */
export type Files = Readonly<Record<DatasetName, Buffer>>;

/** The fields of the company's columns, in their order. */
const FIELDS: Readonly<Record<DatasetName, readonly string[]>> = {
  leads: 'id created source campaign status owner customer segment converted'.split(' '),
  deals: 'id name customer stage amount first_contact created closed owner source segment'.split(' '),
  spend: 'date channel campaign amount impressions clicks leads'.split(' '),
  traffic: 'date channel visitors sessions pageviews bounces seconds form_views form_submissions'.split(' '),
};
const DATASETS = Object.keys(FIELDS) as DatasetName[];

/** Names of the company's people and channels, and how they might be called in Polish and Russian. */
const LOCAL = `
  Anna Keller: Łucja Żółkiewska, Анна Смирнова; Ben Okafor: Paweł Święcicki, Борис Кузнецов;
  Carla Mendes: Małgorzata Dąbrowska, Светлана Попова; David Novak: Jędrzej Gołąb, Дмитрий Волков;
  Elena Rossi: Wacława Źrebiec, Елена Соколова; Frank Larsen: Józef Kość, Фёдор Морозов;
  Paid search: Płatne wyszukiwanie, Платный поиск; Paid social: Płatne media społecznościowe, Реклама в соцсетях;
  Organic search: Wyniki bezpłatne, Органический поиск; E-mail: Wysyłki pocztą, Рассылка по почте;
  Referral: Z polecenia zażyłych, По рекомендации; Events: Targi i spotkania, Выставки и встречи;
  Partners: Współpraca, Наши партнёры; Direct: Wejścia bezpośrednie, Прямые заходы`;
const LOCAL_NAMES = LOCAL.trim()
  .split(/;\s+/)
  .map((line) => line.split(/: |, /) as [english: string, pl: string, ru: string]);

/** The company with people and channels whose names are written in Polish or Russian letters. */
export function withLocalNames(company: Company, language: 'pl' | 'ru'): Company {
  const local = new Map(LOCAL_NAMES.map(([english, pl, ru]) => [english as string | number | null, { pl, ru }]));
  const renamed = DATASETS.map((name) => {
    const { headers, rows } = company[name];
    return [name, { headers, rows: rows.map((row) => row.map((cell) => local.get(cell)?.[language] ?? cell)) }];
  });
  return Object.fromEntries(renamed);
}

/** A row that is going to be written: its cells as text, and what is spoilt in it. */
interface Line {
  readonly cells: string[];
  readonly spoilt: Omit<Dirt, 'cell' | 'dataset'>[];
}

/** The company's files as a tidy export has them: dates as ISO, numbers as the locale writes them. */
export const cleanFiles = (company: Company, how: Export): Files =>
  filesOf((dataset) => tableOf(company, dataset, how), how);

/** The company's files spoilt in every way that such files can be, and all that was done to them. The same seed spoils the same cells. */
export function dirtyFiles(company: Company, how: Export, seed: number): { files: Files; done: Dirt[] } {
  const chance = random(seed);
  const lines = Object.fromEntries(
    DATASETS.map((dataset) => {
      const [header, ...records] = tableOf(company, dataset, how);
      const spoiler: Spoiler = { dataset, how, chance, fresh: chance.shuffled(records as Line[]) };
      spoilCells(spoiler);
      if (dataset === 'spend') exchangeDays(records, how);
      const repeated = dataset === 'leads' || dataset === 'deals' ? withCopies(spoiler, records) : records;
      return [dataset, withExtraLines(spoiler, header as Line, repeated)];
    }),
  ) as Record<DatasetName, Line[]>;
  const done = DATASETS.flatMap((dataset) =>
    lines[dataset].flatMap(({ spoilt }, row) =>
      spoilt.map((what) => {
        const column = what.field === undefined ? 0 : FIELDS[dataset].indexOf(what.field);
        return { ...what, dataset, cell: `${String.fromCharCode(65 + column)}${row + 1}` };
      }),
    ),
  );
  return { files: filesOf((dataset) => lines[dataset], how), done };
}

function tableOf(company: Company, dataset: DatasetName, { locale }: Export): Line[] {
  const { headers, rows } = company[dataset];
  const written = (cell: string | number | null): string =>
    typeof cell === 'number' && locale === 'pl_PL' ? String(cell).replace('.', ',') : String(cell ?? '');
  return [headers, ...rows].map((row) => ({ cells: row.map(written), spoilt: [] }));
}

function filesOf(linesOf: (dataset: DatasetName) => readonly Line[], { encoding, delimiter }: Export): Files {
  const files = DATASETS.map((dataset) => {
    const rows = linesOf(dataset).map(({ cells }) => cells);
    const text = Papa.unparse(rows, { delimiter, newline: '\r\n' });
    const [name = ''] = encoding.split(' ');
    return [dataset, iconv.encode(text, name, { addBOM: name === 'utf-16le' || encoding.endsWith('BOM') })];
  });
  return Object.fromEntries(files);
}

interface Spoiler {
  readonly dataset: DatasetName;
  readonly how: Export;
  readonly chance: Random;
  /** Rows in which nothing is spoilt yet. */
  fresh: Line[];
}

/** A way to spoil a cell; "" where this cell cannot be spoilt so. */
interface Way {
  readonly kind: string;
  readonly code: FindingCode;
  readonly fields: Readonly<Partial<Record<DatasetName, string>>>;
  readonly spoil: (cell: string, chance: Random) => string;
}

const day = (iso: string): [year: string, month: string, day: string] => iso.split('-') as [string, string, string];
const MONTHS = {
  polish: 'sty lut mar kwi maj cze lip sie wrz paź lis gru'.split(' '),
  russian: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  german: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  english: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};
const named = (iso: string, names: readonly string[], write: (day: number, month: string, year: string) => string) => {
  const [year, month, date] = day(iso);
  return write(Number(date), names[Number(month) - 1] as string, year);
};
/** Figures that can be read in one way only. */
const figures = (iso: string, write: (year: string, month: string, day: string) => string): string =>
  Number(day(iso)[2]) > 12 ? write(...day(iso)) : '';

const DATES: readonly (readonly [kind: string, write: (iso: string) => string])[] = [
  ['date: 31.12.2025', (iso) => figures(iso, (y, m, d) => `${d}.${m}.${y}`)],
  ['date: 12/31/2025', (iso) => figures(iso, (y, m, d) => `${m}/${d}/${y}`)],
  ['date: 2025-12-31T23:30:00Z', (iso) => `${iso}T23:30:00Z`],
  ['date: 1 gru 2025', (iso) => named(iso, MONTHS.polish, (d, m, y) => `${d} ${m} ${y}`)],
  ['date: 15 Apr, 2021 00:03:00', (iso) => named(iso, MONTHS.english, (d, m, y) => `${d} ${m}, ${y} 00:03:00`)],
  ['date: 1 января 2025 г.', (iso) => named(iso, MONTHS.russian, (d, m, y) => `${d} ${m} ${y} г.`)],
  ['date: 31. Dezember 2025', (iso) => named(iso, MONTHS.german, (d, m, y) => `${d}. ${m} ${y}`)],
  ['date: Wed, Dec 31, 2025', (iso) => named(iso, MONTHS.english, (d, m, y) => `Wed, ${m} ${d}, ${y}`)],
];

/** 1234.5 in thousands and with two decimals. */
const grouped = (cell: string, group: string, decimal: string): string => {
  const [whole = '', cents = ''] = cell.replace(',', '.').split('.');
  return whole.length < 4 ? '' : `${whole.slice(0, -3)}${group}${whole.slice(-3)}${decimal}${cents.padEnd(2, '0')}`;
};
const SPACES = { space: ' ', 'no-break space': '\u00a0', 'narrow no-break space': '\u202f', 'thin space': '\u2009' };

const between = (cell: string, space: string): string => (cell.includes(' ') ? cell.replace(' ', space) : '');
const LOOKALIKES = new Map([...'aceopxAEOKMT'].map((letter, index) => [letter, 'асеорхАЕОКМТ'[index] as string]));
/** One letter that has a double in the other script is exchanged for it. */
function lookAlike(cell: string, chance: Random): string {
  const pairs = /[а-я]/.test(cell) ? new Map([...LOOKALIKES].map(([latin, other]) => [other, latin])) : LOOKALIKES;
  const places = [...cell].flatMap((letter, at) => (pairs.has(letter) ? [at] : []));
  if (places.length === 0) return '';
  const at = chance.pick(places);
  return cell.slice(0, at) + pairs.get(cell[at] as string) + cell.slice(at + 1);
}

const DATE_FIELDS = [
  { leads: 'created', deals: 'first_contact', traffic: 'date' },
  { leads: 'converted', deals: 'created' },
  { deals: 'closed' },
] as const;
const AMOUNTS = { deals: 'amount', spend: 'amount' } as const;
const LABEL_FIELDS = [
  { leads: 'source', deals: 'stage', spend: 'channel', traffic: 'channel' },
  { leads: 'owner', deals: 'owner' },
  { leads: 'status', deals: 'source' },
] as const;

const WAYS: readonly Way[] = [
  ...DATE_FIELDS.flatMap((fields) =>
    DATES.map(([kind, spoil]): Way => ({ kind, code: 'date_as_text', fields, spoil })),
  ),
  ...Object.entries(SPACES).map(
    ([name, space]): Way => ({
      kind: `decimal comma and ${name}`,
      code: 'number_as_text',
      fields: AMOUNTS,
      spoil: (cell) => grouped(cell, space, ','),
    }),
  ),
  {
    kind: 'currency before',
    code: 'number_as_text',
    fields: AMOUNTS,
    spoil: (cell) => grouped(cell, ',', '.') && `EUR ${grouped(cell, ',', '.')}`,
  },
  {
    kind: 'currency after',
    code: 'number_as_text',
    fields: AMOUNTS,
    spoil: (cell) => grouped(cell, '.', ',') && `${grouped(cell, '.', ',')} €`,
  },
  ...LABEL_FIELDS.flatMap((fields): Way[] => [
    { kind: 'space at the end', code: 'stray_spaces', fields, spoil: (cell) => `${cell} ` },
    { kind: 'space at the beginning', code: 'stray_spaces', fields, spoil: (cell) => ` ${cell}` },
    { kind: 'two spaces', code: 'stray_spaces', fields, spoil: (cell) => between(cell, '  ') },
    { kind: 'no-break space', code: 'stray_spaces', fields, spoil: (cell) => between(cell, '\u00a0') },
    { kind: 'no-break space at the end', code: 'stray_spaces', fields, spoil: (cell) => `${cell}\u00a0` },
    { kind: 'capitals', code: 'label_variants', fields, spoil: (cell) => cell.toUpperCase() },
    { kind: 'small letters', code: 'label_variants', fields, spoil: (cell) => cell.toLowerCase() },
    { kind: 'look-alike letter', code: 'look_alike_letters', fields, spoil: lookAlike },
  ]),
  {
    // No figure hangs on the name of a deal: what stood in place of an error nobody can tell.
    kind: 'error cell',
    code: 'error_cell',
    fields: { deals: 'name' },
    spoil: (_, chance) => chance.pick(['#N/A', '#REF!', '#DIV/0!']),
  },
];

/** Spoils some cells in every way that the file can carry; no row twice. */
function spoilCells(spoiler: Spoiler): void {
  const { dataset, chance } = spoiler;
  for (const way of WAYS) {
    const field = way.fields[dataset];
    if (field === undefined) continue;
    const lines: Line[] = [];
    const wanted = chance.whole(1, 4);
    for (const line of spoiler.fresh) {
      if (lines.length === wanted) break;
      if (spoilCell(spoiler, line, field, way)) lines.push(line);
    }
    spoiler.fresh = spoiler.fresh.filter((line) => !lines.includes(line));
  }
}

/** Spoils a cell, if the encoding has the letters and the import would leave it as the text that it is. */
function spoilCell({ dataset, how, chance }: Spoiler, line: Line, field: string, way: Way): boolean {
  const column = FIELDS[dataset].indexOf(field);
  const before = line.cells[column] as string;
  const after = before === '' ? '' : way.spoil(before, chance);
  const isText = after !== before && after !== '' && importedText(after, how.locale) === after;
  if (!isText || iconv.decode(iconv.encode(after, encodingOf(how)), encodingOf(how)) !== after) return false;
  line.cells[column] = after;
  line.spoilt.push({ kind: way.kind, code: way.code, field });
  return true;
}

const encodingOf = ({ encoding }: Export): string => encoding.split(' ')[0] as string;

/** The text that a cell holds after the import; undefined where it is a number or a date. */
function importedText(text: string, locale: string): string | undefined {
  const typed = parseTyped(text, locale, { imported: true });
  return 'value' in typed && typeof typed.value === 'string' ? typed.value : undefined;
}

/** Writes all dates with day and month in the order that the import takes for the other one. */
function exchangeDays(records: readonly Line[], { locale }: Export): void {
  for (const { cells, spoilt } of records) {
    const [year, month, date] = day(cells[0] as string);
    cells[0] = locale === 'en_US' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`;
    const code = date > '12' ? 'date_as_text' : 'swapped_date';
    if (date !== month) spoilt.push({ kind: 'swapped date', code, field: 'date' });
  }
}

/** The rows with copies of some of them further below, and copies in another spelling. */
function withCopies(spoiler: Spoiler, records: readonly Line[]): Line[] {
  const { chance } = spoiler;
  const result = [...records];
  const insert = (original: Line, copy: Line) => {
    result.splice(chance.whole(result.indexOf(original) + 1, result.length), 0, copy);
  };
  for (const original of spoiler.fresh.splice(0, 5)) {
    insert(original, { cells: [...original.cells], spoilt: copyOf('exact duplicate', 'duplicate_row') });
  }
  const fields = LABEL_FIELDS[1];
  const respelling = WAYS.filter(
    (way) =>
      (way.fields === fields && way.kind === 'capitals') ||
      (way.fields === LABEL_FIELDS[2] && way.kind === 'space at the end'),
  );
  for (const original of spoiler.fresh.splice(0, 4)) {
    const copy = { cells: [...original.cells], spoilt: copyOf('near duplicate', 'near_duplicate_row') };
    for (const way of respelling) spoilCell(spoiler, copy, way.fields[spoiler.dataset] as string, way);
    insert(original, copy);
  }
  return result;
}

const copyOf = (kind: string, code: FindingCode): Line['spoilt'] => [
  { kind, code },
  { kind, code: 'duplicate_id', field: 'id' },
];

/** Title lines above the header, the header again among the rows, a total and a note below them. */
function withExtraLines({ dataset, chance }: Spoiler, header: Line, records: readonly Line[]): Line[] {
  const width = header.cells.length;
  const line = (cells: readonly string[], ...spoilt: Line['spoilt']): Line => {
    return { cells: Array.from({ length: width }, (_, column) => cells[column] ?? ''), spoilt };
  };
  const rows = [...records];
  for (let times = 0; times < 2; times++) {
    const repeated = line(header.cells, { kind: 'repeated header row', code: 'repeated_header_row' });
    rows.splice(chance.whole(1, rows.length - 1), 0, repeated);
  }
  const total = { kind: 'total row', code: 'total_row' } as const;
  const sum = String(records.length);
  return [
    line([`Export: ${dataset}`]),
    line(['Example Ltd', '', '2025']),
    line([]),
    header,
    ...rows,
    line(['Total', ...(dataset === 'deals' || dataset === 'spend' ? ['', '', '', sum] : ['', sum])], total),
    line([]),
    line(['Made by the accounts department'], total),
  ];
}
