import type { Block } from '../workbook/address';
import type { Sheet as Tab } from '../workbook/sheet';
import type { Range } from './range';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

/** Makes the objects that refer to one another: a range knows its sheet, a sheet its spreadsheet and its ranges. */
export interface Objects {
  range(tab: Tab, block: Block): Range;
  sheet(tab: Tab): Sheet;
  spreadsheet(): Spreadsheet;
}
