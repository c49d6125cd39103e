import type { Workbook } from '../workbook/workbook';
import { requireFewSheets } from './limits';
import type { TabAsk } from './protocol';

/** Does something with whole sheets. */
export function changeTabs(workbook: Workbook, ask: TabAsk): void {
  const { sheets, activeSheet } = workbook;
  if (ask.kind === 'add') {
    requireFewSheets(sheets.length + 1);
    workbook.activeSheet = workbook.addSheet(freeName(workbook, 'Sheet', sheets.length + 1), {
      at: sheets.indexOf(activeSheet) + 1,
    });
    return;
  }
  const sheet = workbook.sheet(ask.sheet);
  switch (ask.kind) {
    case 'rename':
      workbook.renameSheet(sheet, ask.name);
      break;
    case 'delete':
      workbook.deleteSheet(sheet);
      break;
    case 'duplicate': {
      requireFewSheets(sheets.length + 1);
      const name = copyName(workbook, sheet.name);
      workbook.activeSheet = workbook.duplicateSheet(sheet, name, sheets.indexOf(sheet) + 1);
      break;
    }
    case 'hide':
      workbook.hideSheet(sheet, true);
      break;
    case 'show':
      workbook.hideSheet(sheet, false);
      workbook.activeSheet = sheet;
      break;
    case 'move':
      workbook.moveSheet(sheet, Math.min(ask.to, sheets.length - 1));
  }
}

const LONGEST = 100;

/** A name that no sheet has yet: the wanted one, shortened and with a number where need be. */
export function freeName(workbook: Workbook, wanted: string, number?: number): string {
  const numbered = (n: number | undefined) => {
    const end = n === undefined ? '' : String(n);
    return `${wanted.slice(0, LONGEST - end.length - 1)}${end}`;
  };
  let name = numbered(number);
  for (let next = (number ?? 1) + 1; workbook.find(name); next++) {
    name = number === undefined ? `${wanted.slice(0, LONGEST - 10)} ${next}` : numbered(next);
  }
  return name;
}

const copyName = (workbook: Workbook, name: string) => freeName(workbook, `Copy of ${name}`);
