import { freeSheetName } from '../workbook/sheet-name';
import type { Workbook } from '../workbook/workbook';
import { requireFewSheets } from './limits';
import type { TabAsk } from './protocol';

/** Does something with whole sheets. */
export function changeTabs(workbook: Workbook, ask: TabAsk): void {
  const { sheets, activeSheet } = workbook;
  if (ask.kind === 'add') {
    requireFewSheets(sheets.length + 1);
    let number = sheets.length + 1;
    while (workbook.find(`Sheet${number}`)) number++;
    workbook.activeSheet = workbook.addSheet(`Sheet${number}`, { at: sheets.indexOf(activeSheet) + 1 });
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
      const name = freeSheetName(workbook, `Copy of ${sheet.name}`);
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
