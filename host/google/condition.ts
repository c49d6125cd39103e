import type { ConditionValue } from '../workbook/types';
import { instantToSerial, serialToInstant } from '../workbook/zone';
import { Cells } from './cells';
import type { Execution } from './execution';
import { GoogleError, tag } from './interface';

/** An argument of a condition as the workbook keeps it: dates as serials of the spreadsheet's clock, ranges as areas. */
export function storeArgument(execution: Execution, value: unknown): ConditionValue {
  if (value instanceof Cells) return value.area;
  if (tag(value) === 'Date') return instantToSerial((value as Date).getTime(), execution.workbook.timeZone);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new GoogleError(`Invalid argument: ${String(value)} cannot stand in a condition.`);
}

/** An argument of a condition as scripts read it. */
export function readArgument(execution: Execution, criteria: string, value: ConditionValue): unknown {
  const { workbook } = execution;
  if (typeof value === 'object') return execution.objects.range(workbook.sheet(value.sheet), value);
  if (typeof value !== 'number' || !criteria.startsWith('DATE_')) return value;
  return new Date(serialToInstant(value, workbook.timeZone));
}
