import { inPeriod, type Period } from '../kpi/evaluate';
import { type Figure, reference, type Source } from './figure';
import { chosenIn } from './filter';

/** What a customer bought: the days of the won deals, earliest first; a deal without a date is the empty text. */
export type Purchases = ReadonlyMap<string, readonly string[]>;

/** The won deals of every customer up to the end of a period; undefined where no column says who the customer is. */
export function purchasesUntil(
  { data, meanings, filters = [] }: Source,
  { start, end }: Period,
): Purchases | undefined {
  const { columns, count = 0, key } = data.deals ?? {};
  const customers = columns?.['deals.customer'];
  const chosen = chosenIn(filters, 'deals');
  if (!columns || !customers || !chosen) return undefined;
  const isChosen = (row: number) =>
    chosen.every(({ field, oneOf }) => oneOf.includes(String(columns[field]?.[row] ?? '')));
  const [stages, closed, keys] = [columns['deals.stage'], columns['deals.closed'], key && columns[key]];
  const isOver = !start && !end;
  const found = new Map<string, string[]>();
  for (let row = 0; row < count; row++) {
    const customer = customers[row] as string;
    const stage = stages ? (stages[row] as string) : '';
    if (!customer || meanings['deals.stage']?.get(stage) !== 'won' || !isChosen(row)) continue;
    if (keys && (keys[row] === undefined || keys[row] === '')) continue;
    const day = (closed?.[row] as string | undefined) ?? '';
    if (!isOver && (day === '' || (end && day > end))) continue;
    const days = found.get(customer);
    if (days) days.push(day);
    else found.set(customer, [day]);
  }
  for (const days of found.values()) days.sort();
  return found;
}

/** How many customers bought in the period and had by its end bought at least so many times. */
export function buyersWith(purchases: Purchases, period: Period, least: number): number {
  let count = 0;
  for (const days of purchases.values()) if (days.length >= least && days.some((day) => inPeriod(day, period))) count++;
  return count;
}

/** What was computed when the report was made, as a formula that blanks itself as soon as the period is another one. */
export const fixed = (formula: string): string => `IF(${reference('same')};${formula};"")`;

/** A whole number that no native function can find. */
export const fixedCount = (value: number): Figure => ({ value, formula: fixed(String(value)) });

/** A share of two such numbers. */
export const fixedShare = (part: number, whole: number): Figure => ({
  value: part / whole,
  formula: fixed(`${part}/${whole}`),
});
