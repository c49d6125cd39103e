import type { Workbook } from './workbook';

/** Most characters of a sheet's name. */
const LONGEST = 100;

/** A name that no sheet of a workbook has yet: the wanted one, shortened and numbered where need be. */
export function freeSheetName(workbook: Workbook, wanted: string): string {
  // A letter of two halves is not cut in the middle.
  const cut = (length: number) => wanted.slice(0, length).replace(/\p{Cs}$/u, '');
  let name = cut(LONGEST);
  for (let number = 2; workbook.find(name); number++) {
    const end = ` ${number}`;
    name = cut(LONGEST - end.length) + end;
  }
  return name;
}
