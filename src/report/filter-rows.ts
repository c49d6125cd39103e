import { nothing, quoted } from '../kpi/formula';
import type { DatasetName, Field } from '../kpi/measure';
import { words as allWords, fill, type Language } from '../text/words';
import { type Filter, fieldIn, filterId, type Group, mostSpellings, spellingsIn } from './filter';
import type { Format } from './model';
import { type Draft, type Row, words } from './page';
import { reference } from './reference';
import type { Request } from './request';

/** What stands in a drop-down for everything. */
export const allWord = ({ name }: Filter, language: Language): string =>
  allWords[language].report[name === 'rep' ? 'allReps' : 'all'];

/** The drop-down of a filter: its title and the cell to choose in. */
export function dropDown(filter: Filter, request: Request): [Draft, Draft] {
  const all = allWord(filter, request.language);
  return [
    words(allWords[request.language].report[filter.name]),
    {
      ...words(filter.chosen?.shown ?? all, 'input'),
      id: filterId.choice(filter.name),
      kept: filterId.choice(filter.name),
      choices: [all, ...filter.choices.map(({ shown }) => shown)],
    },
  ];
}

/** What the choices in the drop-downs mean to formulas: criteria, and which spellings make a choice. */
export function filterRows(request: Request): Row[] {
  const { filters = [], data } = request.source;
  const datasets = Object.keys(data) as DatasetName[];
  return [
    ...filters.flatMap((filter) => [
      allRow(filter, request),
      ...filter.fields.flatMap((f) => fieldRows(filter, f, request)),
    ]),
    ...datasets.flatMap((dataset) => datasetRows(filters, dataset, request)),
  ];
}

const live = (value: number | string | boolean, formula: string, id: string, format: Format = 'text'): Draft => ({
  value,
  formula: `=${formula}`,
  format,
  style: 'muted',
  id,
});

function allRow(filter: Filter, request: Request): Row {
  const { report } = allWords[request.language];
  const choice = reference(filterId.choice(filter.name));
  const formula = `OR(${choice}="";${choice}=${quoted(allWord(filter, request.language))})`;
  return [
    words(fill(report.isAll, { filter: report[filter.name] }), 'muted'),
    live(!filter.chosen, formula, filterId.all(filter.name), 'plain'),
  ];
}

interface Entry {
  readonly choice: string;
  readonly spelling: string;
}

/** How a choice is spelt in a field; as it is shown where nothing but case tells the two apart. */
function speltAs(choice: Group, field: Field, { source, language }: Request): string[] {
  const spellings = spellingsIn(choice, field, source.spellings);
  const shown = choice.shown === allWords[language].report.none ? '' : choice.shown;
  return spellings.length === 1 && spellings[0]?.toLowerCase() === shown.toLowerCase() ? [shown] : spellings;
}

/** The spellings of choices that are not spelt as they are shown. */
function entriesOf(filter: Filter, field: Field, request: Request): Entry[] {
  const { none } = allWords[request.language].report;
  return filter.choices.flatMap((choice) => {
    const spellings = speltAs(choice, field, request);
    const isAsShown = spellings.length === 1 && (spellings[0] || none) === choice.shown;
    return isAsShown ? [] : spellings.map((spelling) => ({ choice: choice.shown, spelling }));
  });
}

function fieldRows(filter: Filter, field: Field, request: Request): Row[] {
  const { report } = allWords[request.language];
  const entries = entriesOf(filter, field, request);
  const title = words(fill(report.criterion, { column: columnOf(field, request) }), 'muted');
  const choice = reference(filterId.choice(filter.name));
  const all = reference(filterId.all(filter.name));
  const spelt = filter.chosen && speltAs(filter.chosen, field, request);
  const flags = entries.length > 0 ? between(`${field}:flag`, entries.length) : '';
  const list = entries.length > 0 ? between(`${field}:spelling`, entries.length) : '';
  const typed = `IF(${choice}=${quoted(report.none)};"";${choice})`;
  const label = (at: number): Draft => {
    const found = `INDEX(${list};MATCH(1;${flags};0)${at === 0 ? '' : `+${at}`})&""`;
    const formula =
      at === 0
        ? entries.length > 0
          ? `IFERROR(${found};${typed})`
          : typed
        : `IF(${at}<SUM(${flags});${found};"${nothing}")`;
    const value = spelt ? (spelt[at] ?? nothing) : at === 0 ? allWord(filter, request.language) : nothing;
    return live(value, formula, filterId.label(field, at));
  };
  const [first, ...others] = Array.from({ length: mostSpellings(filter, field, request.source.spellings) }, (_, at) =>
    label(at),
  );
  const count = `IF(${all};1;MAX(1;SUM(${flags})))`;
  return [
    ...entries.map((entry, at) => entryRow(entry, at, field, filter, choice)),
    [
      title,
      criterion(field, all, spelt),
      first,
      others.length > 0 ? live(spelt?.length ?? 1, count, filterId.count(field), 'plain') : undefined,
    ],
    ...others.map((other): Row => [undefined, undefined, other]),
  ];
}

const between = (id: string, length: number): string => `${reference(`${id}:0`)}:${reference(`${id}:${length - 1}`)}`;

function entryRow({ choice, spelling }: Entry, at: number, field: Field, filter: Filter, cell: string): Row {
  const [name, spelt] = [`${field}:choice:${at}`, `${field}:spelling:${at}`];
  const isChosen = filter.chosen?.shown === choice;
  return [
    { ...words(choice, 'muted'), id: name },
    { ...words(spelling, 'muted'), id: spelt },
    live(isChosen ? 1 : 0, `N(${reference(name)}=${cell})`, `${field}:flag:${at}`, 'plain'),
  ];
}

function criterion(field: Field, all: string, spelt: readonly string[] | undefined): Draft {
  const label = reference(filterId.label(field, 0));
  const escaped = `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${label};"~";"~~");"*";"~*");"?";"~?")`;
  const [first] = spelt ?? [];
  const value = first === undefined ? `<>${nothing}` : first === '' ? '' : `=${first.replace(/[~*?]/g, '~$&')}`;
  const formula = `IF(${all};"<>${nothing}";IF(${label}="";"";"="&${escaped}))`;
  return live(value, formula, filterId.criterion(field));
}

/** Whether a dataset can tell what is chosen, and whether one criterion says it. */
function datasetRows(filters: readonly Filter[], dataset: DatasetName, request: Request): Row[] {
  const { report, datasets } = allWords[request.language];
  const { spellings } = request.source;
  const told = filters.flatMap((filter) => fieldIn(filter, dataset) ?? []);
  const untold = filters.filter((filter) => !fieldIn(filter, dataset));
  const several = filters.flatMap((filter) => {
    const field = fieldIn(filter, dataset);
    return field && mostSpellings(filter, field, spellings) > 1 ? [{ filter, field }] : [];
  });
  const isSingle = several.every(
    ({ filter, field }) => !filter.chosen || spellingsIn(filter.chosen, field, spellings).length === 1,
  );
  const rows: Row[] = [];
  if (untold.length > 0) {
    const formula = `AND(${untold.map(({ name }) => reference(filterId.all(name))).join(';')})`;
    const title = fill(report.canTell, { dataset: datasets[dataset] });
    const isKnown = untold.every(({ chosen }) => !chosen);
    rows.push([words(title, 'muted'), live(isKnown, formula, filterId.known(dataset), 'plain')]);
  }
  if (several.length > 0 && told.length > 0) {
    const formula = `AND(${several.map(({ field }) => `${reference(filterId.count(field))}=1`).join(';')})`;
    const title = fill(report.isOneLabel, { dataset: datasets[dataset] });
    rows.push([words(title, 'muted'), live(isSingle, formula, filterId.single(dataset), 'plain')]);
  }
  return rows;
}

function columnOf(field: Field, { datasets, headers }: Request): string {
  const tab = datasets.find(({ dataset }) => field.startsWith(`${dataset}.`))?.tab ?? '';
  return `${tab}, ${headers[field] ?? field}`;
}
