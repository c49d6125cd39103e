import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { readCsv } from '../files/csv';
import { FileProblem } from '../files/problem';
import { addTable } from '../files/table';
import { writeXlsx } from '../files/xlsx';
import { createHost, type Host } from '../host';
import { sampleCompany, toCsv } from '../sample/company';
import { createWorkbook, type Workbook } from '../workbook/workbook';
import { readBytes, readJson, requireFolder, writeBytes } from './files';
import { type Dataset, datasets, type Options, readOptions, usage } from './options';
import { Refusal } from './refusal';
import { scorecardText } from './scorecard';

/** Where the command runs: the built bundle, the folder that paths are relative to, today's date, and where it prints. */
export interface Surroundings {
  readonly dist: string;
  readonly folder: string;
  readonly today: string;
  readonly print: (text: string) => void;
  readonly complain: (sentence: string) => void;
}

const Findings = z.array(
  z.object({
    code: z.string(),
    dataset: z.string(),
    field: z.optional(z.string()),
    count: z.number(),
    first: z.string(),
    sentence: z.string(),
  }),
);
type Findings = z.infer<typeof Findings>;

const Suggested = z.object({ settings: z.unknown(), notes: z.array(z.string()), assumed: z.unknown() });

const Rows = z.array(z.record(z.string(), z.unknown()));
const Created = z.object({
  tab: z.string(),
  figures: z.object({
    mapping: z.record(z.string(), z.unknown()),
    kpis: Rows,
    others: Rows,
    funnel: Rows,
    channels: Rows,
    reps: Rows,
    segments: Rows,
    months: Rows,
    campaigns: Rows,
    repSteps: Rows,
    cohorts: Rows,
    stageTimes: Rows,
  }),
});
type Created = z.infer<typeof Created>;

/**
 * Makes a report from files by the built bundle, as the arguments of `npm run report` say. Answers the exit code: 0 with a
 * report, 2 where none is possible, with one sentence on what to do. Any other fault is ours and is thrown.
 */
export async function report(args: readonly string[], surroundings: Surroundings): Promise<0 | 2> {
  try {
    const options = readOptions(args);
    if (options) await makeReport(options, surroundings);
    else surroundings.print(usage);
    return 0;
  } catch (error) {
    if (!isUsersFault(error)) throw error;
    surroundings.complain(error.message);
    return 2;
  }
}

/** The bundle's errors are made in a context of its own: they are known by name. */
const isUsersFault = (error: unknown): error is Error =>
  error instanceof Refusal || error instanceof FileProblem || (error as Error | undefined)?.name === 'UserError';

async function makeReport(options: Options, surroundings: Surroundings): Promise<void> {
  const { print } = surroundings;
  const path = (given: string) => resolve(surroundings.folder, given);
  if (options.out !== undefined) requireFolder('--out', path(options.out));
  if (options.json !== undefined) requireFolder('--json', path(options.json));
  const overrides = options.mapping === undefined ? null : readJson('--mapping', path(options.mapping));
  const today = options.today ?? surroundings.today;
  const { workbook, tabs } = importData(options, path);
  const host = createHost({ dist: surroundings.dist, workbook, now: () => new Date(`${today}T12:00:00Z`) });

  const { settings, notes, findings, changed } = prepare(host, { options, tabs, overrides, today });
  const created = Created.parse(host.run('createReport', settings, { today }));

  if (options.json !== undefined) writeBytes('--json', path(options.json), figuresJson(created, findings));
  if (options.out !== undefined) writeBytes('--out', path(options.out), await writeXlsx(workbook));
  if (options.json === undefined && options.out === undefined) {
    print(`${scorecardText(shownRows(workbook, created.tab), created.figures.kpis.length)}\n`);
  }
  print(summary(options, { notes, findings, changed }));
}

/** A workbook with one tab for each file, read as Google Sheets imports it in the locale. */
function importData(options: Options, path: (given: string) => string): { workbook: Workbook; tabs: Tabs } {
  const workbook = createWorkbook({ name: 'Leakproof', locale: options.locale, timeZone: 'Etc/UTC', sheets: [] });
  const company = options.sample ? sampleCompany() : undefined;
  const tabs: Tabs = {};
  for (const dataset of datasets) {
    const file = options.files[dataset];
    const bytes = company
      ? new TextEncoder().encode(toCsv(company[dataset]))
      : file !== undefined && readBytes(`--${dataset}`, path(file));
    if (!bytes) continue;
    const tab = `${dataset.charAt(0).toUpperCase()}${dataset.slice(1)}`;
    const { rows } = readCsv(bytes, options.locale, file);
    if (rows.length < 2) {
      throw new Refusal(`--${dataset}: ${file} has only one row: a header row and rows below it are needed.`);
    }
    addTable(workbook, tab, rows);
    tabs[dataset] = tab;
  }
  return { workbook, tabs };
}

type Tabs = Partial<Record<Dataset, string>>;

interface Wish {
  readonly options: Options;
  readonly tabs: Tabs;
  readonly overrides: unknown;
  readonly today: string;
}

/** What was found in the data: doubts about what the tabs hold, what the check finds, and how many cells --fix changed. */
interface Found {
  readonly notes: readonly string[];
  readonly findings: Findings;
  readonly changed: number | undefined;
}

/** Lets the bundle detect what the tabs hold and check the data; with --fix it mends what is safe, and looks again. */
function prepare(host: Host, wish: Wish): Found & { settings: unknown } {
  const look = () => {
    const { settings, notes, assumed } = Suggested.parse(suggest(host, wish));
    return {
      settings,
      notes,
      findings: Findings.parse(host.run('checkData', settings, { today: wish.today, assumed })),
    };
  };
  const first = look();
  if (!wish.options.fix) return { ...first, changed: undefined };
  const { changed } = z.object({ changed: z.number() }).parse(host.run('fixData', first.settings, null));
  return { ...look(), changed };
}

function suggest(host: Host, { options, tabs, overrides }: Wish): unknown {
  const { language, currency, margin, period, compare } = options;
  return host.run('suggestWithNotes', {
    tabs,
    overrides,
    options: {
      period,
      compare,
      ...(language !== undefined && { language }),
      ...(currency !== undefined && { currency }),
      ...(margin !== undefined && { margin }),
    },
  });
}

/** Everything that the data carries: KPIs that the tab leaves out for the sake of those that matter, too. */
function figuresJson({ figures }: Created, findings: Findings): string {
  const { mapping, kpis, others, ...tables } = figures;
  const said = findings.map(({ code, dataset, field, count, first }) => ({
    code,
    dataset,
    field: field ?? null,
    count,
    first,
  }));
  return `${JSON.stringify({ mapping, kpis: [...kpis, ...others], ...tables, findings: said }, null, 2)}\n`;
}

/** What a tab shows, cell by cell. */
function shownRows(workbook: Workbook, tab: string): string[][] {
  const sheet = workbook.sheet(tab);
  const { rows: height, columns: width } = workbook.shown(sheet);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => workbook.displayAt(sheet, row, column)),
  );
}

const shownFindings = 10;

function summary({ period, compare, out, json }: Options, { notes, findings, changed }: Found): string {
  const comparison = {
    previous: ', compared with the period before',
    year: ', compared with a year earlier',
    none: '',
  };
  const span = period.start === undefined ? 'all of the data' : `${period.start} to ${period.end}`;
  const more = findings.length - shownFindings;
  const written = [out, json].filter((file) => file !== undefined);
  return [
    `Period: ${span}${comparison[compare]}`,
    ...(changed === undefined ? [] : [`Fixed: ${changed} ${changed === 1 ? 'cell' : 'cells'}`]),
    ...notes.map((note) => `Note: ${note}`),
    `Data check: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
    ...findings.slice(0, shownFindings).map(({ sentence }) => `- ${sentence}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
    ...(written.length > 0 ? [`Written: ${written.join(', ')}`] : []),
  ].join('\n');
}
