import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { detectFields } from '../src/data/detect';
import { DATASET_NAMES, type DatasetName, fieldOf } from '../src/data/fields';
import { HEADER_ROWS } from '../test/data/header-rows';

/** Headers as a tool writes them: the one of each field that is there, and those that only look like a field. */
interface HeaderSet {
  readonly tool: string;
  readonly language: string;
  readonly dataset: DatasetName;
  readonly headers: readonly string[];
  readonly expected: ReadonlyMap<string, string>;
  readonly traps: readonly string[];
}

const Sets = z.array(
  z.object({
    tool: z.string(),
    language: z.string(),
    entity: z.enum(DATASET_NAMES),
    headers: z.array(z.string()),
    expected: z.record(z.string(), z.string()),
    traps: z.optional(z.array(z.string())),
  }),
);

/** Names of fields in files that are not those of the vocabulary. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'leads.date': 'created',
  'leads.company': 'customer',
  'leads.converted_date': 'converted',
  'deals.date': 'created',
  'spend.spend': 'amount',
  'traffic.users': 'visitors',
};

/** Fields found right, left open, and found wrong: in another column, or in one that only looks like it. */
interface Score {
  right: number;
  open: number;
  wrong: number;
  /** What was not right, in words. */
  readonly mistakes: string[];
}

/** Confidences from which on a suggestion might be made, to see what each would cost. */
const THRESHOLDS = [0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9];

/** At least so many of the fields have to be right, and at most so many wrong. */
const leastRight = 0.97;
const mostWrong = 0.01;

/**
 * Prints how many fields are found by their headers alone, by language, by tool and by least confidence, on the sets of a JSON file
 * or on the project's own. Answers whether enough are right and few enough wrong.
 */
export function benchDetect(path?: string): boolean {
  const sets = path === undefined ? ownSets() : readSets(resolve(process.env.INIT_CWD ?? '.', path));
  const scores = sets.map((set) => ({ set, score: scoreOf(set) }));
  const widest = Math.max(...sets.map((set) => titleOf(set).length));
  const line = (title: string, cells: readonly (string | number)[]) =>
    console.log(title.padEnd(widest), ...cells.map((cell) => String(cell).padStart(6)));
  const print = (title: string, { right, open, wrong }: Omit<Score, 'mistakes'>) => line(title, [right, open, wrong]);
  line('tool', ['right', 'open', 'wrong']);
  for (const { set, score } of scores) {
    print(titleOf(set), score);
    for (const mistake of score.mistakes) console.log(`  ${mistake}`);
  }
  console.log();
  for (const language of new Set(sets.map((set) => set.language))) {
    print(language, total(scores.filter(({ set }) => set.language === language).map(({ score }) => score)));
  }
  const all = total(scores.map(({ score }) => score));
  print('all', all);
  console.log();
  for (const least of THRESHOLDS) {
    print(`from confidence ${least.toFixed(2)}`, total(sets.map((set) => scoreOf(set, least))));
  }
  const count = all.right + all.open + all.wrong;
  const [right, wrong] = [all.right / count, all.wrong / count];
  console.log(`right ${percent(right)}, wrong ${percent(wrong)}; wanted ${percent(leastRight)}, ${percent(mostWrong)}`);
  return right >= leastRight && wrong <= mostWrong;
}

const titleOf = ({ tool, dataset, language }: HeaderSet): string => `${tool}, ${dataset}, ${language}`;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function ownSets(): HeaderSet[] {
  return HEADER_ROWS.map(({ tool, language, dataset, headers }) => ({
    tool,
    language,
    dataset,
    headers: headers.map(({ header }) => header),
    expected: new Map(headers.flatMap(({ header, field }) => (field === undefined ? [] : [[field, header] as const]))),
    traps: headers.flatMap(({ header, field }) => (field === undefined ? [header] : [])),
  }));
}

function readSets(path: string): HeaderSet[] {
  const sets = Sets.parse(JSON.parse(readFileSync(path, 'utf8')));
  return sets.map(({ tool, language, entity, headers, expected, traps = [] }) => {
    const fields = Object.entries(expected).map(([name, header]) => {
      return [OTHER_NAMES[`${entity}.${name}`] ?? name, header] as const;
    });
    const known = fields.filter(([field]) => fieldOf(entity, field));
    return { tool, language, dataset: entity, headers, expected: new Map(known), traps };
  });
}

function scoreOf({ dataset, headers, expected, traps }: HeaderSet, least?: number): Score {
  const found = new Map(
    detectFields(dataset, headers, [], {}, least).map(({ field, header }) => [field as string, header]),
  );
  const score: Score = { right: 0, open: 0, wrong: 0, mistakes: [] };
  for (const [field, header] of expected) {
    const suggested = found.get(field);
    score[suggested === undefined ? 'open' : suggested === header ? 'right' : 'wrong']++;
    if (suggested === undefined) score.mistakes.push(`${field} open: ${header}`);
    else if (suggested !== header) score.mistakes.push(`${field} wrong: ${suggested}, not ${header}`);
  }
  for (const [field, header] of found) {
    if (expected.has(field) || !traps.includes(header)) continue;
    score.wrong++;
    score.mistakes.push(`${field} wrong: ${header}, none`);
  }
  return score;
}

function total(scores: readonly Score[]): Omit<Score, 'mistakes'> {
  const sum = (key: 'right' | 'open' | 'wrong') => scores.reduce((whole, score) => whole + score[key], 0);
  return { right: sum('right'), open: sum('open'), wrong: sum('wrong') };
}
