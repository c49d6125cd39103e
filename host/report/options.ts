import { parseArgs } from 'node:util';
import { isMatch } from 'date-fns';
import { Refusal } from './refusal';

/** The datasets in the order in which their tabs are made. */
export const datasets = ['leads', 'deals', 'spend', 'traffic'] as const;
export type Dataset = (typeof datasets)[number];

const comparisons = ['previous', 'year', 'none'] as const;
const languages = ['en', 'pl', 'ru'] as const;

/** What the command was asked for. Paths are as given, dates ISO, the margin a share, the locale like `pl_PL`. */
export interface Options {
  readonly files: Readonly<Partial<Record<Dataset, string>>>;
  readonly sample: boolean;
  readonly mapping?: string;
  /** Empty for all of the data. */
  readonly period: { readonly start?: string; readonly end?: string };
  readonly compare: (typeof comparisons)[number];
  readonly locale: string;
  readonly language?: (typeof languages)[number];
  readonly currency?: string;
  readonly margin?: number;
  readonly today?: string;
  readonly fix: boolean;
  readonly out?: string;
  readonly json?: string;
}

/** How the command is called. */
export const usage = `npm run report -- --leads leads.csv --deals deals.csv --spend spend.csv --traffic traffic.csv
                  [--mapping mapping.json] [--period 2025-01-01..2025-12-31|all] [--compare previous|year|none]
                  [--locale pl_PL] [--language en|pl|ru] [--currency PLN] [--margin 0.6] [--today 2025-12-31] [--fix]
                  [--out report.xlsx] [--json report.json]
npm run report -- --sample        the same on the data of a fictitious company`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const known = {
  leads: text,
  deals: text,
  spend: text,
  traffic: text,
  sample: flag,
  mapping: text,
  period: text,
  compare: text,
  locale: text,
  language: text,
  currency: text,
  margin: text,
  today: text,
  fix: flag,
  out: text,
  json: text,
  help: flag,
};

/** Reads the arguments of the command; undefined when only help is wanted. Throws Refusal. */
export function readOptions(args: readonly string[]): Options | undefined {
  const given = parse(args);
  if (given.help) return undefined;
  const files = Object.fromEntries(
    datasets.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
  requireData(files, given.sample === true);
  const period = readPeriod(given.period ?? 'all');
  return {
    files,
    sample: given.sample === true,
    period,
    compare: readComparison(given.compare, period),
    locale: readLocale(given.locale ?? 'en_US'),
    fix: given.fix === true,
    ...(given.mapping !== undefined && { mapping: given.mapping }),
    ...(given.language !== undefined && { language: oneOf('--language', languages, given.language) }),
    ...(given.currency !== undefined && { currency: readCurrency(given.currency) }),
    ...(given.margin !== undefined && { margin: readMargin(given.margin) }),
    ...(given.today !== undefined && { today: readDate('--today', given.today) }),
    ...(given.out !== undefined && { out: withExtension('--out', '.xlsx', given.out) }),
    ...(given.json !== undefined && { json: withExtension('--json', '.json', given.json) }),
  };
}

function parse(args: readonly string[]) {
  try {
    const { values, tokens } = parseArgs({ args: [...args], options: known, tokens: true });
    const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new Refusal(`--${twice} is given twice: give it once.`);
    return values;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(argumentFault(error as TypeError));
  }
}

/** What is wrong with the arguments, from the fault that Node reports. */
function argumentFault(error: TypeError & { code?: string }): string {
  const [, name = ''] = /'(-[^' ]*|[^']*)/.exec(error.message) ?? [];
  const options = Object.keys(known).map((option) => `--${option}`);
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no option ${name}: use ${options.join(', ')}.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `"${name}" stands alone: say what it is, for example --deals ${name}.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return isFlag(name)
        ? `${name} stands alone, without a value: leave out what follows it.`
        : `${name} needs a value after it: see npm run report -- --help.`;
    default:
      throw error;
  }
}

const isFlag = (name: string) => known[name.slice(2) as keyof typeof known]?.type === 'boolean';

function requireData(files: Options['files'], sample: boolean): void {
  const names = Object.keys(files);
  if (sample && names.length > 0) {
    throw new Refusal(`--sample brings its own data: leave out either --sample or --${names.join(', --')}.`);
  }
  if (!sample && names.length === 0) {
    throw new Refusal(
      'There is no data to report on: name a CSV file with --leads, --deals, --spend or --traffic, or use --sample.',
    );
  }
  const empty = names.find((name) => files[name as Dataset] === '');
  if (empty !== undefined) throw new Refusal(`--${empty} needs the name of a CSV file after it.`);
}

function readPeriod(given: string): Options['period'] {
  if (given === 'all') return {};
  const [start, end, ...more] = given.split('..');
  if (start === undefined || end === undefined || more.length > 0) {
    throw new Refusal(`--period "${given}" is no period: write two dates such as 2025-01-01..2025-12-31, or all.`);
  }
  const period = { start: readDate('--period', start), end: readDate('--period', end) };
  if (period.start > period.end) {
    throw new Refusal(`--period "${given}" ends before it starts: write the earlier date first.`);
  }
  return period;
}

function readDate(option: string, given: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(given) || !isMatch(given, 'yyyy-MM-dd')) {
    throw new Refusal(`${option}: "${given}" is no date: write year, month and day such as 2025-12-31.`);
  }
  return given;
}

function readComparison(given: string | undefined, period: Options['period']): Options['compare'] {
  const isAll = period.start === undefined;
  const compare = oneOf('--compare', comparisons, given ?? (isAll ? 'none' : 'previous'));
  if (isAll && compare !== 'none') {
    throw new Refusal(
      `--compare ${compare} needs a --period with two dates, since nothing comes before all of the data.`,
    );
  }
  return compare;
}

function readLocale(given: string): string {
  const [, language = '', region] = /^([a-z]{2,3})(?:[_-]([A-Z]{2}))?$/.exec(given) ?? [];
  const isLanguage = language !== '' && Intl.NumberFormat.supportedLocalesOf(language).length > 0;
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  if (!isLanguage || (region !== undefined && regions.of(region) === undefined)) {
    throw new Refusal(`--locale "${given}" is not known: write language and country such as pl_PL, en_GB or de_DE.`);
  }
  return region === undefined ? language : `${language}_${region}`;
}

function readCurrency(given: string): string {
  const code = given.toUpperCase();
  if (!Intl.supportedValuesOf('currency').includes(code)) {
    throw new Refusal(`--currency "${given}" is not known: write its code of three letters such as EUR, PLN or USD.`);
  }
  return code;
}

function readMargin(given: string): number {
  const margin = /^\d*\.?\d+$/.test(given) ? Number(given) : Number.NaN;
  if (!(margin > 0 && margin <= 1)) {
    throw new Refusal(`--margin "${given}" is no share: write a number above 0 and up to 1 such as 0.6 for 60 %.`);
  }
  return margin;
}

function oneOf<Choice extends string>(option: string, choices: readonly Choice[], given: string): Choice {
  const choice = choices.find((one) => one === given);
  if (choice === undefined) throw new Refusal(`${option} "${given}" is not known: use ${choices.join(', ')}.`);
  return choice;
}

function withExtension(option: string, extension: string, given: string): string {
  if (!given.toLowerCase().endsWith(extension)) {
    throw new Refusal(`${option} "${given}": give the file a name that ends in ${extension}.`);
  }
  return given;
}
