import { isDeepStrictEqual } from 'node:util';
import { normaliseLabel } from '../src/data/cell';
import { recogniseStage } from '../src/data/labels';
import type { Argument, Result, Scalar, Vocabulary } from '../src/kpi/bind';
import { call } from '../src/kpi/call';
import { catalog } from '../src/kpi/catalog';

/** A column as Google hands it over. */
type Column = readonly (readonly Scalar[])[];

/** A call, and the loop that somebody would write by hand for the same figure: labels trimmed and case-folded, blanks left out. */
interface Race {
  readonly name: string;
  readonly arguments: readonly Argument[];
  readonly byHand: () => Result;
}

const rows = 100_000;
/** Milliseconds for one race. */
const patience = 2_000;
/** A call may take so many times as long as the loop. */
const limit = 3;

const vocabulary: Vocabulary = {
  normalise: normaliseLabel,
  meaningOf: (_, label) => recogniseStage(label)?.meaning,
};

const column = (of: (row: number) => Scalar): Column => Array.from({ length: rows }, (_, row) => [of(row)]);
const day = (number: number) => ({ date: new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10) });
const mixed = (row: number, among: number) => ((row * 2_654_435_761) % 4_294_967_296) % among;

const outcomes = column((row) => ['Won', 'Lost', 'Negotiation', 'won ', '', 'Proposal'][mixed(row, 6)]);
const amounts = column((row) => (mixed(row, 11) === 0 ? '' : mixed(row, 90_000) / 100));
const orders = column((row) => mixed(row + 3, 500));
const customers = column((row) => `Customer ${mixed(row, 20_000)}`);
const ids = column((row) => 100_000 + mixed(row, 20_000));
const started = column((row) => (mixed(row, 9) === 0 ? '' : day(mixed(row, 700))));
const closed = column((row) => (mixed(row, 7) === 0 ? '' : day(mixed(row, 700) + mixed(row, 90))));
const scores = column((row) => (mixed(row, 8) === 0 ? '' : mixed(row, 11)));
const owners = column((row) => ['Ann', 'Bob', 'Cy', 'Dee'][mixed(row, 4)]);

const folded = (cell: Scalar): string => String(cell).trim().toLowerCase();
const at = (of: Column, row: number): Scalar => (of[row] as readonly Scalar[])[0];

function sum(of: Column): number {
  let total = 0;
  for (const [cell] of of) {
    if (typeof cell === 'number') total += cell;
    else if (cell !== '') throw new Error(`${cell} is no number`);
  }
  return total;
}

function winRate(): number {
  let won = 0;
  let lost = 0;
  for (const [outcome] of outcomes) {
    const label = folded(outcome);
    if (label === 'won') won++;
    else if (label === 'lost') lost++;
  }
  return won / (won + lost);
}

function averageDeal(): number {
  let revenue = 0;
  let won = 0;
  for (let row = 0; row < rows; row++) {
    const amount = at(amounts, row);
    if (typeof amount !== 'number' && amount !== '') throw new Error(`${amount} is no number`);
    if (folded(at(outcomes, row)) !== 'won') continue;
    won++;
    revenue += Number(amount);
  }
  return revenue / won;
}

function clv(): number {
  const seen = new Set<string>();
  for (const [customer] of customers) seen.add(folded(customer));
  return sum(amounts) / seen.size;
}

function repeatRate(of: Column): number {
  const purchases = new Map<string, number>();
  for (const [customer] of of) {
    const name = folded(customer);
    purchases.set(name, (purchases.get(name) ?? 0) + 1);
  }
  let returning = 0;
  for (const count of purchases.values()) if (count > 1) returning++;
  return returning / purchases.size;
}

const dateAt = (of: Column, row: number) => (at(of, row) as { date?: string }).date;

function cycles(): number[] {
  const days: number[] = [];
  for (let row = 0; row < rows; row++) {
    const from = dateAt(started, row);
    const to = dateAt(closed, row);
    if (from && to) days.push((Date.parse(to) - Date.parse(from)) / 86_400_000);
  }
  return days;
}

const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

function retention(): number {
  const [before, during] = [new Set<string>(), new Set<string>()];
  for (let row = 0; row < rows; row++) {
    const date = dateAt(closed, row);
    const name = folded(at(customers, row));
    if (!date) continue;
    if (date >= '2020-05-01' && date <= '2020-05-31') before.add(name);
    if (date >= '2020-06-01' && date <= '2020-06-30') during.add(name);
  }
  let again = 0;
  for (const name of before) if (during.has(name)) again++;
  return again / before.size;
}

function cohorts(): Result {
  const first = new Map<string, number>();
  const months = new Map<string, Set<number>>();
  let last = 0;
  for (let row = 0; row < rows; row++) {
    const date = dateAt(closed, row);
    if (!date) continue;
    const month = +date.slice(0, 4) * 12 + +date.slice(5, 7) - 1;
    const name = folded(at(customers, row));
    first.set(name, Math.min(first.get(name) ?? month, month));
    const of = months.get(name) ?? new Set();
    months.set(name, of.add(month));
    last = Math.max(last, month);
  }
  const start = Math.min(...first.values());
  const size = last - start + 1;
  const active = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const [name, from] of first) {
    const counts = active[from - start] as number[];
    for (const month of months.get(name) ?? []) counts[month - from] = (counts[month - from] ?? 0) + 1;
  }
  const lines = active.flatMap((counts, from) => {
    const label = `${Math.floor((start + from) / 12)}-${String(((start + from) % 12) + 1).padStart(2, '0')}`;
    const rates = counts.map((count, step) => (from + step < size ? count / (counts[0] as number) : undefined));
    return counts[0] ? [[label, ...rates]] : [];
  });
  return [['', ...Array.from({ length: size }, (_, step) => step)], ...lines];
}

function winRateByOwner(): Result {
  const found = new Map<string, { won: number; lost: number; records: number }>();
  for (let row = 0; row < rows; row++) {
    const label = folded(at(outcomes, row));
    if (label === '') continue;
    const owner = String(at(owners, row)).trim();
    const group = found.get(owner) ?? { won: 0, lost: 0, records: 0 };
    found.set(owner, group);
    group.records++;
    if (label === 'won') group.won++;
    else if (label === 'lost') group.lost++;
  }
  const lines = [...found].map(
    ([name, { won, lost, records }]) => [name, won / (won + lost), records] as [string, number, number],
  );
  return lines.sort(([, one], [, other]) => other - one);
}

function promoters(): number {
  let points = 0;
  let answers = 0;
  for (const [score] of scores) {
    if (score === '') continue;
    if (typeof score !== 'number' || score < 0 || score > 10) throw new Error(`${score} is no score`);
    answers++;
    if (score >= 9) points++;
    if (score <= 6) points--;
  }
  return (points / answers) * 100;
}

function dropOff(): Result {
  const reached = [0, 0, 0];
  for (const [outcome] of outcomes) {
    const place = ['proposal', 'negotiation', 'won'].indexOf(folded(outcome));
    for (let step = 0; step <= place; step++) reached[step] = (reached[step] ?? 0) + 1;
  }
  return reached.map((count, step) => [step === 0 ? undefined : 1 - count / (reached[step - 1] as number)]);
}

const races: readonly Race[] = [
  { name: 'WIN_RATE', arguments: [outcomes], byHand: winRate },
  { name: 'AVERAGE_DEAL', arguments: [amounts, outcomes], byHand: averageDeal },
  { name: 'CAC', arguments: [amounts, orders], byHand: () => sum(amounts) / sum(orders) },
  { name: 'CLV', arguments: [customers, amounts], byHand: clv },
  { name: 'REPEAT_PURCHASE_RATE', arguments: [customers], byHand: () => repeatRate(customers) },
  { name: 'REPEAT_PURCHASE_RATE', arguments: [ids], byHand: () => repeatRate(ids) },
  { name: 'SALES_CYCLE', arguments: [started, closed], byHand: () => mean(cycles()) },
  { name: 'SALES_CYCLE', arguments: [started, closed, 'median'], byHand: () => median(cycles()) },
  { name: 'RETENTION_RATE', arguments: [customers, closed, day(152), day(181)], byHand: retention },
  { name: 'COHORT_RETENTION', arguments: [customers, closed], byHand: cohorts },
  { name: 'NPS', arguments: [scores], byHand: promoters },
  { name: 'FUNNEL_DROPOFF', arguments: [outcomes, [['Proposal'], ['Negotiation'], ['Won']]], byHand: dropOff },
  { name: 'KPI_BY', arguments: [owners, 'WIN_RATE', outcomes], byHand: winRateByOwner },
];

/** Milliseconds that the work takes. */
function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * Times every KPI function over 100,000 rows against a hand-written loop for the same figure, in turns, and prints the
 * best times and their ratio. Answers whether no call took more than three times its loop; throws where the figures differ.
 */
export function benchKpi(): boolean {
  console.log(`${rows} rows, best of many rounds, milliseconds`);
  const ratios = races.map(({ name, arguments: given, byHand }) => {
    const kpi = catalog.find((one) => one.name === name);
    if (!kpi) throw new Error(`no KPI is called ${name}`);
    const byCall = () => call(kpi, given, vocabulary);
    const [figure, expected] = [byCall(), byHand()];
    if (!isSame(figure, expected)) throw new Error(`${name}: ${figure} is not ${expected}`);
    // The best of many rounds: everything else that the machine does only adds to the time.
    let [called, looped] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    const end = performance.now() + patience;
    while (performance.now() < end) {
      called = Math.min(called, timed(byCall));
      looped = Math.min(looped, timed(byHand));
    }
    console.log(
      `${name.padEnd(22)} call ${called.toFixed(2).padStart(7)}   loop ${looped.toFixed(2).padStart(7)}   ratio ${(called / looped).toFixed(2)}`,
    );
    return called / looped;
  });
  const worst = Math.max(...ratios);
  console.log(`worst ratio ${worst.toFixed(2)}, allowed ${limit}`);
  return worst <= limit;
}

/** Whether two results agree; sums of fractions may differ in the last digits. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= 1e-9 * Math.abs(other);
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => isSame(value, other[index]));
  }
  return isDeepStrictEqual(one, other);
}
