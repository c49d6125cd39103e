import type { Workbook } from './workbook';

/** Most characters of a sheet's name. */
const LONGEST = 100;

/** A name that no sheet of a workbook has yet: the wanted one, shortened and numbered where need be. */
export function freeSheetName(workbook: Workbook, wanted: string): string {
  let name = wanted.slice(0, LONGEST);
  for (let number = 2; workbook.find(name); number++) {
    const end = ` ${number}`;
    name = wanted.slice(0, LONGEST - end.length) + end;
  }
  return name;
}
