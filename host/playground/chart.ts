import type { Sheet } from '../workbook/sheet';
import type { Workbook } from '../workbook/workbook';
import type { DrawnChart } from './protocol';

export function drawCharts(_workbook: Workbook, _sheet: Sheet): DrawnChart[] {
  return [];
}
