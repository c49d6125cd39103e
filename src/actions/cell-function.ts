import { type Cell, isCivil, normaliseLabel, toValue, type Zone } from '../data/cell';
import { recogniseStage, recogniseStatus } from '../data/labels';
import type { Result, Scalar, Vocabulary } from '../kpi/bind';
import { call } from '../kpi/call';
import { kpiNamed } from '../kpi/catalog';
import type { Meaning } from '../kpi/measure';
import { spreadsheetLanguage } from '../sheets/locale';
import { activeSpreadsheet, zoneOfSpreadsheet } from '../sheets/read';
import { explained } from './explain';

/** What a cell function answers; nothing is an empty cell. A user's mistake is a sentence in the spreadsheet's language. */
export function callFunction(name: string, given: ArrayLike<unknown>): Exclude<Result, undefined> {
  const kpi = kpiNamed(name);
  if (!kpi) throw new Error(`no KPI is called ${name}`);
  return explained(
    () => {
      const result = call(kpi, argumentsOf(given), vocabulary);
      return Array.isArray(result)
        ? result.map((row) => row.map(filled))
        : filled(result as number | string | undefined);
    },
    { language: () => spreadsheetLanguage(activeSpreadsheet()) },
  );
}

const filled = (value: number | string | undefined): number | string => value ?? '';

const vocabulary: Vocabulary = {
  normalise: normaliseLabel,
  meaningOf: (field, label): Meaning | undefined =>
    (field === 'leads.status' ? recogniseStatus(label) : recogniseStage(label))?.meaning,
};

/** The arguments as plain values; the spreadsheet is asked for its time zone only when there is a date among them. */
function argumentsOf(given: ArrayLike<unknown>) {
  let zone: Zone | undefined;
  const lazily: Zone = (utc) => {
    zone ??= zoneOfSpreadsheet(activeSpreadsheet());
    return zone(utc);
  };
  const scalar = (cell: unknown): Scalar => {
    if (cell === undefined) return undefined;
    const value = toValue(cell as Cell, lazily);
    return isCivil(value) ? { date: value.date } : value;
  };
  return Array.from(given, (argument) =>
    Array.isArray(argument)
      ? argument.map((row) => (Array.isArray(row) ? row.map(scalar) : [scalar(row)]))
      : scalar(argument),
  );
}
